"""The annex of the breach dossier: the messages that it is about, after all that art. 33(3) asks."""

from gateway.reports.blocks import Block, Grid, Heading, Paragraph, number
from gateway.reports.breach import Figures
from gateway.reports.frame import Frame
from gateway.reports.table import row

#: Of the columns in the width: a reference and a moment do not break.
SHARES = (14, 11, 9, 11, 11, 7)


def messages(found: Figures, frame: Frame) -> list[Block]:
    """The first of them in a table; nothing when there are none."""
    words = frame.words
    if not found.named:
        return []
    names = (
        *(words[f"column_{name}"] for name in ("reference", "when", "what", "who", "to")),
        words["clients"],
    )
    rows = tuple(_message(cells) for cells in (row(t, frame.language, frame.zone) for t in found.named))
    told = words["messages_are"].format(shown=number(len(rows)), count=number(found.tally.count))
    return [
        Heading(words["messages"]),
        Paragraph(told),
        Grid(names, rows, SHARES, frozenset({5})),
    ]


def _message(cells: tuple[object, ...]) -> tuple[str, ...]:
    reference, _, local, _, what, who, to, _, _, about, *_ = cells
    return (
        str(reference),
        f"{local:%Y-%m-%d %H:%M}",
        str(what),
        str(who),
        str(to),
        "" if about is None else str(about),
    )
