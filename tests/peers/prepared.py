"""Calls made ready for a server: what their arguments name is created there first, for each call anew."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from itertools import count
from typing import TYPE_CHECKING, Any

from openrouter_core import unwrap
from openrouter_funcs._generate.names import snake
from tests.peers import ours
from tests.peers.calls import Call, every_call

if TYPE_CHECKING:
    from collections.abc import Callable

    from openrouter_core import OpenRouterCore
    from openrouter_core.testing import LocalOpenRouter
    from openrouter_core.testing.accounts import Account

    Arguments = dict[str, Any]

CASES = {"least", "stream"}
MODEL = "openai/gpt-5"
INTERN = "00000000-0000-4000-8000-000000000000"
JWT = ".".join(urlsafe_b64encode(each).decode().rstrip("=") for each in (b'{"alg":"none"}', b"{}", b"signature"))


class Prepared:
    """What a server has, made by our own functions as calls need it."""

    def __init__(self, server: LocalOpenRouter, core: OpenRouterCore) -> None:
        self._server = server
        self._core = core
        self._number = count(1)
        self._least = {call.each.function: call for call in every_call() if call.case == "least"}

    def calls(self) -> list[Call]:
        """Return every call with the arguments that it needs, whole and as a stream."""
        return [self._ready(call) for call in every_call() if call.case in CASES]

    def ask(self, function: str, **given: object) -> Any:  # noqa: ANN401 - whatever the function returns
        """Return what a function answers to the arguments that it needs, some of which are `given`."""
        call = self._ready(self._least[function], given)
        return unwrap(ours.result(self._core, call))

    def name(self) -> str:
        """Return a name that nothing has yet."""
        return f"name_{next(self._number)}"

    def _ready(self, call: Call, given: Arguments | None = None) -> Call:
        """Return the call with what it names made, unless some of its arguments are `given`."""
        paths = [make for part, make in PATHS.items() if part in call.each.path and not given]
        made: Arguments = {}
        for make in [*paths, NEEDED.get(call.each.function, _nothing)]:
            made |= make(self)
        has = {snake(one.wire) for one in call.each.parameters}
        fitting = {name: value for name, value in made.items() if name in has}
        return call._replace(arguments=call.arguments | fitting | (given or {}))

    def container_file(self) -> Arguments:
        """Keep a file as a sandbox would have made it, which no request can."""
        return {"container_id": "container", "file_id": self._server.add_container_file("container", "a.txt", b"Hello")}

    @property
    def account(self) -> Account:
        """Whose account it is."""
        return self._server.account


def _nothing(_: Prepared) -> Arguments:
    return {}


def _version(prepared: Prepared) -> Arguments:
    slug = prepared.name()
    prepared.ask("presets_create_presets_chat_completions", slug=slug)
    return {"slug": slug, "version": "1"}


def _secret(prepared: Prepared, function: str, **place: str) -> Arguments:
    name = prepared.name()
    prepared.ask(function, name=name, **place)
    return {"name": name, **place}


def _budget(prepared: Prepared) -> Arguments:
    workspace = prepared.ask("workspaces_create").data.id
    prepared.ask("workspaces_set_budget", workspace_ref=workspace, interval="daily")
    return {"workspace_ref": workspace, "interval": "daily"}


def _model(name: str) -> Arguments:
    author, _, slug = name.partition("/")
    return {"author": author, "slug": slug}


def _endpoint(prepared: Prepared, *steps: str) -> Arguments:
    workspace = {"workspace_id": prepared.account.default_workspace_id}
    prepared.ask("byok_create", provider="openai")
    leading = {"provider_slug": "openai", "base_url": "https://models.example", "model_permaslug": MODEL}
    place = {"id": prepared.ask("private_endpoints_create", **leading).data.id}
    for step in steps:
        prepared.ask(f"private_endpoints_{step}", **(place | workspace if step == "validate" else place))
    return place | workspace


def _named(name: str, function: str, value: Callable[[Any], str]) -> Callable[[Prepared], Arguments]:
    return lambda prepared: {name: value(prepared.ask(function))}


# What the path of an operation names, by a part of it; a later one goes before an earlier one.
PATHS: dict[str, Callable[[Prepared], Arguments]] = {
    "/batches/{id}": _named("id", "batch_create_batches", lambda made: made.id),
    "/byok/{id}": _named("id", "byok_create", lambda made: made.data.id),
    "/external-users/{user}": lambda prepared: {"user": prepared.ask("external_users_create").data.user},
    "/files/{file_id}": _named("file_id", "files_upload", lambda made: made.id),
    "/containers/{container_id}": lambda prepared: prepared.container_file(),
    "/guardrails/{id}": _named("id", "guardrails_create", lambda made: made.data.id),
    "/keys/{hash}": _named("hash", "api_keys_create", lambda made: made.data.hash),
    "/{author}/{slug}": lambda _: _model(MODEL),
    "/observability/destinations/{id}": _named("id", "observability_create", lambda made: made.data.id),
    "/presets/{slug}": _version,
    "/private-endpoints/{id}": _endpoint,
    "/scim/group-mappings/{id}": _named("id", "scim_create", lambda made: made.data.id),
    "/scim/sync-jobs/{id}": _named("id", "scim_create_sync_job", lambda made: made.data.id),
    "/vault/interns/{internId}": lambda _: {"intern_id": INTERN},
    "/vault/secrets/{name}": lambda prepared: _secret(prepared, "vault_store_vault_secret"),
    "/videos/{jobId}": _named("job_id", "video_generation_generate", lambda made: made.id),
    "/workspaces/{id}": _named("id", "workspaces_create", lambda made: made.data.id),
    "/workspaces/{workspace_ref}/budgets": _budget,
}
# What else an operation needs, by its function.
NEEDED: dict[str, Callable[[Prepared], Arguments]] = {
    "api_keys_update": lambda prepared: {"name": prepared.name()},
    "external_users_create": lambda prepared: {"user": prepared.name()},
    "generations_get_generation": _named("id", "chat_send", lambda made: made.id),
    "generations_list_generation_content": _named("id", "chat_send", lambda made: made.id),
    "generations_submit_feedback": _named("generation_id", "chat_send", lambda made: made.id),
    "guardrails_bulk_assign_keys": lambda prepared: {"key_hashes": [prepared.account.api_key_hash]},
    "guardrails_bulk_assign_members": lambda prepared: {"member_user_ids": [prepared.account.add_member()]},
    "guardrails_bulk_unassign_keys": lambda prepared: {"key_hashes": [prepared.account.api_key_hash]},
    "guardrails_bulk_unassign_members": lambda prepared: {"member_user_ids": [prepared.account.add_member()]},
    "images_list_model_endpoints": lambda prepared: _model(prepared.ask("images_list_models").data[0].id),
    "oauth_create_oauth_token": lambda _: {"subject_token": JWT},
    "oauth_exchange_auth_code_for_api_key": _named(
        "code", "oauth_create_auth_code", lambda made: made.data.id.reveal()
    ),
    "observability_create": lambda prepared: {"name": prepared.name()},
    "private_endpoints_activate": lambda prepared: _endpoint(prepared, "validate"),
    "private_endpoints_disable": lambda prepared: _endpoint(prepared, "validate", "activate"),
    "private_endpoints_enable": lambda prepared: _endpoint(prepared, "validate", "activate", "disable"),
    "scim_create": lambda prepared: {
        "scim_group_id": prepared.ask("scim_list_groups").result.data[0].id,
        "workspace_id": prepared.ask("workspaces_create").data.id,
    },
    "stt_create_transcription_multipart": lambda _: {"file": "RIFF...."},
    "tools_get_tool": _named("name", "tools_list_tools", lambda made: made.result.data[0].id),
    "vault_copy_vault_secrets_to_intern": lambda prepared: {
        "names": [_secret(prepared, "vault_store_vault_secret")["name"]]
    },
    "vault_delete_intern_vault_secret": lambda prepared: _secret(
        prepared, "vault_store_intern_vault_secret", intern_id=INTERN
    ),
    "vault_store_intern_vault_secret": lambda prepared: {"name": prepared.name()},
    "workspaces_bulk_add_members": lambda prepared: {"user_ids": [prepared.account.add_member()]},
    "workspaces_bulk_remove_members": lambda prepared: {"user_ids": [prepared.account.add_member()]},
    "workspaces_create": lambda prepared: {"slug": prepared.name().replace("_", "-")},
}
