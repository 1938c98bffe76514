"""Videos: a job that takes its time, and then an MP4 that is what was asked for."""

from __future__ import annotations

import re
from struct import unpack, unpack_from
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from openrouter_core.testing import LocalOpenRouter
from openrouter_funcs.video_generation_generate import video_generation_generate
from openrouter_funcs.video_generation_get_generation import video_generation_get_generation
from openrouter_funcs.video_generation_get_video_content import video_generation_get_video_content

from .conformance import assert_conforms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .conftest import Program

VEO = {"model": "google/veo-3.1", "prompt": "A red fox"}
CONTAINERS = {"moov", "trak", "mdia", "minf", "dinf", "stbl"}


def asking(server: LocalOpenRouter) -> httpx.Client:
    """Return a client of a server."""
    headers = {"authorization": f"Bearer {server.management_key}"}
    return httpx.Client(base_url=server.url, headers=headers, trust_env=False)


def generate(client: httpx.Client, **fields: object) -> dict[str, Any]:
    """Begin a job and return what is told of it."""
    answer = client.post("/videos", json={**VEO, **fields})
    assert answer.status_code == 202, answer.text
    assert_conforms("VideoGenerationResponse", answer.json())
    told: dict[str, Any] = answer.json()
    return told


def look(client: httpx.Client, job: dict[str, Any]) -> dict[str, Any]:
    """Return how far a job is."""
    told: dict[str, Any] = client.get(str(client.base_url.copy_with(path=job["polling_url"]))).json()
    assert_conforms("VideoGenerationResponse", told)
    return told


def content(client: httpx.Client, job: dict[str, Any], **query: int) -> httpx.Response:
    """Ask for the video of a job."""
    return client.get(f"/videos/{job['id']}/content", params=query)


def boxes(data: bytes) -> Iterator[tuple[str, int, bytes]]:
    """Return each box of an MP4, where its data begins, and its data; those of containers too."""
    place = 0
    while place < len(data):
        size, name = unpack_from(">I4s", data, place)
        assert 8 <= size <= len(data) - place
        kind, inside = name.decode(), data[place + 8 : place + size]
        yield kind, place + 8, inside
        if kind in CONTAINERS:
            yield from boxes(inside)
        place += size


class Bits:
    """The bits of a unit of H.264, without the bytes that keep it apart from others."""

    def __init__(self, unit: bytes) -> None:
        self.left = "".join(f"{byte:08b}" for byte in unit.replace(b"\0\0\3", b"\0\0"))

    def read(self, count: int) -> int:
        """Return the next bits as a number."""
        taken, self.left = self.left[:count], self.left[count:]
        return int(taken, 2)

    def code(self) -> int:
        """Return the next number in Exp-Golomb code."""
        zeros = self.left.index("1")
        return self.read(2 * zeros + 1) - 1


def played(data: bytes) -> tuple[int, int, float, int]:
    """Return width, height, seconds and number of frames, as a player reads them from boxes and stream."""
    found = {kind: (place, inside) for kind, place, inside in boxes(data)}
    assert [kind for kind, _, _ in boxes(data)][:2] == ["ftyp", "moov"]
    (frames,) = unpack_from(">I", found["stts"][1], 8)
    scale, length = unpack_from(">II", found["mdhd"][1], 12)
    assert unpack_from(">II", found["mvhd"][1], 12) == (scale, length)
    (begin,), (size,) = unpack_from(">I", found["stco"][1], 8), unpack_from(">I", found["stsz"][1], 12)
    assert (begin, size) == (found["mdat"][0], len(found["mdat"][1]))
    sample = data[begin : begin + size]
    assert unpack(">I", sample[:4]) == (size - 4,)
    entry = found["stsd"][1][8:]
    shown = unpack_from(">HH", entry, 8 + 24)
    assert tuple(side >> 16 for side in unpack(">II", found["tkhd"][1][-8:])) == shown
    assert (entry[4:8], entry[8 + 78 + 4 : 8 + 78 + 8]) == (b"avc1", b"avcC")
    config = entry[8 + 78 + 8 :]
    assert config[:6] == bytes([1, 66, 0xC0, 52, 0xFF, 0xE1])
    (long,) = unpack_from(">H", config, 6)
    sequence, picture = config[8 : 8 + long], config[8 + long + 3 :]
    assert unpack_from(">H", config, 8 + long + 1) == (len(picture),)
    for unit in (sequence, picture, sample[4:]):
        assert not re.search(rb"\0\0[\0-\2]", unit)
    assert (sequence[0], picture[0], sample[4]) == (0x67, 0x68, 0x65)
    return *_sides(Bits(sequence[4:])), length / scale, frames


