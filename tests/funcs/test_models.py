"""All models can be described, and each of their unions be decided."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING, Any, is_typeddict

import attrs
import pytest

from openrouter_core import Secret
from openrouter_core.errors import SDKValidationError
from openrouter_core.model import Unknown
from openrouter_core.types.description import check_arguments, describe, fields_of
from openrouter_core.types.jsontext import UnreadableBodyError
from openrouter_core.types.reading import compiled, read_value
from openrouter_core.types.unions import choice
from openrouter_funcs import models
from openrouter_funcs.models import chat, chat_params, chat_parts, files, messages, responses
from openrouter_funcs.models import models as of_models
from tests.funcs.cases import KEYS
from tests.library import httpx

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Invoke

TOPICS = [each.name for each in pkgutil.iter_modules(models.__path__)]


def _parts(described: Any) -> Iterator[Any]:  # noqa: ANN401 - some description
    """Yield what a type is made of, but for the fields of classes."""
    yield described
    for part in getattr(described, "members", [getattr(described, "item", None)]):
        if part is not None:
            yield from _parts(part)


@pytest.mark.parametrize("topic", TOPICS)
def test_every_model_is_described(topic: str) -> None:
    """No type in it is one that nobody taught, and no members of a union are alike."""
    module = import_module(f"{models.__name__}.{topic}")
    for name in module.__all__:
        kind = getattr(module, name)
        whole = describe(kind)
        has_fields = attrs.has(kind) or is_typeddict(kind)
        fields: list[Any] = [field.described for field in fields_of(kind).values()] if has_fields else []
        for described in [whole, *fields]:
            for part in _parts(described):
                assert part.words
                if objects := getattr(part, "objects", []):
                    choice(objects, is_open=part.open)
        if attrs.has(kind):
            compiled(kind)


def test_models_are_immutable_classes_or_dicts() -> None:
    """Of responses attrs sees each, and a request has a docstring under its name."""
    assert attrs.has(chat.ChatResult)
    assert attrs.fields(chat.ChatResult).usage.default is None
    assert chat_params.ChatSendRequest.__doc__ == "What `chat_send` takes."


CHUNK: dict[str, Any] = {"id": "gen-1", "created": 1, "model": "m", "object": "chat.completion.chunk", "choices": []}


def test_a_chunk_of_a_chat_is_read() -> None:
    """Roles, reasons and tags that are newer than this release are kept; other keys of a router's too."""
    delta: dict[str, Any] = {
        "role": "narrator",
        "content": "Hi",
        "reasoning_details": [{"type": "reasoning.dance", "steps": 3}],
    }
    body = CHUNK | {"choices": [{"index": 0, "delta": delta, "finish_reason": "bored"}]}
    made: chat.ChatStreamChunk = compiled(chat.ChatStreamChunk)(body)
    (choice_made,) = made.choices
    assert (choice_made.delta.role, choice_made.delta.content, choice_made.finish_reason) == ("narrator", "Hi", "bored")
    assert choice_made.delta.reasoning_details == (Unknown(tag="reasoning.dance", data=delta["reasoning_details"][0]),)
    assert made.usage is None


