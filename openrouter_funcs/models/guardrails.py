# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Guardrails: requests and responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Sequence
from typing import Literal, Required, TypeAlias, TypedDict

from openrouter_core.model import frozen
from openrouter_core.operation import Attribution

__all__ = [
    "BulkAssignKeysResponse",
    "BulkAssignMembersResponse",
    "BulkUnassignKeysResponse",
    "BulkUnassignMembersResponse",
    "ContentFilterAction",
    "ContentFilterBuiltinAction",
    "ContentFilterBuiltinEntry",
    "ContentFilterBuiltinEntryInputParam",
    "ContentFilterBuiltinSlug",
    "ContentFilterEntry",
    "ContentFilterEntryParam",
    "CreateGuardrailResponse",
    "DeleteGuardrailResponse",
    "GetGuardrailResponse",
    "Guardrail",
    "GuardrailDataRegion",
    "GuardrailInterval",
    "GuardrailsBulkAssignKeysRequest",
    "GuardrailsBulkAssignMembersRequest",
    "GuardrailsBulkUnassignKeysRequest",
    "GuardrailsBulkUnassignMembersRequest",
    "GuardrailsCreateRequest",
    "GuardrailsDeleteRequest",
    "GuardrailsGetRequest",
    "GuardrailsListGuardrailKeyAssignmentsRequest",
    "GuardrailsListGuardrailMemberAssignmentsRequest",
    "GuardrailsListKeyAssignmentsRequest",
    "GuardrailsListMemberAssignmentsRequest",
    "GuardrailsListRequest",
    "GuardrailsUpdateRequest",
    "KeyAssignment",
    "ListGuardrailsResponse",
    "ListKeyAssignmentsResponse",
    "ListMemberAssignmentsResponse",
    "MemberAssignment",
    "PromptInjectionScanScope",
    "UpdateGuardrailResponse",
]


class GuardrailsBulkAssignKeysRequest(Attribution, total=False):
    """What `guardrails_bulk_assign_keys` takes."""

    id: Required[str]
    """The guardrail's id (a UUID)."""
    key_hashes: Required[Sequence[str]]
    """The hashes of the API keys that get the guardrail, at least one."""


@frozen(kw_only=True)
class BulkAssignKeysResponse:
    """How many API keys got a guardrail."""

    assigned_count: int
    """How many keys it was assigned to."""


class GuardrailsBulkAssignMembersRequest(Attribution, total=False):
    """What `guardrails_bulk_assign_members` takes."""

    id: Required[str]
    """The guardrail's id (a UUID)."""
    member_user_ids: Required[Sequence[str]]
    """The user ids of the members that get the guardrail, at least one."""


@frozen(kw_only=True)
class BulkAssignMembersResponse:
    """How many members got a guardrail."""

    assigned_count: int
    """How many members it was assigned to."""


class GuardrailsBulkUnassignKeysRequest(Attribution, total=False):
    """What `guardrails_bulk_unassign_keys` takes."""

    id: Required[str]
    """The guardrail's id (a UUID)."""
    key_hashes: Required[Sequence[str]]
    """The hashes of the API keys that lose the guardrail, at least one."""


@frozen(kw_only=True)
class BulkUnassignKeysResponse:
    """How many API keys lost a guardrail."""

    unassigned_count: int
    """How many keys it was taken from."""


class GuardrailsBulkUnassignMembersRequest(Attribution, total=False):
    """What `guardrails_bulk_unassign_members` takes."""

    id: Required[str]
    """The guardrail's id (a UUID)."""
    member_user_ids: Required[Sequence[str]]
    """The user ids of the members that lose the guardrail, at least one."""


@frozen(kw_only=True)
class BulkUnassignMembersResponse:
    """How many members lost a guardrail."""

    unassigned_count: int
    """How many members it was taken from."""


