# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`classifications_get_task_classifications`: GET /classifications/task.

Get what people use models for, as shares of the traffic by task.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.classifications import (
        ClassificationsGetTaskClassificationsRequest,
        TaskClassificationResponse,
    )
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated(
            "openrouter_funcs.models.classifications",
            "ClassificationsGetTaskClassificationsRequest",
            "TaskClassificationResponse",
        )
    )

__all__ = [
    "ClassificationsGetTaskClassificationsError",
    "classifications_get_task_classifications",
    "classifications_get_task_classifications_async",
]

ClassificationsGetTaskClassificationsError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.TooManyRequestsResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `classifications_get_task_classifications` returns."""


@stated
def _operation() -> Operation[TaskClassificationResponse, ClassificationsGetTaskClassificationsError]:
    from openrouter_funcs.models import classifications

    return Operation(
        name="classifications_get_task_classifications",
        method="GET",
        path="/classifications/task",
        request=classifications.ClassificationsGetTaskClassificationsRequest,
        success=(200, classifications.TaskClassificationResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            429: errors.TooManyRequestsResponseError,
            500: errors.InternalServerResponseError,
        },
        query=("window",),
    )


def classifications_get_task_classifications(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[ClassificationsGetTaskClassificationsRequest],
) -> Result[TaskClassificationResponse, ClassificationsGetTaskClassificationsError]:
    """Get what people use models for, as shares of the traffic by task.

    The shares come from a sample of requests, each of which is put into a class, such as code generation or
    summarizing. Requests of no class do not count, and there are no absolute numbers. The window is the last 7 days.

    Whoever republishes the data must name the source: "Source: OpenRouter (openrouter.ai/rankings), as of {as_of}."

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ClassificationsGetTaskClassificationsRequest`. What is absent is not sent.

            - `window`: how long the window is; 7 days, and nothing else yet.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(TaskClassificationResponse)`, whose `data` has the shares; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `TooManyRequestsResponseError` (429): too many requests: a key may make 30 a minute, and an account 500 a day;
          `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /classifications/task`, operation `getTaskClassifications`.
    """
    return call(core, _operation(), request, options)


async def classifications_get_task_classifications_async(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[ClassificationsGetTaskClassificationsRequest],
) -> Result[TaskClassificationResponse, ClassificationsGetTaskClassificationsError]:
    """Get what people use models for, as shares of the traffic by task.

    This is `classifications_get_task_classifications` for `async` code.
    """
    return await call_async(core, _operation(), request, options)
