"""A tour of OpenRouter's API in functions, in one minute and without an account.

    python docs/examples/quickstart.py

Without OPENROUTER_API_KEY it starts a local OpenRouter on a free port, and goes through what people do with one: chat,
stream, tools, models, keys, provider credentials (BYOK), costs, files, and each kind of failure as a value. With
OPENROUTER_API_KEY set it talks to OpenRouter, or to what OPENROUTER_BASE_URL names, and then it only reads.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from openrouter_core import Err, Ok, OpenRouterCore, RetryConfig, unwrap
from openrouter_core.errors import ForbiddenResponseError
from openrouter_funcs.api_keys_create import api_keys_create
from openrouter_funcs.api_keys_get_current_key_metadata import api_keys_get_current_key_metadata
from openrouter_funcs.api_keys_update import api_keys_update
from openrouter_funcs.byok_create import byok_create
from openrouter_funcs.byok_delete import byok_delete
from openrouter_funcs.byok_list import byok_list
from openrouter_funcs.byok_update import byok_update
from openrouter_funcs.chat_send import chat_send, chat_send_stream
from openrouter_funcs.credits_get_credits import credits_get_credits
from openrouter_funcs.files_download import files_download
from openrouter_funcs.files_upload import files_upload
from openrouter_funcs.generations_get_generation import generations_get_generation
from openrouter_funcs.models.files import OpenRouterFile
from openrouter_funcs.models_list import models_list

if TYPE_CHECKING:
    from collections.abc import Callable

    from openrouter_core import Result
    from openrouter_core.errors import SDKError
    from openrouter_core.testing import LocalOpenRouter
    from openrouter_funcs.models.chat import ChatResult
    from openrouter_funcs.models.chat_options import ChatToolCallFunctionParam
    from openrouter_funcs.models.chat_params import ChatMessagesParam

T = TypeVar("T")
MODEL = "openai/gpt-4o-mini"


def main() -> int:
    """Take the tour that the environment asks for, and return the exit code."""
    if os.environ.get("OPENROUTER_API_KEY"):
        return read_only()
    from openrouter_core.testing import LocalOpenRouter

    with LocalOpenRouter() as server, server.core() as core:
        title("A tour on a local OpenRouter", f"{server.url} (OPENROUTER_API_KEY is not set)")
        chat(core, server)
        stream(core, server)
        tools(core, server)
        models(core)
        keys(core, server)
        credentials(core, server)
        costs(core, server)
        files(core, server)
        failures(core, server)
    print("\nThat was all. Read on: README.md, and `python -m openrouter_core.testing -h`.")
    return 0


# --- With a key: reading only ----------------------------------------------------------------------------------------


def read_only() -> int:
    """Look at the account, and change nothing."""
    place = os.environ.get("OPENROUTER_BASE_URL") or "https://openrouter.ai/api/v1"
    shown = place.partition("?")[0].rpartition("@")[2]  # without what may be a secret in it
    title(f"The account at {shown}", "OPENROUTER_API_KEY is set, so this only reads")
    with OpenRouterCore() as core:
        return max(
            looked_at(
                "key",
                api_keys_get_current_key_metadata(core),
                lambda key: f"{key.data.label}, ${key.data.usage:.2f} used",
            ),
            looked_at(
                "models", models_list(core), lambda page: f"{counted(len(page.result.data), 'model')} to choose from"
            ),
            looked_at(
                "credits",
                credits_get_credits(core),
                lambda credit: f"${credit.data.total_credits - credit.data.total_usage:.2f} left",
            ),
            looked_at(
                "byok",
                byok_list(core).and_then(lambda page: page.collect()),
                lambda found: f"{counted(len(found), 'credential')} {', '.join(each.label for each in found)}",
            ),
        )


def looked_at(name: str, result: Result[T, SDKError], described: Callable[[T], str]) -> int:
    """Print what was found, or why it could not be had; return the exit code."""
    match result:
        case Ok(value):
            step(name, described(value))
        case Err(ForbiddenResponseError()):
            step(name, "only a management key may read this")
        case Err(error):
            step(name, "failed")
            failure("", error)
            return 1
    return 0


# --- Without a key: a tour on the local OpenRouter -------------------------------------------------------------------


def chat(core: OpenRouterCore, server: LocalOpenRouter) -> None:
    """Ask once; the answer says what it used."""
    server.model.reply("Because air scatters blue light more than red.")  # the local model repeats, or says what we say
    result = chat_send(core, model=MODEL, messages=[{"role": "user", "content": "Why is the sky blue?"}])
    step("chat", "chat_send returns a Result: Ok with the answer, or Err with an error")
    match result:
        case Ok(answer):
            note(f"Why is the sky blue? {bold(said(answer))}")
        case Err(error):
            failure("chat", error)


def stream(core: OpenRouterCore, server: LocalOpenRouter) -> None:
    """Read an answer while it is written: every event is a Result as well."""
    server.model.reply("It arrives while the model writes it.", chunks=8)
    step("stream", "chat_send_stream gives events, each a Result; an Err ends them")
    with unwrap(chat_send_stream(core, model=MODEL, messages=[{"role": "user", "content": "Slowly."}])) as events:
        deltas = [choice.delta.content for event in events for choice in unwrap(event).choices]
    note(bold(dim("|").join(delta for delta in deltas if delta)))


def tools(core: OpenRouterCore, server: LocalOpenRouter) -> None:
    """Let the model call a function of ours, and answer with what it returned."""
    step("tools", "the model asks for a function, gets its answer, and goes on")
    server.model.reply(None, tool_calls=[{"name": "temperature", "arguments": {"city": "Oslo"}}])
    server.model.reply("Take a coat: it is 3 degrees in Oslo.")
    messages: list[ChatMessagesParam] = [{"role": "user", "content": "Do I need a coat in Oslo?"}]
    schema = {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}
    asked = unwrap(
        chat_send(
            core,
            model=MODEL,
            messages=messages,
            tools=[{"type": "function", "function": {"name": "temperature", "parameters": schema}}],
        )
    )
    for call in asked.choices[0].message.tool_calls or ():
        arguments = json.loads(call.function.arguments)
        note(f"{call.function.name}({arguments['city']!r}) returns 3")
        function: ChatToolCallFunctionParam = {"name": call.function.name, "arguments": call.function.arguments}
        messages.append(
            {"role": "assistant", "tool_calls": [{"id": call.id, "type": "function", "function": function}]}
        )
        messages.append({"role": "tool", "tool_call_id": call.id, "content": "3"})
    note(bold(said(unwrap(chat_send(core, model=MODEL, messages=messages)))))


def models(core: OpenRouterCore) -> None:
    """Choose a model by what it costs."""
    found = unwrap(unwrap(models_list(core)).collect())
    priced = sorted((float(model.pricing.prompt) * 1e6, model.id) for model in found if float(model.pricing.prompt) > 0)
    step("models", f"models_list lists {len(found)} models; the cheapest, for a million tokens:")
    for price, name in priced[:3]:
        note(f"${price:<6.2f} {name}")


def keys(core: OpenRouterCore, server: LocalOpenRouter) -> None:
    """Make a key for a customer, with a limit; it works until it is disabled."""
    created = unwrap(api_keys_create(core, name="Customer 7", limit=5))
    step("keys", f"api_keys_create makes a key with a limit of ${created.data.limit:.0f}; it is shown only once")
    note(f"its key       {created.key}, masked wherever it is printed")
    with server.core(created.key.reveal()) as customer:
        ask: list[ChatMessagesParam] = [{"role": "user", "content": "Hello"}]
        note(f"its chat      {chat_send(customer, model=MODEL, messages=ask).map(said)}")
        unwrap(api_keys_update(core, hash=created.data.hash, disabled=True))
        refused = chat_send(customer, model=MODEL, messages=ask)
        note(f"disabled      {type(refused.error).__name__}")


def credentials(core: OpenRouterCore, server: LocalOpenRouter) -> None:
    """Take a provider credential through its life, and walk through the pages of 120."""
    created = unwrap(byok_create(core, key="sk-proj-example-AbCd", provider="openai", name="Production")).data
    step("byok", "byok_create stores a provider's key; responses show only a label")
    note(f"created       {created.label}  {created.name}")
    rotated = unwrap(byok_update(core, id=created.id, key="sk-proj-example-WxYz", name="Rotated")).data
    arrived = server.verify_key(created.id, "sk-proj-example-WxYz")
    note(f"updated       {rotated.label}  {rotated.name}; the new key {'arrived' if arrived else 'did not arrive'}")
    note(f"deleted       {unwrap(byok_delete(core, id=created.id)).deleted}")
    server.seed(120)
    pages = unwrap(byok_list(core, limit=50))
    sizes = [len(unwrap(page).result.data) for page in pages]
    note(f"pages         {' + '.join(map(str, sizes))} credentials; each page is a Result")


def costs(core: OpenRouterCore, server: LocalOpenRouter) -> None:
    """Look up what a call cost, and what the account has used."""
    server.model.reply("Forty-two.")
    answer = unwrap(chat_send(core, model=MODEL, messages=[{"role": "user", "content": "What is six times seven?"}]))
    step("cost", "every answer says what it cost; the generation is kept under its id")
    if answer.usage:
        note(f"usage         {answer.usage.total_tokens} tokens, ${answer.usage.cost or 0:.7f}")
    generation = unwrap(generations_get_generation(core, id=answer.id)).data
    note(f"generation    {generation.provider_name}, ${generation.total_cost:.7f}")
    note(f"account       ${unwrap(credits_get_credits(core)).data.total_usage:.7f} used in this tour")


def files(core: OpenRouterCore, server: LocalOpenRouter) -> None:
    """Send one file and fetch another."""
    step("files", "files_upload and files_download use little memory, whatever the size")
    with tempfile.TemporaryDirectory() as folder:
        notes, report = Path(folder, "notes.txt"), Path(folder, "report.txt")
        notes.write_text("Bring a coat.\n" * 1000)
        match files_upload(core, file=notes):
            case Ok(OpenRouterFile() as file):
                note(f"sent          {file.filename}, {file.size_bytes:,} bytes of {file.mime_type}")
            case other:
                note(f"not sent      {other}")
        made = server.add_file("report.txt", b"Colder than yesterday.")  # as a model's tool makes one
        unwrap(unwrap(files_download(core, file_id=made)).save(report))
        note(f"received      {report.name}: {report.read_text()}")


def failures(core: OpenRouterCore, server: LocalOpenRouter) -> None:
    """Show each kind of failure: none of these lines raises."""
    step("failures", "nothing raised: each of these is an Err, and says what is known")
    ask: Any = {"model": MODEL, "messages": [{"role": "user", "content": "Hello"}]}
    with server.core("sk-or-unknown") as stranger:
        failure("a wrong key", chat_send(stranger, **ask).error)
    failure("an unknown id", generations_get_generation(core, id="gen-1").error)
    failure("a typo", chat_send(core, **ask | {"temprature": 0.5}).error)
    failure("a wrong type", chat_send(core, **ask | {"messages": [{"role": "user", "content": 7}]}).error)
    server.fail(function="chat_send", error="overloaded")
    once = RetryConfig(strategy="none")
    with OpenRouterCore(api_key="sk-or-test-123", server_url=server.url, retry_config=once) as impatient:
        failure("overloaded", chat_send(impatient, **ask).error)
    server.fail(function="chat_send", at_event=3, close="body")
    with unwrap(chat_send_stream(core, **ask)) as events:
        failure("a cut stream", next(event.error for event in events if not event.ok))
    with OpenRouterCore(api_key="sk-or-test-123", server_url="http://127.0.0.1:9", retry_config=once) as nowhere:
        failure("nobody there", byok_create(nowhere, key="sk-proj-example-AbCd", provider="openai").error)


def said(answer: ChatResult) -> str:
    """Return what the model said."""
    content = answer.choices[0].message.content
    return content if isinstance(content, str) else ""


def counted(number: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


# --- How it is printed -----------------------------------------------------------------------------------------------


def title(text: str, below: str) -> None:
    """Print a headline."""
    print(f"\n{bold(text)}\n{dim(below)}")


def step(name: str, text: str) -> None:
    """Print what was done."""
    print(f"\n{bold(f'{name:<10}')}{text}")


def note(text: str) -> None:
    """Print a detail of a step."""
    print(f"{'':10}{text}")


def failure(what: str, error: SDKError | None) -> None:
    """Print an error value, folded to the width of the terminal."""
    note(f"{what:<14}{bold(type(error).__name__)}")
    for line in textwrap.wrap(str(error), max(shutil.get_terminal_size().columns, 60) - 24):
        note(f"{'':14}{line}")


def bold(text: str) -> str:
    """Return the text in bold, on a terminal."""
    return f"\033[1m{text}\033[0m" if sys.stdout.isatty() else text


def dim(text: str) -> str:
    """Return the text in grey, on a terminal."""
    return f"\033[2m{text}\033[0m" if sys.stdout.isatty() else text


if __name__ == "__main__":
    sys.exit(main())
