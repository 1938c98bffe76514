"""What the contract cannot say, each with its reason. Nothing else in the generator knows an endpoint by its name."""

from __future__ import annotations

import re

from openrouter_funcs._generate.contract import Endpoint, family_of

HALVES = {"chat", "messages", "responses"}  # large topics: requests and responses have a module each

USUAL = {
    "ChatResult.usage",
    "ChatStreamChunk.usage",
    "ChatUsage.completion_tokens_details",
    "ChatUsage.prompt_tokens_details",
    "OpenResponsesResult.usage",
    "ResponseOutputText.logprobs",
    "Usage.cost_details",
}
"""Fields that may be absent, and that nearly every answer has."""

SHARED = {
    "CostDetails": "usage",
    "DeprecatedRoute": "routing",
    "MetadataLevel": "metadata",
    "ProviderName": "provider_names",
}
"""Homes of shared types: nearly every answer has costs, and few calls need the others."""

_RARE = {f"{topic}_{half}" for topic in HALVES for half in ("options", "parts")}
ON_DEMAND = {"metadata", "routing", "server_tools"} | _RARE
"""Modules of models that few calls need. The first value of one of their types loads them."""

_TOPICS = {
    "alpha_decisions": "decisions",
    "batch": "batches",
    "containers": "files",
    "credits": "credit",  # a module `credits` would hide a builtin
    "embeddings": "models",
    "endpoints": "models",
    "stt": "audio",
    "system_one": "decisions",
    "tts": "audio",
    "video_generation": "images",
}


def topic(function: str) -> str:
    """Return the module of models that a function's own types stand in."""
    family = family_of(function)
    return _TOPICS.get(family, family)


def of_home(home: str) -> str:
    """Return the topic of a module of models."""
    return re.sub("_(params|options|parts|enums)$", "", home)


NAMES = {
    # The names that the contract gives bodies without a schema of their own say too little, or end in "Body".
    "CreateKeysResponse": "CreateAPIKeyResponse",
    "DeleteKeysResponse": "DeleteAPIKeyResponse",
    "GetKeyResponse": "GetAPIKeyResponse",
    "GetCurrentKeyResponse": "GetCurrentAPIKeyResponse",
    "ListResponse": "ListAPIKeysResponse",
    "UpdateKeysResponse": "UpdateAPIKeyResponse",
    "CreateEmbeddingsResponseBody": "CreateEmbeddingsResponse",
    "CreateRerankResponseBody": "CreateRerankResponse",
    "ListOrganizationMembersResponseBody": "ListOrganizationMembersResponse",
    "ImageStreamingResponseData": "ImageStreamEvents",
    # A path of properties that is too long to read.
    "BatchObjectResult": "BatchResult",
    "BatchResultResponseBodyChatCompletion": "BatchChatCompletion",
    "BatchResultResponseBodyList": "BatchEmbeddings",
    "BatchChatCompletionChoice": "BatchChatChoice",
    "BatchChatChoiceMessage": "BatchChatMessage",
    "BatchChatMessageAnnotationFileFile": "BatchChatFile",
    "BatchChatMessageAnnotationWebSearchCitation": "BatchChatWebSearchCitation",
    "BatchChatMessageAnnotationUrlCitation": "BatchChatUrlCitation",
    "EmbeddingsGenerateRequestInputItem": "EmbeddingInput",
    "MessagesRequestContextManagementEditClearToolUses20250919": "MessagesClearToolUsesEdit",
    "MessagesRequestContextManagementEditClearThinking20251015": "MessagesClearThinkingEdit",
    "MessagesRequestContextManagementEditCompact20260112": "MessagesCompactEdit",
    "MessagesMessageParamContentItemToolResult": "MessagesToolResult",
    "MessagesMessageParamContentItemWebSearchToolResult": "MessagesWebSearchToolResult",
    "MessagesWebSearchToolResultContentWebSearchToolResultError": "MessagesWebSearchToolResultError",
    "PublicEndpointPerfLast30MByWorkload": "EndpointPerfByWorkload",
    # Unions with a name, by what they are members of.
    "AdditionalToolsItemTool": "AdditionalTool",
    "ChatRequestPlugin": "ChatPlugin",
    "ChatRequestResponseFormat": "ChatResponseFormat",
    "Input": "InputItem",
    "MessagesMessageParamContentItem": "MessagesContentBlock",
    "MessagesRequestPlugin": "MessagesPlugin",
    "MessagesRequestThinking": "MessagesThinking",
    "MessagesRequestTool": "MessagesTool",
    "MessagesRequestToolChoice": "MessagesToolChoice",
    "ResponsesRequestPlugin": "ResponsesPlugin",
    "ResponsesRequestTool": "ResponsesTool",
    "ToolSearchOutputItemTool": "FoundTool",
    # Members of a union that nothing in them names, or not well.
    "InputMessage": "InputAssistant",
    "OpenAIResponsesToolChoice5": "OpenAIResponsesToolChoiceWebSearchPreview",
    "FileSearchServerToolFilters1": "FileSearchServerToolComparison",
    "GenerationContentDataInput1": "GenerationContentPrompt",
    "GenerationContentDataInput2": "GenerationContentMessages",
    "MessagesRequestTool13": "MessagesOtherTool",
    "AdditionalToolsItemTool29": "AdditionalToolsItemOtherTool",
    "ToolSearchOutputItemTool6": "ToolSearchOutputItemOtherTool",
}
"""Better names, by the names that the rules would give."""

