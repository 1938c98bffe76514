"""Ears for all that is said meanwhile, and certificate authorities that are read anew."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from openrouter_core.http.streams import authorities
from tests.hostile.canary import Listener

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def listener() -> Iterator[Listener]:
    """Return what hears every logger at DEBUG; afterwards all are as they were."""
    listener, root, ours = Listener(), logging.getLogger(), logging.getLogger("openrouter")
    before = [(logger, logger.level, logger.handlers[:]) for logger in (root, ours)]
    root.addHandler(listener)
    root.setLevel(logging.DEBUG)
    yield listener
    for logger, level, handlers in before:
        logger.setLevel(level)
        logger.handlers[:] = handlers


@pytest.fixture
def fresh_tls() -> Iterator[None]:
    """Have the certificate authorities read anew, for a process reads them once."""
    authorities.cache_clear()
    yield
    authorities.cache_clear()
