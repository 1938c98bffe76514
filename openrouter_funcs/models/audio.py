# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Audio: requests and responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Sequence
from typing import Annotated, Literal, Required, TypeAlias, TypedDict

from openrouter_core.files import File
from openrouter_core.model import OnDemand, Wire, frozen
from openrouter_core.operation import Attribution
from openrouter_funcs import models as _models

__all__ = [
    "STTEntity",
    "STTInlineInputAudioParam",
    "STTInputAudioParam",
    "STTResponse",
    "STTSegment",
    "STTTimestampGranularity",
    "STTURLInputAudioParam",
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
    "SttCreateTranscriptionRequest",
    "SttCreateTranscriptionRequestProviderParam",
    "TtsCreateSpeechRequest",
    "TtsCreateSpeechRequestProviderParam",
]


class STTInlineInputAudioParam(TypedDict, total=False):
    """A sound in base64."""

    data: Required[str]
    """The sound in base64, without `data:` before it."""
    format: Required[str]
    """The format of the sound, such as `"wav"` or `"mp3"`; `"pcm"` is signed 16-bit little-endian mono at 16 kHz
    without a header. Providers differ in what they take."""


class STTURLInputAudioParam(TypedDict, total=False):
    """A sound that the provider gets itself. Not every provider can do that."""

    url: Required[str]
    """A public HTTP(S) URL of the sound, which may be of any size."""
    format: str
    """The format of the sound; absent when the URL's path ends in it, such as `.mp3`."""


STTInputAudioParam: TypeAlias = STTInlineInputAudioParam | STTURLInputAudioParam
"""A sound to transcribe, in base64 or by its URL."""


class SttCreateTranscriptionRequestProviderParam(TypedDict, total=False):
    """Which data policy providers must have, and what they are told."""

    options: "OnDemand[_models.routing.ProviderOptionsParam]"
    """Parameters of a provider's own, by its slug; each provider gets its own alone."""
    data_collection: Literal["deny", "allow"] | str | None
    """Whether providers may serve it that keep what they are sent and may train on it (`"allow"`), or none of them
    (`"deny"`); absent or `None` for `"allow"`."""
    zdr: bool | None
    """Whether to use only endpoints that retain no data."""


STTTimestampGranularity: TypeAlias = Literal["word", "segment"] | str
"""What the times of a transcription are of."""


class SttCreateTranscriptionRequest(Attribution, total=False):
    """What `stt_create_transcription` takes."""

    input_audio: Required[STTInputAudioParam]
    """The sound, in base64 or by its URL."""
    language: str
    """The language that is spoken, in ISO 639-1 (`"en"`); found out when absent."""
    model: Required[str]
    """The model, such as `"openai/whisper-large-v3"`."""
    provider: SttCreateTranscriptionRequestProviderParam
    """Which data policy providers must have, and what they are told; absent for all that the account allows."""
    response_format: Literal["json", "verbose_json"] | str
    """`"json"` for the text alone, or `"verbose_json"` for the language, the duration and times, too, which some
    providers do not have; absent for `"json"`."""
    temperature: float
    """The sampling temperature."""
    timestamp_granularities: Sequence[STTTimestampGranularity]
    """Whether times are told of each `"segment"`, each `"word"`, or both; only with `response_format="verbose_json"`.
    """
    diarize: bool
    """Whether to tell speakers apart, for each word; only with `response_format="verbose_json"`, and with models that
    can do it; it may cost more."""
    keyterms: Sequence[str]
    """Words and names that are to be expected; only with models that can use them, and it may cost more."""
    session_id: str
    """A name for requests that belong together, at most 256 characters; it groups them in logs and traces, and no
    provider gets it."""
    trace: "OnDemand[_models.routing.TraceConfigParam]"
    """Labels for observability tools; keys of your own are passed on to them."""
    user: str
    """A stable id of your own for the end user, for logs and traces; no provider gets it."""


@frozen(kw_only=True)
class STTSegment:
    """A part of what was said, with its times."""

    avg_logprob: float | None = None
    """The average log probability of its tokens."""
    compression_ratio: float | None = None
    """How well its text can be compressed; a high ratio means that the text repeats itself."""
    end: float
    """When it ends, in seconds from the beginning."""
    id: int
    """Which segment it is."""
    no_speech_prob: float | None = None
    """The probability that nobody speaks in it."""
    seek: int | None = None
    """The offset in the sound from which the model worked."""
    speaker: int | None = None
    """The number of the speaker, from 0; absent when speakers are not told apart by number."""
    start: float
    """When it begins, in seconds from the beginning."""
    temperature: float | None = None
    """The sampling temperature that was used for it."""
    text: str
    """What was said in it."""
    tokens: tuple[int, ...] | None = None
    """Its tokens, as numbers."""
    channel: int | None = None
    """The channel of the sound, from 0; absent when channels are not transcribed apart."""
    speaker_label: str | None = None
    """The provider's name for the speaker; absent when speakers have no names."""


