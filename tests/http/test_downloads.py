"""Downloads over raw sockets: each body with what comes of it, read, saved and iterated over, sync and async."""

from __future__ import annotations

import asyncio
import json
import threading
import tracemalloc
from functools import partial
from typing import TYPE_CHECKING, Any, TypedDict

import pytest

from openrouter_core import Ok, OpenRouterCore, RequestOptions
from openrouter_core.calls import call_download, call_download_async
from openrouter_core.http.multipart import filename_of
from openrouter_core.operation import Operation
from tests.funcs.cases import AT_ONCE
from tests.http.peers import Server, read_request

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Invoke

pytestmark = pytest.mark.own_client

KEY = "sk-or-test-123"


class Wanted(TypedDict):
    """Which file."""

    id: str


OPERATION: Operation[bytes, Any] = Operation(
    name="fetch", method="GET", path="/files/{id}/content", request=Wanted, success=(200, bytes)
)


def reply(body: bytes, *fields: str, status: str = "200 OK", length: int | None = -1) -> bytes:
    """Return a response; its length is the body's unless it is given, `None` for none."""
    told = () if length is None else (f"Content-Length: {len(body) if length < 0 else length}",)
    return "\r\n".join([f"HTTP/1.1 {status}", *told, *fields, "", ""]).encode("latin-1") + body


CHUNKED = reply(b"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n", "Transfer-Encoding: chunked", length=None)
JSON, NAMED = "Content-Type: application/json", 'Content-Disposition: attachment; filename="a"'
ERROR = json.dumps({"error": {"code": 402, "message": f"words {KEY}"}}).encode()
LARGE_JSON = b'{"error": {"code": 402, "message": "' + b"a" * 300_000 + b'"}}'
CASES: dict[str, tuple[bytes, int | None, object]] = {
    "whole": (reply(b"abcde"), 5, b"abcde"),
    "empty": (reply(b""), 0, b""),
    "JSON is a file, too": (reply(b'{"error": 1}', "Content-Type: application/json"), 12, b'{"error": 1}'),
    "JSON that is larger than an error": (reply(LARGE_JSON, JSON), len(LARGE_JSON), LARGE_JSON),
    "JSON that is small": (reply(b'"cde"', JSON), 5, b'"cde"'),
    "JSON of no bytes": (reply(b"", JSON), 0, b""),
    "JSON that breaks off": (reply(ERROR, JSON, length=999), 999, "RequestConnectionError"),
    "JSON that is an error, with a name": (reply(ERROR, JSON, NAMED), len(ERROR), ERROR),
    "an error in place of a file": (reply(ERROR, JSON), len(ERROR), "PaymentRequiredResponseError: words"),
    "an error in place of a file, in chunks": (
        reply(b"%x\r\n%s\r\n0\r\n\r\n" % (len(ERROR), ERROR), JSON, "Transfer-Encoding: chunked", length=None),
        None,
        "PaymentRequiredResponseError: words [redacted]",
    ),
    "no content": (b"HTTP/1.1 204 No Content\r\n\r\n", None, "ResponseValidationError: not a whole file"),
    "a part": (reply(b"abc", status="206 Partial Content"), None, "ResponseValidationError: not a whole file"),
    "in chunks": (CHUNKED, None, b"abcde"),
    "to the end of the connection": (reply(b"abcde", "Connection: close", length=None), None, b"abcde"),
    "another success": (reply(b"abcde", status="203 Non-Authoritative Information"), 5, b"abcde"),
    "short": (reply(b"abcde", length=9), 9, "RequestConnectionError"),
    "short, and nothing at all": (reply(b"", length=9), 9, "RequestConnectionError"),
    "chunks without an end": (CHUNKED[:-5], None, "RequestConnectionError"),
    "a broken chunk": (CHUNKED[:-5] + b"zz\r\n", None, "RequestConnectionError"),
    "compressed unasked": (reply(b"abcde", "Content-Encoding: gzip"), None, "ResponseValidationError: compressed"),
    "an error": (
        reply(b'{"error": {"message": "words"}}', "Content-Type: application/json", status="404 Not Found"),
        None,
        "NotFoundResponseError: words",
    ),
    "a redirect": (reply(b"", "Location: /", status="302 Found"), None, "OpenRouterDefaultError"),
}


