"""What a fault makes of a body: pure functions from its pieces to pieces, waits and an end.

Here lives the arithmetic of `at_event`, `at_byte`, `at_upload_byte`, `poison`, `stall`, `drip_body` and `close`.
Nothing here knows sockets, and nothing waits.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, TypeAlias

from openrouter_core.testing.answers import EventStream

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from openrouter_core.testing.faults import Fault

    # Bytes to send, seconds to wait, or `None`: the connection is closed here.
    Step: TypeAlias = bytes | float | None

__all__ = ["damaged", "is_cut", "poisoned"]


def damaged(pieces: Sequence[bytes], fault: Fault, delay: float = 0) -> Iterator[Step]:
    """Return what is sent in place of the pieces, each of which takes `delay` seconds."""
    mark = _mark(pieces, fault)
    before, after = _split(pieces, sum(map(len, pieces)) if mark is None else mark)
    yield from _paced(before, delay)
    if mark is None:
        return
    if fault.poison is not None:
        bad, after = _replaced(after, fault)
        yield bad
    yield fault.stall
    if fault.close == "body":
        yield None
    elif fault.close is None:
        yield from _dripped(after, fault.drip_body) if fault.drip_body else _paced(after, delay)


def is_cut(pieces: Sequence[bytes], fault: Fault) -> bool:
    """Tell whether the connection is closed before the body is whole."""
    mark = _mark(pieces, fault) if fault.close == "body" else None
    return mark is not None and (fault.at_event is not None or mark < sum(map(len, pieces)))


def poisoned(body: bytes, fault: Fault | None) -> bytes:
    """Return the body of a request as the endpoint gets it."""
    if fault is None or fault.at_upload_byte is None or fault.poison is None:
        return body
    before, after = body[: fault.at_upload_byte], body[fault.at_upload_byte :]
    bad, rest = _replaced([after], fault)
    return before + bad + b"".join(rest)


def _mark(pieces: Sequence[bytes], fault: Fault) -> int | None:
    """Return the byte where the fault happens, or `None` if the body does not get that far."""
    ends = [*accumulate(map(len, pieces), initial=0)]
    if fault.at_event is not None:
        events = [start for start, piece in zip(ends, pieces, strict=False) if EventStream.is_event(piece)]
        marks = [*events, ends[-1]]
        return marks[fault.at_event] if fault.at_event < len(marks) else None
    if fault.at_byte is not None:
        return fault.at_byte if fault.at_byte < ends[-1] else None
    return ends[-1] // 2 if fault.close == "body" else 0


def _split(pieces: Sequence[bytes], mark: int) -> tuple[list[bytes], list[bytes]]:
    before: list[bytes] = []
    for index, piece in enumerate(pieces):
        if len(piece) > mark:
            return [*before, piece[:mark]] if mark else before, [piece[mark:], *pieces[index + 1 :]]
        before.append(piece)
        mark -= len(piece)
    return before, []


def _replaced(after: Sequence[bytes], fault: Fault) -> tuple[bytes, list[bytes]]:
    """Return what stands in for an event, or for as many bytes of a file, so that its size stays right."""
    if fault.at_event is not None:
        return fault.poison_event, [*after[1:]]
    whole = b"".join(after)
    bad = fault.poison_bytes[: len(whole)]
    return bad, [whole[len(bad) :]]


def _paced(pieces: Sequence[bytes], delay: float) -> Iterator[Step]:
    for piece in pieces:
        yield delay
        yield piece


def _dripped(pieces: Sequence[bytes], seconds: float) -> Iterator[Step]:
    for byte in b"".join(pieces):
        yield bytes([byte])
        yield seconds
