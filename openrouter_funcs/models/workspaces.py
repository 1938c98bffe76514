# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Workspaces: requests and responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Sequence
from typing import Literal, Required, TypeAlias

from openrouter_core.model import frozen
from openrouter_core.operation import Attribution

__all__ = [
    "BulkAddWorkspaceMembersResponse",
    "BulkRemoveWorkspaceMembersResponse",
    "CreateWorkspaceResponse",
    "DeleteWorkspaceBudgetResponse",
    "DeleteWorkspaceResponse",
    "GetWorkspaceBudgetResponse",
    "GetWorkspaceResponse",
    "ListWorkspaceBudgetsResponse",
    "ListWorkspaceMembersResponse",
    "ListWorkspacesResponse",
    "UpdateWorkspaceResponse",
    "UpsertWorkspaceBudgetResponse",
    "Workspace",
    "WorkspaceBudget",
    "WorkspaceBudgetInterval",
    "WorkspaceMember",
    "WorkspacesBulkAddMembersRequest",
    "WorkspacesBulkRemoveMembersRequest",
    "WorkspacesCreateRequest",
    "WorkspacesDeleteBudgetRequest",
    "WorkspacesDeleteRequest",
    "WorkspacesGetBudgetRequest",
    "WorkspacesGetRequest",
    "WorkspacesListBudgetsRequest",
    "WorkspacesListMembersRequest",
    "WorkspacesListRequest",
    "WorkspacesSetBudgetRequest",
    "WorkspacesUpdateRequest",
]


class WorkspacesBulkAddMembersRequest(Attribution, total=False):
    """What `workspaces_bulk_add_members` takes."""

    id: Required[str]
    """The workspace's id (a UUID) or slug."""
    user_ids: Required[Sequence[str]]
    """The user ids of the members, 1 to 100."""


@frozen(kw_only=True)
class WorkspaceMember:
    """A member of a workspace."""

    created_at: str
    """When the membership began, in ISO 8601."""
    id: str
    """The id of the membership."""
    role: Literal["admin", "member"] | str
    """What the member may do in the workspace."""
    user_id: str
    """The member's user id."""
    workspace_id: str
    """The workspace's id (a UUID)."""


@frozen(kw_only=True)
class BulkAddWorkspaceMembersResponse:
    """Who was added to a workspace."""

    added_count: int
    """How many were added or changed."""
    data: tuple[WorkspaceMember, ...]
    """The members as they are now."""


class WorkspacesBulkRemoveMembersRequest(Attribution, total=False):
    """What `workspaces_bulk_remove_members` takes."""

    id: Required[str]
    """The workspace's id (a UUID) or slug."""
    user_ids: Required[Sequence[str]]
    """The user ids of the members, 1 to 100."""


@frozen(kw_only=True)
class BulkRemoveWorkspaceMembersResponse:
    """How many members were removed."""

    removed_count: int
    """How many were removed."""


class WorkspacesCreateRequest(Attribution, total=False):
    """What `workspaces_create` takes."""

    default_image_model: str | None
    """The model for image requests that name none; `None` for none."""
    default_provider_sort: str | None
    """How providers are sorted when a request does not say (`"price"`, `"throughput"`, `"latency"`, `"exacto"`); `None`
    for no order of its own."""
    default_text_model: str | None
    """The model for requests that name none; `None` for none."""
    description: str | None
    """What it is for, in at most 500 characters."""
    io_logging_api_key_ids: Sequence[int] | None
    """The ids of the API keys whose prompts and answers are logged; `None` for all."""
    io_logging_sampling_rate: float
    """The share of requests whose prompts and answers are logged, 0.0001 to 1."""
    is_data_discount_logging_enabled: bool
    """Whether requests are logged in return for a discount."""
    is_observability_broadcast_enabled: bool
    """Whether traces are sent to the workspace's destinations."""
    is_observability_io_logging_enabled: bool
    """Whether prompts and answers are logged for the workspace itself."""
    name: Required[str]
    """Its name for people, at most 100 characters."""
    slug: Required[str]
    """Its name in URLs: at most 50 lower-case letters, digits and single hyphens between them."""
    disabled_server_tools: (
        Sequence[
            Literal[
                "openrouter:advisor",
                "openrouter:apply_patch",
                "openrouter:bash",
                "openrouter:datetime",
                "openrouter:fusion",
                "openrouter:image_generation",
                "openrouter:experimental__search_models",
                "openrouter:shell",
                "openrouter:subagent",
                "openrouter:tool_search",
                "openrouter:web_fetch",
                "openrouter:web_search",
            ]
            | str
        ]
        | None
    )
    """The server tools that requests of the workspace may not use: a request that names one is a 403; `None` or empty
    for no such tools."""


