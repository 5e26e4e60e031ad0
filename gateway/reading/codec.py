"""What a reader's process says, as bytes: JSON of one fixed shape, checked as if an enemy had written it.

Whoever takes over such a process writes these bytes. So nothing is believed but the shape: exact
types, exact keys, bounded size, places from a closed grammar, text as ``mail.document`` promises it.
What the text *says* stays untrusted and is for the pipeline to judge.
"""

import json
import re
from dataclasses import asdict, dataclass
from typing import Any, assert_never

from gateway.letter.bounds import TooComplex, require_bounds
from gateway.mail.address import AddressError, parse_address
from gateway.mail.document import Block, Document, FileLabel, Line, Row, Table, Unreadable
from gateway.mail.protection import RightsManaged
from gateway.reading.strict import (
    MAX_ANSWER_BYTES,
    MalformedAnswer,
    array,
    code_of,
    error_of,
    fields,
    filled,
    flag,
    only,
    parse,
    place_of,
    require_stream_safe,
    string,
    text_of,
)

MAX_FILES = 10
MAX_LABELS = 20
# A GUID, or nothing where a file says none.
_IDENTIFIER = re.compile("[0-9a-f-]{0,36}")


@dataclass(frozen=True, slots=True)
class Exhausted:
    """The message took all the memory a reader may have."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The reader has a fault. ``error`` is the name of a built-in exception class."""

    error: str


Answer = Document | RightsManaged | Unreadable | Exhausted | Failed


@dataclass(frozen=True, slots=True)
class Confinement:
    """What the kernel granted a reader's process: Landlock's ABI version (0: none), the others or not."""

    landlock: int
    seccomp: bool
    rlimits: bool

    def missing(self) -> tuple[str, ...]:
        """What was not granted, by name."""
        granted = {"landlock": self.landlock > 0, "seccomp": self.seccomp, "rlimits": self.rlimits}
        return tuple(name for name, there in granted.items() if not there)


def encode(answer: Answer) -> bytes:
    """``answer`` as bytes. Raises TooComplex."""
    data = json.dumps(_shape(answer), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    if len(data) > MAX_ANSWER_BYTES:
        raise TooComplex("the answer is too long")
    return data


def decode(data: bytes) -> Answer:
    """The answer in ``data``. Raises MalformedAnswer. Linear in the length of ``data``."""
    kind, value = only(parse(data))
    match kind:
        case "document":
            return _document(value)
        case "rights":
            tenant, content_id, owner = fields(value, "tenant", "content_id", "owner")
            return RightsManaged(_identifier(tenant), _identifier(content_id), _owner(owner))
        case "unreadable":
            code, place = fields(value, "code", "place")
            return Unreadable(code_of(code), place_of(place) if place != "" else "")
        case "exhausted":
            fields(value)
            return Exhausted()
        case "failed":
            (error,) = fields(value, "error")
            return Failed(error_of(error))
        case _:
            raise MalformedAnswer("an answer of no known kind")


def error_name(error: Exception) -> str:
    """The built-in class that ``error`` is one of, by name."""
    return next(kind.__name__ for kind in type(error).__mro__ if kind.__module__ == "builtins")


def encode_confinement(confinement: Confinement) -> bytes:
    """``confinement`` as bytes."""
    return json.dumps(asdict(confinement)).encode("ascii")


def decode_confinement(data: bytes) -> Confinement:
    """The confinement in ``data``. Raises MalformedAnswer."""
    landlock, seccomp, rlimits = fields(parse(data), "landlock", "seccomp", "rlimits")
    if type(landlock) is not int or not 0 <= landlock < 1000:
        raise MalformedAnswer("Landlock's version is no small number")
    return Confinement(landlock, flag(seccomp), flag(rlimits))


def _shape(answer: Answer) -> dict[str, Any]:
    match answer:
        case Document():
            return {"document": _document_shape(answer)}
        case RightsManaged():
            return {"rights": asdict(answer)}
        case Unreadable(code, place):
            return {"unreadable": {"code": code, "place": place}}
        case Exhausted():
            return {"exhausted": {}}
        case Failed(error):
            return {"failed": {"error": error}}
        case _:
            assert_never(answer)


def _document_shape(document: Document) -> dict[str, Any]:
    require_bounds(document.blocks)
    if len(document.attached) > MAX_FILES or len(document.labels) > MAX_LABELS:
        raise TooComplex("more files or labels than a mail has")
    return {
        "source": document.source,
        "blocks": [_block_shape(block) for block in document.blocks],
        "attached": [_document_shape(file) for file in document.attached],
        "labels": [_label_shape(label) for label in document.labels],
    }


def _label_shape(label: FileLabel) -> dict[str, Any]:
    if not (_IDENTIFIER.fullmatch(label.tenant) and _IDENTIFIER.fullmatch(label.id)):
        raise TooComplex("a label whose identifiers are none")
    return asdict(label)


def _block_shape(block: Block) -> dict[str, Any]:
    match block:
        case Line(text, place, blank_before):
            require_stream_safe(text)
            return {"line": {"text": text, "place": place, "blank_before": blank_before}}
        case Table(rows):
            return {"table": [_row_shape(row) for row in rows]}
        case _:
            assert_never(block)


def _row_shape(row: Row) -> dict[str, Any]:
    for cell in row.cells:
        for text in cell:
            require_stream_safe(text)
    return {"cells": row.cells, "place": row.place}


def _document(value: object) -> Document:
    source, blocks, attached, labels = fields(value, "source", "blocks", "attached", "labels")
    files = tuple(_file(file) for file in array(attached, most=MAX_FILES))
    return Document(place_of(source), _blocks(blocks), files, _labels(labels))


def _file(value: object) -> Document:
    source, blocks, attached, labels = fields(value, "source", "blocks", "attached", "labels")
    array(attached, most=0)
    return Document(place_of(source), _blocks(blocks), (), _labels(labels))


def _labels(value: object) -> tuple[FileLabel, ...]:
    return tuple(_label(label) for label in array(value, most=MAX_LABELS))


def _label(value: object) -> FileLabel:
    tenant, identity, enabled = fields(value, "tenant", "id", "enabled")
    return FileLabel(_identifier(tenant), _identifier(identity), flag(enabled))


def _identifier(value: object) -> str:
    if not _IDENTIFIER.fullmatch(string(value)):
        raise MalformedAnswer("no identifier of a label")
    return string(value)


def _owner(value: object) -> str:
    text = string(value)
    try:
        return text and str(parse_address(text))
    except AddressError:
        raise MalformedAnswer("no mail address where one belongs") from None


def _blocks(value: object) -> tuple[Block, ...]:
    blocks = tuple(_block(block) for block in array(value))
    try:
        require_bounds(blocks)
    except TooComplex:
        raise MalformedAnswer("a document larger than a letter") from None
    return blocks


def _block(value: object) -> Block:
    kind, value = only(value)
    if kind == "line":
        text, place, blank_before = fields(value, "text", "place", "blank_before")
        return Line(text_of(text), place_of(place), flag(blank_before))
    if kind == "table":
        return Table(tuple(_row(row) for row in filled(value)))
    raise MalformedAnswer("a block of no known kind")


def _row(value: object) -> Row:
    cells, place = fields(value, "cells", "place")
    return Row(tuple(tuple(map(text_of, array(cell))) for cell in filled(cells)), place_of(place))
