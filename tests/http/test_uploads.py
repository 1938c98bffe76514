"""Uploads over raw sockets: what goes over the wire, what is sent again, and what ends one, sync and async."""

from __future__ import annotations

import io
import os
import socket
import struct
import threading
import tracemalloc
from collections.abc import Sequence  # noqa: TC003 - the request's types are looked at
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Any, TypedDict

import attrs
import pytest

from openrouter_core import OpenRouterCore, RequestOptions
from openrouter_core.calls import call, call_async
from openrouter_core.files import Upload
from openrouter_core.model import Wire
from openrouter_core.operation import Operation
from openrouter_core.testing.multipart import Part, parts
from tests.funcs.cases import AT_ONCE
from tests.http.peers import Server, answer, read_request

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Invoke

pytestmark = pytest.mark.own_client

KEY = "sk-or-test-123"
DONE = answer(b"{}")
BIG = os.urandom(1_000_000)


@attrs.frozen
class Stored:
    """What is answered."""


class Sent(TypedDict, total=False):
    """What is sent."""

    file: Any
    language: str
    terms: Annotated[Sequence[str], Wire("terms[]")]
    exact: bool
    heat: float


OPERATION: Operation[Any, Any] = Operation(
    name="store",
    method="POST",
    path="/files",
    request=Sent,
    success=(200, Stored),
    upload="file",
)


class Storing:
    """Sends files, sync or async; `requests` holds what came."""

    def __init__(self, invoke: Invoke, url: str, requests: list[bytes]) -> None:
        self.invoke = invoke
        self.requests = requests
        self.core = OpenRouterCore(server_url=url, api_key=KEY, retry_config=AT_ONCE)

    def __call__(self, file: object = None, fields: dict[str, Any] | None = None, **options: Any) -> Any:  # noqa: ANN401
        """Return the result of a call."""
        given = {**({} if file is None else {"file": file}), **(fields or {})}
        function: Any = call_async if self.invoke.is_async else call
        return self.invoke.settle(function(self.core, OPERATION, given, RequestOptions(**options)))

    @property
    def parts(self) -> list[dict[str, list[str | Part]]]:
        """What each request held."""
        return [parsed(each) for each in self.requests]


def parsed(request: bytes) -> dict[str, list[str | Part]]:
    """Return the parts of a request."""
    head, _, body = request.partition(b"\r\n\r\n")
    lines = [line for line in head.decode().split("\r\n") if line.lower().startswith("content-type:")]
    return parts(lines[0], body)


@pytest.fixture
def storing(invoke: Invoke) -> Iterator[Callable[..., Storing]]:
    """Return what starts a server that answers so, one reply a request, and a core that calls it."""
    servers: list[Server] = []
    cores: list[OpenRouterCore] = []

    def start(*replies: bytes, speak: Callable[[socket.socket], object] | None = None) -> Storing:
        left, requests = list(replies), list[bytes]()

        def reply(peer: socket.socket) -> None:
            while left and (request := read_request(peer)):
                requests.append(request)
                peer.sendall(left.pop(0))

        servers.append(Server(speak or reply))
        made = Storing(invoke, servers[-1].url, requests)
        cores.append(made.core)
        return made

    yield start
    for core in cores:
        core.close()
    for server in servers:
        server.close()


def noting(seen: list[tuple[int, int | None]]) -> Callable[[int, int | None], None]:
    """Return a progress function that notes what it is told."""

    def note(sent: int, total: int | None) -> None:
        seen.append((sent, total))

    return note


def seeked(data: bytes, position: int) -> io.BytesIO:
    """Return a file that does not stand at its beginning."""
    file = io.BytesIO(data)
    file.seek(position)
    return file


