"""Who says what of each mail after faults, the sender, mailbox and ledger, and where they disagree."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from email import message_from_bytes
from typing import Any

from tests.support.letters import FORM, letter
from tests.support.mailbox import Received
from tests.support.stage import Stage

_NUMBER = re.compile(rb"\+32470(\d{6})")
_PASSED = ("accepted", "unknown")


@dataclass(slots=True)
class Sent:
    """One mail as its sender sees it: how often it was tried, and the final reply, "" while there is none."""

    number: int
    tries: int = 0
    unanswered: int = 0
    reply: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How often each promise was broken. ``again``: copies beyond the first, each after a try without answer.

    ``lost``: the sender heard 250, the mailbox has nothing. ``double``: one transfer delivered twice, or a
    copy too many. ``unrecorded``: delivered without an intent, or against the outcome in the ledger.
    """

    mails: int
    tries: int
    again: int = 0
    lost: int = 0
    double: int = 0
    unrecorded: int = 0
    whole: bool = True
    notes: tuple[str, ...] = field(default=())

    @property
    def kept(self) -> bool:
        """Whether every promise was kept."""
        return self.whole and not (self.lost or self.double or self.unrecorded)


def mail(number: int) -> bytes:
    """Mail ``number``, which is known again by its client's telephone."""
    body = FORM.replace("0470 12 34 56", f"0470 {number:06d}")
    return letter(body, message_id=f"{number}@kindengezin.example")


async def judged(stage: Stage, sent: Iterable[Sent]) -> Verdict:
    """What the sender, the mailbox and the ledger say of ``sent``, set side by side."""
    mails = tuple(sent)
    code, said = await stage.command("transfers", "verify")
    outcomes = {row["id"]: row["outcome"] for row in await stage.transfers()}
    copies = tuple(map(_copy, stage.mailbox.messages))
    return _compared(mails, copies, outcomes, whole=code == 0, said=said)


@dataclass(frozen=True, slots=True)
class _Copy:
    number: int
    transfer: str
    message_id: str


def _copy(received: Received) -> _Copy:
    found = _NUMBER.search(received.content)
    header = message_from_bytes(received.content)
    number = int(found[1]) if found else -1
    return _Copy(number, str(header["Gateway-Transfer"]), str(header["Message-ID"]))


def _compared(
    mails: tuple[Sent, ...], copies: tuple[_Copy, ...], outcomes: Mapping[str, Any], *, whole: bool, said: str
) -> Verdict:
    there = Counter(copy.number for copy in copies)
    ids: dict[int, set[str]] = {}
    for copy in copies:
        ids.setdefault(copy.number, set()).add(copy.message_id)
    transfers = Counter(copy.transfer for copy in copies)
    twice = sum(count - 1 for count in transfers.values())
    beyond = sum(max(0, there[one.number] - 1 - one.unanswered) for one in mails)
    renamed = sum(len(names) - 1 for names in ids.values())
    return Verdict(
        mails=len(mails),
        tries=sum(one.tries for one in mails),
        again=sum(max(0, there[one.number] - 1) for one in mails),
        lost=sum(one.reply.startswith("250") and not there[one.number] for one in mails),
        double=twice + beyond + renamed,
        unrecorded=sum(outcomes.get(copy.transfer) not in _PASSED for copy in copies),
        whole=whole,
        notes=() if whole else (said,),
    )
