# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`containers_get_container_file`: GET /containers/{container_id}/files/{file_id}.

Get what is known of a file in a container, without its content.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.files import ContainerFile, ContainersGetContainerFileRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.files", "ContainerFile", "ContainersGetContainerFileRequest"))

__all__ = ["ContainersGetContainerFileError", "containers_get_container_file", "containers_get_container_file_async"]

ContainersGetContainerFileError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.TooManyRequestsResponseError
    | errors.InternalServerResponseError
    | errors.ServiceUnavailableResponseError
    | errors.CommonError
)
"""Every error that `containers_get_container_file` returns."""


@stated
def _operation() -> Operation[ContainerFile, ContainersGetContainerFileError]:
    from openrouter_funcs.models import files

    return Operation(
        name="containers_get_container_file",
        method="GET",
        path="/containers/{container_id}/files/{file_id}",
        request=files.ContainersGetContainerFileRequest,
        success=(200, files.ContainerFile),
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


def containers_get_container_file(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ContainersGetContainerFileRequest]
) -> Result[ContainerFile, ContainersGetContainerFileError]:
    """Get what is known of a file in a container, without its content.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ContainersGetContainerFileRequest`. What is absent is not sent.

            - `container_id` (required): the container's id, exactly as a result of the bash or shell tool tells it; a
              restarted session has another one.
            - `file_id` (required): the file's id in the container: `cfile_` and its path in base64url.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(ContainerFile)`, whose `path` and `bytes` are its place and its size; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `NotFoundResponseError` (404): there is no such container, or no file of that id in it;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - `ServiceUnavailableResponseError` (503): the server cannot answer now; repeating the request did not help;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /containers/{container_id}/files/{file_id}`, operation `getContainerFile`.
    """
    return call(core, _operation(), request, options)


async def containers_get_container_file_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ContainersGetContainerFileRequest]
) -> Result[ContainerFile, ContainersGetContainerFileError]:
    """Get what is known of a file in a container, without its content.

    This is `containers_get_container_file` for `async` code.
    """
    return await call_async(core, _operation(), request, options)
