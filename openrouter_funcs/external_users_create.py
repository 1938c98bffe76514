# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`external_users_create`: POST /external-users.

Register an end user of your application.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.external_users import ExternalUserResponse, ExternalUsersCreateRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.external_users", "ExternalUserResponse", "ExternalUsersCreateRequest")
    )

__all__ = ["ExternalUsersCreateError", "external_users_create", "external_users_create_async"]

ExternalUsersCreateError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.NotFoundResponseError
    | errors.ConflictResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `external_users_create` returns."""


@stated
def _operation() -> Operation[ExternalUserResponse, ExternalUsersCreateError]:
    from openrouter_funcs.models import external_users

    return Operation(
        name="external_users_create",
        method="POST",
        path="/external-users",
        request=external_users.ExternalUsersCreateRequest,
        success=(201, external_users.ExternalUserResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            404: errors.NotFoundResponseError,
            409: errors.ConflictResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def external_users_create(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ExternalUsersCreateRequest]
) -> Result[ExternalUserResponse, ExternalUsersCreateError]:
    """Register an end user of your application.

    The name is what requests give as `user`, and API keys as `external.user`. It is for tracking only: the user gets no
    login, no key and no limits.

    Needs a management key.

    It is never done twice by a retry: an attempt is repeated only when the server certainly did not apply it. Otherwise
    the error has `outcome="unknown"`: look at what is there before you call again.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ExternalUsersCreateRequest`. What is absent is not sent.

            - `user` (required): your own name for the user: 1 to 512 characters, case-sensitive, without blanks at the
              ends and without NUL; it cannot be changed later.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(ExternalUserResponse)`, whose `data` is the user; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `NotFoundResponseError` (404): there is no such thing in this account;
        - `ConflictResponseError` (409): the user is registered already;
        - `InternalServerResponseError` (500): the server failed; it may have been done;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /external-users`, operation `createExternalUser`.
    """
    return call(core, _operation(), request, options)


async def external_users_create_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ExternalUsersCreateRequest]
) -> Result[ExternalUserResponse, ExternalUsersCreateError]:
    """Register an end user of your application. This is `external_users_create` for `async` code."""
    return await call_async(core, _operation(), request, options)
