"""The three operations on usage: activity by day, what can be queried, and queries, all computed from the same rows."""

from __future__ import annotations

from collections import Counter
from functools import partial
from itertools import groupby
from time import perf_counter
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, cast

import attrs
from starlette.responses import JSONResponse

from openrouter_core.testing.clock import seconds
from openrouter_core.testing.endpoints.generations import endpoint_id, permaslug
from openrouter_core.testing.metrics import (
    DIMENSIONS,
    GRANULARITIES,
    METRICS,
    OF_ARRAYS,
    OPERATORS,
    day,
    interval,
    summed,
)
from openrouter_core.testing.reading import BadRequest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from starlette.responses import Response

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.ledger import Row
    from openrouter_core.testing.state import State

    Key: TypeAlias = Callable[[Row], str]
    Found: TypeAlias = dict[str, Any]

__all__ = ["Analytics"]

_Named = TypeVar("_Named")

_DAY = 86_400
_DAYS = 30
_LIMIT = 1000
_MOST = 10_000


@attrs.frozen
class Analytics:
    """The operations over one state."""

    _state: State

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {
            "analytics_get_user_activity": self.activity,
            "analytics_get_analytics_meta": self.meta,
            "analytics_query_analytics": self.query,
        }

    def activity(self, call: Call) -> Response:
        """Answer what was used on each of the last 30 days, today not among them, by model and endpoint."""
        query, by_workspace = call.query, "group_by" in call.query
        end = self._state.clock() // _DAY * _DAY
        days = [day(end - number * _DAY) for number in range(1, _DAYS + 1)]
        if query.get("date", days[0]) not in days:
            raise BadRequest("date: must be one of the last 30 days in UTC, of which today is none: YYYY-MM-DD")
        wanted = {
            "key_hash": query.get("api_key_hash"),
            "user_id": query.get("user_id"),
            "workspace_id": self._state.workspace(call, query["workspace_id"]) if "workspace_id" in query else None,
        }
        rows = [
            row
            for row in self._state.ledger.rows(call.account_id, end - _DAYS * _DAY, end)
            if query.get("date", day(row["at"])) == day(row["at"])
            and all(row[name] == value for name, value in wanted.items() if value is not None)
        ]

        def place(row: Row) -> tuple[str, ...]:
            return day(row["at"]), row["model"], row["provider"], row["workspace_id"] if by_workspace else ""

        groups = groupby(sorted(rows, key=place, reverse=True), place)
        return JSONResponse({"data": [self._item(list(each), by_workspace=by_workspace) for _, each in groups]})

    def meta(self, _call: Call) -> Response:
        """Answer what queries may name."""
        metrics = [
            {"name": name, "display_label": each.label, "is_rate": each.is_rate, "display_format": each.display_format}
            for name, each in METRICS.items()
        ]
        operators = [{"name": name, "value_type": "array" if name in OF_ARRAYS else "scalar"} for name in OPERATORS]
        dimensions = [{"name": name, "display_label": label} for name, (label, _) in DIMENSIONS.items()]
        granularities = [{"name": name, "display_label": name.title()} for name in GRANULARITIES]
        data = {"metrics": metrics, "dimensions": dimensions, "operators": operators, "granularities": granularities}
        return JSONResponse({"data": data})

    def query(self, call: Call) -> Response:
        """Answer metrics of what the filters leave, a row for each interval and combination of dimensions."""
        began, query = perf_counter(), _Query(call.body)
        start, end = query.time_range(self._state.clock())
        keys = self._state.accounts.keys(call.account_id)
        names = {key: facts["name"] for key, facts in keys.items() if "name" in facts}
        names |= {each["id"]: each["name"] for each in self._state.accounts.workspaces(call.account_id)}
        warnings = query.unknown_keys(keys)
        rows = [row for row in self._state.ledger.rows(call.account_id, start, end) if query.leaves(row)]
        found = query.ordered([query.measured(place, each) for place, each in query.grouped(rows).items()])
        page = query.limited(found)
        for each in page:
            each |= {name: names.get(each[name], each[name]) for name in ("api_key_id", "workspace") if name in each}
        metadata = {
            "query_time_ms": round((perf_counter() - began) * 1000, 3),
            "row_count": len(page),
            "truncated": len(page) < len(found),
        }
        return JSONResponse({"data": {"data": page, "metadata": metadata, "warnings": warnings}})

    def _item(self, rows: Sequence[Row], *, by_workspace: bool) -> dict[str, Any]:
        first = rows[0]
        return {
            "date": day(first["at"]),
            "model": first["model"],
            "model_permaslug": permaslug(self._state, first),
            "provider_name": first["provider"],
            "endpoint_id": endpoint_id(first),
            "requests": summed("requests")(rows),
            "usage": summed("cost")(rows),
            "byok_usage_inference": 0,
            "prompt_tokens": summed("prompt")(rows),
            "completion_tokens": summed("completion")(rows),
            "reasoning_tokens": summed("reasoning")(rows),
            "cached_tokens": summed("cached")(rows),
            **({"workspace_id": first["workspace_id"]} if by_workspace else {}),
        }


