"""What was served and what it cost: the latest calls one by one, sums of those before, and who has spent how much.

Here lives every statement about them. How they are told is decided in `endpoints`.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from time import perf_counter
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from openrouter_core.testing.clock import moment

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping, Sequence

    from openrouter_core.testing.calls import Call
    from openrouter_core.testing.database import Database
    from openrouter_core.testing.model import Usage

    Row: TypeAlias = Mapping[str, Any]
    """What a call used, or many of the same kind together: the columns of `earlier_generations`, and its `id`."""

__all__ = ["Ledger", "Served", "Spending", "next_reset"]

# A server that runs for days must not grow; what is older stays in the sums.
MOST_KEPT = 10_000
MOST_BYTES_KEPT = 50_000_000

_KINDS = (
    *("account_id", "key_hash", "workspace_id", "model", "provider"),
    *("user_id", "external_user", "origin", "finish_reason"),
)
_SUMS = ("requests", "prompt", "completion", "cached", "reasoning", "cost", "latency")
_USED = ", ".join((*_KINDS, *_SUMS))

# Names of columns are ours, and values are always bound.
_NOTE = f"""
    INSERT INTO generations (id, at, {_USED}, details, content, bytes)
    VALUES (
        :id, :at, {", ".join(f":{name}" for name in (*_KINDS, *_SUMS))}, :details, :content,
        coalesce((SELECT bytes FROM generations ORDER BY position DESC LIMIT 1), 0) + length(:content)
    )
    RETURNING position, bytes
"""  # noqa: S608
_SPEND = """
    INSERT INTO spending (account_id, key_hash, workspace_id, day, cost, last_used_at)
    VALUES (:account_id, :key_hash, :workspace_id, :day, :cost, :at)
    ON CONFLICT DO UPDATE SET cost = cost + excluded.cost, last_used_at = excluded.last_used_at
"""
_SUM_UP = f"""
    INSERT INTO earlier_generations (hour, at, {_USED})
    SELECT cast(at / 3600 AS INTEGER) AS hour, max(at), {", ".join(_KINDS)},
        {", ".join(f"sum({name})" for name in _SUMS)}
    FROM generations WHERE position <= ? GROUP BY hour, {", ".join(_KINDS)}
    ON CONFLICT DO UPDATE SET at = max(at, excluded.at),
        {", ".join(f"{name} = {name} + excluded.{name}" for name in _SUMS)}
"""  # noqa: S608
_ROWS = f"""
    SELECT at, {_USED}, id FROM generations WHERE account_id = :account AND :start <= at AND at < :end
    UNION ALL
    SELECT at, {_USED}, '' FROM earlier_generations WHERE account_id = :account AND :start <= at AND at < :end
"""  # noqa: S608
_SPENDING = """
    SELECT key_hash, max(last_used_at), sum(cost), sum(cost) FILTER (WHERE day >= :daily),
        sum(cost) FILTER (WHERE day >= :weekly), sum(cost) FILTER (WHERE day >= :monthly)
    FROM spending WHERE account_id = :account {one} GROUP BY key_hash
