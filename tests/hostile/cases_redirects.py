"""Section 4: redirects are returned and never followed, and cookies are neither stored nor sent back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from openrouter_core import errors
from tests.faults.server import Say, response
from tests.funcs.cases import CREATE
from tests.hostile.case import Accepted, Case, Failed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.hostile.case import Seen

__all__ = ["CASES"]

ELSEWHERE = "http://{target}/api/v1/byok"
STATUSES = (300, 301, 302, 303, 305, 306, 307, 308)
BODY = json.dumps(CREATE.body).encode()


def _not_followed(seen: Seen) -> None:
    assert seen.target.connections == 0
    assert seen.result.error.headers["location"]


def _returned(status: int, *, call: str) -> Failed:
    in_doubt = status == 303 and call != "byok_get"
    outcome = "unknown" if in_doubt else "not_applied"
    return Failed(errors.OpenRouterDefaultError, str(status), status, outcome, _not_followed)


def _redirects() -> Iterator[Case]:
    for status in STATUSES:
        for call in ("byok_get", "byok_create", "byok_update"):
            script = (Say(response(status=f"{status} X", headers=[f"Location: {ELSEWHERE}"])),)
            yield Case(f"{status} of {call} to another server", _returned(status, call=call), call=call, script=script)
    for title, location in {
        "a path": "/elsewhere",
        "a URL without a scheme": "//{target}/x",
        "a file": "file:///etc/passwd",
    }.items():
        script = (Say(response(status="307 X", headers=[f"Location: {location}"])),)
        yield Case(f"307 to {title}", _returned(307, call="byok_create"), script=script)
    # httpx looks at the Location even so, and gives no status when it is no URL; see docs/decisions.md.
    broken = Failed(errors.RequestConnectionError, "location header", outcome="unknown")
    script = (Say(response(status="307 X", headers=["Location: http://[::1"])),)
    yield Case("307 to no URL", broken, script=script)
    everywhere = [f"Location: {ELSEWHERE}", f"Refresh: 0; url={ELSEWHERE}", f"Content-Location: {ELSEWHERE}"]

    def stayed(seen: Seen) -> None:
        assert seen.target.connections == 0

    script = (Say(response(BODY, status="201 X", headers=everywhere)),)
    yield Case("a 201 with a Location, and a Refresh", Accepted("accepted, and not followed", stayed), script=script)


COOKIES = {
    "for the session": "Set-Cookie: sid=123",
    "for a year": "Set-Cookie: sid=123; Max-Age=31536000; Path=/",
    "for the domain": "Set-Cookie: sid=123; Domain=127.0.0.1; Path=/",
    "of the old kind": "Set-Cookie2: sid=123; Version=1",
    "of no sense": "Set-Cookie: =;;;\xff=\xff",
}


def _unsent(seen: Seen) -> None:
    assert seen.endpoint.requests == 2
    assert b"cookie" not in seen.endpoint.latest.lower()


def _cookies() -> Iterator[Case]:
    for title, header in COOKIES.items():
        # The first answer sets it and asks for another attempt; the second request would bring it back.
        for status in ("429 X", "503 X"):
            yield Case(
                f"a cookie {title}, set by a {status[:3]}",
                Accepted("not sent back", _unsent),
                call="byok_get",
                core={"retry_config": None},
                script=(Say(response(status=status, headers=[header, "retry-after-ms: 1"])),),
                then=(Say(response(BODY, status="200 X", headers=[header])),),
            )


CASES = [*_redirects(), *_cookies()]
