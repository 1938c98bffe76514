"""What the tests of the pure modules share: a credential as the server sends it, operations, and a driven call."""

from __future__ import annotations

import copy
import json
import pickle
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from openrouter_core.calling.call import Call
from openrouter_core.calling.flow import life
from openrouter_core.calling.session import RetryBudget
from openrouter_core.calling.settings import Settings
from openrouter_core.errors import (
    BadRequestResponseError,
    ConflictResponseError,
    ForbiddenResponseError,
    InternalServerResponseError,
    NotFoundResponseError,
    OpenRouterError,
    SDKError,
    SDKValidationError,
    UnauthorizedResponseError,
)
from openrouter_core.http.urls import BaseURL
from openrouter_core.http.waiting import Steps, at_once, settled
from openrouter_core.http.wire import Failure, Headers, Response, Send, Timeouts, authorization
from openrouter_core.operation import Operation
from openrouter_core.retries import RetryConfig
from openrouter_core.secret import ApiKey, Secret
from openrouter_core.types.jsontext import parse_json
from openrouter_core.types.reading import read_value
from openrouter_funcs.models import byok

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from openrouter_core.result import Result

AnyOperation: TypeAlias = Operation[Any, Any]

KEY = "sk-or-test-management-123"
PROVIDER_KEY = "sk-test-provider-456"

CREDENTIAL: dict[str, object] = {
    "id": "11111111-2222-3333-4444-555555555555",
    "provider": "openai",
    "workspace_id": "66666666-7777-8888-9999-000000000000",
    "label": "sk-...AbCd",
    "name": "Test credential",
    "disabled": False,
    "is_fallback": False,
    "allowed_models": ["test/model-a", "test/model-b"],
    "allowed_api_key_hashes": None,
    "allowed_user_ids": None,
    "sort_order": 0,
    "created_at": "2025-08-24T10:30:00Z",
    "declared_region": "europe",
    "declared_zdr": None,
    "is_byok_only": False,
    "is_required": True,
}

ERRORS: dict[int, type[OpenRouterError]] = {
    400: BadRequestResponseError,
    401: UnauthorizedResponseError,
    403: ForbiddenResponseError,
    404: NotFoundResponseError,
    409: ConflictResponseError,
    500: InternalServerResponseError,
}

READ: AnyOperation = Operation(
    name="byok_get",
    method="GET",
    path="/byok/{id}",
    request=byok.GetBYOKKeyRequest,
    success=(200, byok.GetBYOKKeyResponse),
    errors=ERRORS,
)
LIST: AnyOperation = Operation(
    name="byok_list",
    method="GET",
    path="/byok",
    request=byok.ListBYOKKeysRequest,
    success=(200, byok.ListBYOKKeysResponse),
    errors=ERRORS,
    query=("limit", "offset", "provider", "workspace_id"),
)
CREATE: AnyOperation = Operation(
    name="byok_create",
    method="POST",
    path="/byok",
    request=byok.CreateBYOKKeyRequest,
    success=(201, byok.CreateBYOKKeyResponse),
    errors=ERRORS,
    secrets=("key",),
)
UPDATE: AnyOperation = Operation(
    name="byok_update",
    method="PATCH",
    path="/byok/{id}",
    request=byok.UpdateBYOKKeyRequest,
    success=(200, byok.UpdateBYOKKeyResponse),
    errors=ERRORS,
    secrets=("key",),
)
DELETE: AnyOperation = Operation(
    name="byok_delete",
    method="DELETE",
    path="/byok/{id}",
    request=byok.DeleteBYOKKeyRequest,
    success=(200, byok.DeleteBYOKKeyResponse),
    errors=ERRORS,
)

VALUES: dict[str, dict[str, object]] = {
    "byok_get": {"id": "some-id"},
    "byok_list": {"limit": 2},
    "byok_create": {"key": Secret(PROVIDER_KEY), "provider": "openai"},
    "byok_update": {"id": "some-id", "key": Secret(PROVIDER_KEY)},
    "byok_delete": {"id": "some-id"},
}


def decode(kind: Any, body: bytes) -> Any:  # noqa: ANN401 - a type expression, and a value of it
    """Return the JSON of `body` as a `kind`."""
    return read_value(kind, parse_json(body))


def pickled(value: Any) -> Any:  # noqa: ANN401 - whatever travels
    """Return `value` as another process would receive it."""
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - our own bytes


def copied(value: Any) -> Any:  # noqa: ANN401 - whatever travels
    """Return a shallow copy."""
    return copy.copy(value)


def deep_copied(value: Any) -> Any:  # noqa: ANN401 - whatever travels
    """Return a deep copy."""
    return copy.deepcopy(value)


JOURNEYS: list[Callable[[Any], Any]] = [pickled, copied, deep_copied]


