"""Section 5: a server that says a key aloud, in every form and at every place where an error would show it."""

from __future__ import annotations

import json
from base64 import b64encode
from typing import TYPE_CHECKING

import attrs

from openrouter_core import Hooks, errors
from tests.faults.server import Close, Say, response
from tests.funcs.cases import CREATE
from tests.hostile.canary import FORMS, MANAGEMENT, PROVIDER
from tests.hostile.case import Case, Failed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openrouter_core.errors import Outcome
    from openrouter_core.hooks import HookContext
    from openrouter_core.http.wire import Request
    from tests.hostile.case import Seen

__all__ = ["CASES"]

REFUSED = errors.BadRequestResponseError
MASK = "[redacted]"


def _masked(seen: Seen) -> None:
    assert MASK.encode() in seen.result.error.body


def _in_messages() -> Iterator[Case]:
    for whose, forms in FORMS.items():
        for name, form in forms.items():
            body = json.dumps({"error": {"code": 400, "message": f"no key {form}!", "metadata": {"raw": [form]}}})
            says = "no key " if "base64" in name else f"no key {MASK}..." if "dots" in name else f"no key {MASK}!"
            yield Case(
                f"the {whose} key, {name}, in a message",
                Failed(REFUSED, says, 400, check=_masked),
                script=(Say(response(body.encode(), status="400 X")),),
            )


def _without_a_prefix() -> Iterator[Case]:
    digits = "0123456789abcdef" * 4
    for title, said in {"": digits, "'s beginning": digits[:20], "'s beginning and dots": f"{digits[:8]}..."}.items():
        body = json.dumps({"error": {"code": 400, "message": f"no key {said}"}}).encode()
        yield Case(
            f"a management key without its prefix{title}",
            Failed(REFUSED, f"no key {MASK}", 400),
            core={"api_key": f"sk-or-v1-{digits}"},
            script=(Say(response(body, status="400 X")),),
        )


def _in_bodies() -> Iterator[Case]:
    escaped = "".join(f"\\u{ord(char):04x}" for char in PROVIDER).encode()
    bodies = {
        "with every character escaped": b'{"error": {"code": 400, "message": "no %s"}}' % escaped,
        "as the name of a member": json.dumps(
            {"error": {"code": 400, "message": "no", "metadata": {PROVIDER: 1}}}
        ).encode(),
        "as the name of a member, escaped": b'{"error": {"code": 400, "message": "no", "metadata": {"%s": 1}}}'
        % escaped,
        "in a list, with every character escaped": b'{"error": {"code": 4, "message": "no", "metadata": {"x": ["%s"]}}}'
        % escaped,
        "in an error of another shape": json.dumps({"error": f"no {PROVIDER}"}).encode(),
        "as the whole body": json.dumps(PROVIDER).encode(),
        "in HTML": b"<html>%s</html>" % FORMS["provider"]["HTML"].encode(),
        "in a body that is no UTF-8": b"\xff" + PROVIDER.encode(),
        "in half a body": b'{"error": {"message": "' + PROVIDER.encode(),
        "in half a body, with every character escaped": b'{"error": {"message": "' + escaped,
        "beside a number that Python does not read": b'{"error": {"n": %s, "message": "%s"}}' % (b"1" * 5000, escaped),
        "in half a body that is Python's": b"{'error': {'message': '%s" % repr(PROVIDER)[1:-1].encode(),
        "in half a body of UTF-16": f'{{"error": {{"message": "{MANAGEMENT}'.encode("utf-16"),
        "percent-encoded, in UTF-16": f"no {FORMS['provider']['percent-encoded']}".encode("utf-16"),
        "twice, run together": json.dumps({"error": {"code": 400, "message": PROVIDER * 2}}).encode(),
        "beside the other": json.dumps({"error": {"code": 400, "message": f"{PROVIDER}, {MANAGEMENT}"}}).encode(),
    }
    for title, body in bodies.items():
        for status, kind in ((400, REFUSED), (502, errors.OpenRouterDefaultError)):
            yield Case(
                f"the provider key {title}, under {status}",
                Failed(kind, status=status, check=_masked),
                script=(Say(response(body, status=f"{status} X")),),
            )
    wrong = {"in a 201 of a wrong shape": json.dumps({"data": {"label": PROVIDER, PROVIDER: MANAGEMENT}}).encode()}
    wrong["where a 201 has a flag"] = json.dumps({"data": {**CREATE.body["data"], "disabled": PROVIDER}}).encode()
    wrong["in a 201 that is no JSON"] = b"created " + PROVIDER.encode()
    for title, body in wrong.items():
        outcome: Outcome = "applied" if "no JSON" in title else "unknown"
        expected = Failed(errors.ResponseValidationError, status=201, outcome=outcome, check=_masked)
        yield Case(f"the provider key {title}", expected, script=(Say(response(body, status="201 X")),))

    blanks = json.dumps({"error": {"code": 400, "message": f"no key {PROVIDER}"}}).encode()
    yield Case(
        "a provider's key that was given with blanks around it",
        Failed(REFUSED, f"no key {MASK}", 400),
        arguments={"key": f"  {PROVIDER}\n"},
        script=(Say(response(blanks, status="400 X")),),
    )


