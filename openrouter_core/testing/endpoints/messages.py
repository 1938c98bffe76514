"""`messages_create`: the scripted model in the words of Anthropic's messages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import attrs

from openrouter_core.testing.answers import error_content
from openrouter_core.testing.endpoints.completions import Form, Tool, answered, demanded, last_of_user
from openrouter_core.testing.model import Prompt, Wanted, said

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
        body = call.body
        messages: Sequence[Mapping[str, object]] = body["messages"] or ()  # the contract has null, too
        texts = [said(body.get("system")), *(said(message) for message in messages)]
        wanted = demanded(body.get("tool_choice"), _tools(body)) or _structure(body)
        prompt = Prompt(body["model"], texts, last_of_user(messages), wanted)
        return answered(self._state, call, prompt, Form(_result, _events, _broken))


def _tools(body: Mapping[str, Any]) -> list[Tool]:
    return [
        Tool(f"tools[{index}].input_schema", tool["name"], tool["input_schema"])
        for index, tool in enumerate(body.get("tools", ()))
        if tool.get("type", "custom") == "custom"  # others may be of any shape
    ]


def _structure(body: Mapping[str, Any]) -> Wanted | None:
    wanted = body.get("output_config", {}).get("format")
    return None if wanted is None else Wanted("output_config.format.schema", wanted["schema"])


def _result(done: Completion) -> dict[str, Any]:
    return _begun(done) | {
        "content": [block for block, _ in _blocks(done)],
        "stop_reason": _stop_reason(done),
        "usage": _usage(done),
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
        "usage": _usage(done) | {"output_tokens": 0, "output_tokens_details": None, "cost": None},
    }


def _blocks(done: Completion) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Return each block of the message, and the deltas that bring it in a stream."""
    reply = done.reply
    if reply.reasoning is not None:
        thoughts = [{"type": "thinking_delta", "thinking": piece} for piece in done.thoughts]
        signed = {"type": "signature_delta", "signature": _SIGNATURE}
        yield {"type": "thinking", "thinking": reply.reasoning, "signature": _SIGNATURE}, [*thoughts, signed]
    if done.text is not None:
        pieces = [{"type": "text_delta", "text": piece} for piece in done.pieces(done.text)]
        yield {"type": "text", "text": done.text, "citations": []}, pieces
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


def _events(done: Completion) -> Iterator[dict[str, Any]]:
    yield {"type": "message_start", "message": _begun(done)}
    for index, (block, deltas) in enumerate(_blocks(done)):
        yield {"type": "content_block_start", "index": index, "content_block": block | _EMPTY[block["type"]]}
        for delta in deltas:
            yield {"type": "content_block_delta", "index": index, "delta": delta}
        yield {"type": "content_block_stop", "index": index}
    ended = dict.fromkeys(("container", "stop_details", "stop_sequence"))
    usage = _usage(done)
    yield {"type": "message_delta", "delta": ended | {"stop_reason": _stop_reason(done)}, "usage": usage}
    yield {"type": "message_stop"}


def _broken(_: Completion, error: Mapping[str, Any], __: int) -> Mapping[str, Any]:
    return error_content(error["status"], error["message"], "anthropic")


def _stop_reason(done: Completion) -> str:
    if done.reply.refusal is not None and done.reply.finish_reason is None:
        return "refusal"
    return _STOPS.get(done.finish_reason, done.finish_reason)


def _usage(done: Completion) -> dict[str, Any]:
    usage = done.usage
    return {
        # Here the tokens of a cache are counted apart; chat and responses count them among the others.
        "input_tokens": usage.prompt - usage.cached - usage.cache_write,
        "output_tokens": usage.completion,
        "output_tokens_details": {"thinking_tokens": usage.reasoning},
        "cache_creation": None,
        "cache_creation_input_tokens": usage.cache_write,
        "cache_read_input_tokens": usage.cached,
        "inference_geo": None,
        "server_tool_use": None,
        "service_tier": "standard",
        "cost": usage.cost,
        "is_byok": False,
    }
