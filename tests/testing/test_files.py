"""Files and keys that are made over HTTP: kept, listed in pages, given back; and a database of an earlier release."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from openrouter_core.testing import LocalOpenRouter
from openrouter_core.testing.database import Database
from tests.drawing import drawn

from .conformance import assert_conforms

if TYPE_CHECKING:
    from pathlib import Path

DATA = bytes(range(256)) * 3_000  # three pieces, the last one short
KEYS = "/paths/~1keys/post/responses/201/content/application~1json/schema"
PROVIDERS = [None, "openai", "anthropic", "newer"]


def upload(client: httpx.Client, name: str = "a.bin", data: bytes = b"data", **query: str) -> dict[str, Any]:
    """Upload a file and return what is told of it."""
    answer = client.post("/files", params=query, files={"file": (name, data)})
    assert answer.status_code == 200, answer.text
    assert_conforms("FileResponse", answer.json())
    told: dict[str, Any] = answer.json()
    return told


def test_a_file_comes_back_as_it_was(client: httpx.Client) -> None:
    """All its bytes, its size before them, and its name, whatever is in it."""
    told = upload(client, 'ä "x"/..\\y.bin', DATA)
    assert (told["filename"], told["size_bytes"]) == ('ä "x"/..\\y.bin', len(DATA))
    answer = client.get(f"/files/{told['id']}/content")
    assert answer.content == DATA
    assert answer.headers["content-length"] == str(len(DATA))
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"] == (
        "attachment; filename*=UTF-8''%C3%A4%20%22x%22%2F..%5Cy.bin"
    )  # RFC 5987


@pytest.mark.parametrize("provider", PROVIDERS)
def test_a_file_is_gone_once_it_is_deleted(client: httpx.Client, server: LocalOpenRouter, provider: str | None) -> None:
    """With all its bytes, and told of in the shape of the provider."""
    query = {} if provider is None else {"provider": provider}
    told, other = upload(client, "a.bin", DATA, **query), server.add_file("b.bin", DATA)
    path = f"/files/{told['id']}"
    found = client.get(path, params=query)
    assert_conforms("FileResponse", found.json())
    assert found.json() == told
    deleted = client.delete(path, params=query)
    assert_conforms("FileDeleteResponse", deleted.json())
    assert (deleted.status_code, deleted.json()["_shape"], deleted.json()["id"]) == (200, told["_shape"], told["id"])
    for answer in (client.delete(path), client.get(path), client.get(f"{path}/content")):
        assert answer.status_code == 404
    assert [each["id"] for each in client.get("/files").json()["data"]] == [other]
    assert client.get(f"/files/{other}/content").content == DATA


@pytest.mark.parametrize("provider", PROVIDERS)
def test_a_file_is_told_of_in_the_shape_of_the_provider(client: httpx.Client, provider: str | None) -> None:
    """OpenRouter's own unless one is named that has another."""
    query = {} if provider is None else {"provider": provider}
    shape = provider if provider in {"openai", "anthropic"} else "openrouter"
    told = upload(client, "a.pdf", b"data", **query)
    listed = client.get("/files", params=query).json()
    assert_conforms("FileListResponse", listed)
    assert (told["_shape"], listed["_shape"], listed["data"]) == (shape, shape, [told])


