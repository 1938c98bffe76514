"""`python -m openrouter_funcs._generate`: write all that comes from the contract; `--check`: say what is stale."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from openrouter_funcs._generate import decisions, pages
from openrouter_funcs._generate.contract import endpoints
from openrouter_funcs._generate.functions import Functions
from openrouter_funcs._generate.homes import placed
from openrouter_funcs._generate.models import Models
from openrouter_funcs._generate.words import Words

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

ROOT = Path(__file__).parents[2]
_LISTS = {"README.md": "docs/reference/functions/", "docs/index.md": "reference/functions/"}  # pages that list families


def generated(root: Path, words: Words) -> dict[str, str]:
    """Return the text of every file by its path from the root, before it is formatted."""
    symbols = placed()
    models = Models(symbols, words)
    functions = Functions(symbols, words, models)
    files = {f"openrouter_funcs/{each.function}.py": functions.module(each) for each in endpoints()}
    files |= {f"openrouter_funcs/models/{name}.py": text for name, text in models.modules().items()}
    files |= {f"docs/reference/functions/{name}.md": text for name, text in pages.reference(symbols, words).items()}
    for path, folder in _LISTS.items():
        files[path] = pages.with_families((root / path).read_text(encoding="utf-8"), folder, words)
    return files


def formatted(files: dict[str, str]) -> dict[str, str]:
    """Return the files as ruff formats them."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in files.items():
            target = Path(folder, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        settings = ["--config", f"{ROOT}/pyproject.toml", "--config", f"src = ['{ROOT}']", "-q", "--no-cache", folder]
        for command in (["check", "--select", "I,RUF022", "--fix"], ["format"]):
            subprocess.run([sys.executable, "-m", "ruff", *command, *settings], check=True)  # noqa: S603 - our own text
        return {path: Path(folder, path).read_text(encoding="utf-8") for path in files}


def foreign(root: Path, files: Container[str]) -> list[Path]:
    """Return what stands among the files that this program writes, and is none of them."""
    places = ("openrouter_funcs/*.py", "openrouter_funcs/models/*.py", "docs/reference/functions/*.md")
    there = [path for place in places for path in root.glob(place)]
    kept = {"__init__", "credentials", *decisions.BY_HAND}
    return [path for path in there if path.stem not in kept and path.relative_to(root).as_posix() not in files]


def main(root: Path = ROOT, arguments: Sequence[str] | None = None) -> int:
    """Write the files, or only look at them; return 1 when something is stale, missing or of no use."""
    parser = argparse.ArgumentParser(prog="python -m openrouter_funcs._generate", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, and fail on what is stale or missing")
    check = parser.parse_args(arguments).check
    words = Words()
    files = formatted(generated(root, words))
    stale = [path for path, text in files.items() if not (root / path).exists() or (root / path).read_text() != text]
    faults = [f"missing words: {each}" for each in dict.fromkeys(words.missing)] + [
        f"unused words: {each}" for each in words.unused()
    ]
    if check:
        faults += [f"stale: {path}" for path in [*stale, *foreign(root, files)]]
    else:
        for stray in foreign(root, files):
            stray.unlink()
        for path in stale:
            (root / path).write_text(files[path], encoding="utf-8")
    print(*faults, f"{len(files)} files, {len(stale)} stale, {len(faults)} faults", sep="\n")  # noqa: T201
    return min(len(faults), 1)


if __name__ == "__main__":
    sys.exit(main())
