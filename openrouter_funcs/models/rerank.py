# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Rerank: requests and responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Sequence
from typing import Required, TypedDict

from openrouter_core.model import OnDemand, frozen
from openrouter_core.operation import Attribution
from openrouter_funcs import models as _models

__all__ = [
    "CreateRerankResponse",
    "CreateRerankResponseResult",
    "CreateRerankResponseResultDocument",
    "CreateRerankResponseUsage",
    "RerankRerankRequest",
    "RerankRerankRequestDocumentParam",
]


class RerankRerankRequestDocumentParam(TypedDict, total=False):
    """A document with a text, an image, or both."""

    image: str
    """An `http`, `https` or `data:image/...` URL of an image."""
    text: str
    """What the document says."""


class RerankRerankRequest(Attribution, total=False):
    """What `rerank_rerank` takes."""

    documents: Required[Sequence[str | RerankRerankRequestDocumentParam]]
    """The documents, at least one: each a text, or an object with `text`, `image` or both for models that take images.
    """
    model: Required[str]
    """A model that reranks, such as `"cohere/rerank-v3.5"`."""
    provider: "OnDemand[_models.routing.ProviderPreferencesParam] | None"
    """Which providers may serve the request, and in which order; absent or `None` for OpenRouter's choice among those
    that the account allows."""
    query: Required[str]
    """What the documents should answer."""
    top_n: int
    """How many of the most relevant documents to return, at least 1."""
    session_id: str
    """A name for requests that belong together, at most 256 characters. Observability tools group requests by it; the
    provider never gets it. It has precedence over the header `x-session-id`."""
    trace: "OnDemand[_models.routing.TraceConfigParam]"
    """Labels for observability tools; keys of your own are passed on to them."""
    user: str
    """A stable id of your end user for observability tools; the provider never gets it."""


@frozen(kw_only=True)
class CreateRerankResponseResultDocument:
    """A document as it was sent."""

    image: str | None = None
    """The `http`, `https` or `data:` URL of its image."""
    text: str | None = None
    """What the document says."""


@frozen(kw_only=True)
class CreateRerankResponseResult:
    """One document, and how well it answers the query."""

    document: CreateRerankResponseResultDocument
    """The document as it was sent."""
    index: int
    """The document's place in `documents` of the request, from 0."""
    relevance_score: float
    """How well the document answers the query; higher is better."""


@frozen(kw_only=True)
class CreateRerankResponseUsage:
    """What a rerank request used and cost."""

    cost: float | None = None
    """The price in credits."""
    search_units: int | None = None
    """Units of search that were used, by which Cohere charges."""
    total_tokens: int | None = None
    """Tokens that were used in all."""


@frozen(kw_only=True)
class CreateRerankResponse:
    """Documents, sorted by how well they answer a query."""

    id: str | None = None
    """The id of the response."""
    model: str
    """The model that sorted the documents."""
    provider: str | None = None
    """The provider that served the request."""
    results: tuple[CreateRerankResponseResult, ...]
    """The documents, the most relevant first."""
    usage: CreateRerankResponseUsage | None = None
    """What the request used and cost."""
