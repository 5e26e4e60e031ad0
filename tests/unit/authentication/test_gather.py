import asyncio
import ipaddress
import threading
import time
from dataclasses import replace
from functools import cache

import pytest

from gateway.authentication.gather import authenticate
from gateway.authentication.resolver import resolver_for
from gateway.authentication.upstream import Upstream
from gateway.mail.address import parse_address
from gateway.mail.envelope import ClientCertificate, Peer, Tls, Via
from gateway.mail.facts import Authentication, Method, Outcome
from tests.support.arrivals import MESSAGE, NOW, TENANT, arrival, fields_of
from tests.support.dkim import Signer, new_signer, signed
from tests.support.zone import Records, Trouble, serving

DOMAIN = "kindengezin.example"
AN = parse_address("an@kindengezin.example")
LOOPBACK = (ipaddress.ip_network("127.0.0.0/8"),)
NOTHING = Method(Outcome.NONE)


@cache
def signer() -> Signer:
    return new_signer(DOMAIN)


def records(**changes: "str | Trouble") -> Records:
    texts = {
        DOMAIN: "v=spf1 ip4:127.0.0.1 -all",
        f"_dmarc.{DOMAIN}": "v=DMARC1; p=reject",
        signer().name: signer().record,
    } | changes
    return {
        name: text if isinstance(text, Trouble) else {"TXT": [text]} for name, text in texts.items() if text
    }


async def facts(
    content: bytes = MESSAGE,
    zone_records: Records | None = None,
    *,
    mail_from: str | None = "an@kindengezin.example",
    trusted: bool = False,
    seconds: float = 5.0,
    peer: Peer | None = None,
    tls: Tls | None = None,
    upstream: Upstream | None = None,
) -> Authentication:
    came = arrival(content, mail_from=mail_from, tls=tls)
    async with serving(zone_records or records()) as zone:
        return await authenticate(
            replace(came, peer=peer or came.peer),
            fields_of(content),
            AN,
            resolver=resolver_for((zone.address,)),
            trusted_peers=LOOPBACK if trusted else (),
            upstream=upstream,
            clock=lambda: NOW,
            seconds=seconds,
        )


async def test_spf_of_the_authors_own_domain_passes_dmarc() -> None:
    found = await facts()
    assert found == Authentication(Method(Outcome.PASS, DOMAIN, aligned=True), (), Outcome.PASS)


async def test_dkim_of_the_authors_own_domain_passes_dmarc() -> None:
    found = await facts(signed(MESSAGE, signer()), records(**{DOMAIN: "v=spf1 -all"}))
    assert found.spf.outcome is Outcome.FAIL
    assert found.dkim == (Method(Outcome.PASS, DOMAIN, aligned=True),)
    assert found.dmarc is Outcome.PASS


async def test_spf_of_another_domain_counts_for_nothing() -> None:
    zone = records(**{"evil.example": "v=spf1 +all"})
    found = await facts(zone_records=zone, mail_from="x@evil.example")
    assert found.spf == Method(Outcome.PASS, "evil.example")
    assert found.dmarc is Outcome.FAIL


async def test_dkim_of_another_domain_counts_for_nothing() -> None:
    stranger = new_signer("evil.example")
    zone = records(**{stranger.name: stranger.record, DOMAIN: "v=spf1 -all"})
    found = await facts(signed(MESSAGE, stranger), zone)
    assert found.dkim == (Method(Outcome.PASS, "evil.example"),)
    assert found.dmarc is Outcome.FAIL


async def test_the_name_in_ehlo_vouches_for_nobody() -> None:
    zone = records(**{"mail.kindengezin.example": "v=spf1 +all"})
    found = await facts(zone_records=zone, mail_from=None)
    assert (found.spf, found.dmarc) == (NOTHING, Outcome.FAIL)


async def test_strict_alignment_refuses_a_subdomain() -> None:
    changes = {"mail.kindengezin.example": "v=spf1 +all"}
    relaxed = await facts(zone_records=records(**changes), mail_from="an@mail.kindengezin.example")
    assert relaxed.dmarc is Outcome.PASS
    changes[f"_dmarc.{DOMAIN}"] = "v=DMARC1; p=reject; aspf=s"
    strict = await facts(zone_records=records(**changes), mail_from="an@mail.kindengezin.example")
    assert strict.dmarc is Outcome.FAIL


async def test_without_a_dmarc_record_nothing_passes() -> None:
    assert (await facts(zone_records=records(**{f"_dmarc.{DOMAIN}": ""}))).dmarc is Outcome.NONE


@pytest.mark.parametrize("name", [DOMAIN, f"_dmarc.{DOMAIN}"])
@pytest.mark.parametrize("trouble", [Trouble.SERVFAIL, Trouble.REFUSED, Trouble.LAME])
async def test_a_failing_name_server_that_could_change_the_answer_is_temporary(
    name: str, trouble: Trouble
) -> None:
    assert (await facts(zone_records=records(**{name: trouble}))).dmarc is Outcome.TEMPERROR


async def test_a_failing_name_server_that_cannot_change_the_answer_is_ignored() -> None:
    found = await facts(signed(MESSAGE, signer()), records(**{DOMAIN: Trouble.SERVFAIL}))
    assert (found.spf.outcome, found.dmarc) == (Outcome.TEMPERROR, Outcome.PASS)
    found = await facts(signed(MESSAGE, signer()), records(**{signer().name: Trouble.SERVFAIL}))
    assert (found.dkim[0].outcome, found.dmarc) == (Outcome.TEMPERROR, Outcome.PASS)


