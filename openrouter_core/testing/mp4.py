"""Videos that every player can play, made from a seed: MP4 (ISO/IEC 14496-12 and -15) with one frame of H.264.

Here lives what the two formats want: a frame of one colour takes a byte for 256 pixels.
"""

from __future__ import annotations

import re
from struct import pack

import attrs

from openrouter_core.testing.pictures import Size, drawn, packed

__all__ = ["mp4"]

_MACROBLOCK = 16
_UNITS = 1_000  # of time, in a second


@attrs.frozen
class _Stream:
    """A frame of H.264, and the two parameter sets without which it cannot be read."""

    sequence: bytes
    picture: bytes
    frame: bytes

    @property
    def sample(self) -> bytes:
        """The frame as a file holds it: after its length."""
        return _numbers(len(self.frame)) + self.frame


def mp4(seed: str, size: Size, seconds: int) -> bytes:
    """Return a video of one colour and of that length; a colour is that of two by two pixels, so sides are even."""
    size = Size(size.width + size.width % 2, size.height + size.height % 2)
    stream = _encoded(drawn(seed)[1], size)
    head = _box("ftyp", b"isom\0\0\2\0isomiso2avc1mp41")
    # Where the frame begins is known once all before it is.
    begin = len(head) + len(_movie(size, seconds, stream, 0)) + 8
    return head + _movie(size, seconds, stream, begin) + _box("mdat", stream.sample)


def _encoded(colour: bytes, size: Size) -> _Stream:
    """Return a frame of one colour, given as luma and two chromas (ITU-T H.264, section 7.3)."""
    columns, lines = (-(-side // _MACROBLOCK) for side in (size.width, size.height))
    crops = (0, (columns * _MACROBLOCK - size.width) // 2, 0, (lines * _MACROBLOCK - size.height) // 2)
    # Constrained baseline profile, level 5.2.
    sequence = f"{66:08b}11000000{52:08b}"
    # Id, 4 bits for numbers of frames, order of decoding, one reference, no gaps, size in macroblocks.
    sequence += _codes(0, 0, 2, 1) + "0" + _codes(columns - 1, lines - 1)
    # Frames only, direct inference, what to crop in pairs of pixels; nothing more.
    sequence += "111" + _codes(*crops) + "0"
    # Two ids, CAVLC, one group of slices, one reference each way, no weights, three quantizers, three flags.
    picture = "11" + "00" + "1" + "11" + "000" + "111" + "000"
    # First macroblock, an intra slice (7), parameter set, number of the frame, id, two flags, quantizer.
    begin = _codes(0, 7, 0) + "0000" + _codes(0) + "00" + "1"
    # The first macroblock holds its samples as they are (I_PCM, 25).
    samples = colour[:1] * 256 + colour[1:2] * 64 + colour[2:] * 64
    # Each other one is predicted from those before it by their mean (Intra_16x16, 3), with nothing to add.
    others = [_codes(3) + "111"] * (columns * lines - 1)
    # How "nothing" is written depends on the neighbours left and above, of which I_PCM counts as a full one.
    for index in {1, columns} & {*range(1, columns * lines)}:
        others[index - 1] = _codes(3) + "11000011"
    frame = packed(begin + _codes(25)) + samples + packed("".join(others) + "1")
    return _Stream(_unit(0x67, packed(sequence + "1")), _unit(0x68, packed(picture + "1")), _unit(0x65, frame))


def _codes(*numbers: int) -> str:
    """Return numbers in Exp-Golomb code (ITU-T H.264, section 9.1)."""
    return "".join("0" * ((number + 1).bit_length() - 1) + f"{number + 1:b}" for number in numbers)


def _unit(kind: int, payload: bytes) -> bytes:
    """Return a unit in which nothing looks like the beginning of another (ITU-T H.264, section 7.4.1)."""
    return bytes([kind]) + re.sub(rb"\0\0(?=[\0-\3])", b"\0\0\3", payload)


def _movie(size: Size, seconds: int, stream: _Stream, begin: int) -> bytes:
    length = seconds * _UNITS
    matrix = _numbers(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
    header = _full("mvhd", _numbers(0, 0, _UNITS, length, 0x10000), b"\1\0", bytes(10), matrix, bytes(24), _numbers(2))
    sides = _numbers(size.width << 16, size.height << 16)
    track = _full("tkhd", _numbers(0, 0, 1, 0, length, 0, 0, 0, 0), matrix, sides, flags=7)
    media = _box(
        "mdia",
        _full("mdhd", _numbers(0, 0, _UNITS, length, 0x55C40000)),  # of no language
        _full("hdlr", b"\0\0\0\0vide", bytes(12), b"Local OpenRouter\0"),
        _box(
            "minf",
            _full("vmhd", bytes(8), flags=1),
            _box("dinf", _full("dref", _numbers(1), _full("url ", flags=1))),
            _table(size, length, stream, begin),
        ),
    )
    return _box("moov", header, _box("trak", track, media))


def _table(size: Size, length: int, stream: _Stream, begin: int) -> bytes:
    sequence, picture = (pack(">H", len(each)) + each for each in (stream.sequence, stream.picture))
    config = b"\1" + stream.sequence[1:4] + b"\xff\xe1" + sequence + b"\1" + picture
    visual = pack(">6xH16xHHIIIH32xHh", 1, size.width, size.height, 0x480000, 0x480000, 0, 1, 24, -1)
    return _box(
        "stbl",
        _full("stsd", _numbers(1), _box("avc1", visual, _box("avcC", config))),
        _full("stts", _numbers(1, 1, length)),
        _full("stsc", _numbers(1, 1, 1, 1)),
        _full("stsz", _numbers(0, 1, len(stream.sample))),
        _full("stco", _numbers(1, begin)),
    )


def _box(kind: str, *parts: bytes) -> bytes:
    data = b"".join(parts)
    return _numbers(len(data) + 8) + kind.encode() + data


def _full(kind: str, *parts: bytes, flags: int = 0) -> bytes:
    return _box(kind, _numbers(flags), *parts)


def _numbers(*numbers: int) -> bytes:
    return pack(f">{len(numbers)}I", *numbers)
