# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Images and videos: requests and responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Mapping, Sequence
from typing import Literal, Required, TypeAlias, TypedDict

from openrouter_core.model import OnDemand, Unknown, frozen
from openrouter_core.operation import Attribution
from openrouter_funcs import models as _models
from openrouter_funcs.models.enums import AnthropicSpeed, ProviderSort
from openrouter_funcs.models.provider_names import ProviderName
from openrouter_funcs.models.usage import CostDetails

__all__ = [
    "BooleanCapability",
    "CapabilityDescriptor",
    "ContentPartAudioAudioUrlParam",
    "ContentPartAudioParam",
    "ContentPartImageImageUrlParam",
    "ContentPartImageParam",
    "ContentPartVideoParam",
    "ContentPartVideoVideoUrlParam",
    "EnumCapability",
    "FrameImageImageUrlParam",
    "FrameImageParam",
    "ImageEndpoint",
    "ImageGenCompletedEvent",
    "ImageGenPartialImageEvent",
    "ImageGenStreamErrorEvent",
    "ImageGenStreamErrorEventError",
    "ImageGenTextChunkEvent",
    "ImageGenerationProviderPreferencesParam",
    "ImageGenerationResponse",
    "ImageGenerationResponseDataItem",
    "ImageGenerationUsage",
    "ImageGenerationUsageCompletionTokensDetails",
    "ImageGenerationUsagePromptTokensDetails",
    "ImageGenerationUsageServerToolUse",
    "ImageInputModality",
    "ImageModelArchitecture",
    "ImageModelEndpointsResponse",
    "ImageModelListItem",
    "ImageModelsListResponse",
    "ImageOutputModality",
    "ImagePricingEntry",
    "ImageStreamEvents",
    "ImagesGenerateRequest",
    "ImagesListModelEndpointsRequest",
    "ImagesListModelsRequest",
    "InputReferenceParam",
    "RangeCapability",
    "VideoGenerationGenerateRequest",
    "VideoGenerationGenerateRequestProviderParam",
    "VideoGenerationGetGenerationRequest",
    "VideoGenerationGetVideoContentRequest",
    "VideoGenerationListVideosModelsRequest",
    "VideoGenerationResponse",
    "VideoGenerationUsage",
    "VideoModel",
    "VideoModelUpscaleFactor",
    "VideoModelsListResponse",
]


class ContentPartImageImageUrlParam(TypedDict, total=False):
    """The place of a picture."""

    url: Required[str]
    """An HTTP(S) URL, or the picture itself as a `data:` URL in base64."""


class ContentPartImageParam(TypedDict, total=False):
    """A picture to go by."""

    image_url: Required[ContentPartImageImageUrlParam]
    """Where the picture is."""
    type: Required[Literal["image_url"]]


class ImageGenerationProviderPreferencesParam(TypedDict, total=False):
    """Which providers may draw, in which order, and what they are told."""

    allow_fallbacks: bool | None
    """Whether other providers may do it when the first, or those of `order`, cannot; absent for yes."""
    ignore: Sequence[ProviderName] | None
    """Slugs of providers that must not do it; the list is merged with the account's own."""
    only: Sequence[ProviderName] | None
    """Slugs of the only providers that may do it; the list is merged with the account's own."""
    options: "OnDemand[_models.routing.ProviderOptionsParam]"
    """Parameters of a provider's own, by its slug; each provider gets its own alone."""
    order: Sequence[ProviderName] | None
    """Slugs of the providers to try first, in this order."""
    sort: "OnDemand[ProviderSort | _models.routing.ProviderSortConfigParam] | None"
    """What to prefer when there is no `order`; then load is not spread among providers."""


