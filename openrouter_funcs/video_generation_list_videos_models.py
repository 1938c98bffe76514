# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`video_generation_list_videos_models`: GET /videos/models.

List the models that make videos.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.images import VideoGenerationListVideosModelsRequest, VideoModelsListResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.images", "VideoGenerationListVideosModelsRequest", "VideoModelsListResponse")
    )

__all__ = [
    "VideoGenerationListVideosModelsError",
    "video_generation_list_videos_models",
    "video_generation_list_videos_models_async",
]

VideoGenerationListVideosModelsError: TypeAlias = (
    errors.BadRequestResponseError | errors.InternalServerResponseError | errors.CommonError
)
"""Every error that `video_generation_list_videos_models` returns."""


@stated
def _operation() -> Operation[VideoModelsListResponse, VideoGenerationListVideosModelsError]:
    from openrouter_funcs.models import images

    return Operation(
        name="video_generation_list_videos_models",
        method="GET",
        path="/videos/models",
        request=images.VideoGenerationListVideosModelsRequest,
        success=(200, images.VideoModelsListResponse),
        errors={
            400: errors.BadRequestResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def video_generation_list_videos_models(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[VideoGenerationListVideosModelsRequest],
) -> Result[VideoModelsListResponse, VideoGenerationListVideosModelsError]:
    """List the models that make videos.

    Needs no key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `VideoGenerationListVideosModelsRequest`. What is absent is not sent.

            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(VideoModelsListResponse)`, whose `data` has the models, each with the values that it takes; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /videos/models`, operation `listVideosModels`.
    """
    return call(core, _operation(), request, options)


async def video_generation_list_videos_models_async(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[VideoGenerationListVideosModelsRequest],
) -> Result[VideoModelsListResponse, VideoGenerationListVideosModelsError]:
    """List the models that make videos. This is `video_generation_list_videos_models` for `async` code."""
    return await call_async(core, _operation(), request, options)
