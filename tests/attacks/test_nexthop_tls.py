"""A next hop that cannot prove who it is over TLS is given nothing, not even the envelope."""

import ssl
from pathlib import Path

import pytest

from gateway.outbound.nexthop import Deferred, Reachable, Timeouts, verified_context
from tests.support.behaviour import CLOSE, GOOD, SILENCE, Act, Behaviour, say
from tests.support.certificates import Authority, new_authority
from tests.support.mailbox import Mailbox
from tests.support.nexthop import NAME, deliver, hop_to, verbs

IMPATIENT = Timeouts(command=0.5)


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return new_authority(tmp_path)


async def outcome_over_tls(
    authority: Authority, tls: ssl.SSLContext, behaviour: Behaviour = GOOD
) -> Deferred:
    """What came of a delivery of which the mailbox must not have seen the envelope."""
    async with Mailbox(tls=tls, behaviour=behaviour) as box:
        hop = hop_to(box, verified_context(authority.certificate), IMPATIENT)
        delivery = await deliver(hop)
        assert await hop.probe() == delivery
    assert "MAIL" not in verbs(box)
    assert isinstance(delivery, Deferred)
    return delivery


async def test_a_stripped_starttls_sends_nothing(authority: Authority) -> None:
    tls = authority.server(NAME).server_context()
    delivery = await outcome_over_tls(authority, tls, Behaviour(hide_starttls=True))
    assert delivery == Deferred(None, "", "tls", "STARTTLS not offered")


async def test_a_certificate_for_another_name_gets_nothing(authority: Authority) -> None:
    delivery = await outcome_over_tls(authority, authority.server("elsewhere.example").server_context())
    assert delivery.why == "tls"
    assert "Hostname mismatch" in delivery.detail


async def test_an_expired_certificate_gets_nothing(authority: Authority) -> None:
    expired = authority.server(NAME, expired=True)
    delivery = await outcome_over_tls(authority, expired.server_context())
    assert delivery == Deferred(None, "", "tls", "certificate has expired")


async def test_a_certificate_of_another_authority_gets_nothing(authority: Authority, tmp_path: Path) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    delivery = await outcome_over_tls(authority, new_authority(folder).server(NAME).server_context())
    assert delivery.why == "tls"
    assert "certificate" in delivery.detail


async def test_a_client_certificate_does_not_make_a_server(authority: Authority) -> None:
    delivery = await outcome_over_tls(authority, authority.client(NAME).server_context())
    assert delivery.why == "tls"


async def test_an_old_tls_gets_nothing(authority: Authority) -> None:
    old = authority.server(NAME).server_context()
    old.set_ciphers("ALL:@SECLEVEL=0")
    with pytest.deprecated_call():
        old.minimum_version = ssl.TLSVersion.TLSv1
    with pytest.deprecated_call():
        old.maximum_version = ssl.TLSVersion.TLSv1_1
    assert (await outcome_over_tls(authority, old)).why == "tls"


@pytest.mark.parametrize(
    ("starttls", "expected"),
    [
        (say("454 4.7.0 not now"), Deferred(454, "4.7.0", "tls", "STARTTLS refused")),
        (say("502 5.5.1 what"), Deferred(502, "5.5.1", "tls", "STARTTLS refused")),
        (say("220 go ahead", close=True), Deferred(None, "", "tls", "SMTPServerDisconnected")),
        (CLOSE, Deferred(None, "", "tls", "SMTPServerDisconnected")),
        (SILENCE, Deferred(None, "", "tls", "SMTPReadTimeoutError")),
    ],
)
async def test_a_failed_starttls_sends_nothing(
    authority: Authority, starttls: Act, expected: Deferred
) -> None:
    tls = authority.server(NAME).server_context()
    assert await outcome_over_tls(authority, tls, Behaviour(starttls=starttls)) == expected


async def test_replies_injected_before_tls_are_not_read_within_it(authority: Authority) -> None:
    tls = authority.server(NAME).server_context()
    injected = Behaviour(starttls=say("220 go ahead\r\n250-evil.example\r\n250 INJECTED"))
    async with Mailbox(tls=tls, behaviour=injected) as box:
        probe = await hop_to(box, verified_context(authority.certificate), IMPATIENT).probe()
    match probe:
        case Reachable():
            assert "injected" not in probe.extensions
        case Deferred():
            assert probe.why == "tls"
