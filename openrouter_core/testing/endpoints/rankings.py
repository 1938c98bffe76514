"""Benchmarks, rankings, costs of sessions and kinds of tasks: what the contract says, of models of the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zlib import crc32

import attrs
from starlette.responses import JSONResponse

from openrouter_core.testing.catalogue import is_router, outputs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from starlette.responses import Response

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.catalogue import Model
    from openrouter_core.testing.state import State

__all__ = ["Rankings"]


@attrs.frozen
class Rankings:
    """The operations over one state. Where nothing else is known, numbers are those of the contract's examples."""

    _state: State

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {
            "benchmarks_get_benchmarks": self.benchmarks,
            "datasets_get_rankings_daily": self.rankings,
            "datasets_get_session_cost": self.session_cost,
            "classifications_get_task_classifications": self.tasks,
        }

    def benchmarks(self, call: Call) -> Response:
        """Answer what other sites found, one row for each model and benchmark."""
        wanted = {name: call.query[name] for name in ("source", "arena", "category") if name in call.query}
        rows = [row for model in self._state.catalogue.models for row in _benchmarks(model)]
        data = [row for row in rows if wanted.items() <= row.items()][: call.query.get("max_results")]
        meta = {
            **self._example(call)["meta"],
            "source": wanted.get("source"),
            "task_type": call.query.get("task_type"),
            "model_count": len({row["model_permaslug"] for row in data}),
        }
        return JSONResponse({"data": data, "meta": meta})

    def rankings(self, call: Call) -> Response:
        """Answer how many tokens went through each model on the last day that was asked for."""
        meta = self._example(call)["meta"]
        meta = {name: call.query.get(name, value) for name, value in meta.items()}
        data = [
            {"date": meta["end_date"], "model_permaslug": model["canonical_slug"], "total_tokens": _tokens(model)}
            for model in self._texts()
        ]
        return JSONResponse({"data": data, "meta": meta})

    def session_cost(self, call: Call) -> Response:
        """Answer what a session costs with each model, or with the one that was asked for."""
        answer, query = self._example(call), call.query
        row = {name: query.get(name, value) for name, value in answer["data"][0].items()}
        slugs = [model["canonical_slug"] for model in self._texts()]
        data = [{**row, "model_permaslug": slug} for slug in slugs if slug == query.get("model", slug)]
        start = query.get("offset") or 0
        return JSONResponse({**answer, "data": data[start:][: query.get("limit")]})

    def tasks(self, call: Call) -> Response:
        """Answer what models are used for."""
        answer = self._example(call)
        ids = [model["id"] for model in self._texts()[:3]]
        tasks = [
            {**task, "models": [{**task["models"][0], "id": model_id} for model_id in ids]}
            for task in answer["data"]["classifications"]
        ]
        return JSONResponse({"data": {**answer["data"], "classifications": tasks}})

    def _example(self, call: Call) -> Any:  # noqa: ANN401 - JSON
        return self._state.samples.answer(call.operation, {})

    def _texts(self) -> Sequence[Model]:
        """Return the models that write text, each with a permanent slug of its own."""
        texts = (each for each in self._state.catalogue.models if "text" in outputs(each) and not is_router(each))
        return [*{model["canonical_slug"]: model for model in texts}.values()]


def _benchmarks(model: Model) -> Iterator[dict[str, Any]]:
    head = {
        "model_permaslug": model["canonical_slug"],
        "display_name": model["name"],
        "pricing": {name: model["pricing"][name] for name in ("prompt", "completion")},
    }
    found: dict[str, Any] = model.get("benchmarks", {})
    if "artificial_analysis" in found:
        yield {"source": "artificial-analysis", **head, **found["artificial_analysis"]}
    for each in found.get("design_arena", ()):
        known = {name: each[name] for name in ("arena", "category", "elo", "win_rate")}
        places = dict.fromkeys(("first_place", "second_place", "third_place", "fourth_place", "total"))
        yield {
            "source": "design-arena",
            **head,
            **known,
            "avg_generation_time_ms": None,
            "tournament_stats": places,
        }


def _tokens(model: Model) -> str:
    """Return a number that is invented, and always the same."""
    return str(crc32(model["id"].encode()) % 10**8)
