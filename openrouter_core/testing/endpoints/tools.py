"""`tools_list_tools` and `tools_get_tool`: a few of the tools that OpenRouter runs, the same in both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import attrs
from starlette.responses import JSONResponse, RedirectResponse

from openrouter_core.testing.state import bounded, not_found

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.responses import Response

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.state import State

__all__ = ["Tools"]

_FORMATS = ("responses", "chat-completions", "anthropic-messages")
_MOST = 100
_LIMIT = 50
_ANY = 10**18


@attrs.frozen
class Tools:
    """The operations over one state."""

    _state: State

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {"tools_list_tools": self.list, "tools_get_tool": self.get}

    def list(self, call: Call) -> Response:
        """Answer the tools of an API format: all of them, or the page that is asked for."""
        wanted = call.query.get("api_format")
        found = [each.as_json() for each in _TOOLS if wanted in {None, *each.formats}]
        offset, limit = bounded(call.query, "offset", 0, 0, _ANY), bounded(call.query, "limit", _LIMIT, 1, _MOST)
        rest = urlencode({**call.query, "offset": offset + limit, "limit": limit})
        following = f"{call.operation.path}?{rest}" if offset + limit < len(found) else None
        answer = {"data": found[offset : offset + limit], "total_count": len(found), "links": {"next": following}}
        return JSONResponse(answer)

    def get(self, call: Call) -> Response:
        """Answer one tool; of another name of it, where it is."""
        name = call.path["name"]
        for tool in _TOOLS:
            if name == tool.id:
                models: dict[str, Any] = {"native_support": {"endpoint_count": 0, "model_count": 0, "models": []}}
                return JSONResponse({"data": tool.as_json() | models})
            if name in tool.aliases:
                return RedirectResponse(call.operation.path.format(name=tool.id), 308)
        return not_found()


@attrs.frozen
class _Tool:
    id: str
    name: str
    summary: str
    arguments: Sequence[str]
    aliases: Sequence[str] = ()
    formats: Sequence[str] = _FORMATS
    price: str | None = None
    """Of a request, in dollars."""

    def as_json(self) -> dict[str, Any]:
        """Return what the contract calls `ServerTool`."""
        texts = {each: {"type": "string"} for each in self.arguments}
        return {
            "id": self.id,
            "name": self.name,
            "summary": self.summary,
            "tool_description": self.summary,
            "docs_url": f"https://local.example/tools/{self.id}",
            "status": "active",
            "aliases": [self._name(each) for each in (self.id, *self.aliases)],
            "supported_api_formats": [*self.formats],
            "default_engine": None,
            "fallback_engine": None,
            "engines": [self._engine()],
            "input_schema": {"type": "object", "properties": texts, "required": [*self.arguments]},
            "output_schema": None,
            "parameters_schema": {"type": "object", "properties": {}},
            "native_support": {"endpoint_count": 0, "model_count": 0},
        }

    def _name(self, given: str) -> dict[str, Any]:
        names = [{"api_format": each, "type": self.id} for each in self.formats]
        return {"type": given, "api_formats": [*self.formats], "output_names": names}

    def _engine(self) -> dict[str, Any]:
        price = {"unit": "request", "price": self.price, "mode": None, "max_units_per_call": 1}
        return {
            "id": None,
            "name": "OpenRouter",
            "executed_by": "openrouter",
            "byok": "none",
            "data_regions": ["global"],
            "default_mode": None,
            "pricing": [price] if self.price else [],
            "pricing_source": "openrouter" if self.price else "none",
            "pricing_doc_url": None,
        }


_TOOLS = (
    _Tool("openrouter:datetime", "Date and time", "Tells the date and the time of a time zone.", ("timezone",)),
    _Tool(
        *("openrouter:web_search", "Web search", "Searches the web for a question.", ("query",)),
        aliases=("web_search", "web_search_preview"),
        price="0.005",
    ),
    _Tool(
        *("openrouter:web_fetch", "Web fetch", "Reads the page of a URL.", ("url",)),
        aliases=("web_fetch",),
        price="0.001",
    ),
    _Tool(
        *("openrouter:image_generation", "Image generation", "Draws what a text describes.", ("prompt",)),
        aliases=("image_generation",),
        formats=("responses", "chat-completions"),
    ),
)
