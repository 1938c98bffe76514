"""Make the account match a TOML file: show the plan as a diff, and carry it out when told to.

    OPENAI_KEY=sk-proj-test-AbCd ANTHROPIC_KEY=sk-ant-test-WxYz python -m openrouter_core.testing --seed 1 -- \
        python docs/examples/reconcile.py docs/examples/account.toml --apply

That is on a local OpenRouter. For your own account set OPENROUTER_API_KEY, and leave out what stands from `python -m`
to `--`. Needed: `pip install 'openrouter-funcs[testing]'`.

The file lists every credential that the default workspace is to hold; `docs/examples/account.toml` is one. Provider and
name tell which is which, and what is not in the file is deleted. Keys come from the variables that `key_env` names: a
key is sent when its text holds nothing of what the credential's label shows; without the variable it is left alone.

Without `--apply` it exits as `diff` does: with 0 when the account matches, with 1 when it does not, with 2 on trouble.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tomllib
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from openrouter_core import Err, Ok, OpenRouterCore, Secret
from openrouter_funcs.byok_create import ByokCreateError, byok_create
from openrouter_funcs.byok_delete import ByokDeleteError, byok_delete
from openrouter_funcs.byok_list import byok_list
from openrouter_funcs.byok_update import ByokUpdateError, byok_update

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from openrouter_core import Result
    from openrouter_funcs.models.byok import BYOKKey

Failure: TypeAlias = ByokCreateError | ByokUpdateError | ByokDeleteError
Entry: TypeAlias = dict[str, Any]  # of the file: the SDK checks the types before anything is sent

IDENTITY = ("provider", "name", "key_env")
DEFAULTS: Entry = {
    "disabled": False,
    "is_fallback": False,
    "is_required": False,
    "is_byok_only": False,
    "allowed_models": None,
    "allowed_api_key_hashes": None,
    "allowed_user_ids": None,
    "declared_region": None,
    "declared_zdr": None,
}


@dataclass(frozen=True)
class Step:
    """One credential: how it is, how it is to be, and the call that makes it so."""

    before: list[str]
    after: list[str]
    take: Callable[[OpenRouterCore], Result[object, Failure]]


def main() -> int:
    """Print the plan, carry it out with `--apply`, and return the exit status."""
    parser = argparse.ArgumentParser(description="Make the account match a TOML file.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--apply", action="store_true", help="carry the plan out")
    options = parser.parse_args()
    with OpenRouterCore() as core:
        found = byok_list(core, limit=100).and_then(lambda page: page.collect())
        if not found.ok:
            print(f"The account cannot be read: {found.error}", file=sys.stderr)
            return 2
        try:
            steps = plan(read(options.file), found.value)
        except (OSError, ValueError) as error:
            parser.error(f"{options.file}: {error}")
        show(steps)
        changes = [step for step in steps if step.before != step.after]
        return carry_out(core, changes) if options.apply and changes else min(len(changes), 1)


def read(path: Path) -> list[Entry]:
    """Return what the file wants; raise `ValueError` when it is not clear."""
    file = tomllib.loads(path.read_text(encoding="utf-8"))
    if file.keys() != {"credential"}:  # a misspelt one would delete all that the account has
        raise ValueError("expected [[credential]], and nothing else")
    entries: list[Entry] = file["credential"]
    seen: set[tuple[str, str]] = set()
    for entry in entries:
        missing, unknown = IDENTITY - entry.keys(), entry.keys() - DEFAULTS.keys() - {*IDENTITY}
        if missing or unknown:
            raise ValueError(f"a credential {'without' if missing else 'with'} {min(missing or unknown)}")
        if (entry["provider"], entry["name"]) in seen:
            raise ValueError(f"{entry['provider']} {entry['name']} is there twice")
        seen.add((entry["provider"], entry["name"]))
    return entries


def plan(entries: Sequence[Entry], found: Sequence[BYOKKey]) -> list[Step]:
    """Return a step for each credential; of two of one name in the account, the first is the one that is meant."""
    left = list(found)
    steps: list[Step] = []
    for entry in entries:
        match [each for each in left if (each.provider, each.name) == (entry["provider"], entry["name"])]:
            case [known, *_]:
                left.remove(known)
                steps.append(update(known, entry))
            case _:
                steps.append(create(entry))
    return steps + [delete(each) for each in left]


def create(entry: Entry) -> Step:
    """The file has it, the account has not."""
    key = os.environ.get(entry["key_env"])
    if not key:
        raise ValueError(f"{entry['provider']} {entry['name']} is new, and {entry['key_env']} is not set")
    request: Entry = {name: value for name, value in entry.items() if name != "key_env"} | {"key": Secret(key)}
    return Step([], toml(entry, f"${entry['key_env']}"), lambda core: byok_create(core, **request))


def update(known: BYOKKey, entry: Entry) -> Step:
    """Both have it; all settings are sent when one differs."""
    request: Entry = {name: entry.get(name, default) for name, default in DEFAULTS.items()}
    key, shown = os.environ.get(entry["key_env"]), known.label.rpartition("...")[2]  # of a mask such as "sk-...AbCd"
    label = known.label
    if key and shown not in key:
        request["key"], label = Secret(key), f"${entry['key_env']}"
    return Step(of_account(known), toml(entry, label), lambda core: byok_update(core, id=known.id, **request))


def delete(known: BYOKKey) -> Step:
    """The account has it, the file has not."""
    return Step(of_account(known), [], lambda core: byok_delete(core, id=known.id))


def of_account(known: BYOKKey) -> list[str]:
    """Return the lines of a credential of the account."""
    return toml({name: getattr(known, name) for name in ("provider", "name", *DEFAULTS)}, known.label)


def toml(entry: Entry, key: str) -> list[str]:
    """Return the lines of a credential; a setting that has its default has none."""
    values = {"key": key} | {name: entry[name] for name in DEFAULTS if entry.get(name) not in (None, DEFAULTS[name])}
    lines = [f"    {name} = {json.dumps(value)}" for name, value in values.items()]
    return [f"{entry['provider']} {json.dumps(entry['name'])}", *lines]


def show(steps: Sequence[Step]) -> None:
    """Print the plan as a diff."""
    before = [line for step in steps for line in step.before]
    after = [line for step in steps for line in step.after]
    print("\n".join(unified_diff(before, after, "account", "file", lineterm="")) or "The account matches the file.")


def carry_out(core: OpenRouterCore, changes: Sequence[Step]) -> int:
    """Take one step after the other, up to the first that fails, and return the exit status."""
    for done, step in enumerate(changes):
        match step.take(core):
            case Ok(_):
                pass
            case Err(error):
                print(f"{done} of {len(changes)} changes are made, then: {error}", file=sys.stderr)
                print("Run it again when that is mended: it looks first, and does the rest.", file=sys.stderr)
                return 2
    print(f"{len(changes)} changes are made.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
