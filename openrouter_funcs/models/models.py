"""Models and embeddings: requests and responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Sequence
from typing import Literal, Required, TypeAlias, TypedDict

from openrouter_core.model import Vector, frozen
from openrouter_core.operation import Attribution
from openrouter_funcs.models.enums import ReasoningEffort
from openrouter_funcs.models.metadata import CostDetails
from openrouter_funcs.models.routing import ProviderPreferencesParam, TraceConfigParam

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
    "EmbeddingsGenerateRequest",
    "EmbeddingsGenerateRequestInputItemContentItemImageUrlImageUrlParam",
    "EmbeddingsGenerateRequestInputItemContentItemImageUrlParam",
    "EmbeddingsGenerateRequestInputItemContentItemTextParam",
    "EmbeddingsGenerateRequestInputItemParam",
    "InputModality",
    "InstructType",
    "Model",
    "ModelAliasTarget",
    "ModelArchitecture",
    "ModelBenchmarks",
    "ModelGroup",
    "ModelLinks",
    "ModelReasoning",
    "ModelsListRequest",
    "ModelsListResponse",
    "ModelsListResponseLinks",
    "MultimodalMediaParam",
    "OutputModality",
    "Parameter",
    "PerRequestLimits",
    "PricingOverride",
    "PublicPricing",
    "TopProviderInfo",
]


@frozen(kw_only=True)
class AABenchmarkEntry:
    """Aabenchmark entry."""

    agentic_index: float | None
    coding_index: float | None
    intelligence_index: float | None


class MultimodalMediaParam(TypedDict, total=False):
    """Multimodal media."""

    data: Required[str]
    format: str


class ContentPartInputAudioParam(TypedDict, total=False):
    """An object whose `type` is `"input_audio"`."""

    input_audio: Required[MultimodalMediaParam]
    type: Required[Literal["input_audio"]]


class ContentPartInputFileParam(TypedDict, total=False):
    """An object whose `type` is `"input_file"`."""

    input_file: Required[MultimodalMediaParam]
    type: Required[Literal["input_file"]]


class ContentPartInputVideoParam(TypedDict, total=False):
    """An object whose `type` is `"input_video"`."""

    input_video: Required[MultimodalMediaParam]
    type: Required[Literal["input_video"]]


@frozen(kw_only=True)
class CreateEmbeddingsResponseDataItem:
    """The embedding of one input."""

    embedding: Vector
    """The numbers; decoded when they come in base64."""
    index: int | None = None
    """Of which input it is."""
    object: Literal["embedding"]


@frozen(kw_only=True)
class CreateEmbeddingsResponseUsagePromptTokensDetails:
    """Create embeddings response usage prompt tokens details."""

    audio_tokens: int | None = None
    file_tokens: int | None = None
    image_tokens: int | None = None
    text_tokens: int | None = None
    video_tokens: int | None = None


@frozen(kw_only=True)
class CreateEmbeddingsResponseUsage:
    """Create embeddings response usage."""

    cost: float | None = None
    cost_details: CostDetails | None = None
    is_byok: bool | None = None
    prompt_tokens: int
    prompt_tokens_details: CreateEmbeddingsResponseUsagePromptTokensDetails | None = None
    total_tokens: int


@frozen(kw_only=True)
class CreateEmbeddingsResponse:
    """Embeddings."""

    data: tuple[CreateEmbeddingsResponseDataItem, ...]
    """One for each input."""
    id: str | None = None
    """OpenRouter's id of the generation."""
    model: str
    """The model that made them."""
    object: Literal["list"]
    usage: CreateEmbeddingsResponseUsage | None = None
    """What it took and cost."""


@frozen(kw_only=True)
class DABenchmarkEntry:
    """Dabenchmark entry."""

    arena: str
    category: str
    elo: float
    rank: int
    win_rate: float


@frozen(kw_only=True)
class DefaultParameters:
    """Default parameters."""

    frequency_penalty: float | None = None
    presence_penalty: float | None = None
    repetition_penalty: float | None = None
    temperature: float | None = None
    top_k: int | None = None
    top_p: float | None = None


class EmbeddingsGenerateRequestInputItemContentItemTextParam(TypedDict, total=False):
    """An object whose `type` is `"text"`."""

    text: Required[str]
    type: Required[Literal["text"]]


class EmbeddingsGenerateRequestInputItemContentItemImageUrlImageUrlParam(TypedDict, total=False):
    """Embeddings generate request input item content item image url image url."""

    url: Required[str]


class EmbeddingsGenerateRequestInputItemContentItemImageUrlParam(TypedDict, total=False):
    """An object whose `type` is `"image_url"`."""

    image_url: Required[EmbeddingsGenerateRequestInputItemContentItemImageUrlImageUrlParam]
    type: Required[Literal["image_url"]]


class EmbeddingsGenerateRequestInputItemParam(TypedDict, total=False):
    """Embeddings generate request input item."""

    content: Required[
        Sequence[
            EmbeddingsGenerateRequestInputItemContentItemTextParam
            | EmbeddingsGenerateRequestInputItemContentItemImageUrlParam
            | ContentPartInputAudioParam
            | ContentPartInputVideoParam
            | ContentPartInputFileParam
        ]
    ]


class EmbeddingsGenerateRequest(Attribution, total=False):
    """What `embeddings_generate` takes."""

    dimensions: int
    """How many numbers each embedding has."""
    encoding_format: Literal["float", "base64"] | str
    """How numbers travel: `"base64"` is a fifth of the size and of the time, and makes no other difference."""
    input: Required[
        str
        | Sequence[str]
        | Sequence[float]
        | Sequence[Sequence[float]]
        | Sequence[EmbeddingsGenerateRequestInputItemParam]
    ]
    """What to embed: text, tokens, or parts of text and pictures; one or many."""
    input_type: str
    """What the inputs are for, such as `"search_query"`."""
    model: Required[str]
    """The model."""
    provider: ProviderPreferencesParam | None
    """Which providers may serve the request, and in which order."""
    user: str
    """Who is served, as a name of your own."""
    session_id: str
    trace: TraceConfigParam


