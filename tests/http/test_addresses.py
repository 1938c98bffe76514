"""A name with several addresses: they race (RFC 8305), so that one that is dead does not take the others' time."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from openrouter_core import OpenRouterCore, RequestOptions, errors
from tests.faults import process
from tests.funcs.cases import CREATE, ID, NO_RETRIES
from tests.http.peers import Server, answer, read_request

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator

    from tests.conftest import Invoke

pytestmark = pytest.mark.own_client

URL = "http://several.test/api/v1"
CONNECT_TIMEOUT = 5.0


@pytest.fixture
def good() -> Iterator[Server]:
    """Return a server that answers."""

    def speak(peer: socket.socket) -> None:
        while read_request(peer):
            peer.sendall(answer())

    with Server(speak) as server:
        yield server


@pytest.fixture
def ports(unconnectable: str, nobody: str, good: Server) -> dict[str, int]:
    """Return a port of each kind."""
    return {
        "silent": urlsplit(unconnectable).port or 0,
        "refused": urlsplit(nobody).port or 0,
        "good": good.port,
    }


def cores(**options: Any) -> OpenRouterCore:  # noqa: ANN401 - whatever a core takes
    """Return a core for the name, which tries nothing twice."""
    return OpenRouterCore(server_url=URL, allow_insecure_http=True, retry_config=NO_RETRIES, **options)


@pytest.mark.parametrize(
    "order",
    ["silent good", "refused good", "silent refused good", "refused silent good", "good silent", "good good"],
)
def test_the_first_address_that_answers_is_used(
    invoke: Invoke, addresses: list[int], ports: dict[str, int], good: Server, order: str
) -> None:
    """In one attempt, over one connection, well within the time that connecting may take; the others are given up."""
    addresses += [ports[kind] for kind in order.split()]
    before, began = process.sockets(), time.monotonic()
    core = cores()
    for _ in range(2):
        assert invoke("byok_delete", core, id=ID).ok
    assert time.monotonic() - began < CONNECT_TIMEOUT - 1
    assert good.peers == 1
    invoke.close(core)
    assert process.sockets() <= before


@pytest.mark.parametrize(
    ("order", "kind"),
    [
        ("", errors.RequestConnectionError),
        ("refused", errors.RequestConnectionError),
        ("refused refused", errors.RequestConnectionError),
        ("silent", errors.RequestTimeoutError),
        ("silent silent silent", errors.RequestTimeoutError),
        ("silent refused", errors.RequestTimeoutError),
        ("refused silent", errors.RequestTimeoutError),
    ],
)
def test_when_no_address_answers_nothing_was_sent(
    invoke: Invoke, addresses: list[int], ports: dict[str, int], order: str, kind: type[errors.HTTPClientError]
) -> None:
    """All of them have one timeout together, and no socket stays open."""
    addresses += [ports[each] for each in order.split()]
    before, began = process.sockets(), time.monotonic()
    core = cores()
    error = invoke("byok_create", core, options=RequestOptions(timeout=0.4), **CREATE.arguments).error
    assert type(error) is kind
    assert (error.attempts, error.outcome, error.transient) == (1, "not_applied", True)
    assert time.monotonic() - began < 3
    if invoke.is_async:
        invoke.settle(asyncio.sleep(0.01))  # the loop lets go of a socket first
    assert process.sockets() <= before
    invoke.close(core)


def test_an_address_of_a_family_that_the_system_lacks_is_left_out(
    invoke: Invoke, good: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As one of IPv6 is where there is none."""
    unknown = (199, 1, 6, "", ("127.0.0.1", good.port))
    known = (2, 1, 6, "", ("127.0.0.1", good.port))

    def both(*_: object, **__: object) -> list[object]:
        return [unknown, known]

    monkeypatch.setattr("socket.getaddrinfo", both)
    core = cores()
    assert invoke("byok_delete", core, id=ID).ok
    invoke.close(core)


NOWHERE = {
    "no route, perhaps after a moment": (10, 1, 6, "", ("2001:db8::1", 9, 0, 0)),  # for documentation (RFC 3849)
    "refused at once": (2, 1, 6, "", ("255.255.255.255", 9)),  # broadcast, which `connect` may not
}


@pytest.mark.parametrize("kind", NOWHERE)
@pytest.mark.parametrize("others", [1, 0])
def test_an_address_that_cannot_be_reached_is_left_out(
    invoke: Invoke, good: Server, monkeypatch: pytest.MonkeyPatch, kind: str, others: int
) -> None:
    """What `connect` says at once the socket does not say again: it is not connected, and nothing was sent."""

    def found(*_: object, **__: object) -> list[object]:
        return [NOWHERE[kind], *[(2, 1, 6, "", ("127.0.0.1", good.port))] * others]

    monkeypatch.setattr("socket.getaddrinfo", found)
    core = cores()
    result = invoke("byok_delete", core, options=RequestOptions(timeout=1), id=ID)
    invoke.close(core)
    assert result.ok == bool(others)
    assert others or result.error.outcome == "not_applied"
