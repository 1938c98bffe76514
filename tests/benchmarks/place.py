"""Where measured processes run: an environment of their own, in which they find what is compared and no more.

A virtual environment without pip, of links to this checkout's packages, to those that are installed here, and to the
client that openapi-python-client writes. Other packages would count: where rich is installed, httpx imports it, and
takes half as long again. All is byte-compiled first. The processes' environment variables are those that a start needs.

LiteLLM wants other versions than the rest. So it has such an environment of its own, of links to the packages of
another one (`--peers`). OpenRouter's TypeScript client is installed from npm.
"""

from __future__ import annotations

import compileall
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import venv
from contextlib import ExitStack, contextmanager
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import IO, TYPE_CHECKING, TypeAlias, cast

import attrs

from tests.benchmarks import payloads, processes
from tests.benchmarks.clients import GENERATED, LITELLM, PEER, TYPESCRIPT
from tests.benchmarks.server import Address, serving
from tests.contract.document import only
from tests.peers.official_typescript import NODE, NPM, installed

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Mapping, Sequence

__all__ = [
    "CHECKOUT",
    "Interpreter",
    "Place",
    "Taken",
    "packages_of",
    "prepared",
    "versions",
]

CHECKOUT = Path(__file__).resolve().parents[2]
MEASURED = ("httpx2", "openrouter", "openai", "python-dateutil", "pyperf")
"""What is compared, what the client that openapi-python-client writes requires, and what takes the time."""

NEEDED = ("openrouter-funcs", "pyperf")
"""What each environment needs: the package's requirements, and what takes the time."""

SPAWNED_A_ROUND = 5
"""A start takes a fraction of a second, in which the machine is fast or slow, and so it is measured more often."""

Taken: TypeAlias = "dict[str, list[dict[str, float]]]"
"""For each program its runs: `seconds`, `cpu` (user and system), and `peak`, in bytes. Those of one turn stand in one
place of every list."""


@attrs.frozen
class Interpreter:
    """What runs a program that is given as text, and what takes the time as `timing` does."""

    program: tuple[str, ...]
    timing: tuple[str, ...]

    @classmethod
    def python(cls, path: str) -> Interpreter:
        """Return the one of an environment."""
        return cls((path, "-c"), (path, "-m", "tests.benchmarks.timing"))


@attrs.frozen(eq=False)
class Place:
    """The environment, the clients that can be measured in it, a server on loopback, and how many rounds are run."""

    python: str
    folder: Path
    server: Address
    runs: int
    clients: tuple[str, ...]
    others: Mapping[str, Interpreter]  # of clients that have another one

    @property
    def environment(self) -> dict[str, str]:
        """The variables of every measured process; the test CA stands among the usual ones, which cost their time."""
        authorities = {
            "SSL_CERT_FILE": str(self.folder / "authorities.pem"),
            "NODE_EXTRA_CA_CERTS": str(self.folder / "authority.pem"),
        }
        # LiteLLM asks GitHub for prices otherwise.
        return {"PATH": os.defpath, "LC_ALL": "C.UTF-8", "LITELLM_LOCAL_MODEL_COST_MAP": "True"} | authorities

    def interpreter(self, client: str) -> Interpreter:
        """Return what runs a client."""
        return self.others.get(client) or Interpreter.python(self.python)

    def spawn(self, programs: Mapping[str, str], *, tls: bool = False) -> Taken:
        """Run each program, by turns, in processes of their own; without TLS the authorities are as usual.

        A program is named after its client. What follows a space tells several of one client apart.
        """
        commands = {
            name: [*self.interpreter(name.partition(" ")[0]).program, program] for name, program in programs.items()
        }
        environment = {name: value for name, value in self.environment.items() if tls or not value.endswith(".pem")}
        plan = {"programs": commands, "runs": self.runs * SPAWNED_A_ROUND, "environment": environment}
        command = [self.python, "-I", "-S", processes.__file__]
        return cast("Taken", json.loads(self._output(command, json.dumps(plan), self.folder, {})))

    def take_turns(self, workers: Mapping[str, Sequence[str]], values: int = 1) -> Taken:
        """Run commands of `timing`, and have each take so many values, one after the other; again in each round."""
        taken: Taken = {name: [] for name in workers}
        for number in range(self.runs):
            with ExitStack() as running:
                started = {name: running.enter_context(self._started(workers[name])) for name in workers}
                for turn in range(number, number + values):
                    for name in _rotated(list(workers), turn):
                        taken[name].append(started[name]())
        return taken

    @contextmanager
    def _started(self, command: Sequence[str]) -> Generator[Callable[[], dict[str, float]]]:
        """Start a process, wait until it is warm, and give what takes one value."""
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
def prepared(
    runs: int, clients: Sequence[str], *, without: frozenset[str] = frozenset(), peers: str | None = None
) -> Generator[Place]:
    """Make the place for these clients, as far as they are there, and keep it meanwhile.

    `without` some of the packages that would be in it; LiteLLM is taken from the environment `peers`.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _make_certificates(folder)
        missing: set[str] = set()
        if PEER in clients and not _generate(folder / "generated"):
            missing.add(PEER)
        python = _make_environment(
            folder / "environment", _linked(MEASURED, HERE, without) | {*folder.glob("generated/*")}, without
        )
        others: dict[str, Interpreter] = {}
        if LITELLM in clients and peers is not None:
            linked = _linked((LITELLM, "h2"), packages_of(peers), without)  # it requires httpx[http2]
            others[LITELLM] = Interpreter.python(_make_environment(folder / "peers", linked, without))
        if TYPESCRIPT in clients and NODE is not None and NPM is not None:
            others[TYPESCRIPT] = _install_typescript(folder, NODE)
        missing |= {LITELLM, TYPESCRIPT} - others.keys()
        with serving(folder) as server:
            measured = tuple(client for client in clients if client not in missing)
            yield Place(python, folder, server, runs, measured, others)


def _make_certificates(folder: Path) -> None:
    import certifi
    import trustme

    authority = trustme.CA()
    authority.issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(folder / "server.pem")
    authority.cert_pem.write_to_path(folder / "authority.pem")
    everyone = Path(certifi.where()).read_bytes() + authority.cert_pem.bytes()
    (folder / "authorities.pem").write_bytes(everyone)


def _generate(folder: Path) -> bool:
    """Write the client that openapi-python-client makes of the contract; return whether it is installed here."""
    from importlib.util import find_spec

    if find_spec("openapi_python_client") is None:
        return False
    contract = folder.with_suffix(".json")
    contract.write_text(json.dumps(only("/byok")), encoding="utf-8")
    folder.mkdir()
    command = [sys.executable, "-m", "openapi_python_client", "generate", "--meta", "none"]
    path = f"{sysconfig.get_path('scripts')}{os.pathsep}{os.environ.get('PATH', os.defpath)}"  # it runs ruff
    subprocess.run(
        [*command, "--path", contract, "--output-path", folder / GENERATED],
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "PATH": path},
    )
    return True


def _install_typescript(folder: Path, node: str) -> Interpreter:
    """Install OpenRouter's client, our script that takes its time, and what its servers answer."""
    project = installed(folder / TYPESCRIPT)
    (folder / "node_modules").symlink_to(project / "node_modules")  # for programs that run in the folder
    script = project / "timing.js"
    shutil.copy(Path(__file__).with_name(script.name), script)
    (project / "payloads.json").write_text(json.dumps(payloads.told()), encoding="utf-8")
    return Interpreter((node, "--input-type=module", "-e"), (node, str(script)))


