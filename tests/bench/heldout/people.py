"""Persons and where they live."""

import random
import unicodedata
from dataclasses import dataclass, replace
from datetime import date

from tests.bench.heldout import names, numbers

HERE: tuple[tuple[str, str], ...] = (
    ("1670", "Pepingen"),
    ("1670", "Pepingen"),
    ("1670", "Bogaarden"),
    ("1670", "Heikruis"),
    ("1671", "Elingen"),
    ("1673", "Beert"),
    ("1674", "Bellingen"),
)
ELSEWHERE: tuple[tuple[str, str], ...] = (
    ("1500", "Halle"),
    ("1755", "Gooik"),
    ("1600", "Sint-Pieters-Leeuw"),
    ("1540", "Herne"),
    ("1750", "Lennik"),
    ("1070", "Anderlecht"),
    ("9400", "Ninove"),
    ("1480", "Tubize"),
    ("1502", "Lembeek"),
    ("1755", "Leerbeek"),
)
STREETS = (
    "Kerkstraat",
    "Ninoofsesteenweg",
    "Bellingenstraat",
    "Trapstraat",
    "Oude Baan",
    "Kamstraat",
    "Molenhofstraat",
    "Sint-Martinusstraat",
    "Dorpsplein",
    "Kwade Hoek",
    "Gemeentehuisstraat",
    "Heidestraat",
    "Terloostraat",
    "Pastoor Bernaertsstraat",
    "Groenstraat",
    "Lange Haagstraat",
    "Bosstraat",
    "Neerhof",
    "Plaats",
    "Zavelstraat",
    "Burgemeester Van Cutsemlaan",
    "Schavolliestraat",
    "Hof te Puttestraat",
    "Steenweg op Edingen",
    "Zwartschaapstraat",
    "Koning Albertlaan",
    "Kleine Weg",
    "Palokenveld",
    "Kareelstraat",
    "Beringenstraat",
)
FRENCH_STREETS = (
    "rue de l'Église",
    "Chaussée de Ninove",
    "avenue du Roi Albert",
    "rue du Moulin",
    "Place Communale",
)
MAIL_HOSTS = (
    "gmail.com",
    "hotmail.com",
    "telenet.be",
    "outlook.be",
    "skynet.be",
    "live.be",
    "icloud.com",
    "proximus.be",
    "yahoo.fr",
)


@dataclass(frozen=True)
class Address:
    """A Belgian address in its normal form."""

    street: str
    number: str
    box: str
    postcode: str
    town: str

    def short(self) -> str:
        """Street and number, as the truth names a forbidden address."""
        return f"{self.street} {self.number}"

    def street_line(self, rng: random.Random, french: bool = False) -> str:
        """Street, number and box as typed."""
        if not self.box:
            return self.short()
        marks = (" boîte ", " bte ", "/") if french else (" bus ", " bus ", "/", ", bus ", " Bus ")
        return f"{self.street} {self.number}{rng.choice(marks)}{self.box}"

    def town_line(self) -> str:
        """Postcode and town."""
        return f"{self.postcode} {self.town}"

    def line(self, rng: random.Random, french: bool = False) -> str:
        """The address on one line."""
        joint = rng.choice((", ", ", ", " - ", " te ") if not french else (", ", " - "))
        if joint == " te " and rng.random() < 0.6:
            joint = ", "
        return f"{self.street_line(rng, french)}{joint}{self.town_line()}"


@dataclass(frozen=True)
class Person:
    """Someone invented, with all that a social worker may write down."""

    first: str
    last: str
    woman: bool
    culture: str
    address: Address
    mobile: str
    landline: str
    email: str
    birth: date
    rrn: str
    iban: str

    @property
    def full(self) -> str:
        """First name, last name."""
        return f"{self.first} {self.last}"

    def at(self, address: Address) -> "Person":
        """The same person at another address."""
        return replace(self, address=address)


def ascii_name(text: str) -> str:
    """A name as it stands in a mail address."""
    table = str.maketrans({"ł": "l", "Ł": "l", "ı": "i", "Đ": "d", "đ": "d", "ø": "o"})
    plain = unicodedata.normalize("NFKD", text.translate(table))
    return "".join(ch for ch in plain.lower() if ch.isascii() and ch.isalnum())


def make_email(rng: random.Random, first: str, last: str) -> str:
    """A mail address in one of the usual builds."""
    one, two = ascii_name(first), ascii_name(last)
    digits = rng.choice(("", "", str(rng.randrange(1, 99)), f"19{rng.randrange(70, 99)}"))
    build = rng.choice(
        (
            f"{one}.{two}{digits}",
            f"{two}.{one}{digits}",
            f"{one}_{two}{digits}",
            f"{one}{two}{digits}",
            f"{one[:1]}.{two}{digits}",
            f"{one}-{two}{digits}",
        )
    )
    return f"{build}@{rng.choice(MAIL_HOSTS)}"


def make_address(
    rng: random.Random,
    places: tuple[tuple[str, str], ...] = HERE,
    box: bool | None = None,
    streets: tuple[str, ...] = STREETS,
) -> Address:
    """An address in one of the places."""
    postcode, town = rng.choice(places)
    number = str(rng.randrange(1, 260)) + rng.choice(("", "", "", "", "A", "B"))
    with_box = rng.random() < 0.25 if box is None else box
    unit = rng.choice(
        (
            str(rng.randrange(1, 30)),
            str(rng.randrange(1, 9)),
            f"{rng.randrange(1, 4)}0{rng.randrange(1, 6)}",
            f"{rng.choice('ABC')}{rng.randrange(1, 9)}",
        )
    )
    return Address(rng.choice(streets), number, unit if with_box else "", postcode, town)


def make_person(
    rng: random.Random,
    *,
    simple: bool = False,
    culture: str | None = None,
    woman: bool | None = None,
    box: bool | None = None,
) -> Person:
    """Someone new; `simple`: one first name, a last name nobody can cut in the wrong place."""
    kind = culture or rng.choice(sorted(names.CULTURES))
    if simple and kind in ("vietnamese", "congolese") and culture is None:
        kind = "flemish"
    sex = rng.random() < 0.75 if woman is None else woman
    first, last = names.pick_name(rng, kind, sex, long_last=not simple and rng.random() < 0.15)
    day = numbers.birth(rng)
    return Person(
        first,
        last,
        sex,
        kind,
        make_address(rng, box=box),
        numbers.mobile(rng),
        numbers.landline(rng),
        make_email(rng, first, last),
        day,
        numbers.national_number(rng, day, sex),
        numbers.iban(rng),
    )
