"""The nine operations of the vault: secrets of a workspace and of its interns, of which no value is told or kept.

Interns are not made through these operations, so that every UUID is one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import attrs
from starlette.responses import JSONResponse, Response

from openrouter_core.testing.reading import BadRequest
from openrouter_core.testing.schemas import is_uuid
from openrouter_core.testing.state import bounded, not_found, now

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.state import State

__all__ = ["Vault"]

_KIND = "VaultSecret"
_NAME = re.compile("[a-z](_?[a-z0-9])*")
_HOST = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*")
_MOST_ENTRIES = 100
_MOST_CHARACTERS = 65_536
_MOST_OFFSET = 10_000
_LONGEST_NAME = 255


@attrs.frozen
class Vault:
    """The operations over one state."""

    _state: State

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {
            "vault_list_vault_secrets": self.list,
            "vault_store_vault_secret": self.store,
            "vault_delete_vault_secret": self.delete,
            "vault_list_intern_vault_secrets": self.list,
            "vault_store_intern_vault_secret": self.store,
            "vault_delete_intern_vault_secret": self.delete,
            "vault_copy_vault_secrets_to_intern": self.copy,
            "vault_list_intern_effective_vault_secrets": self.effective,
            "vault_list_intern_connections": self.connections,
        }

    def list(self, call: Call) -> Response:
        """Answer one page of what is stored, by name."""
        return _page(call, [_told(each) for each in self._stored(call, self._place(call))])

    def store(self, call: Call) -> Response:
        """Keep a secret in place of the one that has its name."""
        place = self._place(call)
        if not _NAME.fullmatch(call.path["name"]) or len(call.path["name"]) > _LONGEST_NAME:
            raise BadRequest("name: must be lower-case letters, digits and single underscores, and begin with a letter")
        if not 1 <= len(call.body["value"]) <= _MOST_CHARACTERS:
            raise BadRequest(f"value: must have 1 to {_MOST_CHARACTERS} characters")
        secret = {"hosts": _hosts(call.body["hosts"]), "digest": self._state.database.digest(call.body["value"]).hex()}
        return JSONResponse({"data": self._put(call, place, {"name": call.path["name"], **secret})})

    def delete(self, call: Call) -> Response:
        """Forget a secret."""
        if not self._state.records.remove(call.account_id, _KIND, f"{self._place(call)}/{call.path['name']}"):
            not_found()
        return Response(status_code=204)

    def copy(self, call: Call) -> Response:
        """Keep secrets of the workspace for an intern, too: all of them or none."""
        names, place, workspace = call.body["names"], self._place(call), self._state.workspace_of_key(call)
        if not 1 <= len(names) <= _MOST_ENTRIES or len({*names}) < len(names):
            raise BadRequest(f"names: must have 1 to {_MOST_ENTRIES} entries, each once")
        found = [self._state.records.get(call.account_id, _KIND, f"{workspace}/{name}") for name in names]
        copies = [self._put(call, place, each or not_found()) for each in found]
        return JSONResponse({"data": copies})

    def effective(self, call: Call) -> Response:
        """Answer one page of what an intern gets: its own secrets, and those of the workspace under other names."""
        places = {"workspace": self._state.workspace_of_key(call), "intern": self._place(call)}
        found = {
            each["name"]: _told(each) | {"scope": scope}
            for scope, place in places.items()
            for each in self._stored(call, place)
        }
        return _page(call, [found[name] for name in sorted(found)])

    def connections(self, call: Call) -> Response:
        """Answer that an intern has no connection, as nothing here makes one."""
        self._place(call)
        return JSONResponse({"data": []})

    def _place(self, call: Call) -> str:
        """Return the workspace of the key, or in it the intern that the path names."""
        workspace, intern = self._state.workspace_of_key(call), call.path.get("internId")
        if intern is None:
            return workspace
        return f"{workspace}/{intern.lower()}" if is_uuid(intern) else not_found()

    def _stored(self, call: Call, place: str) -> Sequence[dict[str, Any]]:
        found = self._state.records.all(call.account_id, _KIND)
        return sorted((each for each in found if each["place"] == place), key=lambda each: each["name"])

    def _put(self, call: Call, place: str, secret: Mapping[str, Any]) -> dict[str, Any]:
        # Equal in one place, and in no other.
        fingerprint = self._state.database.digest(f"{place}/{secret['digest']}").hex()
        kept = {**secret, "place": place, "fingerprint": fingerprint, "created_at": now()}
        self._state.records.put(call.account_id, _KIND, f"{place}/{secret['name']}", kept)
        return _told(kept)


def _told(kept: Mapping[str, Any]) -> dict[str, Any]:
    return {name: kept[name] for name in ("name", "hosts", "fingerprint", "created_at")}


def _page(call: Call, found: Sequence[Mapping[str, Any]]) -> Response:
    offset = bounded(call.query, "offset", 0, 0, _MOST_OFFSET)
    end = offset + bounded(call.query, "limit", _MOST_ENTRIES, 1, _MOST_ENTRIES)
    return JSONResponse({"data": found[offset:end], "has_more": len(found) > end})


def _hosts(given: Sequence[str]) -> list[str]:
    hosts = [*dict.fromkeys(each.lower().removesuffix(".") for each in given)]
    if not 1 <= len(given) <= _MOST_ENTRIES:
        raise BadRequest(f"hosts: must have 1 to {_MOST_ENTRIES} entries")
    for index, host in enumerate(hosts):
        if not _HOST.fullmatch(host):
            raise BadRequest(f"hosts[{index}]: must be a hostname such as api.example.com")
    return hosts
