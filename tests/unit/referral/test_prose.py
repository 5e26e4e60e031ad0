"""Running text under ``prose: extract``: a whole value or none, and never a word of the sentence with it."""

from dataclasses import replace

import pytest

from gateway.decision import Client, PostalAddress
from gateway.mail.document import Document, Line
from gateway.policy.model import Policy
from gateway.referral.extract import extract
from tests.unit.referral.forms import SENDER, policy

AN = "Ik wil mevrouw An Peeters aanmelden."
REACH = "Je bereikt haar op 0470 12 34 56."


def extracting() -> Policy:
    of = policy()
    return replace(of, fields=replace(of.fields, prose="extract"))


def clients(*lines: str) -> tuple[Client, ...]:
    blocks = tuple(Line(line, f"line {number}") for number, line in enumerate(lines, 1))
    return extract(Document("body text", blocks), extracting(), SENDER).clients


def address(*lines: str) -> PostalAddress | None:
    (client,) = clients(*lines)
    return client.address


@pytest.mark.parametrize(
    ("sentence", "street"),
    [
        ("Ze woont met haar kinderen Amira en Chloë in de Zavelstraat 58, 1670 Heikruis.", "Zavelstraat"),
        ("Ze woont met Jadon en Thiebe in de Kerkstraat 58, 1670 Heikruis.", "Kerkstraat"),
        ("Ze woont in de Kerkstraat 58 te 1670 Heikruis.", "Kerkstraat"),
        ("Ze woont Lange Haagstraat 58, 1670 Heikruis.", "Lange Haagstraat"),
        ("Ze woont op Hof te Puttestraat 58, 1670 Heikruis.", "Hof te Puttestraat"),
        ("Ze woont Steenweg op Edingen 58, 1670 Heikruis.", "Steenweg op Edingen"),
        ("Ze woont in de Pastoor Bernaertsstraat 58, 1670 Heikruis.", "Pastoor Bernaertsstraat"),
        ("Ze woont in de Victor Hortalaan 58, 1670 Heikruis.", "Victor Hortalaan"),
        ("Adres: Burgemeester Van Cutsemlaan 58, 1670 Heikruis.", "Burgemeester Van Cutsemlaan"),
        ("Elle habite rue du Moulin 58, 1670 Heikruis.", "rue du Moulin"),
        ("Sie ist wohnhaft Lange Haagstraat 58, 1670 Heikruis.", "Lange Haagstraat"),
        ("She lives at Kerkstraat 58, 1670 Heikruis.", "Kerkstraat"),
    ],
)  # fmt: skip
def test_a_street_begins_at_the_street(sentence: str, street: str) -> None:
    assert address(AN, sentence) == PostalAddress(street, "58", "", "1670", "Heikruis")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ze woont met haar kindjes Amira en Chloë Zwartschaapstraat 58, 1670 Heikruis.",
        "Ze heeft twee kinderen: Lowie 8, Jadon 5, 1670 Heikruis.",
        "Zij is de buurvrouw van Amira Kerkstraat 58, 1670 Heikruis.",
        "Ze woont tussen Amira en Kerkstraat 58, 1670 Heikruis.",
        "De crèche van Jadon te Kerkstraat 58, 1670 Heikruis, belt.",
    ],
)
def test_a_street_that_words_in_front_may_be_part_of_is_none(sentence: str) -> None:
    assert clients(AN, sentence) == ()


@pytest.mark.parametrize(
    "opening",
    [
        AN,
        "Guten Tag, ich möchte Frau An Peeters anmelden.",
        "Vanmorgen was ik op huisbezoek bij An Peeters.",
        "May I refer Ms An Peeters to you?",
    ],
)
def test_one_person_named_is_the_client(opening: str) -> None:
    (client,) = clients("Dag collega", opening, "Ze woont in de Kerkstraat 58, 1670 Heikruis.", REACH)
    assert (client.first_name, client.last_name, client.phone) == ("An", "Peeters", ("+32470123456",))


def test_a_particle_with_an_apostrophe_belongs_to_the_name() -> None:
    (client,) = clients("Ik meld Benoît d'Oultremont aan. Hij woont in de Kerkstraat 58, 1670 Heikruis.")
    assert client.last_name == "d'Oultremont"


def test_a_name_that_may_be_turned_round_is_open() -> None:
    assert clients("Ik meld mevrouw Peeters An aan. Ze woont in de Kerkstraat 58, 1670 Heikruis.") == ()


def test_the_priest_a_street_is_named_after_is_nobody() -> None:
    lives = "Haar adres is Pastoor Bernaertsplein 12, 1670 Heikruis en haar gsm is 0470 12 34 56."
    (client,) = clients(AN, lives)
    assert client.phone == ("+32470123456",)


def test_a_year_at_the_end_of_a_sentence_is_no_place() -> None:
    told = "Ze woont in de Kerkstraat 58, 1670 Heikruis. Het begon in 2023. Met haar gaat het beter."
    assert address(AN, told) == PostalAddress("Kerkstraat", "58", "", "1670", "Heikruis")


def test_a_capital_that_opens_a_sentence_may_be_a_first_name() -> None:
    lives = "woont in de Kerkstraat 58, 1670 Heikruis."
    assert clients(f"Otmanus Ait Ouakrim {lives}") == ()
    (client,) = clients(f"Cliënte An Ouakrim {lives}")
    assert client.first_name == "An"


def test_a_street_called_old_makes_no_telephone_an_old_one() -> None:
    (client,) = clients("Het gaat om An Peeters, Oude Baan 58, 1670 Heikruis, tel. 0470 12 34 56.")
    assert client.phone == ("+32470123456",)


@pytest.mark.parametrize("mark", ["–", "-", "*", "…", "_", "(", '"'])
def test_a_mark_that_stands_alone_in_front_of_a_street_is_read_past(mark: str) -> None:
    home = f"Ze woont {mark} Kerkstraat 58, 1670 Heikruis."
    found = clients(AN, home, REACH)
    assert all(client.address is None or client.address.street == "Kerkstraat" for client in found)
