# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Generations: requests and responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from typing import Literal, Required

from openrouter_core.model import Json, frozen
from openrouter_core.operation import Attribution

__all__ = [
    "GenerationContentData",
    "GenerationContentDataOutput",
    "GenerationContentError",
    "GenerationContentErrorAttempt",
    "GenerationContentMessages",
    "GenerationContentPrompt",
    "GenerationContentResponse",
    "GenerationResponse",
    "GenerationResponseData",
    "GenerationsGetGenerationRequest",
    "GenerationsListGenerationContentRequest",
    "GenerationsSubmitFeedbackRequest",
    "ProviderResponse",
    "SubmitGenerationFeedbackResponse",
    "SubmitGenerationFeedbackResponseData",
]


class GenerationsGetGenerationRequest(Attribution, total=False):
    """What `generations_get_generation` takes."""

    id: Required[str]
    """The generation's id, which is the `id` of an answer."""


@frozen(kw_only=True)
class ProviderResponse:
    """One attempt to have a provider answer."""

    endpoint_id: str | None = None
    """The id of the provider's endpoint at OpenRouter."""
    id: str | None = None
    """The provider's own id of the attempt."""
    is_byok: bool | None = None
    """Whether it ran on a provider key of your own (BYOK)."""
    latency: float | None = None
    """How long it took, in milliseconds."""
    model_permaslug: str | None = None
    """The model's permanent slug, such as `"openai/gpt-4.1-2025-04-14"`."""
    provider_name: (
        Literal[
            "AnyScale",
            "Atoma",
            "Cent-ML",
            "CrofAI",
            "Enfer",
            "GoPomelo",
            "HuggingFace",
            "Hyperbolic",
            "Hyperbolic 2",
            "InoCloud",
            "Kluster",
            "Lambda",
            "Lepton",
            "Lynn 2",
            "Lynn",
            "Mancer",
            "Modal",
            "Nineteen",
            "OctoAI",
            "Recursal",
            "Reflection",
            "Replicate",
            "SambaNova 2",
            "SF Compute",
            "Targon",
            "Together 2",
            "Ubicloud",
            "01.AI",
            "AkashML",
            "AI21",
            "AionLabs",
            "Alibaba",
            "Ambient",
            "Baidu",
            "Amazon Bedrock",
            "Amazon Nova",
            "Anthropic",
            "Arcee AI",
            "AtlasCloud",
            "Avian",
            "Azure",
            "BaseTen",
            "BytePlus",
            "Black Forest Labs",
            "Cerebras",
            "Chutes",
            "Cirrascale",
            "Claude Platform on AWS",
            "Clarifai",
            "Cloudflare",
            "Cohere",
            "CoreWeave",
            "Crucible",
            "Crusoe",
            "Darkbloom",
            "Databricks",
            "Decart",
            "Deepgram",
            "DeepInfra",
            "DeepSeek",
            "DekaLLM",
            "DigitalOcean",
            "Featherless",
            "Fireworks",
            "Fish Audio",
            "Friendli",
            "GMICloud",
            "Google",
            "Google AI Studio",
            "Groq",
            "HeyGen",
            "Inception",
            "Inceptron",
            "InferenceNet",
            "Ionstream",
            "Infermatic",
            "Io Net",
            "Inferact vLLM",
            "Inflection",
            "Liquid",
            "Makora",
            "Mara",
            "Mancer 2",
            "Meta",
            "Minimax",
            "ModelRun",
            "Mistral",
            "Modular",
            "Moonshot AI",
            "Morph",
            "VoyageAI by MongoDB",
            "NCompass",
            "Nebius",
            "Nex AGI",
            "NextBit",
            "Novita",
            "Nvidia",
            "OpenAI",
            "OpenInference",
            "Parasail",
            "Poolside",
            "Perceptron",
            "Perplexity",
            "Phala",
            "Recraft",
            "Reka",
            "Relace",
            "Sail Research",
            "Sakana AI",
            "SambaNova",
            "Seed",
            "SiliconFlow",
            "Sourceful",
            "StepFun",
            "Stealth",
            "StreamLake",
            "Switchpoint",
            "Tencent",
            "Tenstorrent",
            "Thinking Machines",
            "Together",
            "Upstage",
            "Venice",
            "Wafer",
            "WandB",
            "Quiver",
            "Krea",
            "Runway",
            "Xiaomi",
            "xAI",
            "Z.AI",
            "FakeProvider",
            "AssemblyAI",
            "Cosine",
            "ElevenLabs",
            "TypeSafe",
            "Near AI",
            "Ollama",
            "ParetoAlpha",
            "PrimeIntellect",
            "Recursive",
            "Respan",
            "ScaleDown",
            "Unbiased",
        ]
        | str
        | None
    ) = None
    """The provider that was tried."""
    routed_service_tier: Literal["flex", "priority", "ultrafast"] | str | None = None
    """The service tier that the request was routed to; which one is applied and charged depends on the provider's
    answer."""
    status: int | None
    """The HTTP status that the provider answered with, or `None`."""


