# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`byok_get`: GET /byok/{id}.

Get one provider credential of your own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.byok import ByokGetRequest, GetBYOKKeyResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.byok", "ByokGetRequest", "GetBYOKKeyResponse"))

__all__ = ["ByokGetError", "byok_get", "byok_get_async"]

ByokGetError: TypeAlias = (
    errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `byok_get` returns."""


@stated
def _operation() -> Operation[GetBYOKKeyResponse, ByokGetError]:
    from openrouter_funcs.models import byok

    return Operation(
        name="byok_get",
        method="GET",
        path="/byok/{id}",
        request=byok.ByokGetRequest,
        success=(200, byok.GetBYOKKeyResponse),
        errors={
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def byok_get(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ByokGetRequest]
) -> Result[GetBYOKKeyResponse, ByokGetError]:
    """Get one provider credential of your own.

    Needs a management key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ByokGetRequest`. What is absent is not sent.

            - `id` (required): the credential's id (a UUID).
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(GetBYOKKeyResponse)`, whose `data` is the credential without its key; or `Err` of

        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no credential of that id in this account;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /byok/{id}`, operation `getBYOKKey`.
    """
    return call(core, _operation(), request, options)


async def byok_get_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ByokGetRequest]
) -> Result[GetBYOKKeyResponse, ByokGetError]:
    """Get one provider credential of your own. This is `byok_get` for `async` code."""
    return await call_async(core, _operation(), request, options)
