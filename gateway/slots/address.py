"""Belgian addresses: street, number and box by grammar, postcode and municipality from a closed list.

The policy's own list closes the last two, so no free word fits there. A street is one word, or
words around a kind of street, or a name from the municipality's list when the policy has one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from gateway.slots import house_number
from gateway.slots.labels import fold
from gateway.slots.remarks import without_remarks
from gateway.slots.street import is_dated_street, read_municipality, read_street

_MAX_LENGTH = 160
_LINKING = frozenset(("te", "in", "a", "at", "op", "bij", "gemeente", "commune", "postcode"))
_COMPANY = frozenset(("bij", "met", "samen", "inwonend", "chez", "avec", "with", "bei", "mit", "at"))
_COUNTRY_NAMES = frozenset(("belgie", "belgique", "belgium", "belgien"))
_COUNTRIES = _COUNTRY_NAMES | {"be", "b"}
# "12 - 14" is one number, "5 - 1671 Elingen" is two.
_SPACED_RANGE = re.compile(r"(?<![0-9])([1-9][0-9]{0,2}) [-–] ([1-9][0-9]{0,2}[A-Za-z]?)(?![0-9A-Za-z])")
_PLACE_IN_BRACKETS = re.compile(r"\(([1-9][0-9]{3} [^()]{1,40})\)")
_POSTCODE = re.compile(r"(?:B|BE)?-?([1-9][0-9]{3})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parts:
    """What was read of an address; empty where nothing was. ``elsewhere``: a place off the policy's list."""

    street: str = ""
    number: str = ""
    box: str = ""
    postcode: str = ""
    municipality: str = ""
    elsewhere: bool = False

    def merged(self, other: "Parts") -> "Parts | None":
        """Both together; None when they contradict each other."""
        result = self
        for name in (field.name for field in fields(self) if field.name != "elsewhere"):
            ours, theirs = getattr(self, name), getattr(other, name)
            if ours and theirs and fold(ours) != fold(theirs):
                return None
            result = replace(result, **{name: ours or theirs})
        return replace(result, elsewhere=self.elsewhere or other.elsewhere)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The places a client may live in: postcode to names, and the streets when those are closed too.

    Without places (a policy that asks no residence) a municipality is words of letters.
    """

    places: Mapping[str, tuple[str, ...]]
    streets: frozenset[str] | None = None

    def postcodes_of(self, name: str) -> tuple[str, ...]:
        """The postcodes under which ``name`` is listed."""
        return tuple(code for code, names in self.places.items() if fold(name) in map(fold, names))

    def one_of(self, name: str, postcode: str) -> str:
        """Of ``Pepingen-Bogaarden``, both listed, the one with ``postcode``; else ``name`` itself."""
        parts = re.split(r"[-/]", name)
        if not all(map(self.postcodes_of, parts)):
            return name
        return next((part for part in parts if postcode in self.postcodes_of(part)), name)

    def spelled(self, name: str) -> str:
        """``name`` as the list spells it."""
        return next(known for names in self.places.values() for known in names if fold(known) == fold(name))


def read_address(text: str, gazetteer: Gazetteer) -> Parts | None:
    """The parts of the one address that is all of ``text``; None when it is no address or more than one."""
    if not 0 < len(text) <= _MAX_LENGTH:
        return None
    parts = _read_address(re.sub(r"\(([1-9][0-9]{3})\)", r" \1 ", text), gazetteer)
    if parts is not None and (parts.postcode or parts.municipality):
        return parts
    # "Kerkstraat 5 (1671 Elingen)": what stands in brackets is no remark, but the place.
    return _read_address(_PLACE_IN_BRACKETS.sub(r", \1", text), gazetteer)


def _read_address(text: str, gazetteer: Gazetteer) -> Parts | None:
    remarked = without_remarks(text)
    if remarked.speaks_of_another() and not _lives_with(remarked.remarks):
        return None
    segments = _segments(remarked.value)
    street_side, place = _part_place(segments, gazetteer)
    if place is None:
        return None
    if not street_side:
        return place
    street = _read_street_side(street_side, gazetteer)
    return street and street.merged(place)


def read_number(text: str) -> Parts | None:
    """A house number with or without its box, on its own."""
    found = house_number.read_number(text)
    return found and Parts(number=found[0], box=found[1])


def read_box(text: str) -> Parts | None:
    """A box on its own."""
    box = house_number.read_box(text)
    return None if box is None else Parts(box=box)


def _lives_with(remarks: tuple[str, ...]) -> bool:
    """``(bij haar moeder)`` is where the client lives, ``(adres van ex)`` is not."""
    return not _COMPANY.isdisjoint(fold(" ".join(remarks)).split())


def _segments(value: str) -> list[list[str]]:
    parts = re.split(r"[,;|\n\t]| [-–] ", _SPACED_RANGE.sub(r"\1-\2", value))
    words = [part.strip(" .").split() for part in parts]
    segments = [[word for word in segment if word.strip(".:-")] for segment in words]
    return [
        segment
        for segment in segments
        if segment and not (len(segment) == 1 and fold(segment[0]) in _COUNTRIES)
    ]


def _part_place(segments: list[list[str]], gazetteer: Gazetteer) -> tuple[list[list[str]], Parts | None]:
    """The segments without postcode and municipality, and those; None for a place that is neither."""
    rest: list[list[str]] = []
    place: Parts | None = Parts()
    for segment in segments:
        before, found = _place_in(segment, gazetteer)
        place = place and found and place.merged(found)
        if before:
            rest.append(before)
    return rest, place and _agreeing(place, gazetteer)


def _agreeing(place: Parts, gazetteer: Gazetteer) -> Parts:
    if (
        gazetteer.places
        and place.postcode
        and place.municipality
        and place.postcode not in gazetteer.postcodes_of(place.municipality)
    ):
        return replace(place, elsewhere=True)
    return place


def _place_in(segment: list[str], gazetteer: Gazetteer) -> tuple[list[str], Parts | None]:
    """One segment parted into the words before its place, and the place; a country behind it adds nothing."""
    if len(segment) > 1 and fold(segment[-1]) in _COUNTRY_NAMES:
        before, found = _place_in(segment[:-1], gazetteer)
        return (segment, found) if found == Parts() else (before, found)
    at = next((i for i, word in enumerate(segment) if _is_postcode(segment, i, gazetteer)), None)
    if at is not None:
        match = _POSTCODE.fullmatch(segment[at])
        code = match.group(1) if match else ""
        return _before_postcode(segment, at, code, gazetteer)
    for size in (3, 2, 1):
        name = " ".join(segment[-size:])
        if len(segment) >= size and gazetteer.postcodes_of(name):
            return _unlinked(segment[:-size]), Parts(municipality=gazetteer.spelled(name))
    return segment, Parts()


def _before_postcode(
    segment: list[str], at: int, code: str, gazetteer: Gazetteer
) -> tuple[list[str], Parts | None]:
    behind = segment[at + 1 :]
    before = _unlinked(segment[:at])
    if not gazetteer.places:
        name = read_municipality(behind)
        return before, None if name is None else Parts(postcode=code, municipality=name)
    if code not in gazetteer.places:
        return before, Parts(postcode=code, elsewhere=True)
    for size in range(len(behind), 0, -1):
        name = gazetteer.one_of(" ".join(behind[:size]), code)
        if gazetteer.postcodes_of(name):
            left = before + _unlinked(behind[size:])
            return left, Parts(postcode=code, municipality=gazetteer.spelled(name))
    if not behind:
        return _place_before(before, code, gazetteer)
    return before, Parts(postcode=code, elsewhere=True)


def _place_before(before: list[str], code: str, gazetteer: Gazetteer) -> tuple[list[str], Parts | None]:
    """``in Heikruis (1670)``: the municipality may stand before its postcode."""
    rest, place = _place_in(before, gazetteer) if before else ([], Parts())
    return rest, place and place.merged(Parts(postcode=code))


def _is_postcode(segment: list[str], index: int, gazetteer: Gazetteer) -> bool:
    match = _POSTCODE.fullmatch(segment[index])
    if match is None:
        return False
    follows = segment[index + 1 : index + 2]
    behind_street = index > 0 and not any(char.isdigit() for word in segment[:index] for char in word)
    return (
        match.group(1) in gazetteer.places or not behind_street or bool(follows and follows[0][:1].isupper())
    )


def _unlinked(words: list[str]) -> list[str]:
    while (
        words and fold(words[-1]) in _LINKING and fold(" ".join(words[-2:-1])) not in house_number.BOX_WORDS
    ):
        words = words[:-1]
    return words


def _read_street_side(segments: list[list[str]], gazetteer: Gazetteer) -> Parts | None:
    words = [word for segment in segments for word in segment]
    while words and fold(words[0]) in _LINKING:
        words = words[1:]
    dated = is_dated_street(words[:2])
    if words and words[0][:1].isdigit() and len(words) > 1 and not dated:
        words = _number_moved_behind(words)
    at = next(
        (
            i
            for i, word in enumerate(words)
            if i > dated and (word[:1].isdigit() or fold(word) in house_number.NUMBER_WORDS)
        ),
        len(words),
    )
    street = read_street(words[:at], gazetteer.streets)
    if street is None:
        return None
    if at == len(words):
        return Parts(street=street)
    number = read_number(" ".join(words[at:]))
    return number and number.merged(Parts(street=street))


def _number_moved_behind(words: list[str]) -> list[str]:
    """``12 rue de la Gare``, as French and English write it."""
    last = next(
        (
            i
            for i, word in enumerate(words)
            if not word[0].isdigit() and fold(word) not in house_number.BOX_WORDS
        ),
        1,
    )
    return words[last:] + words[:last]
