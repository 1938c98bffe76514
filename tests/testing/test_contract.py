"""The server's tables against the contract file: providers, fields, and every answer's shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from openrouter_core.testing import rules
from openrouter_core.testing.credentials import DEFAULT_SETTINGS
from openrouter_core.testing.providers import PROVIDERS
from tests.contract import document

if TYPE_CHECKING:
    import httpx

    from openrouter_core.testing import LocalOpenRouter

CONTRACT = document.CONTRACT
SCHEMAS: dict[str, Any] = CONTRACT["components"]["schemas"]


def test_the_providers_are_those_of_the_contract() -> None:
    """One list, in two places."""
    assert frozenset(SCHEMAS["BYOKProviderSlug"]["enum"]) == PROVIDERS


@pytest.mark.parametrize(
    ("table", "schema"), [(rules.CREATION, "CreateBYOKKeyRequest"), (rules.CHANGE, "UpdateBYOKKeyRequest")]
)
def test_every_field_of_a_request_has_its_rule(table: dict[str, object], schema: str) -> None:
    """And there is no rule for a field that the contract does not have."""
    assert table.keys() == SCHEMAS[schema]["properties"].keys()


def test_every_parameter_of_a_list_has_its_rule() -> None:
    """The same for the query."""
    names = {parameter["name"] for parameter in CONTRACT["paths"]["/byok"]["get"]["parameters"]}
    assert rules.QUERY.keys() == names


def test_a_credential_has_the_fields_of_the_contract(client: httpx.Client, server: LocalOpenRouter) -> None:
    """No more and no less, `name` included, which an answer may leave out."""
    (created,) = server.seed(1)
    answered = client.get(f"/byok/{created}").json()["data"]
    assert answered.keys() == SCHEMAS["BYOKKey"]["properties"].keys()
    assert DEFAULT_SETTINGS.keys() < answered.keys()
