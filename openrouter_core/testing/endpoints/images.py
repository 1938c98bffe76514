"""`images_generate`: pictures of the size that was asked for, the same for the same prompt, whole or as a stream."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Any

import attrs
from starlette.responses import JSONResponse

from openrouter_core.testing.answers import DONE, EventStream, event
from openrouter_core.testing.catalogue import outputs
from openrouter_core.testing.endpoints.completions import refused
from openrouter_core.testing.model import Prompt, tokens
from openrouter_core.testing.pictures import ROWS, Size, png, ratio, scaled, sized, svg
from openrouter_core.testing.reading import BadRequest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from starlette.responses import Response

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.model import Usage
    from openrouter_core.testing.state import State

__all__ = ["Images"]

_MOST = 10
_LONGEST = {"512": 512, "768": 768, "1K": 1_024, "1.5K": 1_536, "2K": 2_048, "4K": 4_096}
# How many pixels one token of a picture stands for.
_PIXELS = 1_024
# After how many rows of a picture a stream shows what there is.
_PARTS = (3, 6)
# Sides are whole numbers, so that 1366x768 is 16:9.
_TOLERANCE = 0.01


@attrs.frozen
class _Picture:
    """One picture that is asked for."""

    seed: str
    size: Size
    is_svg: bool
    is_transparent: bool

    @property
    def media_type(self) -> str:
        """What it is: what the standard library cannot make is a PNG, and says so."""
        return "image/svg+xml" if self.is_svg else "image/png"

    @property
    def markup(self) -> str:
        """The picture as SVG."""
        return svg(self.seed, self.size, transparent=self.is_transparent)

    def encoded(self, rows: int = ROWS) -> str:
        """Return it in base64, a PNG as far as it is drawn."""
        made = self.markup.encode() if self.is_svg else png(self.seed, self.size, rows, transparent=self.is_transparent)
        return b64encode(made).decode()


@attrs.frozen
class Images:
    """The operations over one state."""

    _state: State

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {"images_generate": self.generate}

    def generate(self, call: Call) -> Response:
        """Answer pictures."""
        body = call.body
        model = self._state.catalogue.find(body["model"])
        if model is not None and "image" not in outputs(model):
            raise BadRequest("model: makes no images")
        pictures, prompt = _pictures(body), body["prompt"]
        failure = self._state.model.failure(Prompt(body["model"], [prompt], prompt))
        error, is_stream = failure.error, bool(body.get("stream"))
        if error is not None and not (is_stream and "after" in error):
            return refused(call, failure, error)
        usage = self._usage(body, pictures)
        generation = self._state.served(call, "image", usage, asked=prompt, finish_reason="error" if error else "stop")
        ended = {"created": int(self._state.clock()), "usage": _told(usage)}
        answer: Response
        if is_stream:
            answer = EventStream(_to_the_end([*_events(pictures, ended)], error), _broken, comments=1)
        else:
            data = [{"b64_json": each.encoded(), "media_type": each.media_type} for each in pictures]
            answer = JSONResponse({**ended, "data": data})
        answer.headers["x-generation-id"] = generation
        return answer

    def _usage(self, body: Mapping[str, Any], pictures: Sequence[_Picture]) -> Usage:
        model, prompt = body["model"], tokens(body["prompt"])
        completion = sum(-(-each.size.width * each.size.height // _PIXELS) for each in pictures)
        references = len(body.get("input_references", ()))
        cost = self._state.catalogue.cost(model, prompt, image=references, image_output=len(pictures))
        return self._state.usage(model, prompt, completion, cost=cost)


def _pictures(body: Mapping[str, Any]) -> list[_Picture]:
    count, size = int(body.get("n", 1)), _size(body)
    if not 1 <= count <= _MOST:
        raise BadRequest(f"n: must be an integer from 1 to {_MOST}")
    wanted, is_transparent = body.get("output_format", "png"), body.get("background") == "transparent"
    if is_transparent and wanted == "jpeg":
        raise BadRequest("background: cannot be transparent in a JPEG")
    seed = f"{body['model']} {body['prompt']} {body.get('seed')}"
    return [_Picture(f"{seed} {index}", size, wanted == "svg", is_transparent) for index in range(count)]


def _size(body: Mapping[str, Any]) -> Size:
    """Return the size that is asked for: pixels, or a class and how wide it is for its height."""
    size, resolution, shape = (body.get(name) for name in ("size", "resolution", "aspect_ratio"))
    wide = None if shape in {None, "auto"} else ratio(str(shape))
    pixels = None if size is None else sized(size)
    if pixels is None:
        longest = _LONGEST.get(size or resolution or "1K")
        if size is not None and longest is None:
            raise BadRequest(f"size: must be such as 1024x768, or one of {', '.join(_LONGEST)}")
        return scaled(wide or 1, longest or _LONGEST["1K"], max)
    if resolution is not None and _LONGEST.get(resolution) != max(pixels.width, pixels.height):
        raise BadRequest("resolution: is not that of the size")
    if wide is not None and abs(pixels.width / pixels.height / wide - 1) > _TOLERANCE:
        raise BadRequest("aspect_ratio: is not that of the size")
    return pixels


def _events(pictures: Sequence[_Picture], ended: Mapping[str, object]) -> Iterator[bytes]:
    for picture in pictures:
        if picture.is_svg:
            yield _event("text_chunk", {"text": picture.markup, "phase": "content"})
        else:
            for index, rows in enumerate(_PARTS):
                yield _event("partial_image", {"partial_image_index": index, "b64_json": picture.encoded(rows)})
        yield _event("completed", {"b64_json": picture.encoded(), "media_type": picture.media_type, **ended})


def _event(name: str, data: Mapping[str, object]) -> bytes:
    kind = f"image_generation.{name}"
    return event({"type": kind, **data}, kind)


def _to_the_end(events: Sequence[bytes], error: Mapping[str, Any] | None) -> list[bytes]:
    """Return a stream, which breaks where an error wants it."""
    if error is None or error["after"] >= len(events):
        return [*events, DONE]
    return [*events[: error["after"]], _broken(error, error["after"])]


def _broken(error: Mapping[str, Any], _: int) -> bytes:
    told = {"code": str(error["status"]), "message": error["message"]}
    return event({"type": "error", "error": told}, "error")


def _told(usage: Usage) -> dict[str, Any]:
    return {
        "prompt_tokens": usage.prompt,
        "completion_tokens": usage.completion,
        "total_tokens": usage.total,
        "cost": usage.cost,
        "is_byok": False,
        "completion_tokens_details": {"image_tokens": usage.completion},
    }