class Pipe(io.RawIOBase):
    """What cannot be rewound."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self._file = io.BytesIO(data)

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def readinto(self, into: Any) -> int:  # noqa: ANN401 - a buffer
        """Read."""
        return self._file.readinto(into)


OCTETS = "application/octet-stream"
SOURCES: dict[str, tuple[Callable[[Path], object], Part]] = {
    "bytes": (lambda _: b"abc", Part("file", OCTETS, b"abc")),
    "no bytes": (lambda _: b"", Part("file", OCTETS, b"")),
    "many bytes": (lambda _: BIG, Part("file", OCTETS, BIG)),
    "a path": (lambda folder: folder / "a.txt", Part("a.txt", "text/plain", b"hello")),
    "an open file": (lambda _: io.BytesIO(b"abc"), Part("file", OCTETS, b"abc")),
    "an open file with a name": (lambda folder: (folder / "a.txt").open("rb"), Part("a.txt", "text/plain", b"hello")),
    "an unbuffered file": (lambda folder: (folder / "big").open("rb", buffering=0), Part("big", OCTETS, BIG)),
    "from where it stands": (lambda _: seeked(b"abcde", 2), Part("file", OCTETS, b"cde")),
    "from beyond its end": (lambda _: seeked(b"abcde", 9), Part("file", OCTETS, b"")),
    "named otherwise": (lambda folder: Upload(folder / "a.txt", "b.pdf"), Part("b.pdf", "application/pdf", b"hello")),
    "typed otherwise": (lambda _: Upload(b"x", "b.pdf", "image/png"), Part("b.pdf", "image/png", b"x")),
    "a strange name": (lambda _: Upload(b"x", 'é"\r\n.txt'), Part('é"\r\n.txt', "text/plain", b"x")),
}


@pytest.mark.parametrize("name", SOURCES)
def test_a_source(storing: Any, tmp_path: Path, name: str) -> None:  # noqa: ANN401 - a fixture
    """It arrives whole, with its name and type, and its length is told before."""
    (tmp_path / "a.txt").write_bytes(b"hello")
    (tmp_path / "big").write_bytes(BIG)
    make, expected = SOURCES[name]
    calls, seen, source = storing(DONE), list[tuple[int, int | None]](), make(tmp_path)
    result = calls(source, progress=noting(seen))
    assert result.ok, result
    assert calls.parts == [{"file": [expected]}]
    head, _, body = calls.requests[0].partition(b"\r\n\r\n")
    assert f"Content-Length: {len(body)}".encode() in head
    assert seen[-1] == (len(body), len(body))
    assert seen == list(dict.fromkeys(seen))
    assert all(after - before <= 262_144 for (before, _), (after, _) in pairwise(seen))
    if isinstance(source, io.IOBase):
        assert not source.closed
        source.close()


def test_fields(storing: Any) -> None:  # noqa: ANN401 - a fixture
    """A list is sent item by item under the wire's name; what is no text is JSON."""
    calls = storing(DONE)
    fields = {"terms": ["a", 'b"'], "exact": True, "heat": 0.5, "language": "dé"}
    assert calls(b"x", fields, extra_body={"newer": 1, "left": None}).ok
    (found,) = calls.parts
    assert {name: value for name, value in found.items() if name != "file"} == {
        "terms[]": ["a", 'b"'],
        "exact": ["true"],
        "heat": ["0.5"],
        "language": ["dé"],
        "newer": ["1"],
    }


def test_a_form_without_a_file(storing: Any) -> None:  # noqa: ANN401 - a fixture
    """Is a form all the same."""
    calls = storing(DONE)
    assert calls(None, {"language": "de"}).ok
    assert calls.parts == [{"language": ["de"]}]


BUSY = answer(b"{}", status="429 Too Many Requests")


