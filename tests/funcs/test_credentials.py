"""Provider credentials of several parts are the JSON that OpenRouter documents, or an error that names the field."""

from __future__ import annotations

import json
from collections import UserDict
from functools import partial
from pathlib import Path
from traceback import StackSummary, walk_tb
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

from openrouter_core import Secret
from openrouter_core.errors import SDKError, SDKValidationError
from openrouter_funcs import credentials
from openrouter_funcs.credentials import azure_deployments, azure_foundry, bedrock, vertex
from tests.types.test_arguments import Lazy

if TYPE_CHECKING:
    from collections.abc import Callable

KEY = "sk-test-123456"
RESOURCE = {"api_key": KEY, "resource_name": "my-resource", "resource_type": "ai_foundry"}
DEPLOYMENT = {
    "model_slug": "openai/gpt-5.2",
    "endpoint_url": "https://my-resource.openai.azure.com/openai/deployments/d/chat/completions?api-version=2024-10-21",
    "api_key": KEY,
    "model_id": "gpt-5.2",
}
AWS = {"access_key_id": "AKIAEXAMPLE", "secret_access_key": KEY, "region": "us-east-1"}
ACCOUNT = {
    "type": "service_account",
    "project_id": "my-project",
    "private_key_id": "0123456789abcdef",
    "private_key": f"-----BEGIN PRIVATE KEY-----\n{KEY}\n-----END PRIVATE KEY-----\n",
    "client_email": "me@my-project.iam.gserviceaccount.com",
    "client_id": "1234567890",
    "universe_domain": "googleapis.com",
}


MADE: dict[str, tuple[Callable[[], Secret], object]] = {
    "a Foundry resource": (lambda: azure_foundry(KEY, "my-resource", "ai_foundry"), [RESOURCE]),
    "an OpenAI resource": (
        lambda: azure_foundry(Secret(KEY), resource_name="my-resource", resource_type="openai"),
        [RESOURCE | {"resource_type": "openai"}],
    ),
    "a deployment": (lambda: azure_deployments([any_of(DEPLOYMENT)]), [DEPLOYMENT]),
    "a deployment with a wrapped key": (
        lambda: azure_deployments([any_of(DEPLOYMENT | {"api_key": Secret(KEY)})]),
        [DEPLOYMENT],
    ),
    "deployments, and a resource for the rest": (
        lambda: azure_deployments((any_of(DEPLOYMENT), any_of(DEPLOYMENT | {"model_id": "d"}), any_of(RESOURCE))),
        [DEPLOYMENT, DEPLOYMENT | {"model_id": "d"}, RESOURCE],
    ),
    "AWS": (
        lambda: bedrock("AKIAEXAMPLE", KEY, "us-east-1"),
        {"accessKeyId": "AKIAEXAMPLE", "secretAccessKey": KEY, "region": "us-east-1"},
    ),
    "AWS, all wrapped": (
        lambda: bedrock(Secret("AKIAEXAMPLE"), Secret(KEY), region="eu-west-1"),
        {"accessKeyId": "AKIAEXAMPLE", "secretAccessKey": KEY, "region": "eu-west-1"},
    ),
    "a deployment with a field that is newer than this release": (
        lambda: azure_deployments([any_of(DEPLOYMENT | {"newer": "x"})]),
        [DEPLOYMENT | {"newer": "x"}],
    ),
    "a service account": (lambda: vertex(ACCOUNT), ACCOUNT),
    "a service account in a region": (lambda: vertex(ACCOUNT, region="global"), ACCOUNT | {"region": "global"}),
    "a service account that names its region": (
        lambda: vertex(ACCOUNT | {"region": "global"}),
        ACCOUNT | {"region": "global"},
    ),
    "a service account in another region than it names": (
        lambda: vertex(ACCOUNT | {"region": "global"}, region="us-central1"),
        ACCOUNT | {"region": "us-central1"},
    ),
    "a service account with a bucket": (lambda: vertex(ACCOUNT | {"bucket": "b"}), ACCOUNT | {"bucket": "b"}),
    "a service account with a wrapped key": (
        lambda: vertex(ACCOUNT | {"private_key": Secret(ACCOUNT["private_key"])}),
        ACCOUNT,
    ),
}


def any_of(fields: dict[str, Any]) -> Any:  # noqa: ANN401 - what a caller without a type checker may give
    """Return the fields, of no type that a checker would refuse."""
    return fields


@pytest.mark.parametrize(("make", "expected"), MADE.values(), ids=MADE)
def test_a_credential_is_the_documented_json(make: Callable[[], Secret], expected: object) -> None:
    """Field by field, in the order of the documentation, and without a blank."""
    secret = make()
    assert type(secret) is Secret
    assert secret.reveal() == json.dumps(expected, separators=(",", ":"))


def test_text_beyond_ascii_stays_readable() -> None:
    """It is sent as UTF-8, like every other parameter."""
    assert "schlüssel" in bedrock("AKIAEXAMPLE", "schlüssel-123", "us-east-1").reveal()


