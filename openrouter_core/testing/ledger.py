"""What was served: each call of a model, with what it used and cost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from openrouter_core.testing.calls import Call
    from openrouter_core.testing.model import Usage

__all__ = ["Ledger", "Served"]


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
        input: What was asked.
        output: What was answered.
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
class Ledger:
    """Keeps what was served."""

    def note(self, call: Call, served: Served) -> None:
        """Write down what a call was answered."""
