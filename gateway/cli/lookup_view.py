"""The answer to a look-up and the keys of the months: their published JSON, and in words for a person."""

from collections.abc import Collection, Sequence
from typing import Any

import click

from gateway.cli.transfers_view import print_table, when
from gateway.ledger.lookup import Answer, Hit
from gateway.ledger.months import Month


def shape(answer: Answer) -> dict[str, Any]:
    """The published JSON of an answer."""
    return {
        "hits": [
            {
                "id": hit.transfer.id,
                "time": hit.transfer.time.isoformat(timespec="milliseconds"),
                "outcome": hit.transfer.outcome,
                "recipient": list(hit.transfer.recipient),
                "found_by": list(hit.kinds),
            }
            for hit in answer.hits
        ],
        "searched": answer.searched,
        "closed": [{"month": month, "mails": count} for month, count in answer.closed],
        "unknown": answer.unknown,
    }


def print_answer(answer: Answer) -> None:
    """Prints what was found, how far was searched, and what nobody can tell."""
    if answer.hits:
        print_table(("Reference", "When", "Outcome", "To", "Found by"), map(_row, answer.hits))
    click.echo(f"{len(answer.hits)} of the {answer.searched} mails that could be searched bear this person.")
    for month, count in answer.closed:
        click.echo(f"Not searched: {count} mails of {month}; give the opened key with --month-key.")
    if answer.unknown:
        click.echo(f"Unknown: {answer.unknown} mails passed, and nobody can tell about whom.")


def months_shape(months: Sequence[Month], here: Collection[str]) -> list[dict[str, Any]]:
    """The published JSON of the months' keys; ``here`` are the ids of those that lie beside the ledger."""
    return [
        {
            "month": month.month,
            "key": month.key,
            "commitment": month.commitment,
            "recipients": list(month.recipients),
            "here": month.key in here,
        }
        for month in months
    ]


def print_months(months: Sequence[Month], here: Collection[str]) -> None:
    """Prints a line for each record of a month's key."""
    rows = [
        (
            month.month,
            month.key,
            ", ".join(month.recipients) or "nobody",
            "here" if month.key in here else "wiped",
        )
        for month in months
    ]
    print_table(("Month", "Key", "Sealed to", "The key itself"), rows) if rows else click.echo("No months.")


def _row(hit: Hit) -> tuple[str, ...]:
    transfer = hit.transfer
    to = "erased" if "transport" in transfer.erased else ", ".join(transfer.recipient)
    return transfer.id, when(transfer.time), transfer.outcome.value, to, ", ".join(hit.kinds)
