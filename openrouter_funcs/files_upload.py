# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`files_upload`: POST /files.

Upload a file, for other calls to refer to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.files import FileResponse, FilesUploadRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.files", "FileResponse", "FilesUploadRequest"))

__all__ = ["FilesUploadError", "files_upload", "files_upload_async"]

FilesUploadError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.PayloadTooLargeResponseError
    | errors.TooManyRequestsResponseError
    | errors.ClientClosedRequestResponseError
    | errors.InternalServerResponseError
    | errors.BadGatewayResponseError
    | errors.ServiceUnavailableResponseError
    | errors.CommonError
)
"""Every error that `files_upload` returns."""


@stated
def _operation() -> Operation[FileResponse, FilesUploadError]:
    from openrouter_funcs.models import files

    return Operation(
        name="files_upload",
        method="POST",
        path="/files",
        request=files.FilesUploadRequest,
        success=(200, cast("type[FileResponse]", files.FileResponse)),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            413: errors.PayloadTooLargeResponseError,
            429: errors.TooManyRequestsResponseError,
            499: errors.ClientClosedRequestResponseError,
            500: errors.InternalServerResponseError,
            502: errors.BadGatewayResponseError,
            503: errors.ServiceUnavailableResponseError,
        },
        query=("workspace_id", "provider"),
        upload="file",
    )


def files_upload(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[FilesUploadRequest]
) -> Result[FileResponse, FilesUploadError]:
    """Upload a file, for other calls to refer to.

    The file has at most 100 MB and is not empty. Its content decides what it is: a PDF, a picture (PNG, JPEG, GIF,
    WebP), a document (DOCX, XLSX, PPTX), audio (MP3, WAV, FLAC, OGG) or text in UTF-8. Its name and the type that you
    state do not count.

    The file is sent in pieces, and memory does not grow with it. `RequestOptions(progress=...)` is called with how much
    has been sent. An attempt is repeated only if the file can be rewound.

    It is never done twice by a retry: an attempt is repeated only when the server certainly did not apply it. Otherwise
    the error has `outcome="unknown"`: look at what is there before you call again.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `FilesUploadRequest`. What is absent is not sent.

            - `file` (required): a `Path`, `bytes`, an open binary file, which is sent from where it stands and stays
              open, or an `Upload`, which names it and its type.
            - `workspace_id`: the workspace (a UUID) that may use the file; absent for the account's default workspace.
            - `provider`: the provider whose storage to put the file in, with your own key for it; absent for
              OpenRouter's storage.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(FileResponse)`, an `OpenRouterFile`, `OpenAIFile` or `AnthropicFile`, as the storage describes it, or an
        `Unknown` of a newer form; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `PayloadTooLargeResponseError` (413): the file is larger than the server takes;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say how long to wait;
        - `ClientClosedRequestResponseError` (499): the server saw the request cancelled;
        - `InternalServerResponseError` (500): the server failed; the file may have been stored;
        - `BadGatewayResponseError` (502): a server behind OpenRouter failed;
        - `ServiceUnavailableResponseError` (503): the server cannot answer now; it may have been done;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /files`, operation `uploadFile`.
    """
    return call(core, _operation(), request, options)


async def files_upload_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[FilesUploadRequest]
) -> Result[FileResponse, FilesUploadError]:
    """Upload a file, for other calls to refer to. This is `files_upload` for `async` code."""
    return await call_async(core, _operation(), request, options)
