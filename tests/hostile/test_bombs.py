"""A bomb is not inflated: a call that meets one takes little more memory than the cap on bodies."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.faults.server import Flood, Say, response
from tests.hostile import peak
from tests.hostile.cases_bodies import BOMB, CHUNK, HEAD
from tests.processes import environment

if TYPE_CHECKING:
    from tests.faults.server import FaultServer, Script

GZIP = "Content-Encoding: gzip"
SCRIPTS: dict[str, Script] = {
    "194 KB that would become 200 MB": (Say(response(BOMB, status="201 X", headers=[GZIP])),),
    "an endless body": (Say(HEAD + b"Transfer-Encoding: chunked\r\n\r\n"), Flood(CHUNK)),
}


def test_the_bomb_is_one() -> None:
    """It has the size that the issue of bombs is about."""
    assert 190_000 < len(BOMB) < 200_000


@pytest.mark.skipif(not peak.REFERENCES.exists(), reason="memory is measured by Linux's /proc")
@pytest.mark.parametrize("way", ["sync", "async"])
@pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS)
def test_the_peak_is_within_64_megabytes_of_rest(faults: FaultServer, script: Script, way: str) -> None:
    """In a process of its own, whose peak is measured from its rest."""
    command = [sys.executable, "-m", "tests.hostile.peak", faults.open(script).url, way]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, timeout=60, check=True)
    assert 0 < float(done.stdout) < 64, done.stdout
