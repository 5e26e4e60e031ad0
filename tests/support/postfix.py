"""A private Postfix on loopback: own configuration, queue and log, gone without a trace afterwards.

``Postfix.mailbox`` stands behind the gateway and keeps mail in a Maildir; ``Postfix.relay`` stands in
front of it, queues, and hands on over STARTTLS. Both need root, as Postfix does: ``unavailable()`` says
what is missing.
"""

import asyncio
import json
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.certificates import Issued

_NOBODY = pwd.getpwnam("nobody")
_SERVICES = """\
127.0.0.1:{port} inet n - n - - smtpd
pickup   unix n - n 60 1 pickup
cleanup  unix n - n - 0 cleanup
qmgr     unix n - n 300 1 qmgr
tlsmgr   unix - - n 1000? 1 tlsmgr
rewrite  unix - - n - - trivial-rewrite
bounce   unix - - n - 0 bounce
defer    unix - - n - 0 bounce
trace    unix - - n - 0 bounce
verify   unix - - n - 1 verify
flush    unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp     unix - - n - - smtp
relay    unix - - n - - smtp
showq    unix n - n - - showq
error    unix - - n - - error
retry    unix - - n - - error
discard  unix - - n - - discard
virtual  unix - n n - - virtual
anvil    unix - - n - 1 anvil
scache   unix - - n - 1 scache
postlog  unix-dgram n - n - 1 postlogd
"""


def unavailable() -> str | None:
    """Why no private Postfix can run here, None when one can."""
    if shutil.which("postfix") is None:
        return "postfix is not installed"
    return None if os.geteuid() == 0 else "postfix starts as root alone"


@dataclass(frozen=True, slots=True)
class Postfix:
    """A running instance. ``folder`` holds all of it."""

    folder: Path
    port: int
    host: str = "127.0.0.1"

    @classmethod
    @asynccontextmanager
    async def mailbox(
        cls, certificate: Issued, recipients: Sequence[str], **settings: str
    ) -> AsyncIterator["Postfix"]:
        """One that takes mail for ``recipients`` alone, over STARTTLS alone. More main.cf as keywords."""
        domains = sorted({recipient.rpartition("@")[2] for recipient in recipients})
        maildirs = ", ".join(f"{{{recipient}={recipient}/}}" for recipient in recipients)
        with _private_folder() as folder:
            mail = folder / "mail"
            mail.mkdir()
            os.chown(mail, _NOBODY.pw_uid, _NOBODY.pw_gid)
            main = {
                "smtpd_tls_security_level": "encrypt",
                "virtual_mailbox_domains": " ".join(domains),
                "virtual_mailbox_base": str(mail),
                "virtual_mailbox_maps": f"inline:{{ {maildirs} }}",
                "virtual_uid_maps": f"static:{_NOBODY.pw_uid}",
                "virtual_gid_maps": f"static:{_NOBODY.pw_gid}",
                "mynetworks": "",
            }
            async with _running(folder, certificate, main | settings) as postfix:
                yield postfix

    @classmethod
    @asynccontextmanager
    async def relay(
        cls, certificate: Issued, *, host: str, port: int, authority: Path, name: str, **settings: str
    ) -> AsyncIterator["Postfix"]:
        """One that takes mail from loopback for anywhere and hands it to ``host:port``.

        The next hop must prove, over STARTTLS, that it is ``name`` by ``authority``. Deferred mail is
        tried again after two seconds: after one, Postfix's queue manager can find it still in its own hands
        on a busy machine, and then leaves it lying.
        """
        main = {
            "smtpd_tls_security_level": "may",
            "mynetworks": "127.0.0.0/8",
            "relayhost": f"[{host}]:{port}",
            "smtp_tls_security_level": "secure",
            "smtp_tls_secure_cert_match": name,
            "smtp_tls_CAfile": str(authority),
            "minimal_backoff_time": "2s",
            "maximal_backoff_time": "2s",
            "queue_run_delay": "1s",
        }
        with _private_folder() as folder:
            async with _running(folder, certificate, main | settings) as postfix:
                yield postfix

    @classmethod
    @asynccontextmanager
    async def configured(
        cls, certificate: Issued, files: Mapping[str, str], **settings: str
    ) -> AsyncIterator["Postfix"]:
        """One that ``files`` configure, by their paths below /etc/postfix. It takes mail from loopback.

        ``main.cf`` and ``master.cf`` add to what every instance here has.
        """
        main = {"mynetworks": "127.0.0.0/8", "minimal_backoff_time": "2s", "maximal_backoff_time": "2s"}
        with _private_folder() as folder:
            placed = {path: text.replace("/etc/postfix/", f"{folder}/etc/") for path, text in files.items()}
            added = dict(line.split(" = ", 1) for line in placed.get("main.cf", "").splitlines() if line)
            async with _running(folder, certificate, main | settings | added, placed) as postfix:
                yield postfix

    def messages(self, recipient: str) -> tuple[bytes, ...]:
        """The mails in the Maildir of ``recipient``, oldest first, with Postfix's line ends (LF)."""
        new = self.folder / "mail" / recipient / "new"
        files = sorted(new.iterdir(), key=lambda path: path.stat().st_mtime_ns) if new.is_dir() else []
        return tuple(path.read_bytes() for path in files)

    async def received(self, recipient: str, count: int, *, within: float = 10.0) -> tuple[bytes, ...]:
        """``messages`` as soon as there are ``count``. Raises TimeoutError."""
        async with asyncio.timeout(within):
            while len(found := self.messages(recipient)) < count:  # noqa: ASYNC110 - another process changes the state
                await asyncio.sleep(0.05)
        return found

    async def queue(self) -> tuple[dict[str, Any], ...]:
        """What waits in the queue, as ``postqueue -j`` has it."""
        listing = await _run("postqueue", "-c", str(self.folder / "etc"), "-j")
        return tuple(json.loads(line) for line in listing.splitlines())

    def log(self) -> str:
        """Everything this instance logged so far."""
        path = self.folder / "log"
        return path.read_text(errors="replace") if path.exists() else ""

    async def logged(self, text: str, *, within: float = 10.0) -> str:
        """The first log line with ``text`` in it, as soon as there is one. Raises TimeoutError."""
        async with asyncio.timeout(within):
            while not (lines := self._log_lines(text)):  # noqa: ASYNC110 - another process changes the state
                await asyncio.sleep(0.05)
        return lines[0]

    def _log_lines(self, text: str) -> list[str]:
        return [line for line in self.log().splitlines() if text in line]


