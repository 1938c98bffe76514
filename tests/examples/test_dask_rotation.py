"""The Dask example, on a real cluster of local processes: a thousand credentials, and failures as values."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openrouter_core.testing import LocalOpenRouter

    from .conftest import Examples

NEW = "sk-test-new-key-WxYz"


def test_a_thousand_credentials_are_rotated(examples: Examples, server: LocalOpenRouter) -> None:
    """By two processes; each once, but for those that are tried again; what fails comes back as its error."""
    ids = server.seed(1000)
    conflict, gone, busy = ids[100], ids[500], ids[900]
    server.fail(method="PATCH", path=f"/byok/{conflict}", status=409)
    server.fail(method="PATCH", path=f"/byok/{gone}", close="before", times=None)
    server.fail(method="PATCH", path=f"/byok/{busy}", status=503, headers={"retry-after-ms": "1"})

    code, printed = examples.run("dask_rotation.py", "openai", "--workers", "2", NEW_KEY=NEW)
    assert code == 1
    said = [line for line in printed.splitlines() if "outcome=" in line or "rotated, by" in line]
    *failures, total = said  # a busy cluster logs connections, too, that close as it ends
    assert total == "998 of 1000 rotated, by 2 processes"
    assert {line.partition(": ")[0]: line.rpartition(" (")[2] for line in failures} == {
        conflict: "attempts=1, outcome=not_applied)",
        gone: "attempts=3, outcome=unknown)",
    }
    assert NEW not in printed
    assert {each for each in ids if not server.verify_key(each, NEW)} == {conflict, gone}
    sent = Counter(each.path.rpartition("/")[2] for each in server.requests if each.method == "PATCH")
    assert sent == dict.fromkeys(ids, 1) | {busy: 2, gone: 3}
