# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`containers_promote_container_file`: POST /containers/{container_id}/files/{file_id}/promote.

Copy a file from a container to the files of the workspace.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.files import ContainersPromoteContainerFileRequest, FileResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.files", "ContainersPromoteContainerFileRequest", "FileResponse")
    )

__all__ = [
    "ContainersPromoteContainerFileError",
    "containers_promote_container_file",
    "containers_promote_container_file_async",
]

ContainersPromoteContainerFileError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.PayloadTooLargeResponseError
    | errors.TooManyRequestsResponseError
    | errors.ClientClosedRequestResponseError
    | errors.InternalServerResponseError
    | errors.ServiceUnavailableResponseError
    | errors.CommonError
)
"""Every error that `containers_promote_container_file` returns."""


@stated
def _operation() -> Operation[FileResponse, ContainersPromoteContainerFileError]:
    from openrouter_funcs.models import files

    return Operation(
        name="containers_promote_container_file",
        method="POST",
        path="/containers/{container_id}/files/{file_id}/promote",
        request=files.ContainersPromoteContainerFileRequest,
        success=(200, cast("type[FileResponse]", files.FileResponse)),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            413: errors.PayloadTooLargeResponseError,
            429: errors.TooManyRequestsResponseError,
            499: errors.ClientClosedRequestResponseError,
            500: errors.InternalServerResponseError,
            503: errors.ServiceUnavailableResponseError,
        },
        body=False,
    )


def containers_promote_container_file(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[ContainersPromoteContainerFileRequest],
) -> Result[FileResponse, ContainersPromoteContainerFileError]:
    """Copy a file from a container to the files of the workspace.

    The copy outlives the container, can be downloaded (`files_download`), and counts towards the workspace's storage.

    It is never done twice by a retry: an attempt is repeated only when the server certainly did not apply it. Otherwise
    the error has `outcome="unknown"`: look at what is there before you call again.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ContainersPromoteContainerFileRequest`. What is absent is not sent.

            - `container_id` (required): the container's id, exactly as a result of the bash or shell tool tells it; a
              restarted session has another one.
            - `file_id` (required): the file's id in the container: `cfile_` and its path in base64url.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(FileResponse)`, the copy, with an id of its own: an `OpenRouterFile`, `OpenAIFile` or `AnthropicFile`, or an
        `Unknown` of a newer form; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `NotFoundResponseError` (404): there is no such container, or no file of that id in it;
        - `PayloadTooLargeResponseError` (413): the file is too large;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say how long to wait;
        - `ClientClosedRequestResponseError` (499): the server saw the request cancelled;
        - `InternalServerResponseError` (500): the server failed; the copy may have been made;
        - `ServiceUnavailableResponseError` (503): the server cannot answer now; it may have been done;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /containers/{container_id}/files/{file_id}/promote`, operation `promoteContainerFile`.
    """
    return call(core, _operation(), request, options)


async def containers_promote_container_file_async(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[ContainersPromoteContainerFileRequest],
) -> Result[FileResponse, ContainersPromoteContainerFileError]:
    """Copy a file from a container to the files of the workspace.

    This is `containers_promote_container_file` for `async` code.
    """
    return await call_async(core, _operation(), request, options)
