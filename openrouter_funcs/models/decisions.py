# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Decisions: requests and responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Mapping, Sequence
from typing import Literal, Required, TypedDict

from openrouter_core.model import Json, OnDemand, Unknown, frozen
from openrouter_core.operation import Attribution
from openrouter_funcs import models as _models

__all__ = [
    "AlphaDecisionsCreateRequest",
    "DecisionsBoxAnswer",
    "DecisionsBoxAnswerBox",
    "DecisionsBoxQuestionParam",
    "DecisionsChoiceAnswer",
    "DecisionsChoiceQuestionParam",
    "DecisionsNoulAnswer",
    "DecisionsNoulQuestionCriteriaParam",
    "DecisionsNoulQuestionParam",
    "DecisionsRequestBody",
    "DecisionsResponse",
    "DecisionsResponseUsage",
    "DecisionsScoreAnswer",
    "DecisionsScoreQuestionParam",
    "SystemOneCreateRequest",
]


class DecisionsBoxQuestionParam(TypedDict, total=False):
    """Asks where something is in an image."""

    instructions: Required[str | Mapping[str, Json] | Sequence[Json]]
    """What the model should decide: text, or an object or array with the question and data that it refers to."""
    type: Required[Literal["box"]]


class DecisionsChoiceQuestionParam(TypedDict, total=False):
    """Asks which of several options is right."""

    criteria: Required[Mapping[str, str | Mapping[str, Json] | Sequence[Json] | None]]
    """The options by their names, each with what it means; `None` where the name says enough."""
    instructions: Required[str | Mapping[str, Json] | Sequence[Json]]
    """What the model should decide: text, or an object or array with the question and data that it refers to."""
    type: Required[Literal["choice"]]


class DecisionsNoulQuestionCriteriaParam(TypedDict, total=False):
    """What yes and no mean."""

    false: Required[str | Mapping[str, Json] | Sequence[Json]]
    """When the answer is no."""
    true: Required[str | Mapping[str, Json] | Sequence[Json]]
    """When the answer is yes."""


class DecisionsNoulQuestionParam(TypedDict, total=False):
    """Asks whether something is true."""

    instructions: Required[str | Mapping[str, Json] | Sequence[Json]]
    """What the model should decide: text, or an object or array with the question and data that it refers to."""
    type: Required[Literal["noul"]]
    criteria: DecisionsNoulQuestionCriteriaParam
    """What yes and no mean, where `instructions` do not say enough."""


class DecisionsScoreQuestionParam(TypedDict, total=False):
    """Asks for a place on a scale."""

    criteria: Required[Sequence[str | Mapping[str, Json] | Sequence[Json]]]
    """What each level of the scale means, from the lowest to the highest; the first is level 0."""
    instructions: Required[str | Mapping[str, Json] | Sequence[Json]]
    """What the model should decide: text, or an object or array with the question and data that it refers to."""
    type: Required[Literal["score"]]


class DecisionsRequestBody(Attribution, total=False):
    """The body that several functions take."""

    model: Required[str]
    """The model; a bare name such as `"jev-latest"` stands for `"typesafe/jev-latest"` in `system_one_create`."""
    questions: Required[
        Mapping[
            str,
            DecisionsBoxQuestionParam
            | DecisionsChoiceQuestionParam
            | DecisionsNoulQuestionParam
            | DecisionsScoreQuestionParam,
        ]
    ]
    """The questions, each under a name of yours; the answers come under the same names."""
    state: Required[str | Mapping[str, Json] | Sequence[Json]]
    """What the questions are about: text, or an object or array of things that belong together."""
    provider: "OnDemand[_models.routing.ProviderPreferencesParam] | None"
    """Which providers may serve the request, and in which order; absent or `None` for OpenRouter's choice among those
    that the account allows."""
    session_id: str
    """A name for requests that belong together, at most 256 characters. Observability tools group requests by it; the
    provider never gets it. It has precedence over the header `x-session-id`."""
    trace: "OnDemand[_models.routing.TraceConfigParam]"
    """Labels for observability tools; keys of your own are passed on to them."""
    user: str
    """A stable id of your end user."""


class AlphaDecisionsCreateRequest(DecisionsRequestBody, total=False):
    """What `alpha_decisions_create` takes."""


@frozen(kw_only=True)
class DecisionsBoxAnswerBox:
    """The edges of a box in an image. OpenRouter does not say in which unit."""

    bottom: float
    """Where the lower edge is."""
    left: float
    """Where the left edge is."""
    right: float
    """Where the right edge is."""
    top: float
    """Where the upper edge is."""


@frozen(kw_only=True)
class DecisionsBoxAnswer:
    """Where something is in an image."""

    box: DecisionsBoxAnswerBox
    """The edges of the box around it."""
    type: Literal["box"]
    confidence: float | None = None
    """How certain the model is of its answer, 0 to 1."""


@frozen(kw_only=True)
class DecisionsChoiceAnswer:
    """Which of several options is right."""

    choice: str
    """The name of the option."""
    type: Literal["choice"]
    confidence: float | None = None
    """How certain the model is of its answer, 0 to 1."""
    probabilities: Mapping[str, float] | None = None
    """The probability of each option, by its name."""


@frozen(kw_only=True)
class DecisionsNoulAnswer:
    """Whether something is true."""

    noul: float
    """The probability that the answer is yes, 0 to 1."""
    type: Literal["noul"]


@frozen(kw_only=True)
class DecisionsScoreAnswer:
    """A place on a scale."""

    score: float
    """The level, from 0; it can lie between two levels."""
    type: Literal["score"]
    confidence: float | None = None
    """How certain the model is of its answer, 0 to 1."""
    legend: Mapping[str, str | Mapping[str, Json] | tuple[Json, ...]] | None = None
    """What each level means, by its number as text."""
    probabilities: Mapping[str, float] | None = None
    """The probability of each level, by its number as text."""


@frozen(kw_only=True)
class DecisionsResponseUsage:
    """What a request for decisions used and cost."""

    input_tokens: int
    """Tokens of the request."""
    output_tokens: int
    """Tokens of the answers."""
    cost: float | None = None
    """The price in credits."""


@frozen(kw_only=True)
class DecisionsResponse:
    """The answers of a model to typed questions."""

    answers: Mapping[
        str, DecisionsBoxAnswer | DecisionsChoiceAnswer | DecisionsNoulAnswer | DecisionsScoreAnswer | Unknown
    ]
    """The answers, by the names of the questions."""
    model: str
    """The model that answered."""
    usage: DecisionsResponseUsage
    """What the request used and cost."""
    id: str | None = None
    """The id of the response."""
    provider: str | None = None
    """The provider that served the request."""


class SystemOneCreateRequest(DecisionsRequestBody, total=False):
    """What `system_one_create` takes."""
