# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Enumerations that several families of endpoints share. A value that is not listed is kept as it is."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from typing import Literal, TypeAlias

__all__ = [
    "AnthropicCacheControlTtl",
    "AnthropicSpeed",
    "ApiErrorType",
    "ApplyPatchCallStatus",
    "BashServerToolEngine",
    "ContextCompressionEngine",
    "DeprecatedRoute",
    "FailableToolCallStatus",
    "ImageGenerationStatus",
    "MetadataLevel",
    "PDFParserEngine",
    "PipelineStageType",
    "ProviderName",
    "ProviderSort",
    "Quantization",
    "ReasoningContext",
    "ReasoningEffort",
    "ReasoningFormat",
    "ReasoningMode",
    "ReasoningSummaryVerbosity",
    "RoutingStrategy",
    "SearchContextSizeEnum",
    "SearchQualityLevel",
    "ShellServerToolEngine",
    "ToolCallStatus",
    "WebFetchEngineEnum",
    "WebSearchEngine",
    "WebSearchEngineEnum",
    "WebSearchMode",
    "WebSearchStatus",
]


ProviderName: TypeAlias = (
    Literal[
        "Modal",
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
)
"""A provider, by its name. Requests take its slug, too, such as `"amazon-bedrock"`."""


Quantization: TypeAlias = (
    Literal["int4", "int8", "fp4", "mxfp4", "nvfp4", "fp6", "fp8", "mxfp8", "fp16", "bf16", "fp32", "unknown"] | str
)
"""The precision of a model's weights. `unknown`: the provider does not say."""


ProviderSort: TypeAlias = Literal["price", "throughput", "latency", "exacto"] | str
"""What to sort providers by, the best first. `price`: the lowest price; `throughput`: the most tokens per second;
`latency`: the shortest wait for the first token; `exacto`: the most reliable tool calls."""


ApiErrorType: TypeAlias = (
    Literal[
        "context_length_exceeded",
        "max_tokens_exceeded",
        "token_limit_exceeded",
        "string_too_long",
        "authentication",
        "permission_denied",
        "payment_required",
        "rate_limit_exceeded",
        "provider_overloaded",
        "provider_unavailable",
        "invalid_request",
        "invalid_prompt",
        "not_found",
        "precondition_failed",
        "payload_too_large",
        "unprocessable",
        "content_policy_violation",
        "refusal",
        "invalid_image",
        "image_too_large",
        "image_too_small",
        "unsupported_image_format",
        "image_not_found",
        "image_download_failed",
        "server",
        "timeout",
        "unmapped",
    ]
    | str
)
"""A kind of error, by a name that is the same in all of OpenRouter's APIs. `unmapped`: an error that OpenRouter has no
name for."""


AnthropicSpeed: TypeAlias = Literal["fast", "standard"] | str
"""How fast an Anthropic model answers. `fast`: faster than usual, at the provider's price for that."""


ReasoningFormat: TypeAlias = (
    Literal[
        "unknown",
        "openai-responses-v1",
        "azure-openai-responses-v1",
        "bedrock-openai-responses-v1",
        "bedrock-xai-responses-v1",
        "xai-responses-v1",
        "meta-responses-v1",
        "anthropic-claude-v1",
        "google-gemini-v1",
    ]
    | str
)
"""The form in which a provider gives reasoning, named after its API."""


PipelineStageType: TypeAlias = (
    Literal["guardrail", "plugin", "server_tools", "response_healing", "context_compression"] | str
)
"""The kind of a step that OpenRouter takes beside calling the model. `guardrail`: a check of what goes in or comes out;
`plugin`: any other plugin; `server_tools`: tools that OpenRouter runs; `response_healing`: the repair of a malformed
answer; `context_compression`: the shortening of a long prompt."""


RoutingStrategy: TypeAlias = (
    Literal["direct", "auto", "free", "latest", "alias", "fallback", "pareto", "bodybuilder", "fusion"] | str
)
"""How OpenRouter came to a model. `direct`: the request named it; `auto`: the auto router chose it; `free`: the router
of free models chose it; `latest`: it is the latest of the family that the request named; `alias`: the request named it
by another name; `fallback`: a model before it in `models` could not answer; `pareto`: the Pareto router chose it;
`fusion`: several models answered, and one joined their answers."""


WebSearchStatus: TypeAlias = Literal["completed", "searching", "in_progress", "failed"] | str
"""How far a web search is."""


ImageGenerationStatus: TypeAlias = Literal["in_progress", "completed", "generating", "failed"] | str
"""How far the generation of an image is."""


ToolCallStatus: TypeAlias = Literal["in_progress", "completed", "incomplete"] | str
"""How far a tool call is. `incomplete`: it ended before it was finished."""


ApplyPatchCallStatus: TypeAlias = Literal["in_progress", "completed"] | str
"""How far a call that applies a patch is."""


FailableToolCallStatus: TypeAlias = Literal["in_progress", "completed", "incomplete", "failed"] | str
"""How far a tool call is; it can also fail. `incomplete`: it ended before it was finished."""


ReasoningContext: TypeAlias = Literal["auto", "all_turns", "current_turn"] | str
"""Which reasoning the model sees. Only OpenAI's GPT-5.6 and newer know it. `auto`: what is usual for the model, as when
it is absent; `all_turns`: that of earlier turns, too, where the request has it; `current_turn`: only that of this turn.
"""


ReasoningEffort: TypeAlias = Literal["max", "xhigh", "high", "medium", "low", "minimal", "none"] | str
"""How much a model reasons, from `max` down to `none`. `none`: not at all."""


ReasoningMode: TypeAlias = Literal["standard", "pro"] | str
"""How deeply a model reasons. Only OpenAI's GPT-5.6 and newer know it. `standard`: as usual (the default); `pro`: more
deeply, at the same price for each token."""


ReasoningSummaryVerbosity: TypeAlias = Literal["auto", "concise", "detailed"] | str
"""How long a summary of the reasoning is. `auto`: as the model decides."""


WebSearchEngineEnum: TypeAlias = Literal["native", "exa", "parallel", "firecrawl", "perplexity", "auto"] | str
"""How the web is searched. `native`: with the search of the model's provider; `firecrawl`: with Firecrawl, and a key of
your own for it (BYOK); `perplexity`: with Perplexity, which returns raw results in their rank; `auto`: with the search
of the model's provider, or Exa if it has none (the default)."""


WebSearchMode: TypeAlias = (
    Literal["instant", "fast", "auto", "deep-lite", "deep", "deep-reasoning", "turbo", "basic", "advanced"] | str
)
"""How thoroughly an engine searches the web. Exa's modes are `instant`, `fast`, `auto` (its default), `deep-lite`,
`deep` and `deep-reasoning`; Parallel's are `turbo`, `fast`, `basic` (its default) and `advanced`. An engine ignores a
mode that is not its own."""


SearchContextSizeEnum: TypeAlias = Literal["low", "medium", "high"] | str
"""How much content of web pages the model gets from a search."""


AnthropicCacheControlTtl: TypeAlias = Literal["5m", "1h"] | str
"""How long a provider keeps a cache. `5m`: 5 minutes; `1h`: 1 hour."""


WebSearchEngine: TypeAlias = Literal["native", "exa", "firecrawl", "parallel", "perplexity"] | str
"""How the web is searched. `native`: with the search of the model's provider; `firecrawl`: with Firecrawl, and a key of
your own for it (BYOK)."""


PDFParserEngine: TypeAlias = Literal["mistral-ocr", "native", "cloudflare-ai", "pdf-text"] | str
"""What reads PDF files. `mistral-ocr`: text recognition by Mistral; `native`: the model's provider; `pdf-text`:
deprecated, means `cloudflare-ai`."""


ContextCompressionEngine: TypeAlias = Literal["middle-out"]
"""How a long prompt is shortened. `middle-out`: from its middle (the default)."""


DeprecatedRoute: TypeAlias = Literal["fallback", "sort"]
"""The older form of `partition` in the `sort` of `provider`. Deprecated. `fallback`: means `model`; `sort`: means
`none`."""


BashServerToolEngine: TypeAlias = Literal["auto", "native", "openrouter"] | str
"""What runs the commands of the bash tool. `auto`: as `native` (the default); `native`: your application, which gets
the tool call; `openrouter`: a sandbox of OpenRouter."""


WebFetchEngineEnum: TypeAlias = Literal["auto", "native", "openrouter", "exa", "parallel", "firecrawl"] | str
"""What fetches web pages. `auto`: the model's provider if it can, otherwise Exa (the default); `native`: the model's
provider; `openrouter`: plain HTTP from OpenRouter; `exa`: the contents API of Exa; `parallel`: the extract API of
Parallel; `firecrawl`: the scraper of Firecrawl, with a key of your own for it (BYOK)."""


SearchQualityLevel: TypeAlias = Literal["low", "medium", "high"] | str
"""How much content a search takes from the web: with Exa 5000 (`low`), 15,000 (`medium`) or 30,000 (`high`) characters
of each result, with Parallel a total over all results, with Perplexity as its API defines it. Other engines ignore it.
`max_characters` has precedence. When it is absent, Exa decides by query and document, and Parallel takes its own
default."""


MetadataLevel: TypeAlias = Literal["disabled", "enabled"] | str
"""Whether a response tells in `openrouter_metadata` how it was routed."""


ShellServerToolEngine: TypeAlias = Literal["auto", "openrouter"] | str
"""What runs the commands of the shell tool. `auto`: the hosted shell of the provider if it has one, as OpenAI has,
otherwise the sandbox (the default); `openrouter`: a sandbox of OpenRouter."""