ContentFilterBuiltinAction: TypeAlias = Literal["redact", "block", "flag"] | str
"""What happens when a ready-made content filter finds something. `redact`: a placeholder replaces what was found;
`block`: the request is refused; `flag`: the finding is noted, and the request goes on unchanged."""


PromptInjectionScanScope: TypeAlias = Literal["user_only", "all_messages"] | str
"""Which messages are searched for prompt injection. `user_only`: only those of the user; `all_messages`: those of every
role."""


ContentFilterBuiltinSlug: TypeAlias = (
    Literal[
        "email",
        "phone",
        "ssn",
        "credit-card",
        "ip-address",
        "person-name",
        "address",
        "regex-prompt-injection",
        "secrets",
    ]
    | str
)
"""A ready-made content filter, by what it finds. `ssn`: social security numbers; `regex-prompt-injection`: texts that
try to overrule the instructions, found by regular expressions; `secrets`: keys, passwords and the like."""


class ContentFilterBuiltinEntryInputParam(TypedDict, total=False):
    """A ready-made content filter, as requests give it."""

    action: Required[ContentFilterBuiltinAction]
    """What to do when the filter finds something."""
    label: str
    """No longer has an effect: OpenRouter chooses the label itself."""
    scan_scope: PromptInjectionScanScope
    """Which messages to search for prompt injection, only for the filter `"regex-prompt-injection"`; absent for all
    messages."""
    slug: Required[ContentFilterBuiltinSlug]
    """Which filter to apply."""


ContentFilterAction: TypeAlias = Literal["redact", "block", "flag"] | str
"""What happens when a content filter of your own finds something. `redact`: a placeholder replaces what was found;
`block`: the request is refused; `flag`: the finding is noted, and the request goes on unchanged."""


class ContentFilterEntryParam(TypedDict, total=False):
    """A content filter of your own: a regular expression that requests are searched for."""

    action: Required[ContentFilterAction]
    """What to do when the pattern is found."""
    label: str | None
    """What to call the finding in its placeholder or in the error's message, at most 100 characters, such as
    `"[API_KEY]"`."""
    pattern: Required[str]
    """The regular expression, at least one character."""


GuardrailInterval: TypeAlias = Literal["daily", "weekly", "monthly"] | str
"""How often a spending limit begins anew."""


GuardrailDataRegion: TypeAlias = Literal["global", "europe", "us"] | str
"""A region of OpenRouter's servers. `global`: `https://openrouter.ai`; `europe`: `https://eu.openrouter.ai`; `us`:
`https://us.openrouter.ai`."""


