"""No form of a key is seen in what streams, uploads and downloads show: events, errors, frames, progress, logs."""

from __future__ import annotations

import inspect
import io
import json
from typing import TYPE_CHECKING, Any, cast

import httpx
import pytest

from openrouter_core import Hooks, Ok, RequestOptions, Secret, errors
from openrouter_core.files import Upload
from tests.funcs.cases import CHAT, DOWNLOAD, KEYS, NO_RETRIES, SPEECH, TRANSCRIPTION, UPLOAD, Function
from tests.hostile.canary import FORMS, MANAGEMENT, PROVIDER, assert_silent, frames, leaks
from tests.http.streams import Pieces

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import FrameType

    from openrouter_core import OpenRouterCore
    from tests.conftest import Invoke
    from tests.hostile.canary import Listener

EVENT_STREAM = {"Content-Type": "text/event-stream"}
CHUNK: dict[str, Any] = {"id": "gen-1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": []}
FIRST = b"data: %b\n\n" % json.dumps(CHUNK).encode()
ECHOED = [pytest.param(form, id=name) for name, form in FORMS["management"].items()]


def opened(invoke: Invoke, name: str, core: OpenRouterCore, **arguments: object) -> Any:  # noqa: ANN401 - a body
    """Return the body that a function hands over."""
    body = invoke(name, core, **arguments).unwrap()
    assert leaks(f"{body} {body!r} {[body]}") == []
    return body


def streaming(invoke: Invoke, core: OpenRouterCore, options: RequestOptions | None = None, **arguments: object) -> Any:  # noqa: ANN401 - a stream, sync or async
    """Return a stream of `chat_send_stream`."""
    from openrouter_funcs import chat_send

    function: Any = chat_send.chat_send_stream_async if invoke.is_async else chat_send.chat_send_stream
    return invoke.settle(function(core, options=options, **{**CHAT.arguments, **arguments})).unwrap()


def answering(*pieces: bytes | BaseException, **headers: str) -> Callable[[httpx.Request], httpx.Response]:
    """Return a handler that answers with a body in pieces."""
    return lambda _: httpx.Response(200, headers=headers, stream=Pieces(*pieces))


# --- What a stream echoes ----------------------------------------------------------------------------------------

ENDS: dict[str, Callable[[str], bytes]] = {
    "a bare error": lambda key: json.dumps({"error": {"code": 400, "message": f"no {key}"}}).encode(),
    "an error's code and metadata": lambda key: json.dumps(
        {"error": {"code": key, "message": "no", "metadata": {key: [key]}}, "user_id": key}
    ).encode(),
    "an error with choices": lambda key: json.dumps({**CHUNK, "error": {"code": 502, "message": key}}).encode(),
    "a top-level error": lambda key: json.dumps({"code": "x", "message": key}).encode(),
    "no JSON": lambda key: b'{"id": "%b' % key.encode(),
    "a wrong type": lambda key: json.dumps({**CHUNK, "created": key}).encode(),
    "a choice that is none": lambda key: json.dumps({**CHUNK, "choices": [key]}).encode(),
}


@pytest.mark.parametrize("form", ECHOED)
@pytest.mark.parametrize("end", ENDS)
def test_an_event_that_ends_a_stream_is_masked(invoke: Invoke, listener: Listener, end: str, form: str) -> None:
    """The error that an event is, or that a broken event leads to, shows no key in any form."""
    event = b"".join(b"data: %b\n" % line for line in ENDS[end](form).split(b"\n")) + b"\n"
    core = invoke.core(answering(FIRST, event, **EVENT_STREAM), api_key=MANAGEMENT)
    first, last = invoke.listed(streaming(invoke, core))
    assert isinstance(first, Ok)
    assert isinstance(last.error, errors.StreamError | errors.ResponseValidationError)
    assert_silent(last.error)
    assert leaks(listener.heard()) == []


@pytest.mark.parametrize("form", ECHOED)
def test_the_head_of_a_stream_is_masked_in_its_error(invoke: Invoke, form: str) -> None:
    """What stands in its headers does not come back with the error of an event."""
    headers = {**EVENT_STREAM, "X-Echo": form.encode("latin-1", "replace").decode("latin-1").replace("\n", " ")}
    core = invoke.core(answering(b'data: {"error": {"message": "no"}}\n\n', **headers), api_key=MANAGEMENT)
    (last,) = invoke.listed(streaming(invoke, core))
    assert "x-echo" in last.error.headers
    assert_silent(last.error)


