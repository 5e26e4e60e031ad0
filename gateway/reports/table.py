"""Transfers as rows for a spreadsheet, in Flanders' audit vocabulary: who did what, when, why, about whom."""

from datetime import datetime, tzinfo
from functools import lru_cache

from gateway.decision import Code, FieldName, Superfluous
from gateway.ledger.transfers import Transfer
from gateway.reports.tally import is_opaque
from gateway.texts import category_word, field_word, wording
from gateway.texts.reports import report_words

Cell = str | int | datetime | None

_CODES, _FIELDS = frozenset(map(str, Code)), frozenset(map(str, FieldName))

COLUMNS = (
    "reference",
    "number",
    "when",
    "when_utc",
    "what",
    "who",
    "to",
    "why",
    "reason",
    "about",
    "fields",
    "left_out",
    "tls",
    "reply",
    "next_hop",
    "policy",
    "leaf",
    "erased",
)


def headings(language: str) -> tuple[str, ...]:
    """The names of the columns."""
    words = report_words(language)
    return tuple(words[f"column_{name}"] for name in COLUMNS)


def row(transfer: Transfer, language: str, zone: tzinfo | None) -> tuple[Cell, ...]:
    """One transfer in the order of ``COLUMNS``; moments without zone, the first in ``zone`` (None: here)."""
    words, policy = report_words(language), transfer.policy
    return (
        transfer.id,
        transfer.seq,
        transfer.time.astimezone(zone).replace(tzinfo=None),
        transfer.time.replace(tzinfo=None),
        words[f"outcome_{transfer.outcome}"],
        transfer.sender,
        ", ".join(transfer.recipient),
        policy.protocol if policy else "",
        "; ".join(reason_words(code, language) for code in transfer.reasons),
        len(transfer.clients) or None,
        words["fields_unknown"] if is_opaque(transfer) else _clients(transfer.clients, language),
        _kinds(transfer.superfluous, language),
        transfer.tls or "",
        transfer.reply,
        transfer.next_hop,
        policy.digest if policy else "",
        transfer.leaf,
        ", ".join(words[f"group_{name}"] for name in transfer.erased),
    )


def reason_words(code: str, language: str) -> str:
    """The reason in a few words; a code that this version does not know stays what it is."""
    if code not in _CODES:
        return code
    # Which field it was the ledger does not hold.
    return wording(Code(code), language).short.replace("{field}", report_words(language)["some_field"])


def field_words(names: tuple[str, ...], language: str) -> str:
    """The names of fields, as a person reads them."""
    return ", ".join(field_word(FieldName(name), language) if name in _FIELDS else name for name in names)


@lru_cache(maxsize=512)
def _clients(clients: tuple[tuple[str, ...], ...], language: str) -> str:
    return "; ".join(field_words(fields, language) for fields in clients)


@lru_cache(maxsize=512)
def _kinds(kinds: tuple[Superfluous, ...], language: str) -> str:
    return ", ".join(f"{kind.count} × {category_word(kind.category, language)}" for kind in kinds)
