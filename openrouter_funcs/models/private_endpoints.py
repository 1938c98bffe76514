# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Private endpoints: requests and responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from typing import Literal, Required, TypeAlias, TypedDict

from openrouter_core.model import frozen
from openrouter_core.operation import Attribution

__all__ = [
    "DeletePrivateEndpointResponse",
    "DeletePrivateEndpointResponseData",
    "ListPrivateEndpointsResponse",
    "ManagedPrivateEndpoint",
    "ManagedPrivateEndpointResponse",
    "PrivateEndpoint",
    "PrivateEndpointActivationParam",
    "PrivateEndpointCheck",
    "PrivateEndpointCheckReason",
    "PrivateEndpointDeclaredRegion",
    "PrivateEndpointPricing",
    "PrivateEndpointPricingParam",
    "PrivateEndpointResponse",
    "PrivateEndpointStatus",
    "PrivateEndpointSummary",
    "PrivateEndpointValidation",
    "PrivateEndpointValidationResponse",
    "PrivateEndpointsActivateRequest",
    "PrivateEndpointsCreateRequest",
    "PrivateEndpointsDeleteRequest",
    "PrivateEndpointsDisableRequest",
    "PrivateEndpointsEnableRequest",
    "PrivateEndpointsGetRequest",
    "PrivateEndpointsListRequest",
    "PrivateEndpointsUpdatePricingRequest",
    "PrivateEndpointsUpdateRequest",
    "PrivateEndpointsValidateRequest",
]


class PrivateEndpointsActivateRequest(Attribution, total=False):
    """What `private_endpoints_activate` takes."""

    id: Required[str]
    """The endpoint's id."""


PrivateEndpointStatus: TypeAlias = Literal["draft", "active", "disabled"] | str
"""Whether requests can reach a private endpoint. `draft`: no request reaches it before it is validated and activated;
`active`: requests reach it; `disabled`: no request reaches it until it is enabled again."""


PrivateEndpointDeclaredRegion: TypeAlias = Literal["global", "europe", "us"] | str
"""Where a deployment processes data, as its owner declares it. `global`: not in one region."""


@frozen(kw_only=True)
class ManagedPrivateEndpoint:
    """The state of a private endpoint, without its deployment and prices."""

    created_at: str
    """When it was created, in ISO 8601."""
    id: str
    """The endpoint's id, which never changes."""
    model_name: str | None
    """The model's name for people; `None` if OpenRouter no longer lists the model."""
    model_permaslug: str
    """The permanent slug of the model that the endpoint serves."""
    model_slug: str | None
    """The model's public slug; `None` if OpenRouter no longer lists the model."""
    provider_name: str
    """The provider's name for people."""
    status: PrivateEndpointStatus
    """Whether requests can reach the endpoint: a draft, active or disabled."""
    declared_region: PrivateEndpointDeclaredRegion | None
    """Where the deployment processes data, as you declared it; `None` for not declared."""
    declared_zdr: bool | None
    """Whether the deployment keeps no prompts and answers, as you declared it; `None` for not declared."""


@frozen(kw_only=True)
class ManagedPrivateEndpointResponse:
    """A private endpoint that was created, activated, enabled or disabled."""

    data: ManagedPrivateEndpoint
    """The endpoint as it is now."""


class PrivateEndpointActivationParam(TypedDict, total=False):
    """With which credential a new draft is validated and activated at once."""

    workspace_id: Required[str]
    """The workspace of your account whose credential (BYOK) the test request uses."""


class PrivateEndpointPricingParam(TypedDict, total=False):
    """Prices of a private endpoint, agreed on with its provider and reported for the requests to it."""

    completion: Required[str]
    """The price of one token of the answer, in US dollars, as a decimal string."""
    prompt: Required[str]
    """The price of one token of the prompt, in US dollars, as a decimal string."""
    cache_read: str
    """The price of one token of the prompt that is read from a cache, in US dollars, as a decimal string. If absent, it
    keeps the same ratio to `prompt` as at the public endpoint of this model and provider, or is a default if that has
    no such price. Without such an endpoint, and if the provider charges for reading, it must be there."""
    cache_write: str
    """The price of one token of the prompt that is written to a cache, in US dollars, as a decimal string. If absent,
    it keeps the same ratio to `prompt` as at the public endpoint of this model and provider, or is a default if that
    has no such price. Without such an endpoint, and if the provider charges for writing, it must be there."""


