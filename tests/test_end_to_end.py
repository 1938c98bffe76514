"""The whole story over a real socket: a credential's life, many of them, and every kind of failure, sync and async.

This file stands alone: it runs against an installed wheel as well, without the sources and without the other tests.
"""

from __future__ import annotations

import asyncio
import json
import os
import socket
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

import attrs
import httpx
import pytest

from openrouter_core import BackoffStrategy, Err, Ok, OpenRouterCore, RequestOptions, RetryConfig, Secret, errors
from openrouter_core.testing import LocalOpenRouter
from openrouter_funcs.byok_list import byok_list, byok_list_async

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator, Mapping

    from openrouter_core import Result

UNKNOWN_ID = "11111111-2222-3333-4444-555555555555"
FIRST_KEY, SECOND_KEY = "sk-test-first-provider-key-AbCd", "sk-test-second-provider-key-WxYz"
AT_ONCE = RetryConfig(backoff=BackoffStrategy(initial_interval=0))
CHOSEN = os.environ.get("TEST_CLIENT", "")
"""The library whose clients are handed in; `""` for the SDK's own client."""


@pytest.fixture(scope="module")
def _running() -> Iterator[LocalOpenRouter]:
    # What the machine has configured, a proxy say, is not to stand between these tests and loopback.
    with pytest.MonkeyPatch.context() as patch, LocalOpenRouter() as running:
        for name in list(os.environ):
            if name.upper().startswith("OPENROUTER_") or name.upper().endswith("_PROXY"):
                patch.delenv(name)
        yield running


@pytest.fixture
def server(_running: LocalOpenRouter) -> LocalOpenRouter:
    """Return a local OpenRouter whose state is fresh."""
    _running.reset()
    return _running


class User:
    """Somebody who calls functions: synchronously, or their async twins in an event loop of their own."""

    def __init__(self, server: LocalOpenRouter, runner: asyncio.Runner | None) -> None:
        self.server, self._runner = server, runner
        self._cores: list[OpenRouterCore] = []
        self._clients: list[Any] = []
        self.own_core = self.core(server.management_key)

    def core(self, api_key: str | None, server_url: str | None = None) -> OpenRouterCore:
        """Return a core with this key, which is closed when the test is over."""
        url = server_url or self.server.url
        core = OpenRouterCore(api_key=api_key, server_url=url, retry_config=AT_ONCE, **self._client())
        self._cores.append(core)
        return core

    def _client(self) -> dict[str, Any]:
        """Return the option that hands in a client of the chosen library, if one is."""
        if not CHOSEN:
            return {}
        kind = "Client" if self._runner is None else "AsyncClient"
        self._clients.append(getattr(import_module(CHOSEN), kind)(trust_env=False))
        return {"http_client" if self._runner is None else "async_http_client": self._clients[-1]}

    def call(self, name: str, core: OpenRouterCore | None = None, /, **arguments: object) -> Result[Any, Any]:
        """Call the function `name`, with the management key unless another core is given."""
        twin = name if self._runner is None else f"{name}_async"
        module = import_module(f"openrouter_funcs.{name.removesuffix('_stream')}")
        function: Callable[..., Any] = getattr(module, twin)
        result: Result[Any, Any] = self.done(function(core or self.own_core, **arguments))
        return result

    def heard(self, name: str, **arguments: object) -> list[Any]:
        """Return the results of all events of the stream that `name` opens, which is left without a connection."""
        stream = self.call(f"{name}_stream", **arguments).unwrap()
        assert stream.response.content_type == "text/event-stream"
        return self.listed(stream)

    def done(self, value: Any) -> Any:  # noqa: ANN401 - a value, or the coroutine that gives it
        """Return a value, awaited if need be."""
        return value if self._runner is None else self._runner.run(_awaited(value))

    def listed(self, values: Iterable[Any] | AsyncIterator[Any]) -> list[Any]:
        """Return all that an iterator, sync or async, gives."""
        return list(cast("Iterable[Any]", values)) if self._runner is None else self._runner.run(_listed(values))

    def close(self) -> None:
        """Close all cores, and the clients that were handed in."""
        for each in (*self._cores, *self._clients):
            self.done(each.close() if self._runner is None else each.aclose())


