"""What is in a bundle, in words for people: Dutch, French and English, one after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gateway.ledger.transfers import Transfer
from gateway.texts import catalogue

_LANGUAGES = ("nl", "fr", "en")
_COMMAND = "python3 verify.py BUNDLE.zip --key {key} --checkpoint CHECKPOINT.txt"


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of one bundle: its log and key (hex), the size of the log, the records in the bundle.

    ``after`` is how many of the log's records came after the last anchor.
    """

    log: str
    key: str
    size: int
    records: int
    after: int


def report(summary: Summary, transfers: Sequence[Transfer]) -> str:
    """The text of ``report.txt``: three languages, then one line for each transfer."""
    parts = ["\n".join(_words(summary, len(transfers), language)) for language in _LANGUAGES]
    lines = [" ".join(_columns(transfer)) for transfer in transfers]
    return "\n\n".join((*parts, "\n".join(lines))) + "\n"


def _words(summary: Summary, transfers: int, language: str) -> Iterator[str]:
    phrases = catalogue(language).phrases
    yield phrases["evidence_title"].format(log=summary.log)
    yield phrases["evidence_head"].format(size=summary.size, records=summary.records, transfers=transfers)
    yield phrases["evidence_how"]
    yield f"    {_COMMAND.format(key=summary.key)}"
    yield phrases["evidence_compare"]
    yield phrases["evidence_tail"].format(records=summary.after, size=summary.size)
    yield phrases["evidence_selection"]
    yield phrases["evidence_text"]


def _columns(transfer: Transfer) -> tuple[str, ...]:
    policy = transfer.policy.protocol if transfer.policy else "-"
    numbers = ",".join(str(step.leaf.seq) for step in transfer.steps)
    time = transfer.time.isoformat(timespec="seconds")
    return transfer.id, time, transfer.outcome.value, policy, ",".join(transfer.reasons) or "-", numbers
