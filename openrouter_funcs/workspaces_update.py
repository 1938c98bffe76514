# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`workspaces_update`: PATCH /workspaces/{id}.

Change a workspace.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.workspaces import UpdateWorkspaceResponse, WorkspacesUpdateRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.workspaces", "UpdateWorkspaceResponse", "WorkspacesUpdateRequest")
    )

__all__ = ["WorkspacesUpdateError", "workspaces_update", "workspaces_update_async"]

WorkspacesUpdateError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `workspaces_update` returns."""


@stated
def _operation() -> Operation[UpdateWorkspaceResponse, WorkspacesUpdateError]:
    from openrouter_funcs.models import workspaces

    return Operation(
        name="workspaces_update",
        method="PATCH",
        path="/workspaces/{id}",
        request=workspaces.WorkspacesUpdateRequest,
        success=(200, workspaces.UpdateWorkspaceResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def workspaces_update(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[WorkspacesUpdateRequest]
) -> Result[UpdateWorkspaceResponse, WorkspacesUpdateError]:
    """Change a workspace.

    What is absent is left as it is.

    Needs a management key.

    Doing it twice is the same as doing it once, and so an attempt of unknown outcome is repeated.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `WorkspacesUpdateRequest`. What is absent is not sent.

            - `id` (required): the workspace's id (a UUID) or slug.
            - `default_image_model`: the model for image requests that name none; `None` for none.
            - `default_provider_sort`: how providers are sorted when a request does not say (`"price"`, `"throughput"`,
              `"latency"`, `"exacto"`); `None` for no order of its own.
            - `default_text_model`: the model for requests that name none; `None` for none.
            - `description`: what it is for, in at most 500 characters.
            - `io_logging_api_key_ids`: the ids of the API keys whose prompts and answers are logged; `None` for all.
            - `io_logging_sampling_rate`: the share of requests whose prompts and answers are logged, 0.0001 to 1.
            - `is_data_discount_logging_enabled`: whether requests are logged in return for a discount.
            - `is_observability_broadcast_enabled`: whether traces are sent to the workspace's destinations.
            - `is_observability_io_logging_enabled`: whether prompts and answers are logged for the workspace itself.
            - `name`: its name for people, at most 100 characters.
            - `slug`: its name in URLs: at most 50 lower-case letters, digits and single hyphens between them.
            - `disabled_server_tools`: the server tools that requests of the workspace may not use: a request that names
              one is a 403; `None` or empty for no such tools.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(UpdateWorkspaceResponse)`, whose `data` is the workspace as it is now; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no workspace of that id or slug in this account;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `PATCH /workspaces/{id}`, operation `updateWorkspace`.
    """
    return call(core, _operation(), request, options)


async def workspaces_update_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[WorkspacesUpdateRequest]
) -> Result[UpdateWorkspaceResponse, WorkspacesUpdateError]:
    """Change a workspace. This is `workspaces_update` for `async` code."""
    return await call_async(core, _operation(), request, options)
