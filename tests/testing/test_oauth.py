"""OAuth: a code becomes a key once, for whoever has the verifier; a workload's token becomes one of ours."""

from __future__ import annotations

import json
import sqlite3
import time
from base64 import urlsafe_b64decode, urlsafe_b64encode
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.hashes import SHA256

from openrouter_core import Err, Ok, errors
from openrouter_core.testing import LocalOpenRouter
from openrouter_funcs.chat_send import chat_send
from openrouter_funcs.oauth_create_auth_code import oauth_create_auth_code
from openrouter_funcs.oauth_create_sha256_code_challenge import oauth_create_sha256_code_challenge
from openrouter_funcs.oauth_exchange_auth_code_for_api_key import oauth_exchange_auth_code_for_api_key

from .calling import Api

if TYPE_CHECKING:
    from pathlib import Path

    import httpx

    from openrouter_core import OpenRouterCore

    from .money import Bank

CALLBACK: dict[str, Any] = {"callback_url": "https://app.example/back"}
VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"  # RFC 7636, appendix B
S256 = {"code_challenge": "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", "code_challenge_method": "S256"}
PLAIN = {"code_challenge": VERIFIER, "code_challenge_method": "plain"}
EXCHANGE = "oauth_exchange_auth_code_for_api_key"


@pytest.fixture
def api(client: httpx.Client) -> Api:
    """Return the operations with the management key."""
    return Api(client)


def code(api: Api, **fields: object) -> str:
    """Return a code."""
    made: str = api("oauth_create_auth_code", json=CALLBACK | fields)["data"]["id"]
    return made


def encoded(data: bytes) -> str:
    """Return base64url as tokens have it."""
    return urlsafe_b64encode(data).decode().rstrip("=")


def test_a_code_becomes_a_key(server: LocalOpenRouter) -> None:
    """Through our own functions: the key works at once, and spends what it may."""
    with server.core() as core:
        challenge = oauth_create_sha256_code_challenge().unwrap()
        made = oauth_create_auth_code(
            core,
            callback_url=CALLBACK["callback_url"],
            code_challenge=challenge.code_challenge,
            code_challenge_method="S256",
            limit=5,
        )
        wanted: dict[str, Any] = {"code": made.unwrap().data.id.reveal(), "code_verifier": challenge.code_verifier}
        exchanged = oauth_exchange_auth_code_for_api_key(core, **wanted, code_challenge_method="S256").unwrap()
        assert exchanged.user_id is not None
        with server.core(exchanged.key.reveal()) as user:
            assert isinstance(chat_send(user, messages=[{"role": "user", "content": "Hi"}]), Ok)
        match oauth_exchange_auth_code_for_api_key(core, **wanted):
            case Err(errors.ForbiddenResponseError()):
                pass
            case other:
                raise AssertionError(other)


def test_a_key_is_as_the_code_says(tmp_path: Path) -> None:
    """It is kept as one of `api_keys_create`; without a label it is called after the host."""
    facts: dict[str, Any] = {"limit": 5, "expires_at": "2999-12-31T23:59:59Z"}
    with LocalOpenRouter(db=tmp_path / "db") as server, server.core() as core:
        facts["workspace_id"] = server.account.add_workspace()
        for label in ({"key_label": "Mine"}, {}):
            more: dict[str, Any] = facts | label
            made = oauth_create_auth_code(core, **CALLBACK, usage_limit_type="daily", **more).unwrap()
            oauth_exchange_auth_code_for_api_key(core, code=made.data.id).unwrap()
    with closing(sqlite3.connect(tmp_path / "db")) as database:
        kept = [json.loads(row[0]) for row in database.execute("SELECT facts FROM api_keys ORDER BY rowid")]
    for name, each in zip(("Mine", "app.example"), kept[-2:], strict=True):
        assert (facts | {"name": name, "limit_reset": "daily"}).items() <= each.items()