@frozen(kw_only=True)
class Workspace:
    """A part of an account, with members, keys, budgets and settings of its own."""

    created_at: str
    """When it was created, in ISO 8601."""
    created_by: str | None
    """The user id of who created it, or `None`."""
    default_guardrail_id: str
    """The id of its default guardrail, which exists only once it has been configured."""
    default_image_model: str | None
    """The model for image requests that name none; `None` for none."""
    default_provider_sort: str | None
    """How providers are sorted when a request does not say (`"price"`, `"throughput"`, `"latency"`, `"exacto"`); `None`
    for no order of its own."""
    default_text_model: str | None
    """The model for requests that name none; `None` for none."""
    description: str | None
    """What it is for, in at most 500 characters."""
    id: str
    """Its id (a UUID)."""
    include_byok_in_budgets: bool | None = None
    """Whether spending on provider keys of your own counts towards the budgets of the workspace, all of them."""
    io_logging_api_key_ids: tuple[int, ...] | None
    """The ids of the API keys whose prompts and answers are logged; `None` for all."""
    io_logging_sampling_rate: float
    """The share of requests whose prompts and answers are logged, 0.0001 to 1."""
    is_data_discount_logging_enabled: bool
    """Whether requests are logged in return for a discount."""
    is_observability_broadcast_enabled: bool
    """Whether traces are sent to the workspace's destinations."""
    is_observability_io_logging_enabled: bool
    """Whether prompts and answers are logged for the workspace itself."""
    name: str
    """Its name for people, at most 100 characters."""
    slug: str
    """Its name in URLs: at most 50 lower-case letters, digits and single hyphens between them."""
    updated_at: str | None
    """When it was last changed, in ISO 8601, or `None`."""
    disabled_server_tools: tuple[str, ...] | None = None
    """The server tools that requests of the workspace may not use: a request that names one is a 403; `None` or empty
    for no such tools."""


@frozen(kw_only=True)
class CreateWorkspaceResponse:
    """A workspace that was created."""

    data: Workspace
    """The workspace."""


class WorkspacesDeleteRequest(Attribution, total=False):
    """What `workspaces_delete` takes."""

    id: Required[str]
    """The workspace's id (a UUID) or slug."""
    confirm_default_workspace_deletion: bool
    """Must be `True` to delete the default workspace. That disables for good all API keys without a workspace, except
    management keys; for other workspaces it has no effect."""


@frozen(kw_only=True)
class DeleteWorkspaceResponse:
    """The confirmation that a workspace is deleted."""

    deleted: Literal[True]


WorkspaceBudgetInterval: TypeAlias = Literal["daily", "weekly", "monthly", "lifetime"] | str
"""How often the spending of a budget is reset to 0. `lifetime`: never."""


class WorkspacesDeleteBudgetRequest(Attribution, total=False):
    """What `workspaces_delete_budget` takes."""

    workspace_ref: Required[str]
    """The workspace's id (a UUID) or slug."""
    interval: Required[WorkspaceBudgetInterval]
    """The interval of the budget."""


@frozen(kw_only=True)
class DeleteWorkspaceBudgetResponse:
    """The confirmation that there is no budget for the interval any more."""

    deleted: Literal[True]


class WorkspacesGetRequest(Attribution, total=False):
    """What `workspaces_get` takes."""

    id: Required[str]
    """The workspace's id (a UUID) or slug."""


@frozen(kw_only=True)
class GetWorkspaceResponse:
    """One workspace."""

    data: Workspace
    """The workspace."""


class WorkspacesGetBudgetRequest(Attribution, total=False):
    """What `workspaces_get_budget` takes."""

    workspace_ref: Required[str]
    """The workspace's id (a UUID) or slug."""
    interval: Required[WorkspaceBudgetInterval]
    """The interval of the budget."""


@frozen(kw_only=True)
class WorkspaceBudget:
    """How much a workspace may spend in an interval."""

    created_at: str
    """When it was created, in ISO 8601."""
    id: str
    """The budget's id."""
    limit_usd: float
    """How much it may spend in the interval, in US dollars."""
    reset_interval: Literal["daily", "weekly", "monthly"] | str | None
    """How often the spending is reset to 0; `None` for never."""
    updated_at: str
    """When it was last changed, in ISO 8601."""
    workspace_id: str
    """The workspace's id (a UUID)."""


@frozen(kw_only=True)
class GetWorkspaceBudgetResponse:
    """One budget."""

    data: WorkspaceBudget
    """The budget."""
    include_byok_in_budgets: bool | None = None
    """Whether spending on provider keys of your own counts towards the budgets of the workspace, all of them."""


