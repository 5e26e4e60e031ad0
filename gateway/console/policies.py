"""The policies in force, as they are written, and when which version came into force."""

from pathlib import Path

from starlette.responses import Response

from gateway.console.render import problem, render
from gateway.console.versions import MOST, versions, waiting
from gateway.console.visit import Desk, Visit
from gateway.ledger.errors import LedgerError
from gateway.ledger.history import policies_in_force
from gateway.policy.book import load_book, policy_files
from gateway.policy.load import PolicyError
from gateway.said import said_by
from gateway.texts.errors import spoken


def policies(desk: Desk, visit: Visit) -> Response:
    """The page: each policy with its source, and what is wrong when they cannot be read."""
    folder = desk.config.policies
    try:
        history = policies_in_force(desk.config.ledger_site.place)
    except LedgerError:
        return problem(visit, 503, "ledger_unreadable")
    try:
        book, told = load_book(folder).policies, ""
    except PolicyError as error:
        book, told = (), spoken(said_by(error), visit.language)
    digests = {policy.ref.digest for policy in book}
    return render(
        visit,
        "policies.html",
        policies=book,
        told=told,
        sources=_sources(folder),
        versions=versions(history, visit.language),
        most=MOST if len(history) > MOST else 0,
        digests=digests,
        waiting={policy.ref.digest: waiting(policy, history, visit.language) for policy in book},
    )


def _sources(folder: Path) -> list[tuple[str, str]]:
    """Name and text of every policy's file; none when there is none, which loading them tells."""
    try:
        return [(file.name, file.read_text("utf-8", "replace")) for file in policy_files(folder)]
    except PolicyError:
        return []