def test_a_media_type_is_that_of_the_part_or_of_the_name(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Of a file that the server was given as well."""
    upload(client, "a.pdf")
    client.post("/files", files={"file": ("a.pdf", b"x", "text/csv")})
    server.add_file("b.png", b"x")
    server.add_file("b", b"x", "text/x-b")
    server.add_file("b", b"x")
    types = [each["mime_type"] for each in client.get("/files").json()["data"]]
    assert types == ["application/pdf", "text/csv", "image/png", "text/x-b", "application/octet-stream"]


@pytest.mark.parametrize("cursor", ["cursor", "after", "after_id"])
def test_files_are_listed_in_pages(client: httpx.Client, server: LocalOpenRouter, cursor: str) -> None:
    """Oldest first, each once, by any of the three cursors; the last page says that it is the last."""
    ids = [server.add_file(f"{number}.txt", b"x") for number in range(5)]
    query: dict[str, Any] = {"limit": 2, "order": "asc"}
    pages: list[list[str]] = []
    while True:
        page = client.get("/files", params=query).json()
        pages.append([each["id"] for each in page["data"]])
        assert (page["first_id"], page["last_id"]) == (pages[-1][0], pages[-1][-1])
        if not page["has_more"]:
            break
        query[cursor] = page["cursor"] if cursor == "cursor" else page["last_id"]
    assert pages == [ids[:2], ids[2:4], ids[4:]]
    assert page["cursor"] is None


def test_a_workspace_has_files_of_its_own(client: httpx.Client, server: LocalOpenRouter) -> None:
    """As has an account."""
    other = server.account.add_workspace()
    told = upload(client, workspace_id=other)
    assert client.get("/files").json()["data"] == []
    assert client.get(f"/files/{told['id']}/content").status_code == 404
    assert client.get(f"/files/{told['id']}/content", params={"workspace_id": other}).content == b"data"
    stranger = {"authorization": f"Bearer {server.add_account().ordinary_key}"}
    assert client.get("/files", headers=stranger).json()["data"] == []
    for headers in ({}, stranger):
        assert client.get(f"/files/{told['id']}", headers=headers).status_code == 404
        assert client.delete(f"/files/{told['id']}", headers=headers).status_code == 404
    assert client.get(f"/files/{told['id']}", params={"workspace_id": other}).json() == told
    assert client.get("/files", params={"workspace_id": other}, headers=stranger).status_code == 400
    assert client.get("/files", headers={"authorization": f"Bearer {server.ordinary_key}"}).status_code == 200


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ({"limit": "1001"}, "limit: must be an integer from 1 to 1000"),
        ({"cursor": "nonsense"}, "cursor: is not one that a list has given"),
        ({"cursor": "W10="}, "cursor: is not one that a list has given"),
        ({"after": "or_file_unknown"}, "after: names no file of this workspace"),
        ({"before_id": "or_file_1"}, "before_id: is not supported"),
        ({"order": "desc"}, 'order: must be "asc"'),
        ({"workspace_id": "default"}, "workspace_id: must be a UUID"),
    ],
)
def test_a_list_that_cannot_be_is_a_400(client: httpx.Client, query: dict[str, str], message: str) -> None:
    """It names the parameter."""
    response = client.get("/files", params=query)
    assert (response.status_code, response.json()["error"]["message"]) == (400, message)


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"file": ("a.txt", b"")}, "file: must not be empty"),
        ({"other": ("a.txt", b"x")}, "file: is required"),
        ({"file": (None, b"x")}, "file: must be a file"),
    ],
)
def test_an_upload_that_breaks_the_contract_is_a_400(client: httpx.Client, files: Any, message: str) -> None:  # noqa: ANN401
    """It names the field."""
    response = client.post("/files", files=files)
    assert (response.status_code, response.json()["error"]["message"]) == (400, message)


def test_a_file_over_100_megabytes_is_a_413(client: httpx.Client) -> None:
    """As OpenRouter documents; the server itself may be given a larger one."""
    response = client.post("/files", files={"file": ("a.bin", bytes(100_070_000))})
    assert response.status_code == 413
    assert response.json()["error"]["message"] == "body: is larger than 100 MB"


def test_a_form_shows_in_the_requests(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Its fields, of files name, type and size and never what is in them; what is broken is not kept."""
    client.post("/audio/transcriptions", data={"model": ["m", "n"]}, files={"file": ("a.wav", b"sk-test")})
    client.post("/files", content=b"sk-test", headers={"content-type": "multipart/form-data; boundary=b"})
    first, second = server.requests
    assert first.body == {"model": ["m", "n"], "file": {"filename": "a.wav", "content_type": "audio/x-wav", "size": 7}}
    assert second.body is None
    assert "sk-test" not in repr(server.requests)


class Machine(RuleBasedStateMachine):
    """The files of two accounts, beside what each should have."""

    client: httpx.Client
    server: LocalOpenRouter
    numbers = st.integers(0, 1)

    @initialize()
    def begin(self) -> None:
        """Begin with two accounts that have none."""
        self.server.reset()
        self.keys = [self.server.management_key, self.server.add_account().ordinary_key]
        self.files: list[dict[str, bytes]] = [{}, {}]

    @rule(number=numbers, data=st.binary(min_size=1))
    def upload(self, number: int, data: bytes) -> None:
        """It is one more."""
        self._act_as(number)
        self.files[number][upload(self.client, data=data)["id"]] = data

    @rule(number=numbers, owner=numbers)
    def delete(self, number: int, owner: int) -> None:
        """Only who has a file can delete it."""
        if self.files[owner]:
            self._act_as(number)
            file_id = min(self.files[owner])
            answer = self.client.delete(f"/files/{file_id}")
            assert answer.status_code == (200 if number == owner else 404)
            if number == owner:
                del self.files[owner][file_id]

    @invariant()
    def has_what_is_there(self) -> None:
        """In the order in which they came, each with its bytes."""
        for number, expected in enumerate(self.files):
            self._act_as(number)
            assert [each["id"] for each in self.client.get("/files").json()["data"]] == [*expected]
            for file_id, data in expected.items():
                assert self.client.get(f"/files/{file_id}").json()["size_bytes"] == len(data)
                assert self.client.get(f"/files/{file_id}/content").content == data

    def _act_as(self, number: int) -> None:
        self.client.headers["authorization"] = f"Bearer {self.keys[number]}"


def test_files_of_two_accounts(server: LocalOpenRouter, client: httpx.Client) -> None:
    """Any sequence of operations leaves what it should."""
    Machine.server, Machine.client = server, client
    run_state_machine_as_test(Machine, settings=settings(drawn(5), stateful_step_count=10))


def test_a_key_is_shown_once_and_works(client: httpx.Client, server: LocalOpenRouter) -> None:
    """It is told of as the contract says, asks the model, may not manage, and is masked in the requests."""
    body = {
        "name": "Mine",
        "limit": 5.5,
        "limit_reset": "monthly",
        "expires_at": "2027-12-31T23:59:59Z",
        "external": {"user": "u", "api_key": "sk-test"},
    }
    answer = client.post("/keys", json=body)
    assert answer.status_code == 201
    assert_conforms(KEYS, answer.json())
    made, key = answer.json()["data"], answer.json()["key"]
    assert {"name": "Mine", "limit": 5.5, "limit_remaining": 5.5, "external_user": "u"}.items() <= made.items()
    assert made["workspace_id"] == server.account.default_workspace_id
    assert key not in repr(made)
    headers = {"authorization": f"Bearer {key}"}
    assert client.get("/files", headers=headers).status_code == 200
    assert client.post("/keys", json=body, headers=headers).status_code == 403
    allowed = {"key": "sk-test", "provider": "openai", "allowed_api_key_hashes": [made["hash"]]}
    assert client.post("/byok", json=allowed).status_code == 201
    assert "sk-test" not in repr(server.requests)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({}, "name: is required"),
        ({"name": ""}, "name: must not be empty"),
        ({"name": "n", "limit": "5"}, "limit: must be a number, or null"),
        ({"name": "n", "expires_at": "soon"}, "expires_at: must be a time such as 2027-12-31T23:59:59Z, or null"),
        ({"name": "n", "external": {}}, "external.user: is required"),
        ([], "body: must be an object"),
    ],
)
def test_a_key_that_breaks_the_contract_is_a_400(client: httpx.Client, body: object, message: str) -> None:
    """It names the field by its path."""
    response = client.post("/keys", json=body)
    assert (response.status_code, response.json()["error"]["message"]) == (400, message)


