# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`credits_get_credits`: GET /credits.

Get what the account has bought and spent in credits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.credit import CreditsGetCreditsRequest, GetCreditsResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.credit", "CreditsGetCreditsRequest", "GetCreditsResponse"))

__all__ = ["CreditsGetCreditsError", "credits_get_credits", "credits_get_credits_async"]

CreditsGetCreditsError: TypeAlias = (
    errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `credits_get_credits` returns."""


@stated
def _operation() -> Operation[GetCreditsResponse, CreditsGetCreditsError]:
    from openrouter_funcs.models import credit

    return Operation(
        name="credits_get_credits",
        method="GET",
        path="/credits",
        request=credit.CreditsGetCreditsRequest,
        success=(200, credit.GetCreditsResponse),
        errors={
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def credits_get_credits(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[CreditsGetCreditsRequest]
) -> Result[GetCreditsResponse, CreditsGetCreditsError]:
    """Get what the account has bought and spent in credits.

    Needs a management key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `CreditsGetCreditsRequest`. What is absent is not sent.

            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(GetCreditsResponse)`, whose `data` has both sums; the difference is what is left; or `Err` of

        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /credits`, operation `getCredits`.
    """
    return call(core, _operation(), request, options)


async def credits_get_credits_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[CreditsGetCreditsRequest]
) -> Result[GetCreditsResponse, CreditsGetCreditsError]:
    """Get what the account has bought and spent in credits. This is `credits_get_credits` for `async` code."""
    return await call_async(core, _operation(), request, options)
