import pytest

from gateway.mail.document import Line
from gateway.referral.claims import Claim, claims_in, slots_of
from gateway.referral.entries import read_entries
from gateway.slots.labels import classify
from gateway.slots.terms import Person, Slot


def claims(*texts: str) -> list[tuple[str, str, bool]]:
    """Of each claim: its first value, whose it is, and whether that is open. An empty text makes a gap."""
    gaps = [number > 0 and texts[number - 1] == "" for number in range(len(texts))]
    blocks = tuple(
        Line(text, f"line {number}", blank_before=gap)
        for number, (text, gap) in enumerate(zip(texts, gaps, strict=True), 1)
        if text
    )
    return [
        (claim.values[0], claim.person.value, claim.stranger) for claim in claims_in(read_entries(blocks))
    ]


NAMED = "Naam: An Peeters"
PHONE = "Gsm: 0470 12 34 56"
MINE = ("An Peeters", "unsaid", False)


def phone(person: str = "unsaid", *, stranger: bool = False) -> tuple[str, str, bool]:
    return ("0470 12 34 56", person, stranger)


@pytest.mark.parametrize(
    ("heading", "person"),
    [
        ("Gegevens cliënt", "client"),
        ("Moeder (cliënt)", "client"),
        ("Gegevens moeder", "mother"),
        ("Partner", "partner"),
        ("Kind", "child"),
        ("Huisarts van de cliënt", "other"),
        ("Verwijzer", "other"),
        ("Contactgegevens", "unsaid"),
        ("Cliënt in kwestie", "client"),
    ],
)
def test_a_heading_says_whose_the_section_is(heading: str, person: str) -> None:
    assert claims(heading, PHONE)[0] == phone(person)


@pytest.mark.parametrize(
    "between",
    [
        "Huisarts: dr. Claes",
        "Partner: Jan Claes",
        "Naam partner: Jan Claes",
        "Contact: Rita Claes",
        "School: De Regenboog",
        "Politie: wijkteam",
        "Budgetmeter: Rita Claes",
        "Jan heeft ook een gsm.",
        "Oppas van de tweeling",
        "Bram Cattoir",
        "Hulpverlening rond de cliënt",
    ],
)
def test_a_telephone_right_below_somebody_else_may_be_theirs(between: str) -> None:
    assert claims(NAMED, between, PHONE)[-1][2]


@pytest.mark.parametrize(
    "between",
    [
        "Kinderen: Emma en Noah",
        "Partner: geen",
        "Huisarts: /",
        "Partner : -",
        "Partner: ?",
        "Voedselpakket: ja",
        "Tolk nodig: ja",
        "Beroep: poetshulp",
        "° 12/05/1988",
        "Mevrouw woont hier sinds vorige maand",
        "Gsm partner: 0471 12 34 56",
        "Contactgegevens",
        "Mutualiteit: CM",
    ],
)
def test_a_telephone_right_below_what_has_none_is_the_client_s(between: str) -> None:
    assert claims(NAMED, between, PHONE)[-1] == phone()


def test_a_second_telephone_below_work_may_be_the_employer_s() -> None:
    found = claims(NAMED, PHONE, "Beroep: poetshulp", "Tel: 02 356 78 90")
    assert [stranger for *_, stranger in found] == [False, False, True]


def test_an_address_between_makes_the_telephone_the_client_s_unless_she_has_one() -> None:
    partner = "Partner: Jan Claes"
    assert claims(NAMED, partner, "Adres: Kerkstraat 5", PHONE)[-1] == phone()
    assert claims(NAMED, "Gsm: 0471 12 34 56", partner, "Adres: Kerkstraat 5", PHONE)[-1] == phone(
        stranger=True
    )


def test_an_address_below_the_doctor_may_be_the_practice_s() -> None:
    assert claims(NAMED, "Huisarts: dr. Claes", "Adres: Kerkstraat 5")[-1] == ("Kerkstraat 5", "unsaid", True)


def test_data_under_unknown_words_before_any_name_may_be_anybody_s() -> None:
    assert claims("Huis Zonnetje", PHONE, "", NAMED) == [phone(stranger=True), MINE]
    assert claims("Aanmelding", PHONE, NAMED) == [phone(), MINE]


def test_contact_data_under_a_heading_of_nobody_in_another_s_section_is_open() -> None:
    assert claims(NAMED, "", "Verwijzer", "Naam: Rita Claes", "Contactgegevens", PHONE)[-1] == phone(
        stranger=True
    )


def test_the_remark_mama_makes_a_telephone_the_mother_s() -> None:
    assert claims(NAMED, f"{PHONE} (mama)")[-1] == phone("mother")


@pytest.mark.parametrize("name", ["Emma Claes (kind)", "Emma Claes, dochter van An", "Jan Claes - partner"])
def test_a_name_that_is_said_to_be_another_s_is_open(name: str) -> None:
    assert claims(f"Naam: {name}")[0][2]


def test_a_client_s_label_in_the_partner_s_section_is_open_once_a_client_is_named() -> None:
    assert claims("Naam cliënt: An Peeters", "", "Partner", "Naam: Jan", "Gsm cliënt: 0470 12 34 56")[
        -1
    ] == phone("client", stranger=True)
    assert claims("Verwijzer", "Naam: Rita Claes", "Gsm cliënt: 0470 12 34 56")[-1] == phone("client")


def test_a_value_that_says_nothing_claims_nothing() -> None:
    assert claims("Naam vader: onbekend", "Gsm: /", NAMED) == [MINE]


@pytest.mark.parametrize(
    ("label", "slots"),
    [
        ("Cliënt", (Slot.NAME,)),
        ("Mama", (Slot.NAME,)),
        ("Partner", ()),
        ("Gegevens", ()),
        ("Gsm", (Slot.PHONE,)),
    ],
)
def test_a_role_alone_asks_for_a_name(label: str, slots: tuple[Slot, ...]) -> None:
    found = classify(label)
    assert found is not None
    assert slots_of(found) == slots


def test_a_claim_is_not_open_unless_said() -> None:
    assert Claim((Slot.PHONE,), Person.CLIENT, ("0470",), "line 1").stranger is False
