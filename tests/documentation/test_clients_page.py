"""`docs/clients.md` is what it says: each block runs against TLS and a proxy on loopback, with httpx and httpx2."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import trustme

from openrouter_core.testing import LocalOpenRouter
from tests.http.peers import Front, Proxy
from tests.processes import environment

from .pages import DOCS

if TYPE_CHECKING:
    from pathlib import Path

BLOCKS: list[tuple[str, str]] = re.findall(
    r"^```(\w*)\n(.*?)^```$", (DOCS / "clients.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
)


def test_every_block_of_the_page_is_python() -> None:
    """A block in another language would not be run."""
    assert {language for language, _ in BLOCKS} == {"python"}


@pytest.mark.parametrize("library", ["httpx", "httpx2"])
@pytest.mark.parametrize("script", [text for _, text in BLOCKS], ids=range(len(BLOCKS)))
def test_every_block_runs(tmp_path: Path, script: str, library: str) -> None:
    """Where the files that it names are there, the server asks for a client's certificate if it shows one."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    for name in ("localhost", "client"):
        certificate = authority.issue_cert(name).private_key_and_cert_chain_pem
        certificate.write_to_path(str(tmp_path / f"{name}.pem"))
    strict = tmp_path / "authority.pem" if "load_cert_chain" in script else None
    with (
        LocalOpenRouter() as server,
        Front(server, tmp_path / "localhost.pem", strict) as front,
        Proxy("me", "sk-test-proxy") as proxy,
    ):
        script = re.sub(r"\bhttpx\b", library, script).replace("proxy.example:3128", proxy.address)
        place = {"OPENROUTER_BASE_URL": front.url, "OPENROUTER_API_KEY": server.management_key}
        command = [sys.executable, "-W", "error", "-c", script]
        subprocess.run(command, cwd=tmp_path, env=environment(**place), check=True)
    assert set(front.versions) == {"2" if "http2=True" in script else "1.1"}
    assert len(proxy.asked) == ("proxy" in script)
