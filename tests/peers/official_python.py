"""The official Python client: what it sends, which its transport keeps, and what it makes of a server's answers."""

from __future__ import annotations

from inspect import signature
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn, cast

from openrouter_funcs._generate import contract
from tests.peers.calls import APP, ELSEWHERE, KEY, NO_FUNCTION, OK, Call, Request, Sent, brief, files

if TYPE_CHECKING:
    from collections.abc import Iterable

    import httpx
    from openrouter import OpenRouter

FAMILIES = {"oauth": "o_auth", "alpha_decisions": "alpha.decisions"}  # the client's names of ours


class _Kept(Exception):  # noqa: N818 - a request in place of its response
    pass


def sent(calls: Iterable[Call]) -> list[Sent]:
    """Return what the client sends for each call."""
    import httpx
    from openrouter import OpenRouter

    application: dict[str, Any] = {name.replace("app_", "x_open_router_"): value for name, value in APP.items()}
    with httpx.Client(transport=httpx.MockTransport(_keep)) as http:
        client = OpenRouter(api_key=KEY, client=http, **application)
        return [_sent(client, call) for call in calls]


def outcomes(calls: Iterable[Call], url: str, key: str) -> list[str]:
    """Return how each call ends that the client sends to the server at `url`: "ok", or why it does not."""
    import httpx
    from openrouter import OpenRouter
    from openrouter.utils import BackoffStrategy, RetryConfig

    def stay(request: httpx.Request) -> None:
        if not str(request.url).startswith(url.removesuffix("/api/v1")):
            raise ConnectionError(ELSEWHERE)

    once = RetryConfig("none", BackoffStrategy(1, 1, 1, 1), retry_connection_errors=False)
    with (
        httpx.Client(event_hooks={"request": [stay]}) as http,
        OpenRouter(api_key=key, server_url=url, client=http, retry_config=once) as client,
    ):
        return [brief(_outcome(client, call, key)) for call in calls]


def _outcome(client: OpenRouter, call: Call, key: str) -> str:
    from openrouter.utils.eventstreaming import EventStream

    method = _method(client, call)
    if method is None:
        return NO_FUNCTION
    try:
        answer = method(**_arguments(set(signature(method).parameters), call, key))
        if call.each.download:
            answer.read()
        if call.case == "stream":
            return (
                OK
                if isinstance(answer, EventStream) and any(True for _ in cast("Iterable[object]", answer))
                else "the answer is no stream of events"
            )
    except Exception as error:  # noqa: BLE001 - whatever the client says
        return f"{type(error).__name__}: {error}"
    return OK


def _keep(request: httpx.Request) -> NoReturn:
    raise _Kept(Request(request.method, str(request.url), dict(request.headers), request.read()))


def _sent(client: OpenRouter, call: Call) -> Sent:
    method = _method(client, call)
    if method is None:
        return NO_FUNCTION
    try:
        method(**_arguments(set(signature(method).parameters), call, KEY))
    except _Kept as kept:
        request: Request = kept.args[0]
        return request
    except Exception as error:  # noqa: BLE001 - whatever the client says
        return type(error).__name__
    raise AssertionError("the client sent nothing")


def _method(client: OpenRouter, call: Call) -> Any:  # noqa: ANN401 - each has its own parameters
    family = contract.family_of(call.each.function)
    path = f"{FAMILIES.get(family, family)}.{call.each.function.removeprefix(family)[1:]}"
    try:
        return attrgetter(path)(client)
    except AttributeError:
        return None


def _arguments(names: set[str], call: Call, key: str) -> dict[str, Any]:
    """Return the arguments of a call, but for those that the client has not."""
    file = files(call.each)
    given = {_named(names, name): _file(value) if name in file else value for name, value in call.arguments.items()}
    given |= {"stream": True} if call.case == "stream" else {}
    security = {"security": {"bearer": key}} if "security" in names else {}
    return security | (
        {"request": given} if "request" in names else {name: given[name] for name in given if name in names}
    )


def _named(names: set[str], name: str) -> str:
    """Return the client's name for an argument, if it is one of `names`."""
    return next((each for each in (f"{name}_", name.replace("openrouter", "open_router")) if each in names), name)


def _file(text: str | None) -> dict[str, Any] | None:
    return None if text is None else {"file_name": "upload", "content": text.encode()}
