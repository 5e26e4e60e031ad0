"""Whether the gateway's user may open what the configuration names: root, who runs the check, always may."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from gateway.doctor.certificate import CREDENTIALS
from gateway.doctor.mending import remedy_for
from gateway.doctor.named import Named
from gateway.doctor.reach import barring, is_there, may, name_of
from gateway.doctor.remark import Code, Grade, Remark, error, ok
from gateway.said import Said, every, say

AS_ROOT = say("Run it as root.")


@dataclass(frozen=True, slots=True)
class _Complaint:
    key: str
    detail: Said
    remedy: Said


def access_remarks(config: Path, user: int, files: Iterable[Named]) -> Iterator[Remark]:
    """On every one of ``files``, for the ``user`` (a number) that the gateway runs as.

    ``config`` is the file that names them, which the gateway reads too. Who is neither that user nor root
    is told what is hidden from themselves, and nothing of the gateway.
    """
    ours = os.geteuid()
    if ours not in (0, user):
        yield from (error(Code.ACCESS, _detail(ours, one), AS_ROOT) for one in hidden(files))
        return
    named = (Named("--config", config), *files)
    wrong = tuple(_together(_complaints(config.absolute().parent, user, named)))
    well = say("the user of the gateway may read all that the configuration names")
    yield from wrong or (ok(Code.ACCESS, well),)


def hidden(files: Iterable[Named]) -> tuple[Named, ...]:
    """Those of ``files`` that are there, or may be, and that this process may not read."""
    return tuple(one for one in files if is_there(one.file) and not may(os.geteuid(), one.file, os.R_OK))


def as_far_as_seen(remark: Remark, unseen: Iterable[Named]) -> Remark:
    """``remark``, with another remedy when what it complains of is that one of ``unseen`` was not read."""
    if remark.grade is Grade.OK or not any(str(one.file) in remark.detail for one in unseen):
        return remark
    return replace(remark, remedy=AS_ROOT)


def _together(complaints: Iterable[_Complaint]) -> Iterator[Remark]:
    """One remark of all that the same remedy mends: a folder that is closed bars whatever lies in it."""
    same: dict[str, list[_Complaint]] = {}
    for complaint in complaints:
        same.setdefault(complaint.remedy, []).append(complaint)
    for first, *rest in same.values():
        keys = dict.fromkeys(one.key for one in rest if one.key != first.key)
        more = (
            say("{detail}; so with {keys}", detail=first.detail, keys=every(keys)) if keys else first.detail
        )
        yield error(Code.ACCESS, more, first.remedy)


def _complaints(folder: Path, user: int, files: Iterable[Named]) -> Iterator[_Complaint]:
    """``folder``: where a file may be moved to."""
    # systemd lets in the user of the service alone, by access lists.
    for one in files:
        if not is_there(one.file):
            if one.alone:
                missing = say("{file}, which {key} names, is not there", file=one.file, key=one.key)
                yield _Complaint(one.key, missing, say("Put it there, or correct {key}.", key=one.key))
        elif not one.file.is_relative_to(CREDENTIALS) and not may(user, one.file, one.wanted):
            yield _Complaint(one.key, _detail(user, one), _remedy(folder, user, one))


def _detail(user: int, one: Named) -> Said:
    who = name_of(user)
    if barred := _barred(user, one.file):
        return say(
            "{who} may not enter {folder}, and so not read {file}, which {key} names",
            who=who, folder=barred[0], file=one.file, key=one.key,
        )  # fmt: skip
    if one.wanted & os.W_OK and may(user, one.file, os.R_OK):
        return say("{who} may not write {file}, which {key} names", who=who, file=one.file, key=one.key)
    return say("{who} may not read {file}, which {key} names", who=who, file=one.file, key=one.key)


def _remedy(folder: Path, user: int, one: Named) -> Said:
    try:
        return remedy_for(folder, user, one)
    except OSError:
        return AS_ROOT


def _barred(user: int, file: Path) -> tuple[Path, ...]:
    """As ``barring``; nothing when it cannot be seen from here."""
    try:
        return barring(user, file)
    except OSError:
        return ()
