import pytest

from gateway.slots.address import Gazetteer, Parts, read_address, read_box, read_number

PLACES = {
    "1670": ("Pepingen", "Bogaarden", "Heikruis"),
    "1671": ("Elingen",),
    "1673": ("Beert",),
    "1674": ("Bellingen",),
}
HERE = Gazetteer(PLACES)
KERKSTRAAT = Parts("Kerkstraat", "5", "3", "1671", "Elingen")


@pytest.mark.parametrize(
    "text",
    [
        "Kerkstraat 5 bus 3, 1671 Elingen",
        "Kerkstraat 5 bus 3 1671 Elingen",
        "Kerkstraat 5 bus 3 te 1671 Elingen",
        "Kerkstraat 5 bus 3 - 1671 Elingen",
        "Kerkstraat 5 bus 3 – 1671 Elingen",
        "Kerkstraat 5 bus 3, 1671 ELINGEN",
        "Kerkstraat 5 bus 3, B-1671 Elingen",
        "Kerkstraat 5 bus 3, BE-1671 Elingen, België",
        "Kerkstraat 5 bus 3 (1671 Elingen)",
        "Kerkstraat 5 bus 3, 1671 Elingen België",
        "Kerkstraat 5 bus 3, 1671 Elingen Belgie",
        "Kerkstraat 5 bus 3 1671 Elingen Belgium",
        "Kerkstraat 5 bus 3, 1671 Elingen (België)",
        "Kerkstraat 5 bus 3, Elingen 1671 Belgique",
        "Kerkstraat 5 bus 3, Elingen (1671)",
        "Kerkstraat 5 bus 3, 1671 Elingen (Pepingen)",
        "Kerkstraat 5 bus 3, 1671 Elingen-Pepingen",
        "Kerkstraat 5 bus 3, 1671 Pepingen-Elingen",
        "Kerkstraat 5 bus 3\n1671 Elingen",
        "Kerkstraat 5/3, 1671 Elingen",
        "Kerkstraat 5-3, 1671 Elingen",
        "Kerkstraat 5 b3, 1671 Elingen",
        "Kerkstraat 5 b. 3, 1671 Elingen",
        "Kerkstraat 5 bte 3 à 1671 Elingen",
        "Kerkstraat 5, boîte 3, 1671 Elingen",
        "Kerkstraat 5 box 3, 1671 Elingen",
        "Kerkstraat nr. 5 bus 3, 1671 Elingen",
        "Kerkstraat n° 5 bus 3, 1671 Elingen",
        "Kerkstraat, 5 bus 3, 1671 Elingen",
        "1671 Elingen, Kerkstraat 5 bus 3",
        "Kerkstraat 5 bus 3, 1671 Elingen (bij haar zus)",
        "Kerkstraat 5 bus 3, 1671 Elingen (2de verdiep)",
    ],
)
def test_an_address_is_read_however_belgians_write_it(text: str) -> None:
    assert read_address(text, HERE) == KERKSTRAAT


@pytest.mark.parametrize(
    ("text", "street", "number"),
    [
        ("Kerkstraat 5A, 1671 Elingen", "Kerkstraat", "5A"),
        ("Kerkstraat 5 a, 1671 Elingen", "Kerkstraat", "5A"),
        ("Kerkstraat 5bis, 1671 Elingen", "Kerkstraat", "5bis"),
        ("12, rue de la Gare, 1671 Elingen", "rue de la Gare", "12"),
        ("Rue du Moulin à Vent 12, 1671 Elingen", "Rue du Moulin à Vent", "12"),
        ("Chaussée de Ninove 12, 1671 Elingen", "Chaussée de Ninove", "12"),
        ("Burgemeester Jan Claesstraat 12, 1671 Elingen", "Burgemeester Jan Claesstraat", "12"),
        ("Sint-Martinusstraat 12, 1671 Elingen", "Sint-Martinusstraat", "12"),
        ("Oude Baan 12, 1671 Elingen", "Oude Baan", "12"),
        ("Ten Hove 12, 1671 Elingen", "Ten Hove", "12"),
        ("Hof te Brugge 12, 1671 Elingen", "Hof te Brugge", "12"),
        ("Dorp 12, 1671 Elingen", "Dorp", "12"),
        ("Langestr. 12, 1671 Elingen", "Langestr.", "12"),
    ],
)
def test_streets_and_numbers_of_many_builds_are_read(text: str, street: str, number: str) -> None:
    assert read_address(text, HERE) == Parts(street, number, "", "1671", "Elingen")


