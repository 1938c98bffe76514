"""The FastAPI example under uvicorn, over real sockets: its statuses, its one core, and clients that go away."""

from __future__ import annotations

import queue
import re
import runpy
import signal
import socket
import sys
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, get_args

import httpx
import pytest

from openrouter_core import errors
from tests.examples.scripts import EXAMPLES

from .conftest import PATIENCE, Examples

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from openrouter_core.testing import LocalOpenRouter
    from openrouter_core.testing.server import FaultSettings

UNKNOWN = "550e8400-e29b-41d4-a716-446655440000"
NEW = "sk-test-new-key-WxYz"


@contextmanager
def service(examples: Examples, **variables: str) -> Generator[httpx.Client]:
    """Run the service under uvicorn; it ends in order, and says nothing of warnings or errors."""
    command = (sys.executable, "-W", "error", "-m", "uvicorn", "--app-dir", str(EXAMPLES), "fastapi_service:app")
    said: list[str] = []
    with examples.start(*command, "--port", "0", **variables) as process:
        assert process.stderr is not None
        for line in process.stderr:
            said.append(line)
            if found := re.search(r"running on (http://\S+)", line):
                break
        else:
            raise AssertionError("".join(said))
        try:
            with httpx.Client(base_url=found[1], timeout=PATIENCE, trust_env=False) as client:
                yield client
        finally:
            process.send_signal(signal.SIGINT)
            said += process.communicate(timeout=PATIENCE)
    assert not [line for line in said if re.search("Warning|ERROR|Traceback", line)]


@pytest.fixture(scope="module")
def client(local: LocalOpenRouter, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """Return a client of one service for this module, which talks to the worker's OpenRouter."""
    with service(Examples(local, tmp_path_factory.mktemp("service"))) as client:
        yield client


# --- Statuses ----------------------------------------------------------------------------------------------------


def test_credentials_are_listed_shown_and_rotated(client: httpx.Client, server: LocalOpenRouter) -> None:
    """All pages of them, one of them, and the new key is on the server."""
    ids = server.seed(120)
    listed = client.get("/credentials", params={"provider": "openai"}).json()
    assert [each["id"] for each in listed["data"]] == ids
    assert client.get(f"/credentials/{ids[0]}").json()["data"] == listed["data"][0]
    rotated = client.put(f"/credentials/{ids[0]}/key", json={"key": NEW})
    assert rotated.status_code == 200
    assert NEW not in rotated.text
    assert server.verify_key(ids[0], NEW)


def test_a_credential_is_created_and_deleted(client: httpx.Client, server: LocalOpenRouter) -> None:
    """With 201 and 200; a second delete finds nothing, and no answer shows the key."""
    created = client.post("/credentials", json={"provider": "openai", "key": NEW, "name": "Production"})
    assert (created.status_code, created.json()["data"]["name"]) == (201, "Production")
    assert NEW not in created.text
    path = f"/credentials/{created.json()['data']['id']}"
    assert server.verify_key(created.json()["data"]["id"], NEW)
    assert (client.delete(path).json(), client.delete(path).status_code) == ({"deleted": True}, 404)


def test_a_create_that_may_be_done_says_so(client: httpx.Client, server: LocalOpenRouter) -> None:
    """And is not done again."""
    server.fail(method="POST", status=500, apply=True)
    created = client.post("/credentials", json={"provider": "openai", "key": NEW})
    assert (created.status_code, created.json()["outcome"]) == (502, "unknown")
    assert len(client.get("/credentials", params={"provider": "openai"}).json()["data"]) == 1


@pytest.mark.parametrize("body", [{"provider": "openai"}, {"provider": "openai", "key": {NEW: NEW}}], ids=["no", "odd"])
def test_a_wrong_body_is_refused(client: httpx.Client, server: LocalOpenRouter, body: dict[str, object]) -> None:
    """By FastAPI, before anything is sent."""
    assert client.post("/credentials", json=body).status_code == 422
    assert server.requests == []


SOON = {"retry-after-ms": "1"}
# what goes wrong at OpenRouter, and what the service answers
TROUBLE: dict[str, tuple[FaultSettings, int]] = {
    "401": ({"status": 401}, 500),
    "403": ({"status": 403}, 500),
    "404": ({"status": 404}, 404),
    "500": ({"status": 500, "headers": SOON}, 502),
    "503": ({"status": 503, "headers": SOON}, 503),
    "529": ({"status": 529, "headers": SOON}, 502),
    "no JSON": ({"body": "{"}, 502),
    "no answer": ({"close": "before"}, 502),
}


@pytest.mark.parametrize("case", TROUBLE)
def test_trouble_has_a_status(client: httpx.Client, server: LocalOpenRouter, case: str) -> None:
    """Ours for OpenRouter's, and the error says what is known of the effect."""
    fault, status = TROUBLE[case]
    (credential,) = server.seed(1)
    server.faults.add_json({**fault, "times": None})
    response = client.get(f"/credentials/{credential}")
    assert response.status_code == status
    assert response.json()["outcome"] == "not_applied"
    assert response.json()["error"].startswith("byok_get: ")


def test_patience_is_passed_on(client: httpx.Client, server: LocalOpenRouter) -> None:
    """How long OpenRouter asks to wait, our client learns as well."""
    server.fail(status=429, headers={"Retry-After": "90"})
    response = client.get(f"/credentials/{UNKNOWN}")
    assert (response.status_code, response.headers["retry-after"]) == (503, "90")


def test_every_error_has_a_status() -> None:
    """Every error that the functions of the service return, also those that cannot be had here in a moment."""
    service = runpy.run_path(str(EXAMPLES / "fastapi_service.py"))
    status_of = service["status_of"]
    kinds: tuple[Any, ...] = get_args(service["Failure"])
    given: dict[Any, dict[str, Any]] = {errors.SDKValidationError: {"parameter": "id"}}
    statuses = {
        kind.__name__: status_of(
            kind("why", **given.get(kind, {"status_code": 418} if issubclass(kind, errors.OpenRouterError) else {}))
        )
        for kind in kinds
    }
    assert len(statuses) == 15
    assert set(statuses.values()) <= {400, 404, 409, 500, 502, 503, 504}
    assert (statuses["BadRequestResponseError"], statuses["ConflictResponseError"]) == (400, 409)
    assert (statuses["RequestTimeoutError"], statuses["PaginationError"]) == (504, 502)


def test_a_wrong_setting_ends_it_at_its_start(examples: Examples) -> None:
    """Not at the first request."""
    with (
        pytest.raises(AssertionError, match="OPENROUTER_BASE_URL"),
        service(examples, OPENROUTER_BASE_URL="http://example.com"),
    ):
        pass


# --- Clients that go away ----------------------------------------------------------------------------------------


class Silent:
    """A server that reads requests, never answers, and tells when its client hangs up."""

    def __init__(self) -> None:
        self.events: queue.Queue[str] = queue.Queue()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}/api/v1"
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:  # it is closed
                return
            threading.Thread(target=self._read, args=(connection,), daemon=True).start()

    def _read(self, connection: socket.socket) -> None:
        with connection:
            self.events.put(connection.recv(65536).decode().partition(" ")[0])
            while connection.recv(65536):
                pass
            self.events.put("hung up")

    def close(self) -> None:
        """Accept no more."""
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()


