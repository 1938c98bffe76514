"""The library whose clients the tests hand in: httpx, or, with `TEST_CLIENT=httpx2` in the environment, httpx2.

A test that builds a response, a client or an exception of httpx takes `httpx` from here. So the same tests say what
holds for the SDK's own client and for those of the other library.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING

__all__ = ["CHOSEN", "httpx"]

CHOSEN = os.environ.get("TEST_CLIENT", "")
"""The library by name, or `""` to let each core open the SDK's own client."""

if TYPE_CHECKING:
    import httpx
else:
    httpx = import_module(CHOSEN or "httpx")
