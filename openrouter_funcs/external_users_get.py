# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`external_users_get`: GET /external-users/{user}.

Get one end user, active or not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.external_users import ExternalUserResponse, ExternalUsersGetRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.external_users", "ExternalUserResponse", "ExternalUsersGetRequest")
    )

__all__ = ["ExternalUsersGetError", "external_users_get", "external_users_get_async"]

ExternalUsersGetError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `external_users_get` returns."""


@stated
def _operation() -> Operation[ExternalUserResponse, ExternalUsersGetError]:
    from openrouter_funcs.models import external_users

    return Operation(
        name="external_users_get",
        method="GET",
        path="/external-users/{user}",
        request=external_users.ExternalUsersGetRequest,
        success=(200, external_users.ExternalUserResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def external_users_get(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ExternalUsersGetRequest]
) -> Result[ExternalUserResponse, ExternalUsersGetError]:
    """Get one end user, active or not.

    Needs a management key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ExternalUsersGetRequest`. What is absent is not sent.

            - `user` (required): your own name for the user; not `.` or `..`, which a path cannot hold.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(ExternalUserResponse)`, whose `data` is the user; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): no user of that name is registered;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /external-users/{user}`, operation `getExternalUser`.
    """
    return call(core, _operation(), request, options)


async def external_users_get_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ExternalUsersGetRequest]
) -> Result[ExternalUserResponse, ExternalUsersGetError]:
    """Get one end user, active or not. This is `external_users_get` for `async` code."""
    return await call_async(core, _operation(), request, options)
