"""`alpha_decisions_create` and `system_one_create`: an answer to each question, by the words that it shares.

What is likeliest is what has most words in common with the state that the questions are about, so that a test can
bring about the answer that it needs.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import attrs
from starlette.responses import JSONResponse

from openrouter_core.testing.model import likeness, tokens
from openrouter_core.testing.reading import BadRequest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.responses import Response

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.state import State

__all__ = ["Decisions"]

# What is like nothing else is not impossible.
_LEAST_WEIGHT = 0.05


@attrs.frozen
class Decisions:
    """The endpoints over one state."""

    _state: State

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {"alpha_decisions_create": self.decide, "system_one_create": self.decide}

    def decide(self, call: Call) -> Response:
        """Answer each question under its name."""
        state, model = _text(call.body["state"]), call.body["model"]
        if call.operation.name == "system_one_create" and "/" not in model:
            model = f"typesafe/{model}"
        answers = {name: _answer(name, question, state) for name, question in call.body["questions"].items()}
        asked, answered = _text(call.body["questions"]), _text(answers)
        usage = self._state.usage(model, tokens(state) + tokens(asked), tokens(answered))
        used = {"input_tokens": usage.prompt, "output_tokens": usage.completion, "cost": usage.cost}
        generation = self._state.served(call, "decisions", usage, asked=state, model=model, completion=answered)
        return JSONResponse(
            {
                "id": generation,
                "model": model,
                "provider": self._state.catalogue.served_by(model),
                "answers": answers,
                "usage": used,
            }
        )


def _answer(name: str, question: Mapping[str, Any], state: str) -> dict[str, Any]:
    kind, criteria = question["type"], question.get("criteria")
    if kind == "box":  # OpenRouter does not say in which unit; of a part of the whole image this is the middle
        return {"type": kind, "box": {"left": 0.25, "top": 0.25, "right": 0.75, "bottom": 0.75}, "confidence": 0.5}
    if kind == "noul":
        meant = criteria or {"true": question["instructions"], "false": ""}
        return {"type": kind, "noul": _probabilities(meant, state)["true"]}
    if not criteria:
        raise BadRequest(f"questions.{name}.criteria: must not be empty")
    if kind == "choice":
        probabilities = _probabilities({each: [each, meaning] for each, meaning in criteria.items()}, state)
        choice = max(probabilities, key=probabilities.__getitem__)
        return {"type": kind, "choice": choice, "confidence": probabilities[choice], "probabilities": probabilities}
    legend = {str(level): meaning for level, meaning in enumerate(criteria)}
    probabilities = _probabilities(legend, state)
    score = round(sum(int(level) * each for level, each in probabilities.items()), 6)
    likeliest = max(probabilities.values())
    return {"type": kind, "score": score, "confidence": likeliest, "legend": legend, "probabilities": probabilities}


def _probabilities(options: Mapping[str, Any], state: str) -> dict[str, float]:
    weights = {name: _LEAST_WEIGHT + likeness(_text(meaning), state) for name, meaning in options.items()}
    whole = sum(weights.values())
    return {name: round(weight / whole, 6) for name, weight in weights.items()}


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
