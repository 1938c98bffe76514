# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""What the requests of a finished batch returned."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Mapping
from typing import Literal, TypeAlias

from openrouter_core.model import Extra, Json, OnDemand, Unknown, Vector, frozen
from openrouter_funcs import models as _models
from openrouter_funcs.models.enums import AnthropicSpeed, ApiErrorType
from openrouter_funcs.models.messages import (
    AnthropicContainer,
    AnthropicOutputTokensDetails,
    AnthropicRefusalStopDetails,
    AnthropicServerToolUsage,
    AnthropicServiceTier,
    ORAnthropicContentBlock,
    ORAnthropicStopReason,
)
from openrouter_funcs.models.responses import OpenResponsesResult
from openrouter_funcs.models.usage import CostDetails

__all__ = [
    "AnthropicInputTransformation",
    "BatchChatChoice",
    "BatchChatChoiceLogprobs",
    "BatchChatChoiceLogprobsContentItem",
    "BatchChatChoiceLogprobsContentItemTopLogprob",
    "BatchChatChoiceLogprobsRefusalItem",
    "BatchChatChoiceLogprobsRefusalItemTopLogprob",
    "BatchChatCompletion",
    "BatchChatCompletionDebug",
    "BatchChatCompletionDebugTimings",
    "BatchChatCompletionUsage",
    "BatchChatCompletionUsageCompletionTokensDetails",
    "BatchChatCompletionUsagePromptTokensDetails",
    "BatchChatCompletionUsageServerToolUse",
    "BatchChatCompletionUsageServerToolUseDetails",
    "BatchChatFile",
    "BatchChatFileContentItemImageUrl",
    "BatchChatFileContentItemImageUrlImageUrl",
    "BatchChatFileContentItemText",
    "BatchChatMessage",
    "BatchChatMessageAnnotationFile",
    "BatchChatMessageImage",
    "BatchChatMessageImageImageUrl",
    "BatchChatMessageToolCall",
    "BatchChatMessageToolCallFunction",
    "BatchChatUrlCitation",
    "BatchChatUrlCitationUrlCitation",
    "BatchChatWebSearchCitation",
    "BatchChatWebSearchCitationWebSearchCitation",
    "BatchEmbeddings",
    "BatchEmbeddingsDataItem",
    "BatchEmbeddingsUsage",
    "BatchEmbeddingsUsagePromptTokensDetails",
    "BatchObject",
    "BatchObjectError",
    "BatchObjectRequestCounts",
    "BatchObjectUsage",
    "BatchObjectUsageCompletionTokensDetails",
    "BatchObjectUsagePromptTokensDetails",
    "BatchObjectUsageServerToolUse",
    "BatchResult",
    "BatchResultError",
    "BatchResultResponse",
    "BatchResultResponseBodyMessage",
    "BatchResultResponseBodyMessageUsage",
    "FinishReason",
]


@frozen(kw_only=True)
class BatchObjectError:
    """Why a batch failed."""

    message: str
    """What went wrong."""


@frozen(kw_only=True)
class BatchObjectRequestCounts:
    """How many requests of a batch are answered or have failed."""

    completed: int
    """Those that were answered."""
    failed: int
    """Those that failed."""
    total: int
    """All requests of the batch."""


@frozen(kw_only=True)
class BatchResultError:
    """Why one request of a batch failed."""

    message: str
    """What went wrong."""
    param: str | None
    """The parameter that was wrong, or `None`."""
    type: str
    """The kind of error, in the endpoint's own words."""
    error_type: "ApiErrorType | None" = None
    """The kind of error in OpenRouter's own words, which are the same for every endpoint."""


@frozen(kw_only=True)
class BatchEmbeddingsDataItem:
    """The embedding of one input."""

    embedding: Vector
    """The numbers; decoded when they come in base64."""
    object: Literal["embedding"]
    index: int | None = None
    """The position of its input in the request, from 0."""


