"""Sentences that take a datum back: "dat gsm-nummer is intussen van haar ex, dus niet bellen".

Only ever used to doubt. A sentence takes back when it speaks of a telephone, a mail address or an address
and says that it is wrong, no longer serves, is somebody else's, or may not be used. What it says of an old
one, of the writer's own, or of the hours at which to ring takes nothing back. Linear.
"""

from typing import Final

from gateway.slots.labels import fold, persons_in
from gateway.slots.terms import Person, Slot

_REACH, _NEAR = 9, 3
_KINDS: Final[dict[str, Slot]] = {
    word: slot
    for slot, listing in (
        (
            Slot.PHONE,
            """
            nummer nummers nr gsm gsmnummer gsmnr tel telefoon telefoonnummer telefoonnr lijn numero numeros
            portable telephone phone number numbers mobile cell landline handy handynummer telefonnummer
            nummern rufnummer telefon mobilnummer festnetz
            """,
        ),
        (
            Slot.EMAIL,
            "mailadres emailadres mailadressen emailadressen courriel mailbox mailadresse emailadresse",
        ),
        (
            Slot.ADDRESS,
            "adres adresse domicilieadres verblijfsadres woonadres thuisadres address anschrift wohnadresse",
        ),
    )
    for word in listing.split()
}
_OF_MAIL: Final = frozenset("mail email courriel electronique".split())
_OLD: Final = frozenset(
    """
    oud oude vorig vorige vroeger vroegere ancien ancienne anciens precedent precedente old previous former
    alt alte alten altes fruhere fruheres vorherige
    """.split()
)
_OWN: Final = frozenset("mijn ons onze mon ma notre nos my our mein meine unser unsere".split())
_THIS: Final = frozenset(
    """
    dit dat deze die het de ce cet cette celui ces le la l this that these the dieses diese dieser die das
    der den opgegeven bovenstaand bovenstaande haar zijn hun son sa leur her his their ihr ihre seine
    """.split()
)
_STATES: Final = frozenset(
    """
    is zijn was werd wordt blijkt blijken klopt kloppen werkt werken bestaat geldt loopt hoort behoort
    gebruikt geeft est sont etait appartient marche fonctionne existe correspond s isn works belongs
    doesn exists ist sind gehort stimmt gilt funktioniert existiert wird
    """.split()
)
_NOT: Final = frozenset("niet geen nooit plus pas jamais no not never t nicht kein keine nie".split())
_LONGER: Final = frozenset("meer plus longer more mehr anymore any langer".split())
_WRONG: Final = frozenset(
    """
    fout foute foutief foutieve verkeerd verkeerde onjuist onjuiste ongeldig vervallen verlopen afgesloten
    geblokkeerd stopgezet faux fausse errone erronee mauvais mauvaise incorrect incorrecte invalide perime
    perimee coupe coupee desactive wrong invalid outdated expired disconnected falsch ungultig veraltet
    gesperrt abgeschaltet
    """.split()
)
_RIGHT: Final = frozenset(
    "klopt juist geldig correct bestaat werkt stimmt gilt valable bon bonne valid right richtig".split()
)
_OF: Final = frozenset("van aan door a au de du d par celui of to by von dem der ihrem seinem".split())
_USE: Final = frozenset(
    """
    bel bellen opbellen mail mailen mailt sms smsen contacteren contacteer gebruik gebruiken schrijven
    appeler appelez telephoner telephonez contacter contactez utiliser utilisez ecrire call ring phone use
    contact text write anrufen benutzen verwenden kontaktieren schreiben
    """.split()
)
_POSSESSIVE: Final = frozenset("haar zijn sa son her his ihr ihre ihrer ihrem ihren seiner".split())
_TIMES: Final = frozenset(
    """
    voormiddag namiddag avond avonds ochtend ochtends morgens middag weekend weekends nacht uur matin midi
    soir heures heure morning afternoon evening night uhr morgen abends maandag dinsdag woensdag donderdag
    vrijdag zaterdag zondag
    """.split()
)


def taken_back(sentence: str) -> Slot | None:
    """The kind of datum (PHONE, EMAIL or ADDRESS) that ``sentence`` takes back; None when it takes none."""
    words = fold(sentence).split()
    if sentence.rstrip().endswith("?"):
        return None
    for index in range(len(words)):
        slot = _kind_at(words, index)
        if slot is not None and _says_no(words, index, slot):
            return slot
    return None


def _kind_at(words: list[str], index: int) -> Slot | None:
    """The kind of datum that the word speaks of: "mail adres" is a mail address; an old one is none."""
    slot, before = _KINDS.get(words[index]), words[max(0, index - 2) : index]
    if slot is None or not (_OLD | _OWN).isdisjoint(before):
        return None
    if slot is Slot.ADDRESS and not _OF_MAIL.isdisjoint(before + words[index + 1 : index + _NEAR]):
        return Slot.EMAIL
    return slot


def _says_no(words: list[str], index: int, slot: Slot) -> bool:
    before, behind = words[max(0, index - _NEAR) : index], words[index + 1 : index + 1 + _REACH]
    stated = not _STATES.isdisjoint(before + behind)
    if stated and (_is_no_good(before + behind) or _is_of_another(behind, slot)):
        return True
    around = words[max(0, index - _REACH) : index] + behind
    return not _THIS.isdisjoint(before) and _may_not_be_used(around) and not any(map(_tells_time, around))


def _is_no_good(words: list[str]) -> bool:
    """ "Klopt niet meer", "n'est plus valable", "is verkeerd"."""
    if not _WRONG.isdisjoint(words):
        return True
    for index, word in enumerate(words):
        behind = words[index + 1 : index + 1 + _NEAR]
        if word in _NOT and not (_LONGER | _RIGHT).isdisjoint((*behind, "plus" if word == "plus" else "")):
            return True
        if word in _RIGHT and not _NOT.isdisjoint(behind[:2]):
            return True
    return False


def _is_of_another(words: list[str], slot: Slot) -> bool:
    """ "Is intussen van haar ex"; who lives with her parents shares their address, not their telephone."""
    for index, word in enumerate(words):
        whose = words[index + 1 : index + 1 + _NEAR] if word in _OF else []
        persons = persons_in(" ".join(whose)) - {Person.CHILD}
        if any(person.is_another for person in persons):
            return True
        if slot is not Slot.ADDRESS and any(person.is_parent for person in persons):
            return not _POSSESSIVE.isdisjoint(whose)
    return False


def _may_not_be_used(words: list[str]) -> bool:
    """ "NIET bellen op dit nummer", "bel dit nummer niet", "ne pas appeler ce numéro"."""
    negations = [index for index, word in enumerate(words) if word in _NOT]
    return any(not _USE.isdisjoint(words[max(0, index - 6) : index + 4]) for index in negations)


def _tells_time(word: str) -> bool:
    return word in _TIMES or (word[:1].isdigit() and len(word.rstrip("uh")) <= 4)
