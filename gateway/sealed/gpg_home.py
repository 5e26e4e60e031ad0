"""The folder in which GnuPG has the gateway's keys: nobody else's, and nobody else may enter."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gateway.said import reason_of, say

_KEYRINGS = ("pubring.kbx", "pubring.gpg")


class GnupgError(OSError):
    """GnuPG or its home is not as it must be: no fault of a message. The text says what to mend."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose home it is: GnuPG always runs as that user, for root too."""

    user: int
    group: int


def require_home(home: Path) -> Owner:
    """The owner of ``home``. Raises GnupgError unless it is a folder with keys that no other may enter."""
    try:
        found = home.stat()
    except OSError as error:
        unusable = say("{home} cannot be used: {reason}", home=home, reason=reason_of(error))
        raise GnupgError(unusable) from None
    if not stat.S_ISDIR(found.st_mode):
        raise GnupgError(say("{folder} is no folder", folder=home))
    if os.geteuid() not in (0, found.st_uid):
        raise GnupgError(
            say("{home} belongs to another user: chown it to the user of the gateway", home=home)
        )
    if stat.S_IMODE(found.st_mode) & 0o077:
        raise GnupgError(say("{home} is open to other users: chmod 700 it", home=home))
    # GnuPG would make what it misses, and is not let write.
    if not any((home / name).exists() for name in _KEYRINGS):
        raise GnupgError(say("{home} holds no keys: import or make them with gpg --homedir", home=home))
    return Owner(found.st_uid, found.st_gid)


def as_owner(owner: Owner) -> dict[str, Any]:
    """How a process is started as ``owner``: what root leaves in a home, its owner cannot use."""
    if owner.user == os.geteuid():
        return {}
    return {"user": owner.user, "group": owner.group, "extra_groups": ()}
