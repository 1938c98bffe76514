"""Bytes that nobody vouches for, ten million times: what reads them lets no exception escape but the documented ones.

    pip install -e '.[test,fuzz]' && python tests/faults/fuzz.py --executions 10000000

Atheris (libFuzzer) makes the bytes, led by the coverage of this package, one process for each kind of `parsers.py`.
Inputs begin with the wire samples of the tests. Prints a line for each kind and for each distinct escape, with the
bytes that lead to it, and exits with 1 when there is any. `test_fuzz.py` is the short form.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import traceback
from argparse import ArgumentParser
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SHARES = {"json": 1, "values": 1, "headers": 2, "retry-after": 2, "urls": 2, "pages": 2}
"""The kinds, and how often each is executed, against the others: reading a body takes the longest."""
SAMPLES = Path(__file__).parents[1] / "funcs" / "samples"
SHOWN_ESCAPES = 5
CHOICES = 3  # the bytes before the body, by which `parsers.json` chooses what to take it for
INSTRUMENTED = ["openrouter_core", "email"]
DICTIONARY = (
    *("gzip", "deflate", "application/json", "retry-after-ms", "Bearer ", "sk-or-test-123", "1e400", "NaN", "1e9"),
    *("Fri, 31 Dec 2027 23:59:59 GMT", "https://", "127.0.0.1", "[::1]", "%2e%2e", "..", "@", ":99999", "+9999"),
    *('"data"', '"error"', '"code"', '"message"', '"total_count"', "null", "true", "[[[[", '{"', r"\ud800"),
)


def main(arguments: Sequence[str]) -> int:
    """Run one process for each kind, print, and return the exit status."""
    parser = ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--executions", type=int, default=10_000_000, help="of all kinds together")
    parser.add_argument("--kinds", nargs="+", choices=SHARES, default=list(SHARES))
    parser.add_argument("--processes", type=int, default=2, help="how many kinds at a time")
    parser.add_argument("--seed", type=int, default=1, help="what atheris draws from")
    parser.add_argument("--only", choices=SHARES, help="one kind, in this process; what the others are started with")
    options = parser.parse_args(arguments)
    if options.only:
        fuzz(options.only, options.executions, options.seed)
    kinds: list[str] = options.kinds
    unit = options.executions // sum(SHARES[kind] for kind in kinds)
    with ThreadPoolExecutor(options.processes) as pool:
        running = [pool.submit(_process, kind, unit * SHARES[kind], options.seed) for kind in kinds]
        failed = sum(each.result() for each in running)
    total = unit * sum(SHARES[kind] for kind in kinds)
    sys.stdout.write(f"{total:,} executions: {f'escapes in {failed} kinds' if failed else 'zero escapes'}\n")
    return 1 if failed else 0


def _process(kind: str, executions: int, seed: int) -> bool:
    command = [sys.executable, __file__, "--only", kind, "--executions", str(executions), "--seed", str(seed)]
    return (
        subprocess.run(command, stderr=subprocess.DEVNULL, check=False).returncode != 0
    )  # stderr: libFuzzer's progress


# --- In the process of one kind ----------------------------------------------------------------------------------


def fuzz(kind: str, executions: int, seed: int) -> None:
    """Feed a kind so many times, print what came of it, and end the process, which atheris never gives back."""
    atheris: Any = import_module("atheris")
    with atheris.instrument_imports(include=INSTRUMENTED, enable_loader_override=False):
        import_module("email._parseaddr")  # reads the dates of `Retry-After`, and is loaded by the first one
        parse: Callable[[bytes], None] = import_module("tests.faults.parsers").PARSERS[kind]
    count = Count(kind, parse, executions)
    with TemporaryDirectory() as folder:
        corpus, words = Path(folder) / "corpus", Path(folder) / "words"
        corpus.mkdir()
        for number, sample in enumerate(seeds(kind)):
            (corpus / str(number)).write_bytes(sample)
        words.write_text("".join(f'"{_quoted(word)}"\n' for word in DICTIONARY), encoding="ascii")
        flags = ["-runs=-1", "-max_len=2000", f"-seed={seed}", f"-dict={words}", "-print_final_stats=0"]
        mutator = {"custom_mutator": mutated} if kind == "values" else {}
        atheris.Setup([sys.argv[0], *flags, str(corpus)], count, **mutator)
        atheris.Fuzz()


class Count:
    """Feeds a parser, counts executions and escapes, and ends the process after the last."""

    def __init__(self, kind: str, parse: Callable[[bytes], None], executions: int) -> None:
        self._kind = kind
        self._parse = parse
        self._left = executions
        self._executions = executions
        self._escapes: dict[str, bytes] = {}
        self._began = perf_counter()

    def __call__(self, data: bytes) -> None:
        """Feed these bytes."""
        try:
            self._parse(data)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is an escape
            place = traceback.extract_tb(error.__traceback__)[-1]
            self._escapes.setdefault(f"{type(error).__name__} in {place.name}, {place.filename}:{place.lineno}", data)
        self._left -= 1
        if self._left <= 0:
            self._end()

    def _end(self) -> None:
        took = perf_counter() - self._began
        lines = [f"{self._kind:12} {self._executions:>10,} executions in {took:5.0f} s, {len(self._escapes)} escapes"]
        lines += [f"    {place}: {data!r}" for place, data in list(self._escapes.items())[:SHOWN_ESCAPES]]
        os.write(1, "\n".join([*lines, ""]).encode())
        os._exit(1 if self._escapes else 0)


def seeds(kind: str) -> list[bytes]:
    """Return what fuzzing begins with."""
    if kind not in {"json", "values"}:
        return [
            b"Content-Type: application/json\nX-Request-ID: 1",
            b"Fri, 31 Dec 2027 23:59:59 GMT\n1.5",
            b"a/../b?c#d",
        ]
    samples = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(SAMPLES.glob("*/*.json"))]
    bodies = [json.dumps(sample["response"]["body"]).encode() for sample in samples]
    return [bytes([number] * 2 + [0]) + body for number, body in enumerate(bodies)]


def _quoted(word: str) -> str:
    return word.replace("\\", "\\\\").replace('"', '\\"')


# Mere bytes are seldom JSON again, and the parser in C has no coverage to lead by: so one kind changes values.
VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1.5, 2**70, "", "openai", "sk-or-test-123", "\ud800"),
    *([], {}, ["a"], {"a": None}),
)


def mutated(data: bytes, max_size: int, seed: int) -> bytes:
    """Return the body with a value in it changed."""
    random = Random(seed)  # noqa: S311 - values to try, no secret
    try:
        value = json.loads(data[CHOICES:])
    except (ValueError, RecursionError):  # cut off at the greatest size
        value = random.choice(VALUES)
    return (random.randbytes(CHOICES) + json.dumps(_changed(value, random)).encode())[:max_size]


def _changed(value: Any, random: Random) -> Any:  # noqa: ANN401 - JSON is anything
    if not value or type(value) not in {dict, list} or random.randrange(5) == 0:
        return random.choice((*VALUES, [value], {"data": value}))
    copied = value.copy()
    key = random.choice(list(copied) if type(value) is dict else range(len(copied)))
    if random.randrange(10) == 0:
        del copied[key]
    else:
        copied[key] = _changed(copied[key], random)
    return copied


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
