"""Every failure as a value: exceptions that are returned inside `Err`, and only raised if you raise them.

No message, attribute or pickle of an error holds a management key, a provider key or an argument's value.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, Self, TypeAlias

from openrouter_core.model import define, field, frozen

Outcome: TypeAlias = Literal["not_applied", "applied", "unknown"]
"""What is known about the effect on the server: it did not happen, it happened, or either is possible."""

LEGIBLE_ID = "[!-~]{1,128}"  # a request id that a line of text can hold: servers can send anything


@define(slots=False, eq=False, repr=False, auto_exc=False)
class SDKError(Exception):
    """Any failure that a function of this SDK returns.

    Two errors are equal if their class, `args` and attributes are equal; tracebacks, causes and notes do not matter.

    Attributes:
        message: What happened, in one line.
        attempts: How many attempts were started, including the first; 0 if the call ended before one.
        outcome: `"not_applied"`, `"applied"` or `"unknown"`: what is known about the effect on the server.
    """

    message: str
    attempts: int = field(default=0, kw_only=True)
    outcome: Outcome = field(default="not_applied", kw_only=True)

    def __attrs_post_init__(self) -> None:
        super().__init__(self.message)

    def __str__(self) -> str:
        if not isinstance(self, OpenRouterError | HTTPClientError):
            return self.message
        request = f", request {self.request_id}" if re.fullmatch(LEGIBLE_ID, self.request_id or "") else ""
        return f"{self.message} (outcome {self.outcome}{request})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, SDKError) or type(other) is not type(self):
            return NotImplemented
        one, two = ({**vars(error), "args": error.args, "__notes__": None} for error in (self, other))
        return one == two

    def __hash__(self) -> int:
        return hash((type(self), self.args))  # attributes change: a call sets `attempts` and `outcome` at its end

    def without_traceback(self) -> Self:
        """Return this error without the frames and exceptions that led to it: they hold what the caller gave."""
        self.__traceback__ = self.__cause__ = self.__context__ = None
        return self

    def __reduce__(self) -> tuple[object, ...]:  # by attributes, whatever the constructor takes
        return type(self).__new__, (type(self), *self.args), self.__dict__.copy()


@frozen()
class ErrorData:
    """What the server says about a failure.

    Attributes:
        code: The server's code, usually the HTTP status; `None` if it sends none.
        message: The server's message; empty if it sends none.
        metadata: Further fields that the server sends; `None` if there are none.
    """

    code: int | str | None
    message: str
    metadata: Mapping[str, object] | None = None


@define(slots=False, eq=False, repr=False, auto_exc=False)
class OpenRouterError(SDKError):
    """The server answered, but with an error or an unexpected response.

    Attributes:
        status_code: The HTTP status.
        headers: The response's headers; lookups ignore the case of names.
        body: The response's body, decompressed. A secret that the server sent back is masked.
        content_type: The `Content-Type`, or `None`.
        request_id: The server's id for this request, for OpenRouter's support; `None` if it sent none.
        retry_after: How many seconds the server asks you to wait before a retry; `None` if it does not ask.
        error: The server's error object, or `None` if the body has none.
        openrouter_metadata: How OpenRouter routed the request, or `None`.
        user_id: OpenRouter's id of the user, or `None`.
        prior_outcome_unknown: Whether an earlier attempt may have been applied: then a 404 may mean that a delete
            worked.
    """

    status_code: int = field(kw_only=True)
    headers: Mapping[str, str] = field(default={}, kw_only=True)
    body: bytes = field(default=b"", kw_only=True)
    content_type: str | None = field(default=None, kw_only=True)
    request_id: str | None = field(default=None, kw_only=True)
    retry_after: float | None = field(default=None, kw_only=True)
    error: ErrorData | None = field(default=None, kw_only=True)
    openrouter_metadata: Mapping[str, object] | None = field(default=None, kw_only=True)
    user_id: str | None = field(default=None, kw_only=True)
    prior_outcome_unknown: bool = field(default=False, kw_only=True)
    attempts: int = field(default=1, kw_only=True)

    def __init_subclass__(cls, status: int | None = None) -> None:
        if status is not None:
            BY_STATUS[status] = cls


BY_STATUS: dict[int, type[OpenRouterError]] = {}
"""The class of each status that has one: the default table of an operation."""


class BadRequestResponseError(OpenRouterError, status=400):
    """400: a parameter is wrong; the server's message names it."""


class UnauthorizedResponseError(OpenRouterError, status=401):
    """401: no key was sent, or the server does not know it."""


