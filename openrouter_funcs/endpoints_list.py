# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`endpoints_list`: GET /models/{author}/{slug}/endpoints.

List the endpoints of a model, with their prices and performance.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.models import EndpointsListRequest, EndpointsListResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.models", "EndpointsListRequest", "EndpointsListResponse"))

__all__ = ["EndpointsListError", "endpoints_list", "endpoints_list_async"]

EndpointsListError: TypeAlias = (
    errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.ServiceUnavailableResponseError
    | errors.CommonError
)
"""Every error that `endpoints_list` returns."""


@stated
def _operation() -> Operation[EndpointsListResponse, EndpointsListError]:
    from openrouter_funcs.models import models

    return Operation(
        name="endpoints_list",
        method="GET",
        path="/models/{author}/{slug}/endpoints",
        request=models.EndpointsListRequest,
        success=(200, models.EndpointsListResponse),
        errors={
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
            503: errors.ServiceUnavailableResponseError,
        },
    )


def endpoints_list(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[EndpointsListRequest]
) -> Result[EndpointsListResponse, EndpointsListError]:
    """List the endpoints of a model, with their prices and performance.

    With a key, the endpoints have percentiles of their latency and throughput; without one, these are `None`.

    Needs no key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `EndpointsListRequest`. What is absent is not sent.

            - `author` (required): who made the model, such as `"openai"`.
            - `slug` (required): the model's slug without its author, such as `"gpt-5"`.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(EndpointsListResponse)`, whose `data` is the model with its `endpoints`; or `Err` of

        - `ForbiddenResponseError` (403): the key may not do this;
        - `NotFoundResponseError` (404): there is no such model;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - `ServiceUnavailableResponseError` (503): the server cannot answer now; repeating the request did not help;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /models/{author}/{slug}/endpoints`, operation `listEndpoints`.
    """
    return call(core, _operation(), request, options)


async def endpoints_list_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[EndpointsListRequest]
) -> Result[EndpointsListResponse, EndpointsListError]:
    """List the endpoints of a model, with their prices and performance. This is `endpoints_list` for `async` code."""
    return await call_async(core, _operation(), request, options)
