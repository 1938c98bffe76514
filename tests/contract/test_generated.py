"""What is written from the contract is written anew and is the same, and what is stale or strange is found."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from openrouter_core.types.description import fields_of
from openrouter_funcs import models
from openrouter_funcs._generate import contract, decisions, text
from openrouter_funcs._generate.__main__ import ROOT, main
from openrouter_funcs._generate.contract import endpoints, family_of, schemas
from openrouter_funcs._generate.functions import Functions, error_class
from openrouter_funcs._generate.homes import placed
from openrouter_funcs._generate.models import Models
from openrouter_funcs._generate.names import pascal, singular, snake
from openrouter_funcs._generate.symbols import Symbols
from openrouter_funcs._generate.words import Words
from tests.samples import decode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from openrouter_funcs._generate.contract import Schema


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
        ("str", "str_", "Str"),
        ("1a", "n1a", "1A"),
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
    """Each can be imported first. What is in quotes is imported later."""
    texts = {path.stem: path.read_text() for path in (ROOT / "openrouter_funcs/models").glob("[a-z]*.py")}
    homes = {
        name: set(re.findall(r"^from openrouter_funcs\.models\.(\w+)", text, re.MULTILINE))
        for name, text in texts.items()
    }
    assert not homes["chat_params"] & decisions.ON_DEMAND
    while free := [home for home, needed in homes.items() if not needed & homes.keys()]:
        for home in free:
            del homes[home]
    assert homes == {}


def test_every_type_can_be_described() -> None:
    """Those in quotes, too, which a call evaluates only when it has a value of one."""
    modules = [import_module(f"openrouter_funcs.models.{each.name}") for each in iter_modules(models.__path__)]
    kinds = [getattr(module, name) for module in modules for name in module.__all__]
    own = [kind for kind in kinds if isinstance(kind, type) and kind.__module__.startswith(models.__name__)]
    words = [field.described.words for kind in own for field in fields_of(kind).values()]
    assert len(own) > 1_000
    assert all(words)


def test_every_row_of_the_decisions_is_about_something() -> None:
    """None is left over from an earlier contract."""
    symbols = placed().all
    fields = {f"{each.name}.{one.wire}" for each in symbols.values() for one in each.fields}
    fields |= {f"{each.words}.{one.name}" for each in symbols.values() for one in each.fields}
    names = {each.function for each in endpoints()}
    assert {*decisions.TYPES, *decisions.REQUIRED, *decisions.USUAL} <= fields
    assert {*decisions.SECRETS} <= fields | {
        f"{each.words}.{one.wire}" for each in symbols.values() for one in each.fields
    }
    assert {*decisions.LAST, *decisions.PAGING, *decisions.ITEMS} <= names
    assert {*decisions.OPEN, *decisions.SHARED} <= symbols.keys()
    assert decisions.NAMES.keys() >= decisions.UNIONS
    assert {each.home for each in symbols.values()} >= decisions.ON_DEMAND
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


BYOK = "/byok/{id}"
_TEXT = {"type": "string"}


def _response(document: Schema) -> Schema:
    got: Schema = document["paths"][BYOK]["get"]["responses"]["200"]
    return got


def _with_field(name: str, schema: Schema) -> Callable[[Schema], object]:
    """Return what gives a field to what `byok_update` takes."""
    return lambda document: document["components"]["schemas"]["UpdateBYOKKeyRequest"]["properties"].update(
        {name: schema}
    )


def _with_schema(name: str, **schema: object) -> Callable[[Schema], object]:
    """Return what adds a schema, and a field of it to what `byok_get` returns."""

    def change(document: Schema) -> None:
        document["components"]["schemas"][name] = schema
        document["components"]["schemas"]["BYOKKey"]["properties"]["field"] = {"$ref": f"#/components/schemas/{name}"}

    return change


def _with_a_second_path(document: Schema) -> None:
    document["paths"]["/other/{id}"] = {"get": document["paths"][BYOK]["get"]}


def _with_an_answer_of_text(document: Schema) -> None:
    _response(document)["content"] = {"text/csv": {}}


def _with_parameter(**parameter: object) -> Callable[[Schema], object]:
    return lambda document: document["paths"][BYOK]["get"]["parameters"].append(
        {"name": "odd", "in": "query", "schema": _TEXT} | parameter
    )


@pytest.fixture
def changed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Callable[[Callable[[Schema], object]], None]]:
    """Return what lets the generator read a contract that is changed."""
    original = contract.PATH.read_bytes()

    def change(by: Callable[[Schema], object]) -> None:
        whole = json.loads(original)
        by(whole)
        (tmp_path / "contract.json").write_text(json.dumps(whole), encoding="utf-8")
        monkeypatch.setattr(contract, "PATH", tmp_path / "contract.json")
        contract.document.cache_clear()
        endpoints.cache_clear()

    yield change
    contract.document.cache_clear()
    endpoints.cache_clear()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(_with_field("id", _TEXT), "ByokUpdateRequest .* {'id'}", id="a name of path and body"),
        pytest.param(_with_field("isRequired", _TEXT), "{'is_required'}", id="a name in two spellings"),
        pytest.param(_with_field("options", _TEXT), "{'options'}", id="a name of every function"),
        pytest.param(_with_field("app_title", _TEXT), "{'app_title'}", id="a name of every request"),
        pytest.param(
            _with_schema("Mapping", type="object", properties={"a": _TEXT}), "named Mapping", id="a name of Python"
        ),
        pytest.param(_with_schema("3D", type="object", properties={"a": _TEXT}), "named 3D", id="no name of a class"),
        pytest.param(
            _with_schema("Tree", anyOf=[_TEXT, {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}]),
            "union Tree is a part of itself",
            id="a union within itself",
        ),
        pytest.param(
            _with_schema("Both", allOf=[{"$ref": "#/components/schemas/BYOKKey"}, {"properties": {"a": _TEXT}}]),
            "have to be made one",
            id="an object in parts",
        ),
        pytest.param(
            _with_a_second_path,
            "two endpoints have the function byok_get",
            id="a function twice",
        ),
        pytest.param(_with_parameter(style="deepObject"), "encoded in a way", id="a query of objects"),
        pytest.param(_with_parameter(explode=False), "encoded in a way", id="a query of joined lists"),
        pytest.param(_with_parameter(**{"in": "cookie"}), "encoded in a way", id="a cookie"),
        pytest.param(_with_an_answer_of_text, "text/csv", id="an answer of text"),
    ],
)
def test_what_the_generator_cannot_write_is_refused(
    changed: Callable[[Callable[[Schema], object]], None], change: Callable[[Schema], object], said: str
) -> None:
    """With its name: nothing is written that would not work."""
    changed(change)
    with pytest.raises(ValueError, match=said) as caught:
        Models(placed(), Words()).modules()
    if "encoded" in said or "text/csv" in said:
        assert caught.value.__notes__ == [f"That is about GET {BYOK} in the contract."]


def _module(name: str, text: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return a module of a text, under the name that its classes look for."""
    made = ModuleType(name)
    monkeypatch.setitem(sys.modules, name, made)
    exec(compile(text, name, "exec"), made.__dict__)  # noqa: S102 - our own text
    return made


