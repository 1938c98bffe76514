"""What the official clients send for each function of the contract, as a table: `requests.json`.

    python -m tests.peers.requests

It needs the Python client, Node.js and npm. Nothing is sent: each client's transport keeps the request.
"""

from __future__ import annotations

import json
from email.parser import BytesParser
from email.policy import HTTP
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from openrouter_funcs._generate.contract import FORM, JSON
from tests.peers import official_python, official_typescript
from tests.peers.calls import Call, Sent, every_call

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PATH = Path(__file__).with_name("requests.json")
UNMATCHED = {"accept-encoding", "connection", "content-length", "host", "user-agent"}  # each client has its own

Table = dict[str, dict[str, dict[str, Any]]]  # by function and case: the arguments, and what each client sends


def table(calls: Sequence[Call], sent: Mapping[str, Sequence[Sent]]) -> Table:
    """Return what clients, by their names, have sent for `calls`."""
    made: Table = {}
    for index, call in enumerate(calls):
        theirs = {client: seen(each[index]) for client, each in sent.items()}
        made.setdefault(call.each.function, {})[call.case] = {"arguments": call.arguments} | theirs
    return made


def seen(sent: Sent) -> dict[str, Any] | str:
    """Return what matters of a request: the order of headers, of a query's names and of a form's does not."""
    if isinstance(sent, str):
        return sent
    (url, _, query), kind = sent.url.partition("?"), sent.headers.get("content-type", "")
    headers = {name: value for name, value in sent.headers.items() if name not in UNMATCHED}
    made = {"method": sent.method, "url": url, "query": _pairs(query.encode()), "headers": headers}
    if kind.startswith("multipart/"):
        headers["content-type"] = kind.partition(";")[0]
        return made | {"parts": _parts(kind, sent.content)}
    if kind == FORM:
        return made | {"form": _pairs(sent.content)}
    return made | ({"json": json.loads(sent.content)} if kind == JSON else {"bytes": sent.content.decode()})


def _pairs(text: bytes) -> list[list[str]]:
    pairs = parse_qsl(text.decode(), keep_blank_values=True)
    return [list(pair) for pair in sorted(pairs, key=lambda pair: pair[0])]


def _parts(kind: str, content: bytes) -> list[list[str | None]]:
    message = BytesParser(policy=HTTP).parsebytes(f"Content-Type: {kind}\r\n\r\n".encode() + content)
    parts: list[Any] = list(message.iter_parts())
    names = [part.get_param("name", header="content-disposition") for part in parts]
    rest = [[part.get_filename(), part.get("content-type"), part.get_payload(decode=True).decode()] for part in parts]
    return sorted(([name, *each] for name, each in zip(names, rest, strict=True)), key=lambda row: row[0])


def main() -> None:
    """Write the table anew: one line a function."""
    calls = every_call()
    with TemporaryDirectory() as folder:
        typescript = official_typescript.sent(calls, official_typescript.installed(Path(folder) / "project"))
    made = table(calls, {"python": official_python.sent(calls), "typescript": typescript})
    lines = [json.dumps({name: made[name]}, sort_keys=True, ensure_ascii=False)[1:-1] for name in sorted(made)]
    PATH.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


if __name__ == "__main__":
    main()
