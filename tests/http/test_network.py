"""Real sockets: nobody there, silence, garbage, broken connections, and TLS that does not verify."""

from __future__ import annotations

import contextlib
import json
import shutil
import socket
import ssl
import subprocess
import threading
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import pytest

from openrouter_core import RequestOptions, errors
from openrouter_core.http.streams import authorities
from tests.funcs.cases import AT_ONCE, CREATE, GET, ID, NO_RETRIES, Function, credential, each_function
from tests.http.peers import Server, answer, read_request
from tests.library import httpx

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_httpx import HTTPXMock

    from tests.conftest import Invoke

OPENSSL = shutil.which("openssl")
MESSAGE = b"HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n"


class Listener:
    """Accepts connections and answers each with the same bytes, or with silence, until it is closed."""

    def __init__(self, answer: bytes | None, tls: ssl.SSLContext | None = None) -> None:
        self.answer, self._tls = answer, tls
        self.accepted = 0
        self.received = b""
        self._silent: list[socket.socket] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"{'https' if self._tls else 'http'}://localhost:{self._socket.getsockname()[1]}"

    def close(self) -> None:
        """Stop, and close every connection."""
        self._socket.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        for connection in (*self._silent, self._socket):
            connection.close()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self.accepted += 1
            self._speak(connection)

    def _speak(self, connection: socket.socket) -> None:
        if self._tls is not None:
            with connection, contextlib.suppress(OSError):  # the client hangs up
                self._tls.wrap_socket(connection, server_side=True).recv(1)
        elif self.answer is None:
            self._silent.append(connection)
        else:
            with connection:
                self.received += connection.recv(10_000)
                connection.sendall(self.answer)


@pytest.fixture
def listener() -> Iterator[Listener]:
    """Listen, in silence until `answer` is set."""
    listening = Listener(None)
    yield listening
    listening.close()


@each_function
def test_nobody_there(invoke: Invoke, nobody: str, function: Function) -> None:
    """No connection is an error that says so; nothing was sent, so even a create is tried again."""
    core = invoke.core(server_url=nobody, retry_config=AT_ONCE)
    error = invoke(function.name, core, **function.arguments).error
    invoke.close(core)
    assert isinstance(error, errors.RequestConnectionError)
    assert (error.attempts, error.outcome, error.transient) == (3, "not_applied", True)


@each_function
def test_silence(invoke: Invoke, listener: Listener, function: Function) -> None:
    """A server that never answers is a timeout, after which nobody knows what it did."""
    core = invoke.core(server_url=listener.url, retry_config=NO_RETRIES)
    error = invoke(function.name, core, options=RequestOptions(timeout=0.1), **function.arguments).error
    invoke.close(core)
    assert isinstance(error, errors.RequestTimeoutError)
    assert (error.attempts, error.outcome) == (
        1,
        "not_applied" if function.method == "GET" else "unknown",
    )


ANSWERS: list[tuple[bytes, str]] = [
    # what the server sends, and what a create's outcome then is
    (b"", "unknown"),
    (b"SSH-2.0-OpenSSH\r\n", "unknown"),
    (b"HTTP/1.1 2", "unknown"),
    (MESSAGE + b'{"data"', "applied"),
    (MESSAGE.replace(b"201 Created", b"400 Bad Request") + b"{", "not_applied"),
]


@pytest.mark.parametrize(("answer", "outcome"), ANSWERS)
def test_broken_connections(invoke: Invoke, listener: Listener, answer: bytes, outcome: str) -> None:
    """An answer that breaks off is an error of the connection; a read is tried again, a create is not."""
    listener.answer = answer
    core = invoke.core(server_url=listener.url, retry_config=AT_ONCE)
    got = invoke("byok_get", core, **GET.arguments).error
    created = invoke("byok_create", core, **CREATE.arguments).error
    invoke.close(core)
    assert isinstance(got, errors.RequestConnectionError)
    assert isinstance(created, errors.RequestConnectionError)
    # A 400 says that no further try will help, whatever becomes of its body.
    assert (got.attempts, got.outcome) == (1 if b"400" in answer else 3, "not_applied")
    assert (created.attempts, created.outcome) == (1, outcome)


