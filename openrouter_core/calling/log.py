"""The logger `openrouter`, silent until somebody listens. Bodies, queries and values of headers are never logged."""

from __future__ import annotations

import logging

from openrouter_core.calling.masking import Mask
from openrouter_core.errors import LEGIBLE_ID, Outcome
from openrouter_core.hooks import HookContext
from openrouter_core.http.wire import Response

logger = logging.getLogger("openrouter")
logger.addHandler(logging.NullHandler())


def is_logging() -> bool:
    return logger.isEnabledFor(logging.DEBUG)


def log_attempt(context: HookContext, response: Response | None, seconds: float, outcome: Outcome, mask: Mask) -> None:
    """Log one attempt, at DEBUG; what the server echoed of secrets is masked. Ask `is_logging` first."""
    status, sent_id = (None, None) if response is None else (response.status_code, response.request_id)
    request_id = mask.hide_text(sent_id) if sent_id and LEGIBLE_ID.fullmatch(sent_id) else None
    told = {name: getattr(context, name) for name in ("method", "path", "attempt", "operation")}
    told |= {"status": status, "duration_ms": seconds * 1000, "request_id": request_id, "outcome": outcome}
    line = "%(method)s %(path)s %(shown)s attempt=%(attempt)d %(duration_ms).0fms request_id=%(request_id)s"
    extra = {f"openrouter_{name}": value for name, value in told.items()}
    logger.debug(line, told | {"shown": status or "failed"}, extra=extra)


def log_to_stderr() -> None:
    """Show every line on standard error, as `OPENROUTER_DEBUG=1` asks for; a second time changes nothing."""
    if not any(type(handler) is logging.StreamHandler for handler in logger.handlers):
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(message)s"))
        logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
