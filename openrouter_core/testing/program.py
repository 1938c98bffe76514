"""The local OpenRouter as a program: its arguments, what it prints, and how it ends.

This module has the command line. The server itself is `LocalOpenRouter`, imported only after the arguments are read, so
that `--help` and a mistyped option answer at once.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import sqlite3
import sys
import time
from argparse import ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, cast

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
    from types import FrameType

    from openrouter_core.testing import LocalOpenRouter

__all__ = ["main"]

_PROG = "python -m openrouter_core.testing"

_DESCRIPTION = """\
A local OpenRouter to test against: models, files, keys and BYOK over real HTTP, on this machine only.
It runs until Ctrl-C (SIGINT) or SIGTERM, and then exits with status 0. With a command after "--", it runs as
long as the command, and exits with the command's status."""

_EPILOG = """\
keys:
  --key management=sk-or-test-123      may do everything
  --key ordinary=sk-or-test-456        a valid key that is no management key: 403
  --key other-account=sk-or-test-789   the management key of a second account
  The first two are random by default. They are not stored, so a --db that is opened again gets new
  ones; keys of earlier runs still work.

command:
  The command after "--" runs with OPENROUTER_BASE_URL and OPENROUTER_API_KEY set for this server. Only the
  output of the command is printed.

output:
  A few lines to read, then one line of JSON for programs: the only one that begins with "{". It holds
  url, faults_url, model_url, page_url, management_key, ordinary_key, workspace_id and api_key_hash.

faults:
  POST a JSON object to the faults_url to make requests fail, GET it to see what was hit, DELETE to clear:
  curl -d '{"function": "byok_list", "status": 429, "headers": {"Retry-After": "1"}}' FAULTS_URL
  curl -d '{"function": "chat_send", "at_event": 3, "error": "credits"}' FAULTS_URL

model:
  POST a JSON object to the model_url to queue what the model says next; else it repeats the user's message:
  curl -d '{"text": "Hello", "chunks": 5, "delay": 0.1}' MODEL_URL
  Or write replies into a TOML file for --script. This one is used whenever "weather" is in the message:
  [[reply]]
  message = "weather"
  text = "It rains."
  times = inf

models:
  curl https://openrouter.ai/api/v1/models > models.json
  python -m openrouter_core.testing --models models.json

examples:
  python -m openrouter_core.testing --port 8787 --db byok.db --key management=sk-or-test-123 --seed 120
  python -m openrouter_core.testing --seed 120 -- python my_service.py"""

_READY = """\
A local OpenRouter is ready: it answers all {operations} operations of the API.

  base URL        {url}
  management key  {management_key}
  ordinary key    {ordinary_key}  (answers 403)
  workspace       {workspace_id}
  faults          {faults_url}
  model           {model_url}
  page            {page_url}
  state           {state}
  chaos           {chaos}

Ctrl-C stops it. The next line is for programs.
"""

_KEY_NAMES = ("management", "ordinary", "other-account")


def main(arguments: Sequence[str]) -> int:
    """Serve until a signal comes, or as long as a command runs, and return the exit status."""
    own, command = _split(arguments)
    options = _parser().parse_args(own)
    try:
        if command:
            return _serve(options, lambda server: _run(command, server))
        with _signals() as stop:
            return _serve(options, lambda server: _wait(server, options.db, stop))
    except (ValueError, ImportError) as error:
        return _fail(str(error))


def _split(arguments: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Return our own arguments, and the command after `--`."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    return arguments[:end], arguments[end + 1 :]


@contextmanager
def _signals() -> Generator[socket.socket]:
    """Turn SIGINT and SIGTERM into bytes on a socket, from here to the end of the process.

    An exception from a signal handler can interrupt any code, including the clean-up. This way an early signal waits
    until it is read, and a second one is a byte that nobody reads.
    """
    receiver, sender = socket.socketpair()
    with receiver, sender:
        sender.settimeout(0)
        signal.set_wakeup_fd(sender.fileno())
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, _note)
        try:
            yield receiver
        finally:
            for number in (signal.SIGINT, signal.SIGTERM):  # a handler of Python's own would end before the process
                signal.signal(number, signal.SIG_IGN)
            signal.set_wakeup_fd(-1)


