"""The ledger's answers: their published JSON, and in words for a person, one thing a line."""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import chain, islice
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from gateway.cli.complaint import here
from gateway.cli.transfer_words import Pair, came, why
from gateway.ledger.holds import Hold
from gateway.ledger.record import Outcome, moment
from gateway.ledger.report import Problem, Report
from gateway.ledger.transfers import Transfer
from gateway.said import Said, say

_PIPE_COLUMNS = 160
_LIST_NAMES = ("Reference", "When", "Outcome", "From", "To", "Why, or what was left out")
_TABLE_ROWS = 500
_UNGOVERNED = "none governs this mail"

_MEANING = {
    Outcome.ACCEPTED: "delivered to the mailbox",
    Outcome.REJECTED: "refused; nothing was delivered",
    Outcome.DEFERRED: "not delivered; the sender's server tries again by itself",
    Outcome.UNKNOWN: "interrupted; it may or may not have been delivered, ask the mailbox",
    Outcome.ERASED: "the ledger no longer tells, as retention asks",
    Outcome.OPEN: "being delivered now, or interrupted and not yet closed",
}


def report_shape(report: Report) -> dict[str, Any]:
    """The published JSON of a verification."""
    problem = report.problem
    place = None
    if problem is not None:
        place = {"seq": problem.seq, "id": problem.id, "where": problem.where}
        place |= {"what": problem.what, "means": problem.means}
    return {
        "ok": report.ok,
        "log": report.log,
        "size": report.size,
        "root": report.root,
        "checkpoints": report.checkpoints,
        "open": list(report.open),
        "problem": place,
        "cannot_see": list(report.limits),
    }


def print_json(value: object) -> None:
    """Prints ``value`` as JSON on standard output."""
    click.echo(json.dumps(value, indent=2, ensure_ascii=False))


def print_array(values: Iterable[object]) -> None:
    """Prints ``values`` as one JSON array, each as it comes."""
    before = "["
    for value in values:
        text = json.dumps(value, indent=2, ensure_ascii=False).replace("\n", "\n  ")
        click.echo(f"{before}\n  {text}", nl=False)
        before = ","
    click.echo("[]" if before == "[" else "\n]")


def print_list(found: Iterable[Transfer]) -> None:
    """Prints a row for each transfer, and how many ended how.

    A long list is printed as it comes: its columns are as wide as the first rows need.
    """
    counts = Counter[Outcome]()
    rows = (_list_row(transfer, counts) for transfer in found)
    first = list(islice(rows, _TABLE_ROWS))
    following = next(rows, None)
    if following is None:
        _print_list_table(first)
    else:
        widths = [max(map(len, column)) for column in zip(*first, strict=True)]
        every = chain((_LIST_NAMES,), first, (following,), rows)
        lines = ("  ".join(map(str.ljust, row, widths)).rstrip() for row in every)
        while some := list(islice(lines, _TABLE_ROWS)):
            click.echo("\n".join(some))
    parts = ", ".join(f"{counts[outcome]} {outcome}" for outcome in Outcome if counts[outcome])
    click.echo(f"Transfers: {counts.total()} ({parts})." if counts else "No transfers.")


def _print_list_table(rows: Sequence[Sequence[str]]) -> None:
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in _LIST_NAMES:
        table.add_column(name, no_wrap=name in ("Reference", "When"), overflow="fold")
    for row in rows:
        table.add_row(*row)
    if rows:
        _console().print(table)


def _list_row(transfer: Transfer, counts: Counter[Outcome]) -> tuple[str, ...]:
    """The row of ``transfer``, which is counted in ``counts``."""
    counts[transfer.outcome] += 1
    opaque = "sealed, not inspected" if transfer.opaque else ""
    said = _unless_erased(transfer, "measures", why(transfer) or opaque or _left_out(transfer))
    ends = tuple(
        _unless_erased(transfer, "transport", end)
        for end in (transfer.sender or "<>", ", ".join(transfer.recipient))
    )
    return (transfer.id, when(transfer.time), transfer.outcome.value, *ends, said)


