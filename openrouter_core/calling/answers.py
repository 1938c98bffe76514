"""What a response means: the `Result` of an answered request.

A pure function from values to values. Whether to try again is decided in `policy`. The errors of responses stand in
`failures`, a file of its own because a call that goes well does not load it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from openrouter_core.loading import LOADING
from openrouter_core.result import Err, Ok, Result
from openrouter_core.types.jsontext import UnreadableBodyError
from openrouter_core.types.reading import decode

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from openrouter_core.errors import OpenRouterError
    from openrouter_core.http.wire import Response
    from openrouter_core.operation import Operation
    from openrouter_core.secret import Secret

__all__ = ["answer"]

T = TypeVar("T")


def answer(
    operation: Operation[T, object],
    response: Response,
    *,
    secrets: Callable[[], Collection[Secret]],
    now: Callable[[], float],
    keyless: Callable[[], bool],
) -> Result[T, OpenRouterError]:
    """Return what `response` means for `operation`; in an error, secrets that the server echoed are masked.

    Args:
        operation: What was asked for.
        response: What the server answered.
        secrets: Gives the secrets that were sent; asked for an error only.
        now: Gives the time of day, in seconds since 1970, for a `Retry-After` that is a date.
        keyless: Tells whether the core has no key, which the error of a 401 then says.
    """
    status, kind = operation.success
    fault = None
    if response.status_code == status and response.is_json:
        try:
            return Ok(decode(kind, _whole(response)), response=response)
        except UnreadableBodyError as error:
            fault = str(error)
    with LOADING:
        from openrouter_core.calling.failures import answered

    return Err(answered(operation, response, fault, secrets=secrets(), now=now(), keyless=keyless()))


def _whole(response: Response) -> bytes:
    if response.unreadable is not None:
        raise UnreadableBodyError(f"it {response.unreadable}")
    return response.body
