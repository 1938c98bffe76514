# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`organization_get_settings`: GET /organization/settings.

Get the settings of the organization of the key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.organization import GetOrganizationSettingsResponse, OrganizationGetSettingsRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated(
            "openrouter_funcs.models.organization", "GetOrganizationSettingsResponse", "OrganizationGetSettingsRequest"
        )
    )

__all__ = ["OrganizationGetSettingsError", "organization_get_settings", "organization_get_settings_async"]

OrganizationGetSettingsError: TypeAlias = (
    errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `organization_get_settings` returns."""


@stated
def _operation() -> Operation[GetOrganizationSettingsResponse, OrganizationGetSettingsError]:
    from openrouter_funcs.models import organization

    return Operation(
        name="organization_get_settings",
        method="GET",
        path="/organization/settings",
        request=organization.OrganizationGetSettingsRequest,
        success=(200, organization.GetOrganizationSettingsResponse),
        errors={
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def organization_get_settings(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[OrganizationGetSettingsRequest]
) -> Result[GetOrganizationSettingsResponse, OrganizationGetSettingsError]:
    """Get the settings of the organization of the key.

    Needs a management key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `OrganizationGetSettingsRequest`. What is absent is not sent.

            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(GetOrganizationSettingsResponse)`, whose `data` has the settings; or `Err` of

        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no such thing in this account;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /organization/settings`, operation `getOrganizationSettings`.
    """
    return call(core, _operation(), request, options)


async def organization_get_settings_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[OrganizationGetSettingsRequest]
) -> Result[GetOrganizationSettingsResponse, OrganizationGetSettingsError]:
    """Get the settings of the organization of the key. This is `organization_get_settings` for `async` code."""
    return await call_async(core, _operation(), request, options)
