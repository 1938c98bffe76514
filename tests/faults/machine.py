"""Any calls in any order on one core, against a server that fails in any way: nothing raises, nothing is done twice.

    python tests/faults/machine.py --examples 100000

A hypothesis state machine draws sync and async calls, arguments and options right and wrong, faults, aborts,
cancellations, forks and closings. It holds after each call that its result is an `Ok`, or an `Err` of the function's
declared union, and shows no secret; and at the end of each example, that the server committed each create as often as
its result says, and at most once. Prints what was done, and exits with 1 and the shortest example when anything is
broken. `test_machine.py` is the short form.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import traceback
from argparse import ArgumentParser
from collections import Counter
from importlib import import_module
from itertools import count
from time import perf_counter
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias, get_args

from hypothesis import HealthCheck, Phase, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from openrouter_core import Err, Ok, OpenRouterCore
from openrouter_core.errors import SDKError, SDKValidationError
from openrouter_core.files import Upload
from openrouter_core.pages import AsyncPage, Page
from openrouter_core.streams import AsyncBody, SyncBody
from tests.faults.draws import (
    ARGUMENTS,
    CONFIGURATIONS,
    CREATING,
    FAULTS,
    FUNCTIONS,
    IDS,
    NEEDED,
    OPTIONS,
    QUERY_TOKEN,
    SECRETS,
    STREAMING,
    WITH_ID,
)
from tests.faults.ledger import Entry, violations
from tests.faults.recorder import Recorder
from tests.systems import CAN_FORK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hypothesis.strategies import DrawFn

    from openrouter_core import RequestOptions, Result
    from tests.faults.recorder import Fault

STEPS = 8
EXAMPLES_AT_A_TIME = 1000
TOTALS = ("examples", "calls")
NAMES = (f"credential {number}" for number in count())
DECLARED = {
    name: get_args(getattr(import_module(f"openrouter_funcs.{name}"), f"{name.title().replace('_', '')}Error"))
    for name in FUNCTIONS
}


Results: TypeAlias = "list[Result[Any, Any]]"


class Call:
    """One call as it was drawn; a create has a name of its own, by which the server's record knows it."""

    def __init__(
        self, name: str, arguments: dict[str, Any], options: RequestOptions | None, *, streamed: bool = False
    ) -> None:
        self.name = name
        self.arguments = {**NEEDED.get(name, {}), **arguments}
        self.options = options
        self.credential = next(NAMES) if name in CREATING else ""
        if name == "files_upload":
            self.arguments["file"] = Upload(b"some bytes", self.credential)
        elif name in CREATING:
            self.arguments["name"] = self.credential
        self._function = f"{name}_stream" if streamed else name

    def __repr__(self) -> str:
        return f"{self._function}(**{self.arguments}, options={self.options})"

    def run(self, core: object) -> Results:
        """Make it, and return its result with all that it gives: items, events or pieces."""
        function: Callable[..., Any] = getattr(import_module(f"openrouter_funcs.{self.name}"), self._function)
        result: Result[Any, Any] = function(core, options=self.options, **self.arguments)
        value: Any = result.value if isinstance(result, Ok) else None
        if issubclass(type(value), SyncBody):
            with value:
                return [result, *value]
        return [result, *(value.items() if isinstance(value, Page) else [])]

    async def run_async(self, core: object) -> Results:
        """Make it in the running event loop."""
        module = import_module(f"openrouter_funcs.{self.name}")
        function: Callable[..., Any] = getattr(module, f"{self._function}_async")
        result: Result[Any, Any] = await function(core, options=self.options, **self.arguments)
        value: Any = result.value if isinstance(result, Ok) else None
        if issubclass(type(value), AsyncBody):
            async with value:
                return [result, *[each async for each in value]]
        return [result, *([each async for each in value.items()] if issubclass(type(value), AsyncPage) else [])]

    def entry(self, result: Result[Any, Any] | None) -> Entry:
        """Return what the ledger keeps of a create; of a result that nobody saw, any effect is right."""
        if result is None:
            return Entry("POST", "", self.credential, "unknown", attempts=99)
        if isinstance(result, Ok):
            return Entry("POST", "", self.credential, "Ok")
        return Entry("POST", "", self.credential, result.error.outcome, result.error.attempts)


