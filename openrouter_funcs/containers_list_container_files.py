# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`containers_list_container_files`: GET /containers/{container_id}/files.

List the files in a container by their paths, page by page.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call_pages, call_pages_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import AsyncPage, OpenRouterCore, Page, RequestOptions, Result
    from openrouter_core.pages import Paging
    from openrouter_funcs.models.files import (
        ContainerFile,
        ContainerFileListResponse,
        ContainersListContainerFilesRequest,
    )
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated(
            "openrouter_funcs.models.files",
            "ContainerFile",
            "ContainerFileListResponse",
            "ContainersListContainerFilesRequest",
        )
    )

__all__ = [
    "ContainersListContainerFilesError",
    "containers_list_container_files",
    "containers_list_container_files_async",
]

ContainersListContainerFilesError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.TooManyRequestsResponseError
    | errors.InternalServerResponseError
    | errors.ServiceUnavailableResponseError
    | errors.PaginationError
    | errors.CommonError
)
"""Every error that `containers_list_container_files` and its pages return."""


@stated
def _operation() -> Operation[ContainerFileListResponse, ContainersListContainerFilesError]:
    from openrouter_funcs.models import files

    return Operation(
        name="containers_list_container_files",
        method="GET",
        path="/containers/{container_id}/files",
        request=files.ContainersListContainerFilesRequest,
        success=(200, files.ContainerFileListResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            429: errors.TooManyRequestsResponseError,
            500: errors.InternalServerResponseError,
            503: errors.ServiceUnavailableResponseError,
        },
        query=("limit", "after"),
    )


@cache
def _paging() -> Paging[ContainerFileListResponse, ContainerFile]:
    from openrouter_core.pages import Paging, by_cursor

    return Paging(
        items=lambda page: page.data,
        following=by_cursor(lambda page: {"after": page.last_id} if page.has_more else None),
        key=lambda item: item.id,
    )


def containers_list_container_files(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[ContainersListContainerFilesRequest],
) -> Result[
    Page[ContainerFileListResponse, ContainerFile, ContainersListContainerFilesError], ContainersListContainerFilesError
]:
    """List the files in a container by their paths, page by page.

    A container is the place in which OpenRouter's bash and shell tools run. A page may be empty though more pages
    follow, because some entries of a container are not listed.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call, and each page after it, does differently from its core.
        **request: See `ContainersListContainerFilesRequest`. What is absent is not sent.

            - `container_id` (required): the container's id, exactly as a result of the bash or shell tool tells it; a
              restarted session has another one.
            - `limit`: how many files a page holds at most, 1 to 1000; absent for 100.
            - `after`: only files after this one: the `last_id` of an earlier page, or the id of any file in the
              container; absent for the beginning.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(Page)`: its `result` is a `ContainerFileListResponse`, and `items()` walks over this and every later page,
        file by file; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - `ServiceUnavailableResponseError` (503): the server cannot answer now; repeating the request did not help;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

        Later pages may also be `Err(PaginationError)`, when the server gives one without an item that is new.

    Source: `GET /containers/{container_id}/files`, operation `listContainerFiles`.
    """
    return call_pages(core, _operation(), _paging(), request, options)


async def containers_list_container_files_async(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[ContainersListContainerFilesRequest],
) -> Result[
    AsyncPage[ContainerFileListResponse, ContainerFile, ContainersListContainerFilesError],
    ContainersListContainerFilesError,
]:
    """List the files in a container by their paths, page by page.

    This is `containers_list_container_files` for `async` code.
    """
    return await call_pages_async(core, _operation(), _paging(), request, options)
