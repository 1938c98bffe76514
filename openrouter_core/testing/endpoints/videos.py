"""The three operations on videos: a job that takes its time, and then a real MP4 of the length that was asked for."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from openrouter_core.testing.catalogue import outputs
from openrouter_core.testing.contract import BASE_PATH
from openrouter_core.testing.jobs import Jobs, check_callback
from openrouter_core.testing.model import Prompt, tokens
from openrouter_core.testing.mp4 import mp4
from openrouter_core.testing.pictures import Size, ratio, scaled, sized
from openrouter_core.testing.reading import BadRequest
from openrouter_core.testing.state import not_found

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.catalogue import Model
    from openrouter_core.testing.state import State

__all__ = ["Videos"]

_SECONDS = 5
_MOST_SECONDS = 3_600
# The shorter side of a video, by what it is called.
_SIDES = {"360p": 360, "480p": 480, "720p": 720, "768p": 768, "1080p": 1_080, "1K": 1_080, "2K": 1_440, "4K": 2_160}


class Videos:
    """The operations over one state."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._jobs = Jobs(state, "videos", "pending")

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {
            "video_generation_generate": self.generate,
            "video_generation_get_generation": self.get,
            "video_generation_get_video_content": self.download,
        }

    def generate(self, call: Call) -> Response:
        """Begin a job."""
        body = call.body
        model, prompt = self._state.catalogue.find(body["model"]), body.get("prompt", "")
        if model is not None and "video" not in outputs(model):
            raise BadRequest("model: makes no videos")
        check_callback(call)
        if "previous_job_id" in body and not self._jobs.is_over(self._jobs.find(call, body["previous_job_id"])):
            raise BadRequest("previous_job_id: is not completed")
        seconds, size = _seconds(body, model), _size(body)
        failure = self._state.model.failure(Prompt(body["model"], [prompt], prompt))
        job_id = f"gen-vid-{int(self._state.clock())}-{secrets.token_hex(10)}"
        fields = {"id": job_id, "polling_url": f"{BASE_PATH}/videos/{job_id}"}
        if failure.error is not None:
            ended = {"status": "failed", "error": failure.error["message"]}
        else:
            ended = self._made(call, prompt, size, seconds)
        return JSONResponse(self._jobs.begin(call, fields, ended), 202)

    def get(self, call: Call) -> Response:
        """Answer how far a job is."""
        job = self._jobs.shown(self._jobs.find(call, call.path["jobId"]))
        if job.pop("video", None):
            job["unsigned_urls"] = [f"http://{call.headers['host']}{job['polling_url']}/content?index=0"]
        return JSONResponse(job)

    def download(self, call: Call) -> Response:
        """Answer the video of a job that is completed."""
        job = self._jobs.find(call, call.path["jobId"])
        if not self._jobs.is_over(job):
            raise HTTPException(409, "The video is not completed yet")
        seed, *sides, seconds = job["ended"].get("video") or not_found()
        if call.query.get("index"):
            raise BadRequest("index: must be 0, there is one video")
        return Response(mp4(seed, Size(*sides), seconds), media_type="video/mp4")

    def _made(self, call: Call, prompt: str, size: Size, seconds: int) -> dict[str, Any]:
        """Return what a job has made: the video itself is made when it is asked for."""
        model, count = call.body["model"], tokens(prompt)
        resolution = next((name for name, side in _SIDES.items() if side == min(size.width, size.height)), None)
        cost = self._state.catalogue.cost(model, count, seconds=seconds, resolution=resolution)
        return {
            "generation_id": self._state.served(
                call, "video", self._state.usage(model, count, cost=cost), asked=prompt, finish_reason="stop"
            ),
            "usage": {"cost": cost, "is_byok": False},
            "video": [f"{model} {prompt} {call.body.get('seed')}", size.width, size.height, seconds],
        }


def _seconds(body: Mapping[str, Any], model: Model | None) -> int:
    supported = (model or {}).get("supported_durations") or [_SECONDS]
    seconds = int(body.get("duration", supported[0]))
    if seconds > _MOST_SECONDS:
        raise BadRequest(f"duration: must be an integer from 1 to {_MOST_SECONDS}")
    return seconds


def _size(body: Mapping[str, Any]) -> Size:
    """Return the size that is asked for: pixels, or the shorter side and how wide it is for its height."""
    if "size" not in body:
        side = _SIDES.get(body.get("resolution", ""), _SIDES["720p"])
        return scaled(ratio(body.get("aspect_ratio", "16:9")), side, min)
    size = sized(body["size"])
    if size is None:
        raise BadRequest("size: must be such as 1280x720")
    return size