async def _awaited(value: Awaitable[Any]) -> Any:  # noqa: ANN401
    return await value


async def _listed(values: Any) -> list[Any]:  # noqa: ANN401 - an async iterable, but typed as what both runs have
    return [value async for value in values]


@pytest.fixture(params=["sync", "async"])
def user(request: pytest.FixtureRequest, server: LocalOpenRouter) -> Iterator[User]:
    """Call synchronously in one run of the test, and asynchronously in the other."""
    if request.param == "sync":
        somebody = User(server, None)
        yield somebody
        somebody.close()
    else:
        with asyncio.Runner() as runner:
            somebody = User(server, runner)
            yield somebody
            somebody.close()


def test_the_life_of_a_credential(user: User, server: LocalOpenRouter) -> None:
    """List, create, get, rename, disable, restrict, clear, rotate, delete: each does on the server what it says."""
    assert user.call("byok_list").unwrap().result.data == ()

    created = user.call("byok_create", key=FIRST_KEY, provider="openai", name="Production").unwrap().data
    assert (created.provider, created.name, created.disabled, created.is_fallback) == (
        "openai",
        "Production",
        False,
        False,
    )
    assert created.workspace_id == server.account.default_workspace_id
    assert created.label.endswith("AbCd")
    assert FIRST_KEY not in repr(created)
    assert server.verify_key(created.id, FIRST_KEY)
    assert user.call("byok_get", id=created.id).unwrap().data == created
    assert user.call("byok_list").unwrap().result.data == (created,)

    renamed = user.call("byok_update", id=created.id, name="Staging").unwrap().data
    assert (renamed.name, renamed.label) == ("Staging", created.label)
    changed = (
        user.call(
            "byok_update", id=created.id, disabled=True, allowed_models=["openai/gpt-5"], declared_region="europe"
        )
        .unwrap()
        .data
    )
    assert (changed.name, changed.disabled) == ("Staging", True)
    assert (changed.allowed_models, changed.declared_region) == (("openai/gpt-5",), "europe")
    cleared = (
        user.call("byok_update", id=created.id, name=None, allowed_models=None, declared_region=None).unwrap().data
    )
    assert (cleared.name, cleared.allowed_models, cleared.declared_region) == (None, None, None)
    assert cleared.disabled
    assert user.call("byok_update", id=created.id).unwrap().data == cleared

    rotated = user.call("byok_update", id=created.id, key=Secret(SECOND_KEY)).unwrap().data
    assert rotated.label.endswith("WxYz")
    assert server.verify_key(created.id, SECOND_KEY)
    assert not server.verify_key(created.id, FIRST_KEY)
    assert user.call("byok_get", id=created.id).unwrap().data == rotated

    assert user.call("byok_delete", id=created.id).unwrap().deleted is True
    assert not server.verify_key(created.id, SECOND_KEY)
    for name in ("byok_get", "byok_update", "byok_delete"):
        assert isinstance(user.call(name, id=created.id).error, errors.NotFoundResponseError)
    assert user.call("byok_list").unwrap().result.total_count == 0