# --- TLS ---------------------------------------------------------------------------------------------------------


def unverified(how: str) -> httpx.ConnectError:
    """Return what httpx raises when a certificate cannot be verified."""
    cause = ssl.SSLCertVerificationError("self-signed certificate")
    error = httpx.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED]")
    if how == "cause":
        error.__cause__ = cause
    else:
        error.__context__ = OSError("something between")
        error.__context__.__context__ = cause
    return error


@each_function
@pytest.mark.parametrize("how", ["cause", "context"])
def test_a_certificate_that_does_not_verify_is_not_tried_again(
    httpx_mock: HTTPXMock, invoke: Invoke, function: Function, how: str
) -> None:
    """It will not verify the next time either: one attempt, and the error is not transient."""
    httpx_mock.add_exception(unverified(how))
    error = invoke(function.name, invoke.core(retry_config=AT_ONCE), **function.arguments).error
    assert isinstance(error, errors.RequestConnectionError)
    assert (error.attempts, error.transient) == (1, False)
    assert error.outcome == ("not_applied" if function.method == "GET" else "unknown")  # a mock shows no trace


def test_a_certificates_error_as_it_is_is_not_tried_again(httpx_mock: HTTPXMock, invoke: Invoke) -> None:
    """A transport of your own may let it through."""
    httpx_mock.add_exception(ssl.SSLCertVerificationError("self-signed certificate"))
    error = invoke("byok_get", invoke.core(retry_config=AT_ONCE), id=ID).error
    assert isinstance(error, errors.RequestConnectionError)
    assert (error.attempts, error.transient) == (1, False)


@pytest.mark.skipif(OPENSSL is None, reason="openssl makes the certificate")
def test_a_self_signed_server_is_refused(invoke: Invoke, tmp_path: Path) -> None:
    """The error of a real handshake is recognised: one connection, no request."""
    arguments = "req -x509 -newkey rsa:2048 -nodes -subj /CN=localhost -days 1 -keyout key.pem -out certificate.pem"
    subprocess.run([str(OPENSSL), *arguments.split()], cwd=tmp_path, check=True, capture_output=True)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(tmp_path / "certificate.pem", tmp_path / "key.pem")
    listening = Listener(None, tls)
    core = invoke.core(server_url=listening.url, retry_config=AT_ONCE)
    error = invoke("byok_get", core, id=ID).error
    invoke.close(core)
    listening.close()
    assert isinstance(error, errors.RequestConnectionError)
    assert "CERTIFICATE_VERIFY_FAILED" in str(error)
    assert (error.attempts, error.transient, listening.accepted) == (1, False, 1)


@pytest.fixture
def no_authorities_read() -> Iterator[None]:
    """Forget the certificate authorities that this process has read, before the test and after it."""
    authorities.cache_clear()
    yield
    authorities.cache_clear()


@pytest.mark.own_client
@pytest.mark.usefixtures("no_authorities_read")
@pytest.mark.parametrize(
    "content", [None, "no certificate", "-----BEGIN CERTIFICATE-----\nx"], ids=["missing", "none", "broken"]
)
def test_certificate_authorities_that_cannot_be_read_are_an_err(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: str | None
) -> None:
    """`SSL_CERT_FILE` is named, by `check` too; once it is put right, the same core goes on."""
    file = tmp_path / "authorities.pem"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    listening = Listener(b"")
    core = invoke.core(server_url=listening.url.replace("http:", "https:"), retry_config=NO_RETRIES)
    for error in (invoke("byok_get", core, id=ID).error, core.check().error):
        assert isinstance(error, errors.SDKValidationError)
        assert (error.parameter, error.attempts, listening.received) == ("SSL_CERT_FILE", 0, b"")
        assert str(file) not in str(error)
    monkeypatch.delenv("SSL_CERT_FILE")
    assert isinstance(invoke("byok_get", core, id=ID).error, errors.RequestConnectionError)
    invoke.close(core)
    listening.close()