@pytest.mark.parametrize(
    "text",
    [
        "Kerkstraat 5, 1500 Halle",
        "Kerkstraat 5, 1670 Elingen",
        "Kerkstraat 5, 1755 Gooik",
        "Kerkstraat 5, 1671 Schuldenstad",
        "Kerkstraat 5, 9000 Gent (Pepingen)",
        "Rue de la Station 137 bus 3 te 7850 Enghien",
    ],
)
def test_a_place_off_the_list_is_elsewhere(text: str) -> None:
    found = read_address(text, HERE)
    assert found is None or found.elsewhere


@pytest.mark.parametrize(
    "text",
    [
        "Opvanghuis De Schelp Schoolstraat 146, 1670 Pepingen",
        "Vluchthuis, Kerkstraat 5, 1671 Elingen",
        "Kerkstraat 5, 1671 Elingen, heeft schulden",
        "Kerkstraat 5 schizofrenie, 1671 Elingen",
        "Schizofrenie 5, 1671 Elingen",
        "Kerkstraat 5, 1671 Elingen (adres van haar ex)",
        "bij haar moeder Kerkstraat 5, 1671 Elingen",
        "Kerkstraat 5, Dorpsstraat 7, 1671 Elingen",
        "Kerkstraat 5 en Dorpsstraat 7, 1671 Elingen",
        "Kerkstraat 5, 1671 Elingen 0470 12 34 56",
        "Kerkstraat 5, 1671 Elingen an@post.example",
        "Kerkstraat 12345, 1671 Elingen",
        "Kerkstraat 88.05.12-123.45, 1671 Elingen",
        "Kerkstraat BE68 5390 0754 7034, 1671 Elingen",
        "Kerkstr\u0430at 5, 1671 Elingen",
        "Kerkstraat ５, 1671 Elingen",
        "zij woont nergens",
        "Asielcentrum 5, 1671 Elingen",
        "x" * 200,
        "",
        ",,,,",
    ],
    ids=ascii,
)
def test_anything_more_or_less_than_one_address_is_refused(text: str) -> None:
    assert read_address(text, HERE) in (None, Parts())


def test_a_street_off_the_policy_s_list_is_refused() -> None:
    closed = Gazetteer(PLACES, frozenset({"kerkstraat"}))
    assert read_address("Kerkstraat 5, 1671 Elingen", closed) == Parts(
        "Kerkstraat", "5", "", "1671", "Elingen"
    )
    assert read_address("Dorpsstraat 7, 1671 Elingen", closed) is None


def test_without_a_residence_any_municipality_of_letters_will_do() -> None:
    anywhere = Gazetteer({})
    assert read_address("Kerkstraat 5, 1500 Halle", anywhere) == Parts("Kerkstraat", "5", "", "1500", "Halle")
    assert read_address("Kerkstraat 5, 1500 Asielcentrum", anywhere) is None


