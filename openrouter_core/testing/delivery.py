"""From an answer to bytes on the socket, faults included; the one file that knows the transport.

A healthy answer goes out through ASGI. ASGI cannot say "a byte of the headers now" or "close in the middle",
so a fault that needs it writes to the transport itself, and the connection ends there.
"""

from __future__ import annotations

import asyncio
import socket
import time
from email.utils import formatdate
from http import HTTPStatus
from typing import TYPE_CHECKING, cast

import attrs
import h11
from starlette.responses import Response
from uvicorn.protocols.http.flow_control import HIGH_WATER_LIMIT
from uvicorn.protocols.http.h11_impl import H11Protocol

from openrouter_core.testing.answers import EventStream, Pieces, Timed, error_response
from openrouter_core.testing.damage import damaged, is_cut
from openrouter_core.testing.faults import ERRORS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.types import Receive, Scope, Send

    from openrouter_core.testing.contract import Errors
    from openrouter_core.testing.damage import Step
    from openrouter_core.testing.faults import Fault

__all__ = ["LoopbackProtocol", "altered", "deliver", "hold", "spelled_out"]

# How often is looked whether the connection is gone while nothing is read: then nobody tells.
_GLANCE_SECONDS = 0.02
# What Python has no phrase for, and OpenRouter sends.
_PHRASES = {499: "Client Closed Request", 524: "A Timeout Occurred", 529: "Provider Overloaded"}
_FRAMING = frozenset({"content-length", "transfer-encoding"})


class _Gathering:
    """A transport that sends what is written in one turn of the event loop at once: a send takes 50 microseconds."""

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport = transport
        self._loop = loop
        self._written = bytearray()

    def __getattr__(self, name: str) -> object:
        return getattr(self._transport, name)

    def write(self, data: bytes) -> None:
        if not self._written:
            self._loop.call_soon(self._flush)
        self._written += data
        if len(self._written) >= HIGH_WATER_LIMIT:
            self._flush()

    def close(self) -> None:
        self._flush()
        self._transport.close()

    def _flush(self) -> None:
        if self._written:
            written, self._written = self._written, bytearray()
            self._transport.write(written)


class LoopbackProtocol(H11Protocol):
    """uvicorn's HTTP/1.1 protocol, which also hands its transport to the application in `state`."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Note the transport, and keep quiet: uvicorn's access log would write to the user's own loggers."""
        transport = cast("asyncio.Transport", _Gathering(transport, self.loop))
        super().connection_made(transport)
        # asyncio sets this only where the socket's protocol number is given, and on ours it is 0. Without it
        # Nagle's algorithm holds back the body until the client's delayed acknowledgement: 40 ms a request.
        transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.access_log = False
        self.app_state = {**self.app_state, "transport": transport}

    def send_400_response(self, msg: str) -> None:
        """Answer what is not HTTP in JSON, as everything else, unless an answer is already on its way."""
        if self.conn.our_state in {h11.IDLE, h11.SEND_RESPONSE}:
            self.transport.write(
                _head(error_response(400, msg), "connection: close") + bytes(error_response(400, msg).body)
            )
        self.transport.close()


def spelled_out(fault: Fault, errors: Errors) -> Fault:
    """Return the fault with its error as an answer, unless that is for an event of a stream."""
    if fault.error is None or fault.at_event is not None:
        return fault
    status, message, metadata = ERRORS[fault.error]
    response = error_response(status, message, errors=errors, metadata=metadata)
    return attrs.evolve(
        fault, error=None, status=status, body=bytes(response.body) if fault.body is None else fault.body
    )


def altered(fault: Fault, answer: Response | None, *, errors: Errors = "openrouter") -> Response:
    """Return the answer with the fault's status, body and headers in place of its own."""
    status = fault.status or (answer.status_code if answer else HTTPStatus.INTERNAL_SERVER_ERROR)
    body = _body(fault, status, errors=errors)
    if answer is None or body is not None:
        media_type = "application/json" if answer is None else answer.headers["content-type"]
        answer = Response(body or b"", headers={"content-type": media_type})
    answer.status_code = status
    for name, value in fault.headers.items():
        answer.headers[name] = value
    return answer


async def deliver(response: Response, fault: Fault | None, scope: Scope, receive: Receive, send: Send) -> None:
    """Send the answer the way the fault wants it, or just send it."""
    response.headers.setdefault("date", formatdate(usegmt=True))
    wait = (fault.delay if fault else 0) + (response.delay if isinstance(response, Timed) else 0)
    if not await _pause(receive, wait):
        return
    if fault is not None and _needs_transport(fault, response):
        await _write(response, _in_words_of(response, fault), scope, receive)
    elif isinstance(response, Pieces):
        await _send(response, scope, receive, send)
    else:
        await response(scope, receive, send)


