"""Numbers that tell who somebody is: dates of birth, national and account numbers, hidden in a longer value.

No value is judged here by what it is called: whatever is built like one of these, is one.
"""

import re
from typing import Final

_MOST_DIGITS: Final = 8
_YEARS: Final = range(1900, 2100)
_NUMBERS: Final = re.compile(r"[0-9]+(?:[._-]{1,2}[0-9]+)*")
_MONTHS: Final = (
    "jan feb fev maart mars mar mrt march marz apr avr mei mai may jun juin jul juil aug aou sep oct okt nov "
    "dec dez"
)
_WRITTEN_DATE: Final = re.compile(
    rf"[0-9]{{1,2}}[._-]{{0,2}}(?:{'|'.join(_MONTHS.split())})[a-z]*[._-]{{0,2}}(?:19|20)[0-9]{{2}}"
)
_AGE: Final = re.compile(r"[0-9]{1,2}[._-]?(?:jaar|jarig|ans|years|jahre)(?![a-z])")
_PLATE: Final = re.compile(r"(?<![a-z0-9])[0-9][._-][a-z]{3}[._-][0-9]{3}(?![0-9])")
# How a date's digits are parted when nothing parts them: sizes of the groups, by how many there are.
_SIZES: Final = {
    6: ((2, 2, 2), (1, 1, 4), (4, 1, 1)),
    7: ((1, 2, 4), (2, 1, 4), (4, 1, 2), (4, 2, 1)),
    8: ((2, 2, 4), (4, 2, 2)),
}


def holds_identifier(text: str) -> bool:
    """Whether ``text``, lower-case ASCII without blanks, holds an identifying number, a full date or an age.

    Nine digits are one too many for anything else. Two or four digits are a year, and no date.
    """
    if sum(map(str.isdigit, text)) > _MOST_DIGITS:
        return True
    if any(pattern.search(text) for pattern in (_WRITTEN_DATE, _AGE, _PLATE)):
        return True
    return any(map(_holds_date, _NUMBERS.findall(text)))


def _holds_date(number: str) -> bool:
    groups = re.findall(r"[0-9]+", number)
    parted = zip(groups, groups[1:], groups[2:], strict=False)
    return any(_is_date(*date) for date in parted) or any(
        _is_date(*_cut(digits, sizes))
        for digits in (*groups, "".join(groups))
        for sizes in _SIZES.get(len(digits), ())
    )


def _cut(digits: str, sizes: tuple[int, int, int]) -> tuple[str, str, str]:
    one, two, _ = sizes
    return digits[:one], digits[one : one + two], digits[one + two :]


def _is_date(one: str, two: str, three: str) -> bool:
    """Day, month and year; month, day and year; or the year in front."""
    orders = ((one, two, three), (two, one, three), (three, two, one))
    return any(_is_year(year) and _is_day_of(day, month) for day, month, year in orders)


def _is_year(year: str) -> bool:
    return len(year) == 2 or (len(year) == 4 and int(year) in _YEARS)


def _is_day_of(day: str, month: str) -> bool:
    return len(day) <= 2 and len(month) <= 2 and 1 <= int(day) <= 31 and 1 <= int(month) <= 12