# --- Environments ------------------------------------------------------------------------------------------------


def packages_of(home: str) -> list[str]:
    """Return where an environment of this version of Python has its packages."""
    base = {"base": home, "platbase": home}
    return list(dict.fromkeys(sysconfig.get_path(kind, vars=base) for kind in ("purelib", "platlib")))


HERE = packages_of(sys.prefix)


def versions(packages: Iterable[str], places: Sequence[str]) -> dict[str, str]:
    """Return the versions of those packages that are installed in one of these places, or here."""
    found = {name: _installed(name, [*HERE, *places]) for name in packages}
    return {name: package.version for name, package in found.items() if package}


def _make_environment(home: Path, linked: Iterable[Path], without: frozenset[str]) -> str:
    """Make an environment of links to these files and folders, and to ours; return its interpreter."""
    venv.create(home, symlinks=True, with_pip=False)
    packages = Path(packages_of(str(home))[0])
    for path in {CHECKOUT / "openrouter_core", CHECKOUT / "openrouter_funcs", *linked, *_linked(NEEDED, HERE, without)}:
        link = packages / path.name
        if not link.exists():
            link.symlink_to(path)
            compileall.compile_dir(path, quiet=2)
    return str(home / "bin" / "python")


def _linked(names: Iterable[str], places: Sequence[str], without: frozenset[str] = frozenset()) -> set[Path]:
    """Return the files and folders of packages and of all that they require, extras left out, if installed there."""
    found: dict[str, Distribution] = {}
    waiting = set(names) - without
    while waiting:
        name = waiting.pop()
        package = _installed(name, places)
        if package is None:  # a requirement of other systems
            continue
        found[name] = package
        required = [text for text in package.requires or [] if "extra ==" not in text]
        waiting |= {re.split(r"[^\w.-]", text, maxsplit=1)[0] for text in required} - found.keys() - without
    return {path for package in found.values() for path in _top_level(package)}


def _installed(name: str, places: Sequence[str]) -> Distribution | None:
    return next(iter(distributions(name=name, path=[*places])), None)


def _top_level(package: Distribution) -> set[Path]:
    """Return the files and folders that a package has among the installed ones, but for those that say where else."""
    tops = {file.parts[0] for file in package.files or [] if file.suffix != ".pth"} - {"..", "__pycache__"}
    return {Path(package.locate_file(top).__fspath__()) for top in tops}  # type: ignore[attr-defined]
