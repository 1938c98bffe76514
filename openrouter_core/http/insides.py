"""Every private attribute of httpx 0.27 and 0.28, httpcore 1.0 and httpx2 2.16 that is used; any may be missing."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

import httpx


def with_backend(transport: object, backend: object) -> None:
    """Let the pool of httpx's `transport`, which one call at a time uses, connect by `backend` and have no lock.

    httpx has no public way to choose a backend; without ours, its timeouts take the place of deadlines. The lock is a
    context manager in Python: a signal handler's exception between its two steps would leave it taken for ever.
    """
    pool = getattr(transport, "_pool", None)
    for name, value in (("_network_backend", backend), ("_optional_thread_lock", nullcontext())):
        if hasattr(pool, name):
            setattr(pool, name, value)


def connection_with_unread_bytes(response: httpx.Response) -> Any:  # noqa: ANN401 - of httpcore, sync or async
    """Return the connection if more has come over it than `response`, which has been read to its end; else `None`.

    The rest would reach the next caller as its response. httpcore 1.0.9 looks for it in the socket only, and not in
    h11. Where h11 cannot be reached the connection is returned, so as not to be used again.
    """
    connection: Any = response.extensions.get("network_stream")
    if connection is None or response.http_version != "HTTP/1.1":  # of HTTP/2 each frame names its stream
        return None
    inside: Any = response.stream
    for layer in ("_stream", "_httpcore_stream", "_stream", "_connection", "_h11_state", "trailing_data"):
        inside = getattr(inside, layer, None)
    return None if inside == (b"", False) else connection