class _Query:
    """What the body of a query asks for."""

    def __init__(self, body: Mapping[str, Any]) -> None:
        for name in ("classifier_dimensions", "classifier_filters"):
            if name in body:
                raise BadRequest(f"{name}.classifier_id: is not a classifier of this account")
        self._body = body
        names: Sequence[str] = body["metrics"]
        self._metrics = {name: _named(METRICS, name, f"metrics[{at}]") for at, name in enumerate(names)}
        names = body.get("dimensions", ())
        self._dimensions = {name: _named(DIMENSIONS, name, f"dimensions[{at}]")[1] for at, name in enumerate(names)}
        self._granularity: str | None = body.get("granularity")
        if self._granularity is not None:
            _named(GRANULARITIES, self._granularity, "granularity")
        self._filters = [_Filter.read(each, f"filters[{at}]") for at, each in enumerate(body.get("filters", ()))]
        for name in ("limit", "group_limit"):
            if not 1 <= body.get(name, 1) <= _MOST:
                raise BadRequest(f"{name}: must be an integer from 1 to {_MOST}")
        self._order = self._ordering()

    def time_range(self, at: float) -> tuple[float, float]:
        """Return the seconds between which calls count: the last week, if nothing else is said."""
        given = self._body.get("time_range")
        if given is None:
            return at - 7 * _DAY, at + 1  # what was just served is there
        start, end = (seconds(given[name]) for name in ("start", "end"))
        if start >= end:
            raise BadRequest("time_range.end: must be after the start")
        return start, end

    def unknown_keys(self, known: Iterable[str]) -> list[str]:
        """Return a warning for each key in a filter that is none of the account's."""
        keys = {str(value) for each in self._filters if each.field == "api_key_id" for value in each.values}
        return [f"api_key_id: no key has the hash {each}" for each in sorted(keys - {*known})]

    def leaves(self, row: Row) -> bool:
        return all(each.leaves(row) for each in self._filters)

    def grouped(self, rows: Iterable[Row]) -> dict[tuple[str, ...], list[Row]]:
        """Return the rows of each interval and combination of dimensions; without any, there is one group."""
        groups: dict[tuple[str, ...], list[Row]] = {} if self._columns else {(): []}
        for row in rows:
            groups.setdefault(tuple(key(row) for key in self._columns.values()), []).append(row)
        return groups

    def measured(self, place: tuple[str, ...], rows: Sequence[Row]) -> Found:
        metrics = {"request_count": METRICS["request_count"], **self._metrics}
        return {
            **dict(zip(self._columns, place, strict=True)),
            **{name: each.of(rows) for name, each in metrics.items()},
        }

    def ordered(self, found: Iterable[Found]) -> list[Found]:
        name, is_descending = self._order
        return sorted(found, key=lambda each: each[name], reverse=is_descending)

    def limited(self, found: Iterable[Found]) -> list[Found]:
        """Return as many rows as may be, with what was asked for and nothing else."""
        counts: Counter[tuple[str, ...]] = Counter()
        page: list[Found] = []
        for each in found:
            place = tuple(each[name] for name in self._dimensions)
            counts[place] += 1
            if not self._dimensions or counts[place] <= self._body.get("group_limit", _MOST):
                page.append({name: each[name] for name in (*self._columns, *self._metrics)})
        return page[: int(self._body.get("limit", _LIMIT))]

    @property
    def _columns(self) -> dict[str, Key]:
        name = self._granularity
        return self._dimensions if name is None else {f"date__{name}": partial(interval, name), **self._dimensions}

    def _ordering(self) -> tuple[str, bool]:
        """Return the field that rows are sorted by, and whether the largest comes first."""
        own = f"date__{self._granularity}" if self._granularity else next(iter(self._metrics))
        given = self._body.get("order_by", {"field": own, "direction": "desc"})
        name = own if given["field"] == "date" and self._granularity else given["field"]
        _named(dict.fromkeys((*self._columns, *self._metrics, "request_count")), name, "order_by.field")
        return name, given["direction"] == "desc"


@attrs.frozen
class _Filter:
    """A condition on a dimension."""

    field: str
    _operator: str
    values: Sequence[str]
    _includes_unset: bool

    @classmethod
    def read(cls, given: Mapping[str, Any], path: str) -> _Filter:
        field, operator, value = given["field"], given["operator"], given["value"]
        _named(DIMENSIONS, field, f"{path}.field")
        _named(OPERATORS, operator, f"{path}.operator")
        if isinstance(value, list) != (operator in OF_ARRAYS):
            raise BadRequest(f"{path}.value: must be {'an array' if operator in OF_ARRAYS else 'one value'}")
        values = cast("list[object]", value) if isinstance(value, list) else [value]
        return cls(field, operator, [str(each) for each in values], given.get("include_unset", False))

    def leaves(self, row: Row) -> bool:
        """Tell whether a row counts."""
        value = DIMENSIONS[self.field][1](row)
        if self._operator in OF_ARRAYS and not value:
            return self._includes_unset
        return OPERATORS[self._operator](value, self.values)


def _named(known: Mapping[str, _Named], name: str, path: str) -> _Named:
    if name not in known:
        raise BadRequest(f"{path}: must be one of {', '.join(known)}")
    return known[name]