class GuardrailsCreateRequest(Attribution, total=False):
    """What `guardrails_create` takes."""

    allowed_models: Sequence[str] | None
    """Slugs or canonical slugs of the only models that may be used, at least one; `None` or absent for any model."""
    allowed_providers: Sequence[str] | None
    """The only providers that may be used, at least one; `None` or absent for any provider."""
    content_filter_builtins: Sequence[ContentFilterBuiltinEntryInputParam] | None
    """Ready-made filters of what requests contain: personal data, secrets, prompt injection; `None` or absent for none.
    """
    content_filters: Sequence[ContentFilterEntryParam] | None
    """Filters of your own, regular expressions that requests are searched for; `None` or absent for none."""
    description: str | None
    """What the guardrail is for, in words for people, at most 1000 characters; `None` or absent for none."""
    enable_free_model_publication: bool | None
    """Whether free endpoints that publish prompts may be used."""
    enable_free_model_training: bool | None
    """Whether free endpoints that train on the data of requests may be used."""
    enable_paid_model_training: bool | None
    """Whether paid endpoints that train on the data of requests may be used."""
    enforce_zdr: bool | None
    """The older way to set zero data retention for all models; deprecated. It is the value of each `enforce_zdr_*` that
    the request does not have."""
    enforce_zdr_anthropic: bool | None
    """Whether Anthropic's models may be used only at endpoints with zero data retention; absent for the value of
    `enforce_zdr`."""
    enforce_zdr_google: bool | None
    """Whether Google's models may be used only at endpoints with zero data retention; absent for the value of
    `enforce_zdr`."""
    enforce_zdr_openai: bool | None
    """Whether OpenAI's models may be used only at endpoints with zero data retention; absent for the value of
    `enforce_zdr`."""
    enforce_zdr_other: bool | None
    """Whether models of other makers than Anthropic, OpenAI, Google and xAI may be used only at endpoints with zero
    data retention; absent for the value of `enforce_zdr`."""
    enforce_zdr_xai: bool | None
    """Whether xAI's models may be used only at endpoints with zero data retention; absent for the value of
    `enforce_zdr`."""
    ignored_models: Sequence[str] | None
    """Slugs or canonical slugs of models that may not be used, at least one; `None` or absent for none."""
    ignored_providers: Sequence[str] | None
    """Providers that may not be used, at least one; `None` or absent for none."""
    include_byok_in_budgets: bool
    """Whether spending on provider keys of your own counts towards `limit_usd`, beside spending of OpenRouter's
    credits; absent for no."""
    limit_usd: float | None
    """The most that may be spent in each interval, in US dollars; only together with `reset_interval`; `None` or absent
    for no limit."""
    name: Required[str]
    """A name for people, 1 to 200 characters."""
    reset_interval: GuardrailInterval | None
    """How often the spending that counts towards `limit_usd` begins anew; only together with `limit_usd`."""
    workspace_id: str
    """The workspace (a UUID) that the guardrail belongs to; absent for the account's default workspace. If that has
    been deleted, the server answers 400 and wants the id. The guardrail does not apply to the workspace's requests by
    itself."""
    allow_safety_retention_google: bool | None
    """Whether requests with zero data retention for Google's models may go to endpoints that keep prompts for safety
    checks; `False` leaves only endpoints that keep nothing. The guardrail can only be stricter than the account, whose
    setting holds when it is absent."""
    allow_safety_retention_other: bool | None
    """Whether requests with zero data retention for models of other makers than Anthropic, OpenAI, Google and xAI may
    go to endpoints that keep prompts for safety checks; `False` leaves only endpoints that keep nothing. The guardrail
    can only be stricter than the account, whose setting holds when it is absent."""
    allowed_data_regions: Sequence[GuardrailDataRegion] | None
    """The regions of OpenRouter's servers that requests may be sent to, at least one; `None` or absent for any region.
    When several guardrails apply, only the regions that all of them allow remain."""


@frozen(kw_only=True)
class ContentFilterBuiltinEntry:
    """A ready-made content filter of a guardrail."""

    action: ContentFilterBuiltinAction
    """What happens when the filter finds something."""
    label: str | None = None
    """The placeholder for what it finds, which OpenRouter chooses, such as `"[EMAIL]"`."""
    scan_scope: PromptInjectionScanScope | None = None
    """Which messages are searched for prompt injection, only for the filter `"regex-prompt-injection"`; absent for all
    messages."""
    slug: ContentFilterBuiltinSlug
    """Which filter it is."""


@frozen(kw_only=True)
class ContentFilterEntry:
    """A content filter of your own: a regular expression that requests are searched for."""

    action: ContentFilterAction
    """What to do when the pattern is found."""
    label: str | None = None
    """What to call the finding in its placeholder or in the error's message, at most 100 characters, such as
    `"[API_KEY]"`."""
    pattern: str
    """The regular expression, at least one character."""


