"""All that the endpoints of one server share: what is kept, what the contract says, what the model will say.

Here lives what several families need. What belongs to one family alone is in its module in `endpoints`.
"""

from __future__ import annotations

import secrets
import time
from typing import TYPE_CHECKING, Any, NoReturn

import attrs
from starlette.exceptions import HTTPException

from openrouter_core.testing.accounts import Accounts
from openrouter_core.testing.clock import now
from openrouter_core.testing.contract import JSON, contract
from openrouter_core.testing.credentials import Credentials
from openrouter_core.testing.files import Files
from openrouter_core.testing.ledger import Ledger, Served
from openrouter_core.testing.model import Usage
from openrouter_core.testing.reading import BadRequest
from openrouter_core.testing.records import Records
from openrouter_core.testing.samples import Samples

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from openrouter_core.testing.calls import Call
    from openrouter_core.testing.catalogue import Catalogue
    from openrouter_core.testing.database import Database
    from openrouter_core.testing.model import ScriptedModel

__all__ = ["Collection", "State", "bounded", "given", "not_found", "now", "owner", "paged"]

_LIMIT = 50
_SUMMARY = """
SELECT 'accounts', count(*) FROM accounts UNION ALL
SELECT 'API keys', count(*) FROM api_keys UNION ALL
SELECT 'workspaces', count(*) FROM workspaces WHERE NOT deleted UNION ALL
SELECT 'credentials', count(*) FROM credentials WHERE NOT deleted UNION ALL
SELECT 'files', count(*) FROM files UNION ALL
SELECT 'generations', count(*) FROM generations UNION ALL
SELECT * FROM (SELECT kind, count(*) FROM records GROUP BY kind ORDER BY kind)
"""


@attrs.frozen
class State:
    """What the endpoints work on."""

    database: Database
    model: ScriptedModel
    catalogue: Catalogue
    samples: Samples = attrs.field(factory=lambda: Samples(contract()))
    clock: Callable[[], float] = time.time
    """The seconds since 1970 by which keys expire, limits are reset, usage has its day and jobs go on."""
    job_seconds: Callable[[], float] = lambda: 0.0
    """How long a video or a batch that begins now will take."""

    @property
    def accounts(self) -> Accounts:
        """Accounts, their keys, workspaces and members."""
        return Accounts(self.database)

    @property
    def credentials(self) -> Credentials:
        """Provider credentials (BYOK)."""
        return Credentials(self.database)

    @property
    def files(self) -> Files:
        """Files."""
        return Files(self.database)

    @property
    def ledger(self) -> Ledger:
        """What was served, and what it cost."""
        return Ledger(self.database, self.clock, self.catalogue.served_by)

    @property
    def records(self) -> Records:
        """All else that is kept."""
        return Records(self.database)

    def summary(self) -> dict[str, int]:
        """Return how many there are of what is kept, by kind."""
        with self.database.transaction() as connection:
            rows = connection.execute(_SUMMARY).fetchall()
        return {kind: count for kind, count in rows if count}

    def usage(
        self,
        model: str,
        prompt_tokens: float,
        completion_tokens: float = 0,
        *,
        cached_tokens: float = 0,
        cache_write_tokens: float = 0,
        reasoning_tokens: float = 0,
        cost: float | None = None,
    ) -> Usage:
        """Return what a call of a model used, and what that costs unless its `cost` is given."""
        cached, cache_write = int(cached_tokens), int(cache_write_tokens)
        prompt, reasoning = max(int(prompt_tokens), cached + cache_write), int(reasoning_tokens)
        completion = max(int(completion_tokens), reasoning)
        price = self.catalogue.cost(model, prompt, completion, cached=cached, cache_write=cache_write)
        return Usage(prompt, completion, cached, reasoning, price if cost is None else cost, cache_write)

    def served(
        self,
        call: Call,
        api_type: str,
        usage: Usage,
        *,
        asked: object,
        model: str | None = None,
        completion: str | None = None,
        reasoning: str | None = None,
        finish_reason: str | None = None,
    ) -> str:
        """Write down what a call of a model was answered, and return the id of the generation."""
        generation = f"gen-{secrets.token_hex(12)}"
        served = Served(
            id=generation,
            model=model or call.body["model"],
            api_type=api_type,
            usage=usage,
            streamed=bool(call.body.get("stream")),
            finish_reason=finish_reason,
            input={"prompt": asked} if isinstance(asked, str) else {"messages": asked},
            output={"completion": completion, "reasoning": reasoning},
        )
        self.ledger.note(call, served)
        return generation

    def workspace(self, call: Call, workspace_id: str | None) -> str:
        """Return the workspace that a request names, or the account's default one."""
        # Most operations document no 404 for it, so a workspace that is not the account's is a bad parameter.
        if workspace_id is None:
            default = self.accounts.default_workspace(call.account_id)
            if default is None:
                raise BadRequest("workspace_id: is required, the default workspace has been deleted")
            return default
        if not self.accounts.has_workspace(call.account_id, workspace_id.lower()):
            raise BadRequest("workspace_id: is not a workspace of this account")
        return workspace_id.lower()

    def check_keys(self, call: Call, name: str) -> None:
        """Refuse a hash, in the field of that name, that is of no API key of the account."""
        if any(self.accounts.key(call.account_id, each) is None for each in call.body.get(name) or ()):
            raise BadRequest(f"{name}: a hash does not belong to this account")

    def check_members(self, call: Call, name: str) -> None:
        """Refuse a user, in the field of that name, who is not a member; an account without members takes any."""
        wanted = set(call.body.get(name) or ())
        if wanted and (members := self.accounts.members(call.account_id)) and not wanted <= members.keys():
            raise BadRequest(f"{name}: a user is not a member of this account")

    def workspace_of_key(self, call: Call) -> str:
        """Return the workspace of the key that came with a request."""
        return self.workspace(call, self.accounts.key_workspace(call.caller.key_hash))


