import pytest

from gateway.slots.phone import MAX_PHONES, read_phones


@pytest.mark.parametrize(
    "text",
    [
        "0470123456",
        "470123456",
        "0470 12 34 56",
        "0470/12.34.56",
        "0470-12 34 56",
        "0470/123456",
        "+32 470 12 34 56",
        "+32470123456",
        "+32 (0)470 12 34 56",
        "(+32) 470 12 34 56",
        "0032 470 12 34 56",
        "(0470) 12 34 56",
        "0470 12 34 56.",
        "Gsm: 0470 12 34 56",
        "0470 12 34 56 (liefst na 16u)",
        "0470 12 34 56 (niet op maandag, best een sms sturen)",
        "0470 12 34 56, bereikbaar na 17u",
        "0470 12 34 56 enkel 's avonds",
        "0470 12 34 56 (WhatsApp)",
    ],
)
def test_a_number_is_read_however_it_is_written(text: str) -> None:
    assert read_phones(text) == ("+32470123456",)


@pytest.mark.parametrize(
    "text",
    [
        "0470 12 34 56 of 02 356 78 90",
        "0470 12 34 56 / 02 356 78 90",
        "0470/12.34.56 / 02/356.78.90",
        "0470 12 34 56, 02 356 78 90",
        "0470 12 34 56 en 02 356 78 90",
        "0470 12 34 56 et 02 356 78 90",
        "0470 12 34 56 - 02 356 78 90",
        "0470 12 34 56 02 356 78 90",
        "0470 12 34 56 (gsm), 02 356 78 90 (vast)",
        "gsm 0470 12 34 56, tel 02 356 78 90",
    ],
)
def test_two_numbers_are_read_however_they_are_parted(text: str) -> None:
    assert read_phones(text) == ("+32470123456", "+3223567890")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("+33 6 12 34 56 78", "+33612345678"),
        ("0031 6 12345678", "+31612345678"),
        ("+49 1512 3456789", "+4915123456789"),
        ("+44 7400 123456", "+447400123456"),
    ],
)
def test_a_number_of_another_country_says_so(text: str, number: str) -> None:
    assert read_phones(text) == (number,)


@pytest.mark.parametrize(
    "text",
    [
        "0470 12 34 56 ext. 12",
        "0470123456x12",
        "0470 12 34 56;ext=12",
        "tel:+32470123456;phone-context=x",
        "0470 12 34 56 schulden",
        "0470 12 34 56 (Rita)",
        "0470 12 34 56 (mama)",
        "0470 12 34 56 zus",
        "Rita 0470 12 34 56",
        "0470 12 34",
        "0470 12 34 567 8",
        "88.05.12-123.45",
        "88051212345",
        "BE68 5390 0754 7034",
        "12/05/1988",
        "12-05-1988",
        "16.04.1990",
        "12051988",
        "0470 I2 34 56",
        "O470 12 34 56",
        "٠٤٧٠١٢٣٤٥٦",
        "０４７０１２３４５６",
        "+999 12345",
        "een twee drie",
        "0470 12 34 56 0471 12 34 56 0472 12 34 56 0473 12 34 56 0474 12 34 56",
        "(((((",
        "0" * 300,
    ],
)
def test_what_is_more_or_less_than_numbers_is_refused(text: str) -> None:
    assert read_phones(text) is None


@pytest.mark.parametrize("number", ["0900 12 345", "0903 12 345", "1207", "112", "101", "8850"])
def test_premium_and_short_numbers_are_nobody_s(number: str) -> None:
    assert read_phones(number) is None


@pytest.mark.parametrize(
    "remark", ["buurvrouw", "van haar man", "zus", "partner", "van zijn moeder", "tante Rita", "de sa mère"]
)
def test_a_number_given_to_somebody_else_is_left_out(remark: str) -> None:
    assert read_phones(f"0470 12 34 56, 0471 12 34 56 ({remark})") == ("+32470123456",)
    assert read_phones(f"0471 12 34 56 ({remark})") == ()


def test_no_number_is_read_twice_and_no_more_than_a_few() -> None:
    assert read_phones("0470 12 34 56, 0470/12.34.56") == ("+32470123456",)
    many = ", ".join(f"0470 12 34 5{digit}" for digit in range(MAX_PHONES + 1))
    assert read_phones(many) is None


@pytest.mark.parametrize("sign", [" & ", " + ", " en/of ", " // ", " / "])
def test_two_numbers_are_two_whatever_parts_them(sign: str) -> None:
    assert read_phones(f"0498676500{sign}054/35.16.51") == ("+32498676500", "+3254351651")


@pytest.mark.parametrize(
    "behind", [" § 054 35 16 51", " en bel 02 356 78 90 12", " 054 35 16 51 (of 02 356 78)"]
)
def test_digits_behind_a_number_that_are_no_hours_are_not_passed_over(behind: str) -> None:
    assert read_phones(f"0498676500{behind}") is None


@pytest.mark.parametrize("hours", ["(na 17u30)", "(tussen 9:00 en 16:30)", "(9u-12u)", "na 17u"])
def test_the_hours_to_ring_are_left_behind(hours: str) -> None:
    assert read_phones(f"0498676500 {hours}") == ("+32498676500",)
