"""What a timer must not keep to itself: everything wrong with the ledger, as errors in the log."""

import sys
from datetime import datetime
from pathlib import Path

import structlog

from gateway import logs
from gateway.config import Config
from gateway.doctor.anchors import anchor_remarks
from gateway.doctor.ledger import unknown_remarks
from gateway.doctor.machine import clock_remark, disk_remarks
from gateway.doctor.remark import Grade
from gateway.ledger.report import Problem

_log = structlog.get_logger()


def raise_alarms(config: Config, problem: Problem | None, now: datetime) -> bool:
    """Logs, as errors on standard error, what is wrong at ``now`` (aware); whether anything is.

    ``problem`` is what verifying found. Besides: anchors that are stale, a clock that is off, a disk that is
    nearly full, and transfers whose outcome is unknown.
    """
    logs.configure(sys.stderr)
    if problem is not None:
        _log.error("ledger not whole", **{"event.reason": f"{problem.where} {problem.what}"})
    site = config.ledger_site
    written = site.place if isinstance(site.place, Path) else site.key
    anchors = anchor_remarks(site.place, config.anchors, now)
    machine = (clock_remark(now, (written,)), *disk_remarks(site.folder))
    remarks = (*anchors, *unknown_remarks(site.place, now), *machine)
    wrong = [remark for remark in remarks if remark.grade is not Grade.OK]
    for remark in wrong:
        _log.error("alarm", **{"gateway.check": remark.code.value, "event.reason": remark.detail})
    return problem is not None or bool(wrong)
