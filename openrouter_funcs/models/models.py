# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Models, endpoints and embeddings: requests and responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Mapping, Sequence
from typing import Literal, Required, TypeAlias, TypedDict

from openrouter_core.model import OnDemand, Vector, frozen
from openrouter_core.operation import Attribution
from openrouter_funcs import models as _models
from openrouter_funcs.models.enums import Quantization, ReasoningEffort
from openrouter_funcs.models.provider_names import ProviderName
from openrouter_funcs.models.usage import CostDetails

__all__ = [
    "AABenchmarkEntry",
    "ContentPartInputAudioParam",
    "ContentPartInputFileParam",
    "ContentPartInputVideoParam",
    "CreateEmbeddingsResponse",
    "CreateEmbeddingsResponseDataItem",
    "CreateEmbeddingsResponseUsage",
    "CreateEmbeddingsResponseUsagePromptTokensDetails",
    "DABenchmarkEntry",
    "DefaultParameters",
    "EmbeddingInputContentItemImageUrlImageUrlParam",
    "EmbeddingInputContentItemImageUrlParam",
    "EmbeddingInputContentItemTextParam",
    "EmbeddingInputParam",
    "EmbeddingsGenerateRequest",
    "EmbeddingsListModelsRequest",
    "EndpointPerfByWorkload",
    "EndpointPerfByWorkloadDecisions",
    "EndpointPerfByWorkloadEmbeddings",
    "EndpointPerfByWorkloadImageGeneration",
    "EndpointPerfByWorkloadRerank",
    "EndpointPerfByWorkloadStt",
    "EndpointPerfByWorkloadTextGeneration",
    "EndpointPerfByWorkloadTts",
    "EndpointPerfByWorkloadUnknown",
    "EndpointPerfByWorkloadVideoGeneration",
    "EndpointStatus",
    "EndpointsListRequest",
    "EndpointsListResponse",
    "EndpointsListZdrEndpointsRequest",
    "InputModality",
    "InstructType",
    "ListEndpointsResponse",
    "ListEndpointsResponseArchitecture",
    "ListEndpointsZdrResponse",
    "Model",
    "ModelAliasTarget",
    "ModelArchitecture",
    "ModelBenchmarks",
    "ModelGroup",
    "ModelLinks",
    "ModelReasoning",
    "ModelResponse",
    "ModelsCountRequest",
    "ModelsCountResponse",
    "ModelsCountResponseData",
    "ModelsGetRequest",
    "ModelsListForUserRequest",
    "ModelsListRequest",
    "ModelsListResponse",
    "ModelsListResponseLinks",
    "MultimodalMediaParam",
    "OutputModality",
    "Parameter",
    "PerRequestLimits",
    "PercentileStats",
    "PricingOverride",
    "PublicEndpoint",
    "PublicEndpointNativeToolsValue",
    "PublicEndpointPricing",
    "PublicPricing",
    "PublicServiceTier",
    "ToolChoiceSupport",
    "TopProviderInfo",
]


class EmbeddingInputContentItemTextParam(TypedDict, total=False):
    """A part of an input that is text."""

    text: Required[str]
    """What to embed, at least one character."""
    type: Required[Literal["text"]]


class EmbeddingInputContentItemImageUrlImageUrlParam(TypedDict, total=False):
    """The place of a picture."""

    url: Required[str]
    """The picture's URL, or the picture itself as a `data:` URL."""


class EmbeddingInputContentItemImageUrlParam(TypedDict, total=False):
    """A part of an input that is a picture."""

    image_url: Required[EmbeddingInputContentItemImageUrlImageUrlParam]
    """Where the picture is."""
    type: Required[Literal["image_url"]]


class MultimodalMediaParam(TypedDict, total=False):
    """Sound, video or a file, in base64."""

    data: Required[str]
    """The content as a `data:` URL in base64, such as `"data:audio/wav;base64,..."`."""
    format: str
    """The format of the content, such as `"wav"`, `"mp4"` or `"pdf"`."""


class ContentPartInputAudioParam(TypedDict, total=False):
    """A part of an input that is sound."""

    input_audio: Required[MultimodalMediaParam]
    """The sound and its format."""
    type: Required[Literal["input_audio"]]


class ContentPartInputVideoParam(TypedDict, total=False):
    """A part of an input that is video."""

    input_video: Required[MultimodalMediaParam]
    """The video and its format."""
    type: Required[Literal["input_video"]]


class ContentPartInputFileParam(TypedDict, total=False):
    """A part of an input that is a file."""

    input_file: Required[MultimodalMediaParam]
    """The file and its format."""
    type: Required[Literal["input_file"]]


class EmbeddingInputParam(TypedDict, total=False):
    """One input of several parts, which may be text, pictures, sound, video and files."""

    content: Required[
        Sequence[
            EmbeddingInputContentItemTextParam
            | EmbeddingInputContentItemImageUrlParam
            | ContentPartInputAudioParam
            | ContentPartInputVideoParam
            | ContentPartInputFileParam
        ]
    ]
    """The parts, at least one."""


