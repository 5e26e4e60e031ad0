"""Every word of a composed message is accounted for, or it does not leave: promise 1, held to the bytes."""

from dataclasses import replace
from datetime import UTC, datetime
from email.parser import BytesParser
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.composing.account import is_accounted_for, is_signed_copy
from gateway.composing.message import Order, compose
from gateway.decision import Client, PolicyRef, PostalAddress
from gateway.mail.address import Address
from gateway.mail.envelope import Arrival, Envelope, Peer, Tls
from gateway.mail.header import split_message
from gateway.policy.model import AcceptedLabel
from gateway.slots.categories import NEUTRAL, TELLING
from gateway.texts import catalogue
from tests.support.corpus import readable

AN = Address("an", "kindengezin.example")
DESK = Address("ocmw", "pepingen.example")
CONTENT = b"From: an@kindengezin.example\r\nMessage-ID: <1@x>\r\nSubject: geheim\r\n\r\nbody\r\n"
FIELDS = split_message(CONTENT)[0]
ARRIVAL = Arrival(
    "20260109-0011223344", datetime(2026, 1, 9, tzinfo=UTC), Peer("192.0.2.1", "x"), Tls("TLSv1.3", ""),
    Envelope(AN, (DESK,)), CONTENT,
)  # fmt: skip
ORDER = Order(
    ARRIVAL, AN, "mx.pepingen.example", PolicyRef("demo", "sha256:00"),
    AcceptedLabel("11111111-2222-4333-8444-555555555555", "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee", "Geheim"),
    ("health",),
)  # fmt: skip
CLIENT = Client(
    "Aylin",
    "Öztürk",
    PostalAddress("Dorp", "12", "3", "1673", "Beert"),
    ("+32484972583",),
    ("aylin@telenet.example",),
)


def test_a_message_about_a_client_is_accounted_for() -> None:
    assert is_accounted_for(compose(ORDER, (CLIENT,), FIELDS), ORDER, (CLIENT,), FIELDS)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_it_is_in_every_language(language: str) -> None:
    order = replace(ORDER, policy=replace(ORDER.policy, language=language))
    assert is_accounted_for(compose(order, (CLIENT,), FIELDS), order, (CLIENT,), FIELDS)


@pytest.mark.parametrize("gateway", [None, Address("doorverwijzing", "pepingen.example")])
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_a_kind_that_tells_something_of_the_family_is_not_named_beside_the_client(
    language: str, gateway: Address | None
) -> None:
    policy = replace(ORDER.policy, language=language)
    order = replace(ORDER, policy=policy, gateway=gateway, left_out=("addiction", "birth_date", "unheard_of"))
    messages = {compose(replace(order, left_out=("birth_date", kind)), (CLIENT,), FIELDS) for kind in TELLING}
    assert messages == {compose(order, (CLIENT,), FIELDS)}
    message = messages.pop()
    assert is_accounted_for(message, order, (CLIENT,), FIELDS)
    words = catalogue(language)
    kinds = f"{words.categories['birth_date']}, {words.phrases['telling_kinds']}"
    assert words.phrases["note"].format(kinds=kinds) in readable(message)


@pytest.mark.parametrize("kind", sorted(NEUTRAL))
def test_a_neutral_kind_is_named_by_its_own_name(kind: str) -> None:
    order = replace(ORDER, left_out=(kind, kind))
    note = catalogue("nl").phrases["note"].format(kinds=catalogue("nl").categories[kind])
    assert note in readable(compose(order, (CLIENT,), FIELDS))


@pytest.mark.parametrize("name", ["D'Hondt", "O'Neil-Maes", "Deprez - Claeys", "Zając", "'t Kint"])
def test_marks_in_a_name_are_accounted_for(name: str) -> None:
    client = replace(CLIENT, last_name=name)
    assert is_accounted_for(compose(ORDER, (client,), FIELDS), ORDER, (client,), FIELDS)


@given(st.text(st.characters(categories=["Lu", "Ll"]), min_size=2, max_size=12))
def test_a_word_of_anyone_else_is_not(word: str) -> None:
    other = replace(CLIENT, first_name=f"Aylin x{word}x")
    assert not is_accounted_for(compose(ORDER, (other,), FIELDS), ORDER, (CLIENT,), FIELDS)


