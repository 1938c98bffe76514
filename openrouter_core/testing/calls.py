"""From a request to a `Call` that the contract allows, and on to the behaviour that answers it.

Here lives what is the same for every operation: its route, whose key came with the request, and whether what was
sent fits the contract. What an operation does lives in its family's module in `endpoints`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias, cast
from urllib.parse import parse_qsl

import attrs
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Route

from openrouter_core.testing import multipart
from openrouter_core.testing.contract import MULTIPART
from openrouter_core.testing.rules import BadRequest, parse_json
from openrouter_core.testing.schemas import Schemas

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.requests import Request

    from openrouter_core.testing.accounts import Accounts
    from openrouter_core.testing.contract import Contract, Operation, Schema
    from openrouter_core.testing.multipart import Part

__all__ = ["Behaviour", "Behaviours", "Call", "Calls", "OperationRoute", "account_of", "workspace_of"]


@attrs.frozen
class Call:
    """A request that the contract allows, by names and with types of the contract.

    Attributes:
        account_id: Whose key came with it; empty where the operation wants none.
        path: The parameters of the path.
        query: The parameters of the query that were given.
        body: The fields of the body, of JSON or of a form.
    """

    account_id: str
    path: Mapping[str, str]
    query: Mapping[str, Any]
    body: Mapping[str, Any]


Behaviour: TypeAlias = Callable[[Call], Response]
Behaviours: TypeAlias = "Mapping[str, Behaviour]"


class OperationRoute(Route):
    """A route of the contract, which knows its operation."""

    def __init__(self, path: str, endpoint: Callable[[Request, bytes], Response], operation: Operation) -> None:
        super().__init__(path, endpoint, methods=[operation.method])
        self.operation = operation


@attrs.frozen
class Calls:
    """Reads requests and hands them to the behaviour that has the name of the operation's function."""

    _contract: Contract
    _accounts: Accounts

    @property
    def _schemas(self) -> Schemas:
        return Schemas(self._contract)

    def routes(self, base_path: str, behaviours: Behaviours) -> list[OperationRoute]:
        """Return a route for each behaviour."""
        return [self._route(base_path, self._contract.operations[name], each) for name, each in behaviours.items()]

    def _route(self, base_path: str, operation: Operation, behaviour: Behaviour) -> OperationRoute:
        def endpoint(request: Request, body: bytes) -> Response:
            return behaviour(self._call(operation, request, body))

        return OperationRoute(base_path + operation.path, endpoint, operation)

    def _call(self, operation: Operation, request: Request, body: bytes) -> Call:
        return Call(
            account_id="" if operation.key == "none" else account_of(self._accounts, request, operation.key),
            path=request.path_params,
            query=self._parameters(operation, request),
            body=self._body(operation, request.headers.get("content-type", ""), body),
        )

    def _parameters(self, operation: Operation, request: Request) -> dict[str, Any]:
        """Return the query; headers are checked and not kept, because no behaviour asks for one."""
        pairs = parse_qsl(request.scope["query_string"].decode("latin-1"), keep_blank_values=True)
        found: dict[str, dict[str, Any]] = {"query": {}, "header": {}, "path": {}}
        for parameter in operation.parameters:
            name, place = str(parameter["name"]), str(parameter["in"])
            given = [value for each, value in pairs if each == name]
            texts = {"query": given, "header": request.headers.getlist(name)}.get(place, [])
            if texts:
                found[place][name] = self._single(cast("Schema", parameter["schema"]), name, texts)
            elif parameter.get("required") and place != "path":
                raise BadRequest(f"{name}: is required")
        return found["query"]

    def _single(self, schema: Schema, name: str, texts: Sequence[str | Part]) -> object:
        if len(texts) > 1 and "array" not in self._schemas.types(schema):
            raise BadRequest(f"{name}: was given {len(texts)} times")
        return self._checked(schema, self._schemas.decoded(schema, texts), name)

    def _body(self, operation: Operation, content_type: str, body: bytes) -> Mapping[str, Any]:
        if not operation.bodies:
            return {}
        media_type = content_type.partition(";")[0].strip().lower()
        schema = operation.bodies.get(media_type)
        if schema is None:
            raise BadRequest(f"Content-Type: must be {' or '.join(operation.bodies)}")
        if media_type == MULTIPART:
            return self._form(schema, content_type, body)
        return cast("Mapping[str, Any]", self._checked(schema, parse_json(body), ""))

    def _form(self, schema: Schema, content_type: str, body: bytes) -> Mapping[str, Any]:
        try:
            given = multipart.parts(content_type, body)
        except multipart.Malformed as error:
            raise BadRequest(f"body: {error}") from None
        known = self._contract.resolved(schema)["properties"]
        fields = {name: self._single(known[name], name, given[name]) for name in known if name in given}
        return cast("Mapping[str, Any]", self._checked(schema, fields, ""))

    def _checked(self, schema: Schema, value: object, path: str) -> object:
        wrong = self._schemas.wrong(schema, value, path)
        if wrong is not None:
            raise BadRequest(str(wrong))
        return value


def account_of(accounts: Accounts, request: Request, key: str) -> str:
    """Return the id of the account whose key came with the request, if it may do what wants such a `key`."""
    scheme, _, raw = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not raw.strip():
        raise HTTPException(401, "Missing Authentication header")
    caller = accounts.caller(raw.strip())
    if caller is None:
        raise HTTPException(401, "Invalid credentials")
    if key == "management" and not caller.management:
        raise HTTPException(403, "Only management keys can perform this operation")
    return caller.account_id


def workspace_of(accounts: Accounts, account_id: str, workspace_id: str | None) -> str:
    """Return the workspace that a request names, or the account's default one."""
    # Neither list nor create documents a 404, so a workspace that is not the account's is a bad parameter.
    if workspace_id is None:
        default = accounts.default_workspace(account_id)
        if default is None:
            raise BadRequest("workspace_id: is required, the default workspace has been deleted")
        return default
    if not accounts.has_workspace(account_id, workspace_id.lower()):
        raise BadRequest("workspace_id: is not a workspace of this account")
    return workspace_id.lower()
