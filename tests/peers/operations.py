"""What each official client can do with the local server, as a table made by running it: `operations.json`.

    python -m tests.peers.operations

It needs the Python client, Node.js and npm, and prints the table for people. Every operation of the contract is called
with the arguments that it needs, and once more for a stream; what it names is created first. The answer is read to its
end: a client that refuses it cannot do the operation.
"""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from openrouter_core.testing import LocalOpenRouter
from tests.peers import official_python, official_typescript, ours
from tests.peers.calls import OK
from tests.peers.prepared import Prepared

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.peers.calls import Call

    Run = Callable[[LocalOpenRouter, list[Call]], list[str]]

PATH = Path(__file__).with_name("operations.json")
OURS, PYTHON, TYPESCRIPT = "openrouter-funcs", "openrouter (Python)", "@openrouter/sdk (TypeScript)"

Table = dict[str, dict[str, str]]  # by function and client: "ok", or why not


def runs(folder: Path) -> dict[str, Run]:
    """Return what runs each client; the TypeScript one is installed in `folder`."""

    def by_ours(server: LocalOpenRouter, calls: list[Call]) -> list[str]:
        with server.core() as core:
            return ours.outcomes(calls, core)

    return {
        OURS: by_ours,
        PYTHON: lambda server, calls: official_python.outcomes(calls, server.url, server.management_key),
        TYPESCRIPT: lambda server, calls: official_typescript.outcomes(
            calls, server.url, server.management_key, folder
        ),
    }


def column(server: LocalOpenRouter, run: Run) -> dict[str, str]:
    """Return what one client can do, by function."""
    server.reset()
    with server.core() as core:
        calls = Prepared(server, core).calls()
    found: dict[str, str] = {}
    for call, outcome in zip(calls, run(server, calls), strict=True):
        if found.get(call.each.function, OK) == OK:
            found[call.each.function] = outcome
    return found


def for_people(table: Table) -> str:
    """Return the table in Markdown: how much each client does, and all that it does not."""
    clients = [*next(iter(table.values()))]
    lines = ["| client | operations | cannot do |", "|---|---|---|"]
    for client in clients:
        lacks: dict[str, list[str]] = {}
        for function, row in table.items():
            lacks.setdefault(row[client], []).append(f"`{function}`")
        done = len(lacks.pop(OK, ()))
        said = "<br>".join(f"{why}: {', '.join(functions)}" for why, functions in lacks.items())
        lines.append(f"| {client} | {done} of {len(table)} | {said} |")
    return "\n".join(lines)


def main() -> None:
    """Write the table anew, one line a function, and print it."""
    with LocalOpenRouter() as server, TemporaryDirectory() as folder:
        project = official_typescript.installed(Path(folder) / "project")
        columns = {client: column(server, run) for client, run in runs(project).items()}
    made = {name: {client: each[name] for client, each in columns.items()} for name in sorted(columns[OURS])}
    lines = [f"{json.dumps(name)}: {json.dumps(row, ensure_ascii=False)}" for name, row in made.items()]
    PATH.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
    print(for_people(made))


if __name__ == "__main__":
    main()
