"""Jobs: what is asked for now and done later. How long one takes is `LocalOpenRouter.job_seconds`.

Here lives how a job goes on. The work itself is done when the job comes, and what it has made is shown when its time is
over: so a job needs no thread, and goes on where a server with a database file is started again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from openrouter_core.testing.reading import BadRequest
from openrouter_core.testing.state import not_found

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouter_core.testing.calls import Call
    from openrouter_core.testing.state import State

__all__ = ["Jobs", "check_callback"]


@attrs.frozen
class Jobs:
    """The jobs of one kind; a new one has the status `waiting`."""

    _state: State
    _kind: str
    _waiting: str

    def begin(self, call: Call, fields: Mapping[str, object], ended: Mapping[str, object]) -> dict[str, Any]:
        """Keep a job that begins now: what it shows from now on, and what it shows beside that once it has ended."""
        begins = self._state.clock()
        ends = begins + self._state.job_seconds()
        job = {"begins": begins, "ends": ends, "fields": fields, "ended": ended}
        self._state.records.put(call.account_id, self._kind, str(fields["id"]), job)
        return {**fields, "status": self._waiting}

    def find(self, call: Call, job_id: str) -> dict[str, Any]:
        """Return the job of that id, or answer 404."""
        return self._state.records.get(call.account_id, self._kind, job_id) or not_found()

    def newest(self, call: Call) -> list[dict[str, Any]]:
        """Return all jobs, the newest one first."""
        return self._state.records.all(call.account_id, self._kind)[::-1]

    def remove(self, call: Call, job_id: str) -> None:
        """Delete the job of that id."""
        self._state.records.remove(call.account_id, self._kind, job_id)

    def is_over(self, job: Mapping[str, Any]) -> bool:
        """Tell whether a job has ended."""
        return bool(self._state.clock() >= job["ends"])

    def shown(self, job: Mapping[str, Any]) -> dict[str, Any]:
        """Return what a job shows: it waits for half of its time, and is in progress for the other half."""
        if self.is_over(job):
            return {**job["fields"], "status": "completed", **job["ended"]}
        waits = self._state.clock() < (job["begins"] + job["ends"]) / 2
        return {**job["fields"], "status": self._waiting if waits else "in_progress"}


def check_callback(call: Call) -> None:
    """Refuse a `callback_url` that OpenRouter would not call; this server calls none."""
    if not call.body.get("callback_url", "https:").startswith("https:"):
        raise BadRequest("callback_url: must begin with https:")
