# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Datasets: requests and responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from typing import Literal

from openrouter_core.model import frozen
from openrouter_core.operation import Attribution

__all__ = [
    "AppRankingsItem",
    "AppRankingsResponse",
    "DatasetsGetAppRankingsRequest",
    "DatasetsGetRankingsDailyRequest",
    "DatasetsGetSessionCostRequest",
    "RankingsDailyItem",
    "RankingsDailyMeta",
    "RankingsDailyResponse",
    "SessionCostItem",
    "SessionCostMeta",
    "SessionCostResponse",
]


class DatasetsGetAppRankingsRequest(Attribution, total=False):
    """What `datasets_get_app_rankings` takes."""

    category: Literal["coding", "creative", "productivity", "entertainment"] | str
    """Only apps of this category, such as `"coding"`."""
    subcategory: (
        Literal[
            "cli-agent",
            "ide-extension",
            "cloud-agent",
            "programming-app",
            "native-app-builder",
            "creative-writing",
            "video-gen",
            "image-gen",
            "audio-gen",
            "roleplay",
            "game",
            "writing-assistant",
            "general-chat",
            "personal-agent",
            "legal",
        ]
        | str
    )
    """Only apps of this subcategory, such as `"cli-agent"`; it must belong to `category` when that is given, too."""
    sort: Literal["popular", "trending"] | str
    """`"popular"` for the most tokens first, `"trending"` for the most growth first: the tokens of the window, less the
    average of the three windows before it, without apps that do not grow; absent for `"popular"`."""
    start_date: str
    """The first day, as `YYYY-MM-DD` in UTC; absent for 30 days before `end_date`; a day before 2025-01-01 counts as
    that."""
    end_date: str
    """The last day, as `YYYY-MM-DD` in UTC, 2025-01-01 or later; absent for yesterday."""
    limit: int
    """How many apps a page holds at most, 1 to 100; absent for 50."""
    offset: int | None
    """How many apps to skip before the first page, 0 to 100; absent or `None` for 0."""


@frozen(kw_only=True)
class AppRankingsItem:
    """An app, and how much it uses OpenRouter."""

    app_id: int
    """The app's number at OpenRouter, which never changes."""
    app_name: str
    """The app's name for people."""
    rank: int
    """Its place among all that match, from 1, on whatever page it is."""
    total_requests: int
    """How many requests it made in the window."""
    total_tokens: str
    """How many tokens its prompts and answers have, as decimal text, so that no digit is lost."""


@frozen(kw_only=True)
class RankingsDailyMeta:
    """The days that numbers are of."""

    as_of: str
    """When the response was made, in ISO 8601."""
    end_date: str
    """The last day, in UTC."""
    start_date: str
    """The first day, in UTC; it may be later than was asked for."""
    version: Literal["v1"]


@frozen(kw_only=True)
class AppRankingsResponse:
    """The apps that use OpenRouter most."""

    data: tuple[AppRankingsItem, ...]
    """The apps of this page, in their order; with `sort="trending"` there may be few."""
    meta: RankingsDailyMeta
    """The days that the numbers are of."""


class DatasetsGetRankingsDailyRequest(Attribution, total=False):
    """What `datasets_get_rankings_daily` takes."""

    start_date: str
    """The first day, as `YYYY-MM-DD` in UTC; absent for 30 days before `end_date`; a day before 2025-01-01 counts as
    that."""
    end_date: str
    """The last day, as `YYYY-MM-DD` in UTC, 2025-01-01 or later; absent for yesterday."""
    period: Literal["day", "week", "month"] | str
    """What a row is of; absent for `"day"`, but with `category` or `language_type` for `"week"`, and then there is no
    `"day"`."""
    modality: Literal["text", "image", "image_output", "audio", "tool_calling"] | str
    """Only models that make `"text"` or pictures (`"image_output"`), take pictures (`"image"`) or `"audio"`, or called
    tools (`"tool_calling"`); not with `category` or `language_type`."""
    context_bucket: Literal["1K", "10K", "100K", "1M", "10M"] | str
    """Only requests with a context of this length; not with `category` or `language_type`."""
    category: (
        Literal[
            "programming",
            "roleplay",
            "marketing",
            "marketing/seo",
            "technology",
            "science",
            "translation",
            "legal",
            "finance",
            "health",
            "trivia",
            "academia",
        ]
        | str
    )
    """Only requests for this use, such as `"programming"`; not with any other of the filters."""
    language_type: Literal["natural", "programming"] | str
    """Only requests in natural languages, or in programming languages; not with any other of the filters."""


@frozen(kw_only=True)
class RankingsDailyItem:
    """How much a model was used on one date."""

    date: str
    """The day, or the first day of the week or month, as `YYYY-MM-DD` in UTC."""
    model_permaslug: str
    """The model's slug, which never changes, with its variant (`...:free`) if it has one; `"other"` for all models
    beyond the first 50."""
    total_tokens: str
    """How many tokens prompts and answers have, as decimal text, so that no digit is lost."""


@frozen(kw_only=True)
class RankingsDailyResponse:
    """The models that are used most."""

    data: tuple[RankingsDailyItem, ...]
    """Up to 51 rows for each date; the last of them, `"other"`, is all further models together, and is absent when
    there are none."""
    meta: RankingsDailyMeta
    """The days that the numbers are of."""


class DatasetsGetSessionCostRequest(Attribution, total=False):
    """What `datasets_get_session_cost` takes."""

    app_slug: str
    """Only sessions of this app, such as `"hermes-agent"`."""
    model: str
    """Only sessions with this model, by the slug that never changes."""
    turn_range: Literal["1-turn", "2-9-turns", "10-49-turns", "50-plus-turns"] | str
    """Only sessions of so many turns."""
    limit: int
    """How many items a page holds at most, 1 to 500; absent for 100."""
    offset: int | None
    """How many items to skip before the first page, 0 to 5000; absent or `None` for 0."""


@frozen(kw_only=True)
class SessionCostItem:
    """The cost of sessions of one app with one model and of one length."""

    app_name: str
    """The app's name for people."""
    app_slug: str
    """The app's slug, which never changes."""
    median_session_cost_usd: float
    """The median cost of a session, in US dollars."""
    model_permaslug: str
    """The model's slug, which never changes."""
    turn_range: Literal["1-turn", "2-9-turns", "10-49-turns", "50-plus-turns"] | str
    """How many turns the sessions have."""


@frozen(kw_only=True)
class SessionCostMeta:
    """The days that sessions are of."""

    as_of: str
    """When the response was made, in ISO 8601."""
    version: Literal["v1"]
    window_days: int | None
    """How many days they are; `None` when there are no data now."""
    window_end_date: str | None
    """The last day, in UTC; `None` when there are no data now."""


@frozen(kw_only=True)
class SessionCostResponse:
    """What sessions with agents cost."""

    data: tuple[SessionCostItem, ...]
    """The items of this page."""
    meta: SessionCostMeta
    """The days that the sessions are of."""
