# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`guardrails_create`: POST /guardrails.

Create a guardrail.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.guardrails import CreateGuardrailResponse, GuardrailsCreateRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.guardrails", "CreateGuardrailResponse", "GuardrailsCreateRequest")
    )

__all__ = ["GuardrailsCreateError", "guardrails_create", "guardrails_create_async"]

GuardrailsCreateError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `guardrails_create` returns."""


@stated
def _operation() -> Operation[CreateGuardrailResponse, GuardrailsCreateError]:
    from openrouter_funcs.models import guardrails

    return Operation(
        name="guardrails_create",
        method="POST",
        path="/guardrails",
        request=guardrails.GuardrailsCreateRequest,
        success=(201, guardrails.CreateGuardrailResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def guardrails_create(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[GuardrailsCreateRequest]
) -> Result[CreateGuardrailResponse, GuardrailsCreateError]:
    """Create a guardrail.

    A new guardrail limits nothing until you assign it to API keys or members (`guardrails_bulk_assign_keys`,
    `guardrails_bulk_assign_members`). To limit all requests of a workspace, change its default guardrail.

    With `allowed_data_regions`, a request that is sent to OpenRouter's server of another region gets a 403.

    Needs a management key.

    It is never done twice by a retry: an attempt is repeated only when the server certainly did not apply it. Otherwise
    the error has `outcome="unknown"`: look at what is there before you call again.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `GuardrailsCreateRequest`. What is absent is not sent.

            - `name` (required): a name for people, 1 to 200 characters.
            - `allowed_models`: slugs or canonical slugs of the only models that may be used, at least one; `None` or
              absent for any model.
            - `allowed_providers`: the only providers that may be used, at least one; `None` or absent for any provider.
            - `content_filter_builtins`: ready-made filters of what requests contain: personal data, secrets, prompt
              injection; `None` or absent for none.
            - `content_filters`: filters of your own, regular expressions that requests are searched for; `None` or
              absent for none.
            - `description`: what the guardrail is for, in words for people, at most 1000 characters; `None` or absent
              for none.
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
            - `ignored_models`: slugs or canonical slugs of models that may not be used, at least one; `None` or absent
              for none.
            - `ignored_providers`: providers that may not be used, at least one; `None` or absent for none.
            - `include_byok_in_budgets`: whether spending on provider keys of your own counts towards `limit_usd`,
              beside spending of OpenRouter's credits; absent for no.
            - `limit_usd`: the most that may be spent in each interval, in US dollars; only together with
              `reset_interval`; `None` or absent for no limit.
            - `reset_interval`: how often the spending that counts towards `limit_usd` begins anew; only together with
              `limit_usd`.
            - `workspace_id`: the workspace (a UUID) that the guardrail belongs to; absent for the account's default
              workspace. If that has been deleted, the server answers 400 and wants the id. The guardrail does not apply
              to the workspace's requests by itself.
            - `allow_safety_retention_google`: whether requests with zero data retention for Google's models may go to
              endpoints that keep prompts for safety checks; `False` leaves only endpoints that keep nothing. The
              guardrail can only be stricter than the account, whose setting holds when it is absent.
            - `allow_safety_retention_other`: whether requests with zero data retention for models of other makers than
              Anthropic, OpenAI, Google and xAI may go to endpoints that keep prompts for safety checks; `False` leaves
              only endpoints that keep nothing. The guardrail can only be stricter than the account, whose setting holds
              when it is absent.
            - `allowed_data_regions`: the regions of OpenRouter's servers that requests may be sent to, at least one;
              `None` or absent for any region. When several guardrails apply, only the regions that all of them allow
              remain.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(CreateGuardrailResponse)`, whose `data` is the new guardrail; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it; or the default workspace has been
          deleted, and the server wants a `workspace_id`;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `InternalServerResponseError` (500): the server failed; it may have been done;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /guardrails`, operation `createGuardrail`.
    """
    return call(core, _operation(), request, options)


async def guardrails_create_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[GuardrailsCreateRequest]
) -> Result[CreateGuardrailResponse, GuardrailsCreateError]:
    """Create a guardrail. This is `guardrails_create` for `async` code."""
    return await call_async(core, _operation(), request, options)
