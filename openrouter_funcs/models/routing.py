# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Parts of requests that steer the choice of the provider, which most families share."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Mapping, Sequence
from typing import Literal, TypeAlias, TypedDict

from openrouter_core.model import Json
from openrouter_funcs.models.enums import ProviderSort, Quantization
from openrouter_funcs.models.provider_names import ProviderName

__all__ = [
    "DeprecatedRoute",
    "PercentileLatencyCutoffsParam",
    "PercentileThroughputCutoffsParam",
    "PreferredMaxLatencyParam",
    "PreferredMinThroughputParam",
    "ProviderOptionsParam",
    "ProviderPreferencesMaxPriceParam",
    "ProviderPreferencesParam",
    "ProviderSortConfigParam",
    "TraceConfigParam",
]


class ProviderPreferencesMaxPriceParam(TypedDict, total=False):
    """The highest prices to pay for a request, in US dollars."""

    audio: str
    """US dollars for each unit of audio."""
    completion: str
    """US dollars for a million tokens of the answer."""
    image: str
    """US dollars for each image."""
    prompt: str
    """US dollars for a million tokens of the prompt."""
    request: str
    """US dollars for each request."""


class PercentileLatencyCutoffsParam(TypedDict, total=False):
    """The highest latency at each percentile, in seconds. An endpoint is preferred when it meets all of them."""

    p50: float | None
    """The most seconds that half of the requests may take."""
    p75: float | None
    """The most seconds that 75% of the requests may take."""
    p90: float | None
    """The most seconds that 90% of the requests may take."""
    p99: float | None
    """The most seconds that 99% of the requests may take."""


PreferredMaxLatencyParam: TypeAlias = float | PercentileLatencyCutoffsParam
"""The highest latency that you prefer, in seconds: one number for the median, or one for each percentile."""


class PercentileThroughputCutoffsParam(TypedDict, total=False):
    """The lowest throughput at each percentile, in tokens per second.

    An endpoint is preferred when it meets all of them.
    """

    p50: float | None
    """The least tokens per second at the 50th percentile."""
    p75: float | None
    """The least tokens per second at the 75th percentile."""
    p90: float | None
    """The least tokens per second at the 90th percentile."""
    p99: float | None
    """The least tokens per second at the 99th percentile."""


PreferredMinThroughputParam: TypeAlias = float | PercentileThroughputCutoffsParam
"""The lowest throughput that you prefer, in tokens per second: one number for the median, or one for each percentile.
"""


class ProviderSortConfigParam(TypedDict, total=False):
    """What to sort providers by, and whether to keep models apart."""

    by: Literal["price", "throughput", "latency", "exacto"] | str | None
    """What to prefer; see `ProviderSort`."""
    partition: Literal["model", "none"] | str | None
    """`model` sorts the endpoints of each model by themselves, so that fallback models stay fallbacks; `none` sorts the
    endpoints of all models together. Absent for `model`."""


