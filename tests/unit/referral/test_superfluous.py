import pytest

from tests.unit.referral.forms import referral_in

CLIENT = "Naam: An Peeters\nAdres: Dorpsstraat 7, 1670 Pepingen\nGsm: 0470 12 34 56\n"


def kinds(below: str) -> set[str]:
    referral = referral_in(CLIENT + below)
    assert referral.clients
    return {superfluous.category for superfluous in referral.superfluous}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Rijksregisternummer: 93.05.18-223.61", "national_number"),
        ("Haar nummer is 93.05.18-223.61.", "national_number"),
        ("Rekening: BE33 0013 2777 9446", "bank_account"),
        ("Ze stortte op BE33 0013 2777 9446.", "bank_account"),
        ("Geboortedatum: 18/05/1993", "birth_date"),
        ("Nationaliteit: Belgische", "nationality"),
        ("Partner: Jan Claes", "other_person"),
        ("Gsm partner: 0471 12 34 56", "other_person"),
        ("Diagnose: astma", "health"),
        ("Schulden: 4000 euro", "debt"),
    ],
)
def test_what_is_left_behind_is_named_by_kind(line: str, kind: str) -> None:
    assert kind in kinds(line)


def test_a_clean_form_leaves_nothing_behind() -> None:
    assert kinds("") == set()


def test_a_birth_date_behind_the_name_is_named_too() -> None:
    referral = referral_in(CLIENT.replace("Peeters", "Peeters °18/05/1993"))
    assert referral.clients
    assert {superfluous.category for superfluous in referral.superfluous} & {"date", "birth_date"}


def test_no_value_is_ever_told() -> None:
    referral = referral_in(CLIENT + "Rijksregisternummer: 93.05.18-223.61\nSchulden: 4000 euro\n")
    told = repr(referral.superfluous) + repr(referral.findings)
    assert not any(value in told for value in ("93.05", "4000", "Peeters", "0470", "Dorpsstraat"))


def beside(field: str, value: str) -> set[str]:
    form = {
        "Voornaam": "An",
        "Naam": "Peeters",
        "Adres": "Dorpsstraat 7, 1670 Pepingen",
        "Gsm": "0470 12 34 56",
    }
    referral = referral_in("".join(f"{label}: {text}\n" for label, text in (form | {field: value}).items()))
    assert referral.clients
    return {superfluous.category for superfluous in referral.superfluous}


@pytest.mark.parametrize(
    ("field", "value", "kind"),
    [
        ("Voornaam", "An (depressief)", "mental_health"),
        ("Voornaam", "An 1984", "remark"),
        ("Naam", "Peeters (groene jas)", "remark"),
        ("Adres", "Dorpsstraat 7 (vluchthuis), 1670 Pepingen", "violence"),
        ("Adres", "Dorpsstraat 7, 1670 Pepingen (gevangenis)", "justice"),
        ("Gsm", "0470 12 34 56 enkel na 18u", "remark"),
        ("E-mail", "an@mail.example (leest ze zelden)", "remark"),
    ],
)
def test_what_is_cut_off_beside_a_value_is_named(field: str, value: str, kind: str) -> None:
    assert kind in beside(field, value)


@pytest.mark.parametrize(
    ("field", "value", "kinds"),
    [
        ("Telefoon", "0471 11 22 33 (nummer van haar man)", {"other_person", "phone_of_another"}),
        ("E-mail", "jan@mail.example (van haar man)", {"other_person", "email_of_another"}),
    ],
)
def test_another_s_number_or_mail_that_is_dropped_is_named(field: str, value: str, kinds: set[str]) -> None:
    assert beside(field, value) == kinds


def test_the_name_of_a_place_elsewhere_is_no_remark() -> None:
    form = "Naam: An Peeters\nAdres: Dorpsstraat 7 (gevangenis), 9000 Gent\n"
    assert {superfluous.category for superfluous in referral_in(form).superfluous} == {"justice"}
    assert referral_in(form.replace(" (gevangenis)", "")).superfluous == ()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("Voornaam", "An (mama)"),
        ("Adres", "Dorpsstraat nr. 7 A bus 3, B-1670 pepingen, België"),
        ("Adres", "7, Rue du Moulin, 1670 Pepingen (Heikruis)"),
        ("Gsm", "GSM 0470/12.34.56, thuis 02 361 22 33"),
        ("E-mail", "<An@mail.example> (privé)"),
    ],
)
def test_another_spelling_of_a_value_leaves_nothing_behind(field: str, value: str) -> None:
    assert beside(field, value) == set()
