"""A witness on loopback that takes the C2SP tlog-witness protocol at its word, with arithmetic of its own."""

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from gateway.evidence.verify import opened, roots_of
from gateway.ledger.checkpoint import parse
from gateway.ledger.cosignature import Witness, cosignature_text
from tests.support.web import Answered, answering

_TEXT, _SIZE = "text/plain", "text/x.tlog.size"
Seen = tuple[int, bytes]


@dataclass(slots=True)
class LocalWitness:
    """Knows one log by name and key, and the latest checkpoint of it that it cosigned."""

    log: str
    log_key: bytes
    seconds: int = 1_769_860_800
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    seen: Seen = (0, b"")
    requests: list[str] = field(default_factory=list)
    url: str = ""
    also: str = ""

    @property
    def named(self) -> Witness:
        """Its name and public key."""
        return Witness("witness.example/w1", self.key.public_key().public_bytes_raw())

    def answer(self, path: str, body: bytes) -> Answered:
        """To one POST, in the order of the checks that the protocol names."""
        self.requests.append(body.decode())
        if path != "/add-checkpoint":
            return 404, _TEXT, b""
        head, _, note = body.decode().partition("\n\n")
        old_line, *proof = head.split("\n")
        word, old = old_line.split(" ")
        if word != "old" or parse(note).origin != self.log:
            return 404, _TEXT, b""
        held = opened(note, self.log, self.log_key, "the note")
        if int(old) > held.size:
            return 400, _TEXT, b""
        if int(old) != self.seen[0]:
            return 409, _SIZE, f"{self.seen[0]}\n".encode()
        path_ = [base64.b64decode(line, validate=True) for line in proof]
        if self.seen[0] == 0:
            good = not path_
        else:
            good = roots_of(self.seen[0], held.size, path_, self.seen[1]) == (self.seen[1], held.root)
        if not good:
            return 422, _TEXT, b""
        self.seen = (held.size, held.root)
        return 200, _TEXT, f"{self.also}{self._line(note)}\n".encode()

    def _line(self, note: str) -> str:
        signature = self.key.sign(cosignature_text(note, self.seconds))
        data = self.named.key_id + self.seconds.to_bytes(8, "big") + signature
        return f"\u2014 {self.named.name} {base64.b64encode(data).decode()}"


@contextmanager
def witness(log: str, log_key: bytes) -> Iterator[LocalWitness]:
    """A witness of ``log`` that serves until the block ends."""
    made = LocalWitness(log, log_key)
    with answering(made.answer) as url:
        made.url = url
        yield made
