"""The state machine in short; and that it finds what it is there to find."""

from __future__ import annotations

from typing import Any, cast

import pytest
from hypothesis import Phase
from hypothesis.errors import FlakyFailure

from openrouter_core import Err, Ok
from openrouter_core.calling import flow
from openrouter_core.errors import ConflictResponseError, NotFoundResponseError
from tests.faults import draws, machine


@pytest.mark.parametrize("examples", ["100", pytest.param("400", marks=pytest.mark.long)])
def test_any_calls_in_any_order(capsys: pytest.CaptureFixture[str], examples: str) -> None:
    """Nothing raises, nothing is done twice, no secret is shown; and most kinds of results are among them."""
    assert machine.main(["--examples", examples]) == 0
    printed = capsys.readouterr().out
    for kind in (" Ok\n", "SDKValidationError", "NotFoundResponseError", "RequestTimeoutError", "cancelled or forked"):
        assert kind in printed


def test_a_create_that_is_repeated_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """When every failed attempt is repeated, the server's record belies the results."""

    def at_any_rate(*_: object, attempt: int, **__: object) -> bool:
        return attempt < 3

    monkeypatch.setattr(flow, "may_retry", at_any_rate)
    with pytest.raises((AssertionError, FlakyFailure)) as found:  # the other one if it depends on the time
        list(machine.explore(300, phases=(Phase.generate,)))
    assert any("it was committed" in str(each) for each in getattr(found.value, "exceptions", [found.value]))


def test_an_exception_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a function lets through ends the run."""

    def broken(*_: object, **__: object) -> None:
        raise LookupError

    monkeypatch.setattr("openrouter_funcs.byok_get.byok_get", broken)
    monkeypatch.setattr(machine, "CAN_FORK", False)  # a child's exception is an exit status here
    with pytest.raises(LookupError):
        list(machine.explore(1000, phases=(Phase.generate,)))


def test_a_result_that_was_not_declared_is_found() -> None:
    """An error of another function's union, and what is no result at all."""
    conflict = Err(ConflictResponseError("of an update", status_code=409))
    machine.is_declared("byok_update", conflict)
    with pytest.raises(AssertionError):
        machine.is_declared("byok_get", conflict)
    with pytest.raises(AssertionError):
        machine.is_declared("byok_get", cast("Any", None))


@pytest.mark.parametrize("secret", draws.SECRETS)
def test_a_secret_that_shows_is_found(secret: str) -> None:
    """In a value, in a message, and in an attribute that no message shows."""
    echoing = NotFoundResponseError("of an update", status_code=404, body=secret.encode())
    for result in (Ok(secret), Err(NotFoundResponseError(secret, status_code=404)), Err(echoing)):
        with pytest.raises(AssertionError):
            machine.is_declared("byok_update", result)
