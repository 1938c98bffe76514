"""The ASGI application: read a request, write it down, let a fault or an endpoint answer, deliver.

Here lives what is the same for every endpoint, and the control endpoints `/__faults__` and `/__model__`. What an
endpoint does lives in its family's module in `endpoints`; the page at `/`, in `page`; how an answer reaches the socket,
in `delivery`.
"""

from __future__ import annotations

import ipaddress
import logging
from contextlib import suppress
from http import HTTPStatus
from typing import TYPE_CHECKING, TypeVar, cast
from urllib.parse import unquote, urlsplit

import attrs
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Match, Route

from openrouter_core.testing.answers import error_response
from openrouter_core.testing.calls import OperationRoute
from openrouter_core.testing.contract import BASE_PATH
from openrouter_core.testing.damage import poisoned
from openrouter_core.testing.delivery import altered, deliver, hold, spelled_out
from openrouter_core.testing.faults import Asked
from openrouter_core.testing.page import LIVE_PATH
from openrouter_core.testing.reading import BadRequest, parse_json

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from starlette.types import Receive, Scope, Send

    from openrouter_core.testing.contract import Errors, Operation
    from openrouter_core.testing.faults import Fault, Faults
    from openrouter_core.testing.journal import Journal
    from openrouter_core.testing.model import ScriptedModel
    from openrouter_core.testing.page import Page

__all__ = ["CONTROL_PATH", "MAX_BODY_BYTES", "MODEL_PATH", "Application", "is_loopback"]

CONTROL_PATH = "/__faults__"
MODEL_PATH = "/__model__"
MAX_BODY_BYTES = 1_000_000

_Added = TypeVar("_Added")

_log = logging.getLogger("openrouter_core.testing")


