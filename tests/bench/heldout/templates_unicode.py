"""Letters that are not what they seem, and honest ones that are unusual."""

import unicodedata

from tests.bench.heldout.case import Case, template
from tests.bench.heldout.form import Rows, form

GROUP = "unicode"
LOOKALIKE = str.maketrans({"a": "а", "e": "е", "o": "о", "i": "і", "c": "с", "p": "р"})


def _fixed(c: Case, culture: str | None = None, expect: bool = True) -> Rows:
    who = c.person(culture=culture)
    c.opening()
    return form(c, who, name="split", address="one", landline=False, shuffle=False, expect=expect)


@template(GROUP, "deliver", "names as base letter and combining mark")
def decomposed(c: Case) -> None:
    rows = _fixed(c, c.rng.choice(("romanian", "portuguese", "vietnamese", "walloon")))
    c.lines([(key, unicodedata.normalize("NFD", value)) for key, value in rows])


@template(GROUP, "deliver", "no-break and narrow blanks inside numbers, names and labels")
def odd_blanks(c: Case) -> None:
    blank = c.rng.choice(("\u00a0", "\u202f", "\u2009"))
    c.lines(
        [(key.replace(" ", blank), value.replace(" ", blank)) for key, value in _fixed(c)], f"{blank}:{blank}"
    )


@template(GROUP, "deliver", "zero-width characters and soft hyphens, as web copies leave them")
def zero_width(c: Case) -> None:
    sign = c.rng.choice(("\u200b", "\u00ad", "\u2060", "\ufeff"))

    def spoil(text: str) -> str:
        at = c.rng.randrange(0, len(text) + 1)
        return text[:at] + sign + text[at:]

    c.lines([(key, spoil(value)) for key, value in _fixed(c)])


@template(GROUP, "either", "digits of full width in the telephone number")
def full_width(c: Case) -> None:
    rows = _fixed(c)
    wide = str.maketrans({str(digit): chr(0xFF10 + digit) for digit in range(10)})
    c.lines([(key, value.translate(wide) if at == 3 else value) for at, (key, value) in enumerate(rows)])


@template(GROUP, "reject", "Cyrillic letters that look Latin in the last name")
def cyrillic_name(c: Case) -> None:
    who = c.person(culture="flemish")
    c.opening()
    rows = form(c, who, name="split", address="one", shuffle=False)
    c.lines([(key, value.translate(LOOKALIKE) if value == who.last else value) for key, value in rows])


@template(GROUP, "reject", "Cyrillic letters in the mail address")
def cyrillic_mail(c: Case) -> None:
    who = c.person(culture="flemish")
    c.opening()
    rows = form(c, who, name="split", address="one", shuffle=False)
    c.lines(
        [
            (key, value.translate(LOOKALIKE).replace("@", "@") if value == who.email else value)
            for key, value in rows
        ]
    )


@template(GROUP, "reject", "right-to-left override in the name")
def bidi_name(c: Case) -> None:
    who = c.person(culture="flemish")
    c.opening()
    sign = c.rng.choice(("\u202e", "\u2067", "\u202d"))
    rows = form(c, who, name="split", address="one", shuffle=False)
    c.lines([(key, f"{sign}{value[::-1]}\u202c" if value == who.last else value) for key, value in rows])


@template(GROUP, "reject", "right-to-left override in the telephone number: shown and read order differ")
def bidi_phone(c: Case) -> None:
    rows = _fixed(c)
    c.lines(
        [(key, f"\u202e{value[::-1]}\u202c" if at == 3 else value) for at, (key, value) in enumerate(rows)]
    )


@template(GROUP, "either", "typographic apostrophe or hyphen in the name")
def curly_apostrophe(c: Case) -> None:
    who = c.person(culture="flemish")
    made = type(who)(**{**who.__dict__, "last": c.rng.choice(("D’Hoker", "T’Jollyn", "D’Hulst"))})
    c.opening()
    c.lines(form(c, made, name="split"))


@template(GROUP, "either", "a pictograph in front of each row")
def pictographs(c: Case) -> None:
    rows = _fixed(c)
    c.lines([(f"{sign} {key}", value) for sign, (key, value) in zip("👤👤🏠📱📧", rows, strict=True)])


@template(GROUP, "deliver", "names full of diacritics")
def diacritics(c: Case) -> None:
    rows = _fixed(c, c.rng.choice(("turkish", "polish", "vietnamese", "romanian")))
    c.lines(rows)


TEMPLATES = (
    decomposed,
    odd_blanks,
    zero_width,
    full_width,
    cyrillic_name,
    cyrillic_mail,
    bidi_name,
    bidi_phone,
    curly_apostrophe,
    pictographs,
    diacritics,
)