@frozen(kw_only=True)
class BatchEmbeddingsUsagePromptTokensDetails:
    """The tokens of the inputs by kind of content. A kind that has none is absent."""

    audio_tokens: int | None = None
    """Tokens of audio."""
    file_tokens: int | None = None
    """Tokens of files and documents."""
    image_tokens: int | None = None
    """Tokens of images."""
    text_tokens: int | None = None
    """Tokens of text."""
    video_tokens: int | None = None
    """Tokens of video."""


@frozen(kw_only=True)
class BatchEmbeddingsUsage:
    """What a request for embeddings took and cost."""

    prompt_tokens: int
    """Tokens of the inputs."""
    total_tokens: int
    """How many tokens are counted in all."""
    cost: float | None = None
    """What the request cost, in credits."""
    cost_details: CostDetails | None = None
    """What the provider's part of the price is made of."""
    is_byok: bool | None = None
    """Whether it ran on a provider key of your own (BYOK)."""
    prompt_tokens_details: BatchEmbeddingsUsagePromptTokensDetails | None = None
    """The tokens of the inputs by kind of content; only for inputs of two or more kinds, when the provider counts them
    apart."""


@frozen(kw_only=True)
class BatchEmbeddings:
    """Embeddings of the inputs, as `embeddings_generate` returns them."""

    data: tuple[BatchEmbeddingsDataItem, ...]
    """One embedding for each input."""
    model: str
    """The model that answered."""
    object: Literal["list"]
    id: str | None = None
    """The answer's id."""
    usage: BatchEmbeddingsUsage | None = None
    """What the request took and cost."""


@frozen(kw_only=True)
class BatchResultResponseBodyMessageUsage:
    """What an answer has used, in Anthropic's form."""

    cache_creation: "OnDemand[_models.metadata.AnthropicCacheCreation] | None"
    """How many of the tokens written to a cache are kept for how long."""
    cache_creation_input_tokens: int | None
    """Tokens of the prompt that were written to a cache, or `None`."""
    cache_read_input_tokens: int | None
    """Tokens of the prompt that were read from a cache, or `None`."""
    inference_geo: str | None
    """Where the provider ran the model, or `None`."""
    input_tokens: int
    """Tokens of the prompt, without those that were read from a cache or written to one."""
    output_tokens: int
    """Tokens of the answer."""
    output_tokens_details: AnthropicOutputTokensDetails | None
    """What the tokens of the answer were used for, or `None`."""
    server_tool_use: AnthropicServerToolUsage | None
    """How often tools of the provider were used, or `None`."""
    service_tier: AnthropicServiceTier | None
    """The service tier that the provider used."""
    iterations: "OnDemand[tuple[_models.metadata.AnthropicUsageIteration, ...]] | None" = None
    """The usage of each step, when an answer took several."""
    speed: AnthropicSpeed | None = None
    """How fast the model was run."""


@frozen(kw_only=True)
class AnthropicInputTransformation:
    """A change that Anthropic made to a request on the server."""

    type: str
    """The kind of change."""
    path: str | None = None
    """Which part of the request was changed."""
    reason: str | None = None
    """Why it was changed."""
    extra: Extra[Json]
    """All other keys of the object."""


@frozen(kw_only=True)
class BatchResultResponseBodyMessage:
    """An answer, as `messages_create` returns it."""

    container: AnthropicContainer | None
    """The container in which tools of the provider ran code, or `None`."""
    content: tuple[ORAnthropicContentBlock, ...]
    """The blocks of the answer."""
    id: str
    """The answer's id."""
    model: str
    """The model that answered."""
    role: Literal["assistant"]
    stop_details: AnthropicRefusalStopDetails | None
    """Why the model refused, or `None`."""
    stop_reason: ORAnthropicStopReason | None
    """Why the answer ends, or `None`."""
    stop_sequence: str | None
    """The text of `stop_sequences` at which the model stopped, or `None`."""
    type: Literal["message"]
    usage: BatchResultResponseBodyMessageUsage
    """What it has used."""
    input_transformations: tuple[AnthropicInputTransformation, ...] | None = None
    """What Anthropic changed in the request before the model got it."""


