"""A fault inside the gateway while it judges: the message is deferred, and no word of the fault is heard."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import pytest
import structlog

from gateway import transfer as judging
from gateway.composing.message import compose
from gateway.ledger.months import Pseudonyms
from gateway.ledger.place import beside
from gateway.ledger.store import APPEND_SECONDS, Ledger
from gateway.ledger.transfers import list_transfers
from gateway.mail.address import Address, parse_address
from gateway.mail.document import Document, Unreadable
from gateway.mail.envelope import Arrival, Envelope, Peer, Tls
from gateway.mail.facts import Authentication, Method, Outcome
from gateway.mail.header import Field
from gateway.mail.protection import Opened, Opening
from gateway.outbound import departure as leaving
from gateway.outbound.nexthop import NextHop, Timeouts
from gateway.outbound.notices import Notices
from gateway.policy.load import load
from gateway.reading.read import read
from gateway.transfer import JUDGING_SECONDS, Bench, Ports, transfer
from tests.support.letters import DESK, SENDER, letter
from tests.support.mailbox import Mailbox
from tests.support.stage import POLICIES

SECRET = "Claes depressie 0470123456"
NOW = datetime(2026, 1, 12, 9, 30, tzinfo=UTC)
POLICY = load(POLICIES / "kindengezin-pepingen.yaml").policy
ARRIVAL = Arrival(
    "20260112-0000000000",
    NOW,
    Peer("127.0.0.1", "client.example"),
    Tls("TLSv1.3", "TLS_AES_256_GCM_SHA384"),
    Envelope(parse_address(SENDER), (parse_address(DESK),)),
    letter(),
)


class Fault(Exception):
    """A fault whose text quotes the message."""


async def proven(_: Arrival, __: tuple[Field, ...], ___: Address | None) -> Authentication:
    return Authentication(Method(Outcome.NONE), (), Outcome.PASS)


async def plain(content: bytes, _: tuple[str, ...]) -> Opening:
    return Opened(content)


async def reading(content: bytes) -> Document | Unreadable:
    return read(content)


@dataclass(frozen=True)
class Inside:
    """Everything a transfer reaches for, in this process, with a real ledger and a real next hop."""

    ports: Ports
    box: Mailbox
    ledger: Path

    def with_bench(self, **changes: Callable[..., object] | float) -> Ports:
        return replace(self.ports, bench=replace(self.ports.bench, **changes))  # type: ignore[arg-type]


@pytest.fixture
async def inside(tmp_path: Path) -> AsyncIterator[Inside]:
    path = tmp_path / "ledger.db"
    ledger = Ledger.open(beside(path), node="mx", log="mx", clock=lambda: NOW)
    async with Mailbox() as box:
        hop = NextHop(host=box.host, port=box.port, hostname="mx.pepingen.example", tls=None)
        bench = Bench(
            "mx.pepingen.example", lambda _: POLICY, lambda _: False, proven, plain, reading, lambda: NOW
        )
        notices = Notices(hop, ledger, "mx.pepingen.example", lambda: NOW)
        pseudonyms = Pseudonyms(ledger, beside(path), (), lambda: NOW)
        yield Inside(Ports(bench, ledger, hop, notices, pseudonyms), box, path)
        await notices.close()
        await hop.close()
        await ledger.close()


async def assert_deferred(inside: Inside, ports: Ports, fault: str = "Fault") -> None:
    with structlog.testing.capture_logs() as logged:
        reply = await transfer(ARRIVAL, ports)
    assert reply.line().startswith("451 4.3.0 ")
    said = reply.text + repr(logged)
    assert [word for word in (*SECRET.split(), "Fault(", "Jan") if word in said] == []
    assert [event["error.type"] for event in logged if "error.type" in event] == [fault]
    (row,) = list_transfers(inside.ledger)
    assert (row.outcome, row.reasons) == ("deferred", ("internal.error",))
    assert inside.box.commands == []
    assert SECRET.encode() not in inside.ledger.read_bytes()


async def test_all_being_well_the_message_is_delivered(inside: Inside) -> None:
    assert (await transfer(ARRIVAL, inside.ports)).line().startswith("250 2.6.0 ")
    (message,) = await inside.box.received(1)
    assert b"From: " + SENDER.encode() in message.content


@pytest.mark.parametrize("port", ["authenticate", "read"])
async def test_a_fault_while_facts_are_gathered_defers(inside: Inside, port: str) -> None:
    async def fail(*_: object) -> None:
        raise Fault(SECRET)

    await assert_deferred(inside, inside.with_bench(**{port: fail}))


@pytest.mark.parametrize("port", ["authenticate", "open", "read"])
async def test_a_step_that_never_ends_defers_in_its_time(inside: Inside, port: str) -> None:
    async def never(*_: object) -> None:
        await asyncio.Event().wait()

    await assert_deferred(inside, inside.with_bench(**{port: never}, seconds=0.2), "TimeoutError")


def test_a_reply_comes_within_five_minutes_of_the_dot() -> None:
    """RFC 5321 section 4.5.3.2.6 grants ten; a client that waits less would send the mail again."""
    key, intent, outcome = [APPEND_SECONDS] * 3
    assert JUDGING_SECONDS + key + intent + Timeouts().until_dot + Timeouts().final_dot + outcome <= 300


@pytest.mark.parametrize(
    ("steps", "step"),
    [
        (judging, "decide"),
        (judging, "split_message"),
        (judging, "author_of"),
        (leaving, "compose"),
        (leaving, "is_accounted_for"),
        (leaving, "accepted_label"),
    ],
)
async def test_a_fault_in_any_step_of_judging_defers(
    inside: Inside, steps: ModuleType, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise Fault(SECRET)

    monkeypatch.setattr(steps, step, fail)
    await assert_deferred(inside, inside.ports)


async def test_a_message_with_a_word_too_many_is_deferred_and_stays(
    inside: Inside, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = compose
    monkeypatch.setattr(leaving, "compose", lambda *given: whole(*given).replace(b"Voornaam:", b"Depressie:"))
    assert (await transfer(ARRIVAL, inside.ports)).line().startswith("451 4.3.0 ")
    (row,) = list_transfers(inside.ledger)
    assert (row.outcome, row.reasons) == ("deferred", ("composed.unaccounted",))
    assert inside.box.commands == []


async def test_a_message_with_a_header_too_many_is_deferred_and_stays(
    inside: Inside, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = compose
    monkeypatch.setattr(leaving, "compose", lambda *given: b"Bcc: evil@attacker.example\r\n" + whole(*given))
    assert (await transfer(ARRIVAL, inside.ports)).line().startswith("451 4.3.0 ")
    assert inside.box.commands == []
