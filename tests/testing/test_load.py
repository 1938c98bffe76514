"""Clients at once, in short; and that the checker of the load command finds what it is there to find."""

from __future__ import annotations

import asyncio
import copy
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from openrouter_core.testing import LocalOpenRouter

from . import load
from .checker import Checker, Exchange, State

if TYPE_CHECKING:
    from collections.abc import Callable


@attrs.define
class Run:
    """What was answered, and what was there at the end."""

    models: Any
    exchanges: list[Exchange]
    state: dict[str, Any]

    def differences(self) -> list[str]:
        """Return what is wrong."""
        checker = Checker(self.models)
        for exchange in self.exchanges:
            checker.note(exchange)
        checker.compare(self.state)
        return checker.differences

    def place(self, method: str, path: str, status: int) -> int:
        """Return the place of the first such exchange."""
        return next(
            place
            for place, each in enumerate(self.exchanges)
            if (each.method, each.status) == (method, status) and each.path.startswith(path)
        )

    def change(self, place: int, **changes: Any) -> None:  # noqa: ANN401 - whatever an exchange has
        """Put another exchange in the place of one."""
        self.exchanges[place] = attrs.evolve(self.exchanges[place], **changes)

    def page(self, asked: str = "/byok", account: str = "first") -> list[dict[str, Any]]:
        """Return the first page of a list."""
        data: list[dict[str, Any]] = self.state[account][asked][0]["data"]
        return data


@pytest.mark.parametrize("seconds", ["0.5", pytest.param("5", marks=pytest.mark.long)])
def test_nothing_is_lost_and_nothing_is_wrong(capsys: pytest.CaptureFixture[str], seconds: str) -> None:
    """Twenty clients for a while, as the command runs it: server and state file, figures, exit status."""
    assert load.main(["--clients", "20", "--seconds", seconds]) == 0
    printed = capsys.readouterr().out
    for figure in ("requests per second", "p99", "final state: 0", "processor: server"):
        assert figure in printed


def running(server: LocalOpenRouter) -> load.Running:
    """Return a server of this process, with two accounts."""
    return load.Running(server.url, {"first": server.management_key, "second": server.add_account().management_key}, 0)


@pytest.fixture(scope="module")
def _recorded() -> Run:  # pyright: ignore[reportUnusedFunction] - pytest uses it
    with LocalOpenRouter() as server:
        target, exchanges = running(server), list[Exchange]()
        asyncio.run(load.load(target, 8, lambda: len(exchanges) < 800, exchanges.append))
        return Run(load.models(target), exchanges, {each: load.final_state(target, each) for each in target.keys})


@pytest.fixture
def run(_recorded: Run) -> Run:
    """Return a real run, for the test to spoil."""
    return copy.deepcopy(_recorded)


def test_a_sound_run_has_no_differences(run: Run) -> None:
    """And every kind of request is in it, so that there is something to spoil."""
    assert run.differences() == []
    kinds = {(each.method, each.path.split("?")[0].split("/")[1], each.status) for each in run.exchanges}
    kept = {
        (method, family, status)
        for family in ("byok", "keys", "files")
        for method, status in (("GET", 200), ("DELETE", 200), ("GET", 404))
    }
    assert kinds == kept | {
        *(("POST", "byok", 201), ("POST", "keys", 201), ("POST", "files", 200)),
        *(("PATCH", "byok", 200), ("PATCH", "keys", 200)),
        *(("POST", "chat", 200), ("POST", "chat", 401), ("GET", "generation", 200), ("GET", "models", 200)),
    }
    assert any(each.path.endswith("/content") for each in run.exchanges)
    assert {each.sent["stream"] for each in run.exchanges if each.path.startswith("/chat")} == {True, False}
    assert {bool(each.key) for each in run.exchanges if each.path.startswith("/chat")} == {True, False}


def _lose(run: Run) -> None:
    run.page().pop()


def _revive(run: Run) -> None:
    deleted = run.exchanges[run.place("DELETE", "/byok", 200)]
    created = next(each for each in run.exchanges if each.method == "POST" and each.path == deleted.path)
    run.page(account=deleted.account).append(created.answer["data"])


def _list_twice(run: Run) -> None:
    run.page().append(run.page()[-1])


def _reorder(run: Run) -> None:
    run.page().reverse()


def _undo_a_change(run: Run) -> None:
    run.page()[0]["name"] = "as it was before"


def _miscount(run: Run) -> None:
    run.state["second"]["/byok?provider=openai"][0]["total_count"] += 1


def _leak_into_another_account(run: Run) -> None:
    run.page(account="second").append(run.page()[0])


