"""What the ledger says of one message. Kinds and codes, never a value of a client.

The keys of the groups are recorded, so they are added to and never renamed.
``transport``: who handed the message in, how protected, for whom; the sender is a professional, and of a
refused one whom no policy lists only the domain is kept, as ``*@domain``.
``subject``: how many clients, which of their data was there, and their pseudonyms; or ``opaque``, true for a
message that was handed on sealed, so that nobody knows what was in it. ``measures``: what was decided.
"""

from collections.abc import Sequence
from typing import Literal

from gateway.decision import (
    Client,
    Code,
    Decision,
    Defer,
    Deliver,
    FieldName,
    PolicyRef,
    Reject,
    Relay,
    Superfluous,
)
from gateway.ledger.canonical import Json
from gateway.ledger.checkpoint import Checkpoint
from gateway.ledger.errors import RecordError
from gateway.ledger.month import MonthKey
from gateway.ledger.pseudonym import tokens
from gateway.ledger.record import Entry, Outcome, RecordType
from gateway.ledger.tls_result import TlsResult
from gateway.mail.envelope import Arrival
from gateway.mail.facts import Authentication
from gateway.said import say

Group = dict[str, Json]


def intent(
    arrival: Arrival,
    decision: Decision,
    authentication: Authentication | None = None,
    key: MonthKey | None = None,
) -> Entry:
    """About to hand ``arrival`` on, its clients under pseudonyms made with ``key``.

    Raises RecordError unless ``decision`` delivers or relays.
    """
    if isinstance(decision.verdict, Reject | Defer):
        raise RecordError(say("an intent for a message that goes nowhere"))
    transport = _transport(arrival, authentication)
    return Entry(RecordType.INTENT, arrival.id, transport, _subject(decision, key), _measures(decision))


def outcome(  # noqa: PLR0913 - one fact of the delivery each
    transfer: str,
    result: Outcome,
    *,
    reply: int,
    next_hop: int | None,
    reason: Code | None = None,
    tls: TlsResult | None = None,
) -> Entry:
    """How the delivery that ``transfer``'s intent announced ended.

    ``reply`` is the SMTP code given to the sender, ``next_hop`` the one the next hop gave to its
    final dot, None when it gave none; ``tls`` is why there was no protected session with it. Raises
    RecordError for OPEN and ERASED, which end nothing.
    """
    if result in (Outcome.OPEN, Outcome.ERASED):
        raise RecordError(say("an outcome that leaves the transfer open"))
    reasons: Json = [] if reason is None else [reason.value]
    measures: Group = {"outcome": result.value, "reply": reply, "next_hop": next_hop, "reasons": reasons}
    failed: Group = {} if tls is None else {"tls_result": tls.value}
    return Entry(RecordType.OUTCOME, transfer, {}, {}, measures | failed)


def refusal(
    arrival: Arrival,
    decision: Decision,
    result: Literal[Outcome.REJECTED, Outcome.DEFERRED],
    *,
    reply: int,
    authentication: Authentication | None = None,
) -> Entry:
    """The gateway itself refused ``arrival`` at its final dot, with the SMTP code ``reply``."""
    measures = _measures(decision) | {"outcome": result.value, "reply": reply}
    transport = _transport(arrival, authentication)
    if any(finding.code is Code.SENDER_NOT_LISTED for finding in decision.findings):
        transport |= {"sender": _domain_alone(arrival)}
    return Entry(RecordType.REFUSAL, arrival.id, transport, {}, measures)


def policy_in_force(policy: PolicyRef, text: str | None = None, streets: str = "") -> Entry:
    """From now on messages are judged by ``policy``.

    ``text`` is its file and ``streets`` its street list, of which the digest is made; None when the
    ledger keeps them already.
    """
    measures: Group = {"policy": _policy(policy)}
    if text is not None:
        measures |= {"text": text, "streets": streets} if streets else {"text": text}
    return Entry(RecordType.POLICY, policy.protocol, {}, {}, measures)


