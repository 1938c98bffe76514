# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`guardrails_delete`: DELETE /guardrails/{id}.

Delete a guardrail.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.guardrails import DeleteGuardrailResponse, GuardrailsDeleteRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.guardrails", "DeleteGuardrailResponse", "GuardrailsDeleteRequest")
    )

__all__ = ["GuardrailsDeleteError", "guardrails_delete", "guardrails_delete_async"]

GuardrailsDeleteError: TypeAlias = (
    errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `guardrails_delete` returns."""


@stated
def _operation() -> Operation[DeleteGuardrailResponse, GuardrailsDeleteError]:
    from openrouter_funcs.models import guardrails

    return Operation(
        name="guardrails_delete",
        method="DELETE",
        path="/guardrails/{id}",
        request=guardrails.GuardrailsDeleteRequest,
        success=(200, guardrails.DeleteGuardrailResponse),
        errors={
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def guardrails_delete(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[GuardrailsDeleteRequest]
) -> Result[DeleteGuardrailResponse, GuardrailsDeleteError]:
    """Delete a guardrail.

    After a repeated attempt, a 404 has `prior_outcome_unknown`: this very call may have deleted the guardrail.

    Needs a management key.

    Doing it twice is the same as doing it once, and so an attempt of unknown outcome is repeated.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `GuardrailsDeleteRequest`. What is absent is not sent.

            - `id` (required): the guardrail's id (a UUID).
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(DeleteGuardrailResponse)`, whose `deleted` is `True`; or `Err` of

        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no guardrail of that id;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `DELETE /guardrails/{id}`, operation `deleteGuardrail`.
    """
    return call(core, _operation(), request, options)


async def guardrails_delete_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[GuardrailsDeleteRequest]
) -> Result[DeleteGuardrailResponse, GuardrailsDeleteError]:
    """Delete a guardrail. This is `guardrails_delete` for `async` code."""
    return await call_async(core, _operation(), request, options)
