"""The scripted model behind chat, responses and messages: what it will say, and what it has said.

Here live replies, the queue of them, and what a completion is before it takes the form of an endpoint. The forms
live in `endpoints`: chat, responses, messages.
"""

from __future__ import annotations

import json
import re
import time
from collections import deque
from itertools import pairwise
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from openrouter_core.testing.catalogue import Catalogue

    Arguments: TypeAlias = Mapping[str, object] | str

__all__ = ["Completion", "Reply", "ScriptedModel", "ToolCall", "Usage", "said", "tokens"]

_USAGE = frozenset({"prompt_tokens", "completion_tokens", "cached_tokens", "reasoning_tokens", "cost"})


@attrs.frozen
class Reply:
    """What the model says once.

    Attributes:
        text: What it says; `None` if it only calls tools.
        chunks: In how many pieces a stream brings the text, at most one for each character; without it, by words.
        delay: Seconds before each event of a stream, or before the answer as a whole.
        tool_calls: Each a mapping with `name`, and with `arguments` (an object, or text that is sent as it is) and
            `id` if wanted.
        reasoning: What it thinks first.
        refusal: Why it will not answer.
        finish_reason: Why it ends: `stop`, `length`, `tool_calls`, `content_filter` or any other text. Without it,
            `tool_calls` if there are any, and else `stop`. Each endpoint gets it in its own words.
        usage: Tokens in place of those that are counted: `prompt_tokens`, `completion_tokens`, `cached_tokens`,
            `reasoning_tokens`; and `cost`, in dollars.
        comments: How many comments (`: OPENROUTER PROCESSING`) come before the first event of a stream.
    """

    text: str | None = None
    chunks: int | None = None
    delay: float = 0
    tool_calls: Sequence[Mapping[str, object]] = ()
    reasoning: str | None = None
    refusal: str | None = None
    finish_reason: str | None = None
    usage: Mapping[str, float] | None = None
    comments: int = 1

    def __attrs_post_init__(self) -> None:
        """Refuse what cannot be said, before a test waits for it in vain."""
        for name, check, must in _CHECKS:
            if not check(getattr(self, name)):
                raise ValueError(f"{name}: must be {must}")


@attrs.frozen
class ToolCall:
    """A call of a tool that the model asks for; the arguments are JSON."""

    id: str
    name: str
    arguments: str


@attrs.frozen
class Usage:
    """The tokens of a completion, and what they cost in dollars."""

    prompt: int
    completion: int
    cached: int
    reasoning: int
    cost: float

    @property
    def total(self) -> int:
        """Prompt and completion."""
        return self.prompt + self.completion


@attrs.frozen
class Completion:
    """What the model said to one request, before it takes the form of an endpoint."""

    number: int
    model: str
    created: int
    reply: Reply
    usage: Usage

    def id(self, prefix: str) -> str:
        """Return an id that no other completion since the last reset has."""
        return f"{prefix}{self.number:010}"

    @property
    def pieces(self) -> list[str]:
        """The text as a stream brings it."""
        return _pieces(self.reply.text or "", self.reply.chunks)

    @property
    def thoughts(self) -> list[str]:
        """The reasoning as a stream brings it."""
        return _pieces(self.reply.reasoning or "", None)

    @property
    def tool_calls(self) -> list[ToolCall]:
        """The calls of tools, each with an id and its arguments as JSON."""
        return [
            ToolCall(
                id=str(call.get("id") or f"{self.id('call_')}_{index}"),
                name=str(call["name"]),
                arguments=_json(cast("Arguments", call.get("arguments", {}))),
            )
            for index, call in enumerate(self.reply.tool_calls)
        ]

    @property
    def finish_reason(self) -> str:
        """Why it ends, in the words of chat."""
        return self.reply.finish_reason or ("tool_calls" if self.reply.tool_calls else "stop")


