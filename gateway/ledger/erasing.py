"""Deleting groups within the transaction that records it."""

from collections.abc import Callable
from dataclasses import dataclass

from gateway.ledger.connection import Connection
from gateway.ledger.database import drop_parts
from gateway.ledger.errors import LedgerUnavailable
from gateway.ledger.spans import Span
from gateway.said import say


@dataclass(frozen=True, slots=True)
class Erasing:
    """By name of a group the spans of records to delete it from, if ``still`` holds in the transaction."""

    groups: tuple[tuple[str, tuple[Span, ...]], ...]
    still: Callable[[], bool]

    def carry_out(self, connection: Connection) -> None:
        """Deletes them. Raises LedgerUnavailable when it is not to be done any more."""
        if not self.still():
            raise LedgerUnavailable(say("what is held has changed since it was worked out what to erase"))
        for group, spans in self.groups:
            drop_parts(connection, group, spans)
        connection.rewrite_parts()
