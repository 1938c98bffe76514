# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`containers_download_container_file_content`: GET /containers/{container_id}/files/{file_id}/content.

Download what a file in a container holds.
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
    from openrouter_funcs.models.files import ContainersDownloadContainerFileContentRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.files", "ContainersDownloadContainerFileContentRequest"))

__all__ = [
    "ContainersDownloadContainerFileContentError",
    "containers_download_container_file_content",
    "containers_download_container_file_content_async",
]

ContainersDownloadContainerFileContentError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.TooManyRequestsResponseError
    | errors.InternalServerResponseError
    | errors.ServiceUnavailableResponseError
    | errors.CommonError
)
"""Every error that `containers_download_container_file_content` returns."""


@stated
def _operation() -> Operation[bytes, ContainersDownloadContainerFileContentError]:
    from openrouter_funcs.models import files

    return Operation(
        name="containers_download_container_file_content",
        method="GET",
        path="/containers/{container_id}/files/{file_id}/content",
        request=files.ContainersDownloadContainerFileContentRequest,
        success=(200, bytes),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            429: errors.TooManyRequestsResponseError,
            500: errors.InternalServerResponseError,
            503: errors.ServiceUnavailableResponseError,
        },
    )


def containers_download_container_file_content(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[ContainersDownloadContainerFileContentRequest],
) -> Result[Download[ContainersDownloadContainerFileContentError], ContainersDownloadContainerFileContentError]:
    """Download what a file in a container holds.

    The content comes as you take it, and `deadline` bounds that, too.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ContainersDownloadContainerFileContentRequest`. What is absent is not sent.

            - `container_id` (required): the container's id, exactly as a result of the bash or shell tool tells it; a
              restarted session has another one.
            - `file_id` (required): the file's id in the container: `cfile_` and its path in base64url.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(Download)` as soon as the head of the response is there, to `save`, to `read`, to iterate over, or to close;
        or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `NotFoundResponseError` (404): there is no such container, or no file of that id in it;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - `ServiceUnavailableResponseError` (503): the server cannot answer now; repeating the request did not help;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /containers/{container_id}/files/{file_id}/content`, operation `downloadContainerFileContent`.
    """
    return call_download(core, _operation(), request, options)


async def containers_download_container_file_content_async(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[ContainersDownloadContainerFileContentRequest],
) -> Result[AsyncDownload[ContainersDownloadContainerFileContentError], ContainersDownloadContainerFileContentError]:
    """Download what a file in a container holds.

    This is `containers_download_container_file_content` for `async` code.
    """
    return await call_download_async(core, _operation(), request, options)