class Fetching:
    """Asks for files, sync or async."""

    def __init__(self, invoke: Invoke, url: str) -> None:
        self.invoke = invoke
        self.core = OpenRouterCore(server_url=url, api_key=KEY, retry_config=AT_ONCE)

    def open(self, **options: Any) -> Any:  # noqa: ANN401 - a result of either kind of download
        """Return the result of a call."""
        function: Any = call_download_async if self.invoke.is_async else call_download
        return self.invoke.settle(function(self.core, OPERATION, {"id": "1"}, RequestOptions(**options)))

    def close(self, opened: Any) -> None:  # noqa: ANN401 - either kind of download
        """Close a download."""
        self.invoke.settle(opened.aclose() if self.invoke.is_async else opened.close())

    @property
    def free(self) -> int:
        """How many slots are free."""
        inside: Any = self.core
        transport = partial(inside._session.transport, is_async=self.invoke.is_async)

        async def looked() -> int:
            return transport().free._value  # type: ignore[no-any-return]

        if self.invoke.is_async:
            return self.invoke.settle(looked())  # type: ignore[no-any-return]
        return transport().free.qsize()  # type: ignore[no-any-return]


@pytest.fixture
def fetching(invoke: Invoke) -> Iterator[Callable[..., Fetching]]:
    """Return what starts a server that answers so on each connection, and then waits, and a core that calls it."""
    servers: list[Server] = []
    cores: list[OpenRouterCore] = []

    def start(*replies: bytes, hangs: bool = False) -> Fetching:
        def speak(peer: socket.socket) -> None:
            for each in replies:
                if read_request(peer):
                    peer.sendall(each)
            if hangs:
                peer.recv(1)

        servers.append(Server(speak))
        made = Fetching(invoke, servers[-1].url)
        cores.append(made.core)
        return made

    yield start
    for core in cores:
        core.close()
    for server in servers:
        server.close()


def told(result: Any) -> object:  # noqa: ANN401 - of any kind
    """Return a value, or what an error says."""
    if result.ok:
        return result.value
    assert result.error.outcome == "not_applied"
    assert result.error.attempts == 1
    return f"{type(result.error).__name__}: {result.error.message}"


def agrees(result: Any, expected: object) -> bool:  # noqa: ANN401 - of any kind
    """Return whether a result is what a table has."""
    found = told(result)
    return found == expected or all(part in str(found) for part in str(expected).split(": "))


@pytest.mark.parametrize("name", CASES)
def test_read(fetching: Any, name: str) -> None:  # noqa: ANN401 - a fixture
    """All of it, or one error; nothing is left open."""
    body, size, expected = CASES[name]
    calls = fetching(body)
    result = calls.open()
    if result.ok:
        assert result.value.size == size
        result = calls.invoke.settle(result.value.read())
    assert agrees(result, expected)
    assert calls.free == 100


@pytest.mark.parametrize("name", CASES)
def test_save(fetching: Any, name: str, tmp_path: Path) -> None:  # noqa: ANN401 - a fixture
    """The file is whole or as it was; nothing else is left beside it."""
    body, _, expected = CASES[name]
    calls, target, seen = fetching(body), tmp_path / "a.bin", list[tuple[int, int | None]]()
    target.write_bytes(b"old")

    def note(written: int, total: int | None) -> None:
        seen.append((written, total))

    result = calls.open()
    if result.ok:
        result = calls.invoke.settle(result.value.save(target, progress=note))
    if isinstance(expected, bytes):
        assert told(result) == len(expected)
        assert [now for now, _ in seen[-1:]] == [len(expected)][: len(expected)]
    else:
        assert agrees(result, expected)
    assert target.read_bytes() == (expected if isinstance(expected, bytes) else b"old")
    assert list(tmp_path.iterdir()) == [target]
    assert calls.free == 100