@pytest.mark.parametrize("function", [UPLOAD, DOWNLOAD, SPEECH, TRANSCRIPTION], ids=lambda function: function.name)
@pytest.mark.parametrize("form", ECHOED)
def test_the_error_of_a_file_is_masked(invoke: Invoke, listener: Listener, function: Function, form: str) -> None:
    """The documented error in place of the file, or of what is known of it."""
    body = {"error": {"code": 400, "message": f"no {form}", "metadata": {"key": form}}}
    core = invoke.core(lambda _: httpx.Response(400, json=body), api_key=MANAGEMENT)
    error = invoke(function.name, core, **function.arguments).error
    assert isinstance(error, errors.BadRequestResponseError)
    assert_silent(error)
    assert leaks(listener.heard()) == []


BROKEN: list[Exception] = [
    *[kind(f"{MANAGEMENT}, {MANAGEMENT.encode()!r}") for kind in (httpx.ReadError, httpx.ReadTimeout)],
    *[kind(MANAGEMENT) for kind in (httpx.DecodingError, RuntimeError, OSError, ValueError)],
]


@pytest.mark.parametrize("broken", BROKEN, ids=lambda error: type(error).__name__)
def test_what_breaks_a_body_is_masked(invoke: Invoke, tmp_path: Path, broken: Exception) -> None:
    """An exception of the client within a stream or a download may quote what it was given: the error does not."""
    core = invoke.core(answering(FIRST, broken, **EVENT_STREAM), api_key=MANAGEMENT)
    *_, last = invoke.listed(streaming(invoke, core))
    assert_silent(last.error)
    core = invoke.core(answering(b"some", broken), api_key=MANAGEMENT)
    for take in ("read", "save"):
        body = opened(invoke, "files_download", core, **DOWNLOAD.arguments)
        result = invoke.settle(body.read() if take == "read" else body.save(tmp_path / "a"))
        assert_silent(result.error)
    assert [*tmp_path.iterdir()] == []


def test_what_configured_streams_and_files_shows_no_key(invoke: Invoke) -> None:
    """Not the stream and the download themselves, nor what they say of being pickled, nor the results of them."""
    hooks = Hooks(after_success=lambda _context, _response: None)
    core = invoke.core(answering(FIRST, b"data: [DONE]\n\n", **EVENT_STREAM), api_key=MANAGEMENT, hooks=hooks)
    options = RequestOptions(headers={"X-Api-Key": MANAGEMENT})
    stream = streaming(invoke, core, options)
    with pytest.raises(TypeError) as refused:
        stream.__reduce__()
    assert_silent(refused.value)
    assert leaks(f"{stream!r} {stream.response!r} {Ok(stream)!r} {invoke.listed(stream)!r}") == []


# --- Progress ----------------------------------------------------------------------------------------------------


class Looker:
    """A progress callback, or a source of bytes, that looks at all frames around it and then fails, or interrupts."""

    def __init__(self, error: BaseException | None = None) -> None:
        self._error = error
        self.seen: list[str] = []

    def __call__(self, *told: int | None) -> None:
        """Be told how much there is."""
        self.seen += [repr(told), *frames(cast("FrameType", inspect.currentframe()))]
        if self._error is not None:
            raise self._error


class Source(io.BytesIO):
    """A file whose reading is looked at, or fails."""

    def __init__(self, look: Looker) -> None:
        super().__init__(b"some bytes")
        self._look = look

    def read(self, size: int | None = -1, /) -> bytes:
        """Read, and look."""
        if size:
            self._look()
        return super().read(size)


def echoing(request: httpx.Request) -> httpx.Response:
    """Read the whole request, and answer with a file."""
    assert request.content
    return httpx.Response(200, content=b"some bytes", headers={"Content-Length": "10"})


