"""Twice the letter never costs much more than twice the time, however hostile it is."""

import gc
import time
from collections.abc import Callable
from email.message import EmailMessage

import pytest

from gateway.mail.document import Document, Row, Table
from gateway.reading.read import read
from gateway.referral.extract import extract
from tests.unit.referral.forms import SENDER, policy

Content = Callable[[int], bytes]
Judge = Callable[[bytes], None]
# Enough work for the clock, far below the bounds that would refuse the letter unread.
SHORTEST = 0.02
ROUNDS, ATTEMPTS = 3, 3
MOST = 2.5


def mail(body: str, subtype: str) -> bytes:
    message = EmailMessage()
    message.set_content(body, subtype=subtype, charset="utf-8", cte="base64")
    return message.as_bytes()


def plain(pattern: str) -> Content:
    return lambda size: mail(pattern * (size // len(pattern)), "plain")


def page(before: str, pattern: str, after: str = "") -> Content:
    return lambda size: mail(before + pattern * (size // len(pattern)) + after, "html")


TEXTS: dict[str, Content] = {
    "names that never end": plain("A'"),
    "names on lines": plain("Naam: " + "A'" * 300 + "\n"),
    "colons": plain(":"),
    "colons on lines": plain(":" * 900 + "\n"),
    "labels and colons": plain("naam:" * 180 + "\n"),
    "label words": plain("naam voornaam adres gsm " * 40 + "\n"),
    "almost labels": plain("naamm voornaamm adress gsmm " * 30 + "\n"),
    "tabs": plain("\t"),
    "columns": plain("a\t" * 400 + "\n"),
    "blanks": plain(" " * 400 + "x\n"),
    "brackets": plain("(" * 900 + "\n"),
    "brackets behind labels": plain("Gsm: " + "(" * 150 + "\n"),
    "digits": plain("1" * 900 + "\n"),
    "digits behind labels": plain("Gsm: " + "04 " * 60 + "\n"),
    "slashes behind labels": plain("Gsm: " + "0/" * 90 + "\n"),
    "commas behind labels": plain("E-mail: " + "a@b," * 90 + "\n"),
    "at signs": plain("@" * 900 + "\n"),
    "places behind labels": plain("Adres: " + "1670 " * 30 + "\n"),
    "leaders": plain("naam " + "." * 900 + "\n"),
    "quotes": plain("> " * 100 + "\n"),
    "dividers": plain("-- " * 300 + "\n"),
    "attributions": plain("Op " + "x" * 190 + " schreef\n"),
    "headers": plain("Van: x\nAan: y\n"),
    "links": plain("<mailto:"),
    "one line": plain("naam "),
    "combining marks": plain("e\u0301"),
    "zero-width": plain("\u200b"),
}
PAGES: dict[str, Content] = {
    "paragraphs": page("", "<p>Naam: An</p>"),
    "breaks": page("", "Naam: An<br>"),
    "bold letters": page("<p>", "<b>A</b>"),
    "open tags": page("", "<b>", "x"),
    "entities": page("<p>", "&#65;&amp;"),
    "angle brackets": page("", "<"),
    "comments": page("", "<!-- x -->"),
    "conditional comments": page("", "<![if !x]>"),
    "attributes": page("<p ", 'a="1" ', ">x</p>"),
    "a style": page('<p style="', "color:red;", '">x</p>'),
    "styles": page("", '<p style="color:red">x</p>'),
    "a sheet": page("<style>", ".x{display:none}", "</style><p class=x>x</p>"),
    "selectors": page("<style>", ".x,", "{display:none}</style><p class=x>x</p>"),
    "braces": page("<style>", "{", "</style>"),
    "classes": page('<p class="', "x ", '">x</p>'),
    "a row": page("<table><tr>", "<td>Naam</td>", "</tr></table>"),
    "rows": page("<table>", "<tr><td>Naam</td><td>An</td></tr>", "</table>"),
    "tables": page("", "<table><tr><td>Naam</td><td>An</td></tr></table>"),
    "a cell": page("<table><tr><td>Naam</td><td>", "An<br>", "</td></tr></table>"),
    "preformatted": page("<pre>", "a    b\n", "</pre>"),
    "quotes": page("", "<blockquote>x</blockquote>"),
}


def judge(content: bytes) -> None:
    document = read(content)
    if isinstance(document, Document):
        extract(document, policy(), SENDER)


def cost(judging: Judge, content: bytes) -> float:
    """The least processor time of several runs: what the machine does beside only ever adds."""
    best = float("inf")
    gc.disable()
    try:
        for _ in range(ROUNDS):
            begun = time.process_time()
            judging(content)
            best = min(best, time.process_time() - begun)
    finally:
        gc.enable()
    return best


def require_linear(content: Content, judging: Judge = judge, largest: int = 512_000) -> None:
    """Doubles the size until it takes long enough to measure, then once more; quick to the end will do."""
    size = 4_000
    judging(content(size))
    once = cost(judging, content(size))
    while once < SHORTEST and size < largest:
        size *= 2
        once = cost(judging, content(size))
    if once < SHORTEST:
        return
    ratios = (cost(judging, content(2 * size)) / cost(judging, content(size)) for _ in range(ATTEMPTS))
    if all(ratio > MOST for ratio in ratios):
        pytest.fail(f"twice {size} octets cost more than {MOST} times as much")


@pytest.mark.parametrize("content", TEXTS.values(), ids=TEXTS)
def test_a_hostile_text_costs_no_more_than_its_length(content: Content) -> None:
    require_linear(content)


@pytest.mark.parametrize("content", PAGES.values(), ids=PAGES)
def test_a_hostile_page_costs_no_more_than_its_length(content: Content) -> None:
    require_linear(content)


@pytest.mark.parametrize(
    "rows",
    [
        lambda size: [[("Naam",)] * (size // 4)],
        lambda size: [[("Naam",), ("An",)]] * (size // 6),
        lambda size: [[("Naam",) * (size // 4), ("An",) * (size // 4)]],
        lambda size: [[(), ("Cliënt",), ("Partner",)], *[[("Gsm",), ("0470",), ("0471",)]] * (size // 12)],
        lambda size: [[("Naam",), ("Gsm",)], *[[("An",), ("0470",)]] * (size // 6)],
    ],
    ids=["a row", "rows", "a stack", "persons", "records"],
)
def test_a_hostile_table_costs_no_more_than_its_size(
    rows: Callable[[int], list[list[tuple[str, ...]]]],
) -> None:
    def judging(size: bytes) -> None:
        table = Table(tuple(Row(tuple(cells), f"row {n}") for n, cells in enumerate(rows(len(size)))))
        extract(Document("body", (table,)), policy(), SENDER)

    require_linear(bytes, judging, largest=64_000)


def test_a_quadratic_cost_would_be_seen() -> None:
    def judging(content: bytes) -> None:
        for _ in range(len(content) // 100):
            for _ in range(len(content) // 100):
                pass

    with pytest.raises(pytest.fail.Exception):
        require_linear(bytes, judging)
