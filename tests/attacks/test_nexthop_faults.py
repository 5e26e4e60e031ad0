"""A next hop that refuses, stalls, lies or vanishes: only its 250 to the final dot is ever success."""

import asyncio

import pytest
from structlog.testing import capture_logs

from gateway.outbound.nexthop import Accepted, Deferred, Delivery, Lost, Refused, Timeouts
from tests.support.behaviour import CLOSE, GOOD, SILENCE, Act, Behaviour, half, say
from tests.support.nexthop import LONG_CONTENT, RECIPIENTS, deliver, eventually, facing, verbs

NO_REPLY = Deferred(None, "", "disconnected")
LATE = Deferred(None, "", "timeout")
MALFORMED = Deferred(None, "", "reply", "malformed reply")
IMPATIENT = Timeouts(connect=2, command=0.5, until_dot=5, final_dot=0.5)
TO_ALL = "*"

BEFORE_MAIL = [
    (Behaviour(greeting=say("554 5.3.2 closed for today")), Deferred(554, "5.3.2", "reply")),
    (Behaviour(greeting=say("421 4.3.2 busy")), Deferred(421, "4.3.2", "reply")),
    (Behaviour(greeting=say("hello there")), MALFORMED),
    (Behaviour(greeting=say("220 a\r\n250 b\r\n250 c")), Deferred(None, "", "reply", "spoke before EHLO")),
    (Behaviour(greeting=SILENCE), LATE),
    (Behaviour(greeting=CLOSE), NO_REPLY),
    (Behaviour(greeting=half("22")), NO_REPLY),
    (Behaviour(ehlo=say("502 5.5.1 what")), Deferred(502, "5.5.1", "reply")),
    (Behaviour(ehlo=Act(b"250-mailbox.example\r\n250-SIZE\r\n")), LATE),
    (Behaviour(ehlo=CLOSE), NO_REPLY),
]


@pytest.mark.parametrize(("behaviour", "expected"), BEFORE_MAIL)
async def test_a_next_hop_that_fails_before_mail_defers(behaviour: Behaviour, expected: Deferred) -> None:
    async with facing(behaviour, IMPATIENT) as (hop, box):
        assert await deliver(hop) == expected
        assert await hop.probe() == expected
    assert "MAIL" not in verbs(box)


BEFORE_THE_DOT = [
    (Behaviour(mail=say("550 5.7.1 not you")), Refused(550, "5.7.1")),
    (Behaviour(mail=say("552 5.3.4 too big")), Refused(552, "5.3.4")),
    (Behaviour(mail=say("451 4.3.0 later")), Deferred(451, "4.3.0", "reply")),
    (Behaviour(mail=say("421 4.3.2 going down", close=True)), Deferred(421, "4.3.2", "reply")),
    (Behaviour(mail=say("354 go ahead")), Deferred(354, "", "reply")),
    (Behaviour(mail=say("ok")), MALFORMED),
    (Behaviour(mail=say("250-2.1.0 a\r\n451 4.3.0 b")), Deferred(451, "", "reply")),
    (Behaviour(mail=CLOSE), NO_REPLY),
    (Behaviour(mail=SILENCE), LATE),
    (Behaviour(rcpt=((TO_ALL, say("550 5.1.1 unknown")),)), Refused(550, "5.1.1")),
    (Behaviour(rcpt=((str(RECIPIENTS[1]), say("550 5.1.1 unknown")),)), Refused(550, "5.1.1")),
    (Behaviour(rcpt=((str(RECIPIENTS[1]), say("450 4.2.1 full")),)), Deferred(450, "4.2.1", "reply")),
    (Behaviour(rcpt=((str(RECIPIENTS[1]), CLOSE),)), NO_REPLY),
    (Behaviour(rcpt=((str(RECIPIENTS[1]), SILENCE),)), LATE),
    (Behaviour(rcpt=((TO_ALL, say("250 2.1.5 ok\r\n354 go\r\n250 2.0.0 kept")),)), MALFORMED),
    (Behaviour(data=say("554 5.5.1 no")), Refused(554, "5.5.1")),
    (Behaviour(data=say("451 4.3.0 later")), Deferred(451, "4.3.0", "reply")),
    (Behaviour(data=say("250 2.0.0 kept already")), Deferred(250, "2.0.0", "reply")),
    (Behaviour(data=CLOSE), NO_REPLY),
    (Behaviour(data=SILENCE), LATE),
    (Behaviour(data=half("35")), NO_REPLY),
    (Behaviour(data=say("354 go ahead\r\n250 2.0.0 kept"), dot=say("550 5.7.1 no")), MALFORMED),
]


@pytest.mark.parametrize(("behaviour", "expected"), BEFORE_THE_DOT)
async def test_a_fault_before_the_dot_delivers_nothing(behaviour: Behaviour, expected: Delivery) -> None:
    async with facing(behaviour, IMPATIENT) as (hop, box):
        assert await deliver(hop) == expected
    assert (box.dots, box.messages, box.connections) == (0, [], 1)


async def test_a_next_hop_that_vanishes_during_content_has_nothing() -> None:
    async with facing(Behaviour(content=CLOSE)) as (hop, box):
        assert await deliver(hop, LONG_CONTENT) == NO_REPLY
    assert (box.dots, box.messages, box.connections) == (0, [], 1)


async def test_a_next_hop_that_stops_reading_is_given_up_before_the_dot() -> None:
    stalled = Behaviour(content=Act(after=30))
    async with facing(stalled, Timeouts(until_dot=0.5)) as (hop, box):
        assert await deliver(hop, LONG_CONTENT) == LATE
    assert (box.dots, box.messages) == (0, [])