@pytest.mark.parametrize("error", [None, LookupError(MANAGEMENT, PROVIDER), KeyboardInterrupt()], ids=repr)
@pytest.mark.parametrize("place", ["progress of an upload", "source of an upload", "progress of a download"])
def test_progress_is_told_no_key(invoke: Invoke, tmp_path: Path, place: str, error: BaseException | None) -> None:
    """No frame around a callback shows a key, and what it raises is told by its type."""
    look = Looker(error)
    core = invoke.core(
        (lambda _: httpx.Response(200, content=b"some bytes")) if "download" in place else echoing,
        api_key=MANAGEMENT,
        server_url=f"https://gateway.example/v1?gateway_key={FORMS['management']['percent-encoded']}",
        retry_config=NO_RETRIES,
    )

    def run() -> Any:  # noqa: ANN401 - a Result
        headers = {"X-Api-Key": MANAGEMENT}
        if place == "progress of a download":
            body = opened(invoke, "files_download", core, **DOWNLOAD.arguments)
            return invoke.settle(body.save(tmp_path / "a", look))
        progress = look if "progress" in place else None
        file = Upload(Source(look), "a.txt") if "source" in place else b"some bytes"
        options = RequestOptions(headers=headers, progress=progress)
        return invoke("files_upload", core, file=file, options=options)

    if isinstance(error, KeyboardInterrupt):
        with pytest.raises(KeyboardInterrupt) as interrupted:
            run()
        assert_silent(interrupted.value)
    else:
        result = run()
        if error is not None:
            assert "LookupError" in str(result.error)
        if not result.ok:
            assert_silent(result.error)
    assert len(look.seen) > 1
    assert_silent(*look.seen)


@pytest.mark.parametrize("piece", [FIRST, b"data: {"], ids=["an event", "a part"])
def test_an_interrupted_stream_shows_no_key(invoke: Invoke, piece: bytes) -> None:
    """No local variable of a frame of ours shows a key when a signal ends the waiting for an event."""
    core = invoke.core(answering(piece, KeyboardInterrupt(), **EVENT_STREAM), api_key=MANAGEMENT)
    stream = streaming(invoke, core, RequestOptions(headers={"X-Api-Key": MANAGEMENT}))
    with pytest.raises(KeyboardInterrupt) as interrupted:
        invoke.listed(stream)
    assert_silent(interrupted.value)
    invoke.settle(stream.aclose() if invoke.is_async else stream.close())


# --- Secrets of a call's own -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["extra_body", "extra_query"])
def test_what_is_newer_is_not_shown(invoke: Invoke, name: str) -> None:
    """Options do not show what they hold for a newer server, and refuse a `Secret`, which would not be masked."""
    assert leaks(repr(RequestOptions(**cast("Any", {name: {"newer": PROVIDER}})))) == []
    options = RequestOptions(**cast("Any", {name: {"newer": Secret(PROVIDER)}}))
    refused = invoke("chat_send", invoke.core(answering()), options=options, **CHAT.arguments).error
    assert (type(refused), refused.parameter) == (errors.SDKValidationError, name)
    assert_silent(options, refused)


@pytest.mark.parametrize("form", [pytest.param(form, id=name) for name, form in FORMS["provider"].items()])
def test_a_secret_within_an_argument_is_masked(invoke: Invoke, form: str) -> None:
    """Wherever a `Secret` stands among the arguments, what echoes it is masked: an answer, and an event of a stream."""
    message = {"role": "user", "content": "x", "newer": [{"key": Secret(PROVIDER)}]}
    told = {"error": {"code": 400, "message": f"no {form}"}}
    failed = invoke("chat_send", invoke.core(lambda _: httpx.Response(400, json=told)), messages=[message]).error
    assert isinstance(failed, errors.BadRequestResponseError)
    event = b"data: %b\n\n" % json.dumps(told).encode()
    stream = streaming(invoke, invoke.core(answering(event, **EVENT_STREAM)), messages=[message])
    (last,) = invoke.listed(stream)
    assert isinstance(last.error, errors.StreamError)
    assert_silent(failed, last.error)


@pytest.mark.parametrize("limit", [50, "50"], ids=["right", "wrong"])
def test_a_new_key_is_not_shown(invoke: Invoke, listener: Listener, limit: object) -> None:
    """The key that `api_keys_create` returns is a `Secret`; neither result nor response shows it."""
    made = {**KEYS.body, "key": MANAGEMENT, "data": {**KEYS.body["data"], "limit": limit}}
    result = invoke("api_keys_create", invoke.core(lambda _: httpx.Response(201, json=made)), **KEYS.arguments)
    assert leaks(f"{result!r} {result} {[result]}") == []
    assert leaks(listener.heard()) == []
    if result.ok:
        assert result.value.key == Secret(MANAGEMENT)
        assert_silent(result.value)
    else:
        assert isinstance(result.error, errors.ResponseValidationError)
        assert leaks(f"{result.error} {result.error!r} {result.error.args!r}") == []
