"""The functions as data, and what the contract says of each: the tables that the tests of all of them share."""

from __future__ import annotations

from importlib import import_module
from operator import attrgetter
from typing import TYPE_CHECKING, Any, get_args

import attrs
import pytest

from openrouter_core import BackoffStrategy, RetryConfig
from openrouter_funcs._generate.contract import resolved
from tests.contract.document import CONTRACT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouter_core.operation import Operation

JSON = "application/json"
BASE = "https://openrouter.ai/api/v1"
ID = "11111111-2222-3333-4444-555555555555"
WORKSPACE = "550e8400-e29b-41d4-a716-446655440000"
PROVIDER_KEY = "sk-test-provider-key"


@attrs.frozen
class Function:
    """One function: what it sends in its simplest call, and the status of its success."""

    name: str
    method: str
    path: str
    success: int
    arguments: Mapping[str, object]

    @property
    def operation(self) -> Operation[Any, Any]:
        """What the function file states about its endpoint."""
        operation: Operation[Any, Any] = self._module._operation()
        return operation

    @property
    def errors(self) -> set[type]:
        """The members of the function's error union."""
        union = "".join(part.title() for part in self.name.split("_")) + "Error"
        return set(get_args(getattr(self._module, union)))

    @property
    def url(self) -> str:
        """The URL of its simplest call."""
        return BASE + self.path.format(**self.arguments)

    @property
    def responses(self) -> dict[int, Any]:
        """The contract's example body of each status; of a file it is a text."""
        contents = {int(status): each["content"] for status, each in self.documented["responses"].items()}
        return {
            status: _example(status, content.get(JSON) or next(iter(content.values())))
            for status, content in contents.items()
        }

    @property
    def answer(self) -> dict[str, Any]:
        """The contract's example of its success, as arguments of an httpx response."""
        if self in DOWNLOADS:
            return {"content": self.body.encode(), "headers": {"Content-Type": "application/octet-stream"}}
        return {"json": self.body}

    @property
    def documented(self) -> dict[str, Any]:
        """What the contract says of it."""
        documented: dict[str, Any] = CONTRACT["paths"][self.path][self.method.lower()]
        return documented

    @property
    def is_list(self) -> bool:
        """Whether it returns pages."""
        return self.name.endswith("_list")

    @property
    def streams(self) -> bool:
        """Whether its answer can be had piece by piece."""
        return bool(self.documented.get("x-stream", {}).get("mode") == "request-field")

    @property
    def body(self) -> Any:  # noqa: ANN401 - JSON is anything
        """The contract's example of its success."""
        return self.responses[self.success]

    @property
    def _module(self) -> Any:  # noqa: ANN401 - a module's names are known at run time only
        return import_module(f"openrouter_funcs.{self.name}")


def _example(status: int, media: Mapping[str, Any]) -> Any:  # noqa: ANN401 - JSON is anything
    """Return the contract's example of a body, or an error in its shape where it has none."""
    examples = [media, *media.get("examples", {}).values(), resolved(media["schema"])]
    given = [each[key] for each in examples for key in ("example", "value") if key in each]
    return given[0] if given else {"error": {"code": status, "message": "Some text"}}


LIST = Function("byok_list", "GET", "/byok", 200, {})
CREATE = Function("byok_create", "POST", "/byok", 201, {"key": PROVIDER_KEY, "provider": "openai"})
GET = Function("byok_get", "GET", "/byok/{id}", 200, {"id": ID})
UPDATE = Function("byok_update", "PATCH", "/byok/{id}", 200, {"id": ID, "name": "Renamed"})
DELETE = Function("byok_delete", "DELETE", "/byok/{id}", 200, {"id": ID})
FUNCTIONS = [LIST, CREATE, GET, UPDATE, DELETE]
WITH_ID = [GET, UPDATE, DELETE]

USER = {"role": "user", "content": "Hello"}
CHAT = Function("chat_send", "POST", "/chat/completions", 200, {"messages": [USER]})
RESPONSES = Function("responses_send", "POST", "/responses", 200, {"input": "Hello"})
MESSAGES = Function("messages_create", "POST", "/messages", 200, {"model": "m", "messages": [USER]})
EMBEDDINGS = Function("embeddings_generate", "POST", "/embeddings", 200, {"model": "m", "input": "Hello"})
MODELS = Function("models_list", "GET", "/models", 200, {})
FILES = Function("files_list", "GET", "/files", 200, {})
KEYS = Function("api_keys_create", "POST", "/keys", 201, {"name": "Production"})
UPLOAD = Function("files_upload", "POST", "/files", 200, {"file": b"some bytes"})
DOWNLOAD = Function("files_download", "GET", "/files/{file_id}/content", 200, {"file_id": "file-1"})
SPEECH = Function("tts_create_speech", "POST", "/audio/speech", 200, {"model": "m", "input": "Hello"})
TRANSCRIPTION = Function(
    "stt_create_transcription_multipart", "POST", "/audio/transcriptions", 200, {"model": "m", "file": b"some bytes"}
)
OTHERS = [CHAT, RESPONSES, MESSAGES, EMBEDDINGS, MODELS, FILES, KEYS, UPLOAD, DOWNLOAD, SPEECH, TRANSCRIPTION]
EVERY = [*FUNCTIONS, *OTHERS]
UPLOADS = [UPLOAD, TRANSCRIPTION]
DOWNLOADS = [DOWNLOAD, SPEECH]
STREAMING = [CHAT, RESPONSES, MESSAGES]

each_function = pytest.mark.parametrize("function", FUNCTIONS, ids=attrgetter("name"))
KINDS = [LIST, CREATE, UPDATE, CHAT, FILES, UPLOAD, DOWNLOAD]
"""One function of each kind of call, for what does not depend on the endpoint; `tests/contract` has all functions."""
of_every_kind = pytest.mark.parametrize("function", KINDS, ids=attrgetter("name"))
of_every_family = pytest.mark.parametrize("function", EVERY, ids=attrgetter("name"))
with_json = pytest.mark.parametrize(
    "function", [function for function in KINDS if function not in DOWNLOADS], ids=attrgetter("name")
)
"""Those whose answer is JSON."""
each_with_id = pytest.mark.parametrize("function", WITH_ID, ids=attrgetter("name"))


def credential(number: int) -> dict[str, Any]:
    """Return a credential as the server describes it, told from others by its number."""
    return {**GET.body["data"], "id": f"{number:08d}-2222-3333-4444-555555555555", "sort_order": number}


NO_RETRIES = RetryConfig(strategy="none")
AT_ONCE = RetryConfig(backoff=BackoffStrategy(initial_interval=0))
"""The default policy, but without waiting."""
