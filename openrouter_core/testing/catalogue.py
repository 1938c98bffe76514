"""The models of the local OpenRouter, who serves them, and what a call of them costs.

Here lives what follows from the description of a model. Its facts are in `catalogue.json`, invented under names that
people use; or a user gives them. Which models a list shows, and in which order, is decided in `endpoints.models`.
"""

from __future__ import annotations

import json
from decimal import Decimal
from functools import cache
from importlib import resources
from math import isfinite
from typing import TYPE_CHECKING, Any, TypeAlias, cast
from zlib import crc32

from openrouter_core.testing.contract import contract
from openrouter_core.testing.schemas import Schemas

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

__all__ = ["AUTO", "Catalogue", "Model", "built_in", "from_models", "is_router", "outputs"]

# A `Model` of the contract. Beside its fields there may be those of a `VideoModel`, and `categories`.
Model: TypeAlias = "Mapping[str, Any]"

# What OpenRouter calls the model that it chooses itself.
AUTO = "openrouter/auto"


class Catalogue:
    """Models in the order in which they are listed, the most used one first."""

    def __init__(self, models: Sequence[Model]) -> None:
        self.models = models
        # A permanent slug may be that of a model and of its free form.
        by_slug = {model["canonical_slug"]: model for model in reversed(models)}
        self._found = by_slug | {model["id"]: model for model in models}
        self._prices = {model["id"]: _numbers(model["pricing"]) for model in models}
        self._endpoints: dict[str, list[dict[str, Any]]] = {}

    def find(self, slug: str) -> Model | None:
        """Return the model of an id or a permanent slug.

        A suffix such as `:nitro` only says how to choose a provider; what ends in `:free` is a model of its own.
        """
        base, _, variant = slug.partition(":")
        return self._found.get(slug) or (None if variant == "free" else self._found.get(base))

    def serving(self, slug: str) -> Model | None:
        """Return the model that answers a request for `slug`: for a router, the first one that writes text."""
        found = self.find(slug)
        if slug != AUTO and (found is None or not is_router(found)):
            return found
        texts = (model for model in self.models if "text" in outputs(model) and not is_router(model))
        return next(texts, None)

    def cost(
        self,
        slug: str,
        prompt: int = 0,
        completion: int = 0,
        *,
        cached: int = 0,
        cache_write: int = 0,
        seconds: float = 0,
        resolution: str | None = None,
        **counts: float,
    ) -> float:
        """Return what a call costs, in dollars; a model that is not in the catalogue costs nothing.

        Args:
            slug: The model.
            prompt: The tokens of the prompt.
            completion: Those of the answer.
            cached: How many of the prompt's tokens were read from a cache.
            cache_write: How many of them were written to it.
            seconds: How long the video is.
            resolution: That of the video.
            counts: How many there were of what else has a price, by its name in the contract's `PublicPricing`:
                `image_output=2`, `web_search=1`.
        """
        model = self.serving(slug)
        if model is None:
            return 0.0
        prices = self._prices[model["id"]]
        overrides: list[Mapping[str, Any]] = model["pricing"].get("overrides", [])
        for override in overrides:
            if prompt > override.get("min_prompt_tokens", prompt):
                prices = {**prices, **_numbers(override)}
        skus: Mapping[str, str] = model.get("pricing_skus") or {}
        second = skus.get(f"per-video-second-{resolution}", skus.get("per-video-second", "0"))
        total = (
            (prompt - cached - cache_write) * prices["prompt"]
            + cached * prices.get("input_cache_read", prices["prompt"])
            + cache_write * prices.get("input_cache_write", prices["prompt"])
            + completion * prices["completion"]
            + seconds * float(second)
            + sum(count * prices.get(name, 0) for name, count in {"request": 1, **counts}.items())
        )
        return round(total, 12)

    def endpoints(self, model: Model) -> list[dict[str, Any]]:
        """Return who serves a model, as the contract's `PublicEndpoint`, the cheapest first."""
        slug = model["id"]
        if slug not in self._endpoints:
            hosts: Mapping[str, list[str]] = _shipped()["hosts"]
            tags = hosts.get(slug.partition("/")[0], hosts["*"])
            self._endpoints[slug] = [_endpoint(model, tag, self.provider(tag), place) for place, tag in enumerate(tags)]
        return self._endpoints[slug]

    def served_by(self, slug: str) -> str:
        """Return the name of the provider that serves a model first; `Local` for one that nobody serves."""
        model = self.serving(slug)
        names = [each["provider_name"] for each in self.endpoints(model)] if model else []
        return names[0] if names else "Local"

    @staticmethod
    def provider(tag: str) -> Mapping[str, Any]:
        """Return the provider of an endpoint's tag such as `deepinfra/fp8`: what the API tells of it, and `zdr`."""
        providers: list[Mapping[str, Any]] = _shipped()["providers"]
        return next(each for each in providers if each["slug"] == tag.partition("/")[0])

    def providers(self) -> list[Mapping[str, Any]]:
        """Return those who serve a model of the catalogue."""
        tags = {each["tag"].partition("/")[0] for model in self.models for each in self.endpoints(model)}
        return [each for each in _shipped()["providers"] if each["slug"] in tags]