class EmbeddingsGenerateRequest(Attribution, total=False):
    """What `embeddings_generate` takes."""

    dimensions: int
    """How many numbers each embedding has, at least 1; absent for as many as the model makes."""
    encoding_format: Literal["float", "base64"] | str
    """How the numbers travel: `"base64"` takes a fifth of the bytes and of the time, and the result is the same, but
    for the rounding to 32 bits; absent for `"float"`."""
    input: Required[str | Sequence[str] | Sequence[float] | Sequence[Sequence[float]] | Sequence[EmbeddingInputParam]]
    """What to embed: a text, tokens, or parts of text, pictures, sound, video and files; one or a list of them."""
    input_type: str
    """What the inputs are for, such as `"search_query"` or `"search_document"`, for models that tell queries from
    documents."""
    model: Required[str]
    """The model, such as `"openai/text-embedding-3-small"`."""
    provider: "OnDemand[_models.routing.ProviderPreferencesParam] | None"
    """Which providers may serve the request, by price, guarantees and data policy, and in which order; absent or `None`
    for all that the account allows."""
    user: str
    """A stable id of your own for the end user."""
    session_id: str
    """A name for requests that belong together, at most 256 characters; it groups them in logs and traces, and no
    provider gets it."""
    trace: "OnDemand[_models.routing.TraceConfigParam]"
    """Labels for observability tools; keys of your own are passed on to them."""


@frozen(kw_only=True)
class CreateEmbeddingsResponseDataItem:
    """The embedding of one input."""

    embedding: Vector
    """The numbers; decoded when they come in base64."""
    index: int | None = None
    """The position of its input in the request, from 0."""
    object: Literal["embedding"]


@frozen(kw_only=True)
class CreateEmbeddingsResponseUsagePromptTokensDetails:
    """The tokens of the inputs by kind of content. A kind that has none is absent."""

    audio_tokens: int | None = None
    """How many tokens are sound."""
    file_tokens: int | None = None
    """How many tokens are files."""
    image_tokens: int | None = None
    """How many tokens are pictures."""
    text_tokens: int | None = None
    """How many tokens are text."""
    video_tokens: int | None = None
    """How many tokens are video."""


@frozen(kw_only=True)
class CreateEmbeddingsResponseUsage:
    """What a request for embeddings took and cost."""

    cost: float | None = None
    """What the request cost, in credits."""
    cost_details: CostDetails | None = None
    """What the provider charged for it, by parts."""
    is_byok: bool | None = None
    """Whether it ran on a provider key of your own (BYOK)."""
    prompt_tokens: int
    """How many tokens the inputs have."""
    prompt_tokens_details: CreateEmbeddingsResponseUsagePromptTokensDetails | None = None
    """The tokens of the inputs by kind of content; only for inputs of two or more kinds, when the provider counts them
    apart."""
    total_tokens: int
    """How many tokens are counted in all."""


@frozen(kw_only=True)
class CreateEmbeddingsResponse:
    """The embeddings of the inputs."""

    data: tuple[CreateEmbeddingsResponseDataItem, ...]
    """One embedding for each input."""
    id: str | None = None
    """The id of the generation at OpenRouter."""
    model: str
    """The model that made them."""
    object: Literal["list"]
    usage: CreateEmbeddingsResponseUsage | None = None
    """What the request took and cost."""


class EmbeddingsListModelsRequest(Attribution, total=False):
    """What `embeddings_list_models` takes."""

    offset: int | None
    """How many models to skip before the first page; absent or `None` for 0."""
    limit: int
    """How many models a page holds at most, 1 to 1000; absent for 500, but with `offset` absent as well for all models
    on one page."""


@frozen(kw_only=True)
class ModelAliasTarget:
    """The model that an alias stands for at present."""

    name: str
    """The model's name for people."""
    slug: str
    """The model's `id`, to be used in requests."""


InputModality: TypeAlias = Literal["text", "image", "file", "audio", "video"] | str
"""A kind of content that a model takes. `audio`: the price of one token of audio input, in US dollars."""


InstructType: TypeAlias = (
    Literal[
        "none",
        "airoboros",
        "alpaca",
        "alpaca-modif",
        "chatml",
        "claude",
        "code-llama",
        "gemma",
        "llama2",
        "llama3",
        "mistral",
        "nemotron",
        "neural",
        "openchat",
        "phi3",
        "rwkv",
        "vicuna",
        "zephyr",
        "deepseek-r1",
        "deepseek-v3.1",
        "qwq",
        "qwen3",
    ]
    | str
)
"""The format that a model was trained to take instructions in."""


