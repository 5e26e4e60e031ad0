"""Each layer alone, in a process of its own: what it takes away, and that the others do not hide a hole."""

import subprocess
import sys

import pyseccomp
import pytest

from gateway.reading import confine
from tests.support.hostile_worker import LET_THROUGH

_PREPARED = """
import errno, mmap, os, resource, signal, socket, sys
from gateway.reading import confine
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
def attempt(call):
    try:
        call()
    except OSError as error:
        return errno.errorcode[error.errno]
    except MemoryError:
        return "MemoryError"
    return "done"
"""


def told(program: str) -> str:
    """What ``program`` prints, run in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", _PREPARED + program], capture_output=True, text=True, check=False, timeout=30
    )
    return done.stdout.strip() or f"exit {done.returncode}: {done.stderr}"


def test_this_machine_confines_in_full() -> None:
    """Fails where the kernel lacks a layer: every other result on such a machine is worth less."""
    assert told("print(confine.confine().missing())") == "()"


@pytest.mark.parametrize(
    "call",
    [
        "lambda: open('/etc/passwd')",
        "lambda: os.listdir('/')",
        "lambda: open('/dev/null', 'w')",
        "lambda: os.execv('/bin/true', ['true'])",
        "lambda: os.kill(os.getppid(), 0)",
    ],
)
def test_landlock_alone_leaves_no_path_and_no_other_process(call: str) -> None:
    assert told(f"confine.restrict_files(); print(attempt({call}))") in ("EACCES", "EPERM")


@pytest.mark.parametrize(
    ("call", "outcome"),
    [
        ("lambda: open('/etc/passwd')", "EMFILE"),
        ("lambda: socket.socket()", "EMFILE"),
        ("lambda: os.write(planted, b'x')", "EFBIG"),
        ("lambda: bytearray(2 << 30)", "MemoryError"),
        ("lambda: resource.setrlimit(resource.RLIMIT_CORE, (0, 0))", "done"),
    ],
)
def test_resource_limits_alone_leave_no_descriptor_no_file_and_little_memory(call: str, outcome: str) -> None:
    program = "import tempfile; file = tempfile.TemporaryFile(); planted = file.fileno()\n"
    assert told(f"{program}confine.limit_resources(); print(attempt({call}))") == outcome


@pytest.mark.parametrize(
    "call",
    [
        "lambda: open('/etc/passwd')",
        "lambda: socket.socket()",
        "os.fork",
        "lambda: os.execv('/bin/true', ['true'])",
        "lambda: os.kill(os.getppid(), 0)",
        "lambda: mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_EXEC)",
        "lambda: os.write(0, b'x')",
        "lambda: os.dup2(1, 2)",
        "lambda: os.sched_getaffinity(0)",
    ],
)
def test_the_filter_alone_lets_nothing_through_but_computing(call: str) -> None:
    assert told(f"confine.filter_calls(); print(attempt({call}))") == "EPERM"


def test_descriptors_that_were_open_are_closed() -> None:
    program = "planted = os.dup(1); confine.filter_calls = lambda: True; confine.confine()\n"
    assert told(f"{program}print(attempt(lambda: os.write(planted, b'x')))") == "EBADF"


@pytest.mark.parametrize(
    "machine", [pyseccomp.Arch.X86_64, pyseccomp.Arch.AARCH64], ids=["x86_64", "aarch64"]
)
def test_every_call_that_is_let_through_exists_on_both_architectures(machine: int) -> None:
    numbers = [pyseccomp.resolve_syscall(machine, name) for name in LET_THROUGH]
    assert min(numbers) >= 0
    assert len(set(numbers)) == len(numbers)


def test_without_libseccomp_the_filter_is_reported_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confine, "pyseccomp", None)
    assert confine.filter_calls() is False
