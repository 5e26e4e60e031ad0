"""OpenDKIM's own verifier, in a network of its own whose name server serves the records of a test.

The program asks the system's resolver on port 53. So it runs where loopback is private and
``/etc/resolv.conf`` names it: in namespaces of its own, which root or an unprivileged user may make.
"""

import asyncio
import fcntl
import json
import shutil
import socket
import struct
import subprocess
import sys
from pathlib import Path

from tests.support.zone import serving

PROGRAM = shutil.which("opendkim-testmsg", path="/usr/sbin:/usr/bin")
_APART = ("unshare", "--map-root-user", "--mount", "--net", "--")
_SIOCSIFFLAGS, _IFF_UP = 0x8914, 1
_RESOLVER = "mount --bind {resolver} /etc/resolv.conf && exec {python} -m tests.support.opendkim {records}"


def can_run() -> bool:
    """Whether the program is installed and namespaces can be made."""
    if PROGRAM is None or shutil.which("unshare") is None:
        return False
    return subprocess.run([*_APART, "true"], check=False, capture_output=True).returncode == 0


async def complaint(message: bytes, folder: Path, records: dict[str, str]) -> str:
    """What OpenDKIM has against ``message`` where ``records`` (name to TXT) are published, if anything."""
    (folder / "resolv.conf").write_text("nameserver 127.0.0.1\n", "utf-8")
    (folder / "records.json").write_text(json.dumps(records), "utf-8")
    command = _RESOLVER.format(
        resolver=folder / "resolv.conf", python=sys.executable, records=folder / "records.json"
    )
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        *_APART, "sh", "-c", command, stdin=pipe, stdout=pipe, stderr=pipe, cwd=Path(__file__).parents[2]
    )
    said, failed = await process.communicate(message)
    if process.returncode:
        raise RuntimeError(failed.decode())
    return said.decode().strip()


def _raise_loopback() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        fcntl.ioctl(control, _SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", _IFF_UP))


async def _inside(records: dict[str, str], message: bytes) -> bytes:
    pipe = asyncio.subprocess.PIPE
    async with serving({name: {"TXT": [text]} for name, text in records.items()}, port=53):
        process = await asyncio.create_subprocess_exec(
            str(PROGRAM), "-C", stdin=pipe, stdout=pipe, stderr=asyncio.subprocess.STDOUT
        )
        said, _ = await process.communicate(message)
    return said if process.returncode or said else b""


if __name__ == "__main__":
    _raise_loopback()
    table = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    sys.stdout.buffer.write(asyncio.run(_inside(table, sys.stdin.buffer.read())))