def _sides(bits: Bits) -> tuple[int, int]:
    """Return width and height of a sequence parameter set, after profile and level."""
    assert [bits.code() for _ in range(4)] == [0, 0, 2, 1]
    assert bits.read(1) == 0
    width, height = 16 * (bits.code() + 1), 16 * (bits.code() + 1)
    assert bits.read(3) == 7
    left, right, top, bottom = (bits.code() for _ in range(4))
    assert bits.read(2) == 1  # nothing more
    return width - 2 * (left + right), height - 2 * (top + bottom)


@pytest.mark.parametrize(
    ("asked", "video"),
    [
        ({}, (1280, 720, 4)),
        ({"duration": 8, "resolution": "1080p"}, (1920, 1080, 8)),
        ({"duration": 8.0, "resolution": "4K", "aspect_ratio": "9:16"}, (2160, 3840, 8)),
        ({"resolution": "1K", "aspect_ratio": "1:1"}, (1080, 1080, 4)),
        ({"resolution": "newer"}, (1280, 720, 4)),
        ({"model": "mine/video", "duration": 3600, "size": "16x16"}, (16, 16, 3600)),
        ({"model": "mine/video", "size": "17x33"}, (18, 34, 5)),
        ({"size": "4096x20"}, (4096, 20, 4)),
        ({"size": "16x48"}, (16, 48, 4)),
    ],
)
def test_a_video_is_what_was_asked_for(client: httpx.Client, asked: dict[str, Any], video: tuple[int, ...]) -> None:
    """Its size and its length, in an MP4 with a frame of H.264."""
    answer = content(client, generate(client, **asked))
    assert (answer.status_code, answer.headers["content-type"]) == (200, "video/mp4")
    assert played(answer.content) == (*video, 1)


def test_a_video_is_that_of_its_prompt(client: httpx.Client) -> None:
    """The same for the same request, another one for another prompt, seed or model."""
    first, again, *others = (
        content(client, generate(client, **each)).content
        for each in ({}, {}, {"prompt": "A blue fox"}, {"seed": 1}, {"model": "bytedance/seedance-1-5-pro"})
    )
    assert first == again
    assert len({first, *others}) == 4


@pytest.mark.parametrize(
    ("asked", "cost"),
    [
        ({"duration": 8}, 3.2),
        ({"duration": 8, "size": "3840x2160"}, 4.8),
        ({"model": "bytedance/seedance-1-5-pro", "resolution": "1080p"}, 0.6),
        ({"model": "bytedance/seedance-1-5-pro", "size": "100x100"}, 0.25),
        ({"model": "mine/video"}, 0),
    ],
)
def test_a_video_costs_what_the_catalogue_says(client: httpx.Client, asked: dict[str, Any], cost: float) -> None:
    """By the second, and by its resolution."""
    assert look(client, generate(client, **asked))["usage"] == {"cost": cost, "is_byok": False}


def test_a_job_takes_its_time() -> None:
    """It is pending for half of it and then in progress; what it has made is there at the end."""
    times = [1_000.0]
    with LocalOpenRouter(clock=lambda: times[-1], job_seconds=10) as server, asking(server) as client:
        job = generate(client)
        seen: list[str] = []
        for passed in (0, 4, 5, 9, 10):
            times.append(1_000.0 + passed)
            told = look(client, job)
            seen.append(told["status"])
            assert content(client, job).status_code == (200 if passed == 10 else 409)
            assert ("usage" in told) == ("unsigned_urls" in told) == (passed == 10)
    assert seen == ["pending", "pending", "in_progress", "in_progress", "completed"]


