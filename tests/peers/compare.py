"""Print the README's figures: what one create makes when it is applied and answered 500, and what a start costs.

    pip install -e '.[test]' && python tests/peers/compare.py

Each client runs unmodified in a process of its own against one local OpenRouter, which applies the first create and the
next, and answers both with a 500. The official TypeScript client is installed from npm into a temporary folder, and
left out where Node.js is missing. Start times are whole processes, without and with a first call over plain loopback,
as a ratio to `import httpx` in the same run.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from openrouter_core.testing import LocalOpenRouter
from openrouter_core.version import __version__
from openrouter_funcs.byok_list import byok_list

TYPESCRIPT = "@openrouter/sdk@1.3.19"
RUNS = 9

OURS = """
from openrouter_core import OpenRouterCore
from openrouter_funcs.byok_create import byok_create
core = OpenRouterCore(api_key={key!r}, server_url={url!r})
"""
OUR_CALL = "print(byok_create(core, key='sk-proj-example-AbCd', provider='openai'))"

OUR_FIRST_CALL = """
from openrouter_funcs.byok_list import byok_list
byok_list(core).unwrap()
"""

OFFICIAL = """
from openrouter import OpenRouter
client = OpenRouter(api_key={key!r}, server_url={url!r})
"""
OFFICIAL_CALL = "print(client.byok.create(key='sk-proj-example-AbCd', provider='openai'))"

OFFICIAL_FIRST_CALL = "client.byok.list()"

TYPESCRIPT_PROGRAM = """
import {{ OpenRouterCore }} from "@openrouter/sdk/core.js";
import {{ byokCreate }} from "@openrouter/sdk/funcs/byokCreate.js";
const core = new OpenRouterCore({{ apiKey: {key!r}, serverURL: {url!r} }});
const request = {{ key: "sk-proj-example-AbCd", provider: "openai" }};
console.log(await byokCreate(core, {{ createBYOKKeyRequest: request }}));
"""


def main() -> None:
    """Measure and print."""
    with LocalOpenRouter() as server, tempfile.TemporaryDirectory() as folder:
        place = {"key": server.management_key, "url": server.url}
        ours, official = OURS.format(**place), OFFICIAL.format(**place)
        programs = {
            "ours": ours,
            "official": official,
            "ours, called": ours + OUR_FIRST_CALL,
            "official, called": official + OFFICIAL_FIRST_CALL,
        }
        ratio = ratios(programs)
        print("| client | credentials made by one create that is applied and answered 500 | start | and a first call |")
        print("|---|---|---|---|")
        count = made(server, [sys.executable, "-c", ours + OUR_CALL])
        print(f"| openrouter-funcs {__version__} | {count} | {ratio['ours']:.2f} | {ratio['ours, called']:.2f} |")
        count = made(server, [sys.executable, "-c", official + OFFICIAL_CALL])
        print(f"| official Python | {count} | {ratio['official']:.2f} | {ratio['official, called']:.2f} |")
        node = typescript(Path(folder), TYPESCRIPT_PROGRAM.format(**place))
        print(f"| official TypeScript | {made(server, node) if node else 'not run: Node.js is missing'} | | |")


def made(server: LocalOpenRouter, command: list[str]) -> int:
    """Return how many credentials `command` made, when two creates are applied and answered 500."""
    server.reset()
    server.fail(method="POST", path="/byok", apply=True, status=500, times=2)
    subprocess.run(command, check=False, capture_output=True, timeout=60)
    with server.core() as core:
        return byok_list(core).unwrap().result.total_count


def ratios(programs: dict[str, str]) -> dict[str, float]:
    """Return the median whole-process time of each program, divided by that of `import httpx`."""
    seconds: dict[str, list[float]] = {name: [] for name in ("httpx", *programs)}
    for _ in range(RUNS):
        for name, program in {"httpx": "import httpx", **programs}.items():
            began = time.perf_counter()
            subprocess.run([sys.executable, "-c", program], check=True)
            seconds[name].append(time.perf_counter() - began)
    base = statistics.median(seconds["httpx"])
    return {name: statistics.median(seconds[name]) / base for name in programs}


def typescript(folder: Path, program: str) -> list[str] | None:
    """Return the command that runs `program` with the official TypeScript client, or `None` without Node.js."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        return None
    subprocess.run([npm, "install", "--prefix", folder, TYPESCRIPT], check=True, capture_output=True)
    script = folder / "create.mjs"
    script.write_text(program)
    return [node, str(script)]


if __name__ == "__main__":
    main()
