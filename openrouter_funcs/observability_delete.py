# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`observability_delete`: DELETE /observability/destinations/{id}.

Delete a destination of traces.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.observability import DeleteObservabilityDestinationResponse, ObservabilityDeleteRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated(
            "openrouter_funcs.models.observability",
            "DeleteObservabilityDestinationResponse",
            "ObservabilityDeleteRequest",
        )
    )

__all__ = ["ObservabilityDeleteError", "observability_delete", "observability_delete_async"]

ObservabilityDeleteError: TypeAlias = (
    errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `observability_delete` returns."""


@stated
def _operation() -> Operation[DeleteObservabilityDestinationResponse, ObservabilityDeleteError]:
    from openrouter_funcs.models import observability

    return Operation(
        name="observability_delete",
        method="DELETE",
        path="/observability/destinations/{id}",
        request=observability.ObservabilityDeleteRequest,
        success=(200, observability.DeleteObservabilityDestinationResponse),
        errors={
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def observability_delete(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ObservabilityDeleteRequest]
) -> Result[DeleteObservabilityDestinationResponse, ObservabilityDeleteError]:
    """Delete a destination of traces.

    OpenRouter stops sending traces there. It keeps the record, marked as deleted.

    Needs a management key.

    Doing it twice is the same as doing it once, and so an attempt of unknown outcome is repeated.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ObservabilityDeleteRequest`. What is absent is not sent.

            - `id` (required): the destination's id (a UUID).
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(DeleteObservabilityDestinationResponse)`, whose `deleted` is `True`; or `Err` of

        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no destination of that id in this account;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `DELETE /observability/destinations/{id}`, operation `deleteObservabilityDestination`.
    """
    return call(core, _operation(), request, options)


async def observability_delete_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ObservabilityDeleteRequest]
) -> Result[DeleteObservabilityDestinationResponse, ObservabilityDeleteError]:
    """Delete a destination of traces. This is `observability_delete` for `async` code."""
    return await call_async(core, _operation(), request, options)