@pytest.mark.parametrize("challenge", [S256, PLAIN, {"code_challenge": VERIFIER}], ids=["S256", "plain", "neither"])
def test_only_the_verifier_opens_a_code(api: Api, challenge: dict[str, str]) -> None:
    """What is wrong leaves the code as it was, for whoever has the right one."""
    secret, method = code(api, **challenge), challenge.get("code_challenge_method", "plain")
    other = "plain" if method == "S256" else "S256"
    assert api.refusal(EXCHANGE, 400, json={"code": secret}).startswith("code_verifier: is required")
    wrong = {"code": secret, "code_verifier": VERIFIER, "code_challenge_method": other}
    assert api.refusal(EXCHANGE, 400, json=wrong).startswith("code_challenge_method: must be ")
    api.refusal(EXCHANGE, 403, json={"code": secret, "code_verifier": VERIFIER[:-1]})
    api(EXCHANGE, json={"code": secret, "code_verifier": VERIFIER, "code_challenge_method": method})
    api.refusal(EXCHANGE, 403, json={"code": secret, "code_verifier": VERIFIER})


def exchange(core: OpenRouterCore, secret: str) -> bool:
    """Tell whether a code became a key."""
    return isinstance(oauth_exchange_auth_code_for_api_key(core, code=secret), Ok)


def test_only_one_of_many_has_the_key(api: Api, server: LocalOpenRouter) -> None:
    """However many exchange a code at the same time."""
    secret = code(api)
    with server.core() as core, ThreadPoolExecutor(8) as threads:
        results = [*threads.map(exchange, [core] * 8, [secret] * 8)]
    assert sorted(results) == [False] * 7 + [True]


