"""Honest referral forms as data (``form_texts/*.txt``), rendered the way mail programs send them.

A form begins with ``== its name``, ends with ``=> what must come of it``: the client as
``first | last | street number / box, postcode municipality | telephones | mail addresses``, or
``refused CODE`` with the places told. ``| a | b |`` is a table row, ``//`` a new line in its cell, ``\\t`` a
tab. Every form is followed by the sender's signature unless it brings its own closing formula.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from email.message import EmailMessage
from html import escape
from pathlib import Path

from gateway.decision import Client, PostalAddress
from gateway.mail.document import Document
from gateway.policy.model import Policy, Residence
from gateway.reading.read import read
from gateway.referral.extract import Referral, Sender, extract
from tests.support import arrivals

FOLDER = Path(__file__).with_name("form_texts")
SENDER = Sender("katrien.moortgat@kindengezin.example", "Katrien Moortgat")
RESIDENCE = Residence(
    {
        "1670": ("Pepingen", "Bogaarden", "Heikruis"),
        "1671": ("Elingen",),
        "1673": ("Beert",),
        "1674": ("Bellingen",),
    }
)
SIGNATURE = """
Met vriendelijke groeten

Katrien Moortgat
Gezinsondersteuner
Kind en Gezin – lokaal team Pajottenland
Hallestraat 61, 1500 Halle
T 02 408 46 40 | M 0492 92 38 03
katrien.moortgat@kindengezin.example""".splitlines()

_ADDRESS = re.compile(r"(?P<street>.*?)(?: (?P<number>\d\w*))?(?: / (?P<box>[\w.]+))?")
_PLACE = re.compile(r"(?:(\d{4}) )?(.*)")


@dataclass(frozen=True, slots=True)
class Refusal:
    """The finding that keeps a form out: its code, and the places told (none: any)."""

    code: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """One form: its name, what is typed, and what must come of it."""

    name: str
    lines: tuple[str, ...]
    expected: Client | Refusal

    @property
    def has_table(self) -> bool:
        """Whether it can be sent as HTML only."""
        return any(line.startswith("|") for line in self.lines)


def forms(*files: str) -> list[Form]:
    """The forms of the given files of ``form_texts/``, of all of them when none is given."""
    paths = [FOLDER / f"{name}.txt" for name in files] or sorted(FOLDER.glob("*.txt"))
    return [form for path in paths for form in _parse(path)]


def policy() -> Policy:
    """A policy whose clients live in Pepingen."""
    return replace(arrivals.policy(), residence=RESIDENCE)


def referral_in(body: str, subtype: str = "plain") -> Referral:
    """What the gateway makes of ``body``, sent as a mail of ``SENDER``."""
    message = EmailMessage()
    message["From"] = f"{SENDER.name} <{SENDER.address}>"
    message["Subject"] = "Aanmelding"
    message.set_content(body, subtype=subtype, charset="utf-8", cte="base64")
    document = read(message.as_bytes())
    assert isinstance(document, Document)
    return extract(document, policy(), SENDER)


def as_text(form: Form) -> str:
    """As a text/plain mail."""
    return "\n".join(_with_signature(form))


def as_outlook(form: Form) -> str:
    """As Outlook for Windows writes it: a paragraph for each line, tables as Word makes them."""
    style = "<style>p.MsoNormal{margin:0cm;font-size:11.0pt} table.MsoTableGrid{border:solid 1pt}</style>"
    return f"<html><head>{style}</head><body lang=NL-BE><div class=WordSection1>{_blocks(form, _word)}</div>"


def as_phone(form: Form) -> str:
    """As a phone or the web writes it: a division for each line."""
    return f"<html><body><div dir=ltr>{_blocks(form, _div)}</div></body></html>"


def as_breaks(form: Form) -> str:
    """As one paragraph with line breaks."""
    return f"<html><body><p>{_blocks(form, _br)}</p></body></html>"


def _word(line: str) -> str:
    return f'<p class="MsoNormal"><span lang="NL">{_spaced(line) or "&nbsp;"}</span><o:p></o:p></p>\r\n'


def _div(line: str) -> str:
    return f"<div>{_spaced(line) or '<br>'}</div>\n"


def _br(line: str) -> str:
    return f"{_spaced(line)}<br>\n"


def _spaced(line: str) -> str:
    tab = '<span style="mso-tab-count:1">&nbsp;&nbsp; </span>'
    return escape(line).replace("  ", " &nbsp;").replace("\t", tab)


def _blocks(form: Form, line_of: Callable[[str], str]) -> str:
    parts: list[str] = []
    rows: list[str] = []
    for line in (*_with_signature(form), ""):
        if line.startswith("|"):
            rows.append(_row(line))
            continue
        if rows:
            parts.append(f"<table class=MsoTableGrid border=1>{''.join(rows)}</table>")
            rows = []
        parts.append(line_of(line))
    return "".join(parts)


def _row(line: str) -> str:
    cells = [cell.strip().split(" // ") for cell in line.strip().strip("|").split("|")]
    filled = ["".join(map(_word, cell)) for cell in cells]
    return "<tr>" + "".join(f'<td width="200" valign="top">{cell}</td>' for cell in filled) + "</tr>"


def _with_signature(form: Form) -> list[str]:
    signed = any(line in ("Grtjs", "Vr gr", "Bedankt en groeten,") for line in form.lines)
    return [*form.lines, *([] if signed else SIGNATURE)]


def _parse(path: Path) -> Iterator[Form]:
    _, *blocks = re.split(r"^== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for block in blocks:
        head, _, outcome = block.partition("\n=> ")
        name, *lines = head.replace("\\t", "\t").split("\n")
        yield Form(f"{path.stem}: {name}", tuple(lines), _expected(outcome.strip()))


def _expected(outcome: str) -> Client | Refusal:
    if outcome.startswith("refused "):
        code, _, places = outcome.removeprefix("refused ").partition(" at ")
        return Refusal(code, tuple(filter(None, places.split(", "))))
    first, last, address, phones, emails, *_ = (*(part.strip() for part in outcome.split("|")), "", "", "")
    return Client(first, last, _address(address), tuple(phones.split()), tuple(emails.split()))


def _address(text: str) -> PostalAddress | None:
    if not text:
        return None
    side, _, place = text.rpartition(", ")
    street, town = _ADDRESS.fullmatch(side), _PLACE.fullmatch(place)
    assert street
    assert town
    return PostalAddress(
        street["street"], street["number"] or "", street["box"] or "", town[1] or "", town[2]
    )