@frozen(kw_only=True)
class Guardrail:
    """What the requests of API keys and members may spend, use and contain."""

    allowed_models: tuple[str, ...] | None = None
    """Canonical slugs, which never change, of the only models that may be used; `None` or absent for any model."""
    allowed_providers: tuple[str, ...] | None = None
    """The only providers that may be used; `None` or absent for any provider."""
    content_filter_builtins: tuple[ContentFilterBuiltinEntry, ...] | None = None
    """Ready-made filters of what requests contain: personal data, secrets, prompt injection; `None` or absent for none.
    """
    content_filters: tuple[ContentFilterEntry, ...] | None = None
    """Filters of your own, regular expressions that requests are searched for; `None` or absent for none."""
    created_at: str
    """When it was created, in ISO 8601."""
    description: str | None = None
    """What the guardrail is for, in words for people; `None` or absent for none."""
    enable_free_model_publication: bool | None = None
    """Whether free endpoints that publish prompts may be used."""
    enable_free_model_training: bool | None = None
    """Whether free endpoints that train on the data of requests may be used."""
    enable_paid_model_training: bool | None = None
    """Whether paid endpoints that train on the data of requests may be used."""
    enforce_zdr: bool | None = None
    """The older setting of zero data retention for all models; deprecated. It stands in for each `enforce_zdr_*` that a
    request did not set."""
    enforce_zdr_anthropic: bool | None = None
    """Whether Anthropic's models may be used only at endpoints with zero data retention; absent for the value of
    `enforce_zdr`."""
    enforce_zdr_google: bool | None = None
    """Whether Google's models may be used only at endpoints with zero data retention; absent for the value of
    `enforce_zdr`."""
    enforce_zdr_openai: bool | None = None
    """Whether OpenAI's models may be used only at endpoints with zero data retention; absent for the value of
    `enforce_zdr`."""
    enforce_zdr_other: bool | None = None
    """Whether models of other makers than Anthropic, OpenAI, Google and xAI may be used only at endpoints with zero
    data retention; absent for the value of `enforce_zdr`."""
    enforce_zdr_xai: bool | None = None
    """Whether xAI's models may be used only at endpoints with zero data retention; absent for the value of
    `enforce_zdr`."""
    id: str
    """The guardrail's id (a UUID)."""
    ignored_models: tuple[str, ...] | None = None
    """Canonical slugs, which never change, of models that may not be used; `None` or absent for none."""
    ignored_providers: tuple[str, ...] | None = None
    """Providers that may not be used; `None` or absent for none."""
    include_byok_in_budgets: bool
    """Whether spending on provider keys of your own counts towards `limit_usd`, beside spending of OpenRouter's
    credits."""
    limit_usd: float | None = None
    """The most that may be spent in each interval, in US dollars; `None` or absent for no limit."""
    name: str
    """A name for people."""
    reset_interval: GuardrailInterval | None = None
    """How often the spending that counts towards `limit_usd` begins anew."""
    updated_at: str | None = None
    """When it was last changed, in ISO 8601."""
    workspace_id: str | None
    """The workspace (a UUID) that the guardrail belongs to; `None` for one from before there were workspaces, which
    belongs to none. The workspace's requests are not limited by that alone."""
    allow_safety_retention_google: bool | None = None
    """Whether requests with zero data retention for Google's models may go to endpoints that keep prompts for safety
    checks; `False` leaves only endpoints that keep nothing. The guardrail can only be stricter than the account, whose
    setting holds when it is absent."""
    allow_safety_retention_other: bool | None = None
    """Whether requests with zero data retention for models of other makers than Anthropic, OpenAI, Google and xAI may
    go to endpoints that keep prompts for safety checks; `False` leaves only endpoints that keep nothing. The guardrail
    can only be stricter than the account, whose setting holds when it is absent."""
    allowed_data_regions: tuple[GuardrailDataRegion, ...] | None = None
    """The regions of OpenRouter's servers that requests may be sent to; `None` or absent for any region. When several
    guardrails apply, only the regions that all of them allow remain."""


@frozen(kw_only=True)
class CreateGuardrailResponse:
    """The new guardrail."""

    data: Guardrail
    """The guardrail."""


class GuardrailsDeleteRequest(Attribution, total=False):
    """What `guardrails_delete` takes."""

    id: Required[str]
    """The guardrail's id (a UUID)."""