def test_many_credentials(user: User, server: LocalOpenRouter) -> None:
    """120 credentials come page by page, each once and in order, whichever way they are walked."""
    ids = server.seed(120)
    page = user.call("byok_list").unwrap()
    assert [len(one.unwrap().own_items) for one in user.listed(page)] == [50, 50, 20]
    assert [item.unwrap().id for item in user.listed(page.items())] == ids
    assert [item.id for item in user.done(page.collect()).unwrap()] == ids
    assert [item.id for item in user.done(page.collect(max_items=60)).unwrap()] == ids[:60]
    second = user.done(page.next()).unwrap()
    assert [item.id for item in second.own_items] == ids[50:100]
    assert user.done(user.done(second.next()).unwrap().next()) is None
    assert [request.query.get("offset") for request in server.requests] == [
        *(None, "50", "100"),  # the pages
        *("50", "100"),  # the items
        *("50", "100"),  # all as a list
        *("50",),  # the first 60
        *("50", "100"),  # by hand
    ]
    assert len(user.call("byok_list", limit=100, offset=30).unwrap().own_items) == 90
    assert user.call("byok_list", provider="anthropic").unwrap().result.total_count == 0


def test_a_page_that_fails_is_a_value(user: User, server: LocalOpenRouter) -> None:
    """What came before it is kept."""
    server.seed(120)
    server.fail(method="GET", path="/byok", after=1, status=403)
    items = user.listed(user.call("byok_list").unwrap().items())
    assert [type(item) for item in items] == [Ok] * 50 + [Err]
    assert isinstance(items[-1].error, errors.ForbiddenResponseError)


REQUESTS: dict[str, dict[str, object]] = {
    "byok_list": {},
    "byok_create": {"key": FIRST_KEY, "provider": "openai"},
    "byok_get": {"id": UNKNOWN_ID},
    "byok_update": {"id": UNKNOWN_ID, "name": "Renamed"},
    "byok_delete": {"id": UNKNOWN_ID},
}


@pytest.mark.parametrize("name", REQUESTS)
def test_keys_that_may_not(user: User, server: LocalOpenRouter, name: str) -> None:
    """No key and an unknown one are a 401, the ordinary key is a 403, and nothing is done."""
    for key, kind, status in (
        (None, errors.UnauthorizedResponseError, 401),
        ("sk-or-test-unknown", errors.UnauthorizedResponseError, 401),
        (server.ordinary_key, errors.ForbiddenResponseError, 403),
    ):
        error = user.call(name, user.core(key), **REQUESTS[name]).error
        assert type(error) is kind
        assert (error.status_code, error.attempts, error.outcome) == (status, 1, "not_applied")
    assert user.call("byok_list").unwrap().result.total_count == 0


REFUSED: list[tuple[str, dict[str, object]]] = [
    ("byok_list", {"limit": 101}),
    ("byok_list", {"workspace_id": "nowhere"}),
    ("byok_create", {"key": "", "provider": "openai"}),
    ("byok_create", {"key": FIRST_KEY, "provider": "nobody"}),
    ("byok_create", {"key": FIRST_KEY, "provider": "openai", "name": "n" * 256}),
]


@pytest.mark.parametrize(("name", "arguments"), REFUSED)
def test_what_the_server_refuses(user: User, name: str, arguments: dict[str, object]) -> None:
    """A 400 says what was wrong, in the server's words."""
    error = user.call(name, **arguments).error
    assert isinstance(error, errors.BadRequestResponseError)
    assert error.error is not None
    assert error.message == f"{name}: 400 {error.error.message}"


@pytest.mark.parametrize("id_", [UNKNOWN_ID, "../keys", "a/b?c#d", "é ", "%"])
def test_an_id_that_is_none(user: User, server: LocalOpenRouter, id_: str) -> None:
    """Whatever an id holds, it reaches its own endpoint and no other."""
    for name in ("byok_get", "byok_update", "byok_delete"):
        assert isinstance(user.call(name, id=id_).error, errors.NotFoundResponseError)
    assert all(request.path.count("/") == 4 for request in server.requests)


BAD: list[tuple[str, dict[str, object], str]] = [
    ("byok_list", {"workspaceid": "w"}, "workspaceid"),
    ("byok_create", {"provider": "openai"}, "key"),
    ("byok_get", {"id": ".."}, "id"),
    ("byok_update", {"id": UNKNOWN_ID, "disabled": "yes"}, "disabled"),
    ("byok_delete", {"id": None}, "id"),
]


