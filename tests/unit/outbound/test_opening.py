"""A session is opened over verified TLS, and a probe shows what the next hop proves."""

import gc
import ssl
import warnings
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gateway.outbound.connection import Timeouts
from gateway.outbound.nexthop import Accepted, Deferred, NextHop, Reachable, verified_context
from gateway.outbound.opening import Endpoint, open_connection
from tests.support.behaviour import Behaviour
from tests.support.certificates import Authority, new_authority
from tests.support.mailbox import Mailbox
from tests.support.nexthop import NAME, RECIPIENTS, SENDER, deliver, facing, hop_to, verbs

SMALL = b"Subject: test\r\n\r\na\r\n"
KEPT = Accepted(250, "2.0.0")


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return new_authority(tmp_path)


async def test_mail_goes_over_verified_tls(authority: Authority) -> None:
    tls = authority.server(NAME).server_context()
    async with Mailbox(tls=tls) as box:
        hop = hop_to(box, verified_context(authority.certificate))
        assert await deliver(hop) == KEPT
        assert await deliver(hop) == KEPT
        await hop.close()
    assert [mail.tls for mail in box.messages] == ["TLSv1.3", "TLSv1.3"]
    assert verbs(box)[:5] == ["EHLO", "STARTTLS", "EHLO", "MAIL", "RCPT"]
    assert box.connections == 1


async def test_a_session_that_is_ended_leaves_nothing_open_behind_its_tls(authority: Authority) -> None:
    async with Mailbox(tls=authority.server(NAME).server_context()) as box:
        endpoint = Endpoint(box.host, box.port, NAME, verified_context(authority.certificate), NAME)
        connection = await open_connection(endpoint, Timeouts())
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            connection.abort()
            del connection
            gc.collect()
    assert not [warning for warning in told if "StreamWriter" in str(warning.message)]


async def test_an_address_is_verified_when_no_name_is_given(authority: Authority) -> None:
    async with Mailbox(tls=authority.server("127.0.0.1").server_context()) as box:
        tls = verified_context(authority.certificate)
        hop = NextHop(host=box.host, port=box.port, hostname="mx.pepingen.example", tls=tls)
        assert await deliver(hop) == KEPT
        await hop.close()


async def test_a_probe_shows_what_the_next_hop_proves_and_sends_no_mail(authority: Authority) -> None:
    async with Mailbox(tls=authority.server(NAME).server_context()) as box:
        probe = await hop_to(box, verified_context(authority.certificate)).probe()
    assert isinstance(probe, Reachable)
    assert probe.tls == "TLSv1.3"
    assert probe.certificate_expires is not None
    assert abs(probe.certificate_expires - datetime.now(UTC) - timedelta(days=30)) < timedelta(hours=1)
    assert {"8bitmime", "size"} <= set(probe.extensions)
    assert verbs(box) == ["EHLO", "STARTTLS", "EHLO", "QUIT"]


async def test_a_probe_without_tls_says_so() -> None:
    async with facing(Behaviour(offers=("SIZE",))) as (hop, _):
        assert await hop.probe() == Reachable(None, None, ("size",))


async def test_a_probe_of_a_closed_port_defers() -> None:
    async with facing() as (hop, box):
        pass
    assert box.connections == 0
    assert await hop.probe() == Deferred(None, "", "connect", "ConnectionRefusedError")


def test_plain_text_is_for_loopback_alone() -> None:
    with pytest.raises(ValueError, match="needs TLS"):
        NextHop(host="192.0.2.1", port=25, hostname="mx.pepingen.example", tls=None)
    with pytest.raises(ValueError, match="needs TLS"):
        NextHop(host="mail.pepingen.example", port=25, hostname="mx.pepingen.example", tls=None)


def test_a_context_that_does_not_verify_is_not_taken() -> None:
    for check in (False, True):
        context = ssl.create_default_context()
        context.check_hostname = False
        context.verify_mode = ssl.CERT_REQUIRED if check else ssl.CERT_NONE
        with pytest.raises(ValueError, match="must be verified"):
            NextHop(host="127.0.0.1", port=25, hostname="mx.pepingen.example", tls=context)


def test_the_verified_context_trusts_the_given_authority_alone(authority: Authority) -> None:
    context = verified_context(authority.certificate)
    assert len(context.get_ca_certs()) == 1
    assert context.minimum_version is ssl.TLSVersion.TLSv1_2
    assert not context.hostname_checks_common_name


async def test_tls_to_the_end_is_asked_over_tls_alone(authority: Authority) -> None:
    """RFC 8689 section 4.2.1: a server that did not prove who it is cannot promise it."""
    offering = Behaviour(offers=("REQUIRETLS",))
    tls = authority.server(NAME).server_context()
    async with Mailbox(tls=tls, behaviour=offering) as sealed, Mailbox(behaviour=offering) as plain:
        for box, context in ((sealed, verified_context(authority.certificate)), (plain, None)):
            hop = hop_to(box, context)
            assert isinstance(await hop.deliver(SENDER, RECIPIENTS, SMALL, require_tls=True), Accepted)
            await hop.close()
    assert (sealed.messages[0].options, plain.messages[0].options) == (("REQUIRETLS",), ())
