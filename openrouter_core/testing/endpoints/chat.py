"""`chat_send`: the scripted model in the words of OpenAI's chat completions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from openrouter_core.testing.endpoints.completions import Form, Tool, answered, demanded, last_of_user
from openrouter_core.testing.model import Prompt, Wanted, said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from starlette.responses import Response

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.model import Completion
    from openrouter_core.testing.state import State

__all__ = ["Chat"]


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
        texts, last = [said(message) for message in messages], last_of_user(messages)
        wanted = demanded(call.body.get("tool_choice"), _tools(call.body)) or _structure(call.body, last)
        prompt = Prompt(call.body["model"], texts, last, wanted)
        return answered(self._state, call, prompt, Form(_result, _chunks, _broken))


def _tools(body: Mapping[str, Any]) -> list[Tool]:
    return [
        Tool(f"tools[{index}].function.parameters", tool["function"]["name"], tool["function"].get("parameters", {}))
        for index, tool in enumerate(body.get("tools", ()))
        if tool["type"] == "function"
    ]


def _structure(body: Mapping[str, Any], last: str) -> Wanted | None:
    wanted = body.get("response_format", {})
    if wanted.get("type") == "json_object":
        return Wanted("response_format", {"const": {"text": last}})
    if wanted.get("type") == "json_schema":
        return Wanted("response_format.json_schema.schema", wanted["json_schema"].get("schema", {}))
    return None


def _result(done: Completion) -> dict[str, Any]:
    message: dict[str, Any] = {"role": "assistant", "content": done.text, "refusal": done.reply.refusal}
    if done.reply.reasoning is not None:
        message |= _thought(done.reply.reasoning)
    if done.tool_calls:
        message["tool_calls"] = [
            {"id": each.id, "type": "function", "function": {"name": each.name, "arguments": each.arguments}}
            for each in done.tool_calls
        ]
    others = ({"role": "assistant", "content": text, "refusal": None} for text in done.reply.texts[1:])
    choices = [
        {"index": index, "message": each, "finish_reason": done.finish_reason, "logprobs": None}
        for index, each in enumerate((message, *others))
    ]
    return _head(done, "chat.completion") | {"system_fingerprint": None, "choices": choices, "usage": _usage(done)}


def _chunks(done: Completion) -> Iterator[dict[str, Any]]:
    for piece in done.thoughts:
        yield _chunk(done, _thought(piece))
    for index, text in enumerate(done.reply.texts):
        for piece in done.pieces(text):
            yield _chunk(done, {"content": piece}, index=index)
    if done.reply.refusal is not None:
        yield _chunk(done, {"refusal": done.reply.refusal})
    for index, each in enumerate(done.tool_calls):
        begun = {"index": index, "id": each.id, "type": "function", "function": {"name": each.name, "arguments": ""}}
        yield _chunk(done, {"tool_calls": [begun]})
        yield _chunk(done, {"tool_calls": [{"index": index, "function": {"arguments": each.arguments}}]})
    for index, _ in enumerate(done.reply.texts):
        yield _chunk(done, {"content": ""}, done.finish_reason, index)
    yield _head(done, "chat.completion.chunk") | {"choices": [], "usage": _usage(done)}


def _broken(done: Completion, error: Mapping[str, Any], _: int) -> dict[str, Any]:
    return _chunk(done, {"content": ""}, "error") | {"error": {"code": error["status"], "message": error["message"]}}


def _chunk(
    done: Completion, delta: Mapping[str, object], finish_reason: str | None = None, index: int = 0
) -> dict[str, Any]:
    delta = {"role": "assistant", **delta}
    choice = {"index": index, "delta": delta, "finish_reason": finish_reason, "logprobs": None}
    return _head(done, "chat.completion.chunk") | {"choices": [choice]}


def _head(done: Completion, kind: str) -> dict[str, Any]:
    made = {"id": done.generation, "object": kind, "created": done.created}
    return made | {"model": done.model, "provider": done.provider}


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
        "prompt_tokens_details": {"cached_tokens": usage.cached, "cache_write_tokens": usage.cache_write},
        "completion_tokens_details": {"reasoning_tokens": usage.reasoning},
    }
