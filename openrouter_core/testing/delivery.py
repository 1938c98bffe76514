"""From an answer to bytes on the socket, faults included; the one file that knows the transport.

A healthy answer goes out through ASGI. ASGI cannot say "a byte of the headers now" or "close in the middle",
so a fault that needs it writes to the transport itself, and the connection ends there.
"""

from __future__ import annotations

import asyncio
import socket
from email.utils import formatdate
from http import HTTPStatus
from typing import TYPE_CHECKING, cast

import h11
from starlette.responses import JSONResponse, Response
from uvicorn.protocols.http.h11_impl import H11Protocol

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

    from openrouter_core.testing.faults import Fault

__all__ = ["LoopbackProtocol", "altered", "deliver", "error_response"]

# What a fault's `close` leaves of head and body.
_KEPT: dict[str | None, tuple[float, float]] = {
    "before": (0, 0),
    "headers": (0.5, 0),
    "body": (1, 0.5),
    None: (1, 1),
}
_FRAMING = frozenset({"content-length", "transfer-encoding"})


class LoopbackProtocol(H11Protocol):
    """uvicorn's HTTP/1.1 protocol, which also hands its transport to the application in `state`."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Note the transport, and keep quiet: uvicorn's access log would write to the user's own loggers."""
        super().connection_made(transport)
        # asyncio sets this only where the socket's protocol number is given, and on ours it is 0. Without it
        # Nagle's algorithm holds back the body until the client's delayed acknowledgement: 40 ms a request.
        transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.access_log = False
        self.app_state = {**self.app_state, "transport": transport}

    def send_400_response(self, msg: str) -> None:
        """Answer what is not HTTP in JSON, as everything else, unless an answer is already on its way."""
        if self.conn.our_state in {h11.IDLE, h11.SEND_RESPONSE}:
            self.transport.write(_head(error_response(400, msg)) + bytes(error_response(400, msg).body))
        self.transport.close()


def error_response(status: int, message: str, headers: dict[str, str] | None = None) -> JSONResponse:
    """Return an answer in the contract's error shape."""
    return JSONResponse({"error": {"code": status, "message": message}}, status, headers)


def altered(fault: Fault, answer: Response | None) -> Response:
    """Return the answer with the fault's status, body and headers in place of its own."""
    status = fault.status or (answer.status_code if answer else HTTPStatus.INTERNAL_SERVER_ERROR)
    media_type = "application/json" if answer is None else answer.headers["content-type"]
    response = Response(_body(fault, status, answer), status, media_type=media_type)
    for name, value in fault.headers.items():
        response.headers[name] = value
    return response


async def deliver(response: Response, fault: Fault | None, scope: Scope, receive: Receive, send: Send) -> None:
    """Send the answer the way the fault wants it, or just send it."""
    response.headers.setdefault("date", formatdate(usegmt=True))
    if fault is None:
        await response(scope, receive, send)
    elif await _pause(receive, fault.delay):
        await (_write(response, fault, scope, receive) if _needs_transport(fault) else response(scope, receive, send))


def _body(fault: Fault, status: int, answer: Response | None) -> bytes:
    if fault.content is not None:
        return fault.content
    if fault.status is not None and status >= HTTPStatus.BAD_REQUEST:
        return bytes(error_response(status, _phrase(status)).body)
    return b"" if answer is None or status in {204, 304} else bytes(answer.body)


def _needs_transport(fault: Fault) -> bool:
    # A false Content-Length is refused by h11, which is right everywhere but here.
    lies = not _FRAMING.isdisjoint(name.lower() for name in fault.headers)
    return lies or bool(fault.close or fault.drip_headers or fault.drip_body)


async def _write(response: Response, fault: Fault, scope: Scope, receive: Receive) -> None:
    transport = cast("asyncio.Transport", scope["state"]["transport"])
    head, body = _head(response), bytes(response.body)
    kept_head, kept_body = _KEPT[fault.close]
    await _drip(transport, receive, head[: int(len(head) * kept_head)], fault.drip_headers)
    await _drip(transport, receive, body[: int(len(body) * kept_body)], fault.drip_body)
    transport.close()
    # Until the connection is gone uvicorn would take our return for a forgotten answer and send a 500.
    await _gone(receive)


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


def _head(response: Response) -> bytes:
    lines = [f"HTTP/1.1 {response.status_code} {_phrase(response.status_code)}", "connection: close"]
    lines += [f"{name}: {value}" for name, value in response.headers.items()]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown"
