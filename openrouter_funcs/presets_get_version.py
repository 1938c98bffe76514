# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`presets_get_version`: GET /presets/{slug}/versions/{version}.

Get one version of a preset.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.presets import GetPresetVersionResponse, PresetsGetVersionRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.presets", "GetPresetVersionResponse", "PresetsGetVersionRequest")
    )

__all__ = ["PresetsGetVersionError", "presets_get_version", "presets_get_version_async"]

PresetsGetVersionError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.ServiceUnavailableResponseError
    | errors.CommonError
)
"""Every error that `presets_get_version` returns."""


@stated
def _operation() -> Operation[GetPresetVersionResponse, PresetsGetVersionError]:
    from openrouter_funcs.models import presets

    return Operation(
        name="presets_get_version",
        method="GET",
        path="/presets/{slug}/versions/{version}",
        request=presets.PresetsGetVersionRequest,
        success=(200, presets.GetPresetVersionResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
            503: errors.ServiceUnavailableResponseError,
        },
    )


def presets_get_version(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[PresetsGetVersionRequest]
) -> Result[GetPresetVersionResponse, PresetsGetVersionError]:
    """Get one version of a preset.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `PresetsGetVersionRequest`. What is absent is not sent.

            - `slug` (required): the preset's slug, its name in URLs.
            - `version` (required): the version's number, such as `"1"`.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(GetPresetVersionResponse)`, whose `data` is the version; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `NotFoundResponseError` (404): there is no preset of that slug, or it has no version of that number;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - `ServiceUnavailableResponseError` (503): the server cannot answer now; repeating the request did not help;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /presets/{slug}/versions/{version}`, operation `getPresetVersion`.
    """
    return call(core, _operation(), request, options)


async def presets_get_version_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[PresetsGetVersionRequest]
) -> Result[GetPresetVersionResponse, PresetsGetVersionError]:
    """Get one version of a preset. This is `presets_get_version` for `async` code."""
    return await call_async(core, _operation(), request, options)
