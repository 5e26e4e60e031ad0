"""The art. 7 report: which kinds of superfluous data each sender sent in each month, never the data."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import tzinfo

from gateway.ledger.transfers import Transfer
from gateway.reports.blocks import Block, Document, Grid, Heading, Paragraph, number
from gateway.reports.frame import Frame, checkpoint_facts
from gateway.texts import category_word


@dataclass(frozen=True, slots=True)
class Line:
    """In ``month`` ``sender`` sent ``mails`` mails with ``pieces`` pieces of data of ``kind``.

    ``sender`` is None when it was erased in its time.
    """

    month: str
    protocol: str
    sender: str | None
    kind: str
    mails: int
    pieces: int


def superfluous_lines(transfers: Iterable[Transfer], zone: tzinfo | None) -> tuple[Line, ...]:
    """A line for each month (in ``zone``), protocol, sender and kind, in that order."""
    mails, pieces = Counter[tuple[str, ...]](), Counter[tuple[str, ...]]()
    for transfer in transfers:
        for kind in transfer.superfluous:
            pieces[(*_of(transfer, zone), kind.category)] += kind.count
        for category in {kind.category for kind in transfer.superfluous}:
            mails[(*_of(transfer, zone), category)] += 1
    return tuple(_line(key, mails[key], pieces[key]) for key in sorted(pieces))


def rows(lines: Iterable[Line], frame: Frame) -> tuple[tuple[str | int, ...], ...]:
    """The lines as cells."""
    return tuple(
        (
            line.month,
            line.protocol,
            _sender(line, frame),
            category_word(line.kind, frame.language),
            line.mails,
            line.pieces,
        )
        for line in lines
    )


def names(frame: Frame) -> tuple[str, ...]:
    """The headings of the columns."""
    words = frame.words
    return tuple(
        words[name] for name in ("month", "column_why", "column_who", "kind", "mails_with", "pieces")
    )


def superfluous_report(lines: tuple[Line, ...], frame: Frame) -> Document:
    """The document for the sending party."""
    words = frame.words
    told = tuple(
        tuple(number(cell) if isinstance(cell, int) else cell for cell in row) for row in rows(lines, frame)
    )
    table: Block = Grid(names(frame), told, (3, 6, 7, 6, 3, 4), frozenset({4, 5}))
    parts: tuple[Block, ...] = (
        Paragraph(words["superfluous_means"]),
        table if told else Paragraph(words["superfluous_none"]),
        Heading(words["checkpoint"]),
        checkpoint_facts(frame),
    )
    return Document(
        words["superfluous_title"], frame.period(), parts, frame.footer(), frame.language, frame.made
    )


def _of(transfer: Transfer, zone: tzinfo | None) -> tuple[str, str, str]:
    month = transfer.time.astimezone(zone).strftime("%Y-%m")
    # A sender that is known begins with an equals sign here, so that none can be taken for an erased one.
    sender = "" if "transport" in transfer.erased else f"={transfer.sender}"
    return month, "" if transfer.policy is None else transfer.policy.protocol, sender


def _line(key: tuple[str, ...], mails: int, pieces: int) -> Line:
    month, protocol, sender, kind = key
    return Line(month, protocol, sender[1:] if sender else None, kind, mails, pieces)


def _sender(line: Line, frame: Frame) -> str:
    if line.sender is None:
        return frame.words["erased"]
    return line.sender or frame.words["null_sender"]
