"""Files, speech and transcriptions against the local server, sync and async."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest

from openrouter_core import OpenRouterCore, RequestOptions
from openrouter_core.files import Upload
from tests.funcs.cases import AT_ONCE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from openrouter_core.testing import LocalOpenRouter
    from tests.conftest import Invoke

CONTENT = bytes(range(256)) * 4000


@pytest.fixture
def core(server: LocalOpenRouter) -> Iterator[OpenRouterCore]:
    """Return a core for the local server."""
    with OpenRouterCore(server_url=server.url, api_key=server.management_key, retry_config=AT_ONCE) as core:
        yield core


def test_there_and_back(invoke: Invoke, core: OpenRouterCore, tmp_path: Path) -> None:
    """What is uploaded can be downloaded: in one go, to a file, and piece by piece."""
    source, target = tmp_path / "a.bin", tmp_path / "b.bin"
    source.write_bytes(CONTENT)
    stored = invoke("files_upload", core, file=source).unwrap()
    assert (type(stored).__name__, stored.filename, stored.size_bytes) == ("OpenRouterFile", "a.bin", len(CONTENT))
    opened = invoke("files_download", core, file_id=stored.id).unwrap()
    assert (opened.size, opened.filename) == (len(CONTENT), "a.bin")
    assert invoke.settle(opened.save(target)).unwrap() == len(CONTENT)
    assert target.read_bytes() == CONTENT
    again = invoke("files_download", core, file_id=stored.id).unwrap()
    assert invoke.settle(again.read()).unwrap() == CONTENT
    third = invoke("files_download", core, file_id=stored.id).unwrap()
    assert b"".join(each.unwrap() for each in invoke.listed(third)) == CONTENT


def test_no_such_file(invoke: Invoke, core: OpenRouterCore) -> None:
    """Is the documented error."""
    error = invoke("files_download", core, file_id="or_file_0").error
    assert type(error).__name__ == "NotFoundResponseError"


@pytest.mark.parametrize(
    ("status", "name", "attempts"),
    [(429, "", 2), (503, "ServiceUnavailableResponseError", 1), (413, "PayloadTooLargeResponseError", 1)],
)
def test_an_upload_is_not_made_twice(  # noqa: PLR0917 - its cases
    invoke: Invoke, core: OpenRouterCore, server: LocalOpenRouter, status: int, name: str, attempts: int
) -> None:
    """Only what was certainly refused is sent again."""
    server.fail(path="/files", method="POST", status=status)
    result = invoke("files_upload", core, file=io.BytesIO(CONTENT))
    assert result.ok == (not name)
    if name:
        assert (type(result.error).__name__, result.error.attempts) == (name, attempts)
    listed = [each for each in server.requests if each.method == "POST"]
    assert len(listed) == attempts


def test_an_early_refusal(invoke: Invoke, core: OpenRouterCore, server: LocalOpenRouter) -> None:
    """Is reported as itself."""
    server.fail(path="/files", at_upload_byte=1000, status=413)
    error = invoke("files_upload", core, file=bytes(20_000_000)).error
    assert (type(error).__name__, error.attempts, error.outcome) == ("PayloadTooLargeResponseError", 1, "not_applied")


def test_a_download_that_breaks(invoke: Invoke, core: OpenRouterCore, server: LocalOpenRouter, tmp_path: Path) -> None:
    """Leaves nothing behind."""
    file_id = server.add_file("notes.txt", CONTENT)
    server.fail(path="/files/*/content", at_byte=400_000, close="body")
    opened = invoke("files_download", core, file_id=file_id).unwrap()
    error = invoke.settle(opened.save(tmp_path / "a")).error
    assert type(error).__name__ == "RequestConnectionError"
    assert list(tmp_path.iterdir()) == []


def test_speech_and_back(invoke: Invoke, core: OpenRouterCore) -> None:
    """A text is spoken, and a sound transcribed, with lists as repeated parts."""
    opened = invoke("tts_create_speech", core, model="openai/tts", input="one two", response_format="mp3").unwrap()
    assert opened.content_type.startswith("audio/")
    sound = invoke.settle(opened.read()).unwrap()
    assert sound
    seen: list[tuple[int, Any]] = []

    def note(sent: int, total: int | None) -> None:
        seen.append((sent, total))

    heard = invoke(
        "stt_create_transcription_multipart",
        core,
        model="openai/whisper",
        file=Upload(sound, "a.mp3"),
        keyterms=["one", "two"],
        timestamp_granularities=["word"],
        response_format="verbose_json",
        temperature=0.5,
        options=RequestOptions(progress=note),
    ).unwrap()
    assert "a.mp3" in heard.text
    assert seen[-1][0] == seen[-1][1]


@pytest.mark.parametrize("name", ["files_upload", "stt_create_transcription_multipart"])
def test_a_wrong_file_is_refused(invoke: Invoke, core: OpenRouterCore, name: str) -> None:
    """Before anything is sent."""
    more: dict[str, Any] = {} if name == "files_upload" else {"model": "m"}
    error = invoke(name, core, file="a.txt", **more).error
    assert (type(error).__name__, error.parameter) == ("SDKValidationError", "file")
