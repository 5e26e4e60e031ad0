"""Real GnuPG on both sides: a sender with keys of every condition, and the home of a gateway."""

import base64
import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.support.letters import DESK, SENDER, letter

ENTITY = (
    b"Content-Type: text/plain; charset=utf-8\r\n\r\n"
    b"Voornaam: Jan\r\nNaam: Claes\r\nAdres: Dorp 1, 1670 Pepingen\r\nTelefoon: 0470 12 34 56\r\n"
)
AN, BRAM, EXPIRED, REVOKED = (
    SENDER, "bram@kindengezin.example", "verlopen@kindengezin.example", "ingetrokken@kindengezin.example",
)  # fmt: skip
STRANGER = "vreemd@elders.example"
# The gateway's keys: of today's kind, and of the kind that older programs make.
MODERN, RSA = DESK, "oud@pepingen.example"
_PAST = "20200101T120000"
_ENVIRONMENT = {"PATH": os.environ["PATH"], "LC_ALL": "C"}


@dataclass(frozen=True)
class Home:
    """A GnuPG home."""

    folder: Path

    def run(self, *arguments: str, content: bytes = b"", at: str = "") -> bytes:
        """What ``gpg`` puts out; ``at`` is the time it takes for now."""
        when = (f"--faked-system-time={at}",) if at else ()
        command = ("gpg", "--homedir", str(self.folder), "--batch", "--quiet", "--trust-model=always", *when)
        done = subprocess.run(
            [*command, *arguments], input=content, capture_output=True, check=True, env=_ENVIRONMENT
        )
        return done.stdout

    def make(
        self, address: str, kind: str = "ed25519", uses: str = "sign", expires: str = "never", at: str = ""
    ) -> str:
        """A new key without a pass phrase; its fingerprint in lower case."""
        new = ("--passphrase", "", "--quick-generate-key", f"Proef <{address}>", kind, uses, expires)
        self.run(*new, at=at)
        return self.fingerprint(address)

    def fingerprint(self, address: str) -> str:
        """The full fingerprint of the key of ``address``, in lower case."""
        listing = self.run("--with-colons", "--list-keys", address).decode()
        return next(line.split(":")[9] for line in listing.splitlines() if line.startswith("fpr")).lower()

    def export(self, *addresses: str) -> bytes:
        """The public keys of ``addresses``."""
        return self.run("--export", *addresses)

    def take(self, keys: bytes) -> None:
        """Imports ``keys``."""
        self.run("--import", content=keys)

    def revoke(self, fingerprint: str) -> None:
        """Uses the revocation certificate that was made with the key."""
        path = self.folder / "openpgp-revocs.d" / f"{fingerprint.upper()}.rev"
        self.take(path.read_bytes().replace(b"\n:-----BEGIN", b"\n-----BEGIN"))

    def seal(
        self,
        content: bytes = ENTITY,
        *options: str,
        to: Sequence[str] = (MODERN,),
        by: Sequence[str] = (),
        at: str = "",
    ) -> bytes:
        """``content`` encrypted to ``to`` and signed by ``by``, armored."""
        recipients = [word for address in to for word in ("--recipient", address)]
        signers = [word for address in by for word in ("--local-user", address)]
        verbs = ("--sign", "--encrypt") if by else ("--encrypt",)
        return self.run("--armor", *options, *recipients, *signers, *verbs, content=content, at=at)

    def sign(self, content: bytes = ENTITY, *, by: Sequence[str] = (AN,), at: str = "") -> bytes:
        """A detached signature, armored."""
        signers = [word for address in by for word in ("--local-user", address)]
        return self.run("--armor", *signers, "--detach-sign", content=content, at=at)

    def close(self) -> None:
        """Ends the agent."""
        subprocess.run(
            ["gpgconf", "--homedir", str(self.folder), "--kill", "gpg-agent"], check=True, env=_ENVIRONMENT
        )


@dataclass(frozen=True)
class World:
    """Both homes. The gateway holds the public keys of all senders but STRANGER."""

    sender: Home
    gateway: Home

    @property
    def trusted(self) -> tuple[str, ...]:
        """The fingerprints that a policy would list."""
        return tuple(map(self.sender.fingerprint, (AN, EXPIRED, REVOKED)))


def new_home(folder: Path) -> Home:
    """An empty home."""
    folder.mkdir(mode=0o700)
    return Home(folder)


def new_world(folder: Path) -> World:
    """Makes all keys."""
    sender, gateway = new_home(folder / "s"), new_home(folder / "g")
    for address in (AN, BRAM, STRANGER):
        sender.make(address)
    sender.make(EXPIRED, expires="30d", at=_PAST)
    sender.revoke(sender.make(REVOKED))
    sender.make("stranger@box.example", "future-default", "default")
    gateway.make(MODERN, "future-default", "default")
    fingerprint = gateway.make(RSA, "rsa2048", "sign")
    gateway.run("--passphrase", "", "--quick-add-key", fingerprint, "rsa2048", "encr", "never")
    gateway.take(sender.export(AN, BRAM, EXPIRED, REVOKED))
    sender.take(gateway.export(MODERN, RSA))
    gateway.close()
    return World(sender, gateway)


def sign_as_expired(sender: Home, content: bytes = ENTITY) -> bytes:
    """A signature made while the key was valid."""
    return sender.sign(content, by=(EXPIRED,), at=_PAST)


def armored(content: bytes) -> bytes:
    return content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def _multipart(kind: str, parts: Sequence[tuple[str, bytes]]) -> bytes:
    body = b"".join(b"--=_b\r\n" + head.encode() + b"\r\n\r\n" + content + b"\r\n" for head, content in parts)
    return letter(body + b"--=_b--\r\n", content_type=f'{kind}; boundary="=_b"')


CONTROL = (
    "Content-Type: application/pgp-encrypted\r\nContent-Description: PGP/MIME version",
    b"Version: 1\r\n",
)


def encrypted(data: bytes, control: tuple[str, bytes] = CONTROL) -> bytes:
    """A message in the form of RFC 3156 section 4."""
    sealed = ('Content-Type: application/octet-stream; name="encrypted.asc"', armored(data))
    return _multipart('multipart/encrypted; protocol="application/pgp-encrypted"', (control, sealed))


def mangled(data: bytes, text: bytes = b"\r\n") -> bytes:
    """The same as Exchange hands it on."""

    def packed(content: bytes) -> bytes:
        return base64.encodebytes(content).replace(b"\n", b"\r\n")

    base = "\r\nContent-Transfer-Encoding: base64"
    return _multipart(
        "multipart/mixed",
        (
            ('Content-Type: text/plain; charset="us-ascii"', text),
            (f'Content-Type: application/pgp-encrypted; name="ATT00001"{base}', packed(b"Version: 1\r\n")),
            (f'Content-Type: application/octet-stream; name="encrypted.asc"{base}', packed(data)),
        ),
    )


def signed(signature: bytes, entity: bytes = ENTITY) -> bytes:
    """A message in the form of RFC 3156 section 5."""
    head, _, body = entity.partition(b"\r\n\r\n")
    last = ('Content-Type: application/pgp-signature; name="signature.asc"', armored(signature))
    kind = 'multipart/signed; micalg=pgp-sha512; protocol="application/pgp-signature"'
    return _multipart(kind, ((head.decode(), body), last))
