import pytest

from gateway.decision import Code, Finding
from gateway.referral.claims import Claim
from gateway.referral.whose import claims_of_the_client
from gateway.slots.terms import Person, Slot

UNSAID, CLIENT, MOTHER, FATHER = Person.UNSAID, Person.CLIENT, Person.MOTHER, Person.FATHER


def name(person: Person, *, stranger: bool = False) -> Claim:
    return Claim((Slot.NAME,), person, (f"{person} name",), f"name of {person}", stranger)


def phone(person: Person, *, stranger: bool = False) -> Claim:
    return Claim((Slot.PHONE,), person, (f"{person} phone",), f"phone of {person}", stranger)


def address(person: Person) -> Claim:
    return Claim((Slot.ADDRESS,), person, (f"{person} address",), f"address of {person}")


@pytest.mark.parametrize(
    ("claims", "ours"),
    [
        ((name(CLIENT), phone(UNSAID), phone(Person.PARTNER)), (name(CLIENT), phone(UNSAID))),
        ((name(CLIENT), phone(MOTHER), name(FATHER)), (name(CLIENT),)),
        ((name(UNSAID), phone(UNSAID), name(Person.CHILD)), (name(UNSAID), phone(UNSAID))),
        ((name(UNSAID), phone(UNSAID), name(FATHER)), (name(UNSAID), phone(UNSAID))),
        ((name(UNSAID), phone(UNSAID), phone(FATHER)), (name(UNSAID), phone(UNSAID))),
        ((name(MOTHER), phone(MOTHER), name(Person.CHILD)), (name(MOTHER), phone(MOTHER))),
        ((name(MOTHER), address(UNSAID), phone(UNSAID)), (name(MOTHER), address(UNSAID), phone(UNSAID))),
        ((name(MOTHER), phone(FATHER)), (name(MOTHER),)),
    ],
    ids=lambda claims: ", ".join(claim.place for claim in claims),
)
def test_one_client_is_meant(claims: tuple[Claim, ...], ours: tuple[Claim, ...]) -> None:
    assert claims_of_the_client(claims) == ours


@pytest.mark.parametrize(
    "claims",
    [
        (name(UNSAID), phone(UNSAID, stranger=True)),
        (name(CLIENT), phone(UNSAID, stranger=True)),
        (name(MOTHER), name(FATHER), phone(UNSAID)),
        (name(Person.PARENT), name(Person.SECOND_PARENT)),
        (name(UNSAID), name(MOTHER), phone(UNSAID)),
        (name(UNSAID), name(MOTHER), phone(MOTHER)),
        (name(UNSAID), name(MOTHER), address(UNSAID)),
        (name(UNSAID), phone(MOTHER)),
        (name(UNSAID), phone(UNSAID), name(FATHER), phone(UNSAID)),
        (name(UNSAID), phone(UNSAID), name(FATHER), phone(FATHER)),
        (name(MOTHER), name(UNSAID), phone(UNSAID)),
    ],
    ids=lambda claims: ", ".join(claim.place for claim in claims),
)
def test_it_stays_open_who_is_meant(claims: tuple[Claim, ...]) -> None:
    found = claims_of_the_client(claims)
    assert isinstance(found, Finding)
    assert found.code is Code.CLIENT_AMBIGUOUS
    assert found.places


@pytest.mark.parametrize(
    "claims", [(), (phone(UNSAID),), (name(Person.CHILD), phone(UNSAID)), (name(Person.OTHER),)], ids=len
)
def test_nobody_is_named(claims: tuple[Claim, ...]) -> None:
    found = claims_of_the_client(claims)
    assert isinstance(found, Finding)
    assert found.code is Code.CLIENT_NONE


def test_a_doubt_tells_each_place_once() -> None:
    found = claims_of_the_client((name(UNSAID), phone(UNSAID, stranger=True), phone(UNSAID, stranger=True)))
    assert isinstance(found, Finding)
    assert found.places == ("phone of unsaid",)


def test_a_doubt_about_a_telephone_does_not_blame_the_name() -> None:
    found = claims_of_the_client((name(UNSAID), phone(FATHER)))
    assert isinstance(found, Finding)
    assert found.places == ("phone of father",)


def test_a_doubt_between_two_names_tells_both_places() -> None:
    found = claims_of_the_client((name(UNSAID), name(MOTHER), phone(MOTHER)))
    assert isinstance(found, Finding)
    assert found.places == ("name of unsaid", "name of mother", "phone of mother")
