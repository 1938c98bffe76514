"""How a `Result` narrows, and composes. Checked by mypy and pyright, and never run."""

from __future__ import annotations

from typing import assert_never, assert_type

from openrouter_core import AsyncPage, Err, Ok, OpenRouterCore, Page, Response, Result, all_ok, unwrap
from openrouter_funcs.byok_create import ByokCreateError, byok_create
from openrouter_funcs.byok_get import ByokGetError, byok_get
from openrouter_funcs.byok_list import ByokListError, byok_list
from openrouter_funcs.models.byok import BYOKKey, CreateBYOKKeyResponse, GetBYOKKeyResponse, ListBYOKKeysResponse

Got = Result[GetBYOKKeyResponse, ByokGetError]
CredentialsPage = Page[ListBYOKKeysResponse, BYOKKey, ByokListError]
AsyncCredentialsPage = AsyncPage[ListBYOKKeysResponse, BYOKKey, ByokListError]


def by_match(result: Got) -> None:
    """`match` captures value and error, and is exhaustive with two cases."""
    match result:
        case Ok(value):
            assert_type(value, GetBYOKKeyResponse)
        case Err(error):
            assert_type(error, ByokGetError)
        case _:
            assert_never(result)


def by_ok(result: Got) -> None:
    """`if result.ok:` is enough."""
    if result.ok:
        assert_type(result.value, GetBYOKKeyResponse)
        assert_type(result.response, Response | None)
    else:
        assert_type(result.error, ByokGetError)


def by_not_ok(result: Got) -> BYOKKey | None:
    """So is the way out early."""
    if not result.ok:
        assert_type(result.error, ByokGetError)
        return None
    return result.value.data


def by_is_true(result: Got) -> None:
    """`is True` and `is False` narrow as well."""
    if result.ok is True:
        assert_type(result, Ok[GetBYOKKeyResponse])
    if result.ok is False:
        assert_type(result, Err[ByokGetError])


def by_isinstance(result: Got) -> None:
    """And `isinstance` does."""
    if isinstance(result, Ok):
        assert_type(result.value, GetBYOKKeyResponse)
    else:
        assert_type(result.error, ByokGetError)


def composed(core: OpenRouterCore, result: Got) -> None:
    """`map`, `map_err`, `and_then`, `unwrap` and `unwrap_or` keep track of both types."""
    assert_type(result.map(lambda got: got.data.id), Result[str, ByokGetError])
    assert_type(result.map_err(str), Result[GetBYOKKeyResponse, str])
    everything = byok_list(core).and_then(lambda page: page.collect())
    assert_type(everything.map(lambda found: [one.label for one in found]).unwrap(), list[str])
    assert_type(everything.map(lambda found: {one.id: one for one in found}).unwrap(), dict[str, BYOKKey])
    assert_type(everything.map(lambda found: sum(1 for one in found if one.disabled)).unwrap(), int)
    assert_type(result.unwrap(), GetBYOKKeyResponse)
    assert_type(unwrap(result), GetBYOKKeyResponse)
    assert_type(result.unwrap_or(None), GetBYOKKeyResponse | None)

    def copy(got: GetBYOKKeyResponse) -> Result[CreateBYOKKeyResponse, ByokCreateError]:
        return byok_create(core, key="k", provider=got.data.provider)

    assert_type(
        byok_get(core, id="x").and_then(copy),
        Ok[CreateBYOKKeyResponse] | Err[ByokCreateError] | Err[ByokGetError],
    )


async def composed_async(core: OpenRouterCore, result: Got) -> None:
    """`and_then_async`, `or_else`, `unwrap_or_else` and `all_ok` keep track of both types, too."""

    async def copy(got: GetBYOKKeyResponse) -> Result[CreateBYOKKeyResponse, ByokCreateError]:
        return byok_create(core, key="k", provider=got.data.provider)

    copied = await result.and_then_async(copy)
    assert_type(copied, Ok[CreateBYOKKeyResponse] | Err[ByokCreateError] | Err[ByokGetError])

    def instead(error: ByokGetError) -> Result[int, str]:
        return Ok(len(error.message))

    assert_type(result.or_else(instead), Ok[GetBYOKKeyResponse] | Ok[int] | Err[str])
    assert_type(result.unwrap_or_else(lambda error: error.attempts), GetBYOKKeyResponse | int)
    assert_type(all_ok([result, result]), Result[list[GetBYOKKeyResponse], ByokGetError])
    assert_type(byok_list(core).and_then(lambda page: all_ok(page.items())), Result[list[BYOKKey], ByokListError])


def taken_for_its_value(result: Got, ok: Ok[BYOKKey], err: Err[ByokGetError]) -> None:
    """To ask a result for what its value or its error has is an error."""
    result.data  # type: ignore[union-attr]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]  # noqa: B018
    ok.label  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]  # noqa: B018
    err.message  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]  # noqa: B018


def covariant(result: Got) -> None:
    """A result of something narrower is one of something wider, and not the other way round."""

    def wider(_: Result[object, Exception]) -> None: ...

    def other(_: Result[GetBYOKKeyResponse, ByokCreateError]) -> None: ...

    wider(result)
    other(result)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def pages(page: CredentialsPage) -> None:
    """A page knows its response, its items and its errors."""
    assert_type(page.result.total_count, int)
    assert_type(page.next(), Result[CredentialsPage, ByokListError] | None)
    assert_type(page.collect(), Result[list[BYOKKey], ByokListError])
    for following in page:
        assert_type(following, Result[CredentialsPage, ByokListError])
    for item in page.items():
        assert_type(item, Result[BYOKKey, ByokListError])


async def async_pages(page: AsyncCredentialsPage) -> None:
    """An async page is the same, awaited."""
    assert_type(await page.next(), Result[AsyncCredentialsPage, ByokListError] | None)
    assert_type(await page.collect(max_items=5), Result[list[BYOKKey], ByokListError])
    async for following in page:
        assert_type(following, Result[AsyncCredentialsPage, ByokListError])
    async for item in page.items():
        assert_type(item, Result[BYOKKey, ByokListError])
    for _ in page:  # type: ignore[attr-defined]  # pyright: ignore[reportGeneralTypeIssues, reportUnknownVariableType]
        pass
