"""Print what the README says of clients: what is done twice when it fails once done, and what wrong arguments come to.

    pip install -e '.[test]' && python -m tests.peers.compare [--peers ENVIRONMENT]

Each client runs unmodified in a process of its own against one local OpenRouter, which does what the first request asks
for, and the next, and answers both with a 500. The official TypeScript client is installed from npm into a temporary
folder, and left out where Node.js is missing; LiteLLM is taken from an environment of its own, if one is given.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from openrouter_core.testing import LocalOpenRouter
from tests.peers.official_typescript import NODE, NPM, installed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MESSAGES = '[{"role": "user", "content": "Hello"}]'
CREDENTIAL = "key='sk-proj-example-AbCd', provider='openai'"


class Client(NamedTuple):
    """What makes a client ready, and its calls; a chat takes more arguments."""

    ready: str
    chat: str
    create: str = ""
    wrong: Sequence[str] = (", temperature='hot'", ", temprature=1")  # mistyped and misspelt


OURS = Client(
    """
from openrouter_core import OpenRouterCore
from openrouter_funcs.byok_create import byok_create
from openrouter_funcs.chat_send import chat_send
core = OpenRouterCore(api_key={key!r}, server_url={url!r})
""",
    f"print(chat_send(core, model='m/x', messages={MESSAGES}%s))",
    f"print(byok_create(core, {CREDENTIAL}))",
)
OFFICIAL = Client(
    "from openrouter import OpenRouter\nclient = OpenRouter(api_key={key!r}, server_url={url!r})\n",
    f"client.chat.send(model='m/x', messages={MESSAGES}%s)",
    f"client.byok.create({CREDENTIAL})",
)
TYPESCRIPT = Client(
    """
import {{ OpenRouterCore }} from "@openrouter/sdk/core.js";
import {{ byokCreate }} from "@openrouter/sdk/funcs/byokCreate.js";
import {{ chatSend }} from "@openrouter/sdk/funcs/chatSend.js";
const core = new OpenRouterCore({{ apiKey: {key!r}, serverURL: {url!r} }});
""",
    f"console.log(await chatSend(core, {{ chatRequest: {{ model: 'm/x', messages: {MESSAGES}%s }} }}));",
    'const createBYOKKeyRequest = { key: "sk-proj-example-AbCd", provider: "openai" };\n'
    "console.log(await byokCreate(core, { createBYOKKeyRequest }));",
    (", temperature: 'hot'", ", temprature: 1"),
)
OPENAI = Client(
    "from openai import OpenAI\nclient = OpenAI(api_key={key!r}, base_url={url!r})\n",
    f"client.chat.completions.create(model='m/x', messages={MESSAGES}%s)",
)
LITELLM = Client(
    """
import os
os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"
from litellm import completion
asked = dict(model="openrouter/m/x", api_key={key!r}, api_base={url!r})
""",
    f"completion(**asked, messages={MESSAGES}%s)",
)


def clients(folder: Path, peers: str | None) -> Iterator[tuple[str, Client, Sequence[str]]]:
    """Yield the name of each client, its calls, and what runs them."""
    python = (sys.executable, "-c")
    yield f"openrouter-funcs {version('openrouter-funcs')}", OURS, python
    yield f"official Python {version('openrouter')}", OFFICIAL, python
    if NODE and NPM:
        installed(folder / "project")
        yield "official TypeScript", TYPESCRIPT, (NODE, "--input-type=module", "-e")
    yield f"openai {version('openai')}", OPENAI, python
    if peers:
        yield "litellm", LITELLM, (str(Path(peers) / "bin" / "python"), "-c")


def main() -> None:
    """Run, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", help="a virtual environment with LiteLLM in it")
    peers = parser.parse_args().peers
    print("| client | a create, done and answered 500 twice | a chat, the same | mistyped | misspelt |")
    print("|---|---|---|---|---|")
    with LocalOpenRouter() as server, tempfile.TemporaryDirectory() as folder:
        for name, client, command in clients(Path(folder), peers):
            ready = client.ready.format(key=server.management_key, url=server.url)

            def run(call: str, times: int, ready: str = ready, command: Sequence[str] = command) -> str:
                return asked(server, [*command, ready + call], Path(folder) / "project", times) if call else ""

            cells = [run(client.create, 2), run(client.chat % "", 2)]
            cells += [run(client.chat % wrong, 0) for wrong in client.wrong]
            print(f"| {name} | {' | '.join(cells)} |", flush=True)


def asked(server: LocalOpenRouter, command: Sequence[str], folder: Path, times: int) -> str:
    """Return how many requests `command` makes, of which the first `times` are done and answered 500; and its end."""
    server.reset()
    if times:
        server.fail(method="POST", apply=True, status=500, times=times)
    where = folder if folder.exists() else None
    done = subprocess.run(command, cwd=where, check=False, capture_output=True, text=True, timeout=120)
    last = (done.stderr if done.returncode else done.stdout).strip().splitlines()[-1:]
    return f"{len(server.requests)}: {''.join(last)[:200]}"


if __name__ == "__main__":
    main()
