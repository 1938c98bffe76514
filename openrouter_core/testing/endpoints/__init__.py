"""What operations do that do more than the contract says: a module for each family."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openrouter_core.testing.endpoints.analytics import Analytics
from openrouter_core.testing.endpoints.api_keys import ApiKeys
from openrouter_core.testing.endpoints.audio import Audio
from openrouter_core.testing.endpoints.batches import Batches
from openrouter_core.testing.endpoints.byok import Byok
from openrouter_core.testing.endpoints.chat import Chat
from openrouter_core.testing.endpoints.containers import Containers
from openrouter_core.testing.endpoints.credits import Credits
from openrouter_core.testing.endpoints.decisions import Decisions
from openrouter_core.testing.endpoints.embeddings import Embeddings
from openrouter_core.testing.endpoints.external_users import ExternalUsers
from openrouter_core.testing.endpoints.files import FileEndpoints
from openrouter_core.testing.endpoints.generations import Generations
from openrouter_core.testing.endpoints.guardrail_assignments import GuardrailAssignments
from openrouter_core.testing.endpoints.guardrails import Guardrails
from openrouter_core.testing.endpoints.images import Images
from openrouter_core.testing.endpoints.messages import Messages
from openrouter_core.testing.endpoints.models import Models
from openrouter_core.testing.endpoints.oauth import OAuth
from openrouter_core.testing.endpoints.observability import Observability
from openrouter_core.testing.endpoints.organization import Organization
from openrouter_core.testing.endpoints.presets import Presets
from openrouter_core.testing.endpoints.private_endpoints import PrivateEndpoints
from openrouter_core.testing.endpoints.providers import Providers
from openrouter_core.testing.endpoints.rankings import Rankings
from openrouter_core.testing.endpoints.rerank import Rerank
from openrouter_core.testing.endpoints.responses import Responses
from openrouter_core.testing.endpoints.scim import Scim
from openrouter_core.testing.endpoints.tools import Tools
from openrouter_core.testing.endpoints.vault import Vault
from openrouter_core.testing.endpoints.videos import Videos
from openrouter_core.testing.endpoints.workspace_budgets import WorkspaceBudgets
from openrouter_core.testing.endpoints.workspace_members import WorkspaceMembers
from openrouter_core.testing.endpoints.workspaces import Workspaces

if TYPE_CHECKING:
    from openrouter_core.testing.calls import Behaviours
    from openrouter_core.testing.state import State

__all__ = ["behaviours"]

_FAMILIES = (
    Analytics,
    ApiKeys,
    Audio,
    Batches,
    Byok,
    Chat,
    Containers,
    Credits,
    Decisions,
    Embeddings,
    ExternalUsers,
    FileEndpoints,
    Generations,
    GuardrailAssignments,
    Guardrails,
    Images,
    Messages,
    Models,
    OAuth,
    Observability,
    Organization,
    Presets,
    PrivateEndpoints,
    Providers,
    Rankings,
    Rerank,
    Responses,
    Scim,
    Tools,
    Vault,
    Videos,
    WorkspaceBudgets,
    WorkspaceMembers,
    Workspaces,
)


def behaviours(state: State) -> Behaviours:
    """Return every behaviour by the name of its operation's function."""
    return {name: behaviour for family in _FAMILIES for name, behaviour in family(state).behaviours().items()}