class ScriptedModel:
    """The queue of replies; when it is empty, the last message of the user is what the model says. Safe for threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._lock = Lock()
        self._replies: deque[Reply] = deque()
        self._completions = 0

    def reply(
        self,
        text: str | None = None,
        *,
        chunks: int | None = None,
        delay: float = 0,
        tool_calls: Sequence[Mapping[str, object]] = (),
        reasoning: str | None = None,
        refusal: str | None = None,
        finish_reason: str | None = None,
        usage: Mapping[str, float] | None = None,
        comments: int = 1,
    ) -> Reply:
        """Queue `Reply(...)`: the next request that no earlier reply is for gets it, once."""
        queued = Reply(text, chunks, delay, tool_calls, reasoning, refusal, finish_reason, usage, comments)
        with self._lock:
            self._replies.append(queued)
        return queued

    def add_json(self, fields: object) -> Reply:
        """Queue a reply that came over HTTP: an object with the attributes of `Reply`.

        Raises:
            ValueError: If it is no such object; the message names the field.
        """
        if not isinstance(fields, dict):
            raise ValueError("body: must be a JSON object")  # noqa: TRY004 - the caller's input, not a type error
        given = cast("dict[str, Any]", fields)
        unknown = given.keys() - {field.name for field in attrs.fields(Reply)}
        if unknown:
            raise ValueError(f"{min(unknown)}: is not an attribute of a reply")
        return self.reply(**given)

    def queued(self) -> list[Reply]:
        """Return the replies that nobody has asked for yet."""
        with self._lock:
            return list(self._replies)

    def clear(self) -> None:
        """Drop the replies that nobody has asked for."""
        with self._lock:
            self._replies.clear()
            self._completions = 0

    def answer(self, echo: str) -> Reply:
        """Return the next reply."""
        with self._lock:
            return self._replies.popleft() if self._replies else Reply(echo)

    def complete(self, model: str, prompt: Sequence[str], echo: str) -> Completion:
        """Return the next reply as a completion of `prompt`."""
        reply = self.answer(echo)
        with self._lock:
            self._completions += 1
            number = self._completions
        return Completion(number, model, int(time.time()), reply, _usage(self._catalogue, model, prompt, reply))


def said(content: object) -> str:
    """Return the text of a message's content, which is text or a list of parts, or of a list of messages."""
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        return " ".join(text for part in cast("list[object]", content) if (text := said(part)))
    if isinstance(content, dict):
        fields = cast("dict[str, Any]", content)
        return said(next((fields[name] for name in ("text", "content", "output") if fields.get(name)), None))
    return ""


def _usage(catalogue: Catalogue, model: str, prompt: Sequence[str], reply: Reply) -> Usage:
    thought = tokens(reply.reasoning or "")
    called = sum(tokens(str(call["name"])) + tokens(_json(call.get("arguments", {}))) for call in reply.tool_calls)
    given = reply.usage or {}
    prompted = int(given.get("prompt_tokens", sum(map(tokens, prompt))))
    completed = int(
        given.get("completion_tokens", tokens(reply.text or "") + tokens(reply.refusal or "") + thought + called)
    )
    cached = int(given.get("cached_tokens", 0))
    return Usage(
        prompt=prompted,
        completion=completed,
        cached=cached,
        reasoning=int(given.get("reasoning_tokens", thought)),
        cost=given.get("cost", catalogue.cost(model, prompted, completed, cached=cached)),
    )


def tokens(text: str) -> int:
    """Count tokens as a tokenizer might: words and signs."""
    return len(re.findall(r"\w+|[^\w\s]", text))


def _pieces(text: str, count: int | None) -> list[str]:
    if count is None:
        return re.findall(r"\s*\S+\s*$|\s*\S+|\s+", text)
    size, longer = divmod(len(text), count)
    ends = [index * size + min(index, longer) for index in range(count + 1)]
    return [text[start:end] for start, end in pairwise(ends) if start < end]


def _json(arguments: object) -> str:
    return arguments if isinstance(arguments, str) else json.dumps(arguments, ensure_ascii=False)


def _is_text(value: object) -> bool:
    return value is None or isinstance(value, str)


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
    return isinstance(call.get("name"), str) and isinstance(call.get("arguments", ""), dict | str)


def _is_usage(value: object) -> bool:
    given = cast("dict[str, object]", value) if isinstance(value, dict) else {None: value}
    return value is None or all(name in _USAGE and _is_number(number, 0) for name, number in given.items())


_CHECKS: tuple[tuple[str, Callable[[object], bool], str], ...] = (
    *((name, _is_text, "text or null") for name in ("text", "reasoning", "refusal", "finish_reason")),
    ("chunks", lambda value: value is None or _is_count(value, 1), "an integer from 1, or null for words"),
    ("delay", lambda value: _is_number(value, 0, 86_400), "a number of seconds, 0 to 86400"),
    ("tool_calls", _are_calls, "an array of objects with a name, and arguments as an object or text"),
    ("usage", _is_usage, f"an object of numbers named {', '.join(sorted(_USAGE))}"),
    ("comments", lambda value: _is_count(value, 0), "an integer from 0"),
)
