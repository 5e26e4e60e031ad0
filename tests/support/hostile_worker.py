"""A reader's process that was taken over: confined exactly as the real one, then it does what it likes.

``python -m tests.support.hostile_worker``. The message's body is the name of what it tries; the answer
is a document of one line that says how far it came. Its own words are ``refused`` and ``got through``.
"""

import ctypes
import os
import signal
import socket
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pyseccomp

from gateway.mail.document import Document, Line
from gateway.reading.codec import Failed, encode, encode_confinement
from gateway.reading.confine import confine, die_with_parent
from gateway.reading.frame import FRAME, NONCE_BYTES, receive, send
from gateway.reading.worker import STDIN, STDOUT, answer, warm_up

COMMAND = (sys.executable, "-s", "-P", "-m", "tests.support.hostile_worker")
REFUSED, GOT_THROUGH = "refused", "got through"
_GREATEST_CALL = 600
# Restated here, so that a call added to the filter without thought makes a test fail.
LET_THROUGH = frozenset(
    "read write mmap mprotect brk munmap mremap madvise futex getrandom clock_gettime gettid getpid "
    "sched_yield rt_sigreturn rt_sigprocmask restart_syscall exit exit_group".split()
)

# The kernel hands a tracer's own uretprobe(2) and uprobe(2) past every filter, and kills who else calls them.
_DEADLY = {335, 336} if os.uname().machine == "x86_64" else set()

_libc = ctypes.CDLL(None, use_errno=True)
_libc.syscall.restype = ctypes.c_long
_found = {
    "environment": ",".join(sorted(os.environ)),
    "descriptors": str(sorted(fd.name for fd in Path("/proc/self/fd").iterdir())),
}
_NUMBERS = {number for name in LET_THROUGH if (number := pyseccomp.resolve_syscall(0, name)) >= 0}


def _call(name: str, *arguments: object) -> Callable[[], object]:
    number = pyseccomp.resolve_syscall(0, name)

    def attempt() -> object:
        if _libc.syscall(number, *arguments) == -1:
            raise OSError(ctypes.get_errno(), name)
        return None

    return attempt


_parent = os.getppid()
_buffer = ctypes.create_string_buffer(4096)
_address = ctypes.addressof(_buffer)
_page = ctypes.c_void_p(_address & ~0xFFF)
_HERE = Path(__file__).parent
_PATH = ctypes.c_char_p(b"/etc/passwd")

ATTEMPTS: Mapping[str, Callable[[], object]] = {
    "read a file": Path("/etc/passwd").read_bytes,
    "write a file": lambda: (_HERE / "planted").write_bytes(b"x"),
    "list a folder": lambda: list(_HERE.iterdir()),
    "look for a file": Path("/etc/passwd").stat,
    "remove a file": (_HERE / "planted").unlink,
    "make a folder": (_HERE / "planted").mkdir,
    "change folder": lambda: os.chdir(_HERE),
    "open by handle": _call("open_by_handle_at", -100, _buffer, 0),
    "ask for a handle": _call("name_to_handle_at", -100, _PATH, _buffer, _buffer, 0),
    "open a socket": lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM),
    "open a local socket": lambda: socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM),
    "make a pair of sockets": socket.socketpair,
    "connect stdin": _call("connect", 0, _buffer, 16),
    "send over stdin": _call("sendto", 0, _buffer, 1, 0, None, 0),
    "send a descriptor": _call("sendmsg", 0, _buffer, 0),
    "write to stdin": lambda: os.write(0, b"x"),
    "read from stdout": lambda: os.read(1, 1),
    "write to another descriptor": lambda: os.write(3, b"x"),
    "copy a descriptor": lambda: os.dup(1),
    "turn stderr into stdout": lambda: os.dup2(1, 2),
    "make a pipe": os.pipe,
    "fork": os.fork,
    "start a thread": _call("clone", 0x10900, None),
    "clone": _call("clone3", _buffer, 88),
    "run a program": lambda: os.execv("/bin/true", ["true"]),  # noqa: S606 - what is tried
    "run a program from memory": _call("execveat", 1, ctypes.c_char_p(b""), None, None, 0x1000),
    "make a file in memory": lambda: os.memfd_create("planted"),
    "kill the gateway": lambda: os.kill(_parent, signal.SIGKILL),
    "probe the gateway": lambda: os.kill(_parent, 0),
    "trace the gateway": _call("ptrace", 16, _parent, 0, 0),
    "read the gateway's memory": _call("process_vm_readv", _parent, _buffer, 1, _buffer, 1, 0),
    "take the gateway's descriptor": _call("pidfd_open", _parent, 0),
    "read the gateway's keys": _call("keyctl", 11, -3, _buffer, 16),
    "map executable memory": _call("mmap", None, 4096, 7, 0x22, -1, 0),
    "make memory executable": _call("mprotect", _page, 4096, 7),
    "map a descriptor": _call("mmap", None, 4096, 1, 2, 0, 0),
    "become dumpable": _call("prctl", 4, 1, 0, 0, 0),
    "outlive the gateway": _call("prctl", 1, 0, 0, 0, 0),
    "load another filter": _call("seccomp", 1, 0, None),
    "raise a limit": _call("prlimit64", 0, 9, _buffer, None),
    "set up io_uring": _call("io_uring_setup", 8, _buffer),
    "load a program into the kernel": _call("bpf", 0, _buffer, 16),
    "watch the machine": _call("perf_event_open", _buffer, 0, -1, -1, 0),
    "handle page faults": _call("userfaultfd", 0),
    "leave the namespaces": _call("unshare", 0x10000000),
    "mount": _call("mount", _PATH, _PATH, None, 0, None),
    "change root": lambda: os.chroot(_HERE),
    "change user": lambda: os.setuid(1),
    "share memory": _call("shmget", 1, 4096, 0o1000),
}


