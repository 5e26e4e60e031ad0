"""What a trusted peer tells of another client, read strictly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.inbound import replies
from gateway.inbound.forwarding import UNKNOWN_HELO, Named, become, client_of, parse, together
from gateway.inbound.replies import Reply
from gateway.mail.envelope import Peer, Via
from gateway.mail.network import UNKNOWN_IP

FRONT = Peer("127.0.0.1", "")


@pytest.mark.parametrize(
    ("argument", "expected"),
    [
        ("ADDR=192.0.2.7", Named("192.0.2.7")),
        ("addr=ipv6:2001:DB8:0:0::7", Named("2001:db8::7")),
        ("ADDR=IPV6:::ffff:192.0.2.7", Named("192.0.2.7")),
        ("ADDR=192.0.2.7 HELO=[192.0.2.7]", Named("192.0.2.7", "[192.0.2.7]")),
        ("HELO=Mail.Example", Named(None, "mail.example")),
        ("HELO=mail+2Dout.example", Named(None, "mail-out.example")),
        ("HELO=not+20a+20name", Named(None, UNKNOWN_HELO)),
        ("HELO=", Named(None, UNKNOWN_HELO)),
        ("ADDR=[UNAVAILABLE] HELO=[TEMPUNAVAIL]", Named(UNKNOWN_IP, UNKNOWN_HELO)),
        ("NAME=x PORT=[UNAVAILABLE] PROTO=esmtp", Named()),
    ],
)
@pytest.mark.parametrize("verb", ["XCLIENT", "XFORWARD"])
def test_address_and_name_are_kept_and_the_rest_counts_for_nothing(
    verb: str, argument: str, expected: Named
) -> None:
    assert parse(verb, argument) == expected


@pytest.mark.parametrize(
    "argument",
    [
        "",
        "ADDR",
        "ADDR=192.0.2.7 ",
        "ADDR=localhost",
        "ADDR=unknown",
        "ADDR=2001:db8::7",
        "ADDR=IPV6:192.0.2.7",
        "ADDR=IPV6:fe80::1+25eth0",
        "ADDR=192.0.2.7 addr=192.0.2.8",
        "HELO=a+0Ab",
        "HELO=a+7Fb",
        "HELO=a+2db",
        "HELO=a+2",
        "HELO=a=b",
        f"NAME={'x' * 256}",
        "PORT=-1",
        "PORT=65536",
        "PORT=1e3",
        "PROTO=HTTP",
        "COLOUR=red",
        "=x",
    ],
)
@pytest.mark.parametrize("verb", ["XCLIENT", "XFORWARD"])
def test_what_is_malformed_is_refused(verb: str, argument: str) -> None:
    assert parse(verb, argument) == replies.BAD_ATTRIBUTE


@pytest.mark.parametrize(
    ("argument", "verb"),
    [
        ("LOGIN=an DESTADDR=192.0.2.1 DESTPORT=25", "XCLIENT"),
        ("IDENT=4F1 SOURCE=local", "XFORWARD"),
    ],
)
def test_each_command_has_attributes_of_its_own(argument: str, verb: str) -> None:
    (other,) = {"XCLIENT", "XFORWARD"} - {verb}
    assert parse(verb, argument) == Named()
    assert parse(other, argument) == replies.BAD_ATTRIBUTE


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=500))
def test_no_printable_line_is_more_than_named_or_refused(argument: str) -> None:
    for verb in ("XCLIENT", "XFORWARD"):
        assert isinstance(parse(verb, argument), Named | Reply)


def test_later_attributes_of_one_message_stand_beside_the_earlier_ones() -> None:
    both = together(Named("192.0.2.7"), Named(None, "mail.example"))
    assert both == Named("192.0.2.7", "mail.example")
    assert together(both, Named("192.0.2.8")) == Named("192.0.2.8", "mail.example")
    assert together(None, both) == both


def test_the_host_that_connected_is_named_behind_every_client_it_passes() -> None:
    first = become(FRONT, Named("192.0.2.7"))
    assert first == Peer("192.0.2.7", "", Via("127.0.0.1", relayed=False))
    assert become(first, Named("192.0.2.8")).via == Via("127.0.0.1", relayed=False)
    assert become(FRONT, Named(helo="x")) == FRONT


def test_the_host_that_answers_for_a_message_is_the_one_that_took_it_in() -> None:
    assert client_of(FRONT, "front.example", None).answers == "127.0.0.1"
    assert client_of(FRONT, "front.example", Named("192.0.2.7", "x")).answers == "127.0.0.1"
    assert client_of(become(FRONT, Named("192.0.2.7")), "x", None).answers == "192.0.2.7"
    assert client_of(FRONT, "front.example", Named(UNKNOWN_IP, "x")) == Peer("127.0.0.1", "front.example")
