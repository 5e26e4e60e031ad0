"""What the gateway gives up before it takes any mail, for good and for all that it starts.

It has a network, a ledger and helpers such as gpg, so it keeps more than the processes that read mail, which
confine themselves further (``gateway.reading.confine``). What it loses is what someone who took it over
would want next: to write elsewhere, to run a program of their own, to look into other processes, to reach
the kernel by its rarer calls.
"""

import errno
import os
import resource
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import py_landlock
from py_landlock import AccessFs

from gateway.config import Config

try:
    import pyseccomp
except RuntimeError:  # libseccomp, a system package, is not there
    pyseccomp = None

_PROGRAMS = ("/usr", "/bin", "/lib", "/lib64", sys.prefix, sys.base_prefix)
_WRITE = (
    AccessFs.WRITE_FILE | AccessFs.TRUNCATE | AccessFs.REFER | AccessFs.MAKE_REG | AccessFs.MAKE_DIR
    | AccessFs.MAKE_SOCK | AccessFs.REMOVE_FILE | AccessFs.REMOVE_DIR
)  # fmt: skip
# Readers say there that they are the first to go when memory runs out; GnuPG has its sockets there.
_OF_THE_SYSTEM = (Path("/proc"), Path("/run/user"))
_LAST_FAMILY = 10  # of sockets: AF_INET6, above AF_UNIX and AF_INET
_DENIED = (
    "acct add_key adjtimex bpf chroot clock_adjtime clock_settime delete_module finit_module fsconfig "
    "fsmount fsopen fspick init_module io_uring_enter io_uring_register io_uring_setup ioperm iopl "
    "kcmp kexec_file_load kexec_load keyctl lookup_dcookie mknod mknodat mount mount_setattr "
    "move_mount name_to_handle_at nfsservctl open_by_handle_at open_tree perf_event_open personality "
    "pidfd_getfd pivot_root process_madvise process_vm_readv process_vm_writev ptrace quotactl "
    "quotactl_fd reboot request_key setdomainname sethostname setns settimeofday swapoff swapon "
    "syslog umount2 unshare userfaultfd vhangup"
).split()


@dataclass(frozen=True, slots=True)
class Confined:
    """What the kernel granted: Landlock's ABI version (0: none), and the filter of system calls."""

    landlock: int
    seccomp: bool

    def missing(self) -> tuple[str, ...]:
        """What was not granted, by name."""
        granted = {"landlock": self.landlock > 0, "seccomp": self.seccomp}
        return tuple(name for name, there in granted.items() if not there)


@dataclass(frozen=True, slots=True)
class Ports:
    """The TCP ports that a process listens on, and those it connects to."""

    listened: tuple[int, ...]
    reached: tuple[int, ...]


def confine(writable: Iterable[Path], ports: Ports | None = None) -> Confined:
    """Restricts this process, which has one thread, and its children. Cannot be undone.

    It writes beneath ``writable``, the folder for temporary files and what the system needs alone; runs
    programs of the system and of its own environment alone; uses no TCP port but ``ports``, any when that is
    None; signals nobody but its own; leaves no core.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return Confined(_restrict(writable, ports), _filter_calls())


def writable_of(config: Config) -> tuple[Path, ...]:
    """The folders in which an installation's gateway writes."""
    site, home = config.ledger_site, config.keys.pgp_home
    ledger = (site.place.parent,) if isinstance(site.place, Path) else ()
    # A home that takes the place of another at a reload stands beside it.
    return (*ledger, site.folder, site.key.parent, *((home.parent,) if home else ()))


def _restrict(writable: Iterable[Path], ports: Ports | None) -> int:
    # The module tempfile finds it by writing there, which a gateway that opens sealed mail does not do.
    temporary = Path(os.environ.get("TMPDIR", "/tmp"))  # noqa: S108 - the system's, as tempfile takes it
    try:
        rules = py_landlock.Landlock(strict=False)
        _open_ports(rules, ports)
        rules.allow_scope(py_landlock.Scope.ABSTRACT_UNIX_SOCKET)  # systemd's may be one
        rules.allow_read("/")
        rules.allow_execute(*_there(map(Path, _PROGRAMS)))
        rules.add_path_rule(*_there((*writable, temporary, *_OF_THE_SYSTEM)), access=_WRITE)
        rules.add_path_rule(*_there((Path("/dev/null"), Path("/dev/tty"))), access=AccessFs.WRITE_FILE)
        rules.apply()
    except (py_landlock.LandlockError, OSError):
        return 0
    return int(rules.abi_version)


def _open_ports(rules: py_landlock.Landlock, ports: Ports | None) -> None:
    if ports is None:
        rules.allow_all_network()
        return
    for port in ports.listened:
        rules.allow_network(port, connect=False)
    for port in ports.reached:
        rules.allow_network(port, bind=False)


def _there(paths: Iterable[Path]) -> list[Path]:
    return [path for path in paths if path.exists()]


def _filter_calls() -> bool:
    if pyseccomp is None:
        return False
    rules = pyseccomp.SyscallFilter(pyseccomp.ALLOW)
    rules.set_attr(pyseccomp.Attr.ACT_BADARCH, pyseccomp.KILL_PROCESS)
    refused = pyseccomp.ERRNO(errno.EPERM)
    try:
        for name in _DENIED:
            rules.add_rule(refused, name)
        rules.add_rule(refused, "socket", pyseccomp.Arg(0, pyseccomp.GT, _LAST_FAMILY))
        rules.load()
    except OSError:
        return False
    return True
