# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`presets_get`: GET /presets/{slug}.

Get one preset with its designated version.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.presets import GetPresetResponse, PresetsGetRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.presets", "GetPresetResponse", "PresetsGetRequest"))

__all__ = ["PresetsGetError", "presets_get", "presets_get_async"]

PresetsGetError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.ServiceUnavailableResponseError
    | errors.CommonError
)
"""Every error that `presets_get` returns."""


@stated
def _operation() -> Operation[GetPresetResponse, PresetsGetError]:
    from openrouter_funcs.models import presets

    return Operation(
        name="presets_get",
        method="GET",
        path="/presets/{slug}",
        request=presets.PresetsGetRequest,
        success=(200, presets.GetPresetResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
            503: errors.ServiceUnavailableResponseError,
        },
    )


def presets_get(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[PresetsGetRequest]
) -> Result[GetPresetResponse, PresetsGetError]:
    """Get one preset with its designated version.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `PresetsGetRequest`. What is absent is not sent.

            - `slug` (required): the preset's slug, its name in URLs.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(GetPresetResponse)`, whose `data` is the preset; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `NotFoundResponseError` (404): there is no preset of that slug;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - `ServiceUnavailableResponseError` (503): the server cannot answer now; repeating the request did not help;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /presets/{slug}`, operation `getPreset`.
    """
    return call(core, _operation(), request, options)


async def presets_get_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[PresetsGetRequest]
) -> Result[GetPresetResponse, PresetsGetError]:
    """Get one preset with its designated version. This is `presets_get` for `async` code."""
    return await call_async(core, _operation(), request, options)
