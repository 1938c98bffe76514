"""Speech and transcription: requests and responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Sequence
from typing import Annotated, Literal, Required, TypeAlias, TypedDict

from openrouter_core.files import File
from openrouter_core.model import Wire, frozen
from openrouter_core.operation import Attribution
from openrouter_funcs.models.routing import ProviderOptionsParam, TraceConfigParam

__all__ = [
    "STTEntity",
    "STTResponse",
    "STTSegment",
    "STTUsage",
    "STTWord",
    "SpeechInputParam",
    "SpeechInputReferenceAudioInputParam",
    "SpeechInputReferenceAudioParam",
    "SpeechInputReferenceImageInputParam",
    "SpeechInputReferenceImageParam",
    "SpeechInputReferenceParam",
    "SpeechInputReferenceTextParam",
    "SpeechTurnParam",
    "SttCreateTranscriptionMultipartRequest",
    "TtsCreateSpeechRequest",
    "TtsCreateSpeechRequestProviderParam",
]


@frozen(kw_only=True)
class STTEntity:
    """A thing that was named in the sound."""

    end_char: int
    start_char: int
    text: str
    type: str


@frozen(kw_only=True)
class STTSegment:
    """A part of what was said, with its times."""

    avg_logprob: float | None = None
    compression_ratio: float | None = None
    end: float
    id: int
    no_speech_prob: float | None = None
    seek: int | None = None
    speaker: int | None = None
    start: float
    temperature: float | None = None
    text: str
    tokens: tuple[int, ...] | None = None
    channel: int | None = None
    speaker_label: str | None = None


@frozen(kw_only=True)
class STTUsage:
    """What a transcription took and cost."""

    cost: float | None = None
    input_tokens: int | None = None
    output_tokens: int | None = None
    seconds: float | None = None
    total_tokens: int | None = None


@frozen(kw_only=True)
class STTWord:
    """A word that was said, with its times."""

    end: float
    speaker: int | None = None
    start: float
    word: str
    channel: int | None = None
    confidence: float | None = None
    speaker_label: str | None = None
    type: Literal["word", "audio_event"] | str | None = None


@frozen(kw_only=True)
class STTResponse:
    """What was said."""

    duration: float | None = None
    language: str | None = None
    segments: tuple[STTSegment, ...] | None = None
    task: str | None = None
    text: str
    """The text."""
    usage: STTUsage | None = None
    """What it took and cost."""
    words: tuple[STTWord, ...] | None = None
    confidence: float | None = None
    entities: tuple[STTEntity, ...] | None = None
    language_confidence: float | None = None


class SpeechTurnParam(TypedDict, total=False):
    """What one speaker says."""

    text: Required[str]
    instructions: str
    voice: str


SpeechInputParam: TypeAlias = str | Sequence[SpeechTurnParam]


class SpeechInputReferenceAudioInputParam(TypedDict, total=False):
    """A sound, in base64 or by its URL."""

    data: str
    format: str
    url: str


class SpeechInputReferenceAudioParam(TypedDict, total=False):
    """An object whose `type` is `"input_audio"`."""

    input_audio: Required[SpeechInputReferenceAudioInputParam]
    type: Required[Literal["input_audio"]]


class SpeechInputReferenceImageInputParam(TypedDict, total=False):
    """An image, by its URL."""

    url: Required[str]


class SpeechInputReferenceImageParam(TypedDict, total=False):
    """An object whose `type` is `"image_url"`."""

    image_url: Required[SpeechInputReferenceImageInputParam]
    type: Required[Literal["image_url"]]


class SpeechInputReferenceTextParam(TypedDict, total=False):
    """An object whose `type` is `"text"`."""

    text: Required[str]
    type: Required[Literal["text"]]


SpeechInputReferenceParam: TypeAlias = (
    SpeechInputReferenceAudioParam | SpeechInputReferenceTextParam | SpeechInputReferenceImageParam
)


class SttCreateTranscriptionMultipartRequest(Attribution, total=False):
    """What `stt_create_transcription_multipart` takes."""

    file: File
    """The sound."""
    language: str
    """The language that is spoken, in ISO 639-1; found out when absent."""
    model: Required[str]
    """The model."""
    response_format: Literal["json", "verbose_json"] | str
    temperature: float
    """How freely the model chooses."""
    timestamp_granularities: Annotated[Sequence[Literal["word", "segment"] | str], Wire("timestamp_granularities[]")]
    diarize: bool
    """Whether to tell speakers apart."""
    keyterms: Annotated[Sequence[str], Wire("keyterms[]")]
    provider: str
    session_id: str
    source_url: str
    """Where the sound is, in place of `file`."""
    trace: str
    user: str


class TtsCreateSpeechRequestProviderParam(TypedDict, total=False):
    """Which providers may do it, and what they are told."""

    options: ProviderOptionsParam
    data_collection: Literal["deny", "allow"] | str | None
    zdr: bool | None


class TtsCreateSpeechRequest(Attribution, total=False):
    """What `tts_create_speech` takes."""

    input: Required[SpeechInputParam]
    """What to say."""
    input_references: Sequence[SpeechInputReferenceParam]
    model: Required[str]
    """The model."""
    provider: TtsCreateSpeechRequestProviderParam
    response_format: Literal["mp3", "pcm"] | str
    """The format of the sound."""
    speed: float
    """How fast, as a multiple of the usual."""
    voice: str
    """Who says it, as the model names its voices."""
    instructions: str
    session_id: str
    trace: TraceConfigParam
    user: str