def print_transfer(transfer: Transfer) -> None:
    """Prints everything the ledger holds of one transfer."""
    policy = transfer.policy
    clients = "; ".join(", ".join(fields) for fields in transfer.clients)
    _print_pairs(
        (
            ("Reference", transfer.id),
            ("When", when(transfer.time)),
            ("Outcome", f"{transfer.outcome}: {_MEANING[transfer.outcome]}"),
            ("From", _unless_erased(transfer, "transport", transfer.sender or "<> (a bounce or receipt)")),
            ("To", _unless_erased(transfer, "transport", ", ".join(transfer.recipient))),
            ("Transport", _unless_erased(transfer, "transport", transfer.tls or "not encrypted")),
            ("Protocol", _unless_erased(transfer, "measures", policy.protocol if policy else _UNGOVERNED)),
            ("Policy file", "" if policy is None else policy.digest),
            *came(transfer.transport),
            ("Why", why(transfer)),
            ("Inspected", "no: it was handed on sealed, as it came" if transfer.opaque else ""),
            ("Fields passed", _unless_erased(transfer, "subject", clients)),
            ("Left out", _left_out(transfer)),
            ("Reply", _code(transfer.reply)),
            ("Next hop said", _code(transfer.next_hop)),
            *((f"Record {s.leaf.seq}", f"{s.type}, {when(s.time)}, {s.leaf.hash}") for s in transfer.steps),
        )
    )


def print_report(report: Report) -> None:
    """Prints, in the language of the locale, whether the ledger is whole and what no check can see."""
    if report.problem is None:
        click.echo(here(_whole(report)))
        _print_said(((say("Log"), report.log), (say("Root"), report.root)))
    else:
        _print_problem(report.problem, report.size)
    if report.open:
        names = ", ".join(report.open)
        click.echo("\n" + here(say("Transfers without outcome yet: {names}", names=names)))
    click.echo("\n" + here(say("What this check cannot see:")))
    for limit in report.limits:
        click.echo(f"- {here(limit)}")


def _whole(report: Report) -> Said:
    return say(
        "The ledger is whole: {size} records and {checkpoints} checkpoints agree.",
        size=report.size,
        checkpoints=report.checkpoints,
    )


def _print_problem(problem: Problem, good: int) -> None:
    click.echo(here(say("The ledger is NOT whole. The first bad place:")))
    now = say("Change nothing, keep a copy of the folder, and inform the data-protection officer.")
    _print_said(
        (
            (say("Place"), problem.where),
            (say("Transfer"), problem.id or ""),
            (say("Seen"), problem.seen()),
            (say("Meaning"), problem.means),
            (say("Before it"), say("{good} records agree with each other", good=good)),
            (say("Now"), now),
        )
    )


def _print_said(pairs: Iterable[Pair]) -> None:
    _print_pairs((here(name), here(value)) for name, value in pairs)


def _print_pairs(pairs: Iterable[Pair]) -> None:
    table = Table(box=None, show_header=False, pad_edge=False)
    for name, value in pairs:
        if value:
            table.add_row(name, value)
    _console().print(table)


def _console() -> Console:
    """A terminal's own width; a pipe or file has none, and gets room for one line a row."""
    width = None if sys.stdout.isatty() else _PIPE_COLUMNS
    return Console(width=width, markup=False, highlight=False, emoji=False)


def _left_out(transfer: Transfer) -> str:
    return ", ".join(f"{kind.count} {kind.category} ({kind.where})" for kind in transfer.superfluous)


def _unless_erased(transfer: Transfer, group: str, said: str) -> str:
    """``said``, or that it was erased in its time."""
    return "erased" if group in transfer.erased else said


def _code(code: int | None) -> str:
    return "" if code is None else str(code)


def hold_shape(hold: Hold) -> dict[str, Any]:
    """The published JSON of a hold."""
    return {
        "hold": hold.id,
        "time": hold.time.isoformat(timespec="milliseconds"),
        "by": hold.user,
        "reason": hold.reason,
        "transfer": hold.transfer,
        "from": None if hold.since is None else moment(hold.since).isoformat(),
        "to": None if hold.until is None else moment(hold.until).isoformat(),
    }


def print_holds(holds: Sequence[Hold]) -> None:
    """Prints a line for each hold that stands."""
    rows = [(hold.id, when(hold.time), _held(hold), hold.user, hold.reason) for hold in holds]
    print_table(("Hold", "Since", "On", "By", "Why"), rows) if rows else click.echo("Nothing is held.")


def _held(hold: Hold) -> str:
    if hold.transfer is not None:
        return hold.transfer
    bounds = (("from", hold.since), ("to", hold.until))
    return " ".join(f"{word} {when(moment(t))}" for word, t in bounds if t is not None)


def print_table(names: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Prints ``rows`` under ``names``."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in names:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*row)
    _console().print(table)


def when(time: datetime) -> str:
    """In this machine's time zone, its offset named."""
    return time.astimezone().strftime("%Y-%m-%d %H:%M:%S %z")