class PaymentRequiredResponseError(OpenRouterError, status=402):
    """402: the account, or the key, has no credits left for this."""


class ForbiddenResponseError(OpenRouterError, status=403):
    """403: the key is valid, but may not do this; the BYOK functions need a management key."""


class NotFoundResponseError(OpenRouterError, status=404):
    """404: nothing has that id, or it was deleted, or it belongs to another account."""


class RequestTimeoutResponseError(OpenRouterError, status=408):
    """408: the server gave up after its own time limit; see `outcome`. The SDK's own is `RequestTimeoutError`."""


class ConflictResponseError(OpenRouterError, status=409):
    """409: another request is changing the same object."""


class GoneResponseError(OpenRouterError, status=410):
    """410: it existed, but was removed for good."""


class PayloadTooLargeResponseError(OpenRouterError, status=413):
    """413: the request, or a file in it, is larger than the server accepts."""


class UnsupportedMediaTypeResponseError(OpenRouterError, status=415):
    """415: the server does not accept content of this type."""


class UnprocessableEntityResponseError(OpenRouterError, status=422):
    """422: the request is well-formed, but its values do not make sense together."""


class TooManyRequestsResponseError(OpenRouterError, status=429):
    """429: a rate or credit limit is reached; `retry_after` says how long to wait."""


class ClientClosedRequestResponseError(OpenRouterError, status=499):
    """499: the server saw the client disconnect before it had answered."""


class InternalServerResponseError(OpenRouterError, status=500):
    """500: the server failed; see `outcome` for the effect."""


class BadGatewayResponseError(OpenRouterError, status=502):
    """502: the provider behind OpenRouter failed, or sent an invalid response."""


class ServiceUnavailableResponseError(OpenRouterError, status=503):
    """503: OpenRouter, or every suitable provider, is unavailable now."""


class GatewayTimeoutResponseError(OpenRouterError, status=504):
    """504: the provider behind OpenRouter did not answer in time."""


class EdgeNetworkTimeoutResponseError(OpenRouterError, status=524):
    """524: the edge network in front of OpenRouter got no answer in time."""


class ProviderOverloadedResponseError(OpenRouterError, status=529):
    """529: the provider is overloaded."""


class OpenRouterDefaultError(OpenRouterError):
    """Any status or content type that the endpoint does not document, and redirects, which the SDK never follows."""


class ResponseValidationError(OpenRouterError):
    """The status says success, but the body is not of the documented type; the message says where and why."""


class StreamError(OpenRouterError):
    """An event of a stream is an error of the server; the message contains its text. No event comes after it."""


@define(slots=False, eq=False, repr=False, auto_exc=False)
class HTTPClientError(SDKError):
    """There is no usable response from the server.

    Attributes:
        transient: Whether a later retry may help.
        waited: Whether the attempt ended while it waited for a free connection: then the server never saw it.
        status_code: The status of a response that broke off; `None` if no response had begun.
        request_id: The server's id for the request, from that response, or `None`.
        retry_after: How many seconds that response asks you to wait before a retry, or `None`.
    """

    transient: bool = field(default=False, kw_only=True)
    waited: bool = field(default=False, kw_only=True)
    status_code: int | None = field(default=None, kw_only=True)
    request_id: str | None = field(default=None, kw_only=True)
    retry_after: float | None = field(default=None, kw_only=True)


class RequestConnectionError(HTTPClientError):
    """No connection could be made, or it broke."""


class RequestTimeoutError(HTTPClientError):
    """A phase of the request took longer than its timeout, or the call longer than its deadline."""


class RequestAbortedError(HTTPClientError):
    """The caller's abort event was set before the call ended."""


class InvalidRequestError(HTTPClientError):
    """The HTTP client refused the request; see `outcome` for the effect."""


class UnexpectedClientError(HTTPClientError):
    """A hook, or the HTTP client, raised an exception that no other error class covers."""


class SDKValidationError(SDKError):
    """The input was wrong, and nothing was sent.

    Attributes:
        parameter: The name of the wrong parameter, never its value.
    """

    def __init__(self, message: str, *, parameter: str) -> None:
        super().__init__(f"{parameter}: {message}")
        self.parameter = parameter


class PaginationError(SDKError):
    """A page from the server has no new item, so iteration would never end. `attempts` is always 1."""


CommonError: TypeAlias = (
    OpenRouterDefaultError
    | ResponseValidationError
    | RequestConnectionError
    | RequestTimeoutError
    | RequestAbortedError
    | InvalidRequestError
    | UnexpectedClientError
    | SDKValidationError
)
"""What every function may return besides the statuses that its endpoint documents."""