FinishReason: TypeAlias = Literal["stop", "length", "tool_calls", "content_filter", "function_call"] | str
"""Why a model stopped. `stop`: the answer is complete, or a text of `stop` came; `length`: the answer reached its most
tokens; `tool_calls`: it calls tools; `content_filter`: a filter withheld content; `function_call`: the older form of
`tool_calls`."""


@frozen(kw_only=True)
class BatchChatChoiceLogprobsContentItemTopLogprob:
    """One of the most likely tokens at a place of an answer."""

    bytes: tuple[int, ...] | None
    """The token's bytes in UTF-8, or `None`."""
    logprob: float
    """The natural logarithm of its probability."""
    token: str
    """Its text."""


@frozen(kw_only=True)
class BatchChatChoiceLogprobsContentItem:
    """One token of an answer, and how likely it was."""

    bytes: tuple[int, ...] | None
    """The token's bytes in UTF-8, or `None`."""
    logprob: float
    """The natural logarithm of its probability."""
    token: str
    """Its text."""
    top_logprobs: tuple[BatchChatChoiceLogprobsContentItemTopLogprob, ...]
    """The most likely tokens at this place."""


@frozen(kw_only=True)
class BatchChatChoiceLogprobsRefusalItemTopLogprob:
    """One of the most likely tokens at a place of a refusal."""

    bytes: tuple[int, ...] | None
    """The token's bytes in UTF-8, or `None`."""
    logprob: float
    """The natural logarithm of its probability."""
    token: str
    """Its text."""


@frozen(kw_only=True)
class BatchChatChoiceLogprobsRefusalItem:
    """One token of a refusal, and how likely it was."""

    bytes: tuple[int, ...] | None
    """The token's bytes in UTF-8, or `None`."""
    logprob: float
    """The natural logarithm of its probability."""
    token: str
    """Its text."""
    top_logprobs: tuple[BatchChatChoiceLogprobsRefusalItemTopLogprob, ...]
    """The most likely tokens at this place."""


@frozen(kw_only=True)
class BatchChatChoiceLogprobs:
    """How likely the tokens of an answer were."""

    content: tuple[BatchChatChoiceLogprobsContentItem, ...] | None
    """The tokens of the answer, or `None`."""
    refusal: tuple[BatchChatChoiceLogprobsRefusalItem, ...] | None = None
    """The tokens of the refusal, or `None`."""


@frozen(kw_only=True)
class BatchChatFileContentItemText:
    """A part of a file that is text."""

    text: str
    """What the part says."""
    type: Literal["text"]


@frozen(kw_only=True)
class BatchChatFileContentItemImageUrlImageUrl:
    """Where an image of a file is."""

    url: str
    """A URL, or a `data:` URL with the image in base64."""


@frozen(kw_only=True)
class BatchChatFileContentItemImageUrl:
    """A part of a file that is an image."""

    image_url: BatchChatFileContentItemImageUrlImageUrl
    """Where the image is."""
    type: Literal["image_url"]


@frozen(kw_only=True)
class BatchChatFile:
    """A file, in the form in which the model read it."""

    content: tuple[BatchChatFileContentItemText | BatchChatFileContentItemImageUrl | Unknown, ...]
    """The parts of the file: texts and images."""
    hash: str
    """A hash of the file; send the annotation back in a later request, and the file need not be read again."""
    name: str | None = None
    """The file's name."""


@frozen(kw_only=True)
class BatchChatMessageAnnotationFile:
    """A file that was read for an answer."""

    file: BatchChatFile
    """The file."""
    type: Literal["file"]


@frozen(kw_only=True)
class BatchChatUrlCitationUrlCitation:
    """A web page, and where an answer cites it."""

    end_index: int
    """Where the citing text ends in the answer, in characters."""
    start_index: int
    """Where the citing text begins in the answer, in characters."""
    title: str
    """The title of the page."""
    url: str
    """The address of the page."""
    content: str | None = None
    """What the page says."""


