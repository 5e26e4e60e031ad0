"""Addresses as they are compared."""

import ipaddress

import pytest

from gateway.mail.network import UNKNOWN_IP, is_within, plain_ip

LOOPBACK = (ipaddress.ip_network("127.0.0.0/8"), ipaddress.ip_network("fd00::/8"))


@pytest.mark.parametrize(
    ("ip", "expected"),
    [
        ("127.0.0.9", True),
        ("::ffff:127.0.0.9", True),
        ("fd00::1", True),
        ("::1", False),
        ("192.0.2.1", False),
        (UNKNOWN_IP, False),
    ],
)
def test_an_address_is_known_by_its_network(ip: str, expected: bool) -> None:
    assert is_within(ip, LOOPBACK) is expected


@pytest.mark.parametrize(
    ("text", "plain"),
    [("::ffff:192.0.2.1", "192.0.2.1"), ("fe80::1%eth0", "fe80::1"), ("2001:DB8:0::1", "2001:db8::1")],
)
def test_an_address_has_one_spelling(text: str, plain: str) -> None:
    assert plain_ip(text) == plain


@pytest.mark.parametrize("text", ["", "localhost", "192.0.2.256", "010.0.0.1", "1"])
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="address"):
        plain_ip(text)
