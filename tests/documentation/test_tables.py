"""The tables of docs/ state what the code states: each argument, field, variable and default."""

from __future__ import annotations

import re
from importlib import import_module

import attrs
import pytest

from openrouter_core import BackoffStrategy, OpenRouterCore, RequestOptions, RetryConfig
from openrouter_core.calling.settings import SERVERS, Settings
from openrouter_core.core import ENVIRONMENT
from openrouter_core.errors import BY_STATUS
from openrouter_core.http.wire import Timeouts
from openrouter_core.operation import ATTRIBUTION_HEADERS, STATED

from .pages import DOCS

RESULTS = (DOCS / "results.md").read_text(encoding="utf-8")
RETRIES = (DOCS / "retries.md").read_text(encoding="utf-8")
CONFIGURATION = (DOCS / "configuration.md").read_text(encoding="utf-8")


def rows(text: str) -> list[list[str]]:
    """Return the cells of each table row."""
    return [re.split(r"\s*\|\s*", line)[1:-1] for line in re.findall(r"^\|.*\|$", text, re.MULTILINE)]


def names(cell: str) -> set[str]:
    """Return what stands in backticks."""
    return set(re.findall(r"`([^`]+)`", cell))


@pytest.mark.parametrize("config", [RetryConfig(), BackoffStrategy()], ids=lambda config: type(config).__name__)
def test_the_defaults_of_retries_are_the_real_ones(config: RetryConfig | BackoffStrategy) -> None:
    """Every field has its row, and its default there."""
    stated = {(row[0], row[1]) for row in rows(RETRIES)}
    for name, default in attrs.asdict(config, recurse=False).items():
        expected = "BackoffStrategy()" if isinstance(default, BackoffStrategy) else repr(default).replace("'", '"')
        assert (f"`{name}`", f"`{expected}`") in stated


def test_the_configuration_table_lists_every_argument_and_option() -> None:
    """Each argument and variable stands in the first column, each option of a call in the last or the next table."""
    (_, *of_core), (_, *of_calls) = ([row for row in rows(CONFIGURATION) if len(row) == size] for size in (4, 3))
    first, last = [row[0] for row in of_core], [*(row[3] for row in of_core), *(row[0] for row in of_calls)]
    arguments = {field.name for field in attrs.fields(OpenRouterCore) if field.init}
    assert set().union(*map(names, first)) == {*arguments, *ENVIRONMENT.values(), "OPENROUTER_DEBUG"}
    assert set().union(*map(names, last)) == {field.name for field in attrs.fields(RequestOptions)} | set(
        ATTRIBUTION_HEADERS
    )


def test_the_configuration_table_names_the_variables_and_defaults() -> None:
    """The environment is read where the table says, and what holds without it is what the code holds."""
    default = {name: row[2] for row in rows(CONFIGURATION) for name in names(row[0])}
    assert {f"`{name}`<br>`{variable}`" for name, variable in ENVIRONMENT.items()} < {
        row[0] for row in rows(CONFIGURATION)
    }
    assert default["server_url"] == f"`{SERVERS['production']}`"
    usual = {field.name: field.default for field in attrs.fields(Settings)}
    assert default["deadline"] == f"{usual['deadline']:g} s"
    assert default["max_response_bytes"] == f"{usual['max_response_bytes']:,} bytes"
    phases = Timeouts()
    assert default["timeout"] == (
        f"{phases['connect']:g} s to connect, {phases['read']:g} s each read, {phases['write']:g} s each write,"
        f" {phases['pool']:g} s for a free connection"
    )


def test_every_status_that_has_a_class_has_its_row() -> None:
    """In the order of the statuses."""
    stated = [(int(row[0]), row[1].strip("`")) for row in rows(RESULTS) if row[0].isdigit()]
    assert stated == [(status, kind.__name__) for status, kind in sorted(BY_STATUS.items())]


def test_the_functions_of_an_effect_have_it() -> None:
    """Each that the table names."""
    stated = {name: effect for effect in ("read", "set", "add", "run") for name in _functions_of(effect)}
    assert len(stated) >= 15
    for name in stated:
        import_module(f"openrouter_funcs.{name}")
    effects = {operation.name: operation.effect for operation in (state() for state in STATED)}
    assert stated == {name: effects[name] for name in stated}


def _functions_of(effect: str) -> set[str]:
    (row,) = [row for row in rows(RETRIES) if row[0] == f"`{effect}`"]
    return names(row[1])
