"""Presets: made from requests, a version for each change, and what a request that names one becomes."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING, Any

import attrs
import httpx
import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from starlette.exceptions import HTTPException

from openrouter_core.testing import LocalOpenRouter
from openrouter_core.testing.accounts import Caller
from openrouter_core.testing.calls import Call
from openrouter_core.testing.catalogue import AUTO
from openrouter_core.testing.contract import contract
from openrouter_core.testing.database import Database
from openrouter_core.testing.presets import with_preset
from openrouter_core.testing.reading import BadRequest
from openrouter_core.testing.records import Records
from openrouter_funcs.presets_create_presets_chat_completions import presets_create_presets_chat_completions
from openrouter_funcs.presets_get import presets_get
from openrouter_funcs.presets_list_versions import presets_list_versions
from tests.drawing import drawn

from .calling import Api

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHAT, MESSAGES, RESPONSES = (f"presets_create_presets_{each}" for each in ("chat_completions", "messages", "responses"))
HELLO: dict[str, Any] = {"messages": [{"role": "user", "content": "Hello!"}]}
BRIEF = {"role": "system", "content": "Be brief."}
WITH_SYSTEM: dict[str, Any] = {"messages": [BRIEF, *HELLO["messages"]]}
SLUG = {"slug": "mine"}


@pytest.fixture
def api(client: httpx.Client) -> Api:
    """Return the operations with the management key."""
    return Api(client)


MADE = [
    (
        CHAT,
        WITH_SYSTEM | {"model": "a/b", "temperature": 0.7, "seed": None, "stream": True},
        {"model": "a/b", "temperature": 0.7},
    ),
    (MESSAGES, HELLO | {"model": "a/b", "max_tokens": 9, "system": "Be brief."}, {"model": "a/b", "max_tokens": 9}),
    (RESPONSES, {"input": "Hello!", "model": "a/b", "instructions": "Be brief."}, {"model": "a/b"}),
]


@pytest.mark.parametrize(("function", "body", "config"), MADE, ids=["chat", "messages", "responses"])
def test_a_preset_is_made_from_a_request(api: Api, function: str, body: dict[str, Any], config: dict[str, Any]) -> None:
    """Of its settings and its system prompt; what is of this request only is left out."""
    made = api(function, path=SLUG, json=body)["data"]
    version = made["designated_version"]
    assert (version["config"], version["system_prompt"], version["version"]) == (config, "Be brief.", 1)
    assert (version["preset_id"], version["id"]) == (made["id"], made["designated_version_id"])
    assert {"name": "mine", "slug": "mine", "status": "active"}.items() <= made.items()
    assert api("presets_get", path=SLUG) == {"data": made}


def test_each_request_is_a_version(server: LocalOpenRouter) -> None:
    """The last one is designated, and the oldest is listed first."""
    with server.core() as core:
        for temperature in (0.1, 0.2):
            presets_create_presets_chat_completions(core, slug="mine", temperature=temperature, **HELLO).unwrap()
        page = presets_list_versions(core, slug="mine").unwrap()
        versions = [each for each in page.result.data if each is not None]
        assert [(each.version, each.config["temperature"]) for each in versions] == [(1, 0.1), (2, 0.2)]
        assert presets_get(core, slug="mine").unwrap().data.designated_version == versions[1]


def test_versions_that_are_made_together_are_all_there(api: Api) -> None:
    """Each with a number of its own."""
    with ThreadPoolExecutor(8) as threads:
        made = [threads.submit(api, CHAT, path=SLUG, json=HELLO) for _ in range(8)]
    numbers = sorted(each.result()["data"]["designated_version"]["version"] for each in made)
    assert numbers == [*range(1, 9)]
    assert api("presets_list_versions", path=SLUG)["total_count"] == 8


def test_what_is_not_there(api: Api) -> None:
    """A 404; a slug that is not safe in a URL is a 400."""
    api(CHAT, path=SLUG, json=HELLO)
    for version in ("0", "2", "01", "x"):
        api("presets_get_version", 404, path=SLUG | {"version": version})
    for function in ("presets_get", "presets_list_versions"):
        api(function, 404, path={"slug": "other"})
    assert api.refusal(CHAT, 400, path={"slug": "a%20b"}, json=HELLO).startswith("slug: must be ")


class Machine(RuleBasedStateMachine):
    """Presets of two accounts, against a dictionary of configurations."""

    server: LocalOpenRouter
    client: httpx.Client
    accounts = st.sampled_from([0, 1])
    slugs = st.sampled_from(["a", "b", "A"])

    @initialize()
    def begin(self) -> None:
        """Forget everything."""
        self.server.reset()
        self.apis = [Api(self.client), Api(self.client, self.server.add_account().management_key)]
        self.kept: list[dict[str, list[dict[str, Any]]]] = [{}, {}]

    @rule(account=accounts, slug=slugs, seed=st.integers(0, 9))
    def create(self, account: int, slug: str, seed: int) -> None:
        """Make a version."""
        versions = self.kept[account].pop(slug, [])
        self.kept[account][slug] = [*versions, {"seed": seed}]
        made = self.apis[account](CHAT, path={"slug": slug}, json={**HELLO, "seed": seed})["data"]
        assert made["designated_version"]["version"] == len(versions) + 1

    @rule(account=accounts, slug=slugs)
    def read(self, account: int, slug: str) -> None:
        """Read all versions of one."""
        api, versions = self.apis[account], self.kept[account].get(slug)
        if versions is None:
            api("presets_get", 404, path={"slug": slug})
            return
        listed = api("presets_list_versions", path={"slug": slug}, params={"limit": 100})["data"]
        assert [each["config"] for each in listed] == versions
        for each in listed:
            assert api("presets_get_version", path={"slug": slug, "version": each["version"]})["data"] == each

    @invariant()
    def they_are_listed_by_when_they_were_changed(self) -> None:
        """Last first, in each account its own."""
        for api, kept in zip(self.apis, self.kept, strict=True):
            listed = api("presets_list")
            assert [each["slug"] for each in listed["data"]] == [*reversed(kept)]
            assert listed["total_count"] == len(kept)


def test_any_order_of_calls(server: LocalOpenRouter, client: httpx.Client) -> None:
    """What is kept is what a dictionary would keep."""
    Machine.server, Machine.client = server, client
    run_state_machine_as_test(Machine, settings=drawn(5))


@attrs.frozen
class Kept:
    """A server whose database can be read."""

    server: LocalOpenRouter
    records: Records

    def make(self, **body: Any) -> None:  # noqa: ANN401 - JSON
        """Make a version of the preset `mine`."""
        headers = {"authorization": f"Bearer {self.server.management_key}"}
        made = httpx.post(f"{self.server.url}/presets/mine/chat/completions", json=body, headers=headers)
        assert made.status_code == 200

    def completed(self, function: str, body: dict[str, Any]) -> dict[str, Any]:
        """Return what the body of a call becomes."""
        caller = Caller(self.server.account.id, "", management=False)
        call = Call(contract().operations[function], caller, {}, {}, body)
        return {**with_preset(self.records, call).body}


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    """Return a server without presets."""
    with LocalOpenRouter(db=tmp_path / "db") as server, closing(Database(tmp_path / "db")) as database:
        yield Kept(server, Records(database))


PRESET = WITH_SYSTEM | {"model": "a/b", "temperature": 0.7, "top_p": 0.5}
CONFIG = {"model": "a/b", "temperature": 0.7, "top_p": 0.5}
COMPLETED = [
    ("chat_send", HELLO | {"model": "@preset/mine"}, CONFIG | WITH_SYSTEM),
    ("chat_send", HELLO | {"preset": "mine"}, CONFIG | WITH_SYSTEM | {"preset": "mine"}),
    ("chat_send", HELLO | {"model": "c/d@preset/mine", "top_p": None}, CONFIG | WITH_SYSTEM | {"model": "c/d"}),
    ("chat_send", WITH_SYSTEM | {"model": "@preset/mine", "temperature": 0}, CONFIG | WITH_SYSTEM | {"temperature": 0}),
    ("messages_create", HELLO | {"model": "@preset/mine"}, CONFIG | HELLO | {"system": "Be brief."}),
    ("responses_send", {"model": "@preset/mine", "input": "Hi"}, CONFIG | {"input": "Hi", "instructions": "Be brief."}),
    ("chat_send", HELLO | {"model": "c/d"}, HELLO | {"model": "c/d"}),
    ("chat_send", HELLO, HELLO | {"model": "openrouter/auto"}),
    ("chat_send", HELLO | {"models": ["e/f", "c/d"]}, HELLO | {"models": ["e/f", "c/d"], "model": "e/f"}),
    ("rerank_rerank", {"preset": "mine"}, {"preset": "mine"}),
]


@pytest.mark.parametrize(("function", "body", "completed"), COMPLETED)
def test_a_preset_completes_a_request(
    kept: Kept, function: str, body: dict[str, Any], completed: dict[str, Any]
) -> None:
    """What the request says itself holds."""
    kept.make(**PRESET)
    assert kept.completed(function, body) == completed


def test_a_preset_without_settings_adds_none(kept: Kept) -> None:
    """The messages stay as they are, and OpenRouter chooses the model."""
    kept.make(**HELLO)
    assert kept.completed("messages_create", HELLO | {"model": "@preset/mine"}) == HELLO | {"model": AUTO}


def test_a_preset_that_is_of_no_use(kept: Kept) -> None:
    """One that is not there is a 404; one that does not fit the endpoint is a 400."""
    with pytest.raises(HTTPException) as missing:
        kept.completed("chat_send", HELLO | {"model": "@preset/mine"})
    assert (missing.value.status_code, missing.value.detail) == (404, "Preset not found: mine")
    kept.make(**HELLO, tool_choice="auto")
    with pytest.raises(BadRequest, match=r"^tool_choice.*, with the preset mine$"):
        kept.completed("messages_create", HELLO | {"model": "@preset/mine"})


def test_a_chat_by_its_preset(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Over HTTP: the model of the preset answers, what the preset says first counts, and guardrails see the model."""
    client.post("/presets/mine/chat/completions", json=WITH_SYSTEM | {"model": "openai/gpt-4o"}).raise_for_status()
    asked = HELLO | {"model": "@preset/mine"}
    answer = client.post("/chat/completions", json=asked).json()
    assert answer["model"] == "openai/gpt-4o"
    plain = client.post("/chat/completions", json=HELLO | {"model": "openai/gpt-4o"}).json()
    assert answer["usage"]["prompt_tokens"] > plain["usage"]["prompt_tokens"]
    guardrail = {"name": "None of these", "ignored_models": ["openai/gpt-4o"]}
    made = client.post("/guardrails", json=guardrail).json()["data"]["id"]
    keys = {"key_hashes": [server.account.api_key_hash]}
    client.post(f"/guardrails/{made}/assignments/keys", json=keys).raise_for_status()
    ordinary = {"authorization": f"Bearer {server.ordinary_key}"}
    assert client.post("/chat/completions", json=asked, headers=ordinary).status_code == 404