def test_a_test_says_how_long_jobs_take(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Those that begin from then on, until the server is reset; without a word they take no time."""
    first = generate(client)
    server.job_seconds = 1_000_000
    assert [look(client, job)["status"] for job in (first, generate(client))] == ["completed", "pending"]
    server.reset()
    assert server.job_seconds == 0


def test_a_video_is_known(client: httpx.Client) -> None:
    """With what it cost, and what was asked."""
    told = look(client, generate(client, duration=8))
    known = client.get("/generation", params={"id": told["generation_id"]}).json()
    assert_conforms("GenerationResponse", known)
    assert (known["data"]["api_type"], known["data"]["total_cost"]) == ("video", 3.2)


def test_a_job_fails_when_the_model_says_so(client: httpx.Client, server: LocalOpenRouter) -> None:
    """At the end, and then there is no video; what the model would say in words waits for others."""
    server.model.reply("Hello")
    server.model.reply(error={"status": 500, "message": "It was too dark"}, message="fox")
    assert look(client, generate(client, prompt="A hen"))["status"] == "completed"
    job = generate(client)
    assert look(client, job) == {**job, "status": "failed", "error": "It was too dark"}
    assert content(client, job).status_code == 404
    assert [each.text for each in server.model.queued()] == ["Hello"]


def test_a_guardrail_refuses_a_video(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Of a model that it does not allow."""
    made = client.post("/guardrails", json={"name": "Ours", "allowed_models": ["bytedance/seedance-1-5-pro"]}).json()
    hashes = {"key_hashes": [server.account.api_key_hash]}
    client.post(f"/guardrails/{made['data']['id']}/assignments/keys", json=hashes)
    headers = {"authorization": f"Bearer {server.ordinary_key}"}
    assert client.post("/videos", json=VEO, headers=headers).status_code == 404


def test_a_job_goes_on_after_a_restart(tmp_path: Path) -> None:
    """With a database file."""
    db, times = tmp_path / "server.db", [1_000.0]
    with LocalOpenRouter(db=db, clock=lambda: times[-1], job_seconds=10) as server, asking(server) as client:
        job = generate(client)
        key = server.management_key
    with LocalOpenRouter(db=db, management_key=key, clock=lambda: times[-1]) as server, asking(server) as client:
        assert look(client, job)["status"] == "pending"
        times.append(1_010.0)
        assert client.get(look(client, job)["unsigned_urls"][0]).status_code == 200  # at the port of today


def test_a_job_is_its_accounts(client: httpx.Client, server: LocalOpenRouter) -> None:
    """For others it is not there."""
    job = generate(client)
    stranger = {"authorization": f"Bearer {server.add_account().ordinary_key}"}
    for path in ("", "/content"):
        assert client.get(f"/videos/{job['id']}{path}").status_code == 200
        assert client.get(f"/videos/{job['id']}{path}", headers=stranger).status_code == 404
        assert client.get(f"/videos/job-abc123{path}").status_code == 404


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"model": "openai/gpt-4o"}, "model: makes no videos"),
        ({"duration": 3601}, "duration: must be an integer from 1 to 3600"),
        ({"duration": 0}, "duration: must be an integer, 1 or more"),
        ({"size": "1080p"}, "size: must be such as 1280x720"),
        ({"size": "15x16"}, "size: must be from 16x16 to 4096x4096"),
        ({"size": "16x4097"}, "size: must be from 16x16 to 4096x4096"),
        ({"aspect_ratio": "wide"}, "aspect_ratio: must be such as 16:9"),
        ({"aspect_ratio": "0:9"}, "aspect_ratio: must be such as 16:9"),
        ({"callback_url": "http://app.example"}, "callback_url: must begin with https:"),
    ],
)
def test_what_cannot_be_is_a_400(client: httpx.Client, asked: dict[str, Any], message: str) -> None:
    """It names the field."""
    answer = client.post("/videos", json={**VEO, **asked})
    assert (answer.status_code, answer.json()["error"]["message"]) == (400, message)


def test_a_job_goes_on_from_another(client: httpx.Client, server: LocalOpenRouter) -> None:
    """From one that is completed; and a job has one video."""
    job = generate(client, callback_url="https://app.example")
    assert generate(client, previous_job_id=job["id"])["status"] == "pending"
    assert client.post("/videos", json={**VEO, "previous_job_id": "none"}).status_code == 404
    server.job_seconds = 1_000_000
    waiting = {**VEO, "previous_job_id": generate(client)["id"]}
    assert client.post("/videos", json=waiting).json()["error"]["message"] == "previous_job_id: is not completed"
    assert content(client, job, index=0).status_code == 200
    assert content(client, job, index=1).json()["error"]["message"] == "index: must be 0, there is one video"


def test_our_own_functions_make_a_video(server: LocalOpenRouter) -> None:
    """From the request to the bytes."""
    with server.core() as core:
        job = video_generation_generate(core, model=VEO["model"], prompt=VEO["prompt"]).unwrap()
        assert job.status == "pending"
        told = video_generation_get_generation(core, job_id=job.id).unwrap()
        assert (told.status, len(told.unsigned_urls or ())) == ("completed", 1)
        with video_generation_get_video_content(core, job_id=job.id).unwrap() as video:
            assert played(video.read().unwrap())[:2] == (1280, 720)


def test_the_program_lets_jobs_take_their_time(program: type[Program]) -> None:
    """As long as its argument says."""
    with program("--job-seconds", "1000000") as running:
        facts = running.ready()
        headers = {"authorization": f"Bearer {facts['management_key']}"}
        with httpx.Client(base_url=facts["url"], headers=headers, trust_env=False) as client:
            assert look(client, generate(client))["status"] == "pending"
