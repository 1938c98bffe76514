"""Clients at once, in short; and that the checker of the load command finds what it is there to find."""

from __future__ import annotations

import asyncio
import copy
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from openrouter_core.testing import LocalOpenRouter

from . import load

if TYPE_CHECKING:
    from collections.abc import Callable

Run = tuple[list[load.Exchange], dict[str, Any]]


@pytest.mark.parametrize("seconds", ["0.5", pytest.param("5", marks=pytest.mark.long)])
def test_nothing_is_lost_and_nothing_is_wrong(capsys: pytest.CaptureFixture[str], seconds: str) -> None:
    """Twenty clients for a while, as the command runs it: server and state file, figures, exit status."""
    assert load.main(["--clients", "20", "--seconds", seconds]) == 0
    printed = capsys.readouterr().out
    assert "requests per second" in printed
    assert "p99" in printed
    assert "final state: 0" in printed


@pytest.fixture(scope="module")
def _recorded() -> Run:  # pyright: ignore[reportUnusedFunction] - pytest uses it
    with LocalOpenRouter() as server:
        keys = {"first": server.management_key, "second": server.add_account().management_key}
        exchanges = asyncio.run(load.load(server.url, keys, clients=8, seconds=0.5))
        return exchanges, {account: load.final_state(server.url, key) for account, key in keys.items()}


@pytest.fixture
def run(_recorded: Run) -> Run:
    """Return a real run, for the test to spoil."""
    return copy.deepcopy(_recorded)


def test_a_sound_run_has_no_differences(run: Run) -> None:
    """And every kind of request is in it, so that there is something to spoil."""
    exchanges, state = run
    assert load.differences(exchanges, state) == []
    assert {(each.method, each.status) for each in exchanges} == {
        ("POST", 201),
        ("PATCH", 200),
        ("GET", 200),
        ("DELETE", 200),
        ("GET", 404),
    }


def _first_page(run: Run) -> list[dict[str, Any]]:
    page: list[dict[str, Any]] = run[1]["first"][""][0][1]
    return page


def _at(run: Run, method: str, status: int) -> int:
    return next(place for place, each in enumerate(run[0]) if (each.method, each.status) == (method, status))


def _lose(run: Run) -> None:
    _first_page(run).pop()


def _revive(run: Run) -> None:
    deleted = run[0][_at(run, "DELETE", 200)]
    created = next(each for each in run[0] if each.method == "POST" and each.id == deleted.id)
    run[1][deleted.account][""][0][1].append(created.answer["data"])


def _list_twice(run: Run) -> None:
    _first_page(run).append(_first_page(run)[-1])


def _reorder(run: Run) -> None:
    _first_page(run).reverse()


def _undo_a_change(run: Run) -> None:
    _first_page(run)[0]["name"] = "as it was before"


def _miscount(run: Run) -> None:
    total, page = run[1]["second"]["openai"][0]
    run[1]["second"]["openai"][0] = (total + 1, page)


def _leak_into_another_account(run: Run) -> None:
    run[1]["second"][""][0][1].append(_first_page(run)[0])


def _change_in_silence(run: Run) -> None:
    # The list agrees with the answers, but one change was acknowledged that no list shows.
    credential = _first_page(run)[0]
    created = next(each for each in run[0] if each.method == "POST" and each.id == credential["id"])
    sent, answer = {"name": "never stored"}, {"data": {**credential, "name": "never stored"}}
    run[0].append(attrs.evolve(created, method="PATCH", status=200, sent=sent, answer=answer))


def _swap_answers(run: Run) -> None:
    one = _at(run, "PATCH", 200)
    other = next(place for place, each in enumerate(run[0]) if each.method == "PATCH" and each.id != run[0][one].id)
    run[0][one], run[0][other] = (
        attrs.evolve(run[0][one], answer=run[0][other].answer),
        attrs.evolve(run[0][other], answer=run[0][one].answer),
    )


def _answer_with_an_old_name(run: Run) -> None:
    place = _at(run, "GET", 200)
    run[0][place].answer["data"]["name"] = "client of another"


