"""Requests (`TypedDict`) and responses (immutable attrs classes), one module a family of endpoints."""

from importlib import import_module
from typing import TYPE_CHECKING

__all__: list[str] = []

if TYPE_CHECKING:  # fields of the type `OnDemand` name these modules, and the first value of such a field loads them
    from openrouter_funcs.models import chat_options as chat_options
    from openrouter_funcs.models import chat_parts as chat_parts
    from openrouter_funcs.models import messages_options as messages_options
    from openrouter_funcs.models import messages_parts as messages_parts
    from openrouter_funcs.models import metadata as metadata
    from openrouter_funcs.models import responses_options as responses_options
    from openrouter_funcs.models import responses_parts as responses_parts
    from openrouter_funcs.models import routing as routing
    from openrouter_funcs.models import server_tools as server_tools
else:

    def __getattr__(name: str) -> object:
        try:
            return import_module(f"{__name__}.{name}")
        except ModuleNotFoundError as error:
            if error.name != f"{__name__}.{name}":  # a library that the module needs
                raise
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
