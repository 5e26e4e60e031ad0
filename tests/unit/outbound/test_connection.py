"""Connections are few, used again, replaced when stale, and never the cause of a double."""

import asyncio

import pytest

from gateway.outbound.nexthop import Accepted, Deferred, Refused, Timeouts
from tests.support.behaviour import CLOSE, GOOD, SILENCE, Act, Behaviour, say
from tests.support.nexthop import CONTENT, LONG_CONTENT, deliver, eventually, facing, verbs

KEPT = Accepted(250, "2.0.0")


async def test_deliveries_share_a_connection() -> None:
    async with facing() as (hop, box):
        assert [await deliver(hop) for _ in range(3)] == [KEPT] * 3
    assert (box.connections, box.dots, len(box.messages)) == (1, 3, 3)
    assert verbs(box)[-1] == "QUIT"


async def test_no_more_connections_than_allowed_are_made_at_once() -> None:
    async with facing(Behaviour(dot=say("250 2.0.0 kept", after=0.02)), connections=2) as (hop, box):
        deliveries = await asyncio.gather(*(deliver(hop) for _ in range(8)))
    assert deliveries == [KEPT] * 8
    assert (box.connections, len(box.messages)) == (2, 8)


async def test_a_delivery_that_finds_no_free_connection_in_time_defers() -> None:
    brief = Timeouts(until_dot=0.3)
    async with facing(Behaviour(dot=SILENCE), connections=1, timeouts=brief) as (hop, box):
        first = asyncio.create_task(deliver(hop))
        await eventually(lambda: box.dots == 1)
        assert await deliver(hop) == Deferred(None, "", "timeout")
        first.cancel()
        with pytest.raises(asyncio.CancelledError):
            await first


async def test_a_turn_that_came_late_leaves_the_less_for_the_rest() -> None:
    """One bound for all before the dot: who waited for a turn may not wait as long again for a greeting."""
    brief = Timeouts(until_dot=1.5)
    async with facing(connections=1, timeouts=brief) as (hop, box):
        box.behaviour = Behaviour(dot=say("250 2.0.0 kept", after=1.0))
        first = asyncio.create_task(deliver(hop))
        await eventually(lambda: box.dots == 1)
        box.behaviour = Behaviour(mail=say("250 ok", after=1.0))
        assert await deliver(hop) == Deferred(None, "", "timeout")
        assert await first == KEPT


async def test_a_connection_the_peer_closed_meanwhile_costs_nothing_and_doubles_nothing() -> None:
    async with facing() as (hop, box):
        for number in range(3):
            assert await deliver(hop, CONTENT + b"%d\r\n" % number) == KEPT
            await box.drop_connections()
    assert [mail.content[-3:-2] for mail in box.messages] == [b"0", b"1", b"2"]
    assert (box.connections, box.dots) == (3, 3)


@pytest.mark.parametrize("ending", [CLOSE, say("421 4.4.2 idle too long", close=True)])
async def test_a_reused_connection_that_ends_at_mail_is_replaced_once(ending: Act) -> None:
    async with facing() as (hop, box):
        assert await deliver(hop) == KEPT
        box.behaviour = Behaviour(mail=Act(ending.reply, after=0.1, close=True))
        second = asyncio.create_task(deliver(hop))
        await eventually(lambda: verbs(box).count("MAIL") == 2)
        box.behaviour = GOOD
        assert await second == KEPT
    assert (box.connections, box.dots, len(box.messages)) == (2, 2, 2)


async def test_a_next_hop_that_always_ends_at_mail_is_tried_twice_and_no_more() -> None:
    async with facing() as (hop, box):
        assert await deliver(hop) == KEPT
        box.behaviour = Behaviour(mail=CLOSE)
        assert await deliver(hop) == Deferred(None, "", "disconnected")
    assert (box.connections, len(box.messages)) == (2, 1)


async def test_a_session_that_the_next_hop_lost_track_of_refuses_no_message() -> None:
    async with facing(Behaviour(dot=say("500 5.3.0 no"), lingers=True)) as (hop, box):
        assert await deliver(hop) == Refused(500, "5.3.0")
        box.behaviour = GOOD
        assert [await deliver(hop) for _ in range(2)] == [KEPT] * 2
    assert (box.connections, len(box.messages)) == (2, 2)


async def test_a_next_hop_that_finds_every_mail_out_of_order_refuses_it_and_keeps_no_session() -> None:
    async with facing() as (hop, box):
        assert await deliver(hop) == KEPT
        box.behaviour = Behaviour(mail=say("503 5.5.1 bad sequence"))
        assert await deliver(hop) == Refused(503, "5.5.1")
        assert (box.connections, verbs(box).count("RSET")) == (2, 0)
        box.behaviour = GOOD
        assert await deliver(hop) == KEPT
    assert (box.connections, len(box.messages)) == (3, 2)


async def test_once_content_has_begun_nothing_is_tried_again() -> None:
    async with facing() as (hop, box):
        assert await deliver(hop) == KEPT
        box.behaviour = Behaviour(content=CLOSE)
        assert await deliver(hop, LONG_CONTENT) == Deferred(None, "", "disconnected")
    assert (box.connections, box.dots, verbs(box).count("DATA")) == (1, 1, 2)


async def test_an_idle_connection_is_ended_politely_after_its_time() -> None:
    async with facing(timeouts=Timeouts(idle=0.05)) as (hop, box):
        assert await deliver(hop) == KEPT
        await eventually(lambda: verbs(box)[-1] == "QUIT")
        assert await deliver(hop) == KEPT
    assert box.connections == 2


async def test_after_close_no_connection_is_kept() -> None:
    async with facing() as (hop, box):
        await hop.close()
        assert await deliver(hop) == KEPT
        assert await deliver(hop) == KEPT
    assert box.connections == 2
