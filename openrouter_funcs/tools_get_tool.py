# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`tools_get_tool`: GET /tools/{name}.

Get one tool that OpenRouter runs, and who runs it natively.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.tools import GetToolResponse, ToolsGetToolRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.tools", "GetToolResponse", "ToolsGetToolRequest"))

__all__ = ["ToolsGetToolError", "tools_get_tool", "tools_get_tool_async"]

ToolsGetToolError: TypeAlias = (
    errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `tools_get_tool` returns."""


@stated
def _operation() -> Operation[GetToolResponse, ToolsGetToolError]:
    from openrouter_funcs.models import tools

    return Operation(
        name="tools_get_tool",
        method="GET",
        path="/tools/{name}",
        request=tools.ToolsGetToolRequest,
        success=(200, tools.GetToolResponse),
        errors={
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def tools_get_tool(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ToolsGetToolRequest]
) -> Result[GetToolResponse, ToolsGetToolError]:
    """Get one tool that OpenRouter runs, and who runs it natively.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ToolsGetToolRequest`. What is absent is not sent.

            - `name` (required): the tool's `id`, such as `"openrouter:web_search"`; of another name the server may
              answer with the address of the tool (308), which is not followed and is an `OpenRouterDefaultError`.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(GetToolResponse)`, whose `data` describes the tool; or `Err` of

        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `NotFoundResponseError` (404): there is no tool of that name;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /tools/{name}`, operation `getTool`.
    """
    return call(core, _operation(), request, options)


async def tools_get_tool_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ToolsGetToolRequest]
) -> Result[GetToolResponse, ToolsGetToolError]:
    """Get one tool that OpenRouter runs, and who runs it natively. This is `tools_get_tool` for `async` code."""
    return await call_async(core, _operation(), request, options)
