"""gunicorn and Celery, with the code of the page on fork servers: every process has a core that works.

They are installed in the environment of `tests/peers/test_frameworks.py`.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from tests.systems import needs_fork

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openrouter_core.testing import LocalOpenRouter

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "guides" / "fork-servers.md").read_text(encoding="utf-8")
WHY = "not installed: pip install 'openrouter-funcs[peers]', in an environment of its own"
PATIENCE = 60

pytestmark = needs_fork


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the modules of the page."""
    for name, block in re.findall(r"```python\n# (\w+\.py)\n(.*?)```", PAGE, re.DOTALL):
        (tmp_path / name).write_text(block, encoding="utf-8")
    return tmp_path


@pytest.fixture
def place(server: LocalOpenRouter, folder: Path) -> dict[str, str]:
    """Return the environment of a program that talks to the local server."""
    own = {"OPENROUTER_BASE_URL": server.url, "OPENROUTER_API_KEY": server.ordinary_key, "HOME": str(folder)}
    return os.environ | own | {"PYTHONPATH": os.pathsep.join([str(folder), str(ROOT)])}


def lines_until(process: subprocess.Popen[str], said: str, times: int = 1) -> str:
    """Return what a program prints until it has said something that many times."""
    assert process.stderr is not None
    lines = ""
    for line in process.stderr:
        lines += line
        if lines.count(said) == times:
            return lines
    raise AssertionError(lines)


def test_gunicorn_forks_a_service_that_is_loaded(server: LocalOpenRouter, place: dict[str, str], folder: Path) -> None:
    """With `--preload`: several processes answer, each over connections of its own, and all end when they are told."""
    pytest.importorskip("gunicorn", reason=WHY)
    (command,) = re.findall(r"^gunicorn (--preload .*)$", PAGE, re.MULTILINE)
    arguments = [*command.split(), "--bind", "127.0.0.1:0"]
    with subprocess.Popen(
        [sys.executable, "-m", "gunicorn", *arguments], cwd=folder, env=place, stderr=subprocess.PIPE, text=True
    ) as process:
        started = lines_until(process, "Booting worker", 4)
        (url,) = re.findall(r"Listening at: (http://\S+)", started)
        answers = [httpx.post(url, content=f"Hello {number}", trust_env=False) for number in range(40)]
        server.fail(status=500)
        failed = httpx.post(url, content="Hello", trust_env=False)
        process.send_signal(signal.SIGTERM)
        _, ended = process.communicate(timeout=PATIENCE)
    assert [each.text for each in answers] == [f"Hello {number}" for number in range(40)]
    assert len({each.headers["x-process"] for each in answers}) > 1
    assert failed.status_code == 502
    assert "Traceback" not in started + ended


@pytest.fixture
def ask(place: dict[str, str], folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Return the task of the page, with a worker of two processes that runs it. Files take the place of Redis."""
    pytest.importorskip("celery", reason=WHY)
    tasks = folder / "tasks.py"
    for name in ("queue", "results"):
        (folder / name).mkdir()
    options = dict.fromkeys(("data_folder_in", "data_folder_out", "control_folder"), str(folder / "queue"))
    code = tasks.read_text(encoding="utf-8").replace("soft_time_limit=90", "soft_time_limit=1")
    tasks.write_text(
        code.replace(
            'broker="redis://localhost")',
            f'broker="filesystem://", backend="file://{folder}/results",'
            f" broker_transport_options={options!r}, worker_hijack_root_logger=False)",
        ),
        encoding="utf-8",
    )
    monkeypatch.setattr(sys, "path", [str(folder), *sys.path])
    for name in ("OPENROUTER_BASE_URL", "OPENROUTER_API_KEY"):
        monkeypatch.setenv(name, place[name])
    worker = [sys.executable, "-m", "celery", "-A", "tasks", "worker", "--concurrency", "2", "--loglevel", "INFO"]
    with subprocess.Popen(worker, cwd=folder, env=place, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL) as process:
        module: Any = import_module("tasks")
        yield module.ask
        module.core.close()
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=PATIENCE)
    sys.modules.pop("tasks")


def test_celery_forks_a_worker_that_is_loaded(server: LocalOpenRouter, ask: Any) -> None:  # noqa: ANN401
    """One waits for a Retry-After, one is ended by its time limit in the middle of a call; the next are as before."""
    too_late = pytest.importorskip("celery.exceptions", reason=WHY).SoftTimeLimitExceeded
    results = [ask.delay(f"Hello {number}") for number in range(8)]
    assert [each.get(timeout=PATIENCE) for each in results] == [f"Hello {number}" for number in range(8)]
    server.fail(status=429, headers={"Retry-After": "0.2"}, times=3)  # as often as the core tries
    assert ask.delay("later").get(timeout=PATIENCE) == "later"
    server.fail(delay=60)
    with pytest.raises(too_late):
        ask.delay("Hello").get(timeout=PATIENCE)
    results = [ask.delay("again") for _ in range(4)]
    assert [each.get(timeout=PATIENCE) for each in results] == ["again"] * 4
