"""Places in the house, and how it empties."""

import asyncio
from dataclasses import dataclass
from ssl import SSLContext
from typing import cast

import pytest
from structlog.testing import capture_logs

from gateway.inbound import replies
from gateway.inbound.limits import Limits
from gateway.inbound.occupancy import Occupancy
from gateway.inbound.replies import Reply
from gateway.inbound.wire import Wire
from gateway.ledger.errors import LedgerUnavailable
from gateway.mail.envelope import Arrival
from tests.support.inbound import ACCEPTED, NextHop, server_tls, serving


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> SSLContext:
    return server_tls(tmp_path_factory.mktemp("tls"))


@dataclass(eq=False)
class From:
    """Stands where a Wire stands, for its address alone."""

    client_ip: str


def wire(ip: str) -> Wire:
    return cast(Wire, From(ip))


async def test_an_ipv6_client_is_counted_by_its_64_bit_prefix() -> None:
    house = Occupancy(Limits(sessions_per_client=1), NextHop().accept, NextHop().refuse)
    assert house.enter(wire("2001:db8:1:2::1"), "2001:db8:1:2::1") is None
    assert house.enter(wire("2001:db8:1:2:ffff::9"), "2001:db8:1:2:ffff::9") == replies.TOO_MANY_SESSIONS
    assert house.enter(wire("2001:db8:1:3::1"), "2001:db8:1:3::1") is None


async def test_an_ipv4_client_is_counted_by_its_address() -> None:
    house = Occupancy(Limits(sessions_per_client=1), NextHop().accept, NextHop().refuse)
    first = wire("192.0.2.1")
    assert house.enter(first, first.client_ip) is None
    assert house.enter(wire("192.0.2.1"), "192.0.2.1") == replies.TOO_MANY_SESSIONS
    assert house.enter(wire("192.0.2.2"), "192.0.2.2") is None
    house.leave(first)
    assert house.enter(wire("192.0.2.1"), "192.0.2.1") is None


async def test_a_full_house_is_logged_once_however_often_the_client_calls() -> None:
    house = Occupancy(Limits(sessions_per_client=1), NextHop().accept, NextHop().refuse)
    house.enter(wire("192.0.2.1"), "192.0.2.1")
    with capture_logs() as events:
        for _ in range(3):
            assert house.enter(wire("192.0.2.1"), "192.0.2.1") == replies.TOO_MANY_SESSIONS
    assert events == [
        {"event": "smtp.sessions.full", "log_level": "warning", "sessions": 1, "source.ip": "192.0.2.1"}
    ]


async def test_a_ledger_that_fails_a_delivery_is_named_in_the_log_and_nothing_else_is() -> None:
    async def told_of(error: Exception) -> str | None:
        async def accept(arrival: Arrival) -> Reply:
            del arrival
            raise error

        house = Occupancy(Limits(), accept, NextHop().refuse)
        with capture_logs() as events:
            assert await house.answer(cast(Arrival, None), None) == replies.INTERNAL
        return events[0].get("error.message")

    assert await told_of(LedgerUnavailable("the disk is full")) == "the disk is full"
    assert await told_of(ValueError("0470 11 22 33")) is None


async def test_a_closing_house_lets_nobody_in() -> None:
    house = Occupancy(Limits(), NextHop().accept, NextHop().refuse)
    await house.drain(0)
    assert house.enter(wire("192.0.2.1"), "192.0.2.1") == replies.SHUTTING_DOWN


async def test_a_delivery_that_will_not_be_ended_does_not_hold_up_closing_for_ever(tls: SSLContext) -> None:
    may_end = asyncio.Event()

    async def accept(arrival: Arrival) -> Reply:
        del arrival
        while not may_end.is_set():
            try:
                await may_end.wait()
            except asyncio.CancelledError:
                continue
        return ACCEPTED

    async with serving(tls, accept=accept) as running:
        client = await running.ready()
        assert (await client.ask("DATA")).startswith("354 ")
        await client.send(b"Subject: x\r\n.\r\n")
        await asyncio.sleep(0.05)
        began = asyncio.get_running_loop().time()
        await running.server.close(0.1)
        assert asyncio.get_running_loop().time() - began < 5
        may_end.set()
        await asyncio.sleep(0.05)


@dataclass(eq=False)
class Stalled:
    """Stands where a Wire stands that waits for its client."""

    stalled_for: float
    wound_up: bool = False

    def wind_up(self) -> None:
        self.wound_up = True


async def test_who_lets_the_server_wait_longest_makes_room_when_every_place_is_taken() -> None:
    house = Occupancy(Limits(sessions=3), NextHop().accept, NextHop().refuse)
    inside = [Stalled(seconds) for seconds in (0.0, 9.0, 2.0)]
    for number, one in enumerate(inside):
        assert house.enter(cast(Wire, one), f"192.0.2.{number}") is None
    assert house.enter(cast(Wire, Stalled(0.0)), "192.0.2.10") is None
    assert [one.wound_up for one in inside] == [False, True, False]
    assert house.enter(cast(Wire, Stalled(0.0)), "192.0.2.11") is None
    assert [one.wound_up for one in inside] == [False, True, True]
    assert house.enter(cast(Wire, Stalled(0.0)), "192.0.2.12") == replies.TOO_MANY_SESSIONS
    house.leave(cast(Wire, inside[1]))
    assert house.enter(cast(Wire, Stalled(0.0)), "192.0.2.13") == replies.TOO_MANY_SESSIONS
