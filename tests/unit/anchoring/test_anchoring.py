"""Checkpoints laid down elsewhere: by mail, time stamp and witness, recorded, and in the bundle."""

import asyncio
import email.policy
import json
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from gateway.anchoring.mail import MailWay, Officer
from gateway.anchoring.pace import Pace
from gateway.anchoring.run import Anchoring, Lay
from gateway.anchoring.timestamp import TimestampWay, stamped_at
from gateway.anchoring.witness import WitnessWay
from gateway.ledger.anchors import AnchorKind, Tail, Way, held
from gateway.ledger.checkpoint import Checkpoint, parse, public_bytes
from gateway.ledger.cosignature import Witness, cosigned_at, parse_witness
from gateway.ledger.errors import CheckpointError
from gateway.ledger.keyfile import key_path, load_key
from gateway.ledger.merkle import verify_consistency
from gateway.ledger.place import beside
from gateway.ledger.store import Ledger
from gateway.ledger.verify import verify
from gateway.mail.address import Address
from gateway.outbound.nexthop import NextHop
from tests.support.behaviour import Behaviour, say
from tests.support.bundles import bundle, files, run
from tests.support.ledger import LOG, NOON, intent, open_ledger, outcome
from tests.support.mailbox import Mailbox
from tests.support.tsa import authority, openssl
from tests.support.witness import LocalWitness, witness

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
DPOS = (Officer(Address("dpo", "sender.example"), "nl"), Officer(Address("dpo", "receiver.example"), "fr"))


@dataclass(slots=True)
class Clock:
    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now


@dataclass(slots=True)
class Desk:
    path: Path
    ledger: Ledger
    clock: Clock
    box: Mailbox
    hop: NextHop
    ways: dict[Way, Lay] = field(default_factory=dict)

    def anchoring(self) -> Anchoring:
        return Anchoring(self.path, self.ledger, self.ways, Pace(HOUR, DAY), self.clock)

    def mail(self, officers: tuple[Officer, ...] = DPOS) -> None:
        way = MailWay(self.path, self.ledger, self.hop, lambda: officers, "mx.ledger.example", self.clock)
        self.ways[Way(AnchorKind.MAIL)] = way.lay

    async def record(self, transfer: str) -> None:
        await self.ledger.append(intent(transfer))
        await self.ledger.append(outcome(transfer))


@asynccontextmanager
async def desk(folder: Path) -> AsyncIterator[Desk]:
    clock, path = Clock(), folder / "ledger.db"
    ledger = Ledger.open(beside(path), node="mx1", log=LOG, clock=clock)
    async with Mailbox() as box:
        hop = NextHop(host=box.host, port=box.port, hostname="mx.ledger.example", tls=None)
        yield Desk(path, ledger, clock, box, hop)
        await hop.close()
    await ledger.close()


def content(mail: bytes) -> tuple[Mapping[str, str], str, dict[str, bytes]]:
    """Headers, text and attachments of a received mail."""
    message = message_from_bytes(mail, policy=email.policy.default)
    body = message.get_body()
    assert body is not None
    found = {str(part.get_filename()): part.get_content() for part in message.iter_attachments()}
    return dict(message.items()), body.get_content(), found


def errors(logged: list[Any]) -> list[Any]:
    return [line for line in logged if line["log_level"] == "error"]


