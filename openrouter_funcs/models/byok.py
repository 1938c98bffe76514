"""Requests and responses of the BYOK family: bring your own provider key.

Types only. A request is a `TypedDict`: leaving a field out, giving `None` and giving a value are three different
things. A response ignores fields that it does not know, and keeps values that are newer than this release.
"""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Sequence
from typing import Literal, Required, TypeAlias

from openrouter_core.model import frozen
from openrouter_core.operation import Attribution
from openrouter_core.secret import Secret

__all__ = [
    "BYOKKey",
    "BYOKProviderSlug",
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
"""The provider that a credential is for, in lower case, such as `"openai"`. A slug that is not listed is sent, and
decoded, as it is: OpenRouter adds providers more often than this package is released."""

DeclaredRegion: TypeAlias = Literal["global", "europe", "us"] | str
"""Where the provider account behind a credential keeps its data, as its owner declares it."""


class ListBYOKKeysRequest(Attribution, total=False):
    """What `byok_list` takes."""

    limit: int | None
    """How many credentials a page holds at most, 1 to 100; the server takes 50 when absent or `None`."""
    offset: int | None
    """How many credentials to skip before the first page; 0 when absent or `None`."""
    provider: BYOKProviderSlug | None
    """Only credentials of this provider; of all providers when absent or `None`."""
    workspace_id: str | None
    """Only credentials of this workspace (a UUID); of the account's default workspace when absent or `None`. If that
    has been deleted, the server answers 400 and wants the id."""


class GetBYOKKeyRequest(Attribution, total=False):
    """What `byok_get` takes."""

    id: Required[str]
    """The credential's id (a UUID)."""


class DeleteBYOKKeyRequest(Attribution, total=False):
    """What `byok_delete` takes."""

    id: Required[str]
    """The credential's id (a UUID)."""


class _CredentialFields(Attribution, total=False):
    allowed_api_key_hashes: Sequence[str] | None
    """Only these OpenRouter API keys may use the credential: 1 to 100 hashes, each 64 lower-case hexadecimal digits, of
    your account's own keys (others are a 400). `None`: any key may."""
    allowed_models: Sequence[str] | None
    """Only for these models, by slug, at most 100. `None`: for any model."""
    allowed_user_ids: Sequence[str] | None
    """Only for these users, by id, at most 100. `None`: for any user."""
    declared_region: DeclaredRegion | None
    """Where the provider account keeps its data, as you declare it. `None`: not declared."""
    declared_zdr: bool | None
    """Whether the provider account retains no data, as you declare it. `None`: OpenRouter's policy for the provider's
    endpoint holds."""
    disabled: bool
    """Whether the credential is out of use."""
    is_byok_only: bool
    """Whether OpenRouter's own endpoints at this provider are closed to you for every model. Not together with
    `is_fallback`."""
    is_fallback: bool
    """Whether the credential is used only after the provider's others have been tried."""
    is_required: bool
    """Whether OpenRouter's own endpoints at this provider are closed to you for the models of this credential."""
    name: str | None
    """A name for people, at most 255 characters. `None`: no name."""


class CreateBYOKKeyRequest(_CredentialFields, total=False):
    """What `byok_create` takes. What is absent is not sent, and the server's default holds."""

    key: Required[str | Secret]
    """The provider's key. OpenRouter encrypts it and never returns it; this package never shows it."""
    provider: Required[BYOKProviderSlug]
    """The provider that the key is for."""
    workspace_id: str
    """The workspace (a UUID) that may use the credential; the account's default workspace when absent. If that has been
    deleted, the server answers 400 and wants the id."""


class UpdateBYOKKeyRequest(_CredentialFields, total=False):
    """What `byok_update` takes. A field that is absent is left as it is; `None` clears it; a value sets it."""

    id: Required[str]
    """The credential's id (a UUID)."""
    key: str | Secret
    """A new key of the provider, in place of the old one, which is overwritten; the label changes with it."""


@frozen(kw_only=True)
class BYOKKey:
    """One provider credential, without its key."""

    id: str
    """The credential's id (a UUID), which never changes."""
    provider: BYOKProviderSlug
    """The provider that it is for."""
    workspace_id: str | None
    """The workspace that may use it, or `None` when every workspace of the account may. `None` is not the default
    workspace."""
    label: str
    """A mask of the key, such as `"sk-...AbCd"`, to tell credentials apart."""
    name: str | None = None
    """Its name for people, or `None`."""
    disabled: bool
    """Whether it is out of use."""
    is_fallback: bool
    """Whether it is used only after the provider's others have been tried."""
    allowed_models: tuple[str, ...] | None
    """The models that it may be used for; `None` for any."""
    allowed_api_key_hashes: tuple[str, ...] | None
    """The hashes of the OpenRouter API keys that may use it; `None` for any."""
    allowed_user_ids: tuple[str, ...] | None
    """The users that may use it; `None` for any."""
    sort_order: int
    """Its place among the provider's credentials, which are tried in ascending order."""
    created_at: str
    """When it was created, in ISO 8601."""
    declared_region: DeclaredRegion | None = None
    """Where the provider account keeps its data, as declared, or `None`."""
    declared_zdr: bool | None = None
    """Whether the provider account retains no data, as declared; `None` for OpenRouter's policy."""
    is_byok_only: bool | None = None
    """Whether OpenRouter's own endpoints at this provider are closed for every model; `None` when the server is too old
    to tell."""
    is_required: bool | None = None
    """The same for the models of this credential alone."""


@frozen(kw_only=True)
class ListBYOKKeysResponse:
    """One page of credentials."""

    data: tuple[BYOKKey, ...]
    """The credentials, in ascending `sort_order`."""
    total_count: int
    """How many credentials match, on all pages together."""


@frozen(kw_only=True)
class CreateBYOKKeyResponse:
    """What `byok_create` promises."""

    data: BYOKKey
    """The new credential."""


@frozen(kw_only=True)
class GetBYOKKeyResponse:
    """What `byok_get` promises."""

    data: BYOKKey
    """The credential."""


@frozen(kw_only=True)
class UpdateBYOKKeyResponse:
    """What `byok_update` promises."""

    data: BYOKKey
    """The credential as it is now."""


@frozen(kw_only=True)
class DeleteBYOKKeyResponse:
    """What `byok_delete` promises."""

    deleted: Literal[True]
    """`True`: the credential and its key are gone."""