async def hold(scope: Scope, seconds: float) -> None:
    """Read nothing for that long, or until the connection is gone."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and not _transport(scope).is_closing():  # noqa: ASYNC110 - see above
        await asyncio.sleep(min(_GLANCE_SECONDS, seconds))


def _body(fault: Fault, status: int, *, errors: Errors) -> bytes | None:
    """Return what stands in for the answer's own body, if anything does."""
    if status in {204, 304}:
        return b""
    if fault.status is not None and fault.content is None and status >= HTTPStatus.BAD_REQUEST:
        return bytes(error_response(status, _phrase(status), errors=errors).body)
    return fault.content


def _needs_transport(fault: Fault, response: Response) -> bool:
    if fault.at_event is not None and not isinstance(response, EventStream):
        return False
    # A false Content-Length is refused by h11, which is right everywhere but here.
    lies = not _FRAMING.isdisjoint(name.lower() for name in fault.headers)
    on_the_way = fault.at_event is not None or fault.at_byte is not None
    return lies or on_the_way or bool(fault.close or fault.drip_headers or fault.drip_body)


def _in_words_of(response: Response, fault: Fault) -> Fault:
    """Return the fault with its error as the last event of the stream."""
    if fault.error is None or not isinstance(response, EventStream):
        return fault
    status, message, _ = ERRORS[fault.error]
    broken = response.broken({"status": status, "message": message}, fault.at_event or 0)
    return attrs.evolve(fault, error=None, poison=broken, close=fault.close or "end")


async def _send(response: Pieces, scope: Scope, receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": response.status_code, "headers": response.raw_headers})
    for piece in response.pieces if scope["method"] != "HEAD" else ():
        if not await _pause(receive, response.delay):
            return
        transport = scope.get("state", {}).get("transport")  # of uvicorn; another server may send this, too
        if transport is not None and transport.is_closing():  # asyncio would log a warning for each further piece
            await _gone(receive)
            return
        await send({"type": "http.response.body", "body": piece, "more_body": True})
        _count(scope)
    await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _write(response: Response, fault: Fault, scope: Scope, receive: Receive) -> None:
    transport = _transport(scope)
    pieces, delay = (
        ([*response.pieces], response.delay) if isinstance(response, Pieces) else ([bytes(response.body)], 0)
    )
    chunked = _FRAMING.isdisjoint(response.headers)
    # A close that is announced is no surprise: Node.js takes a chunked body that it cuts for a whole one.
    surprise = fault.close in {"before", "headers"} or is_cut(pieces, fault)
    announced = [] if surprise else ["connection: close"]
    head = _head(response, *announced, *(["transfer-encoding: chunked"] if chunked else []))
    kept = {"before": 0, "headers": len(head) // 2}.get(fault.close or "", len(head))
    await _drip(transport, receive, head[:kept], fault.drip_headers)
    steps = damaged(pieces, fault, delay)
    if kept == len(head) and await _wrote(steps, scope, receive, chunked=chunked):
        transport.write(b"0\r\n\r\n" if chunked else b"")
    transport.close()
    # Until the connection is gone uvicorn would take our return for a forgotten answer and send a 500.
    await _gone(receive)


async def _wrote(steps: Iterator[Step], scope: Scope, receive: Receive, *, chunked: bool) -> bool:
    """Write a body step by step; tell whether it came to its end."""
    transport = _transport(scope)
    for step in steps:
        if step is None or transport.is_closing():
            return False
        if isinstance(step, bytes):
            transport.write(b"%x\r\n%b\r\n" % (len(step), step) if chunked and step else step)
            _count(scope)
        elif not await _pause(receive, step):
            return False
    return True


async def _drip(transport: asyncio.Transport, receive: Receive, data: bytes, seconds: float) -> None:
    pieces = [data[index : index + 1] for index in range(len(data))] if seconds else [data]
    for piece in pieces:
        if transport.is_closing():
            return
        transport.write(piece)
        await _pause(receive, seconds)


async def _pause(receive: Receive, seconds: float) -> bool:
    """Wait; tell whether the client is still there."""
    if not seconds:
        return True
    try:
        async with asyncio.timeout(seconds):
            await _gone(receive)
    except TimeoutError:
        return True
    return False


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _count(scope: Scope) -> None:
    """Tell whoever counts them that a piece was sent."""
    count = scope.get("state", {}).get("count")
    if count is not None:
        count()


def _transport(scope: Scope) -> asyncio.Transport:
    return cast("asyncio.Transport", scope["state"]["transport"])


def _head(response: Response, *more: str) -> bytes:
    lines = [f"HTTP/1.1 {response.status_code} {_phrase(response.status_code)}", *more]
    lines += [f"{name}: {value}" for name, value in response.headers.items()]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return _PHRASES.get(status, "Unknown")