@frozen(kw_only=True)
class DeleteGuardrailResponse:
    """The confirmation that a guardrail is deleted."""

    deleted: Literal[True]


class GuardrailsGetRequest(Attribution, total=False):
    """What `guardrails_get` takes."""

    id: Required[str]
    """The guardrail's id (a UUID)."""


@frozen(kw_only=True)
class GetGuardrailResponse:
    """The guardrail that was asked for."""

    data: Guardrail
    """The guardrail."""


class GuardrailsListRequest(Attribution, total=False):
    """What `guardrails_list` takes."""

    offset: int | None
    """How many guardrails to skip before the first page; absent or `None` for 0."""
    limit: int
    """How many guardrails a page holds at most, 1 to 100; absent for 50."""
    workspace_id: str
    """Only guardrails of this workspace (a UUID); absent for the account's default workspace."""


@frozen(kw_only=True)
class ListGuardrailsResponse:
    """One page of guardrails."""

    data: tuple[Guardrail, ...]
    """The guardrails."""
    total_count: int
    """How many guardrails there are, on all pages together."""


class GuardrailsListGuardrailKeyAssignmentsRequest(Attribution, total=False):
    """What `guardrails_list_guardrail_key_assignments` takes."""

    id: Required[str]
    """The guardrail's id (a UUID)."""
    offset: int | None
    """How many assignments to skip before the first page; absent or `None` for 0."""
    limit: int
    """How many assignments a page holds at most, 1 to 100; absent for 50."""


@frozen(kw_only=True)
class KeyAssignment:
    """A guardrail that is assigned to an API key."""

    assigned_by: str | None
    """The id of the user who made the assignment, or `None`."""
    created_at: str
    """When it was created, in ISO 8601."""
    guardrail_id: str
    """The guardrail's id (a UUID)."""
    id: str
    """The assignment's id (a UUID)."""
    key_hash: str
    """The hash of the API key."""
    key_label: str
    """The label of the API key, by which people recognize it."""
    key_name: str
    """The name that people gave the API key."""


@frozen(kw_only=True)
class ListKeyAssignmentsResponse:
    """One page of the assignments of guardrails to API keys."""

    data: tuple[KeyAssignment, ...]
    """The assignments."""
    total_count: int
    """How many assignments there are, on all pages together."""


class GuardrailsListGuardrailMemberAssignmentsRequest(Attribution, total=False):
    """What `guardrails_list_guardrail_member_assignments` takes."""

    id: Required[str]
    """The guardrail's id (a UUID)."""
    offset: int | None
    """How many assignments to skip before the first page; absent or `None` for 0."""
    limit: int
    """How many assignments a page holds at most, 1 to 100; absent for 50."""


@frozen(kw_only=True)
class MemberAssignment:
    """A guardrail that is assigned to a member of an organization."""

    assigned_by: str | None
    """The id of the user who made the assignment, or `None`."""
    created_at: str
    """When it was created, in ISO 8601."""
    guardrail_id: str
    """The guardrail's id (a UUID)."""
    id: str
    """The assignment's id (a UUID)."""
    organization_id: str
    """The id of the organization that the user is a member of."""
    user_id: str
    """The user id of the member."""


@frozen(kw_only=True)
class ListMemberAssignmentsResponse:
    """One page of the assignments of guardrails to members."""

    data: tuple[MemberAssignment, ...]
    """The assignments."""
    total_count: int
    """How many assignments there are, on all pages together."""


class GuardrailsListKeyAssignmentsRequest(Attribution, total=False):
    """What `guardrails_list_key_assignments` takes."""

    offset: int | None
    """How many assignments to skip before the first page; absent or `None` for 0."""
    limit: int
    """How many assignments a page holds at most, 1 to 100; absent for 50."""


class GuardrailsListMemberAssignmentsRequest(Attribution, total=False):
    """What `guardrails_list_member_assignments` takes."""

    offset: int | None
    """How many assignments to skip before the first page; absent or `None` for 0."""
    limit: int
    """How many assignments a page holds at most, 1 to 100; absent for 50."""


