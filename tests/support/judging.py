"""One mail judged in this process as the gateway would: real keys, real reading, no wire and no ledger."""

from dataclasses import replace
from datetime import UTC, datetime

from gateway import config
from gateway.in_force import Keys, keyring_of
from gateway.mail.address import Address, parse_address
from gateway.mail.document import Document, Unreadable
from gateway.mail.envelope import Arrival, Envelope, Peer, Tls
from gateway.mail.facts import Authentication, Method, Outcome
from gateway.mail.header import Field
from gateway.policy.load import load
from gateway.policy.model import ContentLevel, Policy
from gateway.reading.read import read
from gateway.transfer import Bench, Judged, judge
from tests.support.letters import DESK, SENDER
from tests.support.stage import POLICIES

POLICY = load(POLICIES / "kindengezin-pepingen.yaml").policy


def now() -> datetime:
    return datetime.now(UTC)


def asking(level: ContentLevel) -> Policy:
    """The demonstration's policy, with this level of protection for the content."""
    return replace(POLICY, encryption=replace(POLICY.encryption, content=level))


async def judged(
    content: bytes, keys: config.Keys, policy: Policy = POLICY, *, dmarc: Outcome = Outcome.PASS
) -> Judged:
    """What becomes of ``content``, where ``keys`` are held and DMARC says ``dmarc`` of its sender."""

    async def facts(_: Arrival, __: tuple[Field, ...], ___: Address | None) -> Authentication:
        return Authentication(Method(Outcome.NONE), (), dmarc)

    async def reading(entity: bytes) -> Document | Unreadable:
        return read(entity)

    opener = Keys(keyring_of(keys), now)
    bench = Bench("mx.pepingen.example", lambda _: policy, lambda _: False, facts, opener.open, reading, now)
    envelope = Envelope(parse_address(SENDER), (parse_address(DESK),))
    peer, tls = Peer("127.0.0.1", "client.example"), Tls("TLSv1.3", "TLS_AES_256_GCM_SHA384")
    return await judge(Arrival("20260112-0000000000", now(), peer, tls, envelope, content), bench)


def verdict_of(found: Judged) -> tuple[str, set[str]]:
    """The verdict's name, and what was found of the content's protection."""
    codes = {f.code.value for f in found.decision.findings if f.check == "encryption"}
    return type(found.decision.verdict).__name__.lower(), codes - {"encryption.transport"}
