# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`files_download`: GET /files/{file_id}/content.

Download what a file holds.
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
    from openrouter_funcs.models.files import FilesDownloadRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.files", "FilesDownloadRequest"))

__all__ = ["FilesDownloadError", "files_download", "files_download_async"]

FilesDownloadError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.TooManyRequestsResponseError
    | errors.InternalServerResponseError
    | errors.BadGatewayResponseError
    | errors.ServiceUnavailableResponseError
    | errors.CommonError
)
"""Every error that `files_download` returns."""


@stated
def _operation() -> Operation[bytes, FilesDownloadError]:
    from openrouter_funcs.models import files

    return Operation(
        name="files_download",
        method="GET",
        path="/files/{file_id}/content",
        request=files.FilesDownloadRequest,
        success=(200, bytes),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            429: errors.TooManyRequestsResponseError,
            500: errors.InternalServerResponseError,
            502: errors.BadGatewayResponseError,
            503: errors.ServiceUnavailableResponseError,
        },
        query=("workspace_id", "provider"),
    )


def files_download(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[FilesDownloadRequest]
) -> Result[Download[FilesDownloadError], FilesDownloadError]:
    """Download what a file holds.

    Only files that were made by a server can be downloaded (`downloadable`); one that you uploaded gives a 400.

    The content comes as you take it, and `deadline` bounds that, too.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `FilesDownloadRequest`. What is absent is not sent.

            - `file_id` (required): the file's id, such as `"or_file_011CNha8iCJcU1wXNR6q4V8w"`.
            - `workspace_id`: the workspace (a UUID) that the file belongs to; absent for the account's default
              workspace.
            - `provider`: the provider whose storage the file is in, reached with your own key for it; absent for
              OpenRouter's storage.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(Download)` as soon as the head of the response is there, to `save`, to `read`, to iterate over, or to close;
        or `Err` of

        - `BadRequestResponseError` (400): the file was uploaded, and so cannot be downloaded; or a value is wrong, and
          the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `NotFoundResponseError` (404): there is no file of that id in this workspace;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - `BadGatewayResponseError` (502): a server behind OpenRouter failed, and failed again when the request was
          repeated;
        - `ServiceUnavailableResponseError` (503): the server cannot answer now; repeating the request did not help;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /files/{file_id}/content`, operation `downloadFileContent`.
    """
    return call_download(core, _operation(), request, options)


async def files_download_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[FilesDownloadRequest]
) -> Result[AsyncDownload[FilesDownloadError], FilesDownloadError]:
    """Download what a file holds. This is `files_download` for `async` code."""
    return await call_download_async(core, _operation(), request, options)
