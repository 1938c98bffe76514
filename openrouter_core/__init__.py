"""The core of openrouter-funcs: configuration, transport, and results as values.

The functions themselves are in `openrouter_funcs`, one module each. Here stand the public names, and each is loaded
when it is first asked for: pytest loads this package, for its plugin, in every run of everyone who has it installed.
None of them loads httpx or cattrs; the first call does.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openrouter_core import credentials, errors
    from openrouter_core.core import OpenRouterCore
    from openrouter_core.hooks import Hooks
    from openrouter_core.options import RequestOptions
    from openrouter_core.pages import AsyncPage, Page
    from openrouter_core.result import Err, Ok, Result, unwrap
    from openrouter_core.retries import TYPESCRIPT_RETRIES, BackoffStrategy, RetryConfig
    from openrouter_core.secret import Secret
    from openrouter_core.version import __version__ as __version__
    from openrouter_core.wire import Response

__all__ = [
    "TYPESCRIPT_RETRIES",
    "AsyncPage",
    "BackoffStrategy",
    "Err",
    "Hooks",
    "Ok",
    "OpenRouterCore",
    "Page",
    "RequestOptions",
    "Response",
    "Result",
    "RetryConfig",
    "Secret",
    "credentials",
    "errors",
    "unwrap",
]

_SUBMODULES = {"credentials", "errors"}
_HOMES = {
    "TYPESCRIPT_RETRIES": "retries",
    "AsyncPage": "pages",
    "BackoffStrategy": "retries",
    "Err": "result",
    "Hooks": "hooks",
    "Ok": "result",
    "OpenRouterCore": "core",
    "Page": "pages",
    "RequestOptions": "options",
    "Response": "wire",
    "Result": "result",
    "RetryConfig": "retries",
    "Secret": "secret",
    "unwrap": "result",
    "__version__": "version",
}


def __getattr__(name: str) -> object:
    if name in _SUBMODULES:
        return import_module(f"{__name__}.{name}")
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