def notice(message_key: str, transfer: str, left_out: tuple[Superfluous, ...]) -> Entry:
    """The sender is about to be told what was left out of ``transfer``. One a message: the key is its id."""
    kinds: Json = [kind.category for kind in left_out]
    return Entry(
        RecordType.NOTICE, f"notice-{message_key}", {}, {}, {"transfer": transfer, "superfluous": kinds}
    )


def restore(reason: str, seen: Checkpoint, nodes: Sequence[str]) -> Entry:
    """An older copy of the ledger was put back, and someone accepted it for ``reason``.

    ``seen`` is the last checkpoint before, of those that ``nodes`` remembered: the records from this one's
    own number up to its size are gone.
    """
    measures: Group = {"reason": reason, "seen_size": seen.size, "seen_root": seen.root.hex()}
    measures |= {"seen_by": list(nodes)}
    return Entry(RecordType.RESTORE, "restore", {}, {}, measures)


def _transport(arrival: Arrival, authentication: Authentication | None) -> Group:
    sender = arrival.envelope.mail_from
    recipients = [str(address) for address in arrival.envelope.rcpt_to]
    group: Group = {"sender": "" if sender is None else str(sender), "recipients": recipients}
    group |= {"peer_ip": arrival.peer.ip, "helo": arrival.peer.helo, "bytes": len(arrival.content)}
    if arrival.peer.via is not None:
        group |= {"via_ip": arrival.peer.via.ip}
    return group | _tls(arrival) | _authentication(authentication)


def _domain_alone(arrival: Arrival) -> str:
    """A stranger who writes to the mailbox may be a client herself: her address is kept by its domain."""
    sender = arrival.envelope.mail_from
    return "" if sender is None else f"*@{sender.domain}"


def _tls(arrival: Arrival) -> Group:
    tls = arrival.tls
    if tls is None:
        return {"tls_version": None}
    certificate = tls.client_certificate
    fingerprint = None if certificate is None else certificate.fingerprint
    return {"tls_version": tls.version, "tls_cipher": tls.cipher, "client_certificate": fingerprint}


def _authentication(facts: Authentication | None) -> Group:
    if facts is None or not facts.checked:
        return {}
    dkim = [method.outcome.value for method in facts.dkim]
    return {"spf": facts.spf.outcome.value, "dkim": dkim, "dmarc": facts.dmarc.value}


def _subject(decision: Decision, key: MonthKey | None) -> Group:
    match decision.verdict:
        case Deliver(clients):
            fields: list[Json] = [_present(client) for client in clients]
            group: Group = {"clients": len(clients), "fields": fields}
            return group | _pseudonyms(clients, key)
        case Relay() if any(f.code is Code.ENCRYPTION_RIGHTS_RELAYED for f in decision.findings):
            return {"opaque": True}
        case Relay() | Reject() | Defer():
            return {}


def _pseudonyms(clients: tuple[Client, ...], key: MonthKey | None) -> Group:
    """For each client its tokens by kind, and the key they were made with."""
    if key is None:
        return {}
    each: list[Json] = [tokens(client, key) for client in clients]
    return {"month": key.month, "key": key.id, "tokens": each}


def _present(client: Client) -> list[Json]:
    """Which data of a client is there, by name."""
    found: dict[FieldName, object] = {
        FieldName.FIRST_NAME: client.first_name,
        FieldName.LAST_NAME: client.last_name,
        FieldName.ADDRESS: client.address,
        FieldName.PHONE: client.phone,
        FieldName.EMAIL: client.email,
    }
    return [name.value for name, value in found.items() if value]


def _measures(decision: Decision) -> Group:
    findings: list[Json] = [
        {"code": finding.code.value, "result": finding.result.value} for finding in decision.findings
    ]
    superfluous: list[Json] = [
        {"category": kind.category, "count": kind.count, "where": kind.where} for kind in decision.superfluous
    ]
    reasons: list[Json] = [finding.code.value for finding in decision.reasons()]
    verdict = type(decision.verdict).__name__.lower()
    policy = None if decision.policy is None else _policy(decision.policy)
    group: Group = {"verdict": verdict, "policy": policy, "findings": findings}
    return group | {"reasons": reasons, "superfluous": superfluous}


def _policy(policy: PolicyRef) -> Group:
    return {"protocol": policy.protocol, "digest": policy.digest}
