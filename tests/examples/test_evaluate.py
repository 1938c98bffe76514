"""The example that evaluates a model: killed in the middle, started again, on threads and on a real Dask cluster."""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from openrouter_core.testing import LocalOpenRouter

    from .conftest import Examples

COUNT = 24


@pytest.fixture
def data(examples: Examples, server: LocalOpenRouter) -> str:
    """Return the name of a file of questions, of which the model answers all right but the fifth."""
    lines = [{"id": str(each), "question": f"What is {each} + 0?", "answer": f"={each}="} for each in range(COUNT)]
    (examples.folder / "questions.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    server.model.reply("No idea", message=r"What is 5 ", times=None)
    for each in range(COUNT):
        server.model.reply(f"={each}=", message=rf"What is {each} ", usage={"cost": 0.25}, times=None)
    return "questions.jsonl"


def asked(server: LocalOpenRouter) -> Counter[str]:
    """Return how often each question was asked."""
    return Counter(re.findall(r"What is (\d+)", str(each.body["messages"]))[0] for each in server.requests)


def results(examples: Examples) -> list[dict[str, object]]:
    """Return the lines that are whole."""
    whole, _, _ = (examples.folder / "results.jsonl").read_text(encoding="utf-8").rpartition("\n")
    return [json.loads(line) for line in whole.splitlines()]


def until(condition: Callable[[], bool]) -> None:
    """Wait until it holds."""
    end = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_a_killed_run_is_taken_up_again(examples: Examples, server: LocalOpenRouter, data: str) -> None:
    """After SIGKILL a second run asks what has no answer: no other question is asked, or paid, a second time."""
    hanging = server.fail(function="chat_send", after=10, times=None, delay=60)
    with examples.start(*examples.script("evaluate.py", data, "--at-once", "4")) as process:
        until(lambda: hanging.hits == 4 and len(results(examples)) == 10)
        process.kill()
    assert process.returncode == -9
    server.faults.clear()
    done = {str(each["id"]) for each in results(examples)}
    twice = asked(server).keys() - done
    with (examples.folder / "results.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"id": "23", "sa')  # as a kill within a write would leave it

    code, printed = examples.run_here("evaluate.py", data, "--at-once", "4")
    assert code == 0, printed
    assert f"{COUNT} questions, {COUNT - 10} of them to ask" in printed
    assert f"{COUNT - 1} of {COUNT} answers are right, for {0.25 * (COUNT - 1):.4f} US dollars" in printed
    assert asked(server) == {str(each): 1 + (str(each) in twice) for each in range(COUNT)}
    assert len(twice) == 4
    assert sorted(int(str(each["id"])) for each in results(examples)) == list(range(COUNT))

    before = len(server.requests)
    assert examples.run_here("evaluate.py", data)[0] == 0
    assert len(server.requests) == before


def test_no_more_calls_at_once_than_it_was_told(examples: Examples, server: LocalOpenRouter, data: str) -> None:
    """The others wait; Ctrl-C, or an error of all, leaves them unasked."""
    hanging = server.fail(function="chat_send", times=None, delay=60)
    with examples.start(*examples.script("evaluate.py", data, "--at-once", "3")) as process:
        until(lambda: hanging.hits == 3)
        process.kill()
    assert asked(server).total() == 3


def test_without_credits_it_ends_at_once(examples: Examples, server: LocalOpenRouter, data: str) -> None:
    """And the next run, with credits, does the rest."""
    server.account.set_credits(1)  # good for four answers, one after the other
    code, printed = examples.run_here("evaluate.py", data, "--at-once", "1")
    assert code == 1
    assert "The others would fare no better: chat_send: 402" in printed
    assert asked(server).total() < COUNT
    assert len(results(examples)) == 4
    server.account.set_credits(100)
    code, printed = examples.run_here("evaluate.py", data)
    assert (code, len(results(examples))) == (0, COUNT), printed


def test_the_same_on_a_dask_cluster(examples: Examples, server: LocalOpenRouter, data: str) -> None:
    """Answers and failures travel as values, and the process that started it writes the results."""
    server.fail(function="chat_send", status=500)
    code, printed = examples.run("evaluate.py", data, "--workers", "2", "--at-once", "4")
    assert code == 1
    assert "chat_send: 500 Internal Server Error (outcome unknown)" in printed
    assert "1 have no answer" in printed
    assert asked(server) == {str(each): 1 for each in range(COUNT)}
    assert len(results(examples)) == COUNT - 1