def test_a_code_is_nothing_after_ten_minutes(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is one that nobody made."""
    monkeypatch.setattr("openrouter_core.testing.endpoints.oauth._CODE_SECONDS", 0)
    api.refusal(EXCHANGE, 403, json={"code": code(api)})
    api.refusal(EXCHANGE, 403, json={"code": "auth_code_of_nobody"})


def test_codes_and_tokens_go_by_the_clock_of_the_server(fresh: Bank) -> None:
    """As all keys do."""
    api = Api(fresh.client)
    secret = code(api)
    token = api("oauth_create_oauth_token", data=asked(subject(exp=fresh.at + 10_000)))["access_token"]
    assert Api(fresh.client, token).response("files_list").status_code == 200
    fresh.at += 901
    assert Api(fresh.client, token).response("files_list").status_code == 401
    assert api("oauth_create_oauth_token", data=asked(subject(exp=fresh.at + 10)))["expires_in"] == 10
    api.refusal(EXCHANGE, 403, json={"code": secret})


REFUSED = [
    ({"callback_url": "http://app.example"}, "callback_url: must be an https URL, or one of localhost or 127.0.0.1"),
    ({"callback_url": "https://[::1"}, "callback_url: must be an https URL, or one of localhost or 127.0.0.1"),
    ({"callback_url": "mailto:me"}, "callback_url: must be an https URL, or one of localhost or 127.0.0.1"),
    ({"code_challenge_method": "S256"}, "code_challenge: is required with code_challenge_method"),
    (S256 | {"code_challenge_method": "S512"}, 'code_challenge_method: must be "S256" or "plain"'),
    (
        {"expires_at": "2999-12-31T23:59Z"},
        "expires_at: must be a time in UTC with seconds, such as 2027-12-31T23:59:59Z",
    ),
    ({"workspace_id": "00000000-0000-4000-8000-000000000000"}, "workspace_id: is not a workspace of this account"),
]


@pytest.mark.parametrize(("more", "message"), REFUSED)
def test_what_cannot_be_a_code_is_refused(api: Api, more: dict[str, str], message: str) -> None:
    """By the name of the field."""
    assert api.refusal("oauth_create_auth_code", 400, json=CALLBACK | more) == message


@pytest.mark.parametrize("url", ["http://localhost:3000/back", "http://127.0.0.1/", "https://a.example"])
def test_tools_of_this_machine_need_no_tls(api: Api, url: str) -> None:
    """Any port will do."""
    assert code(api, callback_url=url)


def subject(**claims: object) -> str:
    """Return a token of another issuer."""
    return ".".join(encoded(json.dumps(each).encode()) for each in ({"alg": "ES256"}, claims)) + ".c2ln"


def asked(token: str, **more: str) -> dict[str, str]:
    """Return the fields of a token exchange."""
    return {
        "federation_policy_id": "policy",
        "grant_type": "urn:ietf:params:oauth:grant-type:token-exchange",
        "subject_token": token,
        "subject_token_type": "urn:ietf:params:oauth:token-type:jwt",
        **more,
    }


@pytest.mark.parametrize(
    ("scope", "status"), [({}, 403), ({"scope": "inference"}, 403), ({"scope": "management"}, 200)]
)
def test_a_token_becomes_one_of_ours(api: Api, client: httpx.Client, scope: dict[str, str], status: int) -> None:
    """It works as a key; who has the public keys can tell that it is ours."""
    given = api("oauth_create_oauth_token", data=asked(subject(), **scope))
    assert (given["expires_in"], given["scope"]) == (900, scope.get("scope", "inference"))
    token = given["access_token"]
    assert Api(client, token).response("byok_list").status_code == status
    assert Api(client, token).response("models_list").status_code == 200
    (key,) = api("oauth_list_oauth_jwks")["keys"]
    signed, _, signature = token.rpartition(".")
    header, claims = (json.loads(urlsafe_b64decode(part + "==")) for part in signed.split("."))
    assert (header["kid"], claims["exp"] - claims["iat"]) == (key["kid"], 900)
    x, y, r, s = (
        int.from_bytes(each)
        for each in (
            *(urlsafe_b64decode(key[name] + "==") for name in "xy"),
            *halves(urlsafe_b64decode(signature + "==")),
        )
    )
    public = ec.EllipticCurvePublicNumbers(x, y, ec.SECP256R1()).public_key()
    public.verify(utils.encode_dss_signature(r, s), signed.encode(), ec.ECDSA(SHA256()))


def halves(data: bytes) -> tuple[bytes, bytes]:
    """Return the two numbers of a signature."""
    return data[:32], data[32:]


def test_a_token_does_not_outlive_the_one_that_it_was_given_for(api: Api) -> None:
    """Nor fifteen minutes."""
    for seconds, least, most in ((60, 58, 61), (86_400, 900, 900)):
        given = api("oauth_create_oauth_token", data=asked(subject(exp=int(time.time()) + seconds)))
        assert least <= given["expires_in"] <= most


NO_JWT = [
    "text",
    "a.b.c",
    "a.b",
    f"{encoded(b'{}')}.{encoded(b'[]')}.c",
    f"{encoded(b'{')}.{encoded(b'{}')}.c",
    subject(exp="soon"),
    subject(exp=None),
    subject(exp=10**400),
]


@pytest.mark.parametrize(
    ("given", "error", "described"),
    [
        *((asked(each), "invalid_grant", "subject_token: must be a JWT") for each in NO_JWT),
        (asked(subject(exp=1)), "invalid_grant", "subject_token: must be one that has not expired"),
        (asked(subject(), scope="all"), "invalid_scope", "scope: must be inference or management"),
        (asked(subject(), grant_type="password"), "unsupported_grant_type", "grant_type: must be "),
        (asked(subject(), subject_token_type="saml"), "invalid_request", "subject_token_type: must be "),
        ({}, "invalid_request", "body: is required"),
    ],
)
def test_a_refusal_is_one_of_oauth(api: Api, given: dict[str, str], error: str, described: str) -> None:
    """RFC 6749, 5.2."""
    refusal = api("oauth_create_oauth_token", 400, data=given)
    assert refusal["error"] == error
    assert refusal["error_description"].startswith(described)
