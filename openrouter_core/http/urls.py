"""URLs (RFC 3986): the base, paths and queries. All of them are encoded here, and nothing after it encodes again."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from ipaddress import ip_address
from typing import cast
from urllib.parse import parse_qsl, quote, unquote, unquote_plus, urlsplit

from openrouter_core.errors import SDKValidationError
from openrouter_core.model import field, frozen

_NOT_IN_URL = re.compile(r"[\x00-\x20\x7f\\]")
PLACEHOLDER = re.compile(r"\{(\w+)\}")
_UNRESERVED = re.compile(r"[A-Za-z0-9_~-]+")  # RFC 3986, 2.3, without the dot


@frozen()
class BaseURL:
    prefix: str  # scheme, host and path, without a slash at the end
    query: str = field(default="", repr=False)  # goes with every request; gateways put keys there

    def join(self, path: str, query: str) -> str:
        """Return the URL of `path` (which begins with a slash) with both queries; a call's argument goes first."""
        if self.query:
            sent = {"", *dict(parse_qsl(query, keep_blank_values=True))}
            kept = [each for each in self.query.split("&") if unquote_plus(each.partition("=")[0]) not in sent]
            query = "&".join([*kept, query] if query else kept)
        return f"{self.prefix}{path}?{query}" if query else f"{self.prefix}{path}"


def parse_base_url(text: str, *, allow_insecure_http: bool) -> BaseURL:
    """Return the base URL that `text` holds; raise `SDKValidationError` when it is not one, or not a safe one."""
    try:
        parts = urlsplit(text)
        host, _port = parts.hostname, parts.port
    except ValueError:
        host, parts = None, urlsplit("")
    insecure = parts.scheme == "http" and not allow_insecure_http and not is_loopback(host or "")
    for wrong, reason in (
        (_NOT_IN_URL.search(text), "a URL holds no blanks, backslashes or control characters"),
        (not host, "expected a URL such as https://openrouter.ai/api/v1"),
        (parts.scheme not in {"http", "https"}, "expected a URL that begins with https://"),
        ("@" in parts.netloc, "a URL with user information is not accepted; the key goes into api_key"),
        ("#" in text, "a URL with a fragment is not accepted"),
        (insecure, "plain http would show the key to the network; use https, or set allow_insecure_http=True"),
    ):
        if wrong:
            raise SDKValidationError(reason, parameter="server_url")
    return BaseURL(f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}", parts.query)


@lru_cache(maxsize=256)
def is_loopback(host: str) -> bool:
    """Return whether `host`, a name or an address without brackets, is this machine by what is said of it."""
    name = host.removesuffix(".")
    if name == "localhost" or name.endswith(".localhost"):  # RFC 6761, 6.3
        return True
    with suppress(ValueError):
        address = ip_address(name)
        return (getattr(address, "ipv4_mapped", None) or address).is_loopback
    return False


def origin(url: str) -> str:
    """Return scheme, host and port of `url` (RFC 6454), without user information."""
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{re.split(r'[/?#]', rest, maxsplit=1)[0].rpartition('@')[2]}"


def fill_path(template: str, values: Mapping[str, object]) -> str:
    """Return `template` with each `{name}` replaced by the value of that name as one percent-encoded segment."""
    return PLACEHOLDER.sub(lambda match: _segment(match[1], str(values[match[1]])), template)


def _segment(name: str, value: str) -> str:
    if _UNRESERVED.fullmatch(value):  # as nearly every id is
        return value
    # RFC 3986, 5.2.4: these would climb to another endpoint, encoded or not, in clients, proxies and servers.
    if unquote(value) in {"", ".", ".."}:
        raise SDKValidationError("must not be empty, '.' or '..'", parameter=name)
    if re.search(r"[\x00-\x1f\x7f]", value):
        raise SDKValidationError("must not hold control characters", parameter=name)
    return quote(value, safe="")


def query_string(values: Mapping[str, object]) -> str:
    """Return `values` as a query: a list item by item, `None` not at all, and what is no text as JSON has it."""
    return "&".join(
        f"{quote(name, safe='')}={quote(str(each) if type(each) in {str, int} else json.dumps(each), safe='')}"
        for name, value in values.items()
        for each in cast("list[object]", value if isinstance(value, (list, tuple)) else [value])
        if each is not None
    )
