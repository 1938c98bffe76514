"""What the pages on other clients say of names is true of every function."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any, cast

import pytest

from openrouter_funcs._generate.contract import endpoints
from openrouter_funcs._generate.names import snake

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES = {each.function for each in endpoints()}


def test_names_of_the_typescript_client() -> None:
    """In snake case, and `oAuth` is `oauth`."""
    named = {each.function: each.typescript for each in endpoints() if each.typescript}
    assert len(named) > 100
    assert {function: snake(name.replace("oAuth", "oauth")) for function, name in named.items()} == {
        function: function for function in named
    }


@pytest.mark.filterwarnings(r"ignore:ast\.(Num|Str|Bytes|NameConstant) is deprecated:DeprecationWarning")
def test_names_of_the_official_python_client() -> None:
    """Group and method; `o_auth` is `oauth`, and `beta.responses` is `responses`."""
    openrouter = pytest.importorskip("openrouter")
    client = openrouter.OpenRouter(api_key="sk-or-test-123")
    there = {"_".join(path).replace("o_auth", "oauth").removeprefix("beta_") for path in _methods(client, ())}
    assert there == NAMES - {"messages_create"}  # which no client has


def _methods(group: Any, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:  # noqa: ANN401 - an untyped client
    kind: Any = cast("Any", type(group))
    for name, _ in inspect.getmembers(kind, inspect.isfunction) if path else ():
        if not name.startswith(("_", "do_request")) and not name.endswith("_async"):
            yield (*path, name)
    for name in getattr(kind, "__annotations__", {}):
        if not name.startswith("_") and name != "sdk_configuration":
            yield from _methods(getattr(group, name), (*path, name))