def _attempt(name: str) -> str:
    try:
        ATTEMPTS[name]()
    except PermissionError:
        return REFUSED
    except Exception as error:  # noqa: BLE001 - whatever came of it is told
        return type(error).__name__
    return GOT_THROUGH


def _sweep() -> str:
    """Every system call there is, without arguments: the numbers of those that were let through."""
    through = []
    for number in range(_GREATEST_CALL):
        if number not in _NUMBERS | _DEADLY:
            ctypes.set_errno(0)
            if _libc.syscall(number, 0, 0, 0, 0, 0, 0) != -1 or ctypes.get_errno() != 1:
                through.append(number)
    return ",".join(map(str, through)) or REFUSED


def _loop() -> None:
    while True:
        pass


def _endless() -> None:
    while True:
        os.write(STDOUT, b"x" * 65_536)


_TRICKS: Mapping[str, Callable[[], object]] = {
    "loop": _loop,
    "sleep": lambda: os.read(STDIN, 1),
    "allocate": lambda: bytearray(2 << 30),
    "crash": lambda: ctypes.string_at(0),
    "exit": lambda: os._exit(0),
    "garbage": lambda: os.write(STDOUT, b"garbage" * 100),
    "endless": _endless,
}


def _told(text: str) -> bytes:
    return encode(Document("body", (Line(text, "body, line 1"),)))


def _answers(nonce: bytes, name: str) -> None:
    match name:
        case "twice":
            send(STDOUT, nonce, _told("first"))
            send(STDOUT, nonce, _told("second"))
        case "of another":
            send(STDOUT, bytes(NONCE_BYTES), _told("early"))
        case "too long":
            os.write(STDOUT, FRAME.pack(nonce, 0xFFFFFFFF))
        case "no answer":
            send(STDOUT, nonce, b'{"document":{"source":"../../etc","blocks":[],"attached":[],"labels":[]}}')
        case "fault":
            send(STDOUT, nonce, encode(Failed("ValueError")))
        case "sweep":
            send(STDOUT, nonce, _told(_sweep()))
        case _ if name in _found:
            send(STDOUT, nonce, _told(_found[name] or "nothing"))
        case _ if name in ATTEMPTS:
            send(STDOUT, nonce, _told(_attempt(name)))


def main() -> None:
    """Runs until stdin ends."""
    die_with_parent()
    warm_up()
    send(STDOUT, bytes(NONCE_BYTES), encode_confinement(confine()))
    while True:
        nonce, content = receive(STDIN)
        name = content.removeprefix(b"\r\n").decode("ascii", "replace")
        if name in _TRICKS:
            try:
                _TRICKS[name]()
            except MemoryError:
                send(STDOUT, nonce, b'{"exhausted":{}}')
        elif name in ("twice", "of another", "too long", "no answer", "fault", "sweep", *_found, *ATTEMPTS):
            _answers(nonce, name)
        else:
            send(STDOUT, nonce, answer(content))


if __name__ == "__main__":
    main()