OutputModality: TypeAlias = (
    Literal["text", "image", "embeddings", "audio", "video", "rerank", "speech", "transcription", "decisions"] | str
)
"""A kind of content that a model makes. `audio`: the price of one token of audio input, in US dollars; `rerank`: scores
of documents; `speech`: text that is spoken; `transcription`: the text of speech."""


ModelGroup: TypeAlias = (
    Literal[
        "Router",
        "Media",
        "Other",
        "GPT",
        "Claude",
        "Gemini",
        "Gemma",
        "Grok",
        "Cohere",
        "Nova",
        "Qwen",
        "Yi",
        "DeepSeek",
        "Mistral",
        "Llama2",
        "Llama3",
        "Llama4",
        "PaLM",
        "RWKV",
        "Qwen3",
    ]
    | str
)
"""The family of a model's tokenizer. `Router`: no tokenizer of its own: it passes requests on to other models; `Media`:
a model of pictures, sound or video."""


@frozen(kw_only=True)
class ModelArchitecture:
    """What goes into a model, and what comes out."""

    input_modalities: tuple[InputModality, ...]
    """The kinds of content that it takes."""
    instruct_type: "InstructType | None" = None
    """The format of its instructions; `None` when it has none of these."""
    modality: str | None
    """Both directions in short, such as `"text+image->text"`."""
    output_modalities: tuple[OutputModality, ...]
    """The kinds of content that it makes."""
    tokenizer: "ModelGroup | None" = None
    """The family of its tokenizer."""


@frozen(kw_only=True)
class AABenchmarkEntry:
    """The indices of a model at Artificial Analysis; higher is better, and `None` means not measured."""

    agentic_index: float | None
    """How well it works as an agent."""
    coding_index: float | None
    """How well it writes code."""
    intelligence_index: float | None
    """How intelligent it is in all."""


@frozen(kw_only=True)
class DABenchmarkEntry:
    """The rank of a model in one arena and category of Design Arena."""

    arena: str
    """What competes there, such as `"models"`, `"builders"` or `"agents"`."""
    category: str
    """What is made there, such as `"website"` or `"gamedev"`."""
    elo: float
    """Its Elo rating from direct comparisons."""
    rank: int
    """Its place among the models that OpenRouter has, 1 for the best."""
    win_rate: float
    """The share of comparisons that it wins, in percent."""


@frozen(kw_only=True)
class ModelBenchmarks:
    """How a model does in the benchmarks of others."""

    artificial_analysis: AABenchmarkEntry | None = None
    """The indices of Artificial Analysis."""
    design_arena: tuple[DABenchmarkEntry, ...]
    """Its ranks at Design Arena, one for each arena and category."""


@frozen(kw_only=True)
class DefaultParameters:
    """The values that a model uses for parameters that a request leaves out."""

    frequency_penalty: float | None = None
    """How much less likely a token becomes each time that it occurs."""
    presence_penalty: float | None = None
    """How much less likely a token becomes once it has occurred."""
    repetition_penalty: float | None = None
    """The factor by which tokens that have occurred become less likely; 1 changes nothing."""
    temperature: float | None = None
    """How freely the next token is chosen."""
    top_k: int | None = None
    """From how many of the most likely tokens the next is chosen."""
    top_p: float | None = None
    """From how large a share of probability the next token is chosen."""


@frozen(kw_only=True)
class ModelLinks:
    """Where more about a model is."""

    details: str
    """The URL of the API that lists its endpoints (`endpoints_list`)."""


@frozen(kw_only=True)
class PerRequestLimits:
    """How many tokens one request to a model may have."""

    completion_tokens: float
    """How many tokens the answer may have."""
    prompt_tokens: float
    """How many tokens the prompt may have."""


@frozen(kw_only=True)
class PricingOverride:
    """Prices that replace the usual ones while all conditions of the entry hold.

    A price that is absent stays as it is.
    """

    audio: str | None = None
    """The price of one token of audio input, in US dollars."""
    completion: str | None = None
    """The price of one token of the answer, in US dollars."""
    input_audio_cache: str | None = None
    """The price of one token of audio input that is read from a cache, in US dollars."""
    input_cache_read: str | None = None
    """The price of one token of the prompt that is read from a cache, in US dollars."""
    input_cache_write: str | None = None
    """The price of one token that is written to a cache, in US dollars."""
    input_cache_write_1h: str | None = None
    """The price of one token that is kept in a cache for an hour, in US dollars."""
    min_prompt_tokens: float | None = None
    """A condition: the prompt has more tokens than this."""
    prompt: str | None = None
    """The price of one token of the prompt, in US dollars."""
    utc_end: float | None = None
    """A condition: the time of day in UTC is before this, as hours and minutes in one number (400 is 04:00)."""
    utc_start: float | None = None
    """A condition: the time of day in UTC is this or later, as hours and minutes in one number (1030 is 10:30); a start
    after `utc_end` means a span over midnight."""
    utc_days: (
        tuple[Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] | str, ...] | None
    ) = None
    """A condition: the weekday in UTC is one of these; absent for every day."""