@frozen(kw_only=True)
class GenerationResponseData:
    """Tokens, cost, times and provider of one generation. What was not measured is `None`."""

    api_type: Literal["completions", "embeddings", "rerank", "tts", "stt", "video", "image", "decisions"] | str | None
    """The kind of API that was called."""
    app_id: int | None
    """The id of the application that made it, or `None`."""
    cache_discount: float | None
    """What caching saved, in US dollars; negative when writing the cache cost more."""
    cancelled: bool | None
    """Whether it was cancelled before its end."""
    created_at: str
    """When it was made, in ISO 8601."""
    data_region: Literal["global", "europe", "us"] | str
    """The region that it was routed through."""
    external_user: str | None
    """Your own id of the end user, as the request gave it."""
    finish_reason: str | None
    """Why the answer ended, in OpenRouter's words."""
    generation_time: float | None
    """How long the model generated, in milliseconds."""
    http_referer: str | None
    """The application's URL, as the request gave it."""
    id: str
    """The generation's id, such as `"gen-1234567890"`."""
    is_byok: bool
    """Whether it ran on a provider key of your own (BYOK)."""
    latency: float | None
    """How long it took in all, in milliseconds."""
    model: str
    """The model that answered."""
    moderation_latency: float | None
    """How long moderation took, in milliseconds."""
    native_finish_reason: str | None
    """Why the answer ended, in the provider's words."""
    native_tokens_cached: int | None
    """Tokens of the prompt that came from a cache, by the provider's count."""
    native_tokens_completion: int | None
    """Tokens of the answer, by the provider's count, which is what is charged."""
    native_tokens_completion_images: int | None
    """Tokens of images in the answer, by the provider's count."""
    native_tokens_prompt: int | None
    """Tokens of the prompt, by the provider's count, which is what is charged."""
    native_tokens_reasoning: int | None
    """Tokens of reasoning, by the provider's count."""
    num_fetches: int | None
    """How many web pages were fetched."""
    num_input_audio_prompt: int | None
    """How many audio inputs the prompt had."""
    num_media_completion: int | None
    """How many media items, such as images, the answer had."""
    num_media_prompt: int | None
    """How many media items, such as images, the prompt had."""
    num_search_results: int | None
    """How many results of web searches were included."""
    origin: str
    """The URL from which the request came."""
    preset_id: str | None
    """The id of the preset that it used, or `None`."""
    provider_name: str | None
    """The provider's name, or `None` when it is not known."""
    provider_responses: tuple[ProviderResponse, ...] | None
    """Every attempt at a provider, those that failed included."""
    request_id: str | None = None
    """An id that all generations of one request have in common."""
    response_cache_source_id: str | None = None
    """The id of the generation whose answer was repeated from the response cache; `None` if the answer came from no
    cache."""
    router: str | None
    """The router that chose the model, such as `"openrouter/auto"`."""
    service_tier: str | None
    """The service tier that the provider reported; `None` if it reported none."""
    session_id: str | None = None
    """The session that the request named."""
    streamed: bool | None
    """Whether the answer was streamed."""
    tokens_completion: int | None
    """Tokens of the answer, by OpenRouter's own count."""
    tokens_prompt: int | None
    """Tokens of the prompt, by OpenRouter's own count."""
    total_cost: float
    """What it cost, in US dollars."""
    upstream_id: str | None
    """The provider's own id of it."""
    upstream_inference_cost: float | None
    """What the provider itself charged."""
    usage: float
    """What was taken from the account, in US dollars."""
    user_agent: str | None
    """The `User-Agent` of the request."""
    web_search_engine: str | None
    """The engine that searched the web, such as `"exa"`."""
    workspace_id: str | None
    """The workspace that it is counted for; `None` for an account without workspaces. A generation from before there
    were workspaces counts for the account's default one."""


