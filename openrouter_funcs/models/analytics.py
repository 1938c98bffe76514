# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Analytics: requests and responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Mapping, Sequence
from typing import Annotated, Literal, Required, TypedDict

from openrouter_core.model import Json, Wire, frozen
from openrouter_core.operation import Attribution

__all__ = [
    "ActivityItem",
    "ActivityResponse",
    "AnalyticsGetAnalyticsMetaRequest",
    "AnalyticsGetUserActivityRequest",
    "AnalyticsQueryAnalyticsRequest",
    "AnalyticsQueryAnalyticsRequestClassifierDimensionsParam",
    "AnalyticsQueryAnalyticsRequestClassifierFiltersFilterParam",
    "AnalyticsQueryAnalyticsRequestClassifierFiltersParam",
    "AnalyticsQueryAnalyticsRequestFilterParam",
    "AnalyticsQueryAnalyticsRequestOrderByParam",
    "AnalyticsQueryAnalyticsRequestTimeRangeParam",
    "GetAnalyticsMetaResponse",
    "GetAnalyticsMetaResponseData",
    "GetAnalyticsMetaResponseDataDimension",
    "GetAnalyticsMetaResponseDataGranularity",
    "GetAnalyticsMetaResponseDataMetric",
    "GetAnalyticsMetaResponseDataOperator",
    "QueryAnalyticsResponse",
    "QueryAnalyticsResponseData",
    "QueryAnalyticsResponseDataMetadata",
]


class AnalyticsGetAnalyticsMetaRequest(Attribution, total=False):
    """What `analytics_get_analytics_meta` takes."""


@frozen(kw_only=True)
class GetAnalyticsMetaResponseDataDimension:
    """A dimension that results can be grouped by, such as the model."""

    display_label: str
    """Its name for people."""
    name: str
    """Its name in queries."""


@frozen(kw_only=True)
class GetAnalyticsMetaResponseDataGranularity:
    """An interval that a time series can have."""

    display_label: str
    """Its name for people."""
    name: Literal["minute", "hour", "day", "week", "month"] | str
    """The interval, as queries name it."""


@frozen(kw_only=True)
class GetAnalyticsMetaResponseDataMetric:
    """A metric: something that can be measured."""

    display_format: Literal["number", "currency", "percent", "latency", "throughput"] | str
    """How to show its values to people: multiply a `percent` by 100, and show a `currency` in US dollars."""
    display_label: str
    """Its name for people."""
    is_rate: bool
    """Whether it is a ratio, which is averaged and not summed."""
    name: str
    """Its name in queries."""


@frozen(kw_only=True)
class GetAnalyticsMetaResponseDataOperator:
    """A comparison that filters can make."""

    name: Literal["eq", "neq", "in", "not_in", "gt", "gte", "lt", "lte"] | str
    """Its name in queries."""
    value_type: Literal["scalar", "array"] | str
    """Whether it compares with one value or with a list."""


@frozen(kw_only=True)
class GetAnalyticsMetaResponseData:
    """Metrics, dimensions, operators and granularities of analytics queries."""

    dimensions: tuple[GetAnalyticsMetaResponseDataDimension, ...]
    """What results can be grouped and filtered by."""
    granularities: tuple[GetAnalyticsMetaResponseDataGranularity, ...]
    """The intervals that a time series can have."""
    metrics: tuple[GetAnalyticsMetaResponseDataMetric, ...]
    """What can be measured."""
    operators: tuple[GetAnalyticsMetaResponseDataOperator, ...]
    """How filters can compare."""


@frozen(kw_only=True)
class GetAnalyticsMetaResponse:
    """What analytics queries may use."""

    data: GetAnalyticsMetaResponseData
    """Metrics, dimensions, operators and granularities."""


class AnalyticsGetUserActivityRequest(Attribution, total=False):
    """What `analytics_get_user_activity` takes."""

    date: str
    """Only this day of the last 30, in UTC, such as `"2026-11-26"`; absent for all of them."""
    api_key_hash: str
    """Only requests of the API key with this hash (SHA-256 in hex); absent for all keys."""
    user_id: str
    """Only requests of this member of your organization; absent for all members. For organizations only."""
    group_by: Literal["workspace"]
    """`"workspace"` splits each row by workspace and gives it a `workspace_id`; absent for rows over all workspaces."""
    workspace_id: str
    """Only requests of this workspace (a UUID) of your account; absent for all workspaces."""


@frozen(kw_only=True)
class ActivityItem:
    """The usage of one model at one endpoint on one day."""

    byok_usage_inference: float
    """What providers charged on keys of your own (BYOK), in US dollars."""
    completion_tokens: int
    """Tokens of all answers."""
    date: str
    """The day in UTC, such as `"2026-11-26"`."""
    endpoint_id: str
    """The id of the endpoint that served the requests."""
    model: str
    """The model's slug, such as `"openai/gpt-4.1"`."""
    model_permaslug: str
    """The model's permanent slug, such as `"openai/gpt-4.1-2025-04-14"`."""
    prompt_tokens: int
    """Tokens of all prompts."""
    provider_name: str
    """The provider of the endpoint."""
    reasoning_tokens: int
    """Tokens of all reasoning."""
    requests: int
    """How many requests were made."""
    usage: float
    """What was spent of the account's credits, in US dollars."""
    workspace_id: str | None = None
    """The workspace (a UUID); only when `group_by` asked for it."""
    cached_tokens: int
    """Tokens of prompts that were read from a provider's cache. They are usually a part of `prompt_tokens`; when
    answers were repeated from the response cache, there may be more of them."""