@asynccontextmanager
async def _running(
    folder: Path, certificate: Issued, main: Mapping[str, str], files: Mapping[str, str] | None = None
) -> AsyncIterator[Postfix]:
    port = free_port()
    _configure(folder, certificate, port, main)
    for name, text in (files or {}).items():
        if name == "master.cf":
            (folder / "etc" / name).write_text(_SERVICES.format(port=port) + text)
        elif name != "main.cf":
            (folder / "etc" / name).write_text(text)
    configuration = str(folder / "etc")
    await _run("postfix", "-c", configuration, "start")
    try:
        await listening(port)
        yield Postfix(folder, port)
    finally:
        await _run("postfix", "-c", configuration, "stop")


def _configure(folder: Path, certificate: Issued, port: int, main: Mapping[str, str]) -> None:
    etc, data, queue = (folder / name for name in ("etc", "data", "queue"))
    for path in (etc, data, queue):
        path.mkdir()
    shutil.chown(data, "postfix")
    for name, source in (("server.pem", certificate.certificate), ("server.key", certificate.key)):
        shutil.copy(source, etc / name)
    own = {
        "compatibility_level": "3.6",
        "myhostname": "postfix.example",
        "mydestination": "",
        "inet_interfaces": "127.0.0.1",
        "inet_protocols": "ipv4",
        "queue_directory": str(queue),
        "data_directory": str(data),
        "maillog_file": str(folder / "log"),
        "maillog_file_prefixes": str(folder),
        "smtpd_tls_cert_file": str(etc / "server.pem"),
        "smtpd_tls_key_file": str(etc / "server.key"),
        "smtpd_peername_lookup": "no",
        "local_transport": "error:no local mail",
        "local_recipient_maps": "",
        "alias_maps": "",
        "biff": "no",
    }
    lines = [f"{key} = {value}\n" for key, value in {**own, **main}.items()]
    (etc / "main.cf").write_text("".join(lines))
    (etc / "master.cf").write_text(_SERVICES.format(port=port))


@contextmanager
def _private_folder() -> Iterator[Path]:
    """A folder that Postfix's own user can enter, removed at the end."""
    with tempfile.TemporaryDirectory(prefix="postfix-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def free_port() -> int:
    """A port of loopback that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


async def listening(port: int) -> None:
    """Returns as soon as something listens on loopback. Raises TimeoutError."""
    async with asyncio.timeout(10):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except ConnectionRefusedError:
                await asyncio.sleep(0.05)
            else:
                writer.close()
                return


async def _run(*command: str) -> str:
    """Its standard output. Raises CalledProcessError with what it said when it fails."""
    finished = await asyncio.to_thread(
        subprocess.run, command, capture_output=True, text=True, timeout=30, check=True
    )
    return finished.stdout
