"""A provider credential of several parts goes through a call like any other key, and comes back as its mask only."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from openrouter_core.errors import BadRequestResponseError
from openrouter_core.testing import LocalOpenRouter
from openrouter_funcs.credentials import AzureDeployment, azure_deployments, azure_foundry, bedrock, vertex
from tests.library import httpx

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openrouter_core import Secret
    from tests.conftest import Invoke

DEPLOYMENT = AzureDeployment(
    model_slug="openai/gpt-5.2",
    endpoint_url="https://my-resource.openai.azure.com/openai/deployments/d/chat/completions?api-version=2024-10-21",
    api_key="sk-test-123456",
    model_id="d",
)
ACCOUNT = {
    "type": "service_account",
    "project_id": "my-project",
    "private_key": "-----BEGIN PRIVATE KEY-----\nsk-test-123456\n-----END PRIVATE KEY-----\n",
    "client_email": "me@my-project.iam.gserviceaccount.com",
}
# What a label shows of each: three characters before, and four after, which are no part of any secret.
CREDENTIALS: list[tuple[str, Secret, str]] = [
    ("azure", azure_foundry("sk-test-123456", "my-resource", "ai_foundry"), '[{"...y"}]'),
    ("azure", azure_deployments([DEPLOYMENT]), '[{"...d"}]'),
    ("amazon-bedrock", bedrock("AKIAEXAMPLE", "sk-test-123456", "us-east-1"), '{"a...-1"}'),
    ("google-vertex", vertex(ACCOUNT, region="global"), '{"t...al"}'),
]


@pytest.fixture(scope="module")
def server() -> Iterator[LocalOpenRouter]:
    """Return a local OpenRouter."""
    with LocalOpenRouter() as running:
        yield running


@pytest.mark.parametrize(("provider", "key", "label"), CREDENTIALS)
def test_a_credential_of_several_parts_is_created_and_replaced(
    invoke: Invoke, server: LocalOpenRouter, provider: str, key: Secret, label: str
) -> None:
    """The server holds the JSON to the letter, and shows no secret of it."""
    core = invoke.core(server_url=server.url, api_key=server.management_key)
    created = invoke("byok_create", core, provider=provider, key=key).unwrap().data
    assert (created.provider, created.label) == (provider, label)
    assert server.verify_key(created.id, key.reveal())
    newer = bedrock("AKIAEXAMPLE", "sk-test-654321", "us-east-1")
    assert invoke("byok_update", core, id=created.id, key=newer).unwrap().data.label == '{"a...-1"}'
    assert server.verify_key(created.id, newer.reveal())
    assert not server.verify_key(created.id, key.reveal())
    invoke.close(core)


@pytest.mark.parametrize(("provider", "key", "label"), CREDENTIALS)
def test_a_part_that_the_server_echoes_is_masked(invoke: Invoke, provider: str, key: Secret, label: str) -> None:
    """The secret within the JSON is no more shown by an error than the JSON itself."""
    del label
    secret = ACCOUNT["private_key"].strip() if provider == "google-vertex" else "sk-test-123456"

    def refuse(request: httpx.Request) -> httpx.Response:
        sent = json.loads(request.content)["key"]
        assert json.dumps(secret)[1:-1] in sent
        error = {"code": 400, "message": f"key: {secret} of {sent} is not valid in us-east-1"}
        return httpx.Response(400, json={"error": error}, headers={"X-Said": json.dumps(secret)})

    error = invoke("byok_create", invoke.core(refuse), provider=provider, key=key).error
    assert isinstance(error, BadRequestResponseError)
    assert error.error is not None
    assert error.error.message == "key: [redacted] of [redacted] is not valid in us-east-1"
    assert "sk-test-123456" not in f"{error} {error.body!r} {dict(error.headers)}"
