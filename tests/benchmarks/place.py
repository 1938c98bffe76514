"""Where measured processes run: an environment of their own, in which they find what is compared and no more.

A virtual environment without pip, of links to this checkout's packages, to those that are installed here, and to the
client that openapi-python-client writes. Other packages would count: where rich is installed, httpx imports it, and
takes half as long again. All is byte-compiled first. The processes' environment variables are those that a start needs.
"""

from __future__ import annotations

import compileall
import json
import os
import re
import subprocess
import sys
import sysconfig
import tempfile
import venv
from contextlib import ExitStack, contextmanager
from importlib.metadata import PackageNotFoundError, distribution, files, requires
from pathlib import Path
from typing import IO, TYPE_CHECKING, TypeAlias, cast

import attrs

from tests.benchmarks import processes
from tests.benchmarks.server import Address, serving
from tests.contract.document import only

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Mapping, Sequence

__all__ = ["CHECKOUT", "GENERATED", "Place", "Taken", "prepared"]

CHECKOUT = Path(__file__).resolve().parents[2]
MEASURED = ("openrouter-funcs", "httpx2", "openrouter", "openai", "python-dateutil", "pyperf")
"""What is compared, what the client that openapi-python-client writes requires, and what takes the time."""

SPAWNED_A_ROUND = 5
"""A start takes a fraction of a second, in which the machine is fast or slow, and so it is measured more often."""

GENERATED = "generated_byok"
"""The package that openapi-python-client writes."""

Taken: TypeAlias = "dict[str, list[dict[str, float]]]"
"""For each program its runs: `seconds`, `cpu` (user and system), and `peak`, in bytes. Those of one turn stand in one
place of every list."""


@attrs.frozen
class Place:
    """The environment, a server on loopback, and how many rounds are run."""

    python: str
    folder: Path
    server: Address
    runs: int
    generated: bool  # whether there is a client of openapi-python-client's

    @property
    def environment(self) -> dict[str, str]:
        """The variables of every measured process; the test CA stands among the usual ones, which cost their time."""
        return {"PATH": os.defpath, "SSL_CERT_FILE": str(self.folder / "authorities.pem"), "LC_ALL": "C.UTF-8"}

    def spawn(self, programs: Mapping[str, str], *, tls: bool = False) -> Taken:
        """Run each program, by turns, in processes of their own; without TLS the authorities are as usual."""
        commands = {name: [self.python, "-c", program] for name, program in programs.items()}
        environment = {name: value for name, value in self.environment.items() if tls or name != "SSL_CERT_FILE"}
        plan = {"programs": commands, "runs": self.runs * SPAWNED_A_ROUND, "environment": environment}
        command = [self.python, "-I", "-S", processes.__file__]
        return cast("Taken", json.loads(self._output(command, json.dumps(plan), self.folder, {})))

    def take_turns(self, workers: Mapping[str, Sequence[str]], values: int = 1) -> Taken:
        """Run processes of `timing`, and have each take so many values, one after the other; again in each round."""
        taken: Taken = {name: [] for name in workers}
        for number in range(self.runs):
            with ExitStack() as running:
                started = {name: running.enter_context(self._started(workers[name])) for name in workers}
                for turn in range(number, number + values):
                    for name in _rotated(list(workers), turn):
                        taken[name].append(started[name]())
        return taken

    @contextmanager
    def _started(self, arguments: Sequence[str]) -> Generator[Callable[[], dict[str, float]]]:
        """Start a process, wait until it is warm, and give what takes one value."""
        command = [self.python, "-m", *arguments]
        pipe = subprocess.PIPE
        with subprocess.Popen(
            command, stdin=pipe, stdout=pipe, env=self.environment, cwd=CHECKOUT, text=True
        ) as process:
            told, heard = cast("IO[str]", process.stdin), cast("IO[str]", process.stdout)

            def take() -> dict[str, float]:
                print(file=told, flush=True)
                return cast("dict[str, float]", json.loads(heard.readline()))

            assert heard.readline() == "\n"
            yield take
            told.close()
            heard.read()  # pyperf's own summary

    def work(self, arguments: Sequence[str], *launcher: str, **variables: str) -> list[dict[str, float]]:
        """Run one module of this package, and return what it prints last."""
        command = [*launcher, self.python, "-m", *arguments]
        printed = self._output(command, "", CHECKOUT, variables)
        return cast("list[dict[str, float]]", json.loads(printed.splitlines()[-1]))

    def _output(self, command: Sequence[str], given: str, folder: Path, variables: Mapping[str, str]) -> str:
        environment = {**self.environment, **variables}
        done = subprocess.run(
            command, input=given, env=environment, cwd=folder, stdout=subprocess.PIPE, text=True, check=True
        )
        return done.stdout


