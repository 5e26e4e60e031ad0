"""Deciding: arrival, facts, document and policy go in, one Decision comes out. Pure.

Every check speaks, so a refused sender learns all reasons at once. The gravest finding decides:
one that fails refuses, else one that defers defers, else the client's data may be delivered.
"""

from dataclasses import dataclass
from datetime import date

from gateway.checks import encryption, label, loop, readability, sender, validity
from gateway.decision import (
    Code,
    Decision,
    Defer,
    Deliver,
    Finding,
    Reject,
    Relay,
    Result,
    Superfluous,
    Verdict,
)
from gateway.mail.address import Address
from gateway.mail.document import Document, Unreadable
from gateway.mail.envelope import Arrival
from gateway.mail.facts import Authentication
from gateway.mail.header import Field, HeaderError, from_address, from_display_name
from gateway.mail.protection import Opening
from gateway.policy.model import AcceptedLabel, Policy
from gateway.referral.extract import Referral, Sender, extract
from gateway.sealed.shape import has_layer


@dataclass(frozen=True, slots=True)
class Case:
    """All that is known of one message: what arrived, what was found out about it, what could be read.

    ``opening`` is None when it was not tried, for a sender who is not proven; ``reading`` is None when the
    content stayed sealed.
    """

    arrival: Arrival
    fields: tuple[Field, ...]
    facts: Authentication
    opening: Opening | None
    reading: Document | Unreadable | None


def decide(case: Case, policy: Policy, today: date) -> Decision:
    """What becomes of ``case`` under ``policy`` on ``today``, the day at the gateway."""
    if _is_for_another_way(case, policy):
        return relayed(case.arrival.content, policy)
    findings = _judge(case, policy, today)
    referral = _referral(case, policy)
    findings = (*findings, *referral.findings, *_superfluous(policy, referral.superfluous))
    return Decision(_verdict(findings, referral), policy.ref, findings, referral.superfluous)


def relayed(content: bytes, policy: Policy | None) -> Decision:
    """The decision on mail that is handed on as it came, by ``policy`` or because none governs it."""
    circles = loop.check_relayed(content)
    return Decision(Reject() if circles else Relay(), None if policy is None else policy.ref, circles)


def malformed(policy: Policy) -> Decision:
    """The decision on a message whose header block cannot be read."""
    return Decision(Reject(), policy.ref, (Finding("message", Result.FAIL, Code.MESSAGE_MALFORMED),))


def unread(policy: Policy | None, *, broken: bool, ours: bool) -> Decision:
    """The decision on a message not taken in: ``broken`` line ends, over a limit, or a fault of ``ours``."""
    if ours:
        return failed(policy)
    code = Code.MESSAGE_MALFORMED if broken else Code.MESSAGE_TOO_COMPLEX
    ref = None if policy is None else policy.ref
    return Decision(Reject(), ref, (Finding("message", Result.FAIL, code),))


def failed(policy: Policy | None) -> Decision:
    """The decision when something of our own went wrong: doubt refuses, our own fault defers."""
    ref = None if policy is None else policy.ref
    return Decision(Defer(), ref, (Finding("gateway", Result.DEFER, Code.INTERNAL),))


def accepted_label(case: Case, policy: Policy) -> AcceptedLabel | None:
    """The label of ``policy`` that the message bears, None when it bears none."""
    return label.accepted(policy, label.read_labels(case.fields))


def may_open(policy: Policy, arrival: Arrival, fields: tuple[Field, ...], facts: Authentication) -> bool:
    """Whether the gateway's keys are for this message: nothing seals it, or its sender is listed and proven.

    A stranger who sent in sealed mail that is not theirs, changed a little each time, would learn
    from the replies what is in it.
    """
    return _is_proven(sender.check(policy, arrival, fields, facts)) or not has_layer(arrival.content)


def author_of(fields: tuple[Field, ...]) -> Address | None:
    """The one author, None when From does not name exactly one."""
    try:
        return from_address(fields)
    except HeaderError:
        return None


def _judge(case: Case, policy: Policy, today: date) -> tuple[Finding, ...]:
    """Every check in the order their reasons are told. A label counts only with a proven sender."""
    who = sender.check(policy, case.arrival, case.fields, case.facts)
    return (
        *validity.check(policy, today),
        *loop.check(case.fields),
        *who,
        *encryption.check(policy, case.arrival, author_of(case.fields), case.opening),
        *label.check(policy, case.fields, authenticated=_is_proven(who), undecided=_is_undecided(who)),
        *label.check_files(policy, case.reading),
        *readability.check(case.reading),
    )


def _is_proven(findings: tuple[Finding, ...]) -> bool:
    proven = (Code.AUTHENTICATION_PASSED, Code.AUTHENTICATION_NOT_CHECKED)
    return all(finding.result is not Result.FAIL for finding in findings) and any(
        finding.code in proven for finding in findings
    )


def _is_undecided(findings: tuple[Finding, ...]) -> bool:
    return any(finding.result is Result.DEFER for finding in findings)


def _is_for_another_way(case: Case, policy: Policy) -> bool:
    """Mail this protocol does not govern: a null sender or an unlisted one, where the policy relays those."""
    if case.arrival.envelope.mail_from is None:
        return policy.senders.null_sender == "relay"
    author = author_of(case.fields)
    if policy.unlisted_senders != "relay" or author is None:
        return False
    envelope = case.arrival.envelope.mail_from
    return not any(sender.is_listed(policy.senders, address) for address in (author, envelope))


def _referral(case: Case, policy: Policy) -> Referral:
    if not isinstance(case.reading, Document):
        return Referral((), (), ())
    author = author_of(case.fields)
    return extract(case.reading, policy, Sender(str(author or ""), from_display_name(case.fields)))


def _superfluous(policy: Policy, kinds: tuple[Superfluous, ...]) -> tuple[Finding, ...]:
    if not kinds:
        return ()
    if policy.superfluous == "reject":
        return (Finding("superfluous", Result.FAIL, Code.SUPERFLUOUS_REFUSED),)
    return (Finding("superfluous", Result.INFO, Code.SUPERFLUOUS_STRIPPED),)


def _verdict(findings: tuple[Finding, ...], referral: Referral) -> Verdict:
    results = {finding.result for finding in findings}
    if Result.FAIL in results:
        return Reject()
    if Result.DEFER not in results and any(f.code is Code.ENCRYPTION_RIGHTS_RELAYED for f in findings):
        return Relay()
    if Result.DEFER in results or not referral.clients:
        return Defer()
    return Deliver(referral.clients)
