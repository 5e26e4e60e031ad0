"""The answer to a look-up and the keys of the months: their published JSON, and in words for a person."""

from collections.abc import Collection, Sequence
from typing import Any

from gateway.cli.complaint import tell
from gateway.cli.tables import print_table
from gateway.cli.transfers_view import when
from gateway.ledger.lookup import Answer, Hit
from gateway.ledger.months import Month
from gateway.said import Said, joined, say

_KINDS = {"phone": say("phone"), "email": say("email"), "name": say("name")}


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
        "kept_out": answer.kept_out,
    }


def print_answer(answer: Answer) -> None:
    """Prints what was found, how far was searched, and what nobody can tell."""
    if answer.hits:
        names = (say("Reference"), say("When"), say("Outcome"), say("To"), say("Found by"))
        print_table(names, map(_row, answer.hits))
    tell(
        say(
            "{hits} of the {searched} mails that could be searched bear this person.",
            hits=len(answer.hits),
            searched=answer.searched,
        )
    )
    for month, count in answer.closed:
        tell(_closed(month, count, openable=month in answer.openable))
    if answer.unknown:
        tell(say("Unknown: {count} mails passed, and nobody can tell about whom.", count=answer.unknown))
    if answer.kept_out:
        tell(
            say(
                "Not searched, for they were not handed on: {count}. Nothing is kept of whose they were.",
                count=answer.kept_out,
            )
        )


def _closed(month: str, count: int, *, openable: bool) -> Said:
    if openable:
        return say(
            "Not searched: {count} mails of {month}; give the opened key with --month-key.",
            count=count,
            month=month,
        )
    return say(
        "Not searched: {count} mails of {month}; its key was sealed to nobody, so nobody can search them.",
        count=count,
        month=month,
    )


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
    """Prints a line for each key; one may be recorded before there is anybody to seal it to."""
    sealed = {one.key: ", ".join(one.recipients) for one in months if one.recipients}
    rows = [
        (month, key, sealed.get(key, say("nobody")), say("here") if key in here else say("wiped"))
        for month, key in dict.fromkeys((one.month, one.key) for one in months)
    ]
    if rows:
        print_table((say("Month"), say("Key"), say("Sealed to"), say("The key itself")), rows)
    else:
        tell(say("No months."))


def _row(hit: Hit) -> tuple[str, ...]:
    transfer = hit.transfer
    to = say("erased") if "transport" in transfer.erased else ", ".join(transfer.recipient)
    return (
        transfer.id,
        when(transfer.time),
        transfer.outcome.value,
        to,
        joined(", ", map(_KINDS.__getitem__, hit.kinds)),
    )
