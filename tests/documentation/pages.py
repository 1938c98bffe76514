"""The pages that people read, and a reader who runs every block of one as it stands.

Here lives what Sybil needs to know of our pages. What must hold of them stands in the tests beside it.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from contextlib import ExitStack
from doctest import ELLIPSIS, OutputChecker
from pathlib import Path
from typing import TYPE_CHECKING, Self
from unittest import SkipTest

from sybil import Document
from sybil.parsers.myst import CodeBlockParser, SkipParser

from tests.processes import environment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sybil import Example

    from openrouter_core.testing import LocalOpenRouter

__all__ = ["DOCS", "EXAMPLES", "PAGES", "PROSE", "ROOT", "Reader", "file_name", "is_excerpt", "prose"]

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted(path for path in DOCS.rglob("*.md") if "_build" not in path.parts),
]
EXAMPLES = {path.name: path.read_text(encoding="utf-8") for path in (DOCS / "examples").rglob("*.py")}
PROSE = {"text", "toml", "yaml"}
"""The languages of blocks that are looked at, and neither run nor compared."""

SERVER = "python -m openrouter_core.testing"
PATIENCE = 60
PORT = "8787"  # on the pages; whoever runs them gets a free one
FILE_NAME = re.compile(r"# (\w+\.py)\n")
IN_CHECKOUT = re.compile(r"\b(docs|tests)/")
TESTS = re.compile(r"^(async )?def test_|\(unittest\.TestCase\)", re.MULTILINE)
# On Python 3.12 and 3.13 a dependency of OpenRouter's own client looks at names of `ast` that are going away.
GOING_AWAY = tuple(
    f"-Wignore:ast.{name} is deprecated:DeprecationWarning" for name in ("Num", "Str", "Bytes", "NameConstant")
)


def prose(page: Path) -> str:
    """Return a page's text without its blocks."""
    return re.sub(r"^(`{3,}).*?^\1$", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)


def is_excerpt(block: str) -> bool:
    """Tell whether a block is a piece of an example, which has tests of its own."""
    return any(block in source and block != source for source in EXAMPLES.values())


def file_name(block: str) -> str | None:
    """Return the name of the file that a block is: that of an example, or the one in its first line."""
    named = FILE_NAME.match(block)
    return next((name for name, source in EXAMPLES.items() if source == block), named[1] if named else None)


class Reader:
    """Someone who copies each block of a page, in the order of the page, into an empty folder or a shell.

    Python runs in a process of its own, where the environment names a local OpenRouter with three credentials, unless
    the page starts a server itself and exports where it is.

    Args:
        folder: Where the page's Python is saved.
        server: What the page's Python talks to.
    """

    def __init__(self, folder: Path, server: LocalOpenRouter) -> None:
        self._folder = folder
        self._server = server
        self._exported: dict[str, str] = {}
        self._printed = ""
        self._port = _free_port()
        self._until_the_end = ExitStack()

    def __enter__(self) -> Self:
        """Begin a page."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stop what the page has started."""
        self._until_the_end.close()

    def examples(self, page: Path) -> Iterator[Example]:
        """Return the blocks of a page, and what is said of them in comments, ready to be evaluated."""
        evaluators = {"python": self._python, "sh": self._sh, "js": self._js, "output": self._output}
        blocks = [CodeBlockParser(language, evaluator) for language, evaluator in evaluators.items()]
        return Document.parse(str(page), SkipParser(), *blocks).examples()

    def _python(self, example: Example) -> None:
        text = self._local(example)
        if is_excerpt(text):
            return
        name = file_name(text) or f"line_{example.line}.py"
        is_test = TESTS.search(text) is not None
        if is_test and not name.startswith("test_"):
            name = f"test_{name}"
        (self._folder / name).write_text(text, encoding="utf-8")
        self._server.reset()
        self._server.seed(3)
        place = {"OPENROUTER_BASE_URL": self._server.url, "OPENROUTER_API_KEY": self._server.management_key}
        strict = ("python", "-Werror", *GOING_AWAY)
        runner = ("-m", "pytest", "-q", "-Werror", "-pno:cacheprovider") if is_test else ()
        self._printed = self._run(*strict, *runner, name, folder=self._folder, **place | self._exported)

    def _sh(self, example: Example) -> None:
        if shutil.which("sh") is None:
            raise SkipTest("it needs a POSIX shell")
        text = self._local(example)
        self._exported |= dict(re.findall(r"^export (\w+)=(\S+)$", text, re.MULTILINE))
        if text.startswith(SERVER) and " -- " not in text:  # what stands after it is run, and ends the server
            self._serve(text)
        else:
            folder = ROOT if IN_CHECKOUT.search(text) else self._folder
            self._printed = self._run("sh", "-ec", text, folder=folder, **self._exported)

    def _js(self, example: Example) -> None:
        if shutil.which("node") is None:
            raise SkipTest("it needs Node.js")
        (self._folder / "block.mjs").write_text(self._local(example), encoding="utf-8")
        self._printed = self._run("node", "block.mjs", folder=self._folder)

    def _output(self, example: Example) -> str | None:
        """Compare with what the block before has printed; `...` stands for anything."""
        expected, printed = self._local(example), f"{self._printed.rstrip()}\n"
        if OutputChecker().check_output(expected, printed, ELLIPSIS):
            return None
        return f"expected\n{expected}\nbut this was printed\n{printed}"

    def _local(self, example: Example) -> str:
        return str(example.parsed).replace(PORT, self._port)

    def _serve(self, command: str) -> None:
        """Start a server, as in a terminal of its own, and wait for the line that says it is ready."""
        server = subprocess.Popen(
            ["/bin/sh", "-ec", f"exec {command}"],
            cwd=self._folder,
            env=_environment(),
            stdout=subprocess.PIPE,
            text=True,
        )
        self._until_the_end.enter_context(server)
        self._until_the_end.callback(server.send_signal, signal.SIGTERM)
        assert server.stdout is not None
        self._printed = ""
        for line in server.stdout:
            if line.startswith("{"):
                return
            self._printed += line
        raise AssertionError(f"{command}: ended at once")

    def _run(self, *command: str, folder: Path, **variables: str) -> str:
        begun = subprocess.Popen(
            command,
            cwd=folder,
            env=_environment() | variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        try:
            printed, complaints = begun.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            os.killpg(begun.pid, signal.SIGKILL)  # what the shell has started, too
            begun.communicate()
            raise
        assert begun.returncode == 0, printed + complaints
        return printed


def _environment() -> dict[str, str]:
    """Return an environment where `python` is this one, and pytest has the plugins of a fresh installation: ours."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    plugins = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_ADDOPTS": "-p openrouter"}
    return environment(**plugins, PATH=path)


def _free_port() -> str:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return str(free.getsockname()[1])
