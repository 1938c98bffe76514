# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""External users: requests and responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from typing import Required

from openrouter_core.model import frozen
from openrouter_core.operation import Attribution

__all__ = [
    "ExternalUser",
    "ExternalUserResponse",
    "ExternalUsersCreateRequest",
    "ExternalUsersDeleteRequest",
    "ExternalUsersGetRequest",
    "ExternalUsersListRequest",
    "ExternalUsersUpdateRequest",
    "ListExternalUsersResponse",
]


class ExternalUsersCreateRequest(Attribution, total=False):
    """What `external_users_create` takes."""

    user: Required[str]
    """Your own name for the user: 1 to 512 characters, case-sensitive, without blanks at the ends and without NUL; it
    cannot be changed later."""


@frozen(kw_only=True)
class ExternalUser:
    """An end user of your application, as you registered it."""

    created_at: str
    """When it was registered, in ISO 8601."""
    is_active: bool
    """Whether the registration is active; requests of the user are served either way."""
    updated_at: str
    """When it was last changed, in ISO 8601."""
    user: str
    """Your own name for the user."""


@frozen(kw_only=True)
class ExternalUserResponse:
    """One end user."""

    data: ExternalUser
    """The user."""


class ExternalUsersDeleteRequest(Attribution, total=False):
    """What `external_users_delete` takes."""

    user: Required[str]
    """Your own name for the user; not `.` or `..`, which a path cannot hold."""


class ExternalUsersGetRequest(Attribution, total=False):
    """What `external_users_get` takes."""

    user: Required[str]
    """Your own name for the user; not `.` or `..`, which a path cannot hold."""


class ExternalUsersListRequest(Attribution, total=False):
    """What `external_users_list` takes."""

    offset: int | None
    """How many users to skip before the first page; 0 when absent or `None`."""
    limit: int
    """How many users a page holds at most; absent for 50."""
    user: str
    """Only the user of exactly this name; the only way to find the names `.` and `..`, which a path cannot hold."""
    include_inactive: bool
    """Whether inactive users are listed, too; absent for no."""


@frozen(kw_only=True)
class ListExternalUsersResponse:
    """One page of end users."""

    data: tuple[ExternalUser, ...]
    """The users."""
    total_count: int
    """How many users match, on all pages together."""


class ExternalUsersUpdateRequest(Attribution, total=False):
    """What `external_users_update` takes."""

    user: Required[str]
    """Your own name for the user; not `.` or `..`, which a path cannot hold."""
    is_active: Required[bool]
    """Whether the registration is to be active; requests of the user are served either way."""
