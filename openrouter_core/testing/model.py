"""The scripted model: which reply a request gets, and what is made of it before it takes the form of an endpoint.

Here live the replies that wait, what the model says by itself, and what a completion is. What a reply is made of is
in `replies`; the forms are in `endpoints`: chat, responses, messages.
"""

from __future__ import annotations

import json
import re
from itertools import pairwise
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import attrs

from openrouter_core.testing.instances import instance
from openrouter_core.testing.reading import BadRequest, read_object
from openrouter_core.testing.replies import Reply

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Arguments: TypeAlias = Mapping[str, object] | str

__all__ = [
    "Completion",
    "Prompt",
    "ScriptedModel",
    "ToolCall",
    "Usage",
    "Wanted",
    "counted",
    "likeness",
    "said",
    "tokens",
]


@attrs.frozen
class Wanted:
    """What the answer has to satisfy: a schema, where the request has it, and the name of the tool that it is for."""

    path: str
    schema: Mapping[str, Any]
    tool: str | None = None


@attrs.frozen
class Prompt:
    """What the model is asked, whichever endpoint asks.

    Attributes:
        model: Which model.
        texts: All that is said to it.
        last: What the user said last.
        wanted: What the answer has to satisfy.
    """

    model: str
    texts: Sequence[str]
    last: str
    wanted: Wanted | None = None


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
    cache_write: int = 0

    @property
    def total(self) -> int:
        """Prompt and completion."""
        return self.prompt + self.completion


@attrs.frozen
class Completion:
    """What the model said to one request, before it takes the form of an endpoint."""

    generation: str
    model: str
    provider: str
    created: int
    reply: Reply
    usage: Usage

    def id(self, prefix: str) -> str:
        """Return the id of the generation with another prefix."""
        return f"{prefix}{self.generation.partition('-')[2]}"

    @property
    def text(self) -> str | None:
        """The text, or the first one."""
        return self.reply.texts[0]

    def pieces(self, text: str | None) -> list[str]:
        """Return a text as a stream brings it."""
        return _pieces(text or "", self.reply.chunks)

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
    """The replies that wait for their requests. Safe for threads.

    A request gets the first reply that is for it: of those that are said a number of times, and then of those that
    are said for ever.

    Args:
        script: Replies that are there from the start, and again after `clear`.
    """

    def __init__(self, script: Sequence[Reply] = ()) -> None:
        self._lock = Lock()
        self._script = script
        self._replies = [*script]

    def reply(
        self,
        text: str | Sequence[str] | None = None,
        *,
        chunks: int | None = None,
        delay: float = 0,
        tool_calls: Sequence[Mapping[str, object]] = (),
        reasoning: str | None = None,
        refusal: str | None = None,
        finish_reason: str | None = None,
        usage: Mapping[str, float] | None = None,
        comments: int = 1,
        error: Mapping[str, Any] | None = None,
        model: str = "*",
        message: str | None = None,
        times: int | None = 1,
    ) -> Reply:
        """Add `Reply(...)`; without a `model`, a `message` and `times` the next request gets it, once."""
        says = (text, chunks, delay, tool_calls, reasoning, refusal, finish_reason, usage, comments, error)
        return self._add(Reply(*says, model, message, times))

    def add_json(self, fields: object) -> Reply:
        """Add a reply that came over HTTP: an object with the attributes of `Reply`.

        Raises:
            ValueError: If it is no such object; the message names the field.
        """
        return self._add(read_object(Reply, fields, "reply"))

    def queued(self) -> list[Reply]:
        """Return the replies that may still be said; `times` says how often."""
        with self._lock:
            return list(self._replies)

    def clear(self) -> None:
        """Drop all replies, and begin with those of the script again."""
        with self._lock:
            self._replies = [*self._script]

    def answer(self, prompt: Prompt) -> Reply:
        """Return what the model says to a prompt.

        Raises:
            BadRequest: It should satisfy a schema that cannot be satisfied.
        """
        reply = self._next(prompt)
        return attrs.evolve(reply, **_own_words(prompt)) if reply.is_open else reply

    def failure(self, prompt: Prompt) -> Reply:
        """Return how a prompt for a picture or a video fails, if it does: only replies with an error are for those."""
        return self._next(prompt, only_errors=True)

    def _add(self, reply: Reply) -> Reply:
        with self._lock:
            self._replies.append(reply)
        return reply

    def _next(self, prompt: Prompt, *, only_errors: bool = False) -> Reply:
        with self._lock:
            for is_for_ever in (False, True):
                for place, found in enumerate(self._replies):
                    if only_errors and found.error is None:
                        continue
                    if (found.times is None) is is_for_ever and found.is_for(prompt.model, prompt.last):
                        left = None if found.times is None else found.times - 1
                        self._replies[place : place + 1] = [] if left == 0 else [attrs.evolve(found, times=left)]
                        return found
        return Reply()


def _own_words(prompt: Prompt) -> dict[str, Any]:
    """Return what the model says when nobody tells it what to say."""
    wanted = prompt.wanted
    if wanted is None:
        return {"text": prompt.last}
    try:
        made = json.dumps(instance(wanted.schema or {"type": "object"}), ensure_ascii=False)
    except ValueError as error:
        raise BadRequest(f"{wanted.path}: {error}") from None
    return {"text": made} if wanted.tool is None else {"tool_calls": [{"name": wanted.tool, "arguments": made}]}


def counted(prompt: Prompt, reply: Reply) -> Mapping[str, float]:
    """Return the tokens of a completion, under the names that a reply's `usage` has for them."""
    thought = tokens(reply.reasoning or "")
    called = sum(tokens(str(call["name"])) + tokens(_json(call.get("arguments", {}))) for call in reply.tool_calls)
    completed = sum(tokens(text or "") for text in (*reply.texts, reply.refusal))
    return {
        "prompt_tokens": sum(map(tokens, prompt.texts)),
        "completion_tokens": completed + thought + called,
        "reasoning_tokens": thought,
        **(reply.usage or {}),
    }


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


def tokens(text: str) -> int:
    """Count tokens as a tokenizer might: words and signs."""
    return len(re.findall(r"\w+|[^\w\s]", text))


def likeness(text: str, other: str) -> float:
    """Return how many words two texts share, from 0 to 1 (the coefficient of Dice)."""
    words, others = (set(re.findall(r"\w+", each.lower())) for each in (text, other))
    return 2 * len(words & others) / (len(words) + len(others) or 1)


def _pieces(text: str, count: int | None) -> list[str]:
    if count is None:
        return re.findall(r"\s*\S+\s*$|\s*\S+|\s+", text)
    size, longer = divmod(len(text), count)
    ends = [index * size + min(index, longer) for index in range(count + 1)]
    return [text[start:end] for start, end in pairwise(ends) if start < end]


def _json(arguments: object) -> str:
    return arguments if isinstance(arguments, str) else json.dumps(arguments, ensure_ascii=False)
