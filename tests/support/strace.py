"""Faults at the border of the kernel, for a process that runs: strace lets chosen calls fail or kill.

``unavailable()`` says why no process here can be traced, None when one can.
"""

import asyncio
import shutil
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

_ATTACHED = b"attached"


def unavailable() -> str | None:
    """Tries it on a process of its own."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    tried = subprocess.run(
        ["strace", "-o", "/dev/null", "true"], capture_output=True, check=False, timeout=20
    )
    return None if tried.returncode == 0 else "processes may not be traced here"


@asynccontextmanager
async def tampered(process: int, calls: str, what: str) -> AsyncIterator[None]:
    """While this runs ``what`` happens at ``calls`` of ``process`` and its threads.

    As in strace(1): ``tampered(pid, "pwrite64", "error=ENOSPC")``, ``tampered(pid, "sendto",
    "signal=KILL:when=3")``, counted for each thread. The process may be gone at the end.
    """
    command = ("strace", "-f", "-p", str(process), "-o", "/dev/null", "-e", f"trace={calls}")
    tracer = await asyncio.create_subprocess_exec(
        *command, "-e", f"inject={calls}:{what}", stdin=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    try:
        async with asyncio.timeout(20):
            while _ATTACHED not in await _line(tracer):
                pass
        yield
    finally:
        if tracer.returncode is None:
            tracer.terminate()
        await tracer.communicate()


async def _line(tracer: asyncio.subprocess.Process) -> bytes:
    assert tracer.stderr is not None
    line = await tracer.stderr.readline()
    if not line:
        raise RuntimeError("strace could not attach")
    return line
