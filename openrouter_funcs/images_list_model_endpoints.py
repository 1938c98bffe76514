# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`images_list_model_endpoints`: GET /images/models/{author}/{slug}/endpoints.

List the endpoints of a model that draws pictures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.images import ImageModelEndpointsResponse, ImagesListModelEndpointsRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.images", "ImageModelEndpointsResponse", "ImagesListModelEndpointsRequest")
    )

__all__ = ["ImagesListModelEndpointsError", "images_list_model_endpoints", "images_list_model_endpoints_async"]

ImagesListModelEndpointsError: TypeAlias = (
    errors.NotFoundResponseError | errors.InternalServerResponseError | errors.CommonError
)
"""Every error that `images_list_model_endpoints` returns."""


@stated
def _operation() -> Operation[ImageModelEndpointsResponse, ImagesListModelEndpointsError]:
    from openrouter_funcs.models import images

    return Operation(
        name="images_list_model_endpoints",
        method="GET",
        path="/images/models/{author}/{slug}/endpoints",
        request=images.ImagesListModelEndpointsRequest,
        success=(200, images.ImageModelEndpointsResponse),
        errors={
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def images_list_model_endpoints(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ImagesListModelEndpointsRequest]
) -> Result[ImageModelEndpointsResponse, ImagesListModelEndpointsError]:
    """List the endpoints of a model that draws pictures.

    Needs no key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ImagesListModelEndpointsRequest`. What is absent is not sent.

            - `author` (required): who made the model, such as `"bytedance-seed"`.
            - `slug` (required): the model's slug without its author, such as `"seedream-4.5"`.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(ImageModelEndpointsResponse)`, whose `endpoints` say what each takes and costs; or `Err` of

        - `NotFoundResponseError` (404): there is no such model that draws pictures;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /images/models/{author}/{slug}/endpoints`, operation `listImageModelEndpoints`.
    """
    return call(core, _operation(), request, options)


async def images_list_model_endpoints_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ImagesListModelEndpointsRequest]
) -> Result[ImageModelEndpointsResponse, ImagesListModelEndpointsError]:
    """List the endpoints of a model that draws pictures. This is `images_list_model_endpoints` for `async` code."""
    return await call_async(core, _operation(), request, options)
