"""TLS with an authority of our own, ports that never answer, and names whose addresses a test chooses."""

from __future__ import annotations

import socket
import ssl
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pytest
import trustme

from openrouter_core.http.streams import Backend, Stream, authorities

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def tls(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[ssl.SSLContext]:
    """Return the server's side of TLS, with a certificate of an authority that the SDK's own client trusts."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate = authority.issue_cert("127.0.0.1", "openrouter.test").private_key_and_cert_chain_pem
    certificate.write_to_path(str(tmp_path / "server.pem"))
    context.load_cert_chain(tmp_path / "server.pem")
    authorities.cache_clear()
    yield context
    authorities.cache_clear()


@pytest.fixture
def unconnectable() -> Iterator[str]:
    """Return the URL of a port that never answers the attempt to connect: its backlog is full, and nobody accepts."""
    with ExitStack() as stack:
        listener = stack.enter_context(socket.socket())
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for _ in range(4):
            filling = stack.enter_context(socket.socket())
            filling.settimeout(0)
            filling.connect_ex(listener.getsockname())
        with socket.socket() as probe:
            probe.settimeout(0.1)
            if probe.connect_ex(listener.getsockname()) == 0:
                pytest.skip("this system accepts connections beyond the backlog")
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/api/v1"


@pytest.fixture
def nobody() -> Iterator[str]:
    """Return a URL where nobody listens, whose port nobody else gets meanwhile."""
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{silent.getsockname()[1]}"


@pytest.fixture
def addresses(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return the ports on loopback that `several.test` stands for, whatever port is asked for: the test fills it."""
    ports: list[int] = []
    resolve = socket.getaddrinfo

    def resolved(host: Any, *more: Any, **options: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401
        if host not in {"several.test", b"several.test"}:
            return [*resolve(host, *more, **options)]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port)) for port in ports]

    monkeypatch.setattr(socket, "getaddrinfo", resolved)
    return ports


@pytest.fixture
def connected(monkeypatch: pytest.MonkeyPatch) -> list[socket.socket]:
    """Return a list to which the socket of each connection is added that the SDK makes."""
    made: list[socket.socket] = []
    initial = Stream.__init__

    def init(self: Stream, opened: socket.socket, backend: Backend) -> None:
        made.append(opened)
        initial(self, opened, backend)

    monkeypatch.setattr(Stream, "__init__", init)
    return made
