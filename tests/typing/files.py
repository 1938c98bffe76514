"""What the functions for files accept, refuse and return. Checked by mypy and pyright, and never run."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, assert_type

from openrouter_core.files import AsyncDownload, Download, Upload
from openrouter_core.result import Result
from openrouter_funcs.files_download import FilesDownloadError, files_download, files_download_async
from openrouter_funcs.files_upload import FilesUploadError, files_upload, files_upload_async
from openrouter_funcs.models.audio import STTResponse
from openrouter_funcs.models.files import FileResponse
from openrouter_funcs.stt_create_transcription_multipart import (
    SttCreateTranscriptionMultipartError,
    stt_create_transcription_multipart,
    stt_create_transcription_multipart_async,
)
from openrouter_funcs.tts_create_speech import TtsCreateSpeechError, tts_create_speech, tts_create_speech_async

if TYPE_CHECKING:
    from openrouter_core import OpenRouterCore


def returned(core: OpenRouterCore) -> None:
    """A download is a `Download` of the function's own errors; an upload returns what the server says of the file."""
    assert_type(files_upload(core, file=b"x"), Result[FileResponse, FilesUploadError])
    opened = files_download(core, file_id="f")
    assert_type(opened, Result[Download[FilesDownloadError], FilesDownloadError])
    assert_type(opened.unwrap().save("a"), Result[int, FilesDownloadError])
    assert_type(opened.unwrap().read(max_bytes=5), Result[bytes, FilesDownloadError])
    assert_type(opened.unwrap().size, int | None)
    for piece in opened.unwrap():
        assert_type(piece, Result[bytes, FilesDownloadError])
    speech = tts_create_speech(core, model="m", input="Hello")
    assert_type(speech, Result[Download[TtsCreateSpeechError], TtsCreateSpeechError])
    text = stt_create_transcription_multipart(core, model="m", file=b"x")
    assert_type(text, Result[STTResponse, SttCreateTranscriptionMultipartError])


async def returned_async(core: OpenRouterCore) -> None:
    """The async twins return the same, but for the download."""
    assert_type(await files_upload_async(core, file=b"x"), Result[FileResponse, FilesUploadError])
    opened = await files_download_async(core, file_id="f")
    assert_type(opened, Result[AsyncDownload[FilesDownloadError], FilesDownloadError])
    assert_type(await opened.unwrap().save(Path("a")), Result[int, FilesDownloadError])
    assert_type(await opened.unwrap().read(), Result[bytes, FilesDownloadError])
    async for piece in opened.unwrap():
        assert_type(piece, Result[bytes, FilesDownloadError])
    speech = await tts_create_speech_async(core, model="m", input="Hello")
    assert_type(speech, Result[AsyncDownload[TtsCreateSpeechError], TtsCreateSpeechError])
    text = await stt_create_transcription_multipart_async(core, model="m", file=b"x")
    assert_type(text, Result[STTResponse, SttCreateTranscriptionMultipartError])


def accepted(core: OpenRouterCore) -> None:
    """A file is a `Path`, bytes, an open binary file, or an `Upload` of one of these."""
    files_upload(core, file=Path("a"))
    files_upload(core, file=io.BytesIO(b"x"))
    files_upload(core, file=Upload(Path("a"), filename="b", content_type="text/plain"))
    with Path("a").open("rb") as file:
        files_upload(core, file=file)
    stt_create_transcription_multipart(core, model="m", source_url="https://example.test", keyterms=["a"])
    tts_create_speech(core, model="m", input=[{"text": "Hello", "voice": "alloy"}], response_format="newer")


def refused(core: OpenRouterCore) -> None:
    """Text is no file, and a download has an id."""
    files_upload(core)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    files_upload(core, file="a")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    files_upload(core, file=io.StringIO("x"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    files_upload(core, file=[b"x"])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    Upload("a")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    files_download(core)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    files_download(core, id="x")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    tts_create_speech(core, model="m")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    stt_create_transcription_multipart(core, file=b"x")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
