"""Every private attribute of httpx and httpcore that is used, each with what is done where it is missing.

Seen in httpx 0.27 and 0.28 with httpcore 1.0, and in httpx2 and httpcore2 2.16.
"""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any, TypeVar, cast

import httpx

T = TypeVar("T")


def with_pool(transport: T, pool: object) -> T:
    """Return httpx's `transport`, which sends over `pool` from now on.

    httpx has no public way to choose a pool's network backend. Where the attribute is missing the transport keeps its
    own pool, with the library's timeouts in place of deadlines.
    """
    if hasattr(transport, "_pool"):
        cast("Any", transport)._pool = pool  # noqa: SLF001
    return transport


def without_lock(pool: T) -> T:
    """Return httpcore's `pool`, which one call at a time uses, without its lock.

    The lock is a context manager in Python: an exception of a signal handler between its two steps leaves it taken, and
    the call would wait for it for ever. Where the attribute is missing the pool keeps its own.
    """
    if hasattr(pool, "_optional_thread_lock"):
        cast("Any", pool)._optional_thread_lock = nullcontext()  # noqa: SLF001
    return pool


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
