import time

import pytest

from gateway.authentication import spf
from gateway.authentication.resolver import resolver_for
from gateway.mail.address import parse_address
from gateway.mail.envelope import Peer
from gateway.mail.facts import Method, Outcome
from tests.support.zone import Records, Trouble, serving

AN = parse_address("an@kindengezin.example")
PEER = Peer("192.0.2.7", "mail.kindengezin.example")


async def outcome(records: Records, *, peer: Peer = PEER) -> Outcome:
    async with serving(records) as zone:
        method = await spf.check(resolver_for((zone.address,)), peer, AN)
        assert method.domain == "kindengezin.example"
        return method.outcome


def record(text: str) -> Records:
    return {"kindengezin.example": {"TXT": [text]}}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("v=spf1 ip4:192.0.2.0/24 -all", Outcome.PASS),
        ("v=spf1 ip4:198.51.100.0/24 -all", Outcome.FAIL),
        ("v=spf1 ip4:198.51.100.0/24 ~all", Outcome.FAIL),
        ("v=spf1 ?all", Outcome.NONE),
        ("v=spf1 nonsense -all", Outcome.FAIL),
        ("v=spf10 ip4:192.0.2.0/24", Outcome.NONE),
        ("something else", Outcome.NONE),
    ],
)
async def test_the_record_decides(text: str, expected: Outcome) -> None:
    assert await outcome(record(text)) is expected


async def test_includes_mail_exchangers_and_redirects_are_looked_up() -> None:
    records = {
        "kindengezin.example": {"TXT": ["v=spf1 include:spf.provider.example redirect=other.example"]},
        "spf.provider.example": {"TXT": ["v=spf1 ip4:203.0.113.1 -all"]},
        "other.example": {"TXT": ["v=spf1 mx -all"], "MX": ["10 mx.other.example"]},
        "mx.other.example": {"A": ["192.0.2.7"]},
    }
    assert await outcome(records) is Outcome.PASS


async def test_a_reverse_name_must_point_back() -> None:
    records = {
        **record("v=spf1 ptr -all"),
        "7.2.0.192.in-addr.arpa": {"PTR": ["mail.kindengezin.example"]},
        "mail.kindengezin.example": {"A": ["192.0.2.8"]},
    }
    assert await outcome(records) is Outcome.FAIL


async def test_an_ipv6_client_is_matched() -> None:
    peer = Peer("2001:db8::7", "mail.kindengezin.example")
    assert await outcome(record("v=spf1 ip6:2001:db8::/32 -all"), peer=peer) is Outcome.PASS


async def test_the_explanation_of_a_failure_is_never_fetched() -> None:
    async with serving(record("v=spf1 exp=why.example -all")) as zone:
        await spf.check(resolver_for((zone.address,)), PEER, AN)
        assert [name for name, _, _ in zone.asked] == ["kindengezin.example"]


@pytest.mark.parametrize("name", ["kindengezin.example", "spf.provider.example"])
@pytest.mark.parametrize("trouble", [Trouble.SERVFAIL, Trouble.REFUSED, Trouble.LAME])
async def test_a_name_server_that_fails_anywhere_on_the_way_is_a_temporary_error(
    name: str, trouble: Trouble
) -> None:
    records: Records = {**record("v=spf1 include:spf.provider.example -all"), name: trouble}
    assert await outcome(records) is Outcome.TEMPERROR


async def test_the_null_sender_has_no_spf_and_asks_nobody() -> None:
    async with serving({"mail.kindengezin.example": {"TXT": ["v=spf1 +all"]}}) as zone:
        assert await spf.check(resolver_for((zone.address,)), PEER, None) == Method(Outcome.NONE)
        assert zone.asked == []


async def test_more_than_ten_lookups_are_refused() -> None:
    names = [f"a{number}.example" for number in range(11)]
    records = {
        **record("v=spf1 " + " ".join(f"include:{name}" for name in names) + " ip4:192.0.2.7 -all"),
        **{name: {"TXT": ["v=spf1 -all"]} for name in names},
    }
    assert await outcome(records) is Outcome.FAIL


async def test_more_than_two_void_lookups_are_refused() -> None:
    assert await outcome(record("v=spf1 a:x.example a:y.example ip4:192.0.2.7 -all")) is Outcome.PASS
    assert (
        await outcome(record("v=spf1 a:x.example a:y.example a:z.example ip4:192.0.2.7 -all")) is Outcome.FAIL
    )


async def test_two_records_are_refused() -> None:
    records = {"kindengezin.example": {"TXT": ["v=spf1 +all", "v=spf1 ip4:192.0.2.7 -all"]}}
    assert await outcome(records) is Outcome.FAIL


async def test_records_that_multiply_questions_are_cut_short() -> None:
    hosts = {
        f"m{number}.example": {"MX": [f"10 h{number}-{host}.example" for host in range(10)]}
        for number in range(10)
    }
    mx = {f"h{n}-{h}.example": {"A": ["203.0.113.1"]} for n in range(10) for h in range(10)}
    text = "v=spf1 " + " ".join(f"mx:{name}" for name in hosts) + " ip4:192.0.2.7 -all"
    async with serving({**record(text), **hosts, **mx}) as zone:
        method = await spf.check(resolver_for((zone.address,)), PEER, AN)
        assert (method.outcome, len(zone.asked)) == (Outcome.FAIL, 60)


async def test_a_record_of_thousands_of_octets_is_no_record() -> None:
    assert await outcome(record("v=spf1 " + "ip4:192.0.2.7 " * 1000)) is Outcome.NONE


async def test_a_record_made_to_be_slow_is_not() -> None:
    began = time.monotonic()
    assert await outcome(record("v=spf1 a:." + "a" * 2000 + "!")) is Outcome.FAIL
    assert time.monotonic() - began < 2
