"""The policies in force, as they are written, and when which version came into force."""

from starlette.responses import Response

from gateway.console.render import problem, render
from gateway.console.visit import Desk, Visit
from gateway.ledger.errors import LedgerError
from gateway.ledger.history import policies_in_force
from gateway.policy.book import load_book
from gateway.policy.load import PolicyError


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
        book, told = (), str(error)
    sources = [(file.name, file.read_text("utf-8", "replace")) for file in sorted(folder.glob("*.y*ml"))]
    digests = {policy.ref.digest for policy in book}
    return render(
        visit, "policies.html", policies=book, told=told, sources=sources, history=history, digests=digests
    )