@pytest.mark.parametrize(("name", "arguments", "parameter"), BAD)
def test_bad_arguments(
    user: User, server: LocalOpenRouter, name: str, arguments: dict[str, object], parameter: str
) -> None:
    """They are named, and nothing is sent."""
    error = user.call(name, **arguments).error
    assert isinstance(error, errors.SDKValidationError)
    assert error.parameter == parameter
    assert not server.requests


@pytest.mark.parametrize("name", REQUESTS)
def test_nobody_there(user: User, name: str) -> None:
    """No connection is a value, too."""
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))  # and does not listen
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/api/v1"
        error = user.call(name, user.core("sk-or-test-123", url), **REQUESTS[name]).error
    assert isinstance(error, errors.RequestConnectionError)
    assert (error.attempts, error.outcome) == (3, "not_applied")


def test_a_server_that_stumbles(user: User, server: LocalOpenRouter) -> None:
    """A read is tried again; a create that may have been applied is not, and says so."""
    server.fail(method="GET", status=503, times=2)
    assert user.call("byok_list").ok
    assert len(server.requests) == 3
    server.fail(method="POST", status=502, apply=True)
    error = user.call("byok_create", key=FIRST_KEY, provider="openai").error
    assert isinstance(error, errors.OpenRouterDefaultError)
    assert (error.status_code, error.attempts, error.outcome) == (502, 1, "unknown")
    (there,) = user.call("byok_list").unwrap().own_items
    server.fail(method="DELETE", close="body")
    gone = user.call("byok_delete", id=there.id).error
    assert isinstance(gone, errors.RequestConnectionError)
    assert gone.outcome == "applied"
    server.fail(method="POST", close="before", apply=True)
    error = user.call("byok_create", key=FIRST_KEY, provider="openai").error
    assert isinstance(error, errors.RequestConnectionError)
    assert (error.attempts, error.outcome) == (1, "unknown")


# --- Models -------------------------------------------------------------------------------------------------------


@attrs.frozen
class Form:
    """One of the three forms in which a model is talked to, and where its answer says what."""

    name: str
    asked: Mapping[str, Any]
    text: Callable[[Any], str]
    tool: Callable[[Any], tuple[str, object]]
    tokens: Callable[[Any], int]
    piece: Callable[[Any], str | None]
    ends_by_itself: bool = True
    """Whether its last event tells that it is the last, and `[DONE]` need not come."""


def _function_call(response: Any) -> tuple[str, object]:  # noqa: ANN401
    (call,) = (item for item in response.output if item.type == "function_call")
    return call.name, json.loads(call.arguments)


def _tool_use(message: Any) -> tuple[str, object]:  # noqa: ANN401
    (block,) = (block for block in message.content if block.type == "tool_use")
    return block.name, block.input


CONVERSATION = [{"role": "user", "content": "Hi"}]
CHAT = Form(
    "chat_send",
    {"messages": CONVERSATION},
    lambda result: result.choices[0].message.content,
    lambda result: (
        result.choices[0].message.tool_calls[0].function.name,
        json.loads(result.choices[0].message.tool_calls[0].function.arguments),
    ),
    lambda result: result.usage.completion_tokens,
    lambda chunk: chunk.choices[0].delta.content if chunk.choices else None,
    ends_by_itself=False,
)
RESPONSES = Form(
    "responses_send",
    {"input": "Hi", "model": "openai/gpt-5"},
    lambda result: result.output[0].content[0].text,
    _function_call,
    lambda result: result.usage.output_tokens,
    lambda event: event.delta if event.type == "response.output_text.delta" else None,
)
MESSAGES = Form(
    "messages_create",
    {"messages": CONVERSATION, "model": "anthropic/claude-sonnet-4.5", "max_tokens": 100},
    lambda result: result.content[0].text,
    _tool_use,
    lambda result: result.usage.output_tokens,
    lambda event: getattr(event.delta, "text", None) if event.type == "content_block_delta" else None,
)
each_form = pytest.mark.parametrize("form", [CHAT, RESPONSES, MESSAGES], ids=lambda form: form.name)


