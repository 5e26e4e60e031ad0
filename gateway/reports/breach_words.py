"""What a breach is about, in words: which transfers, how many people, what kinds of data, told honestly."""

from gateway.reports.blocks import number
from gateway.reports.breach import Breach, Figures
from gateway.reports.frame import Frame
from gateway.reports.table import field_words

_MOST_REFERENCES = 20


def scope_words(breach: Breach, frame: Frame) -> str:
    """Which transfers it is about: the period, or those that were named."""
    if not breach.references:
        return frame.period()
    more = len(breach.references) - _MOST_REFERENCES
    named = ", ".join(breach.references[:_MOST_REFERENCES]) + (f" (+{more})" if more > 0 else "")
    return frame.words["scope_references"].format(references=named)


def people_words(found: Figures, frame: Frame) -> str:
    """How many people, honestly: one number within a month, a range over several, and what may hide more."""
    words, people, gone = frame.words, found.people, found.tally.gone["subject"]
    if gone and not people.upper:
        return words["gone"]
    exact = people.lower == people.upper
    told = words["people_exact" if exact else "people_between"].format(
        lower=number(people.lower), upper=number(people.upper)
    )
    more = words["people_unknown"].format(count=number(people.unknown_mails))
    told = f"{told}; {more}" if people.unknown_mails else told
    return f"{told}; {words['gone_of'].format(count=number(gone))}" if gone else told


def kinds_words(found: Figures, frame: Frame) -> str:
    """The fields that were handed on, and whether some mail passed unread."""
    words, gone = frame.words, found.tally.gone["subject"]
    nothing = words["gone"] if gone else words["none"]
    told = field_words(tuple(sorted(found.tally.fields)), frame.language) or nothing
    if gone and told != nothing:
        told = f"{told}; {words['gone_of'].format(count=number(gone))}"
    return f"{told}; {frame.words['fields_unknown']}" if found.tally.opaque else told