@pytest.mark.parametrize(
    ("text", "number", "box"),
    [
        ("12", "12", ""),
        ("12b", "12B", ""),
        ("12 bus 3", "12", "3"),
        ("12 b3", "12", "3"),
        ("nr 12", "12", ""),
        ("12/0101", "12", "0101"),
        ("12 bus A", "12", "A"),
        ("12-14", "12-14", ""),
        ("12-14A", "12-14A", ""),
        ("nr. 12-14 bus 3", "12-14", "3"),
        ("12-14, bte 3", "12-14", "3"),
        ("12/14", "12", "14"),
        ("14-12", "14", "12"),
        ("12-101", "12", "101"),
        ("12-A", "12", "A"),
        ("12 bus 2.01", "12", "2.01"),
    ],
)
def test_a_house_number_of_its_own(text: str, number: str, box: str) -> None:
    assert read_number(text) == Parts(number=number, box=box)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "twaalf",
        "12 schulden",
        "12345",
        "12/3/4",
        "12 bus HIV",
        "12-14 HIV",
        "12-14 bus 3 4",
        "12-14 3",
        "12 bus 3 4",
        "１２",
    ],
)
def test_what_is_no_house_number_is_refused(text: str) -> None:
    assert read_number(text) is None


def test_a_box_of_its_own() -> None:
    assert read_box("bus 3") == Parts(box="3")
    assert read_box("A") == Parts(box="A")
    assert read_box("HIV") is None
    assert read_box("3 4") is None


def test_two_addresses_contradict_each_other() -> None:
    assert KERKSTRAAT.merged(Parts(street="Dorpsstraat")) is None
    assert KERKSTRAAT.merged(Parts(municipality="ELINGEN")) == KERKSTRAAT
    assert Parts(street="Kerkstraat").merged(Parts(number="5")) == Parts("Kerkstraat", "5")


@pytest.mark.parametrize(
    "street",
    [
        "Steenweg op Edingen",
        "Baan naar de Kapel",
        "Kwade Hoek",
        "Brusselse Steenweg",
        "Kromme Elleboog",
        "Burgemeester Jan Claesstraat",
    ],
)
def test_a_street_may_lead_somewhere_or_bear_any_adjective(street: str) -> None:
    assert read_address(f"{street} 12, 1671 Elingen", HERE) == Parts(street, "12", "", "1671", "Elingen")


@pytest.mark.parametrize(
    "street",
    [
        "Chloë in de Zwartschaapstraat",
        "Steenweg op Ziekte",
        "Zieke Weg",
        "Schizofrene Hoek",
        "Hof van Amira",
        "Mama en Kerkstraat",
    ],
)
def test_a_street_holds_no_sentence_and_nobody_s_name(street: str) -> None:
    assert read_address(f"{street} 12, 1671 Elingen", HERE) is None


@pytest.mark.parametrize("typed", ["12-14", "12 - 14", "12 – 14"])
def test_a_house_with_two_numbers_keeps_both(typed: str) -> None:
    found = read_address(f"Nieuwe Baan {typed}, 1671 Elingen", HERE)
    assert found == Parts("Nieuwe Baan", "12-14", "", "1671", "Elingen")


@pytest.mark.parametrize(
    "street",
    [
        "Hospitaalstraat",
        "Ziekenhuislaan",
        "Gasthuisstraat",
        "Kloosterweg",
        "Gevangenisstraat",
        "Oude Gevangenisstraat",
        "Kapelstraat",
        "Schoolplein",
        "Stationsstraat",
        "1 Meistraat",
        "11 Novemberlaan",
        "Rue de la Prison",
        "Rue de l'Hôpital",
        "Chaussée de Malines",
        "Avenue de Belgique",
    ],
)
def test_a_street_named_after_a_house_or_a_day_is_one(street: str) -> None:
    assert read_address(f"{street} 12, 1671 Elingen", HERE) == Parts(street, "12", "", "1671", "Elingen")
    assert read_address(f"{street}, 12, 1671 Elingen", HERE) == Parts(street, "12", "", "1671", "Elingen")


@pytest.mark.parametrize(
    "street",
    [
        "Vluchthuisstraat",
        "Hivstraat",
        "Zijheefthivstraat",
        "Kankerstraat",
        "Psychiatrischziekenhuisstraat",
        "12 Maartstraat",
        "Ziekenhuis",
        "Gevangenis",
        "Rue Malade",
        "Rue Coke",
    ],
)
def test_a_street_that_tells_of_someone_is_none(street: str) -> None:
    assert read_address(f"{street} 12, 1671 Elingen", HERE) in (None, Parts())