@each_form
def test_a_model_answers(user: User, server: LocalOpenRouter, form: Form) -> None:
    """Whole or in pieces, in each of the three forms it says the same."""
    server.model.reply("Hello over there", usage={"completion_tokens": 7})
    result = user.call(form.name, **form.asked).unwrap()
    assert (form.text(result), form.tokens(result)) == ("Hello over there", 7)
    server.model.reply("Hello over there", chunks=5)
    events = user.heard(form.name, **form.asked)
    pieces = [piece for event in events if (piece := form.piece(event.unwrap()))]
    assert (len(pieces), "".join(pieces)) == (5, "Hello over there")
    server.model.reply("Hello", chunks=5)
    stream = user.call(f"{form.name}_stream", **form.asked).unwrap()
    assert "".join(form.piece(event) or "" for event in user.done(stream.collect()).unwrap()) == "Hello"


@each_form
def test_a_model_calls_a_tool(user: User, server: LocalOpenRouter, form: Form) -> None:
    """Name and arguments come whole, and in a stream in pieces that make the same."""
    calls = [{"name": "weather", "arguments": {"city": "Bern"}, "id": "call_1"}]
    server.model.reply(tool_calls=calls)
    assert form.tool(user.call(form.name, **form.asked).unwrap()) == ("weather", {"city": "Bern"})
    server.model.reply(tool_calls=calls)
    told = repr([event.unwrap() for event in user.heard(form.name, **form.asked)])
    assert "weather" in told
    assert repr(json.dumps(calls[0]["arguments"])) in told


def test_a_tool_answers_a_model(user: User, server: LocalOpenRouter) -> None:
    """What the tool said goes back with the conversation, whose classes are not taken for requests."""
    server.model.reply(tool_calls=[{"name": "weather", "arguments": {"city": "Bern"}, "id": "call_1"}])
    tools = [{"type": "function", "function": {"name": "weather", "parameters": {"type": "object"}}}]
    message = user.call("chat_send", messages=CONVERSATION, tools=tools).unwrap().choices[0].message
    (call,) = message.tool_calls
    function = {"name": call.function.name, "arguments": call.function.arguments}
    asked = {"role": "assistant", "tool_calls": [{"id": call.id, "type": "function", "function": function}]}
    answered = {"role": "tool", "tool_call_id": call.id, "content": "Rain"}
    server.model.reply("Take an umbrella.")
    result = user.call("chat_send", messages=[*CONVERSATION, asked, answered], tools=tools).unwrap()
    assert (CHAT.text(result), result.choices[0].finish_reason) == ("Take an umbrella.", "stop")


@each_form
def test_a_stream_is_asked_for_by_its_function(user: User, server: LocalOpenRouter, form: Form) -> None:
    """`stream=True` is no parameter, and the refusal names the function."""
    for value in (True, False):
        error = user.call(form.name, stream=value, **form.asked).error
        assert isinstance(error, errors.SDKValidationError)
        assert str(error).endswith(f"has no such parameter; leave it out: {form.name}_stream asks for a stream")
    assert not server.requests


OWN_KEY = "sk-or-test-what-was-sent-0123456789"
FAULTS: dict[str, tuple[dict[str, Any], type[errors.SDKError], str]] = {
    "cut": ({"close": "body"}, errors.RequestConnectionError, ""),
    "short": ({"close": "end"}, errors.RequestConnectionError, "ended before its last event"),
    "silent": ({"stall": 60}, errors.RequestTimeoutError, ""),
    "failed": ({"poison": {"error": {"code": 502, "message": "lost"}}}, errors.StreamError, "lost"),
    "failed by name": ({"poison": 'event: error\ndata: {"message": "lost"}\n\n'}, errors.StreamError, "lost"),
    "broken": ({"poison": "data: {\n\n"}, errors.ResponseValidationError, "is not JSON"),
    "wrong": ({"poison": [1]}, errors.ResponseValidationError, "expected"),
    "telling": (
        {"poison": {"error": {"code": 401, "message": f"no such key: {OWN_KEY}"}}},
        errors.StreamError,
        "no such key: [redacted]",
    ),
}


