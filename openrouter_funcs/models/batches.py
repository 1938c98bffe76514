# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Batches: requests and responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Mapping, Sequence
from typing import Literal, Required, TypeAlias, TypedDict

from openrouter_core.model import Json, OnDemand, frozen
from openrouter_core.operation import Attribution
from openrouter_funcs import models as _models
from openrouter_funcs.models.enums import AnthropicSpeed
from openrouter_funcs.models.provider_names import ProviderName
from openrouter_funcs.models.usage import CostDetails

__all__ = [
    "BatchCreateBatchesRequest",
    "BatchCreateBatchesRequestRequestParam",
    "BatchDeleteRequest",
    "BatchDeletedObject",
    "BatchDeletionOutcome",
    "BatchDeletionTargets",
    "BatchDeletionTargetsUpstream",
    "BatchGetBatchesRequest",
    "BatchListItem",
    "BatchListItemError",
    "BatchListItemRequestCounts",
    "BatchListItemUsage",
    "BatchListItemUsageCompletionTokensDetails",
    "BatchListItemUsagePromptTokensDetails",
    "BatchListItemUsageServerToolUse",
    "BatchListRequest",
    "BatchListResponse",
    "BatchListStatus",
    "BatchListTimestampParam",
    "BatchProviderPreferencesParam",
]


class BatchCreateBatchesRequestRequestParam(TypedDict, total=False):
    """One request of a batch."""

    body: Required[Mapping[str, Json]]
    """What you would send to the endpoint for this request alone."""
    custom_id: Required[str]
    """A name of your own, by which you find its result."""


class BatchProviderPreferencesParam(TypedDict, total=False):
    """Which providers may run a batch."""

    allow_fallbacks: bool | None
    """Whether another provider may run it when the first cannot; absent or `None` for yes. Otherwise the provider's
    error is returned."""
    only: Sequence[ProviderName] | None
    """The only providers that may run it; the list is merged with the account's own. Absent or `None` for the account's
    own."""


class BatchCreateBatchesRequest(Attribution, total=False):
    """What `batch_create_batches` takes."""

    endpoint: Required[Literal["/v1/chat/completions", "/v1/responses", "/v1/messages", "/v1/embeddings"] | str]
    """The endpoint that answers every request, such as `"/v1/chat/completions"`."""
    model: Required[str]
    """The model that answers every request."""
    requests: Required[Sequence[BatchCreateBatchesRequestRequestParam]]
    """The requests, each with its `custom_id`; name this parameter last."""
    callback_url: str
    """An https URL that gets a webhook event when the batch has ended: `batch.completed`, `batch.failed`,
    `batch.cancelled` or `batch.expired`; absent for no event."""
    completion_window: Literal["24h"]
    """The time in which the batch is to end; `"24h"` is the only value, and the default."""
    provider: BatchProviderPreferencesParam | None
    """Which providers may run the batch; absent or `None` for OpenRouter's choice."""


class BatchDeleteRequest(Attribution, total=False):
    """What `batch_delete` takes."""

    id: Required[str]
    """The batch's id."""


BatchDeletionOutcome: TypeAlias = Literal["deleted", "unsupported", "not_applicable"] | str
"""Whether a batch was deleted at its provider. `unsupported`: the provider cannot delete batches; the files are still
deleted where it supports that; `not_applicable`: the batch never reached the provider."""


@frozen(kw_only=True)
class BatchDeletionTargetsUpstream:
    """What was deleted at a provider."""

    provider: str
    """The provider that had the batch."""
    status: BatchDeletionOutcome
    """Whether it was deleted there."""


@frozen(kw_only=True)
class BatchDeletionTargets:
    """What was deleted at OpenRouter and at the provider."""

    openrouter: Literal["deleted"]
    upstream: BatchDeletionTargetsUpstream | None = None
    """What was deleted at the provider; absent when no provider was assigned."""


@frozen(kw_only=True)
class BatchDeletedObject:
    """A batch that was deleted."""

    deletion: BatchDeletionTargets
    """What was deleted at OpenRouter and at the provider."""
    id: str
    """The batch's id."""
    object: Literal["batch"]


class BatchGetBatchesRequest(Attribution, total=False):
    """What `batch_get_batches` takes."""

    id: Required[str]
    """The batch's id."""


BatchListStatus: TypeAlias = Literal["validating", "in_progress", "completed", "failed", "expired", "cancelled"] | str
"""A state of a batch by which lists are filtered. A batch that is `finalizing` or `cancelling` counts as `in_progress`.
"""


BatchListTimestampParam: TypeAlias = str
"""A time in ISO 8601, such as `"2026-08-20T00:00:00Z"`, or a date."""


class BatchListRequest(Attribution, total=False):
    """What `batch_list` takes."""

    limit: int
    """How many batches a page holds at most, 1 to 100; absent for the server's own number."""
    after: str
    """Only batches after the one of this id, which is the `last_id` of an earlier page; absent for the first page."""
    status: Sequence[BatchListStatus]
    """Only batches in one of these states; absent for all."""
    created_after: BatchListTimestampParam
    """Only batches created after this time, not at it; absent for no bound."""
    created_before: BatchListTimestampParam
    """Only batches created before this time, not at it; absent for no bound."""


