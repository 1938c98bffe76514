"""The five operations on external users: names that the account gives to users of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from openrouter_core.testing.reading import BadRequest
from openrouter_core.testing.state import Collection, now, paged

if TYPE_CHECKING:
    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.state import State

__all__ = ["ExternalUsers"]

_MOST_CHARACTERS = 512


@attrs.frozen
class ExternalUsers:
    """The operations over one state."""

    _state: State

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {
            "external_users_list": self.list,
            "external_users_create": self.create,
            "external_users_get": self.get,
            "external_users_update": self.update,
            "external_users_delete": self.delete,
        }

    def list(self, call: Call) -> Response:
        """Answer one page of the users, those that are active unless others are asked for."""
        for name, least in (("offset", 0), ("limit", 1)):  # the contract has no limits here
            if (call.query.get(name, least) or 0) < least:
                raise BadRequest(f"{name}: must be at least {least}")
        active = None if call.query.get("include_inactive") else True
        return JSONResponse(paged(self._users.all(call, user=call.query.get("user"), is_active=active), call.query))

    def create(self, call: Call) -> Response:
        """Register a user."""
        user = call.body["user"]
        if not 1 <= len(user) <= _MOST_CHARACTERS or user != user.strip() or not _is_text(user):
            raise BadRequest(f"user: must have 1 to {_MOST_CHARACTERS} characters, no blanks at its ends and no NUL")
        if self._state.records.get(call.account_id, "ExternalUser", user) is not None:
            raise HTTPException(409, "The user is registered already")
        at = now()
        return JSONResponse({"data": self._users.create(call, is_active=True, created_at=at, updated_at=at)}, 201)

    def get(self, call: Call) -> Response:
        """Answer one user, active or not."""
        return JSONResponse({"data": self._users.find(call, call.path["user"])})

    def update(self, call: Call) -> Response:
        """Activate or deactivate a user."""
        return JSONResponse({"data": self._users.change(call, call.path["user"], updated_at=now())})

    def delete(self, call: Call) -> Response:
        """Deactivate a user, again if need be."""
        self._users.change(call, call.path["user"], is_active=False, updated_at=now())
        return Response(status_code=204)

    @property
    def _users(self) -> Collection:
        return Collection(self._state, "ExternalUser", key="user")


def _is_text(user: str) -> bool:
    return "\0" not in user and not any("\ud800" <= each <= "\udfff" for each in user)
