# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Chat: optional parts of responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from typing import Literal, TypeAlias

from openrouter_core.model import OnDemand, Unknown, frozen
from openrouter_funcs import models as _models
from openrouter_funcs.models.enums import AnthropicCacheControlTtl, ApiErrorType, ReasoningFormat

__all__ = [
    "ChatAssistantImage",
    "ChatAssistantImageImageUrl",
    "ChatAudioOutput",
    "ChatContentAudio",
    "ChatContentAudioInputAudio",
    "ChatContentCacheControl",
    "ChatContentFile",
    "ChatContentFileFile",
    "ChatContentImage",
    "ChatContentImageImageUrl",
    "ChatContentItems",
    "ChatContentText",
    "ChatContentVideo",
    "ChatContentVideoInput",
    "ChatStreamChunkError",
    "ChatStreamChunkErrorMetadata",
    "ChatStreamToolCall",
    "ChatStreamToolCallFunction",
    "ChatTokenLogprob",
    "ChatTokenLogprobTopLogprob",
    "ChatTokenLogprobs",
    "ChatToolCall",
    "ChatToolCallFunction",
    "LegacyChatContentVideo",
    "LegacyChatContentVideoInput",
    "ReasoningDetailEncrypted",
    "ReasoningDetailServerToolCall",
    "ReasoningDetailSummary",
    "ReasoningDetailText",
    "ReasoningDetailUnion",
]


@frozen(kw_only=True)
class ReasoningDetailSummary:
    """A part of the reasoning: a summary."""

    format: ReasoningFormat | None = None
    """The form in which the provider gave the reasoning."""
    id: str | None = None
    """The provider's id of this part."""
    index: int | None = None
    """The number of this part."""
    summary: str
    """The text of the summary."""
    type: Literal["reasoning.summary"]


@frozen(kw_only=True)
class ReasoningDetailEncrypted:
    """A part of the reasoning that only the provider can read."""

    data: str
    """The reasoning, encrypted."""
    format: ReasoningFormat | None = None
    """The form in which the provider gave the reasoning."""
    id: str | None = None
    """The provider's id of this part."""
    index: int | None = None
    """The number of this part."""
    type: Literal["reasoning.encrypted"]


@frozen(kw_only=True)
class ReasoningDetailText:
    """A part of the reasoning: its text."""

    format: ReasoningFormat | None = None
    """The form in which the provider gave the reasoning."""
    id: str | None = None
    """The provider's id of this part."""
    index: int | None = None
    """The number of this part."""
    signature: str | None = None
    """The provider's signature of the text."""
    text: str | None = None
    """What the model reasoned."""
    type: Literal["reasoning.text"]


@frozen(kw_only=True)
class ReasoningDetailServerToolCall:
    """A call of a server tool, kept in the reasoning so that a later request of the conversation can restore it."""

    arguments: str
    """What the tool was called with."""
    format: ReasoningFormat | None = None
    """The form in which the provider gave the reasoning."""
    id: str | None = None
    """The id of this part."""
    index: int | None = None
    """The number of this part."""
    result: str
    """What the tool returned."""
    tool_call_id: str | None = None
    """The id of the call."""
    tool_name: str
    """The tool, such as `"openrouter:fusion"`."""
    type: Literal["reasoning.server_tool_call"]


@frozen(kw_only=True)
class ChatTokenLogprobTopLogprob:
    """One of the most likely tokens at a place."""

    bytes: tuple[int, ...] | None
    """The token's bytes in UTF-8, or `None`."""
    logprob: float
    """The natural logarithm of its probability."""
    token: str
    """Its text."""


@frozen(kw_only=True)
class ChatTokenLogprob:
    """One token of an answer, and how likely it was."""

    bytes: tuple[int, ...] | None
    """The token's bytes in UTF-8, or `None`."""
    logprob: float
    """The natural logarithm of its probability."""
    token: str
    """Its text."""
    top_logprobs: tuple[ChatTokenLogprobTopLogprob, ...]
    """The most likely tokens at this place, as many as `top_logprobs` asked for."""


@frozen(kw_only=True)
class ChatTokenLogprobs:
    """How likely the tokens of an answer were."""

    content: tuple[ChatTokenLogprob, ...] | None
    """The tokens of the answer, or `None`."""
    refusal: tuple[ChatTokenLogprob, ...] | None = None
    """The tokens of the refusal, or `None`."""


@frozen(kw_only=True)
class ChatAudioOutput:
    """Audio that the model spoke, or a reference to it."""

    data: str | None = None
    """The audio in base64."""
    expires_at: int | None = None
    """Until when later messages can refer to the audio, in seconds since 1970."""
    id: str | None = None
    """The provider's id of the audio, by which a later message can refer to it."""
    transcript: str | None = None
    """What is said in it."""


@frozen(kw_only=True)
class ChatContentCacheControl:
    """A cache breakpoint in Anthropic's form: the provider may cache the prompt up to here.

    OpenRouter converts it for other providers.
    """

    ttl: AnthropicCacheControlTtl | None = None
    """How long the provider keeps the cache."""
    type: Literal["ephemeral"]


@frozen(kw_only=True)
class ChatContentText:
    """A part of a message: text."""

    cache_control: ChatContentCacheControl | None = None
    """A cache breakpoint after this part, in Anthropic's form; OpenRouter converts it for other providers."""
    prompt_cache_breakpoint: "OnDemand[_models.metadata.PromptCacheBreakpoint] | None" = None
    """A cache breakpoint after this part, in OpenAI's form; OpenRouter converts it for other providers."""
    text: str
    """What is said."""
    type: Literal["text"]