@st.composite
def calls(draw: DrawFn) -> Call:
    """Draw a call of any function."""
    name = draw(st.sampled_from(FUNCTIONS))
    arguments = draw(ARGUMENTS[name])
    if name in WITH_ID:
        arguments[WITH_ID[name]] = draw(IDS)
    return Call(name, arguments, draw(OPTIONS), streamed=name in STREAMING and draw(st.booleans()))


PLANS = st.lists(FAULTS, max_size=3)
WAYS = st.sampled_from(["sync", "async"])


class Machine(RuleBasedStateMachine):
    """One core, and what may be done with it."""

    server: ClassVar[Recorder]
    done: ClassVar[Counter[str]] = Counter()

    @initialize(options=CONFIGURATIONS)
    def begin(self, options: dict[str, Any]) -> None:
        """Configure a core, rightly or wrongly."""
        self.done["examples"] += 1
        self.server.forget()
        self.server.plan()
        self.runner = asyncio.Runner()
        self.options = options
        self.entries: dict[str, Entry] = {}
        self.lines: list[str] = []
        self.log = logging.getLogger("openrouter")
        self.listener = _Listener(self.lines)
        self.log.addHandler(self.listener)
        self.log.setLevel(logging.DEBUG)
        self.open()

    def open(self) -> None:
        """Build a core, in place of a closed one."""
        self.core = OpenRouterCore(server_url=f"{self.server.url}?token={QUERY_TOKEN}", **self.options)
        self.closed = False

    def teardown(self) -> None:
        """Close all, and hold what was said against what the server did."""
        self.runner.run(self.core.aclose())
        self.runner.close()
        self.log.removeHandler(self.listener)
        self.log.setLevel(logging.NOTSET)
        shows_no_secret("\n".join(self.lines))
        wrong = violations(self.entries.values(), self.server.record())
        assert not wrong, wrong

    @rule(call=calls(), plan=PLANS, way=WAYS)
    def call(self, call: Call, plan: list[Fault], way: str) -> None:
        """Make a call, and take all that it gives."""
        self.keep(call, None)
        self.server.plan(*plan)
        self.judge(call, call.run(self.core) if way == "sync" else self.runner.run(call.run_async(self.core)))
        if self.closed:
            self.runner.run(self.core.aclose())  # after close() alone, connections of async calls are still open
            self.open()

    @rule(several=st.lists(calls(), min_size=2, max_size=4), plan=PLANS)
    def together(self, several: list[Call], plan: list[Fault]) -> None:
        """Make async calls at the same time."""
        for each in several:
            self.keep(each, None)
        self.server.plan(*plan)

        async def run() -> list[Results]:
            return await asyncio.gather(*(call.run_async(self.core) for call in several))

        for call, results in zip(several, self.runner.run(run()), strict=True):
            self.judge(call, results)

    @rule(call=calls(), plan=PLANS, seconds=st.sampled_from([0, 0.0005, 0.002, 0.01]))
    def cancel(self, call: Call, plan: list[Fault], seconds: float) -> None:
        """Cancel an async call after a while, if it is not over by then."""
        self.keep(call, None)
        self.server.plan(*plan)

        async def run() -> Results | None:
            task = asyncio.ensure_future(call.run_async(self.core))
            await asyncio.sleep(seconds)
            task.cancel()
            try:
                return await task
            except asyncio.CancelledError:
                return None

        results = self.runner.run(run())
        self.judge(call, results) if results else self.count(call, None)

    @precondition(lambda _: CAN_FORK)
    @rule(call=calls(), way=WAYS, lot=st.integers(0, 19))
    def fork(self, call: Call, way: str, lot: int) -> None:
        """Make a call in a forked child, now and then: a fork takes longer than all else."""
        if lot:
            return
        self.keep(call, None)
        self.server.plan()
        child = os.fork()
        if child == 0:  # pragma: no cover - coverage is not measured in a process that ends by `_exit`
            _in_child(call, self.core, way)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        self.count(call, None)

    @rule(way=WAYS, twice=st.booleans())
    def close(self, way: str, twice: bool) -> None:  # noqa: FBT001 - hypothesis passes it by name
        """Close the core; the next call is refused, and then there is a new one."""
        if way == "sync":
            self.core.close()
        if way == "async" or twice:
            self.runner.run(self.core.aclose())
        self.closed = True

    def judge(self, call: Call, results: Results) -> None:
        """Hold what must hold of every result."""
        result = results[0]
        note(f"{call} -> {result}")
        self.count(call, result)
        for each in results:
            is_declared(call.name, each)
        if self.closed:
            assert isinstance(result, Err)
            assert isinstance(result.error, SDKValidationError)

    def count(self, call: Call, result: Result[Any, Any] | None) -> None:
        """Keep count of what was done."""
        self.done["calls"] += 1
        self.done[_kind(result)] += 1
        self.keep(call, result)

    def keep(self, call: Call, result: Result[Any, Any] | None) -> None:
        """Keep what was said of a create; before it is said, anything may be."""
        if call.credential:
            self.entries[call.credential] = call.entry(result)


