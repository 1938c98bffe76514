"""Every failure as a value: exceptions that are returned inside `Err`, and only raised if you raise them.

No message, attribute or pickle of an error holds a management key, a provider key or an argument's value.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, Self, TypeAlias

from openrouter_core.model import define, field, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

Outcome: TypeAlias = Literal["not_applied", "applied", "unknown"]
"""What is known of the effect on the server: it did not happen, it happened, or either is possible."""

LEGIBLE_ID = re.compile(r"[!-~]{1,128}")  # a request id that a line of text can hold: servers can send anything


@define(slots=False, eq=False, repr=False, auto_exc=False)
class SDKError(Exception):
    """Any failure that a function of this SDK returns.

    Two errors are equal when class, `args` and attributes are; tracebacks, causes and notes do not count.

    Attributes:
        message: What happened, in one line.
        attempts: How many attempts were begun, the first included; 0 when the call ended before one.
        outcome: `"not_applied"`, `"applied"` or `"unknown"`: what is known of the effect on the server.
    """

    message: str
    attempts: int = field(default=0, kw_only=True)
    outcome: Outcome = field(default="not_applied", kw_only=True)

    def __attrs_post_init__(self) -> None:
        super().__init__(self.message)

    def __str__(self) -> str:
        if not isinstance(self, OpenRouterError | HTTPClientError):
            return self.message
        request = f", request {self.request_id}" if LEGIBLE_ID.fullmatch(self.request_id or "") else ""
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
    """What the server says of a failure.

    Attributes:
        code: The server's code, as a rule the HTTP status; `None` when it gives none.
        message: The server's words; empty when it has none.
        metadata: Whatever else the server tells, by name; `None` when it tells nothing.
    """

    code: int | str | None
    message: str
    metadata: Mapping[str, object] | None = None


@define(slots=False, eq=False, repr=False, auto_exc=False)
class OpenRouterError(SDKError):
    """The server answered, but not with what was asked for.

    Attributes:
        status_code: The HTTP status.
        headers: The response's headers; names are found in any case.
        body: The response's body, decompressed. A secret that the server echoed is masked.
        content_type: The `Content-Type`, or `None`.
        request_id: The server's name for this request, for its support; `None` when it gave none.
        retry_after: How many seconds the server asks to wait before the next try; `None` when it does not ask.
        error: The server's own account, or `None` when the body has another shape.
        openrouter_metadata: What OpenRouter tells about how it routed the request, or `None`.
        user_id: OpenRouter's id of the user, or `None`.
        prior_outcome_unknown: An earlier attempt may have been applied: a 404 may then be the success of a delete.
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
"""The class of each status that has one: the table of an operation that states none of its own."""


class BadRequestResponseError(OpenRouterError, status=400):
    """400: the server found a parameter wrong; the message names it."""


class UnauthorizedResponseError(OpenRouterError, status=401):
    """401: no key was sent, or the server does not know it."""


class PaymentRequiredResponseError(OpenRouterError, status=402):
    """402: the account, or the key, has no credits left for this."""


class ForbiddenResponseError(OpenRouterError, status=403):
    """403: the key is valid, but may not do this; the BYOK functions need a management key."""


class NotFoundResponseError(OpenRouterError, status=404):
    """404: there is nothing of that id, or not any more, or not for this account."""


class RequestTimeoutResponseError(OpenRouterError, status=408):
    """408: the server took longer than it allows itself; see `outcome`. Our own waiting is `RequestTimeoutError`."""


class ConflictResponseError(OpenRouterError, status=409):
    """409: somebody else is changing the same thing."""


class GoneResponseError(OpenRouterError, status=410):
    """410: it was there, and will not come back."""


class PayloadTooLargeResponseError(OpenRouterError, status=413):
    """413: the request, or a file in it, is larger than the server takes."""


class UnsupportedMediaTypeResponseError(OpenRouterError, status=415):
    """415: the server does not take content of this type."""


class UnprocessableEntityResponseError(OpenRouterError, status=422):
    """422: the request is well-formed, but cannot be carried out as it is."""


class TooManyRequestsResponseError(OpenRouterError, status=429):
    """429: a limit of rate or credits is reached; `retry_after` has how long to wait."""


class ClientClosedRequestResponseError(OpenRouterError, status=499):
    """499: the server saw its client go before it had answered."""


class InternalServerResponseError(OpenRouterError, status=500):
    """500: the server failed; see `outcome` for what is known of the effect."""


class BadGatewayResponseError(OpenRouterError, status=502):
    """502: the provider behind OpenRouter failed, or gave no valid answer."""


class ServiceUnavailableResponseError(OpenRouterError, status=503):
    """503: OpenRouter, or every provider that would do, cannot serve now."""


class GatewayTimeoutResponseError(OpenRouterError, status=504):
    """504: the provider behind OpenRouter did not answer in time."""


class EdgeNetworkTimeoutResponseError(OpenRouterError, status=524):
    """524: the edge network in front of OpenRouter got no answer in time."""


class ProviderOverloadedResponseError(OpenRouterError, status=529):
    """529: the provider has too much to do."""


class OpenRouterDefaultError(OpenRouterError):
    """Any status or content type that the endpoint does not document; redirects, which are never followed, too."""


class ResponseValidationError(OpenRouterError):
    """The status says success, but the body is not what was promised; the message says where and why."""


class StreamError(OpenRouterError):
    """An event of a stream is the server's error; the message has its words. No event comes after it."""


@define(slots=False, eq=False, repr=False, auto_exc=False)
class HTTPClientError(SDKError):
    """There is no usable answer from the server.

    Attributes:
        transient: Whether trying again later may help.
        waited: Whether the attempt ended while it waited for a free connection: the server has heard nothing of it.
        status_code: The status of a response that broke off; `None` when none had begun.
        request_id: The server's name for the request, from that response, or `None`.
        retry_after: How many seconds that response asks to wait before the next try, or `None`.
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
    """The caller's abort event was set before the call was over."""


class InvalidRequestError(HTTPClientError):
    """The HTTP client refused the request; see `outcome` for what is known of the effect."""


class UnexpectedClientError(HTTPClientError):
    """A hook, or the HTTP client, raised something that none of the other errors describes."""


class SDKValidationError(SDKError):
    """The input was wrong, and nothing was sent.

    Attributes:
        parameter: The name of what was wrong, never its value.
    """

    def __init__(self, message: str, *, parameter: str) -> None:
        super().__init__(f"{parameter}: {message}")
        self.parameter = parameter


class PaginationError(SDKError):
    """A page of the server brings no item that is new: following would never end. `attempts` is always 1."""


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
"""What every function may return beside the statuses that its endpoint documents."""
