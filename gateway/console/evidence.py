"""The bundle that proves one transfer to a third party, as ``gateway transfers evidence`` writes it."""

import re
import tempfile
from pathlib import Path

from starlette.responses import Response

from gateway.console.access import seen
from gateway.console.render import problem
from gateway.console.visit import Desk, Visit
from gateway.evidence.bundle import Choice, write_bundle
from gateway.ledger.errors import CheckpointError, LedgerError, TransferNotFound
from gateway.ledger.transfers import get_transfer

_NO_FILE_NAME = re.compile(r"[^0-9A-Za-z-]")


def evidence(desk: Desk, visit: Visit) -> Response:
    """The ZIP, found whole by its own ``verify.py``. That it was made is recorded before."""
    place, reference = desk.config.ledger_site.place, visit.path["reference"]
    try:
        if not reference.isascii() or get_transfer(place, reference).id != reference:
            return problem(visit, 404, "no_transfer")
        # For this process alone: mode 0700, and gone at the end.
        with tempfile.TemporaryDirectory(prefix="evidence-") as folder:
            bundle = Path(folder) / "evidence.zip"
            write_bundle(place, Choice((reference,)), bundle, lambda _done, _all: None)
            content = bundle.read_bytes()
        seen(desk, visit, "evidence", 1)
    except TransferNotFound:
        return problem(visit, 404, "no_transfer")
    except (LedgerError, CheckpointError, OSError):
        return problem(visit, 503, "not_proven")
    name = f"evidence-{_NO_FILE_NAME.sub('_', reference)}.zip"
    told = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type="application/zip", headers=told)
