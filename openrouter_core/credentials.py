"""Provider credentials that are more than one string: the JSON that OpenRouter documents for each, as a `Secret`.

Here stand Azure, Amazon Bedrock and Google Vertex AI, with the field names of OpenRouter's guide to BYOK. Every other
provider's key is one string, and goes into `byok_create` as it is; so does an API key of Amazon Bedrock. Nothing here
sends, and nothing reads but the file of a service account that is named.

These are constructors, not calls: like `Secret` itself, each returns its value, and raises when it cannot. What it
raises is the `SDKValidationError` that a call would return. It names the field; neither it nor a frame of its traceback
shows a value.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, TypeAlias, TypedDict, cast

from openrouter_core.errors import SDKValidationError
from openrouter_core.secret import Secret
from openrouter_core.types.jsontext import encode

__all__ = [
    "AzureDeployment",
    "AzureResource",
    "AzureResourceType",
    "azure_deployments",
    "azure_foundry",
    "bedrock",
    "vertex",
]

AzureResourceType: TypeAlias = Literal["ai_foundry", "openai"]
"""`"ai_foundry"` for a resource at `*.services.ai.azure.com`, `"openai"` for one at `*.openai.azure.com`."""


class AzureResource(TypedDict):
    """A whole Azure resource, with all its models: what `azure_foundry` takes."""

    api_key: str | Secret
    """A key of the resource."""
    resource_name: str
    """The resource's name: the first part of its endpoint's host."""
    resource_type: AzureResourceType
    """Which of the two kinds it is."""


class AzureDeployment(TypedDict):
    """One deployment of a model on Azure."""

    model_slug: str
    """OpenRouter's name of the model, such as `"openai/gpt-5.2"`."""
    endpoint_url: str
    """The deployment's whole URL, with `/chat/completions` and the API version."""
    api_key: str | Secret
    """A key of the resource."""
    model_id: str
    """The deployment's name on Azure."""


_Sealed: TypeAlias = "Secret | type"  # a value that no frame shows, or the type of what is none

RESOURCE_TYPES = ("ai_foundry", "openai")
RESOURCE_FIELDS = ("api_key", "resource_name", "resource_type")
DEPLOYMENT_FIELDS = ("model_slug", "endpoint_url", "api_key", "model_id")
SERVICE_ACCOUNT_FIELDS = ("type", "project_id", "private_key", "client_email")
"""Without these a key serves nobody: who it is, where, and the key itself. The others are passed on as they are."""

_HOST_LABEL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?")  # RFC 1123, 2.1


def azure_foundry(api_key: str | Secret, resource_name: str, resource_type: AzureResourceType) -> Secret:
    """Return the `key` of an Azure resource, for all the models that it has; the provider is `"azure"`.

    Args:
        api_key: A key of the resource, from "Keys and Endpoint" in the Azure portal.
        resource_name: The resource's name: the first part of its endpoint's host, not the URL.
        resource_type: `"ai_foundry"` for a resource at `*.services.ai.azure.com`, `"openai"` for one at
            `*.openai.azure.com`. It is always sent; OpenRouter takes `"openai"` where it is not.

    Raises:
        SDKValidationError: A value is missing, empty or no string, or is not what it should be; it names which.

    Source: OpenRouter's guide to BYOK, "Foundry Configuration".
    """
    fields = _sealed({"api_key": api_key, "resource_name": resource_name, "resource_type": resource_type})
    del api_key, resource_name, resource_type
    return _array([_resource(fields)])


def azure_deployments(deployments: Sequence[AzureDeployment | AzureResource]) -> Secret:
    """Return the `key` of deployments on Azure, one by one; the provider is `"azure"`.

    Args:
        deployments: One or more. A whole resource may be among them: OpenRouter then takes a deployment where the model
            has one, and the resource for the others.

    Raises:
        SDKValidationError: There is none, or a field is missing, unknown, empty or no string; it names which, such as
            `deployments[1].api_key`.

    Source: OpenRouter's guide to BYOK, "Per-Deployment Configuration".
    """
    given, trouble = _sealed_each(deployments)
    del deployments
    if trouble is not None:
        raise SDKValidationError(trouble, parameter="deployments")
    return _array([_configuration(fields, f"deployments[{number}]") for number, fields in enumerate(given)])


def bedrock(access_key_id: str | Secret, secret_access_key: str | Secret, region: str) -> Secret:
    """Return the `key` of AWS credentials for Amazon Bedrock; the provider is `"amazon-bedrock"`.

    An API key of Amazon Bedrock needs no such form: give it to `byok_create` as it is. It holds for one region only.

    Args:
        access_key_id: The access key's id.
        secret_access_key: Its secret.
        region: The AWS region of the models, such as `"us-east-1"`.

    Raises:
        SDKValidationError: A value is missing, empty or no string; it names which.

    Source: OpenRouter's guide to BYOK, "AWS Credentials".
    """
    fields = _sealed({"access_key_id": access_key_id, "secret_access_key": secret_access_key, "region": region})
    del access_key_id, secret_access_key, region
    texts = _texts(fields, ("access_key_id", "secret_access_key", "region"))
    return Secret(_json(dict(zip(("accessKeyId", "secretAccessKey", "region"), texts.values(), strict=True))))


