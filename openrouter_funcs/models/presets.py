# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Presets: requests and responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Mapping
from typing import Literal, Required, TypeAlias

from openrouter_core.model import Json, frozen
from openrouter_core.operation import Attribution

__all__ = [
    "CreatePresetFromInferenceResponse",
    "GetPresetResponse",
    "GetPresetVersionResponse",
    "ListPresetVersionsResponse",
    "ListPresetsResponse",
    "Preset",
    "PresetDesignatedVersion",
    "PresetStatus",
    "PresetWithDesignatedVersion",
    "PresetsGetRequest",
    "PresetsGetVersionRequest",
    "PresetsListRequest",
    "PresetsListVersionsRequest",
]


PresetStatus: TypeAlias = Literal["active", "disabled", "archived"] | str
"""Whether a preset is in use."""


@frozen(kw_only=True)
class PresetDesignatedVersion:
    """One version of a preset: settings of a request, and perhaps a system prompt."""

    config: Mapping[str, Json]
    """The settings, by the names that they have in a request, such as `model` and `temperature`."""
    created_at: str
    """When it was created, in ISO 8601."""
    creator_id: str
    """The id of the user who created this version."""
    id: str
    """The version's id."""
    preset_id: str
    """The id of the preset that it is a version of."""
    system_prompt: str | None
    """The system prompt; `None` for none."""
    updated_at: str
    """When it was last changed, in ISO 8601."""
    version: int
    """The version's number; a newer version has a higher one."""


@frozen(kw_only=True)
class PresetWithDesignatedVersion:
    """A preset with its designated version."""

    created_at: str
    """When it was created, in ISO 8601."""
    creator_user_id: str | None
    """The id of the user who created it, or `None`."""
    description: str | None
    """What it is for, in words for people; `None` for none."""
    designated_version_id: str | None
    """The id of its designated version, or `None`."""
    id: str
    """The preset's id, which its versions have as `preset_id`."""
    name: str
    """Its name for people."""
    slug: str
    """Its name in URLs, by which calls name it."""
    status: PresetStatus
    """Whether it is in use."""
    status_updated_at: str | None
    """When `status` last changed, in ISO 8601, or `None`."""
    updated_at: str
    """When it was last changed, in ISO 8601."""
    workspace_id: str | None
    """The workspace that it belongs to, or `None`."""
    designated_version: PresetDesignatedVersion | None
    """The version that counts at present, with its settings; `None` when there is none."""


@frozen(kw_only=True)
class CreatePresetFromInferenceResponse:
    """The preset that was created, or that got a new version."""

    data: PresetWithDesignatedVersion
    """The preset with its designated version."""


class PresetsGetRequest(Attribution, total=False):
    """What `presets_get` takes."""

    slug: Required[str]
    """The preset's slug, its name in URLs."""


@frozen(kw_only=True)
class GetPresetResponse:
    """The preset that was asked for."""

    data: PresetWithDesignatedVersion
    """The preset with its designated version."""


class PresetsGetVersionRequest(Attribution, total=False):
    """What `presets_get_version` takes."""

    slug: Required[str]
    """The preset's slug, its name in URLs."""
    version: Required[str]
    """The version's number, such as `"1"`."""


@frozen(kw_only=True)
class GetPresetVersionResponse:
    """The version of a preset that was asked for."""

    data: PresetDesignatedVersion | None
    """The version with its settings, or `None`."""


class PresetsListRequest(Attribution, total=False):
    """What `presets_list` takes."""

    offset: int | None
    """How many presets to skip before the first page; absent or `None` for 0."""
    limit: int
    """How many presets a page holds at most, 1 to 100; absent for 50."""


@frozen(kw_only=True)
class Preset:
    """A preset, without its versions."""

    created_at: str
    """When it was created, in ISO 8601."""
    creator_user_id: str | None
    """The id of the user who created it, or `None`."""
    description: str | None
    """What it is for, in words for people; `None` for none."""
    designated_version_id: str | None
    """The id of its designated version, or `None`."""
    id: str
    """The preset's id, which its versions have as `preset_id`."""
    name: str
    """Its name for people."""
    slug: str
    """Its name in URLs, by which calls name it."""
    status: PresetStatus
    """Whether it is in use."""
    status_updated_at: str | None
    """When `status` last changed, in ISO 8601, or `None`."""
    updated_at: str
    """When it was last changed, in ISO 8601."""
    workspace_id: str | None
    """The workspace that it belongs to, or `None`."""


@frozen(kw_only=True)
class ListPresetsResponse:
    """One page of presets."""

    data: tuple[Preset, ...]
    """The presets, the last changed first."""
    total_count: int
    """How many presets there are, on all pages together."""


class PresetsListVersionsRequest(Attribution, total=False):
    """What `presets_list_versions` takes."""

    slug: Required[str]
    """The preset's slug, its name in URLs."""
    offset: int | None
    """How many versions to skip before the first page; absent or `None` for 0."""
    limit: int
    """How many versions a page holds at most, 1 to 100; absent for 50."""


@frozen(kw_only=True)
class ListPresetVersionsResponse:
    """One page of the versions of a preset."""

    data: tuple[PresetDesignatedVersion | None, ...]
    """The versions, the oldest first."""
    total_count: int
    """How many versions there are, on all pages together."""
