import time

import pytest

from gateway.authentication.resolver import DnsUnavailable, resolver_for
from tests.support.zone import Records, Trouble, Zone, serving

LONG = "v=spf1 " + "ip4:192.0.2.1 " * 300 + "-all"
RECORDS: Records = {
    "mail.example": {
        "A": ["192.0.2.1"],
        "AAAA": ["2001:db8::1"],
        "MX": ["10 mx.mail.example"],
        "TXT": ["a", "b"],
    },
    "alias.example": {"CNAME": ["mail.example"]},
    "1.2.0.192.in-addr.arpa": {"PTR": ["mail.example"]},
    "long.example": {"TXT": [LONG]},
    "servfail.example": Trouble.SERVFAIL,
    "refused.example": Trouble.REFUSED,
    "lame.example": Trouble.LAME,
    "silent.example": Trouble.SILENT,
}


async def test_each_kind_of_record_comes_in_its_own_shape() -> None:
    async with serving(RECORDS) as zone:
        resolver = resolver_for((zone.address,))
        assert await resolver.lookup("mail.example", "A") == ("192.0.2.1",)
        assert await resolver.lookup("mail.example", "AAAA") == ("2001:db8::1",)
        assert await resolver.lookup("mail.example", "MX") == ((10, "mx.mail.example"),)
        assert await resolver.lookup("1.2.0.192.in-addr.arpa", "PTR") == ("mail.example",)
        assert set(await resolver.txt("mail.example")) == {b"a", b"b"}


async def test_an_answer_is_kept_as_long_as_it_says_and_a_failure_is_not() -> None:
    async with serving(RECORDS) as zone:
        resolver = resolver_for((zone.address,))
        for _ in range(2):
            await resolver.txt("mail.example")
            assert await resolver.txt("nothing.example") == ()
            with pytest.raises(DnsUnavailable):
                await resolver.txt("servfail.example")
        names = [name for name, _, _ in zone.asked]
        assert (names.count("mail.example"), names.count("servfail.example") > 1) == (1, True)
        zone.records = {"servfail.example": {"TXT": ["well again"]}}
        assert await resolver.txt("servfail.example") == (b"well again",)


async def test_aliases_are_followed() -> None:
    async with serving(RECORDS) as zone:
        assert await resolver_for((zone.address,)).lookup("alias.example", "A") == ("192.0.2.1",)


async def test_a_truncated_answer_is_asked_again_over_tcp() -> None:
    async with serving(RECORDS) as zone:
        assert await resolver_for((zone.address,)).txt("long.example") == (LONG.encode(),)
        assert [transport for _, _, transport in zone.asked] == ["udp", "tcp"]


@pytest.mark.parametrize("name", ["nothing.example", "long.example"])
async def test_no_name_and_no_data_are_empty_answers(name: str) -> None:
    async with serving(RECORDS) as zone:
        assert await resolver_for((zone.address,)).lookup(name, "MX") == ()


@pytest.mark.parametrize("name", ["servfail.example", "refused.example", "lame.example"])
async def test_a_server_that_cannot_say_is_no_empty_answer(name: str) -> None:
    async with serving(RECORDS) as zone:
        with pytest.raises(DnsUnavailable):
            await resolver_for((zone.address,)).txt(name)


async def test_a_silent_server_is_given_up_within_the_lifetime() -> None:
    async with serving(RECORDS) as zone:
        began = time.monotonic()
        with pytest.raises(DnsUnavailable):
            await resolver_for((zone.address,), lifetime=0.3).txt("silent.example")
        assert time.monotonic() - began < 2


async def test_no_server_at_all_is_unavailable() -> None:
    async with serving({}) as zone:
        address = zone.address
    with pytest.raises(DnsUnavailable):
        await resolver_for((address,), lifetime=0.3).txt("mail.example")


async def test_the_second_name_server_answers_when_the_first_refuses() -> None:
    async with serving({"mail.example": Trouble.REFUSED}) as first, serving(RECORDS) as second:
        resolver = resolver_for((first.address, second.address))
        assert await resolver.lookup("mail.example", "A") == ("192.0.2.1",)


@pytest.mark.parametrize("name", ["", ".", "a..b", "x" * 64 + ".example", "caf\u00e9.example", "a." * 130])
async def test_what_is_no_domain_name_has_no_records_and_asks_nobody(name: str) -> None:
    async with serving(RECORDS) as zone:
        assert await resolver_for((zone.address,)).txt(name) == ()
        assert [asked for asked in zone.asked if asked[0] != "."] == []


async def test_a_backslash_in_a_name_is_a_character_and_no_escape() -> None:
    async with serving(RECORDS) as zone:
        assert await resolver_for((zone.address,)).lookup("mail\\046example", "A") == ()


@pytest.mark.parametrize("text", ["dns.example", "192.0.2.1:x", "192.0.2.300"])
def test_a_name_server_is_an_address(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        resolver_for((text,))


@pytest.mark.parametrize(
    ("text", "shown"),
    [("192.0.2.1", "192.0.2.1@53"), ("[::1]:5353", "::1@5353"), ("2001:db8::1", "2001:db8::1@53")],
)
def test_a_name_server_may_leave_out_its_port(text: str, shown: str) -> None:
    (server,) = resolver_for((text,)).stub.nameservers
    assert str(server).removeprefix("Do53:") == shown


def test_without_a_name_server_the_systems_are_asked() -> None:
    assert resolver_for(()).stub.nameservers


def test_noise_gets_no_reply_from_the_test_zone() -> None:
    assert Zone({}).answer(b"noise", "udp") is None


async def test_an_answer_counts_as_validated_only_when_a_server_on_this_machine_says_so() -> None:
    async with serving(RECORDS) as zone:
        resolver = resolver_for((zone.address,))
        assert await resolver.authenticated("mail.example", "A") is None
        assert await resolver.authenticated("nowhere.example", "A") == ()
        with pytest.raises(DnsUnavailable):
            await resolver.authenticated("servfail.example", "A")


@pytest.mark.parametrize(
    ("servers", "local"),
    [
        (("127.0.0.1:5353",), True),
        (("[::1]:53", "127.0.0.53"), True),
        (("127.0.0.1", "192.0.2.1"), False),
        (("2001:db8::1",), False),
    ],
)
def test_a_server_is_on_this_machine_when_its_address_is_loopback(
    servers: tuple[str, ...], local: bool
) -> None:
    assert resolver_for(servers).local is local
