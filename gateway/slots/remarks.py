"""What stands in brackets behind a value. It is left behind, but it may say whose the value is."""

import re
from dataclasses import dataclass

from gateway.slots.labels import fold, persons_in, phrases_of
from gateway.slots.terms import Person

_SENTENCE = 6
_AFTER_A_NAME = re.compile(r"[,;([{]| [-–] ")
_OPENING = {"(": ")", "[": "]", "{": "}"}
# "Mama" alone may be the client herself; "haar mama" is not.
_POSSESSIVES = frozenset("haar zijn hun van son sa leur de du her his their ihr ihre sein seine".split())
_NO_VALUE = phrases_of(
    """
    aucun, aucune, afwezig, entfallt, geen, geen contact, geen contact meer, geen e mail, geen e mailadres,
    geen gsm, geen gsm nummer, geen mail, geen mailadres, geen telefoon, geen vaste lijn, geen vaste
    telefoon, heeft geen, heeft geen gsm, heeft geen mail, heeft geen mailadres, heeft geen e mail, heeft
    geen telefoon, idem, idem nvt, inconnu, inconnue, ja, kein, keine, keiner, leeg, n a, n v t, na,
    neant, nee, neen, niet aanwezig, niet bekend, niet beschikbaar, niet doorgegeven, niet gekend, niet in
    beeld, niet meer in beeld, niet opgegeven, niet van toepassing, nihil, no email, no mail, nog niet
    bekend, nog niet gekend, nog onbekend, none, not applicable, not known, nvt, onbekend, ongekend,
    overleden, uit beeld, pas d adresse mail, pas d e mail, pas de gsm, pas de mail, pas de telephone, s o,
    sans, sans objet, so, unbekannt, unknown, volgt, weigert, wil niet, x, xx, xxx, zelfde, zie boven, zie
    hierboven, zie onder
    """
)


@dataclass(frozen=True, slots=True)
class Remarked:
    """A value without its bracketed remarks, and the remarks themselves."""

    value: str
    remarks: tuple[str, ...] = ()

    def speaks_of_another(self) -> bool:
        """Whether a remark says the value is somebody else's: "buurvrouw", "van haar man"."""
        return any(_is_another(remark) for remark in self.remarks)


def _is_another(remark: str) -> bool:
    persons = persons_in(remark)
    if any(person.is_another for person in persons):
        return True
    words = fold(remark).split()
    return any(
        person.is_parent
        for index, word in enumerate(words)
        if word in _POSSESSIVES
        for person in persons_in(" ".join(words[index + 1 : index + 3]))
    )


def begins_with_another(text: str) -> bool:
    """Whether what stands behind the name in ``text`` says that it is somebody else's: "(kind)", ", zus"."""
    _, *behind = _AFTER_A_NAME.split(text)
    said = [words for words in (fold(piece).split() for piece in behind) if 0 < len(words) < _SENTENCE]
    return any(person.is_another for words in said for person in persons_in(words[0]))


def only_parent_told(text: str) -> tuple[Person, str] | None:
    """The parent to whom the one remark of ``text`` gives it, and ``text`` without: "0470… (mama)"."""
    remarked = without_remarks(text)
    persons = persons_in(" ".join(remarked.remarks))
    if len(remarked.remarks) != 1 or len(persons) != 1 or remarked.speaks_of_another():
        return None
    person = next(iter(persons))
    return (person, remarked.value) if person.is_parent else None


def without_remarks(text: str) -> Remarked:
    """``text`` parted from what stands in brackets; an unclosed bracket runs to the end. Linear."""
    kept: list[str] = []
    remarks: list[str] = []
    depth = start = 0
    for index, char in enumerate(text):
        if char in _OPENING:
            if not depth:
                kept.append(text[start:index])
                start = index + 1
            depth += 1
        elif depth and char in _OPENING.values():
            depth -= 1
            if not depth:
                remarks.append(text[start:index].strip())
                start = index + 1
    (remarks if depth else kept).append(text[start:])
    return Remarked(" ".join(" ".join(kept).split()), tuple(remark for remark in remarks if remark))


def says_nothing(text: str) -> bool:
    """Whether ``text`` only says that there is no value: a dash, "geen", "onbekend"."""
    folded = fold(text)
    return not folded or folded in _NO_VALUE
