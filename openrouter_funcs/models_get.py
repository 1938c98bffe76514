# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`models_get`: GET /model/{author}/{slug}.

Get one model by its author and slug.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.models import ModelResponse, ModelsGetRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.models", "ModelResponse", "ModelsGetRequest"))

__all__ = ["ModelsGetError", "models_get", "models_get_async"]

ModelsGetError: TypeAlias = (
    errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `models_get` returns."""


@stated
def _operation() -> Operation[ModelResponse, ModelsGetError]:
    from openrouter_funcs.models import models

    return Operation(
        name="models_get",
        method="GET",
        path="/model/{author}/{slug}",
        request=models.ModelsGetRequest,
        success=(200, models.ModelResponse),
        errors={
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def models_get(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ModelsGetRequest]
) -> Result[ModelResponse, ModelsGetError]:
    """Get one model by its author and slug.

    A known alias of a slug gives the model that it stands for.

    Needs no key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ModelsGetRequest`. What is absent is not sent.

            - `author` (required): who made the model, such as `"openai"`.
            - `slug` (required): the model's slug without its author, such as `"gpt-4"`; it may end in a variant, such
              as `"gpt-4:free"`.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(ModelResponse)`, whose `data` is the model; or `Err` of

        - `ForbiddenResponseError` (403): the key may not do this;
        - `NotFoundResponseError` (404): there is no such model;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /model/{author}/{slug}`, operation `getModel`.
    """
    return call(core, _operation(), request, options)


async def models_get_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ModelsGetRequest]
) -> Result[ModelResponse, ModelsGetError]:
    """Get one model by its author and slug. This is `models_get` for `async` code."""
    return await call_async(core, _operation(), request, options)
