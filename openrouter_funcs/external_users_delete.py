# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`external_users_delete`: DELETE /external-users/{user}.

Deactivate an end user.
"""

from __future__ import annotations

from types import NoneType
from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.external_users import ExternalUsersDeleteRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.external_users", "ExternalUsersDeleteRequest"))

__all__ = ["ExternalUsersDeleteError", "external_users_delete", "external_users_delete_async"]

ExternalUsersDeleteError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `external_users_delete` returns."""


@stated
def _operation() -> Operation[None, ExternalUsersDeleteError]:
    from openrouter_funcs.models import external_users

    return Operation(
        name="external_users_delete",
        method="DELETE",
        path="/external-users/{user}",
        request=external_users.ExternalUsersDeleteRequest,
        success=(204, NoneType),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def external_users_delete(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ExternalUsersDeleteRequest]
) -> Result[None, ExternalUsersDeleteError]:
    """Deactivate an end user.

    The name stays, and requests of the user are served as before. `external_users_update` activates it again.

    Needs a management key.

    Doing it twice is the same as doing it once, and so an attempt of unknown outcome is repeated.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ExternalUsersDeleteRequest`. What is absent is not sent.

            - `user` (required): your own name for the user; not `.` or `..`, which a path cannot hold.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(None)`, when the user is inactive, also when it was before; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `NotFoundResponseError` (404): no user of that name is registered;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `DELETE /external-users/{user}`, operation `deleteExternalUser`.
    """
    return call(core, _operation(), request, options)


async def external_users_delete_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ExternalUsersDeleteRequest]
) -> Result[None, ExternalUsersDeleteError]:
    """Deactivate an end user. This is `external_users_delete` for `async` code."""
    return await call_async(core, _operation(), request, options)
