"""What failures are called: the error of a response, or of none, with the secrets that were sent masked in it.

And what is known of the request's effect on the server. Whether to try again is not decided here. A call that goes well
does not load this file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping  # noqa: TC003 - cattrs reads the annotations of ErrorBody
from typing import TYPE_CHECKING, Any, cast

import attrs

from openrouter_core.calling.masking import mask, mask_json
from openrouter_core.calling.policy import retry_after
from openrouter_core.errors import (
    ErrorData,
    HTTPClientError,
    OpenRouterDefaultError,
    OpenRouterError,
    Outcome,
    RequestConnectionError,
    RequestTimeoutError,
    ResponseValidationError,
)
from openrouter_core.http.urls import origin
from openrouter_core.http.wire import Headers
from openrouter_core.secret import Secret
from openrouter_core.types.codec import UnreadableBodyError, decode, parse_json

if TYPE_CHECKING:
    from collections.abc import Collection

    from openrouter_core.http.wire import Failure, Request, Response
    from openrouter_core.operation import Operation

__all__ = [
    "ErrorBody",
    "decode_error",
    "masked",
    "misread",
    "one_line",
    "outcome_of",
    "refused",
    "sent_secrets",
    "unanswered",
]

SEE_OTHER = 303
UNAUTHORIZED = 401
REQUEST_TIMEOUT = 408
LONGEST_MESSAGE = 500

_TELLING = "auth|key|token|secret|cookie|password|signature"


def outcome_of(operation: Operation[object, object], response: Response) -> Outcome:
    """Return what a response, or the head of one that broke off, says of the request's effect."""
    status = response.status_code
    if operation.safe:
        return "not_applied"
    if status == operation.success[0]:  # of another type it is not the endpoint's own answer, and proves nothing
        return "applied" if response.is_json else "unknown"
    refused = status // 100 in {3, 4} and status not in {SEE_OTHER, REQUEST_TIMEOUT}
    return "not_applied" if refused else "unknown"


def refused(operation: Operation[object, object], response: Response, now: float, *, keyless: bool) -> OpenRouterError:
    """Return the error of a response, masked already, that is not the one of success."""
    status = response.status_code
    kind = operation.errors.get(status, OpenRouterDefaultError)
    body, said = decode_error(response.body) if response.unreadable is None else (None, None)
    message = f"{operation.name}: {status} {one_line(said or response.unreadable or _phrase(response))}"
    if keyless and status == UNAUTHORIZED:
        message += " (the core has no key: pass api_key, or set OPENROUTER_API_KEY before it is built)"
    error = _describe(kind, message, response, outcome_of(operation, response), now)
    if body is not None:
        error.error, error.openrouter_metadata, error.user_id = (
            body.error,
            body.openrouter_metadata,
            body.user_id,
        )
    return error


def misread(operation: Operation[object, object], response: Response, reason: str, now: float) -> OpenRouterError:
    """Return the error of a response, masked already, that is the one of success but for its body."""
    status, kind = operation.success
    message = f"{operation.name}: the body of the {status} is not a {kind.__name__}: {reason}"
    return _describe(ResponseValidationError, message, response, outcome_of(operation, response), now)


def unanswered(
    operation: Operation[Any, Any], failure: Failure, url: str, secrets: Collection[Secret]
) -> HTTPClientError:
    """Return the error of an attempt, sent to `url`, that no whole response came of."""
    reason = one_line(mask(failure.reason.encode("utf-8", "replace"), secrets).decode())  # it may quote the server
    where = f" ({origin(url)})" if issubclass(failure.kind, RequestConnectionError | RequestTimeoutError) else ""
    error = failure.kind(f"{operation.name}: {reason}{where}", transient=failure.transient)
    if failure.begun is not None:
        error.outcome = outcome_of(operation, failure.begun)
    elif failure.sent and not operation.safe:
        error.outcome = "unknown"
    return error


def _describe(
    kind: type[OpenRouterError], message: str, response: Response, outcome: Outcome, now: float
) -> OpenRouterError:
    return kind(
        message,
        status_code=response.status_code,
        headers=response.headers,
        body=response.body,
        content_type=response.content_type,
        request_id=response.request_id,
        retry_after=retry_after(response.headers, now),
        outcome=outcome,
    )


def _phrase(response: Response) -> str:
    from http import HTTPStatus

    known = response.status_code in set(HTTPStatus)
    phrase = HTTPStatus(response.status_code).phrase if known else "(a status without a name)"
    return f"{phrase} ({response.content_type or 'no content type'}, {len(response.body)} bytes)"


def one_line(text: str) -> str:
    """Return a server's words fit for a line of a log or a terminal; an error's `.error.message` has them whole."""
    shown = "".join(char if char.isprintable() else " " for char in text[:LONGEST_MESSAGE])
    return f"{shown}…" if len(text) > LONGEST_MESSAGE else shown


# --- The body of an error -----------------------------------------------------------------------------------------


@attrs.frozen
class ErrorBody:
    """The documented shape of every error response."""

    error: ErrorData
    openrouter_metadata: Mapping[str, object] | None = None
    user_id: str | None = None


def decode_error(body: bytes) -> tuple[ErrorBody | None, str | None]:
    """Return an error response's documented body, if it has that shape, and its message, if it has any."""
    try:
        decoded = decode(ErrorBody, body)
    except UnreadableBodyError:
        return None, _message_of_another_shape(body)
    return decoded, decoded.error.message


def _message_of_another_shape(body: bytes) -> str | None:
    try:
        value = parse_json(body)
    except UnreadableBodyError:
        return None
    for name in ("error", "message"):
        if isinstance(value, dict):
            value = cast("dict[str, Any]", value).get(name)
    return value if isinstance(value, str) else None


# --- Secrets ------------------------------------------------------------------------------------------------------


def sent_secrets(values: Mapping[str, object], request: Request, query: str) -> list[Secret]:
    """Return what no error may show of what was sent: parameters, credentials, and what a gateway takes for a key.

    Args:
        values: The call's parameters.
        request: What was sent.
        query: The base URL's own query.
    """
    from urllib.parse import parse_qsl

    found = [value for value in values.values() if isinstance(value, Secret)]
    for name, value in request.headers.items():
        if re.search(_TELLING, name, re.IGNORECASE):
            credentials = value.partition(" ")[2].strip() if name.lower().endswith("authorization") else ""
            found.append(Secret(credentials or value))
    return found + [Secret(value) for _, value in parse_qsl(query)]


def masked(response: Response, secrets: Collection[Secret]) -> Response:
    """Return `response` without the secrets that the server echoed."""

    def clean(text: str) -> str:
        return mask(text.encode("latin-1", "replace"), secrets).decode("latin-1")  # as it came

    headers = Headers((clean(name), clean(value)) for name, value in response.headers.items())
    return attrs.evolve(response, headers=headers, body=mask_json(response.body, secrets))
