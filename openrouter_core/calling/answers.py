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

    What only an error needs is given by functions: the secrets that were sent, the time of day in seconds since 1970,
    and whether neither core nor call has a key.
    """
    status, kind = operation.success
    promised = response.status_code == status and response.is_json
    fault = f"it {response.unreadable}" if promised and response.unreadable is not None else None
    if promised and fault is None:
        try:
            return Ok(decode(kind, response.body), response=response)
        except UnreadableBodyError as error:
            fault = str(error)
    with LOADING:
        from openrouter_core.calling.failures import answered

    return Err(answered(operation, response, fault, secrets=secrets(), now=now(), keyless=keyless()))