class PrivateEndpointsCreateRequest(Attribution, total=False):
    """What `private_endpoints_create` takes."""

    idempotency_key: str
    """A key of your own that makes it safe to call again: the same key and request return the endpoint of the first
    call, as it is by then. The same key with another request is a 422; `activate` may differ."""
    model_permaslug: Required[str]
    """The permanent slug of the model that the endpoint serves."""
    provider_slug: Required[str]
    """The slug of the provider that hosts the deployment."""
    upstream_model_id: Required[str]
    """The provider's own id of the model or deployment."""
    activate: PrivateEndpointActivationParam
    """Validate and activate the draft in the same call; a draft that fails stays a draft, and the error is a 422."""
    base_url: str
    """The deployment's base URL, with HTTPS; absent only for providers whose URL follows from the credential (Azure,
    Amazon Bedrock, Google Vertex)."""
    declared_region: Literal["global", "europe", "us"] | str | None
    """Where the deployment processes data, as you declare it; `None` or absent for not declared."""
    declared_zdr: bool | None
    """Whether the deployment keeps no prompts and answers, as you declare it; `None` or absent for not declared."""
    pricing: PrivateEndpointPricingParam
    """The prices that you have agreed on with the provider, which are reported for requests to the endpoint."""


class PrivateEndpointsDeleteRequest(Attribution, total=False):
    """What `private_endpoints_delete` takes."""

    id: Required[str]
    """The endpoint's id."""
    draft_only: Literal["true", "false"] | str
    """`"true"` to delete only a draft, and to get a 409 if the endpoint has been activated; absent for any state."""


@frozen(kw_only=True)
class DeletePrivateEndpointResponseData:
    """The private endpoint that was deleted."""

    id: str
    """The endpoint's id, which never changes."""


@frozen(kw_only=True)
class DeletePrivateEndpointResponse:
    """The confirmation that a private endpoint is deleted."""

    data: DeletePrivateEndpointResponseData
    """Which endpoint it was."""


class PrivateEndpointsDisableRequest(Attribution, total=False):
    """What `private_endpoints_disable` takes."""

    id: Required[str]
    """The endpoint's id."""


class PrivateEndpointsEnableRequest(Attribution, total=False):
    """What `private_endpoints_enable` takes."""

    id: Required[str]
    """The endpoint's id."""


class PrivateEndpointsGetRequest(Attribution, total=False):
    """What `private_endpoints_get` takes."""

    id: Required[str]
    """The endpoint's id."""


@frozen(kw_only=True)
class PrivateEndpointPricing:
    """Prices of a private endpoint, agreed on with its provider and reported for the requests to it."""

    completion: str
    """The price of one token of the answer, in US dollars, as a decimal string."""
    prompt: str
    """The price of one token of the prompt, in US dollars, as a decimal string."""
    cache_read: str | None = None
    """The price of one token of the prompt that is read from a cache, in US dollars, as a decimal string. If absent, it
    keeps the same ratio to `prompt` as at the public endpoint of this model and provider, or is a default if that has
    no such price. Without such an endpoint, and if the provider charges for reading, it must be there."""
    cache_write: str | None = None
    """The price of one token of the prompt that is written to a cache, in US dollars, as a decimal string. If absent,
    it keeps the same ratio to `prompt` as at the public endpoint of this model and provider, or is a default if that
    has no such price. Without such an endpoint, and if the provider charges for writing, it must be there."""


@frozen(kw_only=True)
class PrivateEndpoint:
    """A deployment of a model, hosted by a provider for your organization alone, with its prices."""

    base_url: str | None
    """The deployment's base URL, with HTTPS; `None` for providers whose URL follows from the credential (Azure, Amazon
    Bedrock, Google Vertex)."""
    declared_region: PrivateEndpointDeclaredRegion | None
    """Where the deployment processes data, as you declared it; `None` for not declared."""
    declared_zdr: bool | None
    """Whether the deployment keeps no prompts and answers, as you declared it; `None` for not declared."""
    id: str
    """The endpoint's id, which never changes."""
    model_name: str | None
    """The model's name for people; `None` if OpenRouter no longer lists the model."""
    model_permaslug: str
    """The permanent slug of the model that the endpoint serves."""
    model_slug: str | None
    """The model's public slug; `None` if OpenRouter no longer lists the model."""
    pricing: PrivateEndpointPricing
    """The prices that are reported for requests to the endpoint."""
    provider_name: str
    """The provider's name for people."""
    provider_slug: str | None
    """The slug of the provider that hosts the deployment; `None` if OpenRouter no longer lists the provider."""
    status: PrivateEndpointStatus
    """Whether requests can reach the endpoint: a draft, active or disabled."""
    upstream_model_id: str
    """The provider's own id of the model or deployment."""


