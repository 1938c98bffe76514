# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`vault_store_intern_vault_secret`: PUT /vault/interns/{internId}/secrets/{name}.

Store a secret for an intern, or replace it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.vault import VaultSecretResponse, VaultStoreInternVaultSecretRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.vault", "VaultSecretResponse", "VaultStoreInternVaultSecretRequest")
    )

__all__ = [
    "VaultStoreInternVaultSecretError",
    "vault_store_intern_vault_secret",
    "vault_store_intern_vault_secret_async",
]

VaultStoreInternVaultSecretError: TypeAlias = (
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
"""Every error that `vault_store_intern_vault_secret` returns."""


@stated
def _operation() -> Operation[VaultSecretResponse, VaultStoreInternVaultSecretError]:
    from openrouter_funcs.models import vault

    return Operation(
        name="vault_store_intern_vault_secret",
        method="PUT",
        path="/vault/interns/{intern_id}/secrets/{name}",
        request=vault.VaultStoreInternVaultSecretRequest,
        success=(200, vault.VaultSecretResponse),
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
        secrets=("value",),
    )


def vault_store_intern_vault_secret(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[VaultStoreInternVaultSecretRequest],
) -> Result[VaultSecretResponse, VaultStoreInternVaultSecretError]:
    """Store a secret for an intern, or replace it.

    OpenRouter encrypts the value, never returns it, and sends it only to the hostnames in `hosts`.

    An intern is an agent that OpenRouter runs in your workspace. The API key decides which workspace it is. An intern's
    own key reaches only that intern's secrets. Without access to OpenRouter's programme for interns, the answer is a
    404. Regional servers, such as `eu.openrouter.ai`, refuse the call.

    Doing it twice is the same as doing it once, and so an attempt of unknown outcome is repeated.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `VaultStoreInternVaultSecretRequest`. What is absent is not sent.

            - `intern_id` (required): the intern's id (a UUID), in the key's workspace.
            - `name` (required): the secret's name: 1 to 255 lowercase letters, digits and single underscores, with a
              letter first and no underscore last.
            - `hosts` (required): 1 to 100 hostnames that may get the secret, such as `"api.example.com"`; each counts
              exactly, without a scheme, a port, a path or wildcards. Capitals become small, a dot at the end is
              dropped, and what then is there twice counts once.
            - `value` (required): the secret itself, 1 to 65536 characters. OpenRouter encrypts it and never returns it;
              this package never shows it.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(VaultSecretResponse)`, whose `data` describes the secret, without its value; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `NotFoundResponseError` (404): there is no such intern for this key, or no access to the programme for
          interns;
        - `RequestTimeoutResponseError` (408): it took longer than the server waits;
        - `ConflictResponseError` (409): it contradicts what is there, or another request is changing it;
        - `PayloadTooLargeResponseError` (413): the request is too large;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - `BadGatewayResponseError` (502): a server behind OpenRouter failed, and failed again when the request was
          repeated;
        - `ServiceUnavailableResponseError` (503): the server cannot answer now, or writing to the vault is switched off
          for you;
        - `GatewayTimeoutResponseError` (504): a server behind OpenRouter gave no answer in time;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `PUT /vault/interns/{internId}/secrets/{name}`, operation `storeInternVaultSecret`.
    """
    return call(core, _operation(), request, options)


async def vault_store_intern_vault_secret_async(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[VaultStoreInternVaultSecretRequest],
) -> Result[VaultSecretResponse, VaultStoreInternVaultSecretError]:
    """Store a secret for an intern, or replace it. This is `vault_store_intern_vault_secret` for `async` code."""
    return await call_async(core, _operation(), request, options)