UNIONS = {"ChatRequestResponseFormat", "MessagesRequestThinking", "MessagesRequestToolChoice"}
"""Unions of requests that get a name though they have few members, because the names of their members are long."""

TYPES = {
    "BatchEmbeddingsDataItem.embedding": "Vector",  # a list, or the same numbers in base64
    "CreateEmbeddingsResponseDataItem.embedding": "Vector",
    "ChatAssistantMessage.role": 'Literal["assistant"] | str',  # the only tag of no union: another one loses nothing
    "ChatStreamDelta.role": 'Literal["assistant"] | str',
    "ChatWebSearchShorthandParam.type": (  # an open enumeration would tell it from no other tool
        'Literal["web_search", "web_search_preview", "web_search_preview_2025_03_11", "web_search_2025_08_26"]'
    ),
    "McpServerTool.headers": "Mapping[str, Secret] | None",  # which authenticate, and are told again
    "McpServerToolParam.headers": "Mapping[str, str | Secret] | None",
    "ReasoningItemParam.summary": "Sequence[ReasoningSummaryTextParam] | None",  # the same item stands there twice
    "byok_list.limit": "int | None",  # 0.1.0 takes `None` for absent, here and below
    "byok_list.provider": "BYOKProviderSlug | None",
    "byok_list.workspace_id": "str | None",
}
"""Types of fields that a schema cannot say."""

_NEWER = {  # what servers of August 2026, and the contract's own examples, leave out
    **dict.fromkeys(
        (
            "CreateAPIKeyResponseData",
            "GetAPIKeyResponseData",
            "ListAPIKeysResponseDataItem",
            "UpdateAPIKeyResponseData",
        ),
        ("external_user", "last_used_at"),
    ),
    "BYOKKey": ("declared_region", "declared_zdr", "is_byok_only", "is_required"),
    "GetCurrentAPIKeyResponseData": (
        *("allowed_data_regions", "budgets", "effective_budget", "free_model_daily_requests"),
        *("organization_id", "workspace_id"),
    ),
    "PublicEndpoint": ("native_tools", "service_tier", "supports_diarization", "supports_tool_choice"),
}
REQUIRED = {
    "InputMessageItemParam.id": True,  # it tells this message from the easy form, which has none
    **{f"{name}.{field}": False for name, fields in _NEWER.items() for field in fields},
}
"""Whether fields must be there where the contract says otherwise, and why."""