@each_form
@pytest.mark.parametrize("case", FAULTS)
def test_a_stream_that_breaks(user: User, server: LocalOpenRouter, form: Form, case: str) -> None:
    """What came before is there, then one `Err`; nothing is asked for again, and no key is shown."""
    fault, kind, said = FAULTS[case]
    server.model.reply("Hello", chunks=5)
    server.fail(at_event=2, **fault)
    asked = {**form.asked, "options": RequestOptions(timeout=0.3 if case == "silent" else None)}
    if case == "telling":
        asked["options"] = RequestOptions(headers={"X-Test-Token": OWN_KEY})
    *before, last = user.heard(form.name, **asked)
    assert [type(event) for event in before] == [Ok, Ok]
    error = last.error
    assert type(error) is kind
    assert said in str(error)
    assert OWN_KEY not in f"{error!r} {error.__dict__}"
    assert len(server.requests) == error.attempts == 1


@each_form
def test_a_stream_without_a_sentinel(user: User, server: LocalOpenRouter, form: Form) -> None:
    """It ends well if its last event says that it is the last."""
    server.model.reply("Hello")
    count = len(user.heard(form.name, **form.asked))
    server.model.reply("Hello")
    server.fail(at_event=count, close="end")
    heard = user.heard(form.name, **form.asked)
    assert [type(each) for each in heard[:count]] == [Ok] * count
    assert [type(each) for each in heard[count:]] == ([] if form.ends_by_itself else [Err])


@each_form
@pytest.mark.parametrize("suffix", ["", "_stream"])
def test_work_that_is_paid_is_done_once(user: User, server: LocalOpenRouter, form: Form, suffix: str) -> None:
    """Before the answer begins, what did no work is tried again, and what may have done some is not."""
    for status, count in ((429, 2), (503, 2), (500, 1)):
        server.reset()
        server.fail(status=status, headers={"Retry-After": "0"})
        result = user.call(form.name + suffix, **form.asked)
        assert (len(server.requests), result.ok) == (count, status != 500)
        if suffix and result.ok:
            user.done(result.value.collect()).unwrap()
    assert (type(result.error), result.error.outcome) == (errors.InternalServerResponseError, "unknown")


@each_form
def test_a_stream_that_does_not_begin(user: User, server: LocalOpenRouter, form: Form) -> None:
    """Every other answer is the error that it is, JSON with the status of success too."""
    server.fail(status=403)
    assert type(user.call(f"{form.name}_stream", **form.asked).error) is errors.ForbiddenResponseError
    server.fail(body="{}", headers={"Content-Type": "application/json"})
    assert type(user.call(f"{form.name}_stream", **form.asked).error) is errors.ResponseValidationError
    nobody = user.core("sk-or-test-unknown")
    assert type(user.call(f"{form.name}_stream", nobody, **form.asked).error) is errors.UnauthorizedResponseError


def test_embeddings(user: User) -> None:
    """As numbers or as bytes they travel; what comes is the same."""
    asked = {"model": "openai/text-embedding-3-small", "input": ["one", "two"], "dimensions": 64}
    plain, packed = (
        user.call("embeddings_generate", encoding_format=form, **asked).unwrap() for form in ("float", "base64")
    )
    assert [each.index for each in plain.data] == [each.index for each in packed.data] == [0, 1]
    for one, other in zip(plain.data, packed.data, strict=True):
        assert len(one.embedding) == 64
        assert one.embedding == pytest.approx(other.embedding, abs=1e-7)
    tokens = user.call("embeddings_generate", model="m", input=[[1, 2], [3]], dimensions=2).unwrap()
    assert tokens.usage.prompt_tokens == 3


