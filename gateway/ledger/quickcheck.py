"""The common case of verifying at once: a row that is, byte for byte, what the gateway writes.

The header is spelled anew from the row's own columns and groups. When it is the stored one, every rule of
``rowcheck`` on the row itself holds; when it is not, ``rowcheck`` says what is wrong. Pure.
"""

import hashlib
import json
import re

from gateway.ledger.canonical import MAX_INTEGER
from gateway.ledger.record import GROUPS, OF_TRANSFERS, VERSION, RecordType, is_name
from gateway.ledger.rows import Row

_TAGS = tuple(f"gateway.ledger.v{VERSION}.{name}\0".encode() for name in GROUPS)
_TYPES = frozenset(RecordType)
# What json.dumps makes of a string, without the detour.
_quoted = json.encoder.encode_basestring_ascii
_ALL = frozenset(GROUPS)
_NOTHING: frozenset[str] = frozenset()


def is_as_written(row: Row, expected: int, log: str, erased: frozenset[str] = _NOTHING) -> bool:
    """Whether ``row`` is record ``expected`` of ``log`` with all its groups but the ``erased`` ones, and
    nothing but that."""
    if row.seq != expected or row.type not in (OF_TRANSFERS if erased else _TYPES):
        return False
    if not (0 <= row.t <= MAX_INTEGER and is_name(row.id) and is_name(row.node)):
        return False
    stored = {name: salt + body for name, salt, body in row.parts}
    if len(stored) != len(row.parts) or stored.keys() != _ALL - erased:
        return False
    commitments = [
        hashlib.sha256(tag + stored[name]).hexdigest() if name in stored else _said(row, name)
        for tag, name in zip(_TAGS, GROUPS, strict=True)
    ]
    of_groups = ",".join([f'"{name}":"{digest}"' for name, digest in zip(GROUPS, commitments, strict=True)])
    spelled = (
        f'{{"c":{{{of_groups}}},"id":{_quoted(row.id)},"log":{_quoted(log)},'
        f'"node":{_quoted(row.node)},"seq":{expected},"t":{row.t},"type":"{row.type}","v":{VERSION}}}'
    )
    return row.header == spelled.encode()


def _said(row: Row, name: str) -> str:
    """The commitment to an erased group, which nothing but the header can tell."""
    found = re.search(rb'"%s":"([0-9a-f]{64})"' % name.encode(), row.header)
    return found[1].decode() if found else ""
