from email.message import EmailMessage

from gateway.decision import Code
from gateway.mail.document import Document, Line, Unreadable
from gateway.reading.read import read


def message(plain: str | None, html: str | None = None) -> EmailMessage:
    mail = EmailMessage()
    if plain is not None:
        mail.set_content(plain)
    if html is not None and plain is not None:
        mail.add_alternative(html, subtype="html")
    elif html is not None:
        mail.set_content(html, subtype="html")
    return mail


def texts(mail: EmailMessage) -> list[str]:
    document = read(mail.as_bytes())
    assert isinstance(document, Document)
    return [block.text for block in document.blocks if isinstance(block, Line)]


def test_of_alternatives_html_is_read_since_that_is_what_was_seen() -> None:
    assert texts(message("plat", "<p>rijk</p>")) == ["rijk"]


def test_the_plain_text_is_read_when_the_html_shows_nothing() -> None:
    assert texts(message("plat", "<p style='display:none'>verborgen</p>")) == ["plat"]


def test_a_message_says_from_which_part_it_was_read() -> None:
    found = read(message("plat").as_bytes())
    assert isinstance(found, Document)
    assert found.source == "body text"
    assert found.blocks == (Line("plat", "body text, line 1"),)


def test_an_override_makes_the_message_deceptive() -> None:
    assert read(message("Naam: An \u202esreteeP").as_bytes()) == Unreadable(Code.MESSAGE_DECEPTIVE, "body")


def test_a_page_too_deep_makes_the_message_too_complex() -> None:
    page = "<div>" * 200 + "x"
    assert read(message(None, page).as_bytes()) == Unreadable(Code.MESSAGE_TOO_COMPLEX, "body")


def test_an_earlier_mail_below_is_not_part_of_the_letter() -> None:
    assert texts(message("boven\n\n-----Oorspronkelijk bericht-----\nNaam: Jan Claes\n")) == ["boven"]


def test_the_headers_are_no_part_of_the_letter() -> None:
    mail = message("Naam: An")
    mail["Subject"] = "Gsm: 0470 12 34 56"
    assert texts(mail) == ["Naam: An"]
