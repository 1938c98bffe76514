"""Provider credentials of several parts: constructors of the JSON that OpenRouter documents for each, as a `Secret`.

Every other provider's key is one string, and so is an API key of Amazon Bedrock: give it to `byok_create` as it is.
An error names the field that is wrong; neither it nor its traceback shows a value.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from pathlib import Path
from typing import Annotated, Any, Literal, ParamSpec, TypeAlias, TypedDict, cast

from openrouter_core.errors import SDKValidationError
from openrouter_core.http.boundary import read
from openrouter_core.secret import Secret
from openrouter_core.types.description import Rule, checked
from openrouter_core.types.jsontext import UnreadableBodyError, encode, parse_json

_P = ParamSpec("_P")
_FILLED = Rule(str.strip, "must not be empty")
_TRIMMED = Rule(lambda text: text == text.strip(), "has blanks or line ends around it")
_LABEL = re.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?")  # RFC 1123, 2.1
_NAME = Rule(_LABEL.fullmatch, "expected the name alone, such as 'my-resource', not a host or a URL")
_Text: TypeAlias = Annotated[str, _FILLED, _TRIMMED]
_FilledText: TypeAlias = Annotated[str | Secret, _FILLED]
_SecretText: TypeAlias = Annotated[_FilledText, _TRIMMED]

AzureResourceType: TypeAlias = Literal["ai_foundry", "openai"]
"""`"ai_foundry"` for a resource at `*.services.ai.azure.com`, `"openai"` for one at `*.openai.azure.com`."""


class AzureResource(TypedDict):
    """A whole Azure resource, with all its models; its fields are the arguments of `azure_foundry`."""

    api_key: _SecretText
    resource_name: Annotated[_Text, _NAME]
    resource_type: AzureResourceType


class AzureDeployment(TypedDict):
    """One deployment of a model on Azure."""

    model_slug: _Text
    """OpenRouter's name of the model, such as `"openai/gpt-5.2"`."""
    endpoint_url: _Text
    """The deployment's whole URL, with `/chat/completions` and the API version."""
    api_key: _SecretText
    """A key of the resource."""
    model_id: _Text
    """The deployment's name on Azure."""


class _ServiceAccount(TypedDict):  # without these fields a key serves nobody
    type: Literal["service_account"]
    project_id: str
    private_key: str | Secret
    client_email: str


def _constructor(build: Callable[_P, Secret]) -> Callable[_P, Secret]:
    """Let what `build` raises be raised here, where no frame holds what it was given."""

    @wraps(build)
    def constructor(*args: _P.args, **kwargs: _P.kwargs) -> Secret:
        try:
            return build(*args, **kwargs)
        except SDKValidationError as error:
            refusal = error.without_traceback()
        finally:
            del args, kwargs
        raise refusal

    return constructor


@_constructor
def azure_foundry(api_key: str | Secret, resource_name: str, resource_type: AzureResourceType) -> Secret:
    """Return the `key` of an Azure resource with all its models; the provider is `"azure"`.

    Args:
        api_key: A key of the resource, from "Keys and Endpoint" in the Azure portal.
        resource_name: The first part of its endpoint's host, not the URL.
        resource_type: An `AzureResourceType`; it is always sent.

    Raises `SDKValidationError` for a wrong value. Source: OpenRouter's guide to BYOK, "Foundry Configuration".
    """
    fields = {"api_key": api_key, "resource_name": resource_name, "resource_type": resource_type}
    return _as_json([checked(AzureResource, fields)])


@_constructor
def azure_deployments(deployments: Sequence[AzureDeployment | AzureResource]) -> Secret:
    """Return the `key` of deployments on Azure; the provider is `"azure"`.

    Args:
        deployments: One or more. A whole resource among them serves the models that have no deployment.

    Raises `SDKValidationError` for a wrong value. Source: OpenRouter's guide to BYOK, "Per-Deployment Configuration".
    """
    given: list[Any] = checked(Annotated[Sequence[Any], Rule(bool, "must not be empty")], deployments, "deployments")
    return _as_json([checked(_azure(each), each, f"deployments[{index}]") for index, each in enumerate(given)])


def _azure(fields: Any) -> type:  # noqa: ANN401 - whatever a caller gave
    is_resource = issubclass(type(fields), dict) and dict[str, Any].__contains__(fields, "resource_name")
    return AzureResource if is_resource else AzureDeployment


@_constructor
def bedrock(access_key_id: str | Secret, secret_access_key: str | Secret, region: str) -> Secret:
    """Return the `key` of AWS credentials for Amazon Bedrock; the provider is `"amazon-bedrock"`.

    Args:
        access_key_id: The access key's id.
        secret_access_key: Its secret.
        region: The AWS region of the models, such as `"us-east-1"`.

    Raises `SDKValidationError` for a wrong value. Source: OpenRouter's guide to BYOK, "AWS Credentials".
    """
    texts = {
        "accessKeyId": checked(_SecretText, access_key_id, "access_key_id"),
        "secretAccessKey": checked(_SecretText, secret_access_key, "secret_access_key"),
        "region": checked(_Text, region, "region"),
    }
    return _as_json(texts)


@_constructor
def vertex(service_account: Mapping[str, object] | str | os.PathLike[str], *, region: str | None = None) -> Secret:
    """Return the `key` of a Google service account for Vertex AI; the provider is `"google-vertex"`.

    Args:
        service_account: The account's key as Google gives it: the JSON object, or the path of the file that holds it.
            All its fields are passed on.
        region: Where the models run, such as `"europe-west1"`, or `"global"`. Absent: what the JSON says, if anything.

    Raises `SDKValidationError` for a wrong value. Source: OpenRouter's guide to BYOK, "Google Vertex API Keys".
    """
    fields = read("service_account", _service_account, service_account)
    texts = {name: checked(_FilledText, value, f"service_account.{name}") for name, value in fields.items()}
    checked(_ServiceAccount, fields, "service_account")
    return _as_json(texts if region is None else texts | {"region": checked(_Text, region, "region")})


def _service_account(given: object) -> dict[str, object]:
    flaw = f"expected a mapping or a path, got {type(given).__name__}"
    if isinstance(given, str) and given.lstrip().startswith("{"):
        flaw = "expected a mapping or a path, got JSON; give what json.loads makes of it"
    elif isinstance(given, str | os.PathLike):
        try:
            given, flaw = parse_json(Path(cast("str", given)).read_bytes()), "the file holds no JSON object"
        except UnreadableBodyError as error:
            flaw = f"the file {error}"
    if isinstance(given, Mapping):
        return {str(name): value for name, value in cast("Mapping[object, object]", given).items()}
    raise SDKValidationError(flaw, parameter="service_account")


def _as_json(value: object) -> Secret:
    return Secret(encode(value).decode())
