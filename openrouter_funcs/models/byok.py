# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""BYOK: requests and responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Sequence
from typing import Literal, Required, TypeAlias

from openrouter_core.model import frozen
from openrouter_core.operation import Attribution
from openrouter_core.secret import Secret

__all__ = [
    "BYOKKey",
    "BYOKProviderSlug",
    "ByokCreateRequest",
    "ByokDeleteRequest",
    "ByokGetRequest",
    "ByokListRequest",
    "ByokUpdateRequest",
    "CreateBYOKKeyRequest",
    "CreateBYOKKeyResponse",
    "DeclaredRegion",
    "DeleteBYOKKeyRequest",
    "DeleteBYOKKeyResponse",
    "GetBYOKKeyRequest",
    "GetBYOKKeyResponse",
    "ListBYOKKeysRequest",
    "ListBYOKKeysResponse",
    "UpdateBYOKKeyRequest",
    "UpdateBYOKKeyResponse",
]


BYOKProviderSlug: TypeAlias = (
    Literal[
        "ai21",
        "aion-labs",
        "akashml",
        "alibaba",
        "amazon-bedrock",
        "amazon-bedrock/claude-on-aws",
        "amazon-nova",
        "ambient",
        "anthropic",
        "anthropic/2",
        "arcee-ai",
        "assemblyai",
        "atlas-cloud",
        "avian",
        "azure",
        "baidu",
        "baseten",
        "black-forest-labs",
        "byteplus",
        "cerebras",
        "chutes",
        "cirrascale",
        "clarifai",
        "claude-on-aws",
        "cloudflare",
        "cohere",
        "coreweave",
        "cosine",
        "crusoe",
        "darkbloom",
        "databricks",
        "decart",
        "deepgram",
        "deepinfra",
        "deepseek",
        "dekallm",
        "digitalocean",
        "elevenlabs",
        "featherless",
        "fireworks",
        "fish-audio",
        "friendli",
        "gmicloud",
        "google-ai-studio",
        "google-vertex",
        "groq",
        "heygen",
        "inception",
        "inceptron",
        "inferact-vllm",
        "inference-net",
        "infermatic",
        "inflection",
        "io-net",
        "ionstream",
        "krea",
        "liquid",
        "makora",
        "mancer",
        "mara",
        "meta",
        "minimax",
        "mistral",
        "modal",
        "modelrun",
        "modular",
        "moonshotai",
        "morph",
        "near-ai",
        "nebius",
        "nex-agi",
        "nextbit",
        "novita",
        "nvidia",
        "ollama",
        "open-inference",
        "openai",
        "parasail",
        "pareto-alpha",
        "perceptron",
        "perplexity",
        "phala",
        "poolside",
        "primeintellect",
        "quiver",
        "recraft",
        "recursive",
        "reka",
        "relace",
        "respan",
        "runway",
        "sail-research",
        "sakana",
        "sakana-ai",
        "sambanova",
        "scaledown",
        "seed",
        "siliconflow",
        "sourceful",
        "stepfun",
        "streamlake",
        "switchpoint",
        "tencent",
        "tenstorrent",
        "thinkingmachines",
        "together",
        "typesafe",
        "unbiased",
        "upstage",
        "venice",
        "voyageai",
        "wafer",
        "wandb",
        "wandb-legacy",
        "xai",
        "xiaomi",
        "z-ai",
    ]
    | str
)
"""The slug of a provider that takes keys of your own."""


class ByokCreateRequest(Attribution, total=False):
    """What `byok_create` takes."""

    allowed_api_key_hashes: Sequence[str] | None
    """The hashes of the OpenRouter API keys that may use the credential, 1 to 100 keys of your account; `None` or
    absent for any key."""
    allowed_models: Sequence[str] | None
    """The slugs of the models that the credential may be used for, at most 100; `None` or absent for any model."""
    allowed_user_ids: Sequence[str] | None
    """The ids of the users that may use the credential, at most 100; `None` or absent for any user."""
    disabled: bool
    """Whether the credential is created disabled; absent for no."""
    is_fallback: bool
    """Whether the credential is used only after the provider's others have been tried; absent for no."""
    key: Required[str | Secret]
    """The provider's key. OpenRouter encrypts it and never returns it; this package never shows it."""
    name: str | None
    """A name for people, at most 255 characters; `None` or absent for none."""
    provider: Required[BYOKProviderSlug]
    """The provider that the key is for."""
    workspace_id: str
    """The workspace (a UUID) that may use the credential; absent for the account's default workspace. If that has been
    deleted, the server answers 400 and wants the id."""
    declared_region: Literal["global", "europe", "us"] | str | None
    """Where the provider account keeps its data, as you declare it; `None` or absent for not declared."""
    declared_zdr: bool | None
    """Whether the provider account retains no data, as you declare it; `None` or absent to follow OpenRouter's data
    policy for the provider."""
    is_byok_only: bool
    """Whether OpenRouter's own endpoints at this provider are closed to you for every model; not together with
    `is_fallback`; absent for no."""
    is_required: bool
    """Whether OpenRouter's own endpoints at this provider are closed to you for the models of this credential; absent
    for no."""