@frozen(kw_only=True)
class BatchChatUrlCitation:
    """A citation of a web page."""

    type: Literal["url_citation"]
    url_citation: BatchChatUrlCitationUrlCitation
    """The page, and where the answer cites it."""


@frozen(kw_only=True)
class BatchChatWebSearchCitationWebSearchCitation:
    """A result of a web search."""

    title: str | None
    """The title of the page."""
    url: str
    """The address of the page."""
    cited_text: str | None = None
    """The text of the page that is cited."""
    encrypted_index: str | None = None
    """Where the cited text is in the results, encrypted; send it back unchanged."""


@frozen(kw_only=True)
class BatchChatWebSearchCitation:
    """A citation of a result of a web search."""

    type: Literal["web_search_citation"]
    web_search_citation: BatchChatWebSearchCitationWebSearchCitation
    """The result that is cited."""


@frozen(kw_only=True)
class BatchChatMessageImageImageUrl:
    """Where an image is that a model made."""

    url: str
    """A URL, or a `data:` URL with the image in base64."""


@frozen(kw_only=True)
class BatchChatMessageImage:
    """An image that a model made."""

    image_url: BatchChatMessageImageImageUrl
    """Where the image is."""
    type: Literal["image_url"]


@frozen(kw_only=True)
class BatchChatMessageToolCallFunction:
    """The function that a model wants to call."""

    arguments: str
    """The arguments, as JSON text."""
    name: str
    """The function's name, as the request gave it."""


@frozen(kw_only=True)
class BatchChatMessageToolCall:
    """A call of a tool that a model asks for."""

    function: BatchChatMessageToolCallFunction
    """The function to call, and its arguments."""
    id: str
    """The call's id; send it back with the result."""
    index: int
    """Its place among the calls, from 0."""
    type: Literal["function"]


@frozen(kw_only=True)
class BatchChatMessage:
    """What a model said."""

    content: str | None
    """The text of the answer, or `None`."""
    refusal: str | None
    """Why the model refused, if it did; else `None`."""
    role: Literal["assistant"]
    annotations: (
        tuple[BatchChatMessageAnnotationFile | BatchChatUrlCitation | BatchChatWebSearchCitation | Unknown, ...] | None
    ) = None
    """The files and web pages that the answer relies on."""
    images: tuple[BatchChatMessageImage, ...] | None = None
    """The images that the model made."""
    reasoning: str | None = None
    """The model's reasoning as one text."""
    reasoning_details: "OnDemand[tuple[_models.chat_parts.ReasoningDetailSummary | _models.chat_parts.ReasoningDetailEncrypted | _models.chat_parts.ReasoningDetailText | _models.chat_parts.ReasoningDetailServerToolCall | Unknown | None, ...]] | None" = None
    """The model's reasoning in parts; in later requests, send them back unchanged."""
    tool_calls: tuple[BatchChatMessageToolCall, ...] | None = None
    """The calls of tools that the model asks for."""


@frozen(kw_only=True)
class BatchChatChoice:
    """One answer."""

    finish_reason: FinishReason
    """Why the model stopped, in OpenRouter's words."""
    index: int
    """The number of the answer, from 0."""
    logprobs: BatchChatChoiceLogprobs | None
    """The log probabilities of the tokens, if the request asked for them; else `None`."""
    message: BatchChatMessage
    """What the model said."""
    native_finish_reason: str | None
    """Why the model stopped, in the provider's words."""


@frozen(kw_only=True)
class BatchChatCompletionDebugTimings:
    """A step of a request, and when it was reached."""

    epoch_ms: int
    """When it was reached, in milliseconds since 1970."""
    event: Literal["adapter_request", "upstream_headers_received", "first_token_received", "upstream_body_ended"] | str
    """Which step it was: the request was made, the provider's headers came, its first token came, its body ended."""
    start_ms: int


