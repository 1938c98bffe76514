# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""What an answer cost, for several families."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from openrouter_core.model import frozen

__all__ = ["CostDetails"]


@frozen(kw_only=True)
class CostDetails:
    """What the cost of a request is made of, in US dollars."""

    upstream_inference_completions_cost: float
    """What the provider charged for the tokens of the answer."""
    upstream_inference_cost: float | None = None
    """What the provider charged for the model's work."""
    upstream_inference_prompt_cost: float
    """What the provider charged for the tokens of the request."""
    server_tool_cost: float | None = None
    """What metered tools cost, such as time in a shell's sandbox, as billed; 0 if such a tool ran and cost nothing,
    absent if none ran."""
