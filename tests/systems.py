"""What a test needs of the system that it runs on: where that is missing the test is skipped, with the reason."""

from __future__ import annotations

import os
import sys

import pytest

__all__ = ["CAN_FORK", "needs_fork", "needs_posix_shell", "needs_posix_signals", "needs_whole_loopback_net"]

WINDOWS = sys.platform == "win32"
MACOS = sys.platform == "darwin"

CAN_FORK = hasattr(os, "fork") and not MACOS

needs_fork = pytest.mark.skipif(
    not CAN_FORK, reason="Windows has no fork, and on macOS the system's proxy settings cannot be read after one"
)
needs_posix_signals = pytest.mark.skipif(WINDOWS, reason="SIGINT and SIGTERM to one process are POSIX")
needs_posix_shell = pytest.mark.skipif(WINDOWS, reason="the page's commands are for a POSIX shell")
needs_whole_loopback_net = pytest.mark.skipif(MACOS, reason="macOS has 127.0.0.1 only, not all of 127/8 (RFC 1122)")
