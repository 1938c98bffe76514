"""schemathesis makes requests out of OpenRouter's own contract, and finds nothing in the server's answers to object to.

It runs as a program, in all of its phases: the contract's examples, boundary values of every field, random requests
(half of them wrong on purpose), and sequences that create something, read, change and delete it, over the links that it
infers from the contract, which has none. Of BYOK every check that it knows is on (`-m long`), of all those that can
hold there. Longer, and with another seed each time:

    CONTRACT_SECONDS=600 python -m pytest tests/peers/test_schemathesis.py
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.contract.document import CONTRACT, only
from tests.processes import environment

if TYPE_CHECKING:
    from openrouter_core.testing import LocalOpenRouter

pytest.importorskip("schemathesis", reason="schemathesis is not installed: pip install 'openrouter-funcs[test]'")

BYOK = only("/byok")
HOOKS = Path(__file__).with_name("schemathesis_hooks.py")

# All checks are on. Two have nothing to look at, because the contract declares no headers: missing_required_header and
# response_headers_conformance. One meets the limits of JSON Schema: positive_data_acceptance, see the hooks.
# `peers` are two accounts that must not see each other's credentials; all requests but those that try are `first`'s.
CONFIGURATION = """
hooks = {hooks}
[auth.wfc]
path = {users}
user = "first"
peers = ["first", "second"]
[checks]
enabled = true
{more}
"""
# In the whole contract some rules are in prose only (a slug that is taken, say), unions are open, because newer kinds
# of messages and tools come, and a form has texts only. So neither "what fits is accepted" nor "what does not is
# refused" can hold for all of it. In short sequences of so many operations, hardly one meets what another has made.
OPEN = """
[checks.positive_data_acceptance]
enabled = false
[checks.negative_data_rejection]
enabled = false
[phases.stateful]
max-steps = 40
generation = {mode = "positive", max-examples = 15}
"""
EVERY = [operation for item in CONTRACT["paths"].values() for operation in item.values()]
BOUNDED = ("--max-examples", "6", "--seed", "1")


def narrowed(contract: dict[str, Any], workspaces: list[str], hashes: list[str]) -> dict[str, Any]:
    """Return the contract with its prose as schema: whose ids and hashes, and the one pair that excludes each other.

    Most random requests get past the validation only with this. It also makes schemathesis send the opposite, and
    insist on a refusal.
    """
    narrow: dict[str, Any] = json.loads(json.dumps(contract))
    for name in ("CreateBYOKKeyRequest", "UpdateBYOKKeyRequest"):
        schema = narrow["components"]["schemas"][name]
        both = {"const": True, "type": "boolean"}
        schema["not"] = {
            "properties": {"is_byok_only": both, "is_fallback": both},
            "required": ["is_byok_only", "is_fallback"],
        }
        schema["properties"]["allowed_api_key_hashes"]["items"]["enum"] = hashes
        if "workspace_id" in schema["properties"]:
            schema["properties"]["workspace_id"]["enum"] = workspaces
    (parameter,) = (each for each in narrow["paths"]["/byok"]["get"]["parameters"] if each["name"] == "workspace_id")
    parameter["schema"]["enum"] = workspaces
    return narrow


def stated(contract: dict[str, Any]) -> dict[str, Any]:
    """Return the contract with what it says beside OpenAPI, in OpenAPI.

    Values that are newer than an open enumeration may come, an operation wants a key or none, each may answer 400, and
    one of them is not below the others. Events are held to the contract elsewhere: here each would be read as a text.
    """
    whole: dict[str, Any] = json.loads(json.dumps(contract), object_hook=_opened)
    whole["paths"] = {
        path if "servers" in operation else f"/api/v1{path}": item
        for path, item in whole["paths"].items()
        for operation in item.values()
    }
    for operation in [each for item in whole["paths"].values() for each in item.values()]:
        operation.pop("servers", None)
        operation["responses"].setdefault("400", {"description": "what is sent is wrong"})
        if operation["x-auth"]["key"] == "none":
            operation["security"] = []
        for response in operation["responses"].values():
            if "text/event-stream" in response.get("content", {}):
                response["content"]["text/event-stream"] = {}
    return whole


def _opened(value: dict[str, Any]) -> dict[str, Any]:
    return {name: each for name, each in value.items() if name != "enum"} if value.get("x-open-enum") else value


def run(
    folder: Path, server: LocalOpenRouter, contract: dict[str, Any], *arguments: str, more: str = "", url: str = ""
) -> tuple[dict[str, Any], str]:
    """Run schemathesis in `folder`; return its report, and what it printed."""
    keys = {"first": server.management_key, "second": server.add_account().management_key}
    users = [
        {"name": name, "fixedHeaders": [{"name": "Authorization", "value": f"Bearer {key}"}]}
        for name, key in keys.items()
    ]
    (folder / "users.json").write_text(json.dumps({"auth": users}))
    (folder / "contract.json").write_text(json.dumps(contract))
    quoted = {"hooks": json.dumps(str(HOOKS)), "users": json.dumps(str(folder / "users.json")), "more": more}
    (folder / "schemathesis.toml").write_text(CONFIGURATION.format(**quoted))
    command = [sys.executable, "-m", "schemathesis.cli", "--config-file", "schemathesis.toml", "run", "contract.json"]
    options = ("--url", url or server.url, "--report", "json", "--report-json-path", "report.json", "--no-color")
    done = subprocess.run(
        [*command, *options, *arguments],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    report: dict[str, Any] = json.loads((folder / "report.json").read_text())
    return report, done.stdout + done.stderr


@pytest.fixture
def bounds() -> tuple[str, ...]:
    """Return how long it runs: always the same requests in the test suite, for as long as wanted otherwise."""
    seconds = os.environ.get("CONTRACT_SECONDS")
    return BOUNDED if seconds is None else ("--max-time", seconds)


def check(report: dict[str, Any], printed: str) -> None:
    """Assert that nothing was found, and that nothing was left out."""
    assert report["exit_code"] == 0, printed
    assert (report["failures"], report["errors"], report["complete"]) == ([], [], True), printed
    assert report["operations"]["tested"] == report["operations"]["total"] == 5
    assert {name: phase["status"] for name, phase in report["phases"].items()} == dict.fromkeys(
        ("examples", "coverage", "fuzzing", "stateful"), "success"
    )
    assert "API Links:    3 covered" in printed, printed
    accepted = {
        operation: sum(phase["accepted"] for phase in rates.values())
        for operation, rates in report["valid_rates"].items()
    }
    assert len(accepted) == 5
    assert min(accepted.values()) > 0, f"an operation was never reached: {accepted}"


@pytest.mark.long
def test_the_contract_as_it_is(server: LocalOpenRouter, tmp_path: Path, bounds: tuple[str, ...]) -> None:
    """Every answer to what the published file allows, and to what it does not, is an answer that the file describes."""
    check(*run(tmp_path, server, BYOK, *bounds))


@pytest.mark.long
def test_the_contract_with_its_prose(server: LocalOpenRouter, tmp_path: Path, bounds: tuple[str, ...]) -> None:
    """The same with requests that name the account's own workspaces and hashes, and so get further."""
    account = server.account
    workspaces = [account.default_workspace_id, account.add_workspace()]
    hashes = [account.api_key_hash, account.add_api_key_hash()]
    check(*run(tmp_path, server, narrowed(BYOK, workspaces, hashes), *bounds))


