"""What one run of GnuPG may take of the machine, however it was started."""

import contextlib
import os
import resource
from collections.abc import Iterator

from gateway.sealed.gpg_home import Owner

CPU_SECONDS = 10
_MEMORY_BYTES = 512 * 1024 * 1024


def _bounds() -> Iterator[tuple[int, str, int, int]]:
    """What a process is bounded to: computing, memory, and no byte into a file. Soft and hard, and the
    option of prlimit(1): no higher than this process's own, which it was started with."""
    for limit, name, most, ceiling in (
        (resource.RLIMIT_CPU, "cpu", CPU_SECONDS, CPU_SECONDS + 1),
        (resource.RLIMIT_AS, "as", _MEMORY_BYTES, _MEMORY_BYTES),
        (resource.RLIMIT_FSIZE, "fsize", 0, 0),
        (resource.RLIMIT_CORE, "core", 0, 0),
    ):
        given = resource.getrlimit(limit)[1]
        if given == resource.RLIM_INFINITY:
            given = ceiling
        yield limit, name, min(most, given), min(ceiling, given)


def bounding(owner: Owner) -> tuple[str, ...]:
    """What bounds the program behind it as ``owner``: of another user root alone may, and not everywhere."""
    if owner.user == os.geteuid():
        return ()
    return ("prlimit", *(f"--{name}={soft}:{hard}" for _, name, soft, hard in _bounds()), "--")


def bound(pid: int) -> None:
    """Bounds the process while it still waits for its input."""
    for limit, _, soft, hard in _bounds():
        with contextlib.suppress(ProcessLookupError):
            resource.prlimit(pid, limit, (soft, hard))
