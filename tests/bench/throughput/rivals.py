"""Other mail software on loopback, each with a configuration of its own, handing on to one sink.

Every one is an asynchronous context manager that is given its folder and the sink's port and yields a
``Running``. What is not installed here raises FileNotFoundError, which tells what is missing.
"""

import os
import pwd
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.bench.throughput.load import running
from tests.support.certificates import new_authority
from tests.support.postfix import Postfix, free_port, listening


@dataclass(frozen=True, slots=True)
class Running:
    """A system that takes mail on ``port``; ``processes`` are the roots of all it runs."""

    port: int
    processes: tuple[int, ...]


@asynccontextmanager
async def postfix(folder: Path, sink: int, **settings: str) -> AsyncIterator[Running]:
    """Postfix: queue and relay."""
    _require("postfix")
    authority = new_authority(folder)
    certificate = authority.server("postfix.example")
    main = {
        "smtp_tls_security_level": "none",
        "smtp_tls_secure_cert_match": "nexthop",
    }
    async with Postfix.relay(
        certificate, host="127.0.0.1", port=sink, authority=authority.certificate, name="x", **main | settings
    ) as running:
        pid = int((running.folder / "queue" / "pid" / "master.pid").read_text())
        yield Running(running.port, (pid,))


@asynccontextmanager
async def postfix_with_rspamd(folder: Path, sink: int) -> AsyncIterator[Running]:
    """Postfix that asks rspamd about each message before it takes it, as a milter.

    rspamd as its package configures it, but for what needs a network: blocklists and fuzzy storage.
    """
    _require("rspamd")
    milter, normal, control = free_port(), free_port(), free_port()
    own = folder / "rspamd"
    for part in (own, own / "db", own / "run", own / "logs"):
        part.mkdir()
    shutil.copytree("/etc/rspamd", own / "etc")
    for name, text in _RSPAMD.items():
        (own / "etc" / "local.d").mkdir(exist_ok=True)
        written = text.format(milter=milter, normal=normal, control=control, folder=own)
        (own / "etc" / "local.d" / name).write_text(written)
    _give(own, "_rspamd")
    places = {"CONFDIR": "etc", "LOCAL_CONFDIR": "etc", "DBDIR": "db", "RUNDIR": "run", "LOGDIR": "logs"}
    variables = (f"--var={name}={own / part}" for name, part in places.items())
    command = ("rspamd", "-f", "-u", "_rspamd", "-g", "_rspamd", "-c", str(own / "etc" / "rspamd.conf"))
    async with _logged(own, (*command, *variables)) as pid:
        await up(milter)
        async with postfix(folder, sink, smtpd_milters=f"inet:127.0.0.1:{milter}") as running:
            yield Running(running.port, (*running.processes, pid))


@asynccontextmanager
async def haraka(folder: Path, sink: int) -> AsyncIterator[Running]:
    """Haraka as a proxy: it reads the message's header and body, then hands it on."""
    program = _require("haraka")
    own, port = folder / "haraka", free_port()
    (own / "config").mkdir(parents=True)
    files = {
        "smtp.ini": f"listen=127.0.0.1:{port}\nnodes=2\n",
        "me": "haraka.example\n",
        "plugins": "rcpt_to.in_host_list\nheaders\nqueue/smtp_forward\n",
        "host_list": "pepingen.example\n",
        "smtp_forward.ini": f"host=127.0.0.1\nport={sink}\nmax_connections=20\n",
        "log.ini": "level=error\n",
    }
    shutil.copy(_beside(program, "config/connection.ini"), own / "config")
    for name, text in files.items():
        (own / "config" / name).write_text(text)
    async with _logged(own, (program, "-c", str(own))) as pid:
        await up(port)
        yield Running(port, (pid,))


@asynccontextmanager
async def amavis(folder: Path, sink: int) -> AsyncIterator[Running]:
    """amavisd-new before the queue: it takes MIME apart and hands the message on, no scanner beside it."""
    _require("amavisd")
    own, port = folder / "amavis", free_port()
    for part in (own, own / "tmp", own / "db", own / "var"):
        part.mkdir()
    _give(own, "amavis")
    (folder / "amavisd.conf").write_text(_AMAVIS.format(folder=own, port=port, sink=sink))
    async with _logged(own, ("amavisd", "-c", str(folder / "amavisd.conf"), "foreground")) as pid:
        await up(port)
        yield Running(port, (pid,))


def _beside(program: str, path: str) -> Path:
    """A file of the package that ``program`` belongs to."""
    return Path(program).resolve().parents[1] / path


async def up(port: int) -> None:
    """Returns once something listens: rspamd compiles its patterns first. Raises TimeoutError in the end."""
    for _ in range(6):
        with suppress(TimeoutError):
            return await listening(port)
    raise TimeoutError


@asynccontextmanager
async def _logged(folder: Path, command: tuple[str, ...]) -> AsyncIterator[int]:
    with (folder / "log").open("wb") as log:
        async with running(command, folder, log.fileno()) as process:
            yield process


def _require(program: str) -> str:
    found = shutil.which(program)
    if found is None:
        raise FileNotFoundError(f"{program} is not installed")
    return found


def _give(folder: Path, user: str) -> None:
    """Makes ``folder`` and all in it the daemon's own; the way to it must be open as well."""
    found = pwd.getpwnam(user)
    for path in (folder, *folder.rglob("*")):
        os.chown(path, found.pw_uid, found.pw_gid)


_RSPAMD = {
    "options.inc": 'dns {{ nameserver = ["127.0.0.1:9"]; timeout = 0.05s; retransmits = 1; }}\n'
    'control_socket = "{folder}/run/rspamd.sock mode=0600";\n',
    "logging.inc": 'level = "error";\n',
    "worker-normal.inc": 'bind_socket = "127.0.0.1:{normal}";\ncount = 2;\n',
    "worker-controller.inc": 'bind_socket = "127.0.0.1:{control}";\n',
    "worker-proxy.inc": 'bind_socket = "127.0.0.1:{milter}";\n'
    'upstream "local" {{ default = yes; hosts = "127.0.0.1:{normal}"; }}\n',
    "fuzzy_check.conf": "enabled = false;\n",
    "rbl.conf": "enabled = false;\n",
    "asn.conf": "enabled = false;\n",
}

_AMAVIS = """
use strict;
$max_servers = 4; $daemon_user = 'amavis'; $daemon_group = 'amavis';
$MYHOME = '{folder}'; $TEMPBASE = '{folder}/tmp'; $db_home = '{folder}/db'; $helpers_home = '{folder}/var';
$pid_file = '{folder}/var/amavisd.pid'; $lock_file = '{folder}/var/amavisd.lock';
$mydomain = 'amavis.example'; $myhostname = 'host.amavis.example'; @local_domains_maps = (1);
$enable_db = 0; $enable_zmq = 0; $nanny_details_level = 0; $log_level = 0; $do_syslog = 0;
$inet_socket_bind = '127.0.0.1'; $inet_socket_port = {port}; @inet_acl = qw(127.0.0.1);
@bypass_virus_checks_maps = (1); @bypass_spam_checks_maps = (1);
$enable_dkim_verification = 1;
$forward_method = 'smtp:[127.0.0.1]:{sink}'; $notify_method = $forward_method;
$final_virus_destiny = D_REJECT; $final_banned_destiny = D_PASS; $final_spam_destiny = D_PASS;
1;
"""
