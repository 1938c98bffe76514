# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`models_count`: GET /models/count.

Count the models.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.models import ModelsCountRequest, ModelsCountResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.models", "ModelsCountRequest", "ModelsCountResponse"))

__all__ = ["ModelsCountError", "models_count", "models_count_async"]

ModelsCountError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.ForbiddenResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `models_count` returns."""


@stated
def _operation() -> Operation[ModelsCountResponse, ModelsCountError]:
    from openrouter_funcs.models import models

    return Operation(
        name="models_count",
        method="GET",
        path="/models/count",
        request=models.ModelsCountRequest,
        success=(200, models.ModelsCountResponse),
        errors={
            400: errors.BadRequestResponseError,
            403: errors.ForbiddenResponseError,
            500: errors.InternalServerResponseError,
        },
        query=("output_modalities",),
    )


def models_count(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ModelsCountRequest]
) -> Result[ModelsCountResponse, ModelsCountError]:
    """Count the models.

    Needs no key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ModelsCountRequest`. What is absent is not sent.

            - `output_modalities`: only models that make one of these kinds of content, separated by commas
              (`"text,image"`); absent for `"text"`, and `"all"` is any.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(ModelsCountResponse)`, whose `data.count` is the number of models; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /models/count`, operation `listModelsCount`.
    """
    return call(core, _operation(), request, options)


async def models_count_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ModelsCountRequest]
) -> Result[ModelsCountResponse, ModelsCountError]:
    """Count the models. This is `models_count` for `async` code."""
    return await call_async(core, _operation(), request, options)
