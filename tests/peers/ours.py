"""Our own functions, called by what the contract says of them, and what they make of a server's answers."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from openrouter_core import Upload
from openrouter_core.files import Download
from openrouter_core.pages import Page
from openrouter_core.streams import Stream
from tests.peers.calls import OK, brief, files

if TYPE_CHECKING:
    from collections.abc import Iterable

    from openrouter_core import OpenRouterCore, Result
    from tests.peers.calls import Call


def result(core: OpenRouterCore, call: Call) -> Result[Any, Any]:
    """Return what our function makes of a call."""
    module, file = import_module(f"openrouter_funcs.{call.each.function}"), files(call.each)
    function = getattr(module, call.each.function + "_stream" * (call.case == "stream"))
    given = {name: Upload(each.encode(), "upload") if name in file else each for name, each in call.arguments.items()}
    made: Result[Any, Any] = function(core, **given)
    return made


def outcomes(calls: Iterable[Call], core: OpenRouterCore) -> list[str]:
    """Return how each call ends: "ok", or why it does not."""
    return [_outcome(result(core, call)) for call in calls]


def _outcome(result: Result[Any, Any]) -> str:
    value: Any = result.value if result.ok else None
    if isinstance(value, Download):
        result = cast("Result[Any, Any]", value.read())
    if isinstance(value, Stream | Page):
        result = cast("Result[Any, Any]", value.collect())
    return OK if result.ok else brief(str(result.error))
