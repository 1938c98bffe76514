"""`tts_create_speech` and `stt_create_transcription`: a tone as long as the text, and what the scripted model says."""

from __future__ import annotations

import math
from struct import pack
from typing import TYPE_CHECKING, Any

import attrs
from starlette.responses import Response

from openrouter_core.testing.answers import Timed
from openrouter_core.testing.endpoints.completions import refused
from openrouter_core.testing.model import Prompt, said, tokens
from openrouter_core.testing.multipart import Part
from openrouter_core.testing.reading import BadRequest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.state import State

__all__ = ["Audio"]

_RATE = 24_000
_SAMPLES_A_WORD = _RATE // 10
# One frame of silence: MPEG-1 layer III, 128 kbit/s, 44.1 kHz, which is 417 bytes and 26 ms.
_MP3_FRAME = b"\xff\xfb\x90\x00" + bytes(413)


@attrs.frozen
class Audio:
    """The endpoints over one state."""

    _state: State

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {"tts_create_speech": self.speak, "stt_create_transcription": self.transcribe}

    def speak(self, call: Call) -> Response:
        """Answer a tone, a tenth of a second for each word."""
        text = said(call.body["input"])
        wanted = call.body.get("response_format", "pcm")
        sound, media_type = {"wav": (_wav, "audio/wav"), "mp3": (_mp3, "audio/mpeg")}.get(wanted, (_pcm, _PCM))
        usage = self._state.usage(call.body["model"], tokens(text))
        generation = self._state.served(call, "tts", usage, asked=text)
        return Response(
            sound(len(text.split()) or 1), headers={"content-type": media_type, "x-generation-id": generation}
        )

    def transcribe(self, call: Call) -> Response:
        """Answer the next reply of the scripted model, or the name and size of what was sent."""
        detailed = call.body.get("response_format") == "verbose_json"
        if call.body.get("diarize") and not detailed:
            raise BadRequest('diarize: needs the response_format "verbose_json"')
        model, described = call.body["model"], _described(call.body)
        reply = self._state.model.answer(Prompt(model, [described], described))
        if reply.error is not None:
            return refused(call, reply, reply.error)
        text = reply.texts[0] or ""
        usage = self._state.usage(model, tokens(text))
        self._state.served(call, "stt", usage, asked=described, completion=text)
        seconds = float(len(text.split()))
        used = {"input_tokens": usage.prompt, "output_tokens": 0, "total_tokens": usage.total, "cost": usage.cost}
        answer: dict[str, Any] = {"text": text, "usage": {"seconds": seconds, **used}}
        return Timed(answer | _details(call.body, text, seconds) if detailed else answer, reply.delay)


def _described(body: Mapping[str, Any]) -> str:
    sent = body.get("file") or body.get("input_audio") or body.get("source_url")
    if isinstance(sent, Part):
        return f"{sent.filename}, {len(sent.data)} bytes"
    if sent is None:
        raise BadRequest("file: is required, unless source_url is given")
    return sent if isinstance(sent, str) else f"{sent.get('format', 'audio')}, {len(sent.get('data', ''))} characters"


def _details(body: Mapping[str, Any], text: str, seconds: float) -> dict[str, Any]:
    """Return what `verbose_json` adds: each word takes a second."""
    whole = {"id": 0, "start": 0.0, "end": seconds, "text": text}
    details: dict[str, Any] = {
        "task": "transcribe",
        "language": body.get("language", "en"),
        "duration": seconds,
        "segments": [whole],
    }
    wanted = body.get("timestamp_granularities[]", body.get("timestamp_granularities", []))
    if "word" in wanted or body.get("diarize"):
        speaker = {"speaker": 0} if body.get("diarize") else {}
        words = enumerate(text.split())
        details["words"] = [{"word": word, "start": float(at), "end": at + 1.0, **speaker} for at, word in words]
    return details


_PCM = f"audio/pcm;rate={_RATE};channels=1"


def _pcm(words: int) -> bytes:
    """Return a tone of 440 Hz in 16-bit samples."""
    word = b"".join(pack("<h", round(8_000 * math.sin(math.tau * 440 * at / _RATE))) for at in range(_SAMPLES_A_WORD))
    return word * words


def _wav(words: int) -> bytes:
    sound = _pcm(words)
    shape = pack("<IHHIIHH", 16, 1, 1, _RATE, _RATE * 2, 2, 16)
    return b"RIFF" + pack("<I", 36 + len(sound)) + b"WAVEfmt " + shape + b"data" + pack("<I", len(sound)) + sound


def _mp3(words: int) -> bytes:
    return _MP3_FRAME * (4 * words)
