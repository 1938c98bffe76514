# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`guardrails_update`: PATCH /guardrails/{id}.

Change a guardrail.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.guardrails import GuardrailsUpdateRequest, UpdateGuardrailResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.guardrails", "GuardrailsUpdateRequest", "UpdateGuardrailResponse")
    )

__all__ = ["GuardrailsUpdateError", "guardrails_update", "guardrails_update_async"]

GuardrailsUpdateError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.ConflictResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `guardrails_update` returns."""


@stated
def _operation() -> Operation[UpdateGuardrailResponse, GuardrailsUpdateError]:
    from openrouter_funcs.models import guardrails

    return Operation(
        name="guardrails_update",
        method="PATCH",
        path="/guardrails/{id}",
        request=guardrails.GuardrailsUpdateRequest,
        success=(200, guardrails.UpdateGuardrailResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            409: errors.ConflictResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def guardrails_update(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[GuardrailsUpdateRequest]
) -> Result[UpdateGuardrailResponse, GuardrailsUpdateError]:
    """Change a guardrail.

    What is absent stays as it is. A list replaces the whole list that was there, so send all of its entries.

    If the default guardrail of a workspace is not set up yet, this sets it up.

    Needs a management key.

    Doing it twice is the same as doing it once, and so an attempt of unknown outcome is repeated.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `GuardrailsUpdateRequest`. What is absent is not sent.

            - `id` (required): the guardrail's id (a UUID).
            - `allowed_models`: slugs or canonical slugs of the only models that may be used, at least one; `None` for
              any model.
            - `allowed_providers`: the only providers that may be used, at least one; `None` for any provider.
            - `content_filter_builtins`: ready-made filters of what requests contain: personal data, secrets, prompt
              injection; `None` for none.
            - `content_filters`: filters of your own, regular expressions that requests are searched for; `None` for
              none.
            - `description`: what the guardrail is for, in words for people, at most 1000 characters; `None` for none.
            - `enable_free_model_publication`: whether free endpoints that publish prompts may be used.
            - `enable_free_model_training`: whether free endpoints that train on the data of requests may be used.
            - `enable_paid_model_training`: whether paid endpoints that train on the data of requests may be used.
            - `enforce_zdr`: the older way to set zero data retention for all models; deprecated. It is the value of
              each `enforce_zdr_*` that the request does not have.
            - `enforce_zdr_anthropic`: whether Anthropic's models may be used only at endpoints with zero data
              retention; absent for the value of `enforce_zdr`.
            - `enforce_zdr_google`: whether Google's models may be used only at endpoints with zero data retention;
              absent for the value of `enforce_zdr`.
            - `enforce_zdr_openai`: whether OpenAI's models may be used only at endpoints with zero data retention;
              absent for the value of `enforce_zdr`.
            - `enforce_zdr_other`: whether models of other makers than Anthropic, OpenAI, Google and xAI may be used
              only at endpoints with zero data retention; absent for the value of `enforce_zdr`.
            - `enforce_zdr_xai`: whether xAI's models may be used only at endpoints with zero data retention; absent for
              the value of `enforce_zdr`.
            - `ignored_models`: slugs or canonical slugs of models that may not be used, at least one; `None` for none.
            - `ignored_providers`: providers that may not be used, at least one; `None` for none.
            - `include_byok_in_budgets`: whether spending on provider keys of your own counts towards `limit_usd`,
              beside spending of OpenRouter's credits.
            - `limit_usd`: the most that may be spent in each interval, in US dollars; `None` for no limit.
            - `name`: a name for people, 1 to 200 characters; the name of a workspace's default guardrail cannot be
              changed.
            - `reset_interval`: how often the spending that counts towards `limit_usd` begins anew.
            - `allow_safety_retention_google`: whether requests with zero data retention for Google's models may go to
              endpoints that keep prompts for safety checks; `False` leaves only endpoints that keep nothing. The
              guardrail can only be stricter than the account, whose setting holds when it is absent.
            - `allow_safety_retention_other`: whether requests with zero data retention for models of other makers than
              Anthropic, OpenAI, Google and xAI may go to endpoints that keep prompts for safety checks; `False` leaves
              only endpoints that keep nothing. The guardrail can only be stricter than the account, whose setting holds
              when it is absent.
            - `allowed_data_regions`: the regions of OpenRouter's servers that requests may be sent to, at least one;
              `None` for any region. When several guardrails apply, only the regions that all of them allow remain.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(UpdateGuardrailResponse)`, whose `data` is the guardrail as it is now; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it; or it is the name of a
          workspace's default guardrail, which cannot be changed;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no guardrail of that id;
        - `ConflictResponseError` (409): another request is changing it;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `PATCH /guardrails/{id}`, operation `updateGuardrail`.
    """
    return call(core, _operation(), request, options)


async def guardrails_update_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[GuardrailsUpdateRequest]
) -> Result[UpdateGuardrailResponse, GuardrailsUpdateError]:
    """Change a guardrail. This is `guardrails_update` for `async` code."""
    return await call_async(core, _operation(), request, options)
