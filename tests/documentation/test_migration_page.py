"""What the page on moving from other clients says of names and of behaviour is so."""

from __future__ import annotations

import re
from importlib import import_module
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import attrs
import openai
import pytest

from openrouter_core import OpenRouterCore, errors
from openrouter_core.errors import InternalServerResponseError
from openrouter_funcs.chat_send import chat_send

from .pages import DOCS

if TYPE_CHECKING:
    from openrouter_core.testing import LocalOpenRouter

PAGE = (DOCS / "guides" / "migration.md").read_text(encoding="utf-8")
OF_OPENAI = PAGE.partition("## From LiteLLM")[0]
ROWS = [line.split("|")[1:3] for line in PAGE.splitlines() if line.startswith("| ")]


def test_every_name_of_openai_is_one() -> None:
    """Of its client, and of its exceptions."""
    methods = re.findall(r"`client\.([\w.]+)", OF_OPENAI.partition("### What becomes what")[2])
    assert len(methods) > 15
    with openai.OpenAI(api_key="sk-test-123", base_url="http://127.0.0.1:9") as client:
        for each in methods:
            attrgetter(each)(client)
    exceptions = re.findall(r"`(\w+Error)`", "".join(there for there, _ in ROWS if "Error" in there))
    assert len(exceptions) > 10
    assert [each for each in exceptions if each != "TypeError" and not hasattr(openai, each)] == []


def test_every_name_of_ours_is_one() -> None:
    """A function, an error, or an attribute of what is configured."""
    here = "".join(here for _, here in ROWS)
    attributes = {field.name for field in attrs.fields(OpenRouterCore)} | {"retry_after"}
    functions = set(re.findall(r"`([a-z]+(?:_[a-z]+)+)`", here)) - attributes
    assert len(functions) > 15
    for each in functions:
        module = each.removesuffix("_async").removesuffix("_stream")
        assert callable(getattr(import_module(f"openrouter_funcs.{module}"), each))
    assert [each for each in re.findall(r"`(?:errors\.)?(\w+Error)`", here) if not hasattr(errors, each)] == []


def test_a_500_is_paid_once_here(server: LocalOpenRouter) -> None:
    """OpenAI's client asks a model three times."""
    hello: Any = [{"role": "user", "content": "Hello"}]
    fault = server.fail(status=500, times=None, headers={"retry-after-ms": "1"})
    with openai.OpenAI(api_key=server.ordinary_key, base_url=server.url) as client:
        with pytest.raises(openai.InternalServerError):
            client.chat.completions.create(model="openai/gpt-5", messages=hello)
        assert fault.hits == 3
    with server.core() as core:
        error = chat_send(core, messages=hello).error
    assert fault.hits == 4
    assert isinstance(error, InternalServerResponseError)
    assert error.outcome == "unknown"


def test_the_test_on_the_page_passes(server: LocalOpenRouter) -> None:
    """As it stands, with what its fixtures would give it."""
    (block,) = re.findall(r"```python\n(from openai import OpenAI\n.*?)```", PAGE, re.DOTALL)
    names: dict[str, Any] = {}
    exec(block, names)  # noqa: S102 - the page is ours
    with server.core() as core:
        names["test_both_say_the_same"](core, server)
    assert len(server.requests) == 2
