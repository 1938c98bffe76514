"""Names that several families of endpoints share. A name that is not listed is kept as it is."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from typing import Literal, TypeAlias

__all__ = [
    "AnthropicCacheControlTtl",
    "AnthropicSpeed",
    "ApiErrorType",
    "ApplyPatchCallStatus",
    "BashServerToolEngine",
    "DeprecatedRoute",
    "FailableToolCallStatus",
    "ImageGenerationStatus",
    "MetadataLevel",
    "PDFParserEngine",
    "PipelineStageType",
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


AnthropicCacheControlTtl: TypeAlias = Literal["5m", "1h"] | str


AnthropicSpeed: TypeAlias = Literal["fast", "standard"] | str


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


ApplyPatchCallStatus: TypeAlias = Literal["in_progress", "completed"] | str


BashServerToolEngine: TypeAlias = Literal["auto", "native", "openrouter"] | str


DeprecatedRoute: TypeAlias = Literal["fallback", "sort"]


FailableToolCallStatus: TypeAlias = Literal["in_progress", "completed", "incomplete", "failed"] | str


ImageGenerationStatus: TypeAlias = Literal["in_progress", "completed", "generating", "failed"] | str


MetadataLevel: TypeAlias = Literal["disabled", "enabled"] | str


PDFParserEngine: TypeAlias = Literal["mistral-ocr", "native", "cloudflare-ai", "pdf-text"] | str


PipelineStageType: TypeAlias = (
    Literal["guardrail", "plugin", "server_tools", "response_healing", "context_compression"] | str
)


ProviderSort: TypeAlias = Literal["price", "throughput", "latency", "exacto"] | str


Quantization: TypeAlias = (
    Literal["int4", "int8", "fp4", "mxfp4", "nvfp4", "fp6", "fp8", "mxfp8", "fp16", "bf16", "fp32", "unknown"] | str
)


ReasoningContext: TypeAlias = Literal["auto", "all_turns", "current_turn"] | str


ReasoningEffort: TypeAlias = Literal["max", "xhigh", "high", "medium", "low", "minimal", "none"] | str


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


ReasoningMode: TypeAlias = Literal["standard", "pro"] | str


ReasoningSummaryVerbosity: TypeAlias = Literal["auto", "concise", "detailed"] | str


RoutingStrategy: TypeAlias = (
    Literal["direct", "auto", "free", "latest", "alias", "fallback", "pareto", "bodybuilder", "fusion"] | str
)


SearchContextSizeEnum: TypeAlias = Literal["low", "medium", "high"] | str


SearchQualityLevel: TypeAlias = Literal["low", "medium", "high"] | str


ShellServerToolEngine: TypeAlias = Literal["auto", "openrouter"] | str


ToolCallStatus: TypeAlias = Literal["in_progress", "completed", "incomplete"] | str


WebFetchEngineEnum: TypeAlias = Literal["auto", "native", "openrouter", "exa", "parallel", "firecrawl"] | str


WebSearchEngine: TypeAlias = Literal["native", "exa", "firecrawl", "parallel", "perplexity"] | str


WebSearchEngineEnum: TypeAlias = Literal["native", "exa", "parallel", "firecrawl", "perplexity", "auto"] | str


WebSearchMode: TypeAlias = (
    Literal["instant", "fast", "auto", "deep-lite", "deep", "deep-reasoning", "turbo", "basic", "advanced"] | str
)


WebSearchStatus: TypeAlias = Literal["completed", "searching", "in_progress", "failed"] | str
