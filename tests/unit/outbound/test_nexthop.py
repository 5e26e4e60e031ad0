"""Delivery to a good next hop over loopback: exact envelope, exact bytes, all recipients or none."""

import pytest

from gateway.mail.address import Address, parse_address
from gateway.outbound.nexthop import Accepted, Refused
from tests.support.behaviour import Behaviour, say
from tests.support.nexthop import CONTENT, LONG_CONTENT, RECIPIENTS, SENDER, deliver, facing, verbs

KEPT = Accepted(250, "2.0.0")


async def test_content_and_envelope_arrive_exactly_as_given() -> None:
    async with facing() as (hop, box):
        assert await deliver(hop) == KEPT
    [mail] = box.messages
    assert (mail.mail_from, mail.rcpt_to) == (str(SENDER), tuple(map(str, RECIPIENTS)))
    assert mail.content == CONTENT


@pytest.mark.parametrize(
    "text", ["a!#$%&'*+-/=?^_`{|}~b@d.example", "-Jan.O'Brien@d.example", "=?utf-8?q?x?=@d.example", "A@d"]
)
async def test_an_address_is_passed_on_letter_by_letter(text: str) -> None:
    address = Address(*text.split("@"))
    async with facing() as (hop, box):
        assert await hop.deliver(address, (address,), CONTENT) == KEPT
    assert (box.messages[0].mail_from, box.messages[0].rcpt_to) == (text, (text,))


async def test_the_null_sender_is_passed_on() -> None:
    async with facing() as (hop, box):
        assert await hop.deliver(None, (RECIPIENTS[0],), CONTENT) == KEPT
    assert box.messages[0].mail_from == ""
    assert box.commands[1].startswith("MAIL FROM:<>")


async def test_eight_bit_content_and_long_content_arrive_byte_for_byte() -> None:
    content = LONG_CONTENT + b"\xc3\xa9\x80\xff\r\n"
    async with facing() as (hop, box):
        assert await deliver(hop, content) == KEPT
    assert box.messages[0].content == content
    assert box.messages[0].options == (f"SIZE={len(content)}", "BODY=8BITMIME")


async def test_eight_bit_content_is_refused_where_it_cannot_go_and_the_connection_serves_on() -> None:
    async with facing(Behaviour(offers=())) as (hop, box):
        assert await deliver(hop, b"Subject: x\r\n\r\n\xc3\xa9\r\n") == Refused(554, "5.6.3")
        assert await deliver(hop) == KEPT
    assert box.connections == 1
    assert len(box.messages) == 1


async def test_content_with_bare_line_ends_reaches_nobody() -> None:
    async with facing() as (hop, box):
        assert await deliver(hop, b"Subject: x\r\n\r\ny\n.\nMAIL FROM:<>\r\n") == Refused(554, "5.6.0")
    assert box.connections == 0


async def test_a_refused_recipient_refuses_the_message_for_all() -> None:
    other = parse_address("gone@pepingen.example")
    async with facing(Behaviour(rcpt=((str(other), say("550 5.1.1 unknown")),))) as (hop, box):
        assert await hop.deliver(SENDER, (RECIPIENTS[0], other), CONTENT) == Refused(550, "5.1.1")
        assert verbs(box) == ["EHLO", "MAIL", "RCPT", "RCPT", "RSET"]
        assert await deliver(hop) == KEPT
    assert box.connections == 1
    assert [mail.rcpt_to for mail in box.messages] == [tuple(map(str, RECIPIENTS))]