class WorkspacesListRequest(Attribution, total=False):
    """What `workspaces_list` takes."""

    offset: int | None
    """How many workspaces to skip before the first page; 0 when absent or `None`."""
    limit: int
    """How many workspaces a page holds at most, 1 to 100; absent for 50."""


@frozen(kw_only=True)
class ListWorkspacesResponse:
    """One page of workspaces."""

    data: tuple[Workspace, ...]
    """The workspaces."""
    total_count: int
    """How many workspaces there are, on all pages together."""


class WorkspacesListBudgetsRequest(Attribution, total=False):
    """What `workspaces_list_budgets` takes."""

    workspace_ref: Required[str]
    """The workspace's id (a UUID) or slug."""


@frozen(kw_only=True)
class ListWorkspaceBudgetsResponse:
    """All budgets of a workspace."""

    data: tuple[WorkspaceBudget, ...]
    """The budgets."""
    include_byok_in_budgets: bool | None = None
    """Whether spending on provider keys of your own counts towards the budgets of the workspace, all of them."""


class WorkspacesListMembersRequest(Attribution, total=False):
    """What `workspaces_list_members` takes."""

    id: Required[str]
    """The workspace's id (a UUID) or slug."""
    offset: int | None
    """How many members to skip before the first page; 0 when absent or `None`."""
    limit: int
    """How many members a page holds at most, 1 to 100; absent for 50."""


@frozen(kw_only=True)
class ListWorkspaceMembersResponse:
    """One page of members."""

    data: tuple[WorkspaceMember, ...]
    """The members."""
    total_count: int
    """How many members there are, on all pages together."""


class WorkspacesSetBudgetRequest(Attribution, total=False):
    """What `workspaces_set_budget` takes."""

    workspace_ref: Required[str]
    """The workspace's id (a UUID) or slug."""
    interval: Required[WorkspaceBudgetInterval]
    """The interval of the budget."""
    include_byok_in_budgets: bool
    """Whether spending on provider keys of your own counts towards the budgets of the workspace, all of them; absent
    for no change."""
    limit_usd: Required[float]
    """How much it may spend in the interval, in US dollars, more than 0."""


@frozen(kw_only=True)
class UpsertWorkspaceBudgetResponse:
    """A budget that was set."""

    data: WorkspaceBudget
    """The budget as it is now."""
    include_byok_in_budgets: bool | None = None
    """Whether spending on provider keys of your own counts towards the budgets of the workspace, all of them."""


class WorkspacesUpdateRequest(Attribution, total=False):
    """What `workspaces_update` takes."""

    id: Required[str]
    """The workspace's id (a UUID) or slug."""
    default_image_model: str | None
    """The model for image requests that name none; `None` for none."""
    default_provider_sort: str | None
    """How providers are sorted when a request does not say (`"price"`, `"throughput"`, `"latency"`, `"exacto"`); `None`
    for no order of its own."""
    default_text_model: str | None
    """The model for requests that name none; `None` for none."""
    description: str | None
    """What it is for, in at most 500 characters."""
    io_logging_api_key_ids: Sequence[int] | None
    """The ids of the API keys whose prompts and answers are logged; `None` for all."""
    io_logging_sampling_rate: float
    """The share of requests whose prompts and answers are logged, 0.0001 to 1."""
    is_data_discount_logging_enabled: bool
    """Whether requests are logged in return for a discount."""
    is_observability_broadcast_enabled: bool
    """Whether traces are sent to the workspace's destinations."""
    is_observability_io_logging_enabled: bool
    """Whether prompts and answers are logged for the workspace itself."""
    name: str
    """Its name for people, at most 100 characters."""
    slug: str
    """Its name in URLs: at most 50 lower-case letters, digits and single hyphens between them."""
    disabled_server_tools: (
        Sequence[
            Literal[
                "openrouter:advisor",
                "openrouter:apply_patch",
                "openrouter:bash",
                "openrouter:datetime",
                "openrouter:fusion",
                "openrouter:image_generation",
                "openrouter:experimental__search_models",
                "openrouter:shell",
                "openrouter:subagent",
                "openrouter:tool_search",
                "openrouter:web_fetch",
                "openrouter:web_search",
            ]
            | str
        ]
        | None
    )
    """The server tools that requests of the workspace may not use: a request that names one is a 403; `None` or empty
    for no such tools."""


@frozen(kw_only=True)
class UpdateWorkspaceResponse:
    """A workspace after a change."""

    data: Workspace
    """The workspace as it is now."""
