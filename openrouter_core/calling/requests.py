"""The request that an operation sends for checked values: which of them goes into path, query and body.

Pure functions from values to values. How each part is encoded stands in `urls` and `wire`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from openrouter_core.http.urls import fill_path, query_string
from openrouter_core.http.wire import Body, Headers, Request
from openrouter_core.operation import ATTRIBUTION_HEADERS
from openrouter_core.types.jsontext import encode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouter_core.http.urls import BaseURL
    from openrouter_core.operation import Operation


def build(
    operation: Operation[object, object], values: Mapping[str, object], base_url: BaseURL, headers: Headers
) -> Request:
    """Return the request that sends `values`, which are checked already."""
    path = fill_path(operation.path, values)
    query = query_string({name: values[name] for name in operation.query if name in values})
    body = Body(encode(_rest(operation, values))) if operation.body else None
    if body is not None:
        headers = Headers({"Content-Type": "application/json"}).updated(headers)
    return Request(operation.method, base_url.join(path, query), headers, body)


def _rest(operation: Operation[object, object], values: Mapping[str, object]) -> dict[str, object]:
    return {
        name: value
        for name, value in values.items()
        if name not in operation.query and name not in ATTRIBUTION_HEADERS and f"{{{name}}}" not in operation.path
    }