class ImagesGenerateRequest(Attribution, total=False):
    """What `images_generate` takes."""

    aspect_ratio: (
        Literal[
            "1:1",
            "1:2",
            "1:4",
            "1:8",
            "2:1",
            "2:3",
            "3:2",
            "3:4",
            "4:1",
            "4:3",
            "4:5",
            "5:4",
            "8:1",
            "9:16",
            "16:9",
            "9:19.5",
            "19.5:9",
            "9:20",
            "20:9",
            "9:21",
            "21:9",
            "auto",
            "2.35:1",
            "5:2",
            "5:7",
            "7:5",
        ]
        | str
    )
    """The ratio of width to height; a provider that cannot make it takes one that it can."""
    background: Literal["auto", "transparent", "opaque"] | str
    """Whether the background is transparent; `"transparent"` needs the `output_format` `"png"` or `"webp"`."""
    input_references: Sequence[ContentPartImageParam]
    """Pictures to go by, at most 16."""
    model: Required[str]
    """The model, such as `"bytedance-seed/seedream-4.5"`."""
    n: int
    """How many pictures to make at most, 1 to 10; there may be fewer, and providers that make one alone refuse more."""
    output_compression: int
    """How much to compress WebP and JPEG, 0 to 100; PNG, and providers that cannot, ignore it."""
    output_format: Literal["png", "jpeg", "webp", "svg"] | str
    """The format of the pictures; few models make `"svg"`, whose text comes in base64, too."""
    prompt: Required[str]
    """What to draw."""
    provider: ImageGenerationProviderPreferencesParam
    """Which providers may do it, in which order, and what they are told; absent for all that the account allows."""
    quality: Literal["auto", "low", "medium", "high", "xhigh", "max"] | str
    """How fine the drawing is; providers that have no such choice ignore it."""
    resolution: Literal["512", "1K", "2K", "4K", "768", "1.5K"] | str
    """How large the pictures are, by class; the provider derives the pixels."""
    seed: int
    """A number that makes the same request give the same result, where the provider can do that."""
    size: str
    """How large the pictures are: a class (`"2K"`), which is the same as `resolution` and goes with `aspect_ratio`, or
    pixels (`"2048x2048"`), which `resolution` and `aspect_ratio` must not contradict."""
    session_id: str
    """A name for requests that belong together, at most 256 characters; it groups them in logs and traces, and no
    provider gets it."""
    trace: "OnDemand[_models.routing.TraceConfigParam]"
    """Labels for observability tools; keys of your own are passed on to them."""
    user: str
    """A stable id of your own for the end user, to detect abuse; a provider that wants one gets a hash at most."""


@frozen(kw_only=True)
class ImageGenerationResponseDataItem:
    """A picture that was drawn."""

    b64_json: str
    """The picture in base64."""
    media_type: str | None = None
    """Its media type, such as `"image/png"`; absent when unknown."""


@frozen(kw_only=True)
class ImageGenerationUsageCompletionTokensDetails:
    """What tokens were made for."""

    audio_tokens: int | None = None
    """How many tokens are sound."""
    image_tokens: int | None = None
    """How many tokens are pictures."""
    reasoning_tokens: int | None = None
    """How many tokens are reasoning."""


@frozen(kw_only=True)
class ImageGenerationUsagePromptTokensDetails:
    """What the tokens that went in were."""

    audio_tokens: int | None = None
    """How many tokens are sound."""
    cache_write_tokens: int | None = None
    """How many went into a cache; only of models that charge for that."""
    cached_tokens: int | None = None
    """How many came from a cache."""
    file_tokens: int | None = None
    """How many tokens are files."""
    video_tokens: int | None = None
    """How many tokens are video."""


@frozen(kw_only=True)
class ImageGenerationUsageServerToolUse:
    """How often tools ran on the server."""

    tool_calls_executed: int | None = None
    """How many calls of OpenRouter's tools ran and gave a result."""
    tool_calls_requested: int | None = None
    """How many calls of OpenRouter's tools the model asked for; tools of the provider's own do not count."""
    web_search_requests: int | None = None
    """How many web searches were made, by OpenRouter's tools or the provider's own; the former count in
    `tool_calls_requested`, too, so do not add them up."""


@frozen(kw_only=True)
class ImageGenerationUsage:
    """What drawing took and cost."""

    cache_creation: "OnDemand[_models.metadata.AnthropicCacheCreation] | None" = None
    """How many tokens went into a cache, by how long they stay."""
    completion_tokens: int
    """How many tokens were made."""
    completion_tokens_details: ImageGenerationUsageCompletionTokensDetails | None = None
    """What they were made for."""
    cost: float | None = None
    """What the request cost, in credits."""
    cost_details: CostDetails | None = None
    """What the provider charged for it, by parts."""
    is_byok: bool | None = None
    """Whether it ran on a provider key of your own (BYOK)."""
    iterations: "OnDemand[tuple[_models.metadata.AnthropicUsageIteration, ...]] | None" = None
    """What each round of the model took."""
    prompt_tokens: int
    """How many tokens went in, with pictures, sound and tools."""
    prompt_tokens_details: ImageGenerationUsagePromptTokensDetails | None = None
    """What they were."""
    server_tool_use: ImageGenerationUsageServerToolUse | None = None
    """How often tools ran on the server."""
    service_tier: str | None = None
    """The provider's service tier that served it."""
    speed: AnthropicSpeed | None = None
    """How fast the provider ran it."""
    total_tokens: int
    """`prompt_tokens` and `completion_tokens` together."""