@frozen(kw_only=True)
class PublicPricing:
    """What a model costs under usual conditions, in US dollars as decimal text."""

    audio: str | None = None
    """The price of one token of audio input, in US dollars."""
    audio_output: str | None = None
    """The price of one token of audio output, in US dollars."""
    completion: str
    """The price of one token of the answer, in US dollars."""
    discount: float | None = None
    """The part that is taken off every price, 0 for none to 1 for all."""
    image: str | None = None
    """The price of one picture of the request, in US dollars."""
    image_output: str | None = None
    """The price of one picture that is made, in US dollars."""
    image_token: str | None = None
    """The price of one token of a picture, in US dollars."""
    input_audio_cache: str | None = None
    """The price of one token of audio input that is read from a cache, in US dollars."""
    input_cache_read: str | None = None
    """The price of one token of the prompt that is read from a cache, in US dollars."""
    input_cache_write: str | None = None
    """The price of one token that is written to a cache, in US dollars; for 5 minutes where the price depends on the
    time."""
    input_cache_write_1h: str | None = None
    """The price of one token that is kept in a cache for an hour, in US dollars; absent where there is no such price.
    """
    internal_reasoning: str | None = None
    """The price of one token of reasoning, in US dollars."""
    overrides: tuple[PricingOverride, ...] | None = None
    """Prices under other conditions, such as a long prompt or a time of day; where several entries apply, the last that
    has a price decides."""
    prompt: str
    """The price of one token of the prompt, in US dollars."""
    request: str | None = None
    """The price of a request as such, in US dollars."""
    web_search: str | None = None
    """The price of one web search, in US dollars."""


@frozen(kw_only=True)
class ModelReasoning:
    """How the reasoning of a model can be set."""

    default_effort: ReasoningEffort | None = None
    """The effort when a request names none."""
    default_enabled: bool | None = None
    """Whether it reasons when a request does not set `reasoning.enabled`."""
    mandatory: bool
    """Whether it always reasons: it cannot be switched off, and the effort `"none"` is refused."""
    supported_efforts: tuple[ReasoningEffort | None, ...] | None = None
    """The efforts that it takes, the highest first; `None` for all."""
    supports_max_tokens: bool | None = None
    """Whether it takes `reasoning.max_tokens`; absent when it does not."""


Parameter: TypeAlias = (
    Literal[
        "temperature",
        "top_p",
        "top_k",
        "min_p",
        "top_a",
        "frequency_penalty",
        "presence_penalty",
        "repetition_penalty",
        "max_tokens",
        "max_completion_tokens",
        "logit_bias",
        "logprobs",
        "top_logprobs",
        "prediction",
        "seed",
        "response_format",
        "structured_outputs",
        "stop",
        "tools",
        "tool_choice",
        "parallel_tool_calls",
        "include_reasoning",
        "reasoning",
        "reasoning_effort",
        "web_search_options",
        "verbosity",
    ]
    | str
)
"""A parameter of requests that a model may know."""


@frozen(kw_only=True)
class TopProviderInfo:
    """The limits of a model at the provider that is tried first."""

    context_length: int | None = None
    """How many tokens request and answer may have together."""
    is_moderated: bool
    """Whether the provider moderates contents."""
    max_completion_tokens: int | None = None
    """How many tokens the answer may have; a long prompt may leave less room, because both share the context."""


@frozen(kw_only=True)
class Model:
    """A model, what it can do and what it costs."""

    alias_target: ModelAliasTarget | None = None
    """The model that serves requests when this one is an alias for the latest of a family (`~...-latest`)."""
    architecture: ModelArchitecture
    """What goes in and what comes out."""
    benchmarks: ModelBenchmarks | None = None
    """How it does in the benchmarks of others; absent when there are none."""
    canonical_slug: str
    """The slug that never changes."""
    context_length: int | None
    """How many tokens request and answer may have together."""
    created: int
    """When OpenRouter added it, in seconds since 1970."""
    default_parameters: DefaultParameters | None
    """What holds when a request leaves a parameter out."""
    description: str | None = None
    """What it is good for, in prose for people."""
    expiration_date: str | None = None
    """The day after which it may be taken away, as `YYYY-MM-DD`; `None` when no day is set."""
    hugging_face_id: str | None = None
    """Its id at Hugging Face, if it is there."""
    id: str
    """Its slug, such as `"openai/gpt-5"`, to be used in requests."""
    knowledge_cutoff: str | None = None
    """The day up to which its training data go, as `YYYY-MM-DD`; `None` when unknown."""
    links: ModelLinks
    """Where more about it is."""
    name: str
    """Its name for people."""
    per_request_limits: PerRequestLimits | None
    """How many tokens one request may have; `None` for no limits."""
    pricing: PublicPricing
    """What it costs."""
    reasoning: ModelReasoning | None = None
    """How its reasoning can be set; absent for models that do not reason and for routers that pick a model."""
    supported_parameters: "tuple[Parameter, ...]"
    """The parameters of requests that it knows."""
    supported_voices: tuple[str, ...] | None
    """The voices that it speaks with; `None` for a model that does not speak."""
    top_provider: TopProviderInfo
    """Limits of the provider that is tried first."""


