"""Whether signatures hold, judged by other hands than dkimpy's: RFC 6376 and RFC 8617.

``holds`` and ``seal_holds`` are written over ``cryptography`` alone; ``perl_says`` asks Mail::DKIM.
"""

import asyncio
import base64
import re
import subprocess

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

from tests.support.dkim import canonical_body, canonical_field, digest, selected

_PERL = """
use Mail::DKIM::Verifier; use Mail::DKIM::ARC::Verifier; use Net::DNS::Resolver;
my ($host, $port) = @ARGV; @ARGV = ();
Mail::DKIM::DNS::resolver(Net::DNS::Resolver->new(nameservers => [$host], port => $port, recurse => 1));
local $/; my $message = <STDIN>;
for my $kind ("Mail::DKIM::Verifier", "Mail::DKIM::ARC::Verifier") {
    my $verifier = $kind->new(); $verifier->PRINT($message); $verifier->CLOSE();
    print $verifier->result, "\\n";
}
"""


def holds(message: bytes, name: str, record: str) -> bool:
    """Whether the one field ``name`` (DKIM-Signature or ARC-Message-Signature) verifies with ``record``."""
    head, _, body = message.partition(b"\r\n\r\n")
    value = _only(head, name)
    tags = tags_of(value)
    if base64.b64decode(tags["bh"]) != digest(canonical_body(body, "relaxed"), hashes.SHA256()):
        return False
    covered = [canonical_field(field, raw, "relaxed") + b"\r\n" for field, raw in selected(head, tags["h"])]
    covered.append(canonical_field(name.encode(), _unsigned(value), "relaxed"))
    return _verifies(record, tags, b"".join(covered))


def seal_holds(message: bytes, record: str) -> bool:
    """Whether the ARC-Seal of a first ARC set verifies with ``record`` (RFC 8617 section 5.1.1)."""
    head = message.partition(b"\r\n\r\n")[0]
    seal = _only(head, "ARC-Seal")
    covered = [
        canonical_field(name.encode(), _only(head, name), "relaxed") + b"\r\n"
        for name in ("ARC-Authentication-Results", "ARC-Message-Signature")
    ]
    covered.append(canonical_field(b"ARC-Seal", _unsigned(seal), "relaxed"))
    tags = tags_of(seal)
    return (tags["i"], tags["cv"]) == ("1", "none") and _verifies(record, tags, b"".join(covered))


async def perl_says(message: bytes, nameserver: str) -> tuple[str, str]:
    """What Mail::DKIM says of the message's DKIM signature and ARC chain, asking ``nameserver`` (ip:port)."""
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        "perl", "-e", _PERL, *nameserver.split(":"), stdin=pipe, stdout=pipe
    )
    said, _ = await process.communicate(message)
    dkim, arc = said.decode().split()
    return dkim, arc


def has_mail_dkim() -> bool:
    """Whether Mail::DKIM is installed."""
    probe = ["perl", "-MMail::DKIM::ARC::Verifier", "-e", "1"]
    try:
        return subprocess.run(probe, check=False, capture_output=True).returncode == 0
    except FileNotFoundError:
        return False


def tags_of(value: bytes) -> dict[str, str]:
    """The tags of a signature's field, white space left out."""
    pairs = re.sub(rb"\s", b"", value).decode().split(";")
    return dict(pair.split("=", 1) for pair in pairs if pair)


def _only(head: bytes, name: str) -> bytes:
    pattern = rb"(?im)^" + name.encode() + rb":((?:[^\r]|\r\n[ \t])*)"
    (value,) = re.findall(pattern, head)
    return bytes(value)


def _unsigned(value: bytes) -> bytes:
    return re.sub(rb"(?s)(\bb\s*=)[^;]*", rb"\1", value)


def _verifies(record: str, tags: dict[str, str], covered: bytes) -> bool:
    published = tags_of(record.encode())
    key, signature = base64.b64decode(published["p"]), base64.b64decode(tags["b"])
    try:
        if tags["a"] == "ed25519-sha256":
            Ed25519PublicKey.from_public_bytes(key).verify(signature, digest(covered, hashes.SHA256()))
        else:
            public = serialization.load_der_public_key(key)
            assert isinstance(public, RSAPublicKey)
            public.verify(signature, covered, padding.PKCS1v15(), hashes.SHA256())
    except InvalidSignature:
        return False
    return True
