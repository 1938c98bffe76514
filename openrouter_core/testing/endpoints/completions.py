"""What chat, responses and messages have in common: from a prompt to the model's answer, whole or as a stream."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, cast

import attrs

from openrouter_core.testing.answers import DONE, EventStream, Timed, error_content, event
from openrouter_core.testing.model import Completion, Wanted, counted, said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from starlette.responses import Response

    from openrouter_core.testing.calls import Call
    from openrouter_core.testing.model import Prompt
    from openrouter_core.testing.replies import Reply
    from openrouter_core.testing.state import State

__all__ = ["Form", "Tool", "answered", "demanded", "last_of_user", "refused"]


@attrs.frozen
class Form:
    """How an endpoint says what the model says.

    Attributes:
        whole: The answer as a whole.
        events: The data of each event of a stream; one with a `type` has it for a name.
        broken: The data of the event with which a stream breaks, from the error and how many events came before it.
    """

    whole: Callable[[Completion], Mapping[str, object]]
    events: Callable[[Completion], Iterator[Mapping[str, Any]]]
    broken: Callable[[Completion, Mapping[str, Any], int], Mapping[str, Any]]


@attrs.frozen
class Tool:
    """A tool that a request gives the model: where it has the schema of its arguments, its name, the schema."""

    path: str
    name: str
    schema: Mapping[str, Any]


def answered(state: State, call: Call, prompt: Prompt, form: Form) -> Response:
    """Answer a prompt, whole or as a stream, and write down what was served."""
    streamed = bool(call.body.get("stream"))
    named = dict.fromkeys((prompt.model, *(call.body.get("models") or ())))
    for_each = [attrs.evolve(prompt, model=model) for model in named]
    prompt, reply, error = _asked(state, for_each.pop(0), streamed=streamed)
    while error is not None and for_each:  # the next model answers in its place
        prompt, reply, error = _asked(state, for_each.pop(0), streamed=streamed)
    if error is not None:
        return refused(call, reply, error)
    usage = state.usage(prompt.model, **counted(prompt, reply))
    provider = state.catalogue.served_by(prompt.model)
    done = Completion("gen-", prompt.model, provider, int(state.clock()), reply, usage)
    generation = state.served(
        call,
        "completions",
        usage,
        asked=call.body.get("messages", call.body.get("input") or []),
        model=prompt.model,
        completion=done.text,
        reasoning=reply.reasoning,
        finish_reason=done.finish_reason if reply.error is None else "error",
    )
    done = attrs.evolve(done, generation=generation)
    answer = (
        EventStream([*_events(done, form)], partial(_broken, done, form), delay=reply.delay, comments=reply.comments)
        if streamed
        else Timed(form.whole(done), reply.delay)
    )
    answer.headers["x-generation-id"] = generation
    return answer


def _asked(state: State, prompt: Prompt, *, streamed: bool) -> tuple[Prompt, Reply, Mapping[str, Any] | None]:
    """Ask a model; return what it says, and the error that stands in place of an answer, if one does."""
    reply = state.model.answer(prompt)
    return prompt, reply, None if streamed and "after" in (reply.error or ()) else reply.error


def refused(call: Call, reply: Reply, error: Mapping[str, Any]) -> Response:
    """Answer the error that a reply is."""
    return Timed(error_content(error["status"], error["message"], call.operation.errors), reply.delay, error["status"])


def last_of_user(messages: Sequence[Mapping[str, object]]) -> str:
    """Return what the user said last."""
    return next((said(each.get("content")) for each in reversed(messages) if each.get("role") == "user"), "")


def demanded(choice: Any, tools: Sequence[Tool]) -> Wanted | None:  # noqa: ANN401 - three endpoints say it in their ways
    """Return the tool that a `tool_choice` demands: a certain one, or any, which is the first."""
    given = cast("dict[str, Any]", choice if isinstance(choice, dict) else {"type": choice})
    kind, name = given["type"], given.get("name", given.get("function", {}).get("name"))
    if kind == "allowed_tools":
        kind, name = given["mode"], next((each.get("name") for each in given["tools"]), None)
    if kind not in {"required", "any", "tool", "function"}:
        return None
    found = (each for each in tools if name is None or each.name == name)
    return next((Wanted(each.path, each.schema, each.name) for each in found), None)


def _events(done: Completion, form: Form) -> Iterator[bytes]:
    error = done.reply.error or {"after": -1}
    left = error["after"]
    for number, data in enumerate(form.events(done)):
        if left == 0:
            yield _broken(done, form, error, number)
            return
        yield event(data, data.get("type"))
        left -= "choices" in data or data["type"].endswith((".delta", "block_delta"))
    yield DONE


def _broken(done: Completion, form: Form, error: Mapping[str, Any], number: int) -> bytes:
    data = form.broken(done, error, number)
    return event(data, data.get("type"))
