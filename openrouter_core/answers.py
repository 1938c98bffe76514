"""What a response means: the `Result` of an answered request, and what is known of its effect on the server.

Pure functions from values to values. Whether to try again is not decided here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import attrs

from openrouter_core.codec import UnreadableBodyError, decode, decode_error
from openrouter_core.errors import (
    OpenRouterDefaultError,
    OpenRouterError,
    Outcome,
    ResponseValidationError,
)
from openrouter_core.result import Err, Ok, Result
from openrouter_core.retries import retry_after
from openrouter_core.secret import Secret, mask, mask_json
from openrouter_core.wire import Headers, Response

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from openrouter_core.operation import Operation

__all__ = ["answer", "one_line", "outcome_of"]

T = TypeVar("T")

SEE_OTHER = 303
REQUEST_TIMEOUT = 408
LONGEST_MESSAGE = 500


def answer(
    operation: Operation[T, object],
    response: Response,
    *,
    secrets: Callable[[], Collection[Secret]],
    now: Callable[[], float],
) -> Result[T, OpenRouterError]:
    """Return what `response` means for `operation`; in an error, secrets that the server echoed are masked.

    Args:
        operation: What was asked for.
        response: What the server answered.
        secrets: Gives the secrets that were sent; asked for an error only.
        now: Gives the time of day, in seconds since 1970, for a `Retry-After` that is a date.
    """
    status, kind = operation.success
    if response.status_code != status or not response.is_json:
        return Err(_error(operation, _masked(response, secrets()), now()))
    try:
        return Ok(decode(kind, _whole(response)), response=response)
    except UnreadableBodyError as error:
        reason = str(error)
    message = f"{operation.name}: the body of the {status} is not a {kind.__name__}: {reason}"
    masked, outcome = _masked(response, secrets()), outcome_of(operation, response)
    return Err(_describe(ResponseValidationError, message, masked, outcome, now()))


def outcome_of(operation: Operation[object, object], response: Response) -> Outcome:
    """Return what a response, or the head of one that broke off, says of the request's effect."""
    status = response.status_code
    if operation.safe:
        return "not_applied"
    if status == operation.success[0]:  # of another type it is not the endpoint's own answer, and proves nothing
        return "applied" if response.is_json else "unknown"
    refused = status // 100 in {3, 4} and status not in {SEE_OTHER, REQUEST_TIMEOUT}
    return "not_applied" if refused else "unknown"


def one_line(text: str) -> str:
    """Return a server's words fit for a line of a log or a terminal; an error's `.error.message` has them whole."""
    shown = "".join(char if char.isprintable() else " " for char in text[:LONGEST_MESSAGE])
    return f"{shown}…" if len(text) > LONGEST_MESSAGE else shown


def _error(operation: Operation[object, object], response: Response, now: float) -> OpenRouterError:
    status = response.status_code
    kind = operation.errors.get(status, OpenRouterDefaultError)
    body, said = decode_error(response.body) if response.unreadable is None else (None, None)
    message = f"{operation.name}: {status} {one_line(said or response.unreadable or _phrase(response))}"
    error = _describe(kind, message, response, outcome_of(operation, response), now)
    if body is not None:
        error.error, error.openrouter_metadata, error.user_id = (
            body.error,
            body.openrouter_metadata,
            body.user_id,
        )
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


def _whole(response: Response) -> bytes:
    if response.unreadable is not None:
        raise UnreadableBodyError(f"it {response.unreadable}")
    return response.body


def _phrase(response: Response) -> str:
    from http import HTTPStatus

    known = response.status_code in set(HTTPStatus)
    phrase = HTTPStatus(response.status_code).phrase if known else "(a status without a name)"
    return f"{phrase} ({response.content_type or 'no content type'}, {len(response.body)} bytes)"


def _masked(response: Response, secrets: Collection[Secret]) -> Response:
    def clean(text: str) -> str:
        return mask(text.encode("latin-1", "replace"), secrets).decode("latin-1")  # as it came

    headers = Headers((clean(name), clean(value)) for name, value in response.headers.items())
    return attrs.evolve(response, headers=headers, body=mask_json(response.body, secrets))