@frozen(kw_only=True)
class ModelsListResponseLinks:
    """Where other pages are."""

    next: str | None
    """The URL of the next page; `None` on the last one."""


@frozen(kw_only=True)
class ModelsListResponse:
    """One page of models."""

    data: tuple[Model, ...]
    """The models of this page."""
    links: ModelsListResponseLinks
    """Where the next page is."""
    total_count: int
    """How many models there are on all pages."""


class EndpointsListRequest(Attribution, total=False):
    """What `endpoints_list` takes."""

    author: Required[str]
    """Who made the model, such as `"openai"`."""
    slug: Required[str]
    """The model's slug without its author, such as `"gpt-5"`."""


@frozen(kw_only=True)
class ListEndpointsResponseArchitecture:
    """What goes into a model, and what comes out."""

    input_modalities: tuple[InputModality, ...]
    """The kinds of content that it takes."""
    instruct_type: "InstructType | None"
    """The format of its instructions; `None` when it has none of these."""
    modality: str | None
    """Both directions in short, such as `"text->text"`."""
    output_modalities: tuple[OutputModality, ...]
    """The kinds of content that it makes."""
    tokenizer: "ModelGroup | None"
    """The family of its tokenizer; `None` when unknown."""


@frozen(kw_only=True)
class PercentileStats:
    """Percentiles of a measure over the last 30 minutes."""

    p50: float
    """The median."""
    p75: float
    """What 75% of the requests do not exceed."""
    p90: float
    """What 90% of the requests do not exceed."""
    p99: float
    """What 99% of the requests do not exceed."""


@frozen(kw_only=True)
class PublicEndpointPricing:
    """What an endpoint costs under usual conditions, in US dollars as decimal text."""

    audio: str | None = None
    """The price of one token of audio input, in US dollars."""
    audio_output: str | None = None
    """The price of one token of audio output, in US dollars."""
    completion: str
    """The price of one token of the answer, in US dollars."""
    discount: float | None = None
    """The part that is taken off every price, 0 for none to 1 for all."""
    image: str | None = None
    """The price of one picture of the request, in US dollars."""
    image_output: str | None = None
    """The price of one picture that is made, in US dollars."""
    image_token: str | None = None
    """The price of one token of a picture, in US dollars."""
    input_audio_cache: str | None = None
    """The price of one token of audio input that is read from a cache, in US dollars."""
    input_cache_read: str | None = None
    """The price of one token of the prompt that is read from a cache, in US dollars."""
    input_cache_write: str | None = None
    """The price of one token that is written to a cache, in US dollars; for 5 minutes where the price depends on the
    time."""
    input_cache_write_1h: str | None = None
    """The price of one token that is kept in a cache for an hour, in US dollars; absent where there is no such price.
    """
    internal_reasoning: str | None = None
    """The price of one token of reasoning, in US dollars."""
    overrides: tuple[PricingOverride, ...] | None = None
    """Prices under other conditions, such as a long prompt or a time of day; where several entries apply, the last that
    has a price decides."""
    prompt: str
    """The price of one token of the prompt, in US dollars."""
    request: str | None = None
    """The price of a request as such, in US dollars."""
    web_search: str | None = None
    """The price of one web search, in US dollars."""


EndpointStatus: TypeAlias = int
"""The state of an endpoint as a number. OpenRouter does not document what each number means."""


@frozen(kw_only=True)
class PublicEndpointNativeToolsValue:
    """The provider's own tool that takes the place of one of OpenRouter's."""

    type: str
    """The provider's name for the tool, such as `"web_search_20260209"` at Anthropic or `"google_search"` for Gemini.
    """


PublicServiceTier: TypeAlias = Literal["flex", "priority", "ultrafast"] | str
"""A service tier that an endpoint sells, by OpenRouter's name for it, whatever the provider calls it. `priority`:
faster; also what providers sell as fast, turbo, highspeed or prime."""


@frozen(kw_only=True)
class ToolChoiceSupport:
    """Which values of `tool_choice` passed OpenRouter's tests at an endpoint."""

    auto: bool
    """Whether `"auto"` works: the model decides whether to call a tool."""
    function: bool
    """Whether naming a function works."""
    none: bool
    """Whether `"none"` works: the model calls no tool."""
    required: bool
    """Whether `"required"` works: the model calls a tool in any case."""


