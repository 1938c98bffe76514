"""API keys: requests and responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from typing import Literal, Required, TypedDict

from openrouter_core.model import frozen
from openrouter_core.operation import Attribution
from openrouter_core.secret import Secret

__all__ = [
    "ApiKeysCreateRequest",
    "ApiKeysCreateRequestExternalParam",
    "CreateAPIKeysResponse",
    "CreateAPIKeysResponseData",
]


class ApiKeysCreateRequestExternalParam(TypedDict, total=False):
    """Whom a partner gives a key to."""

    user: Required[str]
    """Your own name for the user."""
    api_key: str | Secret
    """A key of the partner's own, at least 32 characters; OpenRouter keeps a hash of it."""


class ApiKeysCreateRequest(Attribution, total=False):
    """What `api_keys_create` takes."""

    creator_user_id: str | None
    """Who is named as its maker, in an organization."""
    expires_at: str | None
    """When it ends, in ISO 8601; `None` for never."""
    include_byok_in_limit: bool
    """Whether spending on provider keys of your own counts."""
    limit: float | None
    """How many credits it may spend; `None` for no limit."""
    limit_reset: Literal["daily", "weekly", "monthly"] | str | None
    """How often what is spent begins anew; `None` for never."""
    name: Required[str]
    """Its name for people."""
    workspace_id: str
    """The workspace (a UUID); the account's default workspace when absent."""
    external: ApiKeysCreateRequestExternalParam
    """Whose key it is, in a partner's own terms."""


@frozen(kw_only=True)
class CreateAPIKeysResponseData:
    """An API key, without its text."""

    byok_usage: float
    """Spent on provider keys of the account, so far."""
    byok_usage_daily: float
    byok_usage_monthly: float
    byok_usage_weekly: float
    created_at: str
    """When it was made, in ISO 8601."""
    creator_user_id: str | None
    disabled: bool
    """Whether it is out of use."""
    expires_at: str | None = None
    """When it ends, in ISO 8601."""
    hash: str
    """Its id."""
    include_byok_in_limit: bool
    """Whether spending on provider keys counts."""
    label: str
    """A mask of the key."""
    limit: float | None
    """How many credits it may spend; `None` for no limit."""
    limit_remaining: float | None
    """How many of them are left."""
    limit_reset: str | None
    """How often what is spent begins anew."""
    name: str
    """Its name for people."""
    updated_at: str | None
    """When it was changed last, in ISO 8601."""
    usage: float
    """Credits spent so far."""
    usage_daily: float
    """Credits spent today (UTC)."""
    usage_monthly: float
    """Credits spent this month (UTC)."""
    usage_weekly: float
    """Credits spent this week (UTC, from Monday)."""
    workspace_id: str
    external_user: str | None = None
    """The partner's name for whose key it is."""
    last_used_at: str | None = None
    """When it was used last, in ISO 8601."""


@frozen(kw_only=True)
class CreateAPIKeysResponse:
    """What `api_keys_create` promises."""

    data: CreateAPIKeysResponseData
    """The new key, without its text."""
    key: Secret
    """The key itself, which the server tells this once; `key.reveal()` gives its text."""
