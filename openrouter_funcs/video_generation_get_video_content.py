# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`video_generation_get_video_content`: GET /videos/{jobId}/content.

Download a video that has been made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call_download, call_download_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_core.files import AsyncDownload, Download
    from openrouter_funcs.models.images import VideoGenerationGetVideoContentRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.images", "VideoGenerationGetVideoContentRequest"))

__all__ = [
    "VideoGenerationGetVideoContentError",
    "video_generation_get_video_content",
    "video_generation_get_video_content_async",
]

VideoGenerationGetVideoContentError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.ConflictResponseError
    | errors.GoneResponseError
    | errors.InternalServerResponseError
    | errors.BadGatewayResponseError
    | errors.CommonError
)
"""Every error that `video_generation_get_video_content` returns."""


@stated
def _operation() -> Operation[bytes, VideoGenerationGetVideoContentError]:
    from openrouter_funcs.models import images

    return Operation(
        name="video_generation_get_video_content",
        method="GET",
        path="/videos/{job_id}/content",
        request=images.VideoGenerationGetVideoContentRequest,
        success=(200, bytes),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            409: errors.ConflictResponseError,
            410: errors.GoneResponseError,
            500: errors.InternalServerResponseError,
            502: errors.BadGatewayResponseError,
        },
        query=("index",),
    )


def video_generation_get_video_content(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[VideoGenerationGetVideoContentRequest],
) -> Result[Download[VideoGenerationGetVideoContentError], VideoGenerationGetVideoContentError]:
    """Download a video that has been made.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `VideoGenerationGetVideoContentRequest`. What is absent is not sent.

            - `job_id` (required): the `id` that `video_generation_generate` returned.
            - `index`: which of the job's videos, from 0; absent or `None` for 0.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(Download)` as soon as the head of the response is there, to `save` or `read` the video (MP4), to iterate
        over it, or to close it; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `NotFoundResponseError` (404): there is no such job, or no such video in it;
        - `ConflictResponseError` (409): the job is in a state in which it has no video to give;
        - `GoneResponseError` (410): the video is no longer kept;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - `BadGatewayResponseError` (502): the provider did not give the video, and did not when the request was
          repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /videos/{jobId}/content`, operation `listVideosContent`.
    """
    return call_download(core, _operation(), request, options)


async def video_generation_get_video_content_async(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[VideoGenerationGetVideoContentRequest],
) -> Result[AsyncDownload[VideoGenerationGetVideoContentError], VideoGenerationGetVideoContentError]:
    """Download a video that has been made. This is `video_generation_get_video_content` for `async` code."""
    return await call_download_async(core, _operation(), request, options)
