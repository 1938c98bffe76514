"""Calls of a server by the names of functions, each answer held to the contract."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from openrouter_funcs._generate.contract import endpoints
from tests.testing.test_every_operation import assert_documented

if TYPE_CHECKING:
    import httpx

__all__ = ["Api"]

_ENDPOINTS = {each.function: each for each in endpoints()}


@attrs.frozen
class Api:
    """The operations of a server, with the key of a client or another."""

    _client: httpx.Client
    _key: str | None = None

    def __call__(self, function: str, status: int | None = None, **given: Any) -> Any:  # noqa: ANN401 - JSON
        """Return the JSON of an answer that has the status, by default that of success."""
        response = self.response(function, **given)
        each = _ENDPOINTS[function]
        assert response.status_code == (status or each.status), response.text
        assert_documented(each, response)
        return response.json() if response.content else None

    def response(self, function: str, path: dict[str, str] | None = None, **given: Any) -> httpx.Response:  # noqa: ANN401
        """Return an answer, whatever it is; what else is `given` are arguments of httpx."""
        each = _ENDPOINTS[function]
        headers = given.pop("headers", {}) | ({"authorization": f"Bearer {self._key}"} if self._key else {})
        return self._client.request(each.method, each.path.format_map(path or {}), headers=headers, **given)

    def refusal(self, function: str, status: int, **given: Any) -> str:  # noqa: ANN401
        """Return what is said of a request that is refused with the status."""
        said: str = self(function, status, **given)["error"]["message"]
        return said
