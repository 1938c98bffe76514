# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`files_retrieve`: GET /files/{file_id}.

Get what is known of a file, without its content.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.files import FileResponse, FilesRetrieveRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.files", "FileResponse", "FilesRetrieveRequest"))

__all__ = ["FilesRetrieveError", "files_retrieve", "files_retrieve_async"]

FilesRetrieveError: TypeAlias = (
    errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.TooManyRequestsResponseError
    | errors.InternalServerResponseError
    | errors.BadGatewayResponseError
    | errors.ServiceUnavailableResponseError
    | errors.CommonError
)
"""Every error that `files_retrieve` returns."""


@stated
def _operation() -> Operation[FileResponse, FilesRetrieveError]:
    from openrouter_funcs.models import files

    return Operation(
        name="files_retrieve",
        method="GET",
        path="/files/{file_id}",
        request=files.FilesRetrieveRequest,
        success=(200, cast("type[FileResponse]", files.FileResponse)),
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


def files_retrieve(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[FilesRetrieveRequest]
) -> Result[FileResponse, FilesRetrieveError]:
    """Get what is known of a file, without its content.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `FilesRetrieveRequest`. What is absent is not sent.

            - `file_id` (required): the file's id, such as `"or_file_011CNha8iCJcU1wXNR6q4V8w"`.
            - `workspace_id`: the workspace (a UUID) that the file belongs to; absent for the account's default
              workspace.
            - `provider`: the provider whose storage the file is in, reached with your own key for it; absent for
              OpenRouter's storage.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(FileResponse)`, an `OpenRouterFile`, `OpenAIFile` or `AnthropicFile`, as its storage describes it, or an
        `Unknown` of a newer form; or `Err` of

        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `NotFoundResponseError` (404): there is no file of that id in this workspace;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - `BadGatewayResponseError` (502): a server behind OpenRouter failed, and failed again when the request was
          repeated;
        - `ServiceUnavailableResponseError` (503): the server cannot answer now; repeating the request did not help;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /files/{file_id}`, operation `getFileMetadata`.
    """
    return call(core, _operation(), request, options)


async def files_retrieve_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[FilesRetrieveRequest]
) -> Result[FileResponse, FilesRetrieveError]:
    """Get what is known of a file, without its content. This is `files_retrieve` for `async` code."""
    return await call_async(core, _operation(), request, options)
