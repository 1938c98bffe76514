"""The example that makes an account match a TOML file: what it plans, what it does, and that it then does no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from openrouter_core import unwrap
from openrouter_funcs.byok_create import byok_create
from openrouter_funcs.byok_list import byok_list
from tests.examples.scripts import EXAMPLES

if TYPE_CHECKING:
    from openrouter_core.testing import LocalOpenRouter
    from openrouter_funcs.models.byok import BYOKKey

    from .conftest import Examples

ACCOUNT = (EXAMPLES / "account.toml").read_text(encoding="utf-8")
KEYS = {"OPENAI_KEY": "sk-test-openai-AbCd", "ANTHROPIC_KEY": "sk-test-anthropic-WxYz"}


def there(server: LocalOpenRouter) -> dict[str | None, BYOKKey]:
    """Return the account's credentials by name."""
    with server.core() as core:
        credentials = unwrap(unwrap(byok_list(core)).collect())
    assert len({each.name for each in credentials}) == len(credentials)
    return {each.name: each for each in credentials}


def reconcile(examples: Examples, *arguments: str, file: str = ACCOUNT, keys: dict[str, str] = KEYS) -> tuple[int, str]:
    """Run the example on a file; whatever comes of it, no key is printed."""
    (examples.folder / "wanted.toml").write_text(file, encoding="utf-8")
    code, printed = examples.run("reconcile.py", "wanted.toml", *arguments, **keys)
    assert not any(key in printed for key in keys.values())
    return code, printed


def changes(server: LocalOpenRouter) -> list[str]:
    """Return the methods of all requests that may change something."""
    return [each.method for each in server.requests if each.method != "GET"]


def test_the_plan_comes_first_and_changes_nothing(examples: Examples, server: LocalOpenRouter) -> None:
    """It is a diff: what is missing is added, what the file does not have goes; the exit status is that of `diff`."""
    server.seed(1)
    code, printed = reconcile(examples)
    assert code == 1
    for line in ("-openai null", '+openai "Production"', '+    key = "$OPENAI_KEY"', "+    is_fallback = true"):
        assert line in printed.splitlines()
    assert changes(server) == []


def test_it_is_carried_out_and_then_there_is_nothing_to_do(examples: Examples, server: LocalOpenRouter) -> None:
    """The account is as the file says, keys included; a second run finds no difference, and sends no change."""
    server.seed(1)
    code, printed = reconcile(examples, "--apply")
    assert code == 0, printed
    assert "3 changes are made" in printed
    account = there(server)
    assert account.keys() == {"Production", "Fallback"}
    assert account["Production"].allowed_models == ("openai/gpt-4.1", "openai/gpt-4.1-mini")
    assert account["Fallback"].declared_region == "europe"
    assert account["Fallback"].is_fallback
    assert server.verify_key(account["Production"].id, KEYS["OPENAI_KEY"])
    assert server.verify_key(account["Fallback"].id, KEYS["ANTHROPIC_KEY"])

    before = changes(server)
    for arguments in ((), ("--apply",)):
        code, printed = reconcile(examples, *arguments)
        assert (code, printed) == (0, "The account matches the file.\n")
    assert changes(server) == before


def test_what_differs_is_changed(examples: Examples, server: LocalOpenRouter) -> None:
    """A setting to another value, one that is gone to its default, a key that the label does not show."""
    assert reconcile(examples, "--apply")[0] == 0
    ids = {name: each.id for name, each in there(server).items()}
    file = ACCOUNT.replace('"europe"', '"us"').replace("is_fallback = true\n", "")
    keys = KEYS | {"OPENAI_KEY": "sk-test-openai-EfGh"}
    code, printed = reconcile(examples, "--apply", file=file, keys=keys)
    assert code == 0, printed
    differences = [line for line in printed.splitlines() if line[0] in "+-" and line[1] == " "]
    assert differences == [
        '-    key = "sk-...AbCd"',
        '+    key = "$OPENAI_KEY"',
        "-    is_fallback = true",
        '-    declared_region = "europe"',
        '+    declared_region = "us"',
    ]
    account = there(server)
    assert {name: each.id for name, each in account.items()} == ids
    assert (account["Fallback"].is_fallback, account["Fallback"].declared_region) == (False, "us")
    assert server.verify_key(ids["Production"], "sk-test-openai-EfGh")
    assert reconcile(examples, file=file, keys=keys)[0] == 0


def test_a_key_that_is_not_set_is_left_alone(examples: Examples, server: LocalOpenRouter) -> None:
    """For a credential that is there; a new one needs it, and nothing is done before it is."""
    code, printed = reconcile(examples, "--apply", keys={"OPENAI_KEY": KEYS["OPENAI_KEY"]})
    assert code == 2
    assert "ANTHROPIC_KEY is not set" in printed
    assert changes(server) == []
    assert reconcile(examples, "--apply")[0] == 0
    assert reconcile(examples, keys={}) == (0, "The account matches the file.\n")


def test_of_two_of_one_name_one_is_left(examples: Examples, server: LocalOpenRouter) -> None:
    """What a create made that was sent twice: the first stays."""
    with server.core() as core:
        made = [unwrap(byok_create(core, provider="openai", name="Production", key=KEYS["OPENAI_KEY"])) for _ in "ab"]
    code, printed = reconcile(examples, "--apply")
    assert code == 0, printed
    assert there(server)["Production"].id == made[0].data.id


def test_what_stops_halfway_is_taken_up_again(examples: Examples, server: LocalOpenRouter) -> None:
    """A create that is applied and answered 500 is not sent again: the second run sees that it is there."""
    server.fail(method="POST", status=500, apply=True)
    code, printed = reconcile(examples, "--apply")
    assert code == 2
    assert "0 of 2 changes are made, then: byok_create: 500" in printed
    code, printed = reconcile(examples, "--apply")
    assert code == 0, printed
    assert there(server).keys() == {"Production", "Fallback"}
    assert changes(server) == ["POST", "POST"]


# a file, and what is said of it
UNCLEAR = {
    "not TOML": ("[[credential]", "wanted.toml: "),
    "a misspelt table": ("[[credentials]]", "expected [[credential]], and nothing else"),
    "a key in the file": (f'{ACCOUNT}key = "sk-test-key-AbCd"', "a credential with key"),
    "no name": (ACCOUNT.replace('name = "Fallback"', ""), "a credential without name"),
    "twice": (ACCOUNT + ACCOUNT.partition("\n\n")[2], "openai Production is there twice"),
}


@pytest.mark.parametrize("case", UNCLEAR)
def test_a_file_that_is_not_clear_is_refused(examples: Examples, server: LocalOpenRouter, case: str) -> None:
    """Before anything is changed: a misspelt table would otherwise delete all that the account has."""
    server.seed(1)
    file, said = UNCLEAR[case]
    code, printed = reconcile(examples, "--apply", file=file)
    assert code == 2
    assert said in printed
    assert changes(server) == []


def test_an_account_that_cannot_be_read_is_left_alone(examples: Examples, server: LocalOpenRouter) -> None:
    """A list that breaks off on a later page is not taken for the account."""
    server.seed(120)
    server.fail(method="GET", after=1, status=403)
    code, printed = reconcile(examples, "--apply")
    assert code == 2
    assert "The account cannot be read: byok_list: 403" in printed
    assert changes(server) == []
