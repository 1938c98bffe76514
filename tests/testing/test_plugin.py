"""The pytest plugin in pytest runs of its own: fresh state per test, one process, nothing loaded before it is used."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import openrouter_core

pytest_plugins = "pytester"

# By name and not as the entry point, which is there only when the package is installed.
PLUGINS = ("-p", "openrouter_core.testing.pytest_plugin", "-p", "xdist")
HEAVY = ("attr", "attrs", "starlette", "uvicorn", "h11", "sqlite3", "httpx", "cattrs", "asyncio")


@pytest.fixture(autouse=True)
def _importable(monkeypatch: pytest.MonkeyPatch) -> None:
    root = str(Path(openrouter_core.__file__).parents[1])
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([root, *sys.path]))


@pytest.mark.parametrize("workers", ["0", "2"])
def test_every_test_gets_a_fresh_state_on_one_server(pytester: pytest.Pytester, workers: str) -> None:
    """What one test creates, arms or deletes the next does not see; and `openrouter` is a core on it."""
    pytester.makepyfile(
        """
        import urllib.request, json, os, pathlib, pytest

        from openrouter_core import OpenRouterCore

        def count(server):
            request = urllib.request.Request(
                server.url + "/byok", headers={"authorization": "Bearer " + server.management_key}
            )
            with urllib.request.urlopen(request) as response:
                return json.load(response)["total_count"]

        @pytest.mark.parametrize("number", range(6))
        def test_fresh(openrouter, openrouter_server, number):
            assert isinstance(openrouter, OpenRouterCore)
            assert openrouter_server.requests == []
            assert count(openrouter_server) == 0
            openrouter_server.seed(3)
            assert count(openrouter_server) == 3
            openrouter_server.fail(status=500, times=None)
            openrouter_server.account.delete_workspace()
            with open(f"urls-{os.getpid()}", "a") as file:
                file.write(openrouter_server.url + "\\n")
        """
    )
    result = pytester.runpytest_subprocess(*PLUGINS, "-W", "error", "-n", workers)
    result.assert_outcomes(passed=6)
    logs = [file.read_text().splitlines() for file in pytester.path.glob("urls-*")]
    assert sum(map(len, logs)) == 6
    assert all(len(set(urls)) == 1 for urls in logs)


def test_loading_it_loads_nothing_heavy() -> None:
    """Everyone who has the package installed pays for this import in every run of pytest."""
    script = f"""
import sys, pytest
before = set(sys.modules)
import openrouter_core.testing.pytest_plugin
loaded = {{name.partition(".")[0] for name in set(sys.modules) - before}}
assert loaded.isdisjoint({HEAVY!r}), loaded
"""
    subprocess.run([sys.executable, "-W", "error", "-c", script], check=True)


def test_to_install_the_package_is_enough(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """The fixtures are there without an option or a conftest: pytest finds them by the entry point."""
    for name in ("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "PYTHONPATH"):
        monkeypatch.delenv(name)
    pytester.makepyfile(
        """
        def test_ready(openrouter, openrouter_server, pytestconfig):
            assert pytestconfig.pluginmanager.has_plugin("openrouter")
            assert openrouter_server.url.startswith("http://127.0.0.1:")
            assert openrouter_server.requests == []
        """
    )
    pytester.runpytest_subprocess("-W", "error", "-p", "no:schemathesis").assert_outcomes(passed=1)


ASYNC_TESTS = """
import asyncio, pytest
from openrouter_funcs.byok_list import byok_list, byok_list_async

@pytest.mark.anyio
@pytest.mark.parametrize("number", range(15))
async def test_in_a_loop_of_the_plugins(openrouter, number):
    assert (await byok_list_async(openrouter)).ok
    assert byok_list(openrouter).ok

@pytest.mark.parametrize("number", range(15))
def test_in_a_loop_of_its_own(openrouter, number):
    async def use():
        assert all(each.ok for each in await asyncio.gather(*(byok_list_async(openrouter) for _ in range(3))))

    asyncio.run(use())

@pytest.fixture
def anyio_backend():
    return "asyncio"
"""


def test_async_tests_end_cleanly(pytester: pytest.Pytester) -> None:
    """Connections of a loop that ends are closed with it: no warning, though the fixture is closed after the loop."""
    pytester.makepyfile(ASYNC_TESTS)
    pytester.makeini("[pytest]\nfilterwarnings = error")
    result = pytester.runpytest_subprocess(*PLUGINS, "-p", "anyio", "-n", "0")
    result.assert_outcomes(passed=30)
    result.stderr.no_fnmatch_line("*")


NEVER_CLOSED = """
import asyncio, sys
from openrouter_core import OpenRouterCore
from openrouter_core.testing import LocalOpenRouter
from openrouter_funcs.byok_list import byok_list_async

with LocalOpenRouter() as server:
    core = server.core()

    async def use():
        assert all(each.ok for each in await asyncio.gather(*(byok_list_async(core) for _ in range(5))))

    asyncio.run(use())
    asyncio.run(use())
"""


def test_a_core_that_nobody_closes_warns_of_nothing() -> None:
    """A program that runs its loop and ends has closed its connections by that."""
    command = [sys.executable, "-W", "error", "-c", NEVER_CLOSED]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