@frozen(kw_only=True)
class STTUsage:
    """What a transcription took and cost."""

    cost: float | None = None
    """What the request cost, in US dollars."""
    input_tokens: int | None = None
    """How many tokens of input are charged."""
    output_tokens: int | None = None
    """How many tokens were made."""
    seconds: float | None = None
    """How long the sound is, in seconds."""
    total_tokens: int | None = None
    """`input_tokens` and `output_tokens` together."""


@frozen(kw_only=True)
class STTWord:
    """A word that was said, with its times."""

    end: float
    """When it ends, in seconds from the beginning."""
    speaker: int | None = None
    """The number of the speaker, from 0; absent when speakers are not told apart by number."""
    start: float
    """When it begins, in seconds from the beginning."""
    word: str
    """The word; with `type` `"audio_event"` a tag of the sound, such as `"(laughter)"`."""
    channel: int | None = None
    """The channel of the sound, from 0; absent when channels are not transcribed apart."""
    confidence: float | None = None
    """How sure the provider is, 0 to 1; absent when it does not say."""
    speaker_label: str | None = None
    """The provider's name for the speaker; absent when speakers have no names."""
    type: Literal["word", "audio_event"] | str | None = None
    """Whether it is a word, or another sound (`"audio_event"`); absent for a word."""


@frozen(kw_only=True)
class STTEntity:
    """A thing that is named in the text."""

    end_char: int
    """Where its name ends in the whole `text`, as the number of the first character after it, from 0."""
    start_char: int
    """Where its name begins in the whole `text`, as the number of its first character, from 0."""
    text: str
    """Its name, as it is in the text."""
    type: str
    """What it is, as the provider calls it."""


@frozen(kw_only=True)
class STTResponse:
    """What was said."""

    duration: float | None = None
    """How long the sound is, in seconds; only with `"verbose_json"`."""
    language: str | None = None
    """The language that is spoken, as found or as given; only with `"verbose_json"`."""
    segments: tuple[STTSegment, ...] | None = None
    """The text in parts, with their times; only with `"verbose_json"`."""
    task: str | None = None
    """What was done, such as `"transcribe"`; only with `"verbose_json"`."""
    text: str
    """All that was said."""
    usage: STTUsage | None = None
    """What it took and cost."""
    words: tuple[STTWord, ...] | None = None
    """The single words with their times, when the provider gives them."""
    confidence: float | None = None
    """How sure the provider is of the whole text, 0 to 1; only with `"verbose_json"`, and when the provider says so."""
    entities: tuple[STTEntity, ...] | None = None
    """What was named in the text, when the provider looks for it."""
    language_confidence: float | None = None
    """How sure the provider is of the language, 0 to 1; only with `"verbose_json"`, and when the provider says so."""


class SttCreateTranscriptionMultipartRequest(Attribution, total=False):
    """What `stt_create_transcription_multipart` takes."""

    file: File
    """The sound, at most 25 MB: a `Path`, `bytes`, an open binary file, which is sent from where it stands and stays
    open, or an `Upload`, which names it and its type; the name or the type must tell the format. Either this or
    `source_url`."""
    language: str
    """The language that is spoken, in ISO 639-1 (`"en"`); found out when absent."""
    model: Required[str]
    """The model, such as `"openai/whisper-large-v3"`."""
    response_format: Literal["json", "verbose_json"] | str
    """`"json"` for the text alone, or `"verbose_json"` for the language, the duration and times, too, which some
    providers do not have; absent for `"json"`."""
    temperature: float
    """The sampling temperature."""
    timestamp_granularities: Annotated[Sequence[Literal["word", "segment"] | str], Wire("timestamp_granularities[]")]
    """Whether times are told of each `"segment"`, each `"word"`, or both; only with `response_format="verbose_json"`.
    """
    diarize: bool
    """Whether to tell speakers apart, for each word; only with `response_format="verbose_json"`, and with models that
    can do it."""
    keyterms: Annotated[Sequence[str], Wire("keyterms[]")]
    """Words and names that are to be expected; only with models that can use them."""
    provider: str
    """Which data policy providers must have, and what they are told, as the JSON text of an object such as `{"zdr":
    true}`."""
    session_id: str
    """A name for requests that belong together; it groups them in logs and traces, and no provider gets it."""
    source_url: str
    """A public HTTP(S) URL of the sound, in place of `file`; the provider gets it itself, so it may be of any size, but
    not every provider can; the URL's path must end in the format."""
    trace: str
    """Labels for observability tools, as the JSON text of an object."""
    user: str
    """A stable id of your own for the end user, for logs and traces; no provider gets it."""


