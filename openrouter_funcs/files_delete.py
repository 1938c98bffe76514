# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`files_delete`: DELETE /files/{file_id}.

Delete a file; this cannot be undone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.files import FileDeleteResponse, FilesDeleteRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.files", "FileDeleteResponse", "FilesDeleteRequest"))

__all__ = ["FilesDeleteError", "files_delete", "files_delete_async"]

FilesDeleteError: TypeAlias = (
    errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.TooManyRequestsResponseError
    | errors.InternalServerResponseError
    | errors.BadGatewayResponseError
    | errors.ServiceUnavailableResponseError
    | errors.CommonError
)
"""Every error that `files_delete` returns."""


@stated
def _operation() -> Operation[FileDeleteResponse, FilesDeleteError]:
    from openrouter_funcs.models import files

    return Operation(
        name="files_delete",
        method="DELETE",
        path="/files/{file_id}",
        request=files.FilesDeleteRequest,
        success=(200, cast("type[FileDeleteResponse]", files.FileDeleteResponse)),
        errors={
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


def files_delete(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[FilesDeleteRequest]
) -> Result[FileDeleteResponse, FilesDeleteError]:
    """Delete a file; this cannot be undone.

    After a repeated attempt, a 404 has `prior_outcome_unknown`: this very call may have deleted the file.

    Doing it twice is the same as doing it once, and so an attempt of unknown outcome is repeated.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `FilesDeleteRequest`. What is absent is not sent.

            - `file_id` (required): the file's id, such as `"or_file_011CNha8iCJcU1wXNR6q4V8w"`.
            - `workspace_id`: the workspace (a UUID) that the file belongs to; absent for the account's default
              workspace.
            - `provider`: the provider whose storage the file is in, reached with your own key for it; absent for
              OpenRouter's storage.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(FileDeleteResponse)`, with the id of the deleted file, in the form that its storage uses, or an `Unknown` of
        a newer form; or `Err` of

        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `NotFoundResponseError` (404): there is no file of that id in this workspace;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - `BadGatewayResponseError` (502): a server behind OpenRouter failed, and failed again when the request was
          repeated;
        - `ServiceUnavailableResponseError` (503): the server cannot answer now; repeating the request did not help;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `DELETE /files/{file_id}`, operation `deleteFile`.
    """
    return call(core, _operation(), request, options)


async def files_delete_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[FilesDeleteRequest]
) -> Result[FileDeleteResponse, FilesDeleteError]:
    """Delete a file; this cannot be undone. This is `files_delete` for `async` code."""
    return await call_async(core, _operation(), request, options)
