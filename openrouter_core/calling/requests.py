"""The request that an operation sends for checked values: which of them goes into path, query and body.

A pure function from values to values. How each part is encoded stands in `urls` and `wire`.
"""

from __future__ import annotations

import re
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
    path = fill_path(operation.path, values)
    query = query_string({name: values[name] for name in operation.query if name in values})
    body = None
    if operation.body:
        elsewhere = {*operation.query, *ATTRIBUTION_HEADERS, *re.findall(r"\{(\w+)\}", operation.path)}
        body = Body(encode({name: value for name, value in values.items() if name not in elsewhere}))
        headers = Headers({"Content-Type": "application/json"}).updated(headers)
    return Request(operation.method, base_url.join(path, query), headers, body)