@frozen(kw_only=True)
class BatchChatCompletionDebug:
    """What `debug` in a request asked for."""

    echo_upstream_body: Mapping[str, Json] | None = None
    """The body of the request as the provider got it."""
    timings: BatchChatCompletionDebugTimings | None = None
    """Which step was reached, and when."""
    extra: Extra[Json]
    """All other keys of the object."""


@frozen(kw_only=True)
class BatchChatCompletionUsageCompletionTokensDetails:
    """What the tokens of an answer were used for."""

    audio_tokens: int | None = None
    """Tokens of audio."""
    image_tokens: int | None = None
    """Tokens of images."""
    reasoning_tokens: int | None = None
    """Tokens that the model reasoned with."""


@frozen(kw_only=True)
class BatchChatCompletionUsagePromptTokensDetails:
    """What the tokens of a prompt were."""

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
class BatchChatCompletionUsageServerToolUse:
    """How often tools ran on the server."""

    tool_calls_executed: int | None = None
    """How many calls of OpenRouter's tools ran and gave a result."""
    tool_calls_requested: int | None = None
    """How many calls of OpenRouter's tools the model asked for; those of a provider's own tools are not counted."""
    web_search_requests: int | None = None
    """How many web searches were made. Those by OpenRouter also count in `tool_calls_requested`, those by a provider
    may not, so do not add the two up."""


@frozen(kw_only=True)
class BatchChatCompletionUsageServerToolUseDetails:
    """How often tools ran on the server."""

    tool_calls_executed: int | None = None
    """How many calls of OpenRouter's tools ran and gave a result."""
    tool_calls_requested: int | None = None
    """How many calls of OpenRouter's tools the model asked for; those of a provider's own tools are not counted."""
    web_search_requests: int | None = None
    """How many web searches were made. Those by OpenRouter also count in `tool_calls_requested`, those by a provider
    may not, so do not add the two up."""


@frozen(kw_only=True)
class BatchChatCompletionUsage:
    """What a chat request used."""

    completion_tokens: int
    """Tokens of the answer."""
    prompt_tokens: int
    """Tokens of the prompt, with images, audio and tools."""
    total_tokens: int
    """Tokens of prompt and answer together."""
    completion_tokens_details: BatchChatCompletionUsageCompletionTokensDetails | None = None
    """What the tokens of the answer were used for."""
    prompt_tokens_details: BatchChatCompletionUsagePromptTokensDetails | None = None
    """What the tokens of the prompt were."""
    server_tool_use: BatchChatCompletionUsageServerToolUse | None = None
    """How often tools ran on the server, such as a web search."""
    server_tool_use_details: BatchChatCompletionUsageServerToolUseDetails | None = None
    """How often tools ran on the server, such as a web search."""


@frozen(kw_only=True)
class BatchChatCompletion:
    """An answer, as `chat_send` returns it."""

    choices: tuple[BatchChatChoice, ...]
    """The answers; usually one."""
    created: int
    """When it was created, in seconds since 1970."""
    id: str
    """The answer's id."""
    model: str
    """The model that answered."""
    object: Literal["chat.completion"]
    alignment: "OnDemand[_models.metadata.Alignment] | None" = None
    """What the alignment plugin found; in beta, so that its form may change."""
    debug: BatchChatCompletionDebug | None = None
    """What `debug` in the request asked for."""
    openrouter_metadata: "OnDemand[_models.metadata.OpenRouterMetadata] | None" = None
    """How the request was routed."""
    provider: str | None = None
    """The provider that answered."""
    safeguard_results: "OnDemand[tuple[_models.metadata.ArmorSafeguardResult, ...]] | None" = None
    """The verdict of Armor on each call of your tools; present whenever Armor checked the answer."""
    service_tier: str | None = None
    """The service tier that the provider used."""
    system_fingerprint: str | None = None
    """The provider's name for the configuration that answered, or `None`."""
    usage: BatchChatCompletionUsage | None = None
    """What it has used."""


