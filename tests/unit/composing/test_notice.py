"""The note to a sender: which kinds were left out, and nothing else."""

from datetime import UTC, datetime
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default

import pytest

from gateway.composing.notice import Note, compose_notice
from gateway.decision import Superfluous
from gateway.mail.address import Address
from gateway.texts import CATALOGUES, category_word

KINDS = (Superfluous("health", 2, "body html"), Superfluous("national_number", 1, "body html"))


def note(language: str = "nl") -> Note:
    to = Address("an", "kindengezin.example")
    return Note(
        to, "20260109-0011223344", KINDS, language, "mx.pepingen.example", datetime(2026, 1, 9, tzinfo=UTC)
    )


def parsed(message: bytes) -> EmailMessage:
    return BytesParser(policy=default).parsebytes(message)


@pytest.mark.parametrize("language", CATALOGUES)
def test_it_names_each_kind_in_the_policys_language(language: str) -> None:
    text = parsed(compose_notice(note(language))).get_content()
    assert [line for line in text.splitlines() if line.startswith("- ")] == [
        f"- {category_word(kind.category, language)}" for kind in KINDS
    ]


def test_it_says_that_it_is_automatic_and_to_which_transfer_it_belongs() -> None:
    message = parsed(compose_notice(note()))
    assert message["Auto-Submitted"] == "auto-replied"
    assert message["Gateway-Transfer"] == "20260109-0011223344"
    assert message["To"] == "an@kindengezin.example"


def test_it_is_seven_bit_with_crlf_line_ends() -> None:
    message = compose_notice(note("fr"))
    assert message.isascii()
    assert message.count(b"\n") == message.count(b"\r\n")


def test_an_address_that_is_no_header_value_is_refused() -> None:
    with pytest.raises(ValueError, match="printable"):
        compose_notice(
            Note(
                Address("an\r\nBcc: x", "y.example"),
                "t",
                KINDS,
                "nl",
                "mx.example",
                datetime(2026, 1, 9, tzinfo=UTC),
            )
        )