@pytest.mark.parametrize("name", CASES)
def test_iterate(fetching: Any, name: str) -> None:  # noqa: ANN401 - a fixture
    """Pieces, and at most one error, the last."""
    body, _, expected = CASES[name]
    calls = fetching(body)
    opened = calls.open()
    results: list[Any] = calls.invoke.listed(opened.value) if opened.ok else [opened]
    if isinstance(expected, bytes):
        assert b"".join(each.unwrap() for each in results) == expected
        assert all(each.response is opened.value.response for each in results)
    else:
        assert agrees(results[-1], expected)
        assert all(isinstance(each, Ok) for each in results[:-1])
    assert calls.free == 100


def test_two_downloads_share_a_connection(fetching: Any) -> None:  # noqa: ANN401 - a fixture
    """One that is read to its end gives it back."""
    calls = fetching(*[CASES["whole"][0]] * 5)
    assert [told(calls.invoke.settle(calls.open().value.read())) for _ in range(5)] == [b"abcde"] * 5


TARGETS: dict[str, Callable[[Path], object]] = {
    "a folder": lambda folder: folder,
    "in no folder": lambda folder: folder / "none" / "a.bin",
    "a device": lambda _: "/dev/null",
    "a NUL": lambda folder: f"{folder}/\0",
    "a number": lambda _: 7,
}


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_that_cannot_be_written(fetching: Any, tmp_path: Path, name: str) -> None:  # noqa: ANN401 - a fixture
    """Is an error, and nothing is left of it."""
    calls = fetching(CASES["whole"][0])
    result = calls.invoke.settle(calls.open().value.save(TARGETS[name](tmp_path)))
    assert agrees(result, "SDKValidationError: path: cannot be written")
    assert list(tmp_path.iterdir()) == []
    assert calls.free == 100


def test_a_link_stays_one(fetching: Any, tmp_path: Path) -> None:  # noqa: ANN401 - a fixture
    """What it leads to is replaced."""
    (tmp_path / "link").symlink_to(tmp_path / "a.bin")
    calls = fetching(CASES["whole"][0])
    assert told(calls.invoke.settle(calls.open().value.save(str(tmp_path / "link")))) == 5
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "a.bin").read_bytes() == b"abcde"


def test_progress_that_raises_ends_it(fetching: Any, tmp_path: Path) -> None:  # noqa: ANN401 - a fixture
    """With an error that does not show what it said."""

    def fail(written: int, total: int | None) -> None:
        raise ValueError(f"{KEY} {written} {total}")

    calls = fetching(CASES["whole"][0])
    result = calls.invoke.settle(calls.open().value.save(tmp_path / "a", progress=fail))
    assert agrees(result, "UnexpectedClientError: progress raised ValueError in fail")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("most", "fits"), [(5, True), (4, False)])
@pytest.mark.parametrize("name", ["whole", "in chunks", "JSON that is small"])
def test_read_has_a_limit(fetching: Any, name: str, most: int, *, fits: bool) -> None:  # noqa: ANN401 - a fixture
    """`max_bytes`, or else `max_response_bytes`; the rest is not read."""
    calls = fetching(CASES[name][0])
    result = calls.invoke.settle(calls.open().value.read(max_bytes=most))
    assert agrees(result, CASES[name][2] if fits else "ResponseValidationError: larger than 4 bytes")
    assert calls.free == 100


def test_a_body_that_breaks_off_before_its_limit_is_not_too_large(fetching: Any) -> None:  # noqa: ANN401 - a fixture
    """The caller hears what happened: nothing came, and so nothing was too much."""
    calls = fetching(CASES["short, and nothing at all"][0])
    assert agrees(calls.invoke.settle(calls.open().value.read(max_bytes=4)), "RequestConnectionError")


