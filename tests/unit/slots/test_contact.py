import pytest

from gateway.slots.contact import read_contact


@pytest.mark.parametrize(
    "values",
    [
        ("0470 12 34 56 / an@post.example",),
        ("0470 12 34 56, an@post.example",),
        ("0470/12.34.56; an@post.example",),
        ("an@post.example", "0470 12 34 56"),
    ],
)
def test_each_piece_is_a_telephone_or_a_mail_address(values: tuple[str, ...]) -> None:
    assert read_contact(values) == (("+32470123456",), ("an@post.example",))


@pytest.mark.parametrize(
    "values", [("Rita Claes",), ("0470 12 34 56, Rita",), ("an@post.example / zie dossier",)]
)
def test_a_piece_that_is_neither_refuses_all(values: tuple[str, ...]) -> None:
    assert read_contact(values) is None


def test_what_a_remark_gives_to_somebody_else_is_left_out() -> None:
    assert read_contact(("an@post.example, jan@post.example (partner)",)) == ((), ("an@post.example",))
