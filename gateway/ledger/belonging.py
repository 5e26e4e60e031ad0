"""Whether a ledger is the one that an installation means: by the name of its log, and by its key."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from gateway.ledger.database import State, read_state
from gateway.ledger.errors import LedgerDamaged, LedgerUnavailable
from gateway.ledger.place import Site
from gateway.ledger.record import is_name
from gateway.ledger.snapshot import snapshot
from gateway.said import Said, say


@dataclass(frozen=True, slots=True)
class Foreign:
    """Why a ledger is not the one that is meant: a clause, and a sentence on what to do."""

    wrong: Said
    remedy: Said

    def said(self) -> Said:
        """Both behind each other."""
        return say("{wrong}. {remedy}", wrong=self.wrong, remedy=self.remedy)


def foreign(state: State, log: str, public_key: bytes, key: Path) -> Foreign | None:
    """What in ``state`` is not ``log``, the name, or not ``public_key``, which the file ``key`` has."""
    if state.public_key != public_key:
        return Foreign(
            say("the ledger is signed with another key than the one in {file}", file=key),
            say(
                "Put the ledger's own key back there, from where you keep it; if it lies there, tell the DPO."
            ),
        )
    if state.log != log:
        found = state.log if is_name(state.log) else "?"
        return Foreign(
            say("the ledger is of the log {found}, and the configuration names {log}", found=found, log=log),
            say("Put hostname back, or write ledger.log: {found}.", found=found),
        )
    return None


def found_foreign(site: Site, log: str, public_key: bytes) -> Foreign | None:
    """The same of the ledger at ``site``; None too when it does not read, which others tell."""
    with suppress(LedgerUnavailable, LookupError), snapshot(site.place) as connection:
        return foreign(read_state(connection), log, public_key, site.key)
    return None


def require_own(site: Site, log: str, public_key: bytes) -> None:
    """Raises LedgerDamaged when the ledger at ``site`` is another's."""
    if (other := found_foreign(site, log, public_key)) is not None:
        raise LedgerDamaged(other.said())
