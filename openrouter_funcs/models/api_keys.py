# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""API keys: requests and responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from typing import Literal, Required, TypedDict

from openrouter_core.model import frozen
from openrouter_core.operation import Attribution
from openrouter_core.secret import Secret

__all__ = [
    "ApiKeysCreateRequest",
    "ApiKeysCreateRequestExternalParam",
    "ApiKeysDeleteRequest",
    "ApiKeysGetCurrentKeyMetadataRequest",
    "ApiKeysGetRequest",
    "ApiKeysListRequest",
    "ApiKeysUpdateRequest",
    "CreateAPIKeyResponse",
    "CreateAPIKeyResponseData",
    "DeleteAPIKeyResponse",
    "FreeModelDailyRequests",
    "GetAPIKeyResponse",
    "GetAPIKeyResponseData",
    "GetCurrentAPIKeyResponse",
    "GetCurrentAPIKeyResponseData",
    "GetCurrentAPIKeyResponseDataRateLimit",
    "KeyBudget",
    "ListAPIKeysResponse",
    "ListAPIKeysResponseDataItem",
    "UpdateAPIKeyResponse",
    "UpdateAPIKeyResponseData",
]


class ApiKeysCreateRequestExternalParam(TypedDict, total=False):
    """The end user of your application that a key belongs to."""

    user: Required[str]
    """Your own name for the end user, to which usage is attributed."""
    api_key: str | Secret
    """A key of your own for looking this one up, at least 32 characters and hard to guess; OpenRouter keeps only its
    SHA-256 hash and never returns it."""


class ApiKeysCreateRequest(Attribution, total=False):
    """What `api_keys_create` takes."""

    creator_user_id: str | None
    """The user id of the member who counts as its creator; it matters only for keys of an organization."""
    expires_at: str | None
    """When it stops working, in ISO 8601 in UTC and with seconds, such as `"2027-12-31T23:59:59Z"`; `None` or absent
    for never."""
    include_byok_in_limit: bool
    """Whether spending on provider keys of your own counts towards the limit."""
    limit: float | None
    """How much it may spend, in US dollars; `None` or absent for no limit of its own."""
    limit_reset: Literal["daily", "weekly", "monthly"] | str | None
    """How often the spending is reset to 0: `"daily"`, `"weekly"` (on Mondays), `"monthly"`, each at midnight in UTC;
    `None` or absent for never."""
    name: Required[str]
    """Its name for people."""
    workspace_id: str
    """The workspace (a UUID) that it belongs to; absent for the account's default one."""
    external: ApiKeysCreateRequestExternalParam
    """The end user of your application that the key belongs to; absent for none."""


@frozen(kw_only=True)
class CreateAPIKeyResponseData:
    """A key, without its text."""

    byok_usage: float
    """What providers charged for requests with your own provider keys, in US dollars, since it was created."""
    byok_usage_daily: float
    """What providers charged on this day (UTC) for requests with your own provider keys, in US dollars."""
    byok_usage_monthly: float
    """What providers charged in this month (UTC) for requests with your own provider keys, in US dollars."""
    byok_usage_weekly: float
    """What providers charged since Monday (UTC) for requests with your own provider keys, in US dollars."""
    created_at: str
    """When it was created, in ISO 8601."""
    creator_user_id: str | None
    """The user id of its creator: for a key of an organization the member, otherwise your own; or `None`."""
    disabled: bool
    """Whether it is disabled."""
    expires_at: str | None = None
    """When it stops working, in ISO 8601; `None` for never."""
    hash: str
    """Its id: a hash of the key, which does not give the key away."""
    include_byok_in_limit: bool
    """Whether spending on provider keys of your own counts towards the limit."""
    label: str
    """A text for people that tells keys apart."""
    limit: float | None
    """How much it may spend, in US dollars; `None` for no limit of its own."""
    limit_remaining: float | None
    """How much of the limit is left, in US dollars; `None` without a limit."""
    limit_reset: str | None
    """How often the spending is reset to 0, at midnight in UTC; `None` for never."""
    name: str
    """Its name for people."""
    updated_at: str | None
    """When it was last changed, in ISO 8601, or `None`."""
    usage: float
    """What was spent from the account's credits with this key, in US dollars, since it was created."""
    usage_daily: float
    """What was spent from the account's credits on this day (UTC), in US dollars."""
    usage_monthly: float
    """What was spent from the account's credits in this month (UTC), in US dollars."""
    usage_weekly: float
    """What was spent from the account's credits since Monday (UTC), in US dollars."""
    workspace_id: str
    """The workspace that it belongs to."""
    external_user: str | None = None
    """Your own name for the end user that it belongs to, or `None`."""
    last_used_at: str | None = None
    """When it was last used, in ISO 8601; `None` if it was not used since the end of 2025."""


