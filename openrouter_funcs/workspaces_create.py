# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`workspaces_create`: POST /workspaces.

Create a workspace.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.workspaces import CreateWorkspaceResponse, WorkspacesCreateRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.workspaces", "CreateWorkspaceResponse", "WorkspacesCreateRequest")
    )

__all__ = ["WorkspacesCreateError", "workspaces_create", "workspaces_create_async"]

WorkspacesCreateError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `workspaces_create` returns."""


@stated
def _operation() -> Operation[CreateWorkspaceResponse, WorkspacesCreateError]:
    from openrouter_funcs.models import workspaces

    return Operation(
        name="workspaces_create",
        method="POST",
        path="/workspaces",
        request=workspaces.WorkspacesCreateRequest,
        success=(201, workspaces.CreateWorkspaceResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def workspaces_create(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[WorkspacesCreateRequest]
) -> Result[CreateWorkspaceResponse, WorkspacesCreateError]:
    """Create a workspace.

    Needs a management key.

    It is never done twice by a retry: an attempt is repeated only when the server certainly did not apply it. Otherwise
    the error has `outcome="unknown"`: look at what is there before you call again.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `WorkspacesCreateRequest`. What is absent is not sent.

            - `name` (required): its name for people, at most 100 characters.
            - `slug` (required): its name in URLs: at most 50 lower-case letters, digits and single hyphens between
              them.
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
            - `disabled_server_tools`: the server tools that requests of the workspace may not use: a request that names
              one is a 403; `None` or empty for no such tools.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(CreateWorkspaceResponse)`, whose `data` is the workspace; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `InternalServerResponseError` (500): the server failed; it may have been done;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /workspaces`, operation `createWorkspace`.
    """
    return call(core, _operation(), request, options)


async def workspaces_create_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[WorkspacesCreateRequest]
) -> Result[CreateWorkspaceResponse, WorkspacesCreateError]:
    """Create a workspace. This is `workspaces_create` for `async` code."""
    return await call_async(core, _operation(), request, options)