ProviderOptionsParam = TypedDict(
    "ProviderOptionsParam",
    {
        "01ai": Mapping[str, Json],
        "ai21": Mapping[str, Json],
        "aion-labs": Mapping[str, Json],
        "akashml": Mapping[str, Json],
        "alibaba": Mapping[str, Json],
        "amazon-bedrock": Mapping[str, Json],
        "amazon-bedrock/claude-on-aws": Mapping[str, Json],
        "amazon-nova": Mapping[str, Json],
        "ambient": Mapping[str, Json],
        "anthropic": Mapping[str, Json],
        "anthropic/2": Mapping[str, Json],
        "anyscale": Mapping[str, Json],
        "arcee-ai": Mapping[str, Json],
        "atlas-cloud": Mapping[str, Json],
        "atoma": Mapping[str, Json],
        "avian": Mapping[str, Json],
        "azure": Mapping[str, Json],
        "baidu": Mapping[str, Json],
        "baseten": Mapping[str, Json],
        "black-forest-labs": Mapping[str, Json],
        "byteplus": Mapping[str, Json],
        "centml": Mapping[str, Json],
        "cerebras": Mapping[str, Json],
        "chutes": Mapping[str, Json],
        "cirrascale": Mapping[str, Json],
        "clarifai": Mapping[str, Json],
        "claude-on-aws": Mapping[str, Json],
        "cloudflare": Mapping[str, Json],
        "cohere": Mapping[str, Json],
        "coreweave": Mapping[str, Json],
        "crofai": Mapping[str, Json],
        "crucible": Mapping[str, Json],
        "crusoe": Mapping[str, Json],
        "darkbloom": Mapping[str, Json],
        "databricks": Mapping[str, Json],
        "decart": Mapping[str, Json],
        "deepgram": Mapping[str, Json],
        "deepinfra": Mapping[str, Json],
        "deepseek": Mapping[str, Json],
        "dekallm": Mapping[str, Json],
        "digitalocean": Mapping[str, Json],
        "enfer": Mapping[str, Json],
        "fake-provider": Mapping[str, Json],
        "featherless": Mapping[str, Json],
        "fireworks": Mapping[str, Json],
        "fish-audio": Mapping[str, Json],
        "friendli": Mapping[str, Json],
        "gmicloud": Mapping[str, Json],
        "google-ai-studio": Mapping[str, Json],
        "google-vertex": Mapping[str, Json],
        "gopomelo": Mapping[str, Json],
        "groq": Mapping[str, Json],
        "heygen": Mapping[str, Json],
        "huggingface": Mapping[str, Json],
        "hyperbolic": Mapping[str, Json],
        "hyperbolic-quantized": Mapping[str, Json],
        "inception": Mapping[str, Json],
        "inceptron": Mapping[str, Json],
        "inferact-vllm": Mapping[str, Json],
        "inference-net": Mapping[str, Json],
        "infermatic": Mapping[str, Json],
        "inflection": Mapping[str, Json],
        "inocloud": Mapping[str, Json],
        "io-net": Mapping[str, Json],
        "ionstream": Mapping[str, Json],
        "klusterai": Mapping[str, Json],
        "krea": Mapping[str, Json],
        "lambda": Mapping[str, Json],
        "lepton": Mapping[str, Json],
        "liquid": Mapping[str, Json],
        "lynn": Mapping[str, Json],
        "lynn-private": Mapping[str, Json],
        "makora": Mapping[str, Json],
        "mancer": Mapping[str, Json],
        "mancer-old": Mapping[str, Json],
        "mara": Mapping[str, Json],
        "meta": Mapping[str, Json],
        "minimax": Mapping[str, Json],
        "mistral": Mapping[str, Json],
        "modal": Mapping[str, Json],
        "modelrun": Mapping[str, Json],
        "modular": Mapping[str, Json],
        "moonshotai": Mapping[str, Json],
        "morph": Mapping[str, Json],
        "ncompass": Mapping[str, Json],
        "nebius": Mapping[str, Json],
        "nex-agi": Mapping[str, Json],
        "nextbit": Mapping[str, Json],
        "nineteen": Mapping[str, Json],
        "novita": Mapping[str, Json],
        "nvidia": Mapping[str, Json],
        "octoai": Mapping[str, Json],
        "open-inference": Mapping[str, Json],
        "openai": Mapping[str, Json],
        "parasail": Mapping[str, Json],
        "perceptron": Mapping[str, Json],
        "perplexity": Mapping[str, Json],
        "phala": Mapping[str, Json],
        "poolside": Mapping[str, Json],
        "quiver": Mapping[str, Json],
        "recraft": Mapping[str, Json],
        "recursal": Mapping[str, Json],
        "reflection": Mapping[str, Json],
        "reka": Mapping[str, Json],
        "relace": Mapping[str, Json],
        "replicate": Mapping[str, Json],
        "runway": Mapping[str, Json],
        "sail-research": Mapping[str, Json],
        "sakana": Mapping[str, Json],
        "sakana-ai": Mapping[str, Json],
        "sambanova": Mapping[str, Json],
        "sambanova-cloaked": Mapping[str, Json],
        "seed": Mapping[str, Json],
        "sf-compute": Mapping[str, Json],
        "siliconflow": Mapping[str, Json],
        "sourceful": Mapping[str, Json],
        "stealth": Mapping[str, Json],
        "stepfun": Mapping[str, Json],
        "streamlake": Mapping[str, Json],
        "switchpoint": Mapping[str, Json],
        "targon": Mapping[str, Json],
        "tencent": Mapping[str, Json],
        "tenstorrent": Mapping[str, Json],
        "thinkingmachines": Mapping[str, Json],
        "together": Mapping[str, Json],
        "together-lite": Mapping[str, Json],
        "ubicloud": Mapping[str, Json],
        "upstage": Mapping[str, Json],
        "venice": Mapping[str, Json],
        "voyageai": Mapping[str, Json],
        "wafer": Mapping[str, Json],
        "wandb": Mapping[str, Json],
        "wandb-legacy": Mapping[str, Json],
        "xai": Mapping[str, Json],
        "xiaomi": Mapping[str, Json],
        "z-ai": Mapping[str, Json],
        "assemblyai": Mapping[str, Json],
        "cosine": Mapping[str, Json],
        "elevenlabs": Mapping[str, Json],
        "near-ai": Mapping[str, Json],
        "ollama": Mapping[str, Json],
        "pareto-alpha": Mapping[str, Json],
        "primeintellect": Mapping[str, Json],
        "recursive": Mapping[str, Json],
        "respan": Mapping[str, Json],
        "scaledown": Mapping[str, Json],
        "typesafe": Mapping[str, Json],
        "unbiased": Mapping[str, Json],
    },
    total=False,
)
ProviderOptionsParam.__doc__ = "Settings of each provider's own, by its slug. Unknown slugs are dropped."


