"""One message's way: gather facts, decide, compose, record the intent, deliver, record the outcome, reply.

The steps stand here in their order and nowhere else. Whatever goes wrong on our side defers the
message; nothing is handed on before the ledger holds the intent.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, assert_never

import structlog

from gateway.aside import SMALL_BYTES, aside
from gateway.composing.message import stable_id
from gateway.decision import Client, Code, Decision, Defer, Deliver, Finding, Reject, Relay, Result
from gateway.inbound import answers, replies
from gateway.inbound.replies import Reply
from gateway.ledger import entries
from gateway.ledger.errors import LedgerError
from gateway.ledger.months import Pseudonyms
from gateway.ledger.record import Entry, Leaf, Outcome
from gateway.ledger.store import Ledger
from gateway.mail.address import Address
from gateway.mail.document import Document, Unreadable
from gateway.mail.envelope import Arrival
from gateway.mail.facts import Authentication
from gateway.mail.header import Field, HeaderError, split_message
from gateway.mail.protection import Opened, Opening
from gateway.outbound.departure import UNSIGNED, Departure
from gateway.outbound.nexthop import Accepted, Deferred, Delivery, Lost, NextHop, Refused, tls_result
from gateway.outbound.notices import Notices
from gateway.pipeline import Case, author_of, decide, failed, malformed, may_open, relayed, unread
from gateway.policy.model import Policy
from gateway.stages import timed

_log = structlog.get_logger()

Authenticate = Callable[[Arrival, tuple[Field, ...], Address | None], Awaitable[Authentication]]
Open = Callable[[bytes, tuple[str, ...]], Awaitable[Opening]]
Read = Callable[[bytes], Awaitable[Document | Unreadable]]
Refusal = Literal[Outcome.REJECTED, Outcome.DEFERRED]
JUDGING_SECONDS = 60.0  # with the ledger's and the next hop's limits: a reply within five minutes of the dot


@dataclass(frozen=True, slots=True)
class Bench:
    """What judging reaches for outside itself.

    ``policy_for`` answers from the policies in force now; ``relays`` whether mail to a recipient that no
    policy governs is handed on as it came. ``open`` is given the message and the fingerprints of the PGP
    keys whose signatures count. ``departure`` seals and signs. A message may take ``seconds`` of all that.
    """

    hostname: str
    policy_for: Callable[[Address], Policy | None]
    relays: Callable[[Address], bool]
    authenticate: Authenticate
    open: Open
    read: Read
    clock: Callable[[], datetime]
    departure: Departure = UNSIGNED
    seconds: float = JUDGING_SECONDS


@dataclass(frozen=True, slots=True)
class Ports:
    """What a transfer reaches for besides: where it is recorded, where it goes, who tells the sender."""

    bench: Bench
    ledger: Ledger
    next_hop: NextHop
    notices: Notices
    pseudonyms: Pseudonyms


@dataclass(frozen=True, slots=True)
class Note:
    """The sender is to be told what was left out: their proven address, and the message's own key."""

    to: Address
    message_key: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A decision with what it was made from. ``outgoing`` is empty unless something is to be handed on."""

    decision: Decision
    facts: Authentication | None = None
    outgoing: bytes = b""
    policy: Policy | None = None
    note: Note | None = None


async def transfer(arrival: Arrival, ports: Ports) -> Reply:
    """Takes one message from its final dot to its reply. Raises LedgerError when nothing can be recorded."""
    judged = await judge(arrival, ports.bench)
    match judged.decision.verdict:
        case Reject():
            return await _refuse(arrival, judged, Outcome.REJECTED, ports)
        case Defer():
            return await _refuse(arrival, judged, Outcome.DEFERRED, ports)
        case Deliver() | Relay():
            entry = entries.intent(arrival, judged.decision, judged.facts, await ports.pseudonyms.key())
            leaf = await timed("recording", ports.ledger.append(entry))
            # REQUIRETLS is asked of what a policy let out; of relayed mail it is its sender's to ask.
            envelope, governed = arrival.envelope, isinstance(judged.decision.verdict, Deliver)
            with structlog.contextvars.bound_contextvars(**{"event.id": arrival.id}):
                leaves = (envelope.mail_from, envelope.rcpt_to, judged.outgoing)
                delivery = await timed("delivering", ports.next_hop.deliver(*leaves, require_tls=governed))
            reply = await _close(arrival, judged.decision, leaf, delivery, ports)
            if judged.note and isinstance(delivery, Accepted):
                ports.notices.send_soon(judged.note.to, arrival.id, judged.note.message_key, judged.decision)
            return reply
        case _:
            assert_never(judged.decision.verdict)


async def refuse_unread(arrival: Arrival, reply: Reply, ports: Ports) -> Reply:
    """Records a message that could not be taken in (too large, bare line ends), and words its refusal."""
    policy = ports.bench.policy_for(arrival.envelope.rcpt_to[0])
    decision = unread(policy, broken=reply == replies.BARE_OCTETS, ours=reply.code < 500)
    outcome: Refusal = Outcome.DEFERRED if reply.code < 500 else Outcome.REJECTED
    leaf = await ports.ledger.append(entries.refusal(arrival, decision, outcome, reply=reply.code))
    _tell(arrival, leaf, outcome, decision)
    return answers.not_taken_in(decision, reply, arrival.id)


async def judge(arrival: Arrival, bench: Bench) -> Judged:
    """Everything up to the decision and the message it lets out: no trace left anywhere.

    Any exception, of time too, becomes a decision to defer; its class is logged, its text could quote.
    """
    recipients = arrival.envelope.rcpt_to
    policy = bench.policy_for(recipients[0])
    if any(bench.policy_for(other) is not policy for other in recipients):
        return Judged(failed(policy))
    if policy is None:
        return _ungoverned(arrival, bench)
    try:
        async with asyncio.timeout(bench.seconds):
            return await _judge(arrival, policy, bench)
    except Exception as error:  # noqa: BLE001 - the one net under all checks: our own fault defers
        _log.error("transfer failed", **{"event.id": arrival.id, "error.type": type(error).__name__})
        return Judged(failed(policy))


def _ungoverned(arrival: Arrival, bench: Bench) -> Judged:
    """Relayed only where that was asked for: a policy can end between RCPT and the final dot."""
    own = all(map(bench.relays, arrival.envelope.rcpt_to))
    decision = relayed(arrival.content, None) if own else failed(None)
    return Judged(decision, outgoing=arrival.content if decision.verdict == Relay() else b"")


async def _judge(arrival: Arrival, policy: Policy, bench: Bench) -> Judged:
    try:
        fields, _ = split_message(arrival.content)
    except HeaderError:
        return Judged(malformed(policy), policy=policy)
    facts = await timed("authenticating", bench.authenticate(arrival, fields, author_of(fields)))
    small = len(arrival.content) <= SMALL_BYTES
    opens = await aside(small, may_open, policy, arrival, fields, facts)
    opening = await timed("opening", bench.open(arrival.content, policy.senders.pgp_keys)) if opens else None
    reading = await timed("reading", bench.read(opening.content)) if isinstance(opening, Opened) else None
    case = Case(arrival, fields, facts, opening, reading)
    small = small and not (isinstance(reading, Document) and reading.attached)
    decision = await timed("deciding", aside(small, decide, case, policy, bench.clock().date()))
    match decision.verdict:
        case Deliver(clients):
            return await _composed(Judged(decision, facts, policy=policy), case, policy, clients, bench)
        case Relay():
            return Judged(decision, facts, arrival.content, policy)
        case Reject() | Defer():
            return Judged(decision, facts, policy=policy)
        case _:
            assert_never(decision.verdict)


async def _composed(
    judged: Judged, case: Case, policy: Policy, clients: tuple[Client, ...], bench: Bench
) -> Judged:
    """The judged message with its outgoing bytes, or deferred when something keeps them here."""
    left_out = tuple(kind.category for kind in judged.decision.superfluous)
    prepared = bench.departure.prepare(case, policy, clients, left_out, bench.hostname)
    outgoing = await timed("composing", prepared)
    if isinstance(outgoing, Code):
        return _held(judged, outgoing)
    author, tells = author_of(case.fields), policy.notify_sender == "when_stripped" and left_out
    note = Note(author, stable_id(case.arrival, case.fields)) if author and tells else None
    return replace(judged, outgoing=outgoing, note=note)


def _held(judged: Judged, code: Code) -> Judged:
    """The judged message deferred after all: what was composed stays here."""
    findings = (*judged.decision.findings, Finding("composing", Result.DEFER, code))
    return replace(judged, decision=replace(judged.decision, verdict=Defer(), findings=findings))


async def _refuse(arrival: Arrival, judged: Judged, outcome: Refusal, ports: Ports) -> Reply:
    reply = answers.refused(judged.decision, arrival.id, judged.policy)
    entry = entries.refusal(arrival, judged.decision, outcome, reply=reply.code, authentication=judged.facts)
    leaf = await ports.ledger.append(entry)
    _tell(arrival, leaf, outcome, judged.decision)
    return reply


async def _close(arrival: Arrival, decision: Decision, leaf: Leaf, delivery: Delivery, ports: Ports) -> Reply:
    """Records how the delivery ended and words it: 250 only for the next hop's 250."""
    match delivery:
        case Accepted(code):
            outcome, reply = Outcome.ACCEPTED, answers.accepted(decision, arrival.id, leaf)
        case Refused(code, enhanced):
            outcome, reply = Outcome.REJECTED, answers.refused_behind(decision, arrival.id, enhanced)
        case Deferred(code):
            outcome, reply = Outcome.DEFERRED, answers.unreachable(decision, arrival.id)
        case Lost():
            code, outcome, reply = None, Outcome.UNKNOWN, answers.unconfirmed(decision, arrival.id)
        case _:
            assert_never(delivery)
    ended = entries.outcome(arrival.id, outcome, reply=reply.code, next_hop=code, tls=tls_result(delivery))
    await _record(ended, arrival, ports)
    _tell(arrival, leaf, outcome, decision)
    return reply


async def _record(entry: Entry, arrival: Arrival, ports: Ports) -> None:
    """What cannot be written leaves the intent open, and unknown from the next start. The reply stays."""
    try:
        await ports.ledger.append(entry)
    except LedgerError:
        _log.error("outcome not recorded", **{"event.id": arrival.id})


def _tell(arrival: Arrival, leaf: Leaf, outcome: Outcome, decision: Decision) -> None:
    _log.info(
        "transfer",
        **{
            "event.id": arrival.id,
            "event.sequence": leaf.seq,
            "event.hash": leaf.hash,
            "event.outcome": outcome.value,
            "event.reason": [finding.code.value for finding in decision.reasons()],
            "source.ip": arrival.peer.ip,
            "tls.version": arrival.tls.version if arrival.tls else None,
            "rule.ruleset": decision.policy.protocol if decision.policy else None,
        },
    )
