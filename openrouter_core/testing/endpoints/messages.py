"""`messages_create`: the scripted model in the words of Anthropic's messages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import attrs

from openrouter_core.testing.answers import DONE, EventStream, Timed, event
from openrouter_core.testing.endpoints.chat import last_of_user
from openrouter_core.testing.model import said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from starlette.responses import Response

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.model import Completion
    from openrouter_core.testing.state import State

__all__ = ["Messages"]

# What chat calls the reason of an end, in Anthropic's words.
_STOPS = {"stop": "end_turn", "length": "max_tokens", "tool_calls": "tool_use", "content_filter": "refusal"}
_SIGNATURE = "bG9jYWw="


@attrs.frozen
class Messages:
    """The endpoint over one state."""

    _state: State

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {"messages_create": self.create}

    def create(self, call: Call) -> Response:
        """Answer a message, whole or as a stream."""
        messages: Sequence[Mapping[str, object]] = call.body["messages"] or ()  # the contract has null, too
        prompt = [said(call.body.get("system")), *(said(message) for message in messages)]
        done = self._state.model.complete(call.body["model"], prompt, last_of_user(messages))
        if call.body.get("stream"):
            return EventStream([*_events(done)], delay=done.reply.delay, comments=done.reply.comments)
        return Timed(_result(done), done.reply.delay)


def _result(done: Completion) -> dict[str, Any]:
    return _begun(done) | {
        "content": [block for block, _ in _blocks(done)],
        "stop_reason": _stop_reason(done),
        "usage": _usage(done, done.usage.completion),
    }


def _begun(done: Completion) -> dict[str, Any]:
    return {
        "id": done.id("msg_"),
        "type": "message",
        "role": "assistant",
        "model": done.model,
        "content": [],
        "container": None,
        "stop_reason": None,
        "stop_sequence": None,
        "stop_details": None,
        "usage": _usage(done, 0),
    }


def _blocks(done: Completion) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Return each block of the message, and the deltas that bring it in a stream."""
    reply = done.reply
    if reply.reasoning is not None:
        thoughts = [{"type": "thinking_delta", "thinking": piece} for piece in done.thoughts]
        signed = {"type": "signature_delta", "signature": _SIGNATURE}
        yield {"type": "thinking", "thinking": reply.reasoning, "signature": _SIGNATURE}, [*thoughts, signed]
    if reply.text is not None:
        pieces = [{"type": "text_delta", "text": piece} for piece in done.pieces]
        yield {"type": "text", "text": reply.text, "citations": []}, pieces
    for each in done.tool_calls:
        block = {"type": "tool_use", "id": each.id, "name": each.name, "input": _input(each.arguments)}
        arguments = {"type": "input_json_delta", "partial_json": each.arguments}
        yield block | {"caller": {"type": "direct"}}, [arguments]


def _input(arguments: str) -> object:
    # Arguments that a test has broken on purpose cannot be told in a whole message, only in a stream.
    try:
        return json.loads(arguments)
    except ValueError:
        return {}


# A block as it begins: the fields that deltas will fill.
_EMPTY: Mapping[str, dict[str, Any]] = {
    "thinking": {"thinking": "", "signature": ""},
    "text": {"text": ""},
    "tool_use": {"input": {}},
}


def _events(done: Completion) -> Iterator[bytes]:
    for data in _unnamed(done):
        yield event(data, data["type"])
    yield DONE


def _unnamed(done: Completion) -> Iterator[dict[str, Any]]:
    yield {"type": "message_start", "message": _begun(done)}
    for index, (block, deltas) in enumerate(_blocks(done)):
        yield {"type": "content_block_start", "index": index, "content_block": block | _EMPTY[block["type"]]}
        for delta in deltas:
            yield {"type": "content_block_delta", "index": index, "delta": delta}
        yield {"type": "content_block_stop", "index": index}
    ended = dict.fromkeys(("container", "stop_details", "stop_sequence"))
    usage = _usage(done, done.usage.completion)
    yield {"type": "message_delta", "delta": ended | {"stop_reason": _stop_reason(done)}, "usage": usage}
    yield {"type": "message_stop"}


def _stop_reason(done: Completion) -> str:
    if done.reply.refusal is not None and done.reply.finish_reason is None:
        return "refusal"
    return _STOPS.get(done.finish_reason, done.finish_reason)


def _usage(done: Completion, output_tokens: int) -> dict[str, Any]:
    return {
        "input_tokens": done.usage.prompt,
        "output_tokens": output_tokens,
        "output_tokens_details": None,
        "cache_creation": None,
        "cache_creation_input_tokens": None,
        "cache_read_input_tokens": done.usage.cached,
        "inference_geo": None,
        "server_tool_use": None,
        "service_tier": "standard",
    }
