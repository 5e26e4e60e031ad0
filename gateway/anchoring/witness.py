"""A witness's cosignature on the checkpoint: the client of C2SP tlog-witness."""

import asyncio
import base64
from dataclasses import dataclass

from gateway.anchoring.failed import AnchorFailed
from gateway.anchoring.post import post
from gateway.ledger import anchors
from gateway.ledger.anchors import Standing
from gateway.ledger.cosignature import Witness, cosigned_at
from gateway.ledger.errors import CheckpointError
from gateway.ledger.place import Place
from gateway.ledger.proofs import consistency_between
from gateway.ledger.record import Entry
from gateway.web import Answer

_OK, _CONFLICT = 200, 409
_MOST_DIGITS = 16


@dataclass(frozen=True, slots=True)
class WitnessWay:
    """Asks the ``witness`` below ``url`` to cosign checkpoints of the ledger at ``place``."""

    url: str
    witness: Witness
    place: Place

    async def lay(self, standing: Standing) -> Entry:
        """What to record of the cosignature, verified under the witness's key.

        A witness that last saw another size says so, and is asked once more from there. Raises
        AnchorFailed when it does not cosign, LedgerError when the ledger does not continue what it saw.
        """
        answer = await self._ask(standing, standing.last.size if standing.last else 0)
        if answer.status == _CONFLICT and (seen := _size(answer.body)) <= standing.size:
            answer = await self._ask(standing, seen)
        if answer.status != _OK:
            raise AnchorFailed(f"HTTP {answer.status}")
        return anchors.cosigned(
            standing.note, self.witness.name, self.witness.public_key, self._line(standing.note, answer.body)
        )

    async def _ask(self, standing: Standing, old: int) -> Answer:
        proof = await asyncio.to_thread(consistency_between, self.place, old, standing.size)
        lines = [f"old {old}", *(base64.b64encode(node).decode() for node in proof), "", standing.note]
        return await post(f"{self.url.rstrip('/')}/add-checkpoint", "\n".join(lines).encode(), "text/plain")

    def _line(self, note: str, body: bytes) -> str:
        """The one line of ``body`` that is this witness's; those of unknown keys are passed over."""
        for line in body.decode("utf-8", "replace").splitlines():
            try:
                cosigned_at(note, line, self.witness)
            except CheckpointError:
                continue
            return line
        raise AnchorFailed("the cosignature does not verify")


def _size(body: bytes) -> int:
    text = body.decode("ascii", "replace").rstrip("\n")
    if not (text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS):
        raise AnchorFailed("the witness names no size")
    return int(text)