def test_a_union_is_read_like_a_class() -> None:
    """What the compiled reader refuses is explained, and cattrs is not asked about anything right."""
    event = {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": "Hi"}}
    union: Any = messages.MessagesStreamEvents
    made = compiled(union)(event)
    assert (made.delta.text, compiled(union)) == ("Hi", compiled(union))
    for wrong, said in (
        (5, 'it: expected object with "type", got int'),
        ({"type": "content_block_stop"}, "index: missing"),
        ({"index": 0}, "type: missing; expected 'message_start' or "),
    ):
        with pytest.raises(UnreadableBodyError, match=said):
            read_value(union, wrong)


def test_an_answer_may_be_text_or_parts() -> None:
    """The kind of JSON tells."""
    read = compiled(chat.ChatAssistantMessage)
    assert read({"role": "assistant", "content": "Hi"}).content == "Hi"
    parts = read({"role": "assistant", "content": [{"type": "text", "text": "Hi"}]}).content
    assert parts == (chat_parts.ChatContentText(type="text", text="Hi"),)


def test_files_are_told_apart_by_their_storage() -> None:
    """The tag has a leading underscore on the wire."""
    page: dict[str, Any] = {
        "_shape": "openrouter",
        "data": [],
        "has_more": False,
        "first_id": None,
        "last_id": None,
        "cursor": "c",
    }
    made = describe(files.FileListResponse).reader(compiled)(page)
    assert made == files.OpenRouterFileList(
        shape="openrouter", data=(), has_more=False, first_id=None, last_id=None, cursor="c"
    )


def test_an_event_of_responses_is_told_by_its_type() -> None:
    """One of fifty kinds, or an unknown one."""
    read = describe(responses.StreamEvents).reader(compiled)
    event = {"type": "response.output_text.delta", "delta": "Hi", "item_id": "i", "sequence_number": 1}
    made = read(event | {"output_index": 0, "content_index": 0, "logprobs": []})
    assert made.delta == "Hi"
    assert read({"type": "response.dance"}) == Unknown(tag="response.dance", data={"type": "response.dance"})


@pytest.mark.parametrize("form", [[0.5, 1.0], "AAAAPwAAgD8="])
def test_an_embedding_is_numbers(form: object) -> None:
    """However they travelled."""
    body = {"object": "list", "model": "m", "data": [{"object": "embedding", "embedding": form}]}
    made: of_models.CreateEmbeddingsResponse = compiled(of_models.CreateEmbeddingsResponse)(body)
    assert made.data[0].embedding == (0.5, 1.0)


USER = {"role": "user", "content": "Hi"}
WRONG: list[tuple[dict[str, object], str]] = [
    (
        {"messages": [USER] * 3 + [{"role": "user", "content": ["Hi"]}]},
        'messages[3].content[0]: expected dict with "type", got str',
    ),
    (
        {"messages": [{"role": "user", "content": 5}]},
        'messages[0].content: expected str or a list of dict with "type", got int',
    ),
    (
        {"messages": [{"content": "Hi"}]},
        "messages[0].role: missing; expected 'system' or 'user' or 'developer' or 'assistant' or 'tool'",
    ),
    ({"messages": [{"role": "tool", "content": "4"}]}, "messages[0].tool_call_id: missing; expected str"),
    ({"messages": "Hi"}, 'messages: expected a list of dict with "role", got str'),
    ({"messages": [USER], "temprature": 1}, "temprature: chat_send has no such parameter; did you mean 'temperature'?"),
    ({"messages": [USER], "logit_bias": {"1": "x"}}, "logit_bias: expected float, got str"),
    ({"messages": [USER], "tool_choice": "always"}, "tool_choice: expected 'none' or 'auto' or 'required', got str"),
    (
        {"messages": [USER], "response_format": {"type": "xml"}},
        "response_format.type: expected 'text' or 'json_object' or 'json_schema' or 'grammar' or 'python', got str",
    ),
]


@pytest.mark.parametrize(("arguments", "said"), WRONG, ids=lambda it: it if isinstance(it, str) else "")
def test_a_wrong_part_of_a_chat_is_named_by_its_path(arguments: dict[str, object], said: str) -> None:
    """However deep it lies, with what was expected there."""
    with pytest.raises(SDKValidationError) as caught:
        check_arguments("chat_send", chat_params.ChatSendRequest, arguments)
    # Equal `Literal`s are described once, in the order of whichever comes first.
    assert sorted(str(caught.value).split()) == sorted(said.split())


def test_a_chat_is_sent_as_it_was_written() -> None:
    """Keys, tags and values that are newer than this release among it."""
    part = {"type": "hologram", "data": [1, 2]}
    arguments: dict[str, object] = {
        "messages": [USER | {"mood": "glad"}, {"role": "user", "content": [{"type": "text", "text": "Hi"}, part]}],
        "tools": [
            {"type": "function", "function": {"name": "f", "parameters": {"type": "object"}}},
            {"type": "web_search"},
        ],
        "tool_choice": {"type": "function", "function": {"name": "f"}},
        "reasoning": {"effort": "cosmic"},
        "stop": ["a", "b"],
        "trace": {"trace_id": "t", "own": {"a": 1}},
    }
    assert check_arguments("chat_send", chat_params.ChatSendRequest, arguments) == arguments


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"key": 5}, "key: expected str, got int"),
        ({"key": None}, "key: expected str, got NoneType"),
        ({"key": ["sk-or-test-new"]}, "key: expected str, got list"),
        ({"data": 5}, "data: expected"),
    ],
    ids=["a number", "null", "a list", "another field"],
)
def test_a_new_key_is_a_secret(invoke: Invoke, changes: dict[str, object], said: str) -> None:
    """It is read as a `Secret`, and what is no key is told by its type."""
    body = {**KEYS.body, "key": "sk-or-test-new"}
    made = invoke("api_keys_create", invoke.core(lambda _: httpx.Response(201, json=body)), name="x").unwrap()
    assert made.key == Secret("sk-or-test-new")
    assert "sk-or-test-new" not in repr(made)
    refused = invoke("api_keys_create", invoke.core(lambda _: httpx.Response(201, json=body | changes)), name="x").error
    assert said in str(refused)
    assert "sk-or-test-new" not in str(refused)
