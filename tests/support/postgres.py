"""A private PostgreSQL on a Unix socket and a loopback port, gone without a trace afterwards.

It refuses to run as root; started by root it belongs to ``nobody``. ``unavailable()`` says what is missing.
"""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psycopg
from psycopg import sql

from gateway.ledger.place import Postgres, Site, parse_postgres

_NOBODY = pwd.getpwnam("nobody")
_FOLDERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
_names = count()


def unavailable() -> str | None:
    """Why no private PostgreSQL can run here, None when one can."""
    return None if _FOLDERS else "postgresql is not installed (apt-get install postgresql)"


@dataclass(frozen=True, slots=True)
class Server:
    """A server in ``folder``. Everyone on this machine may do everything in it."""

    folder: Path
    port: int
    options: str = ""

    def url(self, database: str) -> str:
        """A database by the Unix socket."""
        return f"postgresql://tester@/{database}?host={self.folder}&port={self.port}"

    def new_database(self) -> str:
        """An empty database, and its name."""
        name = f"ledger{next(_names)}"
        self.run_sql("postgres", sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        return name

    def run_sql(self, database: str, statement: sql.Composed) -> None:
        """Runs one statement outside a transaction."""
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            connection.execute(statement)

    def place(self, database: str) -> Postgres:
        """Where a ledger in ``database`` is."""
        return parse_postgres(self.url(database))

    def site(self, database: str, folder: Path) -> Site:
        """A ledger in ``database``, its key and the node's memory in ``folder``."""
        return Site(self.place(database), folder / "ledger.key", folder)

    @contextmanager
    def copied(self, site: Site, folder: Path) -> Iterator[Site]:
        """A copy of a ledger nobody uses, its key in ``folder``; dropped at the end."""
        assert isinstance(site.place, Postgres)
        source, copy = dict(site.place.parameters)["dbname"], f"ledger{next(_names)}"
        names = {"copy": sql.Identifier(copy), "source": sql.Identifier(source)}
        self.run_sql("postgres", sql.SQL("CREATE DATABASE {copy} TEMPLATE {source}").format(**names))
        target = self.site(copy, folder)
        shutil.copy2(site.key, target.key)
        yield target
        self.run_sql("postgres", sql.SQL("DROP DATABASE {copy} WITH (FORCE)").format(**names))

    def start(self) -> None:
        """Starts it and waits until it answers."""
        self._control(
            "start", "-l", str(self.folder / "log"), "-o", f"-p {self.port} -k {self.folder} {self.options}"
        )

    def stop(self, mode: str) -> None:
        """Stops it: ``fast`` ends every session, ``immediate`` is as good as a crash."""
        self._control("stop", "-m", mode)

    def tool(self, name: str, *arguments: str) -> None:
        """Runs one of PostgreSQL's own programs on this server."""
        where = ("-h", str(self.folder), "-p", str(self.port), "-U", "tester")
        subprocess.run([_program(name), *where, *arguments], check=True, capture_output=True, timeout=60)

    def _control(self, action: str, *arguments: str) -> None:
        _as_nobody("pg_ctl", "-D", str(self.folder / "data"), "-w", action, *arguments)


@contextmanager
def running(options: str = "") -> Iterator[Server]:
    """A new server, running; ``options`` are for its command line."""
    with tempfile.TemporaryDirectory(prefix="pg-") as name:
        folder = Path(name)
        if os.geteuid() == 0:
            shutil.chown(folder, _NOBODY.pw_uid, _NOBODY.pw_gid)
        _as_nobody(
            "initdb", "-D", str(folder / "data"), "-U", "tester", "-A", "trust", "-E", "UTF8", "--locale=C"
        )
        server = Server(folder, _free_port(), options)
        server.start()
        try:
            yield server
        finally:
            server.stop("immediate")


def _program(name: str) -> str:
    return str(_FOLDERS[-1] / name)


def _as_nobody(name: str, *arguments: str) -> None:
    given = {"user": _NOBODY.pw_uid, "group": _NOBODY.pw_gid, "extra_groups": []} if os.geteuid() == 0 else {}
    log = subprocess.DEVNULL
    subprocess.run(  # type: ignore[call-overload]  # the keywords come as a dictionary
        [_program(name), *arguments], check=True, stdout=log, stderr=log, timeout=60, cwd="/", **given
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
