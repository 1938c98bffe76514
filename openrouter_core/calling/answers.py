"""The `Result` of an answered request, and the error of a failed one, which shows no secret that was sent. No I/O."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from http.client import responses
from typing import Any, NamedTuple, TypeVar, cast

import attrs

from openrouter_core import errors
from openrouter_core.calling.masking import Mask
from openrouter_core.calling.policy import retry_after
from openrouter_core.http.urls import origin
from openrouter_core.http.wire import Failure, Headers, Response
from openrouter_core.operation import Operation
from openrouter_core.result import Err, Ok, Result
from openrouter_core.types.jsontext import UnreadableBodyError, parse_json
from openrouter_core.types.reading import decode

T = TypeVar("T")

UNAUTHORIZED = 401
LONGEST_MESSAGE = 500
UNREADABLE = object()  # in place of what a body says


def answer(
    operation: Operation[T, object],
    response: Response,
    *,
    mask: Callable[[], Mask],
    now: float,
    keyless: bool,
    opens: str | None = None,
) -> Result[T, errors.OpenRouterError]:
    """Return what `response` means for `operation`; in an error, secrets that the server echoed are masked.

    `now` is the time of day in seconds since 1970; `keyless` is whether neither core nor call has a key; `opens` is the
    media type of a body that was to be handed over.
    """
    status, kind = operation.success
    promised = opens is None and response.status_code == status and response.is_json
    fault = f"it {response.unreadable}" if promised and response.unreadable is not None else None
    if opens is not None and response.is_success:
        coding = response.headers.get("content-encoding")
        fault = f"it is {response.content_type or 'of no type'}, and no {opens}"
        fault = fault if coding is None else f"it is compressed ({coding}), which was not asked for"
    if promised and fault is None:
        try:
            return Ok(decode(kind, response.body), response=response)
        except UnreadableBodyError as error:
            fault = str(error)
    return Err(_refusal(operation, _masked(response, mask()), fault, now, keyless=keyless))


def outcome_of(operation: Operation[object, object], response: Response) -> errors.Outcome:
    """Return what a response's head says of the request's effect; its body may be lost."""
    if operation.effect != "read" and response.status_code == operation.success[0] and response.is_json:
        return "applied"
    return _outcome_of_code(operation, response.status_code)


def _outcome_of_code(operation: Operation[object, object], code: object) -> errors.Outcome:
    """Return what a status that is not the one of success, or the code of an error, says of the effect."""
    refused = isinstance(code, int) and code // 100 in {3, 4} and code not in {303, 408}  # See Other, Request Timeout
    return "not_applied" if operation.effect == "read" or refused else "unknown"


def _refusal(
    operation: Operation[Any, Any], response: Response, fault: str | None, now: float, *, keyless: bool
) -> errors.OpenRouterError:
    """Return the error of a response; `fault` says what is wrong with the body of one that was to be a success."""
    body = UNREADABLE
    if response.unreadable is None:
        with suppress(UnreadableBodyError):
            body = parse_json(response.body)
    error, metadata, user_id = read_error({"error": body} if isinstance(body, str) and fault is None else body)
    phrase = responses.get(response.status_code, "(a status without a name)")
    size = f"{phrase} ({response.content_type or 'no content type'}, {len(response.body)} bytes)"
    # An error with a status of success is what its code says: OpenRouter sends such, too.
    status = error.code if error and response.is_success else response.status_code
    kind = operation.errors.get(cast("int", status), errors.OpenRouterDefaultError)
    outcome = _outcome_of_code(operation, status)
    message = f"{response.status_code} {_one_line((error and error.message) or response.unreadable or size)}"
    if keyless and status == UNAUTHORIZED:
        message += " (the core has no key: pass api_key, or set OPENROUTER_API_KEY before it is built)"
    if fault is not None and error is None:
        kind = errors.ResponseValidationError
        name: str | None = getattr(operation.success[1], "__name__", None)  # a union has none
        message = f"the body of the {status} is not {f'a {name}' if name else 'as promised'}: {fault}"
        # A body that was read and says something else than was promised takes the proof from the status.
        outcome = outcome_of(operation, response) if body is UNREADABLE else _outcome_of_code(operation, None)
    return kind(
        f"{operation.name}: {message}",
        status_code=response.status_code,
        headers=response.headers,
        body=response.body,
        content_type=response.content_type,
        request_id=response.request_id,
        retry_after=retry_after(response.headers, now, status, error.metadata if error else None),
        outcome=outcome,
        error=error,
        openrouter_metadata=metadata,
        user_id=user_id,
    )


def event_error(
    operation: Operation[Any, Any], head: Response, data: str, fault: str | None, *, mask: Mask, now: float
) -> errors.OpenRouterError:
    """Return the error that an event is, or the one of an event that is not as promised: `fault` says why."""
    told = attrs.evolve(head, body=data.encode("utf-8", "surrogatepass"))
    error = _refusal(operation, _masked(told, mask), None, now, keyless=False)
    kind = errors.StreamError if fault is None else errors.ResponseValidationError
    message = error.message if fault is None else f"{operation.name}: {mask.hide(fault.encode()).decode()}"
    return kind(message, **{name: value for name, value in error.__dict__.items() if name != "message"})


def unanswered(
    operation: Operation[Any, Any], failure: Failure, url: str, mask: Mask, now: float
) -> errors.HTTPClientError:
    """Return the error of an attempt, sent to `url`, that no whole response came of."""
    reason = _one_line(mask.hide(failure.reason.encode("utf-8", "replace")).decode())  # it may quote the server
    where = (
        f" ({origin(url)})"
        if issubclass(failure.kind, errors.RequestConnectionError | errors.RequestTimeoutError)
        else ""
    )
    error = failure.kind(f"{operation.name}: {reason}{where}", transient=failure.transient, waited=failure.waited)
    if failure.head is not None:
        head = _masked(failure.head, mask)
        error.outcome, error.status_code = outcome_of(operation, head), head.status_code
        error.request_id, error.retry_after = head.request_id, retry_after(head.headers, now, head.status_code)
    elif failure.sent and operation.effect != "read":
        error.outcome = "unknown"
    return error


def _masked(response: Response, mask: Mask) -> Response:
    def clean(text: str) -> str:
        return mask.hide(text.encode("latin-1", "replace")).decode("latin-1")  # as it came

    headers = Headers((clean(name), clean(value)) for name, value in response.headers.items())
    return attrs.evolve(response, headers=headers, body=mask.hide(response.body))


def _one_line(text: str) -> str:
    """Return a server's words fit for a log or a terminal; an error's `.error.message` has them whole."""
    shown = "".join(char if char.isprintable() else " " for char in text[:LONGEST_MESSAGE])
    return f"{shown}…" if len(text) > LONGEST_MESSAGE else shown


# --- The body of an error -----------------------------------------------------------------------------------------


class ErrorBody(NamedTuple):
    """What the body of an error tells; nothing, when it is none."""

    error: errors.ErrorData | None = None
    openrouter_metadata: Mapping[str, object] | None = None
    user_id: str | None = None


def read_error(body: object) -> ErrorBody:
    """Return what a JSON value tells when it is an error.

    Documented is `{"error": {"code": 402, "message": "..."}}`. An error may also be a string, stand without `error`
    around it, or be one of Zod, which checks requests for OpenRouter: `{"error": {"name": "ZodError", "issues": []}}`.
    """
    value = _object(body)
    error = value.get("error")
    said = {"message": error} if error and isinstance(error, str) else _object(error)
    if not said and isinstance(value.get("message"), str):
        said = value
    if not said:
        return ErrorBody()
    code = said.get("code")
    known = code if isinstance(code, int | str) and not isinstance(code, bool) else None
    data = errors.ErrorData(known, _words(said), _object(said.get("metadata")) or None)
    return ErrorBody(data, _object(value.get("openrouter_metadata")) or None, _text(value.get("user_id")) or None)


def _words(error: Mapping[str, object]) -> str:
    if message := _text(error.get("message")):
        return message
    issues = error.get("issues")
    told = [_issue(_object(each)) for each in cast("list[object]", issues)] if isinstance(issues, list) else []
    return ": ".join(filter(None, (_text(error.get("name")), "; ".join(filter(None, told)))))


def _issue(issue: Mapping[str, object]) -> str:
    path = issue.get("path")
    keys = cast("list[object]", path) if isinstance(path, list) else []
    where = ".".join(str(key) for key in keys if isinstance(key, str | int))
    return ": ".join(filter(None, (where, _text(issue.get("message")))))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _object(value: object) -> Mapping[str, object]:
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}
