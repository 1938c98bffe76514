# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Organization: requests and responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from typing import Literal, Required

from openrouter_core.model import frozen
from openrouter_core.operation import Attribution

__all__ = [
    "GetOrganizationSettingsResponse",
    "ListOrganizationMembersResponse",
    "ListOrganizationMembersResponseDataItem",
    "OrganizationGetSettingsRequest",
    "OrganizationListMembersRequest",
    "OrganizationSettings",
    "OrganizationUpdateSettingsRequest",
    "UpdateOrganizationSettingsResponse",
]


class OrganizationGetSettingsRequest(Attribution, total=False):
    """What `organization_get_settings` takes."""


@frozen(kw_only=True)
class OrganizationSettings:
    """What an organization has set for all of its members."""

    id: str
    """The organization's id."""
    is_filtered_model_catalog_enabled: bool
    """Whether `models_list` with a key of the organization gives only the models that the key may use; without a key it
    gives all."""


@frozen(kw_only=True)
class GetOrganizationSettingsResponse:
    """The settings of an organization."""

    data: OrganizationSettings
    """The settings."""


class OrganizationListMembersRequest(Attribution, total=False):
    """What `organization_list_members` takes."""

    offset: int | None
    """How many members to skip before the first page; 0 when absent or `None`."""
    limit: int
    """How many members a page holds at most, 1 to 100; absent for 50."""


@frozen(kw_only=True)
class ListOrganizationMembersResponseDataItem:
    """A member of an organization."""

    email: str
    """The member's e-mail address."""
    first_name: str | None
    """The given name, or `None`."""
    id: str
    """The member's user id."""
    last_name: str | None
    """The family name, or `None`."""
    role: Literal["org:admin", "org:member"] | str
    """What the member may do in the organization: `"org:admin"` may change it."""


@frozen(kw_only=True)
class ListOrganizationMembersResponse:
    """One page of members."""

    data: tuple[ListOrganizationMembersResponseDataItem, ...]
    """The members."""
    total_count: int
    """How many members there are, on all pages together."""


class OrganizationUpdateSettingsRequest(Attribution, total=False):
    """What `organization_update_settings` takes."""

    is_filtered_model_catalog_enabled: Required[bool]
    """Whether `models_list` with a key of the organization gives only the models that the key may use; without a key it
    gives all."""


@frozen(kw_only=True)
class UpdateOrganizationSettingsResponse:
    """The settings of an organization after a change."""

    data: OrganizationSettings
    """The settings as they are now."""
