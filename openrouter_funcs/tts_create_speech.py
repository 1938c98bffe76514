# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`tts_create_speech`: POST /audio/speech.

Turn a text into speech.
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
    from openrouter_funcs.models.audio import TtsCreateSpeechRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.audio", "TtsCreateSpeechRequest"))

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
    """Turn a text into speech.

    The sound arrives while you read it. `deadline` in the options limits that time, too.

    The work costs money, so a request is not repeated when it may have been served: only after 429, 502, 503 and 529,
    and when it was certainly not sent. After a 500 or a broken connection the error has `outcome="unknown"`. By default
    the whole call may take 600 seconds, and so may each read.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `TtsCreateSpeechRequest`. What is absent is not sent.

            - `input` (required): what to say: a text, or a list of turns for several speakers, which few models take.
            - `model` (required): the model, such as `"mistralai/voxtral-mini-tts-2603"`.
            - `input_references`: what the voice should be like: one to three sounds of it, each with its text if you
              have it, and at most one picture of the scene; or one picture alone of the voice that is wanted. Only
              endpoints that can do this serve the request.
            - `provider`: which data policy providers must have, and what they are told; absent for all that the account
              allows.
            - `response_format`: the format of the sound, `"mp3"` or `"pcm"`; absent for `"pcm"`.
            - `speed`: how fast, as a multiple of the usual; a model that cannot change it ignores it or refuses the
              request.
            - `voice`: who says it, as the model names its voices (`Model.supported_voices`).
            - `instructions`: how to say it, such as the tone or the pace; models that cannot follow ignore it.
            - `session_id`: a name for requests that belong together, at most 256 characters; it groups them in logs and
              traces, and no provider gets it.
            - `trace`: labels for observability tools; keys of your own are passed on to them.
            - `user`: a stable id of your own for the end user, for logs and traces; no provider gets it.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(Download)` as soon as the head of the response is there, to `save` or `read` the sound, to iterate over it,
        or to close it; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, or the model does not take it, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `PaymentRequiredResponseError` (402): the account has no credits left for this;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `NotFoundResponseError` (404): there is no such model, or no provider that may serve the request;
        - `PayloadTooLargeResponseError` (413): the text, or a sound to go by, is too large;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed; the work may have been charged;
        - `BadGatewayResponseError` (502): the provider failed, and failed again when the request was repeated;
        - `ServiceUnavailableResponseError` (503): no provider can serve the request now; repeating it did not help;
        - `EdgeNetworkTimeoutResponseError` (524): the edge network got no answer from the provider in time; the work
          may have been charged;
        - `ProviderOverloadedResponseError` (529): the provider is overloaded; repeating the request did not help;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /audio/speech`, operation `createAudioSpeech`.
    """
    return call_download(core, _operation(), request, options)


async def tts_create_speech_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[TtsCreateSpeechRequest]
) -> Result[AsyncDownload[TtsCreateSpeechError], TtsCreateSpeechError]:
    """Turn a text into speech. This is `tts_create_speech` for `async` code."""
    return await call_download_async(core, _operation(), request, options)