@frozen(kw_only=True)
class ImageGenerationResponse:
    """Pictures that were drawn."""

    created: int
    """When it was made, in seconds since 1970."""
    data: tuple[ImageGenerationResponseDataItem, ...]
    """One entry for each picture."""
    usage: ImageGenerationUsage | None = None
    """What they took and cost, when it is known."""


@frozen(kw_only=True)
class ImageGenPartialImageEvent:
    """A picture as far as it is drawn."""

    b64_json: str
    """The partial picture in base64."""
    partial_image_index: int
    """Which partial picture it is, from 0."""
    type: Literal["image_generation.partial_image"]


@frozen(kw_only=True)
class ImageGenTextChunkEvent:
    """A piece of a picture that is text, such as SVG."""

    phase: Literal["content", "reasoning", "draft"] | str
    """What the text belongs to: the picture itself (`"content"`), or the model's work on it (`"reasoning"`, `"draft"`).
    """
    text: str
    """The next characters."""
    type: Literal["image_generation.text_chunk"]


@frozen(kw_only=True)
class ImageGenCompletedEvent:
    """The finished picture."""

    b64_json: str
    """The picture in base64."""
    created: int
    """When it was made, in seconds since 1970."""
    media_type: str | None = None
    """Its media type, such as `"image/png"`; absent when unknown."""
    type: Literal["image_generation.completed"]
    usage: ImageGenerationUsage | None = None
    """What it took and cost, when it is known."""


@frozen(kw_only=True)
class ImageGenStreamErrorEventError:
    """What went wrong at the provider."""

    code: str | None = None
    """The provider's code for it, if it gave one."""
    message: str
    """What happened, in the provider's words."""
    param: str | None = None
    """The parameter of the request that is to blame, if the provider named one."""
    type: str | None = None
    """The provider's kind of error, if it gave one."""


@frozen(kw_only=True)
class ImageGenStreamErrorEvent:
    """A stream has failed. `images_generate_stream` gives a `StreamError` in place of this event."""

    error: ImageGenStreamErrorEventError
    """What went wrong."""
    type: Literal["error"]


ImageStreamEvents: TypeAlias = (
    ImageGenPartialImageEvent | ImageGenTextChunkEvent | ImageGenCompletedEvent | ImageGenStreamErrorEvent | Unknown
)
"""An event of a stream of `images_generate_stream`."""


class ImagesListModelEndpointsRequest(Attribution, total=False):
    """What `images_list_model_endpoints` takes."""

    author: Required[str]
    """Who made the model, such as `"bytedance-seed"`."""
    slug: Required[str]
    """The model's slug without its author, such as `"seedream-4.5"`."""


@frozen(kw_only=True)
class ImagePricingEntry:
    """A price for one kind of thing."""

    billable: Literal["output_image", "input_image", "input_font", "input_reference", "input_text"] | str
    """What is charged for."""
    cost_usd: float
    """The price of one `unit`, in US dollars."""
    unit: Literal["image", "megapixel", "token", "request"] | str
    """How it is counted."""
    variant: str | None = None
    """Which pictures the price is for, when they differ."""


@frozen(kw_only=True)
class EnumCapability:
    """A parameter that takes certain values alone."""

    type: Literal["enum"]
    values: tuple[str, ...]
    """The values that it takes."""


@frozen(kw_only=True)
class RangeCapability:
    """A parameter that takes any number between two."""

    max: float
    """The largest value, included."""
    min: float
    """The smallest value, included."""
    type: Literal["range"]


@frozen(kw_only=True)
class BooleanCapability:
    """A parameter that is taken. Nothing more is said of its values."""

    type: Literal["boolean"]


