"""Drafts to the data-protection officers of both parties (art. 9), to open, complete and send by hand."""

from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP

from gateway.mail.address import AddressError, parse_address
from gateway.policy.model import Party, Policy
from gateway.reports.blocks import Fill, marked, number, when
from gateway.reports.breach import Breach, Figures
from gateway.reports.breach_words import kinds_words, people_words, scope_words
from gateway.reports.frame import Frame


@dataclass(frozen=True, slots=True)
class Draft:
    """An unsent mail: the name of its file, of the party it is for, and its octets with CRLF line ends."""

    name: str
    to: str
    content: bytes


def drafts(breach: Breach, found: Figures, policies: tuple[Policy, ...], frame: Frame) -> Iterator[Draft]:
    """One for the officer of each party to each policy that names its parties; nothing is ever sent."""
    for policy in policies:
        parties = policy.parties
        if parties is None:
            continue
        sides = {"sender": (parties.sender, parties.receiver), "receiver": (parties.receiver, parties.sender)}
        for side, (to, other) in sides.items():
            name = "".join(char if char.isalnum() else "-" for char in policy.ref.protocol)
            yield Draft(f"{name}-{side}.eml", to.name, _draft(breach, found, policy, (to, other), frame))


def _draft(
    breach: Breach, found: Figures, policy: Policy, parties: tuple[Party, Party], frame: Frame
) -> bytes:
    """RFC 5322, without From: the program that opens it fills that in."""
    to, other = parties
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = frame.words["draft_subject"].format(protocol=policy.ref.protocol)
    if (address := _address(to.dpo)) is not None:
        message["To"] = address
    message.set_content("\n".join(_lines(breach, found, other, frame)), cte="quoted-printable")
    message["Content-Language"] = frame.language
    return message.as_bytes()


def _lines(breach: Breach, found: Figures, other: Party, frame: Frame) -> tuple[str, ...]:
    words, tally = frame.words, found.tally
    ends = [when(t, frame.zone) for t in (tally.first, tally.last) if t is not None]
    facts = {
        words["aware"]: Fill(words["fill_aware"]) if breach.aware is None else when(breach.aware, frame.zone),
        words["event"]: breach.place("event", words),
        words["first_and_last"]: " – ".join(ends) or words["none"],
        words["transfers"]: number(tally.count),
        words["by_outcome"]: ", ".join(
            f"{number(n)} {words[f'outcome_{o}']}" for o, n in tally.outcomes.items()
        ),
        words["people"]: people_words(found, frame),
        words["kinds_passed"]: kinds_words(found, frame),
        words["consequences_likely"]: breach.place("consequences_likely", words),
        words["entry_remedies"]: breach.place("remedies_taken", words),
        words["draft_asked"]: breach.place("draft_asked", words),
    }
    told = [f"{name}: {marked(value, frame.language)}" for name, value in facts.items()]
    opening = words["draft_opening"].format(other=other.name, period=scope_words(breach, frame))
    greeting, no_values = words["draft_greeting"], words["draft_no_values"]
    signed = breach.place("signed", words)
    return (greeting, "", opening, "", *told, "", no_values, "", marked(signed, frame.language))


def _address(dpo: str) -> str | None:
    """``dpo`` when it is an address; None when it is a name, a telephone or nothing."""
    try:
        return str(parse_address(dpo.strip()))
    except AddressError:
        return None