@pytest.mark.parametrize(
    "planted",
    [
        b"Bcc: evil@x.example\r\n",
        b"X-Note: depressie\r\n",
        b"Subject: second\r\n",
        b"From: evil@x.example\r\n",
    ],
)
def test_a_header_more_is_not(planted: bytes) -> None:
    message = planted + compose(ORDER, (CLIENT,), FIELDS)
    assert not is_accounted_for(message, ORDER, (CLIENT,), FIELDS)


def test_a_part_more_is_not() -> None:
    both = compose(ORDER, (CLIENT, CLIENT), FIELDS)
    assert not is_accounted_for(both, ORDER, (CLIENT,), FIELDS)


def test_nothing_of_the_original_message_is_in_it() -> None:
    message = compose(ORDER, (CLIENT,), FIELDS)
    assert b"geheim" not in message
    assert b"<1@x>" not in message


def test_its_id_is_the_same_at_every_attempt_and_another_for_another_message() -> None:
    again = replace(ARRIVAL, id="20260110-5566778899", content=b"Received: x\r\n" + CONTENT)
    other = replace(ARRIVAL, content=CONTENT + b"more\r\n")
    first, second, third = (
        BytesParser(policy=default).parsebytes(compose(replace(ORDER, arrival=one), (CLIENT,), FIELDS))[
            "Message-ID"
        ]
        for one in (ARRIVAL, again, other)
    )
    assert first == second != third


def test_the_card_holds_what_the_text_holds() -> None:
    parsed = BytesParser(policy=default).parsebytes(compose(ORDER, (CLIENT,), FIELDS))
    card = next(part for part in parsed.walk() if part.get_content_type() == "text/vcard").get_content()
    text = card.decode() if isinstance(card, bytes) else card
    for value in ("N:Öztürk;Aylin", "TEL:+32484972583", "EMAIL:aylin@telenet.example", "Dorp 12", "1673"):
        assert value in text


def test_a_message_from_the_gateways_own_address_is_accounted_for_with_the_author_to_reply_to() -> None:
    order = replace(ORDER, gateway=Address("doorverwijzing", "pepingen.example"))
    message = compose(order, (CLIENT,), FIELDS)

    assert b"From: Doorverwijzing <doorverwijzing@pepingen.example>\r\nReply-To: an@" in message
    assert is_accounted_for(message, order, (CLIENT,), FIELDS)
    assert not is_accounted_for(message, ORDER, (CLIENT,), FIELDS)
    assert not is_accounted_for(compose(ORDER, (CLIENT,), FIELDS), order, (CLIENT,), FIELDS)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_the_gateways_name_in_from_is_plain_ascii(language: str) -> None:
    policy = replace(ORDER.policy, language=language)
    order = replace(ORDER, policy=policy, gateway=Address("doorverwijzing", "pepingen.example"))
    assert b"=?" not in compose(order, (CLIENT,), FIELDS).partition(b"\r\nTo:")[0]


MESSAGE = compose(ORDER, (CLIENT,), FIELDS)
SIGNATURE = b"DKIM-Signature: v=1;\r\n b=eA==\r\n"


def test_a_signed_copy_is_the_message_behind_trace_fields() -> None:
    assert is_signed_copy(MESSAGE, MESSAGE) is False
    assert is_signed_copy(SIGNATURE + MESSAGE, MESSAGE)
    assert is_signed_copy(b"ARC-Seal: i=1\r\n" + SIGNATURE + MESSAGE, MESSAGE)


@pytest.mark.parametrize(
    "planted",
    [
        SIGNATURE + b"Subject: second\r\n" + MESSAGE,
        SIGNATURE + b"Bcc: evil@x.example\r\n" + MESSAGE,
        SIGNATURE + SIGNATURE + MESSAGE,
        SIGNATURE + b"\r\n" + MESSAGE,
        SIGNATURE + MESSAGE + b"depressie\r\n",
        SIGNATURE + MESSAGE.replace(b"Aylin", b"Elif"),
    ],
    ids=["subject", "bcc", "two signatures", "an empty line", "more text", "another name"],
)
def test_anything_else_is_no_signed_copy(planted: bytes) -> None:
    assert not is_signed_copy(planted, MESSAGE)
