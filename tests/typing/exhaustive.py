"""Every error of every function can be matched, and none forgotten. Checked by mypy and pyright, and never run."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from openrouter_core.errors import (
    BadRequestResponseError,
    CommonError,
    ConflictResponseError,
    ForbiddenResponseError,
    InternalServerResponseError,
    InvalidRequestError,
    NotFoundResponseError,
    OpenRouterDefaultError,
    PaginationError,
    RequestAbortedError,
    RequestConnectionError,
    RequestTimeoutError,
    ResponseValidationError,
    SDKValidationError,
    UnauthorizedResponseError,
    UnexpectedClientError,
)

if TYPE_CHECKING:
    from openrouter_funcs.byok_create import ByokCreateError
    from openrouter_funcs.byok_delete import ByokDeleteError
    from openrouter_funcs.byok_get import ByokGetError
    from openrouter_funcs.byok_list import ByokListError
    from openrouter_funcs.byok_update import ByokUpdateError


def common(error: CommonError) -> str:
    """What every function may return."""
    match error:
        case OpenRouterDefaultError() | ResponseValidationError():
            return error.outcome + str(error.status_code)
        case RequestConnectionError() | RequestTimeoutError() | RequestAbortedError():
            return error.outcome + str(error.transient)
        case InvalidRequestError() | UnexpectedClientError():
            return error.message
        case SDKValidationError():
            return error.parameter
        case _:
            assert_never(error)


def of_create(error: ByokCreateError) -> str:
    """`byok_create` returns these beside the common ones."""
    match error:
        case BadRequestResponseError():
            name = "BadRequestResponseError"
        case UnauthorizedResponseError():
            name = "UnauthorizedResponseError"
        case ForbiddenResponseError():
            name = "ForbiddenResponseError"
        case InternalServerResponseError():
            name = "InternalServerResponseError"
        case _:
            name = common(error)
    return name


def of_delete(error: ByokDeleteError) -> str:
    """`byok_delete` returns these beside the common ones."""
    match error:
        case UnauthorizedResponseError():
            name = "UnauthorizedResponseError"
        case ForbiddenResponseError():
            name = "ForbiddenResponseError"
        case NotFoundResponseError():
            name = "NotFoundResponseError"
        case InternalServerResponseError():
            name = "InternalServerResponseError"
        case _:
            name = common(error)
    return name


def of_get(error: ByokGetError) -> str:
    """`byok_get` returns these beside the common ones."""
    match error:
        case UnauthorizedResponseError():
            name = "UnauthorizedResponseError"
        case ForbiddenResponseError():
            name = "ForbiddenResponseError"
        case NotFoundResponseError():
            name = "NotFoundResponseError"
        case InternalServerResponseError():
            name = "InternalServerResponseError"
        case _:
            name = common(error)
    return name


def of_list(error: ByokListError) -> str:
    """`byok_list` returns these beside the common ones."""
    match error:
        case BadRequestResponseError():
            name = "BadRequestResponseError"
        case UnauthorizedResponseError():
            name = "UnauthorizedResponseError"
        case ForbiddenResponseError():
            name = "ForbiddenResponseError"
        case InternalServerResponseError():
            name = "InternalServerResponseError"
        case PaginationError():
            name = "PaginationError"
        case _:
            name = common(error)
    return name


def of_update(error: ByokUpdateError) -> str:
    """`byok_update` returns these beside the common ones."""
    match error:
        case BadRequestResponseError():
            name = "BadRequestResponseError"
        case UnauthorizedResponseError():
            name = "UnauthorizedResponseError"
        case ForbiddenResponseError():
            name = "ForbiddenResponseError"
        case NotFoundResponseError():
            name = "NotFoundResponseError"
        case ConflictResponseError():
            name = "ConflictResponseError"
        case InternalServerResponseError():
            name = "InternalServerResponseError"
        case _:
            name = common(error)
    return name


# One case is forgotten in each of these, and both checkers notice.


def of_create_forgetting(error: ByokCreateError) -> None:
    """InternalServerResponseError is forgotten."""
    if isinstance(error, BadRequestResponseError | UnauthorizedResponseError | ForbiddenResponseError):
        return
    common(error)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def of_delete_forgetting(error: ByokDeleteError) -> None:
    """NotFoundResponseError is forgotten."""
    if isinstance(error, UnauthorizedResponseError | ForbiddenResponseError | InternalServerResponseError):
        return
    common(error)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def of_get_forgetting(error: ByokGetError) -> None:
    """ForbiddenResponseError is forgotten."""
    if isinstance(error, UnauthorizedResponseError | NotFoundResponseError | InternalServerResponseError):
        return
    common(error)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def of_list_forgetting(error: ByokListError) -> None:
    """PaginationError is forgotten."""
    if isinstance(
        error,
        BadRequestResponseError | UnauthorizedResponseError | ForbiddenResponseError | InternalServerResponseError,
    ):
        return
    common(error)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def of_update_forgetting(error: ByokUpdateError) -> None:
    """ConflictResponseError is forgotten."""
    if isinstance(
        error,
        BadRequestResponseError
        | UnauthorizedResponseError
        | ForbiddenResponseError
        | NotFoundResponseError
        | InternalServerResponseError,
    ):
        return
    common(error)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def common_forgetting(error: CommonError) -> None:
    """All but `SDKValidationError` are forgotten."""
    match error:
        case SDKValidationError():
            return
        case _:
            assert_never(error)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
