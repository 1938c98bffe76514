"""Every error of the functions for models, keys and files can be matched, and none forgotten. Never run."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from openrouter_core import errors

if TYPE_CHECKING:
    from openrouter_funcs.api_keys_create import ApiKeysCreateError
    from openrouter_funcs.chat_send import ChatSendError
    from openrouter_funcs.embeddings_generate import EmbeddingsGenerateError
    from openrouter_funcs.files_download import FilesDownloadError
    from openrouter_funcs.files_list import FilesListError
    from openrouter_funcs.files_upload import FilesUploadError
    from openrouter_funcs.messages_create import MessagesCreateError
    from openrouter_funcs.models_list import ModelsListError
    from openrouter_funcs.responses_send import ResponsesSendError
    from openrouter_funcs.stt_create_transcription_multipart import SttCreateTranscriptionMultipartError
    from openrouter_funcs.tts_create_speech import TtsCreateSpeechError


def common(error: errors.CommonError) -> str:
    """What every function may return."""
    match error:
        case errors.OpenRouterDefaultError() | errors.ResponseValidationError():
            return error.outcome + str(error.status_code)
        case (
            errors.RequestConnectionError()
            | errors.RequestTimeoutError()
            | errors.RequestAbortedError()
            | errors.InvalidRequestError()
            | errors.UnexpectedClientError()
        ):
            return error.outcome + str(error.transient)
        case errors.SDKValidationError():
            return error.parameter
        case _:
            assert_never(error)


def of_chat_send(error: ChatSendError) -> str:
    """`chat_send` returns these beside the common ones."""
    match error:
        case (
            errors.BadRequestResponseError()
            | errors.UnauthorizedResponseError()
            | errors.PaymentRequiredResponseError()
            | errors.ForbiddenResponseError()
            | errors.NotFoundResponseError()
            | errors.RequestTimeoutResponseError()
            | errors.PayloadTooLargeResponseError()
            | errors.UnprocessableEntityResponseError()
            | errors.TooManyRequestsResponseError()
            | errors.InternalServerResponseError()
            | errors.BadGatewayResponseError()
            | errors.ServiceUnavailableResponseError()
            | errors.EdgeNetworkTimeoutResponseError()
            | errors.ProviderOverloadedResponseError()
            | errors.StreamError()
        ):
            return error.outcome + str(error.status_code)
        case _:
            return common(error)


def of_responses_send(error: ResponsesSendError) -> str:
    """`responses_send` returns these beside the common ones."""
    match error:
        case (
            errors.BadRequestResponseError()
            | errors.UnauthorizedResponseError()
            | errors.PaymentRequiredResponseError()
            | errors.ForbiddenResponseError()
            | errors.NotFoundResponseError()
            | errors.RequestTimeoutResponseError()
            | errors.PayloadTooLargeResponseError()
            | errors.UnprocessableEntityResponseError()
            | errors.TooManyRequestsResponseError()
            | errors.InternalServerResponseError()
            | errors.BadGatewayResponseError()
            | errors.ServiceUnavailableResponseError()
            | errors.EdgeNetworkTimeoutResponseError()
            | errors.ProviderOverloadedResponseError()
            | errors.StreamError()
        ):
            return error.outcome + str(error.status_code)
        case _:
            return common(error)


def of_messages_create(error: MessagesCreateError) -> str:
    """`messages_create` returns these beside the common ones."""
    match error:
        case (
            errors.BadRequestResponseError()
            | errors.UnauthorizedResponseError()
            | errors.ForbiddenResponseError()
            | errors.NotFoundResponseError()
            | errors.TooManyRequestsResponseError()
            | errors.InternalServerResponseError()
            | errors.ServiceUnavailableResponseError()
            | errors.ProviderOverloadedResponseError()
            | errors.StreamError()
        ):
            return error.outcome + str(error.status_code)
        case _:
            return common(error)


def of_embeddings_generate(error: EmbeddingsGenerateError) -> str:
    """`embeddings_generate` returns these beside the common ones."""
    match error:
        case (
            errors.BadRequestResponseError()
            | errors.UnauthorizedResponseError()
            | errors.PaymentRequiredResponseError()
            | errors.ForbiddenResponseError()
            | errors.NotFoundResponseError()
            | errors.RequestTimeoutResponseError()
            | errors.PayloadTooLargeResponseError()
            | errors.TooManyRequestsResponseError()
            | errors.ClientClosedRequestResponseError()
            | errors.InternalServerResponseError()
            | errors.BadGatewayResponseError()
            | errors.ServiceUnavailableResponseError()
            | errors.GatewayTimeoutResponseError()
            | errors.EdgeNetworkTimeoutResponseError()
            | errors.ProviderOverloadedResponseError()
        ):
            return error.outcome + str(error.status_code)
        case _:
            return common(error)


def of_models_list(error: ModelsListError) -> str:
    """`models_list` returns these beside the common ones."""
    match error:
        case (
            errors.BadRequestResponseError()
            | errors.ForbiddenResponseError()
            | errors.InternalServerResponseError()
            | errors.ServiceUnavailableResponseError()
        ):
            return error.outcome + str(error.status_code)
        case errors.PaginationError():
            return error.message
        case _:
            return common(error)


def of_files_list(error: FilesListError) -> str:
    """`files_list` returns these beside the common ones."""
    match error:
        case (
            errors.BadRequestResponseError()
            | errors.UnauthorizedResponseError()
            | errors.ForbiddenResponseError()
            | errors.TooManyRequestsResponseError()
            | errors.InternalServerResponseError()
            | errors.BadGatewayResponseError()
            | errors.ServiceUnavailableResponseError()
        ):
            return error.outcome + str(error.status_code)
        case errors.PaginationError():
            return error.message
        case _:
            return common(error)


def of_api_keys_create(error: ApiKeysCreateError) -> str:
    """`api_keys_create` returns these beside the common ones."""
    match error:
        case (
            errors.BadRequestResponseError()
            | errors.UnauthorizedResponseError()
            | errors.ForbiddenResponseError()
            | errors.TooManyRequestsResponseError()
            | errors.InternalServerResponseError()
        ):
            return error.outcome + str(error.status_code)
        case _:
            return common(error)


def of_files_upload(error: FilesUploadError) -> str:
    """`files_upload` returns these beside the common ones."""
    match error:
        case (
            errors.BadRequestResponseError()
            | errors.UnauthorizedResponseError()
            | errors.ForbiddenResponseError()
            | errors.PayloadTooLargeResponseError()
            | errors.TooManyRequestsResponseError()
            | errors.ClientClosedRequestResponseError()
            | errors.InternalServerResponseError()
            | errors.BadGatewayResponseError()
            | errors.ServiceUnavailableResponseError()
        ):
            return error.outcome + str(error.status_code)
        case _:
            return common(error)


def of_files_download(error: FilesDownloadError) -> str:
    """`files_download` returns these beside the common ones."""
    match error:
        case (
            errors.BadRequestResponseError()
            | errors.UnauthorizedResponseError()
            | errors.ForbiddenResponseError()
            | errors.NotFoundResponseError()
            | errors.TooManyRequestsResponseError()
            | errors.InternalServerResponseError()
            | errors.BadGatewayResponseError()
            | errors.ServiceUnavailableResponseError()
        ):
            return error.outcome + str(error.status_code)
        case _:
            return common(error)


def of_tts_create_speech(error: TtsCreateSpeechError) -> str:
    """`tts_create_speech` returns these beside the common ones."""
    match error:
        case (
            errors.BadRequestResponseError()
            | errors.UnauthorizedResponseError()
            | errors.PaymentRequiredResponseError()
            | errors.ForbiddenResponseError()
            | errors.NotFoundResponseError()
            | errors.PayloadTooLargeResponseError()
            | errors.TooManyRequestsResponseError()
            | errors.InternalServerResponseError()
            | errors.BadGatewayResponseError()
            | errors.ServiceUnavailableResponseError()
            | errors.EdgeNetworkTimeoutResponseError()
            | errors.ProviderOverloadedResponseError()
        ):
            return error.outcome + str(error.status_code)
        case _:
            return common(error)


def of_stt_create_transcription_multipart(error: SttCreateTranscriptionMultipartError) -> str:
    """`stt_create_transcription_multipart` returns these beside the common ones."""
    match error:
        case (
            errors.BadRequestResponseError()
            | errors.UnauthorizedResponseError()
            | errors.PaymentRequiredResponseError()
            | errors.ForbiddenResponseError()
            | errors.NotFoundResponseError()
            | errors.PayloadTooLargeResponseError()
            | errors.TooManyRequestsResponseError()
            | errors.InternalServerResponseError()
            | errors.BadGatewayResponseError()
            | errors.ServiceUnavailableResponseError()
            | errors.GatewayTimeoutResponseError()
            | errors.EdgeNetworkTimeoutResponseError()
            | errors.ProviderOverloadedResponseError()
        ):
            return error.outcome + str(error.status_code)
        case _:
            return common(error)


# One case is forgotten in each of these, and both checkers notice.


def of_chat_send_forgetting(error: ChatSendError) -> None:
    """StreamError is forgotten."""
    if isinstance(
        error,
        errors.BadRequestResponseError
        | errors.UnauthorizedResponseError
        | errors.PaymentRequiredResponseError
        | errors.ForbiddenResponseError
        | errors.NotFoundResponseError
        | errors.RequestTimeoutResponseError
        | errors.PayloadTooLargeResponseError
        | errors.UnprocessableEntityResponseError
        | errors.TooManyRequestsResponseError
        | errors.InternalServerResponseError
        | errors.BadGatewayResponseError
        | errors.ServiceUnavailableResponseError
        | errors.EdgeNetworkTimeoutResponseError
        | errors.ProviderOverloadedResponseError,
    ):
        return
    common(error)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def of_responses_send_forgetting(error: ResponsesSendError) -> None:
    """StreamError is forgotten."""
    if isinstance(
        error,
        errors.BadRequestResponseError
        | errors.UnauthorizedResponseError
        | errors.PaymentRequiredResponseError
        | errors.ForbiddenResponseError
        | errors.NotFoundResponseError
        | errors.RequestTimeoutResponseError
        | errors.PayloadTooLargeResponseError
        | errors.UnprocessableEntityResponseError
        | errors.TooManyRequestsResponseError
        | errors.InternalServerResponseError
        | errors.BadGatewayResponseError
        | errors.ServiceUnavailableResponseError
        | errors.EdgeNetworkTimeoutResponseError
        | errors.ProviderOverloadedResponseError,
    ):
        return
    common(error)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def of_messages_create_forgetting(error: MessagesCreateError) -> None:
    """StreamError is forgotten."""
    if isinstance(
        error,
        errors.BadRequestResponseError
        | errors.UnauthorizedResponseError
        | errors.ForbiddenResponseError
        | errors.NotFoundResponseError
        | errors.TooManyRequestsResponseError
        | errors.InternalServerResponseError
        | errors.ServiceUnavailableResponseError
        | errors.ProviderOverloadedResponseError,
    ):
        return
    common(error)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def of_embeddings_generate_forgetting(error: EmbeddingsGenerateError) -> None:
    """ProviderOverloadedResponseError is forgotten."""
    if isinstance(
        error,
        errors.BadRequestResponseError
        | errors.UnauthorizedResponseError
        | errors.PaymentRequiredResponseError
        | errors.ForbiddenResponseError
        | errors.NotFoundResponseError
        | errors.RequestTimeoutResponseError
        | errors.PayloadTooLargeResponseError
        | errors.TooManyRequestsResponseError
        | errors.ClientClosedRequestResponseError
        | errors.InternalServerResponseError
        | errors.BadGatewayResponseError
        | errors.ServiceUnavailableResponseError
        | errors.GatewayTimeoutResponseError
        | errors.EdgeNetworkTimeoutResponseError,
    ):
        return
    common(error)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def of_models_list_forgetting(error: ModelsListError) -> None:
    """PaginationError is forgotten."""
    if isinstance(
        error,
        errors.BadRequestResponseError
        | errors.ForbiddenResponseError
        | errors.InternalServerResponseError
        | errors.ServiceUnavailableResponseError,
    ):
        return
    common(error)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def of_files_list_forgetting(error: FilesListError) -> None:
    """PaginationError is forgotten."""
    if isinstance(
        error,
        errors.BadRequestResponseError
        | errors.UnauthorizedResponseError
        | errors.ForbiddenResponseError
        | errors.TooManyRequestsResponseError
        | errors.InternalServerResponseError
        | errors.BadGatewayResponseError
        | errors.ServiceUnavailableResponseError,
    ):
        return
    common(error)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def of_api_keys_create_forgetting(error: ApiKeysCreateError) -> None:
    """InternalServerResponseError is forgotten."""
    if isinstance(
        error,
        errors.BadRequestResponseError
        | errors.UnauthorizedResponseError
        | errors.ForbiddenResponseError
        | errors.TooManyRequestsResponseError,
    ):
        return
    common(error)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def of_files_upload_forgetting(error: FilesUploadError) -> None:
    """ServiceUnavailableResponseError is forgotten."""
    if isinstance(
        error,
        errors.BadRequestResponseError
        | errors.UnauthorizedResponseError
        | errors.ForbiddenResponseError
        | errors.PayloadTooLargeResponseError
        | errors.TooManyRequestsResponseError
        | errors.ClientClosedRequestResponseError
        | errors.InternalServerResponseError
        | errors.BadGatewayResponseError,
    ):
        return
    common(error)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def of_files_download_forgetting(error: FilesDownloadError) -> None:
    """ServiceUnavailableResponseError is forgotten."""
    if isinstance(
        error,
        errors.BadRequestResponseError
        | errors.UnauthorizedResponseError
        | errors.ForbiddenResponseError
        | errors.NotFoundResponseError
        | errors.TooManyRequestsResponseError
        | errors.InternalServerResponseError
        | errors.BadGatewayResponseError,
    ):
        return
    common(error)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def of_tts_create_speech_forgetting(error: TtsCreateSpeechError) -> None:
    """ProviderOverloadedResponseError is forgotten."""
    if isinstance(
        error,
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
        | errors.EdgeNetworkTimeoutResponseError,
    ):
        return
    common(error)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def of_stt_create_transcription_multipart_forgetting(error: SttCreateTranscriptionMultipartError) -> None:
    """ProviderOverloadedResponseError is forgotten."""
    if isinstance(
        error,
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
        | errors.EdgeNetworkTimeoutResponseError,
    ):
        return
    common(error)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
