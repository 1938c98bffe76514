"""Known vulnerabilities in what a user of this package installs: fails on a finding, and says when nobody could tell.

    python .ci/audit.py

pip-audit asks a service on the network. Where an index does not offer it, or it cannot be reached, that is neither a
finding nor a success: the step is reported as skipped. Arguments go to pip-audit.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
UNREACHABLE = re.compile("ConnectionError|ConnectTimeout|ReadTimeout|ServiceError|HTTPError")


def main(arguments: list[str]) -> str | int:
    """Ask, print, and return the exit status, or why there was no answer."""
    command = [sys.executable, "-m", "pip_audit", "--format", "json", "--progress-spinner", "off", *arguments, "."]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - fixed arguments
    if not done.stdout and UNREACHABLE.search(done.stderr):
        sys.stdout.write("SKIPPED: no service that knows vulnerabilities can be reached\n")
        return 0
    if not done.stdout:
        return done.stderr
    packages = json.loads(done.stdout)["dependencies"]
    audited = [package for package in packages if "vulns" in package]
    found = [
        f"{package['name']} {package['version']}: {each['id']}" for package in audited for each in package["vulns"]
    ]
    skipped = "" if audited else "SKIPPED: this index tells no vulnerabilities; "
    sys.stdout.write("\n".join([*found, f"{skipped}{len(audited)} of {len(packages)} packages audited", ""]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
