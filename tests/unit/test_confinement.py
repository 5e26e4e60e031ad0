"""What the gateway can no longer do once it has confined itself, tried in a process of its own."""

import socket
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from gateway import config
from gateway.confinement import Confined, writable_of
from tests.support.postfix import free_port
from tests.support.reporting import installation

_TRYING = """
import os, socket, subprocess, sys, tempfile
from pathlib import Path
from gateway.confinement import confine
own, foreign = map(Path, sys.argv[1:])
print(confine([own]).missing())
def tried(name, work):
    try:
        work()
    except OSError:
        print(name, "refused")
    else:
        print(name, "done")
tried("write", lambda: (own / "ledger").write_text("x"))
tried("rename", lambda: (own / "ledger").rename(own / "moved"))
tried("bind", lambda: socket.socket(socket.AF_UNIX).bind(str(own / "socket")))
tried("temporary", lambda: tempfile.TemporaryFile().write(b"x"))
tried("null", lambda: Path(os.devnull).write_bytes(b"x"))
tried("read", lambda: (foreign / "there").read_text())
tried("write elsewhere", lambda: (foreign / "new").write_text("x"))
tried("change elsewhere", lambda: (foreign / "there").write_text("x"))
tried("remove elsewhere", lambda: (foreign / "there").unlink())
tried("system's program", lambda: subprocess.run(["/bin/true"], check=True))
tried("own interpreter", lambda: subprocess.run([sys.executable, "-c", ""], check=True))
tried("own program", lambda: subprocess.run([own / "program"], check=True))
tried("another's signal", lambda: os.kill(os.getppid(), 0))
tried("raw socket", lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW))
tried("name", lambda: socket.getaddrinfo("localhost", 25))
tried("host's name", lambda: socket.sethostname("other"))
"""
_GONE = {
    "write elsewhere", "change elsewhere", "remove elsewhere", "own program", "another's signal",
    "raw socket", "host's name",
}  # fmt: skip


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    own, foreign = tmp_path_factory.mktemp("own"), tmp_path_factory.mktemp("foreign")
    temporary = tmp_path_factory.mktemp("temporary")
    (foreign / "there").write_text("there", "utf-8")
    (own / "program").write_text("#!/bin/sh\n", "utf-8")
    (own / "program").chmod(0o755)
    ended = subprocess.run(
        [sys.executable, "-c", _TRYING, own, foreign], check=True, capture_output=True, text=True,
        env={"TMPDIR": str(temporary)}, timeout=60,
    )  # fmt: skip
    granted, *lines = ended.stdout.splitlines()
    if granted != "()":
        pytest.skip(f"the kernel does not grant {granted}")
    return dict(line.rsplit(" ", 1) for line in lines)


def test_a_confined_gateway_still_does_its_work(tried: Mapping[str, str]) -> None:
    assert {name for name, ended in tried.items() if ended == "refused"} - _GONE == set()


@pytest.mark.parametrize("name", sorted(_GONE))
def test_a_confined_gateway_does_nothing_else(tried: Mapping[str, str], name: str) -> None:
    assert tried[name] == "refused"


_CONNECTING = """
import socket, sys
from pathlib import Path
from gateway.confinement import Ports, confine
listened, reached, mail = map(int, sys.argv[2:])
if confine([Path(sys.argv[1])], Ports((listened,), (reached,))).landlock < 4:
    raise SystemExit("no network rules")
def tried(work, *address):
    try:
        work(address).close()
    except PermissionError:
        return "refused"
    return "done"
print(
    tried(socket.create_server, "127.0.0.1", listened), tried(socket.create_server, "127.0.0.1", 0),
    tried(socket.create_connection, "127.0.0.1", reached), tried(socket.create_connection, "127.0.0.1", mail),
)
"""


def test_one_with_ports_of_its_own_uses_no_other_and_so_sends_no_mail(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_server(("127.0.0.1", 0)) as mail:
        ports = (free_port(), server.getsockname()[1], mail.getsockname()[1])
        command = (sys.executable, "-c", _CONNECTING, str(tmp_path), *map(str, ports))
        ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    if "no network rules" in ended.stderr:
        pytest.skip("the kernel knows no rules for ports")
    assert ended.stdout.split() == ["done", "refused", "done", "refused"]


def test_what_is_not_granted_is_named() -> None:
    assert Confined(0, seccomp=False).missing() == ("landlock", "seccomp")
    assert Confined(1, seccomp=True).missing() == ()


def test_it_writes_where_its_ledger_and_its_pgp_keys_are(tmp_path: Path) -> None:
    settings = config.load(installation(tmp_path))
    assert set(writable_of(settings)) == {tmp_path}
    home = tmp_path / "keys" / "gnupg"
    with_home = replace(settings, keys=replace(settings.keys, pgp_home=home))
    assert set(writable_of(with_home)) == {tmp_path, home.parent}
