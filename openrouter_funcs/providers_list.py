# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`providers_list`: GET /providers.

List the providers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.providers import ListProvidersResponse, ProvidersListRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.providers", "ListProvidersResponse", "ProvidersListRequest"))

__all__ = ["ProvidersListError", "providers_list", "providers_list_async"]

ProvidersListError: TypeAlias = errors.InternalServerResponseError | errors.CommonError
"""Every error that `providers_list` returns."""


@stated
def _operation() -> Operation[ListProvidersResponse, ProvidersListError]:
    from openrouter_funcs.models import providers

    return Operation(
        name="providers_list",
        method="GET",
        path="/providers",
        request=providers.ProvidersListRequest,
        success=(200, providers.ListProvidersResponse),
        errors={
            500: errors.InternalServerResponseError,
        },
    )


def providers_list(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ProvidersListRequest]
) -> Result[ListProvidersResponse, ProvidersListError]:
    """List the providers.

    Needs no key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ProvidersListRequest`. What is absent is not sent.

            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(ListProvidersResponse)`, whose `data` has all providers, on one page; or `Err` of

        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /providers`, operation `listProviders`.
    """
    return call(core, _operation(), request, options)


async def providers_list_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ProvidersListRequest]
) -> Result[ListProvidersResponse, ProvidersListError]:
    """List the providers. This is `providers_list` for `async` code."""
    return await call_async(core, _operation(), request, options)
