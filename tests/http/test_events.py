"""Server-sent events: the decoder beside the standard's own steps, at every split, and within its limit."""

from __future__ import annotations

import pickle
import random
import tracemalloc
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_core.http.events import Event, EventDecoder
from tests.drawing import drawn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LIMIT = 1_000_000
MANY = drawn(200)

# --- The standard, step by step ----------------------------------------------------------------------------------


class Outcome(NamedTuple):
    """What became of a stream: its events, and the error that ended it."""

    events: list[Event]
    error: str | None = None


class Standard:
    """HTML 9.2.6, in its own steps and on whole streams; our limit and our strictness stand beside them."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.events: list[Event] = []
        self.data_buffer = self.event_type_buffer = ""
        self.size = 0  # of the lines that the buffers hold

    def interpret(self, stream: bytes) -> Outcome:
        """Read line by line; "UTF-8 decode" strips one byte order mark first."""
        for line, ended in lines_of(stream.removeprefix(b"\xef\xbb\xbf")):
            if self.size + len(line) + ended > self.limit:
                return Outcome(self.events, f"an event is larger than {self.limit} bytes")
            if not ended:  # at the end of the file, pending data is discarded
                return Outcome(self.events)
            try:
                self.process_line(line.decode("utf-8"), len(line))
            except UnicodeDecodeError:
                return Outcome(self.events, "an event is not UTF-8")
        raise AssertionError("the last line of a stream has no end")

    def process_line(self, line: str, size: int) -> None:
        """An empty line dispatches; a colon at the start, in the middle, or none: ignored, a field, a name alone."""
        if line == "":
            self.dispatch()
        elif line[0] == ":":
            pass
        elif ":" in line:
            field, value = line[: line.index(":")], line[line.index(":") + 1 :]
            if value[:1] == " ":
                value = value[1:]
            self.process_field(field, value, size)
        else:
            self.process_field(line, "", size)

    def process_field(self, field: str, value: str, size: int) -> None:
        """Set the type buffer, or append to the data buffer the value and a line feed; names match exactly."""
        if field == "event":
            self.event_type_buffer = value
        elif field == "data":
            self.data_buffer += value
            self.data_buffer += "\n"
        else:
            return
        self.size += size + 1

    def dispatch(self) -> None:
        """Unless the data buffer is empty, make an event of it without its last line feed; empty the buffers."""
        if self.data_buffer != "":
            self.events.append((self.event_type_buffer, self.data_buffer.removesuffix("\n")))
        self.data_buffer = self.event_type_buffer = ""
        self.size = 0


def lines_of(stream: bytes) -> Iterator[tuple[bytes, bool]]:
    """Yield each line, and whether it has ended: by CRLF, by LF not after CR, or by CR not before LF."""
    line, position = b"", 0
    while position < len(stream):
        byte = stream[position : position + 1]
        position += 2 if stream[position : position + 2] == b"\r\n" else 1
        if byte in {b"\r", b"\n"}:
            yield line, True
            line = b""
        else:
            line += byte
    yield line, False


def by_the_standard(stream: bytes, limit: int = LIMIT) -> Outcome:
    """Return what the standard makes of `stream`."""
    return Standard(limit).interpret(stream)


def decoded(pieces: Iterable[bytes], limit: int = LIMIT) -> Outcome:
    """Return what the decoder makes of the same bytes, fed in `pieces`."""
    decoder, events = EventDecoder(limit), list[Event]()
    for piece in pieces:
        events += decoder.feed(piece)
        if decoder.fault is not None:
            break
    return Outcome(events, decoder.fault)


def cut(stream: bytes, places: Iterable[int]) -> list[bytes]:
    """Return `stream` in pieces, cut at `places`."""
    ends = sorted(min(place, len(stream)) for place in places)
    return [stream[start:end] for start, end in zip([0, *ends], [*ends, len(stream)], strict=True)]


FRAGMENTS = st.sampled_from(
    [
        *(b"\n", b"\r", b"\r\n", b"\n\n", b"\r\r", b"\r\n\r\n", b"\n\r", b"\n\n\n"),
        *(b"data", b"data:", b"data: ", b"data:  x", b"data: {}\n\n", b"data: a\ndata: b\n\n", b"data: [DONE]\n\n"),
        *(b"event: e\ndata: a\ndata: b\n\n", b"data: a\n: c\ndata: b\r\n\r\n", b"\ndata: ", b"\nevent: e"),
        *(b"event: e\ndata: d\n\n", b"event:e\n", b"event: ", b"event", b"event: data: x\n\n", b"event: \ndata: \n\n"),
        *(b": comment\n\n", b":\n", b":", b": data: x\n\n", b"id: 1\n", b"retry: 1\n", b"Data: x\n", b"datax: y\n"),
        *(b" ", b"x", b"\x00", b"\t", b"\x0b", b"\x0c", b"\x1c", b"\x1e", b"\xef\xbb\xbf", b"\xef\xbb", b"\xbf"),
        *("é→日😀".encode(), "\x85".encode(), "\u2028".encode(), "\u2029".encode()),
        *(b"\xff", b"\xed\xa0\x80", b"\xc3", b"\xf0\x9f", b"\xc0\x80", b"\x80"),
    ]
)
STREAMS = st.lists(FRAGMENTS | st.binary(max_size=3), max_size=20).map(b"".join)
VALID = STREAMS.map(lambda stream: stream.decode(errors="ignore").encode())


@MANY
@given(stream=VALID | STREAMS, places=st.lists(st.integers(0, 100)))
def test_the_decoder_does_what_the_standard_says(stream: bytes, places: list[int]) -> None:
    """Whatever comes, whole, byte by byte, cut in two anywhere, or cut at random, is read as the standard says."""
    expected = by_the_standard(stream)
    halves = (cut(stream, [place]) for place in range(len(stream)))
    for pieces in chain([[stream], cut(stream, range(len(stream))), cut(stream, places)], halves):
        assert decoded(pieces) == expected


@MANY
@given(stream=VALID | STREAMS, places=st.lists(st.integers(0, 100)), limit=st.integers(3, 40))
def test_the_limit_is_the_same_at_every_split(stream: bytes, places: list[int], limit: int) -> None:
    """What is refused as too large does not depend on how the network cuts the stream, nor does what came before."""
    expected = by_the_standard(stream, limit)
    for pieces in ([stream], cut(stream, range(len(stream))), cut(stream, places)):
        assert decoded(pieces, limit) == expected


# --- Case by case ------------------------------------------------------------------------------------------------

CASES: dict[str, tuple[bytes, list[Event]]] = {
    "nothing": (b"", []),
    "one event": (b"data: x\n\n", [("", "x")]),
    "events": (b"data: 1\n\ndata: 2\n\n", [("", "1"), ("", "2")]),
    "with types": (b"event: a\ndata: 1\n\nevent: b\ndata: 2\n\n", [("a", "1"), ("b", "2")]),
    "with a type and without": (b"event: a\ndata: 1\n\ndata: 2\n\n", [("a", "1"), ("", "2")]),
    "the type after the data": (b"data: 1\nevent: a\n\n", [("a", "1")]),
    "the last type counts": (b"event: a\nevent: b\ndata: 1\n\n", [("b", "1")]),
    "a type that looks like data": (b"event: data: x\n\ndata: y\n\n", [("", "y")]),
    "comments between": (b": on\n\n: it\ndata: 1\n\n: still\n\ndata: 2\n\n", [("", "1"), ("", "2")]),
    "a comment within": (b"data: 1\n: c\ndata: 2\n\n", [("", "1\n2")]),
    "comments only": (b": a\n\n: b\n:\n\n: c", []),
    "CR": (b"data: 1\r\rdata: 2\r\r", [("", "1"), ("", "2")]),
    "CRLF": (b"data: 1\r\n\r\ndata: 2\r\n\r\n", [("", "1"), ("", "2")]),
    "line ends of all kinds": (
        b"data: 1\r\ndata: 2\rdata: 3\n\r\ndata: 4\n\r",
        [("", "1\n2\n3"), ("", "4")],
    ),
    "other separators are text": (
        "data: a\u2028b\x85c\x0bd\x0ce\u2029f\n\n".encode(),
        [("", "a\u2028b\x85c\x0bd\x0ce\u2029f")],
    ),
    "a byte order mark": (b"\xef\xbb\xbfdata: x\n\n", [("", "x")]),
    "two byte order marks": (b"\xef\xbb\xbf\xef\xbb\xbfdata: x\n\n", []),
    "a byte order mark later": (b"data: x\n\n\xef\xbb\xbfdata: y\n\n", [("", "x")]),
    "nothing but a byte order mark": (b"\xef\xbb\xbf", []),
    "half a byte order mark": (b"\xef\xbb", []),
    "no blank after the colon": (b"data:x\n\n", [("", "x")]),
    "one blank is dropped": (b"data:   x \n\n", [("", "  x ")]),
    "a tab is kept": (b"data:\tx\n\n", [("", "\tx")]),
    "colons in the value": (b"data: a: b:c\n\n", [("", "a: b:c")]),
    "data without a colon": (b"data\n\n", [("", "")]),
    "data without a value": (b"data:\n\ndata: \n\n", [("", ""), ("", "")]),
    "two lines without a value": (b"data\ndata\n\n", [("", "\n")]),
    "an event without data": (b"event: a\n\ndata: x\n\n", [("", "x")]),
    "an empty type": (b"event: a\nevent\ndata: x\n\n", [("", "x")]),
    "unknown fields": (b"id: 1\nretry: 2\nfoo: bar\nfoo\ndata: x\n\n", [("", "x")]),
    "names are exact": (b"Data: x\n data: y\ndata : z\ndatas: a\n\n", []),
    "NUL is text": (b"data: a\x00b\n\n", [("", "a\x00b")]),
    "blank lines": (b"\n\n\ndata: x\n\n\n\n\ndata: y\n\n\n", [("", "x"), ("", "y")]),
    "the sentinel": (b"data: x\n\ndata: [DONE]\n\n", [("", "x"), ("", "[DONE]")]),
    "the sentinel without its blank line": (b"data: x\n\ndata: [DONE]\n", [("", "x")]),
    "the sentinel without a line end": (b"data: x\n\ndata: [DONE]", [("", "x")]),
    "a type without its blank line": (b"event: done\n", []),
    "a field that is cut": (b"data: x\n\nda", [("", "x")]),
    "an unknown field at the end": (b"data: x\n\nid: 1\n", [("", "x")]),
    "a comment that is cut": (b"data: x\n\n: st", [("", "x")]),
    "a character that is cut": ("data: x\n\ndata: é".encode()[:-1], [("", "x")]),
    "a BOM, then a comment that is cut": (b"\xef\xbb\xbf: st", []),
}


@pytest.mark.parametrize(("stream", "events"), CASES.values(), ids=CASES)
def test_a_stream_is_read(stream: bytes, events: list[Event]) -> None:
    """Each case gives its events, at every split."""
    for pieces in ([stream], cut(stream, range(len(stream))), *(cut(stream, [at]) for at in range(len(stream)))):
        assert decoded(pieces) == Outcome(events)


INVALID = {
    "a byte that UTF-8 has not": b"\xff",
    "a surrogate": b"\xed\xa0\x80",
    "an overlong form": b"\xc0\x80",
    "a character that the line end cuts": b"\xc3",
    "a lone continuation": b"\x80",
}


@pytest.mark.parametrize("line", [b"data: %s", b"event: %s", b": %s", b"%s", b"id: %s"], ids=repr)
@pytest.mark.parametrize("bad", INVALID.values(), ids=INVALID)
def test_what_is_not_utf_8_is_refused(line: bytes, bad: bytes) -> None:
    """Nothing is replaced silently, in no field, and the events before it are not lost."""
    stream = b"data: 1\n\nevent: a\ndata: 2\n\n" + line % bad + b"\ndata: 3\n\n"
    for pieces in ([stream], cut(stream, range(len(stream)))):
        assert decoded(pieces) == Outcome([("", "1"), ("a", "2")], "an event is not UTF-8")


# --- The limit, memory and time ----------------------------------------------------------------------------------

PIECE = 4 * 1024
SMALL_LIMIT = 100_000
REFUSED = {
    "a line of data": b"data: " + b"x" * 1_000_000,
    "a comment": b":" * 1_000_000,
    "a name": b"x" * 1_000_000,
    "lines of data": b"data: 1234567890\n" * 20_000,
    "lines without a value": b"data\n" * 30_000,
    "types": b"event: a\n" * 20_000,
    "an event that ends": b"data: " + b"x" * 1_000_000 + b"\n\n",
}
PASSED = {
    "comments": b": still here\n" * 20_000,
    "unknown fields": b"id: 1234567890\n" * 20_000,
    "blank lines": b"\n" * 20_000,
    "CR": b"\r" * 20_000,
    "CRLF": b"\r\n" * 20_000,
    "events": b"data: 1234567890\n\n" * 20_000,
}


def peak(pieces: Iterable[bytes], limit: int) -> tuple[int, str | None]:
    """Return how many bytes the decoder held at most, and the error that ended it."""
    tracemalloc.start()
    try:
        outcome = decoded(pieces, limit)
        return tracemalloc.get_traced_memory()[1], outcome.error
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("stream", REFUSED.values(), ids=REFUSED)
def test_an_event_that_is_too_large_is_refused_at_once(stream: bytes) -> None:
    """The limit is named, is exact to the piece, and bounds what is held meanwhile."""
    pieces = iter(cut(stream, range(0, len(stream), PIECE)))
    held, error = peak(pieces, SMALL_LIMIT)
    assert error == f"an event is larger than {SMALL_LIMIT} bytes"
    assert SMALL_LIMIT < len(stream) - sum(map(len, pieces)) <= SMALL_LIMIT + PIECE
    assert held < 5 * SMALL_LIMIT  # a Python string takes up to four bytes a character


BORDERS = {
    "a line": (b"data: 1\n\n", 9),
    "lines": (b"event: a\ndata: 1\n\n", 18),
    "a comment": (b": comment\ndata: 1\n\n", 10),
    "lines between comments": (b"data: 1\n: comment\ndata: 2\n\n", 18),
}


@pytest.mark.parametrize(("stream", "size"), BORDERS.values(), ids=BORDERS)
def test_the_limit_is_exact(stream: bytes, size: int) -> None:
    """Lines that with their ends take the limit are read; one byte more is refused, and what came before is kept."""
    before = b"data\n\n"
    for pieces in ([before + stream], cut(before + stream, range(50))):
        assert len(decoded(pieces, size).events) == 2
        assert decoded(pieces, size - 1) == Outcome([("", "")], f"an event is larger than {size - 1} bytes")


def test_pieces_of_no_bytes_change_nothing() -> None:
    """An empty piece between CR and LF, or in a byte order mark, is as none."""
    pieces = [b"", b"\xef", b"", b"\xbb\xbf", b"", b"data: 1\r", b"", b"\ndata: 2\r", b"", b"\n\r", b"", b"\n", b""]
    assert decoded(pieces) == Outcome([("", "1\n2")])


@pytest.mark.parametrize("stream", PASSED.values(), ids=PASSED)
def test_only_what_is_kept_counts(stream: bytes) -> None:
    """A stream has no length at which it ends, and comments for an hour are no event that is too large."""
    decoder, held = EventDecoder(limit=100), 0
    for piece in cut(stream, range(0, len(stream), 1_000)):
        decoder.feed(piece)
        assert decoder.fault is None
        held = max(held, len(pickle.dumps(decoder)))
    assert held < 1_000


def test_an_event_of_10_mb_within_the_limit_is_whole() -> None:
    """What the limit admits is read, however it comes."""
    for start in (b"data: ", b"event: a\ndata: ", b"data:", b": c\ndata: "):
        stream = start + b"x" * 10_000_000 + b"\n\n"
        outcome = decoded(cut(stream, range(0, len(stream), PIECE)), len(stream))
        assert [len(data) for _, data in outcome.events] == [10_000_000]


@pytest.mark.parametrize("stream", REFUSED.values(), ids=REFUSED)
def test_time_grows_with_the_bytes_not_with_their_square(stream: bytes) -> None:
    """One that copied all it holds for each of 50,000 pieces would copy 25 to 250 GB, and take minutes."""
    stream *= 10
    assert not decoded(cut(stream, range(0, len(stream), len(stream) // 50_000)), limit=1 << 30).error


ALONE = [
    *(b"data: x\n\n", b"data: \n\n", b"data:x\n\n", b"data\n\n", b"data: \xff\n\n", "data: é\u2028\n\n".encode()),
    *(b"data: a\rb\n\n", b"data: a\r\rdata: \xff\n\n", b"data: x\r\n\r\n", b"data: x\n\r", b"data: x\r\n\n"),
    *(b"data: x\n", b"data: x\n\n\n", b"data: x\ndata: y\n\n", b": data: x\n\n", b"event: e\ndata: x\n\n", b"\n\n"),
    *(b"data: 123456\n\n", b"data: 12345\n\n"),  # which the limit below ends, and which it admits
]


@pytest.mark.parametrize("piece", ALONE, ids=ascii)
@pytest.mark.parametrize(
    "before", [b"", b": c\n\n", b": c\r", b"data: 1\n", b"event: e\n", b"dat", b"\xef\xbb"], ids=ascii
)
def test_an_event_in_a_piece_of_its_own(before: bytes, piece: bytes) -> None:
    """As a model streams them, each is read as in the whole stream, whatever came before it."""
    for limit in (12, LIMIT):
        pieces = [before, piece, piece, b"data: y\n\n"]
        assert decoded(pieces, limit) == by_the_standard(b"".join(pieces), limit)


def test_pieces_of_any_size_cut_bursts_anywhere() -> None:
    """Events of all kinds in bursts give the same as one by one: each way of reading meets each other at a seam."""
    kinds = [b"data: %d\n\n", b"event: e\ndata: %d\n\n", b": c %d\n\n", b"data: %d\ndata: y\n\n", b"data:%d\r\n\r\n"]
    for seed in range(30):
        draw = random.Random(seed)  # noqa: S311 - no secret
        stream = b"".join(draw.choice(kinds[: draw.randint(1, 5)]) % number for number in range(300))
        size = draw.randint(1, 700)
        assert decoded(cut(stream, range(0, len(stream), size))) == by_the_standard(stream)
