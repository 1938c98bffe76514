"""A small service: keep a provider's key at OpenRouter, under a name, and say what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, assert_never

from openrouter_core import Err, Ok, errors
from openrouter_funcs.byok_create import ByokCreateError, byok_create
from openrouter_funcs.byok_list import ByokListError, byok_list
from openrouter_funcs.byok_update import ByokUpdateError, byok_update

if TYPE_CHECKING:
    from openrouter_core import OpenRouterCore, Result

Failure: TypeAlias = ByokListError | ByokCreateError | ByokUpdateError


@dataclass(frozen=True)
class Stored:
    """OpenRouter holds the key."""

    id: str
    is_new: bool


@dataclass(frozen=True)
class Refused:
    """It will not be stored, however often we ask: somebody has to look."""

    why: str


@dataclass(frozen=True)
class TryLater:
    """It did not work now. Asking again for the same thing does no harm."""

    why: str
    after_seconds: float | None = None


def store_key(core: OpenRouterCore, *, provider: str, name: str, key: str) -> Stored | Refused | TryLater:
    """Make sure that the credential `name` exists and holds `key`."""
    match _find(core, provider, name):
        case Ok(known):
            return _create(core, provider, name, key) if known is None else _rotate(core, known, key)
        case Err(error):
            return _failed(error)


def _find(core: OpenRouterCore, provider: str, name: str) -> Result[str | None, ByokListError]:
    match byok_list(core, provider=provider, limit=100):
        case Err(error):
            return Err(error)
        case Ok(page):
            for item in page.items():  # walks every page; a later one can fail as well
                match item:
                    case Err(error):
                        return Err(error)
                    case Ok(credential):
                        if credential.name == name:
                            return Ok(credential.id)
            return Ok(None)


def _create(core: OpenRouterCore, provider: str, name: str, key: str) -> Stored | Refused | TryLater:
    match byok_create(core, provider=provider, name=name, key=key):
        case Ok(created):
            return Stored(created.data.id, is_new=True)
        case Err(error):
            # It may be there all the same. Look, before the next try creates a second one.
            found = Ok(None) if error.outcome == "not_applied" else _find(core, provider, name)
            return Stored(found.value, is_new=True) if found.ok and found.value else _failed(error)


def _rotate(core: OpenRouterCore, credential_id: str, key: str) -> Stored | Refused | TryLater:
    match byok_update(core, id=credential_id, key=key):
        case Ok(_):
            return Stored(credential_id, is_new=False)
        case Err(error):
            return _failed(error)


def _failed(error: Failure) -> Refused | TryLater:
    match error:
        case (
            errors.BadRequestResponseError()
            | errors.UnauthorizedResponseError()
            | errors.ForbiddenResponseError()
            | errors.SDKValidationError()
            | errors.InvalidRequestError()
        ):
            return Refused(str(error))
        case (
            errors.NotFoundResponseError()  # deleted since we looked
            | errors.ConflictResponseError()
            | errors.InternalServerResponseError()
            | errors.OpenRouterDefaultError()
            | errors.ResponseValidationError()
        ):
            return TryLater(str(error), error.retry_after)
        case (
            errors.RequestConnectionError()
            | errors.RequestTimeoutError()
            | errors.RequestAbortedError()
            | errors.UnexpectedClientError()
            | errors.PaginationError()
        ):
            return TryLater(str(error))
        case _:
            assert_never(error)