@frozen(kw_only=True)
class BatchListItemError:
    """Why a batch failed."""

    message: str
    """What went wrong."""


@frozen(kw_only=True)
class BatchListItemRequestCounts:
    """How many requests of a batch are answered or have failed."""

    completed: int
    """Those that were answered."""
    failed: int
    """Those that failed."""
    total: int
    """All requests of the batch."""


@frozen(kw_only=True)
class BatchListItemUsageCompletionTokensDetails:
    """What the tokens of the answers were used for."""

    audio_tokens: int | None = None
    """Tokens of audio."""
    image_tokens: int | None = None
    """Tokens of images."""
    reasoning_tokens: int | None = None
    """Tokens that the model reasoned with."""


@frozen(kw_only=True)
class BatchListItemUsagePromptTokensDetails:
    """What the tokens of the prompts were."""

    audio_tokens: int | None = None
    """Tokens of audio."""
    cache_write_tokens: int | None = None
    """Tokens that were written to a cache; only for models that cache on request and charge for it."""
    cached_tokens: int | None = None
    """Tokens that were read from a cache."""
    file_tokens: int | None = None
    """Tokens of files and documents."""
    video_tokens: int | None = None
    """Tokens of video."""


@frozen(kw_only=True)
class BatchListItemUsageServerToolUse:
    """How often tools ran on the server."""

    tool_calls_executed: int | None = None
    """How many calls of OpenRouter's tools ran and gave a result."""
    tool_calls_requested: int | None = None
    """How many calls of OpenRouter's tools the model asked for; those of a provider's own tools are not counted."""
    web_search_requests: int | None = None
    """How many web searches were made. Those by OpenRouter also count in `tool_calls_requested`, those by a provider
    may not, so do not add the two up."""


@frozen(kw_only=True)
class BatchListItemUsage:
    """What a batch has used and cost."""

    completion_tokens: int
    """Tokens of the answers."""
    prompt_tokens: int
    """Tokens of the prompts, with images, audio and tools."""
    total_tokens: int
    """Tokens of prompts and answers together."""
    cache_creation: "OnDemand[_models.metadata.AnthropicCacheCreation] | None" = None
    """How many of the tokens written to a cache are kept for how long."""
    completion_tokens_details: BatchListItemUsageCompletionTokensDetails | None = None
    """What the tokens of the answers were used for."""
    cost: float | None = None
    """What it cost, in credits."""
    cost_details: CostDetails | None = None
    """What the provider's part of the price is made of."""
    is_byok: bool | None = None
    """Whether it ran on a provider key of your own (BYOK)."""
    iterations: "OnDemand[tuple[_models.metadata.AnthropicUsageIteration, ...]] | None" = None
    """The usage of each step, when an answer took several."""
    prompt_tokens_details: BatchListItemUsagePromptTokensDetails | None = None
    """What the tokens of the prompts were."""
    server_tool_use: BatchListItemUsageServerToolUse | None = None
    """How often tools ran on the server, such as a web search."""
    service_tier: str | None = None
    """The service tier that the provider used."""
    speed: AnthropicSpeed | None = None
    """How fast the model was run."""


@frozen(kw_only=True)
class BatchListItem:
    """A batch, without its results."""

    completion_window: Literal["24h"]
    created_at: int
    """When it was created, in seconds since 1970."""
    endpoint: str
    """The endpoint that answers its requests."""
    error: BatchListItemError | None
    """Why the batch failed as a whole, or `None`."""
    expires_at: int | None
    """When its provider stops answering what is unfinished, in seconds since 1970; this may be more than 24 hours after
    `created_at`, up to 96 at Google Vertex. `None` if the provider documents no such time."""
    finalized_at: int | None
    """When it ended, in seconds since 1970; `None` before that."""
    id: str
    """The batch's id."""
    model: str
    """The model that answers its requests."""
    object: Literal["batch"]
    provider: str | None
    """The provider that runs it, named as in the `provider` of other answers; `None` as long as there is none."""
    request_counts: BatchListItemRequestCounts
    """How many of its requests are answered, and how many failed."""
    results: Json
    """Always `None` here; `batch_get_batches` gives them."""
    status: (
        Literal["validating", "in_progress", "finalizing", "completed", "failed", "expired", "cancelling", "cancelled"]
        | str
    )
    """How far it is."""
    usage: BatchListItemUsage | None
    """What it has used and cost, or `None`."""


@frozen(kw_only=True)
class BatchListResponse:
    """One page of batches."""

    data: tuple[BatchListItem, ...]
    """The batches, the newest first."""
    first_id: str | None
    """The id of the first batch of the page; `None` for an empty page."""
    has_more: bool
    """Whether there are batches after this page."""
    last_id: str | None
    """The id of the last batch of the page, which is `after` for the next one; `None` for an empty page."""
    object: Literal["list"]
