"""Parts of requests that most families of endpoints share."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Mapping, Sequence
from typing import Literal, TypeAlias, TypedDict

from openrouter_core.model import Json
from openrouter_funcs.models.enums import ProviderSort, Quantization

__all__ = [
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


class PercentileLatencyCutoffsParam(TypedDict, total=False):
    """Percentile latency cutoffs."""

    p50: float | None
    p75: float | None
    p90: float | None
    p99: float | None


class PercentileThroughputCutoffsParam(TypedDict, total=False):
    """Percentile throughput cutoffs."""

    p50: float | None
    p75: float | None
    p90: float | None
    p99: float | None


PreferredMaxLatencyParam: TypeAlias = float | PercentileLatencyCutoffsParam | None


PreferredMinThroughputParam: TypeAlias = float | PercentileThroughputCutoffsParam | None


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
ProviderOptionsParam.__doc__ = "Options for single providers, by their slugs, passed on as they are."


class ProviderPreferencesMaxPriceParam(TypedDict, total=False):
    """Provider preferences max price."""

    audio: str
    completion: str
    image: str
    prompt: str
    request: str


class ProviderSortConfigParam(TypedDict, total=False):
    """Provider sort config."""

    by: Literal["price", "throughput", "latency", "exacto"] | str | None
    partition: Literal["model", "none"] | str | None


class ProviderPreferencesParam(TypedDict, total=False):
    """Provider preferences."""

    allow_fallbacks: bool | None
    """Whether other providers may serve it when the first cannot."""
    data_collection: Literal["deny", "allow"] | str | None
    """Whether providers that keep what they are sent may serve it."""
    enforce_distillable_text: bool | None
    ignore: Sequence[str] | None
    """Not these providers."""
    max_price: ProviderPreferencesMaxPriceParam
    """The most it may cost."""
    only: Sequence[str] | None
    """No providers but these."""
    order: Sequence[str] | None
    """Providers to try first, in this order."""
    preferred_max_latency: PreferredMaxLatencyParam | None
    preferred_min_throughput: PreferredMinThroughputParam | None
    quantizations: Sequence[Quantization] | None
    """Only models of these precisions."""
    require_parameters: bool | None
    """Only providers that know all parameters of the request."""
    sort: ProviderSort | ProviderSortConfigParam | None
    """What to prefer: price, throughput or latency."""
    zdr: bool | None
    """Only providers that retain no data."""
    options: ProviderOptionsParam


class TraceConfigParam(TypedDict, total=False):
    """Trace config."""

    generation_name: str
    parent_span_id: str
    span_name: str
    trace_id: str
    trace_name: str
