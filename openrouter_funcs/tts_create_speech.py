"""`tts_create_speech`: POST /audio/speech.

Have a text spoken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call_download, call_download_async
from openrouter_core.operation import Operation, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_core.files import AsyncDownload, Download
    from openrouter_funcs.models.audio import TtsCreateSpeechRequest

__all__ = ["TtsCreateSpeechError", "tts_create_speech", "tts_create_speech_async"]

TtsCreateSpeechError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.PaymentRequiredResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.PayloadTooLargeResponseError
    | errors.TooManyRequestsResponseError
    | errors.InternalServerResponseError
    | errors.BadGatewayResponseError
    | errors.ServiceUnavailableResponseError
    | errors.EdgeNetworkTimeoutResponseError
    | errors.ProviderOverloadedResponseError
    | errors.CommonError
)
"""Every error that `tts_create_speech` returns."""


@stated
def _operation() -> Operation[bytes, TtsCreateSpeechError]:
    from openrouter_funcs.models import audio

    return Operation(
        name="tts_create_speech",
        method="POST",
        path="/audio/speech",
        request=audio.TtsCreateSpeechRequest,
        success=(200, bytes),
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
            503: errors.ServiceUnavailableResponseError,
            524: errors.EdgeNetworkTimeoutResponseError,
            529: errors.ProviderOverloadedResponseError,
        },
        effect="run",
    )


def tts_create_speech(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[TtsCreateSpeechRequest]
) -> Result[Download[TtsCreateSpeechError], TtsCreateSpeechError]:
    """Have a text spoken. The sound comes as you take it.

    The model's work costs money, so a request is sent again only after 429, 502, 503 and 529, and when it was certainly
    not sent.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core; `deadline` bounds the coming of the sound, too.
        **request: What to say, and how; see `TtsCreateSpeechRequest`. What is absent is not sent.

            - `input`: the text, or a list of turns (required).
            - `model`: the model (required).
            - `voice`: who says it, as the model names its voices.
            - `response_format`: `"mp3"` or `"pcm"`.
            - `speed`: how fast, as a multiple of the usual.
            - `instructions`: how to say it, where the model takes that.
            - `input_references`: sounds, texts and images to go by.
            - `provider`: which providers may do it, and what they are told.
            - `session_id`, `user`, `trace`: what you group calls by.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(Download)` as soon as the head of the response is there: `save` or `read` it, iterate over it, or close it;
        or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `PaymentRequiredResponseError` (402): the account, or the key, does not have enough credits;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `NotFoundResponseError` (404): there is no such model;
        - `PayloadTooLargeResponseError` (413): the text is too long;
        - `TooManyRequestsResponseError` (429): a limit is reached; `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed;
        - `BadGatewayResponseError` (502): the provider failed;
        - `ServiceUnavailableResponseError` (503): no server or provider can do it now;
        - `EdgeNetworkTimeoutResponseError` (524): the edge network got no answer in time;
        - `ProviderOverloadedResponseError` (529): the provider is overloaded;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /audio/speech`, operation `createAudioSpeech`.
    """
    return call_download(core, _operation(), request, options)


async def tts_create_speech_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[TtsCreateSpeechRequest]
) -> Result[AsyncDownload[TtsCreateSpeechError], TtsCreateSpeechError]:
    """Have a text spoken: `tts_create_speech` for `async` code, the same in all else."""
    return await call_download_async(core, _operation(), request, options)
