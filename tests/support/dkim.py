"""Signs messages with DKIM the way Exchange Online does, or in any way a test wants.

Written over ``cryptography`` alone, so that what verifies is checked against other hands.
"""

import base64
import re
from dataclasses import dataclass

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

EXCHANGE_FIELDS = "From:Date:Subject:Message-ID:Content-Type:MIME-Version"
PrivateKey = rsa.RSAPrivateKey | Ed25519PrivateKey


@dataclass(frozen=True, slots=True)
class Signer:
    """A domain's private key and the selector it is published under."""

    domain: str
    key: PrivateKey
    selector: str = "selector1"

    @property
    def name(self) -> str:
        """Where the public key is published."""
        return f"{self.selector}._domainkey.{self.domain}"

    @property
    def record(self) -> str:
        """The TXT record that publishes the public key."""
        public = self.key.public_key()
        if isinstance(public, rsa.RSAPublicKey):
            der = public.public_bytes(
                serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
            )
            return "v=DKIM1; k=rsa; p=" + base64.b64encode(der).decode()
        raw = public.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
        return "v=DKIM1; k=ed25519; p=" + base64.b64encode(raw).decode()


def new_signer(domain: str, *, bits: int = 2048, selector: str = "selector1") -> Signer:
    """A signer for ``domain`` with a fresh RSA key of ``bits`` bits."""
    return Signer(domain, rsa.generate_private_key(public_exponent=65537, key_size=bits), selector)


def signed(message: bytes, signer: Signer, **tags: str) -> bytes:
    """``message`` (CRLF lines) with a DKIM-Signature on top.

    Canonicalization is relaxed/relaxed unless ``c`` says otherwise. ``tags`` adds or replaces
    tags before signing (``x="1"``); an empty value leaves the tag out.
    """
    defaults = {
        "v": "1",
        "a": "rsa-sha256" if isinstance(signer.key, rsa.RSAPrivateKey) else "ed25519-sha256",
        "c": "relaxed/relaxed",
        "d": signer.domain,
        "s": signer.selector,
        "h": EXCHANGE_FIELDS,
    }
    chosen = {name: value for name, value in (defaults | tags).items() if value}
    head, _, body = message.partition(b"\r\n\r\n")
    header_form, _, body_form = chosen.get("c", "simple/simple").partition("/")
    body = canonical_body(body, body_form)[: int(chosen["l"]) if "l" in chosen else None]
    algorithm = hashes.SHA1 if chosen["a"].endswith("sha1") else hashes.SHA256
    chosen["bh"] = base64.b64encode(digest(body, algorithm())).decode()
    value = " " + "; ".join(f"{name}={text}" for name, text in chosen.items()) + "; b="
    covered = [canonical_field(name, raw, header_form) + b"\r\n" for name, raw in selected(head, chosen["h"])]
    covered.append(canonical_field(b"DKIM-Signature", value.encode(), header_form))
    signature = base64.b64encode(_sign(signer.key, b"".join(covered), algorithm())).decode()
    return b"DKIM-Signature:" + value.encode() + signature.encode() + b"\r\n" + message


def _sign(key: PrivateKey, data: bytes, algorithm: hashes.HashAlgorithm) -> bytes:
    if isinstance(key, Ed25519PrivateKey):
        return key.sign(digest(data, algorithm))
    return key.sign(data, padding.PKCS1v15(), algorithm)


def digest(data: bytes, algorithm: hashes.HashAlgorithm) -> bytes:
    digest = hashes.Hash(algorithm)
    digest.update(data)
    return digest.finalize()


def selected(head: bytes, names: str) -> list[tuple[bytes, bytes]]:
    """The fields that ``h=`` names, the last of several first (RFC 6376 section 5.4.2)."""
    fields = [(m[1], m[2]) for m in re.finditer(rb"^([!-9;-~]+):((?:[^\r]|\r\n[ \t])*)", head, re.MULTILINE)]
    chosen = []
    for name in names.encode().split(b":"):
        for at in reversed(range(len(fields))):
            if fields[at][0].lower() == name.strip().lower():
                chosen.append(fields.pop(at))
                break
    return chosen


def canonical_field(name: bytes, raw: bytes, form: str) -> bytes:
    if form == "simple":
        return name + b":" + raw
    return name.lower() + b":" + re.sub(rb"[ \t]+", b" ", raw.replace(b"\r\n", b"")).strip()


def canonical_body(body: bytes, form: str) -> bytes:
    if form == "relaxed":
        body = re.sub(rb" (?=\r\n)", b"", re.sub(rb"[ \t]+", b" ", body))
    body = body.rstrip(b"\r\n")
    return body + b"\r\n" if body or form != "relaxed" else b""
