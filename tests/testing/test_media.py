"""Embeddings, speech and transcriptions."""

from __future__ import annotations

import io
import wave
from base64 import b64decode, b64encode
from struct import unpack
from typing import TYPE_CHECKING, Any

import pytest

from .conformance import assert_conforms

if TYPE_CHECKING:
    import httpx

    from openrouter_core.testing import LocalOpenRouter

EMBEDDINGS = "/paths/~1embeddings/post/responses/200/content/application~1json/schema"
TEXT_PART = {"content": [{"type": "text", "text": "a b"}]}
SPEECH = {"model": "openai/gpt-4o-mini-tts", "input": "one two"}


def embed(client: httpx.Client, given: object, **more: object) -> list[Any]:
    """Return the vectors of some input."""
    body = {"model": "openai/text-embedding-3-small", "input": given, "dimensions": 8, **more}
    answer = client.post("/embeddings", json=body).json()
    assert_conforms(EMBEDDINGS, answer)
    return [each["embedding"] for each in answer["data"]]


@pytest.mark.parametrize(
    ("given", "count"),
    [("a", 1), (["a", "b"], 2), ([], 0), ([1, 2, 3], 1), ([[1, 2], [3]], 2), ([TEXT_PART], 1)],
)
def test_each_input_has_a_vector(client: httpx.Client, given: object, count: int) -> None:
    """Text, tokens or parts, one or many: each a vector of length 1."""
    vectors = embed(client, given)
    assert len(vectors) == count
    for vector in vectors:
        assert len(vector) == 8
        assert sum(number * number for number in vector) == pytest.approx(1, abs=1e-6)


def test_the_same_input_has_the_same_vector(client: httpx.Client) -> None:
    """As numbers and as base64 of 32-bit floats, in any request; another input has another."""
    first, other, again = embed(client, ["a", "b", "a"])
    assert first == again != other
    (encoded,) = embed(client, "a", encoding_format="base64")
    assert unpack("<8f", b64decode(encoded)) == pytest.approx(first, abs=1e-7)


@pytest.mark.parametrize(
    ("dimensions", "message"),
    [
        (0, "dimensions: must be an integer, 1 or more"),
        (1.5, "dimensions: must be an integer, 1 or more"),
        (1_000_000_000, "dimensions: must be an integer from 1 to 16384"),
    ],
)
def test_dimensions_have_bounds(client: httpx.Client, dimensions: float, message: str) -> None:
    """Below those of the contract, above those of memory; 4.0 is 4, as in JSON Schema."""
    body = {"model": "m", "input": "a", "dimensions": dimensions}
    assert client.post("/embeddings", json=body).json()["error"]["message"] == message
    assert len(embed(client, "a", dimensions=4.0)[0]) == 4


def test_numbers_have_a_bound(client: httpx.Client) -> None:
    """As many entries of the most dimensions would take minutes, and all memory."""
    body = {"model": "m", "input": ["a"] * 489, "dimensions": 16_384}
    message = client.post("/embeddings", json=body).json()["error"]["message"]
    assert message == "input: must have at most 488 entries of 16384 dimensions"


def test_embeddings_count_tokens(client: httpx.Client) -> None:
    """Of text as a model does, of tokens as they are; without dimensions there are 1536."""
    body = {"model": "openai/text-embedding-3-small", "input": ["a b", "c"]}
    answer = client.post("/embeddings", json=body).json()
    assert answer["usage"]["total_tokens"] == 3
    assert answer["usage"]["cost"] > 0
    assert len(answer["data"][0]["embedding"]) == 1536
    assert client.post("/embeddings", json={**body, "input": [1, 2, 3, 4]}).json()["usage"]["prompt_tokens"] == 4


@pytest.mark.parametrize(
    ("wanted", "media_type", "begins"),
    [
        ({}, "audio/pcm;rate=24000;channels=1", b"\x00\x00"),
        ({"response_format": "pcm"}, "audio/pcm;rate=24000;channels=1", b"\x00\x00"),
        ({"response_format": "newer"}, "audio/pcm;rate=24000;channels=1", b"\x00\x00"),
        ({"response_format": "mp3"}, "audio/mpeg", b"\xff\xfb"),
        ({"response_format": "wav"}, "audio/wav", b"RIFF"),
    ],
)
def test_speech_is_bytes_of_the_kind_that_was_asked_for(
    client: httpx.Client, wanted: dict[str, str], media_type: str, begins: bytes
) -> None:
    """With the content type of it, and longer for a longer text."""
    short, long = (client.post("/audio/speech", json={**SPEECH, **wanted, "input": text}) for text in ("a", "a b c"))
    assert short.headers["content-type"] == media_type
    assert short.content.startswith(begins)
    assert len(long.content) > len(short.content)
    assert short.headers["x-generation-id"] != long.headers["x-generation-id"]


