# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Enumerations that several families of endpoints share. A value that is not listed is kept as it is."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from typing import Literal, TypeAlias

__all__ = [
    "AnthropicCacheControlTtl",
    "AnthropicSpeed",
    "ApiErrorType",
    "ProviderSort",
    "Quantization",
    "ReasoningEffort",
    "ReasoningFormat",
    "SearchQualityLevel",
    "WebSearchEngineEnum",
    "WebSearchMode",
]


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


ReasoningEffort: TypeAlias = Literal["max", "xhigh", "high", "medium", "low", "minimal", "none"] | str
"""How much a model reasons, from `max` down to `none`. `none`: not at all."""


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


AnthropicCacheControlTtl: TypeAlias = Literal["5m", "1h"] | str
"""How long a provider keeps a cache. `5m`: 5 minutes; `1h`: 1 hour."""


SearchQualityLevel: TypeAlias = Literal["low", "medium", "high"] | str
"""How much content a search takes from the web: with Exa 5000 (`low`), 15,000 (`medium`) or 30,000 (`high`) characters
of each result, with Parallel a total over all results, with Perplexity as its API defines it. Other engines ignore it.
`max_characters` has precedence. When it is absent, Exa decides by query and document, and Parallel takes its own
default."""
