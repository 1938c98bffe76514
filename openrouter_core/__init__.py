"""The core of openrouter-funcs: configuration, transport, and results as values.

Each name is loaded when it is first used, because pytest loads this package, for its plugin, wherever it is installed.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the public names are those of the `__all__` of these modules
    from openrouter_core import errors as errors
    from openrouter_core.core import *  # noqa: F403
    from openrouter_core.files import *  # noqa: F403
    from openrouter_core.hooks import *  # noqa: F403
    from openrouter_core.model import *  # noqa: F403
    from openrouter_core.options import *  # noqa: F403
    from openrouter_core.pages import *  # noqa: F403
    from openrouter_core.result import *  # noqa: F403
    from openrouter_core.retries import *  # noqa: F403
    from openrouter_core.secret import *  # noqa: F403
    from openrouter_core.streams import *  # noqa: F403
    from openrouter_core.version import __version__ as __version__
else:  # no type checker sees this: it would believe that `__getattr__` knows every name

    def __getattr__(name: str) -> object:
        if name == "errors":
            return import_module(f"{__name__}.errors")
        if name == "__version__":
            return import_module(f"{__name__}.version").__version__
        names = ("result", "secret", "core", "model", "retries", "options", "pages", "hooks", "streams", "files")
        modules = (import_module(f"{__name__}.{each}") for each in names)  # the cheap and the usual first
        if name == "__all__":
            return ["errors", *(public for module in modules for public in module.__all__)]
        for module in modules:
            if name in module.__all__:
                return globals().setdefault(name, getattr(module, name))
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted({*globals(), *__getattr__("__all__")})