@pytest.mark.parametrize("most", ["5", 1.5, True, -1])
def test_a_limit_that_is_none_is_refused(fetching: Any, most: Any) -> None:  # noqa: ANN401 - a fixture, and anything
    """Nothing is raised, and the connection is given back."""
    calls = fetching(CASES["whole"][0])
    result = calls.invoke.settle(calls.open().value.read(max_bytes=most))
    assert agrees(result, "SDKValidationError: max_bytes: expected an int, at least 0, or None")
    assert calls.free == 100


def test_save_has_no_limit(invoke: Invoke, fetching: Any, tmp_path: Path) -> None:  # noqa: ANN401 - a fixture
    """`max_response_bytes` bounds what is read into memory."""
    big = bytes(12_000_000)
    calls = fetching(reply(big), reply(big))
    assert agrees(invoke.settle(calls.open().value.read()), "ResponseValidationError: larger than 10000000 bytes")
    calls = fetching(reply(big))
    assert told(invoke.settle(calls.open().value.save(tmp_path / "a"))) == len(big)


def test_once_over_it_says_so(fetching: Any, tmp_path: Path) -> None:  # noqa: ANN401 - a fixture
    """What was read or closed is no empty file."""
    calls = fetching(CASES["whole"][0])
    opened = calls.open().value
    assert told(calls.invoke.settle(opened.read())) == b"abcde"
    assert agrees(calls.invoke.settle(opened.read()), "SDKValidationError: read already")
    assert agrees(calls.invoke.settle(opened.save(tmp_path / "a")), "SDKValidationError: read already")
    opened = fetching(CASES["whole"][0]).open().value
    calls.close(opened)
    assert agrees(calls.invoke.settle(opened.save(tmp_path / "a")), "SDKValidationError: download: is closed")
    assert list(tmp_path.iterdir()) == []


def test_once_closed_it_gives_nothing(fetching: Any) -> None:  # noqa: ANN401 - a fixture
    """Not even the error that came together with the last bytes; what is not whole stays so."""
    calls = fetching(CASES["JSON that breaks off"][0])
    opened = calls.open().value
    assert told(calls.invoke.settle(anext(opened) if calls.invoke.is_async else next(opened))) == ERROR
    calls.close(opened)
    assert calls.invoke.listed(opened) == []
    assert agrees(calls.invoke.settle(opened.read()), "SDKValidationError: read already")


CUT = reply(b"abc", length=9)


def test_one_that_is_closed_while_it_is_read_is_not_whole(fetching: Any) -> None:  # noqa: ANN401 - a fixture
    """By another thread or task: what had come is not returned as all there is."""
    calls = fetching(reply(b"abc", "Connection: close", length=None), hangs=True)
    opened = calls.open().value

    async def read_and_close() -> object:
        reading = asyncio.ensure_future(opened.read())
        await asyncio.sleep(0.1)
        await opened.aclose()
        return await reading

    if calls.invoke.is_async:
        result = calls.invoke.settle(read_and_close())
    else:
        timer = threading.Timer(0.1, opened.close)
        timer.start()
        result = opened.read()
        timer.join()
    assert agrees(result, "SDKValidationError: download: is closed")
    assert calls.free == 100


def test_one_that_is_closed_with_its_last_bytes_is_not_whole(tmp_path: Path) -> None:
    """It broke off after them, which nobody has heard yet: no file is left."""

    def speak(peer: socket.socket) -> None:
        read_request(peer)
        peer.sendall(CASES["JSON that breaks off"][0])

    with Server(speak) as server, OpenRouterCore(server_url=server.url, api_key=KEY) as core:
        opened = call_download(core, OPERATION, {"id": "1"}, None).unwrap()
        result = opened.save(tmp_path / "a", progress=lambda _, __: opened.close())
    assert agrees(result, "SDKValidationError: download: is closed")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("options", "error"), [({"timeout": 0.2}, "RequestTimeoutError"), ({"deadline": 0.2}, "deadline")]
)
def test_silence_ends(fetching: Any, tmp_path: Path, options: Any, error: str) -> None:  # noqa: ANN401 - a fixture
    """By the timeout or the deadline."""
    calls = fetching(CUT, hangs=True)
    assert agrees(calls.invoke.settle(calls.open(**options).value.save(tmp_path / "a")), error)
    assert list(tmp_path.iterdir()) == []
    assert calls.free == 100