def _rotated(names: list[str], turn: int) -> list[str]:
    return names[turn % len(names) :] + names[: turn % len(names)]


@contextmanager
def prepared(runs: int, *, generate: bool = True, without: frozenset[str] = frozenset()) -> Generator[Place]:
    """Make the place, and keep it meanwhile; `without` some of the packages that would be in it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _make_certificates(folder)
        generated = generate and _generate(folder / "generated")
        python = _make_environment(folder, without)
        with serving(folder) as server:
            yield Place(python, folder, server, runs, generated)


def _make_certificates(folder: Path) -> None:
    import certifi
    import trustme

    authority = trustme.CA()
    authority.issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(folder / "server.pem")
    everyone = Path(certifi.where()).read_bytes() + authority.cert_pem.bytes()
    (folder / "authorities.pem").write_bytes(everyone)


def _generate(folder: Path) -> bool:
    """Write the client that openapi-python-client makes of the contract; return whether it is installed here."""
    from importlib.util import find_spec

    if find_spec("openapi_python_client") is None:
        return False
    folder.mkdir()
    contract = folder / "contract.json"
    contract.write_text(json.dumps(only("/byok")), encoding="utf-8")
    command = [sys.executable, "-m", "openapi_python_client", "generate", "--meta", "none"]
    path = f"{sysconfig.get_path('scripts')}{os.pathsep}{os.environ.get('PATH', os.defpath)}"  # it runs ruff
    subprocess.run(
        [*command, "--path", contract, "--output-path", folder / GENERATED],
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "PATH": path},
    )
    return True


def _make_environment(folder: Path, without: frozenset[str]) -> str:
    home = folder / "environment"
    venv.create(home, symlinks=True, with_pip=False)
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(home), "platbase": str(home)}))
    ours, generated = [CHECKOUT / "openrouter_core", CHECKOUT / "openrouter_funcs"], folder / "generated" / GENERATED
    theirs = {path for package in _with_requirements(MEASURED) - without for path in _top_level(package)}
    for path in (*ours, *theirs, generated):
        (packages / path.name).symlink_to(path)
    installed = {Path(sysconfig.get_path(name)) for name in ("purelib", "platlib")}
    for path in (packages, *installed, *ours, generated):
        compileall.compile_dir(path, quiet=2)
    return str(home / "bin" / "python")


def _with_requirements(packages: Iterable[str]) -> set[str]:
    """Return the packages, and all that they require, extras left out, as far as they are installed."""
    found: set[str] = set()
    waiting = set(packages)
    while waiting:
        name = waiting.pop()
        try:
            required = requires(name) or []
        except PackageNotFoundError:  # a requirement of other systems
            continue
        found.add(name)
        names = {re.split(r"[^\w.-]", text, maxsplit=1)[0] for text in required if "extra ==" not in text}
        waiting |= names - found
    return found


def _top_level(package: str) -> set[Path]:
    """Return the files and folders that a package has among the installed ones, but for those that say where else."""
    tops = {file.parts[0] for file in files(package) or [] if file.suffix != ".pth"} - {"..", "__pycache__"}
    return {Path(distribution(package).locate_file(top).__fspath__()) for top in tops}  # type: ignore[attr-defined]
