# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Credits: requests and responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from openrouter_core.model import frozen
from openrouter_core.operation import Attribution

__all__ = ["CreditsGetCreditsRequest", "GetCreditsResponse", "GetCreditsResponseData"]


class CreditsGetCreditsRequest(Attribution, total=False):
    """What `credits_get_credits` takes."""


@frozen(kw_only=True)
class GetCreditsResponseData:
    """Sums over the whole life of an account."""

    total_credits: float
    """The credits that were bought."""
    total_usage: float
    """The credits that were spent."""


@frozen(kw_only=True)
class GetCreditsResponse:
    """The credits of an account."""

    data: GetCreditsResponseData
    """What was bought, and what was spent."""
