"""OpenRouter's own TypeScript client, run by Node.js: see `typescript/`."""

from __future__ import annotations

import json
import shutil
import subprocess
from base64 import b64decode
from pathlib import Path
from typing import TYPE_CHECKING, Any

from openrouter_funcs._generate.names import snake
from tests.peers.calls import APP, KEY, NO_FUNCTION, Call, Request, Sent, brief, files

if TYPE_CHECKING:
    from collections.abc import Iterable

NODE, NPM = shutil.which("node"), shutil.which("npm")
PROJECT = Path(__file__).with_name("typescript")
INSTALL = ("install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts")


def installed(folder: Path) -> Path:
    """Return `folder`, which is made, with the scripts and the client in it."""
    shutil.copytree(PROJECT, folder, ignore=shutil.ignore_patterns("node_modules"))
    run(folder, str(NPM), *INSTALL)
    return folder


def run(folder: Path, *command: str, given: str = "") -> str:
    """Run a program, which reads `given`, to its end and return what it printed."""
    done = subprocess.run(
        command, cwd=folder, input=given, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


def sent(calls: Iterable[Call], folder: Path) -> list[Sent]:
    """Return what the client that is installed in `folder` sends for each call."""
    given = {"key": KEY, "app": APP, "calls": [[call.each.typescript, _request(call)] for call in calls]}
    return [_sent(each) for each in json.loads(run(folder, str(NODE), "requests.js", given=json.dumps(given)))]


def outcomes(calls: Iterable[Call], url: str, key: str, folder: Path) -> list[str]:
    """Return how each call ends that the client sends to the server at `url`: "ok", or why it does not."""
    given = {"url": url, "key": key, "calls": [[call.each.typescript, _request(call)] for call in calls]}
    printed = json.loads(run(folder, str(NODE), "operations.js", given=json.dumps(given)))
    return [NO_FUNCTION if each is None else brief(each) for each in printed]


def _request(call: Call) -> dict[str, Any]:
    """Return the argument of the client's function, by the names of the wire."""
    each, file = call.each, files(call.each)
    given = {name: _file(value) if name in file else value for name, value in call.arguments.items()}
    named = [(one, snake(one.wire)) for one in each.parameters if snake(one.wire) in given]
    request = {one.wire: given[name] for one, name in named if one.place != "body"}
    body = {one.wire: given[name] for one, name in named if one.place == "body"}
    body |= {"stream": True} if call.case == "stream" else {}
    return request | ({each.body or "RequestBody": body} if each.encoding else {})


def _file(text: str | None) -> dict[str, str] | None:
    return None if text is None else {"fileName": "upload", "content": text}


def _sent(printed: Any) -> Sent:  # noqa: ANN401 - JSON is anything
    if printed is None:
        return NO_FUNCTION
    return printed if isinstance(printed, str) else Request(**printed | {"content": b64decode(printed["content"])})
