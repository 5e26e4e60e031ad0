"""The commands that let a user open a file: as little as does it."""

import os
import shlex
from collections.abc import Iterator
from pathlib import Path

from gateway.doctor.named import Named
from gateway.doctor.reach import barring, granted, group_name, group_of, is_read_only, name_of
from gateway.said import Said, say

_LETTERS = {"r": os.R_OK, "w": os.W_OK, "x": os.X_OK}
# Where the package has the authorities, beside the configuration.
_AUTHORITIES = "ca"
# A home is opened to nobody for the sake of one file in it.
_HOMES = (Path("/root"), Path("/home"))
# What stays where it is: the folder is the gateway's own, or other files beside it are named with it.
_STAYING = frozenset(
    ("--config", "policies", "residence.streets", "keys.pgp_home", "ledger.url", "ledger.key")
)

#: A disk with faults is made read-only by the kernel: no owner and no mode lets anybody write there.
WRITABLE_AGAIN = say("The disk is read-only: see `mount` and `dmesg`, and mount it writable again.")


def remedy_for(folder: Path, user: int, one: Named) -> Said:
    """What root does so that ``user`` (a number) may do with ``one`` what the gateway does.

    A file in a folder that is closed moves to ``folder``, unless that does not help; in a home that is closed
    ``folder`` itself moves. Raises OSError when ``one`` or what it lies in cannot be looked at.
    """
    if one.wanted & os.W_OK and is_read_only(one.file):
        return WRITABLE_AGAIN
    barred = barring(user, one.file)
    if not barred or _stays(barred[0], folder, one):
        entered = [step for above in barred for step in _entering(user, above)]
        return _run((*entered, *_opening(user, one, one.file)), one.file)
    if folder.resolve().is_relative_to(barred[0]):
        return say("Move what is in {folder} to /etc/gateway.", folder=folder)
    authorities = folder / _AUTHORITIES
    fit = one.key.endswith("ca") and authorities.is_dir() and bool(granted(user, authorities) & os.X_OK)
    moved = (authorities if fit else folder) / one.file.name
    steps = (f"mv {_quoted(one.file)} {_quoted(moved)}", *_opening(user, one, moved))
    command = " && ".join(steps)
    return say("Run {command}, and write {file} in {key}.", command=command, file=moved, key=one.key)


def _run(steps: tuple[str, ...], file: Path) -> Said:
    """Without ``steps`` the bits of ``file`` and of the folders above it allow what the kernel refuses."""
    if steps:
        return say("Run {command}.", command=" && ".join(steps))
    return say(
        "Its mode is right: look with getfacl {file} and lsattr {file} at what else forbids it.",
        file=_quoted(file),
    )


def _stays(barred: Path, folder: Path, one: Named) -> bool:
    if any(barred.is_relative_to(home) for home in _HOMES):
        return False
    # What the package made for authorities is opened: there is no better place for them.
    if barred == folder.resolve() / _AUTHORITIES:
        return True
    return one.key in _STAYING or folder.resolve().is_relative_to(barred)


def _entering(user: int, folder: Path) -> Iterator[str]:
    yield from _grouped(user, folder, folder)
    yield f"chmod g+x {_quoted(folder)}"


def _opening(user: int, one: Named, at: Path) -> Iterator[str]:
    """What lets ``user`` use it once it lies ``at`` its place; nothing when its own bits do."""
    if granted(user, one.file) & one.wanted == one.wanted:
        return
    owned, folder = one.file.stat().st_uid == user, one.file.is_dir()
    if one.secret:
        if not owned:
            yield f"chown {'-R ' if folder else ''}{name_of(user)} {_quoted(at)}"
        yield f"chmod {700 if folder else 600} {_quoted(at)}"
    elif owned:
        yield f"chmod u+{_letters(one.wanted)} {_quoted(at)}"
    else:
        yield from _grouped(user, one.file, at)
        yield f"chmod g+{_letters(one.wanted)} {_quoted(at)}"


def _grouped(user: int, file: Path, at: Path) -> Iterator[str]:
    if file.stat().st_gid != group_of(user):
        yield f"chgrp {group_name(user)} {_quoted(at)}"


def _letters(wanted: int) -> str:
    return "".join(letter for letter, bit in _LETTERS.items() if wanted & bit)


def _quoted(file: Path) -> str:
    return shlex.quote(str(file))
