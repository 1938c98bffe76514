"""A FastAPI service over OpenRouter: each Result becomes an HTTP status, and nobody waits for a client that has gone.

    python -m openrouter_core.testing --seed 3 -- uvicorn --app-dir docs/examples fastapi_service:app --port 8000

Then `curl -i http://127.0.0.1:8000/credentials?provider=openai`. That is on a local OpenRouter; for your own account
set OPENROUTER_API_KEY, and start at `uvicorn`. Needed: `pip install 'openrouter-funcs[testing]' fastapi`.

- One core for the application: opened and checked at its start, closed at its end, shared by all requests.
- One table from errors to statuses. A type checker sees that no error is missing.
- A read whose client disconnects is cancelled, and so is its request to OpenRouter. A write is let finish: cancelled in
  the middle, nobody could say whether it was done.
- What the service takes is a model of its own, so that its clients set nothing but what they may, and what it answers
  is JSON of ours.
"""

from __future__ import annotations

from contextlib import asynccontextmanager
from math import ceil
from typing import TYPE_CHECKING, Annotated, TypeAlias, TypedDict, assert_never

import anyio
from fastapi import Depends, FastAPI, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, SecretStr

from openrouter_core import Err, Ok, OpenRouterCore, Result, errors, jsonable
from openrouter_funcs.byok_create import ByokCreateError, byok_create_async
from openrouter_funcs.byok_delete import ByokDeleteError, byok_delete_async
from openrouter_funcs.byok_get import ByokGetError, byok_get_async
from openrouter_funcs.byok_list import ByokListError, byok_list_async
from openrouter_funcs.byok_update import ByokUpdateError, byok_update_async
from openrouter_funcs.models.byok import ListBYOKKeysResponse

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable

Failure: TypeAlias = ByokCreateError | ByokDeleteError | ByokGetError | ByokListError | ByokUpdateError

CLIENT_CLOSED_REQUEST = 499  # nginx's number; nobody is left to read it


class State(TypedDict):
    """What the application's requests share."""

    core: OpenRouterCore


@asynccontextmanager
async def lifespan(_: FastAPI) -> AsyncGenerator[State]:
    """Open one core for the application; a wrong setting ends it here, not at the first request."""
    async with OpenRouterCore(deadline=20) as core:
        core.check().unwrap()
        yield {"core": core}


app = FastAPI(lifespan=lifespan)


def shared_core(request: Request) -> OpenRouterCore:
    """Return the application's core."""
    core: OpenRouterCore = request.state.core
    return core


Core = Annotated[OpenRouterCore, Depends(shared_core)]


class NewCredential(BaseModel):
    """The body of a create."""

    provider: str
    key: SecretStr
    name: str | None = None


class NewKey(BaseModel):
    """The body of a rotation."""

    key: SecretStr


@app.get("/credentials")
async def list_credentials(request: Request, core: Core, provider: str) -> Response:
    """List the credentials of a provider."""
    return await unless_gone(request, all_of(core, provider))


@app.get("/credentials/{credential_id}")
async def get_credential(request: Request, core: Core, credential_id: str) -> Response:
    """Show one credential."""
    return await unless_gone(request, byok_get_async(core, id=credential_id))


@app.post("/credentials")
async def create_credential(core: Core, new: NewCredential) -> Response:
    """Create a credential; on `"outcome": "unknown"`, list before you create it again."""
    key = new.key.get_secret_value()
    return answer(await byok_create_async(core, provider=new.provider, key=key, name=new.name), 201)


@app.delete("/credentials/{credential_id}")
async def delete_credential(core: Core, credential_id: str) -> Response:
    """Delete a credential."""
    return answer(await byok_delete_async(core, id=credential_id))


@app.put("/credentials/{credential_id}/key")
async def rotate_key(core: Core, credential_id: str, new: NewKey) -> Response:
    """Give a credential a new key."""
    return answer(await byok_update_async(core, id=credential_id, key=new.key.get_secret_value()))


async def all_of(core: OpenRouterCore, provider: str) -> Result[ListBYOKKeysResponse, ByokListError]:
    """Return all pages as one list."""
    match await byok_list_async(core, provider=provider, limit=100):
        case Ok(page):
            keys = await page.collect()
            return keys.map(lambda data: ListBYOKKeysResponse(data=tuple(data), total_count=len(data)))
        case Err(error):
            return Err(error)


# --- From results to responses -----------------------------------------------------------------------------------


def answer(result: Result[object, Failure], status: int = 200) -> Response:
    """Return what the service answers; `status` is that of success."""
    match result:
        case Ok(value):
            return JSONResponse(jsonable(value), status)
        case Err(error):
            wait = error.retry_after if isinstance(error, errors.OpenRouterError) else None
            headers = {"Retry-After": str(ceil(wait))} if wait is not None else None
            return JSONResponse({"error": str(error), "outcome": error.outcome}, status_of(error), headers)


def status_of(error: Failure) -> int:  # noqa: PLR0911 - one for each status
    """Return the status for an error: 4xx when our client is to blame, 502 to 504 when OpenRouter or the way is."""
    match error:
        case errors.BadRequestResponseError() | errors.SDKValidationError():
            return 400
        case errors.NotFoundResponseError():
            return 404
        case errors.ConflictResponseError():
            return 409
        case (
            errors.UnauthorizedResponseError()  # our key, not our client's
            | errors.ForbiddenResponseError()
            | errors.InvalidRequestError()
            | errors.UnexpectedClientError()
        ):
            return 500
        case errors.OpenRouterDefaultError(status_code=429 | 503) | errors.RequestAbortedError():
            return 503
        case errors.RequestTimeoutError():
            return 504
        case (
            errors.InternalServerResponseError()
            | errors.OpenRouterDefaultError()
            | errors.ResponseValidationError()
            | errors.RequestConnectionError()
            | errors.PaginationError()
        ):
            return 502
        case _:
            assert_never(error)


async def unless_gone(request: Request, call: Awaitable[Result[object, Failure]]) -> Response:
    """Answer with the result of `call`, or cancel it as soon as the client has gone."""
    response = Response(status_code=CLIENT_CLOSED_REQUEST)

    async def cancel_when_gone() -> None:
        while (await request.receive())["type"] != "http.disconnect":
            pass
        group.cancel_scope.cancel()

    async with anyio.create_task_group() as group:
        group.start_soon(cancel_when_gone)
        response = answer(await call)
        group.cancel_scope.cancel()
    return response
