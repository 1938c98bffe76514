"""What schemathesis is told about refusals that the contract states in prose, where no JSON Schema can say them.

`test_schemathesis` names this file in the configuration that it hands to schemathesis, which runs in a process of its
own. Everything else that schemathesis calls a failure is one.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import schemathesis

if TYPE_CHECKING:
    from typing import Any

    from schemathesis import Case, HookContext, Response
    from schemathesis.core.failures import Failure

# The whole message, and the field that must have been sent for it to be true.
REFUSALS = {
    # "a workspace ID": the schema says any UUID, and only the account knows which are its own.
    "workspace_id: is not a workspace of this account": "workspace_id",
    # "OpenRouter API key hashes": the schema says any 64 hex digits; the same.
    "allowed_api_key_hashes: a hash does not belong to this account": "allowed_api_key_hashes",
    # "cannot be combined with `is_fallback`": the schema lists both as free booleans, and a change of one meets the
    # other as it was stored before.
    "is_byok_only: cannot be combined with is_fallback": "is_",
}


@schemathesis.hook  # pyright: ignore[reportUnknownMemberType] - it takes any function
def filter_failure(context: HookContext, failure: Failure, case: Case[Any], response: Response) -> bool:  # noqa: ARG001
    """Keep every failure but the refusal of a request that fits the schema and breaks the prose, and two mistakes."""
    if failure.code == "ST111":  # Unknown discriminator value: it does not look into members that are unions
        return "'type' with value 'function'" not in failure.message
    if failure.code == "ST301":  # Deleted resource still available: to delete an external user is to deactivate it
        return "/external-users/" not in failure.message
    if failure.code == "ST205":  # Allow header mismatch: a vault's secret may be called "copy", and then be deleted
        return not case.path.endswith("/secrets/copy")
    if failure.code != "ST202" or response.status_code != 400:  # Schema-valid request rejected
        return True
    field = REFUSALS.get(json.loads(response.content)["error"]["message"])
    sent = f"{response.request.url} {response.request.body!r}"
    return field is None or field not in sent
