# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Messages: optional parts of responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from typing import Literal, TypeAlias

from openrouter_core.model import Extra, Json, Unknown, frozen
from openrouter_funcs.models.messages import (
    AnthropicCodeExecution20250825Caller,
    AnthropicCodeExecution20260120Caller,
    AnthropicDirectCaller,
)

__all__ = [
    "AnthropicCitationsConfig",
    "AnthropicContainerSkill",
    "MessagesResultContextManagement",
    "MessagesResultContextManagementAppliedEdit",
    "ORAnthropicBashToolResultFile",
    "ORAnthropicNullableCaller",
    "ORAnthropicShellToolResultFile",
]


@frozen(kw_only=True)
class AnthropicContainerSkill:
    """A skill in a container: instructions and files for a kind of task."""

    skill_id: str
    """Which skill it is."""
    type: Literal["anthropic", "custom"] | str
    """Whose skill it is: Anthropic's (`anthropic`), or your own (`custom`)."""
    version: str
    """Which version of the skill it is."""


ORAnthropicNullableCaller: TypeAlias = (
    AnthropicDirectCaller | AnthropicCodeExecution20250825Caller | AnthropicCodeExecution20260120Caller | Unknown
)
"""Who calls a tool: the model itself, or code that it wrote."""


@frozen(kw_only=True)
class AnthropicCitationsConfig:
    """Whether the model cites a document."""

    enabled: bool
    """Whether it does."""


@frozen(kw_only=True)
class ORAnthropicShellToolResultFile:
    """A file that a shell command created or changed."""

    container_id: str
    """The container in which the command ran, for the `containers_*` functions and for `container_reference` in later
    requests."""
    end_index: int
    """Where in the text the citation ends, in characters from 0."""
    file_id: str
    """The id of the file within the container."""
    filename: str
    """The name that the command gave the file."""
    start_index: int
    """Where in the text the citation begins, in characters from 0."""
    type: Literal["container_file_citation"]


@frozen(kw_only=True)
class ORAnthropicBashToolResultFile:
    """A file that a command created or changed."""

    container_id: str
    """The container in which the command ran, for the `containers_*` functions and for `container_reference` in later
    requests."""
    end_index: int
    """Where in the text the citation ends, in characters from 0."""
    file_id: str
    """The id of the file within the container."""
    filename: str
    """The name that the command gave the file."""
    start_index: int
    """Where in the text the citation begins, in characters from 0."""
    type: Literal["container_file_citation"]


@frozen(kw_only=True)
class MessagesResultContextManagementAppliedEdit:
    """Something that was done to a long conversation. Its details differ by `type`."""

    type: str
    """Which of the request's `edits` it was, by its type."""
    extra: Extra[Json]
    """All other keys of the object."""


@frozen(kw_only=True)
class MessagesResultContextManagement:
    """What was cleared from a conversation, or summarized."""

    applied_edits: tuple[MessagesResultContextManagementAppliedEdit, ...]
    """What was done, each with its details."""
