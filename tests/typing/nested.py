"""Nested keys of requests, and unions of responses: what checkers refuse, and how they narrow. Never run."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never, assert_type

from openrouter_core import OpenRouterCore, Secret, Unknown
from openrouter_funcs.api_keys_create import api_keys_create
from openrouter_funcs.chat_send import chat_send
from openrouter_funcs.guardrails_create import guardrails_create
from openrouter_funcs.messages_create import messages_create
from openrouter_funcs.models.files import AnthropicFile, OpenAIFile, OpenRouterFile
from openrouter_funcs.models.observability import (
    ObservabilityLangfuseDestination,
    ObservabilityS3Destination,
)
from openrouter_funcs.observability_create import observability_create
from openrouter_funcs.responses_send import responses_send
from openrouter_funcs.vault_store_vault_secret import vault_store_vault_secret

if TYPE_CHECKING:
    from openrouter_funcs.models.files import FileResponse
    from openrouter_funcs.models.messages import MessagesContentBlockDeltaEvent
    from openrouter_funcs.models.observability import (
        ObservabilityDestination,
    )


def nested_keys(core: OpenRouterCore) -> None:
    """A key that is wrong, missing, or of another type is found where it stands."""
    chat_send(core, messages=[{"role": "user", "content": "Hi"}], provider={"sort": "price", "zdr": True})
    chat_send(core, messages=[{"role": "user", "contents": "Hi"}])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    chat_send(core, messages=[{"role": "user"}])  # type: ignore[typeddict-item]  # pyright: ignore[reportArgumentType]
    chat_send(core, messages=[{"role": "user", "content": 5}])  # type: ignore[misc, list-item]  # pyright: ignore[reportArgumentType]
    chat_send(core, messages=[], provider={"sorted": "price"})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    chat_send(core, messages=[], provider={"zdr": "yes"})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    responses_send(core, input=[{"role": "user", "content": "Hi"}], reasoning={"effort": "high"})
    responses_send(core, reasoning={"efforts": "high"})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    messages_create(core, model="m", messages=[{"role": "user", "content": "Hi"}], thinking={"type": "disabled"})
    api_keys_create(core, name="x", external={"user": "u", "api_key": Secret("k")})
    api_keys_create(core, name="x", external={"api_key": "k"})  # type: ignore[typeddict-item]  # pyright: ignore[reportArgumentType]
    guardrails_create(core, name="x", limit_usd="5")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    observability_create(core, name="x", type="langfuse", config={"secretKey": "k"})
    vault_store_vault_secret(core, name="x", value=Secret("k"), hosts=["example.com"])
    vault_store_vault_secret(core, name="x", value=5, hosts=[])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def by_class(file: FileResponse) -> str:
    """Constants tell the members of a union apart, and `Unknown` is one of them."""
    if isinstance(file, Unknown):
        return file.tag
    if file.shape == "openai":
        assert_type(file, OpenAIFile)
        return str(file.created_at)
    if file.shape == "anthropic":
        assert_type(file, AnthropicFile)
        return file.mime_type
    assert_type(file, OpenRouterFile)
    return file.created_at


def by_tag(destination: ObservabilityDestination) -> str | None:
    """A tag narrows as well."""
    if isinstance(destination, Unknown):
        return None
    if destination.type == "langfuse":
        assert_type(destination, ObservabilityLangfuseDestination)
        return destination.config.public_key
    if destination.type == "s3":
        assert_type(destination, ObservabilityS3Destination)
        return destination.config.bucket_name
    return destination.name


def one_left_out(event: MessagesContentBlockDeltaEvent) -> str:
    """A match that leaves members out is found."""
    match event.delta:
        case Unknown():
            return "new"
        case _:
            assert_never(event.delta)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
