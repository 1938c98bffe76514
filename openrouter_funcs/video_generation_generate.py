# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`video_generation_generate`: POST /videos.

Start to generate a video; the function does not wait for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.images import VideoGenerationGenerateRequest, VideoGenerationResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.images", "VideoGenerationGenerateRequest", "VideoGenerationResponse")
    )

__all__ = ["VideoGenerationGenerateError", "video_generation_generate", "video_generation_generate_async"]

VideoGenerationGenerateError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.PaymentRequiredResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.PayloadTooLargeResponseError
    | errors.TooManyRequestsResponseError
    | errors.ClientClosedRequestResponseError
    | errors.InternalServerResponseError
    | errors.ServiceUnavailableResponseError
    | errors.CommonError
)
"""Every error that `video_generation_generate` returns."""


@stated
def _operation() -> Operation[VideoGenerationResponse, VideoGenerationGenerateError]:
    from openrouter_funcs.models import images

    return Operation(
        name="video_generation_generate",
        method="POST",
        path="/videos",
        request=images.VideoGenerationGenerateRequest,
        success=(202, images.VideoGenerationResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            402: errors.PaymentRequiredResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            413: errors.PayloadTooLargeResponseError,
            429: errors.TooManyRequestsResponseError,
            499: errors.ClientClosedRequestResponseError,
            500: errors.InternalServerResponseError,
            503: errors.ServiceUnavailableResponseError,
        },
        effect="run",
    )


def video_generation_generate(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[VideoGenerationGenerateRequest]
) -> Result[VideoGenerationResponse, VideoGenerationGenerateError]:
    """Start to generate a video; the function does not wait for it.

    A video takes from half a minute to several minutes. Ask `video_generation_get_generation` for the job's `status`
    until it is `"completed"`, or give a `callback_url`. Then get the video from `video_generation_get_video_content`.

    The work costs money, so a request is not repeated when it may have been served: only after 429, 502, 503 and 529,
    and when it was certainly not sent. After a 500 or a broken connection the error has `outcome="unknown"`. By default
    the whole call may take 600 seconds, and so may each read.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `VideoGenerationGenerateRequest`. What is absent is not sent.

            - `model` (required): the model, such as `"google/veo-3.1"`.
            - `aspect_ratio`: the ratio of width to height.
            - `callback_url`: an HTTPS URL that OpenRouter calls when the video is done; absent for the workspace's own,
              if it has one.
            - `creativity`: how freely a model that upscales videos may add to them; other models do not take it.
            - `duration`: how long the video is, in seconds, at least 1.
            - `frame_images`: pictures that the video begins or ends with.
            - `generate_audio`: whether the video gets sound; absent for yes if the endpoint can do it.
            - `input_references`: pictures, sounds and videos to go by; many providers use the pictures alone.
            - `prompt`: what to show; absent only with models that work from a picture alone.
            - `provider`: parameters of providers' own.
            - `resolution`: how large the video is, by class.
            - `seed`: a number that makes the same request give the same result, where the provider can do that.
            - `size`: how large the video is in pixels, such as `"1280x720"`, in place of `resolution` and
              `aspect_ratio`.
            - `upscale_factor`: how many times larger a model that upscales videos makes them, more than 0; other models
              do not take it.
            - `previous_job_id`: a job that is done, whose video is to be changed or continued, by the same model and
              endpoint; few models can do that.
            - `session_id`: a name for requests that belong together, at most 256 characters; it groups them in logs and
              traces, and no provider gets it.
            - `trace`: labels for observability tools; keys of your own are passed on to them.
            - `user`: a stable id of your own for the end user, for logs and traces; no provider gets it.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(VideoGenerationResponse)`, whose `id` is the job to ask for; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, or the model does not take it, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `PaymentRequiredResponseError` (402): the account has no credits left for this;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `NotFoundResponseError` (404): there is no such model, or no provider that may serve the request;
        - `PayloadTooLargeResponseError` (413): the request is too large;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say how long to wait;
        - `ClientClosedRequestResponseError` (499): the server saw the request cancelled;
        - `InternalServerResponseError` (500): the server failed; the work may have been charged;
        - `ServiceUnavailableResponseError` (503): no provider can serve the request now; repeating it did not help;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /videos`, operation `createVideos`.
    """
    return call(core, _operation(), request, options)


async def video_generation_generate_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[VideoGenerationGenerateRequest]
) -> Result[VideoGenerationResponse, VideoGenerationGenerateError]:
    """Start to generate a video; the function does not wait for it.

    This is `video_generation_generate` for `async` code.
    """
    return await call_async(core, _operation(), request, options)