CapabilityDescriptor: TypeAlias = EnumCapability | RangeCapability | BooleanCapability | Unknown
"""What a parameter takes."""


@frozen(kw_only=True)
class ImageEndpoint:
    """One provider's offer of a model that draws pictures."""

    allowed_passthrough_parameters: tuple[str, ...]
    """Parameters of the provider's own that it takes, in `provider.options` under its slug."""
    pricing: tuple[ImagePricingEntry, ...]
    """What it charges for."""
    provider_name: str
    """The provider's name for people."""
    provider_slug: str
    """The provider's slug, such as `"bytedance"`."""
    provider_tag: str | None
    """What chooses this endpoint in `provider` of a request."""
    supported_parameters: Mapping[str, CapabilityDescriptor]
    """The parameters of requests that it takes, by name, each with its values."""
    supports_streaming: bool
    """Whether it can stream (`images_generate_stream`)."""


@frozen(kw_only=True)
class ImageModelEndpointsResponse:
    """The endpoints of a model that draws pictures."""

    endpoints: tuple[ImageEndpoint, ...]
    """What each endpoint takes and costs."""
    id: str
    """The model's slug, such as `"bytedance-seed/seedream-4.5"`."""


class ImagesListModelsRequest(Attribution, total=False):
    """What `images_list_models` takes."""


ImageInputModality: TypeAlias = Literal["text", "image", "file", "audio", "video"] | str
"""A kind of content that a model takes."""


ImageOutputModality: TypeAlias = (
    Literal["text", "image", "embeddings", "audio", "video", "rerank", "speech", "transcription", "decisions"] | str
)
"""A kind of content that a model makes."""


@frozen(kw_only=True)
class ImageModelArchitecture:
    """What goes into a model that draws pictures, and what comes out."""

    input_modalities: tuple[ImageInputModality, ...]
    """The kinds of content that it takes."""
    output_modalities: tuple[ImageOutputModality, ...]
    """The kinds of content that it makes."""


@frozen(kw_only=True)
class ImageModelListItem:
    """A model that draws pictures."""

    architecture: ImageModelArchitecture
    """What goes in and what comes out."""
    created: int
    """When OpenRouter added it, in seconds since 1970."""
    description: str
    """What it is good for, in prose for people."""
    endpoints: str
    """The URL, relative to the server, that lists its endpoints (`images_list_model_endpoints`)."""
    id: str
    """Its slug, such as `"bytedance-seed/seedream-4.5"`, to be used in requests."""
    name: str
    """Its name for people."""
    supported_parameters: Mapping[str, CapabilityDescriptor]
    """The parameters that any of its endpoints takes, by name, each with its values; an endpoint may take fewer."""
    supports_streaming: bool
    """Whether any of its endpoints can stream (`images_generate_stream`)."""


@frozen(kw_only=True)
class ImageModelsListResponse:
    """The models that draw pictures."""

    data: tuple[ImageModelListItem, ...]
    """All of them, on one page."""


class FrameImageImageUrlParam(TypedDict, total=False):
    """The place of a picture."""

    url: Required[str]
    """An HTTP(S) URL, or the picture itself as a `data:` URL in base64."""


class FrameImageParam(TypedDict, total=False):
    """A picture that a video begins or ends with."""

    image_url: Required[FrameImageImageUrlParam]
    """Where the picture is."""
    type: Required[Literal["image_url"]]
    frame_type: Required[Literal["first_frame", "last_frame"] | str]
    """Whether it is the first or the last picture of the video."""


class ContentPartAudioAudioUrlParam(TypedDict, total=False):
    """The place of a sound."""

    url: Required[str]
    """An HTTP(S) URL, or the sound itself as a `data:` URL in base64."""


class ContentPartAudioParam(TypedDict, total=False):
    """A sound to go by."""

    audio_url: Required[ContentPartAudioAudioUrlParam]
    """Where the sound is."""
    type: Required[Literal["audio_url"]]


class ContentPartVideoVideoUrlParam(TypedDict, total=False):
    """The place of a video."""

    url: Required[str]
    """An HTTP(S) URL, or the video itself as a `data:` URL in base64."""


class ContentPartVideoParam(TypedDict, total=False):
    """A video to go by."""

    type: Required[Literal["video_url"]]
    video_url: Required[ContentPartVideoVideoUrlParam]
    """Where the video is."""