def test_a_schema_that_holds_itself(
    changed: Callable[[Callable[[Schema], object]], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Is a class that holds itself, and what lacks words is named when all is written."""
    itself = {"$ref": "#/components/schemas/Tree"}
    changed(
        _with_schema("Tree", type="object", properties={"value": _TEXT, "children": {"type": "array", "items": itself}})
    )
    words = Words()
    models = _module("odd_models", Models(placed(), words).modules()["byok"], monkeypatch)
    tree = decode(models.Tree, b'{"value": "a", "children": [{"value": "b"}]}')
    assert tree == models.Tree(value="a", children=(models.Tree(value="b"),))
    assert {"byok.toml [Tree] _", "byok.toml [Tree] value"} <= {*words.missing}


def test_what_the_contract_has_nowhere_yet(changed: Callable[[Callable[[Schema], object]], None]) -> None:
    """A list as an answer, a body to delete with, a segment of a path that is half a parameter, mixed constants."""

    def change(document: Schema) -> None:
        _response(document)["content"]["application/json"]["schema"] = {
            "type": "array",
            "items": {"$ref": "#/components/schemas/BYOKKey"},
        }
        body = {"content": {"application/json": {"schema": {"type": "object", "properties": {"why": _TEXT}}}}}
        document["paths"][BYOK]["delete"]["requestBody"] = body
        document["paths"]["/byok/a-{byokId}:get"] = {"get": document["paths"][BYOK].pop("get")}
        _with_field("mixed", {"type": ["integer", "string"], "enum": [1, "auto"]})(document)
        _with_field("number", {"type": "number", "enum": [0.5, 1]})(document)

    changed(change)
    symbols, words = placed(), Words()
    functions = Functions(symbols, words, Models(symbols, words))
    get, delete = (
        functions.module(next(each for each in endpoints() if each.function == name))
        for name in ("byok_get", "byok_delete")
    )
    assert 'cast("type[tuple[BYOKKey, ...]]", tuple[byok.BYOKKey, ...])' in get
    assert 'path="/byok/a-{byok_id}:get"' in get
    assert "body=True" in delete
    types = {one.name: one.type for one in symbols.all["ByokUpdateRequest"].fields}
    assert (types["mixed"], types["number"]) == ('Literal[1, "auto"]', "float")


@pytest.mark.parametrize("words", ['It says """.', 'It says "this"', "It is a \\"])
def test_words_that_no_docstring_can_end_with_are_refused(words: str) -> None:
    """With the words."""
    with pytest.raises(ValueError, match="a docstring cannot"):
        text.docstring(words, 0)


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
