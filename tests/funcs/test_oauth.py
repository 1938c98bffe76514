"""The helpers of OAuth: the page where a user gives a key, and PKCE. They send nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import parse_qs, urlsplit

import pytest

from openrouter_core import Err, OpenRouterCore, Secret
from openrouter_funcs.oauth_create_authorization_url import oauth_create_authorization_url
from openrouter_funcs.oauth_create_sha256_code_challenge import CodeChallenge, oauth_create_sha256_code_challenge

if TYPE_CHECKING:
    from openrouter_core import Result
    from openrouter_core.errors import SDKValidationError

# RFC 7636, appendix B
VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


def error_of(result: Result[Any, SDKValidationError]) -> SDKValidationError:
    """Return the error that a result is."""
    assert isinstance(result, Err)
    return result.error


@pytest.mark.parametrize("verifier", [VERIFIER, Secret(VERIFIER)], ids=["text", "Secret"])
def test_the_challenge_is_that_of_the_rfc(verifier: str | Secret) -> None:
    """Of its own example."""
    made = oauth_create_sha256_code_challenge(code_verifier=verifier).unwrap()
    assert made == CodeChallenge(code_challenge=CHALLENGE, code_verifier=Secret(VERIFIER))
    assert VERIFIER not in repr(made)


def test_a_verifier_of_ours_is_random() -> None:
    """And as the RFC wants it."""
    made = [oauth_create_sha256_code_challenge().unwrap().code_verifier.reveal() for _ in range(20)]
    assert len(set(made)) == 20
    assert all(re.fullmatch(r"[A-Za-z0-9._~-]{43}", verifier) for verifier in made)


@pytest.mark.parametrize("verifier", ["short", "x" * 42, "x" * 129, "x" * 42 + " ", "ü" * 43, 43.5, b"x" * 43])
def test_a_verifier_that_is_none_is_refused(verifier: object) -> None:
    """Without showing it."""
    error = error_of(oauth_create_sha256_code_challenge(code_verifier=cast("Any", verifier)))
    assert error.parameter == "code_verifier"
    assert repr(verifier) not in repr(error)


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({}, {}),
        ({"code_challenge": CHALLENGE}, {"code_challenge": [CHALLENGE], "code_challenge_method": ["S256"]}),
        (
            {"code_challenge": "x", "code_challenge_method": "plain"},
            {"code_challenge": ["x"], "code_challenge_method": ["plain"]},
        ),
        ({"code_challenge_method": "plain"}, {}),
        ({"limit": 2.5}, {"limit": ["2.5"]}),
    ],
)
def test_the_url_holds_what_was_given(given: dict[str, Any], sent: dict[str, list[str]]) -> None:
    """Beside the callback; it is on the core's server."""
    callback = "https://example.com/cb?a=b&c=ü"
    for core, start in (
        (OpenRouterCore(), "https://openrouter.ai/auth"),
        (OpenRouterCore(server_url="https://gateway.example:8443/v1?tenant=1"), "https://gateway.example:8443/auth"),
    ):
        url = urlsplit(oauth_create_authorization_url(core, callback_url=callback, **given).unwrap())
        assert f"{url.scheme}://{url.netloc}{url.path}" == start
        assert parse_qs(url.query) == {"callback_url": [callback]} | sent


@pytest.mark.parametrize(
    ("given", "parameter"),
    [
        ({"callback_url": "/callback"}, "callback_url"),
        ({"callback_url": "https://[x"}, "callback_url"),
        ({"callback_url": 5}, "callback_url"),
        ({"code_challenge": 5}, "code_challenge"),
        ({"code_challenge_method": "S512"}, "code_challenge_method"),
        ({"limit": "5"}, "limit"),
    ],
)
def test_a_wrong_argument_is_named(given: dict[str, Any], parameter: str) -> None:
    """As in every call."""
    arguments: dict[str, Any] = {"callback_url": "https://example.com"} | given
    assert error_of(oauth_create_authorization_url(OpenRouterCore(), **arguments)).parameter == parameter


def test_a_core_that_is_wrong_is_an_error() -> None:
    """As is what is no core."""
    wrong = oauth_create_authorization_url(OpenRouterCore(server_url="ftp://x"), callback_url="https://example.com")
    assert error_of(wrong).parameter == "server_url"
    none = oauth_create_authorization_url(cast("Any", None), callback_url="https://example.com")
    assert error_of(none).parameter == "core"
