"""From the SQL that the ledger is written in to PostgreSQL's."""

from functools import cache

_TYPES = (("INTEGER", "BIGINT"), ("BLOB", "BYTEA"), ("TEXT", 'TEXT COLLATE "C"'))
_ONLY_SQLITE = (" STRICT", ", WITHOUT ROWID")


@cache
def translated(statement: str) -> bytes:
    """``statement`` with PostgreSQL's marks for values."""
    return statement.replace("%", "%%").replace("?", "%s").encode()


def as_postgres(statement: str) -> str:
    """The table or index that ``statement`` makes in SQLite, with PostgreSQL's names of the types."""
    for sqlite, postgres in _TYPES:
        statement = statement.replace(f" {sqlite} ", f" {postgres} ")
    for word in _ONLY_SQLITE:
        statement = statement.replace(word, "")
    return statement
