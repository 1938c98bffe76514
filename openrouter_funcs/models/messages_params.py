# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Messages: requests."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Sequence
from typing import Literal, Required, TypedDict

from openrouter_core.model import OnDemand
from openrouter_core.operation import Attribution
from openrouter_funcs import models as _models
from openrouter_funcs.models.enums import AnthropicSpeed

__all__ = [
    "MessagesCreateRequest",
    "MessagesMessageParam",
    "MessagesRequestBody",
    "PresetsCreatePresetsMessagesRequest",
]


class MessagesMessageParam(TypedDict, total=False):
    """A message of a conversation."""

    content: Required["str | OnDemand[Sequence[_models.messages_options.MessagesContentBlockParam]]"]
    """What is said: text, or blocks of text, images, documents, calls of tools and their results."""
    role: Required[Literal["user", "assistant", "system"] | str]
    """Who speaks: `user`, `assistant` (the model), or `system` for instructions in the course of the conversation."""
    clear_at: "OnDemand[_models.messages_options.AnthropicSystemClearAt] | None"
    """Until when the model sees a message of the role `system`; absent or `None` for always."""
    output_config: "OnDemand[_models.messages_options.AnthropicMessageOutputConfigParam] | None"
    """A new effort from here on, which keeps the cache of what came before. Put it on a message of the role `system`
    with an empty `content`, and leave it there in later requests."""


class MessagesRequestBody(Attribution, total=False):
    """The body that several functions take."""

    cache_control: "OnDemand[_models.server_tools.AnthropicCacheControlDirectiveParam]"
    """Turns on prompt caching, with a breakpoint at the last block that can be cached."""
    context_management: "OnDemand[_models.messages_options.MessagesRequestContextManagementParam] | None"
    """What is cleared from a long conversation or summarized, and when; absent or `None` for nothing."""
    fallbacks: "OnDemand[Sequence[_models.messages_options.MessagesFallbackParam]] | None"
    """Models to fall back on, in this order, when `model` fails or refuses: at most 3, and not together with `models`;
    absent or `None` for none."""
    max_tokens: int
    """The most tokens that the answer may have; absent for as many as the model can."""
    messages: Required[Sequence[MessagesMessageParam] | None]
    """The conversation so far, the oldest message first."""
    metadata: "OnDemand[_models.messages_options.MessagesRequestMetadataParam]"
    """The id of your end user, in Anthropic's form: an object with `user_id`."""
    model: Required[str]
    """The model, such as `"anthropic/claude-sonnet-4.5"`."""
    models: Sequence[str]
    """Models to fall back on, in this order, when the one before cannot answer."""
    output_config: "OnDemand[_models.messages_options.MessagesOutputConfigParam]"
    """How much effort the model makes, the JSON schema of its answer, and a budget of tokens for its task."""
    plugins: "OnDemand[Sequence[_models.messages_options.MessagesPluginParam]]"
    """What OpenRouter does with the request before or after the model, such as a web search or reading PDFs, each with
    its settings; absent for what the account has set."""
    provider: "OnDemand[_models.routing.ProviderPreferencesParam] | None"
    """Which providers may serve the request, and in which order; absent or `None` for OpenRouter's choice among those
    that the account allows."""
    route: "OnDemand[_models.routing.DeprecatedRoute] | None"
    """The older way to set `partition` in the `sort` of `provider`; deprecated."""
    service_tier: str
    """The class of speed and price, such as `"auto"`; absent for the standard one."""
    session_id: str
    """A name for requests that belong together, at most 256 characters. They go to the same provider, so that its cache
    is used, and are traced together. It has precedence over the header `x-session-id`."""
    speed: AnthropicSpeed | None
    """`"fast"` for a faster answer, at the provider's price for that; absent or `None` for the standard speed."""
    stop_sequences: Sequence[str]
    """Texts at which the model stops."""
    stop_server_tools_when: "OnDemand[Sequence[_models.server_tools.StopServerToolsWhenConditionParam]]"
    """When to stop calling server tools: as soon as one of these conditions holds. Calls that are pending still run,
    and then the model answers without tools."""
    system: "str | OnDemand[Sequence[_models.messages_options.AnthropicTextBlockParam]]"
    """Instructions for the whole conversation, as a text or as blocks of text; absent for none."""
    temperature: float
    """How random the choice of tokens is, 0 (least) to 1."""
    thinking: "OnDemand[_models.messages_options.MessagesThinkingParam]"
    """Whether the model thinks before it answers, and how many tokens that may take."""
    tool_choice: "OnDemand[_models.messages_options.MessagesToolChoiceParam]"
    """Whether the model may, must or must not call a tool, or which one it must call."""
    tools: "OnDemand[Sequence[_models.messages_options.MessagesToolParam]]"
    """The tools that the model may call: your own functions, Anthropic's tools, and tools that OpenRouter runs."""
    top_k: int
    """Only this many of the most likely tokens."""
    top_p: float
    """Only the most likely tokens, up to this total probability, 0 to 1."""
    trace: "OnDemand[_models.routing.TraceConfigParam]"
    """Labels for observability tools; keys of your own are passed on to them."""
    user: str
    """An id of your own for the end user that does not change, at most 256 characters. If that user abuses the service,
    only that user is blocked."""
    deferred_tools: "OnDemand[_models.server_tools.DeferredToolsControlParam]"
    """How the model finds tools with `defer_loading`. In later requests, send the thinking back unchanged and keep the
    tools as they are."""
    safeguards: "OnDemand[Sequence[_models.messages_options.AnthropicSafeguardParam]] | None"
    """Safeguards that are checked along with the answer; absent or `None` for those of the account."""


class MessagesCreateRequest(MessagesRequestBody, total=False):
    """What `messages_create` takes."""

    x_openrouter_metadata: "OnDemand[_models.metadata.MetadataLevel]"
    """`"enabled"` returns in `openrouter_metadata` how the request was routed (header `X-OpenRouter-Metadata`)."""


class PresetsCreatePresetsMessagesRequest(MessagesRequestBody, total=False):
    """What `presets_create_presets_messages` takes."""

    slug: Required[str]
    """The name of the preset, which is made if there is none, and else gets a new version."""
