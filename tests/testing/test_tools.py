"""The tools that OpenRouter runs: the same in the list and alone, under every name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from openrouter_funcs.tools_get_tool import tools_get_tool

from .calling import Api

if TYPE_CHECKING:
    import httpx

    from openrouter_core.testing import LocalOpenRouter


@pytest.fixture
def api(client: httpx.Client, server: LocalOpenRouter) -> Api:
    """Return the operations with an ordinary key."""
    return Api(client, server.ordinary_key)


def test_the_list_and_each_tool_agree(api: Api) -> None:
    """But for the models, which are only there with one tool."""
    for each in api("tools_list_tools")["data"]:
        told = api("tools_get_tool", path={"name": each["id"]})["data"]
        assert told["native_support"].pop("models") == []
        assert told == each
    api("tools_get_tool", 404, path={"name": "openrouter:nothing"})


def test_another_name_leads_to_the_tool(api: Api, server: LocalOpenRouter) -> None:
    """By a permanent redirect."""
    response = api.response("tools_get_tool", path={"name": "web_search_preview"})
    assert (response.status_code, response.headers["location"]) == (308, "/api/v1/tools/openrouter:web_search")
    with server.core() as core:
        assert tools_get_tool(core, name="openrouter:web_search").unwrap().data.id == "openrouter:web_search"


def test_the_list_comes_by_format_and_by_page(api: Api, client: httpx.Client) -> None:
    """Each page says where the next one is."""
    found: list[Any] = []
    following: str | None = "/api/v1/tools?limit=3&api_format=chat-completions"
    while following:
        page = client.get(f"http://{client.base_url.netloc.decode()}{following}").json()
        found, following = [*found, *page["data"]], page["links"]["next"]
    assert found == api("tools_list_tools", params={"api_format": "chat-completions"})["data"]
    messages = api("tools_list_tools", params={"api_format": "anthropic-messages"})
    assert messages["total_count"] == len(messages["data"]) == len(found) - 1


@pytest.mark.parametrize("query", [{"limit": 0}, {"limit": 101}, {"offset": -1}])
def test_a_page_has_bounds(api: Api, query: dict[str, int]) -> None:
    """A 400 says which."""
    response, (name,) = api.response("tools_list_tools", params=query), query
    assert response.status_code == 400
    assert response.json()["error"]["message"].startswith(f"{name}: must be an integer from ")
