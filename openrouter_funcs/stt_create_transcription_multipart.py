# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`stt_create_transcription_multipart`: POST /audio/transcriptions.

Transcribe a sound file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.audio import SttCreateTranscriptionMultipartRequest, STTResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.audio", "STTResponse", "SttCreateTranscriptionMultipartRequest")
    )

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
    """Transcribe a sound file.

    The file is sent in pieces, and memory does not grow with it. A request is repeated only when the file can be
    rewound, too. `RequestOptions(progress=...)` is called with how much has been sent.

    The work costs money, so a request is not repeated when it may have been served: only after 429, 502, 503 and 529,
    and when it was certainly not sent. After a 500 or a broken connection the error has `outcome="unknown"`. By default
    the whole call may take 600 seconds, and so may each read.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `SttCreateTranscriptionMultipartRequest`. What is absent is not sent.

            - `model` (required): the model, such as `"openai/whisper-large-v3"`.
            - `file`: the sound, at most 25 MB: a `Path`, `bytes`, an open binary file, which is sent from where it
              stands and stays open, or an `Upload`, which names it and its type; the name or the type must tell the
              format. Either this or `source_url`.
            - `language`: the language that is spoken, in ISO 639-1 (`"en"`); found out when absent.
            - `response_format`: `"json"` for the text alone, or `"verbose_json"` for the language, the duration and
              times, too, which some providers do not have; absent for `"json"`.
            - `temperature`: the sampling temperature.
            - `timestamp_granularities`: whether times are told of each `"segment"`, each `"word"`, or both; only with
              `response_format="verbose_json"`.
            - `diarize`: whether to tell speakers apart, for each word; only with `response_format="verbose_json"`, and
              with models that can do it.
            - `keyterms`: words and names that are to be expected; only with models that can use them.
            - `provider`: which data policy providers must have, and what they are told, as the JSON text of an object
              such as `{"zdr": true}`.
            - `session_id`: a name for requests that belong together; it groups them in logs and traces, and no provider
              gets it.
            - `source_url`: a public HTTP(S) URL of the sound, in place of `file`; the provider gets it itself, so it
              may be of any size, but not every provider can; the URL's path must end in the format.
            - `trace`: labels for observability tools, as the JSON text of an object.
            - `user`: a stable id of your own for the end user, for logs and traces; no provider gets it.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(STTResponse)`, whose `text` is what was said; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, or the model does not take it, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `PaymentRequiredResponseError` (402): the account has no credits left for this;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `NotFoundResponseError` (404): there is no such model, or no provider that may serve the request;
        - `PayloadTooLargeResponseError` (413): the file is larger than the server takes;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed; the work may have been charged;
        - `BadGatewayResponseError` (502): the provider failed, and failed again when the request was repeated;
        - `ServiceUnavailableResponseError` (503): no provider can serve the request now; repeating it did not help;
        - `GatewayTimeoutResponseError` (504): the provider gave no answer in time; the work may have been charged;
        - `EdgeNetworkTimeoutResponseError` (524): the edge network got no answer from the provider in time; the work
          may have been charged;
        - `ProviderOverloadedResponseError` (529): the provider is overloaded; repeating the request did not help;
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
    """Transcribe a sound file. This is `stt_create_transcription_multipart` for `async` code."""
    return await call_async(core, _operation(), request, options)