@pytest.mark.parametrize("name", ["bytes", "a path", "an open file with a name", "from where it stands"])
def test_it_is_sent_anew(storing: Any, tmp_path: Path, name: str) -> None:  # noqa: ANN401 - a fixture
    """A file is rewound to where it stood, and progress begins again."""
    (tmp_path / "a.txt").write_bytes(b"hello")
    make, expected = SOURCES[name]
    calls, seen, source = storing(BUSY, DONE), list[tuple[int, int | None]](), make(tmp_path)
    assert calls(source, progress=noting(seen)).ok
    assert calls.parts == [{"file": [expected]}] * 2
    assert seen.count(seen[-1]) == 2
    if isinstance(source, io.IOBase):
        source.close()


def test_what_cannot_be_rewound_is_sent_once(storing: Any) -> None:  # noqa: ANN401 - a fixture
    """In chunks, as its length is not known."""

    def speak(peer: socket.socket) -> None:
        request = b""
        while not request.endswith(b"\r\n0\r\n\r\n"):
            request += peer.recv(65_536)
        calls.requests.append(request)
        peer.sendall(BUSY)

    calls = storing(speak=speak)
    seen = list[tuple[int, int | None]]()
    with Pipe(b"abc") as source:
        error = calls(source, progress=noting(seen)).error
    assert (type(error).__name__, error.attempts) == ("TooManyRequestsResponseError", 1)
    assert len(calls.requests) == 1
    assert b"\r\nabc\r\n" in calls.requests[0]
    assert seen[-1][1] is None


def closed() -> io.BytesIO:
    """Return a closed file."""
    file = io.BytesIO(b"")
    file.close()
    return file


class Lazy:
    """Raises whatever is asked of it."""

    def __getattribute__(self, name: str) -> Any:  # noqa: ANN401
        raise RuntimeError(KEY)


WRONG: dict[str, tuple[Callable[[Path], object], str]] = {
    "a missing file": (lambda folder: folder / "none", "there is no such file"),
    "a folder": (lambda folder: folder, "is not a file"),
    "a closed file": (lambda _: closed(), "is closed"),
    "a file of text": (lambda _: io.StringIO("abc"), "is open as text"),
    "text": (lambda _: "abc", "expected a Path, bytes, an open binary file or an Upload, got str"),
    "a number": (lambda _: Upload(7), "got int"),  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    "what raises": (lambda _: Lazy(), "raised RuntimeError"),
    "two files": (lambda _: [b"a", b"b"], "got list"),
    "a type that is none": (lambda _: Upload(b"", content_type="a\r\nb: c"), "must be printable Latin-1"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_source_that_is_wrong(storing: Any, tmp_path: Path, name: str) -> None:  # noqa: ANN401 - a fixture
    """Is refused before anything is sent."""
    make, reason = WRONG[name]
    calls = storing(DONE)
    error = calls(make(tmp_path)).error
    assert (type(error).__name__, error.parameter, error.attempts) == ("SDKValidationError", "file", 0)
    assert reason in error.message
    assert KEY not in f"{error!r} {error.__dict__}"
    assert calls.requests == []


class Changing(io.BytesIO):
    """Grows or shrinks while it is read, or raises, or gives text."""

    def __init__(self, change: object) -> None:
        super().__init__(BIG)
        self._change = change

    def read(self, size: int | None = -1, /) -> Any:  # noqa: ANN401 - also what is wrong
        """Read, and change."""
        if self.tell() < 500_000 or not size:
            return super().read(size)
        if isinstance(self._change, bytes):
            self.write(self._change)
            self.truncate()
            self.seek(500_000)
            return super().read(size)
        if isinstance(self._change, Exception):
            raise self._change
        return self._change


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (b"", "its size changed"),
        (bytes(2_000_000), "its size changed"),
        (OSError(KEY), "reading it raised OSError"),
        ("text", "reading it gave str"),
    ],
    ids=["shrinks", "grows", "raises", "text"],
)
def test_a_source_that_changes(storing: Any, change: object, reason: str) -> None:  # noqa: ANN401 - a fixture
    """Ends the call; the server gets no whole request, and no second one."""
    calls = storing(DONE, DONE)
    error = calls(Changing(change)).error
    assert (type(error).__name__, error.attempts, error.outcome) == ("InvalidRequestError", 1, "unknown")
    assert reason in error.message
    assert KEY not in f"{error!r} {error.__dict__}"
    assert calls.requests == []