"""


@attrs.frozen
class Served:
    """One call of a model that was answered.

    Attributes:
        id: The id of the generation.
        model: Which model answered.
        api_type: What was asked for, in the contract's words (`APIType`).
        usage: What it used and cost.
        streamed: Whether the answer was a stream.
        finish_reason: Why it ended, in the words of chat.
        input: What was asked, as `/generation/content` tells it.
        output: What was answered, as `/generation/content` tells it.
    """

    id: str
    model: str
    api_type: str
    usage: Usage
    streamed: bool
    finish_reason: str | None
    input: Any
    output: Any


@attrs.frozen
class Spending:
    """What a key has spent, in dollars, and when it was last used."""

    last_used_at: str | None = None
    total: float = 0
    daily: float = 0
    weekly: float = 0
    monthly: float = 0

    def since(self, reset: str | None) -> float:
        """Return what was spent since the last `reset`: `daily`, `weekly`, `monthly`, or `None` for never."""
        return float(getattr(self, reset or "total"))


@attrs.frozen
class Ledger:
    """Every call that one database has noted."""

    _database: Database
    _clock: Callable[[], float]
    _served_by: Callable[[str], str]
    """Names the provider of a model."""

    def note(self, call: Call, served: Served) -> None:
        """Write down what a call was answered: from now on it counts."""
        at, facts, used = self._clock(), call.caller.facts, served.usage
        referer = call.headers.get("http-referer") or call.headers.get("referer")
        details = {
            "api_type": served.api_type,
            "streamed": served.streamed,
            "http_referer": referer,
            "user_agent": call.headers.get("user-agent"),
        }
        values = {
            "id": served.id,
            "at": at,
            "day": moment(at)[:10],
            "account_id": call.account_id,
            "key_hash": call.caller.key_hash,
            "model": served.model,
            "provider": self._served_by(served.model),
            "user_id": facts.get("creator_user_id") or "",
            "external_user": call.body.get("user") or facts.get("external_user") or "",
            "origin": referer or "",
            "finish_reason": served.finish_reason or "",
            "requests": 1,
            "prompt": used.prompt,
            "completion": used.completion,
            "cached": used.cached,
            "reasoning": used.reasoning,
            "cost": used.cost,
            "latency": round((perf_counter() - call.began) * 1000, 3),
            "details": json.dumps(details),
            "content": json.dumps({"input": served.input, "output": served.output}),
        }
        with self._database.transaction() as connection:
            values["workspace_id"] = facts.get("workspace_id") or _default_workspace(connection, call.account_id)
            last, size = connection.execute(_NOTE, values).fetchone()
            connection.execute(_SPEND, values)
            _forget(connection, last, size)

    def spent(
        self,
        account_id: str,
        reset: str | None = None,
        *,
        keys: Sequence[str] | None = None,
        workspace_id: str | None = None,
    ) -> float:
        """Return what an account has spent since the last reset, with certain `keys` or in one workspace if given."""
        wanted = [
            "account_id = :account AND day >= :since",
            *([] if keys is None else ["key_hash IN (SELECT value FROM json_each(:keys))"]),
            *([] if workspace_id is None else ["workspace_id = :workspace"]),
        ]
        values = {
            "account": account_id,
            "since": _beginnings(self._clock())[reset] if reset else "",
            "keys": json.dumps(keys),
            "workspace": workspace_id,
        }
        with self._database.transaction() as connection:
            (cost,) = connection.execute(
                f"SELECT coalesce(sum(cost), 0) FROM spending WHERE {' AND '.join(wanted)}",  # noqa: S608 - as above
                values,
            ).fetchone()
        return float(round(cost, 12))  # or ten times 0.1 is not 1

    def spending(self, account_id: str, key_hash: str | None = None) -> dict[str, Spending]:
        """Return what each key of an account has spent, or one, by its hash; one that was never used is not there."""
        values = {"account": account_id, "key": key_hash, **_beginnings(self._clock())}
        one = "" if key_hash is None else "AND key_hash = :key"
        with self._database.transaction() as connection:
            rows = connection.execute(_SPENDING.format(one=one), values).fetchall()
        return {key: Spending(moment(at), *(round(cost or 0, 12) for cost in costs)) for key, at, *costs in rows}

    def rows(self, account_id: str, start: float, end: float) -> list[Row]:
        """Return what was used from `start` to before `end`, in seconds since 1970."""
        with self._database.transaction() as connection:
            found = connection.execute(_ROWS, {"account": account_id, "start": start, "end": end}).fetchall()
        names = ("at", *_KINDS, *_SUMS, "id")
        return [dict(zip(names, row, strict=True)) for row in found]

    def free_requests(self, account_id: str) -> int:
        """Return how often the account has asked free models today, in UTC."""
        values = {"account": account_id, "start": self._clock() // 86_400 * 86_400, "end": self._clock() + 1}
        with self._database.transaction() as connection:
            (count,) = connection.execute(
                f"SELECT coalesce(sum(requests), 0) FROM ({_ROWS}) WHERE model LIKE '%:free'",  # noqa: S608 - as above
                values,
            ).fetchone()
        return int(count)

    def generation(self, account_id: str, generation_id: str) -> Row | None:
        """Return a generation of an account, with its `details` and `content`, if it is kept."""
        with self._database.transaction() as connection:
            cursor = connection.execute(
                "SELECT * FROM generations WHERE account_id = ? AND id = ? ORDER BY position DESC LIMIT 1",
                (account_id, generation_id),
            )
            row = cursor.fetchone()
        if row is None:
            return None
        found = dict(zip((name for name, *_ in cursor.description), row, strict=True))
        return {**found, "details": json.loads(found["details"]), "content": json.loads(found["content"])}

    def add_feedback(self, generation: Row, feedback: Mapping[str, object]) -> bool:
        """Keep what the user says of a generation; tell whether it is the first time."""
        with self._database.transaction() as connection:
            done = connection.execute(
                "UPDATE generations SET feedback = ? WHERE position = ? AND feedback IS NULL",
                (json.dumps(feedback), generation["position"]),
            )
        return done.rowcount == 1


def next_reset(reset: str | None, at: float) -> str | None:
    """Return when what is `daily`, `weekly` or `monthly` begins anew."""
    if reset is None:
        return None
    begun = datetime.fromisoformat(_beginnings(at)[reset]).replace(tzinfo=UTC)
    days = {"daily": 1, "weekly": 7, "monthly": 31}[reset]  # of which some are in the next month
    following = begun + timedelta(days=days)
    return moment((following.replace(day=1) if reset == "monthly" else following).timestamp())


def _beginnings(at: float) -> dict[str, str]:
    """Return the days on which the current day, week and month began, in UTC."""
    today = datetime.fromtimestamp(at, UTC).date()
    monday = today - timedelta(days=today.weekday())
    return {"daily": today.isoformat(), "weekly": monday.isoformat(), "monthly": today.replace(day=1).isoformat()}


def _default_workspace(connection: sqlite3.Connection, account_id: str) -> str:
    row = connection.execute(
        "SELECT id FROM workspaces WHERE account_id = ? AND is_default AND NOT deleted", (account_id,)
    ).fetchone()
    return "" if row is None else str(row[0])


def _forget(connection: sqlite3.Connection, last: int, size: int) -> None:
    """Turn the oldest generations into sums, some at a time, once there are too many, or too large ones."""
    first, begun = connection.execute("SELECT position, bytes FROM generations ORDER BY position LIMIT 1").fetchone()
    if last - first < MOST_KEPT * 1.01 and size - begun < MOST_BYTES_KEPT * 1.1:
        return
    (large,) = connection.execute(
        "SELECT coalesce(max(position), 0) FROM generations WHERE bytes < ?", (size - MOST_BYTES_KEPT,)
    ).fetchone()
    end = (max(last - MOST_KEPT, large),)
    connection.execute(_SUM_UP, end)
    connection.execute("DELETE FROM generations WHERE position <= ?", end)
