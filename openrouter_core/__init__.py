"""The core of openrouter-funcs: configuration, transport, and results as values.

The functions themselves are in `openrouter_funcs`, one module each. Here stand the public names, and each is loaded
when it is first asked for: pytest loads this package, for its plugin, in every run of everyone who has it installed.
None of them loads httpx or cattrs; the first call does.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # for type checkers; the same names, by the module that defines them, stand below for the interpreter
    from openrouter_core import credentials as credentials
    from openrouter_core import errors as errors
    from openrouter_core.core import OpenRouterCore as OpenRouterCore
    from openrouter_core.hooks import Hooks as Hooks
    from openrouter_core.http.wire import Response as Response
    from openrouter_core.options import RequestOptions as RequestOptions
    from openrouter_core.pages import AsyncPage as AsyncPage
    from openrouter_core.pages import Page as Page
    from openrouter_core.result import Err as Err
    from openrouter_core.result import Ok as Ok
    from openrouter_core.result import Result as Result
    from openrouter_core.result import unwrap as unwrap
    from openrouter_core.retries import TYPESCRIPT_RETRIES as TYPESCRIPT_RETRIES
    from openrouter_core.retries import BackoffStrategy as BackoffStrategy
    from openrouter_core.retries import RetryConfig as RetryConfig
    from openrouter_core.secret import Secret as Secret
    from openrouter_core.version import __version__ as __version__

_NAMES = {
    "core": "OpenRouterCore",
    "hooks": "Hooks",
    "http.wire": "Response",
    "options": "RequestOptions",
    "pages": "AsyncPage Page",
    "result": "Err Ok Result unwrap",
    "retries": "TYPESCRIPT_RETRIES BackoffStrategy RetryConfig",
    "secret": "Secret",
    "version": "__version__",
}
_MODULES = {name: module for module, names in _NAMES.items() for name in names.split()}

__all__ = [name for name in (*_MODULES, "credentials", "errors") if name != "__version__"]  # pyright: ignore[reportUnsupportedDunderAll]


def __getattr__(name: str) -> object:
    if name in {"credentials", "errors"}:
        return import_module(f"{__name__}.{name}")
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
