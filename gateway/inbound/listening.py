"""What is said when an address cannot be listened on."""

import errno
import os
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from gateway.said import Said, reason_of, say

_REMEDIES: Final[Mapping[int, Said]] = MappingProxyType(
    {
        errno.EADDRINUSE: say("Stop what listens there, which `ss -ltnp` shows, or name another port."),
        errno.EADDRNOTAVAIL: say("Name an address of this machine, which `ip address` shows."),
        errno.EACCES: say("Let systemd open it, as the package does, or name a port from 1024 on."),
    }
)


def cannot_listen(host: str, port: int, error: OSError) -> OSError:
    """An error that names where, why in the operating system's plain words, and what to do."""
    number = error.errno or 0
    plain = OSError(number, os.strerror(number)) if number > 0 else error
    wrong = say("cannot listen on {host}:{port}: {reason}", host=host, port=port, reason=reason_of(plain))
    remedy = _REMEDIES.get(number)
    return OSError(say("{wrong}. {remedy}", wrong=wrong, remedy=remedy) if remedy else wrong)
