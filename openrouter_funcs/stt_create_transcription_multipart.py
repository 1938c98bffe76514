"""`stt_create_transcription_multipart`: POST /audio/transcriptions.

Have a sound file transcribed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.audio import SttCreateTranscriptionMultipartRequest, STTResponse

__all__ = [
    "SttCreateTranscriptionMultipartError",
    "stt_create_transcription_multipart",
    "stt_create_transcription_multipart_async",
]

SttCreateTranscriptionMultipartError: TypeAlias = (
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
    | errors.GatewayTimeoutResponseError
    | errors.EdgeNetworkTimeoutResponseError
    | errors.ProviderOverloadedResponseError
    | errors.CommonError
)
"""Every error that `stt_create_transcription_multipart` returns."""


@stated
def _operation() -> Operation[STTResponse, SttCreateTranscriptionMultipartError]:
    from openrouter_funcs.models import audio

    return Operation(
        name="stt_create_transcription_multipart",
        method="POST",
        path="/audio/transcriptions",
        request=audio.SttCreateTranscriptionMultipartRequest,
        success=(200, audio.STTResponse),
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
            504: errors.GatewayTimeoutResponseError,
            524: errors.EdgeNetworkTimeoutResponseError,
            529: errors.ProviderOverloadedResponseError,
        },
        effect="run",
        upload="file",
    )


def stt_create_transcription_multipart(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[SttCreateTranscriptionMultipartRequest],
) -> Result[STTResponse, SttCreateTranscriptionMultipartError]:
    """Have a sound file transcribed. It is sent in pieces, and memory does not grow with it.

    The model's work costs money, so a request is sent again only after 429, 502, 503 and 529, and when it was certainly
    not sent, and when the file can be rewound. `RequestOptions(progress=...)` is told how much has been sent.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: The sound; see `SttCreateTranscriptionMultipartRequest`. What is absent is not sent.

            - `model`: the model (required).
            - `file`: the sound: a `Path`, `bytes`, an open binary file, which is sent from where it stands and stays
              open, or an `Upload`, which names it and its type.
            - `source_url`: where the sound is, in place of `file`.
            - `language`: the language that is spoken, in ISO 639-1; found out when absent.
            - `response_format`: `"json"`, or `"verbose_json"` for times and segments, too.
            - `temperature`: the sampling temperature.
            - `timestamp_granularities`: whether times are told of each `"word"`, each `"segment"`, or both.
            - `diarize`: whether to tell speakers apart.
            - `keyterms`: words that are to be expected.
            - `provider`, `trace`: as JSON texts.
            - `session_id`, `user`: what you group calls by.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(STTResponse)`, whose `text` is what was said; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `PaymentRequiredResponseError` (402): the account, or the key, does not have enough credits;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `NotFoundResponseError` (404): there is no such model;
        - `PayloadTooLargeResponseError` (413): the file is larger than the server takes;
        - `TooManyRequestsResponseError` (429): a limit is reached; `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed;
        - `BadGatewayResponseError` (502): the provider failed;
        - `ServiceUnavailableResponseError` (503): no server or provider can do it now;
        - `GatewayTimeoutResponseError` (504): the provider took too long;
        - `EdgeNetworkTimeoutResponseError` (524): the edge network got no answer in time;
        - `ProviderOverloadedResponseError` (529): the provider is overloaded;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /audio/transcriptions`, operation `createAudioTranscriptions_multipart`.
    """
    return call(core, _operation(), request, options)


async def stt_create_transcription_multipart_async(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[SttCreateTranscriptionMultipartRequest],
) -> Result[STTResponse, SttCreateTranscriptionMultipartError]:
    """Have a sound file transcribed: `stt_create_transcription_multipart` for `async` code, the same in all else."""
    return await call_async(core, _operation(), request, options)