@cache
def built_in() -> Catalogue:
    """Return the catalogue that is shipped with the package."""
    return Catalogue(_shipped()["models"])


def from_models(models: Iterable[Mapping[str, object]]) -> Catalogue:
    """Return a catalogue of a user's own models.

    Raises:
        ValueError: If they are not what the contract calls `Model`; the message begins with the path to what is wrong.
    """
    try:
        copied = json.loads(json.dumps([*models], default=dict, allow_nan=False))
    except (TypeError, ValueError):
        raise ValueError("models: must be an array of JSON objects") from None
    video = {"type": "object", "properties": contract().schema("VideoModel")["properties"]}
    item = {"allOf": [{"$ref": "#/components/schemas/Model"}, video]}
    wrong = Schemas(contract()).wrong({"type": "array", "items": item}, copied, "models")
    message = str(wrong) if wrong else next(_more_wrong(copied), None)
    if message:
        raise ValueError(message)
    return Catalogue(copied)


def outputs(model: Model) -> list[str]:
    """Return what a model answers with: `text`, `image`, `embeddings` ..."""
    return cast("list[str]", model["architecture"]["output_modalities"])


def is_router(model: Model) -> bool:
    """Tell whether a model only chooses another: its price is not known beforehand, which the API writes as -1."""
    return float(model["pricing"]["prompt"]) < 0


@cache
def _shipped() -> dict[str, Any]:
    text = resources.files("openrouter_core.testing").joinpath("catalogue.json").read_text(encoding="utf-8")
    return cast("dict[str, Any]", json.loads(text))


def _more_wrong(models: list[dict[str, Any]]) -> Iterator[str]:
    """Find what the contract does not say, but every caller counts on."""
    ids = [model["id"] for model in models]
    for index, model in enumerate(models):
        if model["id"] in ids[:index]:
            yield f"models[{index}].id: is that of models[{ids.index(model['id'])}], too"
        for field in ("pricing", "pricing_skus"):
            prices: Mapping[str, Any] = model.get(field) or {}
            for name, price in prices.items():
                if isinstance(price, str) and not _is_number(price):
                    yield f"models[{index}].{field}.{name}: must be a number"


def _is_number(text: str) -> bool:
    try:
        return isfinite(float(text))
    except ValueError:
        return False


def _numbers(prices: Mapping[str, Any]) -> dict[str, float]:
    return {name: float(price) for name, price in prices.items() if isinstance(price, str)}


def _endpoint(model: Model, tag: str, provider: Mapping[str, Any], place: int) -> dict[str, Any]:
    """Return what the API tells of one provider's offer; what is measured is invented, and always the same."""
    slug, parameters = model["id"], model["supported_parameters"]
    chance = crc32(f"{slug} {tag}".encode())
    prices = {name: _dearer(price, place) for name, price in model["pricing"].items()}
    uptime = 100 - chance % 200 / 100
    return {
        "name": f"{provider['name']} | {slug}",
        "model_id": slug,
        "model_name": model["name"],
        "context_length": model["context_length"] or 0,
        "pricing": prices,
        "provider_name": provider["name"],
        "tag": tag,
        "quantization": tag.partition("/")[2] or "unknown",
        "max_completion_tokens": model["top_provider"].get("max_completion_tokens"),
        "max_prompt_tokens": None,
        "supported_parameters": parameters,
        "status": 0,
        "uptime_last_5m": 100,
        "uptime_last_30m": uptime,
        "uptime_last_1d": uptime,
        "supports_implicit_caching": "input_cache_read" in prices,
        "supports_voice_cloning": False,
        "supports_diarization": "transcription" in outputs(model),
        "supports_tool_choice": dict.fromkeys(("auto", "function", "none", "required"), "tool_choice" in parameters),
        "native_tools": {},
        "service_tier": None,
        "latency_last_30m": _percentiles(200 + chance % 1_000, (1, 1.3, 1.9, 3.5)),
        "throughput_last_30m": _percentiles(20 + chance % 150, (1, 0.8, 0.6, 0.3)),
    }


def _dearer(price: object, place: int) -> object:
    """Return what the provider at that place of the list asks: each a tenth more than the first."""
    return f"{(Decimal(price) * (10 + place) / 10).normalize():f}" if isinstance(price, str) else price


def _percentiles(median: float, factors: tuple[float, ...]) -> dict[str, float]:
    return {name: round(median * each, 1) for name, each in zip(("p50", "p75", "p90", "p99"), factors, strict=True)}
