"""The gateway under test: its decision and the message it would hand on, offline and in this process."""

import asyncio
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from gateway.decision import Client, Deliver, PostalAddress
from gateway.mail.address import Address, parse_address
from gateway.mail.document import Document, Unreadable
from gateway.mail.envelope import Arrival, Envelope, Peer, Tls
from gateway.mail.facts import Authentication, unchecked
from gateway.mail.header import Field
from gateway.mail.protection import Opened, Opening
from gateway.policy.load import load_policy
from gateway.policy.model import Policy
from gateway.reading.read import read
from gateway.transfer import Bench, judge
from tests.bench.minimisation.model import Mail
from tests.bench.minimisation.score import Outcome, readable

POLICY = Path(__file__).parents[2] / "demo" / "policies" / "kindengezin-pepingen.yaml"
NOW = datetime(2026, 5, 20, 9, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Run:
    """A contender's outcomes in the order of the mails, and the seconds it took."""

    name: str
    outcomes: tuple[Outcome, ...]
    seconds: float


def gateway(mails: Iterable[Mail]) -> Run:
    """Every mail judged, each under the policy its truth names."""
    return asyncio.run(_gateway(tuple(mails)))


async def _gateway(mails: tuple[Mail, ...]) -> Run:
    policy = load_policy(POLICY)
    benches = {
        prose: _bench(replace(policy, fields=replace(policy.fields, prose=prose)))
        for prose in ("refuse", "extract")
    }
    began = time.perf_counter()
    judged = [await judge(_arrival(mail), benches[mail.truth["policy"]["prose"]]) for mail in mails]
    seconds = time.perf_counter() - began
    outcomes = []
    for mail, one in zip(mails, judged, strict=True):
        verdict = one.decision.verdict
        clients = tuple(map(_flat, verdict.clients)) if isinstance(verdict, Deliver) else ()
        codes = tuple(str(finding.code) for finding in one.decision.reasons())
        outcomes.append(
            Outcome(mail, bool(one.outgoing), readable(one.outgoing) if one.outgoing else "", clients, codes)
        )
    return Run("gateway", tuple(outcomes), seconds)


def _bench(policy: Policy) -> Bench:
    async def facts(_: Arrival, __: tuple[Field, ...], ___: Address | None) -> Authentication:
        return unchecked(trusted_peer=True)

    async def reading(content: bytes) -> Document | Unreadable:
        return read(content)

    async def plain(content: bytes, _: tuple[str, ...]) -> Opening:
        return Opened(content)

    return Bench(
        hostname="mx.pepingen.example",
        policy_for=lambda _: policy,
        relays=lambda _: False,
        authenticate=facts,
        open=plain,
        read=reading,
        clock=lambda: NOW,
    )


def _arrival(mail: Mail) -> Arrival:
    envelope = Envelope(parse_address(mail.truth["mail_from"]), (parse_address(mail.truth["rcpt"]),))
    peer, tls = Peer("192.0.2.1", "outbound.kindengezin.example"), Tls("TLSv1.3", "TLS_AES_256_GCM_SHA384")
    return Arrival("20260520-0000000000", NOW, peer, tls, envelope, mail.content)


def _flat(client: Client) -> dict[str, Any]:
    """A client's record with the address's parts beside the rest, as the samples' truth has it."""
    address = client.address or PostalAddress("", "", "", "", "")
    lists = {"phone": list(client.phone), "email": list(client.email)}
    return {"first_name": client.first_name, "last_name": client.last_name, **asdict(address), **lists}