InputReferenceParam: TypeAlias = ContentPartImageParam | ContentPartAudioParam | ContentPartVideoParam
"""What a video is to go by. All providers take pictures, and some take sounds and videos."""


class VideoGenerationGenerateRequestProviderParam(TypedDict, total=False):
    """What providers are told beside the parameters that all have."""

    options: "OnDemand[_models.routing.ProviderOptionsParam]"
    """Parameters of a provider's own, by its slug; each provider gets its own alone."""


class VideoGenerationGenerateRequest(Attribution, total=False):
    """What `video_generation_generate` takes."""

    aspect_ratio: Literal["16:9", "9:16", "1:1", "4:3", "3:4", "3:2", "2:3", "21:9", "9:21"] | str
    """The ratio of width to height."""
    callback_url: str
    """An HTTPS URL that OpenRouter calls when the video is done; absent for the workspace's own, if it has one."""
    creativity: int
    """How freely a model that upscales videos may add to them; other models do not take it."""
    duration: int
    """How long the video is, in seconds, at least 1."""
    frame_images: Sequence[FrameImageParam]
    """Pictures that the video begins or ends with."""
    generate_audio: bool
    """Whether the video gets sound; absent for yes if the endpoint can do it."""
    input_references: Sequence[InputReferenceParam]
    """Pictures, sounds and videos to go by; many providers use the pictures alone."""
    model: Required[str]
    """The model, such as `"google/veo-3.1"`."""
    prompt: str
    """What to show; absent only with models that work from a picture alone."""
    provider: VideoGenerationGenerateRequestProviderParam
    """Parameters of providers' own."""
    resolution: Literal["480p", "720p", "768p", "1080p", "1K", "2K", "4K", "360p"] | str
    """How large the video is, by class."""
    seed: int
    """A number that makes the same request give the same result, where the provider can do that."""
    size: str
    """How large the video is in pixels, such as `"1280x720"`, in place of `resolution` and `aspect_ratio`."""
    upscale_factor: float
    """How many times larger a model that upscales videos makes them, more than 0; other models do not take it."""
    previous_job_id: str
    """A job that is done, whose video is to be changed or continued, by the same model and endpoint; few models can do
    that."""
    session_id: str
    """A name for requests that belong together, at most 256 characters; it groups them in logs and traces, and no
    provider gets it."""
    trace: "OnDemand[_models.routing.TraceConfigParam]"
    """Labels for observability tools; keys of your own are passed on to them."""
    user: str
    """A stable id of your own for the end user, for logs and traces; no provider gets it."""


@frozen(kw_only=True)
class VideoGenerationUsage:
    """What a video cost."""

    cost: float | None = None
    """What the video cost, in US dollars."""
    is_byok: bool | None = None
    """Whether it ran on a provider key of your own (BYOK)."""


@frozen(kw_only=True)
class VideoGenerationResponse:
    """The state of the making of a video."""

    error: str | None = None
    """Why it failed."""
    generation_id: str | None = None
    """The id of the generation at OpenRouter (`generations_get_generation`); absent until the job has been worked on.
    """
    id: str
    """The job's id; also `previous_job_id` of a video that continues this one."""
    polling_url: str
    """The URL, relative to the server, that tells the state (`video_generation_get_generation`)."""
    status: Literal["pending", "in_progress", "completed", "failed", "cancelled", "expired"] | str
    """How far it is; it changes no more after `"completed"`, `"failed"`, `"cancelled"` and `"expired"`."""
    unsigned_urls: tuple[str, ...] | None = None
    """URLs of the videos at OpenRouter, which need your key."""
    usage: VideoGenerationUsage | None = None
    """What it cost; absent until it is done."""
    expires_at: int | None = None
    """Until when OpenRouter keeps the videos, in seconds since 1970; absent when it keeps none."""
    urls: tuple[str, ...] | None = None
    """URLs of the videos that need no key until `expires_at`; whoever has one can get the video, so keep them secret.
    Absent when OpenRouter keeps no copy."""


class VideoGenerationGetGenerationRequest(Attribution, total=False):
    """What `video_generation_get_generation` takes."""

    job_id: Required[str]
    """The `id` that `video_generation_generate` returned."""


