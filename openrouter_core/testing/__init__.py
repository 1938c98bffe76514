"""A local OpenRouter for tests: real HTTP on loopback, real SQLite, faults on demand.

It needs the extra `testing`. In a test: `with LocalOpenRouter() as server:`, or the pytest fixtures
`openrouter_server` and `openrouter`. As a program: `python -m openrouter_core.testing`.

Here live the public names, and nothing is imported before one of them is used: the pytest plugin of this
package is loaded in every pytest run of everyone who has it installed.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openrouter_core.testing.accounts import Account
    from openrouter_core.testing.faults import ArmedFault, Fault
    from openrouter_core.testing.journal import ReceivedRequest
    from openrouter_core.testing.model import ScriptedModel
    from openrouter_core.testing.replies import Reply
    from openrouter_core.testing.server import LocalOpenRouter

__all__ = ["Account", "ArmedFault", "Fault", "LocalOpenRouter", "ReceivedRequest", "Reply", "ScriptedModel"]

_HOMES = {
    "Account": "accounts",
    "ArmedFault": "faults",
    "Fault": "faults",
    "LocalOpenRouter": "server",
    "ReceivedRequest": "journal",
    "Reply": "replies",
    "ScriptedModel": "model",
}
_EXTRA = frozenset({"h11", "starlette", "uvicorn"})


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _EXTRA:
            raise
        raise ImportError("the local OpenRouter needs the extra: pip install 'openrouter-funcs[testing]'") from None
