"""`files_upload`: POST /files.

Upload a file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.files import FileResponse, FilesUploadRequest

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
    """Upload a file. It is sent in pieces, and memory does not grow with it.

    An attempt is tried again only when the server certainly did not keep the file, and when the file can be rewound.
    `RequestOptions(progress=...)` is told how much has been sent.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: The file; see `FilesUploadRequest`. What is absent is not sent.

            - `file`: a `Path`, `bytes`, an open binary file, which is sent from where it stands and stays open, or an
              `Upload`, which names it and its type (required).
            - `workspace_id`: the workspace (a UUID) that may use it; absent for the account's default workspace.
            - `provider`: whose storage, `"openai"` or `"anthropic"`; absent for OpenRouter's.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok` of an `OpenRouterFile`, `OpenAIFile` or `AnthropicFile`, as the storage describes it, or of `Unknown`; or
        `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `PayloadTooLargeResponseError` (413): the file is larger than the server takes;
        - `TooManyRequestsResponseError` (429): a limit is reached; `retry_after` may say how long to wait;
        - `ClientClosedRequestResponseError` (499): the server saw the connection end before it had answered;
        - `InternalServerResponseError` (500): the server failed; the file may be there all the same;
        - `BadGatewayResponseError` (502): the provider failed;
        - `ServiceUnavailableResponseError` (503): no server or provider can do it now;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /files`, operation `uploadFile`.
    """
    return call(core, _operation(), request, options)


async def files_upload_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[FilesUploadRequest]
) -> Result[FileResponse, FilesUploadError]:
    """Upload a file: `files_upload` for `async` code, the same in all else."""
    return await call_async(core, _operation(), request, options)