@frozen(kw_only=True)
class EndpointPerfByWorkloadDecisions:
    """How an endpoint did at decisions."""

    latency: PercentileStats | None
    """Percentiles of the latency, in milliseconds; `None` when the request has no key."""
    request_count: int | None
    """How many requests of this kind the endpoint took in the last 30 minutes."""
    throughput: PercentileStats | None
    """Percentiles of the throughput; `None` when the request has no key."""


@frozen(kw_only=True)
class EndpointPerfByWorkloadEmbeddings:
    """How an endpoint did at embeddings."""

    latency: PercentileStats | None
    """Percentiles of the latency, in milliseconds; `None` when the request has no key."""
    request_count: int | None
    """How many requests of this kind the endpoint took in the last 30 minutes."""
    throughput: PercentileStats | None
    """Percentiles of the throughput; `None` when the request has no key."""


@frozen(kw_only=True)
class EndpointPerfByWorkloadImageGeneration:
    """How an endpoint did at making pictures."""

    latency: PercentileStats | None
    """Percentiles of the time of a whole request, in milliseconds; `None` when the request has no key."""
    request_count: int | None
    """How many requests of this kind the endpoint took in the last 30 minutes."""
    throughput: PercentileStats | None
    """Percentiles of the throughput; `None` when the request has no key."""


@frozen(kw_only=True)
class EndpointPerfByWorkloadRerank:
    """How an endpoint did at sorting documents."""

    latency: PercentileStats | None
    """Percentiles of the latency, in milliseconds; `None` when the request has no key."""
    request_count: int | None
    """How many requests of this kind the endpoint took in the last 30 minutes."""
    throughput: PercentileStats | None
    """Percentiles of the throughput; `None` when the request has no key."""


@frozen(kw_only=True)
class EndpointPerfByWorkloadStt:
    """How an endpoint did at transcribing speech."""

    latency: PercentileStats | None
    """Percentiles of the latency, in milliseconds; `None` when the request has no key."""
    request_count: int | None
    """How many requests of this kind the endpoint took in the last 30 minutes."""
    throughput: PercentileStats | None
    """Percentiles of the throughput; `None` when the request has no key."""


@frozen(kw_only=True)
class EndpointPerfByWorkloadTextGeneration:
    """How an endpoint did at writing text."""

    latency: PercentileStats | None
    """Percentiles of the time to the first token, in milliseconds; `None` when the request has no key."""
    request_count: int | None
    """How many requests of this kind the endpoint took in the last 30 minutes."""
    throughput: PercentileStats | None
    """Percentiles of the throughput; `None` when the request has no key."""


@frozen(kw_only=True)
class EndpointPerfByWorkloadTts:
    """How an endpoint did at speaking texts."""

    latency: PercentileStats | None
    """Percentiles of the latency, in milliseconds; `None` when the request has no key."""
    request_count: int | None
    """How many requests of this kind the endpoint took in the last 30 minutes."""
    throughput: PercentileStats | None
    """Percentiles of the throughput; `None` when the request has no key."""


@frozen(kw_only=True)
class EndpointPerfByWorkloadUnknown:
    """How an endpoint did at requests of no known kind."""

    latency: PercentileStats | None
    """Percentiles of the latency, in milliseconds; `None` when the request has no key."""
    request_count: int | None
    """How many requests of this kind the endpoint took in the last 30 minutes."""
    throughput: PercentileStats | None
    """Percentiles of the throughput; `None` when the request has no key."""


@frozen(kw_only=True)
class EndpointPerfByWorkloadVideoGeneration:
    """How an endpoint did at making videos."""

    latency: PercentileStats | None
    """Percentiles of the time of a whole request, in milliseconds; `None` when the request has no key."""
    request_count: int | None
    """How many requests of this kind the endpoint took in the last 30 minutes."""
    throughput: PercentileStats | None
    """Percentiles of the throughput; `None` when the request has no key."""


@frozen(kw_only=True)
class EndpointPerfByWorkload:
    """How an endpoint did in the last 30 minutes, by kind of request. A kind that it does not serve is absent."""

    decisions: EndpointPerfByWorkloadDecisions | None = None
    """Requests for decisions."""
    embeddings: EndpointPerfByWorkloadEmbeddings | None = None
    """Requests for embeddings."""
    image_generation: EndpointPerfByWorkloadImageGeneration | None = None
    """Requests for pictures; the latency is that of the whole request."""
    rerank: EndpointPerfByWorkloadRerank | None = None
    """Requests to sort documents."""
    stt: EndpointPerfByWorkloadStt | None = None
    """Transcriptions of speech."""
    text_generation: EndpointPerfByWorkloadTextGeneration | None = None
    """Requests for text."""
    tts: EndpointPerfByWorkloadTts | None = None
    """Requests to speak a text."""
    unknown: EndpointPerfByWorkloadUnknown | None = None
    """Requests of no known kind."""
    video_generation: EndpointPerfByWorkloadVideoGeneration | None = None
    """Requests for videos; the latency is that of the whole request."""


