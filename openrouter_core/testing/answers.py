"""Answers as values: JSON, errors in the shape that the contract has for them, bodies that come in pieces.

Here lives what an endpoint gives back. How it reaches the socket, and what a fault makes of it, is `delivery`'s.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

from starlette.responses import JSONResponse, Response

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from openrouter_core.testing.contract import Errors

    Broken: TypeAlias = Callable[[Mapping[str, Any], int], bytes]
    """Returns the event with which a stream breaks, from the error and how many events came before it."""

__all__ = ["DONE", "EventStream", "Pieces", "Timed", "error_content", "error_response", "event"]

DONE = b"data: [DONE]\n\n"
_COMMENT = b": OPENROUTER PROCESSING\n\n"

# The statuses that Anthropic's shape has a word for (`AnthropicMessagesErrorResponse`).
_ANTHROPIC = {
    401: "authentication_error",
    402: "billing_error",
    403: "permission_error",
    404: "not_found_error",
    408: "timeout_error",
    429: "rate_limit_error",
    504: "timeout_error",
    524: "timeout_error",
    529: "overloaded_error",
}

# What RFC 6749 section 5.2 calls a wrong value of a field.
_OAUTH = {"grant_type": "unsupported_grant_type", "scope": "invalid_scope", "subject_token": "invalid_grant"}


class Timed(JSONResponse):
    """An answer of JSON that takes its time."""

    def __init__(self, content: Mapping[str, object], delay: float, status: int = 200) -> None:
        super().__init__(content, status)
        self.delay = delay


class Pieces(Response):
    """An answer whose body is sent in pieces, as a file is read; without a `size` in chunks (RFC 9112 section 7.1)."""

    delay: float = 0
    """Seconds before each piece."""

    def __init__(self, pieces: Iterable[bytes], size: int | None, headers: Mapping[str, str]) -> None:
        super().__init__(headers=headers)
        del self.headers["content-length"]
        if size is not None:
            self.headers["content-length"] = str(size)
        self.pieces = pieces


class EventStream(Pieces):
    """An answer of server-sent events, each a piece, after comments that say that a model is at work."""

    def __init__(self, events: Sequence[bytes], broken: Broken, *, delay: float = 0, comments: int = 0) -> None:
        headers = {"content-type": "text/event-stream", "cache-control": "no-cache"}
        super().__init__([_COMMENT] * comments + [*events], None, headers)
        self.broken = broken
        self.delay = delay

    @staticmethod
    def is_event(piece: bytes) -> bool:
        """Tell whether a piece is an event and no comment."""
        return not piece.startswith(b":")


def event(data: Mapping[str, object], name: str | None = None) -> bytes:
    """Return a server-sent event whose data is JSON."""
    line = "" if name is None else f"event: {name}\n"
    return f"{line}data: {json.dumps(data, ensure_ascii=False, separators=(',', ':'))}\n\n".encode()


def error_response(
    status: int,
    message: str,
    headers: Mapping[str, str] | None = None,
    *,
    errors: Errors = "openrouter",
    metadata: Mapping[str, object] | None = None,
) -> JSONResponse:
    """Return an answer in the shape that the operation's errors have."""
    return JSONResponse(error_content(status, message, errors, metadata), status, headers)


def error_content(
    status: int, message: str, errors: Errors, metadata: Mapping[str, object] | None = None
) -> Mapping[str, object]:
    """Return an error in the shape that the operation has for it."""
    is_ours = status >= 500  # noqa: PLR2004 - the server's fault
    if errors == "anthropic":
        kind = _ANTHROPIC.get(status, "api_error" if is_ours else "invalid_request_error")
        return {"type": "error", "error": {"type": kind, "message": message}, "request_id": None}
    if errors == "oauth":  # RFC 6749 section 5.2
        word = next((word for field, word in _OAUTH.items() if message.startswith(f"{field}: must")), "invalid_request")
        return {"error": "server_error" if is_ours else word, "error_description": message}
    return {"error": {"code": status, "message": message, **({"metadata": metadata} if metadata else {})}}
