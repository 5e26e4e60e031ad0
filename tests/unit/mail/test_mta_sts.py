"""MTA-STS policies as RFC 8461 writes them, and the hosts that they name."""

import pytest

from gateway.mail.mta_sts import StsPolicy, names, read_policy

RFC = b"version: STSv1\nmode: enforce\nmx: mail.example.com\nmx: *.example.net\n"
RFC += b"mx: backupmx.example.com\nmax_age: 604800\n"
MX = ("mail.example.com", "*.example.net", "backupmx.example.com")


def test_the_example_of_the_rfc_is_read() -> None:
    assert read_policy(RFC) == StsPolicy("enforce", MX, 604_800)


def test_line_ends_spaces_and_unknown_keys_do_not_matter() -> None:
    assert read_policy(b"\r\n" + RFC.replace(b"\n", b" \r\n") + b"new_key: x\r\n") == read_policy(RFC)


def test_the_first_of_a_repeated_key_counts() -> None:
    found = read_policy(RFC + b"mode: none\nmax_age: 1\n")
    assert found == read_policy(RFC)


def test_no_policy_lasts_longer_than_a_year() -> None:
    found = read_policy(RFC.replace(b"604800", b"99999999"))
    assert found
    assert found.max_age == 31_557_600


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"<html>not found</html>",
        RFC.replace(b"STSv1", b"STSv2"),
        RFC.replace(b"version: STSv1\n", b""),
        RFC.replace(b"enforce", b"please"),
        RFC.replace(b"604800", b"-1"),
        RFC.replace(b"604800", b"9" * 5000),
        RFC.replace(b"max_age: 604800\n", b""),
        b"version: STSv1\nmode: enforce\nmax_age: 60\n",
        RFC.replace(b"mail.", "maïl.".encode()),
    ],
)
def test_what_is_no_policy_names_nobody(text: bytes) -> None:
    assert read_policy(text) is None


def test_a_policy_that_was_withdrawn_names_nobody() -> None:
    assert read_policy(b"version: STSv1\nmode: none\nmax_age: 60\n") == StsPolicy("none", (), 60)


@pytest.mark.parametrize(
    ("host", "named"),
    [
        ("mail.example.com", True),
        ("MAIL.example.com.", True),
        ("a.example.net", True),
        ("a.b.example.net", False),
        ("example.net", False),
        ("xexample.net", False),
        ("mail.example.com.evil.example", False),
        ("net", False),
        ("", False),
    ],
)
def test_a_star_stands_for_one_label(host: str, named: bool) -> None:
    assert names(StsPolicy("enforce", MX, 60), host) is named
