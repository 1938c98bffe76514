"""The clients as whole programs: what a user writes to be ready for a call, and to make it."""

from __future__ import annotations

from tests.benchmarks.clients import BARE, OFFICIAL, OURS, PEER
from tests.benchmarks.payloads import KEY, MODEL
from tests.benchmarks.place import GENERATED
from tests.benchmarks.talkers import OPENAI

__all__ = ["first_chat", "first_get", "ready"]


def ready(url: str) -> dict[str, str]:
    """Return what gets each client ready for `url`, without a call; for bare httpx that is its import."""
    return {
        OURS: f"""
from openrouter_funcs.byok_list import byok_list
from openrouter_core import OpenRouterCore
core = OpenRouterCore(api_key={KEY!r}, server_url={url!r})
""",
        BARE: """
import httpx
""",
        OFFICIAL: f"""
from openrouter import OpenRouter
client = OpenRouter(api_key={KEY!r}, server_url={url!r})
byok = client.byok
""",
        PEER: f"""
from {GENERATED} import AuthenticatedClient
from {GENERATED}.api.byok import list_byok_keys
client = AuthenticatedClient(base_url={url!r}, token={KEY!r})
""",
    }


def first_get(url: str) -> dict[str, str]:
    """Return what lists the credentials at `url`, in a new process."""
    calls = {
        OURS: "page = byok_list(core).unwrap().result.data",
        BARE: f"""
client = httpx.Client(headers={{"Authorization": "Bearer {KEY}"}})
page = client.get("{url}/byok").json()["data"]
""",
        OFFICIAL: "page = byok.list().result.data",
        PEER: "page = list_byok_keys.sync(client=client).data",
    }
    return {name: f"{program}{calls[name]}\nassert len(page) == 10\n" for name, program in ready(url).items()}


def first_chat(url: str) -> dict[str, str]:
    """Return what has a first question answered by a model at `url`, in a new process."""
    asked = f'model={MODEL!r}, messages=[{{"role": "user", "content": "Hello"}}]'
    programs = {
        OURS: f"""
from openrouter_core import OpenRouterCore
from openrouter_funcs.chat_send import chat_send
core = OpenRouterCore(api_key={KEY!r}, server_url={url!r})
answer = chat_send(core, {asked}).unwrap().choices[0].message.content
""",
        BARE: f"""
import httpx
client = httpx.Client(headers={{"Authorization": "Bearer {KEY}"}})
answer = client.post("{url}/chat/completions", json=dict({asked})).json()["choices"][0]["message"]["content"]
""",
        OFFICIAL: f"""
from openrouter import OpenRouter
client = OpenRouter(api_key={KEY!r}, server_url={url!r})
answer = client.chat.send({asked}).choices[0].message.content
""",
        OPENAI: f"""
from openai import OpenAI
client = OpenAI(api_key={KEY!r}, base_url={url!r})
answer = client.chat.completions.create({asked}).choices[0].message.content
""",
    }
    return {name: f"{program}assert answer == 'An answer.'\n" for name, program in programs.items()}
