"""The caller's own code inside of a call: hooks and key functions, sync and async, and the abort switch."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Generator, Iterator
from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest

from openrouter_core import Hooks, RequestOptions, Response, errors
from tests.funcs.cases import AT_ONCE, CREATE, GET, ID, Function, each_function
from tests.library import httpx

if TYPE_CHECKING:
    from openrouter_core.hooks import HookContext
    from openrouter_core.http.waiting import Abort
    from openrouter_core.http.wire import Request
    from tests.conftest import Invoke

SHOWN = "marker-of-a-value"
Hook = Callable[..., Any]


def hooks(**given: Hook) -> Hooks:
    """Return hooks, whatever their types."""
    return Hooks(**cast("dict[str, Any]", given))


def now(hook: Hook) -> Hook:
    """Return the hook as it is."""
    return hook


def later(hook: Hook) -> Hook:
    """Return the hook as an `async def`."""

    async def wrapped(*arguments: object) -> object:
        await asyncio.sleep(0)
        return hook(*arguments)

    return wrapped


def sign(_: HookContext, request: Request) -> Request:
    """Add a header."""
    return attrs.evolve(request, headers=request.headers.updated({"X-Signed": "1"}))


def relabel(_: HookContext, response: Response) -> Response:
    """Change the body."""
    return attrs.evolve(response, body=response.body.replace(b"sk-...AbCd", b"relabelled"))


def excuse(_: HookContext, response: Response) -> Response:
    """Make a success of a failure."""
    return attrs.evolve(response, status_code=200, body=b'{"deleted": true}')


def echo(request: httpx.Request) -> httpx.Response:
    """Answer with the header that `sign` adds."""
    return httpx.Response(200, json=GET.body, headers={"X-Echo": request.headers.get("x-signed", "")})


def test_hooks_may_replace_what_they_see(invoke: Invoke) -> None:
    """A sync hook serves both kinds of calls, an async one the async calls."""
    for form in (now, later) if invoke.is_async else (now,):
        core = invoke.core(echo, hooks=hooks(before_request=form(sign), after_success=form(relabel)))
        result: Any = invoke("byok_get", core, id=ID)
        assert result.response.headers["x-echo"] == "1"
        assert result.unwrap().data.label == "relabelled"
        core = invoke.core(lambda _: httpx.Response(404), hooks=hooks(after_error=form(excuse)))
        assert invoke("byok_delete", core, id=ID).unwrap().deleted


@pytest.mark.parametrize("body", [b"abc", memoryview(b"abcdef")[:3], memoryview(bytearray(b"abcdef"))[3:]])
def test_what_a_hook_gives_as_the_body_is_sent(invoke: Invoke, body: bytes | memoryview) -> None:
    """Of a view of a part that part, and nothing else of what it is a part of."""
    sent: list[tuple[bytes, str]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append((request.content, request.headers["Content-Length"]))
        return httpx.Response(404)

    core = invoke.core(answer, hooks=hooks(before_request=changing(body=body)))
    assert not invoke("byok_create", core, **CREATE.arguments).ok
    assert sent == [(bytes(body), "3")]


class Foreign:
    """Something that can be awaited, but is no coroutine."""

    def __await__(self) -> Generator[Any, None, None]:
        return asyncio.sleep(0).__await__()


def foreign(*_: object) -> Foreign:
    """Return what only an async call can wait for."""
    return Foreign()


class Stubborn(Foreign):
    """Something that can be awaited, and has a `close` of its own."""

    def close(self, door: object) -> None:
        """Close a door."""
        raise AssertionError(door)


def stubborn(*_: object) -> Stubborn:
    """Return the same, of another make."""
    return Stubborn()


def nothing(*_: object) -> None:
    """Leave things as they are."""


def nonsense(*_: object) -> str:
    """Return what no hook returns."""
    return SHOWN


def too_few() -> None:
    """Take none of a hook's arguments."""


@each_function
@pytest.mark.parametrize("place", ["before_request", "after_success", "after_error"])
@pytest.mark.parametrize("hook", [later(nothing), foreign, stubborn], ids=["coroutine", "awaitable", "other"])
def test_an_async_hook_is_for_async_calls(invoke: Invoke, function: Function, place: str, hook: Hook) -> None:
    """A sync call cannot wait for it, and says so, without a warning of what was never awaited."""
    status = 404 if place == "after_error" else function.success
    core = invoke.core(lambda _: httpx.Response(status, json=function.body), hooks=hooks(**{place: hook}))
    result = invoke(function.name, core, **function.arguments)
    if invoke.is_async:
        assert result.ok == (status != 404)
    else:
        assert isinstance(result.error, errors.UnexpectedClientError)
        assert "is async; use the _async functions" in str(result.error)


