# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""SCIM: requests and responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from typing import Literal, Required

from openrouter_core.model import frozen
from openrouter_core.operation import Attribution

__all__ = [
    "CreateScimGroupMappingResponse",
    "CreateScimSyncJobResponse",
    "DeleteScimGroupMappingResponse",
    "GetScimGroupMappingResponse",
    "GetScimSyncJobResponse",
    "ListScimGroupMappingsResponse",
    "ListScimGroupsResponse",
    "ScimCreateRequest",
    "ScimCreateSyncJobRequest",
    "ScimDeleteRequest",
    "ScimGetSyncJobRequest",
    "ScimGroup",
    "ScimGroupMapping",
    "ScimListGroupsRequest",
    "ScimListMappingsRequest",
    "ScimReadRequest",
    "ScimSyncJob",
    "ScimUpdateRequest",
    "UpdateScimGroupMappingResponse",
]


class ScimCreateRequest(Attribution, total=False):
    """What `scim_create` takes."""

    role: Required[Literal["admin", "member"] | str]
    """What the members may do in the workspace."""
    scim_group_id: Required[str]
    """The group's id (a UUID), as `scim_list_groups` gives it."""
    workspace_id: Required[str]
    """The workspace's id (a UUID)."""


@frozen(kw_only=True)
class ScimGroupMapping:
    """A group of your identity provider, and its role in a workspace."""

    created_at: str
    """When it was created, in ISO 8601."""
    id: str
    """The mapping's id (a UUID)."""
    organization_id: str
    """The organization that it belongs to."""
    role: Literal["admin", "member"] | str
    """What the members may do in the workspace."""
    scim_group_id: str
    """The group's id (a UUID)."""
    updated_at: str
    """When it was last changed, in ISO 8601."""
    workspace_id: str
    """The workspace's id (a UUID)."""


@frozen(kw_only=True)
class CreateScimGroupMappingResponse:
    """A mapping that was created."""

    data: ScimGroupMapping
    """The mapping."""


class ScimCreateSyncJobRequest(Attribution, total=False):
    """What `scim_create_sync_job` takes."""


@frozen(kw_only=True)
class ScimSyncJob:
    """A synchronization with the groups of your identity provider."""

    created_at: str
    """When it was created, in ISO 8601."""
    deleted_groups: int | None
    """How many groups were deleted; `None` unless it has succeeded."""
    error_message: str | None
    """Why it failed; `None` unless it has failed."""
    finished_at: str | None
    """When it ended, in ISO 8601; `None` before."""
    id: str
    """The job's id."""
    started_at: str | None
    """When it began to run, in ISO 8601; `None` before."""
    status: Literal["queued", "running", "succeeded", "failed"] | str
    """How far the synchronization is."""
    synced_groups: int | None
    """How many groups were synchronized; `None` unless it has succeeded."""


@frozen(kw_only=True)
class CreateScimSyncJobResponse:
    """A synchronization that was started."""

    data: ScimSyncJob
    """The job."""


class ScimDeleteRequest(Attribution, total=False):
    """What `scim_delete` takes."""

    id: Required[str]
    """The mapping's id (a UUID)."""
    keep_members: Required[Literal["true", "false"] | str | bool]
    """Whether the members that the mapping let in stay in the workspace, managed by hand from then on; with `False`
    they are removed. The server has no default: without it the call is a 400."""


@frozen(kw_only=True)
class DeleteScimGroupMappingResponse:
    """The confirmation that a mapping is deleted."""

    deleted: Literal[True]


class ScimGetSyncJobRequest(Attribution, total=False):
    """What `scim_get_sync_job` takes."""

    id: Required[str]
    """The job's id."""


@frozen(kw_only=True)
class GetScimSyncJobResponse:
    """One job."""

    data: ScimSyncJob
    """The job."""


class ScimListGroupsRequest(Attribution, total=False):
    """What `scim_list_groups` takes."""

    offset: int | None
    """How many groups to skip before the first page; 0 when absent or `None`."""
    limit: int
    """How many groups a page holds at most, 1 to 100; absent for 50."""
    display_name: str
    """Only the group of exactly this name; absent or empty for all. With `external_id`, both must match."""
    external_id: str
    """Only the group with exactly this id at the identity provider; absent or empty for all."""


@frozen(kw_only=True)
class ScimGroup:
    """A group of your identity provider."""

    created_at: str
    """When it was created, in ISO 8601."""
    display_name: str
    """Its name for people."""
    external_id: str | None
    """Its id at the identity provider, or `None`."""
    id: str
    """Its id at OpenRouter (a UUID)."""
    organization_id: str
    """The organization that it belongs to."""
    updated_at: str
    """When it was last changed, in ISO 8601."""


@frozen(kw_only=True)
class ListScimGroupsResponse:
    """One page of groups."""

    data: tuple[ScimGroup, ...]
    """The groups."""
    total_count: int
    """How many there are, on all pages together."""


class ScimListMappingsRequest(Attribution, total=False):
    """What `scim_list_mappings` takes."""

    offset: int | None
    """How many mappings to skip before the first page; 0 when absent or `None`."""
    limit: int
    """How many mappings a page holds at most, 1 to 100; absent for 50."""


@frozen(kw_only=True)
class ListScimGroupMappingsResponse:
    """One page of mappings."""

    data: tuple[ScimGroupMapping, ...]
    """The mappings."""
    total_count: int
    """How many there are, on all pages together."""


class ScimReadRequest(Attribution, total=False):
    """What `scim_read` takes."""

    id: Required[str]
    """The mapping's id (a UUID)."""


@frozen(kw_only=True)
class GetScimGroupMappingResponse:
    """One mapping."""

    data: ScimGroupMapping
    """The mapping."""


class ScimUpdateRequest(Attribution, total=False):
    """What `scim_update` takes."""

    id: Required[str]
    """The mapping's id (a UUID)."""
    role: Required[Literal["admin", "member"] | str]
    """What the members may do in the workspace from now on."""


@frozen(kw_only=True)
class UpdateScimGroupMappingResponse:
    """A mapping after a change."""

    data: ScimGroupMapping
    """The mapping as it is now."""
