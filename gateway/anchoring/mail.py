"""The checkpoint, mailed to the data-protection officers of both parties: recorded first, then sent."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from gateway.anchoring.failed import AnchorFailed
from gateway.composing.checkpoint_mail import CheckpointMail, compose_checkpoint
from gateway.ledger import anchors
from gateway.ledger.anchors import Standing
from gateway.ledger.checkpoint import parse
from gateway.ledger.place import Place
from gateway.ledger.proofs import consistency_between
from gateway.ledger.record import Entry
from gateway.ledger.store import Ledger
from gateway.mail.address import Address
from gateway.outbound.nexthop import Accepted, NextHop


@dataclass(frozen=True, slots=True)
class Officer:
    """A data-protection officer's address, and the language to write in."""

    to: Address
    language: str


@dataclass(frozen=True, slots=True)
class MailWay:
    """Mails checkpoints of the ledger at ``place`` through ``next_hop`` to whom ``officers`` names then."""

    place: Place
    ledger: Ledger
    next_hop: NextHop
    officers: Callable[[], tuple[Officer, ...]]
    hostname: str
    clock: Callable[[], datetime]

    async def lay(self, standing: Standing) -> Entry:
        """What to record once the checkpoint was taken by at least one mail server.

        Raises AnchorFailed when none took it or there is nobody to mail to, and LedgerError when it could
        not be recorded beforehand: then nothing is sent.
        """
        officers = self.officers()
        if not officers:
            raise AnchorFailed("no data-protection officer in any policy")
        previous = standing.last.size if standing.last else 0
        proof = await asyncio.to_thread(consistency_between, self.place, previous, standing.size)
        await self.ledger.append(anchors.mail_begun(standing.note, [str(each.to) for each in officers]))
        taken = 0
        for officer in officers:
            mail = self._mail(officer, standing, previous, proof)
            delivery = await self.next_hop.deliver(None, (officer.to,), compose_checkpoint(mail))
            taken += isinstance(delivery, Accepted)
        if not taken:
            raise AnchorFailed("no mail server took it")
        return anchors.mail_held(standing.note, taken=taken, asked=len(officers))

    def _mail(
        self, officer: Officer, standing: Standing, previous: int, proof: tuple[bytes, ...]
    ) -> CheckpointMail:
        log = parse(standing.note).origin
        return CheckpointMail(
            officer.to, officer.language, log, standing.note, standing.size, previous, proof, self.hostname,
            self.clock(),
        )  # fmt: skip
