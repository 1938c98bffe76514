# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`vault_list_intern_connections`: GET /vault/interns/{internId}/connections.

List the connections that an intern can use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.vault import ListInternConnectionsResponse, VaultListInternConnectionsRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.vault", "ListInternConnectionsResponse", "VaultListInternConnectionsRequest")
    )

__all__ = ["VaultListInternConnectionsError", "vault_list_intern_connections", "vault_list_intern_connections_async"]

VaultListInternConnectionsError: TypeAlias = (
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
    | errors.CommonError
)
"""Every error that `vault_list_intern_connections` returns."""


@stated
def _operation() -> Operation[ListInternConnectionsResponse, VaultListInternConnectionsError]:
    from openrouter_funcs.models import vault

    return Operation(
        name="vault_list_intern_connections",
        method="GET",
        path="/vault/interns/{intern_id}/connections",
        request=vault.VaultListInternConnectionsRequest,
        success=(200, vault.ListInternConnectionsResponse),
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
    )


def vault_list_intern_connections(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[VaultListInternConnectionsRequest]
) -> Result[ListInternConnectionsResponse, VaultListInternConnectionsError]:
    """List the connections that an intern can use.

    A connection is listed if it is stored and enabled, and neither turned off nor hidden for this intern; its last test
    need not have passed. The list has no credentials.

    An intern is an agent that OpenRouter runs in your workspace. The API key decides which workspace it is. An intern's
    own key reaches only that intern's secrets. Without access to OpenRouter's programme for interns, the answer is a
    404. Regional servers, such as `eu.openrouter.ai`, refuse the call.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `VaultListInternConnectionsRequest`. What is absent is not sent.

            - `intern_id` (required): the intern's id (a UUID), in the key's workspace.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(ListInternConnectionsResponse)`, whose `data` has the connections, each by its `key`; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `NotFoundResponseError` (404): there is no such intern for this key, or no access to the programme for
          interns;
        - `RequestTimeoutResponseError` (408): it took longer than the server waits;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - `BadGatewayResponseError` (502): a server behind OpenRouter failed, and failed again when the request was
          repeated;
        - `ServiceUnavailableResponseError` (503): the server cannot answer now; repeating the request did not help;
        - `GatewayTimeoutResponseError` (504): a server behind OpenRouter gave no answer in time;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /vault/interns/{internId}/connections`, operation `listInternConnections`.
    """
    return call(core, _operation(), request, options)


async def vault_list_intern_connections_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[VaultListInternConnectionsRequest]
) -> Result[ListInternConnectionsResponse, VaultListInternConnectionsError]:
    """List the connections that an intern can use. This is `vault_list_intern_connections` for `async` code."""
    return await call_async(core, _operation(), request, options)