def test_models(user: User, server: LocalOpenRouter) -> None:
    """All come on one page, or page by page, each once."""
    whole = user.call("models_list", output_modalities="all").unwrap()
    ids = [model.id for model in user.done(whole.collect()).unwrap()]
    assert len(ids) == len(set(ids)) == whole.result.total_count == len(whole.own_items)
    assert len(server.requests) == 1
    page = user.call("models_list", limit=2, output_modalities="all").unwrap()
    assert [item.unwrap().id for item in user.listed(page.items())] == ids
    assert len(server.requests) == 1 + -(-len(ids) // 2)
    (dear,) = user.call("models_list", q=ids[0]).unwrap().own_items
    assert dear.id == ids[0]


@pytest.mark.parametrize(
    ("provider", "parameter"), [(None, "cursor"), ("openai", "after"), ("anthropic", "after_id")], ids=str
)
def test_files(user: User, server: LocalOpenRouter, provider: str | None, parameter: str) -> None:
    """Whoever stores them, each comes once and in order, page by page."""
    headers = {"Authorization": f"Bearer {server.management_key}"}
    for number in range(5):
        files = {"file": (f"{number}.txt", b"text")}
        httpx.post(f"{server.url}/files", headers=headers, files=files, trust_env=False).raise_for_status()
    asked: dict[str, object] = {"limit": 2} if provider is None else {"limit": 2, "provider": provider}
    page = user.call("files_list", **asked).unwrap()
    assert page.result.shape == (provider or "openrouter")
    assert [each.unwrap().filename for each in user.listed(page.items())] == [f"{number}.txt" for number in range(5)]
    assert [parameter in request.query for request in server.requests][-3:] == [False, True, True]
    (first, *_) = page.own_items
    after = user.call("files_list", after=first.id, limit=3).unwrap()
    assert [each.filename for each in user.done(after.collect()).unwrap()] == [
        f"{number}.txt" for number in range(1, 5)
    ]


def test_a_new_key(user: User, server: LocalOpenRouter) -> None:
    """It is shown once, and works, and is made once; a partner's key is not shown by who echoes it."""
    created = user.call("api_keys_create", name="Service", limit=5, limit_reset="monthly").unwrap()
    assert (created.data.name, created.data.limit, created.data.limit_reset) == ("Service", 5, "monthly")
    core = user.core(created.key)
    assert user.call("chat_send", core, messages=CONVERSATION).ok
    assert isinstance(user.call("byok_list", core).error, errors.ForbiddenResponseError)
    assert isinstance(user.call("api_keys_create", core, name="x").error, errors.ForbiddenResponseError)
    server.reset()
    server.fail(method="POST", status=503, apply=True)
    error = user.call("api_keys_create", name="Service").error
    assert (error.outcome, len(server.requests)) == ("unknown", 1)
    for given in (OWN_KEY, Secret(OWN_KEY)):
        server.fail(status=400, body=json.dumps({"error": {"code": 400, "message": f"{OWN_KEY} is too weak"}}))
        error = user.call("api_keys_create", name="x", external={"user": "u", "api_key": given}).error
        assert str(error).startswith("api_keys_create: 400 [redacted] is too weak")
        assert OWN_KEY not in f"{error!r} {error.__dict__}"


def test_one_core_for_sync_and_async(server: LocalOpenRouter) -> None:
    """One core serves both, at the same time."""
    server.seed(3)

    async def use() -> list[int]:
        async with server.core() as core:
            first, second = await asyncio.gather(byok_list_async(core), byok_list_async(core))
            third = await asyncio.to_thread(byok_list, core)
            return [page.unwrap().result.total_count for page in (first, second, third)]

    assert asyncio.run(use()) == [3, 3, 3]
