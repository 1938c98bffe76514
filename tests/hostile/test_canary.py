"""No form of either key is seen anywhere: not in values, not in frames, not in logs, not at the local server."""

from __future__ import annotations

import asyncio
import inspect
import json
import pickle
import sys
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, cast

import attrs
import httpx
import pytest

from openrouter_core import Hooks, Ok, OpenRouterCore, RequestOptions, Response, Secret, errors
from openrouter_core.calling.masking import Mask
from openrouter_core.hooks import HookContext
from openrouter_core.http.wire import Headers, Request
from openrouter_core.testing import LocalOpenRouter
from openrouter_funcs.byok_create import byok_create_async
from tests.funcs.cases import CREATE, ID, NO_RETRIES, UPDATE, Function
from tests.hostile.canary import FORMS, MANAGEMENT, PROVIDER, assert_silent, frames, leaks
from tests.http.streams import Pieces

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import FrameType

    from tests.conftest import Invoke
    from tests.hostile.canary import Listener

with_a_key = pytest.mark.parametrize("function", [CREATE, UPDATE], ids=lambda function: function.name)

SENT = Request(
    "POST",
    "https://gateway.example/v1/byok",
    Headers({"Authorization": f"Bearer {MANAGEMENT}"}),
    json.dumps({"key": PROVIDER}).encode(),
)
ANSWERED = Response(400, Headers({"X-Echo": MANAGEMENT}), PROVIDER.encode())


def arguments(function: Function) -> dict[str, Any]:
    """Return the function's arguments with the provider's canary for a key."""
    return {**function.arguments, "key": PROVIDER}


# --- Values ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value",
    [
        Secret(MANAGEMENT),
        OpenRouterCore(api_key=MANAGEMENT),
        OpenRouterCore(api_key=Secret(MANAGEMENT)),
        OpenRouterCore(api_key=cast("Any", MANAGEMENT.encode())),
        SENT,
        attrs.evolve(SENT, body=None),
        SENT.body,
        HookContext(operation="x", method="POST", path="/byok", base_url="https://gateway.example", attempt=1),
    ],
    ids=lambda value: type(value).__name__,
)
def test_values_that_hold_a_key_do_not_show_it(value: object) -> None:
    """Not as text, by `attrs.asdict`, or in a pickle: those that can be pickled at all hold none."""
    assert_silent(value, [value])


