"""Images: pictures that can be opened, of the size that was asked for; whole, and as a stream."""

from __future__ import annotations

import zlib
from base64 import b64decode
from collections import Counter
from struct import unpack, unpack_from
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from openrouter_funcs.images_generate import images_generate, images_generate_stream
from openrouter_funcs.models.images import ImageGenCompletedEvent

from .conformance import assert_conforms, events

if TYPE_CHECKING:
    import httpx

    from openrouter_core.testing import LocalOpenRouter

SEEDREAM = {"model": "bytedance-seed/seedream-4.5", "prompt": "A red fox"}


def generate(client: httpx.Client, **fields: object) -> dict[str, Any]:
    """Ask for pictures and return the answer."""
    answer = client.post("/images", json={**SEEDREAM, **fields})
    assert answer.status_code == 200, answer.text
    assert_conforms("ImageGenerationResponse", answer.json())
    told: dict[str, Any] = answer.json()
    return told


def pictures(client: httpx.Client, **fields: object) -> list[bytes]:
    """Return the pictures that a request gets."""
    return [b64decode(each["b64_json"]) for each in generate(client, **fields)["data"]]


def opened(data: bytes) -> tuple[int, int, Counter[bytes]]:
    """Return the width and height of a PNG, and how many pixels it has of each colour (RFC 2083)."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    chunks: dict[bytes, bytes] = {}
    place = 8
    while place < len(data):
        (length,) = unpack_from(">I", data, place)
        kind, inside = data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
        assert unpack_from(">I", data, place + 8 + length) == (zlib.crc32(kind + inside),)
        chunks[kind] = inside
        place += 12 + length
    assert [*chunks][-1] == b"IEND"
    width, height, *others = unpack(">IIBBBBB", chunks[b"IHDR"])
    assert others == [1, 3, 0, 0, 0]
    palette, alpha = chunks[b"PLTE"], chunks.get(b"tRNS", b"").ljust(2, b"\xff")
    colours = [palette[:3] + alpha[:1], palette[3:] + alpha[1:]]
    raw, stride = zlib.decompress(chunks[b"IDAT"]), 1 + -(-width // 8)
    assert len(raw) == height * stride
    counted: Counter[bytes] = Counter()
    for line in (raw[start : start + stride] for start in range(0, len(raw), stride)):
        assert line[0] == 0
        bits = "".join(f"{byte:08b}" for byte in line[1:])[:width]
        counted.update({colours[1]: bits.count("1"), colours[0]: bits.count("0")})
    return width, height, counted


@pytest.mark.parametrize(
    ("asked", "size"),
    [
        ({}, (1024, 1024)),
        ({"size": "512"}, (512, 512)),
        ({"size": "2K", "aspect_ratio": "16:9"}, (2048, 1152)),
        ({"resolution": "1.5K", "aspect_ratio": "2:3"}, (1024, 1536)),
        ({"resolution": "newer", "aspect_ratio": "auto"}, (1024, 1024)),
        ({"size": "4096x16"}, (4096, 16)),
        ({"size": "333x100"}, (333, 100)),
        ({"size": "1024x1536", "resolution": "1.5K", "aspect_ratio": "2:3"}, (1024, 1536)),
        ({"size": "1366x768", "aspect_ratio": "16:9"}, (1366, 768)),
        ({"size": "100x100", "aspect_ratio": "auto"}, (100, 100)),
        ({"resolution": "512", "aspect_ratio": "9:19.5"}, (236, 512)),
        ({"resolution": "512", "aspect_ratio": "1:9999"}, (16, 512)),
    ],
)
def test_a_picture_has_the_size_that_was_asked_for(
    client: httpx.Client, asked: dict[str, Any], size: tuple[int, int]
) -> None:
    """It is a PNG with two colours."""
    (data,) = pictures(client, **asked)
    width, height, colours = opened(data)
    assert (width, height) == size
    assert len(colours) == 2


def test_a_picture_is_that_of_its_prompt(client: httpx.Client) -> None:
    """The same for the same request, another one for another prompt, seed or model; several are several."""
    first, *others = pictures(client, n=10, size="64x64")
    assert pictures(client, size="64x64") == [first]
    other: dict[str, Any]
    for other in ({"prompt": "A blue fox"}, {"seed": 1}, {"model": "black-forest-labs/flux.2-pro"}):
        others += pictures(client, size="64x64", **other)
    assert len({first, *others}) == 13


@pytest.mark.parametrize("wanted", ["png", "jpeg", "webp", "newer"])
def test_what_cannot_be_made_is_a_png_and_says_so(client: httpx.Client, wanted: str) -> None:
    """Its media type is that of its bytes."""
    (told,) = generate(client, output_format=wanted, size="64x64")["data"]
    assert told["media_type"] == "image/png"
    _, _, colours = opened(b64decode(told["b64_json"]))
    assert {colour[3] for colour in colours} == {255}


@pytest.mark.parametrize("background", ["opaque", "transparent"])
def test_a_ground_may_be_transparent(client: httpx.Client, background: str) -> None:
    """In a PNG and in an SVG, which is the same picture."""
    (data,) = pictures(client, background=background, size="80x160")
    _, _, colours = opened(data)
    (told,) = generate(client, background=background, size="80x160", output_format="svg")["data"]
    assert told["media_type"] == "image/svg+xml"
    markup = ET.fromstring(b64decode(told["b64_json"]))  # noqa: S314 - our own
    assert (markup.get("width"), markup.get("height")) == ("80", "160")
    *ground, squares = markup
    assert len(ground) == (background == "opaque")
    inked = bytes.fromhex(squares.attrib["fill"].removeprefix("#")) + b"\xff"
    assert colours[inked] == squares.attrib["d"].count("M") * 10 * 20
    assert sorted(colour[3] for colour in colours) == [0 if background == "transparent" else 255, 255]


@pytest.mark.parametrize(
    ("asked", "tokens", "cost"),
    [
        ({"n": 3}, (3, 3 * 1024), 0.12),
        ({"size": "64x64"}, (3, 4), 0.04),
        ({"model": "mine/picture"}, (3, 1024), 0),
        (
            {
                "model": "black-forest-labs/flux.2-pro",
                "input_references": [{"type": "image_url", "image_url": {"url": "https://app.example/a.png"}}],
            },
            (3, 1024),
            0.045,
        ),
    ],
)
def test_pictures_cost_what_the_catalogue_says(
    client: httpx.Client, asked: dict[str, Any], tokens: tuple[int, int], cost: float
) -> None:
    """Each of them, and each that is given with the prompt."""
    usage = generate(client, **asked)["usage"]
    assert (usage["prompt_tokens"], usage["completion_tokens"]) == tokens
    assert usage["total_tokens"] == sum(tokens)
    assert usage["cost"] == pytest.approx(cost)


@pytest.mark.parametrize("stream", [False, True])
def test_a_call_for_pictures_is_known(client: httpx.Client, stream: bool) -> None:  # noqa: FBT001 - a case
    """With what it cost, and what was asked."""
    answer = client.post("/images", json={**SEEDREAM, "stream": stream})
    by_id = {"id": answer.headers["x-generation-id"]}
    known = client.get("/generation", params=by_id).json()
    assert_conforms("GenerationResponse", known)
    assert (known["data"]["api_type"], known["data"]["streamed"]) == ("image", stream)
    assert known["data"]["total_cost"] == 0.04
    content = client.get("/generation/content", params=by_id).json()
    assert_conforms("GenerationContentResponse", content)
    assert content["data"]["input"]["prompt"] == "A red fox"


def test_a_stream_shows_a_picture_as_it_comes(client: httpx.Client) -> None:
    """First a part of it, at the end all; of several, one after the other."""
    fields = {**SEEDREAM, "size": "64x64", "n": 2, "stream": True}
    *found, end = events(client.post("/images", json=fields).text)
    assert end == (None, "[DONE]")
    for name, data in found:
        assert_conforms("ImageStreamingResponse", {"data": data})
        assert name == data["type"]
    parts = ["image_generation.partial_image"] * 2 + ["image_generation.completed"]
    assert [name for name, _ in found] == parts * 2
    assert [data["partial_image_index"] for name, data in found if name == parts[0]] == [0, 1] * 2
    shown = [b64decode(data["b64_json"]) for _, data in found]
    assert [shown[2], shown[5]] == pictures(client, size="64x64", n=2)
    assert len({*shown}) == 6
    for data in shown:
        assert opened(data)[:2] == (64, 64)
    assert found[-1][1]["usage"] == generate(client, size="64x64", n=2)["usage"]


def test_a_stream_of_markup_is_text(client: httpx.Client) -> None:
    """The same as at the end."""
    fields = {**SEEDREAM, "output_format": "svg", "stream": True}
    (_, chunk), (_, whole), _ = events(client.post("/images", json=fields).text)
    assert_conforms("ImageStreamingResponse", {"data": chunk})
    assert (chunk["type"], chunk["phase"]) == ("image_generation.text_chunk", "content")
    assert chunk["text"].encode() == b64decode(whole["b64_json"])


ERROR = {"status": 503, "message": "Overloaded"}


def test_pictures_fail_when_the_model_says_so(client: httpx.Client, server: LocalOpenRouter) -> None:
    """As a whole; what it would say in words waits for others."""
    server.model.reply("Hello")
    server.model.reply(error=ERROR, model="bytedance-seed/*", times=2)
    server.model.reply(error={**ERROR, "after": 1}, model="bytedance-seed/*")
    assert client.post("/images", json={**SEEDREAM, "model": "mine/picture"}).status_code == 200
    for fields in ({}, {"stream": True}, {}):
        answer = client.post("/images", json={**SEEDREAM, **fields})
        assert (answer.status_code, answer.json()["error"]["message"]) == (503, "Overloaded")
    assert client.post("/images", json=SEEDREAM).status_code == 200
    assert [each.text for each in server.model.queued()] == ["Hello"]


@pytest.mark.parametrize("after", [0, 1, 2, 3])
def test_a_stream_breaks_when_the_model_says_so(client: httpx.Client, server: LocalOpenRouter, after: int) -> None:
    """After so many events, if it has more, and with an event that says why."""
    server.model.reply(error={**ERROR, "after": after})
    found = events(client.post("/images", json={**SEEDREAM, "stream": True}).text)
    broken = ("error", {"type": "error", "error": {"code": "503", "message": "Overloaded"}})
    assert_conforms("ImageStreamingResponse", {"data": broken[1]})
    assert found[after:] == [broken if after < 3 else (None, "[DONE]")]
    assert client.post("/images", json=SEEDREAM).status_code == 200


def test_a_guardrail_refuses_pictures(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Of a model that it does not allow, and then no reply is used up."""
    made = client.post("/guardrails", json={"name": "Ours", "allowed_models": ["black-forest-labs/flux.2-pro"]}).json()
    hashes = {"key_hashes": [server.account.api_key_hash]}
    client.post(f"/guardrails/{made['data']['id']}/assignments/keys", json=hashes)
    server.model.reply(error=ERROR)
    headers = {"authorization": f"Bearer {server.ordinary_key}"}
    assert client.post("/images", json=SEEDREAM, headers=headers).status_code == 404
    assert len(server.model.queued()) == 1


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"model": "openai/gpt-4o"}, "model: makes no images"),
        ({"prompt": ""}, "prompt: must not be empty"),
        ({"n": 0}, "n: must be an integer from 1 to 10"),
        ({"n": 11}, "n: must be an integer from 1 to 10"),
        ({"size": "huge"}, "size: must be such as 1024x768, or one of 512, 768, 1K, 1.5K, 2K, 4K"),
        ({"size": "64x999999999"}, "size: must be from 16x16 to 4096x4096"),
        ({"size": "64x64", "resolution": "4K"}, "resolution: is not that of the size"),
        ({"size": "64x64", "aspect_ratio": "16:9"}, "aspect_ratio: is not that of the size"),
        ({"aspect_ratio": "1:0"}, "aspect_ratio: must be such as 16:9"),
        ({"background": "transparent", "output_format": "jpeg"}, "background: cannot be transparent in a JPEG"),
    ],
)
def test_what_cannot_be_is_a_400(client: httpx.Client, asked: dict[str, Any], message: str) -> None:
    """It names the field."""
    answer = client.post("/images", json={**SEEDREAM, **asked})
    assert (answer.status_code, answer.json()["error"]["message"]) == (400, message)


def test_our_own_functions_make_pictures(server: LocalOpenRouter) -> None:
    """Whole, and as a stream."""
    with server.core() as core:
        model, prompt = SEEDREAM["model"], SEEDREAM["prompt"]
        made = images_generate(core, model=model, prompt=prompt).unwrap()
        with images_generate_stream(core, model=model, prompt=prompt).unwrap() as stream:
            *_, last = (each.unwrap() for each in stream)
    assert isinstance(last, ImageGenCompletedEvent)
    assert last.b64_json == made.data[0].b64_json
