"""From a request to a `Call` that the contract allows, and on to what answers it.

Here lives what is the same for every operation: its route, whose key came with the request, and whether what was
sent fits the contract. What an operation does lives in its family's module in `endpoints`; one that is in none of
them answers what the contract says of it.
"""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter
from typing import TYPE_CHECKING, Any, TypeAlias, cast
from urllib.parse import parse_qs

import attrs
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from openrouter_core.testing import multipart
from openrouter_core.testing.accounts import Caller
from openrouter_core.testing.contract import JSON, MULTIPART
from openrouter_core.testing.reading import BadRequest, parse_json
from openrouter_core.testing.schemas import Schemas

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from contextlib import AbstractContextManager

    from starlette.requests import Request

    from openrouter_core.testing.accounts import Accounts
    from openrouter_core.testing.contract import Contract, Operation, Schema
    from openrouter_core.testing.multipart import Part
    from openrouter_core.testing.samples import Samples

__all__ = ["Behaviour", "Behaviours", "Call", "Calls", "OperationRoute"]

_NOBODY = Caller("", "", management=False)


@attrs.frozen
class Call:
    """A request that the contract allows, by names and with types of the contract.

    Attributes:
        operation: What is called.
        caller: Whose key came with it; nobody's where the operation wants none.
        path: The parameters of the path.
        query: The parameters of the query that were given.
        body: The fields of the body, of JSON or of a form.
        headers: By lower-case name.
        began: When it came, on the clock of `perf_counter`.
    """

    operation: Operation
    caller: Caller
    path: Mapping[str, str]
    query: Mapping[str, Any]
    body: Mapping[str, Any]
    headers: Mapping[str, str] = attrs.field(factory=dict[str, str], repr=False)
    began: float = attrs.field(factory=perf_counter, repr=False, eq=False)

    @property
    def account_id(self) -> str:
        """Whose account it is; empty where the operation wants no key."""
        return self.caller.account_id


Behaviour: TypeAlias = Callable[[Call], Response]
Behaviours: TypeAlias = "Mapping[str, Behaviour]"


class OperationRoute(Route):
    """A route of the contract, which knows its operation."""

    def __init__(self, endpoint: Callable[[Request, bytes], Response], operation: Operation) -> None:
        super().__init__(operation.path, endpoint, methods=[operation.method])
        self.operation = operation


@attrs.frozen
class Calls:
    """Reads requests and hands them to the behaviour that has the name of the operation's function."""

    _contract: Contract
    _accounts: Accounts
    _samples: Samples
    _clock: Callable[[], float]
    _admit: Callable[[Call], Call]
    """Refuses a call that costs, if it may not be made."""
    _transaction: Callable[[], AbstractContextManager[object]]
    """What a refused call has changed is undone."""

    def routes(self, behaviours: Behaviours) -> list[OperationRoute]:
        """Return a route for each operation; `/models/user` comes before `/models/{author}`."""
        ordered = sorted(self._contract.operations.values(), key=lambda each: each.path.replace("{", "~"))
        return [self._route(each, behaviours.get(each.name, self._sampled)) for each in ordered]

    def _sampled(self, call: Call) -> Response:
        """Answer what the contract says, for an operation that nobody has given a behaviour."""
        success = call.operation.success
        if success.media_type != JSON:
            return Response(b"content of the local OpenRouter", success.status, media_type=success.media_type)
        answer = self._samples.answer(call.operation, {**call.query, **call.body, **call.path})
        return JSONResponse(answer, success.status)

    def _route(self, operation: Operation, behaviour: Behaviour) -> OperationRoute:
        # Of what is kept every value must be known; models, and what they take, are newer than any release.
        reader = _Reader(operation, self._contract, Schemas(self._contract, closed=operation.key == "management"))

        def endpoint(request: Request, body: bytes) -> Response:
            with self._transaction():
                caller = _NOBODY if operation.key == "none" else self._caller(request, operation.key)
                call = reader.call(caller, request, body)
                return behaviour(self._admit(call) if operation.is_paid else call)

        return OperationRoute(endpoint, operation)

    def _caller(self, request: Request, key: str) -> Caller:
        """Return whose key came with the request, if it may do what wants such a `key`."""
        scheme, _, raw = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not raw.strip():
            raise HTTPException(401, "Missing Authentication header")
        caller = self._accounts.caller(raw.strip())
        refusal = "Invalid credentials" if caller is None else caller.refusal(self._clock())
        if caller is None or refusal is not None:
            raise HTTPException(401, refusal)
        if key == "management" and not caller.management:
            raise HTTPException(403, "Only management keys can perform this operation")
        return caller


