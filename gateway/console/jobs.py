"""Long exports, made beside the pages: each its session's own, and gone in an hour."""

import contextlib
import os
import secrets
import shutil
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import IO

from gateway.ledger.errors import LedgerError
from gateway.ledger.transfers import Progress
from gateway.reports.workbook import TooManyRows

_KEPT = timedelta(hours=1)
_MOST = 4

#: Writes the file, telling how far it is: how many transfers there were.
Make = Callable[[IO[bytes], Progress], int]


class Stage(StrEnum):
    """How far a job is. The names are those of words on its page."""

    RUNNING = "running"
    DONE = "done"
    TOO_MANY = "too_many_rows"
    FAILED = "ledger_unreadable"


class _Ended(Exception):
    """Nobody waits for the file any more."""


@dataclass(slots=True)
class Job:
    """A file being made for the session ``owner``: ``read`` of ``all`` records so far, then its ``rows``."""

    owner: str = field(repr=False)
    kind: str
    file: Path
    begun: datetime
    stage: Stage = Stage.RUNNING
    read: int = 0
    all: int = 0
    rows: int = 0
    ended: bool = False

    def heard(self, done: int, every: int) -> None:
        """Takes note of the progress; ends the making when nobody waits for it."""
        if self.ended:
            raise _Ended
        self.read, self.all = done, every


@dataclass(slots=True)
class Jobs:
    """Four being made at most, and four that are ready: the oldest makes room.

    What is older than an hour goes when anything is asked, and all at ``stop``.
    """

    clock: Callable[[], datetime]
    _folder: Path | None = None
    _jobs: dict[str, Job] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def begin(self, owner: str, kind: str, make: Make) -> str | None:
        """Begins a job for the session ``owner``; its name, None when there are too many."""
        self.sweep()
        with self._lock:
            if sum(job.stage is Stage.RUNNING for job in self._jobs.values()) >= _MOST:
                return None
            ready = [one for one, job in self._jobs.items() if job.stage is not Stage.RUNNING]
            for one in ready[: len(ready) - _MOST + 1] if len(ready) >= _MOST else ():
                _remove(self._jobs.pop(one))
            if self._folder is None:
                self._folder = Path(tempfile.mkdtemp(prefix="console-"))
            name = secrets.token_urlsafe(16)
            job = self._jobs[name] = Job(owner, kind, self._folder / name, self.clock())
        threading.Thread(target=_run, args=(job, make), name="export", daemon=True).start()
        return name

    def of(self, name: str, owner: str) -> Job | None:
        """The job ``name``, if it is the session's own and still there."""
        self.sweep()
        found = self._jobs.get(name)
        return found if found is not None and secrets.compare_digest(found.owner, owner) else None

    def sweep(self) -> None:
        """Removes what is older than an hour."""
        now = self.clock()
        with self._lock:
            for name in [name for name, job in self._jobs.items() if now - job.begun >= _KEPT]:
                _remove(self._jobs.pop(name))

    def stop(self) -> None:
        """Ends and removes everything."""
        with self._lock:
            for job in self._jobs.values():
                _remove(job)
            self._jobs.clear()
            if self._folder is not None:
                shutil.rmtree(self._folder, ignore_errors=True)
                self._folder = None


def _remove(job: Job) -> None:
    job.ended = True
    job.file.unlink(missing_ok=True)


def _run(job: Job, make: Make) -> None:
    stage = _stage_of(job, make)
    # Gone before its end is told. And it may have been removed while it was written.
    if job.ended or stage is not Stage.DONE:
        with contextlib.suppress(OSError):
            job.file.unlink(missing_ok=True)
    job.stage = stage


def _stage_of(job: Job, make: Make) -> Stage:
    """Writes the file; how that ended. RUNNING stays what was ended from outside."""
    try:
        with os.fdopen(os.open(job.file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            job.rows = make(stream, job.heard)
    except TooManyRows:
        return Stage.TOO_MANY
    except (LedgerError, OSError):
        return Stage.FAILED
    except _Ended:
        return Stage.RUNNING
    return Stage.DONE
