# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`video_generation_get_generation`: GET /videos/{jobId}.

Get the state of the making of a video.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.images import VideoGenerationGetGenerationRequest, VideoGenerationResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.images", "VideoGenerationGetGenerationRequest", "VideoGenerationResponse")
    )

__all__ = [
    "VideoGenerationGetGenerationError",
    "video_generation_get_generation",
    "video_generation_get_generation_async",
]

VideoGenerationGetGenerationError: TypeAlias = (
    errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `video_generation_get_generation` returns."""


@stated
def _operation() -> Operation[VideoGenerationResponse, VideoGenerationGetGenerationError]:
    from openrouter_funcs.models import images

    return Operation(
        name="video_generation_get_generation",
        method="GET",
        path="/videos/{job_id}",
        request=images.VideoGenerationGetGenerationRequest,
        success=(200, images.VideoGenerationResponse),
        errors={
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def video_generation_get_generation(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[VideoGenerationGetGenerationRequest],
) -> Result[VideoGenerationResponse, VideoGenerationGetGenerationError]:
    """Get the state of the making of a video.

    Ask again, every 10 to 30 seconds, while `status` is `"pending"` or `"in_progress"`.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `VideoGenerationGetGenerationRequest`. What is absent is not sent.

            - `job_id` (required): the `id` that `video_generation_generate` returned.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(VideoGenerationResponse)`, whose `status` says how far it is; once it is `"completed"`, `urls` or
        `unsigned_urls` say where the videos are; or `Err` of

        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `NotFoundResponseError` (404): there is no such job;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /videos/{jobId}`, operation `getVideos`.
    """
    return call(core, _operation(), request, options)


async def video_generation_get_generation_async(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[VideoGenerationGetGenerationRequest],
) -> Result[VideoGenerationResponse, VideoGenerationGetGenerationError]:
    """Get the state of the making of a video. This is `video_generation_get_generation` for `async` code."""
    return await call_async(core, _operation(), request, options)
