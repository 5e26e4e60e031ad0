"""Thirty-four kinds of data no referral needs, with the check digits the real ones have."""

import random
from collections.abc import Callable

from stdnum import luhn

from tests.bench.minimisation.kinds import IDENTIFIERS, SENSITIVE
from tests.bench.minimisation.model import Extra, Lang, Secret
from tests.bench.minimisation.words import pick

MONTHS: dict[Lang, str] = {
    "nl": "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december",
    "fr": "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
    "en": "January|February|March|April|May|June|July|August|September|October|November|December",
    "de": "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember",
}
_LANGS: tuple[Lang, ...] = ("nl", "fr", "en", "de")
KINDS = (*IDENTIFIERS, *SENSITIVE)


def extra(kind: str, rng: random.Random, lang: Lang, birth: tuple[int, int, int]) -> Extra:
    """A datum of ``kind`` about someone born on ``birth`` (day, month, year)."""
    at = _LANGS.index(lang)
    if kind in SENSITIVE:
        called, _, said = SENSITIVE[kind][at].partition(":")
        shown = pick(rng, said)
        return Extra(kind, called, shown, sensitive=shown)
    shown, value = _WRITERS[kind](rng, lang, birth)
    return Extra(kind, pick(rng, IDENTIFIERS[kind][at]), shown, Secret(kind, value))


def national_number(birth: tuple[int, int, int], serial: int, *, bis: bool = False) -> str:
    """Eleven digits with their check digits (two thousands are checked with a 2 in front)."""
    day, month, year = birth
    front = f"{year % 100:02}{month + (40 if bis else 0):02}{day:02}{serial:03}"
    return f"{front}{97 - int(('2' if year >= 2000 else '') + front) % 97:02}"


def iban(rng: random.Random) -> str:
    """A Belgian account: the national check digits and the international ones."""
    front = f"{rng.randint(1, 979):03}{rng.randint(0, 9_999_999):07}"
    account = f"{front}{int(front) % 97 or 97:02}"
    return f"BE{98 - int(f'{account}111400') % 97:02}{account}"


def _rrn(rng: random.Random, _: Lang, birth: tuple[int, int, int]) -> tuple[str, str]:
    return _dotted(rng, national_number(birth, rng.randint(1, 997)))


def _bis(rng: random.Random, _: Lang, birth: tuple[int, int, int]) -> tuple[str, str]:
    return _dotted(rng, national_number(birth, rng.randint(1, 997), bis=True))


def _dotted(rng: random.Random, n: str) -> tuple[str, str]:
    dotted = f"{n[:2]}.{n[2:4]}.{n[4:6]}-{n[6:9]}.{n[9:]}"
    return rng.choice((dotted, dotted, n, f"{n[:6]}-{n[6:9]}-{n[9:]}", f"{n[:6]} {n[6:9]} {n[9:]}")), n


def _iban(rng: random.Random, _: Lang, __: tuple[int, int, int]) -> tuple[str, str]:
    n = iban(rng)
    return rng.choice((n, " ".join(n[i : i + 4] for i in range(0, 16, 4)))), n


def _card(rng: random.Random, _: Lang, __: tuple[int, int, int]) -> tuple[str, str]:
    front = "4" + "".join(str(rng.randint(0, 9)) for _ in range(14))
    n = front + str(luhn.calc_check_digit(front))
    return rng.choice((n, " ".join(n[i : i + 4] for i in range(0, 16, 4)))), n


def _id_card(rng: random.Random, _: Lang, __: tuple[int, int, int]) -> tuple[str, str]:
    front = f"59{rng.randint(0, 9)}{rng.randint(0, 9_999_999):07}"
    return f"{front[:3]}-{front[3:]}-{int(front) % 97 or 97:02}", f"{front}{int(front) % 97 or 97:02}"


def _enterprise(rng: random.Random, _: Lang, __: tuple[int, int, int]) -> tuple[str, str]:
    front = f"0{rng.randint(4_000_000, 7_999_999)}"
    n = f"{front}{97 - int(front) % 97:02}"
    return f"{n[:4]}.{n[4:7]}.{n[7:]}", n


def _doctor_number(rng: random.Random, _: Lang, __: tuple[int, int, int]) -> tuple[str, str]:
    front = f"1{rng.randint(10_000, 99_999)}"
    n = f"{front}{97 - int(front) % 97:02}004"
    return f"{n[0]}-{n[1:6]}-{n[6:8]}-{n[8:]}", n


def _birthdate(rng: random.Random, lang: Lang, birth: tuple[int, int, int]) -> tuple[str, str]:
    day, month, year = birth
    word = f"{day} {MONTHS[lang].split('|')[month - 1]} {year}"
    shown = rng.choice(
        (f"{day:02}/{month:02}/{year}", f"{day:02}.{month:02}.{year}", f"{day}-{month}-{year}", word)
    )
    return shown, f"{day:02}/{month:02}/{year}"


def _amount(rng: random.Random, _: Lang, __: tuple[int, int, int]) -> tuple[str, str]:
    thousands, rest, cents = rng.randint(1, 9), rng.randint(0, 999), rng.randint(0, 99)
    shown = f"{thousands}.{rest:03},{cents:02} euro"
    return shown, shown


def _made(pattern: str) -> Callable[[random.Random, Lang, tuple[int, int, int]], tuple[str, str]]:
    """A writer of ``pattern`` in which # is a digit and @ a capital letter."""

    def write(rng: random.Random, _: Lang, __: tuple[int, int, int]) -> tuple[str, str]:
        letters = {"#": "0123456789", "@": "ABCDEFGHJKLMNPRSTUVWXYZ"}
        shown = "".join(rng.choice(letters[char]) if char in letters else char for char in pattern)
        return shown, shown

    return write


_WRITERS: dict[str, Callable[[random.Random, Lang, tuple[int, int, int]], tuple[str, str]]] = {
    "rrn": _rrn,
    "bis": _bis,
    "iban": _iban,
    "card": _card,
    "id_card": _id_card,
    "passport": _made("@@######"),
    "residence_card": _made("B### #### ##"),
    "plate": _made("2-@@@-###"),
    "enterprise": _enterprise,
    "mutuality": _made("306/#######/##"),
    "file_number": _made("KG-2026-#####"),
    "court_number": _made("26/####/A"),
    "doctor_number": _doctor_number,
    "birthdate": _birthdate,
    "income": _amount,
    "debt": _amount,
    "account": _made("fb.me/profiel####"),
    "school_fee": _amount,
}