def misspelt(*_: object) -> Response:
    """Make a response with a header that is no string."""
    return Response(404, {"X-Key": SHOWN, "X-Number": 5})  # type: ignore[arg-type]


def failing(*_: object) -> None:
    """Fail with something in the text that must not be told."""
    raise LookupError(SHOWN)


@each_function
@pytest.mark.parametrize("place", ["before_request", "after_success", "after_error"])
@pytest.mark.parametrize(
    ("hook", "said"),
    [
        (failing, "raised LookupError in failing, line "),
        (later(failing), "LookupError"),
        (nonsense, "returned str"),
        (too_few, "raised TypeError"),
        (misspelt, "raised TypeError"),
    ],
    ids=["raises", "raises later", "returns nonsense", "takes nothing", "makes no header"],
)
def test_a_hook_that_fails_is_an_err(invoke: Invoke, function: Function, place: str, hook: Hook, said: str) -> None:
    """It ends the call, is told by type and place, and leaves the outcome as the server's answer has it."""
    status = 404 if place == "after_error" else function.success
    sent: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(status, json=function.body)

    error = invoke(function.name, invoke.core(handler, hooks=hooks(**{place: hook})), **function.arguments).error
    assert isinstance(error, errors.UnexpectedClientError)
    assert (said if invoke.is_async or "later" not in repr(hook) else "is async") in str(error)
    assert SHOWN not in str(error)
    assert len(sent) == (place != "before_request")
    happened = place == "after_success" and function.method != "GET"
    assert error.outcome == ("applied" if happened else "not_applied")


def test_hooks_see_each_attempt(invoke: Invoke) -> None:
    """Each knows operation, method, path template, base URL and the number of the attempt."""
    seen: list[tuple[object, ...]] = []

    def note(place: str) -> Hook:
        def hook(context: HookContext, value: object) -> None:
            seen.append((place, context.attempt, type(value).__name__))
            told = (context.operation, context.method, context.path, context.base_url)
            assert told == ("byok_get", "GET", "/byok/{id}", "https://openrouter.ai/api/v1")

        return hook

    replies: Iterator[httpx.Response | Exception] = iter(
        [httpx.ReadError("broke"), httpx.Response(503), httpx.Response(200, json=GET.body)]
    )

    def handler(_: httpx.Request) -> httpx.Response:
        reply = next(replies)
        if isinstance(reply, Exception):
            raise reply
        return reply

    places = ("before_request", "after_success", "after_error")
    core = invoke.core(handler, retry_config=AT_ONCE, hooks=hooks(**{place: note(place) for place in places}))
    assert invoke("byok_get", core, id=ID).ok
    assert seen == [
        ("before_request", 1, "Request"),
        ("after_error", 1, "RequestConnectionError"),
        ("before_request", 2, "Request"),
        ("after_error", 2, "Response"),
        ("before_request", 3, "Request"),
        ("after_success", 3, "Response"),
    ]


def changing(**changes: Any) -> Hook:  # noqa: ANN401 - whatever a hook may do
    """Return a hook that changes the request."""

    def hook(_: HookContext, request: Request) -> Request:
        return attrs.evolve(request, **changes)

    return hook


BAD_REQUESTS: list[dict[str, object]] = [
    {"url": "https://[::1"},
    {"url": "https://gateway.example:port/"},
    {"url": "\ud800"},
    {"url": 5},
    {"headers": {"X-Test": "\N{SNOWMAN}"}},
    {"headers": {"X-\u00e9": "1"}},
    {"body": 5},
]


@pytest.mark.parametrize("changes", BAD_REQUESTS, ids=repr)
def test_a_request_that_httpx_refuses_is_an_err(invoke: Invoke, changes: dict[str, Any]) -> None:
    """A hook may make anything of a request; what cannot be sent is `InvalidRequestError`, and nothing is sent."""
    core = invoke.core(
        lambda _: pytest.fail("a request was sent"),
        hooks=hooks(before_request=changing(**changes)),
    )
    error = invoke("byok_create", core, **CREATE.arguments).error
    assert isinstance(error, errors.InvalidRequestError)
    assert (error.outcome, error.attempts, error.transient) == ("not_applied", 1, False)


