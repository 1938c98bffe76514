"""`credits_get_credits`: what the account has bought, and what its calls have cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from starlette.responses import JSONResponse

if TYPE_CHECKING:
    from starlette.responses import Response

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.state import State

__all__ = ["Credits"]


@attrs.frozen
class Credits:
    """The operation over one state."""

    _state: State

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {"credits_get_credits": self.get}

    def get(self, call: Call) -> Response:
        """Answer both sums."""
        bought, used = self._state.accounts.credits(call.account_id), self._state.ledger.spent(call.account_id)
        return JSONResponse({"data": {"total_credits": bought, "total_usage": used}})