@frozen(kw_only=True)
class GenerationResponse:
    """What is known about one generation."""

    data: GenerationResponseData
    """Its tokens, cost, times and provider."""


class GenerationsListGenerationContentRequest(Attribution, total=False):
    """What `generations_list_generation_content` takes."""

    id: Required[str]
    """The generation's id, which is the `id` of an answer."""


@frozen(kw_only=True)
class GenerationContentErrorAttempt:
    """One attempt at a provider that failed."""

    code: int
    """The HTTP status of the attempt."""
    message: str
    """The message of its error."""
    provider_name: str | None
    """The provider's name, or `None` when it is not known."""
    raw: str | None
    """The body of the error as the provider sent it, or `None` when it was not stored."""


@frozen(kw_only=True)
class GenerationContentError:
    """Why a request failed."""

    message: str | None
    """The error's message that the client got, or `None`."""
    previous_errors: tuple[GenerationContentErrorAttempt, ...]
    """The attempts that failed before the one whose error was returned, the earliest first."""
    provider_name: str | None
    """The provider whose error the client got, or `None` when it is not known."""
    raw: str | None
    """The body of the error as it came, or `None` when it was not stored."""
    status: int | None
    """The HTTP status that the client got, or `None`."""


@frozen(kw_only=True)
class GenerationContentPrompt:
    """An input that is one text."""

    prompt: str
    """The text that was sent."""


@frozen(kw_only=True)
class GenerationContentMessages:
    """An input that is a conversation."""

    messages: tuple[Json, ...]
    """The messages that were sent."""


@frozen(kw_only=True)
class GenerationContentDataOutput:
    """What a model answered."""

    completion: str | None
    """The answer, or `None`."""
    reasoning: str | None
    """The model's reasoning, or `None`."""


@frozen(kw_only=True)
class GenerationContentData:
    """The stored prompt and answer of one request."""

    error: GenerationContentError | None
    """Why it failed, or `None` if it did not."""
    input: GenerationContentPrompt | GenerationContentMessages
    """What was asked: a prompt, or messages."""
    output: GenerationContentDataOutput
    """What was answered."""


@frozen(kw_only=True)
class GenerationContentResponse:
    """What was said in one request."""

    data: GenerationContentData
    """Prompt, answer and error."""


class GenerationsSubmitFeedbackRequest(Attribution, total=False):
    """What `generations_submit_feedback` takes."""

    category: Required[
        Literal["latency", "incoherence", "incorrect_response", "formatting", "billing", "api_error", "other"] | str
    ]
    """The kind of problem."""
    comment: str
    """What was wrong, in your own words, at most 1000 characters."""
    generation_id: Required[str]
    """The generation's id, which is the `id` of an answer; the generation must be one of yours."""


@frozen(kw_only=True)
class SubmitGenerationFeedbackResponseData:
    """Whether a report is recorded, which is always true."""

    success: Literal[True]


@frozen(kw_only=True)
class SubmitGenerationFeedbackResponse:
    """The confirmation that a report is recorded."""

    data: SubmitGenerationFeedbackResponseData
    """The confirmation itself."""
