"""Telephone numbers, national numbers and account numbers whose check digits hold."""

import random
from datetime import date

MOBILE_PREFIXES = (
    "470",
    "471",
    "472",
    "473",
    "474",
    "475",
    "476",
    "477",
    "478",
    "479",
    "483",
    "484",
    "485",
    "486",
    "487",
    "488",
    "489",
    "491",
    "492",
    "493",
    "494",
    "495",
    "496",
    "497",
    "498",
    "499",
)


def mobile(rng: random.Random) -> str:
    """A Belgian mobile number in E.164."""
    return f"+32{rng.choice(MOBILE_PREFIXES)}{rng.randrange(100000, 999999)}"


def landline(rng: random.Random) -> str:
    """A Brussels (02) or Ninove (054) number in E.164."""
    if rng.random() < 0.7:
        return f"+322{rng.choice('3456')}{rng.randrange(100000, 999999)}"
    return f"+3254{rng.choice('35')}{rng.randrange(10000, 99999)}"


def spell_mobile(rng: random.Random, number: str, plain: bool = False) -> str:
    """The number as someone types it."""
    body = number[3:]
    zone, rest = body[:3], body[3:]
    pairs = (rest[:2], rest[2:4], rest[4:])
    ways = [
        f"0{zone}/{'.'.join(pairs)}",
        f"0{zone}/{' '.join(pairs)}",
        f"0{zone} {' '.join(pairs)}",
        f"0{body}",
        f"0{zone}/{rest}",
        f"0{zone}.{'.'.join(pairs)}",
        f"0{zone} {rest[:3]} {rest[3:]}",
        f"+32 {zone} {' '.join(pairs)}",
        number,
    ]
    if not plain:
        ways += [
            f"+32 (0){zone} {' '.join(pairs)}",
            f"+32 (0){zone}/{'.'.join(pairs)}",
            f"0032 {zone} {' '.join(pairs)}",
            f"0{zone}-{'-'.join(pairs)}",
            f"0{zone}/{rest[:3]}.{rest[3:]}",
            f"0032{body}",
            f"04 {body[1:3]} {' '.join(pairs)}",
            f"0{zone} / {' '.join(pairs)}",
        ]
    return rng.choice(ways)


def spell_landline(rng: random.Random, number: str) -> str:
    """A land line as someone types it."""
    zone = number[3:4] if number[3] == "2" else number[3:5]
    rest = number[3 + len(zone) :]
    head, left, right = rest[:-4], rest[-4:-2], rest[-2:]
    return rng.choice(
        [
            f"0{zone} {head} {left} {right}",
            f"0{zone}/{head}.{left}.{right}",
            f"0{zone}-{head} {left} {right}",
            f"+32 {zone} {head} {left} {right}",
            f"+32 (0){zone} {head} {left} {right}",
            f"0{zone}/{head} {left} {right}",
            f"0{zone} {head}.{left}.{right}",
        ]
    )


def spell(rng: random.Random, number: str) -> str:
    """Either kind of number, as typed."""
    return (
        spell_mobile(rng, number)
        if number.startswith("+324") and len(number) == 12
        else spell_landline(rng, number)
    )


def birth(rng: random.Random, youngest: int = 19, oldest: int = 48) -> date:
    """A day of birth of someone of that age in 2026."""
    return date(2026 - rng.randrange(youngest, oldest), rng.randrange(1, 13), rng.randrange(1, 29))


def spell_date(rng: random.Random, day: date) -> str:
    """A date as typed in Flanders."""
    months = (
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    )
    return rng.choice(
        [
            day.strftime("%d/%m/%Y"),
            day.strftime("%d-%m-%Y"),
            day.strftime("%d.%m.%Y"),
            f"{day.day} {months[day.month - 1]} {day.year}",
            f"{day.day}/{day.month}/{day.year}",
        ]
    )


def national_number(rng: random.Random, day: date, woman: bool) -> str:
    """Eleven digits with the right check digits."""
    order = rng.randrange(1, 498) * 2 + (0 if woman else 1)
    nine = day.strftime("%y%m%d") + f"{order:03d}"
    base = int(nine) + (2_000_000_000 if day.year >= 2000 else 0)
    return f"{nine}{97 - base % 97:02d}"


def spell_national(rng: random.Random, digits: str) -> str:
    """The national number as typed."""
    dotted = f"{digits[:2]}.{digits[2:4]}.{digits[4:6]}-{digits[6:9]}.{digits[9:]}"
    return rng.choice(
        [
            dotted,
            digits,
            f"{digits[:6]} {digits[6:9]} {digits[9:]}",
            f"{digits[:6]}-{digits[6:9]}-{digits[9:]}",
        ]
    )


def iban(rng: random.Random) -> str:
    """A Belgian account number whose two check digits hold."""
    ten = f"{rng.randrange(1, 999):03d}{rng.randrange(0, 9_999_999):07d}"
    account = f"{ten}{int(ten) % 97 or 97:02d}"
    check = 98 - int(account + "111400") % 97
    return f"BE{check:02d}{account}"


def spell_iban(rng: random.Random, value: str) -> str:
    """The account number in fours, or not."""
    return rng.choice([value, " ".join(value[i : i + 4] for i in range(0, 16, 4))])
