"""The clients as whole programs: what a user writes to be ready for a call, and to make it.

Each is two texts: what makes the client ready, and the call. For bare httpx, ready means imported. Ours import any
number of functions; the other clients are the same, however many are called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from openrouter_funcs._generate.contract import endpoints
from tests.benchmarks.clients import BARE, GENERATED, LITELLM, OFFICIAL, OPENAI, OURS, PEER, TYPESCRIPT
from tests.benchmarks.payloads import KEY, MODEL

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["ALL_FUNCTIONS", "FAMILIES", "chat", "family", "listing", "some"]

ALL_FUNCTIONS = ("chat_send", *(each.function for each in endpoints() if each.function != "chat_send"))
FAMILIES = {
    name: tuple(function for function in ALL_FUNCTIONS if function.startswith(f"{name}_"))
    for name in ("providers", "byok", "presets", "private_endpoints", "guardrails")
}
"""Families from small to large, each with a list of the same name, and their functions."""


def some(count: int) -> tuple[str, ...]:
    """Return so many functions, of which the first sends a chat, and the others are of all families."""
    return ALL_FUNCTIONS[:: len(ALL_FUNCTIONS) // count][:count]


def family(name: str, url: str, *, called: bool) -> dict[str, str]:
    """Return what imports all functions of a family, and then calls its list."""
    return listing(url, FAMILIES[name], name, called=called)


def chat(url: str, functions: Iterable[str] = ("chat_send",), *, called: bool = True) -> dict[str, str]:
    """Return what has a first question answered by a model at `url`, in a new process, or is ready to ask it."""
    asked = f'model={MODEL!r}, messages=[{{"role": "user", "content": "Hello"}}]'
    typescript = f'{{ model: {MODEL!r}, messages: [{{ role: "user", content: "Hello" }}] }}'
    content = "choices[0].message.content"
    texts = {
        OURS: (_ours(url, functions), f"answer = chat_send(core, {asked}).unwrap().{content}"),
        BARE: (
            "import httpx",
            f"""
client = httpx.Client(headers={{"Authorization": "Bearer {KEY}"}})
answer = client.post("{url}/chat/completions", json=dict({asked})).json()["choices"][0]["message"]["content"]
""",
        ),
        OFFICIAL: (_official(url, "chat"), f"answer = group.send({asked}).{content}"),
        OPENAI: (
            f"from openai import OpenAI\nclient = OpenAI(api_key={KEY!r}, base_url={url!r})",
            f"answer = client.chat.completions.create({asked}).{content}",
        ),
        LITELLM: (
            "from litellm import completion",
            f"""
asked = dict({asked}, api_key={KEY!r}, api_base={url!r})
answer = completion(**asked | {{"model": "openrouter/{MODEL}"}}).{content}
""",
        ),
        TYPESCRIPT: (
            _typescript(url, "chatSend"),
            f"const answer = (await chatSend(core, {{ chatRequest: {typescript} }})).value.{content};",
        ),
    }
    return _programs(texts, "answer == 'An answer.'", called=called)


def listing(
    url: str, functions: Iterable[str] = ("byok_list",), name: str = "byok", *, called: bool = True
) -> dict[str, str]:
    """Return what lists what a family has at `url`, in a new process, or is ready to."""
    path = name.replace("_", "-")
    texts = {
        OURS: (_ours(url, functions), f"page = {name}_list(core).unwrap()"),
        BARE: (
            "import httpx",
            f"""
client = httpx.Client(headers={{"Authorization": "Bearer {KEY}"}})
page = client.get("{url}/{path}").json()
""",
        ),
        OFFICIAL: (_official(url, name), "page = group.list()"),
    }
    if name == "byok":
        texts[PEER] = (
            f"""
from {GENERATED} import AuthenticatedClient
from {GENERATED}.api.byok import list_byok_keys
client = AuthenticatedClient(base_url={url!r}, token={KEY!r})
""",
            "page = list_byok_keys.sync(client=client).data",
        )
        texts[TYPESCRIPT] = (_typescript(url, "byokList"), "const page = (await byokList(core, {})).value.result.data;")
    return _programs(texts, "page", called=called)


def _programs(texts: dict[str, tuple[str, str]], holds: str, *, called: bool) -> dict[str, str]:
    ends = dict.fromkeys(texts, f"\nassert {holds}\n") | {TYPESCRIPT: f"\nif (!({holds})) throw 0;\n"}
    return {name: f"{ready}\n{call}{ends[name]}" if called else ready for name, (ready, call) in texts.items()}


def _ours(url: str, functions: Iterable[str]) -> str:
    imports = "\n".join(f"from openrouter_funcs.{name} import {name}" for name in functions)
    core = f"core = OpenRouterCore(api_key={KEY!r}, server_url={url!r})"
    return f"{imports}\nfrom openrouter_core import OpenRouterCore\n{core}"


def _official(url: str, group: str) -> str:
    client = f"client = OpenRouter(api_key={KEY!r}, server_url={url!r})"
    return f"from openrouter import OpenRouter\n{client}\ngroup = client.{group}"


def _typescript(url: str, function: str) -> str:
    return f"""
import {{ OpenRouterCore }} from "@openrouter/sdk/core.js";
import {{ {function} }} from "@openrouter/sdk/funcs/{function}.js";
const core = new OpenRouterCore({{ apiKey: {KEY!r}, serverURL: {url!r} }});
"""
