"""Giving up, for good, every right that reading has no need of.

Three layers of the kernel: Landlock (no path, no TCP port, no signal to others), resource limits
(memory; no new descriptor, no process, no byte into a file), and a seccomp filter that lets through
only what a computing Python calls. A filtered call fails with EPERM instead of killing, so that a
library which loads something late raises an error that can be told.
"""

import ctypes
import errno
import mmap
import os
import resource
import signal
from contextlib import suppress
from pathlib import Path

import py_landlock

from gateway.reading.codec import Confinement

try:
    import pyseccomp
except RuntimeError:  # libseccomp, a system package, is not there
    pyseccomp = None

MEMORY_BYTES = 512 * 1024 * 1024
_IN, _OUT, _ERROR = 0, 1, 2
# Options of prctl(2).
_SET_PDEATHSIG, _SET_DUMPABLE, _SET_NO_NEW_PRIVS = 1, 4, 38
_LIMITS = (
    (resource.RLIMIT_AS, MEMORY_BYTES),
    (resource.RLIMIT_NOFILE, 0),
    (resource.RLIMIT_NPROC, 0),
    (resource.RLIMIT_FSIZE, 0),
    (resource.RLIMIT_CORE, 0),
)
_CALLS = (
    "brk munmap mremap madvise futex getrandom clock_gettime gettid getpid sched_yield "
    "rt_sigreturn rt_sigprocmask restart_syscall exit exit_group"
).split()


def die_with_parent() -> None:
    """Asks the kernel for SIGKILL when the thread that started this process ends (PR_SET_PDEATHSIG)."""
    _prctl(_SET_PDEATHSIG, signal.SIGKILL)


def confine() -> Confinement:
    """Restricts this process, which has one thread, and says what the kernel granted. Cannot be undone.

    What remains is computing, reading descriptor 0, and writing 1 and 2.
    """
    _be_first_out_of_memory()
    os.closerange(_ERROR + 1, 1 << 20)
    _prctl(_SET_DUMPABLE, 0)
    _prctl(_SET_NO_NEW_PRIVS, 1)
    landlock = restrict_files()
    rlimits = limit_resources()
    return Confinement(landlock, filter_calls(), rlimits)


def restrict_files() -> int:
    """Takes away every path, TCP port and foreign process (Landlock); its ABI version, 0 without it."""
    try:
        rules = py_landlock.Landlock()
        rules.apply()
    except (py_landlock.LandlockError, OSError):
        return 0
    return int(rules.abi_version)


def limit_resources() -> bool:
    """Sets the resource limits, hard ones too; whether all of them could be."""
    try:
        for limit, value in _LIMITS:
            resource.setrlimit(limit, (value, value))
    except (ValueError, OSError):
        return False
    return True


def filter_calls() -> bool:
    """Loads the filter of system calls (seccomp); whether the kernel took it."""
    if pyseccomp is None:
        return False
    try:
        _filter().load()
    except OSError:
        return False
    return True


def _filter() -> "pyseccomp.SyscallFilter":
    arg, equal, masked, allow = pyseccomp.Arg, pyseccomp.EQ, pyseccomp.MASKED_EQ, pyseccomp.ALLOW
    rules = pyseccomp.SyscallFilter(pyseccomp.ERRNO(errno.EPERM))
    # The numbers of another architecture's calls mean other things: no answer, but death.
    rules.set_attr(pyseccomp.Attr.ACT_BADARCH, pyseccomp.KILL_PROCESS)
    for name in _CALLS:
        rules.add_rule(allow, name)
    rules.add_rule(allow, "read", arg(0, equal, _IN))
    for descriptor in (_OUT, _ERROR):
        rules.add_rule(allow, "write", arg(0, equal, descriptor))
    anonymous = arg(3, masked, mmap.MAP_ANONYMOUS, mmap.MAP_ANONYMOUS)
    rules.add_rule(allow, "mmap", arg(2, masked, mmap.PROT_EXEC, 0), anonymous)
    rules.add_rule(allow, "mprotect", arg(2, masked, mmap.PROT_EXEC, 0))
    return rules


def _be_first_out_of_memory() -> None:
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000", "ascii")


def _prctl(option: int, value: int) -> None:
    if ctypes.CDLL(None, use_errno=True).prctl(option, value, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "prctl")
