"""Two keys that would be recognised anywhere, and how to look for them: in values, frames, logs and pickles.

The keys hold what JSON, Python, HTML, URLs and base64 each write in another way, and begin with eight characters that
stand nowhere else. What is looked for is said here anew, and not taken from the package that hides it.
"""

from __future__ import annotations

import inspect
import json
import logging
import pickle
import re
import traceback
from base64 import b64encode, urlsafe_b64encode
from html import escape
from pathlib import Path
from types import AsyncGeneratorType, CoroutineType, FrameType, GeneratorType
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import quote, quote_plus

import attrs

import openrouter_core
import openrouter_funcs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["FORMS", "MANAGEMENT", "PROVIDER", "Listener", "assert_silent", "frames", "leaks", "shown"]

MANAGEMENT = "mQ7xZ4vB-sk-or-test/\"a'\\+100%~=management-canary-123"
PROVIDER = "pW3kJ9tL-sk-test/\"ü'\\+<&>\n456 %7E=provider-canary-456"

_OURS = tuple(str(Path(str(package.__file__)).parent) for package in (openrouter_core, openrouter_funcs))


def _forms(key: str) -> dict[str, str]:
    raw = key.encode()
    return {
        "raw": key,
        "repr": repr(key)[1:-1],
        "repr of bytes": repr(raw)[2:-1],
        "ascii": ascii(key)[1:-1],
        "JSON": json.dumps(key)[1:-1],
        "JSON in UTF-8": json.dumps(key, ensure_ascii=False)[1:-1],
        "JSON in JSON": json.dumps(json.dumps(key)[1:-1])[1:-1],
        "percent-encoded": quote(key, safe=""),
        "percent-encoded in lower case": re.sub("%..", lambda match: match[0].lower(), quote(key, safe="")),
        "percent-encoded in part": quote(key),
        "percent-encoded as by JavaScript": quote(key, safe="!'()*"),
        "a form field": quote_plus(key),
        "HTML": escape(key),
        "base64": b64encode(raw).decode(),
        "base64 for URLs": urlsafe_b64encode(raw).decode().rstrip("="),
        "base64 behind Bearer": b64encode(b"Bearer " + raw).decode(),
        "base64 in Basic": b64encode(b"u:" + raw + b"!").decode(),
        "its beginning and dots": f"{key[:8]}...",
        "half of it": key[: len(key) // 2],
    }


FORMS: Mapping[str, Mapping[str, str]] = {"management": _forms(MANAGEMENT), "provider": _forms(PROVIDER)}
"""How each key may be written, by name: what a hostile server echoes."""


def _traces() -> Iterator[tuple[str, bytes]]:
    for whose, forms in FORMS.items():
        yield f"the {whose} key's beginning", forms["raw"][:8].encode()
        yield f"the {whose} key's end", forms["raw"][-12:].encode()  # what a mask of the beginning would leave
        for name, form in forms.items():
            if name.startswith("base64"):  # its ends hold bits of the neighbours, too
                yield f"the {whose} key, {name}", form[9:-6].encode()
            elif name != "its beginning and dots":
                yield f"the {whose} key, {name}", form[8:].encode()


_TRACES = tuple(_traces())


def leaks(text: str | bytes) -> list[str]:
    """Return the names of the forms that stand in `text`, the eight characters of the beginning among them."""
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    return [name for name, trace in _TRACES if trace in data]


def assert_silent(*values: object) -> None:
    """Assert that none of `values` shows a key, however it is looked at."""
    for value in values:
        found = leaks(shown(value))
        assert not found, f"{type(value).__name__} shows {found}"


# --- Values ------------------------------------------------------------------------------------------------------


def shown(value: object) -> bytes:
    """Return all that can be seen of a value: text, attributes, `attrs.asdict`, pickle, and frames of an exception."""
    texts = [str(value), repr(value), f"{value}", *_attributes(value)]
    if isinstance(value, BaseException):
        texts += [repr(value.args), *_report(value), *frames(value)]
    return "\n".join(texts).encode("utf-8", "surrogatepass") + _pickled(value)


def _attributes(value: object) -> Iterator[str]:
    if attrs.has(type(value)):
        yield repr(attrs.asdict(cast("Any", value)))
        yield repr(attrs.astuple(cast("Any", value)))
    for each in cast("dict[str, object]", getattr(value, "__dict__", {})).values():
        # A mapping such as headers shows its names only, but an error's is to hold no key in its values either.
        yield repr(dict(cast("Mapping[object, object]", each)) if hasattr(each, "keys") else each)


def _pickled(value: object) -> bytes:
    try:
        return pickle.dumps(value)
    except Exception as error:  # noqa: BLE001 - whatever pickle says of it must be silent, too
        return f"{error!r}".encode()


# --- Frames ------------------------------------------------------------------------------------------------------


def _report(error: BaseException) -> Iterator[str]:
    report: traceback.TracebackException | None = traceback.TracebackException.from_exception(
        error, capture_locals=True
    )
    while report is not None:
        yield "\n".join(f"{frame.name} {frame.locals}" for frame in report.stack if frame.filename.startswith(_OURS))
        report = report.__cause__ or report.__context__


def frames(source: BaseException | FrameType) -> list[str]:
    """Return the local variables of every frame of ours: of an exception's traceback, or from a frame outwards.

    Generators and coroutines that are suspended have frames, too, and their variables are looked at as well.
    """
    walk = (
        traceback.walk_tb(source.__traceback__) if isinstance(source, BaseException) else traceback.walk_stack(source)
    )
    return [text for frame, _ in walk for text in _frame(frame)]


def _frame(frame: FrameType) -> Iterator[str]:
    if frame.f_code.co_filename.startswith(_OURS):
        for name, value in frame.f_locals.items():
            yield f"{frame.f_code.co_qualname}: {name}={value!r}"
            yield from _suspended(value)


def _suspended(value: object) -> Iterator[str]:
    if isinstance(value, GeneratorType):  # CPython 3.12.1 crashes when it is asked what a running one awaits
        inner, awaited = cast("Any", value).gi_frame, None if value.gi_running else cast("Any", value).gi_yieldfrom
    elif isinstance(value, CoroutineType):
        inner, awaited = cast("Any", value).cr_frame, None if value.cr_running else cast("Any", value).cr_await
    elif isinstance(value, AsyncGeneratorType):
        inner, awaited = cast("Any", value).ag_frame, cast("Any", value).ag_await
    else:
        return
    if inner is not None and inner is not inspect.currentframe():
        yield from _frame(inner)
    yield from _suspended(awaited)


# --- What is said meanwhile --------------------------------------------------------------------------------------


class Listener(logging.Handler):
    """Hears all loggers at DEBUG, tracebacks included; `of` tells what some of them said."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self._lines: list[tuple[str, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line."""
        self._lines.append((record.name, f"{self.format(record)} {record.args!r} {record.__dict__!r}"))

    def heard(self, but_not: Iterable[str] = ()) -> str:
        """Return what was said by all loggers but those."""
        left_out = tuple(but_not)
        return "\n".join(line for name, line in self._lines if not name.startswith(left_out or ("\n",)))