class Application:
    """The local OpenRouter as one ASGI callable."""

    def __init__(
        self, routes: Sequence[Route], faults: Faults, journal: Journal, model: ScriptedModel, page: Page
    ) -> None:
        self._faults = faults
        self._journal = journal
        self._model = model
        methods = ["GET", "POST", "DELETE"]
        self._routes: dict[str, list[Route]] = {}
        controls = (
            Route(CONTROL_PATH, self._control, methods=methods),
            Route(MODEL_PATH, self._control_model, methods=methods),
            Route("/", page.show, methods=["GET"]),
            Route(LIVE_PATH, page.live, methods=["GET"]),
        )
        self._controls = {route.path for route in controls}
        for route in (*routes, *controls):
            self._routes.setdefault(_shelf(route.path), []).append(route)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        found = self._find(scope)
        if stranger := _stranger(Headers(scope=scope)):
            await deliver(error_response(403, stranger), None, scope, receive, send)
            return
        with suppress(ClientDisconnect):  # before its request was whole
            if scope["path"] in self._controls:
                body, _ = await _read(Request(scope, receive), found.most_bytes, None)
                await deliver(found.answer(scope, body), None, scope, receive, send)
            else:
                await self._answer(found, scope, receive, send)

    async def _answer(self, found: _Found, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["raw_path"].decode()
        asked = Asked(scope["method"], path, found.function)
        fault = self._faults.strike(asked, upload=True)
        body, fault = await _read(Request(scope, receive), found.most_bytes, fault)
        target = f"{path}?{scope['query_string'].decode()}"
        exchange = self._journal.record(scope["method"], target, scope["headers"], body or b"", found.function)
        if fault is None:
            asked = attrs.evolve(asked, model=exchange.model, is_stream=exchange.is_stream)
            fault = self._faults.strike(asked, upload=False)
        exchange.fault = fault
        fault = fault and spelled_out(fault, found.errors)
        answer = found.answer(scope, body if body is None else poisoned(body, fault)) if _applies(fault) else None
        response = cast("Response", answer if fault is None else altered(fault, answer, errors=found.errors))
        exchange.status = response.status_code
        scope["state"]["count"] = exchange.count
        await deliver(response, fault, scope, receive, send)
        exchange.end()

    def _find(self, scope: Scope) -> _Found:
        allowed: set[str] = set()
        near: Route | None = None
        raw = scope["raw_path"].decode("latin-1")  # in which a slash of a value is none between two segments
        for route in self._routes.get(_shelf(raw), ()):
            match, more = route.matches({**scope, "path": raw})
            if match is Match.FULL:
                values = more["path_params"]
                return _Found(route, {**more, "path_params": {name: unquote(values[name]) for name in values}})
            if match is Match.PARTIAL:
                near = route
                allowed |= route.methods or set()
        return _Found(near, None, allowed)

    def _control(self, request: Request, body: bytes) -> Response:
        """List, add or clear faults.

        No key is asked for: the server is bound to loopback and holds nothing worth one, and a test that arms
        a 401 or tries a wrong key must still be able to reach this.
        """
        if request.method == "POST":
            return JSONResponse(_added(self._faults.add_json, body).as_json(), HTTPStatus.CREATED)
        if request.method == "DELETE":
            self._faults.clear()
        return JSONResponse({"faults": [armed.as_json() for armed in self._faults.all()]})

    def _control_model(self, request: Request, body: bytes) -> Response:
        """List, add or drop replies of the scripted model."""
        if request.method == "POST":
            return JSONResponse(attrs.asdict(_added(self._model.add_json, body)), HTTPStatus.CREATED)
        if request.method == "DELETE":
            self._model.clear()
        return JSONResponse({"replies": [attrs.asdict(reply) for reply in self._model.queued()]})


def _shelf(path: str) -> str:
    """Return what narrows the search for a route down: the segment after `/api/v1`."""
    return "/".join(path.split("/", 4)[3:4])


def _added(add: Callable[[object], _Added], body: bytes) -> _Added:
    try:
        return add(parse_json(body))
    except ValueError as error:
        raise BadRequest(str(error)) from None


@attrs.frozen
class _Found:
    """What the routes know of a path and a method: without `more`, the method is not one of those `allowed`."""

    _route: Route | None
    _more: Scope | None
    _allowed: set[str] = attrs.field(factory=set[str])

    @property
    def most_bytes(self) -> int:
        return MAX_BODY_BYTES if self._operation is None else self._operation.most_bytes

    @property
    def function(self) -> str:
        """The name of the function that sends such requests; empty if there is none."""
        return "" if self._operation is None or self._more is None else self._operation.name

    @property
    def errors(self) -> Errors:
        """In whose shape errors are."""
        return "openrouter" if self._operation is None else self._operation.errors

    @property
    def _operation(self) -> Operation | None:
        return self._route.operation if isinstance(self._route, OperationRoute) else None

    def answer(self, scope: Scope, body: bytes | None) -> Response:
        """Run the endpoint. Whatever happens, the answer is JSON in the contract's shape."""
        try:
            return self._answer(scope, body)
        except HTTPException as error:
            return error_response(error.status_code, error.detail, error.headers, errors=self.errors)
        except BadRequest as error:
            return error_response(400, str(error), errors=self.errors)
        except Exception:  # noqa: BLE001 - it is logged, and the test gets its 500
            _log.exception("the local OpenRouter failed")
            return error_response(500, "Internal Server Error", errors=self.errors)

    def _answer(self, scope: Scope, body: bytes | None) -> Response:
        if body is None:
            raise HTTPException(413, f"body: is larger than {self.most_bytes // 1_000_000} MB")
        if self._route is None:
            hint = "" if scope["path"].startswith(BASE_PATH) else f": the base URL ends in {BASE_PATH}"
            raise HTTPException(404, f"Resource not found{hint}")
        if self._more is None:
            raise HTTPException(405, headers={"allow": ", ".join(sorted(self._allowed))})
        return cast("Response", self._route.endpoint(Request({**scope, **self._more}), body))


def _stranger(headers: Headers) -> str | None:
    """Return why a request is refused that a web page may have sent: by DNS rebinding, or from its own origin."""
    host, origin = headers.get("host", ""), headers.get("origin")
    if not is_loopback(_hostname(f"//{host}")):
        return "Host: must be a loopback address or localhost"
    if origin is not None and not is_loopback(_hostname(origin)):  # "null" is whatever page asks its browser to hide it
        return "Origin: must be a loopback address or localhost"
    return None


def _hostname(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:  # such as "//[::1"
        return ""


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine and nobody else's."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _applies(fault: Fault | None) -> bool:
    return fault is None or fault.applies


async def _read(request: Request, most: int, fault: Fault | None) -> tuple[bytes | None, Fault | None]:
    """Return the body, or `None` if it is larger than allowed; and the fault, if it happens.

    The rest of a body that is too large is not waited for, nor what comes after a fault that ends the upload.
    """
    body = bytearray()
    mark = None if fault is None else fault.at_upload_byte
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            return None, fault
        if fault is not None and mark is not None and len(body) >= mark:
            await hold(request.scope, fault.stall)
            if fault.ends_upload:
                return bytes(body), fault
            mark = None
        await hold(request.scope, fault.drip_upload if fault is not None and mark is None else 0)
    return bytes(body), None if fault is not None and fault.ends_upload else fault