def test_progress_that_raises_ends_it(storing: Any) -> None:  # noqa: ANN401 - a fixture
    """With an error that does not show what it said."""

    def fail(sent: int, total: int | None) -> None:
        raise ValueError(f"{KEY} {sent} {total}")

    error = storing(DONE, DONE)(BIG, progress=fail).error
    assert (type(error).__name__, error.attempts) == ("UnexpectedClientError", 1)
    assert "progress raised ValueError in fail" in error.message
    assert KEY not in f"{error!r} {error.__dict__}"


TOO_LARGE = answer(b'{"error": {"code": 413, "message": "words"}}', status="413 Payload Too Large")


def begin(peer: socket.socket) -> None:
    """Read the beginning of a request; nothing that is sent later waits, so that a reset does not lose it."""
    peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    data = b""
    while len(data) < 10_000:
        data += peer.recv(10_000)


def refuse_and_close(peer: socket.socket) -> None:
    """Answer early, and close with bytes unread, which resets the connection."""
    begin(peer)
    peer.sendall(TOO_LARGE)


def refuse_and_reset(peer: socket.socket) -> None:
    """The same a moment later."""
    begin(peer)
    peer.sendall(TOO_LARGE)
    threading.Event().wait(0.1)
    peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def refuse_and_wait(peer: socket.socket) -> None:
    """Answer early, read no more, and keep the connection."""
    begin(peer)
    peer.sendall(TOO_LARGE)
    threading.Event().wait(1)


@pytest.mark.parametrize("speak", [refuse_and_close, refuse_and_reset, refuse_and_wait])
@pytest.mark.parametrize("secure", [False, True], ids=["plain", "TLS"])
def test_an_early_refusal(storing: Any, speak: Any, request: pytest.FixtureRequest, *, secure: bool) -> None:  # noqa: ANN401
    """Is reported as itself, however the server ends the connection."""
    context: Any = request.getfixturevalue("tls") if secure else None

    def secured(peer: socket.socket) -> None:
        with context.wrap_socket(peer, server_side=True, suppress_ragged_eofs=True) as inside:
            speak(inside)

    calls = storing(speak=secured if secure else speak)
    url = calls.core.server_url
    if secure:
        calls.core.close()
        calls.core = OpenRouterCore(server_url=url.replace("http:", "https:"), api_key=KEY, retry_config=AT_ONCE)
    error = calls(bytes(30_000_000), timeout=0.5).error
    calls.core.close()
    assert (type(error).__name__, error.attempts) == ("PayloadTooLargeResponseError", 1), error
    assert error.error.message == "words"
    assert error.outcome == "not_applied"


def test_a_server_that_hangs_up(storing: Any) -> None:  # noqa: ANN401 - a fixture
    """Without an answer is a broken connection, and the upload is not made twice."""
    error = storing(speak=begin)(bytes(30_000_000)).error
    assert (type(error).__name__, error.attempts, error.outcome) == ("RequestConnectionError", 1, "unknown")


def test_memory_does_not_grow_with_the_file(storing: Any, tmp_path: Path) -> None:  # noqa: ANN401 - a fixture
    """64 MB are sent in less than 2."""
    path = tmp_path / "big"
    path.write_bytes(bytes(64_000_000))
    got = list[int]()

    def speak(peer: socket.socket) -> None:
        buffer, total = bytearray(1 << 20), 0
        while total < 64_000_200:
            total += peer.recv_into(buffer)
        got.append(total)
        peer.sendall(DONE)

    calls = storing(speak=speak)
    tracemalloc.start()
    try:
        result = calls(path)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert result.ok, result
    assert peak < 4_000_000  # of which the server has one
