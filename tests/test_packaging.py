"""What importing costs, and what the packages say of themselves: `__all__`, docstrings, types, version."""

from __future__ import annotations

import ast
import inspect
import json
import re
import subprocess
import sys
from importlib import import_module, metadata, resources
from itertools import pairwise
from operator import attrgetter
from pathlib import Path
from pkgutil import walk_packages
from typing import TYPE_CHECKING

import pytest

import openrouter_core
import openrouter_funcs
from openrouter_core.version import __version__
from openrouter_funcs import models
from openrouter_funcs._generate.contract import endpoints
from openrouter_funcs._generate.decisions import BY_HAND
from tests.faults import draws
from tests.funcs import cases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openrouter_funcs._generate.contract import Endpoint

ROOT = Path(__file__).parents[1]
FUNCTIONS = [each.function for each in endpoints()]
HEAVY = {
    "httpx",
    "httpx2",
    "attr",
    "cattrs",
    "asyncio",
    "openrouter_core.streams",
    "openrouter_core.http.exchange",
}


def loaded_by(program: str) -> set[str]:
    """Return the modules that are loaded once `program` has run in an interpreter of its own."""
    command = [sys.executable, "-c", f"{program}\nimport json, sys\nprint(json.dumps(list(sys.modules)))"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    return set(json.loads(done.stdout))


def test_every_function_is_of_the_contract() -> None:
    """Or is one of those that send nothing; beside them stand what makes a provider's key."""
    files = {path.name for path in resources.files(openrouter_funcs).iterdir() if path.name.endswith(".py")}
    assert files == {f"{name}.py" for name in (*FUNCTIONS, *BY_HAND, "credentials", "__init__")}
    assert [function.name for function in cases.EVERY] == list(draws.FUNCTIONS) == list(draws.GOOD)
    streaming = {each.function for each in endpoints() if each.stream} - {"images_generate"}
    assert streaming == set(draws.STREAMING) == {function.name for function in cases.STREAMING}


def test_functions_import_themselves_and_the_core() -> None:
    """Neither models nor anything heavy is loaded by all of them together, not even once a core is constructed."""
    names = [*FUNCTIONS, *BY_HAND]
    loaded = loaded_by(
        "".join(f"from openrouter_funcs.{name} import {name}\n" for name in names)
        + "from openrouter_core import OpenRouterCore\n"
        "OpenRouterCore(api_key='sk-or-test-123')"
    )
    functions = {module for module in loaded if module.startswith("openrouter_funcs.")}
    assert functions == {f"openrouter_funcs.{name}" for name in names}
    assert not loaded & {*HEAVY, "openrouter_core.files", "openrouter_core.pages", "openrouter_core.streams"}


def test_the_core_imports_nothing_heavy() -> None:
    """Importing the core loads no function, and none of what only a call needs."""
    loaded = loaded_by("import openrouter_core")
    assert not loaded & HEAVY
    assert not {module for module in loaded if module.startswith(("openrouter_funcs", "openrouter_core.testing"))}


def test_importing_the_package_alone_loads_nothing_else() -> None:
    """Pytest does it in every run of everyone who has the package installed: each name waits until it is asked for."""
    loaded = loaded_by("import openrouter_core")
    assert {module for module in loaded if module.startswith("openrouter")} == {"openrouter_core"}
    assert "attrs" not in loaded


def test_every_public_name_is_found_where_it_lives() -> None:
    """A name is loaded once, all of them are listed, and one that is not public is an `AttributeError`."""
    program = (
        "import openrouter_core\n"
        "assert set(openrouter_core.__all__) <= set(dir(openrouter_core))\n"
        "from openrouter_core import *\n"
        "from openrouter_core import __version__\n"
        "assert Ok is openrouter_core.result.Ok is openrouter_core.Ok\n"
        "for name in ('Okay', 'HookContext', 'Paging', 'Request', 'first_offset', 'session_of', '_Page'):\n"
        "    assert not hasattr(openrouter_core, name), name"
    )
    assert "openrouter_core.core" in loaded_by(program)


def test_a_core_loads_no_more_than_a_core() -> None:
    """What some programs use waits until they ask for it."""
    loaded = loaded_by("from openrouter_core import Err, Ok, OpenRouterCore, Result, Secret, errors, unwrap")
    waiting = ("files", "hooks", "options", "pages", "retries", "streams")
    assert not loaded & {f"openrouter_core.{name}" for name in waiting}
    assert not loaded & HEAVY


def test_a_call_loads_its_own_family_only() -> None:
    """The first call loads httpx and the models of its function, and no other function; attrs and cattrs wait."""
    loaded = loaded_by(
        "import sys; sys.modules['rich'] = None\n"  # httpx loads it where it is installed, and it loads attrs
        "from openrouter_core import OpenRouterCore\n"
        "from openrouter_funcs.byok_get import byok_get\n"
        "assert not byok_get(OpenRouterCore(server_url='http://127.0.0.1:9', deadline=0.001), id='x').ok"
    )
    assert "httpx" in loaded
    assert not loaded & {"attr", "cattrs"}
    functions = {module for module in loaded if module.startswith("openrouter_funcs.")}
    assert functions == {"openrouter_funcs.byok_get", "openrouter_funcs.models", "openrouter_funcs.models.byok"}


@pytest.mark.parametrize(
    ("more", "loaded"),
    [
        ("", set[str]()),
        ("provider={'order': ['openai']}", {"enums", "provider_names", "routing"}),
        ("tools=[{'type': 'function', 'function': {'name': 'f'}}]", {"chat_options", "enums", "server_tools"}),
    ],
)
def test_a_call_loads_the_types_of_its_own_parameters_only(more: str, loaded: set[str]) -> None:
    """Those of tools, plugins and providers wait for the first call that has some."""
    every = loaded_by(
        "from openrouter_core import OpenRouterCore\n"
        "from openrouter_funcs.chat_send import chat_send\n"
        "core = OpenRouterCore(server_url='http://127.0.0.1:9', deadline=0.001)\n"
        f"assert not chat_send(core, messages=[{{'role': 'user', 'content': 'Hello'}}], {more}).ok"
    )
    models = {module.rpartition(".")[2] for module in every if module.startswith("openrouter_funcs.models.")}
    assert models == {"chat", "chat_params", "usage", *loaded}


@pytest.mark.parametrize(
    ("function", "arguments"),
    [
        ("chat_send", "messages=[{'role': 'user', 'content': 'Hello'}]"),
        (
            "messages_create",
            "messages=[{'role': 'user', 'content': 'Hello'}], model='anthropic/claude-sonnet-4.5', max_tokens=9",
        ),
        ("responses_send", "input='Hello'"),
    ],
)
def test_a_plain_call_loads_nothing_after_a_check(function: str, arguments: str) -> None:
    """What nearly every answer has is loaded by then."""
    loaded_by(
        "import sys\n"
        "from openrouter_core.testing import LocalOpenRouter\n"
        f"from openrouter_funcs.{function} import {function}\n"
        "with LocalOpenRouter() as server, server.core() as core:\n"
        "    core.check().unwrap()\n"
        "    before = set(sys.modules)\n"
        f"    {function}(core, {arguments}).unwrap()\n"
        "    new = set(sys.modules) - before\n"
        "    assert not {name for name in new if name.startswith('openrouter_') and '.testing' not in name}, new"
    )


def test_models_have_no_other_attributes() -> None:
    """What is no module is an `AttributeError`, as of any package."""
    assert import_module("openrouter_funcs.models.routing") is models.routing
    assert not hasattr(models, "nothing")
    assert models.__all__ == []


def test_a_module_of_models_that_lacks_a_library_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not taken for one that does not exist."""

    def fail(_: str) -> None:
        raise ModuleNotFoundError("No module named 'some_library'", name="some_library")

    monkeypatch.setattr(models, "import_module", fail)
    with pytest.raises(ModuleNotFoundError, match="some_library"):
        getattr(models, "nothing")  # noqa: B009 - no type checker knows it


def test_whoever_looks_into_the_package_finds_every_function() -> None:
    """As an editor or a prompt does on a tab; looking loads none."""
    loaded = loaded_by(
        f"import openrouter_funcs\nassert set({[*FUNCTIONS, *BY_HAND, 'models']}) <= set(dir(openrouter_funcs))"
    )
    assert {module for module in loaded if module.startswith("openrouter_")} == {"openrouter_funcs"}


def test_what_is_required() -> None:
    """The user's three, httpx's own httpcore, and what that looks for in every async call: slow where it is missing."""
    required = [re.split("[<>=]", text)[0] for text in metadata.requires("openrouter-funcs") or [] if ";" not in text]
    assert sorted(required) == ["attrs", "cattrs", "httpcore", "httpx", "sniffio"]
    loaded = loaded_by(
        "import asyncio\n"
        "from openrouter_core import OpenRouterCore\n"
        "from openrouter_funcs.byok_get import byok_get_async\n"
        "assert not asyncio.run(byok_get_async(OpenRouterCore(server_url='http://127.0.0.1:9'), id='x')).ok"
    )
    assert "sniffio" in loaded


def module_names() -> Iterator[str]:
    """Yield the name of every module of both packages but programs, which importing would run."""
    for package in (openrouter_core, openrouter_funcs):
        yield package.__name__
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith("__main__"):
                yield module.name


MODULES = list(module_names())
OPEN = [
    name
    for name in MODULES
    if not re.match(r"openrouter_core\.(calling|http|types)\b|openrouter_funcs\._generate\b", name)
]
"""Not the wings: nobody imports from those by name, and what begins with `_` is private there, too."""


def defined(name: str) -> dict[str, object]:
    """Return the functions and classes that a module defines, but for those that its `_` makes private."""
    members: dict[str, object] = vars(import_module(name))
    return {
        each: value
        for each, value in members.items()
        if (inspect.isclass(value) or inspect.isroutine(value)) and value.__module__ == name and each[0] != "_"
    }


OFFERED = {
    f"openrouter_core.{name}"
    for name in ("core", "files", "hooks", "model", "options", "pages", "result", "retries", "secret", "streams")
}
"""Their `__all__` is what `openrouter_core` offers of them."""


@pytest.mark.parametrize("name", OPEN)
def test_all_is_true_and_complete(name: str) -> None:
    """Each name of `__all__` is there, once; each public function and class of the module is in it."""
    module = import_module(name)
    public: list[str] | None = getattr(module, "__all__", None)
    if public is not None and name != "openrouter_core":
        assert len(set(public)) == len(public)
        assert all(hasattr(module, each) for each in public)
        assert name in OFFERED or set(defined(name)) <= set(public)


@pytest.mark.parametrize("name", MODULES)
def test_what_is_public_is_documented(name: str) -> None:
    """Modules, public classes and functions have a docstring, and so has each public method that they define."""
    assert import_module(name).__doc__
    for each, value in defined(name).items() if name in OPEN else ():
        assert value.__doc__, each
        if inspect.isclass(value):
            members: dict[str, object] = dict(vars(value))
            methods = [
                method for key, method in members.items() if inspect.isroutine(method) and not key.startswith("_")
            ]
            assert all(method.__doc__ for method in methods), each


BUILT = """
    core.OpenRouterCore options.RequestOptions retries.RetryConfig retries.BackoffStrategy hooks.Hooks hooks.HookContext
    result.Ok result.Err operation.Operation operation.Streaming pages.Paging
"""
"""What users build or read, and no generator writes."""


@pytest.mark.parametrize("name", BUILT.split())
def test_an_editor_shows_a_text_for_each_field(name: str) -> None:
    """It is the string below the field. That generated classes have one, the generator sees to."""
    module, _, kind = name.rpartition(".")
    tree = ast.parse(inspect.getsource(import_module(f"openrouter_core.{module}")))
    (body,) = (each.body for each in tree.body if isinstance(each, ast.ClassDef) and each.name == kind)
    silent = {
        ast.unparse(statement.target)
        for statement, below in pairwise(body)
        if isinstance(statement, ast.AnnAssign) and "ClassVar" not in ast.unparse(statement.annotation)
        if not (isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant))
    }
    assert silent <= {"_session"}
    assert kind == "Err" or len(body) > 4


def test_the_public_names_of_the_core() -> None:
    """What `from openrouter_core import ...` offers is this, and type checkers read the same."""
    tree = ast.parse(Path(openrouter_core.__file__).read_text(encoding="utf-8"))
    (block,) = [statement.body for statement in tree.body if isinstance(statement, ast.If)]
    lines = [(line.module, alias) for line in block if isinstance(line, ast.ImportFrom) for alias in line.names]
    assert {module for module, alias in lines if alias.name == "*"} == OFFERED
    read = {alias.asname for _, alias in lines if alias.name != "*"}
    for name in OFFERED:
        read |= {*import_module(name).__all__}
    offered = {*import_module("openrouter_core").__all__}
    assert offered == read - {"__version__"}
    assert offered == {
        *(
            "OpenRouterCore",
            "Ok",
            "Err",
            "Result",
            "RequestOptions",
            "RetryConfig",
            "BackoffStrategy",
            "Secret",
            "Hooks",
        ),
        *(
            "TYPESCRIPT_RETRIES",
            "Response",
            "Page",
            "AsyncPage",
            "Stream",
            "AsyncStream",
            "Upload",
            "Download",
            "AsyncDownload",
            "all_ok",
            "unwrap",
            "errors",
            "Unknown",
            "jsonable",
        ),
    }


def test_credentials_are_made_without_anything_heavy() -> None:
    """A script that only makes one pays for attrs, and for nothing that a call needs."""
    loaded = loaded_by(
        "from openrouter_funcs.credentials import bedrock\nbedrock('AKIAEXAMPLE', 'sk-test-123', 'us-east-1')"
    )
    assert "openrouter_funcs.credentials" in loaded
    assert not loaded & (HEAVY | {"hmac", "openrouter_core.core"})


@pytest.mark.parametrize("each", endpoints(), ids=attrgetter("function"))
def test_a_function_file_has_function_twin_and_errors(each: Endpoint) -> None:
    """Every function module offers the same three names, and two more where there is a stream."""
    name, union = each.function, "".join(part.title() for part in each.function.split("_")) + "Error"
    streams = {f"{name}_stream", f"{name}_stream_async"} if each.stream else set[str]()
    assert set(import_module(f"openrouter_funcs.{name}").__all__) == {name, f"{name}_async", union} | streams


@pytest.mark.parametrize("package", ["openrouter_core", "openrouter_funcs"])
def test_types_are_published(package: str) -> None:
    """Type checkers read the annotations of both packages (PEP 561)."""
    assert resources.files(package).joinpath("py.typed").is_file()


def test_the_version_is_one() -> None:
    """The package, its metadata and its modules state the same version."""
    assert metadata.version("openrouter-funcs") == __version__ == openrouter_core.__version__
