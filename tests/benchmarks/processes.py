"""Run programs in turns, each in a process of its own, and print what each run took.

    python -I -S processes.py < plan.json

A script without imports of ours, started by `place`: a process's peak memory counts what its parent had when it was
spawned, so that the parent has to be smaller than anything that is measured. A plan has `runs`, `environment`, and
`programs`, commands by their names. The first run of each warms the disk's cache and is not counted. Whoever takes a
turn after whom changes from round to round.
"""

from __future__ import annotations

import json
import os
import sys
import time

__all__ = ["main"]


def main() -> None:
    """Carry out the plan of standard input."""
    plan = json.load(sys.stdin)
    names = list(plan["programs"])
    taken: dict[str, list[dict[str, float]]] = {name: [] for name in names}
    for number in range(plan["runs"] + 1):
        for name in names[number % len(names) :] + names[: number % len(names)]:
            usage = _run(plan["programs"][name], plan["environment"])
            if number > 0:
                taken[name].append(usage)
    json.dump(taken, sys.stdout)


def _run(command: list[str], environment: dict[str, str]) -> dict[str, float]:
    began = time.perf_counter()
    process = os.posix_spawn(command[0], command, environment)
    _, status, usage = os.wait4(process, 0)
    seconds = time.perf_counter() - began
    if status:
        sys.exit(f"{command} ended with status {os.waitstatus_to_exitcode(status)}")
    return {"seconds": seconds, "cpu": usage.ru_utime + usage.ru_stime, "peak": usage.ru_maxrss * 1024}


if __name__ == "__main__":
    main()