class ProviderPreferencesParam(TypedDict, total=False):
    """Which providers may serve a request, and in which order."""

    allow_fallbacks: bool | None
    """Whether other providers may serve the request when the first, or those in `order`, cannot; absent for yes.
    Otherwise the provider's error is returned."""
    data_collection: Literal["deny", "allow"] | str | None
    """Whether providers that keep the data, and may train on it, may serve the request: `allow` or `deny`; absent for
    `allow`."""
    enforce_distillable_text: bool | None
    """Whether to use only models whose author allows distillation of their text."""
    ignore: Sequence[ProviderName] | None
    """Providers that must not serve the request, in addition to those that the account ignores."""
    max_price: ProviderPreferencesMaxPriceParam
    """The highest prices that you pay."""
    only: Sequence[ProviderName] | None
    """The only providers that may serve the request, together with those that the account allows."""
    order: Sequence[ProviderName] | None
    """Providers to try first, in this order; those that do not have the model are passed over."""
    preferred_max_latency: PreferredMaxLatencyParam | None
    """The highest latency that you prefer, in seconds: one number for the median, or one for each percentile. Slower
    endpoints are tried later, or a fallback model is used."""
    preferred_min_throughput: PreferredMinThroughputParam | None
    """The lowest throughput that you prefer, in tokens per second: one number for the median, or one for each
    percentile. Slower endpoints are tried later, or a fallback model is used."""
    quantizations: Sequence[Quantization] | None
    """The only precisions that the model may be served in."""
    require_parameters: bool | None
    """Whether to use only providers that know every parameter of the request; absent for no: each provider then ignores
    those that it does not know."""
    sort: ProviderSort | ProviderSortConfigParam | None
    """What to sort the providers by, when `order` is absent; load is then not balanced between them."""
    zdr: bool | None
    """Whether to use only endpoints that retain no prompts (zero data retention)."""
    options: ProviderOptionsParam
    """Settings of each provider's own, by its slug. Only those of the provider that serves the request are sent;
    unknown slugs are dropped without an error."""


class TraceConfigParam(TypedDict, total=False):
    """Labels of a request for observability tools. OpenRouter passes keys of your own on to them."""

    generation_name: str
    """A name for this call of the model."""
    parent_span_id: str
    """The id of the span, in your own tracing, that this request belongs under."""
    span_name: str
    """A name for the span of this request."""
    trace_id: str
    """An id that all requests of one trace share."""
    trace_name: str
    """A name for the trace."""


DeprecatedRoute: TypeAlias = Literal["fallback", "sort"]
"""The older form of `partition` in the `sort` of `provider`. Deprecated. `fallback`: means `model`; `sort`: means
`none`."""
