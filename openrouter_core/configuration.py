"""What a core was given, checked, as the settings of its calls.

A core checks nothing when it is made; the first call does, or `check()`. The environment is read by then.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from openrouter_core.checks import expect, integer, one_of, seconds
from openrouter_core.errors import SDKValidationError
from openrouter_core.operation import ATTRIBUTION_HEADERS
from openrouter_core.retries import RetryConfig, check_retries
from openrouter_core.secret import NotAKey, Secret
from openrouter_core.settings import Settings, Timeouts, attribution_headers
from openrouter_core.urls import parse_base_url
from openrouter_core.version import __version__
from openrouter_core.wire import Headers, authorization, check_header

if TYPE_CHECKING:
    from types import ModuleType

    from openrouter_core.core import OpenRouterCore
    from openrouter_core.hooks import Hooks

__all__ = ["SERVERS", "settings_of"]

SERVERS = {"production": "https://openrouter.ai/api/v1"}
"""OpenRouter's servers by name."""

DEFAULT_DEADLINE = 120.0
DEFAULT_MAX_RESPONSE_BYTES = 10_000_000


def settings_of(core: OpenRouterCore, library: ModuleType) -> Settings:
    """Return the settings of calls over a client of `library`; raise `SDKValidationError` when a value is wrong."""
    key = _fixed_key(core.api_key)
    allow_http = expect(core.allow_insecure_http, bool, "allow_insecure_http")
    url = expect(_url(core), str, "server_url")
    return Settings(
        base_url=parse_base_url(url, parameter="server_url", allow_insecure_http=allow_http),
        headers=_headers(core, library).updated(key),
        timeouts=Timeouts() if core.timeout is None else Timeouts.of(seconds(core.timeout, "timeout")),
        deadline=DEFAULT_DEADLINE if core.deadline is None else seconds(core.deadline, "deadline"),
        retries=RetryConfig() if core.retry_config is None else check_retries(core.retry_config, "retry_config"),
        hooks=None if core.hooks is None else _checked_hooks(core.hooks),
        max_response_bytes=DEFAULT_MAX_RESPONSE_BYTES
        if core.max_response_bytes is None
        else integer(core.max_response_bytes, "max_response_bytes"),
        allow_insecure_http=allow_http,
    )


def _fixed_key(key: object) -> Headers:
    """Return the `Authorization` of every request, when the key is a fixed one."""
    if isinstance(key, NotAKey):
        raise SDKValidationError(f"expected str, got {key.kind}", parameter="api_key")
    return Headers({"Authorization": authorization(key.reveal())} if isinstance(key, Secret) else {})


def _url(core: OpenRouterCore) -> object:
    if core.server_url is not None:
        return core.server_url
    return SERVERS["production" if core.server is None else one_of(core.server, tuple(SERVERS), "server")]


def _headers(core: OpenRouterCore, library: ModuleType) -> Headers:
    agent = _user_agent(library) if core.user_agent is None else expect(core.user_agent, str, "user_agent")
    return Headers(
        {
            "Accept": "application/json",
            "User-Agent": check_header("User-Agent", agent, parameter="user_agent"),
            **attribution_headers({name: getattr(core, name) for name in ATTRIBUTION_HEADERS}),
        }
    )


def _checked_hooks(hooks: object) -> Hooks:
    from openrouter_core.hooks import check_hooks

    return check_hooks(hooks)


def _user_agent(library: ModuleType) -> str:
    python = ".".join(map(str, sys.version_info[:3]))
    return f"openrouter-funcs/{__version__} python/{python} {library.__name__}/{library.__version__}"