def _in_heads() -> Iterator[Case]:
    heard = ("httpx", "httpcore")  # they log status line and headers as they came; see docs/security.md
    percent = FORMS["provider"]["percent-encoded"]
    headers = {
        "in a header": f"X-Echo: Bearer {MANAGEMENT}",
        "in the content type": f"X-Type: {MANAGEMENT}\r\nContent-Language: {percent}",
        "in a Location": f"Location: https://gateway.example/?key={percent}",
        "in a request id": f"X-Request-Id: {FORMS['management']['percent-encoded']}",
        "as a header's name": f"{FORMS['provider']['base64 for URLs']}: 1",
        "in a Retry-After": f"Retry-After: {MANAGEMENT}",
        "in WWW-Authenticate": f'WWW-Authenticate: Bearer error="{MANAGEMENT}"',
        "in Set-Cookie": f"Set-Cookie: key={MANAGEMENT}",
    }
    for title, header in headers.items():
        script = (Say(response(status="400 X", headers=[header])),)
        yield Case(f"a key {title}", Failed(REFUSED, status=400), script=script, overheard=heard)
    yield Case(
        "a key in the status line",
        Failed(REFUSED, status=400),
        script=(Say(response(status=f"400 {MANAGEMENT}")),),
        overheard=heard,
    )
    for title, sent in {
        "in a header that is illegal": b"HTTP/1.1 400 X\r\n\x00" + MANAGEMENT.encode() + b"\r\n\r\n",
        "in place of a status line": MANAGEMENT.encode() + b"\r\n\r\n",
        "in an impossible length": b"HTTP/1.1 400 X\r\nContent-Length: " + MANAGEMENT.encode() + b"\r\n\r\n",
    }.items():
        expected = Failed(errors.RequestConnectionError, outcome="unknown")
        yield Case(f"a key {title}", expected, script=(Say(sent), Close()), overheard=heard)


def _in_a_head_without_a_body() -> Iterator[Case]:
    sent = response(b"x" * 10, status="400 X", headers=[f"X-Request-Id: {FORMS['management']['percent-encoded']}"])

    def masked(seen: Seen) -> None:
        assert seen.result.error.request_id == MASK

    yield Case(
        "a key in the request id of a response that breaks off",
        Failed(errors.RequestConnectionError, status=400, outcome="not_applied", check=masked),
        script=(Say(sent[:-5]), Close()),
        overheard=("httpx", "httpcore"),
    )


def _in_what_is_logged() -> Iterator[Case]:
    request_id = f"X-Request-Id: {FORMS['management']['percent-encoded']}"

    def masked(seen: Seen) -> None:
        assert f"request_id={MASK}" in seen.stderr

    yield Case(
        "a key for a request id, and OPENROUTER_DEBUG",
        Failed(REFUSED, status=400, check=masked),
        script=(Say(response(status="400 X", headers=[request_id])),),
        environment={"OPENROUTER_DEBUG": "1"},
        overheard=("httpx", "httpcore"),
    )


def _sign(_: HookContext, request: Request) -> Request:
    return attrs.evolve(request, headers=request.headers.updated({"Authorization": f"Bearer {MANAGEMENT}"}))


SIGNING = Hooks(before_request=_sign)


def _of_gateways() -> Iterator[Case]:
    body = json.dumps({"error": {"code": 400, "message": f"no key {MANAGEMENT}"}}).encode()
    script = (Say(response(body, status="400 X")),)
    expected = Failed(REFUSED, f"no key {MASK}", 400)
    for name in (
        *("Authorization", "Proxy-Authorization", "X-Auth", "X-Api-Key", "X-Gateway-Token", "Cookie"),
        *("X-Client-Secret", "X-Password", "X-Signature"),
    ):
        value = f"Bearer {MANAGEMENT}" if name.endswith("Authorization") else MANAGEMENT
        yield Case(
            f"a key that was sent as {name}",
            expected,
            core={"api_key": None},
            options={"headers": {name: value}},
            script=script,
        )
    yield Case(
        "a key that a hook has put in place of it", expected, core={"api_key": None, "hooks": SIGNING}, script=script
    )
    key = FORMS["management"]["percent-encoded"]
    for where in ("core", "options"):
        given = {"server_url": f"http://{{host}}/api/v1?gateway_key={key}"}
        yield Case(
            f"a key that was sent in the query of a base URL, of the {where}",
            expected,
            core={"api_key": None, **(given if where == "core" else {})},
            options=given if where == "options" else {},
            script=script,
            overheard=("httpx",),  # it logs URLs; see docs/security.md
        )


def _of_proxies() -> Iterator[Case]:
    """Over plain http a proxy answers itself, and may say which credentials it was given."""
    user, password = FORMS["management"]["percent-encoded"], FORMS["provider"]["percent-encoded"]
    basic = b64encode(f"{MANAGEMENT}:{PROVIDER}".encode()).decode()
    for title, said in {"user": MANAGEMENT, "password": PROVIDER, "header": f"Basic {basic}", "URL": user}.items():
        body = json.dumps({"error": {"code": 502, "message": f"no {said}"}}).encode()
        yield Case(
            f"the credentials of a proxy, as its {title}",
            Failed(errors.OpenRouterDefaultError, f"no {'Basic ' * (title == 'header')}{MASK} (", 502),
            call="byok_get",
            core={"api_key": None, "server_url": "http://gateway.example/v1", "allow_insecure_http": True},
            environment={"HTTP_PROXY": f"http://{user}:{password}@{{host}}"},
            script=(Say(response(body, status="502 X")),),
            overheard=("httpx", "httpcore"),
        )


CASES = [
    *_in_messages(),
    *_without_a_prefix(),
    *_in_bodies(),
    *_in_heads(),
    *_in_a_head_without_a_body(),
    *_in_what_is_logged(),
    *_of_gateways(),
    *_of_proxies(),
]
