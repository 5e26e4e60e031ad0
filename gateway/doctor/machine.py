"""The machine: a clock that can be believed, room on the ledger's disk, a folder to write in."""

import os
import shutil
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from gateway.doctor.mending import WRITABLE_AGAIN
from gateway.doctor.reach import group_name, is_read_only, is_there, may, name_of
from gateway.doctor.remark import Code, Remark, error, ok, warning
from gateway.said import say

_MEGABYTE = 1_000_000
_FEW_MEGABYTES, _SOME_MEGABYTES = 50, 500
_SLACK = timedelta(minutes=5)


def clock_remark(now: datetime, files: tuple[Path, ...]) -> Remark:
    """On ``now`` (aware) beside the times at which ``files`` were written; of those that can be seen."""
    written = [moment for file in files if (moment := _written(file)) is not None]
    at = f"{now:%Y-%m-%d %H:%M}"
    if any(moment > now + _SLACK for moment in written):
        detail = say("{time} UTC is before files here were written", time=at)
        remedy = say("Set the clock and keep it by NTP: periods, signatures and the ledger depend on it.")
        return error(Code.CLOCK, detail, remedy)
    return ok(Code.CLOCK, say("{time} UTC is plausible", time=at))


def timezone_remarks(zone: str | None) -> Iterator[Remark]:
    """On the zone of people's times: silent but when ``zone`` is not configured and the machine is in UTC."""
    if zone is None and (time.timezone, time.daylight) == (0, 0):
        detail = say("it is not set and this machine is in UTC: people's times are read and told in UTC")
        remedy = say(
            "Write `timezone: Europe/Brussels` in the configuration: the 72 hours of a breach count from such"
            " a time."
        )
        yield warning(Code.TIMEZONE, detail, remedy)


def _written(file: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(file.stat().st_mtime, UTC)
    except OSError:
        return None


def folder_remark(folder: Path, user: int) -> Remark:
    """On the folder the ledger is or will be in, for the ``user`` (a number) that the gateway runs as."""
    who, group = name_of(user), group_name(user)
    if not is_there(folder):
        remedy = say(
            "Run install -d -m 700 -o {who} -g {group} {folder}.", who=who, group=group, folder=folder
        )
        return error(Code.LEDGER_FOLDER, say("{file} is not there", file=folder), remedy)
    if os.geteuid() not in {0, user} and not may(os.geteuid(), folder, os.R_OK | os.X_OK):
        detail = say("{folder} may not be read by {who}", folder=folder, who=name_of(os.geteuid()))
        return error(Code.LEDGER_FOLDER, detail, say("Run it as root."))
    if not folder.is_dir():
        detail = say("{folder} is no folder", folder=folder)
        return error(Code.LEDGER_FOLDER, detail, say("Move it away, or name another place under ledger."))
    if not may(user, folder, os.W_OK | os.X_OK):
        detail = say("{folder} may not be written by {who}", folder=folder, who=who)
        owned = say("Run chown {who}:{group} {folder}.", who=who, group=group, folder=folder)
        return error(Code.LEDGER_FOLDER, detail, WRITABLE_AGAIN if is_read_only(folder) else owned)
    return ok(Code.LEDGER_FOLDER, say("{folder} may be written", folder=folder))


def disk_remarks(folder: Path) -> Iterator[Remark]:
    """On the room left on the disk of ``folder``; silent when there is no such folder."""
    try:
        free = shutil.disk_usage(folder).free // _MEGABYTE
    except OSError:
        return
    detail = say("{free} MB free for the ledger", free=free)
    remedy = say("Make room: without it every mail is deferred.")
    if free < _FEW_MEGABYTES:
        yield error(Code.DISK, detail, remedy)
    elif free < _SOME_MEGABYTES:
        yield warning(Code.DISK, detail, remedy)
    else:
        yield ok(Code.DISK, detail)