InputModality: TypeAlias = Literal["text", "image", "file", "audio", "video"] | str


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


@frozen(kw_only=True)
class ModelAliasTarget:
    """Model alias target."""

    name: str
    slug: str


OutputModality: TypeAlias = (
    Literal["text", "image", "embeddings", "audio", "video", "rerank", "speech", "transcription", "decisions"] | str
)


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


@frozen(kw_only=True)
class ModelArchitecture:
    """Model architecture."""

    input_modalities: tuple[InputModality, ...]
    instruct_type: InstructType | None = None
    modality: str | None
    output_modalities: tuple[OutputModality, ...]
    tokenizer: ModelGroup | None = None


@frozen(kw_only=True)
class ModelBenchmarks:
    """Model benchmarks."""

    artificial_analysis: AABenchmarkEntry | None = None
    design_arena: tuple[DABenchmarkEntry, ...]


@frozen(kw_only=True)
class ModelLinks:
    """Model links."""

    details: str


@frozen(kw_only=True)
class PerRequestLimits:
    """Per request limits."""

    completion_tokens: float
    prompt_tokens: float


@frozen(kw_only=True)
class PricingOverride:
    """Pricing override."""

    audio: str | None = None
    completion: str | None = None
    input_audio_cache: str | None = None
    input_cache_read: str | None = None
    input_cache_write: str | None = None
    input_cache_write_1h: str | None = None
    min_prompt_tokens: float | None = None
    prompt: str | None = None
    utc_end: float | None = None
    utc_start: float | None = None
    utc_days: (
        tuple[Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] | str, ...] | None
    ) = None


@frozen(kw_only=True)
class PublicPricing:
    """Prices in US dollars, as decimal text: per token, unless the name says otherwise."""

    audio: str | None = None
    audio_output: str | None = None
    completion: str
    """A token of the answer."""
    discount: float | None = None
    image: str | None = None
    """A picture of the request."""
    image_output: str | None = None
    image_token: str | None = None
    input_audio_cache: str | None = None
    input_cache_read: str | None = None
    input_cache_write: str | None = None
    input_cache_write_1h: str | None = None
    internal_reasoning: str | None = None
    overrides: tuple[PricingOverride, ...] | None = None
    prompt: str
    """A token of the request."""
    request: str | None = None
    """A request."""
    web_search: str | None = None


@frozen(kw_only=True)
class ModelReasoning:
    """Model reasoning."""

    default_effort: ReasoningEffort | None = None
    default_enabled: bool | None = None
    mandatory: bool
    supported_efforts: tuple[ReasoningEffort | None, ...] | None = None
    supports_max_tokens: bool | None = None


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


@frozen(kw_only=True)
class TopProviderInfo:
    """Top provider info."""

    context_length: int | None = None
    is_moderated: bool
    max_completion_tokens: int | None = None


@frozen(kw_only=True)
class Model:
    """A model."""

    alias_target: ModelAliasTarget | None = None
    architecture: ModelArchitecture
    """What goes in and what comes out."""
    benchmarks: ModelBenchmarks | None = None
    canonical_slug: str
    """The slug that never changes."""
    context_length: int | None
    """How many tokens request and answer may have together."""
    created: int
    """Since when OpenRouter has it, in seconds since 1970."""
    default_parameters: DefaultParameters | None
    """What holds when a parameter is absent."""
    description: str | None = None
    """What its maker says of it."""
    expiration_date: str | None = None
    """When it is taken away."""
    hugging_face_id: str | None = None
    """Its id at Hugging Face."""
    id: str
    """Its slug, such as `"openai/gpt-5"`."""
    knowledge_cutoff: str | None = None
    """Up to when its knowledge goes."""
    links: ModelLinks
    name: str
    """Its name for people."""
    per_request_limits: PerRequestLimits | None
    """How many tokens one request may have."""
    pricing: PublicPricing
    """What it costs."""
    reasoning: ModelReasoning | None = None
    supported_parameters: tuple[Parameter, ...]
    """The parameters that it knows."""
    supported_voices: tuple[str, ...] | None
    """The voices that it speaks with."""
    top_provider: TopProviderInfo
    """The provider that is tried first."""


class ModelsListRequest(Attribution, total=False):
    """What `models_list` takes."""

    offset: int | None
    limit: int
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
    supported_parameters: str
    output_modalities: str
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
    q: str
    input_modalities: str
    context: int
    min_price: float | None
    max_price: float | None
    arch: str
    model_authors: str
    providers: str
    distillable: Literal["true", "false"] | str
    zdr: Literal["true"]
    region: Literal["eu", "us"] | str
    min_output_price: float | None
    max_output_price: float | None
    min_age_days: int | None
    max_age_days: int | None
    min_intelligence_index: float | None
    max_intelligence_index: float | None
    min_coding_index: float | None
    max_coding_index: float | None
    min_agentic_index: float | None
    max_agentic_index: float | None
    min_tool_success_rate: float | None
    max_tool_success_rate: float | None


@frozen(kw_only=True)
class ModelsListResponseLinks:
    """Models list response links."""

    next: str | None


@frozen(kw_only=True)
class ModelsListResponse:
    """The models."""

    data: tuple[Model, ...]
    """One page of them."""
    links: ModelsListResponseLinks
    total_count: int
    """How many there are on all pages."""