async def test_both_officers_get_the_checkpoint_in_their_language(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        at.mail()
        await at.record("t1")
        await at.anchoring().look()
        mails = await at.box.received(2)
    assert [(mail.mail_from, mail.rcpt_to) for mail in mails] == [
        ("", ("dpo@sender.example",)), ("", ("dpo@receiver.example",))
    ]  # fmt: skip
    headers, text, attached = content(mails[0].content)
    assert headers["Auto-Submitted"] == "auto-generated"
    assert headers["Subject"] == "Controlepunt van het register mx.ledger.example: 2 records"
    assert "Dit is het eerste controlepunt" in text
    assert "premier point de contrôle" in content(mails[1].content)[1]
    note = attached["checkpoint.txt"].decode()
    assert parse(note).size == 2
    assert json.loads(attached["checkpoint.json"]) == {"v": 1, "note": note, "previous": 0, "consistency": []}
    assert verify(at.path, checkpoint=note).ok


async def test_the_next_mail_proves_that_the_log_continues_the_one_before(tmp_path: Path) -> None:
    heads: list[Checkpoint] = []
    async with desk(tmp_path) as at:
        at.mail(DPOS[:1])
        for number in range(3):
            await at.record(f"t{number}")
            await at.anchoring().look()
            at.clock.now += HOUR
        for mail in await at.box.received(3):
            data = json.loads(content(mail.content)[2]["checkpoint.json"])
            head, proof = parse(data["note"]), tuple(map(bytes.fromhex, data["consistency"]))
            if heads:
                old = heads[-1]
                assert data["previous"] == old.size
                assert verify_consistency(old.size, head.size, old.root, head.root, proof)
            heads.append(head)
    assert [head.size for head in heads] == [2, 6, 10]


async def test_the_ledger_holds_the_mail_before_it_leaves(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        at.mail()
        await at.record("t1")
        anchoring = at.anchoring()
        await at.ledger.close()
        with capture_logs() as logged:
            await anchoring.look()
        assert at.box.messages == []
    assert [line["event"] for line in errors(logged)] == ["anchor failed"]


async def test_nothing_new_waits_for_the_heartbeat_and_something_new_for_its_hour(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        at.mail(DPOS[:1])
        anchoring = at.anchoring()
        sent = list[int]()
        for passed, records in ((0, 0), (0, 1), (30, 1), (30, 0), (60, 0), (22 * 60, 0), (60, 0)):
            at.clock.now += timedelta(minutes=passed)
            for number in range(records):
                await at.record(f"t{len(sent)}-{number}")
            await anchoring.look()
            sent.append(len(at.box.messages))
    assert sent == [0, 1, 1, 2, 2, 2, 3]


async def test_a_mail_nobody_takes_is_an_error_and_is_tried_again(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        at.mail()
        at.box.behaviour = Behaviour(rcpt=tuple((str(each.to), say("550 5.7.1 no")) for each in DPOS))
        await at.record("t1")
        anchoring = at.anchoring()
        with capture_logs() as logged:
            await anchoring.look()
            await anchoring.look()
        assert [line["event.reason"] for line in errors(logged)] == ["no mail server took it"]
        assert held(at.path)[0] == ()
        at.box.behaviour = Behaviour()
        at.clock.now += timedelta(minutes=15)
        await anchoring.look()
        assert [anchor.taken for anchor in held(at.path)[0]] == [2]


async def test_one_officer_reached_of_two_is_recorded_as_that(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        at.mail()
        at.box.behaviour = Behaviour(rcpt=((str(DPOS[0].to), say("550 5.7.1 no")),))
        await at.record("t1")
        await at.anchoring().look()
        [anchor] = held(at.path)[0]
    assert (anchor.taken, anchor.asked) == (1, 2)


async def test_without_an_officer_in_any_policy_mailing_is_an_error(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        at.mail(())
        await at.record("t1")
        with capture_logs() as logged:
            await at.anchoring().look()
    assert [line["event.reason"] for line in errors(logged)] == ["no data-protection officer in any policy"]


async def test_a_fault_of_ours_is_logged_by_its_type_and_ends_nothing(tmp_path: Path) -> None:
    async def broken(_: object) -> Any:
        raise ZeroDivisionError("secret")

    async with desk(tmp_path) as at:
        at.ways[Way(AnchorKind.WITNESS, "w")] = broken
        at.mail()
        await at.record("t1")
        with capture_logs() as logged:
            await at.anchoring().look()
        assert len(at.box.messages) == 2
    [line] = errors(logged)
    assert (line["error.type"], line["error.message"]) == ("ZeroDivisionError", "")


async def test_it_looks_by_itself_once_started_and_stops_when_closed(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        at.mail()
        await at.record("t1")
        anchoring = at.anchoring()
        anchoring.start()
        await at.box.received(2)
        await anchoring.close()
        unused = Anchoring(at.path, at.ledger, {}, Pace(HOUR, DAY), at.clock)
        unused.start()
        await unused.close()


async def test_the_tail_is_what_no_anchor_holds(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        at.mail()
        await at.record("t1")
        assert held(at.path)[1] == Tail(2, 0, 2, NOON)
        await at.anchoring().look()
        assert held(at.path)[1] == Tail(4, 2, 0, None)
        at.clock.now += HOUR
        await at.record("t2")
        assert held(at.path)[1] == Tail(6, 2, 2, NOON + HOUR)


async def test_a_time_stamp_is_verified_recorded_and_verifiable_with_openssl(tmp_path: Path) -> None:
    with authority(tmp_path / "tsa") as tsa:
        async with desk(tmp_path) as at:
            at.clock.now = datetime.now().astimezone()
            at.ways[Way(AnchorKind.TIMESTAMP, tsa.url)] = TimestampWay(tsa.url, tsa.ca, at.clock).lay
            await at.record("t1")
            with capture_logs() as logged:
                await at.anchoring().look()
            assert errors(logged) == []
            [anchor] = held(at.path)[0]
    assert abs(stamped_at(anchor.proof) - at.clock.now) < timedelta(minutes=5)
    out = bundle(at.path, tmp_path / "evidence.zip")
    code, said = run(out)
    assert (code, "time stamp of 20" in said) == (0, True)
    unpacked = tmp_path / "unpacked"
    for name, data in files(out).items():
        (unpacked / name).parent.mkdir(parents=True, exist_ok=True)
        (unpacked / name).write_bytes(data)
    command = next(line.split() for line in said.splitlines() if "openssl ts" in line)[1:]
    places = {"CA.pem": tsa.ca}
    words = [places.get(word, unpacked / word if "/" in word else word) for word in command]
    assert "Verification: OK" in openssl(*words)


@pytest.mark.parametrize("wrong", ["other data", "status", "no token", "other authority", "gone", "no file"])
async def test_what_is_no_time_stamp_of_the_checkpoint_is_not_recorded(tmp_path: Path, wrong: str) -> None:
    with authority(tmp_path / "tsa") as tsa, authority(tmp_path / "other") as other:
        url, ca = tsa.url, tsa.ca
        match wrong:
            case "other data":
                tsa.stamps_other = b"another note"
            case "status":
                tsa.instead = (500, "text/plain", b"")
            case "no token":
                tsa.instead = (200, "text/plain", b"x" * 100_000)
            case "other authority":
                ca = other.ca
            case "gone":
                url = "http://127.0.0.1:9/tsr"
            case _:
                ca = tmp_path / "absent"
        async with desk(tmp_path) as at:
            at.ways[Way(AnchorKind.TIMESTAMP, url)] = TimestampWay(url, ca, at.clock).lay
            await at.record("t1")
            with capture_logs() as logged:
                await at.anchoring().look()
            assert held(at.path)[0] == ()
    assert [line["event"] for line in errors(logged)] == ["anchor failed"]


async def test_a_clock_that_differs_from_the_authoritys_is_an_error_in_the_log(tmp_path: Path) -> None:
    with authority(tmp_path / "tsa") as tsa:
        async with desk(tmp_path) as at:
            at.ways[Way(AnchorKind.TIMESTAMP, tsa.url)] = TimestampWay(tsa.url, tsa.ca, at.clock).lay
            await at.record("t1")
            with capture_logs() as logged:
                await at.anchoring().look()
    [line] = errors(logged)
    assert line["event"] == "clock differs from the time stamp authority's"


@pytest.fixture
def local(tmp_path: Path) -> Iterator[LocalWitness]:
    path = tmp_path / "ledger.db"
    asyncio.run(open_ledger(path).close())
    with witness(LOG, public_bytes(load_key(key_path(path)))) as made:
        yield made


def test_a_witness_cosigns_and_the_next_time_is_asked_from_there(tmp_path: Path, local: LocalWitness) -> None:
    async def twice() -> None:
        async with desk(tmp_path) as at:
            at.ways[Way(AnchorKind.WITNESS, local.named.name)] = WitnessWay(
                local.url, local.named, at.path
            ).lay
            for number in range(2):
                await at.record(f"t{number}")
                await at.anchoring().look()
                at.clock.now += HOUR

    asyncio.run(twice())
    found = held(tmp_path / "ledger.db")[0]
    assert [anchor.size for anchor in found] == [2, 5]
    assert [request.split("\n")[0] for request in local.requests] == ["old 0", "old 2"]
    when = cosigned_at(found[0].note, found[0].proof.decode(), local.named)
    assert when.timestamp() == local.seconds
    code, said = run(bundle(tmp_path / "ledger.db", tmp_path / "evidence.zip"))
    assert (code, f"by {local.named.name}" in said) == (0, True)


def test_a_witness_that_saw_more_than_we_remember_is_asked_once_more(
    tmp_path: Path, local: LocalWitness
) -> None:
    async def asked() -> None:
        async with desk(tmp_path) as at:
            await at.record("t1")
            way = WitnessWay(local.url, local.named, at.path)
            stands = (await asyncio.to_thread(held, at.path))[1]
            assert stands.size == 2
            at.ways[Way(AnchorKind.WITNESS, local.named.name)] = way.lay
            await at.anchoring().look()
            at.ways = {Way(AnchorKind.WITNESS, "under another name"): way.lay}
            await at.anchoring().look()

    asyncio.run(asked())
    assert [request.split("\n")[0] for request in local.requests] == ["old 0", "old 0", "old 2"]


@pytest.mark.parametrize("wrong", ["another key", "another log", "no size", "rewritten"])
def test_what_is_no_cosignature_is_not_recorded(tmp_path: Path, local: LocalWitness, wrong: str) -> None:
    named = local.named
    match wrong:
        case "another key":
            named = Witness(named.name, bytes(32))
        case "another log":
            local.log = "mx.other.example"
        case "no size":
            local.seen = (-1, b"")
        case _:
            local.seen = (1, bytes(32))

    async def asked() -> list[Any]:
        async with desk(tmp_path) as at:
            at.ways[Way(AnchorKind.WITNESS, named.name)] = WitnessWay(local.url, named, at.path).lay
            await at.record("t1")
            with capture_logs() as logged:
                await at.anchoring().look()
            return errors(logged)

    assert [line["event"] for line in asyncio.run(asked())] == ["anchor failed"]
    assert held(tmp_path / "ledger.db")[0] == ()


def test_signatures_of_unknown_witnesses_are_passed_over(tmp_path: Path, local: LocalWitness) -> None:
    local.also = "\u2014 other.example AAAA\nnonsense\n"

    async def asked() -> None:
        async with desk(tmp_path) as at:
            at.ways[Way(AnchorKind.WITNESS, "w")] = WitnessWay(local.url, local.named, at.path).lay
            await at.record("t1")
            await at.anchoring().look()

    asyncio.run(asked())
    assert len(held(tmp_path / "ledger.db")[0]) == 1


def test_the_published_example_of_a_cosigned_checkpoint_is_read() -> None:
    note = (
        "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
        "\u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5"
        "/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
    )
    line = (
        "\u2014 witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJs"
        "X3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA=="
    )
    with pytest.raises(CheckpointError, match="another"):
        cosigned_at(note, line, Witness("witness.example.com/w1", bytes(32)))


@pytest.mark.parametrize("text", ["", "w+00000000+AAAA", "w+zz+====", "a b+00000000+" + "A" * 44])
def test_what_is_no_key_of_a_witness_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="verifier key"):
        parse_witness(text)
    key = Witness("witness.example", bytes(range(32)))
    assert parse_witness(str(key)) == key