@frozen(kw_only=True)
class BatchResultResponse:
    """The answer to one request of a batch."""

    body: BatchEmbeddings | BatchResultResponseBodyMessage | BatchChatCompletion | OpenResponsesResult | Unknown
    """What the endpoint answered: a `BatchChatCompletion`, an `OpenResponsesResult`, a `BatchResultResponseBodyMessage`
    or a `BatchEmbeddings`."""
    request_id: str | None
    """The id of this request, as opposed to the batch's, or `None`."""
    status_code: int
    """The HTTP status of the answer."""


@frozen(kw_only=True)
class BatchResult:
    """What became of one request of a batch."""

    custom_id: str
    """The name that you gave to the request."""
    error: BatchResultError | None
    """Why the request failed, or `None`."""
    id: str
    """The result's id."""
    response: BatchResultResponse | None
    """The answer; `None` if the request failed."""


@frozen(kw_only=True)
class BatchObjectUsageCompletionTokensDetails:
    """What the tokens of the answers were used for."""

    audio_tokens: int | None = None
    """Tokens of audio."""
    image_tokens: int | None = None
    """Tokens of images."""
    reasoning_tokens: int | None = None
    """Tokens that the model reasoned with."""


@frozen(kw_only=True)
class BatchObjectUsagePromptTokensDetails:
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
class BatchObjectUsageServerToolUse:
    """How often tools ran on the server."""

    tool_calls_executed: int | None = None
    """How many calls of OpenRouter's tools ran and gave a result."""
    tool_calls_requested: int | None = None
    """How many calls of OpenRouter's tools the model asked for; those of a provider's own tools are not counted."""
    web_search_requests: int | None = None
    """How many web searches were made. Those by OpenRouter also count in `tool_calls_requested`, those by a provider
    may not, so do not add the two up."""


@frozen(kw_only=True)
class BatchObjectUsage:
    """What a batch has used and cost."""

    completion_tokens: int
    """Tokens of the answers."""
    prompt_tokens: int
    """Tokens of the prompts, with images, audio and tools."""
    total_tokens: int
    """Tokens of prompts and answers together."""
    cache_creation: "OnDemand[_models.metadata.AnthropicCacheCreation] | None" = None
    """How many of the tokens written to a cache are kept for how long."""
    completion_tokens_details: BatchObjectUsageCompletionTokensDetails | None = None
    """What the tokens of the answers were used for."""
    cost: float | None = None
    """What it cost, in credits."""
    cost_details: CostDetails | None = None
    """What the provider's part of the price is made of."""
    is_byok: bool | None = None
    """Whether it ran on a provider key of your own (BYOK)."""
    iterations: "OnDemand[tuple[_models.metadata.AnthropicUsageIteration, ...]] | None" = None
    """The usage of each step, when an answer took several."""
    prompt_tokens_details: BatchObjectUsagePromptTokensDetails | None = None
    """What the tokens of the prompts were."""
    server_tool_use: BatchObjectUsageServerToolUse | None = None
    """How often tools ran on the server, such as a web search."""
    service_tier: str | None = None
    """The service tier that the provider used."""
    speed: AnthropicSpeed | None = None
    """How fast the model was run."""


@frozen(kw_only=True)
class BatchObject:
    """A batch, with its results once it has ended."""

    completion_window: Literal["24h"]
    created_at: int
    """When it was created, in seconds since 1970."""
    endpoint: str
    """The endpoint that answers its requests."""
    error: BatchObjectError | None
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
    request_counts: BatchObjectRequestCounts
    """How many of its requests are answered, and how many failed."""
    results: tuple[BatchResult, ...] | None
    """A result for each request, to be found by its `custom_id`; `None` before the batch has ended."""
    status: (
        Literal["validating", "in_progress", "finalizing", "completed", "failed", "expired", "cancelling", "cancelled"]
        | str
    )
    """How far it is."""
    usage: BatchObjectUsage | None
    """What it has used and cost, or `None`."""