class GuardrailsUpdateRequest(Attribution, total=False):
    """What `guardrails_update` takes."""

    id: Required[str]
    """The guardrail's id (a UUID)."""
    allowed_models: Sequence[str] | None
    """Slugs or canonical slugs of the only models that may be used, at least one; `None` for any model."""
    allowed_providers: Sequence[str] | None
    """The only providers that may be used, at least one; `None` for any provider."""
    content_filter_builtins: Sequence[ContentFilterBuiltinEntryInputParam] | None
    """Ready-made filters of what requests contain: personal data, secrets, prompt injection; `None` for none."""
    content_filters: Sequence[ContentFilterEntryParam] | None
    """Filters of your own, regular expressions that requests are searched for; `None` for none."""
    description: str | None
    """What the guardrail is for, in words for people, at most 1000 characters; `None` for none."""
    enable_free_model_publication: bool | None
    """Whether free endpoints that publish prompts may be used."""
    enable_free_model_training: bool | None
    """Whether free endpoints that train on the data of requests may be used."""
    enable_paid_model_training: bool | None
    """Whether paid endpoints that train on the data of requests may be used."""
    enforce_zdr: bool | None
    """The older way to set zero data retention for all models; deprecated. It is the value of each `enforce_zdr_*` that
    the request does not have."""
    enforce_zdr_anthropic: bool | None
    """Whether Anthropic's models may be used only at endpoints with zero data retention; absent for the value of
    `enforce_zdr`."""
    enforce_zdr_google: bool | None
    """Whether Google's models may be used only at endpoints with zero data retention; absent for the value of
    `enforce_zdr`."""
    enforce_zdr_openai: bool | None
    """Whether OpenAI's models may be used only at endpoints with zero data retention; absent for the value of
    `enforce_zdr`."""
    enforce_zdr_other: bool | None
    """Whether models of other makers than Anthropic, OpenAI, Google and xAI may be used only at endpoints with zero
    data retention; absent for the value of `enforce_zdr`."""
    enforce_zdr_xai: bool | None
    """Whether xAI's models may be used only at endpoints with zero data retention; absent for the value of
    `enforce_zdr`."""
    ignored_models: Sequence[str] | None
    """Slugs or canonical slugs of models that may not be used, at least one; `None` for none."""
    ignored_providers: Sequence[str] | None
    """Providers that may not be used, at least one; `None` for none."""
    include_byok_in_budgets: bool
    """Whether spending on provider keys of your own counts towards `limit_usd`, beside spending of OpenRouter's
    credits."""
    limit_usd: float | None
    """The most that may be spent in each interval, in US dollars; `None` for no limit."""
    name: str
    """A name for people, 1 to 200 characters; the name of a workspace's default guardrail cannot be changed."""
    reset_interval: GuardrailInterval | None
    """How often the spending that counts towards `limit_usd` begins anew."""
    allow_safety_retention_google: bool | None
    """Whether requests with zero data retention for Google's models may go to endpoints that keep prompts for safety
    checks; `False` leaves only endpoints that keep nothing. The guardrail can only be stricter than the account, whose
    setting holds when it is absent."""
    allow_safety_retention_other: bool | None
    """Whether requests with zero data retention for models of other makers than Anthropic, OpenAI, Google and xAI may
    go to endpoints that keep prompts for safety checks; `False` leaves only endpoints that keep nothing. The guardrail
    can only be stricter than the account, whose setting holds when it is absent."""
    allowed_data_regions: Sequence[GuardrailDataRegion] | None
    """The regions of OpenRouter's servers that requests may be sent to, at least one; `None` for any region. When
    several guardrails apply, only the regions that all of them allow remain."""


@frozen(kw_only=True)
class UpdateGuardrailResponse:
    """The guardrail as it is now."""

    data: Guardrail
    """The guardrail after the change."""
