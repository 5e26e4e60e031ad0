import pytest

from gateway.decision import Code, FieldName, PostalAddress
from gateway.referral.claims import Claim
from gateway.referral.client import Filled, fill
from gateway.slots.address import Gazetteer
from gateway.slots.terms import Person, Slot

HERE = Gazetteer({"1670": ("Pepingen",), "1671": ("Elingen",)})


def filled(*claims: tuple[Slot | tuple[Slot, ...], str]) -> Filled:
    made = (
        Claim(slots if isinstance(slots, tuple) else (slots,), Person.CLIENT, (value,), f"line {number}")
        for number, (slots, value) in enumerate(claims, 1)
    )
    return fill(tuple(made), HERE)


def names(*claims: tuple[Slot | tuple[Slot, ...], str]) -> tuple[str, str] | None:
    client = filled(*claims).client
    return None if client is None else (client.first_name, client.last_name)


def test_parts_of_a_name_are_joined() -> None:
    assert names((Slot.FIRST, "Karen"), (Slot.NAME, "Van Hove")) == ("Karen", "Van Hove")
    assert names((Slot.FIRST, "Karen"), (Slot.NAME, "Karen Van Hove")) == ("Karen", "Van Hove")
    assert names((Slot.FIRST, "Karen"), (Slot.NAME, "Van Hove Karen")) == ("Karen", "Van Hove")
    assert names((Slot.LAST, "Van Hove"), (Slot.NAME, "Karen Van Hove")) == ("Karen", "Van Hove")
    assert names((Slot.LAST, "Van Hove"), (Slot.FIRST, "Karen")) == ("Karen", "Van Hove")


def test_parts_of_a_name_that_disagree_are_nobody_s() -> None:
    assert names((Slot.FIRST, "An"), (Slot.LAST, "Peeters"), (Slot.NAME, "Jan Claes")) is None
    assert names((Slot.FIRST, "An"), (Slot.FIRST, "Jan"), (Slot.LAST, "Peeters")) is None


def test_two_names_are_two_clients() -> None:
    found = filled((Slot.NAME, "An Peeters"), (Slot.NAME, "Jan Claes"))
    assert found.client is None
    assert [finding.code for finding in found.findings] == [Code.CLIENT_SEVERAL]
    assert found.findings[0].places == ("line 1", "line 2")


def test_the_same_name_twice_is_one_client() -> None:
    assert names((Slot.NAME, "An Peeters"), (Slot.NAME, "AN PEETERS")) == ("AN", "PEETERS")


def test_parts_of_an_address_are_joined() -> None:
    found = filled(
        (Slot.NAME, "An Peeters"),
        ((Slot.STREET, Slot.NUMBER), "Dorpsstraat 12"),
        (Slot.BOX, "3"),
        (Slot.POSTCODE, "1670"),
        (Slot.MUNICIPALITY, "pepingen"),
    )
    assert found.client is not None
    assert found.client.address == PostalAddress("Dorpsstraat", "12", "3", "1670", "Pepingen")


def test_two_addresses_are_a_doubt() -> None:
    found = filled(
        (Slot.NAME, "An Peeters"), (Slot.ADDRESS, "Dorp 1, 1670 Pepingen"), (Slot.STREET, "Kerkstraat")
    )
    assert found.client is None
    assert [(f.code, f.field, f.places) for f in found.findings] == [
        (Code.CLIENT_AMBIGUOUS, FieldName.ADDRESS, ("line 3",))
    ]


def test_every_unreadable_field_is_told_at_once() -> None:
    found = filled((Slot.NAME, "An is ziek"), (Slot.PHONE, "onbekend nummer"), (Slot.EMAIL, "an at post"))
    assert found.client is None
    assert [(f.code, f.field) for f in found.findings] == [
        (Code.FIELD_UNREADABLE, FieldName.LAST_NAME),
        (Code.FIELD_UNREADABLE, FieldName.PHONE),
        (Code.FIELD_UNREADABLE, FieldName.EMAIL),
    ]


def test_a_label_of_two_kinds_is_unreadable_but_for_contact_data() -> None:
    both = (Slot.PHONE, Slot.EMAIL)
    found = filled((Slot.NAME, "An Peeters"), (both, "0470 12 34 56 / an@post.example"))
    assert found.client is not None
    assert (found.client.phone, found.client.email) == (("+32470123456",), ("an@post.example",))
    assert filled(((Slot.NAME, Slot.ADDRESS), "An Peeters, Dorp 1, 1670 Pepingen")).client is None


def test_a_residence_elsewhere_is_told() -> None:
    assert filled((Slot.NAME, "An Peeters"), (Slot.ADDRESS, "Dorp 1, 1500 Halle")).elsewhere


LAST_FIRST, FIRST_LAST = (Slot.NAME, Slot.FIRST), (Slot.FIRST, Slot.NAME)


@pytest.mark.parametrize(
    ("label", "typed", "parted"),
    [
        (LAST_FIRST, "Peeters Karen", ("Karen", "Peeters")),
        (LAST_FIRST, "Van Hove Karen", ("Karen", "Van Hove")),
        (LAST_FIRST, "Karataş Şeyma", ("Şeyma", "Karataş")),
        (LAST_FIRST, "Karataş Öz, Şeyma", ("Şeyma", "Karataş Öz")),
        (LAST_FIRST, "Karen Van Hove", ("Karen", "Van Hove")),
        (LAST_FIRST, "Fatima El Khattabi", ("Fatima", "El Khattabi")),
        (FIRST_LAST, "Karen Peeters Claes", ("Karen", "Peeters Claes")),
        (FIRST_LAST, "Şeyma El Khattabi", ("Şeyma", "El Khattabi")),
    ],
)
def test_a_name_is_parted_as_its_label_and_its_words_agree(
    label: tuple[Slot, ...], typed: str, parted: tuple[str, str]
) -> None:
    assert names((label, typed)) == parted


@pytest.mark.parametrize(
    ("label", "typed"),
    [
        (LAST_FIRST, "Karen Peeters"),
        (LAST_FIRST, "Karataş Öz Şeyma"),
        (LAST_FIRST, "Peeters Van Hove Karen"),
        (FIRST_LAST, "Van Hove Karen"),
        (FIRST_LAST, "Peeters Karen"),
        (Slot.NAME, "Nguyen Thi Hoa"),
        (Slot.NAME, "Şeyma Gül Karataş"),
    ],
)
def test_a_name_that_may_be_parted_otherwise_is_refused(label: Slot | tuple[Slot, ...], typed: str) -> None:
    found = filled((label, typed))
    assert found.client is None
    assert [(f.code, f.field) for f in found.findings] == [(Code.FIELD_UNREADABLE, FieldName.LAST_NAME)]


def test_a_doubtful_name_beside_its_own_first_name_is_no_doubt() -> None:
    assert names((Slot.FIRST, "Ali"), (Slot.NAME, "Karataş Öz Demir")) == ("Ali", "Karataş Öz Demir")


def test_a_last_name_typed_behind_the_first_name_too_is_not_doubled() -> None:
    assert names((Slot.FIRST, "Karen Van Hove"), (Slot.NAME, "Van Hove")) == ("Karen", "Van Hove")
    assert names((Slot.FIRST, "Karen Van Hove"), (Slot.LAST, "van hove")) == ("Karen", "van hove")