@frozen(kw_only=True)
class PublicEndpoint:
    """One provider's offer of a model: its limits, its price and how it does."""

    context_length: int
    """How many tokens request and answer may have together."""
    latency_last_30m: PercentileStats | None
    """Percentiles of the time to the first token in the last 30 minutes, in milliseconds; `None` when the request has
    no key."""
    max_completion_tokens: int | None
    """How many tokens the answer may have; a long prompt may leave less room, because both share the context."""
    max_prompt_tokens: int | None
    """How many tokens the prompt may have; `None` for no limit but the context."""
    model_id: str
    """The slug of the model."""
    model_name: str
    """The model's name for people."""
    name: str
    """The endpoint's name for people."""
    pricing: PublicEndpointPricing
    """What it costs here."""
    provider_name: "ProviderName"
    """Who serves it."""
    quantization: Quantization | None
    """The precision of the weights, such as `"fp8"`."""
    status: EndpointStatus | None = None
    """Its state as a number; OpenRouter does not document what each number means."""
    supported_parameters: "tuple[Parameter, ...]"
    """The parameters of requests that it knows."""
    supports_implicit_caching: bool
    """Whether it caches prompts without being asked to."""
    supports_voice_cloning: bool | None = None
    """Whether it can clone the voice of a sound in `input_references`; requests with such a sound go only to endpoints
    that can."""
    tag: str
    """The provider's slug, with a variant where it has several, such as `"deepinfra/turbo"`; to choose it in `provider`
    of a request."""
    throughput_last_30m: PercentileStats | None
    """Percentiles of the output in the last 30 minutes, in tokens per second; `None` when the request has no key."""
    uptime_last_1d: float | None
    """The percentage of minutes of the last day that had at least 80% of successful attempts; minutes with fewer than
    10 attempts do not count, nor do failures by rate limits or by the caller. `None` when no minute counts."""
    uptime_last_30m: float | None
    """The same as `uptime_last_1d` for the last 30 minutes."""
    uptime_last_5m: float | None
    """The same as `uptime_last_1d` for the last 5 minutes."""
    native_tools: Mapping[str, PublicEndpointNativeToolsValue] | None = None
    """The provider's own tools that can run in place of OpenRouter's (`engine: "native"`), by OpenRouter's names
    (`openrouter:*`); empty for none."""
    service_tier: PublicServiceTier | None = None
    """The service tier that it sells; `None` for the usual one."""
    supports_diarization: bool | None = None
    """Whether its transcriptions tell speakers apart; `False` also when it does not say."""
    supports_tool_choice: ToolChoiceSupport | None = None
    """Which values of `tool_choice` work here."""
    perf_last_30m_by_workload: EndpointPerfByWorkload | None = None
    """How it did in the last 30 minutes, by kind of request; absent when the request has no key."""
    supports_image_reference: bool | None = None
    """Whether it takes a picture of the voice that is wanted in `input_references`; requests with one go only to
    endpoints that do."""
    supports_multiple_audio_references: bool | None = None
    """Whether it takes more than one sound in `input_references`; requests with several go only to endpoints that do.
    """


@frozen(kw_only=True)
class ListEndpointsResponse:
    """A model and the endpoints that serve it."""

    architecture: ListEndpointsResponseArchitecture
    """What goes in and what comes out."""
    created: int
    """When OpenRouter added the model, in seconds since 1970."""
    description: str
    """What the model is good for, in prose for people."""
    endpoints: tuple[PublicEndpoint, ...]
    """Who serves the model, how well and at what price."""
    id: str
    """The model's slug, such as `"openai/gpt-5"`."""
    name: str
    """The model's name for people."""


@frozen(kw_only=True)
class EndpointsListResponse:
    """A model with its endpoints."""

    data: ListEndpointsResponse
    """The model and who serves it."""


class EndpointsListZdrEndpointsRequest(Attribution, total=False):
    """What `endpoints_list_zdr_endpoints` takes."""


@frozen(kw_only=True)
class ListEndpointsZdrResponse:
    """The endpoints that retain no data."""

    data: tuple[PublicEndpoint, ...]
    """The endpoints, of all models."""


class ModelsCountRequest(Attribution, total=False):
    """What `models_count` takes."""

    output_modalities: str
    """Only models that make one of these kinds of content, separated by commas (`"text,image"`); absent for `"text"`,
    and `"all"` is any."""


@frozen(kw_only=True)
class ModelsCountResponseData:
    """The number of models."""

    count: int
    """How many models there are."""


@frozen(kw_only=True)
class ModelsCountResponse:
    """How many models there are."""

    data: ModelsCountResponseData
    """The number, in an object."""