@frozen(kw_only=True)
class CreateAPIKeyResponse:
    """A key that was created."""

    data: CreateAPIKeyResponseData
    """The new key, without its text."""
    key: Secret
    """The key itself, which the server tells this once; `key.reveal()` gives its text."""


class ApiKeysDeleteRequest(Attribution, total=False):
    """What `api_keys_delete` takes."""

    hash: Required[str]
    """The key's hash, as the other functions tell it."""


@frozen(kw_only=True)
class DeleteAPIKeyResponse:
    """The confirmation that a key is deleted."""

    deleted: Literal[True]


class ApiKeysGetRequest(Attribution, total=False):
    """What `api_keys_get` takes."""

    hash: Required[str]
    """The key's hash, as the other functions tell it."""


@frozen(kw_only=True)
class GetAPIKeyResponseData:
    """A key, without its text."""

    byok_usage: float
    """What providers charged for requests with your own provider keys, in US dollars, since it was created."""
    byok_usage_daily: float
    """What providers charged on this day (UTC) for requests with your own provider keys, in US dollars."""
    byok_usage_monthly: float
    """What providers charged in this month (UTC) for requests with your own provider keys, in US dollars."""
    byok_usage_weekly: float
    """What providers charged since Monday (UTC) for requests with your own provider keys, in US dollars."""
    created_at: str
    """When it was created, in ISO 8601."""
    creator_user_id: str | None
    """The user id of its creator: for a key of an organization the member, otherwise your own; or `None`."""
    disabled: bool
    """Whether it is disabled."""
    expires_at: str | None = None
    """When it stops working, in ISO 8601; `None` for never."""
    hash: str
    """Its id: a hash of the key, which does not give the key away."""
    include_byok_in_limit: bool
    """Whether spending on provider keys of your own counts towards the limit."""
    label: str
    """A text for people that tells keys apart."""
    limit: float | None
    """How much it may spend, in US dollars; `None` for no limit of its own."""
    limit_remaining: float | None
    """How much of the limit is left, in US dollars; `None` without a limit."""
    limit_reset: str | None
    """How often the spending is reset to 0, at midnight in UTC; `None` for never."""
    name: str
    """Its name for people."""
    updated_at: str | None
    """When it was last changed, in ISO 8601, or `None`."""
    usage: float
    """What was spent from the account's credits with this key, in US dollars, since it was created."""
    usage_daily: float
    """What was spent from the account's credits on this day (UTC), in US dollars."""
    usage_monthly: float
    """What was spent from the account's credits in this month (UTC), in US dollars."""
    usage_weekly: float
    """What was spent from the account's credits since Monday (UTC), in US dollars."""
    workspace_id: str
    """The workspace that it belongs to."""
    external_user: str | None = None
    """Your own name for the end user that it belongs to, or `None`."""
    last_used_at: str | None = None
    """When it was last used, in ISO 8601; `None` if it was not used since the end of 2025."""


@frozen(kw_only=True)
class GetAPIKeyResponse:
    """One key."""

    data: GetAPIKeyResponseData
    """The key."""


class ApiKeysGetCurrentKeyMetadataRequest(Attribution, total=False):
    """What `api_keys_get_current_key_metadata` takes."""


@frozen(kw_only=True)
class GetCurrentAPIKeyResponseDataRateLimit:
    """A limit that is no longer in use."""

    interval: str
    """No longer in use."""
    note: str
    """What OpenRouter says of it."""
    requests: int
    """Always -1."""


@frozen(kw_only=True)
class KeyBudget:
    """A budget that requests of a key count towards."""

    budget_id: str | None
    """The id of a workspace's budget, else `None`."""
    guardrail_id: str | None
    """The id of the guardrail that has the budget, else `None`."""
    include_byok: bool
    """Whether spending on provider keys of your own counts towards it."""
    limit_usd: float
    """How much may be spent, in US dollars."""
    remaining_usd: float
    """How much is left, in US dollars; at 0 and below, requests are a 403 until the reset."""
    reset_interval: Literal["daily", "weekly", "monthly"] | str | None
    """How often the spending is reset to 0, in UTC and with weeks from Monday on; `None` for never."""
    resets_at: str | None
    """When the spending is next reset to 0, in ISO 8601; `None` for never."""
    scope: (
        Literal["workspace_default_member", "workspace_default_key", "member", "api_key", "workspace", "key_limit"]
        | str
    )
    """Whose budget it is: of the workspace's default guardrail for the member (`workspace_default_member`) or for this
    key (`workspace_default_key`), of a guardrail of the member (`member`) or of this key (`api_key`), of the workspace
    (`workspace`), or of this key alone, as its limit (`key_limit`)."""
    spend_usd: float
    """How much was spent since the last reset, in US dollars: by the member, the key or the workspace, as `scope` says.
    """


