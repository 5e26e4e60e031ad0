"""The recorded format, version 1: a permanent header and erasable groups it commits to.

Version 1 only grows: a type or a key inside a group may be added, none is renamed or removed.
A header names no one. The groups hold what retention may erase: with a group and its salt gone,
the commitment left in the header tells nothing, and the tree over the headers still verifies.
"""

import hashlib
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import cast

from gateway.ledger.canonical import MAX_INTEGER, Json, canonical, parse_canonical
from gateway.ledger.errors import RecordError
from gateway.said import Said, say

VERSION = 1
SALT_BYTES = 32
GROUPS = ("measures", "subject", "transport")

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_NAME = re.compile(r"[!-*,-~]{1,128}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_KEYS = frozenset({"v", "log", "seq", "id", "t", "node", "type", "c"})


class RecordType(StrEnum):
    """What a record says. Recorded, so types are added and never renamed.

    INTENT: about to hand a message to the next hop. OUTCOME: closes an intent. REFUSAL: the
    gateway itself refused or deferred a message at its final dot. POLICY: a policy came into force.
    NOTICE: the sender is about to be told what was left out of a message. RESTORE: an older copy of
    the ledger was put back, and a person accepted that. ERASURE: groups of earlier records are gone
    with this record. HOLD: nothing of these transfers is erased, until RELEASE. MONTH: the key of a
    month's pseudonyms, sealed. LOOKUP: somebody asked after a person. ANCHOR:
    a checkpoint is about to be laid down outside the gateway's reach, or was.
    """

    INTENT = "intent"
    OUTCOME = "outcome"
    REFUSAL = "refusal"
    POLICY = "policy"
    NOTICE = "notice"
    RESTORE = "restore"
    ERASURE = "erasure"
    HOLD = "hold"
    RELEASE = "release"
    MONTH = "month"
    LOOKUP = "lookup"
    ANCHOR = "anchor"


#: The records that tell of one message; retention erases groups of these alone.
OF_TRANSFERS = frozenset((RecordType.INTENT, RecordType.OUTCOME, RecordType.REFUSAL, RecordType.NOTICE))


class Outcome(StrEnum):
    """What became of a transfer. OPEN and ERASED are never recorded.

    OPEN is an intent that has no outcome yet; ERASED one whose outcome was erased in its time.
    """

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    DEFERRED = "deferred"
    UNKNOWN = "unknown"
    OPEN = "open"
    ERASED = "erased"


@dataclass(frozen=True, slots=True)
class Entry:
    """What to record of one transfer: its id and the three groups, never a client's value."""

    type: RecordType
    transfer: str
    transport: Mapping[str, Json]
    subject: Mapping[str, Json]
    measures: Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class Leaf:
    """Where a record hangs in the tree: its number from 0, and its leaf hash in hex."""

    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class Group:
    """One erasable group: name, salt of 32 bytes, and its canonical JSON."""

    name: str
    salt: bytes
    body: bytes

    def commitment(self) -> str:
        """SHA-256(domain tag ‖ salt ‖ canonical JSON) in hex; the tag ends in NUL and names the group."""
        tag = f"gateway.ledger.v{VERSION}.{self.name}\0".encode()
        return hashlib.sha256(tag + self.salt + self.body).hexdigest()


@dataclass(frozen=True, slots=True)
class Header:
    """The permanent part of a record: ``t`` in microseconds since 1970 UTC, ``c`` commitments by group."""

    log: str
    seq: int
    id: str
    t: int
    node: str
    type: RecordType
    c: tuple[tuple[str, str], ...]

    def encode(self) -> bytes:
        """The canonical JSON whose leaf hash hangs in the tree."""
        fields: dict[str, Json] = {"v": VERSION, "log": self.log, "seq": self.seq, "id": self.id}
        return canonical(fields | {"t": self.t, "node": self.node, "type": self.type, "c": dict(self.c)})


@dataclass(frozen=True, slots=True)
class Draft:
    """A record that is complete but for its number."""

    type: RecordType
    transfer: str
    t: int
    groups: tuple[Group, ...]

    def header(self, log: str, node: str, seq: int) -> Header:
        """The header at number ``seq`` of ``log``, written by ``node``."""
        commitments = tuple((group.name, group.commitment()) for group in self.groups)
        return Header(log, seq, self.transfer, self.t, node, self.type, commitments)


def draft(entry: Entry, when: datetime) -> Draft:
    """The record of ``entry`` at ``when`` (aware), with fresh salts.

    Raises RecordError when a group is outside canonical JSON or the id is no plain name.
    """
    require_name(entry.transfer)
    bodies = (entry.measures, entry.subject, entry.transport)
    groups = tuple(
        Group(name, secrets.token_bytes(SALT_BYTES), canonical(body))
        for name, body in zip(GROUPS, bodies, strict=True)
    )
    return Draft(entry.type, entry.transfer, microseconds(when), groups)


def is_name(text: object) -> bool:
    """Whether ``text`` is 1 to 128 printable ASCII characters without space or plus."""
    return isinstance(text, str) and _NAME.fullmatch(text) is not None


def require_name(text: str) -> None:
    """Raises RecordError unless ``text`` may be an id, a node or a log."""
    if not is_name(text):
        raise RecordError(say("a name is not 1 to 128 printable ASCII characters without space or plus"))


def microseconds(when: datetime) -> int:
    """Microseconds since 1970-01-01 UTC."""
    return (when - _EPOCH) // timedelta(microseconds=1)


def moment(t: int) -> datetime:
    """The instant that ``t`` microseconds since 1970 is, in UTC."""
    return _EPOCH + timedelta(microseconds=t)


def parse_header(data: bytes) -> Header:
    """The header that ``data`` spells. Raises RecordError unless it is a canonical header of version 1."""
    fields = parse_canonical(data)
    if not isinstance(fields, Mapping) or fields.keys() != _KEYS or fields["v"] != VERSION:
        raise RecordError(say("not a header of version 1"))
    names = [fields[key] for key in ("log", "id", "node", "type")]
    counts = [fields[key] for key in ("seq", "t", "v")]
    if not all(isinstance(name, str) and _NAME.fullmatch(name) for name in names):
        raise RecordError(say("a name in the header is malformed"))
    if not all(type(count) is int and 0 <= count <= MAX_INTEGER for count in counts):
        raise RecordError(say("a number in the header is malformed"))
    log, transfer, node, kind = cast("list[str]", names)
    seq, t, _ = cast("list[int]", counts)
    return Header(log, seq, transfer, t, node, _record_type(kind), _commitments(fields["c"]))


def _record_type(name: str) -> RecordType:
    try:
        return RecordType(name)
    except ValueError:
        raise RecordError(say("a record type this version does not know")) from None


def _commitments(value: Json) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, Mapping) or tuple(value) != GROUPS:
        raise RecordError(say("not one commitment for each group"))
    if not all(isinstance(digest, str) and _DIGEST.fullmatch(digest) for digest in value.values()):
        raise RecordError(say("a commitment is no SHA-256 in hex"))
    return tuple((name, cast("str", digest)) for name, digest in value.items())


def misplaced(kind: RecordType, earlier: tuple[RecordType, ...]) -> Said | None:
    """What is wrong with a record of ``kind`` after those ``earlier`` with the same id; None when nothing is.

    A transfer is an intent and later its one outcome, or a refusal alone.
    """
    match kind:
        case RecordType.OUTCOME:
            if RecordType.OUTCOME in earlier:
                return say("a second outcome for one intent")
            return None if earlier == (RecordType.INTENT,) else say("an outcome without an intent")
        case RecordType.INTENT | RecordType.REFUSAL:
            return say("a transfer that begins twice") if earlier else None
        case RecordType.POLICY | RecordType.MONTH | RecordType.RESTORE:
            return (
                None if set(earlier) <= {kind} else say("a {kind} under the id of something else", kind=kind)
            )
        case RecordType.RELEASE:
            return None if earlier == (RecordType.HOLD,) else say("a release of what is not held")
        case RecordType.NOTICE | RecordType.HOLD | RecordType.ERASURE | RecordType.LOOKUP | RecordType.ANCHOR:
            return say("a second {kind} under one id", kind=kind) if earlier else None