class VideoGenerationGetVideoContentRequest(Attribution, total=False):
    """What `video_generation_get_video_content` takes."""

    job_id: Required[str]
    """The `id` that `video_generation_generate` returned."""
    index: int | None
    """Which of the job's videos, from 0; absent or `None` for 0."""


class VideoGenerationListVideosModelsRequest(Attribution, total=False):
    """What `video_generation_list_videos_models` takes."""


@frozen(kw_only=True)
class VideoModelUpscaleFactor:
    """The values of `upscale_factor` that a model takes."""

    max: float | None = None
    """The largest factor."""
    min: float | None = None
    """The smallest factor."""


@frozen(kw_only=True)
class VideoModel:
    """A model that makes videos, or upscales them."""

    allowed_passthrough_parameters: tuple[str, ...]
    """Parameters of providers' own that it takes, in `provider.options` under the provider's slug."""
    canonical_slug: str
    """The slug that never changes."""
    created: int
    """When OpenRouter added it, in seconds since 1970."""
    creativity: tuple[int, ...] | None
    """The values of `creativity` that it takes; for models that upscale."""
    description: str | None = None
    """What it is good for, in prose for people."""
    generate_audio: bool | None
    """Whether it can make sound, too."""
    hugging_face_id: str | None = None
    """Its id at Hugging Face, if it is there."""
    id: str
    """Its slug, such as `"google/veo-3.1"`, to be used in requests."""
    name: str
    """Its name for people."""
    pricing_skus: Mapping[str, str] | None = None
    """What it costs: prices as decimal text, by what is charged for."""
    seed: bool | None
    """Whether it takes `seed`."""
    supported_aspect_ratios: (
        tuple[Literal["16:9", "9:16", "1:1", "4:3", "3:4", "3:2", "2:3", "21:9", "9:21"] | str, ...] | None
    )
    """The values of `aspect_ratio` that it takes."""
    supported_durations: tuple[int, ...] | None
    """The values of `duration` that it takes, in seconds."""
    supported_frame_images: tuple[Literal["first_frame", "last_frame"] | str, ...] | None
    """Which pictures it takes in `frame_images`."""
    supported_resolutions: tuple[Literal["480p", "720p", "768p", "1080p", "1K", "2K", "4K", "360p"] | str, ...] | None
    """The values of `resolution` that it takes."""
    supported_sizes: (
        tuple[
            Literal[
                "480x480",
                "480x640",
                "480x720",
                "480x854",
                "480x1120",
                "560x752",
                "640x480",
                "640x640",
                "720x480",
                "720x720",
                "720x960",
                "720x1080",
                "720x1280",
                "720x1680",
                "752x560",
                "768x768",
                "768x1024",
                "768x1152",
                "768x1366",
                "768x1792",
                "834x1112",
                "854x480",
                "960x720",
                "960x960",
                "992x432",
                "1024x768",
                "1080x720",
                "1080x1080",
                "1080x1440",
                "1080x1620",
                "1080x1920",
                "1080x2520",
                "1112x834",
                "1120x480",
                "1152x768",
                "1280x720",
                "1366x768",
                "1440x1080",
                "1440x1440",
                "1440x1920",
                "1440x2160",
                "1440x2560",
                "1440x3360",
                "1470x630",
                "1620x1080",
                "1680x720",
                "1792x768",
                "1920x1080",
                "1920x1440",
                "2160x1440",
                "2160x2160",
                "2160x2880",
                "2160x3240",
                "2160x3840",
                "2160x5040",
                "2520x1080",
                "2560x1440",
                "2880x2160",
                "3240x2160",
                "3360x1440",
                "3840x2160",
                "5040x2160",
                "360x360",
                "360x480",
                "360x540",
                "360x640",
                "360x840",
                "480x360",
                "496x864",
                "540x360",
                "640x360",
                "840x360",
                "864x496",
            ]
            | str,
            ...,
        ]
        | None
    )
    """The values of `size` that it takes, as width and height in pixels."""
    upscale_factor: VideoModelUpscaleFactor | None
    """The values of `upscale_factor` that it takes; for models that upscale."""


@frozen(kw_only=True)
class VideoModelsListResponse:
    """The models that make videos."""

    data: tuple[VideoModel, ...]
    """All of them, on one page."""