def test_a_deleted_default_workspace_takes_no_files(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Neither over HTTP nor from the test."""
    server.account.delete_workspace()
    assert client.get("/files").status_code == 400
    with pytest.raises(ValueError, match="workspace_id"):
        server.add_file("a", b"x")


def test_files_and_keys_survive_a_restart(tmp_path: Path) -> None:
    """And the key is nowhere in the database."""
    db = tmp_path / "server.db"
    with LocalOpenRouter(db=db) as server, httpx.Client(base_url=server.url, trust_env=False) as client:
        client.headers["authorization"] = f"Bearer {server.management_key}"
        key = client.post("/keys", json={"name": "n"}).json()["key"]
        file_id = server.add_file("a.bin", DATA)
    with LocalOpenRouter(db=db) as server, httpx.Client(base_url=server.url, trust_env=False) as client:
        client.headers["authorization"] = f"Bearer {key}"
        assert client.get(f"/files/{file_id}/content").content == DATA
    assert all(key.encode() not in path.read_bytes() for path in tmp_path.iterdir())


def test_nothing_is_left_of_a_file_that_is_deleted(tmp_path: Path) -> None:
    """Not in the database either."""
    db = tmp_path / "server.db"
    with LocalOpenRouter(db=db) as server:
        headers = {"authorization": f"Bearer {server.management_key}"}
        file_id, _ = (server.add_file(name, DATA) for name in "ab")
        assert httpx.delete(f"{server.url}/files/{file_id}", headers=headers, trust_env=False).status_code == 200
    with closing(sqlite3.connect(db)) as connection:
        assert connection.execute("SELECT count(*) FROM file_pieces").fetchone() == (3,)


def test_a_database_of_an_earlier_release_gets_what_it_lacks(tmp_path: Path) -> None:
    """Its accounts, keys and credentials are kept."""
    db = tmp_path / "server.db"
    with LocalOpenRouter(db=db, management_key="sk-or-test-1") as server:
        (credential,) = server.seed(1)
        server.account.add_member("user_a")
    with closing(sqlite3.connect(db)) as connection:
        connection.executescript(
            "DROP TABLE records; DROP TABLE file_pieces; DROP TABLE files; ALTER TABLE api_keys DROP COLUMN facts;"
            "DROP INDEX workspaces_of_account; ALTER TABLE workspaces DROP COLUMN facts;"
            "ALTER TABLE members DROP COLUMN facts;"
            "DROP TABLE generations; DROP TABLE earlier_generations; DROP TABLE spending;"
            "ALTER TABLE accounts DROP COLUMN credits;"
            "PRAGMA user_version = 0;"
        )
    with LocalOpenRouter(db=db, management_key="sk-or-test-1") as server:
        server.add_file("a", b"x")
        headers = {"authorization": f"Bearer {server.management_key}"}
        for path in (f"byok/{credential}", "workspaces/default"):
            assert httpx.get(f"{server.url}/{path}", headers=headers, trust_env=False).status_code == 200
        members = httpx.get(f"{server.url}/workspaces/default/members", headers=headers, trust_env=False).json()
        assert [(each["user_id"], each["role"]) for each in members["data"]] == [("user_a", "member")]
    with closing(Database(db)) as database, database.transaction() as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)
