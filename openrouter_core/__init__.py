"""The core of openrouter-funcs: configuration, transport, and results as values.

The functions themselves are in `openrouter_funcs`, one module each. Importing this package loads neither httpx nor
cattrs; the first call does.
"""

from openrouter_core import errors
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
    "errors",
    "unwrap",
]