def vertex(service_account: Mapping[str, object] | str | os.PathLike[str], *, region: str | None = None) -> Secret:
    """Return the `key` of a Google service account for Vertex AI; the provider is `"google-vertex"`.

    Args:
        service_account: The account's key as Google gives it: the JSON object, or the path of the file that holds it.
            All its fields are passed on.
        region: Where the models run, such as `"europe-west1"`, or `"global"` for anywhere. Absent: what the JSON says,
            if it says anything.

    Raises:
        SDKValidationError: The file cannot be read or is no JSON object, or a field is missing, empty or no string; it
            names which, such as `service_account.private_key`.

    Source: OpenRouter's guide to BYOK, "Google Vertex API Keys".
    """
    account, trouble = _service_account(service_account)
    del service_account
    if trouble is not None:
        raise SDKValidationError(trouble, parameter="service_account")
    texts = _texts(account, dict.fromkeys((*account, *SERVICE_ACCOUNT_FIELDS)), "service_account.", trimmed=False)
    if not _is_one_of(texts["type"], ("service_account",)):
        raise SDKValidationError("expected 'service_account'", parameter="service_account.type")
    return Secret(_json(texts if region is None else texts | _texts(_sealed({"region": region}), ("region",))))


# --- One object of the JSON --------------------------------------------------------------------------------------


def _configuration(fields: Mapping[str, _Sealed] | None, place: str) -> dict[str, Secret]:
    if fields is None:
        raise SDKValidationError("expected a mapping", parameter=place)
    known = RESOURCE_FIELDS if "resource_name" in fields else DEPLOYMENT_FIELDS
    for name in fields:
        if name not in known:
            raise SDKValidationError(f"no such field; expected {', '.join(known)}", parameter=f"{place}.{name}")
    return _resource(fields, f"{place}.") if known is RESOURCE_FIELDS else _texts(fields, known, f"{place}.")


def _resource(fields: Mapping[str, _Sealed], place: str = "") -> dict[str, Secret]:
    texts = _texts(fields, RESOURCE_FIELDS, place)
    if not _is_host_label(texts["resource_name"]):
        message = "expected the name alone, such as 'my-resource', not a host or a URL"
        raise SDKValidationError(message, parameter=f"{place}resource_name")
    if not _is_one_of(texts["resource_type"], RESOURCE_TYPES):
        message = f"expected one of {', '.join(map(repr, RESOURCE_TYPES))}"
        raise SDKValidationError(message, parameter=f"{place}resource_type")
    return texts


def _texts(
    fields: Mapping[str, _Sealed], names: Iterable[str], place: str = "", *, trimmed: bool = True
) -> dict[str, Secret]:
    """Return the fields of these names, when each is a string that can be sent."""
    return {name: _text(fields.get(name), f"{place}{name}", trimmed=trimmed) for name in names}


def _text(value: _Sealed | None, parameter: str, *, trimmed: bool) -> Secret:
    if value is None:
        raise SDKValidationError("missing", parameter=parameter)
    if not isinstance(value, Secret):
        raise SDKValidationError(f"expected str, got {value.__name__}", parameter=parameter)
    flaw = _flaw(value, trimmed=trimmed)
    if flaw is not None:
        raise SDKValidationError(flaw, parameter=parameter)
    return value


# --- Values under seal: these see them, and so never raise -------------------------------------------------------


def _sealed(fields: Mapping[str, object]) -> dict[str, _Sealed]:
    """Return the fields as values that no frame shows, and the type of each that is no string."""
    return {
        str(name): value if isinstance(value, Secret) else Secret(value) if isinstance(value, str) else type(value)
        for name, value in fields.items()
    }


def _sealed_each(given: object) -> tuple[list[dict[str, _Sealed] | None], str | None]:
    """Return the fields of each mapping (`None` for what is none), or what is wrong with all of them."""
    if not isinstance(given, list | tuple):
        return [], f"expected a list, got {type(given).__name__}"
    items = cast("Sequence[object]", given)
    sealed = [_sealed(cast("Mapping[str, object]", item)) if isinstance(item, Mapping) else None for item in items]
    return sealed, None if sealed else "must not be empty"


def _service_account(given: object) -> tuple[dict[str, _Sealed], str | None]:
    """Return the account's fields, or what is wrong with all of them."""
    if isinstance(given, Mapping):
        return _sealed(cast("Mapping[str, object]", given)), None
    if isinstance(given, str) and given.lstrip().startswith("{"):
        return {}, "expected a mapping or a path, got JSON; give what json.loads makes of it"
    if isinstance(given, str | os.PathLike):
        return _service_account_in(cast("os.PathLike[str]", given))
    return {}, f"expected a mapping or a path, got {type(given).__name__}"


def _service_account_in(path: str | os.PathLike[str]) -> tuple[dict[str, _Sealed], str | None]:
    import json
    from pathlib import Path

    try:
        content = Path(path).read_bytes()
    except (OSError, ValueError, TypeError) as error:  # ValueError: a path with a NUL; TypeError: a path of bytes
        return {}, f"the file cannot be read ({type(error).__name__})"
    try:
        value: object = json.loads(content)
    except (ValueError, RecursionError):
        return {}, "the file is not JSON"
    if not isinstance(value, dict):
        return {}, "the file holds no JSON object"
    return _sealed(cast("dict[str, object]", value)), None


def _flaw(value: Secret, *, trimmed: bool) -> str | None:
    """Return what is wrong with a string."""
    text = value.reveal()
    if not text.strip():
        return "must not be empty"
    if trimmed and text != text.strip():
        return "has blanks or line ends around it"
    encodable = text.encode("utf-8", "replace").decode() == text
    return None if encodable else "must be text that UTF-8 can encode"


def _is_one_of(value: Secret, choices: tuple[str, ...]) -> bool:
    return value.reveal() in choices


def _is_host_label(value: Secret) -> bool:
    return _HOST_LABEL.fullmatch(value.reveal()) is not None


def _json(fields: Mapping[str, Secret]) -> str:
    return encode(fields).decode()


def _array(objects: Iterable[Mapping[str, Secret]]) -> Secret:
    return Secret(f"[{','.join(map(_json, objects))}]")
