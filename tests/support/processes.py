"""What Linux tells of a running process and those it started: proc(5)."""

import os
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")


def family(process: int) -> list[Path]:
    """The folder of ``process`` in /proc, and those of the processes it started and that run still."""
    own = Path("/proc") / str(process)
    children = (own / "task" / own.name / "children").read_text().split()
    return [own, *(own.with_name(child) for child in children)]


def forget_peak(process: Path) -> None:
    """Lets the kernel count the process's peak memory from now on."""
    (process / "clear_refs").write_text("5")


def peak_mib(process: Path) -> float:
    """The most resident memory the process has used, in MiB."""
    return int((process / "status").read_text().partition("VmHWM:")[2].split()[0]) / 1_024


def cpu_seconds(process: Path) -> float:
    """The processor time the process has used, for itself and the kernel's work for it."""
    # The second field is the program's name in brackets, which may hold blanks.
    user, system = (process / "stat").read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / _TICKS
