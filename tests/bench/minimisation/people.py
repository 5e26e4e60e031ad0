"""Invented people of Pajottenland: names from ten cultures, addresses, telephones in every spelling."""

import random
import unicodedata
from dataclasses import dataclass, replace
from typing import Literal

Gender = Literal["f", "m"]
CULTURES: dict[str, tuple[str, str, str]] = {
    "flemish": (
        "Lotte Griet Hilde Annelies Veerle Marleen Roos-Marie",
        "Wannes Joost Koen Dries Pieter-Jan Thijs Luc",
        "Peeters|Van den Broeck|De Smedt|Vandeputte|D'Hoker|Claeskens|Van Nieuwenhove|Baetens-Roels",
    ),
    "walloon": (
        "Amandine Clémence Maëlle Joëlle Aurélie Marie-Ange",
        "Benoît Jérôme Gaëtan Thierry Jean-Luc Rémy",
        "Lejeune|Delvaux|Noël|Dupont|de Brouwer|Hénin|Gilson|d'Oultremont",
    ),
    "moroccan": (
        "Fatiha Samira Loubna Hafsa Ikram Naïma",
        "Abdelkader Mounir Soufiane Hicham Bilal Otmane",
        "El Amrani|Benhaddou|Ait Ouakrim|Bouazza|El Khattabi|Chaoui|Ben Moussa",
    ),
    "turkish": (
        "Ayşe Zeynep Gülsüm Elif Nurcan Çiğdem",
        "Emre Oğuzhan Hüseyin Şükrü Kemal İsmail",
        "Yılmaz|Demirtaş|Çelik|Kılıç|Özdemir|Aydoğan|Güneş",
    ),
    "polish": (
        "Małgorzata Katarzyna Zofia Bożena Wiesława",
        "Krzysztof Paweł Zbigniew Łukasz Tadeusz",
        "Wiśniewska|Kowalczyk|Nowak-Zielińska|Wójcik|Szczepański|Dąbrowska",
    ),
    "romanian": (
        "Ileana Ștefania Luminița Roxana Ionela",
        "Bogdan Cătălin Dragoș Vasile Ionuț",
        "Munteanu|Ștefănescu|Dumitrescu|Ciobanu|Ionescu|Țurcanu",
    ),
    "congolese": (
        "Béatrice Mireille Clarisse Godelieve Solange Bijou",
        "Dieudonné Trésor Fiston Papy Josué Héritier",
        "Tshibanda|Kabongo|Mbuyi|Lukusa|Ngandu|Kasongo wa Kasongo|Makiese",
    ),
    "syrian": (
        "Rojin Hala Sawsan Lamia Dilvin Berivan",
        "Khaled Azad Muhannad Sherwan Wael Rezan",
        "Al Hassan|Haj Ali|Mustafa|Al-Khalil|Sheikho|Darwish|Abdulrahman",
    ),
    "ukrainian": (
        "Oksana Svitlana Halyna Iryna Lyudmyla",
        "Oleksandr Mykola Yevhen Vasyl Andriy",
        "Shevchuk|Kovalenko|Bondarenko|Tkachenko|Lysenko|Melnyk|Kravets",
    ),
    "indian": (
        "Priya Harpreet Lakshmi Sunita Jaswinder",
        "Rajesh Gurpreet Anil Sukhdev Vikram",
        "Kaur|Sharma|Patel|Singh Gill|Iyer|Chaudhary|Bhattacharya",
    ),
}
PLACES = (
    ("1670", "Pepingen"),
    ("1670", "Bogaarden"),
    ("1670", "Heikruis"),
    ("1671", "Elingen"),
    ("1673", "Beert"),
    ("1674", "Bellingen"),
)
ELSEWHERE = (
    ("1500", "Halle"),
    ("1600", "Sint-Pieters-Leeuw"),
    ("1755", "Gooik"),
    ("9000", "Gent"),
    ("1070", "Anderlecht"),
    ("1480", "Tubize"),
    ("7850", "Enghien"),
    ("1540", "Herne"),
)
STREETS = (
    "Ninoofsesteenweg",
    "Terheidestraat",
    "Karenberg",
    "Puttenberg",
    "Oude Baan",
    "Molenhofstraat",
    "Pastoor Bernaertsplein",
    "Groenstraat",
    "Dorp",
    "Trapstraat",
    "Lenniksesteenweg",
    "Zavelberg",
    "Sint-Martinusplein",
    "Kareelstraat",
    "Hondzochtveld",
    "Eerste Meistraat",
    "Kasteeldreef",
)
AWAY = (
    "Bergensesteenweg",
    "Vijfhoekstraat",
    "Rue de la Station",
    "Zandstraat",
    "Populierendreef",
    "Ringlaan",
)
_GENDERS: tuple[Gender, ...] = ("f", "f", "m")
HOSTS = ("mail", "post", "telebox", "snelnet", "skymail", "proxipost")


@dataclass(frozen=True, slots=True)
class Person:
    """Someone with contact data. ``phone`` is E.164; ``birth`` is day, month, year."""

    first: str
    last: str
    gender: Gender
    street: str
    number: str
    box: str
    postcode: str
    municipality: str
    phone: tuple[str, ...]
    email: tuple[str, ...]
    birth: tuple[int, int, int]

    @property
    def name(self) -> str:
        """First name first."""
        return f"{self.first} {self.last}"

    @property
    def words(self) -> frozenset[str]:
        """Every word of the name, accents and case dropped."""
        return frozenset(plain(self.name).replace("-", " ").replace("'", " ").split())


