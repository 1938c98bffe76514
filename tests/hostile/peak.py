"""How much memory one call takes, in a process of its own: `python -m tests.hostile.peak URL sync|async`.

It prints by how many megabytes the peak of a call exceeds what the process holds at rest, after a call that fails.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from openrouter_core import OpenRouterCore
from openrouter_core.errors import ResponseValidationError
from openrouter_funcs.byok_create import byok_create, byok_create_async

STATUS, REFERENCES = Path("/proc/self/status"), Path("/proc/self/clear_refs")


def megabytes(name: str) -> float:
    """Return a figure of `/proc/self/status`."""
    line = next(line for line in STATUS.read_text(encoding="ascii").splitlines() if line.startswith(name))
    return int(line.split()[1]) / 1000


def main(url: str, way: str) -> None:
    """Make one call to warm up and one to measure; print the difference."""
    refused, core = OpenRouterCore(api_key="sk-or-test-1", server_url="http://127.0.0.1:9", deadline=0.2), None
    with asyncio.Runner() as runner:

        def call(core: OpenRouterCore) -> object:
            if way == "sync":
                return byok_create(core, key="sk-test-1", provider="openai").error
            return runner.run(byok_create_async(core, key="sk-test-1", provider="openai")).error

        call(refused)
        core = OpenRouterCore(api_key="sk-or-test-1", server_url=url)
        rest = megabytes("VmRSS")
        REFERENCES.write_text("5", encoding="ascii")  # the peak begins anew: proc(5)
        assert isinstance(call(core), ResponseValidationError)
        print(f"{megabytes('VmHWM') - rest:.1f}")  # noqa: T201 - what it is for
        for each in (refused, core):
            runner.run(each.aclose())


if __name__ == "__main__":
    main(*sys.argv[1:])
