"""The stdlib logger `openrouter`: one line for each attempt, silent until somebody listens.

A line holds method, path template, status, attempt, duration and request id. Bodies, queries and the values of headers
are never logged, and so no secret is.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from openrouter_core.hooks import HookContext
    from openrouter_core.http.wire import Response
    from openrouter_core.secret import Secret

__all__ = ["is_logging", "log_attempt", "log_to_stderr"]

_LEGIBLE = r"[!-~]{1,128}"

logger = logging.getLogger("openrouter")
logger.addHandler(logging.NullHandler())


def is_logging() -> bool:
    """Return whether anybody listens."""
    return logger.isEnabledFor(logging.DEBUG)


def log_attempt(
    context: HookContext, response: Response | None, seconds: float, secrets: Collection[Secret] = ()
) -> None:
    """Log one attempt, at DEBUG; what the server echoed of `secrets` is masked. Ask `is_logging` first."""
    logger.debug(
        "%s %s %s attempt=%d %.0fms request_id=%s",
        context.method,
        context.path,
        "failed" if response is None else response.status_code,
        context.attempt,
        seconds * 1000,
        None if response is None else _plain(response.request_id, secrets),
    )


def _plain(request_id: str | None, secrets: Collection[Secret]) -> str | None:
    """Return an id as it may be logged: a server can put anything there, what it was sent included."""
    from openrouter_core.calling.masking import mask

    if request_id is None or not re.fullmatch(_LEGIBLE, request_id):
        return None
    return mask(request_id.encode(), secrets).decode()


def log_to_stderr() -> None:
    """Show every line on standard error, as `OPENROUTER_DEBUG=1` asks for; a second time changes nothing."""
    if not any(type(handler) is logging.StreamHandler for handler in logger.handlers):
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(message)s"))
        logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