FLAWS: list[tuple[object, str]] = [
    (None, "expected str, got NoneType"),
    (KEY.encode(), "expected str, got bytes"),
    ([KEY], "expected str, got list"),
    ("", "must not be empty"),
    (" \n", "must not be empty"),
    (f"{KEY}\n", "has blanks or line ends around it"),
    (f" {KEY}", "has blanks or line ends around it"),
    (f"{KEY}\ud800", "must be text that UTF-8 can encode"),
]


@pytest.mark.parametrize(("value", "reason"), FLAWS)
@pytest.mark.parametrize(
    ("function", "fields"), [(azure_foundry, RESOURCE), (bedrock, AWS)], ids=["azure_foundry", "bedrock"]
)
def test_every_value_must_be_text(
    function: Callable[..., Secret], fields: dict[str, str], value: object, reason: str
) -> None:
    """Each parameter is checked, and the error names the first that is wrong."""
    for name in fields.keys() - {"resource_type"}:
        assert refused(partial(function, **fields | {name: value})) == (name, reason)


@pytest.mark.parametrize(("value", "reason"), FLAWS)
@pytest.mark.parametrize("fields", [RESOURCE, DEPLOYMENT], ids=["a resource", "a deployment"])
def test_every_field_of_a_deployment_must_be_text(fields: dict[str, str], value: object, reason: str) -> None:
    """The error says of which deployment, counted from 0."""
    for name in fields.keys() - {"resource_type"}:
        given = any_of(fields | {name: value})
        place = (f"deployments[1].{name}", reason)
        assert refused(partial(azure_deployments, [any_of(DEPLOYMENT), given])) == place


@pytest.mark.parametrize(("value", "reason"), [flaw for flaw in FLAWS if "blanks" not in flaw[1]])
@pytest.mark.parametrize("name", ["type", "project_id", "private_key", "client_email", "client_id", "region"])
def test_every_field_of_a_service_account_must_be_text(name: str, value: object, reason: str) -> None:
    """Those that are passed on as they are, too. A line end is none of its flaws: private keys end with one."""
    assert refused(lambda: vertex(ACCOUNT | {name: value})) == (f"service_account.{name}", reason)


REFUSED: dict[str, tuple[Callable[[], Secret], str, str]] = {
    "a URL for a resource's name": (
        lambda: azure_foundry(KEY, "https://my-resource.services.ai.azure.com", "ai_foundry"),
        "resource_name",
        "expected the name alone, such as 'my-resource', not a host or a URL",
    ),
    "a host for a resource's name": (
        lambda: azure_deployments([any_of(RESOURCE | {"resource_name": "my-resource.openai.azure.com"})]),
        "deployments[0].resource_name",
        "expected the name alone, such as 'my-resource', not a host or a URL",
    ),
    "a type that Azure does not have": (
        lambda: azure_foundry(KEY, "my-resource", any_of({"type": "foundry"})["type"]),
        "resource_type",
        "expected 'ai_foundry' or 'openai', got str",
    ),
    "no deployments": (lambda: azure_deployments([]), "deployments", "must not be empty"),
    "one deployment, not in a list": (
        lambda: azure_deployments(any_of(DEPLOYMENT)),
        "deployments",
        "expected a list of object, got dict",
    ),
    "a deployment as text": (
        lambda: azure_deployments([any_of(DEPLOYMENT), any_of({"it": KEY})["it"]]),
        "deployments[1]",
        "expected dict, got str",
    ),
    "a field of a deployment with a misspelt name": (
        lambda: azure_deployments(
            [any_of({"modelid" if name == "model_id" else name: DEPLOYMENT[name] for name in DEPLOYMENT})]
        ),
        "deployments[0].model_id",
        "missing; expected str",
    ),
    "a user's credentials for a service account's": (
        lambda: vertex(ACCOUNT | {"type": "authorized_user"}),
        "service_account.type",
        "expected 'service_account', got str",
    ),
    "an empty region": (lambda: vertex(ACCOUNT, region=""), "region", "must not be empty"),
    "JSON for a service account's path": (
        lambda: vertex(json.dumps(ACCOUNT)),
        "service_account",
        "expected a mapping or a path, got JSON; give what json.loads makes of it",
    ),
    "nothing for a service account": (
        lambda: vertex(any_of({"it": None})["it"]),
        "service_account",
        "expected a mapping or a path, got NoneType",
    ),
    "a path with a NUL": (lambda: vertex("a\0b"), "service_account", "reading it raised ValueError"),
    "a path of bytes": (
        lambda: vertex(any_of({"it": PathOfBytes()})["it"]),
        "service_account",
        "reading it raised TypeError",
    ),
    "a file that is not there": (
        lambda: vertex("no-such-file.json"),
        "service_account",
        "reading it raised FileNotFoundError",
    ),
    "a mapping that cannot be read": (
        lambda: vertex(any_of({"it": Unreadable()})["it"]),
        "service_account",
        "reading it raised KeyError",
    ),
    "a lazy object for a key": (
        lambda: azure_foundry(any_of({"it": Lazy(KeyError(KEY))})["it"], "my-resource", "ai_foundry"),
        "api_key",
        "expected str, got Lazy",
    ),
    "a lazy object for a deployment": (
        lambda: azure_deployments([any_of({"it": Lazy(KeyError(KEY))})["it"]]),
        "deployments[0]",
        "expected dict, got Lazy",
    ),
    "a folder": (lambda: vertex(Path()), "service_account", "reading it raised IsADirectoryError"),
}


