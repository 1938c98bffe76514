# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`organization_update_settings`: PATCH /organization/settings.

Change the settings of the organization of the key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.organization import (
        OrganizationUpdateSettingsRequest,
        UpdateOrganizationSettingsResponse,
    )
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated(
            "openrouter_funcs.models.organization",
            "OrganizationUpdateSettingsRequest",
            "UpdateOrganizationSettingsResponse",
        )
    )

__all__ = ["OrganizationUpdateSettingsError", "organization_update_settings", "organization_update_settings_async"]

OrganizationUpdateSettingsError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `organization_update_settings` returns."""


@stated
def _operation() -> Operation[UpdateOrganizationSettingsResponse, OrganizationUpdateSettingsError]:
    from openrouter_funcs.models import organization

    return Operation(
        name="organization_update_settings",
        method="PATCH",
        path="/organization/settings",
        request=organization.OrganizationUpdateSettingsRequest,
        success=(200, organization.UpdateOrganizationSettingsResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def organization_update_settings(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[OrganizationUpdateSettingsRequest]
) -> Result[UpdateOrganizationSettingsResponse, OrganizationUpdateSettingsError]:
    """Change the settings of the organization of the key.

    Needs a management key.

    Doing it twice is the same as doing it once, and so an attempt of unknown outcome is repeated.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `OrganizationUpdateSettingsRequest`. What is absent is not sent.

            - `is_filtered_model_catalog_enabled` (required): whether `models_list` with a key of the organization gives
              only the models that the key may use; without a key it gives all.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(UpdateOrganizationSettingsResponse)`, whose `data` has the settings as they are now; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no such thing in this account;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `PATCH /organization/settings`, operation `updateOrganizationSettings`.
    """
    return call(core, _operation(), request, options)


async def organization_update_settings_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[OrganizationUpdateSettingsRequest]
) -> Result[UpdateOrganizationSettingsResponse, OrganizationUpdateSettingsError]:
    """Change the settings of the organization of the key. This is `organization_update_settings` for `async` code."""
    return await call_async(core, _operation(), request, options)
