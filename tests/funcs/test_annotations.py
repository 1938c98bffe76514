"""What evaluates annotations, as pydantic does, finds what those of our functions name."""

from __future__ import annotations

import inspect
import sys
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

import pytest
from pydantic import ConfigDict, PydanticUserError, ValidationError, validate_call

import openrouter_funcs
from openrouter_core import (
    AsyncDownload,
    AsyncPage,
    AsyncStream,
    Download,
    OpenRouterCore,
    Page,
    RequestOptions,
    Stream,
)
from openrouter_funcs.byok_create import byok_create
from openrouter_funcs.byok_list import byok_list, byok_list_async
from openrouter_funcs.chat_send import chat_send_stream, chat_send_stream_async
from openrouter_funcs.files_download import files_download, files_download_async
from openrouter_funcs.models.byok import ByokCreateRequest, BYOKKey, CreateBYOKKeyResponse

if TYPE_CHECKING:
    from collections.abc import Callable

    from openrouter_core.testing import LocalOpenRouter

ARBITRARY: ConfigDict = {"arbitrary_types_allowed": True}  # a core is none of pydantic's types
MODULES = [each.name for each in iter_modules(openrouter_funcs.__path__) if not each.ispkg]


@pytest.mark.parametrize("name", MODULES)
def test_annotations_can_be_evaluated(name: str) -> None:
    """Those of each function, by both ways of the standard library, and nothing in them is left to be loaded."""
    module = import_module(f"openrouter_funcs.{name}")
    functions = [each for each in vars(module).values() if getattr(each, "__module__", "") == module.__name__]
    functions = [each for each in functions if inspect.isfunction(each) and each.__name__[0] != "_"]
    assert functions
    for function in functions:
        assert "ForwardRef" not in str(get_type_hints(function, include_extras=True))
        inspect.signature(function, eval_str=True)


def test_they_are_what_they_name() -> None:
    """The classes themselves."""
    hints = get_type_hints(byok_create)
    assert hints["core"] is OpenRouterCore
    assert get_args(hints["options"]) == (RequestOptions, type(None))
    assert get_args(hints["request"]) == (ByokCreateRequest,)
    assert get_args(get_args(hints["return"])[0]) == (CreateBYOKKeyResponse,)


@pytest.mark.parametrize(
    ("function", "kind"),
    [
        (byok_list, Page),
        (byok_list_async, AsyncPage),
        (chat_send_stream, Stream),
        (chat_send_stream_async, AsyncStream),
        (files_download, Download),
        (files_download_async, AsyncDownload),
    ],
)
def test_what_is_generic_has_its_parameters(function: Callable[..., Any], kind: type) -> None:
    """A page, a stream and a download of what the function gives."""
    (value,) = get_args(get_args(get_type_hints(function)["return"])[0])
    assert value.__origin__ is kind
    assert function is not byok_list or get_args(value)[1] is BYOKKey


@pytest.mark.skipif(sys.version_info < (3, 12), reason="pydantic takes no TypedDict of the standard library there")
def test_pydantic_checks_a_call(server: LocalOpenRouter) -> None:
    """What is wrong never comes to the function."""
    checked: Any = validate_call(config=ARBITRARY)(byok_create)
    with server.core() as core:
        assert checked(core, provider="openai", key="sk-test-provider-key").ok
        with pytest.raises(ValidationError, match="provider"):
            checked(core, provider=1, key="sk-test-provider-key")


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="pydantic takes it there")
def test_pydantic_says_what_it_cannot_do() -> None:
    """And has found everything by then."""
    with pytest.raises(PydanticUserError, match=r"typing_extensions\.TypedDict"):
        validate_call(config=ARBITRARY)(byok_create)
