"""Whether another user may use a file: by the bits of its mode and of the folders above it."""

import grp
import os
import pwd
from pathlib import Path


def may(user: int, file: Path, wanted: int) -> bool:
    """Whether ``user`` (a number) may do with ``file`` what ``wanted`` asks (``os.R_OK`` and its like).

    Asks the kernel when this process is that user's, else reads the bits, access lists left alone. False too
    when there is no such file, or it cannot be seen from here.
    """
    if user in (0, os.geteuid()):
        return os.access(file, wanted)
    groups = _groups_of(user)
    try:
        entered = all(_granted(user, groups, one, os.X_OK) for one in file.resolve().parents)
        return entered and _granted(user, groups, file, wanted)
    except OSError:
        return False


def is_there(file: Path) -> bool:
    """Whether there is such a file or folder, or it cannot be seen from here whether there is."""
    try:
        file.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def name_of(user: int) -> str:
    """The name of ``user``, or the number that has none."""
    try:
        return pwd.getpwuid(user).pw_name
    except KeyError:
        return str(user)


def _granted(user: int, groups: frozenset[int], file: Path, wanted: int) -> bool:
    found = file.stat()
    shift = 6 if found.st_uid == user else 3 if found.st_gid in groups else 0
    return (found.st_mode >> shift) & wanted == wanted


def _groups_of(user: int) -> frozenset[int]:
    try:
        known = pwd.getpwuid(user)
    except KeyError:
        return frozenset()
    return frozenset({known.pw_gid, *(one.gr_gid for one in grp.getgrall() if known.pw_name in one.gr_mem)})