@attrs.frozen
class _Reader:
    """Reads requests for one operation."""

    _operation: Operation
    _contract: Contract
    _schemas: Schemas

    def call(self, caller: Caller, request: Request, body: bytes) -> Call:
        """Return what the request says, or refuse it."""
        found = self._parameters(request)
        return Call(
            self._operation,
            caller,
            path=found["path"],
            query=found["query"],
            body=self._body(request.headers.get("content-type", ""), body),
            headers=request.headers,
        )

    def _parameters(self, request: Request) -> dict[str, dict[str, Any]]:
        """Return path and query; headers are checked, and stay text."""
        query = parse_qs(request.scope["query_string"].decode("latin-1"), keep_blank_values=True)
        found: dict[str, dict[str, Any]] = {"query": {}, "header": {}, "path": dict(request.path_params)}
        for parameter in self._operation.parameters:
            name, place, schema = str(parameter["name"]), str(parameter["in"]), cast("Schema", parameter["schema"])
            texts = request.headers.getlist(name) if place == "header" else query.get(name)
            if texts and place != "path":
                found[place][name] = self._single(schema, name, texts)
            elif place == "path":
                if self._schemas.wrong(schema, self._schemas.decoded(schema, [found[place][name]])) is not None:
                    raise HTTPException(404, "Resource not found")  # it cannot be the id of anything
            elif parameter.get("required"):
                raise BadRequest(f"{name}: is required")
        return {place: found[place] for place in ("path", "query")}

    def _single(self, schema: Schema, name: str, texts: Sequence[str | Part]) -> object:
        if len(texts) > 1 and "array" not in self._schemas.types(schema):
            raise BadRequest(f"{name}: was given {len(texts)} times")
        return self._checked(schema, self._schemas.decoded(schema, texts), name)

    def _body(self, content_type: str, body: bytes) -> Mapping[str, Any]:
        if not self._operation.bodies:
            return {}
        if not body and not content_type:
            raise BadRequest("body: is required")
        media_type = content_type.partition(";")[0].strip().lower()
        schema = self._operation.bodies.get(media_type)
        if schema is None:
            raise HTTPException(415, f"Content-Type: must be {' or '.join(self._operation.bodies)}")
        if media_type == JSON:
            return cast("Mapping[str, Any]", self._checked(schema, parse_json(body), ""))
        return self._form(schema, _fields(content_type, body) if media_type == MULTIPART else _pairs(body))

    def _form(self, schema: Schema, given: Mapping[str, Sequence[str | Part]]) -> Mapping[str, Any]:
        known = self._contract.resolved(schema)["properties"]
        fields = {name: self._single(known[name], name, given[name]) for name in known if name in given}
        return cast("Mapping[str, Any]", self._checked(schema, fields, ""))

    def _checked(self, schema: Schema, value: object, path: str) -> object:
        wrong = self._schemas.wrong(schema, value, path)
        if wrong is not None:
            raise BadRequest(str(wrong))
        return value


def _fields(content_type: str, body: bytes) -> Mapping[str, Sequence[str | Part]]:
    try:
        return multipart.parts(content_type, body)
    except multipart.Malformed as error:
        raise BadRequest(f"body: {error}") from None


def _pairs(body: bytes) -> Mapping[str, Sequence[str]]:
    return parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