@frozen(kw_only=True)
class ActivityResponse:
    """The usage of an account."""

    data: tuple[ActivityItem, ...]
    """A row for each day, model and endpoint."""


class AnalyticsQueryAnalyticsRequestClassifierDimensionsParam(TypedDict, total=False):
    """Tags of a classifier by which results are grouped."""

    classifier_id: Required[str]
    """The classifier (a UUID); `classifier_dimensions` and `classifier_filters` must name the same one."""
    dimension_names: Sequence[str]
    """Which of the classifier's dimensions to group by, at most 2, each a column of the rows. Absent, each row has a
    dimension in `clf_dimension_name` and its value in `clf_dimension_value`."""
    include_nulls: bool
    """Whether generations without a tag of this classifier count, too; absent for no."""


class AnalyticsQueryAnalyticsRequestClassifierFiltersFilterParam(TypedDict, total=False):
    """A condition on a tag of a classifier."""

    field: Required[str]
    """The classifier's dimension, such as `"department"`."""
    operator: Required[str]
    """How to compare: `"eq"`, `"neq"`, `"in"` or `"not_in"`; tags are strings, and have no order."""
    value: Required[str | float | Sequence[str | float]]
    """What to compare with: one value for `eq` and `neq`, a list for `in` and `not_in`."""


class AnalyticsQueryAnalyticsRequestClassifierFiltersParam(TypedDict, total=False):
    """Tags of a classifier that generations must have."""

    classifier_id: Required[str]
    """The classifier (a UUID); `classifier_dimensions` and `classifier_filters` must name the same one."""
    filters: Required[Sequence[AnalyticsQueryAnalyticsRequestClassifierFiltersFilterParam]]
    """The conditions, 1 to 10."""


class AnalyticsQueryAnalyticsRequestFilterParam(TypedDict, total=False):
    """A condition on a dimension."""

    field: Required[str]
    """The dimension, as `analytics_get_analytics_meta` names it."""
    include_unset: bool
    """Whether rows without a value of the dimension count, too; only for `in` and `not_in`, and for dimensions that may
    be unset."""
    operator: Required[str]
    """How to compare, such as `"eq"` or `"in"`."""
    value: Required[str | float | Sequence[str | float]]
    """What to compare with: one value, or a list for `in` and `not_in`. Where results show names, filters want ids: for
    `api_key_id` its number or the key's hash, for `user` and `app` the id, for `workspace` the UUID, for `model` the
    permanent slug."""


class AnalyticsQueryAnalyticsRequestOrderByParam(TypedDict, total=False):
    """How rows are sorted."""

    direction: Required[Literal["asc", "desc"] | str]
    """`"asc"` for ascending, `"desc"` for descending."""
    field: Required[str]
    """A metric or a dimension of the query, `"date"`, or `"request_count"`, which need not be in `metrics`."""


class AnalyticsQueryAnalyticsRequestTimeRangeParam(TypedDict, total=False):
    """The time that a query is about."""

    end: Required[str]
    """The end, in ISO 8601 in UTC; with seconds, or it is refused."""
    start: Required[str]
    """The beginning, in ISO 8601 in UTC; with seconds, or it is refused."""


class AnalyticsQueryAnalyticsRequest(Attribution, total=False):
    """What `analytics_query_analytics` takes."""

    classifier_dimensions: AnalyticsQueryAnalyticsRequestClassifierDimensionsParam
    """Group the results by tags of a classifier, which must be active in the workspace."""
    classifier_filters: AnalyticsQueryAnalyticsRequestClassifierFiltersParam
    """Count only generations that have these tags of a classifier."""
    dimensions: Sequence[str]
    """What to group the results by, at most 2 dimensions; absent for no groups."""
    filters: Sequence[AnalyticsQueryAnalyticsRequestFilterParam]
    """Count only what meets these conditions, at most 20."""
    granularity: str
    """The interval of a time series, such as `"day"`; absent for no series."""
    group_limit: int
    """How many rows each combination of dimensions may have; absent for enough to keep a time series whole, while a
    smaller number may cut it off. No effect without `dimensions`."""
    limit: int
    """How many rows there may be in all; absent for 1000, or for more when a time series with `dimensions` and no
    `group_limit` needs them."""
    metrics: Required[Sequence[str]]
    """What to measure, at least one."""
    order_by: AnalyticsQueryAnalyticsRequestOrderByParam
    """How the rows are sorted; absent for the server's own order."""
    time_range: AnalyticsQueryAnalyticsRequestTimeRangeParam
    """The time that is queried; absent for the server's own choice."""


@frozen(kw_only=True)
class QueryAnalyticsResponseDataMetadata:
    """How a query ran."""

    query_time_ms: float
    """How long it took, in milliseconds."""
    row_count: int
    """How many rows there are."""
    truncated: bool
    """Whether rows were cut off by a limit."""


@frozen(kw_only=True)
class QueryAnalyticsResponseData:
    """The rows of a query, and how it ran."""

    cached_at: Annotated[float | None, Wire("cachedAt")] = None
    """When the rows were computed, if they come from a cache."""
    data: tuple[Mapping[str, Json], ...]
    """The rows, each a mapping from the names of metrics and dimensions to values."""
    metadata: QueryAnalyticsResponseDataMetadata
    """How long the query took, and whether rows are missing."""
    warnings: tuple[str, ...] | None = None
    """Values of filters that the server could not resolve, such as the hash of an unknown key; the query ran anyway."""


@frozen(kw_only=True)
class QueryAnalyticsResponse:
    """What a query found."""

    data: QueryAnalyticsResponseData
    """The rows, and how the query ran."""
