"""The page at `/`: what the local OpenRouter receives, answers, breaks and keeps, live, in a browser.

Here lives what the page is told. How it looks is in `page.html`, which makes no element from text that it is told.
"""

from __future__ import annotations

import secrets
from importlib import resources
from typing import TYPE_CHECKING, Any

import attrs
from starlette.responses import Response

from openrouter_core.testing.answers import Pieces, event

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from starlette.requests import Request

    from openrouter_core.testing.faults import Faults
    from openrouter_core.testing.journal import Exchange, Journal
    from openrouter_core.testing.model import ScriptedModel

__all__ = ["LIVE_PATH", "Page"]

LIVE_PATH = "/__live__"
_SHOWN = 100
_SECONDS = 0.25
_POLICY = "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
_STILL = b": still\n\n"


@attrs.frozen
class Page:
    """The page, and the events that keep it up to date."""

    _journal: Journal
    _faults: Faults
    _model: ScriptedModel
    _kept: Callable[[], Mapping[str, int]]

    def show(self, _request: Request, _body: bytes) -> Response:
        """Answer the page; its policy lets nothing run or load that is not in it."""
        nonce = secrets.token_urlsafe()
        policy = f"default-src 'none'; style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}'; connect-src 'self'"
        text = resources.files("openrouter_core.testing").joinpath("page.html").read_text(encoding="utf-8")
        headers = {
            "content-security-policy": f"{policy}; {_POLICY}",
            "x-content-type-options": "nosniff",
            "referrer-policy": "no-referrer",
        }
        return Response(text.replace("NONCE", nonce), headers=headers, media_type="text/html")

    def live(self, _request: Request, _body: bytes) -> Response:
        """Answer what there is to see, again as often as it changes."""
        response = Pieces(self._changes(), None, {"content-type": "text/event-stream", "cache-control": "no-store"})
        response.delay = _SECONDS
        return response

    def _changes(self) -> Iterator[bytes]:
        before: Mapping[str, object] = {}
        while True:
            seen = self._seen()
            yield _STILL if seen == before else event(seen)
            before = seen

    def _seen(self) -> Mapping[str, object]:
        chaos = {"rate": self._faults.chaos, "seed": self._faults.seed} if self._faults.chaos else None
        return {
            "requests": [_shown(each) for each in self._journal.latest(_SHOWN)],
            "faults": [_set(armed.as_json()) for armed in self._faults.all()],
            "chaos": chaos,
            "replies": [_set(attrs.asdict(reply)) for reply in self._model.queued()],
            "kept": self._kept(),
        }


def _shown(exchange: Exchange) -> Mapping[str, object]:
    request = exchange.request
    return {
        "number": exchange.number,
        "at": exchange.at,
        "method": request.method,
        "path": request.path,
        "query": "&".join(f"{name}={value}" for name, value in request.query.items()),
        "function": exchange.function,
        "model": exchange.model,
        "status": exchange.status,
        "pieces": exchange.pieces,
        "seconds": exchange.seconds,
        "fault": None if exchange.fault is None else _set(attrs.asdict(exchange.fault)),
        "headers": dict(request.headers),
        "body": exchange.text,
    }


def _set(fields: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what is set, as text can show it."""
    shown = {
        name: value.decode(errors="replace") if isinstance(value, bytes) else value for name, value in fields.items()
    }
    return {name: value for name, value in shown.items() if value not in (None, "*", 0, False, {}, ())}