def _give_an_order_twice(run: Run) -> None:
    place = max(place for place, each in enumerate(run[0]) if each.method == "POST")
    run[0][place].answer["data"]["sort_order"] -= 1


def _give_an_id_twice(run: Run) -> None:
    run[0].insert(0, run[0][_at(run, "POST", 201)])


def _put_into_another_workspace(run: Run) -> None:
    run[0][_at(run, "POST", 201)].answer["data"]["workspace_id"] = "00000000-0000-4000-8000-000000000000"


def _change_what_was_deleted(run: Run) -> None:
    place = _at(run, "GET", 404)
    run[0][place] = attrs.evolve(run[0][place], method="PATCH", status=200, answer={"data": {"name": "back again"}})


def _find_what_was_deleted(run: Run) -> None:
    place = _at(run, "GET", 404)
    run[0][place] = attrs.evolve(run[0][place], status=200, answer={"data": {"name": "back again"}})


def _miss_what_is_there(run: Run) -> None:
    place = _at(run, "GET", 200)
    run[0][place] = attrs.evolve(run[0][place], status=404, answer={})


def _delete_nothing(run: Run) -> None:
    place = _at(run, "DELETE", 200)
    run[0][place] = attrs.evolve(run[0][place], answer={"deleted": False})


def _fail(run: Run) -> None:
    place = _at(run, "GET", 200)
    run[0][place] = attrs.evolve(run[0][place], status=500, answer={})


def _do_not_answer(run: Run) -> None:
    place = _at(run, "GET", 200)
    run[0][place] = attrs.evolve(run[0][place], status=0, answer="IncompleteReadError()")


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (_lose, "is None, acknowledged was {"),
        (_revive, "acknowledged was None"),
        (_list_twice, "a credential is listed twice"),
        (_reorder, "not in ascending sort_order"),
        (_undo_a_change, "acknowledged was {"),
        (_miscount, "second, openai: total_count is "),
        (_leak_into_another_account, "acknowledged was None"),
        (_change_in_silence, "acknowledged was {"),
        (_swap_answers, "is not what was acknowledged"),
        (_answer_with_an_old_name, "is not what was acknowledged"),
        (_give_an_order_twice, "sort_order was not given out once each"),
        (_give_an_id_twice, "an id that was given out before"),
        (_put_into_another_workspace, "in more than one workspace"),
        (_change_what_was_deleted, "not the status that was to be expected: 200"),
        (_find_what_was_deleted, "is not what was acknowledged, None"),
        (_miss_what_is_there, "it was acknowledged as {"),
        (_delete_nothing, "no deletion of what there was"),
        (_fail, "not the status that was to be expected: 500"),
        (_do_not_answer, "not the status that was to be expected: 0"),
    ],
)
def test_a_spoilt_run_is_found(run: Run, spoil: Callable[[Run], None], says: str) -> None:
    """Each thing that could go wrong is seen, and said."""
    spoil(run)
    found = load.differences(*run)
    assert any(says in difference for difference in found), found


def test_a_spoilt_run_fails_the_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """With a status that a build sees, and with the differences printed."""

    def forgetful(*_: object) -> dict[str, Any]:
        return {provider: [(0, [])] for provider in ("", *load.PROVIDERS)}

    monkeypatch.setattr(load, "final_state", forgetful)
    assert load.main(["--clients", "2", "--seconds", "0.2"]) == 1
    assert "acknowledged was {" in capsys.readouterr().out


def test_a_server_that_goes_away_is_a_difference(capsys: pytest.CaptureFixture[str]) -> None:
    """A request without an answer ends that client's part, and is reported."""
    with LocalOpenRouter() as server:
        server.fail(method="PATCH", close="body", times=1)
        exchanges = asyncio.run(load.load(server.url, {"first": server.management_key}, clients=1, seconds=5))
        state = load.final_state(server.url, server.management_key)
    assert exchanges[-1].status == 0
    (difference, *_) = load.differences(exchanges, {"first": state})
    load.report(1, 1, exchanges, [difference])
    assert "IncompleteReadError" in capsys.readouterr().out