@attrs.frozen
class Collection:
    """The records of one kind: a schema of the contract, whose field `key` is what a path names."""

    _state: State
    schema: str
    key: str = "id"

    def create(self, call: Call, **made: object) -> dict[str, Any]:
        """Keep a new record: what the body gave, what was `made` for it, and for the rest what the contract allows."""
        record = self._state.samples.record(self.schema, {**given(call), **made})
        self._state.records.put(call.account_id, self.schema, str(record[self.key]), record)
        return record

    def find(self, call: Call, record_id: str) -> dict[str, Any]:
        """Return the record of that id, or answer 404."""
        found = self._state.records.get(call.account_id, self.schema, record_id)
        return not_found() if found is None else found

    def change(self, call: Call, record_id: str, **made: object) -> dict[str, Any]:
        """Change the fields that the body gave, and those that were `made`."""
        found = self.find(call, record_id)
        changed = {**found, **{name: value for name, value in {**given(call), **made}.items() if name in found}}
        self._state.records.put(call.account_id, self.schema, record_id, changed)
        return changed

    def remove(self, call: Call, record_id: str) -> None:
        """Delete the record of that id, or answer 404."""
        if not self._state.records.remove(call.account_id, self.schema, record_id):
            not_found()

    def all(self, call: Call, **equal: object) -> list[dict[str, Any]]:
        """Return the records whose fields are `equal`, oldest first; a field that is `None` does not matter."""
        wanted = {name: value for name, value in equal.items() if value is not None}
        found = self._state.records.all(call.account_id, self.schema)
        return [each for each in found if wanted.items() <= each.items()]


def given(call: Call) -> dict[str, Any]:
    """Return the fields of the body that the contract knows; what else is in it has no meaning."""
    known = contract().resolved(call.operation.bodies.get(JSON, {})).get("properties", call.body)
    return {name: value for name, value in call.body.items() if name in known}


def owner(account_id: str) -> str:
    """Return the id of the user whose account it is."""
    return f"user_{account_id.replace('-', '')[:27]}"


def bounded(query: Mapping[str, Any], name: str, unset: int, least: int, most: int) -> int:
    """Return a number of the query, or refuse it: the contract does not give the bounds of all."""
    value = unset if query.get(name) is None else query[name]
    if not least <= value <= most:
        raise BadRequest(f"{name}: must be an integer from {least} to {most}")
    return int(value)


def paged(found: Sequence[object], query: Mapping[str, Any]) -> dict[str, Any]:
    """Return the page that `offset` and `limit` ask for, and how many there are in all."""
    offset = query.get("offset") or 0
    return {"data": found[offset : offset + (query.get("limit") or _LIMIT)], "total_count": len(found)}


def not_found() -> NoReturn:
    """Answer 404."""
    raise HTTPException(404, "Resource not found")
