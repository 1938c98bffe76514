# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`guardrails_get`: GET /guardrails/{id}.

Get one guardrail.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.guardrails import GetGuardrailResponse, GuardrailsGetRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.guardrails", "GetGuardrailResponse", "GuardrailsGetRequest"))

__all__ = ["GuardrailsGetError", "guardrails_get", "guardrails_get_async"]

GuardrailsGetError: TypeAlias = (
    errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `guardrails_get` returns."""


@stated
def _operation() -> Operation[GetGuardrailResponse, GuardrailsGetError]:
    from openrouter_funcs.models import guardrails

    return Operation(
        name="guardrails_get",
        method="GET",
        path="/guardrails/{id}",
        request=guardrails.GuardrailsGetRequest,
        success=(200, guardrails.GetGuardrailResponse),
        errors={
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def guardrails_get(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[GuardrailsGetRequest]
) -> Result[GetGuardrailResponse, GuardrailsGetError]:
    """Get one guardrail.

    Needs a management key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `GuardrailsGetRequest`. What is absent is not sent.

            - `id` (required): the guardrail's id (a UUID).
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(GetGuardrailResponse)`, whose `data` is the guardrail; or `Err` of

        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no guardrail of that id, or it is the default of a workspace and has
          not been set up yet;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /guardrails/{id}`, operation `getGuardrail`.
    """
    return call(core, _operation(), request, options)


async def guardrails_get_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[GuardrailsGetRequest]
) -> Result[GetGuardrailResponse, GuardrailsGetError]:
    """Get one guardrail. This is `guardrails_get` for `async` code."""
    return await call_async(core, _operation(), request, options)
