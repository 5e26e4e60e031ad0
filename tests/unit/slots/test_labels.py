import pytest

from gateway.slots.labels import MAX_LABEL, classify, fold, persons_in
from gateway.slots.terms import Label, Person, Slot


def slots(text: str) -> tuple[Slot, ...]:
    label = classify(text)
    return label.slots if label else ()


def person(text: str) -> Person | None:
    label = classify(text)
    return label.person if label else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Naam", (Slot.NAME,)),
        ("Naam + voornaam", (Slot.NAME, Slot.FIRST)),
        ("Voornaam en naam", (Slot.FIRST, Slot.NAME)),
        ("Nom et prénom", (Slot.NAME, Slot.FIRST)),
        ("Nom de famille", (Slot.LAST,)),
        ("Surname", (Slot.LAST,)),
        ("Vor- und Nachname", (Slot.NAME,)),
        ("Adres (domicilie)", (Slot.ADDRESS,)),
        ("Straat en nummer", (Slot.STREET, Slot.NUMBER)),
        ("Postcode + gemeente", (Slot.POSTCODE, Slot.MUNICIPALITY)),
        ("PLZ, Ort", (Slot.POSTCODE, Slot.MUNICIPALITY)),
        ("Tel/GSM", (Slot.PHONE,)),
        ("Gsm nr.", (Slot.PHONE,)),
        ("N° de téléphone", (Slot.PHONE,)),
        ("Bus nr", (Slot.BOX,)),
        ("Nr / bus", (Slot.NUMBER, Slot.BOX)),
        ("E-mail adres", (Slot.EMAIL,)),
        ("Telefoon / e-mail", (Slot.PHONE, Slot.EMAIL)),
        ("Handynummer", (Slot.PHONE,)),
        ("Gsm (verplicht)", (Slot.PHONE,)),
    ],
)
def test_a_label_of_any_of_four_languages_names_its_slots(text: str, expected: tuple[Slot, ...]) -> None:
    assert slots(text) == expected


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("Achternaaam", "Achternaam"),
        ("Voornaan", "Voornaam"),
        ("Addres", "Adres"),
        ("Gemeentte", "Gemeente"),
        ("Tellefoon", "Telefoon"),
        ("Emial", "Mail"),
        ("Geboortedatm", "Geboortedatum"),
        ("Givn name", "Given name"),
    ],
)
def test_a_slip_of_the_finger_is_forgiven(slip: str, meant: str) -> None:
    assert classify(slip) == classify(meant)


@pytest.mark.parametrize(
    "text",
    [
        "Rolnummer",
        "Polisnummer",
        "Anmae",
        "Nam",
        "Tal",
        "Gsn",
        "Xdres",
        "Kleur",
        "Naam x",
        "Favoriete kleur",
        "",
        "van de",
    ],
)
def test_a_word_that_is_no_slip_of_a_known_one_makes_the_label_unknown(text: str) -> None:
    assert classify(text) is None


def test_a_label_longer_than_labels_are_is_unknown() -> None:
    assert classify("naam " * MAX_LABEL) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Naam cliënt", Person.CLIENT),
        ("Naam cliënt(e)", Person.CLIENT),
        ("Moeder (cliënt)", Person.CLIENT),
        ("Kind (cliënt)", Person.CLIENT),
        ("Ouder/cliënt", Person.CLIENT),
        ("Gegevens moeder = cliënt", Person.CLIENT),
        ("Gsm moeder van de cliënt", Person.OTHER),
        ("Moeder cliënt", Person.OTHER),
        ("Client's mother", Person.OTHER),
        ("Partner van de cliënt", Person.PARTNER),
        ("Gsm partner cliënt", Person.PARTNER),
        ("Huisarts (cliënt)", Person.OTHER),
        ("Kinderen cliënt", Person.CHILD),
        ("Moeder van het kind", Person.MOTHER),
        ("Naam kind", Person.CHILD),
        ("Vader/moeder", Person.PARENT),
        ("Ouder 1", Person.PARENT),
        ("Ouder 2", Person.SECOND_PARENT),
        ("Partner van mama", Person.PARTNER),
        ("Naam verwijzer", Person.OTHER),
        ("Tel CAW", Person.OTHER),
        ("Tel", Person.UNSAID),
    ],
)
def test_a_label_says_of_whom_it_speaks(text: str, expected: Person) -> None:
    assert person(text) is expected


