import pytest

from gateway.checks import loop
from gateway.decision import Code
from gateway.mail.header import split_message


@pytest.mark.parametrize(
    ("header", "goes_in_circles"),
    [
        (b"Received: x\r\n" * 30, False),
        (b"Received: x\r\n" * 31, True),
        (b"Gateway-Transfer: 01J\r\n", True),
        (b"X-Gateway-Transfer: 01J\r\nSubject: Gateway-Transfer: 01J\r\n", False),
    ],
)
def test_a_loop_shows_in_the_header(header: bytes, goes_in_circles: bool) -> None:
    fields, _ = split_message(header + b"\r\nGateway-Transfer: in the body\r\n")
    assert [finding.code for finding in loop.check(fields)] == [Code.MESSAGE_LOOP] * goes_in_circles


@pytest.mark.parametrize(
    ("content", "goes_in_circles"),
    [
        (b"Received: x\r\n" * 30 + b"\r\n", False),
        (b"RECEIVED : x\r\n\ty\r\n" * 31, True),
        (b"no field at all\r\n" + b"Received: x\r\n" * 31 + b"\r\n", True),
        (b"Subject: x\r\n\r\n" + b"Received: in the body\r\n" * 31, False),
        (b"Gateway-Transfer: 01J\r\n\r\n", False),
        (b"", False),
    ],
)
def test_relayed_mail_is_counted_by_the_hosts_it_passed(content: bytes, goes_in_circles: bool) -> None:
    assert [finding.code for finding in loop.check_relayed(content)] == [Code.MESSAGE_LOOP] * goes_in_circles
