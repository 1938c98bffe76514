"""Every operation of the contract answers: by its rules, with the key that it wants, and with what it promises."""

from __future__ import annotations

import json
from operator import attrgetter
from typing import TYPE_CHECKING, Any, cast

import pytest

from openrouter_core.testing.endpoints import behaviours
from openrouter_funcs._generate.contract import FORM, JSON, MULTIPART, Endpoint, endpoints, resolved
from tests.contract.instances import whole
from tests.testing.conformance import assert_conforms, events

if TYPE_CHECKING:
    import httpx

    from openrouter_core.testing import LocalOpenRouter
    from openrouter_core.testing.state import State

EVERY = endpoints()
every = pytest.mark.parametrize("each", EVERY, ids=attrgetter("function"))
ID = "00000000-0000-4000-8000-000000000000"
BEHAVIOURS = behaviours(cast("State", None)).keys()
# What no sample can be: a code that was made before, and a JWT.
REFUSED = {"oauth_exchange_auth_code_for_api_key": 403, "oauth_create_oauth_token": 400}
# An operation documents neither 405 nor 415, but every server answers them.
ENCODINGS = {JSON: "json", FORM: "data", MULTIPART: "data"}


def value(schema: dict[str, Any]) -> object:
    """Return a value that a schema allows: its example, if it has one."""
    found = resolved(schema)
    formats: dict[str, object] = {"uuid": ID, "date": "2026-01-02", "date-time": "2027-01-02T03:04:05Z"}
    formats["uri"] = "https://app.example"
    if found.get("type") == "array" and "example" not in found:
        return [value(found["items"])]
    example = schema.get("example", found.get("example"))
    return formats.get(found.get("format", ""), whole(schema) if example is None else example)


def send(client: httpx.Client, each: Endpoint, leave: str | None = None, **more: Any) -> httpx.Response:  # noqa: ANN401
    """Send a request with what an operation wants, but for the parameter to `leave`."""
    given: dict[str, dict[str, Any]] = {"path": {}, "query": {}, "header": {}, "body": {}, "file": {}}
    for one in each.parameters:
        is_file = resolved(one.schema).get("format") == "binary"
        if one.wire != leave and (one.required or is_file):
            given["file" if is_file else one.place][one.wire] = ("a.wav", b"RIFF") if is_file else value(one.schema)
    if each.encoding == MULTIPART and not given["file"]:
        given["file"] = {"nothing": ("", b"")}  # so that it is multipart
    arguments: dict[str, Any] = {"params": given["query"], "files": given["file"]}
    arguments |= {ENCODINGS[each.encoding]: given["body"]} if each.encoding else {}
    path = each.path.format_map(given["path"])
    url = str(client.base_url.copy_with(path=path)) if each.at_origin else path
    return client.request(each.method, url, **{**arguments, **more})


def assert_documented(each: Endpoint, response: httpx.Response, also: tuple[int, ...] = ()) -> None:
    """Assert that an answer is one that the contract describes."""
    path, method = each.path.replace("~", "~0").replace("/", "~1"), each.method.lower()
    assert response.status_code in {each.status, *each.errors, *also}, response.text
    if response.status_code in also:
        return
    if each.success is None and response.status_code == each.status:
        assert response.headers.get("content-type") != JSON
        return
    pointer = f"/paths/{path}/{method}/responses/{response.status_code}/content/{JSON.replace('/', '~1')}/schema"
    assert_conforms(pointer, response.json())


@every
def test_it_answers_what_the_contract_says(client: httpx.Client, each: Endpoint) -> None:
    """Success, or that there is no such thing; and the same to the same request, if it is read from what is there."""
    response, again = send(client, each), send(client, each)
    assert_documented(each, response, (404,))
    assert response.status_code in {each.status, 404, REFUSED.get(each.function)}
    if each.method == "GET" or each.function not in BEHAVIOURS:
        assert (again.status_code, again.content) == (response.status_code, response.content)


@every
def test_it_wants_its_key(client: httpx.Client, server: LocalOpenRouter, each: Endpoint) -> None:
    """Without one 401, with a key of the wrong kind 403; where none is wanted, none is looked at."""
    ordinary = {"authorization": f"Bearer {server.ordinary_key}"}
    for headers, status in (
        ({"authorization": ""}, 401),
        ({"authorization": "Bearer sk-or-test-no"}, 401),
        (ordinary, 403),
    ):
        response = send(client, each, headers=headers)
        refused = each.key == "management" or (each.key == "api" and status == 401)
        if refused:
            assert response.status_code == status
            assert_documented(each, response, (403,))
        else:
            assert response.status_code not in {401, 403} - {REFUSED.get(each.function)}


@pytest.mark.parametrize("each", [each for each in EVERY if each.stream], ids=attrgetter("function"))
def test_every_event_of_a_stream_is_what_the_contract_says(client: httpx.Client, each: Endpoint) -> None:
    """Up to the sentinel."""
    body = {one.wire: value(one.schema) for one in each.parameters if one.required and one.place == "body"}
    answer = client.request(each.method, each.path, json={**body, each.stream["field"]: each.stream["value"]})
    *found, (_, last) = events(answer.text)
    assert (len(found) > 0, last) == (True, each.stream["sentinel"])
    for _, data in found:
        assert_conforms(f"/paths/{each.path.replace('/', '~1')}/{each.method.lower()}/x-stream/event", data)


REQUIRED = [(each, one.wire) for each in EVERY for one in each.parameters if one.required and one.place != "path"]


@pytest.mark.parametrize(("each", "name"), REQUIRED, ids=[f"{each.function}-{name}" for each, name in REQUIRED])
def test_what_is_missing_is_named(client: httpx.Client, each: Endpoint, name: str) -> None:
    """A 400 in the operation's shape of errors."""
    response = send(client, each, leave=name)
    assert response.status_code == 400
    assert f"{name}: is required" in json.dumps(response.json())
    assert_documented(each, response, (400,) * (400 not in each.errors))


@pytest.mark.parametrize("each", [each for each in EVERY if each.encoding], ids=attrgetter("function"))
def test_a_body_in_another_encoding(client: httpx.Client, each: Endpoint) -> None:
    """A 415; without any, a 400."""
    nothing: dict[str, Any] = {"json": None, "data": None, "files": None}
    response = send(client, each, **nothing, content=b"<a/>", headers={"content-type": "text/xml"})
    assert response.status_code == 415
    absent = send(client, each, **nothing)
    assert (absent.status_code, "body: is required" in absent.text) == (400, True)