@pytest.fixture(scope="module")
def silent() -> Iterator[Silent]:
    """Return a server that never answers."""
    silent = Silent()
    yield silent
    silent.close()


@pytest.fixture(scope="module")
def stuck(silent: Silent, local: LocalOpenRouter, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a service whose OpenRouter never answers."""
    examples = Examples(local, tmp_path_factory.mktemp("stuck"))
    with service(examples, OPENROUTER_BASE_URL=silent.url) as client:
        yield client.base_url.netloc.decode()


def send(address: str, request: str) -> socket.socket:
    """Send a request over a connection of its own, and do not wait for the answer."""
    host, port = address.split(":")
    connection = socket.create_connection((host, int(port)))
    connection.sendall(request.format(address=address).replace("\n", "\r\n").encode())
    return connection


GETS = [f"GET /credentials/{UNKNOWN}", "GET /credentials?provider=openai"]


@pytest.mark.parametrize("line", GETS)
def test_a_client_that_disconnects_cancels_the_call(silent: Silent, stuck: str, line: str) -> None:
    """The request to OpenRouter is hung up at once, long before any timeout."""
    connection = send(stuck, line + " HTTP/1.1\nHost: {address}\n\n")
    assert silent.events.get(timeout=10) == "GET"
    with pytest.raises(queue.Empty):
        silent.events.get(timeout=0.3)  # it waits, as long as its client does
    left = time.monotonic()
    connection.close()
    assert silent.events.get(timeout=10) == "hung up"
    assert time.monotonic() - left < 5


def test_a_write_is_let_finish(client: httpx.Client, server: LocalOpenRouter) -> None:
    """A client that disconnects in the middle of a rotation does not leave it undone: it is retried until it is."""
    (credential,) = server.seed(1)
    armed = server.fail(method="PATCH", status=503, delay=0.5, headers={"retry-after-ms": "300"})
    body = f'{{"key": "{NEW}"}}'
    connection = send(
        client.base_url.netloc.decode(),
        f"PUT /credentials/{credential}/key HTTP/1.1\nHost: {{address}}\nContent-Type: application/json\n"
        f"Content-Length: {len(body)}\n\n" + body.replace("{", "{{").replace("}", "}}"),
    )
    end = time.monotonic() + 10
    while not armed.hits and time.monotonic() < end:
        time.sleep(0.01)
    connection.close()
    while not server.verify_key(credential, NEW) and time.monotonic() < end:
        time.sleep(0.01)
    assert server.verify_key(credential, NEW)


def test_no_connection_is_lost_with_a_client(client: httpx.Client, server: LocalOpenRouter) -> None:
    """After more disconnects than the pool has places, the next request is answered."""
    (credential,) = server.seed(1)
    armed = server.fail(delay=PATIENCE, times=None)
    line = f"GET /credentials/{credential} HTTP/1.1\nHost: {{address}}\n\n"
    connections = [send(client.base_url.netloc.decode(), line) for _ in range(110)]
    end = time.monotonic() + 20
    while armed.hits < 100 and time.monotonic() < end:
        time.sleep(0.01)
    for connection in connections:
        connection.close()
    server.faults.clear()
    assert client.get(f"/credentials/{credential}").status_code == 200
