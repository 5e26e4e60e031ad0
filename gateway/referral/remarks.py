"""What stands in brackets behind a value. It is left behind, but it may say whose the value is."""

from dataclasses import dataclass

from gateway.referral.labels import fold, persons_in, phrases_of

_OPENING = {"(": ")", "[": "]", "{": "}"}
# "Mama" alone may be the client herself; "haar mama" is not.
_POSSESSIVES = frozenset("haar zijn hun van son sa leur de du her his their ihr ihre sein seine".split())
_NO_VALUE = phrases_of(
    """
    aucun, aucune, entfallt, geen, geen e mail, geen gsm, geen mail, geen telefoon, heeft geen, heeft geen
    mail, idem nvt, inconnu, inconnue, kein, keine, keiner, leeg, n a, n v t, na, neant, niet bekend, niet
    gekend, niet opgegeven, niet van toepassing, nihil, no email, no mail, nog niet gekend, none, not
    applicable, not known, nvt, onbekend, ongekend, pas d e mail, pas de mail, s o, sans objet, so,
    unbekannt, unknown, volgt, weigert, wil niet, x, xx, xxx
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
    return any(person.is_parent for person in persons) and not _POSSESSIVES.isdisjoint(fold(remark).split())


def without_remarks(text: str) -> Remarked:
    """``text`` parted from what stands in brackets; an unclosed bracket runs to the end. Linear."""
    kept: list[str] = []
    remarks: list[str] = []
    closing = ""
    start = 0
    for index, char in enumerate(text):
        if not closing and char in _OPENING:
            kept.append(text[start:index])
            closing, start = _OPENING[char], index + 1
        elif char == closing:
            remarks.append(text[start:index].strip())
            closing, start = "", index + 1
    (remarks if closing else kept).append(text[start:])
    return Remarked(" ".join(" ".join(kept).split()), tuple(remark for remark in remarks if remark))


def says_nothing(text: str) -> bool:
    """Whether ``text`` only says that there is no value: a dash, "geen", "onbekend"."""
    folded = fold(text)
    return not folded or folded in _NO_VALUE
