"""The script of the page that the service of `docs/guides/chat.md` serves, run by Node.js as a browser would."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from openrouter_core.testing import LocalOpenRouter
from tests.processes import environment

from .pages import DOCS

if TYPE_CHECKING:
    from pathlib import Path

NODE = shutil.which("node")
PAGE = (DOCS / "guides" / "chat.md").read_text(encoding="utf-8")
SERVICE = re.findall(r"^```python\n(# chat_service\.py\n.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
BROWSER = r"""
const [base, ...texts] = process.argv.slice(1), load = fetch;
const html = await (await load(base)).text();
const said = { text: "", append(piece) { this.text += piece; } }, form = { text: {} }, stop = {};
globalThis.document = { querySelector: (name) => ({ "#said": said, "#stop": stop, form })[name] };
globalThis.fetch = (path, options) => load(base + path, options);
await import("data:text/javascript," + encodeURIComponent(html.match(/<script type="module">(.*)<\/script>/s)[1]));
for (const text of texts) {
  form.text.value = text;
  await form.onsubmit({ preventDefault() {} });
}
console.log(said.text);
"""


@pytest.mark.skipif(NODE is None, reason="it needs Node.js")
def test_the_page_shows_answers_and_sends_the_conversation(tmp_path: Path) -> None:
    """Piece by piece, and what is said once is remembered; a failure is shown, and not remembered as an answer."""
    (service,) = SERVICE
    (tmp_path / "chat_service.py").write_text(service, encoding="utf-8")
    with LocalOpenRouter() as server:
        server.fail(path="/chat/completions", after=1, error="credits")
        place = environment(OPENROUTER_BASE_URL=server.url, OPENROUTER_API_KEY=server.ordinary_key)
        command = [sys.executable, "-m", "uvicorn", "chat_service:app", "--port", "0"]
        with subprocess.Popen(command, cwd=tmp_path, env=place, stderr=subprocess.PIPE, text=True) as process:
            assert process.stderr is not None
            address = next(found[0] for line in process.stderr if (found := re.search(r"http://[\d.:]+", line)))
            browser = [str(NODE), "--input-type=module", "-e", BROWSER, f"{address}/", "Hello there", "Well?", "Bye"]
            shown = subprocess.run(browser, capture_output=True, text=True, check=False)
            process.terminate()
        assert shown.returncode == 0, shown.stderr
        assert shown.stdout == "\n> Hello there\nHello there\n\n> Well?\nThe model cannot answer now.\n> Bye\nBye\n\n"
        body: Any = server.requests[-1].body
        assert [message["content"] for message in body["messages"]] == ["Hello there", "Hello there", "Well?", "Bye"]
