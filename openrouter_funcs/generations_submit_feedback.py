# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`generations_submit_feedback`: POST /generation/feedback.

Report a problem with an answer to OpenRouter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.generations import GenerationsSubmitFeedbackRequest, SubmitGenerationFeedbackResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated(
            "openrouter_funcs.models.generations",
            "GenerationsSubmitFeedbackRequest",
            "SubmitGenerationFeedbackResponse",
        )
    )

__all__ = ["GenerationsSubmitFeedbackError", "generations_submit_feedback", "generations_submit_feedback_async"]

GenerationsSubmitFeedbackError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.ConflictResponseError
    | errors.TooManyRequestsResponseError
    | errors.InternalServerResponseError
    | errors.ServiceUnavailableResponseError
    | errors.CommonError
)
"""Every error that `generations_submit_feedback` returns."""


@stated
def _operation() -> Operation[SubmitGenerationFeedbackResponse, GenerationsSubmitFeedbackError]:
    from openrouter_funcs.models import generations

    return Operation(
        name="generations_submit_feedback",
        method="POST",
        path="/generation/feedback",
        request=generations.GenerationsSubmitFeedbackRequest,
        success=(200, generations.SubmitGenerationFeedbackResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            409: errors.ConflictResponseError,
            429: errors.TooManyRequestsResponseError,
            500: errors.InternalServerResponseError,
            503: errors.ServiceUnavailableResponseError,
        },
    )


def generations_submit_feedback(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[GenerationsSubmitFeedbackRequest]
) -> Result[SubmitGenerationFeedbackResponse, GenerationsSubmitFeedbackError]:
    """Report a problem with an answer to OpenRouter.

    Needs a management key.

    It is never done twice by a retry: an attempt is repeated only when the server certainly did not apply it. Otherwise
    the error has `outcome="unknown"`: look at what is there before you call again.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `GenerationsSubmitFeedbackRequest`. What is absent is not sent.

            - `category` (required): the kind of problem.
            - `generation_id` (required): the generation's id, which is the `id` of an answer; the generation must be
              one of yours.
            - `comment`: what was wrong, in your own words, at most 1000 characters.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(SubmitGenerationFeedbackResponse)`, once the report is recorded; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no such generation in this account;
        - `ConflictResponseError` (409): it contradicts what is there, or another request is changing it;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed; it may have been done;
        - `ServiceUnavailableResponseError` (503): the server cannot answer now; it may have been done;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /generation/feedback`, operation `submitGenerationFeedback`.
    """
    return call(core, _operation(), request, options)


async def generations_submit_feedback_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[GenerationsSubmitFeedbackRequest]
) -> Result[SubmitGenerationFeedbackResponse, GenerationsSubmitFeedbackError]:
    """Report a problem with an answer to OpenRouter. This is `generations_submit_feedback` for `async` code."""
    return await call_async(core, _operation(), request, options)
