# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Vault: requests and responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Sequence
from typing import Literal, Required

from openrouter_core.model import frozen
from openrouter_core.operation import Attribution
from openrouter_core.secret import Secret

__all__ = [
    "ListInternConnectionsResponse",
    "ListInternConnectionsResponseDataItem",
    "VaultCopyVaultSecretsToInternRequest",
    "VaultDeleteInternVaultSecretRequest",
    "VaultDeleteVaultSecretRequest",
    "VaultEffectiveSecret",
    "VaultEffectiveSecretListResponse",
    "VaultListInternConnectionsRequest",
    "VaultListInternEffectiveVaultSecretsRequest",
    "VaultListInternVaultSecretsRequest",
    "VaultListVaultSecretsRequest",
    "VaultSecret",
    "VaultSecretCopyResponse",
    "VaultSecretListResponse",
    "VaultSecretResponse",
    "VaultSecretWriteRequestBody",
    "VaultStoreInternVaultSecretRequest",
    "VaultStoreVaultSecretRequest",
]


class VaultCopyVaultSecretsToInternRequest(Attribution, total=False):
    """What `vault_copy_vault_secrets_to_intern` takes."""

    intern_id: Required[str]
    """The intern's id (a UUID), in the key's workspace."""
    names: Required[Sequence[str]]
    """The names of the workspace's secrets to copy, 1 to 100, each once."""


@frozen(kw_only=True)
class VaultSecret:
    """What is known of a secret, beside its value."""

    created_at: str
    """When it was created, in ISO 8601."""
    fingerprint: str | None
    """A hash of the value, made with a key of the vault (HMAC-SHA-256): equal for equal values in one vault, but not
    comparable between vaults. `None` for an older secret."""
    hosts: tuple[str, ...] | None
    """The only hostnames that the secret may be sent to; `None` for an older secret, which gets hosts when you store it
    again."""
    name: str
    """The secret's name, such as `"github_token"`."""


@frozen(kw_only=True)
class VaultSecretCopyResponse:
    """What an intern got from the workspace's secrets."""

    data: tuple[VaultSecret, ...]
    """The copies, one for each name, without their values."""


class VaultDeleteInternVaultSecretRequest(Attribution, total=False):
    """What `vault_delete_intern_vault_secret` takes."""

    intern_id: Required[str]
    """The intern's id (a UUID), in the key's workspace."""
    name: Required[str]
    """The secret's name: 1 to 255 lowercase letters, digits and single underscores, with a letter first and no
    underscore last."""


class VaultDeleteVaultSecretRequest(Attribution, total=False):
    """What `vault_delete_vault_secret` takes."""

    name: Required[str]
    """The secret's name: 1 to 255 lowercase letters, digits and single underscores, with a letter first and no
    underscore last."""


class VaultListInternConnectionsRequest(Attribution, total=False):
    """What `vault_list_intern_connections` takes."""

    intern_id: Required[str]
    """The intern's id (a UUID), in the key's workspace."""


@frozen(kw_only=True)
class ListInternConnectionsResponseDataItem:
    """A connection of an intern to another service."""

    key: str
    """Which service it is: `"github"`, `"slack"`, `"google"`, an MCP server from the catalog such as `"linear"`, or
    `"mcp:<host>"` for another MCP server."""


@frozen(kw_only=True)
class ListInternConnectionsResponse:
    """The connections that an intern can use."""

    data: tuple[ListInternConnectionsResponseDataItem, ...]
    """The connections, without their credentials."""


class VaultListInternEffectiveVaultSecretsRequest(Attribution, total=False):
    """What `vault_list_intern_effective_vault_secrets` takes."""

    intern_id: Required[str]
    """The intern's id (a UUID), in the key's workspace."""
    limit: int
    """How many secrets a page holds at most, 1 to 100; absent for 100."""
    offset: int
    """How many secrets to skip before the first page, 0 to 10000; absent for 0."""


@frozen(kw_only=True)
class VaultEffectiveSecret:
    """What is known of the secret that an intern's requests get under a name, beside its value."""

    created_at: str
    """When it was created, in ISO 8601."""
    fingerprint: str | None
    """A hash of the value, comparable only within one vault; `None` for an older secret."""
    hosts: tuple[str, ...] | None
    """The only hostnames to which requests carry the secret; other requests carry none of this name, even if another
    vault has one. `None` for any hostname."""
    name: str
    """The name that the secret goes by, such as `"github_token"`."""
    scope: Literal["intern", "attached", "workspace"] | str
    """Which vault the secret is in: the intern's own, one that is attached to the intern, or the workspace's."""


@frozen(kw_only=True)
class VaultEffectiveSecretListResponse:
    """One page of the secrets that an intern's requests get."""

    data: tuple[VaultEffectiveSecret, ...]
    """The secrets, one for each name, without their values."""
    has_more: bool
    """Whether there are more secrets after this page."""


class VaultListInternVaultSecretsRequest(Attribution, total=False):
    """What `vault_list_intern_vault_secrets` takes."""

    intern_id: Required[str]
    """The intern's id (a UUID), in the key's workspace."""
    limit: int
    """How many secrets a page holds at most, 1 to 100; absent for 100."""
    offset: int
    """How many secrets to skip before the first page, 0 to 10000; absent for 0."""


@frozen(kw_only=True)
class VaultSecretListResponse:
    """One page of secrets, without their values."""

    data: tuple[VaultSecret, ...]
    """The secrets, in the order of their names."""
    has_more: bool
    """Whether there are more secrets after this page."""


class VaultListVaultSecretsRequest(Attribution, total=False):
    """What `vault_list_vault_secrets` takes."""

    limit: int
    """How many secrets a page holds at most, 1 to 100; absent for 100."""
    offset: int
    """How many secrets to skip before the first page, 0 to 10000; absent for 0."""


class VaultSecretWriteRequestBody(Attribution, total=False):
    """The body that several functions take."""

    hosts: Required[Sequence[str]]
    """1 to 100 hostnames that may get the secret, such as `"api.example.com"`; each counts exactly, without a scheme, a
    port, a path or wildcards. Capitals become small, a dot at the end is dropped, and what then is there twice counts
    once."""
    value: Required[str | Secret]
    """The secret itself, 1 to 65536 characters. OpenRouter encrypts it and never returns it; this package never shows
    it."""


class VaultStoreInternVaultSecretRequest(VaultSecretWriteRequestBody, total=False):
    """What `vault_store_intern_vault_secret` takes."""

    intern_id: Required[str]
    """The intern's id (a UUID), in the key's workspace."""
    name: Required[str]
    """The secret's name: 1 to 255 lowercase letters, digits and single underscores, with a letter first and no
    underscore last."""


@frozen(kw_only=True)
class VaultSecretResponse:
    """The secret that was stored, without its value."""

    data: VaultSecret
    """What is known of the secret."""


class VaultStoreVaultSecretRequest(VaultSecretWriteRequestBody, total=False):
    """What `vault_store_vault_secret` takes."""

    name: Required[str]
    """The secret's name: 1 to 255 lowercase letters, digits and single underscores, with a letter first and no
    underscore last."""
