"""Who looked at what is on the ledger too: a view of a transfer, an export, before it is shown."""

from gateway.console.visit import Desk, Visit
from gateway.ledger.keeping import new_name, record, writing_beside
from gateway.ledger.lookup import access_entry
from gateway.ledger.record import Entry, RecordType
from gateway.reports.dossier import IN_CONSOLE

#: The node under which the console writes, beside the gateway that runs.
_NODE = "console"


def recorded(desk: Desk, *entries: Entry) -> None:
    """Makes ``entries`` durable. Raises LedgerError when one of them is not."""
    config = desk.config
    with writing_beside(config.ledger_site, f"{config.node}-{_NODE}", config.log) as writer:
        record(writer, entries, desk.clock())
    desk.days.soon()


def seen(desk: Desk, visit: Visit, what: str, transfers: int) -> None:
    """Records that this visitor is about to see so many transfers; ``what`` is "view" or "export"."""
    name = new_name(RecordType.LOOKUP)
    recorded(desk, access_entry(name, what, transfers, visitor(visit)))


def visitor(visit: Visit) -> str:
    """The visitor as the ledger names who asks."""
    if visit.account is None:
        return "nobody"
    source = visit.account.source and f", {visit.account.source}"
    return f"{visit.account.name}{IN_CONSOLE}{source}"


def name_of(visit: Visit) -> str:
    """The visitor as colleagues read it."""
    if visit.account is None:
        return ""
    return f"{visit.account.name} ({visit.account.source})" if visit.account.source else visit.account.name