def _note(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: Python writes the byte because a handler is set."""


def _serve(options: Namespace, work: Callable[[LocalOpenRouter], int]) -> int:
    from openrouter_core.testing import LocalOpenRouter
    from openrouter_core.testing.accounts import CREDITS

    keys: dict[str, str] = dict(options.key)
    if len({*keys.values()}) < len(options.key):
        raise ValueError("--key: each name and each value can be given once")
    server = LocalOpenRouter(
        db=options.db,
        host=options.host,
        port=options.port,
        management_key=keys.get("management"),
        ordinary_key=keys.get("ordinary"),
        chaos=options.chaos,
        chaos_seed=options.chaos_seed,
        models=_models(options.models),
        script=options.script,
        credits=CREDITS if options.credits is None else options.credits,
        job_seconds=options.job_seconds,
    )
    try:
        server.start()
    except OSError as error:
        return _fail(f"cannot listen on {options.host} port {options.port}: {error.strerror}")
    except sqlite3.Error as error:
        return _fail(f"cannot use the database {options.db}: {error}")
    try:
        _prepare(server, options.seed, keys.get("other-account"))
        return work(server)
    finally:
        server.stop()


def _models(path: str | None) -> Iterable[Mapping[str, object]] | None:
    """Return the models in a file, which has the list or the whole response."""
    if path is None:
        return None
    try:
        found: Any = json.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise ValueError(f"cannot read the models in {path}: {error}") from None
    whole = isinstance(found, dict) and "data" in found
    return cast("Iterable[Mapping[str, object]]", found["data"] if whole else found)


def _wait(server: LocalOpenRouter, db: str | None, stop: socket.socket) -> int:
    _announce(server, db)
    stop.recv(1)
    return 0


def _run(command: Sequence[str], server: LocalOpenRouter) -> int:
    from subprocess import Popen

    place = {"OPENROUTER_BASE_URL": server.url, "OPENROUTER_API_KEY": server.management_key}
    with _noted() as ends:  # before it starts: a signal may come at once
        try:
            process = Popen(command, env={**os.environ, **place})  # noqa: S603 - the user's own command
        except OSError as error:
            return _fail(f"cannot run {command[0]}: {error.strerror}", status=127)  # as shells do
        with process:
            # In short turns: of a signal that comes just as a wait begins, Python hears when that wait ends.
            while (status := process.poll()) is None:
                if ends:
                    ends.clear()
                    process.terminate()
                time.sleep(0.02)
    return status if status >= 0 else 128 - status  # as shells do when a signal ended it


@contextmanager
def _noted() -> Generator[list[int]]:
    """Let the command decide when to end: a terminal sends it SIGINT, too; each SIGTERM is noted, to be passed on."""
    ends: list[int] = []
    before = {
        signal.SIGINT: signal.signal(signal.SIGINT, _note),
        signal.SIGTERM: signal.signal(signal.SIGTERM, lambda number, _: ends.append(number)),
    }
    try:
        yield ends
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _prepare(server: LocalOpenRouter, seed: int, other_account: str | None) -> None:
    if other_account is not None:
        server.add_account(other_account)
    if seed:
        server.seed(seed)


def _announce(server: LocalOpenRouter, db: str | None) -> None:
    from openrouter_core.testing.contract import contract

    facts = {
        "url": server.url,
        "faults_url": server.faults_url,
        "model_url": server.model_url,
        "page_url": server.page_url,
        "management_key": server.management_key,
        "ordinary_key": server.ordinary_key,
        "workspace_id": server.account.default_workspace_id,
        "api_key_hash": server.account.api_key_hash,
    }
    faults = server.faults
    more = {
        "operations": len(contract().operations),
        "state": db or "in memory, gone when this ends",
        "chaos": f"{faults.chaos}, with --chaos-seed {faults.seed}" if faults.chaos else "none",
    }
    sys.stdout.write(_READY.format(**facts, **more))
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


class _Parser(ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Exit with one line; only --help shows the usage."""
        self.exit(2, f"{self.prog}: {message}\n")


def _parser() -> ArgumentParser:
    parser = _Parser(
        prog=_PROG,
        usage="%(prog)s [options] [-- command ...]",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("--host", default="127.0.0.1", help="a loopback address (default: %(default)s)")
    parser.add_argument("--port", type=_port, default=0, help="the port; 0, the default, takes a free one")
    parser.add_argument("--db", metavar="PATH", help="keep the state in this file; without it, in memory")
    parser.add_argument(
        *("--key",),
        metavar="NAME=VALUE",
        type=_key,
        action="append",
        default=[],
        help="set a key; may be repeated",
    )
    parser.add_argument(
        "--chaos", metavar="P", type=float, default=0, help="make requests fail at random: 0.05 is 1 of 20"
    )
    parser.add_argument(
        "--chaos-seed", metavar="N", type=_count, help="repeat the random faults of the run that printed N"
    )
    parser.add_argument("--models", metavar="FILE", help="use these models: the JSON response of OpenRouter's /models")
    parser.add_argument("--script", metavar="FILE", help="what the model says: a TOML file of [[reply]] tables")
    parser.add_argument(
        "--credits", metavar="N", type=float, help="what each account has bought, in dollars; else 1000"
    )
    parser.add_argument(
        "--job-seconds", metavar="N", type=float, default=0, help="let videos and batches take N seconds"
    )
    parser.add_argument("--seed", metavar="N", type=_count, default=0, help="create N credentials at each start")
    return parser


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text) <= 65535):  # noqa: PLR2004 - the highest port
        raise ArgumentTypeError("must be a number from 0 to 65535")
    return int(text)


def _count(text: str) -> int:
    if not (text.isascii() and text.isdecimal()):
        raise ArgumentTypeError("must be a number, 0 or more")
    return int(text)


def _key(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if name not in _KEY_NAMES or not equals or not value:
        raise ArgumentTypeError(f"must be NAME=VALUE, where NAME is one of {', '.join(_KEY_NAMES)}")
    return name, value


def _fail(message: str, status: int = 1) -> int:
    sys.stderr.write(f"{_PROG}: {message}\n")
    return status
