"""Lines that are no field: salutations, titles over a section, and sentences."""

from typing import Final

from gateway.slots import deny
from gateway.slots.labels import classify, fold

_HEADING_WORDS, _HEADING_DIGITS = 8, 3
# A line with one of these is a sentence, end or no end.
_VERBS: Final = frozenset(
    """
    is was heeft had woont wonen verblijft leeft werkt krijgt kreeg zoekt vraagt wil kan mag moet gaat komt
    spreekt weet wenst neemt est etait vit habite parle cherche souhaite travaille peut veut doit has lives
    works speaks wants needs stays ist hat wohnt lebt spricht sucht arbeitet mochte kann
    """.split()
)
_GREETINGS: Final = frozenset(
    """
    beste dag hallo hoi hey geachte goede goedemorgen goedemiddag goeiedag goeiemorgen goeiemiddag
    goedendag lieve bonjour bonsoir cher chere chers salut hi hello dear good guten sehr liebe lieber
    hierbij bij in zie tav t aan ter
    """.split()
)

_GREETED: Final = frozenset(
    """
    tag morgen abend nachmittag morning afternoon evening day middag avond dag dames damen heren herren
    geehrte geehrter collega collegas collegue collegues colleague colleagues kollege kollegin kollegen
    madame monsieur mevrouw meneer mijnheer heer sir madam allen allemaal team
    """.split()
)


def is_verb(word: str) -> bool:
    """Whether ``word`` makes what it stands in a sentence."""
    return fold(word) in _VERBS


def says_something(word: str) -> bool:
    """Whether ``word`` is no name: a verb, a greeting, a word of a form or of a sentence."""
    folded = fold(word)
    return folded in _VERBS | _GREETINGS | deny.WORDS or classify(word) is not None


def is_greeting(text: str) -> bool:
    """``Dag collega``: whoever is addressed is not who the letter is about."""
    return fold(text).split(" ")[0] in _GREETINGS and ":" not in text


def only_greets(words: list[str]) -> bool:
    """``Guten Tag``, ``Beste Collega``: a greeting without a name."""
    folded = [fold(word) for word in words]
    return folded[0] in _GREETINGS and _GREETED.issuperset(folded[1:])


def is_short_title(text: str) -> bool:
    """A few words: no sentence, no remark, no field of unknown name, no number."""
    words = fold(text).split()
    if not 0 < len(words) <= _HEADING_WORDS or text.endswith((".", ",", "!", "?", ";")):
        return False
    if text[0] in "([" or ": " in text or "? " in text or not _VERBS.isdisjoint(words):
        return False
    return sum(map(str.isdigit, text)) <= _HEADING_DIGITS