@frozen(kw_only=True)
class FreeModelDailyRequests:
    """How many requests to free models (`:free`) an account may make in a day, in UTC."""

    limit: int
    """How many it may make in all; it depends on the credits that were bought."""
    remaining: int
    """How many are left."""
    used: int
    """How many were made."""


@frozen(kw_only=True)
class GetCurrentAPIKeyResponseData:
    """Limits and spending of a key, as the key itself sees them."""

    byok_usage: float
    """What providers charged for requests with your own provider keys, in US dollars, since it was created."""
    byok_usage_daily: float
    """What providers charged on this day (UTC) for requests with your own provider keys, in US dollars."""
    byok_usage_monthly: float
    """What providers charged in this month (UTC) for requests with your own provider keys, in US dollars."""
    byok_usage_weekly: float
    """What providers charged since Monday (UTC) for requests with your own provider keys, in US dollars."""
    creator_user_id: str | None
    """The user id of its creator: for a key of an organization the member, otherwise your own; or `None`."""
    expires_at: str | None = None
    """When it stops working, in ISO 8601; `None` for never."""
    include_byok_in_limit: bool
    """Whether spending on provider keys of your own counts towards the limit."""
    is_free_tier: bool
    """Whether it belongs to the free tier."""
    is_management_key: bool
    """Whether it is a management key."""
    is_provisioning_key: bool
    """The older name of `is_management_key`."""
    label: str
    """A text for people that tells keys apart."""
    limit: float | None
    """How much it may spend, in US dollars; `None` for no limit of its own."""
    limit_remaining: float | None
    """How much of the limit is left, in US dollars; `None` without a limit."""
    limit_reset: str | None
    """How often the spending is reset to 0, at midnight in UTC; `None` for never."""
    rate_limit: GetCurrentAPIKeyResponseDataRateLimit
    """No longer in use; its `requests` is always -1."""
    usage: float
    """What was spent from the account's credits with this key, in US dollars, since it was created."""
    usage_daily: float
    """What was spent from the account's credits on this day (UTC), in US dollars."""
    usage_monthly: float
    """What was spent from the account's credits in this month (UTC), in US dollars."""
    usage_weekly: float
    """What was spent from the account's credits since Monday (UTC), in US dollars."""
    allowed_data_regions: tuple[Literal["global", "europe", "us"] | str, ...] | None = None
    """The regions in which guardrails and the account let its requests run; empty for none."""
    budgets: tuple[KeyBudget, ...] | None = None
    """All budgets that its requests count towards, in the order in which they are checked; its own limit is the last.
    """
    effective_budget: KeyBudget | None = None
    """The budget that will stop its requests first: one that is already spent, otherwise the one with the least left;
    `None` without budgets."""
    free_model_daily_requests: FreeModelDailyRequests | None = None
    """How many requests to free models (`:free`) the account may make today, and how many are left; requests with
    provider keys of your own are not bound by it."""
    organization_id: str | None = None
    """The organization that owns it; `None` when a single person does."""
    workspace_id: str | None = None
    """The workspace that it spends in; `None` when there is none any more, for example because it was deleted."""


@frozen(kw_only=True)
class GetCurrentAPIKeyResponse:
    """The key that made the request."""

    data: GetCurrentAPIKeyResponseData
    """The key."""


class ApiKeysListRequest(Attribution, total=False):
    """What `api_keys_list` takes."""

    include_disabled: bool
    """Whether disabled keys are listed, too."""
    offset: int | None
    """How many keys to skip before the first page; 0 when absent or `None`."""
    workspace_id: str
    """Only keys of this workspace (a UUID); absent for those of the default one."""
    include_expired: bool
    """Whether expired keys are listed, too; absent for no."""