def test_a_wav_can_be_played(client: httpx.Client) -> None:
    """A tenth of a second for each word; of turns too."""
    turns = [{"text": "one two", "voice": "alloy"}, {"text": "three", "voice": "verse"}]
    answer = client.post("/audio/speech", json={**SPEECH, "input": turns, "response_format": "wav"})
    with wave.open(io.BytesIO(answer.content)) as sound:
        assert (sound.getnchannels(), sound.getsampwidth(), sound.getframerate()) == (1, 2, 24_000)
        assert sound.getnframes() == 7_200


FILE = {"file": ("talk.wav", b"RIFF....", "audio/wav")}
WORDS = [{"word": "a", "start": 0.0, "end": 1.0}, {"word": "b", "start": 1.0, "end": 2.0}]
INLINE = {"input_audio": {"data": b64encode(b"RIFF").decode(), "format": "wav"}}


def test_a_transcription_is_what_the_model_says(client: httpx.Client, server: LocalOpenRouter) -> None:
    """The next reply; else the name and the size of the file, which show that it arrived."""
    server.model.reply("Hello there")
    said = client.post("/audio/transcriptions", data={"model": "openai/whisper-large-v3"}, files=FILE).json()
    assert_conforms("STTResponse", said)
    assert (said["text"], said["usage"]["total_tokens"], said.keys()) == ("Hello there", 2, {"text", "usage"})
    assert client.post("/audio/transcriptions", data={"model": "m"}, files=FILE).json()["text"] == "talk.wav, 8 bytes"
    by_url = {"model": (None, "m"), "source_url": (None, "https://example.org/a.wav")}
    assert client.post("/audio/transcriptions", files=by_url).json()["text"] == "https://example.org/a.wav"
    inline = client.post("/audio/transcriptions", json={"model": "m", **INLINE})
    assert inline.json()["text"] == "wav, 8 characters"


def test_a_transcription_may_fail(client: httpx.Client, server: LocalOpenRouter) -> None:
    """As any reply may, for the models that it names."""
    server.model.reply(error={"status": 503, "message": "No capacity"}, model="*whisper*")
    for model, status in {"other": 200, "openai/whisper-large-v3": 503}.items():
        assert client.post("/audio/transcriptions", data={"model": model}, files=FILE).status_code == status


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, None),
        ({"timestamp_granularities[]": ["segment"]}, None),
        (
            {"timestamp_granularities[]": ["word", "segment"]},
            WORDS,
        ),
        (
            {"diarize": "true"},
            [{**WORDS[0], "speaker": 0}, {**WORDS[1], "speaker": 0}],
        ),
    ],
)
def test_a_transcription_in_detail(
    client: httpx.Client, server: LocalOpenRouter, fields: dict[str, Any], words: object
) -> None:
    """Segments, and words where they are asked for."""
    server.model.reply("a b")
    asked = {"model": "m", "response_format": "verbose_json", "language": "de", **fields}
    answer = client.post("/audio/transcriptions", data=asked, files=FILE).json()
    assert_conforms("STTResponse", answer)
    assert (answer["task"], answer["language"], answer["duration"]) == ("transcribe", "de", 2.0)
    assert [segment["text"] for segment in answer["segments"]] == ["a b"]
    assert answer.get("words") == words


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        ({"files": {"model": (None, "m")}}, "file: is required, unless source_url is given"),
        ({"files": FILE}, "model: is required"),
        ({"data": {"model": "m", "temperature": "hot"}, "files": FILE}, "temperature: must be a number"),
        ({"data": {"model": ["m", "n"]}, "files": FILE}, "model: was given 2 times"),
        ({"data": {"model": "m", "file": "text"}, "files": {"user": (None, "u")}}, "file: must be a file"),
        ({"data": {"model": "m", "diarize": "true"}, "files": FILE}, "diarize: needs the"),
        ({"content": b"x", "headers": {"content-type": "multipart/form-data"}}, "body: has no boundary"),
        ({"json": {"model": "m"}}, "input_audio: is required"),
        ({"json": {"model": "m", "input_audio": {"data": "x"}}}, "input_audio.format: is required"),
    ],
)
def test_a_transcription_that_breaks_the_contract(client: httpx.Client, request_: dict[str, Any], message: str) -> None:
    """A 400 that names the field, of a form as of JSON."""
    response = client.post("/audio/transcriptions", **request_)
    assert response.status_code == 400
    assert response.json()["error"]["message"].startswith(message)


def test_a_transcription_in_another_encoding(client: httpx.Client) -> None:
    """A 415 that names those that there are."""
    response = client.post("/audio/transcriptions", data={"model": "m"})
    message = "Content-Type: must be application/json or multipart/form-data"
    assert (response.status_code, response.json()["error"]["message"]) == (415, message)
