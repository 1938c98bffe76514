"""Containers: files that a sandbox has made, which a test adds; and those that are kept beyond it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from openrouter_funcs.containers_download_container_file_content import containers_download_container_file_content
from openrouter_funcs.containers_list_container_files import containers_list_container_files

from .conformance import assert_conforms

if TYPE_CHECKING:
    import httpx

    from openrouter_core.testing import LocalOpenRouter

DATA = bytes(range(256))
FILES = "/containers/sess_1/files"


def listed(client: httpx.Client, **query: str | int) -> dict[str, Any]:
    """Return a page of the container's files."""
    answer = client.get(FILES, params=query)
    assert_conforms("ContainerFileListResponse", answer.json())
    page: dict[str, Any] = answer.json()
    return page


def test_a_file_is_what_was_added(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Its path, its size and its bytes; a path has one file."""
    server.add_container_file("sess_1", "out/ä.csv", b"old")
    file_id = server.add_container_file("sess_1", "out/ä.csv", DATA)
    assert file_id == "cfile_b3V0L8OkLmNzdg"
    told = client.get(f"{FILES}/{file_id}").json()
    assert_conforms("ContainerFile", told)
    assert (told["id"], told["container_id"], told["path"], told["bytes"]) == (file_id, "sess_1", "out/ä.csv", 256)
    assert listed(client)["data"] == [told]
    answer = client.get(f"{FILES}/{file_id}/content")
    assert (answer.content, answer.headers["content-type"]) == (DATA, "application/octet-stream")
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''%C3%A4.csv"


def test_files_are_listed_by_their_paths(client: httpx.Client, server: LocalOpenRouter) -> None:
    """In pages; a page goes on after any path, of a file that is there or not."""
    paths = ["a", "a/b", "b", "c", "é"]
    ids = {path: server.add_container_file("sess_1", path, b"") for path in reversed(paths)}
    server.add_container_file("sess_2", "d", b"")
    found: list[str] = []
    page = listed(client, limit=2)
    while page["has_more"]:
        found += [each["path"] for each in page["data"]]
        page = listed(client, limit=2, after=page["last_id"])
    assert found + [each["path"] for each in page["data"]] == paths
    assert [each["path"] for each in listed(client, after="cfile_YS8")["data"]] == paths[1:]  # "a/"
    empty = listed(client, after=ids["é"])
    assert (empty["data"], empty["first_id"], empty["last_id"]) == ([], None, None)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ({"limit": 0}, "limit: must be an integer from 1 to 1000"),
        ({"limit": 1001}, "limit: must be an integer from 1 to 1000"),
        ({"after": "cfile_/"}, "after: is not the id of a container file"),
        ({"after": "cfile__w"}, "after: is not the id of a container file"),
        ({"after": "YQ"}, "after: is not the id of a container file"),
    ],
)
def test_a_list_that_cannot_be_is_a_400(client: httpx.Client, query: dict[str, Any], message: str) -> None:
    """It names the parameter."""
    answer = client.get(FILES, params=query)
    assert (answer.status_code, answer.json()["error"]["message"]) == (400, message)


def test_a_file_is_its_accounts(client: httpx.Client, server: LocalOpenRouter) -> None:
    """And its container's."""
    file_id = server.add_container_file("sess_1", "a", b"")
    stranger = {"authorization": f"Bearer {server.add_account().ordinary_key}"}
    assert client.get(FILES, headers=stranger).json()["data"] == []
    for path, headers in ((FILES, stranger), (FILES.replace("1", "2"), {})):
        for method, end in (("GET", ""), ("GET", "/content"), ("POST", "/promote")):
            assert client.request(method, f"{path}/{file_id}{end}", headers=headers).status_code == 404
    assert client.get("/containers/unknown/files").json()["data"] == []


def test_a_file_that_is_promoted_is_one_of_the_workspace(client: httpx.Client, server: LocalOpenRouter) -> None:
    """A copy, under the last part of its path."""
    file_id = server.add_container_file("sess_1", "out/a.pdf", DATA)
    told = client.post(f"{FILES}/{file_id}/promote")
    assert told.status_code == 200
    assert_conforms("FileResponse", told.json())
    assert (told.json()["filename"], told.json()["mime_type"]) == ("a.pdf", "application/pdf")
    assert client.get("/files").json()["data"] == [told.json()]
    assert client.get(f"/files/{told.json()['id']}/content").content == DATA


def test_our_own_functions_read_a_container(server: LocalOpenRouter) -> None:
    """The list, and the bytes."""
    server.add_container_file("sess_1", "a", DATA)
    with server.core() as core:
        (told,) = containers_list_container_files(core, container_id="sess_1").unwrap().items()
        opened = containers_download_container_file_content(core, container_id="sess_1", file_id=told.unwrap().id)
        with opened.unwrap() as download:
            assert download.read().unwrap() == DATA