@frozen(kw_only=True)
class ListAPIKeysResponseDataItem:
    """A key, without its text."""

    byok_usage: float
    """What providers charged for requests with your own provider keys, in US dollars, since it was created."""
    byok_usage_daily: float
    """What providers charged on this day (UTC) for requests with your own provider keys, in US dollars."""
    byok_usage_monthly: float
    """What providers charged in this month (UTC) for requests with your own provider keys, in US dollars."""
    byok_usage_weekly: float
    """What providers charged since Monday (UTC) for requests with your own provider keys, in US dollars."""
    created_at: str
    """When it was created, in ISO 8601."""
    creator_user_id: str | None
    """The user id of its creator: for a key of an organization the member, otherwise your own; or `None`."""
    disabled: bool
    """Whether it is disabled."""
    expires_at: str | None = None
    """When it stops working, in ISO 8601; `None` for never."""
    hash: str
    """Its id: a hash of the key, which does not give the key away."""
    include_byok_in_limit: bool
    """Whether spending on provider keys of your own counts towards the limit."""
    label: str
    """A text for people that tells keys apart."""
    limit: float | None
    """How much it may spend, in US dollars; `None` for no limit of its own."""
    limit_remaining: float | None
    """How much of the limit is left, in US dollars; `None` without a limit."""
    limit_reset: str | None
    """How often the spending is reset to 0, at midnight in UTC; `None` for never."""
    name: str
    """Its name for people."""
    updated_at: str | None
    """When it was last changed, in ISO 8601, or `None`."""
    usage: float
    """What was spent from the account's credits with this key, in US dollars, since it was created."""
    usage_daily: float
    """What was spent from the account's credits on this day (UTC), in US dollars."""
    usage_monthly: float
    """What was spent from the account's credits in this month (UTC), in US dollars."""
    usage_weekly: float
    """What was spent from the account's credits since Monday (UTC), in US dollars."""
    workspace_id: str
    """The workspace that it belongs to."""
    external_user: str | None = None
    """Your own name for the end user that it belongs to, or `None`."""
    last_used_at: str | None = None
    """When it was last used, in ISO 8601; `None` if it was not used since the end of 2025."""


@frozen(kw_only=True)
class ListAPIKeysResponse:
    """One page of keys."""

    data: tuple[ListAPIKeysResponseDataItem, ...]
    """The keys."""


class ApiKeysUpdateRequest(Attribution, total=False):
    """What `api_keys_update` takes."""

    hash: Required[str]
    """The key's hash, as the other functions tell it."""
    disabled: bool
    """Whether it is to be disabled."""
    include_byok_in_limit: bool
    """Whether spending on provider keys of your own counts towards the limit."""
    limit: float | None
    """How much it may spend, in US dollars; `None` for no limit of its own."""
    limit_reset: Literal["daily", "weekly", "monthly"] | str | None
    """How often the spending is reset to 0: `"daily"`, `"weekly"` (on Mondays), `"monthly"`, each at midnight in UTC;
    `None` for never."""
    name: str
    """Its name for people."""
    workspace_id: str
    """The workspace (a UUID) that the key moves to. Its guardrails move with it; the old workspace's presets, provider
    keys, destinations and routing rules do not."""


@frozen(kw_only=True)
class UpdateAPIKeyResponseData:
    """A key, without its text."""

    byok_usage: float
    """What providers charged for requests with your own provider keys, in US dollars, since it was created."""
    byok_usage_daily: float
    """What providers charged on this day (UTC) for requests with your own provider keys, in US dollars."""
    byok_usage_monthly: float
    """What providers charged in this month (UTC) for requests with your own provider keys, in US dollars."""
    byok_usage_weekly: float
    """What providers charged since Monday (UTC) for requests with your own provider keys, in US dollars."""
    created_at: str
    """When it was created, in ISO 8601."""
    creator_user_id: str | None
    """The user id of its creator: for a key of an organization the member, otherwise your own; or `None`."""
    disabled: bool
    """Whether it is disabled."""
    expires_at: str | None = None
    """When it stops working, in ISO 8601; `None` for never."""
    hash: str
    """Its id: a hash of the key, which does not give the key away."""
    include_byok_in_limit: bool
    """Whether spending on provider keys of your own counts towards the limit."""
    label: str
    """A text for people that tells keys apart."""
    limit: float | None
    """How much it may spend, in US dollars; `None` for no limit of its own."""
    limit_remaining: float | None
    """How much of the limit is left, in US dollars; `None` without a limit."""
    limit_reset: str | None
    """How often the spending is reset to 0, at midnight in UTC; `None` for never."""
    name: str
    """Its name for people."""
    updated_at: str | None
    """When it was last changed, in ISO 8601, or `None`."""
    usage: float
    """What was spent from the account's credits with this key, in US dollars, since it was created."""
    usage_daily: float
    """What was spent from the account's credits on this day (UTC), in US dollars."""
    usage_monthly: float
    """What was spent from the account's credits in this month (UTC), in US dollars."""
    usage_weekly: float
    """What was spent from the account's credits since Monday (UTC), in US dollars."""
    workspace_id: str
    """The workspace that it belongs to."""
    external_user: str | None = None
    """Your own name for the end user that it belongs to, or `None`."""
    last_used_at: str | None = None
    """When it was last used, in ISO 8601; `None` if it was not used since the end of 2025."""


@frozen(kw_only=True)
class UpdateAPIKeyResponse:
    """A key after a change."""

    data: UpdateAPIKeyResponseData
    """The key as it is now."""
