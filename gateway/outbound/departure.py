"""From the client's data to the octets that go on the wire: composed, accounted for, sealed, signed.

Sealed before it is signed, so that the signature covers what the mailbox gets and notices a change to
it. What was accounted for is not touched again: it is sealed whole, and every other octet stands in
front of it.
"""

import asyncio
from dataclasses import dataclass, field
from typing import assert_never

import structlog

from gateway.composing.account import is_accounted_for, is_signed_copy
from gateway.composing.message import Order, compose
from gateway.composing.results import authentication_results
from gateway.config import Config, MailboxKeys
from gateway.decision import Client, Code
from gateway.mail.address import Address
from gateway.mail.envelope import Arrival
from gateway.mail.protection import Signature
from gateway.outbound import pgp, smime
from gateway.outbound.fitness import NotSealed
from gateway.outbound.signing import Signer, load_signer, sign
from gateway.pipeline import Case, accepted_label, author_of
from gateway.policy.model import Policy, Seal
from gateway.sealed.openssl import Openssl

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Departure:
    """What a delivery is sealed and signed with. ``author`` replaces the author in From; None keeps them.

    Without a ``signer`` nothing is added: results of a gateway that nobody can recognise say nothing.
    """

    signer: Signer | None = None
    author: Address | None = None
    mailboxes: tuple[MailboxKeys, ...] = ()
    openssl: Openssl = field(default_factory=Openssl)

    async def prepare(
        self,
        case: Case,
        policy: Policy,
        clients: tuple[Client, ...],
        left_out: tuple[str, ...],
        hostname: str,
    ) -> bytes | Code:
        """The message that may leave, or the code of what keeps it here: a word that is not accounted for,
        or content that cannot be sealed. Raises ValueError when it has no author or cannot be signed."""
        order = _order(case, policy, left_out, hostname, self.author)
        message = compose(order, clients, case.fields)
        if not is_accounted_for(message, order, clients, case.fields):
            return Code.COMPOSED_UNACCOUNTED
        try:
            content = await self._sealed(message, case.arrival, policy.delivery.seal)
        except NotSealed as error:
            _log.error("content not sealed", **{"event.id": case.arrival.id, "error.message": str(error)})
            return Code.DELIVERY_UNSEALED
        if self.signer is None:
            return content
        results = authentication_results(hostname, order.author, case.facts, _signatures(case))
        signed = await asyncio.to_thread(sign, content, results, hostname, self.signer)
        return signed if is_signed_copy(signed, content) else Code.COMPOSED_UNACCOUNTED

    async def _sealed(self, message: bytes, arrival: Arrival, method: Seal) -> bytes:
        """Raises NotSealed: one recipient without keys keeps the message from all."""
        match method:
            case "none":
                return message
            case "smime":
                return await smime.seal(message, self._keys(arrival), arrival.received, self.openssl)
            case "pgp":
                return await pgp.seal(message, self._keys(arrival), arrival.received)
            case _:
                assert_never(method)

    def _keys(self, arrival: Arrival) -> tuple[MailboxKeys, ...]:
        return tuple(map(self._keys_for, arrival.envelope.rcpt_to))

    def _keys_for(self, recipient: Address) -> MailboxKeys:
        for keys in self.mailboxes:
            if keys.address.same_mailbox(recipient):
                return keys
        raise NotSealed("a recipient is not among the mailboxes of the configuration")


UNSIGNED = Departure()


def departure_of(config: Config) -> Departure:
    """What deliveries are sealed and signed with, as ``config`` wants it. Raises KeyUnusable."""
    wanted = config.signing
    if wanted is None:
        return Departure(mailboxes=config.mailboxes)
    signer = load_signer(wanted.key, wanted.domain, wanted.selector, arc=wanted.arc)
    return Departure(signer, wanted.address if wanted.from_ == "rewrite" else None, config.mailboxes)


def _order(
    case: Case, policy: Policy, left_out: tuple[str, ...], hostname: str, gateway: Address | None
) -> Order:
    author, label = author_of(case.fields), accepted_label(case, policy)
    if author is None or label is None:
        raise ValueError("a delivery without author or label")
    return Order(case.arrival, author, hostname, policy.ref, label, left_out, gateway)


def _signatures(case: Case) -> tuple[Signature, ...]:
    return () if case.opening is None else case.opening.protection.signatures
