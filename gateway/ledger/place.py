"""Where a ledger is: in a SQLite file, or in a database on a PostgreSQL server."""

from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

from gateway.ledger.keyfile import key_path
from gateway.said import Said, say

_ALLOWED = frozenset({"host", "port", "user", "dbname", "sslrootcert", "sslcert", "sslkey", "passfile"})
_WRITE = say("Write postgresql://user@host/database.")
_SPELLED = say("Write postgresql://user@host/database.")


class PlaceError(ValueError):
    """A URL that names no ledger. ``remedy`` is a sentence; neither text holds a password."""

    def __init__(self, wrong: Said, remedy: Said) -> None:
        super().__init__(wrong)
        self.wrong, self.remedy = wrong, remedy


@dataclass(frozen=True, slots=True)
class Postgres:
    """A database on a PostgreSQL server, as libpq's parameters; a password is never among them."""

    parameters: tuple[tuple[str, str], ...]

    def hosts(self) -> tuple[str, ...]:
        """The servers to try in turn: names, addresses, or folders of Unix sockets."""
        return tuple(dict(self.parameters)["host"].split(","))

    def is_local(self) -> bool:
        """Whether nothing said to this server leaves the machine."""
        return all(map(_is_local, self.hosts()))

    def __str__(self) -> str:
        from psycopg.conninfo import make_conninfo  # noqa: PLC0415 - six MiB, for a ledger in PostgreSQL alone

        return make_conninfo(**dict(self.parameters))


Place = Path | Postgres


@dataclass(frozen=True, slots=True)
class Site:
    """A ledger as one node has it: the database, the signing key's file, and a folder of the node's own."""

    place: Place
    key: Path
    folder: Path


def beside(path: Path) -> Site:
    """The ledger in the SQLite file ``path``, with all it needs beside it."""
    return Site(path, key_path(path), path.parent)


def parse_postgres(url: str) -> Postgres:
    """The database that ``url`` names, in the form of libpq. Raises PlaceError.

    To another machine the server must prove its name (RFC 9525) by an authority that the URL gives.
    """
    import psycopg  # noqa: PLC0415 - six MiB, for a ledger in PostgreSQL alone
    from psycopg.conninfo import conninfo_to_dict  # noqa: PLC0415 - the same

    try:
        given = {name: str(value) for name, value in conninfo_to_dict(url).items() if value is not None}
    except psycopg.Error:
        raise PlaceError(say("is no PostgreSQL address"), _SPELLED) from None
    sslmode = given.pop("sslmode", "verify-full")
    _require_known(given, sslmode)
    place = Postgres(tuple(sorted(given.items())))
    if not place.is_local() and "sslrootcert" not in given:
        wrong = say("names another machine and no authority that proves it")
        remedy = say(
            "Write ?sslrootcert= and the file with the authorities of its certificate behind the database."
        )
        raise PlaceError(wrong, remedy)
    return place


def _require_known(given: dict[str, str], sslmode: str) -> None:
    if "password" in given:
        remedy = say("Leave it out here and put it in ~/.pgpass, for its owner alone to read.")
        raise PlaceError(say("holds a password"), remedy)
    if sslmode != "verify-full":
        wrong = say("asks for TLS that proves nothing")
        raise PlaceError(wrong, say("Leave sslmode out: it is verify-full."))
    if unknown := sorted(given.keys() - _ALLOWED):
        remedy = say("Only these can be set: {names}.", names=", ".join(sorted(_ALLOWED)))
        raise PlaceError(say("sets {name}", name=unknown[0]), remedy)
    if not given.get("dbname") or not all(given.get("host", "").split(",")):
        raise PlaceError(say("names no host or no database"), _SPELLED)


def _is_local(host: str) -> bool:
    if host.startswith("/") or host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
