"""Tokens that a stranger can verify: JWTs with ES256 signatures (RFC 7515, RFC 7518 section 3.4), and their public key.

Here lives the arithmetic of the curve P-256, because the standard library has none. It takes no care to take the same
time for every key, which a server on loopback need not: never use it for secrets that matter.
"""

from __future__ import annotations

import json
import secrets
from base64 import urlsafe_b64encode
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, TypeAlias

import attrs

if TYPE_CHECKING:
    from collections.abc import Mapping

    _Point: TypeAlias = "tuple[int, int]"

__all__ = ["SigningKey", "signing_key"]

# FIPS 186-4, D.1.2.3.
_P = 2**256 - 2**224 + 2**192 + 2**96 - 1
_N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
_G = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)


@attrs.frozen
class SigningKey:
    """A private key, and what is told of it."""

    _private: int = attrs.field(repr=False)
    public: Mapping[str, str]
    """The public key as a JWK (RFC 7518 section 6.2)."""

    def token(self, claims: Mapping[str, object]) -> str:
        """Return a JWT of `claims`."""
        parts = ({"alg": "ES256", "typ": "JWT", "kid": self.public["kid"]}, claims)
        signed = ".".join(_encoded(json.dumps(part).encode()) for part in parts)
        return f"{signed}.{_encoded(self._signature(signed.encode()))}"

    def _signature(self, message: bytes) -> bytes:
        # SEC 1, 4.1.3. That r or s is 0 happens once in 2**255 signatures.
        nonce = secrets.randbelow(_N - 1) + 1
        r = _times(nonce, _G)[0] % _N
        s = pow(nonce, -1, _N) * (int.from_bytes(sha256(message).digest()) + r * self._private) % _N
        return _bytes(r) + _bytes(s)


@lru_cache(maxsize=8)
def signing_key(seed: bytes) -> SigningKey:
    """Return the key that belongs to 32 random bytes."""
    private = int.from_bytes(seed) % (_N - 1) + 1
    x, y = _times(private, _G)
    point = {"kty": "EC", "crv": "P-256", "x": _encoded(_bytes(x)), "y": _encoded(_bytes(y))}
    # The id is the key's thumbprint (RFC 7638).
    thumbprint = sha256(json.dumps(point, sort_keys=True, separators=(",", ":")).encode()).digest()
    return SigningKey(private, {**point, "use": "sig", "alg": "ES256", "kid": _encoded(thumbprint)})


def _times(factor: int, point: _Point) -> _Point:
    total = point
    for digit in f"{factor:b}"[1:]:
        total = _sum(total, total)
        if digit == "1":
            total = _sum(total, point)
    return total


def _sum(one: _Point, other: _Point) -> _Point:
    # Multiples of a point of prime order, as they come up here, are never opposite to each other.
    (x1, y1), (x2, y2) = one, other
    slope = (3 * x1 * x1 - 3) * pow(2 * y1, -1, _P) if one == other else (y2 - y1) * pow(x2 - x1, -1, _P)
    x = (slope * slope - x1 - x2) % _P
    return x, (slope * (x1 - x) - y1) % _P


def _bytes(number: int) -> bytes:
    return number.to_bytes(32)


def _encoded(data: bytes) -> str:
    return urlsafe_b64encode(data).decode().rstrip("=")
