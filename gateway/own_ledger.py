"""The ledger as this installation opens it, and what earlier processes of it left open in it."""

import asyncio
from collections.abc import Callable
from datetime import datetime

import structlog

from gateway.config import Config
from gateway.ledger.nodes import dismissed
from gateway.ledger.store import Ledger

_log = structlog.get_logger()


def open_ledger(config: Config, clock: Callable[[], datetime], node: str = "") -> Ledger:
    """Opens it as ``node``, by default the configured one; what that left open is ``unknown`` from now on.

    Raises LedgerError.
    """
    ledger = Ledger.open(config.ledger_site, node=node or config.node, log=config.log, clock=clock)
    if done := ledger.migrated:
        facts = {"ledger.format.before": done.before, "ledger.format.after": done.after}
        _log.warning("ledger migrated", **facts, **{"ledger.backup": done.backup})
    for lost in ledger.recovered:
        _log.error("outcome unknown after a crash", **{"event.id": lost, "event.outcome": "unknown"})
    return ledger


async def close_dismissed(config: Config, clock: Callable[[], datetime]) -> None:
    """Closes what workers left open that are no more: there were more of them once. Raises LedgerError."""
    for node in await asyncio.to_thread(dismissed, config.ledger_site, config.node, config.workers):
        await open_ledger(config, clock, node).close()
