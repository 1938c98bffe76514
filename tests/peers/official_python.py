"""What the official Python client sends: its transport keeps each request and raises."""

from __future__ import annotations

from inspect import signature
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn

from openrouter_funcs._generate import contract
from tests.peers.calls import APP, KEY, NO_FUNCTION, Call, Request, Sent, files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import httpx

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


def _keep(request: httpx.Request) -> NoReturn:
    raise _Kept(Request(request.method, str(request.url), dict(request.headers), request.read()))


def _sent(client: object, call: Call) -> Sent:
    family = contract.family_of(call.each.function)
    try:
        method: Callable[..., object] = attrgetter(
            f"{FAMILIES.get(family, family)}.{call.each.function.removeprefix(family)[1:]}"
        )(client)
    except AttributeError:
        return NO_FUNCTION
    try:
        method(**_arguments(set(signature(method).parameters), call))
    except _Kept as kept:
        request: Request = kept.args[0]
        return request
    except Exception as error:  # noqa: BLE001 - whatever the client says
        return type(error).__name__
    raise AssertionError("the client sent nothing")


def _arguments(names: set[str], call: Call) -> dict[str, Any]:
    """Return the arguments of a call, but for those that the client has not."""
    file = files(call.each)
    given = {_named(names, name): _file(value) if name in file else value for name, value in call.arguments.items()}
    given |= {"stream": True} if call.case == "stream" else {}
    security = {"security": {"bearer": KEY}} if "security" in names else {}
    return security | (
        {"request": given} if "request" in names else {name: given[name] for name in given if name in names}
    )


def _named(names: set[str], name: str) -> str:
    """Return the client's name for an argument, if it is one of `names`."""
    return next((each for each in (f"{name}_", name.replace("openrouter", "open_router")) if each in names), name)


def _file(text: str | None) -> dict[str, Any] | None:
    return None if text is None else {"file_name": "upload", "content": text.encode()}