SECRETS = {
    "byok_create.key": "a provider's key",
    "byok_update.key": "a provider's key",
    "observability_create.config": "an object that holds the destination's keys, by names of each destination's own",
    "observability_update.config": "the same",
    "oauth_create_oauth_token.subject_token": "a token that stands for its subject (RFC 8693)",
    "oauth_exchange_auth_code_for_api_key.code": "whoever has it gets the key",
    "oauth_exchange_auth_code_for_api_key.code_verifier": "the secret of PKCE (RFC 7636)",
    "VaultSecretWriteRequest.value": "what the vault keeps",
    "ApiKeysCreateRequestExternal.api_key": "a key of the partner's own",
    "CreateAPIKeyResponse.key": "the server tells it this once",
    "CreateAuthKeysCodeResponseData.id": "whoever has it gets the key",
    "ExchangeAuthCodeForAPIKeyResponse.key": "the server tells it this once",
    "McpServerTool.authorization": "a token of another server; an answer repeats the tools",
    "TokenExchangeResponse.access_token": "a key",
}
"""Fields that hold a secret, which the contract calls a string, and why."""

OPEN = {
    "ProviderName": "the provider lists disagree, and new providers come every week",
    "BYOKProviderSlug": "the same",
}
"""Closed enumerations that grow all the same, and why."""

BY_HAND = {
    "oauth_create_authorization_url": "builds a URL and sends nothing",
    "oauth_create_sha256_code_challenge": "computes and sends nothing",
}
"""Functions that are no endpoints, and so are written by hand."""

_RENAMED = {
    "CreateBYOKKeyRequest": "ByokCreateRequest",
    "DeleteBYOKKeyRequest": "ByokDeleteRequest",
    "GetBYOKKeyRequest": "ByokGetRequest",
    "ListBYOKKeysRequest": "ByokListRequest",
    "UpdateBYOKKeyRequest": "ByokUpdateRequest",
}
ALIASES = {
    "byok": {
        **{old: (new, f"The name of `{new}` in 0.1.0.") for old, new in _RENAMED.items()},
        "DeclaredRegion": ('Literal["europe", "global", "us"] | str', "Where a provider account keeps its data."),
    },
}
"""Names of 0.1.0 that stay, by module: what each is, and its words."""


def effect(each: Endpoint) -> str:
    """Return what an endpoint does on the server, by what the contract says of repeating it."""
    if each.method == "GET" or each.hint.get("level") == "safe":
        return "read"
    if each.hint.get("why") == "each call is billed" and "batch_" not in each.function:  # a batch runs later
        return "run"
    return "add" if each.method == "POST" else "set"


LAST = {
    "messages_create": ("message_stop",),
    "responses_send": ("response.completed", "response.incomplete", "response.failed"),
}
"""The last events of streams that may end without `[DONE]`, as the APIs that they follow document them."""

ITEMS = {"files_list": "OpenRouterFile | OpenAIFile | AnthropicFile"}
PAGING = {
    # Three kinds of lists, each with a cursor of its own; the contract names the cursors and not what goes with what.
    "files_list": """
@cache
def _paging() -> Paging[FileListResponse, OpenRouterFile | OpenAIFile | AnthropicFile]:
    from openrouter_core.model import Unknown
    from openrouter_core.pages import Paging
    from openrouter_funcs.models import files

    def items(page: FileListResponse) -> Sequence[OpenRouterFile | OpenAIFile | AnthropicFile]:
        return () if isinstance(page, Unknown) else page.data

    def following(page: FileListResponse, asked: Mapping[str, object], _count: int) -> Mapping[str, object] | None:
        if isinstance(page, Unknown) or not page.has_more:
            return None
        if "before_id" in asked:
            return {"before_id": page.first_id}
        begun = next((name for name in ("after", "after_id") if name in asked), None)
        if begun is None and isinstance(page, files.OpenRouterFileList):
            return {"cursor": page.cursor}
        own = "after" if isinstance(page, files.OpenAIFileList) else "after_id"
        return {begun or own: page.last_id}

    return Paging(items=items, following=following, key=lambda file: file.id)
""",
}
"""Pages that no rule walks over: what their items are, and how."""
