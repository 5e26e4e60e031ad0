"""A real Postfix as the next hop: verified STARTTLS, one connection for several mails, its own refusals."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from gateway.mail.address import parse_address
from gateway.outbound.nexthop import (
    Accepted,
    Deferred,
    NextHop,
    Reachable,
    Refused,
    verified_context,
)
from tests.support.certificates import Authority, new_authority
from tests.support.mailbox import Mailbox
from tests.support.postfix import Postfix, unavailable

MISSING = unavailable()
pytestmark = pytest.mark.skipif(MISSING is not None, reason=MISSING or "")

SENDER = parse_address("team@opgroeien.example")
RECIPIENT = parse_address("ocmw@pepingen.example")
CONTENT = b"Subject: test\r\n\r\n.leading dot\r\n..\r\n\xc3\xa9\r\nend\r\n"


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return new_authority(tmp_path)


@pytest.fixture
async def postfix(authority: Authority) -> AsyncIterator[Postfix]:
    certificate = authority.server("postfix.example")
    async with Postfix.mailbox(certificate, [str(RECIPIENT)], message_size_limit="100000") as running:
        yield running


def hop_to(postfix: Postfix, authority: Authority, name: str = "postfix.example") -> NextHop:
    return NextHop(
        host=postfix.host,
        port=postfix.port,
        hostname="mx.pepingen.example",
        tls=verified_context(authority.certificate),
        server_name=name,
    )


async def test_mails_arrive_whole_over_one_verified_connection(
    postfix: Postfix, authority: Authority
) -> None:
    hop = hop_to(postfix, authority)
    for _ in range(3):
        assert await hop.deliver(SENDER, (RECIPIENT,), CONTENT) == Accepted(250, "2.0.0")
    mails = await postfix.received(str(RECIPIENT), 3)
    await hop.close()
    body = CONTENT.partition(b"\r\n\r\n")[2].replace(b"\r\n", b"\n")
    assert all(mail.partition(b"\n\n")[2] == body for mail in mails)
    assert all(mail.startswith(b"Return-Path: <team@opgroeien.example>\n") for mail in mails)
    assert " starttls=1 mail=3 rcpt=3 data=3 quit=1 " in await postfix.logged("mail=3")


async def test_mail_without_a_sender_arrives(postfix: Postfix, authority: Authority) -> None:
    hop = hop_to(postfix, authority)
    assert isinstance(await hop.deliver(None, (RECIPIENT,), CONTENT), Accepted)
    [mail] = await postfix.received(str(RECIPIENT), 1)
    await hop.close()
    assert mail.startswith(b"Return-Path: <>\n")


async def test_a_certificate_for_another_name_gets_nothing(postfix: Postfix, authority: Authority) -> None:
    hop = hop_to(postfix, authority, "mailbox.example")
    delivery = await hop.deliver(SENDER, (RECIPIENT,), CONTENT)
    assert isinstance(delivery, Deferred)
    assert delivery.why == "tls"
    assert "mail=" not in await postfix.logged("starttls=0/1")


async def test_one_unknown_recipient_refuses_the_mail_for_all(postfix: Postfix, authority: Authority) -> None:
    hop = hop_to(postfix, authority)
    unknown = parse_address("nobody@pepingen.example")
    assert await hop.deliver(SENDER, (RECIPIENT, unknown), CONTENT) == Refused(550, "5.1.1")
    assert await hop.deliver(SENDER, (RECIPIENT,), CONTENT) == Accepted(250, "2.0.0")
    await postfix.received(str(RECIPIENT), 1)
    await hop.close()
    assert "mail=2 rcpt=2/3 data=1 rset=1" in await postfix.logged("mail=2")
    assert len(postfix.messages(str(RECIPIENT))) == 1


async def test_a_mail_over_its_limit_is_refused_at_mail(postfix: Postfix, authority: Authority) -> None:
    hop = hop_to(postfix, authority)
    big = CONTENT + (b"x" * 998 + b"\r\n") * 101
    assert await hop.deliver(SENDER, (RECIPIENT,), big) == Refused(552, "5.3.4")
    await hop.close()


async def test_a_postfix_that_stopped_meanwhile_defers(authority: Authority) -> None:
    certificate = authority.server("postfix.example")
    async with Postfix.mailbox(certificate, [str(RECIPIENT)]) as running:
        hop = hop_to(running, authority)
        assert await hop.deliver(SENDER, (RECIPIENT,), CONTENT) == Accepted(250, "2.0.0")
    assert await hop.deliver(SENDER, (RECIPIENT,), CONTENT) == Deferred(
        None, "", "connect", "ConnectionRefusedError"
    )
    await hop.close()


async def test_connections_that_postfix_ends_by_itself_double_nothing(authority: Authority) -> None:
    certificate = authority.server("postfix.example")
    async with Postfix.mailbox(certificate, [str(RECIPIENT)], smtpd_timeout="1s") as running:
        hop = hop_to(running, authority)
        for number in range(2):
            assert await hop.deliver(SENDER, (RECIPIENT,), CONTENT + b"%d\r\n" % number) == Accepted(
                250, "2.0.0"
            )
            await running.logged("timeout after")
        mails = await running.received(str(RECIPIENT), 2)
        await hop.close()
    assert sorted(mail[-2:] for mail in mails) == [b"0\n", b"1\n"]


async def test_a_probe_shows_what_it_proves(postfix: Postfix, authority: Authority) -> None:
    probe = await hop_to(postfix, authority).probe()
    assert isinstance(probe, Reachable)
    assert probe.tls == "TLSv1.3"
    assert "8bitmime" in probe.extensions
    assert "quit=1" in await postfix.logged("ehlo=2")


@pytest.mark.skipif(shutil.which("swaks") is None, reason="swaks is not installed")
async def test_it_hands_on_what_it_relays_to_a_verified_next_hop(authority: Authority) -> None:
    tls = authority.server("mx.pepingen.example").server_context()
    certificate = authority.server("postfix.example")
    async with (
        Mailbox(tls=tls) as box,
        Postfix.relay(
            certificate,
            host=box.host,
            port=box.port,
            authority=authority.certificate,
            name="mx.pepingen.example",
        ) as front,
    ):
        swaks = await asyncio.create_subprocess_exec(
            "swaks",
            *("--server", front.host, "--port", str(front.port), "--tls"),
            *("--from", str(SENDER), "--to", str(RECIPIENT), "--body", "hello"),
            stdout=asyncio.subprocess.DEVNULL,
        )
        assert await swaks.wait() == 0
        [mail] = await box.received(1)
        await front.logged("status=sent")
        assert await front.queue() == ()
    assert (mail.mail_from, mail.rcpt_to) == (str(SENDER), (str(RECIPIENT),))
    assert mail.tls == "TLSv1.3"
    assert mail.content.rstrip().endswith(b"hello")
