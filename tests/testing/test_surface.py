"""The package as users import it: its names, that they come lazily, and what is said when the extra is missing."""

from __future__ import annotations

import inspect
import os
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

import openrouter_core
from openrouter_core import testing
from openrouter_core.testing import Fault
from openrouter_core.testing.server import FaultSettings


def run(script: str) -> subprocess.CompletedProcess[str]:
    """Run a script in a fresh interpreter."""
    root = str(Path(openrouter_core.__file__).parents[1])
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([root, *sys.path])}
    command = [sys.executable, "-W", "error", "-c", script]
    return subprocess.run(command, check=False, capture_output=True, text=True, env=env)


@pytest.mark.parametrize("name", testing.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    """`__all__` promises nothing that is not there."""
    assert inspect.getdoc(getattr(testing, name))


def test_another_name_is_an_attribute_error() -> None:
    """As with any module."""
    assert not hasattr(testing, "Mock")


def test_nothing_is_imported_before_it_is_used() -> None:
    """The package itself imports none of its modules, and `Fault` needs no server."""
    script = """
import sys
import openrouter_core.testing
assert not [name for name in sys.modules if name.startswith("openrouter_core.testing.")]
openrouter_core.testing.Fault
assert not {"starlette", "uvicorn"} & set(sys.modules)
"""
    assert run(script).stderr == ""


@pytest.mark.parametrize("missing", ["starlette", "uvicorn", "h11"])
def test_a_missing_extra_says_what_to_install(missing: str) -> None:
    """One clear line instead of the name of a package that the user never heard of."""
    script = f"import sys; sys.modules[{missing!r}] = None; from openrouter_core.testing import LocalOpenRouter"
    last = run(script).stderr.splitlines()[-1]
    assert last == "ImportError: the local OpenRouter needs the extra: pip install 'openrouter-funcs[testing]'"


def test_any_other_missing_module_is_shown_as_it_is() -> None:
    """A Python without SQLite is not cured by the extra."""
    script = "import sys; sys.modules['sqlite3'] = None; from openrouter_core.testing import LocalOpenRouter"
    assert "sqlite3" in run(script).stderr.splitlines()[-1]


def test_fail_takes_what_a_fault_takes() -> None:
    """The typed keywords of `LocalOpenRouter.fail` are the attributes of `Fault`."""
    assert list(FaultSettings.__annotations__) == [field.name for field in attrs.fields(Fault)]
