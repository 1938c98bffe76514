"""`chat_send`: the scripted model in the words of OpenAI's chat completions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from openrouter_core.testing.answers import DONE, EventStream, Timed, event
from openrouter_core.testing.model import said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from starlette.responses import Response

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.model import Completion
    from openrouter_core.testing.state import State

__all__ = ["DEFAULT_MODEL", "Chat", "last_of_user"]

# What OpenRouter calls the model that it chooses itself.
DEFAULT_MODEL = "openrouter/auto"


@attrs.frozen
class Chat:
    """The endpoint over one state."""

    _state: State

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {"chat_send": self.send}

    def send(self, call: Call) -> Response:
        """Answer a completion, whole or as a stream."""
        messages = call.body["messages"]
        said_before = [said(message) for message in messages]
        done = self._state.model.complete(call.body.get("model") or DEFAULT_MODEL, said_before, last_of_user(messages))
        if call.body.get("stream"):
            return EventStream([*_events(done)], delay=done.reply.delay, comments=done.reply.comments)
        return Timed(_result(done), done.reply.delay)


def last_of_user(messages: Sequence[Mapping[str, object]]) -> str:
    """Return what the user said last."""
    return next((said(each.get("content")) for each in reversed(messages) if each.get("role") == "user"), "")


def _result(done: Completion) -> dict[str, Any]:
    message: dict[str, Any] = {"role": "assistant", "content": done.reply.text, "refusal": done.reply.refusal}
    if done.reply.reasoning is not None:
        message |= _thought(done.reply.reasoning)
    if done.tool_calls:
        message["tool_calls"] = [
            {"id": each.id, "type": "function", "function": {"name": each.name, "arguments": each.arguments}}
            for each in done.tool_calls
        ]
    choice = {"index": 0, "message": message, "finish_reason": done.finish_reason, "logprobs": None}
    head = _head(done, "chat.completion")
    return head | {"system_fingerprint": None, "choices": [choice], "usage": _usage(done)}


def _events(done: Completion) -> Iterator[bytes]:
    for piece in done.thoughts:
        yield _chunk(done, _thought(piece))
    for piece in done.pieces:
        yield _chunk(done, {"content": piece})
    if done.reply.refusal is not None:
        yield _chunk(done, {"refusal": done.reply.refusal})
    for index, each in enumerate(done.tool_calls):
        begun = {"index": index, "id": each.id, "type": "function", "function": {"name": each.name, "arguments": ""}}
        yield _chunk(done, {"tool_calls": [begun]})
        yield _chunk(done, {"tool_calls": [{"index": index, "function": {"arguments": each.arguments}}]})
    yield _chunk(done, {"content": ""}, done.finish_reason)
    last: dict[str, Any] = {"choices": [], "usage": _usage(done)}
    yield event(_head(done, "chat.completion.chunk") | last)
    yield DONE


def _chunk(done: Completion, delta: Mapping[str, object], finish_reason: str | None = None) -> bytes:
    choice = {"index": 0, "delta": {"role": "assistant", **delta}, "finish_reason": finish_reason, "logprobs": None}
    return event(_head(done, "chat.completion.chunk") | {"choices": [choice]})


def _head(done: Completion, kind: str) -> dict[str, Any]:
    return {"id": done.id("gen-"), "object": kind, "created": done.created, "model": done.model, "provider": "Local"}


def _thought(text: str) -> dict[str, Any]:
    return {"reasoning": text, "reasoning_details": [{"type": "reasoning.text", "text": text, "index": 0}]}


def _usage(done: Completion) -> dict[str, Any]:
    usage = done.usage
    return {
        "prompt_tokens": usage.prompt,
        "completion_tokens": usage.completion,
        "total_tokens": usage.total,
        "cost": usage.cost,
        "is_byok": False,
        "prompt_tokens_details": {"cached_tokens": usage.cached},
        "completion_tokens_details": {"reasoning_tokens": usage.reasoning},
    }
