from collections.abc import Callable
from datetime import date
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from gateway.composing.form import Language, as_eml, as_html, as_text, form_for
from gateway.decision import Client, FieldName, PolicyRef, PostalAddress
from gateway.mail.document import Document
from gateway.policy.load import load_policy
from gateway.policy.model import AcceptedLabel, Fields, Labels, Period, Policy, Residence, Senders
from gateway.reading.read import read
from gateway.referral.extract import Sender, extract

ROOT = Path(__file__).parents[3]
LANGUAGES: tuple[Language, ...] = ("nl", "fr", "en")
FILLED_IN = ("An", "Peeters", "Dorpsstraat 12 bus 3", "1670 Pepingen", "0470 12 34 56", "an@client.example")


def policy(*allow: FieldName, label: str = "Geheim") -> Policy:
    return Policy(
        ref=PolicyRef("kindengezin-ocmw-pepingen", "sha256:0"),
        valid=Period(date(2025, 12, 18)),
        recipients=("ocmw@pepingen.example", "info@pepingen.example"),
        senders=Senders(("*@kindengezin.example",)),
        label=Labels((AcceptedLabel("tenant", "id", label),)),
        fields=Fields(allow or tuple(FieldName)),
        residence=Residence({"1670": ("Pepingen",)}),
    )


def lines(language: Language, of: Policy | None) -> list[str]:
    return [line for line in as_text(form_for(of, language)).splitlines() if line.endswith(": ")]


def test_the_form_has_a_line_for_each_datum_in_the_language_asked_for() -> None:
    assert lines("nl", policy()) == [
        "Voornaam: ",
        "Naam: ",
        "Straat en nummer: ",
        "Postcode en gemeente: ",
        "Telefoon: ",
        "E-mail: ",
    ]
    assert lines("fr", policy()) == [
        "Prénom: ",
        "Nom: ",
        "Rue et numéro: ",
        "Code postal et commune: ",
        "Téléphone: ",
        "E-mail: ",
    ]
    assert lines("en", policy()) == [
        "First name: ",
        "Last name: ",
        "Street and number: ",
        "Postcode and municipality: ",
        "Phone: ",
        "E-mail: ",
    ]


def test_what_the_policy_does_not_allow_is_not_asked() -> None:
    assert lines("nl", policy(FieldName.PHONE, FieldName.LAST_NAME)) == ["Naam: ", "Telefoon: "]


def test_without_a_policy_every_datum_is_asked() -> None:
    assert lines("nl", None) == lines("nl", policy())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lines_are_the_only_place_for_a_value(language: Language) -> None:
    sentences = form_for(policy(), language).sentences

    assert len(sentences) == 3
    assert not any(":" in sentence for sentence in sentences)
    assert "Geheim" in sentences[-1]


def test_a_policy_whose_label_has_no_name_speaks_of_none() -> None:
    assert len(form_for(policy(label=""), "nl").sentences) == len(form_for(None, "nl").sentences) == 2


def test_the_page_escapes_the_labels_name() -> None:
    page = as_html(form_for(policy(label="<b>&"), "nl"))

    assert "<b>" not in page
    assert "&lt;b&gt;&amp;" in page


def test_the_draft_opens_in_outlook_addressed_to_the_first_recipient() -> None:
    content = as_eml(form_for(policy(), "fr"))

    draft = message_from_bytes(content, policy=default)
    assert draft["X-Unsent"] == "1"
    assert draft["To"] == "ocmw@pepingen.example"
    assert draft["Subject"] == "Orientation"
    assert draft["From"] is None
    assert draft.get_content_type() == "text/html"
    assert draft.get_payload(decode=True) == as_html(form_for(policy(), "fr")).replace("\n", "\r\n").encode()
    assert content.count(b"\n") == content.count(b"\r\n")


def test_a_draft_without_a_policy_leaves_the_recipient_open() -> None:
    assert message_from_bytes(as_eml(form_for(None, "nl")), policy=default)["To"] is None


def filled_text(language: Language) -> bytes:
    values = iter(FILLED_IN)
    blank = as_text(form_for(policy(), language))
    text = "".join(
        f"{line}{next(values)}\n" if line.endswith(": ") else f"{line}\n" for line in blank.split("\n")
    )
    head = b"From: a@kindengezin.example\r\nContent-Type: text/plain; charset=utf-8\r\n"
    return head + b"Content-Transfer-Encoding: 8bit\r\n\r\n" + text.replace("\n", "\r\n").encode()


def filled_page(language: Language) -> bytes:
    page = as_html(form_for(policy(), language))
    for value in FILLED_IN:
        page = page.replace("&nbsp;", value, 1)
    head = b"From: a@kindengezin.example\r\nContent-Type: text/html; charset=utf-8\r\n"
    return head + b"Content-Transfer-Encoding: 8bit\r\n\r\n" + page.replace("\n", "\r\n").encode()


@pytest.mark.parametrize("filled", [filled_text, filled_page])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_filled_in_form_reads_back_as_the_client_and_nothing_superfluous(
    language: Language, filled: Callable[[Language], bytes]
) -> None:
    document = read(filled(language))
    assert isinstance(document, Document)

    referral = extract(
        document, load_policy(ROOT / "tests/demo/policies/kindengezin-pepingen.yaml"), Sender("", "")
    )

    address = PostalAddress("Dorpsstraat", "12", "3", "1670", "Pepingen")
    assert referral.clients == (Client("An", "Peeters", address, ("+32470123456",), ("an@client.example",)),)
    assert referral.superfluous == ()
