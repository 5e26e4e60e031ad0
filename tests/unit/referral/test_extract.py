from dataclasses import replace

import pytest

from gateway.decision import Code, FieldName, Result
from gateway.mail.document import Document, Line
from gateway.policy.model import Fields, Policy
from gateway.referral.extract import Referral, Sender, extract
from tests.unit.referral.forms import SENDER, policy

FORM = ("Naam: An Peeters", "Adres: Dorpsstraat 7, 1670 Pepingen", "Gsm: 0470 12 34 56")


def referral(*lines: str, of: Policy | None = None, sender: Sender = SENDER) -> Referral:
    blocks = tuple(Line(line, f"line {number}") for number, line in enumerate(lines, 1))
    return extract(Document("body text", blocks), of or policy(), sender)


def codes(found: Referral) -> list[Code]:
    return [finding.code for finding in found.findings if finding.result is Result.FAIL]


def test_only_the_fields_the_policy_allows_are_the_client_s() -> None:
    allowed = Fields((FieldName.LAST_NAME, FieldName.PHONE))
    (client,) = referral(*FORM, of=replace(policy(), fields=allowed)).clients
    assert (client.first_name, client.last_name, client.address, client.phone) == (
        "",
        "Peeters",
        None,
        ("+32470123456",),
    )


def test_what_the_policy_requires_and_the_letter_lacks_is_told() -> None:
    required = Fields(require=(FieldName.LAST_NAME, FieldName.EMAIL))
    found = referral(*FORM, of=replace(policy(), fields=required))
    assert found.clients == ()
    assert codes(found) == [Code.FIELD_MISSING]


def test_any_one_of_several_fields_may_be_required() -> None:
    required = Fields(require=(FieldName.LAST_NAME, (FieldName.EMAIL, FieldName.PHONE)))
    assert referral(*FORM, of=replace(policy(), fields=required)).clients


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("Adres: Dorpsstraat 7, 1500 Halle", Code.RESIDENCE_OUTSIDE),
        ("Adres: Dorpsstraat 7", Code.RESIDENCE_NOT_STATED),
        ("Opmerking: geen", Code.RESIDENCE_NOT_STATED),
    ],
)
def test_a_client_who_lives_elsewhere_or_nowhere_is_refused(address: str, code: Code) -> None:
    found = referral(FORM[0], address, FORM[2])
    assert found.clients == ()
    assert code in codes(found)


def test_without_a_residence_anywhere_will_do() -> None:
    anywhere = replace(policy(), residence=None)
    (client,) = referral(FORM[0], "Adres: Dorpsstraat 7, 1500 Halle", of=anywhere).clients
    assert client.address is not None
    assert client.address.municipality == "Halle"


def test_the_sender_s_telephone_and_mail_are_never_the_client_s() -> None:
    signature = ("Met vriendelijke groeten", "Katrien Moortgat", "T 02 408 46 40")
    own = ("Tel: 02 408 46 40", f"Mail: {SENDER.address}")
    (client,) = referral(*FORM, *own, *signature).clients
    assert (client.phone, client.email) == (("+32470123456",), ())


def test_the_sender_is_never_the_client() -> None:
    found = referral("Naam: Katrien Moortgat", *FORM[1:])
    assert found.clients == ()


def test_an_empty_document_holds_nobody() -> None:
    found = referral()
    assert (found.clients, codes(found), found.superfluous) == ((), [Code.CLIENT_NONE], ())


def test_a_municipality_alone_is_a_residence_but_no_address_to_reach_the_client_at() -> None:
    town = ("Naam: An Peeters", "Postcode en gemeente: 1670 Pepingen")
    required = replace(policy(), fields=Fields(require=((FieldName.ADDRESS, FieldName.PHONE),)))
    assert codes(referral(*town, of=required)) == [Code.FIELD_MISSING]
    assert referral(*town, "Gsm: 0470 12 34 56", of=required).clients
    assert referral(*town, "Straat: Dorpsstraat", of=required).clients


@pytest.mark.parametrize("title", ["Gegevens client", "Gegevens cliënt", "GEGEVENS CLIËNT:", "Cliënt"])
@pytest.mark.parametrize(
    "above",
    [
        ("Aanmelder: An Maes", "Telefoon: 02 533 12 11"),
        ("Aanmelder: An Maes", "Adres: Hallestraat 61, 1500 Halle", "Telefoon: 02 533 12 11"),
    ],
)
def test_a_client_heading_ends_the_section_of_who_refers(above: tuple[str, ...], title: str) -> None:
    found = referral(*above, title, *FORM)
    (client,) = found.clients
    assert client.phone == ("+32470123456",)
    assert "other_person" in {kind.category for kind in found.superfluous}


def test_a_client_named_above_keeps_a_stranger_s_telephone_a_doubt() -> None:
    found = referral(FORM[0], "Huisarts: Jan Claes", "Telefoon: 02 533 12 11", "Gegevens cliënt", *FORM[1:])
    assert found.clients == ()
