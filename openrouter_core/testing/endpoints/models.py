"""The lists of models, and one of them: the catalogue, filtered, sorted and paged."""

from __future__ import annotations

import time
from functools import cache
from math import inf
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from zlib import crc32

import attrs
from starlette.responses import JSONResponse

from openrouter_core.testing.catalogue import is_router, outputs
from openrouter_core.testing.contract import BASE_PATH, contract
from openrouter_core.testing.state import not_found

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from starlette.responses import Response

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.catalogue import Catalogue, Model
    from openrouter_core.testing.state import State

__all__ = ["IMAGE_PARAMETERS", "Models"]

_LIMIT = 500
_DAY = 86_400
# Those of its countries in which our providers have datacenters, and a few more.
_EU = frozenset(("AT", "BE", "CZ", "DE", "DK", "ES", "FI", "FR", "IE", "IT", "NL", "PL", "PT", "SE"))

# What every model takes that makes images.
IMAGE_PARAMETERS: Mapping[str, Any] = {
    "aspect_ratio": {"type": "enum", "values": ["1:1", "3:2", "2:3", "4:3", "3:4", "16:9", "9:16"]},
    "n": {"type": "range", "min": 1, "max": 4},
    "resolution": {"type": "enum", "values": ["1K", "2K", "4K"]},
    "seed": {"type": "boolean"},
}


@attrs.frozen
class Models:
    """The operations over one state."""

    _state: State

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {
            "models_list": self.list,
            "models_list_for_user": self.list,  # no account has settings that leave a model out
            "models_count": self.count,
            "models_get": self.get,
            "embeddings_list_models": self.list_embeddings,
            "images_list_models": self.list_images,
            "video_generation_list_videos_models": self.list_videos,
        }

    def list(self, call: Call) -> Response:
        """Answer a page of the models that the query leaves."""
        return self._page(call, self._ordered(self._left(call), call.query.get("sort", "")))

    def count(self, call: Call) -> Response:
        """Answer how many models there are."""
        return JSONResponse({"data": {"count": len(self._left(call))}})

    def get(self, call: Call) -> Response:
        """Answer one model."""
        found = self._state.catalogue.find(f"{call.path['author']}/{call.path['slug']}") or not_found()
        return JSONResponse({"data": _shown(found)})

    def list_embeddings(self, call: Call) -> Response:
        """Answer a page of the models that make vectors."""
        return self._page(call, self._with("embeddings"))

    def list_images(self, _call: Call) -> Response:
        """Answer the models that make images."""
        return JSONResponse({"data": [_image_model(model) for model in self._with("image")]})

    def list_videos(self, _call: Call) -> Response:
        """Answer the models that make videos."""
        record = self._state.samples.record
        return JSONResponse({"data": [record("VideoModel", model) for model in self._with("video")]})

    def _with(self, output: str) -> Sequence[Model]:
        return [model for model in self._state.catalogue.models if output in outputs(model)]

    def _left(self, call: Call) -> Sequence[Model]:
        """Return the models that fit every filter of the query; of what is not text, only what is asked for."""
        wanted: dict[str, Any] = {"output_modalities": "text", **call.query}
        filters = [(_FILTERS[name], value) for name, value in wanted.items() if name in _FILTERS]
        bounds = [(name[:4], _MEASURES[name[4:]], value) for name, value in wanted.items() if name[4:] in _MEASURES]
        catalogue = self._state.catalogue
        return [
            model
            for model in catalogue.models
            if all(fits(catalogue, model, value) for fits, value in filters)
            and all(_within(kind, measure(catalogue, model), value) for kind, measure, value in bounds)
        ]

    def _ordered(self, models: Sequence[Model], sort: str) -> Sequence[Model]:
        """Sort models; those of which nothing is known come last, and by use they are sorted as they are."""
        if sort not in _SORTS:
            return models
        measure, sign = _SORTS[sort]
        measured = [(_MEASURES[measure](self._state.catalogue, model), model) for model in models]
        ordered = sorted(measured, key=lambda pair: inf if pair[0] is None else sign * pair[0])
        return [model for _, model in ordered]

    def _page(self, call: Call, found: Sequence[Model]) -> Response:
        """Answer a page; without `offset` and `limit`, all."""
        query = call.query
        offset = query.get("offset") or 0
        is_paged = "offset" in query or "limit" in query
        end = offset + (query.get("limit") or _LIMIT) if is_paged else len(found)
        following = {**query, "offset": end, "limit": end - offset}
        link = f"{call.operation.path}?{urlencode(following)}" if end < len(found) else None
        data = [_shown(model) for model in found[offset:end]]
        return JSONResponse({"data": data, "total_count": len(found), "links": {"next": link}})


@cache
def _hidden() -> frozenset[str]:
    """Return the fields of a description that only other lists show."""
    video, model = ({*contract().schema(name)["properties"]} for name in ("VideoModel", "Model"))
    return frozenset((video | {"categories"}) - model)


def _shown(model: Model) -> dict[str, Any]:
    return {name: value for name, value in model.items() if name not in _hidden()}


