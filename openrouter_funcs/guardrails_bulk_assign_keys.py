# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`guardrails_bulk_assign_keys`: POST /guardrails/{id}/assignments/keys.

Assign a guardrail to API keys.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.guardrails import BulkAssignKeysResponse, GuardrailsBulkAssignKeysRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.guardrails", "BulkAssignKeysResponse", "GuardrailsBulkAssignKeysRequest")
    )

__all__ = ["GuardrailsBulkAssignKeysError", "guardrails_bulk_assign_keys", "guardrails_bulk_assign_keys_async"]

GuardrailsBulkAssignKeysError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `guardrails_bulk_assign_keys` returns."""


@stated
def _operation() -> Operation[BulkAssignKeysResponse, GuardrailsBulkAssignKeysError]:
    from openrouter_funcs.models import guardrails

    return Operation(
        name="guardrails_bulk_assign_keys",
        method="POST",
        path="/guardrails/{id}/assignments/keys",
        request=guardrails.GuardrailsBulkAssignKeysRequest,
        success=(200, guardrails.BulkAssignKeysResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def guardrails_bulk_assign_keys(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[GuardrailsBulkAssignKeysRequest]
) -> Result[BulkAssignKeysResponse, GuardrailsBulkAssignKeysError]:
    """Assign a guardrail to API keys.

    A key has at most one guardrail: the new one replaces the one that it had.

    Needs a management key.

    It is never done twice by a retry: an attempt is repeated only when the server certainly did not apply it. Otherwise
    the error has `outcome="unknown"`: look at what is there before you call again.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `GuardrailsBulkAssignKeysRequest`. What is absent is not sent.

            - `id` (required): the guardrail's id (a UUID).
            - `key_hashes` (required): the hashes of the API keys that get the guardrail, at least one.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(BulkAssignKeysResponse)`, whose `assigned_count` is the number of keys that now have the guardrail; or `Err`
        of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no such thing in this account;
        - `InternalServerResponseError` (500): the server failed; it may have been done;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /guardrails/{id}/assignments/keys`, operation `bulkAssignKeysToGuardrail`.
    """
    return call(core, _operation(), request, options)


async def guardrails_bulk_assign_keys_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[GuardrailsBulkAssignKeysRequest]
) -> Result[BulkAssignKeysResponse, GuardrailsBulkAssignKeysError]:
    """Assign a guardrail to API keys. This is `guardrails_bulk_assign_keys` for `async` code."""
    return await call_async(core, _operation(), request, options)
