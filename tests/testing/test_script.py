"""A script: what the model says, in a TOML file that a test in any language can use."""

from __future__ import annotations

import re
import signal
from typing import TYPE_CHECKING

import httpx
import pytest

from openrouter_core.testing import LocalOpenRouter, Reply

from .conftest import NO_CERTIFICATES
from .test_model import CHAT, said

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Program

SCRIPT = """
[[reply]]
text = "Once."

[[reply]]
message = "(?i)weather"
model = "openai/*"
times = inf
delay = 0.001
chunks = 2
tool_calls = [{ name = "weather", arguments = { city = "Oslo" } }]
usage = { prompt_tokens = 9, cached_tokens = 3 }

[[reply]]
text = ["Or this.", "Or that."]
times = 2
error = { status = 429, message = "Slow down", after = 1 }
"""
REPLIES = [
    Reply("Once."),
    Reply(
        message="(?i)weather",
        model="openai/*",
        times=None,
        delay=0.001,
        chunks=2,
        tool_calls=[{"name": "weather", "arguments": {"city": "Oslo"}}],
        usage={"prompt_tokens": 9, "cached_tokens": 3},
    ),
    Reply(["Or this.", "Or that."], times=2, error={"status": 429, "message": "Slow down", "after": 1}),
]


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """Return a file to write a script to."""
    return tmp_path / "replies.toml"


def ask(url: str, key: str) -> str | None:
    """Return what the model says."""
    headers = {"authorization": f"Bearer {key}"}
    answer = httpx.post(f"{url}/chat/completions", json=CHAT, headers=headers, verify=NO_CERTIFICATES, trust_env=False)
    return said("/chat/completions", answer.json())


def test_a_script_has_every_attribute_of_a_reply(script: Path) -> None:
    """By the same names; it begins anew with each start and reset, and when the replies are dropped."""
    script.write_text(SCRIPT, encoding="utf-8")
    server = LocalOpenRouter(script=script)
    for _ in range(2):
        with server:
            assert server.model.queued() == REPLIES
            assert ask(server.url, server.ordinary_key) == "Once."
            assert server.model.queued() == REPLIES[1:]
            server.reset()
            assert server.model.queued() == REPLIES
            server.model.reply("Of a test")
            httpx.delete(server.model_url, verify=NO_CERTIFICATES, trust_env=False)
            assert server.model.queued() == REPLIES
            ask(server.url, server.ordinary_key)


CALLS = "tool_calls: must be an array of objects with a name, and arguments as an object or text"
WRONG = {
    "text = 1": "text: must be [[reply]]",
    "[reply]\ntext = 'x'": "reply: must be [[reply]]",
    "[[reply]]\n[[fault]]": "fault: must be [[reply]]",
    "[[reply]]\ntext = 'x'\n[[reply]]\nchunks = 0": "reply 2: chunks: must be an integer from 1, or null for words",
    "[[reply]]\nwords = 'x'": "reply 1: words: is not an attribute of a reply",
    "[[reply]]\ntimes = -inf": "reply 1: times: must be an integer from 1, or null for ever",
    "reply = ['x']": "reply 1: body: must be a JSON object",
    "[[reply]]\ntool_calls = [{name = 'f', arguments = {day = 2026-01-01}}]": f"reply 1: {CALLS}",
    "[[reply]]\ntool_calls = [{name = 'f', arguments = {number = nan}}]": f"reply 1: {CALLS}",
    "[[reply": "Expected",
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_script_that_is_wrong_says_where(script: Path, wrong: str) -> None:
    """The file, the entry and the field, before anything is started."""
    script.write_text(wrong, encoding="utf-8")
    with pytest.raises(ValueError, match=f"^{re.escape(f'{script}: {WRONG[wrong]}')}"):
        LocalOpenRouter(script=script)


def test_a_script_that_is_not_there_says_so(script: Path) -> None:
    """As one that is no text."""
    with pytest.raises(ValueError, match=r"replies\.toml: No such file or directory$"):
        LocalOpenRouter(script=str(script))
    script.write_bytes(b"\xff")
    with pytest.raises(ValueError, match=r"replies\.toml: 'utf-8' codec"):
        LocalOpenRouter(script=script)


def test_the_program_takes_a_script(program: type[Program], script: Path) -> None:
    """One that is wrong is one line."""
    script.write_text(SCRIPT, encoding="utf-8")
    with program("--script", str(script)) as running:
        facts = running.ready()
        assert ask(facts["url"], facts["ordinary_key"]) == "Once."
        running.process.send_signal(signal.SIGTERM)
        running.end()
    script.write_text("[[reply]]\nchunks = 0", encoding="utf-8")
    with program("--script", str(script)) as running:
        assert running.end() == 1
    message = "reply 1: chunks: must be an integer from 1, or null for words"
    assert running.errors == f"python -m openrouter_core.testing: {script}: {message}\n"
