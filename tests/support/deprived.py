"""``python -m tests.support.deprived WHAT FOLDER``: tries a mail in a process that must do without.

``disk``: it can write to no file (setrlimit(2), RLIMIT_FSIZE). ``landlock``: the kernel does not know the
system calls by which readers are confined (seccomp(2)). Both hold for every process that it begins.
"""

import resource
import signal
import sys
import tempfile
from collections.abc import Callable, Mapping
from errno import ENOSYS
from pathlib import Path

import pyseccomp

from gateway import logs
from tests.support.console import csrf, hall
from tests.support.letters import letter

#: More than libraries keep in memory by themselves.
_LONG = b"Een lange alinea over een gezin. " * 100_000


def _without_disk() -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    try:
        with tempfile.TemporaryFile() as file:
            file.write(b"x")
            file.flush()
    except OSError:
        return
    raise AssertionError("a file could be written")


def _without_landlock() -> None:
    rules = pyseccomp.SyscallFilter(pyseccomp.ALLOW)
    rules.add_rule(pyseccomp.ERRNO(ENOSYS), "landlock_create_ruleset")
    rules.load()


_WITHOUT: Mapping[str, Callable[[], None]] = {"disk": _without_disk, "landlock": _without_landlock}


def main(what: str, folder: Path) -> None:
    """Prints the status of the page for a mail that is pasted, and for one that is uploaded."""
    logs.configure()
    visitor = hall(folder).visitor()
    secret, mail = csrf(visitor, "/try"), letter(_LONG)
    _WITHOUT[what]()
    pasted = visitor.post("/try", files={"csrf": (None, secret), "message": (None, mail)})
    uploaded = visitor.post("/try", files={"csrf": (None, secret), "file": ("mail.eml", mail)})
    print(pasted.status_code, uploaded.status_code)  # noqa: T201 - what it is for


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
