"""Fuzzing in short: each parser takes any bytes, and the program that feeds them by the million can see an escape."""

from __future__ import annotations

import json
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drawing import drawn
from tests.faults import fuzz
from tests.faults.parsers import PARSERS

if TYPE_CHECKING:
    from collections.abc import Callable

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.sampled_from(["data", "error", "code"]), inner),
)


def as_a_body(choices: bytes, value: object) -> bytes:
    """Return what `parsers.json` reads."""
    return choices + json.dumps(value).encode()


BYTES = st.binary(max_size=200) | st.builds(as_a_body, st.binary(min_size=3, max_size=3), JSON)


def test_every_kind_is_fed() -> None:
    """The program and the parsers know the same kinds."""
    assert PARSERS.keys() == fuzz.SHARES.keys()


@pytest.mark.parametrize("kind", PARSERS)
@given(data=BYTES)
@drawn(25)
def test_any_bytes_are_read(kind: str, data: bytes) -> None:
    """Whatever comes, nothing but the documented exceptions is raised, and what is read keeps its promises."""
    PARSERS[kind](data)


@pytest.mark.parametrize("kind", PARSERS)
def test_what_fuzzing_begins_with_is_read(kind: str) -> None:
    """The seeds, and of JSON what becomes of them by changing values."""
    for seed in fuzz.seeds(kind):
        PARSERS[kind](seed)
        for number in range(5):
            PARSERS[kind](fuzz.mutated(seed, 2000, number))


def refusing(data: bytes) -> None:
    """Read nothing but the empty input."""
    if data:
        raise LookupError


@pytest.mark.parametrize(("parse", "escapes"), [(PARSERS["urls"], 0), (refusing, 1)], ids=["none", "one"])
def test_an_escape_is_shown_and_fails(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], parse: Callable[[bytes], None], escapes: int
) -> None:
    """Each distinct escape is printed with the bytes that lead to it, and the process ends with 1."""
    monkeypatch.setattr("os._exit", sys.exit)
    count = fuzz.Count("urls", parse, executions=3)
    count(b"")
    count(b"abc")
    with pytest.raises(SystemExit) as end:
        count(b"def")
    assert end.value.code == escapes
    printed = capfd.readouterr().out
    assert f"3 executions in     0 s, {escapes} escapes" in printed
    assert ("LookupError in refusing" in printed and "b'abc'" in printed) is bool(escapes)


@pytest.mark.skipif(find_spec("atheris") is None, reason="needs the extra `fuzz`, which has wheels for Linux only")
def test_the_program_runs(capfd: pytest.CaptureFixture[str]) -> None:
    """A few executions of two kinds, in a process each."""
    assert fuzz.main(["--executions", "600", "--kinds", "values", "urls"]) == 0
    printed = capfd.readouterr().out
    assert " 200 executions" in printed
    assert " 400 executions" in printed
    assert "600 executions: zero escapes" in printed