def _in_child(call: Call, core: OpenRouterCore, way: str) -> None:  # pragma: no cover - see `fork`
    try:
        for each in call.run(core) if way == "sync" else asyncio.run(call.run_async(core)):
            is_declared(call.name, each)
    except BaseException:  # noqa: BLE001 - whatever it is, the parent is told
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def _kind(result: Result[Any, Any] | None) -> str:
    if result is None:
        return "cancelled or forked"
    return "Ok" if isinstance(result, Ok) else type(result.error).__name__


# --- What must hold ----------------------------------------------------------------------------------------------


def is_declared(function: str, result: Result[Any, Any]) -> None:
    """Hold that a result is an `Ok`, or an `Err` of the function's union, and that nothing about it shows a secret."""
    assert isinstance(result, Ok | Err)
    shows_no_secret(f"{result} {result!r}")
    if isinstance(result, Ok):
        shows_no_secret(f"{result.value} {result.response}")
        return
    error: SDKError = result.error
    assert type(error) in DECLARED[function], type(error)
    assert error.outcome in {"not_applied", "applied", "unknown"}
    shows_no_secret(f"{error} {error!r} {vars(error)}")


def shows_no_secret(text: str) -> None:
    """Hold that a text holds none of the secrets that calls send."""
    assert not any(secret in text for secret in SECRETS), text


class _Listener(logging.Handler):
    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self._lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        self._lines.append(record.getMessage())


# --- The command -------------------------------------------------------------------------------------------------


def explore(examples: int, *, phases: Sequence[Phase] = tuple(Phase)) -> Iterator[Counter[str]]:
    """Run so many examples, some at a time, and yield the count of what was done; raise at the first that is broken."""
    Machine.done.clear()
    with Recorder() as Machine.server:
        for start in range(0, examples, EXAMPLES_AT_A_TIME):
            limits = settings(
                max_examples=min(EXAMPLES_AT_A_TIME, examples - start),
                stateful_step_count=STEPS,
                deadline=None,
                database=None,
                phases=phases,
                suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
            )
            run_state_machine_as_test(Machine, settings=limits)
            yield Machine.done


def main(arguments: Sequence[str]) -> int:
    """Run, print and return the exit status."""
    parser = ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--examples", type=int, default=100_000)
    options = parser.parse_args(arguments)
    began = perf_counter()
    for done in explore(options.examples):
        sys.stdout.write(f"{done['examples']} examples, {done['calls']} calls in {perf_counter() - began:.0f} s\n")
        sys.stdout.flush()
    sys.stdout.write("".join(f"{times:8} {kind}\n" for kind, times in Machine.done.most_common() if kind not in TOTALS))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
