"""Numbers in cells as their format shows them (ECMA-376 part 1, 18.8.30), as far as a form needs it.

Digits are never invented: a leading zero that the sheet lost stays lost unless the format shows it.
"""

import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal, InvalidOperation

_EPOCH = datetime(1899, 12, 30, tzinfo=UTC)
_LAST_DAY = 2_958_465
_MOST_DIGITS = 40
_BUILT_IN_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_BRACKETS = re.compile(r"\[[^\]]*\]")
_TOKENS = re.compile(r'"([^"]*)"|\\(.)|([0#?])|([-()/ +:])|(.)')


def is_date_format(number: int, code: str) -> bool:
    """Whether a format, by its id and code, shows a number as a date."""
    bare = _QUOTED.sub("", code).lower()
    return number in _BUILT_IN_DATES or (bool(re.search(r"[dy]", bare)) and "general" not in bare)


def as_date(value: str) -> str:
    """The serial day number ``value`` as an ISO date; as it stands when it is none."""
    number = _decimal(value)
    if number is None or not 0 < number <= _LAST_DAY:
        return value
    return (_EPOCH + timedelta(days=int(number))).date().isoformat()


def as_shown(value: str, code: str) -> str:
    """The number ``value`` in the format ``code``: a mask of digits is filled, else plain digits."""
    number = _decimal(value)
    if number is None:
        return value
    plain = f"{number.normalize():f}" if number.adjusted() < _MOST_DIGITS else value
    mask = _mask(code.partition(";")[0])
    return _fill(mask, plain) if mask and plain.isdigit() else plain


def _mask(code: str) -> list[tuple[str, bool]]:
    """The signs of ``code``, each with whether it stands for a digit; empty when it is no digit mask."""
    signs: list[tuple[str, bool]] = []
    for quoted, escaped, digit, literal, other in _TOKENS.findall(_BRACKETS.sub("", code)):
        if other:
            return []
        signs += [(digit, True)] if digit else [(char, False) for char in quoted + escaped + literal]
    return signs if any(is_digit for _, is_digit in signs) else []


def _fill(mask: list[tuple[str, bool]], digits: str) -> str:
    left = list(digits)
    shown: list[str] = []
    first = next(index for index, (_, is_digit) in enumerate(mask) if is_digit)
    for index in range(len(mask) - 1, -1, -1):
        sign, is_digit = mask[index]
        if not is_digit:
            shown.append(sign)
        elif index == first and left:
            shown.extend(reversed(left))
        elif left or sign == "0":
            shown.append(left.pop() if left else "0")
    return "".join(reversed(shown))


def _decimal(value: str) -> Decimal | None:
    try:
        number = Decimal(value) if len(value) <= _MOST_DIGITS else None
    except InvalidOperation:
        return None
    return number if number is not None and number.is_finite() else None