@pytest.mark.parametrize("body", [CUT, reply(b"abc", "Connection: close", length=None)], ids=["length", "none"])
def test_an_abort_ends_it(fetching: Any, body: bytes) -> None:  # noqa: ANN401 - a fixture
    """And never passes for the end of the body."""
    abort = threading.Event()
    calls = fetching(body, hangs=True)
    opened = calls.open(abort=abort).value
    timer = threading.Timer(0.1, abort.set)
    timer.start()
    assert agrees(calls.invoke.settle(opened.read()), "RequestAbortedError")
    timer.join()


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ('attachment; filename="a b.txt"', "a b.txt"),
        ("attachment; filename=a.txt", "a.txt"),
        ("ATTACHMENT; FileName=a.txt", "a.txt"),
        ("attachment; filename=\"a.txt\"; filename*=UTF-8''%e2%82%ac.txt", "€.txt"),
        ("attachment; filename*=UTF-8''%e2%82%ac.txt; filename=a.txt", "€.txt"),
        ("attachment; filename*=iso-8859-1'en'%A3.txt", "£.txt"),
        ("attachment; filename=a.txt; filename*=UTF-8''%ff", "a.txt"),
        ("attachment; filename=a.txt; filename*=koi8-r''%C1.txt", "а.txt"),  # noqa: RUF001 - Cyrillic
        ("attachment; filename=a.txt; filename*=none''%ff", "a.txt"),
        ("attachment; filename=a.txt; filename*=b.txt", "a.txt"),
        ('attachment; filename="../../etc/passwd"', "passwd"),
        ("attachment; filename*=UTF-8''..%2F..%2Fetc%2Fpasswd", "passwd"),
        (r'attachment; filename="C:\\dir\\a.txt"', "a.txt"),
        ('attachment; filename="C:a.txt"', "a.txt"),
        (r'attachment; filename="say \"a\".txt"', 'say "a".txt'),
        ('attachment; filename="€.txt"'.encode().decode("latin-1"), "€.txt"),
        ('attachment; filename="\xe9.txt"', "é.txt"),
        ("attachment; filename*=UTF-8''a%00%0Ab", "ab"),
        ('attachment; filename=".."', None),
        ('attachment; filename="/"', None),
        ('attachment; filename=""', None),
        ("attachment", None),
        ("", None),
        ('attachment; filename=".profile"', ".profile"),
    ],
)
def test_the_filename_never_holds_a_path(header: str, name: str | None) -> None:
    """RFC 5987's form goes first; what cannot be a name is none."""
    assert filename_of(header) == name


def test_head(fetching: Any) -> None:  # noqa: ANN401 - a fixture
    """The head is there before the body is."""
    fields = ("Content-Type: text/plain", 'Content-Disposition: attachment; filename="x/a.txt"', "X-Request-ID: r-1")
    calls = fetching(reply(b"", *fields, length=9), hangs=True)
    opened = calls.open().value
    assert (opened.size, opened.filename, opened.content_type) == (9, "a.txt", "text/plain")
    assert opened.response.request_id == "r-1"
    assert repr(opened).endswith("Download(fetch)")
    calls.close(opened)
    assert calls.free == 100


def test_memory_does_not_grow_with_the_file(fetching: Any, tmp_path: Path) -> None:  # noqa: ANN401 - a fixture
    """64 MB are saved in less than 2."""
    body = reply(bytes(64_000_000))
    calls = fetching(body, body)
    opened = calls.open().value
    tracemalloc.start()
    try:
        saved = calls.invoke.settle(opened.save(tmp_path / "a"))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert told(saved) == 64_000_000
    assert peak < 2_000_000