async def test_a_250_during_content_is_not_taken_for_the_one_to_the_dot() -> None:
    liar = Behaviour(content=say("250 2.0.0 kept"), dot=say("550 5.7.1 no"))
    async with facing(liar) as (hop, box):
        assert await deliver(hop, LONG_CONTENT) == Refused(550, "5.7.1")
    assert (box.dots, box.messages) == (1, [])


ANSWERED_AT_THE_DOT = [
    (say("550 5.7.1 no"), Refused(550, "5.7.1")),
    (say("554 no"), Refused(554, "")),
    (say("550-5.7.1 no\r\n550 5.7.1 really"), Refused(550, "5.7.1")),
    (say("451 4.3.0 later"), Deferred(451, "4.3.0", "reply")),
    (say("421 4.3.2 going down", close=True), Deferred(421, "4.3.2", "reply")),
]


@pytest.mark.parametrize(("dot", "expected"), ANSWERED_AT_THE_DOT)
async def test_a_refusal_of_the_dot_is_a_refusal(dot: Act, expected: Delivery) -> None:
    async with facing(Behaviour(dot=dot), IMPATIENT) as (hop, box):
        assert await deliver(hop) == expected
    assert (box.dots, box.messages) == (1, [])


UNANSWERED_AT_THE_DOT = [
    CLOSE,
    SILENCE,
    half("2"),
    half("250"),
    half("250 2.0.0 kept"),
    half("250-2.0.0 kept\r\n"),
    half("250-2.0.0 kept\r\n250 really"),
    say("250 2.0.0 kept", after=1.0),
    Act(b"250-2.0.0 kept\r\n"),
    say("kept"),
    say("354 go on"),
    say("220 mailbox.example"),
    say("251 2.0.0 will forward"),
    say("25 0 kept"),
    Act(b"\x00" * 10),
    Act(b"250-" + b"x" * 50_000),
]


@pytest.mark.parametrize("dot", UNANSWERED_AT_THE_DOT)
async def test_without_a_250_to_the_dot_the_outcome_is_unknown_and_the_mail_not_sent_again(dot: Act) -> None:
    async with facing(Behaviour(dot=dot), IMPATIENT) as (hop, box):
        assert await deliver(hop) == Lost()
    assert (box.dots, len(box.messages), box.connections) == (1, 1, 1)


@pytest.mark.parametrize(
    "dot", [say("250 2.0.0 kept"), say("250-2.0.0 kept\r\n250-as 123\r\n250 2.0.0 bye", after=0.05)]
)
async def test_a_250_to_the_dot_is_success(dot: Act) -> None:
    async with facing(Behaviour(dot=dot)) as (hop, box):
        assert await deliver(hop) == Accepted(250, "2.0.0")
    assert (box.dots, len(box.messages)) == (1, 1)


async def test_a_reply_too_many_never_answers_the_next_message() -> None:
    async with facing(Behaviour(dot=say("250 2.0.0 kept\r\n250 ok\r\n250 ok\r\n354 go\r\n250 ok"))) as (
        hop,
        box,
    ):
        assert await deliver(hop) == Accepted(250, "2.0.0")
        box.behaviour = Behaviour(dot=say("550 5.7.1 no"))
        assert await deliver(hop) == Refused(550, "5.7.1")
    assert (len(box.messages), box.connections) == (1, 2)


@pytest.mark.parametrize("dot", [SILENCE, say("354 go on"), say("220 mailbox.example")])
async def test_a_lost_outcome_closes_its_connection(dot: Act) -> None:
    async with facing(Behaviour(dot=dot), IMPATIENT) as (hop, box):
        assert await deliver(hop) == Lost()
        box.behaviour = GOOD
        assert await deliver(hop) == Accepted(250, "2.0.0")
    assert (len(box.messages), box.connections) == (2, 2)


async def test_a_silent_answer_to_rset_does_not_change_the_refusal() -> None:
    behaviour = Behaviour(rcpt=((TO_ALL, say("550 5.1.1 unknown")),), rset=SILENCE)
    async with facing(behaviour, IMPATIENT) as (hop, box):
        assert await deliver(hop) == Refused(550, "5.1.1")
        box.behaviour = GOOD
        assert await deliver(hop) == Accepted(250, "2.0.0")
    assert box.connections == 2


async def test_a_cancelled_delivery_sends_no_dot_and_closes() -> None:
    async with facing(Behaviour(content=Act(after=0.2))) as (hop, box):
        under_way = asyncio.create_task(deliver(hop, LONG_CONTENT))
        await eventually(lambda: "DATA" in verbs(box))
        under_way.cancel()
        with pytest.raises(asyncio.CancelledError):
            await under_way
        await asyncio.sleep(0.3)
        assert (box.dots, box.messages) == (0, [])
        box.behaviour = GOOD
        assert await deliver(hop) == Accepted(250, "2.0.0")
    assert box.connections == 2


async def test_what_the_next_hop_says_reaches_neither_outcome_nor_log() -> None:
    gossip = "Jan Peeters of team@opgroeien.example"
    for behaviour in (
        Behaviour(mail=say(f"550 5.7.1 {gossip}")),
        Behaviour(mail=say(f"451 4.7.1 {gossip}")),
        Behaviour(mail=say(gossip)),
        Behaviour(greeting=say(f"554 {gossip}")),
        Behaviour(dot=say(gossip)),
        Behaviour(dot=say(f"250 2.0.0 {gossip}")),
    ):
        with capture_logs() as logs:
            async with facing(behaviour, IMPATIENT) as (hop, _):
                delivery = await deliver(hop)
        assert logs
        for trace in ("Peeters", "opgroeien", "pepingen"):
            assert trace not in repr(delivery) + repr(logs)
