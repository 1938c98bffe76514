# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Responses: enumerations of requests and responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from typing import Literal, TypeAlias

__all__ = [
    "ApplyPatchCallStatus",
    "FailableToolCallStatus",
    "ImageGenerationStatus",
    "ReasoningContext",
    "ReasoningMode",
    "ReasoningSummaryVerbosity",
    "SearchContextSizeEnum",
    "ToolCallStatus",
    "WebSearchStatus",
]


WebSearchStatus: TypeAlias = Literal["completed", "searching", "in_progress", "failed"] | str
"""How far a web search is."""


ImageGenerationStatus: TypeAlias = Literal["in_progress", "completed", "generating", "failed"] | str
"""How far the generation of an image is."""


ToolCallStatus: TypeAlias = Literal["in_progress", "completed", "incomplete"] | str
"""How far a tool call is. `incomplete`: it ended before it was finished."""


ApplyPatchCallStatus: TypeAlias = Literal["in_progress", "completed"] | str
"""How far a call that applies a patch is."""


FailableToolCallStatus: TypeAlias = Literal["in_progress", "completed", "incomplete", "failed"] | str
"""How far a tool call is; it can also fail. `incomplete`: it ended before it was finished."""


ReasoningContext: TypeAlias = Literal["auto", "all_turns", "current_turn"] | str
"""Which reasoning the model sees. Only OpenAI's GPT-5.6 and newer know it. `auto`: what is usual for the model, as when
it is absent; `all_turns`: that of earlier turns, too, where the request has it; `current_turn`: only that of this turn.
"""


ReasoningMode: TypeAlias = Literal["standard", "pro"] | str
"""How deeply a model reasons. Only OpenAI's GPT-5.6 and newer know it. `standard`: as usual (the default); `pro`: more
deeply, at the same price for each token."""


ReasoningSummaryVerbosity: TypeAlias = Literal["auto", "concise", "detailed"] | str
"""How long a summary of the reasoning is. `auto`: as the model decides."""


SearchContextSizeEnum: TypeAlias = Literal["low", "medium", "high"] | str
"""How much content of web pages the model gets from a search."""
