"""The last step of the wizard: dossier, list and drafts of mails as one ZIP, and the making on the ledger.

It is made in memory: what officers wrote is in no file but the draft's.
"""

import io
import zipfile
from functools import partial
from typing import IO, Literal

from starlette.responses import Response

from gateway.console.access import name_of, recorded, visitor
from gateway.console.breach_answers import TELL, Read, aware_of, read
from gateway.console.breach_case import Unclear, parties_of, selection_of, written_of
from gateway.console.breach_pages import addressees_of, on_draft, step_page, version_of
from gateway.console.drafts import Draft, Drafts, Made
from gateway.console.render import problem
from gateway.console.visit import Desk, Visit
from gateway.evidence.archive import Archive
from gateway.ledger.errors import LedgerError, RecordError
from gateway.ledger.holds import require_reason
from gateway.policy.book import load_book
from gateway.policy.load import PolicyError
from gateway.reports.casework import Case, NothingFits, make, verified
from gateway.texts.reports import LANGUAGES


def _make(desk: Desk, visit: Visit, drafts: Drafts, draft: Draft) -> Response:
    """The ZIP. It is made of what the page showed; else the page is shown again, with what changed."""
    told = read("make", addressees_of(desk), visit.form, desk.clock())
    if draft.closed is not None:
        return problem(visit, 409, "breach_is_closed")
    if version_of(visit) != draft.version:
        return step_page(desk, visit, draft, "make", Read({}, told.typed, "breach_changed"), status=409)
    content = io.BytesIO()
    try:
        name = _written(desk, visit, draft, told, content)
    except Unclear as unclear:
        refused = Read({}, told.typed, unclear.word, unclear.about)
        return step_page(desk, visit, draft, "make", refused, status=400)
    except LedgerError:
        return problem(visit, 503, "ledger_unreadable")
    except PolicyError:
        return problem(visit, 503, "breach_policies")
    drafts.note_made(draft.id, Made(desk.clock(), name_of(visit), name))
    file = f"dossier-{desk.clock():%Y%m%d-%H%M}.zip"
    headers = {"Content-Disposition": f'attachment; filename="{file}"'}
    return Response(content.getvalue(), media_type="application/zip", headers=headers)


make_dossier = on_draft(_make)


def _written(desk: Desk, visit: Visit, draft: Draft, told: Read, stream: IO[bytes]) -> str:
    """Writes the ZIP: the name of its record. Raises Unclear, LedgerError and PolicyError."""
    try:
        case = _case(desk, visit, draft, told)
        with zipfile.ZipFile(stream, "w") as target:
            return make(
                case, Archive(target).add, partial(recorded, desk), desk.clock, lambda _done, _all: None
            )
    except RecordError:
        raise Unclear("unclear_reason") from None
    except NothingFits:
        raise Unclear("breach_nothing_fits") from None


def _case(desk: Desk, visit: Visit, draft: Draft, told: Read) -> Case:
    if told.wrong:
        raise Unclear(told.wrong)
    answers, kept, site = draft.answers, desk.config.breach, desk.config.ledger_site
    language = told.answers["dossier_language"] or visit.language
    reason = require_reason(told.answers["made_for"])
    selection = selection_of(answers, site.place, language if language in LANGUAGES else LANGUAGES[0])
    policies, found = load_book(desk.config.policies).policies, verified(site)
    if answers.get("scope") == "integrity" and found.ok:
        raise Unclear("breach_whole")
    kind: Literal["docx", "pdf"] = "pdf" if told.answers["kind"] == "pdf" else "docx"
    untold = frozenset(
        party.name for party in parties_of(policies) if answers.get(f"{TELL}{party.name}") == "no"
    )
    return Case(
        site, policies, selection, aware_of(answers), kept.deadline_hours, kept.authority, kept.copy_to,
        kind, visitor(visit), reason, found, written_of(answers, language), untold,
    )  # fmt: skip
