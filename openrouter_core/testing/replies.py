"""Replies: what the scripted model is told to say, to whom and how often; from Python, as JSON and in a TOML file.

Here lives the one description of a reply's attributes. What becomes of a reply is `model`'s.
"""

from __future__ import annotations

import json
import re
from fnmatch import fnmatchcase
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import attrs

from openrouter_core.testing.reading import read_object

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Mapping, Sequence

__all__ = ["Reply", "read_script"]

_USAGE = frozenset(
    {"prompt_tokens", "completion_tokens", "cached_tokens", "cache_write_tokens", "reasoning_tokens", "cost"}
)


def _counted(times: float | None) -> int | None:
    return None if times == inf else cast("int | None", times)


@attrs.frozen
class Reply:
    """What the model says, and to which requests.

    Without text, tool calls and refusal it says what it says by itself: a call of the tool that the request demands,
    a value that satisfies the request's JSON schema, or else the last message of the user. Pictures and videos have no
    words: only replies with an error are for them.

    Attributes:
        text: What it says; of several texts chat makes several choices, and other endpoints take the first.
        chunks: In how many pieces a stream brings each text, at most one for each character; without it, by words.
        delay: Seconds before each event of a stream, or before the answer as a whole.
        tool_calls: Each a mapping with `name`, and with `arguments` (an object, or text that is sent as it is) and
            `id` if wanted.
        reasoning: What it thinks first.
        refusal: Why it will not answer.
        finish_reason: Why it ends: `stop`, `length`, `tool_calls`, `content_filter` or any other text. Without it,
            `tool_calls` if there are any, and else `stop`. Each endpoint gets it in its own words.
        usage: Tokens in place of those that are counted: `prompt_tokens`, of which `cached_tokens` were read from a
            cache and `cache_write_tokens` were written to one; `completion_tokens`, of which `reasoning_tokens`; and
            `cost`, in dollars.
        comments: How many comments (`: OPENROUTER PROCESSING`) come before the first event of a stream.
        error: An error in place of an answer: `status` and `message`. With `after` a stream breaks after that many
            pieces, if it has as many; an answer that is no stream is then the error as a whole. A video fails as a job.
        model: Which models say it, as a shell pattern: `openai/*`.
        message: A regular expression that is found in the last message of the user.
        times: How often it is said; `None` is for ever, whenever no other reply is for the request. TOML has no null:
            there it is `inf`.
    """

    text: str | Sequence[str] | None = None
    chunks: int | None = None
    delay: float = 0
    tool_calls: Sequence[Mapping[str, object]] = ()
    reasoning: str | None = None
    refusal: str | None = None
    finish_reason: str | None = None
    usage: Mapping[str, float] | None = None
    comments: int = 1
    error: Mapping[str, Any] | None = None
    model: str = "*"
    message: str | None = None
    times: int | None = attrs.field(default=1, converter=_counted)

    def __attrs_post_init__(self) -> None:
        """Refuse what cannot be said, before a test waits for it in vain."""
        for name, check, must in _CHECKS:
            if not check(getattr(self, name)):
                raise ValueError(f"{name}: must be {must}")

    @property
    def texts(self) -> list[str | None]:
        """The text of each choice; there is always one."""
        return [self.text] if self.text is None or isinstance(self.text, str) else [*self.text]

    @property
    def is_open(self) -> bool:
        """Whether the model may say what it says by itself."""
        return self.text is None and not self.tool_calls and self.refusal is None

    def is_for(self, model: str, message: str) -> bool:
        """Tell whether it is for a request to `model` in which `message` is the last one of the user."""
        return fnmatchcase(model, self.model) and (self.message is None or bool(re.search(self.message, message)))


def read_script(path: str | os.PathLike[str]) -> list[Reply]:
    """Return the replies of a TOML file, each a table `[[reply]]`.

    Raises:
        ValueError: It cannot be read, or not as replies; the message names the file, the entry and the field.
    """
    import tomllib

    try:
        script = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise ValueError(f"{path}: {error.strerror}") from None
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from None
    entries = script.pop("reply", [])
    if script or not isinstance(entries, list):
        raise ValueError(f"{path}: {min(script, default='reply')}: must be [[reply]]")
    return [_entry(path, number, each) for number, each in enumerate(cast("list[object]", entries), 1)]


def _entry(path: str | os.PathLike[str], number: int, fields: object) -> Reply:
    try:
        return read_object(Reply, fields, "reply")
    except ValueError as error:
        raise ValueError(f"{path}: reply {number}: {error}") from None


def _is_text(value: object) -> bool:
    return value is None or isinstance(value, str)


def _are_texts(value: object) -> bool:
    if not isinstance(value, list | tuple):
        return _is_text(value)
    texts = cast("Sequence[object]", value)
    return bool(texts) and all(isinstance(each, str) for each in texts)


def _is_number(value: object, least: float, most: float = 1e18) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most


def _is_count(value: object, least: int) -> bool:
    return isinstance(value, int) and _is_number(value, least, 1_000_000)


def _are_calls(value: object) -> bool:
    return isinstance(value, list | tuple) and all(map(_is_call, cast("list[object]", value)))


def _is_call(value: object) -> bool:
    if not isinstance(value, dict):
        return False
    call = cast("dict[str, object]", value)
    try:
        json.dumps(call, allow_nan=False)  # TOML has dates and nan, which JSON has not
    except (TypeError, ValueError):
        return False
    return isinstance(call.get("name"), str) and isinstance(call.get("arguments", ""), dict | str)


def _is_usage(value: object) -> bool:
    given = cast("dict[str, object]", value) if isinstance(value, dict) else {None: value}
    return value is None or all(name in _USAGE and _is_number(number, 0) for name, number in given.items())


def _is_error(value: object) -> bool:
    if value is None or not isinstance(value, dict):
        return value is None
    given = cast("dict[str, object]", value)
    status = _is_count(given.get("status"), 400) and _is_number(given["status"], 400, 599)
    known = given.keys() <= {"status", "message", "after"}
    return known and status and isinstance(given.get("message"), str) and _is_count(given.get("after", 0), 0)


def _is_expression(value: object) -> bool:
    try:
        return value is None or bool(re.compile(cast("str", value)))
    except (re.error, TypeError):
        return False


_CHECKS: tuple[tuple[str, Callable[[object], bool], str], ...] = (
    ("text", _are_texts, "text, an array of texts or null"),
    *((name, _is_text, "text or null") for name in ("reasoning", "refusal", "finish_reason")),
    ("chunks", lambda value: value is None or _is_count(value, 1), "an integer from 1, or null for words"),
    ("delay", lambda value: _is_number(value, 0, 86_400), "a number of seconds, 0 to 86400"),
    ("tool_calls", _are_calls, "an array of objects with a name, and arguments as an object or text"),
    ("usage", _is_usage, f"an object of numbers named {', '.join(sorted(_USAGE))}"),
    ("comments", lambda value: _is_count(value, 0), "an integer from 0"),
    ("error", _is_error, "an object with a status from 400 to 599, a message, and after as an integer from 0"),
    ("model", lambda value: isinstance(value, str), "a shell pattern such as openai/*"),
    ("message", _is_expression, "a regular expression or null"),
    ("times", lambda value: value is None or _is_count(value, 1), "an integer from 1, or null for ever"),
)