RUNS = [
    pytest.param(("--phases", "examples,fuzzing,stateful", "--max-examples", "1", "--seed", "1"), id="short"),
    pytest.param(("--max-examples", "5", "--seed", "1"), id="long", marks=pytest.mark.long),  # thousands of requests
]


@pytest.mark.parametrize("arguments", RUNS)
def test_the_whole_contract(server: LocalOpenRouter, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """Whatever is sent to whichever operation, it never ends with a 500, and answers what the contract describes."""
    origin = server.url.removesuffix("/api/v1")
    report, printed = run(tmp_path, server, stated(CONTRACT), *arguments, more=OPEN, url=origin)
    assert report["operations"]["tested"] == report["operations"]["total"] == len(EVERY), printed
    assert (report["failures"], report["errors"], report["complete"]) == ([], [], True), printed
    covered = re.search("API Links: +([0-9]+) covered", printed)
    assert covered is not None, printed
    assert int(covered[1]) > 30, printed


def test_it_can_fail(server: LocalOpenRouter, tmp_path: Path) -> None:
    """A field of the wrong type in one answer is found: the run is not green whatever happens."""
    server.fail(method="GET", path="/byok", times=None, body={"data": [], "total_count": "0"})
    report, _ = run(tmp_path, server, BYOK, "--phases", "examples")
    assert [failure["operations"] for failure in report["failures"]] == [["GET /byok"]]
