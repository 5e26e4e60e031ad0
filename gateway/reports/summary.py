"""The summary of a period, to be signed off: how many, how they ended, why, and what was left out."""

from gateway.reports.blocks import Block, Document, Facts, Heading, Paragraph, grid, number, opened
from gateway.reports.frame import Frame, checkpoint_facts, most, outcomes, signature
from gateway.reports.table import Cell, reason_words
from gateway.reports.tally import Tally
from gateway.texts import category_word

_MOST_SENDERS = 12


def summary(tally: Tally, frame: Frame, chosen: tuple[tuple[str, str], ...] = ()) -> Document:
    """The document over what ``tally`` counted; ``chosen`` are the filters, as names and values."""
    words = frame.words
    named = tuple((words[f"column_{name}"], value) for name, value in chosen)
    parts: list[Block] = [Facts((*named, (words["transfers"], number(tally.count)))), outcomes(tally, frame)]
    for title, counts in _counts(tally, frame):
        parts += [grid((opened(title), words["count"]), counts)] if counts else []
    parts += [Heading(words["checkpoint"]), Paragraph(words["checkpoint_means"]), checkpoint_facts(frame)]
    parts += [Heading(words["signed_off"]), Facts(signature(frame))]
    return Document(
        words["summary_title"], frame.period(), tuple(parts), frame.footer(), frame.language, frame.made
    )


def _counts(tally: Tally, frame: Frame) -> tuple[tuple[str, tuple[tuple[str, int], ...]], ...]:
    words, language = frame.words, frame.language
    reasons = tuple((reason_words(code, language), n) for code, n in most(tally.reasons, len(tally.reasons)))
    behind = ((words["by_next_hop"], tally.untaken),) if tally.untaken else ()
    kinds = tuple(
        (category_word(kind, language), n) for kind, n in most(tally.superfluous, len(tally.superfluous))
    )
    senders = tuple((sender or words["null_sender"], n) for sender, n in most(tally.senders, _MOST_SENDERS))
    others = tally.senders.total() - sum(n for _, n in senders)
    rest = ((words["others"], others),) if others else ()
    return (
        (words["by_reason"], (*reasons, *behind)),
        (words["by_kind"], kinds),
        (words["by_sender"], (*senders, *rest)),
    )


def total_rows(tally: Tally, frame: Frame) -> tuple[tuple[Cell, ...], ...]:
    """The sheet of totals: what is counted, of what, and how many."""
    words = frame.words
    ended = tuple((words["by_outcome"], words[f"outcome_{o}"], n) for o, n in sorted(tally.outcomes.items()))
    rest = tuple((title, name, n) for title, counts in _counts(tally, frame) for name, n in counts)
    return ((words["transfers"], words["total"], tally.count), *ended, *rest)


def total_names(frame: Frame) -> tuple[str, str, str]:
    """The headings of the sheet of totals."""
    return frame.words["counted"], frame.words["of_what"], frame.words["count"]
