"""What one call does differently from its core: `RequestOptions`, checked and laid over the core's settings.

Precedence is decided here and nowhere else: the call, then the core, which has read the environment. A call without
options does not load this file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

import attrs

from openrouter_core.calling.configuration import changed, expect
from openrouter_core.errors import SDKValidationError
from openrouter_core.http.boundary import ask, read
from openrouter_core.http.wire import Headers, check_header
from openrouter_core.options import Abort, RequestOptions

if TYPE_CHECKING:
    from openrouter_core.calling.settings import Settings

FRAMING_HEADERS = frozenset({"content-length", "transfer-encoding"})


def with_options(settings: Settings, options: object) -> Settings:
    if not isinstance(options, RequestOptions):  # a proxy for one will do
        raise SDKValidationError(f"expected RequestOptions, got {type(options).__name__}", parameter="options")
    return changed(settings, attrs.asdict(options, recurse=False))._replace(
        overrides=None if options.headers is None else read("headers", _custom_headers, options.headers),
        abort=read("abort", _abort, options.abort),
    )


def _abort(value: object) -> Abort | None:
    if value is None:
        return None
    if not isinstance(value, Abort) or isinstance(value, type):
        raise SDKValidationError(f"expected an object with is_set, got {type(value).__name__}", parameter="abort")
    read("abort", value.is_set)
    return _Switch(value)


class _Switch:
    """A caller's switch that raises nothing: one that breaks during a call counts as set, for nobody can tell."""

    def __init__(self, abort: Abort) -> None:
        self._abort = abort

    def is_set(self) -> bool:
        return ask(lambda: bool(self._abort.is_set())) is not False


def _custom_headers(headers: object) -> Headers:
    if not isinstance(headers, Mapping):
        raise SDKValidationError(f"expected a mapping of str to str, got {type(headers).__name__}", parameter="headers")
    fields = [*cast("Mapping[object, object]", headers).items()]
    checked: dict[str, str] = {}
    for given, value in fields:
        name = expect(given, str, "headers")
        checked[name] = check_header(name, expect(value, str, "headers"), parameter="headers")
    names = {name.lower() for name in checked}
    if len(names) < len(fields):
        raise SDKValidationError("names one header twice", parameter="headers")
    if names & FRAMING_HEADERS:
        raise SDKValidationError("Content-Length and Transfer-Encoding are the HTTP client's own", parameter="headers")
    return Headers(checked)