class ModelsGetRequest(Attribution, total=False):
    """What `models_get` takes."""

    author: Required[str]
    """Who made the model, such as `"openai"`."""
    slug: Required[str]
    """The model's slug without its author, such as `"gpt-4"`; it may end in a variant, such as `"gpt-4:free"`."""


@frozen(kw_only=True)
class ModelResponse:
    """The model that was asked for."""

    data: Model
    """What it can do and what it costs."""


class ModelsListRequest(Attribution, total=False):
    """What `models_list` takes."""

    offset: int | None
    """How many models to skip before the first page; absent or `None` for 0."""
    limit: int
    """How many models a page holds at most, 1 to 1000; absent for 500, but with `offset` absent as well for all models
    on one page."""
    category: (
        Literal[
            "programming",
            "roleplay",
            "marketing",
            "marketing/seo",
            "technology",
            "science",
            "translation",
            "legal",
            "finance",
            "health",
            "trivia",
            "academia",
        ]
        | str
    )
    """Only models for this use, such as `"programming"`."""
    supported_parameters: str
    """Only models that know these parameters, separated by commas."""
    output_modalities: str
    """Only models that make one of these kinds of content, separated by commas (`"text,image"`); absent for `"text"`,
    and `"all"` is any."""
    sort: (
        Literal[
            "most-popular",
            "newest",
            "top-weekly",
            "pricing-low-to-high",
            "pricing-high-to-low",
            "context-high-to-low",
            "throughput-high-to-low",
            "latency-low-to-high",
            "intelligence-high-to-low",
            "coding-high-to-low",
            "agentic-high-to-low",
            "design-arena-elo-high-to-low",
        ]
        | str
    )
    """Their order, such as `"newest"` or `"pricing-low-to-high"`; models that were not measured come last; absent for
    the server's own order."""
    q: str
    """Only models whose name or slug matches this text."""
    input_modalities: str
    """Only models that take these kinds of content (`text`, `image`, `audio`, `file`), separated by commas."""
    context: int
    """Only models whose context has at least so many tokens."""
    min_price: float | None
    """The lowest price of a million tokens of the prompt, in US dollars."""
    max_price: float | None
    """The highest price of a million tokens of the prompt, in US dollars."""
    arch: str
    """Only models of this family, such as `"Claude"`."""
    model_authors: str
    """Only models of these makers: their slugs, separated by commas."""
    providers: str
    """Only models that one of these providers serves: their names, separated by commas."""
    distillable: Literal["true", "false"] | str
    """`"true"` for only models whose answers may train other models, `"false"` for only the others."""
    zdr: Literal["true"]
    """`"true"` for only models that somebody serves without retaining data."""
    region: Literal["eu", "us"] | str
    """Only models that are served in this region (`"eu"`, `"us"`)."""
    min_output_price: float | None
    """The lowest price of a million tokens of the answer, in US dollars."""
    max_output_price: float | None
    """The highest price of a million tokens of the answer, in US dollars."""
    min_age_days: int | None
    """Only models that were added at least so many days ago."""
    max_age_days: int | None
    """Only models that were added at most so many days ago."""
    min_intelligence_index: float | None
    """The lowest intelligence index of Artificial Analysis."""
    max_intelligence_index: float | None
    """The highest intelligence index of Artificial Analysis."""
    min_coding_index: float | None
    """The lowest coding index of Artificial Analysis."""
    max_coding_index: float | None
    """The highest coding index of Artificial Analysis."""
    min_agentic_index: float | None
    """The lowest agentic index of Artificial Analysis."""
    max_agentic_index: float | None
    """The highest agentic index of Artificial Analysis."""
    min_tool_success_rate: float | None
    """The lowest share of requests that end with calls of tools as they should, 0 to 1."""
    max_tool_success_rate: float | None
    """The highest share of requests that end with calls of tools as they should, 0 to 1."""


class ModelsListForUserRequest(Attribution, total=False):
    """What `models_list_for_user` takes."""

    offset: int | None
    """How many models to skip before the first page; absent or `None` for 0."""
    limit: int
    """How many models a page holds at most, 1 to 1000; absent for 500, but with `offset` absent as well for all models
    on one page."""
    output_modalities: str
    """Only models that make one of these kinds of content, separated by commas (`"text,image"`); absent for `"text"`,
    and `"all"` is any."""
    sort: (
        Literal[
            "most-popular",
            "newest",
            "top-weekly",
            "pricing-low-to-high",
            "pricing-high-to-low",
            "context-high-to-low",
            "throughput-high-to-low",
            "latency-low-to-high",
            "intelligence-high-to-low",
            "coding-high-to-low",
            "agentic-high-to-low",
            "design-arena-elo-high-to-low",
        ]
        | str
    )
    """Their order, such as `"newest"` or `"pricing-low-to-high"`; models that were not measured come last; absent for
    the server's own order."""
