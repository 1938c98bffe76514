# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Classifications: requests and responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from typing import Literal

from openrouter_core.model import frozen
from openrouter_core.operation import Attribution

__all__ = [
    "ClassificationsGetTaskClassificationsRequest",
    "TaskClassificationItem",
    "TaskClassificationMacroCategory",
    "TaskClassificationModel",
    "TaskClassificationResponse",
    "TaskClassificationResponseData",
]


class ClassificationsGetTaskClassificationsRequest(Attribution, total=False):
    """What `classifications_get_task_classifications` takes."""

    window: Literal["7d"]
    """How long the window is; 7 days, and nothing else yet."""


@frozen(kw_only=True)
class TaskClassificationModel:
    """A model, and its share of one class of tasks.

    The shares of a class may add up to less than 1: only its first models are listed.
    """

    id: str
    """The model's slug, which never changes."""
    tag_token_share: float
    """Its share of the tokens of the class, 0 to 1."""
    tag_usage_share: float
    """Its share of the requests of the class, 0 to 1."""


@frozen(kw_only=True)
class TaskClassificationItem:
    """A class of tasks, and its share of the traffic."""

    category_token_share: float
    """Its share of the tokens of its group, 0 to 1."""
    category_usage_share: float
    """Its share of the requests of its group, 0 to 1."""
    display_name: str
    """Its name for people."""
    macro_category: str
    """The group that it belongs to, such as `"code"`."""
    models: tuple[TaskClassificationModel, ...]
    """The models that are used most for it, the most used first."""
    tag: str
    """Its id, such as `"code:general_impl"`."""
    token_share: float
    """Its share of the tokens of all classes, 0 to 1."""
    usage_share: float
    """Its share of the requests of all classes, 0 to 1."""


@frozen(kw_only=True)
class TaskClassificationMacroCategory:
    """A group of classes of tasks, and its share of the traffic."""

    key: str
    """Its id, such as `"code"`."""
    label: str
    """Its name for people."""
    token_share: float
    """Its share of the tokens of all classes, 0 to 1."""
    usage_share: float
    """Its share of the requests of all classes, 0 to 1."""


@frozen(kw_only=True)
class TaskClassificationResponseData:
    """The shares of the traffic by task."""

    as_of: str
    """The last day of the window (yesterday, in UTC), as `YYYY-MM-DD`; there may be no data of that day yet."""
    classifications: tuple[TaskClassificationItem, ...]
    """The classes, the most used first."""
    macro_categories: tuple[TaskClassificationMacroCategory, ...]
    """The groups of classes (code, data, agent, general)."""
    window_days: int
    """How many days the window has."""


@frozen(kw_only=True)
class TaskClassificationResponse:
    """What people use models for."""

    data: TaskClassificationResponseData
    """The shares, in an object."""