def _image_model(model: Model) -> dict[str, Any]:
    return {
        "id": model["id"],
        "name": model["name"],
        "description": model.get("description", ""),
        "created": model["created"],
        "architecture": {name: model["architecture"][name] for name in ("input_modalities", "output_modalities")},
        "supported_parameters": IMAGE_PARAMETERS,
        "supports_streaming": True,
        "endpoints": f"{BASE_PATH}/images/models/{model['id']}/endpoints",
    }


def _within(kind: str, measured: float | None, bound: float | None) -> bool:
    if bound is None:
        return True
    return measured is not None and (measured >= bound if kind == "min_" else measured <= bound)


def _price(model: Model, *kinds: str) -> float | None:
    """Return dollars for a million tokens, the average if there are several kinds."""
    if is_router(model):
        return None
    return sum(float(model["pricing"][kind]) for kind in kinds) * 1_000_000 / len(kinds)


def _index(model: Model, name: str) -> float | None:
    indices: Mapping[str, float | None] = model.get("benchmarks", {}).get("artificial_analysis", {})
    return indices.get(name)


def _elo(model: Model) -> float | None:
    return max((each["elo"] for each in model.get("benchmarks", {}).get("design_arena", ())), default=None)


def _medians(catalogue: Catalogue, model: Model, name: str) -> Iterable[float]:
    return (each[name]["p50"] for each in catalogue.endpoints(model))


def _tool_success(model: Model) -> float | None:
    """Return a rate that is invented, and always the same."""
    return 0.9 + crc32(model["id"].encode()) % 100 / 1_000 if "tools" in model["supported_parameters"] else None


# What `min_` and `max_` bound, and what lists are sorted by; `None` where it is not known.
_MEASURES: Mapping[str, Callable[[Catalogue, Model], float | None]] = {
    "price": lambda _, model: _price(model, "prompt"),
    "output_price": lambda _, model: _price(model, "completion"),
    "average_price": lambda _, model: _price(model, "prompt", "completion"),
    "age_days": lambda _, model: (time.time() - model["created"]) / _DAY,
    "context": lambda _, model: model["context_length"],
    "intelligence_index": lambda _, model: _index(model, "intelligence_index"),
    "coding_index": lambda _, model: _index(model, "coding_index"),
    "agentic_index": lambda _, model: _index(model, "agentic_index"),
    "tool_success_rate": lambda _, model: _tool_success(model),
    "elo": lambda _, model: _elo(model),
    "throughput": lambda catalogue, model: max(_medians(catalogue, model, "throughput_last_30m"), default=None),
    "latency": lambda catalogue, model: min(_medians(catalogue, model, "latency_last_30m"), default=None),
}
_SORTS: Mapping[str, tuple[str, int]] = {
    "newest": ("age_days", 1),
    "pricing-low-to-high": ("average_price", 1),
    "pricing-high-to-low": ("average_price", -1),
    "context-high-to-low": ("context", -1),
    "throughput-high-to-low": ("throughput", -1),
    "latency-low-to-high": ("latency", 1),
    "intelligence-high-to-low": ("intelligence_index", -1),
    "coding-high-to-low": ("coding_index", -1),
    "agentic-high-to-low": ("agentic_index", -1),
    "design-arena-elo-high-to-low": ("elo", -1),
}


def _hosts(catalogue: Catalogue, model: Model) -> list[Mapping[str, Any]]:
    return [catalogue.provider(each["tag"]) for each in catalogue.endpoints(model)]


def _is_in(region: str, provider: Mapping[str, Any]) -> bool:
    return not (_EU if region == "eu" else {region.upper()}).isdisjoint(provider["datacenters"])


_FILTERS: Mapping[str, Callable[[Catalogue, Model, Any], bool]] = {
    "q": lambda _, model, wanted: wanted.lower() in f"{model['id']} {model['name']}".lower(),
    "category": lambda _, model, wanted: wanted in model.get("categories", ()),
    "supported_parameters": lambda _, model, wanted: set(wanted.split(",")) <= {*model["supported_parameters"]},
    "input_modalities": lambda _, model, wanted: set(wanted.split(",")) <= {*model["architecture"]["input_modalities"]},
    "output_modalities": lambda _, model, wanted: (
        wanted == "all" or not set(wanted.split(",")).isdisjoint(outputs(model))
    ),
    "model_authors": lambda _, model, wanted: model["id"].partition("/")[0] in wanted.split(","),
    "providers": lambda catalogue, model, wanted: (
        not set(wanted.split(",")).isdisjoint(each["name"] for each in _hosts(catalogue, model))
    ),
    "arch": lambda _, model, wanted: model["architecture"].get("tokenizer") == wanted,
    "context": lambda _, model, wanted: (model["context_length"] or 0) >= wanted,
    # Whose weights are published may be distilled.
    "distillable": lambda _, model, wanted: (model.get("hugging_face_id") is not None) == (wanted == "true"),
    "zdr": lambda catalogue, model, _: any(each["zdr"] for each in _hosts(catalogue, model)),
    "region": lambda catalogue, model, wanted: any(_is_in(wanted, each) for each in _hosts(catalogue, model)),
}
