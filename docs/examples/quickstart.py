"""A tour of the five BYOK functions, in one minute and without an account.

    python docs/examples/quickstart.py

Without OPENROUTER_API_KEY it starts a local OpenRouter on a free port and goes through the life of a credential on it:
list, create, get, update, page, delete, and each kind of failure as a value. With OPENROUTER_API_KEY set it talks to
OpenRouter, or to what OPENROUTER_BASE_URL names, and then it only reads.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from openrouter_core import Err, Ok, OpenRouterCore, RetryConfig, unwrap
from openrouter_funcs.byok_create import byok_create
from openrouter_funcs.byok_delete import byok_delete
from openrouter_funcs.byok_get import byok_get
from openrouter_funcs.byok_list import byok_list
from openrouter_funcs.byok_update import byok_update

if TYPE_CHECKING:
    from openrouter_core import Result
    from openrouter_core.errors import SDKError
    from openrouter_core.testing import LocalOpenRouter
    from openrouter_funcs.models.byok import BYOKKey


def main() -> int:
    """Take the tour that the environment asks for, and return the exit code."""
    if os.environ.get("OPENROUTER_API_KEY"):
        return read_only()
    from openrouter_core.testing import LocalOpenRouter

    with LocalOpenRouter() as server, OpenRouterCore(api_key=server.management_key, server_url=server.url) as core:
        title("A tour on a local OpenRouter", f"{server.url} (set OPENROUTER_API_KEY to list your own account)")
        credential = life_of_a_credential(core, server)
        pages(core, server)
        failures(core, server, deleted=credential)
    print("\nThat was all of it. Read on: README.md, and `python -m openrouter_core.testing --help`.")
    return 0


def read_only() -> int:
    """List the account's credentials, and change nothing."""
    place = os.environ.get("OPENROUTER_BASE_URL") or "https://openrouter.ai/api/v1"
    shown = place.partition("?")[0].rpartition("@")[2]  # without what may be a secret in it
    title(f"The account at {shown}", "OPENROUTER_API_KEY is set, so this only reads")
    with OpenRouterCore() as core:
        match byok_list(core):
            case Ok(page):
                total = page.result.total_count
                step("list", f"{total} credential{'' if total == 1 else 's'} in your default workspace")
                return max(map(show_result, page.items()), default=0)
            case Err(error):
                failure("list", error)
                return 1


def show_result(item: Result[BYOKKey, SDKError]) -> int:
    """Print a credential, or why a later page could not be had; return the exit code."""
    match item:
        case Ok(credential):
            show(credential)
            return 0
        case Err(error):
            failure("list", error)
            return 1


def life_of_a_credential(core: OpenRouterCore, server: LocalOpenRouter) -> str:
    """Create, read, change and delete one credential; return its id."""
    step("list", f"{unwrap(byok_list(core)).result.total_count} credentials: the account is new")

    created = byok_create(core, key="sk-proj-example-AbCd", provider="openai", name="Production")
    credential = unwrap(created).data
    step("create", "its key went in, and never comes back; the label is a mask of it")
    show(credential)

    step("get", "the same credential, by its id")
    show(unwrap(byok_get(core, id=credential.id)).data)

    step("update", "rename and disable: what is not named stays as it is")
    show(unwrap(byok_update(core, id=credential.id, name="Retired", disabled=True)).data)

    step("update", "rotate the key: the label follows")
    show(unwrap(byok_update(core, id=credential.id, key="sk-proj-example-WxYz", disabled=False)).data)
    arrived = server.verify_key(credential.id, "sk-proj-example-WxYz")
    note(f"the local server compares digests: the new key {'arrived' if arrived else 'did not arrive'}")

    deleted = unwrap(byok_delete(core, id=credential.id)).deleted
    step("delete", f"deleted={deleted}, and its key is wiped")
    return credential.id


def pages(core: OpenRouterCore, server: LocalOpenRouter) -> None:
    """Walk through 120 credentials, page by page."""
    server.seed(120)
    first = unwrap(byok_list(core, limit=50))
    step("pages", f"{first.result.total_count} credentials, 50 a page; each page and each item is itself a Result")
    for number, page in enumerate(first, start=1):
        note(f"page {number}: {len(unwrap(page).result.data)} credentials")
    collected = unwrap(first.collect())
    note(f"collect() gives all {len(collected)} as one list")


def failures(core: OpenRouterCore, server: LocalOpenRouter, *, deleted: str) -> None:
    """Show each kind of failure: none of these lines raises."""
    step("failures", "nothing raised: each of these is an Err, and its error says what is known")
    with OpenRouterCore(api_key="sk-or-unknown", server_url=server.url) as stranger:
        failure("a wrong key", byok_get(stranger, id=deleted).error)
    failure("a deleted id", byok_get(core, id=deleted).error)
    typo: Any = {"workspaceid": "550e8400-e29b-41d4-a716-446655440000"}  # from a file, say: no type checker saw it
    failure("a typo", byok_list(core, **typo).error)
    text: Any = {"limit": "50"}
    failure("a wrong type", byok_list(core, **text).error)
    with OpenRouterCore(server_url="http://127.0.0.1:9", retry_config=RetryConfig(strategy="none")) as nowhere:
        failure("nobody there", byok_create(nowhere, key="sk-proj-example-AbCd", provider="openai").error)


# --- How it is printed -------------------------------------------------------------------------------------------


def title(text: str, below: str) -> None:
    """Print a headline."""
    print(f"\n{bold(text)}\n{dim(below)}")


def step(name: str, text: str) -> None:
    """Print what was done."""
    print(f"\n{bold(f'{name:<9}')} {text}")


def note(text: str) -> None:
    """Print a detail of a step."""
    print(f"          {text}")


def show(credential: BYOKKey) -> None:
    """Print a credential in one line."""
    state = "disabled" if credential.disabled else "enabled"
    note(f"{credential.label:<12} {credential.provider:<10} {credential.name or '(no name)':<12} {state}")


def failure(what: str, error: SDKError) -> None:
    """Print an error value."""
    note(f"{what:<13} {bold(type(error).__name__)}")
    note(f"{'':<13} {error}")
    note(dim(f"{'':<13} attempts={error.attempts} outcome={error.outcome}"))


def bold(text: str) -> str:
    """Return the text in bold, on a terminal."""
    return f"\033[1m{text}\033[0m" if sys.stdout.isatty() else text


def dim(text: str) -> str:
    """Return the text in grey, on a terminal."""
    return f"\033[2m{text}\033[0m" if sys.stdout.isatty() else text


if __name__ == "__main__":
    sys.exit(main())
