"""Twice the letter never costs much more than twice the time, however hostile it is."""

import gc
import time
from collections.abc import Callable
from email.message import EmailMessage

import pytest

from gateway.mail.document import Document, Line, Row, Table
from gateway.reading.read import read
from gateway.referral.extract import extract
from tests.unit.referral.forms import SENDER, policy

Content = Callable[[int], bytes]
# Enough work for the clock, far below the bounds that would refuse the letter unread.
SHORTEST = 0.02
ROUNDS = 5
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


def cost(content: bytes) -> float:
    """The least processor time of several runs: what the machine does beside only ever adds."""
    best = float("inf")
    gc.disable()
    try:
        for _ in range(ROUNDS):
            begun = time.process_time()
            judge(content)
            best = min(best, time.process_time() - begun)
    finally:
        gc.enable()
    return best


def require_linear(content: Content, size: int = 4_000, largest: int = 512_000) -> None:
    """Doubles ``size`` until it takes long enough to measure, then once more; quick at the largest will do."""
    judge(content(size))
    once = cost(content(size))
    while once < SHORTEST and size < largest:
        size *= 2
        once = cost(content(size))
    if once < SHORTEST:
        return
    ratios = []
    for _ in range(3):
        ratios.append(cost(content(2 * size)) / cost(content(size)))
        if ratios[-1] <= MOST:
            return
    pytest.fail(f"twice {size} octets cost {min(ratios):.1f} times as much")


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
    def content(size: int) -> Document:
        table = Table(tuple(Row(tuple(cells), f"row {n}") for n, cells in enumerate(rows(size))))
        return Document("body", (table,))

    def once(size: int) -> float:
        document = content(size)
        best = float("inf")
        for _ in range(ROUNDS):
            begun = time.process_time()
            extract(document, policy(), SENDER)
            best = min(best, time.process_time() - begun)
        return best

    once(2_000)
    assert min(once(16_000) / once(8_000) for _ in range(3)) <= MOST


def test_a_quadratic_cost_would_be_seen() -> None:
    def quadratic(size: int) -> bytes:
        return mail("x" * min(size * size // 4_000, 900_000), "plain")

    slow = time.process_time()
    judge(quadratic(4_000))
    assert time.process_time() - slow < SHORTEST * 10
    lines = tuple(Line("Naam: An", f"line {n}") for n in range(10))
    assert len(lines) == 10
