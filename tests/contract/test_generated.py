"""What is written from the contract is written anew and is the same, and what is stale or strange is found."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from openrouter_funcs._generate import decisions
from openrouter_funcs._generate.__main__ import ROOT, main
from openrouter_funcs._generate.contract import endpoints, family_of, schemas
from openrouter_funcs._generate.functions import error_class
from openrouter_funcs._generate.homes import placed
from openrouter_funcs._generate.names import pascal, singular, snake
from openrouter_funcs._generate.symbols import Symbols
from openrouter_funcs._generate.words import Words

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of what the generator writes."""
    root = tmp_path_factory.mktemp("checkout")
    for name in ("README.md", "docs/index.md"):
        (root / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, root / name)
    for name in ("openrouter_funcs", "docs/reference"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("_generate", "__pycache__"))
    return root


def test_nothing_is_stale(capsys: pytest.CaptureFixture[str]) -> None:
    """And no word is missing or of no use."""
    assert main(ROOT, ["--check"]) == 0, capsys.readouterr().out


def test_what_is_stale_is_named_and_mended(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that was changed, one that was lost, and one that nobody asked for."""
    changed, lost, strange = (
        checkout / "openrouter_funcs" / f"{name}.py" for name in ("byok_get", "models_get", "odd")
    )
    whole = changed.read_text(encoding="utf-8")
    changed.write_text(whole + "\n", encoding="utf-8")
    lost.unlink()
    strange.write_text("", encoding="utf-8")
    assert main(checkout, ["--check"]) == 1
    said = capsys.readouterr().out
    assert all(path.name in said for path in (changed, lost, strange))
    assert main(checkout, []) == 0
    assert (changed.read_text(encoding="utf-8"), lost.exists(), strange.exists()) == (whole, True, False)


@pytest.mark.parametrize(
    ("wire", "snaked", "pascaled"),
    [
        ("internId", "intern_id", "InternId"),
        ("X-OpenRouter-Metadata", "x_openrouter_metadata", "XOpenRouterMetadata"),
        ("async", "async_", "Async"),
        ("keyterms[]", "keyterms", "Keyterms"),
        ("_shape", "shape", "Shape"),
        ("amazon-bedrock", "amazon_bedrock", "AmazonBedrock"),
        ("exitCode", "exit_code", "ExitCode"),
    ],
)
def test_names_are_those_of_python(wire: str, snaked: str, pascaled: str) -> None:
    """Parameters and attributes in snake case, parts of classes in Pascal case."""
    assert (snake(wire), pascal(wire)) == (snaked, pascaled)


@pytest.mark.parametrize(
    ("many", "one"),
    [("Tools", "Tool"), ("Matches", "Match"), ("Entries", "Entry"), ("Status", "StatusItem"), ("Data", "DataItem")],
)
def test_an_item_is_named_in_the_singular(many: str, one: str) -> None:
    """Where English has one."""
    assert singular(many) == one


def test_modules_of_models_have_no_circle() -> None:
    """Each can be imported first."""
    symbols = placed().all
    homes = {each.home: set[str]() for each in symbols.values()}
    for each in symbols.values():
        homes[each.home] |= {symbols[name].home for name in each.needs if name in symbols} - {each.home}
    while free := [home for home, needed in homes.items() if not needed & homes.keys()]:
        for home in free:
            del homes[home]
    assert homes == {}


def test_every_row_of_the_decisions_is_about_something() -> None:
    """None is left over from an earlier contract."""
    symbols = placed().all
    fields = {f"{each.name}.{one.wire}" for each in symbols.values() for one in each.fields}
    fields |= {f"{each.words}.{one.name}" for each in symbols.values() for one in each.fields}
    names = {each.function for each in endpoints()}
    assert {*decisions.TYPES, *decisions.REQUIRED} <= fields
    assert {*decisions.SECRETS} <= fields | {
        f"{each.words}.{one.wire}" for each in symbols.values() for one in each.fields
    }
    assert {*decisions.LAST, *decisions.PAGING, *decisions.ITEMS} <= names
    assert {*decisions.OPEN} <= symbols.keys()
    assert all(any(each.startswith(new) for each in symbols) for new in decisions.NAMES.values())


def test_two_schemas_of_one_name_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """One of them has to be given a name in the decisions."""
    monkeypatch.setitem(decisions.NAMES, "BYOKKey", "Guardrail")
    with pytest.raises(ValueError, match="two schemas are named Guardrail"):
        Symbols()


def test_what_the_generator_does_not_know_is_named() -> None:
    """A new family, and a new status."""
    with pytest.raises(ValueError, match="weather_get is of no family"):
        family_of("weather_get")
    with pytest.raises(ValueError, match="no class for the status 418"):
        error_class(418)


def test_it_is_a_program() -> None:
    """As `CONTRIBUTING.md` says."""
    command = [sys.executable, "-m", "openrouter_funcs._generate", "--help"]
    assert "--check" in subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout


def test_missing_words_are_named() -> None:
    """By file, table and key."""
    words = Words()
    assert words.of("byok", "BYOKKey", "no_such") == ""
    assert words.missing == ["byok.toml [BYOKKey] no_such"]
    assert schemas()["BYOKKey"]
