"""Notes to senders, sent behind the referral they are about: after its reply, never instead of it.

The ledger holds that a note was sent before it is, under an id made from the referral, so that one
message gets one note, however often a mail server tries again.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime

import structlog

from gateway.composing.notice import Note, compose_notice
from gateway.decision import Decision
from gateway.ledger import entries
from gateway.ledger.errors import LedgerError
from gateway.ledger.store import Ledger
from gateway.mail.address import Address
from gateway.outbound.nexthop import Accepted, NextHop
from gateway.outbound.signing import Signer, signed_alone

_log = structlog.get_logger()


class Notices:
    """Sends notes through ``next_hop``, signed by ``signer`` if there is one. One event loop owns it;
    ``close`` waits a moment for them."""

    def __init__(
        self,
        next_hop: NextHop,
        ledger: Ledger,
        hostname: str,
        clock: Callable[[], datetime],
        signer: Signer | None = None,
    ) -> None:
        self._next_hop = next_hop
        self._ledger = ledger
        self._hostname = hostname
        self._clock = clock
        self._signer = signer
        self._under_way: set[asyncio.Task[None]] = set()

    def send_soon(self, to: Address, transfer: str, message_key: str, decision: Decision) -> None:
        """Notes to the proven sender ``to`` what was left out of ``transfer``; returns at once.

        ``message_key`` is the same for every attempt at one message. A note that cannot be recorded
        or delivered is logged and dropped: the referral itself has arrived.
        """
        language = decision.policy.language if decision.policy else "en"
        note = Note(to, transfer, decision.superfluous, language, self._hostname, self._clock())
        task = asyncio.ensure_future(self._send(note, message_key))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def close(self, seconds: float = 1.0) -> None:
        """Lets the notes under way be sent for so long and drops the rest: nobody's stop waits for a note."""
        if not self._under_way:
            return
        _, late = await asyncio.wait(self._under_way, timeout=seconds)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    async def _send(self, note: Note, message_key: str) -> None:
        try:
            await self._ledger.append(entries.notice(message_key, note.transfer, note.left_out))
        except LedgerError as error:
            _log.info("notice not sent", **{"event.id": note.transfer, "error.type": type(error).__name__})
            return
        content = compose_notice(note)
        if self._signer is not None:
            content = await asyncio.to_thread(signed_alone, content, self._signer)
        delivery = await self._next_hop.deliver(None, (note.to,), content)
        outcome = "accepted" if isinstance(delivery, Accepted) else type(delivery).__name__.lower()
        _log.info("notice", **{"event.id": note.transfer, "event.outcome": outcome})