def _change_in_silence(run: Run) -> None:
    # The list agrees with the answers, but one change was acknowledged that no list shows.
    credential = run.page()[0]
    place = next(place for place, each in enumerate(run.exchanges) if each.path == f"/byok/{credential['id']}")
    sent, answer = {"name": "never stored"}, {"data": {**credential, "name": "never stored"}}
    run.exchanges.append(attrs.evolve(run.exchanges[place], method="PATCH", status=200, sent=sent, answer=answer))


def _swap_answers(run: Run) -> None:
    one = run.place("PATCH", "/byok", 200)
    other = next(
        place
        for place, each in enumerate(run.exchanges)
        if each.method == "PATCH" and each.path.startswith("/byok") and each.path != run.exchanges[one].path
    )
    answers = run.exchanges[one].answer, run.exchanges[other].answer
    run.change(one, answer=answers[1])
    run.change(other, answer=answers[0])


def _answer_with_an_old_name(run: Run) -> None:
    run.exchanges[run.place("GET", "/byok", 200)].answer["data"]["name"] = "client of another"


def _give_an_order_twice(run: Run) -> None:
    place = max(
        place for place, each in enumerate(run.exchanges) if each.method == "POST" and each.path.startswith("/byok")
    )
    run.exchanges[place].answer["data"]["sort_order"] -= 1


def _give_an_id_twice(run: Run) -> None:
    run.exchanges.insert(0, run.exchanges[run.place("POST", "/byok", 201)])


def _put_into_another_workspace(run: Run) -> None:
    created = run.exchanges[run.place("POST", "/byok", 201)]
    created.answer["data"]["workspace_id"] = "00000000-0000-4000-8000-000000000000"


def _change_what_was_deleted(run: Run) -> None:
    run.change(run.place("GET", "/byok", 404), method="PATCH", status=200, answer={"data": {"name": "back again"}})


def _find_what_was_deleted(run: Run) -> None:
    run.change(run.place("GET", "/byok", 404), status=200, answer={"data": {"name": "back again"}})


def _miss_what_is_there(run: Run) -> None:
    run.change(run.place("GET", "/byok", 200), status=404, answer={})


def _delete_nothing(run: Run) -> None:
    run.change(run.place("DELETE", "/byok", 200), answer={"deleted": False})


def _fail(run: Run) -> None:
    run.change(run.place("GET", "/byok", 200), status=500, answer={})


def _do_not_answer(run: Run) -> None:
    run.change(run.place("GET", "/byok", 200), status=0, answer="IncompleteReadError()")


def _whole(run: Run) -> Any:  # noqa: ANN401 - an answer
    return next(each.answer for each in run.exchanges if each.status == 200 and each.sent.get("stream") is False)


def _say_something_else(run: Run) -> None:
    _whole(run)["choices"][0]["message"]["content"] += " and more"


def _stop_early(run: Run) -> None:
    _whole(run)["choices"][0]["finish_reason"] = "length"


def _charge_too_much(run: Run) -> None:
    _whole(run)["usage"]["cost"] += 0.000001


def _miscount_tokens(run: Run) -> None:
    _whole(run)["usage"]["prompt_tokens"] += 1


def _give_a_generation_twice(run: Run) -> None:
    found = next(
        place
        for place, each in enumerate(run.exchanges)
        if each.path.startswith("/chat") and each.status == 200 and not run.exchanges[place + 1].path.startswith("/gen")
    )
    run.exchanges.insert(found, run.exchanges[found])


def _change_stream(run: Run, change: Callable[[str], str]) -> None:
    place = next(place for place, each in enumerate(run.exchanges) if each.status == 200 and each.sent.get("stream"))
    run.change(place, answer=change(run.exchanges[place].answer))


def _cut_a_stream(run: Run) -> None:
    _change_stream(run, lambda body: body.removesuffix("data: [DONE]\n\n"))


def _lose_an_event(run: Run) -> None:
    _change_stream(run, lambda body: "\n\n".join(body.split("\n\n")[:1] + body.split("\n\n")[2:]))


def _mix_streams(run: Run) -> None:
    _change_stream(run, lambda body: body.replace('"id":"gen-', '"id":"gen-another', 1))


def _lose_the_models(run: Run) -> None:
    run.change(run.place("GET", "/models", 200), status=404, answer={})


def _lose_a_download(run: Run) -> None:
    place = next(place for place, each in enumerate(run.exchanges) if each.path.endswith("/content"))
    run.change(place, status=404, answer={})


def _look_up_another(run: Run) -> None:
    run.exchanges[run.place("GET", "/generation", 200)].answer["data"]["tokens_prompt"] += 1