@pytest.mark.own_client
@pytest.mark.usefixtures("no_authorities_read")
def test_authorities_are_read_for_tls_alone(invoke: Invoke, nobody: str) -> None:
    """Reading them is the greater part of a first call over plain http."""
    core = invoke.core(server_url=nobody, retry_config=NO_RETRIES)
    assert isinstance(invoke("byok_get", core, id=ID).error, errors.RequestConnectionError)
    assert authorities.cache_info().currsize == 0
    invoke.close(core)


@pytest.mark.own_client
@pytest.mark.usefixtures("no_authorities_read")
def test_a_file_for_tls_secrets_that_cannot_be_written_is_named(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Python opens `SSLKEYLOGFILE` with the first TLS context, and it is no matter of the authorities."""
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "missing" / "secrets"))
    with Server(read_request) as server:
        core = invoke.core(server_url=server.url.replace("http:", "https:"), retry_config=NO_RETRIES)
        for error in (invoke("byok_get", core, id=ID).error, core.check().error):
            assert isinstance(error, errors.SDKValidationError)
            assert str(error) == "SSLKEYLOGFILE: cannot be written (FileNotFoundError)"
        invoke.close(core)


# --- Headers and queries, as they are on the wire ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("types", "is_read"),
    [
        (["application/json"] * 2, True),
        (["text/html", "application/json; charset=utf-8"], True),
        (["application/json", "text/html"], False),
    ],
)
def test_a_content_type_that_came_twice(invoke: Invoke, *, types: list[str], is_read: bool) -> None:
    """The last one counts, as in browsers."""
    body = json.dumps(GET.body).encode()
    head = "".join(f"Content-Type: {each}\r\n" for each in types)

    def speak(peer: socket.socket) -> None:
        read_request(peer)
        peer.sendall(f"HTTP/1.1 200 OK\r\n{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)

    with Server(speak) as server:
        core = invoke.core(server_url=server.url, retry_config=NO_RETRIES)
        assert invoke("byok_get", core, id=ID).ok is is_read
        invoke.close(core)


class Pages:
    """Serves a list page by page, and keeps the query of each request."""

    def __init__(self, size: int, total: int) -> None:
        self._size, self._total = size, total
        self.queries: list[dict[str, list[str]]] = []

    def __call__(self, peer: socket.socket) -> None:
        """Serve one connection."""
        while request := read_request(peer):
            query = parse_qs(request.split(b" ")[1].decode().partition("?")[2])
            self.queries.append(query)
            first = int(query.get("offset", ["0"])[-1])
            items = [credential(number) for number in range(first, min(first + self._size, self._total))]
            peer.sendall(answer(json.dumps({"data": items, "total_count": self._total}).encode()))


def test_an_argument_goes_before_the_base_urls_query(invoke: Invoke) -> None:
    """It is sent once, and what the call does not say is kept."""
    pages = Pages(5, 5)
    with Server(pages) as server:
        core = invoke.core(server_url=f"{server.url}/api?limit=99&x=1")
        assert invoke("byok_list", core, limit=5).ok
        assert invoke("byok_list", core).ok
        invoke.close(core)
    assert pages.queries == [{"x": ["1"], "limit": ["5"]}, {"x": ["1"], "limit": ["99"]}]


def test_a_walk_reaches_its_end_whatever_the_base_urls_query(invoke: Invoke) -> None:
    """An `offset` on the base URL is the first page's, and no later one's."""
    pages = Pages(2, 6)
    with Server(pages) as server:
        core = invoke.core(server_url=f"{server.url}/api?offset=0&x=1")
        page = invoke("byok_list", core, limit=2).unwrap()
        items = [item.sort_order for item in invoke.settle(page.collect()).unwrap()]
        invoke.close(core)
    assert items == list(range(6))
    assert [query.get("offset") for query in pages.queries] == [["0"], ["2"], ["4"]]
