"""The ten operations of private endpoints: deployments of one's own, from draft through validation to active.

Nothing is sent to a deployment: it passes validation with an https URL, and a key of its provider in the workspace.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn
from uuid import uuid4

import attrs
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from openrouter_core.testing.state import given, not_found, now

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.responses import Response

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.state import State

__all__ = ["PrivateEndpoints"]

_ENDPOINT, _MANAGED = "PrivateEndpoint", "ManagedPrivateEndpoint"
_KEYS = "private_endpoints_create"
# What the provider's credential says where the deployment is.
_WITHOUT_URL = ("azure", "amazon-bedrock", "google-vertex")
_DECLARED = ("declared_region", "declared_zdr")
_FREE = {"prompt": "0", "completion": "0"}


@attrs.frozen
class PrivateEndpoints:
    """The operations over one state."""

    _state: State

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {
            "private_endpoints_list": self.list,
            "private_endpoints_create": self.create,
            "private_endpoints_get": self.get,
            "private_endpoints_update": self.update,
            "private_endpoints_update_pricing": self.update_pricing,
            "private_endpoints_validate": self.validate,
            "private_endpoints_activate": self.activate,
            "private_endpoints_disable": self.disable,
            "private_endpoints_enable": self.enable,
            "private_endpoints_delete": self.delete,
        }

    def list(self, call: Call) -> Response:
        """Answer every endpoint."""
        found = self._state.records.all(call.account_id, _ENDPOINT)
        return JSONResponse({"data": [self._record("PrivateEndpointSummary", each) for each in found]})

    def create(self, call: Call) -> Response:
        """Make a draft, once for each idempotency key, and activate it if that is asked for."""
        asked, key = given(call), call.headers.get("idempotency-key")
        activation = asked.pop("activate", None)
        first = key and self._state.records.get(call.account_id, _KEYS, key)
        if first:
            if first["asked"] != asked:
                raise HTTPException(422, "idempotency_key_reused: the first request with this key was another one")
            return self._answer(_MANAGED, self._find(call, first["id"]), 201)
        names = {each["slug"]: each["name"] for each in self._state.catalogue.providers()}
        made = self._put(call, _begun(asked, names))
        if key:
            self._state.records.put(call.account_id, _KEYS, key, {"id": made["id"], "asked": asked})
        if activation is None:
            return self._answer(_MANAGED, made, 201)
        checks = self._checks(call, made, activation["workspace_id"])
        if not _passed(checks):
            error = {"code": 422, "message": "Validation failed, the draft was kept"}
            data = {"endpoint": self._record(_MANAGED, made), "validation": {"passed": False, "checks": checks}}
            return JSONResponse({"data": data, "error": error}, 422)
        return self._answer(_MANAGED, self._put(call, made | {"status": "active"}), 201)

    def get(self, call: Call) -> Response:
        """Answer one endpoint."""
        return self._answer(_ENDPOINT, self._find(call))

    def update(self, call: Call) -> Response:
        """Change where a draft leads, which must then be validated again."""
        found = self._found(call, "draft")
        changed = found | given(call) | {"validated": False}
        if any(changed[name] != found[name] for name in ("base_url", "upstream_model_id")):
            changed |= {name: call.body.get(name) for name in _DECLARED}
        return self._answer(_ENDPOINT, self._put(call, changed))

    def update_pricing(self, call: Call) -> Response:
        """Replace the prices."""
        return self._answer(_ENDPOINT, self._put(call, self._find(call) | given(call)))

    def validate(self, call: Call) -> Response:
        """Check a draft, which may then be activated."""
        found = self._found(call, "draft")
        checks = self._checks(call, found, call.body["workspace_id"])
        self._put(call, found | {"validated": _passed(checks)})
        return JSONResponse({"data": {"passed": _passed(checks), "checks": checks}})

    def activate(self, call: Call) -> Response:
        """Put a draft that was validated to use."""
        found = self._found(call, "draft")
        if not found["validated"]:
            _conflict("it has not been validated since it was last changed")
        return self._answer(_MANAGED, self._put(call, found | {"status": "active"}))

    def disable(self, call: Call) -> Response:
        """Stop using an active endpoint."""
        return self._answer(_MANAGED, self._put(call, self._found(call, "active") | {"status": "disabled"}))

    def enable(self, call: Call) -> Response:
        """Use a disabled endpoint again."""
        return self._answer(_MANAGED, self._put(call, self._found(call, "disabled") | {"status": "active"}))

    def delete(self, call: Call) -> Response:
        """Forget an endpoint."""
        found = self._found(call, "draft") if call.query.get("draft_only") == "true" else self._find(call)
        self._state.records.remove(call.account_id, _ENDPOINT, found["id"])
        return JSONResponse({"data": {"id": found["id"]}})

    def _find(self, call: Call, endpoint_id: str | None = None) -> dict[str, Any]:
        return self._state.records.get(call.account_id, _ENDPOINT, endpoint_id or call.path["id"]) or not_found()

    def _found(self, call: Call, status: str) -> dict[str, Any]:
        found = self._find(call)
        return found if found["status"] == status else _conflict(f"it is {found['status']} and not {status}")

    def _put(self, call: Call, endpoint: dict[str, Any]) -> dict[str, Any]:
        self._state.records.put(call.account_id, _ENDPOINT, endpoint["id"], endpoint)
        return endpoint

    def _record(self, schema: str, endpoint: Mapping[str, object]) -> dict[str, Any]:
        model = self._state.catalogue.find(str(endpoint["model_permaslug"]))
        names = {"model_name": model["name"], "model_slug": model["id"]} if model else {}
        return self._state.samples.record(schema, {**endpoint, **names})

    def _answer(self, schema: str, endpoint: Mapping[str, object], status: int = 200) -> Response:
        return JSONResponse({"data": self._record(schema, endpoint)}, status)

    def _checks(self, call: Call, endpoint: Mapping[str, Any], workspace_id: str) -> tuple[dict[str, Any], ...]:
        provider, url = endpoint["provider_slug"], endpoint["base_url"]
        _, keys = self._state.credentials.page(call.account_id, workspace_id.lower(), provider, 1, 0)
        return (
            _check(
                "workspace",
                self._state.accounts.has_workspace(call.account_id, workspace_id.lower()),
                "workspace_not_found",
            ),
            _check(
                "base_url",
                url.startswith("https://") if url else provider in _WITHOUT_URL,
                "invalid_base_url",
            ),
            _check("byok_key", keys > 0, "no_byok_key"),
        )


def _begun(asked: Mapping[str, Any], providers: Mapping[str, str]) -> dict[str, Any]:
    unset = {"base_url": None, "pricing": _FREE} | dict.fromkeys(_DECLARED)
    return {
        **unset,
        **asked,
        "id": str(uuid4()),
        "status": "draft",
        "validated": False,
        "created_at": now(),
        "provider_name": providers.get(asked["provider_slug"], asked["provider_slug"]),
    }


def _check(name: str, passed: bool, reason: str) -> dict[str, Any]:  # noqa: FBT001 - what the contract calls it
    return {"name": name, "passed": passed} | ({} if passed else {"reason": reason})


def _passed(checks: tuple[Mapping[str, Any], ...]) -> bool:
    return all(each["passed"] for each in checks)


def _conflict(reason: str) -> NoReturn:
    raise HTTPException(409, f"The private endpoint cannot do this: {reason}")
