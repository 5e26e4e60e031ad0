"""Whether another user may use a file: by the bits of its mode and of the folders above it."""

import errno
import grp
import os
import pwd
from functools import cache
from pathlib import Path


def may(user: int, file: Path, wanted: int) -> bool:
    """Whether ``user`` (a number) may do with ``file`` what ``wanted`` asks (``os.R_OK`` and its like).

    Asks the kernel when this process is that user's, else reads the bits, access lists left alone. False too
    when there is no such file, it cannot be seen from here, or its disk is read-only and it is to be written.
    """
    if wanted & os.W_OK and is_read_only(file):
        return False
    if user in (0, os.geteuid()):
        return os.access(file, wanted, effective_ids=True)
    try:
        return not barring(user, file) and granted(user, file) & wanted == wanted
    except OSError:
        return False


def barring(user: int, file: Path) -> tuple[Path, ...]:
    """The folders above ``file`` whose bits keep ``user`` out, the outermost first. Raises OSError."""
    above = reversed(file.resolve().parents)
    return tuple(folder for folder in above if not granted(user, folder) & os.X_OK)


def granted(user: int, file: Path) -> int:
    """What the bits of ``file`` itself let ``user`` do, of ``os.R_OK`` and its like. Raises OSError."""
    found = file.stat()
    shift = 6 if found.st_uid == user else 3 if found.st_gid in _groups_of(user) else 0
    return (found.st_mode >> shift) & 0o7


def is_read_only(file: Path) -> bool:
    """Whether what ``file`` lies on is mounted read-only: whatever its bits say, nobody writes there."""
    try:
        return bool(os.statvfs(file).f_flag & os.ST_RDONLY)
    except OSError:
        return False


def is_there(file: Path) -> bool:
    """Whether there is such a file or folder, or it cannot be seen from here whether there is."""
    try:
        file.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        return error.errno != errno.ELOOP
    return True


def name_of(user: int) -> str:
    """The name of ``user``, or the number that has none."""
    try:
        return pwd.getpwuid(user).pw_name
    except KeyError:
        return str(user)


def group_of(user: int) -> int | None:
    """The group (a number) that ``user`` is in first of all; None of a user without a name."""
    try:
        return pwd.getpwuid(user).pw_gid
    except KeyError:
        return None


def group_name(user: int) -> str:
    """The name of the group that ``user`` is in first of all, or the number that has none."""
    number = group_of(user)
    try:
        return grp.getgrgid(user if number is None else number).gr_name
    except KeyError:
        return str(user if number is None else number)


@cache
def _groups_of(user: int) -> frozenset[int]:
    try:
        known = pwd.getpwuid(user)
    except KeyError:
        return frozenset()
    return frozenset({known.pw_gid, *(one.gr_gid for one in grp.getgrall() if known.pw_name in one.gr_mem)})
