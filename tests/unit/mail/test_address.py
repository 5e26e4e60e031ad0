import pytest

from gateway.mail.address import Address, AddressError, matches, parse_address, parse_domain, without_batv

TAG = "1234abcdef"


@pytest.mark.parametrize(
    "text",
    [
        "an@kindengezin.example",
        "an.peeters+x@mail.kindengezin.example",
        "o'neill@x.example",
        "a@1.example",
        "x@y",
    ],
)
def test_a_plain_mailbox_is_read_as_written(text: str) -> None:
    assert str(parse_address(text)) == text


def test_a_domain_is_read_in_lower_case_and_a_local_part_as_it_stands() -> None:
    assert parse_address("An@KindEnGezin.Example") == Address("An", "kindengezin.example")
    assert parse_domain("KindEnGezin.Example") == "kindengezin.example"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "an",
        "@x.example",
        "an@",
        "an@@x.example",
        "a@b@x.example",
        '"an"@x.example',
        "@relay.example:an@x.example",
        "an(comment)@x.example",
        "an@[192.0.2.1]",
        "an @x.example",
        "an@x.example ",
        ".an@x.example",
        "an.@x.example",
        "a..n@x.example",
        "an@x..example",
        "an@x.example.",
        "an@.example",
        "an@-x.example",
        "an@x-.example",
        "an@x_y.example",
        "an@caf\u00e9.example",
        "jos\u00e9@x.example",
        "an@x.example\0",
        "an@x\r\n.example",
        "an@x.\u0435xample",
        "a" * 65 + "@x.example",
        "an@" + "a" * 64 + ".example",
        "=?utf-8?q?x=0D=0ABcc=3A?=@x.example",
        "an@" + "a." * 127 + "example",
    ],
)
def test_anything_that_two_programs_could_read_differently_is_refused(text: str) -> None:
    with pytest.raises(AddressError) as refusal:
        parse_address(text)
    assert not text or text not in str(refusal.value)


def test_one_mailbox_is_known_in_any_case() -> None:
    assert parse_address("An@x.example").same_mailbox(parse_address("aN@X.example"))
    assert not parse_address("an@x.example").same_mailbox(parse_address("an@y.example"))


@pytest.mark.parametrize(
    ("local", "expected"),
    [
        (f"prvs={TAG}=an", "an"),
        (f"prvs=an={TAG}", "an"),
        (f"PRVS={TAG.upper()}=an", "an"),
        (f"prvs={TAG}=an.peeters", "an.peeters"),
        (f"prvs={TAG}={TAG}", TAG),
        ("an", "an"),
        ("prvs=an", "prvs=an"),
        ("prvs=an=jan", "prvs=an=jan"),
        (f"prvs={TAG}=", f"prvs={TAG}="),
        (f"prvs={TAG}=.an", f"prvs={TAG}=.an"),
        (f"prvs={TAG}=an=jan", f"prvs={TAG}=an=jan"),
        (f"xprvs={TAG}=an", f"xprvs={TAG}=an"),
        ("prvs=1234567890=an", "an"),
        ("prvs=123zabcdef=an", "prvs=123zabcdef=an"),
    ],
)
def test_a_bounce_tag_is_taken_off_and_nothing_else(local: str, expected: str) -> None:
    assert without_batv(Address(local, "x.example")) == Address(expected, "x.example")


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("an@x.example", True),
        ("AN@X.example", True),
        ("*@x.example", True),
        ("jan@x.example", False),
        ("*@example", False),
        ("*@mail.x.example", False),
        ("*", False),
        ("x.example", False),
        ("*n@x.example", False),
    ],
)
def test_a_pattern_names_a_mailbox_or_all_of_one_domain(pattern: str, expected: bool) -> None:
    assert matches(pattern, parse_address("an@x.example")) is expected


def test_a_pattern_for_a_domain_does_not_reach_below_it() -> None:
    assert not matches("*@x.example", parse_address("an@mail.x.example"))
    assert not matches("*@x.example", parse_address("an@evilx.example"))