def _forget_a_generation(run: Run) -> None:
    run.change(run.place("GET", "/generation", 200), status=404, answer={})


def _change_the_models(run: Run) -> None:
    run.change(run.place("GET", "/models", 200), answer={"data": []})


def _refuse_a_good_key(run: Run) -> None:
    run.change(run.place("POST", "/chat", 200), status=401, answer={})


def _take_a_deleted_key(run: Run) -> None:
    answered = run.exchanges[run.place("POST", "/chat", 200)]
    refused = run.place("POST", "/chat", 401)
    run.change(refused, status=200, sent=answered.sent, answer=answered.answer)


def _forget_what_a_key_spent(run: Run) -> None:
    place = next(
        place
        for place, each in enumerate(run.exchanges)
        if each.method == "GET"
        and each.path.startswith("/keys")
        and each.status == 200
        and each.answer["data"]["usage"]
    )
    run.exchanges[place].answer["data"]["usage"] = 0


def _spoil_a_file(run: Run) -> None:
    place = next(place for place, each in enumerate(run.exchanges) if each.path.endswith("/content"))
    run.change(place, answer="something else")


def _lose_a_file(run: Run) -> None:
    run.page("/files").pop()


def _lose_a_key(run: Run) -> None:
    run.page("/keys").pop()


def _forget_a_cost(run: Run) -> None:
    run.state["first"]["/credits"][0]["data"]["total_usage"] -= 0.000001


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (_lose, "is None, acknowledged was {"),
        (_revive, "acknowledged was None"),
        (_list_twice, "something is listed twice"),
        (_reorder, "not in ascending sort_order"),
        (_undo_a_change, "acknowledged was {"),
        (_miscount, "second, /byok?provider=openai: total_count is "),
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
        (_say_something_else, "is not what was acknowledged, {'id': 'gen-"),
        (_stop_early, "is not what was acknowledged, {'id': 'gen-"),
        (_charge_too_much, "is not what was acknowledged, {'id': 'gen-"),
        (_miscount_tokens, "is not what was acknowledged, {'id': 'gen-"),
        (_give_a_generation_twice, "an id that was given out before"),
        (_cut_a_stream, "is not what was acknowledged, {'id': None"),
        (_lose_an_event, "is not what was acknowledged, {'id': 'gen-"),
        (_mix_streams, "is not what was acknowledged, {'id': None"),
        (_look_up_another, "is not what was acknowledged, {'id': 'gen-"),
        (_forget_a_generation, "not the status that was to be expected: 404"),
        (_lose_the_models, "not the status that was to be expected: 404"),
        (_lose_a_download, "not the status that was to be expected: 404"),
        (_change_the_models, "is not what was acknowledged, {'data'"),
        (_refuse_a_good_key, "the key is a good one"),
        (_take_a_deleted_key, "its key had been deleted"),
        (_forget_what_a_key_spent, "is not what was acknowledged"),
        (_spoil_a_file, "is not what was acknowledged, client "),
        (_lose_a_file, "is None, acknowledged was {"),
        (_lose_a_key, "is None, acknowledged was {"),
        (_forget_a_cost, "first, /credits: total_usage is "),
    ],
)
def test_a_spoilt_run_is_found(run: Run, spoil: Callable[[Run], None], says: str) -> None:
    """Each thing that could go wrong is seen, and said."""
    spoil(run)
    found = run.differences()
    assert any(says in difference for difference in found), found


def test_a_spoilt_run_fails_the_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """With a status that a build sees, and with the differences printed."""

    def forgetful(*_: object) -> State:
        return {"/byok": [{"data": [], "total_count": 0}]}

    monkeypatch.setattr(load, "final_state", forgetful)
    assert load.main(["--clients", "2", "--seconds", "0.2", "--mix", "credential"]) == 1
    assert "acknowledged was {" in capsys.readouterr().out


def test_a_server_that_goes_away_is_a_difference(capsys: pytest.CaptureFixture[str]) -> None:
    """A request without an answer ends that client's part, and is reported."""
    with LocalOpenRouter() as server:
        server.fail(method="PATCH", close="body", times=1)
        target, exchanges = running(server), list[Exchange]()
        asyncio.run(load.load(target, 1, lambda: True, exchanges.append))
        run = Run(load.models(target), exchanges, {"first": load.final_state(target, "first")})
    assert exchanges[-1].status == 0
    (difference, *_) = run.differences()
    load.report(1, 1, [1, 2], [difference])
    assert "IncompleteReadError" in capsys.readouterr().out
