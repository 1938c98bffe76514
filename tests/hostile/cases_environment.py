"""Section 2: the environment and URLs. What is wrong is refused, what is empty is unset, and nobody's netrc is read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.hostile.canary import MANAGEMENT
from tests.hostile.case import SHOWN, Accepted, Case, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.hostile.case import Seen

__all__ = ["CASES"]

FILES = Path(__file__).parent / "files"

# --- URLs --------------------------------------------------------------------------------------------------------

NO_URLS = {
    "file://": f"file:///{SHOWN}",
    "ftp://": "ftp://{host}/api/v1",
    "no scheme": "{host}/api/v1",
    "no host": "https:///api/v1",
    "a host that is missing before its port": "https://:443/api/v1",
    "http://[::1": "http://[::1",
    "port 99999": "http://127.0.0.1:99999/api/v1",
    "a port that is no number": "http://127.0.0.1:port/api/v1",
    "plain http beyond loopback": "http://0.0.0.0:80/api/v1",
    "plain http to a name": f"http://{SHOWN}.example/api/v1",
    "user info": f"http://user:{SHOWN}@{{host}}/api/v1",
    "a user alone": f"http://{SHOWN}@{{host}}/api/v1",
    "a fragment": "http://{host}/api/v1#" + SHOWN,
    "an empty fragment": "http://{host}/api/v1#",
    "a newline": "http://{host}/api/v1\n",
    "CRLF and a header": "http://{host}/api/v1\r\nX-Injected: 1",
    "a blank": "http://{host}/api v1",
    "a backslash": "http://{host}\\@gateway.example/",
}
"""Those that could be reached lead to the server of the case, to whom nothing may come."""


def _urls() -> Iterator[Case]:
    for title, url in NO_URLS.items():
        refused = Refused("server_url")
        yield Case(f"server_url of the core with {title}", refused, core={"server_url": url})
        yield Case(f"server_url of the call with {title}", refused, options={"server_url": url})
        yield Case(
            f"OPENROUTER_BASE_URL with {title}",
            Refused("OPENROUTER_BASE_URL"),
            core={"server_url": None},
            environment={"OPENROUTER_BASE_URL": url},
        )


# --- Variables ---------------------------------------------------------------------------------------------------

WRONG_VARIABLES = [
    ("OPENROUTER_API_KEY", "with a newline", f"{MANAGEMENT}\n"),
    ("OPENROUTER_API_KEY", "with CRLF and a header", f"{MANAGEMENT}\r\nX-Injected: 1"),
    ("OPENROUTER_API_KEY", "beyond ASCII", f"{MANAGEMENT}é"),
    ("OPENROUTER_API_KEY", "with bytes that are no UTF-8", f"{MANAGEMENT}\udcff"),
    ("OPENROUTER_API_KEY", "of blanks only", "  "),
    ("OPENROUTER_HTTP_REFERER", "with CRLF", f"{SHOWN}\r\nX-Injected: 1"),
    ("OPENROUTER_APP_TITLE", "beyond Latin-1", f"{SHOWN} \N{SNOWMAN}"),
    ("OPENROUTER_APP_CATEGORIES", "with CRLF", f"{SHOWN}\r\nX-Injected: 1"),
]


def _sends(*present: bytes, absent: tuple[bytes, ...] = ()) -> Accepted:
    def check(seen: Seen) -> None:
        head = seen.endpoint.latest.partition(b"\r\n\r\n")[0].lower()
        assert [line for line in present if line not in head] == []
        assert [line for line in absent if line in head] == []

    sent = b", ".join((*present, *(b"no " + line for line in absent))).decode()
    return Accepted(f"sends {sent}", check)


KEY = f"authorization: bearer {MANAGEMENT.lower()}".encode()


def _variables() -> Iterator[Case]:
    for variable, title, text in WRONG_VARIABLES:
        core = {"api_key": None} if variable == "OPENROUTER_API_KEY" else {}
        yield Case(f"{variable} {title}", Refused(variable), core=core, environment={variable: text})
    empty = {"OPENROUTER_API_KEY": b"authorization", "OPENROUTER_HTTP_REFERER": b"http-referer"}
    empty |= {"OPENROUTER_APP_TITLE": b"x-openrouter-title", "OPENROUTER_APP_CATEGORIES": b"x-openrouter-categories"}
    for variable, header in empty.items():
        sends = _sends(absent=(header,))
        yield Case(f"{variable} that is empty", sends, core={"api_key": None}, environment={variable: ""})

    def unset(seen: Seen) -> None:
        assert seen.core.server_url is None

    yield Case(
        "OPENROUTER_BASE_URL that is empty",
        Accepted("counts as unset", unset),
        core={"server_url": None},
        options={"server_url": "http://{host}/api/v1"},
        environment={"OPENROUTER_BASE_URL": ""},
    )


# --- What httpx reads --------------------------------------------------------------------------------------------

ELSEWHERE = {"HTTP_PROXY": "http://gateway.example", "HTTPS_PROXY": "https://gateway.example"}


def _of_httpx() -> Iterator[Case]:
    unused = Accepted("is not used for what is on this machine", lambda _: None)
    for variable in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        core = {"server_url": ELSEWHERE.get(variable, "https://gateway.example"), "allow_insecure_http": True}
        for title, proxy in {
            "of an unknown scheme": f"nonsense://u:{MANAGEMENT[:8]}@{SHOWN}.example",
            "with a port that is no number": f"http://{SHOWN}.example:{MANAGEMENT[:8]}",
        }.items():
            yield Case(f"{variable} {title}", Refused(variable), core=core, environment={variable: proxy})
            yield Case(f"{variable} {title}, and a local server", unused, environment={variable: proxy})
    netrc = {"NETRC": str(FILES / ".netrc"), "HOME": str(FILES)}
    yield Case("a netrc for the host, and a key", _sends(KEY, absent=(b"basic",)), environment=netrc)
    without = _sends(absent=(b"authorization",))
    yield Case("a netrc for the host, and no key", without, core={"api_key": None}, environment=netrc)


# --- Debugging ---------------------------------------------------------------------------------------------------


def _debugging() -> Iterator[Case]:
    def off(seen: Seen) -> None:
        assert seen.stderr == ""

    def on(seen: Seen) -> None:
        assert " openrouter POST /byok 201 attempt=1 " in seen.stderr
        assert seen.stderr.count("\n") == 1

    for text in ("", "0", "false", "no", "False", "NO", " "):
        yield Case(f"OPENROUTER_DEBUG {text!r}", Accepted("is off", off), environment={"OPENROUTER_DEBUG": text})
    for text in ("1", "true", "yes"):
        yield Case(f"OPENROUTER_DEBUG {text!r}", Accepted("is on", on), environment={"OPENROUTER_DEBUG": text})


CASES = [*_urls(), *_variables(), *_of_httpx(), *_debugging()]
