"""Notes to senders: recorded first, one a message, and never in the way of the referral."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from gateway.decision import Decision, Deliver, PolicyRef, Superfluous
from gateway.ledger.store import Ledger
from gateway.mail.address import Address
from gateway.outbound.nexthop import NextHop
from gateway.outbound.notices import Notices
from tests.support.behaviour import Behaviour, say
from tests.support.ledger import noon, open_ledger
from tests.support.mailbox import Mailbox

SENDER = Address("an", "kindengezin.example")
DECISION = Decision(Deliver(()), PolicyRef("demo", "sha256:00"), (), (Superfluous("health", 1, "body html"),))


@dataclass(frozen=True, slots=True)
class Desk:
    notices: Notices
    mailbox: Mailbox
    ledger: Ledger


@asynccontextmanager
async def desk(folder: Path, behaviour: Behaviour | None = None) -> AsyncIterator[Desk]:
    ledger = open_ledger(folder / "ledger.db")
    async with Mailbox(behaviour=behaviour or Behaviour()) as box:
        hop = NextHop(host=box.host, port=box.port, hostname="mx.pepingen.example", tls=None)
        yield Desk(Notices(hop, ledger, "mx.pepingen.example", noon), box, ledger)
        await hop.close()
    await ledger.close()


async def test_a_note_goes_to_the_sender_alone_from_the_null_reverse_path(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        at.notices.send_soon(SENDER, "t1", "key1", DECISION)
        await at.notices.close()
        [note] = at.mailbox.messages
    assert (note.mail_from, note.rcpt_to) == ("", (str(SENDER),))


async def test_one_message_gets_one_note_however_often_it_is_tried(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        for transfer in ("t1", "t2", "t3"):
            at.notices.send_soon(SENDER, transfer, "key1", DECISION)
            await at.notices.close()
        at.notices.send_soon(SENDER, "t4", "key2", DECISION)
        await at.notices.close()
        assert len(at.mailbox.messages) == 2


async def test_a_note_that_was_sent_before_a_restart_is_not_sent_again(tmp_path: Path) -> None:
    sent = []
    for _ in range(2):
        async with desk(tmp_path) as at:
            at.notices.send_soon(SENDER, "t1", "key1", DECISION)
            await at.notices.close()
            sent.append(len(at.mailbox.messages))
    assert sent == [1, 0]


async def test_a_note_nobody_takes_is_dropped_without_a_fuss(tmp_path: Path) -> None:
    refusing = Behaviour(rcpt=((str(SENDER), say("550 5.7.1 no relaying")),))
    async with desk(tmp_path, refusing) as at:
        at.notices.send_soon(SENDER, "t1", "key1", DECISION)
        await at.notices.close()
        assert at.mailbox.messages == []


async def test_without_a_ledger_no_note_leaves(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.ledger.close()
        at.notices.send_soon(SENDER, "t1", "key1", DECISION)
        await at.notices.close()
        assert at.mailbox.messages == []