@dataclass(frozen=True, slots=True)
class Sender:
    """Who writes the mail, with the office's data that stand under every mail."""

    first: str
    last: str
    desk: str
    mobile: str
    street: str
    town: str

    @property
    def name(self) -> str:
        """First name first."""
        return f"{self.first} {self.last}"

    @property
    def email(self) -> str:
        """The address the mail comes from."""
        return f"{plain(self.first)}.{plain(self.last)}@kindengezin.example"


SENDERS = (("Liesbeth", "Coremans"), ("Joris", "Vanmarcke"), ("Saskia", "Depoorter"), ("Anke", "Ruymbeke"))


def person(
    rng: random.Random, taken: frozenset[str], *, away: bool = False, of: Gender | None = None
) -> Person:
    """Someone none of whose name's words is in ``taken``; ``away`` lives outside the municipality."""
    while True:
        women, men, lasts = CULTURES[rng.choice(sorted(CULTURES))]
        gender = rng.choice(_GENDERS) if of is None else of
        first, last = rng.choice((women if gender == "f" else men).split()), rng.choice(lasts.split("|"))
        found = _housed(rng, first, last, gender, away=away)
        if not found.words & taken:
            return found


def sender(rng: random.Random) -> Sender:
    """One of the senders, at this mail's own desk."""
    first, last = rng.choice(SENDERS)
    return Sender(
        first, last, _landline(rng), _mobile(rng), f"Stationsplein {rng.randint(1, 60)}", "1500 Halle"
    )


def plain(text: str) -> str:
    """``text`` in lower case without accents."""
    folded = unicodedata.normalize("NFKD", text.casefold().replace("ı", "i").replace("ł", "l"))
    return "".join(char for char in folded if not unicodedata.combining(char))


def with_phones(someone: Person, rng: random.Random) -> Person:
    """The same person with a mobile and a land line."""
    return replace(someone, phone=(someone.phone[0], _landline(rng)))


def spelled(phone: str, rng: random.Random) -> str:
    """``phone`` (E.164, Belgian) as someone would type it."""
    digits = phone.removeprefix("+32")
    mobile = len(digits) == 9
    area, rest = (digits[:3], digits[3:]) if mobile else _area(digits)
    grouped = rng.choice(_groups(rest))
    lead = rng.choice(("0", "0", "0", "+32 ", "+32 (0)", "0032 ", "+32", "0032", "(0"))
    if lead == "(0":
        return f"(0{area}) {grouped}"
    joint = "" if grouped == rest and rng.random() < 0.7 else rng.choice((" ", "/", "/", "-", "."))
    return f"{lead}{area}{joint}{grouped}"


def _groups(rest: str) -> tuple[str, ...]:
    if len(rest) == 7:
        return (f"{rest[:3]} {rest[3:5]} {rest[5:]}", f"{rest[:3]}.{rest[3:5]}.{rest[5:]}", rest)
    pairs = (rest[:2], rest[2:4], rest[4:])
    return (" ".join(pairs), ".".join(pairs), "-".join(pairs), rest, f"{rest[:3]} {rest[3:]}")


def _area(digits: str) -> tuple[str, str]:
    return (digits[:1], digits[1:]) if digits[0] == "2" else (digits[:2], digits[2:])


def _mobile(rng: random.Random) -> str:
    return (
        f"+324{rng.choice(('56', '65', '70', '72', '75', '77', '84', '86', '91', '94', '97', '99'))}"
        + "".join(str(rng.randint(0, 9)) for _ in range(6))
    )


def _landline(rng: random.Random) -> str:
    if rng.random() < 0.6:
        return f"+322{rng.choice('3456')}" + "".join(str(rng.randint(0, 9)) for _ in range(6))
    return f"+3254{rng.choice('2345')}" + "".join(str(rng.randint(0, 9)) for _ in range(5))


def _housed(rng: random.Random, first: str, last: str, gender: Gender, *, away: bool) -> Person:
    code, town = rng.choice(ELSEWHERE if away else PLACES)
    street = rng.choice(AWAY if away else STREETS)
    number = f"{rng.randint(1, 260)}{rng.choice(('', '', '', '', 'A', 'B'))}"
    box = rng.choice(("", "", "", "", "1", "2", "3", "12", "0101", "A"))
    birth = (rng.randint(1, 28), rng.randint(1, 12), rng.randint(1955, 2006))
    mails = (_email(rng, first, last),) if rng.random() < 0.85 else ()
    return Person(first, last, gender, street, number, box, code, town, (_mobile(rng),), mails, birth)


def _email(rng: random.Random, first: str, last: str) -> str:
    one, two = (plain(part).replace(" ", "").replace("'", "").replace("-", "") for part in (first, last))
    local = rng.choice((f"{one}.{two}", f"{one}{two}", f"{one[0]}.{two}", f"{two}.{one}", f"{one}_{two}"))
    return f"{local}{rng.choice(('', '', rng.randint(1, 999)))}@{rng.choice(HOSTS)}.example"