class SpeechTurnParam(TypedDict, total=False):
    """What one speaker says."""

    text: Required[str]
    """What to say."""
    instructions: str
    """How to say it; absent for the `instructions` of the request."""
    voice: str
    """Who says it; absent for the `voice` of the request."""


SpeechInputParam: TypeAlias = str | Sequence[SpeechTurnParam]
"""What to say: a text, or a list of turns for several speakers. Turns are for the models of Gemini, and of Fish Audio
except S1."""


class SpeechInputReferenceAudioInputParam(TypedDict, total=False):
    """A sound of a voice. Give either `data` or `url`."""

    data: str
    """The sound in base64, with or without `data:` before it, at most 20 MiB as base64."""
    format: str
    """The format of the sound, such as `"wav"`; most providers find it out when it is absent."""
    url: str
    """A public HTTP(S) URL of the sound, at most 15 MiB; OpenRouter gets it, and the provider does not see the URL."""


class SpeechInputReferenceAudioParam(TypedDict, total=False):
    """A sound of the voice that is wanted."""

    input_audio: Required[SpeechInputReferenceAudioInputParam]
    """The sound, in base64 or by its URL."""
    type: Required[Literal["input_audio"]]


class SpeechInputReferenceTextParam(TypedDict, total=False):
    """What is said in a sound of the voice that is wanted."""

    text: Required[str]
    """The words, at most 10000 characters; after the sound that they are of, or, when there is one sound only, before
    it."""
    type: Required[Literal["text"]]


class SpeechInputReferenceImageInputParam(TypedDict, total=False):
    """The place of a picture."""

    url: Required[str]
    """A public HTTP(S) URL of a JPEG, PNG or WebP, at most 15 MiB, or the picture itself as a `data:` URL in base64;
    the provider does not see the URL."""


class SpeechInputReferenceImageParam(TypedDict, total=False):
    """A picture of the voice that is wanted, or, beside sounds of a voice, of the scene that it speaks in."""

    image_url: Required[SpeechInputReferenceImageInputParam]
    """Where the picture is."""
    type: Required[Literal["image_url"]]


SpeechInputReferenceParam: TypeAlias = (
    SpeechInputReferenceAudioParam | SpeechInputReferenceTextParam | SpeechInputReferenceImageParam
)
"""A sound, its text or a picture that tells what a voice should be like."""


class TtsCreateSpeechRequestProviderParam(TypedDict, total=False):
    """Which data policy providers must have, and what they are told."""

    options: "OnDemand[_models.routing.ProviderOptionsParam]"
    """Parameters of a provider's own, by its slug; each provider gets its own alone."""
    data_collection: Literal["deny", "allow"] | str | None
    """Whether providers may serve it that keep what they are sent and may train on it (`"allow"`), or none of them
    (`"deny"`); absent or `None` for `"allow"`."""
    zdr: bool | None
    """Whether to use only endpoints that retain no data."""


class TtsCreateSpeechRequest(Attribution, total=False):
    """What `tts_create_speech` takes."""

    input: Required[str | Sequence[SpeechTurnParam]]
    """What to say: a text, or a list of turns for several speakers, which few models take."""
    input_references: Sequence[SpeechInputReferenceParam]
    """What the voice should be like: one to three sounds of it, each with its text if you have it, and at most one
    picture of the scene; or one picture alone of the voice that is wanted. Only endpoints that can do this serve the
    request."""
    model: Required[str]
    """The model, such as `"mistralai/voxtral-mini-tts-2603"`."""
    provider: TtsCreateSpeechRequestProviderParam
    """Which data policy providers must have, and what they are told; absent for all that the account allows."""
    response_format: Literal["mp3", "pcm"] | str
    """The format of the sound, `"mp3"` or `"pcm"`; absent for `"pcm"`."""
    speed: float
    """How fast, as a multiple of the usual; a model that cannot change it ignores it or refuses the request."""
    voice: str
    """Who says it, as the model names its voices (`Model.supported_voices`)."""
    instructions: str
    """How to say it, such as the tone or the pace; models that cannot follow ignore it."""
    session_id: str
    """A name for requests that belong together, at most 256 characters; it groups them in logs and traces, and no
    provider gets it."""
    trace: "OnDemand[_models.routing.TraceConfigParam]"
    """Labels for observability tools; keys of your own are passed on to them."""
    user: str
    """A stable id of your own for the end user, for logs and traces; no provider gets it."""
