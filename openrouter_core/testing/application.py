"""The ASGI application: read a request, write it down, let a fault or an endpoint answer, deliver.

Here lives what is the same for every endpoint, and the control endpoint `/__faults__`. What an endpoint does
lives in its family's module (`byok`); how an answer reaches the socket, in `delivery`.
"""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import TYPE_CHECKING, cast

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Match, Route

from openrouter_core.testing.delivery import altered, deliver, error_response
from openrouter_core.testing.rules import BadRequest, parse_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.types import Receive, Scope, Send

    from openrouter_core.testing.faults import Fault, Faults
    from openrouter_core.testing.journal import Journal

__all__ = ["CONTROL_PATH", "MAX_BODY_BYTES", "Application"]

CONTROL_PATH = "/__faults__"
MAX_BODY_BYTES = 1_000_000

_log = logging.getLogger("openrouter_core.testing")


class Application:
    """The local OpenRouter as one ASGI callable."""

    def __init__(self, routes: Sequence[Route], faults: Faults, journal: Journal) -> None:
        self._faults = faults
        self._journal = journal
        self._routes = [*routes, Route(CONTROL_PATH, self._control, methods=["GET", "POST", "DELETE"])]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        try:
            body = await _read(Request(scope, receive))
        except ClientDisconnect:
            return
        fault = None if scope["path"] == CONTROL_PATH else self._note(scope, body or b"")
        answer = self._respond(scope, body) if fault is None or fault.applies else None
        response = answer if fault is None else altered(fault, answer)
        await deliver(cast("Response", response), fault, scope, receive, send)

    def _note(self, scope: Scope, body: bytes) -> Fault | None:
        path = scope["raw_path"].decode()
        self._journal.record(scope["method"], f"{path}?{scope['query_string'].decode()}", scope["headers"], body)
        return self._faults.strike(scope["method"], path)

    def _respond(self, scope: Scope, body: bytes | None) -> Response:
        """Run the endpoint. Whatever happens, the answer is JSON in the contract's shape."""
        try:
            return self._route(scope, body)
        except HTTPException as error:
            return error_response(error.status_code, error.detail, dict(error.headers or {}))
        except BadRequest as error:
            return error_response(400, str(error))
        except Exception:  # noqa: BLE001 - it is logged, and the test gets its 500
            _log.exception("the local OpenRouter failed")
            return error_response(500, "Internal Server Error")

    def _route(self, scope: Scope, body: bytes | None) -> Response:
        if body is None:
            raise HTTPException(413, "body: is larger than 1 MB")
        allowed: set[str] = set()
        for route in self._routes:
            match, found = route.matches(scope)
            if match is Match.FULL:
                return cast("Response", route.endpoint(Request({**scope, **found}), body))
            allowed |= (route.methods or set()) if match is Match.PARTIAL else set()
        if allowed:
            raise HTTPException(405, headers={"allow": ", ".join(sorted(allowed))})
        raise HTTPException(404, "Resource not found")

    def _control(self, request: Request, body: bytes) -> Response:
        """List, add or clear faults.

        No key is asked for: the server is bound to loopback and holds nothing worth one, and a test that arms
        a 401 or tries a wrong key must still be able to reach this.
        """
        if request.method == "POST":
            try:
                armed = self._faults.add_json(parse_json(body))
            except ValueError as error:
                raise BadRequest(str(error)) from None
            return JSONResponse(armed.as_json(), HTTPStatus.CREATED)
        if request.method == "DELETE":
            self._faults.clear()
        return JSONResponse({"faults": [armed.as_json() for armed in self._faults.all()]})


async def _read(request: Request) -> bytes | None:
    """Return the body, or `None` if it is larger than allowed; the rest of it is not waited for."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY_BYTES:
            return None
    return bytes(body)
