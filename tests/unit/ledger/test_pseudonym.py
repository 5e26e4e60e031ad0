from dataclasses import replace

import pytest

from gateway.decision import Client, PostalAddress
from gateway.ledger.month import MonthKey
from gateway.ledger.pseudonym import Sought, candidates, normal_email, normal_word, tokens

KEY = MonthKey("2026-01", bytes(range(32)))
HOME = PostalAddress("Dorp", "12A", "3", "1670", "Pepingen")
CLIENT = Client("Zoë", "Van den Bérghe", HOME, ("+32470123456", "+3225550100"), ("zoe@verzonnen.example",))


def found(client: Client, sought: Sought, key: MonthKey = KEY) -> list[str]:
    """The kinds by which ``sought`` finds ``client``."""
    made = tokens(client, key)
    return [kind for kind, some in candidates(sought, key).items() if some & set(made.get(kind, ()))]


def test_a_client_has_a_token_for_each_telephone_mail_address_and_home() -> None:
    made = tokens(CLIENT, KEY)
    assert {kind: len(some) for kind, some in made.items()} == {"phone": 2, "email": 1, "name": 1}
    assert all(len(token) == 32 for some in made.values() for token in some)
    assert tokens(CLIENT, KEY) == made


def test_tokens_are_what_they_were_when_the_first_were_recorded() -> None:
    """Recorded: whoever changes a normal form makes the tokens of the running month unfindable."""
    assert tokens(CLIENT, KEY) == {
        "phone": ["ba9fc85fdc6c2b0fb80aa2ab32ae3ea1", "ee3b475d13db148842c956a7d3c9e95a"],
        "email": ["77457f4c81a475f011ee31660fd53dfc"],
        "name": ["d801bed57a5bd037dc7adf6e82cc1397"],
    }


def test_another_month_gives_other_tokens() -> None:
    other = MonthKey("2026-01", bytes(32))
    mine, theirs = ({t for some in tokens(CLIENT, key).values() for t in some} for key in (KEY, other))
    assert not mine & theirs


def test_no_token_is_another_kinds_token() -> None:
    same = Client("", "x", None, ("x",), ("x",))
    assert len({token for some in tokens(same, KEY).values() for token in some}) == 2


@pytest.mark.parametrize(
    "said",
    [
        "Zoë Van den Bérghe", "zoe vandenberghe", "VAN DEN BERGHE Zoe", "Van-den-Berghe, Zoë",
        "Zoe\u0308 van den Be\u0301rghe", "Zoë  Vanden Berghe",
    ],
)  # fmt: skip
def test_a_name_is_found_however_it_is_spelled(said: str) -> None:
    assert found(CLIENT, Sought(name=said, postcode="1670", number="12 a")) == ["name"]


@pytest.mark.parametrize(
    ("said", "postcode", "number"),
    [
        ("Zoë Van den Bergh", "1670", "12A"), ("Zoë Van den Bérghe", "1671", "12A"),
        ("Zoë Van den Bérghe", "1670", "12"), ("Van den Bérghe", "1670", "12A"), ("Zoë", "1670", "12A"),
    ],
)  # fmt: skip
def test_another_name_or_home_is_not_found(said: str, postcode: str, number: str) -> None:
    assert found(CLIENT, Sought(name=said, postcode=postcode, number=number)) == []


def test_first_and_last_name_that_were_taken_for_each_other_are_found() -> None:
    turned = replace(CLIENT, first_name="Van den Bérghe", last_name="Zoë")
    assert found(turned, Sought(name="Zoë Van den Bérghe", postcode="1670", number="12A")) == ["name"]


def test_parts_of_a_name_do_not_run_into_its_home() -> None:
    moved = replace(CLIENT, address=replace(HOME, postcode="16701", number="2A"))
    assert found(moved, Sought(name="Zoë Van den Bérghe", postcode="1670", number="12A")) == []


@pytest.mark.parametrize(
    "client",
    [
        replace(CLIENT, address=None), replace(CLIENT, last_name=""),
        replace(CLIENT, address=replace(HOME, number="")),
        replace(CLIENT, address=replace(HOME, postcode="")),
    ],
)  # fmt: skip
def test_a_name_alone_is_no_token(client: Client) -> None:
    assert "name" not in tokens(client, KEY)


def test_telephone_and_mail_address_are_found() -> None:
    sought = Sought(phone="+3225550100", email="Zoe@Verzonnen.EXAMPLE")
    assert found(CLIENT, sought) == ["phone", "email"]
    assert sought.kinds() == ("phone", "email")


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("Jos@MÜNCHEN.example", "jos@xn--mnchen-3ya.example"),
        ("jos@xn--mnchen-3ya.example", "jos@xn--mnchen-3ya.example"),
        (" No Address ", "no address"),
    ],
)
def test_a_mail_address_has_one_normal_form(text: str, normal: str) -> None:
    assert normal_email(text) == normal


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("D’Hondt", "dhondt"),
        ("Łukasz", "lukasz"),
        ("Ｓtraße", "strasse"),
        ("Åse-Øydis", "aseoydis"),
        (" 12 bis ", "12bis"),
    ],
)  # fmt: skip
def test_a_word_has_one_normal_form(text: str, normal: str) -> None:
    assert normal_word(text) == normal