class Unreadable(UserDict[str, object]):
    """A mapping that raises, with a secret in the message."""

    def items(self) -> NoReturn:
        """Raise."""
        raise KeyError(KEY)


class PathOfBytes:
    """A path that only an operating system reads."""

    def __fspath__(self) -> bytes:
        return b"account.json"


@pytest.mark.parametrize(("make", "parameter", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_is_not_a_credential_is_refused(make: Callable[[], Secret], parameter: str, reason: str) -> None:
    """The error names the field and what was expected."""
    assert refused(make) == (parameter, reason)


@pytest.mark.parametrize(
    ("name", "words"),
    [("type", "'service_account'"), ("project_id", "str"), ("private_key", "str"), ("client_email", "str")],
)
def test_a_service_account_without_what_it_needs_is_refused(name: str, words: str) -> None:
    """A key without one of these serves nobody, and OpenRouter could tell only when it is used."""
    incomplete = {field: value for field, value in ACCOUNT.items() if field != name}
    assert refused(lambda: vertex(incomplete)) == (f"service_account.{name}", f"missing; expected {words}")


@pytest.mark.parametrize("fields", [RESOURCE, DEPLOYMENT], ids=["a resource", "a deployment"])
def test_a_deployment_without_a_field_is_refused(fields: dict[str, str]) -> None:
    """All that OpenRouter documents are required."""
    for name in fields.keys() - {"resource_name"}:
        words = "'ai_foundry' or 'openai'" if name == "resource_type" else "str"
        incomplete = any_of({field: value for field, value in fields.items() if field != name})
        assert refused(partial(azure_deployments, [incomplete])) == (
            f"deployments[0].{name}",
            f"missing; expected {words}",
        )


@pytest.mark.parametrize("form", [str, Path], ids=["a string", "a path"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_service_account_is_read_from_its_file(tmp_path: Path, form: Callable[[Path], Any], encoding: str) -> None:
    """The file that Google gives is enough, and the region is added to what it holds."""
    file = tmp_path / "account.json"
    file.write_text(json.dumps(ACCOUNT, indent=2), encoding=encoding)
    assert json.loads(vertex(form(file), region="global").reveal()) == ACCOUNT | {"region": "global"}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is not JSON (line 1, column 1)"),
        (f"private_key: {KEY}".encode(), "the file is not JSON (line 1, column 1)"),
        (f'{{"private_key": "{KEY}"'.encode(), "the file is not JSON (line 1, column 33)"),
        (b"\xff" + KEY.encode(), "the file is not UTF-8"),
        (b"[" * 200_000, "the file is nested too deeply"),
        (f'["{KEY}"]'.encode(), "the file holds no JSON object"),
    ],
    ids=["empty", "not JSON", "cut short", "not UTF-8", "too deep", "a list"],
)
def test_a_file_of_something_else_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    """And nothing of what it holds is said."""
    file = tmp_path / "account.json"
    file.write_bytes(content)
    assert refused(lambda: vertex(file)) == ("service_account", reason)


def refused(make: Callable[[], Secret]) -> tuple[str, str]:
    """Return which parameter an error names and what it says, when neither it nor a frame of it shows a secret."""
    with pytest.raises(SDKValidationError) as caught:
        make()
    error = caught.value
    assert (error.__cause__, error.__context__) == (None, None)
    assert KEY not in f"{error}{error.args}{shown(error)}"
    return error.parameter, str(error).removeprefix(f"{error.parameter}: ")


def shown(error: BaseException) -> list[tuple[str, str]]:
    """Return what the frames of the SDK show that an error passed."""
    tests = Path(__file__).parent.parent
    ours = [frame for frame in walk_tb(error.__traceback__) if tests not in Path(frame[0].f_code.co_filename).parents]
    assert credentials.__file__ in {frame.f_code.co_filename for frame, _ in ours}
    frames = StackSummary.extract(iter(ours), capture_locals=True)
    return [value for frame in frames for value in (frame.locals or {}).items()]


@pytest.mark.parametrize(
    ("function", "given"),
    [(azure_foundry, {"api_key": KEY}), (bedrock, {"secret": KEY}), (vertex, {"service_account": {}, "key": KEY})],
)
def test_a_wrong_call_shows_no_secret(function: Callable[..., Secret], given: dict[str, object]) -> None:
    """That a parameter is missing or unknown is an error of Python's, which passes a frame of ours."""
    with pytest.raises(TypeError) as caught:
        function(**given)
    assert KEY not in str(shown(caught.value))


def test_an_error_is_one_of_the_sdk() -> None:
    """Whoever catches this SDK's errors, or unwraps its results, catches these too."""
    with pytest.raises(SDKError) as caught:
        bedrock("", KEY, "us-east-1")
    assert (caught.value.outcome, caught.value.attempts) == ("not_applied", 0)
