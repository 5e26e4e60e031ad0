import pytest

from gateway.slots.identifiers import holds_identifier


@pytest.mark.parametrize(
    "text",
    [
        "karen.85021312325",
        "85.02.13-123.25",
        "85021312325",
        "850213-123",
        "be68539007547034",
        "nl91abna0417164300",
        "12-03-1984",
        "12.03.84",
        "12_3_1984",
        "12--03--1984",
        "1984-03-12",
        "84.03.12",
        "84.03.31",
        "k12.03.1984",
        "12031984",
        "19840312",
        "03251984",
        "120384",
        "840312",
        "1231984",
        "1203.1984",
        "12.031984",
        "an.12.1984",
        "12maart1984",
        "12.mars.1984",
        "34jaar",
        "34-ans",
        "1-abc-234",
        "k1e2l3l4y5a6n7n8e9",
    ],
)
def test_a_number_that_identifies_or_a_full_date_is_told(text: str) -> None:
    assert holds_identifier(text)


@pytest.mark.parametrize(
    "text",
    [
        "karen1984",
        "i.kowalczyk83",
        "an.peeters",
        "an-84-peeters",
        "jan.12",
        "an.12.peeters.1984",
        "an999999",
        "jan.1234",
        "jan84mar",
        "hansen12",
        "",
    ],
)
def test_a_year_or_a_short_number_is_none(text: str) -> None:
    assert not holds_identifier(text)