def json_response(status: int, body: object, **headers: str) -> Response:
    """Return a response with a JSON body; `retry_after="5"` is the header `Retry-After`."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Response(status, Headers({"content-type": "application/json"} | named), json.dumps(body).encode())


def success(operation: AnyOperation) -> Response:
    """Return the response that `operation` hopes for."""
    bodies: dict[str, object] = {
        "byok_list": {"data": [CREDENTIAL], "total_count": 1},
        "byok_delete": {"deleted": True},
    }
    return json_response(operation.success[0], bodies.get(operation.name, {"data": CREDENTIAL}))


def error_body(status: int, message: str = "Something is wrong") -> dict[str, object]:
    """Return the documented body of an error."""
    return {"error": {"code": status, "message": message}}


def failed(status: int, **headers: str) -> Response:
    """Return an error response of the documented shape."""
    return json_response(status, error_body(status), **headers)


def settings(**changes: Any) -> Settings:  # noqa: ANN401 - any field of Settings
    """Return the settings of a core that was built without arguments, with `changes`."""
    headers = changes.setdefault("headers", Headers({"Accept": "application/json", "User-Agent": "test"}))
    usual = Settings(
        base_url=BaseURL("https://openrouter.test/api/v1"),
        headers=headers,
        json_headers=headers.updated({"Content-Type": "application/json"}),
        timeouts=Timeouts(),
        deadline=120.0,
        retries=RetryConfig(),
        hooks=None,
        max_response_bytes=10_000_000,
        allow_insecure_http=False,
        ask_key=None,
    )
    return attrs.evolve(usual, **changes)


def call_of(
    operation: AnyOperation,
    values: dict[str, object] | None = None,
    core: Settings | None = None,
    **changes: Any,  # noqa: ANN401 - any field of Call
) -> Call:
    """Return a call of `operation` with the settings of `core`, whose time of day is 0."""
    usual: dict[str, Any] = {"budget": RetryBudget(), "random": lambda: 1.0, "time_of_day": lambda: 0.0}
    values = VALUES[operation.name] if values is None else values
    return Call(operation, values, settings() if core is None else core, **(usual | changes))


def shown(error: Any) -> str:  # noqa: ANN401 - any error
    """Return all that printing an error, and each of its attributes, would show."""
    attributes: dict[str, Any] = error.__dict__
    headers: dict[str, str] = dict(attributes.get("headers", {}))
    chained: tuple[object, ...] = (error.__cause__, error.__context__)
    return "\n".join(map(str, (error, repr(error), repr(error.args), repr(attributes | {"headers": headers}), chained)))


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        """Start at a time that is nothing special."""
        self.now = 1000.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now

    def move(self, seconds: float) -> None:
        """Let `seconds` pass."""
        self.now += seconds


@attrs.frozen
class Lived:
    """What became of a call: its result, and every step that it asked for."""

    result: Result[Any, SDKError]
    steps: list[Send | float]

    @property
    def sent(self) -> list[Send]:
        """The requests."""
        return [step for step in self.steps if isinstance(step, Send)]

    @property
    def waits(self) -> list[float]:
        """The seconds of each wait."""
        return [step for step in self.steps if not isinstance(step, Send)]

    @property
    def error(self) -> Any:  # noqa: ANN401 - each test knows which error it wants
        """The error, when the call failed."""
        return self.result.error


Reply: TypeAlias = Response | Failure | SDKValidationError


def live(
    operation: AnyOperation,
    *replies: Reply | Callable[[], Reply],
    clock: Clock | None = None,
    api_key: ApiKey | None = None,
    **changes: Any,  # noqa: ANN401 - fields of Call, or of Settings
) -> Lived:
    """Drive a call by hand: each request gets the next of `replies`, the last again and again; sleeping moves `clock`.

    A reply that is a function is called when its request is sent, so that it can move the clock or set an event.
    """
    clock = clock or Clock()
    own = {name: changes.pop(name) for name in ("values", "random", "time_of_day", "budget") if name in changes}
    if isinstance(api_key, Secret):
        changes["headers"] = settings().headers.updated({"Authorization": authorization(api_key.reveal())})
    elif api_key is not None:
        changes["ask_key"] = api_key
    transport = Scripted(replies, clock)
    call = call_of(operation, core=settings(**changes), clock=clock, transport=transport, **own)
    return Lived(settled(life(call)), transport.steps)


class Scripted:
    """A transport that gives each request the next of `replies`, the last again and again, and moves a clock."""

    blocks = True

    def __init__(self, replies: Sequence[Reply | Callable[[], Reply]], clock: Clock, pace: float = 1.0) -> None:
        """Take what will be answered, and how much longer a wait takes than it should."""
        self._replies, self._clock, self._pace = list(replies), clock, pace
        self.steps: list[Send | float] = []

    def send(self, step: Send) -> Steps[Reply]:
        """Answer."""
        self.steps.append(step)
        reply = self._replies.pop(0) if len(self._replies) > 1 else self._replies[0]
        return at_once(reply() if callable(reply) else reply)

    def sleep(self, seconds: float) -> Steps[None]:
        """Let time pass."""
        self.steps.append(seconds)
        self._clock.move(seconds * self._pace)
        return at_once(None)
