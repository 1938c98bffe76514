"""What the functions accept, what they refuse, and what they return. Checked by mypy and pyright, and never run."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_type

import httpx

import openrouter_core
from openrouter_core import AsyncPage, OpenRouterCore, Page, RequestOptions, Result, RetryConfig, Secret
from openrouter_core.pages import Paging, by_cursor, by_offset
from openrouter_funcs.byok_create import ByokCreateError, byok_create, byok_create_async
from openrouter_funcs.byok_delete import ByokDeleteError, byok_delete, byok_delete_async
from openrouter_funcs.byok_get import ByokGetError, byok_get, byok_get_async
from openrouter_funcs.byok_list import ByokListError, byok_list, byok_list_async
from openrouter_funcs.byok_update import ByokUpdateError, byok_update, byok_update_async
from openrouter_funcs.models.byok import (
    BYOKKey,
    CreateBYOKKeyRequest,
    CreateBYOKKeyResponse,
    DeleteBYOKKeyResponse,
    GetBYOKKeyResponse,
    ListBYOKKeysResponse,
    UpdateBYOKKeyRequest,
    UpdateBYOKKeyResponse,
)

if TYPE_CHECKING:
    import httpx2

    from openrouter_core.operation import Effect


def sync_calls(core: OpenRouterCore) -> None:
    """Each function returns a `Result` of its response and its own errors."""
    assert_type(byok_list(core), Result[Page[ListBYOKKeysResponse, BYOKKey, ByokListError], ByokListError])
    created = byok_create(core, key="k", provider="openai")
    assert_type(created, Result[CreateBYOKKeyResponse, ByokCreateError])
    assert_type(byok_get(core, id="x"), Result[GetBYOKKeyResponse, ByokGetError])
    assert_type(byok_update(core, id="x"), Result[UpdateBYOKKeyResponse, ByokUpdateError])
    assert_type(byok_delete(core, id="x"), Result[DeleteBYOKKeyResponse, ByokDeleteError])


async def async_calls(core: OpenRouterCore) -> None:
    """The async twins return the same, but for the page."""
    listed = await byok_list_async(core)
    assert_type(listed, Result[AsyncPage[ListBYOKKeysResponse, BYOKKey, ByokListError], ByokListError])
    created = await byok_create_async(core, key="k", provider="openai")
    assert_type(created, Result[CreateBYOKKeyResponse, ByokCreateError])
    assert_type(await byok_get_async(core, id="x"), Result[GetBYOKKeyResponse, ByokGetError])
    assert_type(await byok_update_async(core, id="x"), Result[UpdateBYOKKeyResponse, ByokUpdateError])
    assert_type(await byok_delete_async(core, id="x"), Result[DeleteBYOKKeyResponse, ByokDeleteError])


def accepted(core: OpenRouterCore) -> None:
    """Absent, `None` and a value are three things; a request is a plain dict; unknown slugs are strings."""
    byok_list(core, limit=5, offset=None, provider="not-listed-yet", workspace_id="w", app_title="App")
    byok_list(core, limit=None, provider=None, workspace_id=None)
    byok_create(core, key=Secret("k"), provider="openai", name=None, allowed_models=["a"], declared_region="moon")
    byok_update(core, id="x", name=None, declared_zdr=None, allowed_user_ids=("u",), is_byok_only=True)
    byok_get(core, id="x", options=RequestOptions(timeout=1, headers={"X-Test": "1"}, retries=RetryConfig()))
    request: CreateBYOKKeyRequest = {"key": "k", "provider": "openai"}
    byok_create(core, **request)
    changes: UpdateBYOKKeyRequest = {"id": "x"}
    changes["name"] = None
    byok_update(core, **changes)


def refused(core: OpenRouterCore) -> None:
    """A wrong argument is an error of the type checker before it is an `Err`."""
    byok_get(core)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    byok_get(core, id=1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    byok_get(core, id=None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    byok_get(core, ids="x")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    byok_get(core, "x")  # type: ignore[call-arg, arg-type]  # pyright: ignore[reportCallIssue]
    byok_get("key", id="x")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    byok_get(core, id="x", options={"timeout": 1})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    byok_list(core, limit="5")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    byok_list(core, workspaceid="w")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    byok_create(core, key="k")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    byok_create(core, provider="openai")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    byok_create(core, key=None, provider="x")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    byok_create(core, key="k", provider="x", disabled=None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    byok_update(core, id="x", provider="openai")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    byok_update(core, id="x", allowed_models=[1])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    byok_delete(core, id="x", key="k")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    openrouter_core.OpenRouterCoer  # type: ignore[attr-defined]  # pyright: ignore  # noqa: B018, PGH003
    OpenRouterCore("key")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    OpenRouterCore(timeout="1")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    OpenRouterCore(server="staging")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    RetryConfig(strategy="backof")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def immutable(core: OpenRouterCore, credential: BYOKKey) -> None:
    """Configuration and responses are values: nothing in them can be set."""
    core.api_key = None  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
    credential.name = "other"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]


async def forgotten(core: OpenRouterCore) -> None:
    """A coroutine that is not awaited is no `Result`."""
    got: Result[GetBYOKKeyResponse, ByokGetError]
    got = byok_get_async(core, id="x")  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
    assert_type(got.unwrap(), GetBYOKKeyResponse)


def clients_of_both_libraries(sync: httpx2.Client, asynchronous: httpx2.AsyncClient) -> OpenRouterCore:
    """A core takes the clients of httpx2 as it takes those of httpx."""
    OpenRouterCore(http_client=httpx.Client(), async_http_client=httpx.AsyncClient())
    return OpenRouterCore(http_client=sync, async_http_client=asynchronous)


def newer_than_the_release() -> RequestOptions:
    """Fields that are newer, and a function that hears of progress."""

    def heard(sent: int, total: int | None) -> None: ...

    RequestOptions(progress=len)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    RequestOptions(extra_body=[1])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    return RequestOptions(extra_body={"a": [1]}, extra_query={"b": True}, progress=heard)


def list_paging() -> None:
    """What is next is worked out from the response's own type."""
    by_total: Paging[ListBYOKKeysResponse, BYOKKey] = Paging(
        items=lambda page: page.data, following=by_offset(lambda page, end: end >= page.total_count)
    )
    by_id: Paging[ListBYOKKeysResponse, BYOKKey] = Paging(
        items=lambda page: page.data,
        following=by_cursor(lambda page: {"after": page.data[-1].id} if page.data else None),
        key=lambda credential: credential.id,
    )
    assert_type((by_total, by_id), tuple[Paging[ListBYOKKeysResponse, BYOKKey], Paging[ListBYOKKeysResponse, BYOKKey]])
    wrong: Paging[ListBYOKKeysResponse, BYOKKey] = Paging(
        items=lambda page: page.data,
        following=by_offset(lambda page, end: end >= page.total),  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownLambdaType]
    )
    assert_type(wrong, Paging[ListBYOKKeysResponse, BYOKKey])


def effects() -> None:
    """There are four, and no others."""
    table: dict[Effect, str] = {"read": "", "set": "", "add": "", "run": ""}
    table["write"] = ""  # type: ignore[index]  # pyright: ignore[reportArgumentType]


def a_list_of_statuses() -> RequestOptions:
    """Any collection of statuses will do."""
    return RequestOptions(retry_codes=["429"])