@frozen(kw_only=True)
class PrivateEndpointResponse:
    """A private endpoint with its deployment and prices."""

    data: PrivateEndpoint
    """The endpoint as it is now."""


class PrivateEndpointsListRequest(Attribution, total=False):
    """What `private_endpoints_list` takes."""


@frozen(kw_only=True)
class PrivateEndpointSummary:
    """A private endpoint in a list, without its deployment and prices."""

    created_at: str
    """When it was created, in ISO 8601."""
    id: str
    """The endpoint's id, which never changes."""
    model_name: str | None
    """The model's name for people; `None` if OpenRouter no longer lists the model."""
    model_permaslug: str
    """The permanent slug of the model that the endpoint serves."""
    model_slug: str | None
    """The model's public slug; `None` if OpenRouter no longer lists the model."""
    provider_name: str
    """The provider's name for people."""
    status: PrivateEndpointStatus
    """Whether requests can reach the endpoint: a draft, active or disabled."""


@frozen(kw_only=True)
class ListPrivateEndpointsResponse:
    """The private endpoints of an organization."""

    data: tuple[PrivateEndpointSummary, ...]
    """The endpoints, drafts included."""


class PrivateEndpointsUpdateRequest(Attribution, total=False):
    """What `private_endpoints_update` takes."""

    id: Required[str]
    """The endpoint's id."""
    upstream_model_id: Required[str]
    """The provider's own id of the model or deployment."""
    base_url: str
    """The deployment's base URL, with HTTPS; absent to keep the one that is there."""
    declared_region: Literal["global", "europe", "us"] | str | None
    """Where the deployment processes data, as you declare it; `None` for not declared."""
    declared_zdr: bool | None
    """Whether the deployment keeps no prompts and answers, as you declare it; `None` for not declared."""


class PrivateEndpointsUpdatePricingRequest(Attribution, total=False):
    """What `private_endpoints_update_pricing` takes."""

    id: Required[str]
    """The endpoint's id."""
    pricing: Required[PrivateEndpointPricingParam]
    """All prices, which replace the old ones."""


class PrivateEndpointsValidateRequest(Attribution, total=False):
    """What `private_endpoints_validate` takes."""

    id: Required[str]
    """The endpoint's id."""
    workspace_id: Required[str]
    """The workspace of your account whose credential (BYOK) the test request uses."""


PrivateEndpointCheckReason: TypeAlias = (
    Literal[
        "database_error",
        "endpoint_limit_reached",
        "invalid_base_url",
        "model_not_found",
        "provider_not_found",
        "endpoint_not_found",
        "workspace_not_found",
        "no_byok_key",
        "key_decryption_failed",
        "upstream_error",
        "invalid_response",
        "invalid_stream",
        "missing_usage",
        "model_mismatch",
        "not_validated",
        "validation_stale",
    ]
    | str
)
"""Why a check of a private endpoint failed. `no_byok_key`: the workspace has no credential of its own for the provider;
`key_decryption_failed`: that credential could not be decrypted; `missing_usage`: the answer does not tell how many
tokens it took; `model_mismatch`: another model answered than was asked for; `validation_stale`: the last validation is
out of date."""


@frozen(kw_only=True)
class PrivateEndpointCheck:
    """One check of a private endpoint, and how it went."""

    name: str
    """Which check it is."""
    passed: bool
    """Whether the check passed."""
    actual_model: str | None = None
    """The model that the deployment says it ran, when that is not the one that was asked for."""
    reason: "PrivateEndpointCheckReason | None" = None
    """Why the check failed; absent when it passed."""
    upstream_message: str | None = None
    """The deployment's own error message, when the call to it failed."""
    upstream_status: int | None = None
    """The HTTP status of the deployment's answer, when the call to it failed."""


@frozen(kw_only=True)
class PrivateEndpointValidation:
    """The results of the checks of a private endpoint."""

    checks: tuple[PrivateEndpointCheck, ...]
    """The checks, one by one."""
    passed: bool
    """Whether every check passed."""


@frozen(kw_only=True)
class PrivateEndpointValidationResponse:
    """How a draft did in its test."""

    data: PrivateEndpointValidation
    """The results of the checks."""
