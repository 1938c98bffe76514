"""Evaluate a model on a data set: many questions at once, with progress; a run that was killed is simply started again.

    python docs/examples/evaluate.py

Without OPENROUTER_API_KEY that asks forty invented questions of a local OpenRouter. For your account set
OPENROUTER_API_KEY, and name a file with a question and its answer in each line, as JSON:

    echo '{"id": "1", "question": "What is 2 + 2?", "answer": "4"}' > questions.jsonl
    python docs/examples/evaluate.py questions.jsonl --model openai/gpt-5

`--workers 2` does the same on a Dask cluster of processes. Needed: `pip install 'openrouter-funcs[testing]' rich`, and
`distributed` for the cluster.

- Every answer is in the file of results before the next one is waited for. A `kill -9` loses the calls that are under
  way, so at most `--at-once` questions are asked, and paid, a second time.
- What failed is not written, so the next run asks it again. Without credits, or with a key that is refused, the run
  ends at once: the other questions would fare no better.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from concurrent.futures import Executor, Future, ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeAlias

from rich.console import Console
from rich.progress import track

from openrouter_core import Err, Ok, OpenRouterCore
from openrouter_core.errors import PaymentRequiredResponseError, UnauthorizedResponseError
from openrouter_funcs.chat_send import chat_send

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from openrouter_core import Result
    from openrouter_funcs.chat_send import ChatSendError
    from openrouter_funcs.models.chat import ChatResult

console = Console(markup=False, highlight=False)  # an answer may hold anything


@dataclass(frozen=True)
class Question:
    """A line of the data set."""

    id: str
    question: str
    answer: str


@dataclass(frozen=True)
class Answer:
    """A line of the results."""

    id: str
    said: str
    right: bool
    cost: float


Asked: TypeAlias = "Result[Answer, ChatSendError]"


def main() -> int:
    """Do what the command line asks for, and return the exit status."""
    parser = argparse.ArgumentParser(description="Evaluate a model on a data set.")
    parser.add_argument("questions", type=Path, nargs="?", help="lines of JSON with id, question and answer")
    parser.add_argument("--model", default="openai/gpt-5")
    parser.add_argument("--at-once", type=int, default=8, help="how many calls at once, in each process (default: 8)")
    parser.add_argument("--workers", type=int, default=0, help="how many processes of a Dask cluster (default: none)")
    parser.add_argument("--results", type=Path, default=Path("results.jsonl"), help="default: results.jsonl")
    options = parser.parse_args()
    if options.questions is None:
        if os.environ.get("OPENROUTER_API_KEY"):
            parser.error("name the file of questions")
        return demonstration(options)
    return evaluate(options)


def evaluate(options: argparse.Namespace) -> int:
    """Ask what is left of the questions, and say how many answers are right."""
    lines = options.questions.read_text(encoding="utf-8").splitlines()
    questions = [Question(**json.loads(line)) for line in lines]
    with Results(options.results) as results:
        left = [each for each in questions if each.id not in results.answers]
        console.print(f"{len(questions)} questions, {len(left)} of them to ask")
        if left:
            place = cluster(options.workers, options.at_once) if options.workers else threads(options.at_once)
            with place as (executor, ask_there):
                failed = ask_all(executor, partial(ask_there, options.model), left, results)
        else:
            failed = 0
        right = sum(answer.right for answer in results.answers.values())
        cost = sum(answer.cost for answer in results.answers.values())
        console.print(f"{right} of {len(results.answers)} answers are right, for {cost:.4f} US dollars")
    if failed:
        console.print(f"{failed} have no answer: start it again for the rest.", style="red")
    return 1 if failed else 0


def ask(core: OpenRouterCore, model: str, question: Question) -> Asked:
    """Ask one question."""
    prompt = f"{question.question} Answer with as few words as possible."

    def read(result: ChatResult) -> Answer:
        said = str(result.choices[0].message.content)
        right = question.answer.casefold() in said.casefold()
        return Answer(question.id, said, right=right, cost=(result.usage and result.usage.cost) or 0)

    return chat_send(core, model=model, messages=[{"role": "user", "content": prompt}], temperature=0).map(read)


def ask_all(
    executor: Executor, ask_one: Callable[[Question], Asked], questions: Sequence[Question], results: Results
) -> int:
    """Keep each answer as it comes, and return how many questions have none."""
    futures: dict[Future[Asked], Question] = {executor.submit(ask_one, each): each for each in questions}
    unanswered = len(futures)
    try:
        for future in track(as_completed(futures), "Asking", total=len(futures), console=console):
            match future.result():
                case Ok(answer):
                    results.keep(answer)
                    unanswered -= 1
                case Err(UnauthorizedResponseError() | PaymentRequiredResponseError() as error):
                    console.print(f"The others would fare no better: {error}", style="red")
                    break
                case Err(error):
                    console.print(f"{futures[future].id}: {error}", style="red")
    finally:  # after Ctrl-C, too
        for future in futures:
            future.cancel()
    return unanswered


@contextmanager
def threads(at_once: int) -> Generator[tuple[Executor, Callable[[str, Question], Asked]]]:
    """Ask from threads of this process, which share one core."""
    with OpenRouterCore() as core, ThreadPoolExecutor(at_once) as executor:
        yield executor, partial(ask, core)


@contextmanager
def cluster(workers: int, at_once: int) -> Generator[tuple[Executor, Callable[[str, Question], Asked]]]:
    """Ask from processes of a Dask cluster, each with a core of its own: questions and Results travel, and no key."""
    import distributed

    dask: Any = distributed  # its own types are partial

    class OpenRouter(dask.WorkerPlugin):  # type: ignore[misc]
        """What a worker has as long as it lives: a core, which all its threads share."""

        name = "openrouter"

        def setup(self, worker: object) -> None:  # noqa: ARG002 - Dask's signature
            self.core = OpenRouterCore()

        def teardown(self, worker: object) -> None:  # noqa: ARG002 - Dask's signature
            self.core.close()

    def ask_in_worker(model: str, question: Question) -> Asked:
        return ask(dask.get_worker().plugins["openrouter"].core, model, question)

    local = dask.LocalCluster(n_workers=workers, threads_per_worker=at_once, dashboard_address=None)
    with local, dask.Client(local) as client:  # for a cluster of your own: dask.Client("tcp://...:8786")
        client.register_plugin(OpenRouter())
        yield client.get_executor(pure=False), ask_in_worker


class Results:
    """The answers so far, in a file: a line of JSON each."""

    def __init__(self, path: Path) -> None:
        path.touch()
        whole, _, _ = path.read_bytes().rpartition(b"\n")  # a killed run may have left part of a line
        self.answers = {each.id: each for each in (Answer(**json.loads(line)) for line in whole.splitlines())}
        self._file = path.open("r+b")
        self._file.truncate(len(whole) + bool(whole))
        self._file.seek(0, os.SEEK_END)

    def keep(self, answer: Answer) -> None:
        """Write an answer; once this returns, no crash of the process can lose it."""
        self._file.write(json.dumps(asdict(answer)).encode() + b"\n")
        self._file.flush()
        self.answers[answer.id] = answer

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self._file.close()


def demonstration(options: argparse.Namespace) -> int:
    """Ask invented questions of a local OpenRouter that fails three times, and then once more for the rest."""
    from openrouter_core.testing import LocalOpenRouter

    with LocalOpenRouter() as server, tempfile.TemporaryDirectory() as folder:
        os.environ |= {"OPENROUTER_BASE_URL": server.url, "OPENROUTER_API_KEY": server.ordinary_key}
        server.fail(function="chat_send", after=10, times=3, status=500)
        server.model.reply("I do not know.", message="What is 3 ", times=None)
        for number in range(1, 41):
            server.model.reply(str(number + number), message=rf"What is {number} ", times=None)
        asked = [Question(str(each), f"What is {each} + {each}?", str(each + each)) for each in range(1, 41)]
        options.questions, options.results = Path(folder, "questions.jsonl"), Path(folder, "results.jsonl")
        options.questions.write_text("\n".join(json.dumps(asdict(each)) for each in asked), encoding="utf-8")
        evaluate(options)
        return evaluate(options)


if __name__ == "__main__":
    sys.exit(main())