@pytest.mark.parametrize(
    "value",
    [
        RequestOptions(headers={"Authorization": MANAGEMENT}, server_url=f"https://gateway.example?key={MANAGEMENT}"),
        ANSWERED,
        ANSWERED.headers,
        SENT.headers,
        attrs.evolve(SENT, url=f"{SENT.url}?gateway_key={MANAGEMENT}"),
        Ok(1, response=ANSWERED),
        OpenRouterCore(api_key=partial(str, MANAGEMENT)),
        OpenRouterCore(server_url=f"https://gateway.example?key={FORMS['management']['percent-encoded']}"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_values_of_others_show_no_key_as_text(value: object) -> None:
    """What you give and what a server says is in the attributes, where it belongs, and not in any text."""
    assert leaks(f"{value} {value!r} {[value]}") == []


@pytest.mark.parametrize(
    "make",
    [
        lambda: Secret(cast("Any", PROVIDER.encode())),
        lambda: Response(200, body=cast("Any", PROVIDER)),
        lambda: Response(cast("Any", MANAGEMENT)),
        lambda: attrs.evolve(ANSWERED, body=cast("Any", PROVIDER)),
        lambda: pickle.dumps(Secret(PROVIDER)),
        lambda: pickle.dumps(SENT),
        lambda: pickle.dumps(attrs.evolve(SENT, body=None)),
        lambda: pickle.dumps(SENT.body),
        lambda: pickle.dumps(OpenRouterCore(api_key=MANAGEMENT)),
    ],
)
def test_what_cannot_be_made_is_refused_in_silence(make: Callable[[], object]) -> None:
    """The exceptions that a constructor or pickle raises show neither key."""
    with pytest.raises(TypeError) as raised:
        make()
    assert leaks(f"{raised.value} {raised.value!r} {raised.value.args}") == []


def test_a_copy_of_a_masked_beginning_is_no_secret() -> None:
    """What a server may show of a key: less than twelve characters, unless dots or stars stand for the rest."""
    key = "sk-or-v1-0123456789abcdef"
    for shown, masked in {
        "keys begin with sk-or-v1-": "keys begin with sk-or-v1-",
        "sk-or-v1-01 is short": "sk-or-v1-01 is short",
        "sk-or-v1-012 is not": "[redacted] is not",
        "sk-or-v1...cdef": "[redacted]...cdef",
        "sk-or-v1-0***": "[redacted]***",
        "sk-or-v1…, sk-or-v1•••": "[redacted]…, [redacted]•••",
        key[:-1]: "[redacted]",
        f"{key}{key[:9]}": "[redacted]sk-or-v1-",
        "sk-or-v1" * 2000: "[redacted]" * 2000,
    }.items():
        assert Mask([Secret(key)]).hide(shown.encode()).decode() == masked


def test_a_key_in_json_begins_as_bodies_do() -> None:
    """A service account's key is a JSON file: that a body begins like it says nothing, and is left as it is."""
    body = b'{"type": "service_unavailable"}'
    assert Mask([Secret('{"type": "service_account", "private_key": "-----BEGIN\\n"}')]).hide(body) == body


# --- Frames ------------------------------------------------------------------------------------------------------


def _partial_key() -> Any:  # noqa: ANN401 - a function that gives the key, and whose repr shows it
    return partial(str, MANAGEMENT)


async def _later() -> str:
    return MANAGEMENT


KEYS: dict[str, Callable[[], Any]] = {
    "str": lambda: MANAGEMENT,
    "Secret": lambda: Secret(MANAGEMENT),
    "callable": lambda: lambda: MANAGEMENT,
    "partial": _partial_key,
}
each_key = pytest.mark.parametrize("key", KEYS.values(), ids=KEYS)
PLACES = ("sending", "reading", "sleeping", "before_request", "after_success", "after_error", "the key")


class Interruption:
    """Interrupts a call at one place, and looks at the frames of every place that it passes."""

    def __init__(self, place: str) -> None:
        self._place = place
        self.seen: list[str] = []

    def at(self, place: str, *_: object) -> None:
        """Look around, and interrupt here if this is the place."""
        assert sys.exc_info() == (None, None, None)
        self.seen += frames(cast("FrameType", inspect.currentframe()))
        if place == self._place:
            raise KeyboardInterrupt

    def answer(self, _: httpx.Request) -> httpx.Response:
        """Answer as it leads to the place."""
        self.at("sending")
        if self._place == "reading":
            return httpx.Response(201, stream=Pieces(b"{", KeyboardInterrupt()))
        if self._place == "after_success":
            return httpx.Response(201, json=CREATE.body)
        return httpx.Response(429, headers={"Retry-After": "30"})

    def is_set(self) -> bool:
        """Be the abort switch, which is looked at while the call sleeps; the first looks are before sending."""
        if any("_pauses" in frame.f_code.co_name for frame in _outwards(inspect.currentframe())):
            self.at("sleeping")
        return False

    def hooks(self) -> Hooks:
        """Return hooks that pass every place."""
        names = ("before_request", "after_success", "after_error")
        return Hooks(**cast("dict[str, Any]", {name: partial(self.at, name) for name in names}))


def _outwards(frame: Any) -> list[Any]:  # noqa: ANN401 - frames
    found: list[Any] = []
    while frame is not None:
        found.append(frame)
        frame = frame.f_back
    return found


@with_a_key
@each_key
@pytest.mark.parametrize("place", PLACES)
def test_an_interrupt_shows_no_key(invoke: Invoke, function: Function, key: Callable[[], Any], place: str) -> None:
    """Wherever a call is interrupted, no local variable of a frame of ours shows a key, nor any before that."""
    interruption = Interruption(place)
    given = key()

    core = invoke.core(
        interruption.answer,
        api_key=partial(interruption.at, "the key", MANAGEMENT) if place == "the key" else given,
        hooks=interruption.hooks(),
        server_url=f"https://gateway.example/v1?gateway_key={FORMS['management']['percent-encoded']}",
    )
    options = RequestOptions(abort=interruption, headers={"X-Api-Key": MANAGEMENT})
    with pytest.raises(KeyboardInterrupt) as interrupted:
        invoke(function.name, core, options=options, **arguments(function))
    assert len(frames(interrupted.value)) > 10
    assert_silent(interrupted.value, *interruption.seen)


@each_key
@pytest.mark.parametrize("place", ["sending", "reading", "sleeping", "a hook", "the key"])
def test_a_cancelled_call_shows_no_key(key: Callable[[], Any], place: str) -> None:
    """The same of cancellation, and of the frames in which a call waits."""
    reached = asyncio.Event()

    async def forever(*_: object) -> Any:  # noqa: ANN401 - it never returns
        reached.set()
        await asyncio.sleep(60)

    async def handler(_: httpx.Request) -> httpx.Response:
        if place == "sending":
            await forever()
        reached.set()
        if place == "sleeping":
            return httpx.Response(429, headers={"Retry-After": "60"})
        return httpx.Response(201, stream=Pieces(b"{", b"}", seconds=60))

    async def call() -> None:
        core = OpenRouterCore(
            api_key=forever if place == "the key" else key(),
            async_http_client=httpx.AsyncClient(transport=httpx.MockTransport(handler)),
            hooks=Hooks(before_request=forever if place == "a hook" else None),
        )
        task = asyncio.ensure_future(byok_create_async(core, key=PROVIDER, provider="openai"))
        await reached.wait()
        for _ in range(5):
            await asyncio.sleep(0)
        assert leaks("\n".join(text for frame in task.get_stack() for text in frames(frame))) == []
        task.cancel()
        with pytest.raises(asyncio.CancelledError) as cancelled:
            await task
        assert_silent(cancelled.value)

    asyncio.run(call())


def test_an_awaited_key_is_kept_by_no_frame() -> None:
    """A key that a coroutine gave is gone from the pump when the request is sent."""
    seen: list[str] = []

    def handler(_: httpx.Request) -> httpx.Response:
        seen.extend(frames(cast("FrameType", inspect.currentframe())))
        raise KeyboardInterrupt

    async def call() -> None:
        client = httpx.AsyncClient(transport=httpx.MockTransport(handler))
        core = OpenRouterCore(api_key=_later, async_http_client=client)
        await byok_create_async(core, key=PROVIDER, provider="openai")

    with pytest.raises(KeyboardInterrupt) as interrupted:
        asyncio.run(call())
    assert seen
    assert_silent(interrupted.value, *seen)


def _failing(*_: object) -> None:
    raise LookupError(MANAGEMENT, PROVIDER)


QUOTING: tuple[type[Exception], ...] = (
    *(ValueError, RuntimeError, TypeError, OSError, LookupError, RecursionError, OverflowError),
    *(httpx.InvalidURL, httpx.LocalProtocolError, httpx.UnsupportedProtocol),
)
EXCEPTIONS: list[Exception] = [
    *[kind(f"{MANAGEMENT[:8]}, {MANAGEMENT}, {PROVIDER!r}") for kind in QUOTING],
    *[
        kind(f"{MANAGEMENT}, {PROVIDER.encode()!r}")
        for kind in (httpx.ReadError, httpx.ConnectError, httpx.ReadTimeout)
    ],
]


@pytest.mark.parametrize("error", EXCEPTIONS, ids=lambda error: type(error).__name__)
def test_what_the_client_says_is_masked_or_left_out(invoke: Invoke, error: Exception) -> None:
    """An exception of the HTTP client may quote what it was given: an error of ours never does."""

    def handler(_: httpx.Request) -> httpx.Response:
        raise error

    core = invoke.core(handler, api_key=MANAGEMENT, retry_config=NO_RETRIES)
    failed = invoke("byok_create", core, **arguments(CREATE)).error
    assert isinstance(failed, errors.HTTPClientError)
    assert_silent(failed)


@pytest.mark.parametrize("place", ["before_request", "after_success", "after_error", "api_key"])
def test_what_the_callers_code_raises_is_left_out(invoke: Invoke, place: str) -> None:
    """A hook or a key function may raise with a key in the text: the error tells its type and its line."""
    status = 201 if place == "after_success" else 400
    options: dict[str, Any] = {"api_key": MANAGEMENT} | (
        {place: _failing} if place == "api_key" else {"hooks": Hooks(**cast("dict[str, Any]", {place: _failing}))}
    )
    failed = invoke(
        "byok_create", invoke.core(lambda _: httpx.Response(status, json=CREATE.body), **options), **arguments(CREATE)
    ).error
    assert "LookupError" in str(failed)
    assert_silent(failed)


@pytest.mark.parametrize(
    "changes", [{"headers": {"X": f"{MANAGEMENT}\n☃"}}, {"url": f"https://gateway.example:{MANAGEMENT[:8]}/"}], ids=str
)
def test_a_request_that_httpx_refuses_is_not_quoted(invoke: Invoke, changes: dict[str, Any]) -> None:
    """A hook can make a request that cannot be sent: what httpx says of it is left out."""
    hooks = Hooks(before_request=lambda _, request: attrs.evolve(request, **changes))
    core = invoke.core(lambda _: httpx.Response(400), api_key=MANAGEMENT, hooks=hooks)
    failed = invoke("byok_create", core, **arguments(CREATE)).error
    assert isinstance(failed, errors.InvalidRequestError)
    assert_silent(failed)


def test_what_a_hook_returns_is_left_out(invoke: Invoke) -> None:
    """A hook that returns what no hook returns is told by the type."""
    hooks = Hooks(before_request=cast("Any", lambda *_: MANAGEMENT))  # pyright: ignore[reportUnknownLambdaType]
    core = invoke.core(lambda _: httpx.Response(400), hooks=hooks)
    failed = invoke("byok_create", core, **arguments(CREATE)).error
    assert "returned str" in str(failed)
    assert_silent(failed)


@pytest.mark.parametrize("key", [f"{MANAGEMENT}\n", f"{MANAGEMENT}é", MANAGEMENT.encode()], ids=ascii)
def test_a_refusal_shows_no_key(invoke: Invoke, key: Any) -> None:  # noqa: ANN401 - wrong ones
    """What a call or `check` returns has no frames, and holds no key."""
    core = OpenRouterCore(api_key=key)
    for error in (invoke("byok_create", core, **arguments(CREATE)).error, core.check().error):
        assert isinstance(error, errors.SDKValidationError)
        assert_silent(error)
    invoke.close(core)


def test_a_hooks_context_holds_no_key(invoke: Invoke) -> None:
    """Neither the parameters nor the query of the base URL are in it."""
    contexts: list[HookContext] = []
    core = invoke.core(
        lambda _: httpx.Response(400),
        api_key=MANAGEMENT,
        hooks=Hooks(before_request=lambda context, _: contexts.append(context)),
        server_url=f"https://gateway.example/v1?gateway_key={FORMS['management']['percent-encoded']}",
    )
    invoke("byok_update", core, **arguments(UPDATE))
    (context,) = contexts
    assert_silent(context)


def test_one_key_may_begin_with_the_other(invoke: Invoke) -> None:
    """The longer one is masked whole: its end does not stay behind the shorter one's mask."""
    body = {"error": {"code": 400, "message": f"no {PROVIDER}"}}
    core = invoke.core(lambda _: httpx.Response(400, json=body))
    options = RequestOptions(headers={"X-Api-Key": PROVIDER[:20]})
    error = invoke("byok_create", core, options=options, **arguments(CREATE)).error
    assert error.error.message == "no [redacted]"


# --- The local server --------------------------------------------------------------------------------------------


def test_the_local_server_keeps_no_key(
    invoke: Invoke, tmp_path: Path, listener: Listener, capfd: pytest.CaptureFixture[str]
) -> None:
    """Neither its database, nor its record of requests, nor its log, nor what it prints, holds a key in any form."""
    file = tmp_path / "server.db"
    key = MANAGEMENT
    with LocalOpenRouter(db=file, management_key=key) as server:
        core = server.core()
        created = invoke("byok_create", core, key=PROVIDER, provider="openai").unwrap().data
        assert server.verify_key(created.id, PROVIDER)
        assert invoke("byok_update", core, id=created.id, key=PROVIDER, name="x").ok
        server.fail(status=500, apply=True)
        invoke("byok_update", core, id=created.id, key=PROVIDER)
        invoke("byok_create", core, key=PROVIDER, provider="nobody")
        invoke("byok_get", core, id=ID)
        with suppress(httpx.HTTPError):
            httpx.post(f"{server.url}/byok?key={FORMS['provider']['percent-encoded']}", headers={"X-Api-Key": key})
        assert leaks(repr(server.requests) + repr([attrs.asdict(each) for each in server.requests])) == []
        assert leaks(f"{server} {server!r} {server.account} {server.account!r}") == []
        invoke.close(core)
        stored = [path.read_bytes() for path in tmp_path.iterdir()]
    stored += [path.read_bytes() for path in tmp_path.iterdir()]
    assert sum(map(len, stored)) > 10_000
    assert leaks(b"".join(stored)) == []
    assert leaks(listener.heard(but_not=["httpx"])) == []  # the query above was this test's own
    assert leaks("".join(capfd.readouterr())) == []
