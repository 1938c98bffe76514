"""The core of openrouter-funcs: configuration, transport, and results as values.

Each name is loaded when it is first asked for: pytest loads this package, for its plugin, wherever it is installed.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openrouter_core import credentials as credentials
    from openrouter_core import errors as errors
    from openrouter_core.core import OpenRouterCore as OpenRouterCore
    from openrouter_core.files import AsyncDownload as AsyncDownload
    from openrouter_core.files import Download as Download
    from openrouter_core.files import Upload as Upload
    from openrouter_core.hooks import Hooks as Hooks
    from openrouter_core.hooks import Response as Response
    from openrouter_core.model import Unknown as Unknown
    from openrouter_core.options import RequestOptions as RequestOptions
    from openrouter_core.pages import AsyncPage as AsyncPage
    from openrouter_core.pages import Page as Page
    from openrouter_core.result import Err as Err
    from openrouter_core.result import Ok as Ok
    from openrouter_core.result import Result as Result
    from openrouter_core.result import all_ok as all_ok
    from openrouter_core.result import unwrap as unwrap
    from openrouter_core.retries import TYPESCRIPT_RETRIES as TYPESCRIPT_RETRIES
    from openrouter_core.retries import BackoffStrategy as BackoffStrategy
    from openrouter_core.retries import RetryConfig as RetryConfig
    from openrouter_core.secret import Secret as Secret
    from openrouter_core.streams import AsyncStream as AsyncStream
    from openrouter_core.streams import Stream as Stream
    from openrouter_core.version import __version__ as __version__
else:  # no type checker sees this: it would believe that `__getattr__` knows every name

    def __getattr__(name: str) -> object:
        if name in {"credentials", "errors"}:
            return import_module(f"{__name__}.{name}")
        if name == "__version__":
            return import_module(f"{__name__}.version").__version__
        # The cheap and the usual first.
        names = ("result", "secret", "core", "model", "retries", "options", "pages", "hooks", "streams", "files")
        modules = (import_module(f"{__name__}.{each}") for each in names)
        if name == "__all__":
            return ["credentials", "errors", *(public for module in modules for public in module.__all__)]
        for module in modules:
            if name in module.__all__:
                return globals().setdefault(name, getattr(module, name))
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted({*globals(), *__getattr__("__all__")})
