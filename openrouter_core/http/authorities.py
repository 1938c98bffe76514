"""The certificate authorities that TLS trusts, read once per process, by the first handshake that needs them."""

from __future__ import annotations

import os
import ssl
from functools import cache

import httpx

from openrouter_core.errors import SDKValidationError
from openrouter_core.http.boundary import current_exception, raise_interruption

UNREAD_AUTHORITIES = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""Stands for `authorities()` until the first TLS handshake. By itself it trusts nobody."""


@cache
def authorities() -> ssl.SSLContext:
    """Return the process's TLS context, with the certificate authorities that httpx would take.

    Reading them takes some 30 ms: once, however many cores there are, and never without TLS.
    """
    outside = current_exception()
    try:
        context = httpx.create_ssl_context()
    except OSError as error:
        raise_interruption(error, outside)
        reason = type(error).__name__
        log_file = os.environ.get("SSLKEYLOGFILE")
        if log_file and error.filename == log_file:
            raise SDKValidationError(f"cannot be written ({reason})", parameter="SSLKEYLOGFILE") from None
    else:
        context.set_alpn_protocols(["http/1.1"])
        return context
    raise SDKValidationError(f"the certificate authorities cannot be read ({reason})", parameter="SSL_CERT_FILE")
