"""The five BYOK endpoints: who may call them, and what each answers.

Here lives the behaviour of `/byok` and `/byok/{id}`. Reading the socket and picking the endpoint is
`application`'s, judging a request by itself is `rules`', storing is `accounts`' and `credentials`'.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn, cast

import attrs
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse
from starlette.routing import Route

from openrouter_core.testing import rules
from openrouter_core.testing.calls import account_of, workspace_of
from openrouter_core.testing.credentials import DEFAULT_SETTINGS, Place
from openrouter_core.testing.rules import BadRequest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

    from openrouter_core.testing.accounts import Accounts
    from openrouter_core.testing.credentials import Credentials

__all__ = ["Byok"]


@attrs.frozen
class Byok:
    """The endpoints over one database. Each takes the request and its body, already read."""

    _accounts: Accounts
    _credentials: Credentials

    def routes(self) -> list[Route]:
        """Return the table of paths, methods and endpoints."""
        return [
            Route("/api/v1/byok", self.list, methods=["GET"]),
            Route("/api/v1/byok", self.create, methods=["POST"]),
            Route("/api/v1/byok/{id}", self.get, methods=["GET"]),
            Route("/api/v1/byok/{id}", self.update, methods=["PATCH"]),
            Route("/api/v1/byok/{id}", self.delete, methods=["DELETE"]),
        ]

    def list(self, request: Request, _body: bytes) -> JSONResponse:
        """Answer one page of a workspace's credentials."""
        account_id = account_of(self._accounts, request, "management")
        query = rules.page_query(request.scope["query_string"].decode())
        workspace_id = workspace_of(self._accounts, account_id, query.workspace_id)
        data, total = self._credentials.page(account_id, workspace_id, query.provider, query.limit, query.offset)
        return JSONResponse({"data": data, "total_count": total})

    def create(self, request: Request, body: bytes) -> JSONResponse:
        """Store a new credential."""
        account_id = account_of(self._accounts, request, "management")
        fields = rules.creation(request.headers.get("content-type", ""), body)
        rules.exclusive(fields)
        self._check_allowlists(account_id, fields)
        workspace_id = workspace_of(self._accounts, account_id, cast("str | None", fields.get("workspace_id")))
        place = Place(account_id, workspace_id, str(fields["provider"]))
        (created,) = self._credentials.create(place, [str(fields["key"])], _settings(fields))
        return JSONResponse({"data": created}, 201)

    def get(self, request: Request, _body: bytes) -> JSONResponse:
        """Answer one credential."""
        return JSONResponse({"data": self._find(account_of(self._accounts, request, "management"), request)})

    def update(self, request: Request, body: bytes) -> JSONResponse:
        """Change what the body names: absent leaves, `null` clears, a value sets, a `key` rotates."""
        account_id = account_of(self._accounts, request, "management")
        found = self._find(account_id, request)
        fields = rules.change(request.headers.get("content-type", ""), body)
        settings = {**_settings(found), **_settings(fields)}
        rules.exclusive(settings)
        self._check_allowlists(account_id, fields)
        self._credentials.update(str(found["id"]), settings, cast("str | None", fields.get("key")))
        return JSONResponse({"data": self._find(account_id, request)})

    def delete(self, request: Request, _body: bytes) -> JSONResponse:
        """Soft-delete a credential and wipe its key material."""
        account_id = account_of(self._accounts, request, "management")
        if not self._credentials.delete(account_id, _credential_id(request)):
            _not_found()
        return JSONResponse({"deleted": True})

    def _find(self, account_id: str, request: Request) -> dict[str, object]:
        found = self._credentials.get(account_id, _credential_id(request))
        return found if found is not None else _not_found()

    def _check_allowlists(self, account_id: str, fields: Mapping[str, object]) -> None:
        if not _entries(fields, "allowed_api_key_hashes") <= self._accounts.key_hashes(account_id):
            raise BadRequest("allowed_api_key_hashes: a hash does not belong to this account")
        members = self._accounts.members(account_id)
        if members and not _entries(fields, "allowed_user_ids") <= members:
            raise BadRequest("allowed_user_ids: a user is not a member of this account")


def _credential_id(request: Request) -> str:
    # What is no UUID cannot be the id of anything; get and delete document no 400.
    given = request.path_params["id"]
    return str(given).lower() if rules.is_uuid(given) else _not_found()


def _not_found() -> NoReturn:
    raise HTTPException(404, "Resource not found")


def _settings(fields: Mapping[str, object]) -> dict[str, object]:
    return {name: fields[name] for name in DEFAULT_SETTINGS if name in fields}


def _entries(fields: Mapping[str, object], name: str) -> set[str]:
    return set(cast("list[str] | None", fields.get(name)) or ())
