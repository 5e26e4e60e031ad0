"""A dry run: what would become of a message, with every finding, leaving no trace anywhere."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, assert_never

from gateway.checks.label import LabelReading, read_labels
from gateway.config import Config
from gateway.decision import Client, Decision, Defer, Deliver, Finding, Reject, Relay
from gateway.in_force import Policies, in_force
from gateway.inbound import answers
from gateway.inbound.replies import Reply
from gateway.inbound.told import told
from gateway.mail.address import Address, AddressError, parse_address
from gateway.mail.envelope import Arrival, Envelope, Peer, Tls
from gateway.mail.facts import Authentication, unchecked
from gateway.mail.header import Field, HeaderError, split_message, values
from gateway.mail.network import is_within
from gateway.outbound.departure import Departure, departure_of
from gateway.outbound.signing import KeyUnusable
from gateway.pipeline import author_of
from gateway.policy.model import Policy
from gateway.said import said_by, say
from gateway.service import bench_of, desk_of, new_id, readers, utc_now
from gateway.transfer import Bench, Judged, judge

# Refused at RCPT, before there is a message to find anything in.
_TURNED_AWAY = Judged(Decision(Reject(), None, ()))


@dataclass(frozen=True, slots=True)
class Setting:
    """How the message is imagined to arrive. What is None is read off the message or the policies.

    ``confined``: it is not read at all where the kernel cannot confine its reader in full.
    """

    mail_from: str | None = None
    rcpt_to: str | None = None
    client_ip: str = "127.0.0.1"
    tls: str = "TLSv1.3"
    offline: bool = False
    confined: bool = False


@dataclass(frozen=True, slots=True)
class Explanation:
    """What would become of the message, what would be said, and the labels it bears.

    ``policy`` is the one that governs the recipient, None when none does.
    ``unsigned`` says why the message is shown without its signature, and is empty when it is shown whole.
    """

    judged: Judged
    reply: Reply
    labels: LabelReading
    policy: Policy | None
    unsigned: str = ""


async def explain(content: bytes, config: Config, setting: Setting) -> Explanation:
    """The decision on ``content`` (CRLF line ends) in ``setting``.

    Unless ``setting`` asks for more it is read with whatever confinement the kernel grants. Raises
    PolicyError, AddressError, KeyringError and SandboxUnavailable.
    """
    now = in_force(config, utc_now)
    departure, unsigned = _departure(config)
    fields = _fields(content)
    async with readers(1, required=setting.confined) as pool:
        bench = bench_of(config, now, pool, departure)
        bench = replace(bench, authenticate=_unasked(config)) if setting.offline else bench
        arrival = _arrival(content, fields, bench, now.policies, setting)
        at_rcpt = desk_of(config, now.policies).judge(None, arrival.envelope.rcpt_to[0], ())
        try:
            judged = _TURNED_AWAY if at_rcpt else await judge(arrival, bench)
        finally:
            await now.keys.close()
    reply, policy = at_rcpt or _reply(judged, arrival.id), bench.policy_for(arrival.envelope.rcpt_to[0])
    return Explanation(judged, reply, read_labels(fields), policy, unsigned)


def as_json(explanation: Explanation) -> dict[str, Any]:
    """The shape of a decision everywhere, and what only a dry run can show: labels and message."""
    decision = explanation.judged.decision
    policy = decision.policy
    return {
        "verdict": type(decision.verdict).__name__.lower(),
        "reply": asdict(explanation.reply),
        "policy": {"protocol": policy.protocol, "digest": policy.digest} if policy else None,
        "findings": [_finding(finding, explanation.judged) for finding in decision.findings],
        "clients": [client_json(client) for client in clients_of(decision)],
        "superfluous": [asdict(kind) for kind in decision.superfluous],
        "labels": [asdict(label) for label in explanation.labels.labels],
        "message": explanation.judged.outgoing.decode("ascii", "replace") if clients_of(decision) else None,
    }


def clients_of(decision: Decision) -> tuple[Client, ...]:
    """The clients whose data would cross: none unless the verdict delivers."""
    match decision.verdict:
        case Deliver(clients):
            return clients
        case Relay() | Reject() | Defer():
            return ()
        case _:
            assert_never(decision.verdict)


def client_json(client: Client) -> Mapping[str, Any]:
    """A client's record as the contract names its fields."""
    return {**asdict(client), "phone": list(client.phone), "email": list(client.email)}


def detail_of(finding: Finding, judged: Judged, language: str = "") -> str:
    """What the finding means, in ``language`` or else the policy's, with places and without values."""
    policy = judged.decision.policy
    return told(finding, language or (policy.language if policy else "en"), judged.policy).reason


def _finding(finding: Finding, judged: Judged) -> Mapping[str, Any]:
    return {
        "check": finding.check,
        "result": finding.result.value,
        "code": finding.code.value,
        "detail": detail_of(finding, judged),
        "field": finding.field.value if finding.field else None,
        "places": list(finding.places),
    }


def _reply(judged: Judged, transfer: str) -> Reply:
    match judged.decision.verdict:
        case Deliver() | Relay():
            return answers.accepted(judged.decision, transfer, None)
        case Reject() | Defer():
            return answers.refused(judged.decision, transfer, judged.policy)
        case _:
            assert_never(judged.decision.verdict)


def _fields(content: bytes) -> tuple[Field, ...]:
    try:
        return split_message(content)[0]
    except HeaderError:
        return ()


def _arrival(
    content: bytes, fields: tuple[Field, ...], bench: Bench, policies: Policies, setting: Setting
) -> Arrival:
    sender = _given(setting.mail_from) if setting.mail_from else author_of(fields)
    recipient = _given(setting.rcpt_to) if setting.rcpt_to else _recipient(fields, bench, policies)
    tls = None if setting.tls == "none" else Tls(setting.tls, "")
    peer = Peer(setting.client_ip, "dry-run")
    return Arrival(new_id(), utc_now(), peer, tls, Envelope(sender, (recipient,)), content)


def _given(text: str) -> Address:
    try:
        return parse_address(text)
    except AddressError:
        said = say("an address of the envelope is no mail address. Write it as name@domain.")
        raise AddressError(said) from None


def _recipient(fields: tuple[Field, ...], bench: Bench, policies: Policies) -> Address:
    """The first recipient in To that a policy governs, else the first policy's own."""
    for value in values(fields, "to"):
        for word in value.replace("<", " ").replace(">", " ").replace(",", " ").split():
            try:
                address = parse_address(word)
            except AddressError:
                continue
            if bench.policy_for(address) is not None:
                return address
    return parse_address(policies.book.policies[0].recipients[0])


def _departure(config: Config) -> tuple[Departure, str]:
    """What the message would be sealed and signed with. Whoever asks may not be allowed to read the key."""
    try:
        return departure_of(config), ""
    except KeyUnusable as error:
        return departure_of(replace(config, signing=None)), said_by(error)


def _unasked(config: Config) -> Any:
    async def authenticate(arrival: Arrival, _: tuple[Field, ...], __: Address | None) -> Authentication:
        return unchecked(trusted_peer=is_within(arrival.peer.answers, config.trusted_peers))

    return authenticate