@frozen(kw_only=True)
class ChatContentImageImageUrl:
    """An image for a model to look at."""

    detail: Literal["auto", "low", "high", "original"] | str | None = None
    """How closely the model looks; `original` asks for the full resolution, and counts as `high` at providers that have
    no such level."""
    url: str
    """A URL, or a `data:` URL with the image in base64."""


@frozen(kw_only=True)
class ChatContentImage:
    """A part of a message: an image."""

    image_url: ChatContentImageImageUrl
    """Where the image is, and how closely to look at it."""
    type: Literal["image_url"]


@frozen(kw_only=True)
class ChatContentAudioInputAudio:
    """Audio for a model to listen to."""

    data: str
    """The audio in base64."""
    format: str
    """Its format, such as `"wav"` or `"mp3"`; providers differ in those that they take."""


@frozen(kw_only=True)
class ChatContentAudio:
    """A part of a message: audio."""

    input_audio: ChatContentAudioInputAudio
    """The audio and its format."""
    type: Literal["input_audio"]


@frozen(kw_only=True)
class LegacyChatContentVideoInput:
    """A video for a model to watch, in the deprecated form."""

    url: str
    """A URL, or a `data:` URL with the video in base64."""
    processing: Literal["agentic", "static"] | str | None = None
    """How the model watches: `agentic`, or `static` for frames at a fixed rate; at present only Google Gemini knows it.
    """


@frozen(kw_only=True)
class LegacyChatContentVideo:
    """A part of a message: a video, in the deprecated form. Use the type `video_url` instead."""

    type: Literal["input_video"]
    video_url: LegacyChatContentVideoInput
    """Where the video is, and how to watch it."""


@frozen(kw_only=True)
class ChatContentVideoInput:
    """A video for a model to watch."""

    url: str
    """A URL, or a `data:` URL with the video in base64."""
    processing: Literal["agentic", "static"] | str | None = None
    """How the model watches: `agentic`, or `static` for frames at a fixed rate; at present only Google Gemini knows it.
    """


@frozen(kw_only=True)
class ChatContentVideo:
    """A part of a message: a video."""

    type: Literal["video_url"]
    video_url: ChatContentVideoInput
    """Where the video is, and how to watch it."""


@frozen(kw_only=True)
class ChatContentFileFile:
    """A file for a model to read."""

    file_data: str | None = None
    """A URL, or a `data:` URL with the file in base64."""
    file_id: str | None = None
    """The id of a file that you uploaded before."""
    filename: str | None = None
    """What the file was called originally."""


@frozen(kw_only=True)
class ChatContentFile:
    """A part of a message: a file, such as a PDF."""

    file: ChatContentFileFile
    """The file, by its content or its id."""
    type: Literal["file"]


ChatContentItems: TypeAlias = (
    ChatContentText
    | ChatContentImage
    | ChatContentAudio
    | LegacyChatContentVideo
    | ChatContentVideo
    | ChatContentFile
    | Unknown
)
"""A part of a message: text, an image, audio, a video or a file."""


@frozen(kw_only=True)
class ChatAssistantImageImageUrl:
    """Where an image that the model generated is."""

    url: str
    """A URL, or the image in base64."""


@frozen(kw_only=True)
class ChatAssistantImage:
    """An image that the model generated."""

    image_url: ChatAssistantImageImageUrl
    """Where the image is."""


ReasoningDetailUnion: TypeAlias = (
    ReasoningDetailSummary | ReasoningDetailEncrypted | ReasoningDetailText | ReasoningDetailServerToolCall | Unknown
)
"""A part of the reasoning: a summary, text, encrypted data, or a call of a server tool."""


@frozen(kw_only=True)
class ChatToolCallFunction:
    """A function to call, and its arguments."""

    arguments: str
    """The arguments as JSON text; check them, since a model can get them wrong."""
    name: str
    """Which function to call."""


@frozen(kw_only=True)
class ChatToolCall:
    """A call of a function of yours, which the model asks for."""

    function: ChatToolCallFunction
    """Which function to call, and with what."""
    id: str
    """The id of the call, which the message with the result names in `tool_call_id`."""
    type: Literal["function"]


@frozen(kw_only=True)
class ChatStreamToolCallFunction:
    """A piece of the function to call, and of its arguments."""

    arguments: str | None = None
    """More of the arguments, which are JSON text once all pieces are joined."""
    name: str | None = None
    """Which function to call; in the first piece."""


@frozen(kw_only=True)
class ChatStreamToolCall:
    """A piece of a tool call."""

    function: ChatStreamToolCallFunction | None = None
    """More of the function's name and arguments."""
    id: str | None = None
    """The id of the call, which the message with the result names in `tool_call_id`; in the first piece."""
    index: int
    """The number of the call that this is a piece of."""
    type: Literal["function"] | None = None


@frozen(kw_only=True)
class ChatStreamChunkErrorMetadata:
    """The kind of an error in a stream."""

    error_type: "ApiErrorType"
    """The kind of error, by a name that is the same in all of OpenRouter's APIs."""
    provider_code: str | None = None
    """The provider's own code for the error, if it gave one."""


@frozen(kw_only=True)
class ChatStreamChunkError:
    """Why a stream ends early."""

    code: int
    """The HTTP status that fits the error."""
    message: str
    """What went wrong, for people."""
    metadata: ChatStreamChunkErrorMetadata | None = None
    """The kind of the error, for programs."""
