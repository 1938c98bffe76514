"""Activity and analytics: what was used, by day, model, key and whatever a query asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import pytest

from openrouter_core.testing.clock import seconds
from openrouter_funcs.analytics_get_user_activity import analytics_get_user_activity
from openrouter_funcs.analytics_query_analytics import analytics_query_analytics
from tests.testing.conformance import assert_conforms
from tests.testing.money import START, Bank, bank

if TYPE_CHECKING:
    from collections.abc import Iterator

META = "/paths/~1analytics~1meta/get/responses/200/content/application~1json/schema"
QUERY = "/paths/~1analytics~1query/post/responses/200/content/application~1json/schema"
GPT, CLAUDE, FREE = "openai/gpt-4o", "anthropic/claude-sonnet-4.5", "qwen/qwen3-coder:free"
UNKNOWN = "f" * 64
ELSEWHERE = "00000000-0000-4000-8000-000000000000"
MIDNIGHT = "T00:00:00.000Z"


@attrs.define
class Used(Bank):
    """A server where five calls on four days were noted, and a key whose two calls were of another workspace."""

    key_hash: str = ""
    workspace_id: str = ""

    def query(self, **body: Any) -> dict[str, Any]:  # noqa: ANN401 - what a test asks for
        """Return what a query finds."""
        answer = self.client.post("/analytics/query", json=body)
        assert answer.status_code == 200, answer.text
        assert_conforms(QUERY, answer.json())
        return dict(answer.json()["data"])

    def rows(self, **body: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401
        """Return the rows of a query, each with its columns in their order."""
        return [tuple(each.values()) for each in self.query(**body)["data"]]

    def activity(self, **query: str) -> list[dict[str, Any]]:
        """Return the rows of activity."""
        answer = self.client.get("/activity", params=query)
        assert_conforms("ActivityResponse", answer.json())
        return list(answer.json()["data"])


@pytest.fixture(name="used", scope="module")
def _used() -> Iterator[Used]:
    with bank() as made:
        made.note(cost=64, key=made.server.add_account().ordinary_key)
        workspace_id = made.server.account.add_workspace()
        key = made.create(name="K", workspace_id=workspace_id, creator_user_id="user_1", external={"user": "end"})
        long = {"model": CLAUDE, "key": key["key"], "finish_reason": "length"}
        calls: list[tuple[str, float, dict[str, Any]]] = [
            ("2026-11-23T10:00:10Z", 0.5, {}),
            ("2026-11-24T10:00:00Z", 1, long),
            ("2026-11-24T10:30:30Z", 0.25, long | {"finish_reason": "stop", "usage": {"cached": 0}}),
            ("2026-11-25T23:59:59Z", 2, {"headers": {"referer": "https://app.example"}}),
            ("2026-11-26T11:00:00Z", 0, {"model": FREE}),
        ]
        for number, (at, cost, more) in enumerate(calls):
            made.at = seconds(at)
            made.note(f"gen-{number}", cost=cost, **more)
        made.at = START
        yield Used(made.server, made.client, made.at, key["hash"], workspace_id)


def test_activity_has_a_row_for_each_day_and_model(used: Used) -> None:
    """Of whole days in UTC, so that today has none; the latest comes first."""
    rows = used.activity()
    shown = [(each["date"], each["model"], each["requests"], each["usage"]) for each in rows]
    assert shown == [
        ("2026-11-25", GPT, 1, 2),
        ("2026-11-24", CLAUDE, 2, 1.25),
        ("2026-11-23", GPT, 1, 0.5),
    ]
    counts = {"prompt_tokens": 20, "completion_tokens": 40, "reasoning_tokens": 10, "cached_tokens": 4}
    assert {**counts, "provider_name": "Anthropic", "byok_usage_inference": 0}.items() <= rows[1].items()
    assert [each["model_permaslug"] for each in rows[1:]] == [
        "anthropic/claude-4.5-sonnet-20250929",
        "openai/gpt-4o-2024-05-13",
    ]
    assert rows[0]["endpoint_id"] == rows[2]["endpoint_id"] != rows[1]["endpoint_id"]
    assert "workspace_id" not in rows[0]
    assert analytics_get_user_activity(used.server.core(), date="2026-11-24").unwrap().data[0].usage == 1.25


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"date": "2026-11-23"}, [0.5]),
        ({"date": "2026-10-27"}, []),
        ({"api_key_hash": "KEY"}, [1.25]),
        ({"api_key_hash": UNKNOWN}, []),
        ({"user_id": "user_1"}, [1.25]),
        ({"workspace_id": "WORKSPACE"}, [1.25]),
        ({"group_by": "workspace", "api_key_hash": "KEY"}, [1.25]),
    ],
)
def test_activity_of_some(used: Used, query: dict[str, str], expected: list[float]) -> None:
    """Of a day, a key, a member, a workspace; and by workspace, if that is asked for."""
    places = {"KEY": used.key_hash, "WORKSPACE": used.workspace_id}
    rows = used.activity(**{name: places.get(value, value) for name, value in query.items()})
    assert [each["usage"] for each in rows] == expected
    assert [each.get("workspace_id") for each in rows] == [used.workspace_id if "group_by" in query else None] * len(
        rows
    )


@pytest.mark.parametrize("date", ["2026-11-26", "2026-10-26", "yesterday", "2026-11-24T00:00:00Z"])
def test_a_day_that_activity_does_not_have(used: Used, date: str) -> None:
    """Today, more than 30 days ago, or none at all: a 400."""
    answer = used.client.get("/activity", params={"date": date})
    assert answer.status_code == 400
    assert answer.json()["error"]["message"].startswith("date: must be one of the last 30 days")


def test_a_workspace_of_others_is_a_400(used: Used) -> None:
    """Not an empty list, which would look as if nothing had been used."""
    other = used.server.add_account().default_workspace_id
    assert used.client.get("/activity", params={"workspace_id": other}).status_code == 400


def test_all_that_meta_lists_can_be_queried(used: Used) -> None:
    """Each metric by each dimension and interval, and each operator."""
    answer = used.client.get("/analytics/meta")
    assert_conforms(META, answer.json())
    names = {kind: [each["name"] for each in listed] for kind, listed in answer.json()["data"].items()}
    assert {"request_count", "total_usage", "p90_latency"} <= {*names["metrics"]}
    for granularity in names["granularities"]:
        for dimension in names["dimensions"]:
            found = used.query(metrics=names["metrics"], dimensions=[dimension], granularity=granularity)
            for row in found["data"]:
                assert row.keys() == {f"date__{granularity}", dimension, *names["metrics"]}
            assert sum(each["total_usage"] for each in found["data"]) == 3.75
    for each in answer.json()["data"]["operators"]:
        value = [GPT] if each["value_type"] == "array" else GPT
        condition = {"field": "model", "operator": each["name"], "value": value}
        assert used.rows(metrics=["request_count"], filters=[condition])


TOTALS: list[tuple[dict[str, Any], list[tuple[Any, ...]]]] = [
    ({"metrics": ["request_count", "tokens_total", "tokens_prompt", "tokens_completion"]}, [(5, 150, 50, 100)]),
    ({"metrics": ["reasoning_tokens", "cached_tokens", "cache_hit_rate"]}, [(25, 16, 0.32)]),
    ({"metrics": ["total_usage", "credits_usage", "openrouter_usage", "byok_usage"]}, [(3.75, 3.75, 3.75, 0)]),
    (
        {"metrics": ["request_count"], "granularity": "day"},
        [(f"2026-11-{day}{MIDNIGHT}", count) for day, count in ((26, 1), (25, 1), (24, 2), (23, 1))],
    ),
    (
        {
            "metrics": ["request_count"],
            "granularity": "hour",
            "limit": 3,
            "order_by": {"field": "date", "direction": "asc"},
        },
        [("2026-11-23T10:00:00.000Z", 1), ("2026-11-24T10:00:00.000Z", 2), ("2026-11-25T23:00:00.000Z", 1)],
    ),
    ({"metrics": ["request_count"], "granularity": "week"}, [(f"2026-11-23{MIDNIGHT}", 5)]),
    ({"metrics": ["request_count"], "granularity": "month"}, [(f"2026-11-01{MIDNIGHT}", 5)]),
    (
        {"metrics": ["request_count"], "granularity": "minute", "limit": 2.0},
        [("2026-11-26T11:00:00.000Z", 1), ("2026-11-25T23:59:00.000Z", 1)],
    ),
    ({"metrics": ["total_usage"], "dimensions": ["model"]}, [(GPT, 2.5), (CLAUDE, 1.25), (FREE, 0)]),
    (
        {
            "metrics": ["total_usage"],
            "dimensions": ["model"],
            "order_by": {"field": "request_count", "direction": "asc"},
        },
        [(FREE, 0), (GPT, 2.5), (CLAUDE, 1.25)],
    ),
    (
        {"metrics": ["request_count"], "dimensions": ["variant", "api_key_id"]},
        [("standard", "Local key", 2), ("standard", "K", 2), ("free", "Local key", 1)],
    ),
    (
        {
            "metrics": ["request_count"],
            "dimensions": ["finish_reason"],
            "order_by": {"field": "finish_reason", "direction": "desc"},
        },
        [("stop", 4), ("length", 1)],
    ),
    (
        {"metrics": ["request_count"], "dimensions": ["model"], "granularity": "day", "group_limit": 1},
        [(f"2026-11-26{MIDNIGHT}", FREE, 1), (f"2026-11-25{MIDNIGHT}", GPT, 1), (f"2026-11-24{MIDNIGHT}", CLAUDE, 2)],
    ),
    (
        {
            "metrics": ["request_count"],
            "time_range": {"start": "2026-11-24T10:00:00Z", "end": "2026-11-25T23:59:59.000Z"},
        },
        [(2,)],
    ),
    (
        {"metrics": ["request_count"], "time_range": {"start": "2026-11-24T10:00:00", "end": "2026-11-24T10:00:01"}},
        [(1,)],
    ),
    ({"metrics": ["avg_latency"], "filters": [{"field": "model", "operator": "eq", "value": "none"}]}, [(0,)]),
    ({"metrics": ["p50_latency"], "filters": [{"field": "model", "operator": "eq", "value": "none"}]}, [(0,)]),
    (
        {
            "metrics": ["request_count"],
            "granularity": "day",
            "filters": [{"field": "model", "operator": "eq", "value": 1}],
        },
        [],
    ),
]


@pytest.mark.parametrize(("body", "expected"), TOTALS)
def test_what_a_query_finds(used: Used, body: dict[str, Any], expected: list[tuple[object, ...]]) -> None:
    """Metrics of all calls or of each interval and combination of dimensions, in the order that was asked for."""
    assert used.rows(**body) == expected


@pytest.mark.parametrize(
    ("conditions", "count"),
    [
        ([("model", "eq", GPT)], 2),
        ([("model", "neq", GPT)], 3),
        ([("model", "in", [GPT, FREE])], 3),
        ([("model", "not_in", [GPT, FREE])], 2),
        ([("generation_id", "gt", "gen-1")], 3),
        ([("generation_id", "gte", "gen-1")], 4),
        ([("generation_id", "lt", "gen-1")], 1),
        ([("generation_id", "lte", "gen-1")], 2),
        ([("model", "eq", CLAUDE), ("finish_reason", "eq", "length")], 1),
        ([("provider", "eq", "OpenAI"), ("origin", "eq", "https://app.example")], 1),
        ([("user", "in", ["user_1"])], 2),
        ([("user", "not_in", ["user_1"])], 0),
        ([("user", "not_in", ["user_1"], True)], 3),
        ([("external_user", "in", ["end"], True)], 5),
    ],
)
def test_what_filters_leave(used: Used, conditions: list[tuple[Any, ...]], count: int) -> None:
    """What meets all of them; where nothing is said of a user, lists leave it out unless it is asked for."""
    names = ("field", "operator", "value", "include_unset")
    filters = [dict(zip(names, each, strict=False)) for each in conditions]
    assert used.rows(metrics=["request_count"], filters=filters) == [(count,)]


def test_filters_by_id(used: Used) -> None:
    """A key by its hash, a workspace by its UUID; a key that is not there is a warning, and no call is of it."""
    for field, value, count in (
        ("api_key_id", used.key_hash, 2),
        ("workspace", used.workspace_id, 2),
        ("api_key_id", UNKNOWN, 0),
    ):
        condition = {"field": field, "operator": "eq", "value": value}
        found = used.query(metrics=["request_count"], filters=[condition])
        assert found["data"] == [{"request_count": count}]
        assert found["warnings"] == ([] if count else [f"api_key_id: no key has the hash {UNKNOWN}"])


def test_rows_that_a_limit_cuts_off_are_told(used: Used) -> None:
    """By `truncated`, for a test to see that it has not all."""
    for limit, cut in ((2, True), (3, False)):
        answer = analytics_query_analytics(
            used.server.core(), metrics=["request_count"], dimensions=["model"], limit=limit
        )
        metadata = answer.unwrap().data.metadata
        assert (metadata.row_count, metadata.truncated) == (limit, cut)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"metrics": ["request_count", "joy"]}, "metrics[1]: must be one of request_count, tokens_total, "),
        ({"dimensions": ["mood"]}, "dimensions[0]: must be one of model, variant, "),
        ({"granularity": "year"}, "granularity: must be one of minute, hour, day, week, month"),
        ({"limit": 0}, "limit: must be an integer from 1 to 10000"),
        ({"group_limit": 10_001}, "group_limit: must be an integer from 1 to 10000"),
        ({"order_by": {"field": "date", "direction": "asc"}}, "order_by.field: must be one of request_count"),
        ({"order_by": {"field": "model", "direction": "asc"}}, "order_by.field: must be one of request_count"),
        ({"filters": [{"field": "x", "operator": "eq", "value": 1}]}, "filters[0].field: must be one of model, "),
        ({"filters": [{"field": "model", "operator": "is", "value": 1}]}, "filters[0].operator: must be one of eq, "),
        ({"filters": [{"field": "model", "operator": "in", "value": 1}]}, "filters[0].value: must be an array"),
        ({"filters": [{"field": "model", "operator": "eq", "value": [1]}]}, "filters[0].value: must be one value"),
        (
            {"time_range": {"start": "2026-11-24T10:00:00Z", "end": "2026-11-24T10:00:00Z"}},
            "time_range.end: must be after the start",
        ),
        ({"classifier_dimensions": {"classifier_id": ELSEWHERE}}, "classifier_dimensions.classifier_id: "),
    ],
)
def test_what_a_query_refuses(used: Used, body: dict[str, object], message: str) -> None:
    """A name that meta does not list, or a bound that there is: a 400 that says where and what may be."""
    answer = used.client.post("/analytics/query", json={"metrics": ["request_count"], **body})
    assert answer.status_code == 400
    assert answer.json()["error"]["message"].startswith(message)
