"""The cells of the page on notebooks, run as IPython runs them: in one session, with `await` at the top."""

from __future__ import annotations

import ast
import asyncio
import inspect
import re
from doctest import ELLIPSIS, OutputChecker
from typing import TYPE_CHECKING, Any

import pytest

from openrouter_core import OpenRouterCore, unwrap
from openrouter_funcs.chat_send import chat_send

from .pages import DOCS

if TYPE_CHECKING:
    from openrouter_core.testing import LocalOpenRouter

PAGE = (DOCS / "guides" / "notebooks.md").read_text(encoding="utf-8")
CELLS = re.findall(r"```python\n(.*?)```(?:\n\n```output\n(.*?)```)?", PAGE, re.DOTALL)


async def run(cell: str, names: dict[str, Any]) -> None:
    """Run a cell, and print what its last line is worth."""
    tree = ast.parse(cell)
    names.pop("_", None)
    if isinstance(last := tree.body[-1], ast.Expr):
        tree.body[-1] = ast.Assign([ast.Name("_", ast.Store())], last.value)
        ast.fix_missing_locations(tree)
    code = compile(tree, "<cell>", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    running: Any = eval(code, names)  # noqa: S307 - the page is ours
    if inspect.isawaitable(running):
        await running
    if names.get("_") is not None:
        print(repr(names["_"]))  # noqa: T201


def test_the_cells_run_in_one_session(
    server: LocalOpenRouter, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each shows what the page says."""
    monkeypatch.setenv("OPENROUTER_BASE_URL", server.url)
    monkeypatch.setenv("OPENROUTER_API_KEY", server.ordinary_key)
    names: dict[str, Any] = {}

    async def session() -> None:
        for cell, expected in CELLS:
            await run(cell, names)
            printed = capsys.readouterr().out.rstrip() + "\n"
            assert OutputChecker().check_output(expected or "\n", printed, ELLIPSIS), (cell, printed)

    asyncio.run(session())
    assert len(CELLS) > 5
    assert len(names["answers"]) == 20


def test_the_messages_that_it_names_are_those_that_come(server: LocalOpenRouter) -> None:
    """So that a search for one finds the page."""
    with server.core() as core:
        answer: Any = chat_send(core, messages=[{"role": "user", "content": "Hello"}])
        unwrap(answer)
    with pytest.raises(AttributeError) as raised:
        answer.choices  # noqa: B018
    assert f"`AttributeError: {raised.value}`" in PAGE
    closed = OpenRouterCore()
    closed.close()
    assert f"`{chat_send(closed, messages=[]).error}`" in PAGE
