"""vCards 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350) to the labelled lines a form would hold.

What no form asks of a client is told under its own label, so that it counts as superfluous.
"""

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass

import webencodings

from gateway.attachments.delimited import decode_plain
from gateway.attachments.sheaf import Refused, Sheaf
from gateway.decision import Code
from gateway.mail.document import Block

MAX_PROPERTIES = 500
MAX_RAW_LINES = 200_000  # a portrait has many
_FOLD = re.compile(r"(?:\r\n|\r|\n)[ \t]")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_LABELS = {
    "TEL": "Telefoon",
    "EMAIL": "E-mail",
    "BDAY": "Geboortedatum",
    "NOTE": "Opmerking",
    "ORG": "Organisatie",
    "TITLE": "Functie",
    "ROLE": "Functie",
    "URL": "Website",
    "GENDER": "Geslacht",
    "LANG": "Taal",
    "RELATED": "Relatie",
    "NICKNAME": "Andere",
    "CATEGORIES": "Andere",
    "ANNIVERSARY": "Datum",
    "BIRTHPLACE": "Geboorteplaats",
    "IMPP": "Website",
}
_ENDS = ("BEGIN", "END")


@dataclass(frozen=True, slots=True)
class _Property:
    """One content line: its name without group, its parameters in upper case, its value still escaped."""

    name: str
    parameters: tuple[str, ...]
    value: str

    def texts(self) -> list[str]:
        """The components of the value, unescaped."""
        return [_unescaped(part) for part in re.split(r"(?<!\\);", self.value)]


def read_cards(content: bytes, place: str) -> tuple[Block, ...]:
    """The lines of every card, a gap between two. Raises Refused, DeceptiveText."""
    if content.count(b"\n") + content.count(b"\r") > 2 * MAX_RAW_LINES:
        raise Refused(Code.MESSAGE_TOO_COMPLEX)
    sheaf = Sheaf(place)
    for card in _cards(decode_plain(content)):
        for line in _lines_of(card):
            sheaf.add_line(line)
        sheaf.add_gap()
    return sheaf.blocks()


def _cards(text: str) -> Iterator[list[_Property]]:
    card: list[_Property] = []
    for number, found in enumerate(_properties(text)):
        if number > MAX_PROPERTIES:
            raise Refused(Code.MESSAGE_TOO_COMPLEX)
        if found.name in _ENDS and card:
            yield card
            card = []
        elif found.name not in _ENDS:
            card.append(found)
    if card:
        yield card


def _properties(text: str) -> Iterator[_Property]:
    # Only vCard 2.1 has quoted-printable, and there a value goes on below a soft line break.
    pieces: list[str] = []
    for raw in _FOLD.sub("", text).splitlines():
        soft = raw.endswith("=") and (bool(pieces) or "QUOTED-PRINTABLE" in raw.partition(":")[0].upper())
        pieces.append(raw[:-1] if soft else raw)
        if not soft:
            yield from _property("".join(pieces))
            pieces.clear()
    yield from _property("".join(pieces))


def _property(line: str) -> Iterator[_Property]:
    head, colon, value = _parted(line)
    if colon:
        name, *parameters = head.upper().split(";")
        yield _Property(name.rpartition(".")[2].strip(), tuple(parameters), _decoded(value, parameters))


def _parted(line: str) -> tuple[str, str, str]:
    """Name with parameters, and value: parted by the first colon outside quotes."""
    quoted = False
    for index, char in enumerate(line):
        quoted ^= char == '"'
        if char == ":" and not quoted:
            return line[:index], ":", line[index + 1 :]
    return line, "", ""


def _decoded(value: str, parameters: list[str]) -> str:
    if not any("QUOTED-PRINTABLE" in parameter for parameter in parameters):
        return value
    charset = next((p.partition("=")[2] for p in parameters if p.startswith("CHARSET=")), "utf-8")
    encoding = webencodings.lookup(charset.strip('"'))
    if encoding is None or encoding.name == "replacement":
        raise Refused(Code.MESSAGE_UNDECODABLE)
    try:
        return quopri.decodestring(value.encode("ascii", "replace")).decode(encoding.codec_info.name)
    except UnicodeDecodeError:
        raise Refused(Code.MESSAGE_UNDECODABLE) from None


def _lines_of(card: list[_Property]) -> Iterator[str]:
    named = any(found.name == "N" and found.value.strip("; ") for found in card)
    for found in card:
        match found.name:
            case "N":
                yield from _name(found.texts())
            case "FN" if not named:
                yield from _labelled("Naam", _unescaped(found.value))
            case "ADR":
                yield from _labelled("Adres", _address(found.texts()))
            case "TEL" | "EMAIL":
                told = "Fax" if any("FAX" in parameter for parameter in found.parameters) else ""
                yield from _labelled(told or _LABELS[found.name], _without_scheme(_unescaped(found.value)))
            case name if name in _LABELS:
                yield from _labelled(_LABELS[name], " ".join(filter(None, found.texts())))


def _name(parts: list[str]) -> Iterator[str]:
    last, first, more, *_ = (*parts, "", "", "")
    yield from _labelled("Achternaam", last)
    yield from _labelled("Voornaam", " ".join(filter(None, (first, more))))


def _address(parts: list[str]) -> str:
    """Box, street, postcode and place in the order a Belgian envelope has them; the country is left out."""
    box, extended, street, city, _, code, *_ = (*parts, *[""] * 6)
    first = " ".join(filter(None, (street, extended, box)))
    return ", ".join(filter(None, (first, " ".join(filter(None, (code, city))))))


def _labelled(label: str, value: str) -> Iterator[str]:
    text = " ".join(value.split())
    if text:
        yield f"{label}: {text}"


def _without_scheme(value: str) -> str:
    return re.sub(r"\A(?:tel|mailto):", "", value.strip(), flags=re.IGNORECASE)


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], text).strip()
