from gateway.letter.parts import Text
from gateway.letter.text import read_text
from gateway.mail.document import Line


def lines(text: str, *, flowed: bool = False, delsp: bool = False) -> list[str]:
    blocks = read_text(Text("plain", text, 1, flowed, delsp), "body text")
    return [block.text for block in blocks if isinstance(block, Line)]


def test_flowed_lines_are_one_line() -> None:
    assert lines("Adres: Dorpsstraat 7, \r\n1670 Pepingen\r\nGsm: 0470\r\n", flowed=True) == [
        "Adres: Dorpsstraat 7, 1670 Pepingen",
        "Gsm: 0470",
    ]


def test_delsp_takes_the_blank_at_the_line_end_away() -> None:
    assert lines("Peet \r\ners\r\n", flowed=True, delsp=True) == ["Peeters"]


def test_a_blank_at_the_line_end_means_nothing_without_flowed() -> None:
    assert lines("Naam: An \r\nGsm: 0470") == ["Naam: An", "Gsm: 0470"]


def test_a_stuffed_blank_is_no_part_of_the_line() -> None:
    assert lines(" >geen citaat\r\n", flowed=True) == []
    assert lines(" From here\r\n", flowed=True) == ["From here"]


def test_the_signature_mark_does_not_flow_into_what_follows() -> None:
    assert lines("-- \r\nAn\r\n", flowed=True) == ["--", "An"]


def test_quoted_lines_are_not_read_and_leave_a_gap() -> None:
    blocks = read_text(Text("plain", "boven\n> citaat\n>> ouder\nonder", 1), "body text")
    assert blocks == (
        Line("boven", "body text, line 1"),
        Line("onder", "body text, line 4", blank_before=True),
    )


def test_the_targets_of_links_that_outlook_writes_out_are_no_text() -> None:
    assert lines("Mail: an@post.example<mailto:an@post.example?subject=HIV>") == ["Mail: an@post.example"]
    assert lines("site<https://x.example/?q=schulden> [cid:image001.png@01]") == ["site"]


def test_an_empty_line_stands_above() -> None:
    blocks = read_text(Text("plain", "een\n\ntwee\rdrie", 1), "body text")
    assert [block.blank_before for block in blocks if isinstance(block, Line)] == [False, True, False]
