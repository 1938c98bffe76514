# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`vault_copy_vault_secrets_to_intern`: POST /vault/interns/{internId}/secrets/copy.

Copy secrets of the workspace to an intern.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.vault import VaultCopyVaultSecretsToInternRequest, VaultSecretCopyResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.vault", "VaultCopyVaultSecretsToInternRequest", "VaultSecretCopyResponse")
    )

__all__ = [
    "VaultCopyVaultSecretsToInternError",
    "vault_copy_vault_secrets_to_intern",
    "vault_copy_vault_secrets_to_intern_async",
]

VaultCopyVaultSecretsToInternError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.RequestTimeoutResponseError
    | errors.ConflictResponseError
    | errors.PayloadTooLargeResponseError
    | errors.TooManyRequestsResponseError
    | errors.InternalServerResponseError
    | errors.BadGatewayResponseError
    | errors.ServiceUnavailableResponseError
    | errors.GatewayTimeoutResponseError
    | errors.CommonError
)
"""Every error that `vault_copy_vault_secrets_to_intern` returns."""


@stated
def _operation() -> Operation[VaultSecretCopyResponse, VaultCopyVaultSecretsToInternError]:
    from openrouter_funcs.models import vault

    return Operation(
        name="vault_copy_vault_secrets_to_intern",
        method="POST",
        path="/vault/interns/{intern_id}/secrets/copy",
        request=vault.VaultCopyVaultSecretsToInternRequest,
        success=(200, vault.VaultSecretCopyResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            408: errors.RequestTimeoutResponseError,
            409: errors.ConflictResponseError,
            413: errors.PayloadTooLargeResponseError,
            429: errors.TooManyRequestsResponseError,
            500: errors.InternalServerResponseError,
            502: errors.BadGatewayResponseError,
            503: errors.ServiceUnavailableResponseError,
            504: errors.GatewayTimeoutResponseError,
        },
    )


def vault_copy_vault_secrets_to_intern(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[VaultCopyVaultSecretsToInternRequest],
) -> Result[VaultSecretCopyResponse, VaultCopyVaultSecretsToInternError]:
    """Copy secrets of the workspace to an intern.

    A copy keeps the value and the hosts, and replaces the intern's secret of the same name. Either all secrets are
    copied or none.

    An intern is an agent that OpenRouter runs in your workspace. The API key decides which workspace it is. An intern's
    own key reaches only that intern's secrets. Without access to OpenRouter's programme for interns, the answer is a
    404. Regional servers, such as `eu.openrouter.ai`, refuse the call.

    It is never done twice by a retry: an attempt is repeated only when the server certainly did not apply it. Otherwise
    the error has `outcome="unknown"`: look at what is there before you call again.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `VaultCopyVaultSecretsToInternRequest`. What is absent is not sent.

            - `intern_id` (required): the intern's id (a UUID), in the key's workspace.
            - `names` (required): the names of the workspace's secrets to copy, 1 to 100, each once.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(VaultSecretCopyResponse)`, whose `data` describes the copies, without their values; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `NotFoundResponseError` (404): the workspace has no secret of one of the names, and nothing was copied; or
          there is no such intern for this key, or no access to the programme for interns;
        - `RequestTimeoutResponseError` (408): it took longer than the server waits;
        - `ConflictResponseError` (409): one of the secrets has no hosts, and nothing was copied: store it again with
          hosts; or another request is changing it;
        - `PayloadTooLargeResponseError` (413): the request is too large;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed; it may have been done;
        - `BadGatewayResponseError` (502): a server behind OpenRouter failed;
        - `ServiceUnavailableResponseError` (503): the server cannot answer now, and it may have been done; or writing
          to the vault is switched off for you;
        - `GatewayTimeoutResponseError` (504): a server behind OpenRouter gave no answer in time;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /vault/interns/{internId}/secrets/copy`, operation `copyVaultSecretsToIntern`.
    """
    return call(core, _operation(), request, options)


async def vault_copy_vault_secrets_to_intern_async(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[VaultCopyVaultSecretsToInternRequest],
) -> Result[VaultSecretCopyResponse, VaultCopyVaultSecretsToInternError]:
    """Copy secrets of the workspace to an intern. This is `vault_copy_vault_secrets_to_intern` for `async` code."""
    return await call_async(core, _operation(), request, options)
