"""Create a credential exactly once, whatever the network does.

    python docs/examples/create_once.py

A create whose answer is lost has happened or has not, and trying again blindly may do it twice. The way out is a name
that nobody else uses: create under that name; when the outcome is unknown, look whether it is there; create again only
when it certainly is not. `create_once` below does that, `create_once_async` in async code, and both are yours to copy.

Without OPENROUTER_API_KEY this runs against a local OpenRouter with faults on. With OPENROUTER_API_KEY set it does
nothing at all, unless you tell it to create a real credential:

    PROVIDER_KEY=... python docs/examples/create_once.py --create openai
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import time
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, TypeAlias, assert_never
from uuid import uuid4

from openrouter_core import Err, Hooks, Ok, OpenRouterCore, Response
from openrouter_funcs.byok_create import byok_create, byok_create_async
from openrouter_funcs.byok_list import byok_list, byok_list_async

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openrouter_core.errors import HTTPClientError, SDKError
    from openrouter_core.hooks import HookContext
    from openrouter_core.testing import LocalOpenRouter
    from openrouter_core.testing.server import FaultSettings

LOOKS = (0.0, 1.0, 4.0)  # seconds before each look: a request may still be under way when its caller gives up


@dataclass(frozen=True)
class Created:
    """It is there, once: the server said so (`answered`), or we looked and found it."""

    id: str
    answered: bool


@dataclass(frozen=True)
class NotCreated:
    """It is certainly not there, and this is why."""

    error: SDKError


@dataclass(frozen=True)
class Unclear:
    """Nobody can tell yet. Call `look_then_create` with the same name when this trouble is over."""

    error: SDKError


Outcome: TypeAlias = Created | NotCreated | Unclear


def unique_name(label: str) -> str:
    """Return a name that nobody else uses; store it first, if your program may crash in between."""
    return f"{label} {uuid4()}"


def create_once(
    core: OpenRouterCore, *, provider: str, key: str, name: str, looks: Sequence[float] = LOOKS, tries: int = 3
) -> Outcome:
    """Create the credential `name`, of which there must be none yet, exactly once."""
    match byok_create(core, provider=provider, key=key, name=name):
        case Ok(created):
            return Created(created.data.id, answered=True)
        case Err(error) if error.outcome == "not_applied":
            return NotCreated(error)  # refused, or never sent; what trying again can do, the SDK has done
        case Err(error):  # it happened (`"applied"`), or it may have (`"unknown"`)
            seen = find(core, provider, name, looks)
    if seen is not None:
        return seen
    if error.outcome == "applied":
        return Unclear(error)  # the server said that it created it, so it is not for us to do it again
    if tries == 1:
        return NotCreated(error)
    return create_once(core, provider=provider, key=key, name=name, looks=looks, tries=tries - 1)


def find(core: OpenRouterCore, provider: str, name: str, looks: Sequence[float]) -> Created | Unclear | None:
    """Look for the credential `name`; `None` when, look after look, it is on no page of the list."""
    for seconds in looks:
        time.sleep(seconds)
        match byok_list(core, provider=provider, limit=100).and_then(lambda page: page.collect()):
            case Err(error):
                return Unclear(error)
            case Ok(credentials):
                for credential in credentials:
                    if credential.name == name:
                        return Created(credential.id, answered=False)
    return None


def look_then_create(core: OpenRouterCore, *, provider: str, key: str, name: str) -> Outcome:
    """Create the credential `name` exactly once, when an earlier run may have created it already."""
    return find(core, provider, name, LOOKS) or create_once(core, provider=provider, key=key, name=name)


# --- The same in async code ---------------------------------------------------------------------------------------


async def create_once_async(
    core: OpenRouterCore, *, provider: str, key: str, name: str, looks: Sequence[float] = LOOKS, tries: int = 3
) -> Outcome:
    """Do what `create_once` does. Cancelled, it leaves the name to `look_then_create_async`."""
    match await byok_create_async(core, provider=provider, key=key, name=name):
        case Ok(created):
            return Created(created.data.id, answered=True)
        case Err(error) if error.outcome == "not_applied":
            return NotCreated(error)
        case Err(error):
            seen = await find_async(core, provider, name, looks)
    if seen is not None:
        return seen
    if error.outcome == "applied":
        return Unclear(error)
    if tries == 1:
        return NotCreated(error)
    return await create_once_async(core, provider=provider, key=key, name=name, looks=looks, tries=tries - 1)


async def find_async(
    core: OpenRouterCore, provider: str, name: str, looks: Sequence[float]
) -> Created | Unclear | None:
    """Do what `find` does."""
    for seconds in looks:
        await asyncio.sleep(seconds)
        listed = await byok_list_async(core, provider=provider, limit=100)
        match await listed.and_then_async(lambda page: page.collect()):
            case Err(error):
                return Unclear(error)
            case Ok(credentials):
                for credential in credentials:
                    if credential.name == name:
                        return Created(credential.id, answered=False)
    return None


async def look_then_create_async(core: OpenRouterCore, *, provider: str, key: str, name: str) -> Outcome:
    """Do what `look_then_create` does."""
    seen = await find_async(core, provider, name, LOOKS)
    return seen or await create_once_async(core, provider=provider, key=key, name=name)


# --- The demonstration -------------------------------------------------------------------------------------------

SCENES: tuple[tuple[str, FaultSettings | None], ...] = (
    ("Nothing goes wrong", None),
    ("The server creates it, and then answers 500", {"method": "POST", "status": 500, "apply": True}),
    ("The server creates it, and then closes the connection", {"method": "POST", "close": "before", "apply": True}),
    ("The server answers 500, and has created nothing", {"method": "POST", "status": 500}),
)


def main() -> int:
    """Do what the environment and the arguments ask for, and return the exit code."""
    parser = argparse.ArgumentParser(description="Create a credential exactly once, whatever the network does.")
    parser.add_argument("--create", metavar="PROVIDER", help="create a real one, with the key from PROVIDER_KEY")
    parser.add_argument("--name", help="the name that an earlier run left off with")
    arguments = parser.parse_args()
    if os.environ.get("OPENROUTER_API_KEY"):
        return real(arguments.create, os.environ.get("PROVIDER_KEY"), arguments.name)
    if arguments.create:
        parser.error("set OPENROUTER_API_KEY to a management key, too")
    return demonstration()


def demonstration() -> int:
    """Show each scene on a local OpenRouter."""
    from openrouter_core.testing import LocalOpenRouter

    with LocalOpenRouter() as server:
        title("Exactly once, on a local OpenRouter with faults on", server.url)
        key, url = server.management_key, server.url
        with OpenRouterCore(api_key=key, server_url=url, hooks=NARRATING) as core:
            right = [scene(core, server, number, *each) for number, each in enumerate(SCENES, start=1)]
    print(f"\n{len(SCENES)} creates, {sum(right)} of them there exactly once. Read on: docs/retries.md.")
    return 0 if all(right) else 1


def scene(core: OpenRouterCore, server: LocalOpenRouter, number: int, what: str, fault: FaultSettings | None) -> bool:
    """Create one credential while `fault` strikes once; return whether it is there exactly once."""
    print(f"\n{bold(f'{number}  {what}')}")
    server.reset()
    if fault is not None:
        server.fail(**fault)
    name = unique_name("Production")
    tell(create_once(core, provider="openai", key="sk-proj-example-AbCd", name=name, looks=(0.0, 0.1)))
    with server.core() as silent:
        there = [each.name for each in byok_list(silent, limit=100).unwrap().collect().unwrap()].count(name)
    note(f"{'on the server':<16} {there} credential{'' if there == 1 else 's'} of that name")
    return there == 1


def real(provider: str | None, key: str | None, name: str | None) -> int:
    """Create a real credential if told to, and say what is missing otherwise."""
    if not provider or not key:
        title("Nothing was done", "OPENROUTER_API_KEY is set, so this would create a real credential in your account.")
        note("To see it on a local OpenRouter instead, unset OPENROUTER_API_KEY.")
        note("To create one, set PROVIDER_KEY to the provider's key, and name the provider:")
        note("  python docs/examples/create_once.py --create openai")
        return 2
    given, name = name, name or unique_name("Created once")
    title("Creating a real credential in your account", name)
    with OpenRouterCore(hooks=NARRATING) as core:
        create = look_then_create if given else create_once
        outcome = create(core, provider=provider, key=key, name=name)
    tell(outcome)
    if isinstance(outcome, Unclear):
        note(f"Run it again with --name '{name}': it looks first.")
    return 0 if isinstance(outcome, Created) else 1


# --- How it is printed -------------------------------------------------------------------------------------------


def tell(outcome: Outcome) -> None:
    """Print what came of it."""
    match outcome:
        case Created(id_, answered):
            note(f"{'created':<16} {id_} ({'as the server said' if answered else 'we looked, and there it was'})")
        case NotCreated(error):
            note(f"{'not created':<16} {error}")
        case Unclear(error):
            note(f"{'nobody can tell':<16} {error}")
        case _:
            assert_never(outcome)


def answered(context: HookContext, response: Response | HTTPClientError) -> None:
    """Print one request and what came back."""
    came = "no answer"
    if isinstance(response, Response):
        came = f"{response.status_code} {HTTPStatus(response.status_code).phrase}"
    note(dim(f"{context.method:<4} {context.path:<11} {came}"))


NARRATING = Hooks(after_success=answered, after_error=answered)


def title(text: str, below: str) -> None:
    """Print a headline."""
    print(f"\n{bold(text)}\n{dim(below)}")


def note(text: str) -> None:
    """Print a detail."""
    print(f"   {text}")


def bold(text: str) -> str:
    """Return the text in bold, on a terminal."""
    return f"\033[1m{text}\033[0m" if sys.stdout.isatty() else text


def dim(text: str) -> str:
    """Return the text in grey, on a terminal."""
    return f"\033[2m{text}\033[0m" if sys.stdout.isatty() else text


if __name__ == "__main__":
    sys.exit(main())
