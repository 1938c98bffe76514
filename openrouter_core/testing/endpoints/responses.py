"""`responses_send`: the scripted model in the words of OpenAI's responses."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from itertools import count
from typing import TYPE_CHECKING, Any

import attrs

from openrouter_core.testing.endpoints.completions import Form, Tool, answered, demanded, last_of_user
from openrouter_core.testing.model import Prompt, Wanted, said
from openrouter_core.testing.reading import BadRequest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from starlette.responses import Response

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.model import Completion
    from openrouter_core.testing.state import State

__all__ = ["Responses"]

# Why a response is not complete, by the finish reason of chat.
_INCOMPLETE = {"length": "max_output_tokens", "content_filter": "content_filter"}
# What a response repeats of its request, and says when the request does not.
_REPEATED: Mapping[str, Any] = {
    "temperature": None,
    "top_p": None,
    "presence_penalty": None,
    "frequency_penalty": None,
    "max_output_tokens": None,
    "instructions": None,
    "metadata": None,
    "tools": [],
    "tool_choice": "auto",
    "parallel_tool_calls": True,
}


@attrs.frozen
class Responses:
    """The endpoint over one state."""

    _state: State

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {"responses_send": self.send}

    def send(self, call: Call) -> Response:
        """Answer a response, whole or as a stream."""
        body = call.body
        if body.get("previous_response_id") is not None:
            raise BadRequest("previous_response_id: is not supported, as no response is kept")
        given = body.get("input") or ""
        last = given if isinstance(given, str) else last_of_user(given)
        wanted = demanded(body.get("tool_choice"), _tools(body)) or _structure(body, last)
        texts = [said(body.get("instructions")), said(given)]
        prompt = Prompt(body["model"], texts, last, wanted)
        repeated = {name: body[name] for name in _REPEATED if body.get(name) is not None}
        # A request knows tools that the contract does not have in a response.
        repeated["tools"] = [tool for tool in repeated.get("tools", ()) if tool.get("type") == "function"]
        form = Form(partial(_finished, repeated), partial(_events, repeated), partial(_broken, repeated))
        return answered(self._state, call, prompt, form)


def _tools(body: Mapping[str, Any]) -> list[Tool]:
    return [
        Tool(f"tools[{index}].parameters", tool["name"], tool.get("parameters") or {})
        for index, tool in enumerate(body.get("tools", ()))
        if tool["type"] == "function"
    ]


def _structure(body: Mapping[str, Any], last: str) -> Wanted | None:
    wanted = body.get("text", {}).get("format", {})
    if wanted.get("type") == "json_object":
        return Wanted("text.format", {"const": {"text": last}})
    return Wanted("text.format.schema", wanted["schema"]) if wanted.get("type") == "json_schema" else None


def _begun(repeated: Mapping[str, Any], done: Completion) -> dict[str, Any]:
    return {
        "id": done.id("resp_"),
        "object": "response",
        "created_at": done.created,
        "completed_at": None,
        "model": done.model,
        "status": "in_progress",
        "output": [],
        "error": None,
        "incomplete_details": None,
        **_REPEATED,
        **repeated,
    }


def _finished(repeated: Mapping[str, Any], done: Completion) -> dict[str, Any]:
    reason, usage = _INCOMPLETE.get(done.finish_reason), done.usage
    return _begun(repeated, done) | {
        "status": "completed" if reason is None else "incomplete",
        "completed_at": done.created if reason is None else None,
        "incomplete_details": None if reason is None else {"reason": reason},
        "output": _items(done),
        "usage": {
            "input_tokens": usage.prompt,
            "input_tokens_details": {"cached_tokens": usage.cached, "cache_write_tokens": usage.cache_write},
            "output_tokens": usage.completion,
            "output_tokens_details": {"reasoning_tokens": usage.reasoning},
            "total_tokens": usage.total,
            "cost": usage.cost,
            "is_byok": False,
        },
    }


def _items(done: Completion) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = []
    if done.reply.reasoning is not None:
        thought = {"type": "reasoning_text", "text": done.reply.reasoning}
        items.append({"type": "reasoning", "id": done.id("rs_"), "summary": [], "content": [thought]})
    parts: list[dict[str, Any]] = []
    if done.text is not None:
        parts.append({"type": "output_text", "text": done.text, "annotations": [], "logprobs": []})
    if done.reply.refusal is not None:
        parts.append({"type": "refusal", "refusal": done.reply.refusal})
    if parts:
        message = {"type": "message", "id": done.id("msg_"), "role": "assistant", "status": "completed"}
        items.append(message | {"content": parts})
    items.extend(
        {
            "type": "function_call",
            "id": f"fc_{each.id}",
            "call_id": each.id,
            "name": each.name,
            "arguments": each.arguments,
            "status": "completed",
        }
        for each in done.tool_calls
    )
    return items


def _events(repeated: Mapping[str, Any], done: Completion) -> Iterator[dict[str, Any]]:
    numbers = count()
    for name, data in _unnumbered(repeated, done):
        yield {"type": name, "sequence_number": next(numbers), **data}


def _broken(repeated: Mapping[str, Any], done: Completion, error: Mapping[str, Any], number: int) -> dict[str, Any]:
    code = "rate_limit_exceeded" if error["status"] == HTTPStatus.TOO_MANY_REQUESTS else "server_error"
    failed = {"status": "failed", "error": {"code": code, "message": error["message"]}}
    response = _begun(repeated, done) | failed
    return {"type": "response.failed", "sequence_number": number, "response": response}


def _unnumbered(repeated: Mapping[str, Any], done: Completion) -> Iterator[tuple[str, dict[str, Any]]]:
    begun, finished = _begun(repeated, done), _finished(repeated, done)
    yield "response.created", {"response": begun}
    yield "response.in_progress", {"response": begun}
    for index, item in enumerate(finished["output"]):
        place = {"output_index": index}
        emptied: dict[str, Any] = {"arguments": ""} if item["type"] == "function_call" else {"content": []}
        yield "response.output_item.added", place | {"item": item | emptied | {"status": "in_progress"}}
        if item["type"] == "function_call":
            yield from _call_events(item, place)
        for number, part in enumerate(item.get("content", ())):
            yield from _part_events(done, part, place | {"item_id": item["id"], "content_index": number})
        yield "response.output_item.done", place | {"item": item}
    yield f"response.{finished['status']}", {"response": finished}


def _call_events(item: Mapping[str, Any], place: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    where = {**place, "item_id": item["id"]}
    yield "response.function_call_arguments.delta", where | {"delta": item["arguments"]}
    whole = {"name": item["name"], "arguments": item["arguments"]}
    yield "response.function_call_arguments.done", where | whole


def _part_events(
    done: Completion, part: Mapping[str, Any], where: Mapping[str, Any]
) -> Iterator[tuple[str, dict[str, Any]]]:
    kind = part["type"]
    field = "refusal" if kind == "refusal" else "text"
    pieces = {"output_text": done.pieces(done.text), "reasoning_text": done.thoughts}.get(kind, [part[field]])
    more: dict[str, Any] = {"logprobs": []} if kind == "output_text" else {}
    yield "response.content_part.added", {**where, "part": {**part, field: ""}}
    for piece in pieces:
        yield f"response.{kind}.delta", {**where, **more, "delta": piece}
    yield f"response.{kind}.done", {**where, **more, field: part[field]}
    yield "response.content_part.done", {**where, "part": part}
