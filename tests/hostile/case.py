"""`Case`: one hostile input, and what must come of it. The cases themselves stand in `cases_*`, a file for a section.

A case is data; `case.run` plays it over real sockets, and its `expected` says whether it went as it must.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from openrouter_core import Err, Ok, OpenRouterCore, RequestOptions, Result, errors
from tests.faults.server import Say, response
from tests.funcs.cases import FUNCTIONS, ID, NO_RETRIES
from tests.hostile.canary import MANAGEMENT, PROVIDER

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import pytest

    from tests.conftest import Invoke
    from tests.faults.server import Endpoint, FaultServer, Script

__all__ = ["SHOWN", "Accepted", "Case", "Expected", "Failed", "Propagated", "Refused", "Seen", "run"]

SHOWN = "marker-of-a-value"
"""What a wrong value holds, so that an error that shows it is found out."""

ARGUMENTS: Mapping[str, Mapping[str, object]] = {
    "byok_list": {},
    "byok_create": {"key": PROVIDER, "provider": "openai"},
    "byok_get": {"id": ID},
    "byok_update": {"id": ID, "key": PROVIDER},
    "byok_delete": {"id": ID},
}
"""The simplest call of each function; where it can carry a provider's key, it does."""

SUCCESSES: Mapping[str, Script] = {
    function.name: (Say(response(json.dumps(function.body).encode(), status=f"{function.success} X")),)
    for function in FUNCTIONS
}


@attrs.frozen
class Seen:
    """What became of a case: the result, and what came over the sockets."""

    result: Result[Any, Any]
    core: OpenRouterCore
    options: RequestOptions
    endpoint: Endpoint
    target: Endpoint
    stderr: str


@attrs.frozen
class Refused:
    """`Err(SDKValidationError)` that names the parameter and not its value; not a byte is sent."""

    parameter: str

    def verify(self, seen: Seen) -> None:
        """Assert it."""
        error = seen.result.error
        assert type(error) is errors.SDKValidationError, repr(seen.result)
        assert error.parameter.partition("[")[0].removeprefix("async_") == self.parameter
        assert (error.attempts, error.outcome) == (0, "not_applied")
        assert str(error).startswith(f"{error.parameter}: ")
        assert SHOWN not in str(error)
        assert (error.__traceback__, error.__cause__, error.__context__) == (None, None, None)
        assert (seen.endpoint.connections, seen.target.connections) == (0, 0)

    def __str__(self) -> str:
        return f"refused, names {self.parameter}"


@attrs.frozen
class Failed:
    """`Err` of this class, which says this, with this status and outcome where they are given; one request was sent."""

    kind: type[errors.SDKError]
    says: str = ""
    status: int | None = None
    outcome: str | None = None
    check: Callable[[Seen], None] | None = None
    requests: int = 1

    def verify(self, seen: Seen) -> None:
        """Assert it."""
        error: Any = seen.result.error
        assert type(error) is self.kind, repr(seen.result)
        assert self.says in str(error)
        assert self.status in {None, getattr(error, "status_code", None)}
        assert self.outcome in {None, error.outcome}
        assert seen.endpoint.requests == self.requests
        if self.check is not None:
            self.check(seen)

    def __str__(self) -> str:
        return " ".join(filter(None, [self.kind.__name__, str(self.status or ""), self.says]))


@attrs.frozen
class Accepted:
    """`Ok`, after one request; and what else must hold."""

    says: str = "accepted"
    check: Callable[[Seen], None] | None = None

    def verify(self, seen: Seen) -> None:
        """Assert it."""
        assert isinstance(seen.result, Ok), repr(seen.result)
        if self.check is not None:
            self.check(seen)

    def __str__(self) -> str:
        return self.says


@attrs.frozen
class Propagated:
    """The exception goes through; nothing is sent."""

    kind: type[BaseException]

    def verify(self, seen: Seen) -> None:
        """Assert it: `run` has caught it in place of a result."""
        assert type(seen.result.error) is self.kind, repr(seen.result)
        assert seen.endpoint.connections == 0

    def __str__(self) -> str:
        return f"{self.kind.__name__} propagates"


Expected: TypeAlias = Refused | Failed | Accepted | Propagated


def _nothing() -> Mapping[str, object]:
    return {}


@attrs.frozen
class Case:
    """One hostile input, and what must come of it.

    Attributes:
        title: The input in words.
        expected: What must come of it.
        call: The function that is called.
        core: What the core is given beside the management key and the server's URL.
        arguments: What the call is given beside the arguments of its simplest form.
        options: What its `RequestOptions` are given.
        environment: The variables that are set.
        script: What the server does; without one it answers as it should. In scripts, `{target}` stands for the address
            of a second server, and in texts `{host}` for that of the first.
        then: What it does at every later request.
        overheard: The loggers of other libraries that cannot help to log what the server sent.
    """

    title: str
    expected: Expected
    call: str = attrs.field(default="byok_create", kw_only=True)
    core: Mapping[str, object] = attrs.field(factory=_nothing, kw_only=True)
    arguments: Mapping[str, object] = attrs.field(factory=_nothing, kw_only=True)
    options: Mapping[str, object] = attrs.field(factory=_nothing, kw_only=True)
    environment: Mapping[str, str] = attrs.field(factory=dict[str, str], kw_only=True)
    script: Script = attrs.field(default=(), kw_only=True)
    then: Script = attrs.field(default=(), kw_only=True)
    overheard: tuple[str, ...] = attrs.field(default=(), kw_only=True)


def run(
    case: Case, invoke: Invoke, faults: FaultServer, patch: pytest.MonkeyPatch, captured: pytest.CaptureFixture[str]
) -> Seen:
    """Play `case` against a server of its own."""
    target = faults.open((Say(response(status="418 X")),))
    addresses = {"{target}": f"127.0.0.1:{target.port}"}
    scripts = filter(None, (case.script or SUCCESSES[case.call], case.then))
    endpoint = faults.open(*(tuple(_filled(step, addresses) for step in script) for script in scripts))
    addresses["{host}"] = f"127.0.0.1:{endpoint.port}"
    for name, text in case.environment.items():
        patch.setenv(name, _filled(text, addresses))
    given: dict[str, Any] = {"api_key": MANAGEMENT, "server_url": endpoint.url, "retry_config": NO_RETRIES} | dict(
        case.core
    )
    core = OpenRouterCore(**{name: _filled(value, addresses) for name, value in given.items()})
    changed = {name: _filled(value, addresses) for name, value in case.options.items()}
    options = RequestOptions(**changed)
    arguments = {**ARGUMENTS[case.call], **case.arguments}
    try:
        result = invoke(case.call, core, options=options, **arguments)
    except KeyboardInterrupt as interrupt:
        result = Err(interrupt)
    finally:
        invoke.close(core)
    return Seen(result, core, options, endpoint, target, captured.readouterr().err)


def _filled(value: Any, addresses: Mapping[str, str]) -> Any:  # noqa: ANN401 - values of any type pass through
    for name, address in addresses.items():
        if isinstance(value, str):
            value = value.replace(name, address)
        elif isinstance(value, Say):
            value = attrs.evolve(value, data=value.data.replace(name.encode(), address.encode()))
    return value
