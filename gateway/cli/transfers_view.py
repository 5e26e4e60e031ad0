"""The ledger's answers: their published JSON, and in words for a person, one thing a line."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import chain, islice
from typing import Any

import click

from gateway.cli.complaint import here, tell
from gateway.cli.tables import print_pairs, print_table
from gateway.cli.transfer_words import came, ended, left_out, passed, why
from gateway.ledger.holds import Hold
from gateway.ledger.record import Outcome, moment
from gateway.ledger.report import Problem, Report
from gateway.ledger.transfers import Step, Transfer
from gateway.said import Said, joined, say

_UNBROKEN = (say("Reference"), say("When"))
_LIST_NAMES = (*_UNBROKEN, say("Outcome"), say("From"), say("To"), say("Why, or what was left out"))
_TABLE_ROWS = 500


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
    if following is not None:
        _print_long_list(first, chain((following,), rows))
    elif first:
        print_table(_LIST_NAMES, first, unbroken=_UNBROKEN)
    parts = ", ".join(f"{counts[outcome]} {outcome}" for outcome in Outcome if counts[outcome])
    total = say("Transfers: {count} ({parts}).", count=counts.total(), parts=parts)
    tell(total if counts else say("No transfers."))


def _print_long_list(first: Sequence[tuple[str, ...]], rows: Iterable[tuple[str, ...]]) -> None:
    names = tuple(map(here, _LIST_NAMES))
    widths = [max(map(len, column)) for column in zip(names, *first, strict=True)]
    lines = ("  ".join(map(str.ljust, row, widths)).rstrip() for row in chain((names,), first, rows))
    while some := list(islice(lines, _TABLE_ROWS)):
        click.echo("\n".join(some))


def _list_row(transfer: Transfer, counts: Counter[Outcome]) -> tuple[str, ...]:
    """The row of ``transfer`` in the language of the locale; it is counted in ``counts``."""
    counts[transfer.outcome] += 1
    opaque = say("sealed, not inspected") if transfer.opaque else ""
    said = _unless_erased(transfer, "measures", why(transfer) or opaque or left_out(transfer))
    ends = tuple(
        _unless_erased(transfer, "transport", end)
        for end in (transfer.sender or "<>", ", ".join(transfer.recipient))
    )
    return (transfer.id, when(transfer.time), transfer.outcome.value, *map(here, (*ends, said)))


def print_transfer(transfer: Transfer) -> None:
    """Prints everything the ledger holds of one transfer."""
    policy = transfer.policy
    ungoverned = say("none governs this mail")
    bounce = say("<> (a bounce or receipt)")
    unencrypted = say("not encrypted")
    sealed = say("no: it was handed on sealed, as it came")
    print_pairs(
        (
            (say("Reference"), transfer.id),
            (say("When"), when(transfer.time)),
            (say("Outcome"), ended(transfer.outcome)),
            (say("From"), _unless_erased(transfer, "transport", transfer.sender or bounce)),
            (say("To"), _unless_erased(transfer, "transport", ", ".join(transfer.recipient))),
            (say("Transport"), _unless_erased(transfer, "transport", transfer.tls or unencrypted)),
            (
                say("Protocol"),
                _unless_erased(transfer, "measures", policy.protocol if policy else ungoverned),
            ),
            (say("Policy file"), "" if policy is None else policy.digest),
            *came(transfer.transport),
            (say("Why"), why(transfer)),
            (say("Inspected"), sealed if transfer.opaque else ""),
            (say("Fields passed"), _unless_erased(transfer, "subject", passed(transfer))),
            (say("Left out"), left_out(transfer)),
            (say("Reply"), _code(transfer.reply)),
            (say("Next hop said"), _code(transfer.next_hop)),
            *map(_step, transfer.steps),
        )
    )


def _step(step: Step) -> tuple[str, str]:
    return say("Record {seq}", seq=step.leaf.seq), f"{step.type}, {when(step.time)}, {step.leaf.hash}"


def print_report(report: Report) -> None:
    """Prints, in the language of the locale, whether the ledger is whole and what no check can see."""
    if report.problem is None:
        tell(_whole(report))
        print_pairs(((say("Log"), report.log), (say("Root"), report.root)))
    else:
        _print_problem(report.problem, report.size)
    if report.open and report.problem is None:
        names = ", ".join(report.open)
        tell(say("\n{said}", said=say("Transfers without outcome yet: {names}", names=names)))
    tell(say("\n{said}", said=say("What this check cannot see:")))
    for limit in report.limits:
        tell(say("- {limit}", limit=limit))


def _whole(report: Report) -> Said:
    return say(
        "The ledger is whole: {size} records and {checkpoints} checkpoints agree.",
        size=report.size,
        checkpoints=report.checkpoints,
    )


def _print_problem(problem: Problem, good: int) -> None:
    tell(say("The ledger is NOT whole. The first bad place:"))
    now = say("Change nothing, keep a copy of the ledger, and tell the DPO.")
    print_pairs(
        (
            (say("Place"), problem.where),
            (say("About"), problem.id or ""),
            (say("Seen"), problem.seen()),
            (say("Meaning"), problem.means),
            (say("Before it"), say("{good} records agree with each other", good=good)),
            (say("Now"), now),
        )
    )


def _unless_erased(transfer: Transfer, group: str, said: str) -> str:
    """``said``, or that it was erased in its time."""
    return say("erased") if group in transfer.erased else said


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
    if rows:
        print_table((say("Hold"), say("Since"), say("On"), say("By"), say("Why")), rows)
    else:
        tell(say("Nothing is held."))


def _held(hold: Hold) -> str:
    if hold.transfer is not None:
        return hold.transfer
    since = None if hold.since is None else say("from {moment}", moment=when(moment(hold.since)))
    until = None if hold.until is None else say("to {moment}", moment=when(moment(hold.until)))
    return joined(" ", filter(None, (since, until)))


def when(time: datetime) -> str:
    """In this machine's time zone, its offset named."""
    return time.astimezone().strftime("%Y-%m-%d %H:%M:%S %z")
