"""What the official clients can do with the local server is what `operations.json` says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from openrouter_funcs._generate.contract import endpoints
from tests.peers.calls import ELSEWHERE, NO_FUNCTION, OK
from tests.peers.operations import OURS, PATH, PYTHON, TYPESCRIPT, Table, column, runs

if TYPE_CHECKING:
    from pathlib import Path

    from openrouter_core.testing import LocalOpenRouter

RECORDED: Table = json.loads(PATH.read_text("utf-8"))


def test_our_functions_do_every_operation(server: LocalOpenRouter, tmp_path: Path) -> None:
    """With what it needs, and as a stream."""
    assert column(server, runs(tmp_path)[OURS]) == {each.function: OK for each in endpoints()}


# On Python 3.12 and 3.13 a dependency of the client looks at names of `ast` that are going away.
@pytest.mark.filterwarnings(r"ignore:ast\.(Num|Str|Bytes|NameConstant) is deprecated:DeprecationWarning")
@pytest.mark.filterwarnings("ignore:warning. .. DEPRECATED:DeprecationWarning")  # it reads a field that is deprecated
def test_the_table_is_what_the_python_client_does_today(server: LocalOpenRouter, tmp_path: Path) -> None:
    """`python -m tests.peers.operations` writes the file as it is."""
    pytest.importorskip("openrouter", reason="not installed: pip install 'openrouter-funcs[test]'")
    assert column(server, runs(tmp_path)[PYTHON]) == _recorded(PYTHON)


def test_the_table_is_what_the_typescript_client_does_today(server: LocalOpenRouter, typescript: Path) -> None:
    """As does the Python client."""
    assert column(server, runs(typescript)[TYPESCRIPT]) == _recorded(TYPESCRIPT)


def test_no_client_refuses_an_answer() -> None:
    """What a client cannot do is what it has no function for, or sends to another server; of the rest nothing fails."""
    said = {why for row in RECORDED.values() for why in row.values()}
    assert said == {OK, NO_FUNCTION, ELSEWHERE}
    assert {row[OURS] for row in RECORDED.values()} == {OK}


def _recorded(client: str) -> dict[str, str]:
    return {function: row[client] for function, row in RECORDED.items()}