@pytest.mark.parametrize(
    "text", ["Naam school", "Nummer identiteitskaart", "Tel mutualiteit", "Adres werkgever dossier"]
)
def test_a_kind_of_data_no_slot_takes_takes_the_slot_with_it(text: str) -> None:
    label = classify(text)
    assert label is not None
    assert label.category is not None
    assert label.slots == ()


def test_name_and_birth_date_still_names_a_person() -> None:
    assert classify("Naam en geboortedatum") == Label((Slot.NAME,), Person.UNSAID, "birth_date")


def test_an_organisation_alone_is_no_label_and_no_child() -> None:
    assert classify("Kind en Gezin") is None
    assert classify("Aanmelding Kind en Gezin") == Label(heading=True)
    assert persons_in("Kind en Gezin") == frozenset()


def test_persons_are_found_among_unknown_words() -> None:
    assert persons_in("de nieuwe vriendin van zijn vader") == {Person.PARTNER, Person.FATHER}
    assert persons_in("niemand in het bijzonder") == frozenset()


def test_folding_drops_case_accents_strokes_and_signs() -> None:
    assert fold("Zoë-Łucja D’Hondt, Straße") == "zoe lucja d hondt strasse"


@pytest.mark.parametrize(
    ("slot", "labels"),
    [
        (Slot.FIRST, "Voorn.; V. naam; Prén.; Roepnaam; Vorn."),
        (Slot.LAST, "Fam. naam; Familie-naam; Nom famille; Zuname"),
        (Slot.POSTCODE, "Postnr; Post-nr.; P.C.; C.P.; Code post.; PLZ; Zip"),
        (Slot.MUNICIPALITY, "Gem.; Woonpl.; Deelgem.; Entité; Ortschaft; Teilgemeinde; Locality"),
        (Slot.NUMBER, "Huisnr.; H.nr.; Nrs.; N° de maison; Haus-Nr.; House no."),
        (Slot.BOX, "Bus nr.; Bte; Boîte n°; Postfach-Nr.; Appt.; Brievenbus"),
        (Slot.ADDRESS, "Adr.; Wettelijk adres; Gedomicilieerd te; Demeurant à; Meldeadresse; Residing at"),
        (
            Slot.PHONE,
            (
                "Vast nummer; Tel. thuis; Telefoon (vast); Telefoonnummer(s); Tel.nr.; Mob.; Mobiele nr.; "
                "N° GSM; Num. de tél.; Tél. privé; Handy-Nr.; Festnetznr.; Home phone; Mobile no.; Telefonnr."
            ),
        ),
        (Slot.EMAIL, "Mailadr.; E-mailadressen; Adr. mail; Adresse de messagerie; Mail addr."),
    ],
    ids=lambda value: value.name if isinstance(value, Slot) else "",
)
def test_a_shortened_label_means_what_the_whole_one_does(slot: Slot, labels: str) -> None:
    assert {label: slots(label) for label in labels.split("; ")} == dict.fromkeys(labels.split("; "), (slot,))


@pytest.mark.parametrize("text", ["Oud adres", "Vorig adres", "Ancienne adresse", "Previous address"])
def test_a_former_address_is_no_address(text: str) -> None:
    assert slots(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Adrescliënt", (Slot.ADDRESS,)), ("Telgsm", (Slot.PHONE,)), ("Naamvoornaam", (Slot.NAME, Slot.FIRST))],
)
def test_two_words_typed_as_one_are_two(text: str, expected: tuple[Slot, ...]) -> None:
    assert slots(text) == expected


@pytest.mark.parametrize("text", ["Werkadres", "Thuisstad", "Gsmjan", "Schooladres"])
def test_a_compound_of_which_a_half_says_whose_it_is_asks_for_nothing(text: str) -> None:
    assert slots(text) == ()