@frozen(kw_only=True)
class BYOKKey:
    """One provider credential, without its key."""

    allowed_api_key_hashes: tuple[str, ...] | None
    """The hashes of the OpenRouter API keys that may use it, at most 100; `None` for any key."""
    allowed_models: tuple[str, ...] | None
    """The slugs of the models that it may be used for, at most 100; `None` for any model."""
    allowed_user_ids: tuple[str, ...] | None
    """The ids of the users that may use it, at most 100; `None` for any user."""
    created_at: str
    """When it was created, in ISO 8601."""
    disabled: bool
    """Whether it is disabled."""
    id: str
    """The credential's id (a UUID), which never changes."""
    is_fallback: bool
    """Whether it is used only after the provider's others have been tried."""
    label: str
    """A mask of the key, such as `"sk-...AbCd"`, to tell credentials apart."""
    name: str | None = None
    """Its name for people; `None` or absent for none."""
    provider: "BYOKProviderSlug"
    """The provider that its key is for."""
    sort_order: int
    """Its place among the provider's credentials, which are tried in ascending order."""
    workspace_id: str | None
    """The workspace (a UUID) that may use it; `None` when every workspace of the account may, which is not the same as
    the default workspace."""
    declared_region: Literal["global", "europe", "us"] | str | None = None
    """Where the provider account keeps its data, as declared; `None` for not declared."""
    declared_zdr: bool | None = None
    """Whether the provider account retains no data, as declared; `None` to follow OpenRouter's data policy for the
    provider."""
    is_byok_only: bool | None = None
    """Whether OpenRouter's own endpoints at this provider are closed to you for every model; `None` when the server is
    too old to tell."""
    is_required: bool | None = None
    """Whether OpenRouter's own endpoints at this provider are closed to you for the models of this credential; `None`
    when the server is too old to tell."""


@frozen(kw_only=True)
class CreateBYOKKeyResponse:
    """The new credential."""

    data: BYOKKey
    """The credential, without its key."""


class ByokDeleteRequest(Attribution, total=False):
    """What `byok_delete` takes."""

    id: Required[str]
    """The credential's id (a UUID)."""


@frozen(kw_only=True)
class DeleteBYOKKeyResponse:
    """The confirmation that a credential is deleted."""

    deleted: Literal[True]


class ByokGetRequest(Attribution, total=False):
    """What `byok_get` takes."""

    id: Required[str]
    """The credential's id (a UUID)."""


@frozen(kw_only=True)
class GetBYOKKeyResponse:
    """The credential that was asked for."""

    data: BYOKKey
    """The credential, without its key."""


class ByokListRequest(Attribution, total=False):
    """What `byok_list` takes."""

    offset: int | None
    """How many credentials to skip before the first page; absent or `None` for 0."""
    limit: int | None
    """How many credentials a page holds at most, 1 to 100; absent for 50."""
    workspace_id: str | None
    """Only credentials of this workspace (a UUID); absent for the account's default workspace. If that has been
    deleted, the server answers 400 and wants the id."""
    provider: BYOKProviderSlug | None
    """Only credentials of this provider; absent for all providers."""


@frozen(kw_only=True)
class ListBYOKKeysResponse:
    """One page of credentials."""

    data: tuple[BYOKKey, ...]
    """The credentials, in ascending `sort_order`."""
    total_count: int
    """How many credentials match, on all pages together."""


class ByokUpdateRequest(Attribution, total=False):
    """What `byok_update` takes."""

    id: Required[str]
    """The credential's id (a UUID)."""
    allowed_api_key_hashes: Sequence[str] | None
    """The hashes of the OpenRouter API keys that may use the credential, 1 to 100 keys of your account; `None` for any
    key."""
    allowed_models: Sequence[str] | None
    """The slugs of the models that the credential may be used for, at most 100; `None` for any model."""
    allowed_user_ids: Sequence[str] | None
    """The ids of the users that may use the credential, at most 100; `None` for any user."""
    disabled: bool
    """Whether the credential is disabled."""
    is_fallback: bool
    """Whether the credential is used only after the provider's others have been tried."""
    key: str | Secret
    """A new key of the provider, which overwrites the old one; the label changes with it."""
    name: str | None
    """A name for people, at most 255 characters; `None` for none."""
    declared_region: Literal["global", "europe", "us"] | str | None
    """Where the provider account keeps its data, as you declare it; `None` for not declared."""
    declared_zdr: bool | None
    """Whether the provider account retains no data, as you declare it; `None` to follow OpenRouter's data policy for
    the provider."""
    is_byok_only: bool
    """Whether OpenRouter's own endpoints at this provider are closed to you for every model; not together with
    `is_fallback`."""
    is_required: bool
    """Whether OpenRouter's own endpoints at this provider are closed to you for the models of this credential."""


@frozen(kw_only=True)
class UpdateBYOKKeyResponse:
    """The credential as it is now."""

    data: BYOKKey
    """The credential after the change, without its key."""


CreateBYOKKeyRequest: TypeAlias = ByokCreateRequest
"""The name of `ByokCreateRequest` in 0.1.0."""


DeleteBYOKKeyRequest: TypeAlias = ByokDeleteRequest
"""The name of `ByokDeleteRequest` in 0.1.0."""


GetBYOKKeyRequest: TypeAlias = ByokGetRequest
"""The name of `ByokGetRequest` in 0.1.0."""


ListBYOKKeysRequest: TypeAlias = ByokListRequest
"""The name of `ByokListRequest` in 0.1.0."""


UpdateBYOKKeyRequest: TypeAlias = ByokUpdateRequest
"""The name of `ByokUpdateRequest` in 0.1.0."""


DeclaredRegion: TypeAlias = Literal["europe", "global", "us"] | str
"""Where a provider account keeps its data."""
