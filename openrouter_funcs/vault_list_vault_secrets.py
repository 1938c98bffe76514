# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`vault_list_vault_secrets`: GET /vault/secrets.

List the secrets of the workspace by their names, page by page.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call_pages, call_pages_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import AsyncPage, OpenRouterCore, Page, RequestOptions, Result
    from openrouter_core.pages import Paging
    from openrouter_funcs.models.vault import VaultListVaultSecretsRequest, VaultSecret, VaultSecretListResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated(
            "openrouter_funcs.models.vault", "VaultListVaultSecretsRequest", "VaultSecret", "VaultSecretListResponse"
        )
    )

__all__ = ["VaultListVaultSecretsError", "vault_list_vault_secrets", "vault_list_vault_secrets_async"]

VaultListVaultSecretsError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.RequestTimeoutResponseError
    | errors.TooManyRequestsResponseError
    | errors.InternalServerResponseError
    | errors.BadGatewayResponseError
    | errors.ServiceUnavailableResponseError
    | errors.GatewayTimeoutResponseError
    | errors.PaginationError
    | errors.CommonError
)
"""Every error that `vault_list_vault_secrets` and its pages return."""


@stated
def _operation() -> Operation[VaultSecretListResponse, VaultListVaultSecretsError]:
    from openrouter_funcs.models import vault

    return Operation(
        name="vault_list_vault_secrets",
        method="GET",
        path="/vault/secrets",
        request=vault.VaultListVaultSecretsRequest,
        success=(200, vault.VaultSecretListResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            408: errors.RequestTimeoutResponseError,
            429: errors.TooManyRequestsResponseError,
            500: errors.InternalServerResponseError,
            502: errors.BadGatewayResponseError,
            503: errors.ServiceUnavailableResponseError,
            504: errors.GatewayTimeoutResponseError,
        },
        query=("limit", "offset"),
    )


@cache
def _paging() -> Paging[VaultSecretListResponse, VaultSecret]:
    from openrouter_core.pages import Paging, by_offset

    return Paging(
        items=lambda page: page.data,
        following=by_offset(lambda page, _: not page.has_more),
    )


def vault_list_vault_secrets(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[VaultListVaultSecretsRequest]
) -> Result[Page[VaultSecretListResponse, VaultSecret, VaultListVaultSecretsError], VaultListVaultSecretsError]:
    """List the secrets of the workspace by their names, page by page.

    No value is returned. The list has older secrets, too, which were stored before secrets had a workspace. These
    cannot be deleted or copied by functions; storing a secret of the same name replaces them.

    The API key decides which workspace it is. An intern's own key reaches only that intern's secrets. Without access to
    OpenRouter's programme for interns, the answer is a 404. Regional servers, such as `eu.openrouter.ai`, refuse the
    call.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call, and each page after it, does differently from its core.
        **request: See `VaultListVaultSecretsRequest`. What is absent is not sent.

            - `limit`: how many secrets a page holds at most, 1 to 100; absent for 100.
            - `offset`: how many secrets to skip before the first page, 0 to 10000; absent for 0.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(Page)`: its `result` is a `VaultSecretListResponse`, and `items()` walks over this and every later page,
        secret by secret; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `NotFoundResponseError` (404): this key may not see the workspace's secrets, or there is no access to the
          programme for interns;
        - `RequestTimeoutResponseError` (408): it took longer than the server waits;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - `BadGatewayResponseError` (502): a server behind OpenRouter failed, and failed again when the request was
          repeated;
        - `ServiceUnavailableResponseError` (503): the server cannot answer now; repeating the request did not help;
        - `GatewayTimeoutResponseError` (504): a server behind OpenRouter gave no answer in time;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

        Later pages may also be `Err(PaginationError)`, when the server gives one without an item that is new.

    Source: `GET /vault/secrets`, operation `listVaultSecrets`.
    """
    return call_pages(core, _operation(), _paging(), request, options)


async def vault_list_vault_secrets_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[VaultListVaultSecretsRequest]
) -> Result[AsyncPage[VaultSecretListResponse, VaultSecret, VaultListVaultSecretsError], VaultListVaultSecretsError]:
    """List the secrets of the workspace by their names, page by page.

    This is `vault_list_vault_secrets` for `async` code.
    """
    return await call_pages_async(core, _operation(), _paging(), request, options)
