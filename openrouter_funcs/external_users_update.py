# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`external_users_update`: PATCH /external-users/{user}.

Activate or deactivate an end user.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.external_users import ExternalUserResponse, ExternalUsersUpdateRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.external_users", "ExternalUserResponse", "ExternalUsersUpdateRequest")
    )

__all__ = ["ExternalUsersUpdateError", "external_users_update", "external_users_update_async"]

ExternalUsersUpdateError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `external_users_update` returns."""


@stated
def _operation() -> Operation[ExternalUserResponse, ExternalUsersUpdateError]:
    from openrouter_funcs.models import external_users

    return Operation(
        name="external_users_update",
        method="PATCH",
        path="/external-users/{user}",
        request=external_users.ExternalUsersUpdateRequest,
        success=(200, external_users.ExternalUserResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def external_users_update(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ExternalUsersUpdateRequest]
) -> Result[ExternalUserResponse, ExternalUsersUpdateError]:
    """Activate or deactivate an end user.

    Needs a management key.

    Doing it twice is the same as doing it once, and so an attempt of unknown outcome is repeated.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ExternalUsersUpdateRequest`. What is absent is not sent.

            - `user` (required): your own name for the user; not `.` or `..`, which a path cannot hold.
            - `is_active` (required): whether the registration is to be active; requests of the user are served either
              way.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(ExternalUserResponse)`, whose `data` is the user as it is now; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `NotFoundResponseError` (404): no user of that name is registered;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `PATCH /external-users/{user}`, operation `updateExternalUser`.
    """
    return call(core, _operation(), request, options)


async def external_users_update_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ExternalUsersUpdateRequest]
) -> Result[ExternalUserResponse, ExternalUsersUpdateError]:
    """Activate or deactivate an end user. This is `external_users_update` for `async` code."""
    return await call_async(core, _operation(), request, options)