async def test_silent_name_servers_end_at_the_deadline_and_leave_nothing_behind() -> None:
    threads, began = threading.active_count(), time.monotonic()
    silent = records(
        **{DOMAIN: Trouble.SILENT, f"_dmarc.{DOMAIN}": Trouble.SILENT, signer().name: Trouble.SILENT}
    )
    found = await facts(signed(MESSAGE, signer()), silent, seconds=0.4)
    assert time.monotonic() - began < 3
    assert found.spf == Method(Outcome.TEMPERROR, DOMAIN, aligned=True)
    assert found.dkim == (Method(Outcome.TEMPERROR, DOMAIN, aligned=True),)
    assert found.dmarc is Outcome.TEMPERROR
    assert len(asyncio.all_tasks()) == 1
    assert threading.active_count() == threads


async def test_one_silent_method_does_not_cost_the_others_their_answer() -> None:
    found = await facts(signed(MESSAGE, signer()), records(**{DOMAIN: Trouble.SILENT}), seconds=0.6)
    assert (found.spf.outcome, found.dmarc) == (Outcome.TEMPERROR, Outcome.PASS)


async def test_a_silent_spf_delays_nothing_that_an_aligned_signature_has_settled() -> None:
    began = time.monotonic()
    found = await facts(signed(MESSAGE, signer()), records(**{DOMAIN: Trouble.SILENT}), seconds=30)
    assert (found.spf.outcome, found.dmarc) == (Outcome.TEMPERROR, Outcome.PASS)
    assert time.monotonic() - began < 5, "a question to a name server alone may take that long"
    assert len(asyncio.all_tasks()) == 1


async def test_an_invalid_author_is_not_looked_up() -> None:
    async with serving(records()) as zone:
        found = await authenticate(
            arrival(),
            fields_of(MESSAGE),
            None,
            resolver=resolver_for((zone.address,)),
            trusted_peers=(),
            clock=lambda: NOW,
        )
        assert (found, zone.asked) == (Authentication(NOTHING, (), Outcome.NONE), [])


async def test_a_trusted_peers_address_has_no_spf_but_its_word_counts() -> None:
    content = b"Authentication-Results: mx; dmarc=pass header.from=kindengezin.example\r\n" + MESSAGE
    found = await facts(content, trusted=True)
    assert found.trusted_peer
    assert (found.spf, found.dmarc, found.peer_dmarc) == (NOTHING, Outcome.FAIL, Outcome.PASS)


async def test_a_trusted_peers_message_still_has_its_signatures_checked() -> None:
    found = await facts(signed(MESSAGE, signer()), trusted=True)
    assert (found.dmarc, found.peer_dmarc) == (Outcome.PASS, None)


async def test_a_strangers_authentication_results_are_not_read() -> None:
    content = b"Authentication-Results: mx; dmarc=pass header.from=kindengezin.example\r\n" + MESSAGE
    found = await facts(content, records(**{DOMAIN: "v=spf1 -all"}))
    assert (found.trusted_peer, found.peer_dmarc, found.dmarc) == (False, None, Outcome.FAIL)


REAL = records(**{DOMAIN: "v=spf1 ip4:192.0.2.7 -all"})
SAYS_PASS = b"Authentication-Results: mx; dmarc=pass header.from=kindengezin.example\r\n" + MESSAGE
HANDED_ON, PASSED_ON = Via("127.0.0.1", relayed=True), Via("127.0.0.1", relayed=False)


@pytest.mark.parametrize("via", [HANDED_ON, PASSED_ON])
@pytest.mark.parametrize(("ip", "outcome"), [("192.0.2.7", Outcome.PASS), ("192.0.2.8", Outcome.FAIL)])
async def test_spf_sees_the_client_that_a_trusted_peer_forwards(via: Via, ip: str, outcome: Outcome) -> None:
    found = await facts(zone_records=REAL, trusted=True, peer=Peer(ip, "mail.example", via))
    assert (found.spf.outcome, found.dmarc) == (outcome, outcome)


async def test_the_peer_that_hands_a_message_on_is_believed_and_one_that_passes_it_on_is_not() -> None:
    handed = await facts(SAYS_PASS, REAL, trusted=True, peer=Peer("192.0.2.8", "x", HANDED_ON))
    passed = await facts(SAYS_PASS, REAL, trusted=True, peer=Peer("192.0.2.8", "x", PASSED_ON))
    assert (handed.trusted_peer, handed.peer_dmarc) == (True, Outcome.PASS)
    assert (passed.trusted_peer, passed.peer_dmarc) == (False, None)


@pytest.mark.parametrize("ip", ["", "127.0.0.9"])
async def test_a_forwarded_client_that_is_not_known_or_trusted_itself_has_no_spf(ip: str) -> None:
    found = await facts(zone_records=REAL, trusted=True, peer=Peer(ip, "x", PASSED_ON))
    assert found.spf == NOTHING


@pytest.mark.parametrize(
    ("tenant", "result", "expected"),
    [
        (TENANT, b"pass", True),
        (TENANT, b"none", False),
        (TENANT, b"fail", False),
        (TENANT[::-1], b"pass", False),
    ],
)
async def test_a_pass_of_the_upstream_counts_and_nothing_else_of_it(
    tenant: str, result: bytes, expected: bool
) -> None:
    content = f"X-MS-Exchange-CrossTenant-Id: {TENANT}\r\n".encode() + SAYS_PASS.replace(
        b"=pass", b"=" + result
    )
    tls = Tls("TLSv1.3", "", ClientCertificate("ab" * 32, ("mail.example",)))
    found = await facts(content, REAL, tls=tls, upstream=Upstream(("mail.example",), tenant))
    assert found.upstream_passed is expected
    assert (found.trusted_peer, found.peer_dmarc) == (False, None)