def test_a_url_that_no_client_can_send_to_is_an_err(invoke: Invoke) -> None:
    """An unknown scheme is refused by httpx itself, not by a mock."""
    core = invoke.core(hooks=hooks(before_request=changing(url="gopher://gateway.example/")))
    error = invoke("byok_create", core, **CREATE.arguments).error
    invoke.close(core)
    assert isinstance(error, errors.InvalidRequestError)
    assert "UnsupportedProtocol" in str(error)
    assert error.outcome == "not_applied"


# --- The abort switch --------------------------------------------------------------------------------------------


class Switch:
    """A switch of the caller's own making, set after it was looked at some times."""

    def __init__(self, looks: int) -> None:
        self._looks = looks

    def is_set(self) -> bool:
        """Return whether it is set."""
        self._looks -= 1
        return self._looks < 0

    def wait(self, timeout: float | None = None) -> object:
        """Wait as long as it takes."""
        raise AssertionError(timeout)


class Busy:
    """Answers every request with a 503 that asks for a long wait, and may set a switch meanwhile."""

    def __init__(self, switch: threading.Event | None = None, *, after: float | None = None) -> None:
        self.requests = 0
        self._switch, self._after = switch, after
        self._timer: threading.Timer | None = None

    def __call__(self, _: httpx.Request) -> httpx.Response:
        """Answer one request."""
        self.requests += 1
        if self._switch is not None and self._after is not None:
            self._timer = threading.Timer(self._after, self._switch.set)
            self._timer.start()
        elif self._switch is not None:
            self._switch.set()
        return httpx.Response(503, headers={"Retry-After": "50"})

    def done(self) -> None:
        """Wait for the timer to end."""
        if self._timer is not None:
            self._timer.join()


def test_a_switch_that_is_set_sends_nothing(invoke: Invoke) -> None:
    """The call ends before it begins."""
    switch = threading.Event()
    switch.set()
    server = Busy()
    error = invoke("byok_get", invoke.core(server), options=RequestOptions(abort=switch), id=ID).error
    assert isinstance(error, errors.RequestAbortedError)
    assert (server.requests, error.attempts, error.outcome) == (0, 0, "not_applied")


@pytest.mark.parametrize("after", [None, 0.03], ids=["during the request", "during the wait"])
@pytest.mark.parametrize("function", ["byok_get", "byok_delete"])
def test_a_switch_ends_the_wait_between_attempts(invoke: Invoke, function: str, after: float | None) -> None:
    """A wait of 50 seconds ends when the switch is set; no further attempt starts."""
    switch = threading.Event()
    server = Busy(switch, after=after)
    error = invoke(function, invoke.core(server), options=RequestOptions(abort=switch), id=ID).error
    server.done()
    assert isinstance(error, errors.RequestAbortedError)
    assert (server.requests, error.attempts) == (1, 1)
    assert error.outcome == ("not_applied" if function == "byok_get" else "unknown")


class Breaking:
    """A switch that breaks when it is looked at again."""

    def __init__(self) -> None:
        self._looks = 0

    def is_set(self) -> bool:
        """Return that it is not set, once."""
        self._looks += 1
        if self._looks > 1:
            raise OSError(SHOWN)
        return False


class Undecided:
    """A switch that tells nothing which is true or false."""

    def is_set(self) -> bool:
        """Return it itself."""
        return cast("bool", self)

    def __bool__(self) -> bool:
        raise OSError(SHOWN)


@pytest.mark.parametrize("switch", [Breaking, Undecided])
def test_a_switch_that_breaks_during_a_call_ends_it(invoke: Invoke, switch: type[Abort]) -> None:
    """Nobody can tell any more whether it is set, so it counts as set, and nothing is raised."""
    error = invoke("byok_get", invoke.core(Busy()), options=RequestOptions(abort=switch()), id=ID).error
    assert isinstance(error, errors.RequestAbortedError)
    assert SHOWN not in str(error)


def test_any_switch_will_do(invoke: Invoke) -> None:
    """Anything with `is_set` and `wait`: one of the caller's own, and an `asyncio.Event`."""
    own = RequestOptions(abort=Switch(looks=4))
    assert isinstance(invoke("byok_get", invoke.core(Busy()), options=own, id=ID).error, errors.RequestAbortedError)
    replies = iter([httpx.Response(429, headers={"retry-after-ms": "1"}), httpx.Response(200, json=GET.body)])
    unset = RequestOptions(abort=cast("threading.Event", asyncio.Event()))
    assert invoke("byok_get", invoke.core(lambda _: next(replies)), options=unset, id=ID).ok
