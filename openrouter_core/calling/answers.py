"""The `Result` of an answered request, and the error of a failed one, which shows no secret that was sent. No I/O."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from http.client import responses
from types import NoneType
from typing import Any, cast

from openrouter_core import errors
from openrouter_core.calling.call import Call
from openrouter_core.calling.policy import retry_after
from openrouter_core.http.urls import origin
from openrouter_core.http.wire import Failure, Request, Response
from openrouter_core.operation import Operation
from openrouter_core.result import Err, Result, T, answered
from openrouter_core.types.jsontext import UnreadableBodyError, parse_json
from openrouter_core.types.reading import read_value

UNAUTHORIZED = 401
LONGEST_MESSAGE = 500
UNREADABLE = object()  # in place of what a body says
OBJECT, LIST = cast("type[dict[str, object]]", dict), cast("type[list[object]]", list)


def answer(
    call: Call, request: Request, reply: Response | errors.HTTPClientError, body: object = None
) -> Result[Any, errors.SDKError]:
    """Return what the reply to `request` means: `Ok(body)`, if a `body` is handed over."""
    if isinstance(reply, errors.HTTPClientError):
        return Err(reply)
    if body is not None:
        return answered(body, reply)
    status, kind = call.operation.success
    fault = None
    if call.opens is not None and reply.is_success:
        coding = reply.headers.get("content-encoding")
        fault = f"it is {reply.content_type or 'of no type'}, and no {call.opens.media_type}"
        fault = fault if call.opens.media_type else "it is not a whole file"
        fault = fault if coding is None else f"it is compressed ({coding}), which was not asked for"
    elif call.opens is None and reply.status_code == status and (reply.is_json or kind is NoneType):
        try:
            if reply.unreadable is None and not (kind is NoneType and reply.body):
                return answered(None if kind is NoneType else read_value(kind, parse_json(reply.body)), reply)
            fault = f"it {reply.unreadable or 'is not empty'}"
        except UnreadableBodyError as error:
            fault = str(error)
    fault = fault and f"the body of the {reply.status_code} is not as promised: {fault}"
    return Err(refusal(call, request, reply, fault))


def unanswered(call: Call, request: Request, failure: Failure) -> errors.HTTPClientError:
    mask = call.mask(request)
    reason = _one_line(mask.hide_text(failure.reason))  # it may quote the server
    is_of_network = issubclass(failure.kind, errors.RequestConnectionError | errors.RequestTimeoutError)
    place = f" ({origin(request.url)})" if is_of_network else ""
    error = failure.kind(f"{call.operation.name}: {reason}{place}", transient=failure.transient, waited=failure.waited)
    if failure.head is not None:
        head = mask.hide_response(failure.head)
        error.outcome = outcome_of(call.operation, head.status_code, is_json=head.is_json)
        error.status_code, error.request_id = head.status_code, head.request_id
        error.retry_after = retry_after(head.headers, call.time_of_day(), head.status_code)
    elif failure.sent and call.operation.effect != "read":
        error.outcome = "unknown"
    return error


def outcome_of(operation: Operation[object, object], status: object, *, is_json: bool) -> errors.Outcome:
    """Return what a status, or the code of an error, says of the effect; that of success proves it only with JSON."""
    if operation.effect == "read":
        return "not_applied"
    if is_json and status == operation.success[0]:
        return "applied"
    refused = isinstance(status, int) and status // 100 in {3, 4} and status not in {303, 408}
    return "not_applied" if refused else "unknown"  # 303 is See Other, and 408 Request Timeout


def refusal(
    call: Call, request: Request, response: Response, fault: str | None, *, is_event: bool = False
) -> errors.OpenRouterError:
    """Return the error of a response, or of an event; `fault` says why what was to be a success is none."""
    operation, mask = call.operation, call.mask(request)
    response = mask.hide_response(response)
    body = UNREADABLE
    if response.unreadable is None:
        with suppress(UnreadableBodyError):
            body = parse_json(response.body if is_event else _data(response))
    error = read_error({"error": body} if isinstance(body, str) and fault is None else body)
    # An error with a status of success is what its code says: OpenRouter sends such, too.
    status = error.code if error and response.is_success else response.status_code
    if fault is not None and (is_event or error is None):
        kind: type[errors.OpenRouterError] = errors.ResponseValidationError
        message = mask.hide_text(fault)
    else:
        kind = operation.errors.get(cast("int", status), errors.OpenRouterDefaultError)
        kind = errors.StreamError if is_event else kind
        phrase = responses.get(response.status_code, "(a status without a name)")
        size = f"{phrase} ({response.content_type or 'no content type'}, {len(response.body)} bytes)"
        message = f"{response.status_code} {_one_line((error and error.message) or response.unreadable or size)}"
        if status == UNAUTHORIZED and not call.settings.has_key:
            message += " (the core has no key: pass api_key, or set OPENROUTER_API_KEY before it is built)"
    said = _a(OBJECT, body if error else None)
    return kind(
        f"{operation.name}: {message}",
        status_code=response.status_code,
        headers=response.headers,
        body=response.body,
        content_type=response.content_type,
        request_id=response.request_id,
        retry_after=retry_after(response.headers, call.time_of_day(), status, error.metadata if error else None),
        # A body that was read, and says something else than was promised, takes the proof from the status.
        outcome=outcome_of(operation, status, is_json=fault is not None and body is UNREADABLE and response.is_json),
        error=error,
        openrouter_metadata=_a(OBJECT, said.get("openrouter_metadata")) or None,
        user_id=_a(str, said.get("user_id")) or None,
    )


def _data(response: Response) -> bytes:
    """Return a body; of an error that comes as a stream of events, the data of the first."""
    if not (response.content_type or "").lower().startswith("text/event-stream"):
        return response.body
    from openrouter_core.http.events import EventDecoder

    events = EventDecoder(len(response.body)).feed(response.body)
    return events[0][1].encode() if events else response.body


def _one_line(text: str) -> str:
    """Return a server's words fit for a log or a terminal; an error's `.error.message` has them whole."""
    shown = "".join(char if char.isprintable() else " " for char in text[:LONGEST_MESSAGE])
    return f"{shown}…" if len(text) > LONGEST_MESSAGE else shown


def read_error(body: object) -> errors.ErrorData | None:
    """Return what a JSON value tells of an error, if it is one, such as `{"error": {"code": 402, "message": "..."}}`.

    It may also be a string, with or without an `error_description` (RFC 6749, 5.2), stand without `error` around it, or
    be one of Zod, which checks requests for OpenRouter: `{"error": {"name": "ZodError", "issues": []}}`.
    """
    value = _a(OBJECT, body)
    error = value.get("error")
    said = _a(OBJECT, error)
    if error and isinstance(error, str):
        said = {"message": ": ".join(filter(None, (error, _a(str, value.get("error_description")))))}
    if not said and isinstance(value.get("message"), str):
        said = value
    if not said:
        return None
    code = said.get("code")
    known = code if isinstance(code, int | str) and not isinstance(code, bool) else None
    issues = [_issue(_a(OBJECT, each)) for each in _a(LIST, said.get("issues"))]
    named = filter(None, (_a(str, said.get("name")), "; ".join(filter(None, issues))))
    message = _a(str, said.get("message")) or ": ".join(named)
    return errors.ErrorData(known, message, _a(OBJECT, said.get("metadata")) or None)


def _issue(issue: Mapping[str, object]) -> str:
    path = ".".join(str(key) for key in _a(LIST, issue.get("path")) if isinstance(key, str | int))
    return ": ".join(filter(None, (path, _a(str, issue.get("message")))))


def _a(kind: type[T], value: object) -> T:
    """Return a value of this kind, and an empty one in place of one of another kind."""
    return value if isinstance(value, kind) else kind()
