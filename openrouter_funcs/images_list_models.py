# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`images_list_models`: GET /images/models.

List the models that draw pictures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.images import ImageModelsListResponse, ImagesListModelsRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.images", "ImageModelsListResponse", "ImagesListModelsRequest"))

__all__ = ["ImagesListModelsError", "images_list_models", "images_list_models_async"]

ImagesListModelsError: TypeAlias = errors.InternalServerResponseError | errors.CommonError
"""Every error that `images_list_models` returns."""


@stated
def _operation() -> Operation[ImageModelsListResponse, ImagesListModelsError]:
    from openrouter_funcs.models import images

    return Operation(
        name="images_list_models",
        method="GET",
        path="/images/models",
        request=images.ImagesListModelsRequest,
        success=(200, images.ImageModelsListResponse),
        errors={
            500: errors.InternalServerResponseError,
        },
    )


def images_list_models(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ImagesListModelsRequest]
) -> Result[ImageModelsListResponse, ImagesListModelsError]:
    """List the models that draw pictures.

    Needs no key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ImagesListModelsRequest`. What is absent is not sent.

            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(ImageModelsListResponse)`, whose `data` has the models, each with the parameters that any of its endpoints
        takes; or `Err` of

        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /images/models`, operation `listImageModels`.
    """
    return call(core, _operation(), request, options)


async def images_list_models_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ImagesListModelsRequest]
) -> Result[ImageModelsListResponse, ImagesListModelsError]:
    """List the models that draw pictures. This is `images_list_models` for `async` code."""
    return await call_async(core, _operation(), request, options)
