"""An AWS Lambda function behind API Gateway: everything is loaded at import, and all invocations share one core.

    python -m openrouter_core.testing --seed 3 -- python docs/examples/lambda_handler.py

That invokes it three times on a local OpenRouter, and prints what each took. In Lambda the handler is
`lambda_handler.handler`, its events are those of an HTTP API (payload format 2.0), and OPENROUTER_API_KEY is in its
environment. Needed: `pip install openrouter-funcs`, and `'openrouter-funcs[testing]'` to try it here.

- `core.check()` loads httpx, the models and the certificate authorities at import, so that no invocation pays for them.
  `unwrap()` raises there when an environment variable is wrong, before the first invocation. Nothing is sent.
- The core is the module's, so that invocations share its connection. One that was closed while the function was frozen
  does no harm: a read is tried again over a new one.
- A call ends half a second before Lambda would end it, so that the caller gets an answer and not a timeout. With less
  time left than that, there is no call.
"""

from __future__ import annotations

import json
from time import perf_counter
from typing import TYPE_CHECKING, Any, Protocol

from openrouter_core import Err, Ok, OpenRouterCore, RequestOptions, jsonable
from openrouter_core.errors import BadRequestResponseError, RequestTimeoutError, SDKValidationError
from openrouter_funcs.byok_list import byok_list

if TYPE_CHECKING:
    from collections.abc import Mapping

RESERVE = 0.5  # seconds, for the answer

core = OpenRouterCore()
core.check().unwrap()


class Context(Protocol):
    """What is used of Lambda's context."""

    def get_remaining_time_in_millis(self) -> int:
        """Return how long the invocation may still take."""
        ...


def handler(event: Mapping[str, Any], context: Context) -> dict[str, object]:
    """Answer `GET /credentials?provider=...` with the first page of the provider's credentials."""
    query: Mapping[str, str] = event.get("queryStringParameters") or {}  # absent, or null, when there is none
    provider = query.get("provider")
    if not provider:
        return response(400, {"error": "provider is missing"})
    left = context.get_remaining_time_in_millis() / 1000 - RESERVE
    if left <= 0:
        return response(504, {"error": "there is no time left"})
    match byok_list(core, provider=provider, options=RequestOptions(deadline=left)):
        case Ok(page):
            return response(200, jsonable(page.result))
        case Err(BadRequestResponseError() | SDKValidationError() as error):
            return response(400, {"error": str(error)})
        case Err(RequestTimeoutError() as error):
            return response(504, {"error": str(error)})
        case Err(error):
            print(error)  # into the function's log; no error holds a key
            return response(502, {"error": "OpenRouter is not available"})


def response(status: int, body: object) -> dict[str, object]:
    """Return what API Gateway takes for a response."""
    return {"statusCode": status, "headers": {"content-type": "application/json"}, "body": json.dumps(body)}


def main() -> None:
    """Invoke the handler as Lambda does, first cold and then warm."""

    class Local:
        def get_remaining_time_in_millis(self) -> int:
            return 3000

    event = {"version": "2.0", "rawPath": "/credentials", "queryStringParameters": {"provider": "openai"}}
    with core:  # Lambda itself ends a function without notice
        for start in ("cold", "warm", "warm"):
            began = perf_counter()
            answer = handler(event, Local())
            print(f"{start}: {answer['statusCode']} after {(perf_counter() - began) * 1000:.1f} ms")


if __name__ == "__main__":
    main()
