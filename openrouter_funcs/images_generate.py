# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`images_generate`: POST /images.

Generate images.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

from openrouter_core import errors
from openrouter_core.calls import call, call_async, call_stream, call_stream_async
from openrouter_core.operation import Operation, Streaming, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_core.streams import AsyncStream, Stream
    from openrouter_funcs.models.images import ImageGenerationResponse, ImagesGenerateRequest, ImageStreamEvents
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated(
            "openrouter_funcs.models.images", "ImageGenerationResponse", "ImageStreamEvents", "ImagesGenerateRequest"
        )
    )

__all__ = [
    "ImagesGenerateError",
    "images_generate",
    "images_generate_async",
    "images_generate_stream",
    "images_generate_stream_async",
]

ImagesGenerateError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.PaymentRequiredResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.PayloadTooLargeResponseError
    | errors.TooManyRequestsResponseError
    | errors.InternalServerResponseError
    | errors.BadGatewayResponseError
    | errors.EdgeNetworkTimeoutResponseError
    | errors.ProviderOverloadedResponseError
    | errors.StreamError
    | errors.CommonError
)
"""Every error that `images_generate` and its streams return."""


@stated
def _operation() -> Operation[ImageGenerationResponse, ImagesGenerateError]:
    from openrouter_funcs.models import images

    return Operation(
        name="images_generate",
        method="POST",
        path="/images",
        request=images.ImagesGenerateRequest,
        success=(200, images.ImageGenerationResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            402: errors.PaymentRequiredResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            413: errors.PayloadTooLargeResponseError,
            429: errors.TooManyRequestsResponseError,
            500: errors.InternalServerResponseError,
            502: errors.BadGatewayResponseError,
            524: errors.EdgeNetworkTimeoutResponseError,
            529: errors.ProviderOverloadedResponseError,
        },
        effect="run",
        streaming=Streaming(event=cast("type[ImageStreamEvents]", images.ImageStreamEvents)),
    )


def images_generate(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ImagesGenerateRequest]
) -> Result[ImageGenerationResponse, ImagesGenerateError]:
    """Generate images.

    `images_list_models` tells which parameters and values a model takes.

    The work costs money, so a request is not repeated when it may have been served: only after 429, 502, 503 and 529,
    and when it was certainly not sent. After a 500 or a broken connection the error has `outcome="unknown"`. By default
    the whole call may take 600 seconds, and so may each read.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ImagesGenerateRequest`. What is absent is not sent.

            - `model` (required): the model, such as `"bytedance-seed/seedream-4.5"`.
            - `prompt` (required): what to draw.
            - `aspect_ratio`: the ratio of width to height; a provider that cannot make it takes one that it can.
            - `background`: whether the background is transparent; `"transparent"` needs the `output_format` `"png"` or
              `"webp"`.
            - `input_references`: pictures to go by, at most 16.
            - `n`: how many pictures to make at most, 1 to 10; there may be fewer, and providers that make one alone
              refuse more.
            - `output_compression`: how much to compress WebP and JPEG, 0 to 100; PNG, and providers that cannot, ignore
              it.
            - `output_format`: the format of the pictures; few models make `"svg"`, whose text comes in base64, too.
            - `provider`: which providers may do it, in which order, and what they are told; absent for all that the
              account allows.
            - `quality`: how fine the drawing is; providers that have no such choice ignore it.
            - `resolution`: how large the pictures are, by class; the provider derives the pixels.
            - `seed`: a number that makes the same request give the same result, where the provider can do that.
            - `size`: how large the pictures are: a class (`"2K"`), which is the same as `resolution` and goes with
              `aspect_ratio`, or pixels (`"2048x2048"`), which `resolution` and `aspect_ratio` must not contradict.
            - `session_id`: a name for requests that belong together, at most 256 characters; it groups them in logs and
              traces, and no provider gets it.
            - `trace`: labels for observability tools; keys of your own are passed on to them.
            - `user`: a stable id of your own for the end user, to detect abuse; a provider that wants one gets a hash
              at most.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(ImageGenerationResponse)`, whose `data` has the pictures, each in base64; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, or the model does not take it, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `PaymentRequiredResponseError` (402): the account has no credits left for this;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `NotFoundResponseError` (404): there is no such model, or no provider that may serve the request;
        - `PayloadTooLargeResponseError` (413): the request is too large;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed; the work may have been charged;
        - `BadGatewayResponseError` (502): the provider failed, and failed again when the request was repeated;
        - `EdgeNetworkTimeoutResponseError` (524): the edge network got no answer from the provider in time; the work
          may have been charged;
        - `ProviderOverloadedResponseError` (529): the provider is overloaded; repeating the request did not help;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /images`, operation `createImages`.
    """
    return call(core, _operation(), request, options)


async def images_generate_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ImagesGenerateRequest]
) -> Result[ImageGenerationResponse, ImagesGenerateError]:
    """Generate images. This is `images_generate` for `async` code."""
    return await call_async(core, _operation(), request, options)


def images_generate_stream(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ImagesGenerateRequest]
) -> Result[Stream[ImageStreamEvents, ImagesGenerateError], ImagesGenerateError]:
    """Generate images, as a stream of events.

    Until the stream begins, failures are retried as in any other call. Once it has begun, nothing is. `timeout` is the
    longest silence (a comment counts as a sign of life), and `deadline` bounds the whole stream.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: The parameters of `images_generate`. This function asks for the stream itself.

    Returns:
        `Ok(Stream)` as soon as the head of a stream has come. Show each partial picture in place of the one before, or
        join the texts of a picture that is text; `ImageGenCompletedEvent` has the finished picture and the `usage`. An
        event of a type that is newer than this release is an `Unknown`. Or `Err`, as `images_generate` returns it; an
        answer that is not a stream is an `Err`, too.

        The stream ends well only at `[DONE]`. Otherwise its last item is an `Err`: `StreamError` if the server says
        within the stream that it failed, `ResponseValidationError` if an event is not as promised,
        `RequestConnectionError` if the stream breaks off, `RequestTimeoutError` or `RequestAbortedError`.

    Source: `POST /images`, operation `createImages`, with `stream: true`.
    """
    return call_stream(core, _operation(), request, options)


async def images_generate_stream_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ImagesGenerateRequest]
) -> Result[AsyncStream[ImageStreamEvents, ImagesGenerateError], ImagesGenerateError]:
    """Generate images, as a stream of events. This is `images_generate_stream` for `async` code."""
    return await call_stream_async(core, _operation(), request, options)
