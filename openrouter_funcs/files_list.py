# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`files_list`: GET /files.

List the files of a workspace, page by page.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeAlias, cast

from openrouter_core import errors
from openrouter_core.calls import call_pages, call_pages_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Unpack

    from openrouter_core import AsyncPage, OpenRouterCore, Page, RequestOptions, Result
    from openrouter_core.pages import Paging
    from openrouter_funcs.models.files import (
        AnthropicFile,
        FileListResponse,
        FilesListRequest,
        OpenAIFile,
        OpenRouterFile,
    )
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated(
            "openrouter_funcs.models.files",
            "AnthropicFile",
            "FileListResponse",
            "FilesListRequest",
            "OpenAIFile",
            "OpenRouterFile",
        )
    )

__all__ = ["FilesListError", "files_list", "files_list_async"]

FilesListError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.TooManyRequestsResponseError
    | errors.InternalServerResponseError
    | errors.BadGatewayResponseError
    | errors.ServiceUnavailableResponseError
    | errors.PaginationError
    | errors.CommonError
)
"""Every error that `files_list` and its pages return."""


@stated
def _operation() -> Operation[FileListResponse, FilesListError]:
    from openrouter_funcs.models import files

    return Operation(
        name="files_list",
        method="GET",
        path="/files",
        request=files.FilesListRequest,
        success=(200, cast("type[FileListResponse]", files.FileListResponse)),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            429: errors.TooManyRequestsResponseError,
            500: errors.InternalServerResponseError,
            502: errors.BadGatewayResponseError,
            503: errors.ServiceUnavailableResponseError,
        },
        query=("limit", "cursor", "workspace_id", "provider", "after", "after_id", "before_id", "order"),
    )


@cache
def _paging() -> Paging[FileListResponse, OpenRouterFile | OpenAIFile | AnthropicFile]:
    from openrouter_core.model import Unknown
    from openrouter_core.pages import Paging
    from openrouter_funcs.models import files

    def items(page: FileListResponse) -> Sequence[OpenRouterFile | OpenAIFile | AnthropicFile]:
        return () if isinstance(page, Unknown) else page.data

    def following(page: FileListResponse, asked: Mapping[str, object], _count: int) -> Mapping[str, object] | None:
        if isinstance(page, Unknown) or not page.has_more:
            return None
        if "before_id" in asked:
            return {"before_id": page.first_id}
        begun = next((name for name in ("after", "after_id") if name in asked), None)
        if begun is None and isinstance(page, files.OpenRouterFileList):
            return {"cursor": page.cursor}
        own = "after" if isinstance(page, files.OpenAIFileList) else "after_id"
        return {begun or own: page.last_id}

    return Paging(items=items, following=following, key=lambda file: file.id)


def files_list(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[FilesListRequest]
) -> Result[Page[FileListResponse, OpenRouterFile | OpenAIFile | AnthropicFile, FilesListError], FilesListError]:
    """List the files of a workspace, page by page.

    The form of the list depends on the storage: an `OpenRouterFileList`, an `OpenAIFileList` or an `AnthropicFileList`.
    A list in a newer form than these is an `Unknown`, which has no items and no next page.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call, and each page after it, does differently from its core.
        **request: See `FilesListRequest`. What is absent is not sent.

            - `limit`: how many files a page holds at most, 1 to 1000; absent for the server's own number.
            - `cursor`: where the first page begins: the `cursor` of an earlier page; absent for the beginning.
            - `workspace_id`: the workspace (a UUID) whose files they are; absent for the account's default workspace.
            - `provider`: the provider whose storage to list, reached with your own key for it; absent for OpenRouter's
              storage.
            - `after`: only files after the one of this id, as OpenAI names it.
            - `after_id`: only files after the one of this id, as Anthropic names it.
            - `before_id`: only files before the one of this id, page by page towards the first, as Anthropic names it;
              OpenRouter's storage does not know it.
            - `order`: `"asc"` for the oldest first, `"desc"` for the newest first; OpenRouter's storage knows only
              `"asc"`.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(Page)`: its `result` is a `FileListResponse`, and `items()` walks over this and every later page, file by
        file; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - `BadGatewayResponseError` (502): a server behind OpenRouter failed, and failed again when the request was
          repeated;
        - `ServiceUnavailableResponseError` (503): the server cannot answer now; repeating the request did not help;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

        Later pages may also be `Err(PaginationError)`, when the server gives one without an item that is new.

    Source: `GET /files`, operation `listFiles`.
    """
    return call_pages(core, _operation(), _paging(), request, options)


async def files_list_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[FilesListRequest]
) -> Result[AsyncPage[FileListResponse, OpenRouterFile | OpenAIFile | AnthropicFile, FilesListError], FilesListError]:
    """List the files of a workspace, page by page. This is `files_list` for `async` code."""
    return await call_pages_async(core, _operation(), _paging(), request, options)
