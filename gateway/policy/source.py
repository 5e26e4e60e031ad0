"""A YAML 1.2 file as plain data that remembers where every key and value stands.

The subset is what a person writes: mappings, lists, scalars and comments. Anchors, aliases,
merge keys, tags, directives and a second document are refused, so what a reader sees is what
the program gets. ``read`` never raises: what is wrong with the file is in ``Source.problems``.
"""

import codecs
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from gateway.policy.events import Flaw, Place
from gateway.policy.tree import KeyPath, Tree, Value, grow
from gateway.said import Said, joined, say

MAX_BYTES = 256 * 1024
START = Place(1, 1)
_LINE_ENDS = "\t\n\r"
# Line breaks of YAML 1.1 that editors do not count, and the marks that turn the order of text around.
_INVISIBLE = frozenset(
    "\x7f\x85\u200b\u200c\u200d\u2060\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)
_ODD_SPACES = frozenset("\xa0\u2007\u202f\u3000")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a file: where (line and column from 1), what, and what to do."""

    file: str
    place: Place
    wrong: Said
    remedy: Said

    def __str__(self) -> str:
        return self.told()

    def where(self) -> str:
        """Where it stands, as editors and compilers write it."""
        return f"{self.file}:{self.place.line}:{self.place.column}"

    def told(self) -> Said:
        """It on one line."""
        return say("{where}: {wrong}. {remedy}", where=self.where(), wrong=self.wrong, remedy=self.remedy)


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read. ``data`` is None when ``problems`` kept it from being read as YAML.

    ``values`` and ``keys`` hold the place of every value and every key by its path from the root.
    """

    file: Path
    content: bytes
    data: Value
    values: Mapping[KeyPath, Place]
    keys: Mapping[KeyPath, Place]
    problems: tuple[Problem, ...]

    def at(self, path: KeyPath) -> Place:
        """Where the value at ``path`` stands, or its nearest ancestor that is in the file."""
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, START)

    def at_key(self, path: KeyPath) -> Place:
        """Where the key at ``path`` stands; for an item of a list or the root, its value."""
        return self.keys.get(path) or self.at(path)

    def problem(self, place: Place, wrong: Said, remedy: Said) -> Problem:
        """A problem of this file."""
        return Problem(str(self.file), place, wrong, remedy)


def lines(problems: Iterable[Problem]) -> Said:
    """All of ``problems``, one a line."""
    return joined("\n", (problem.told() for problem in problems))


def read(file: Path) -> Source:
    """The YAML file ``file``: at most MAX_BYTES of UTF-8, one document."""
    content = read_bytes(file)
    if isinstance(content, Flaw):
        return _unread(file, b"", content)
    return read_content(file, content)


def read_content(file: Path, content: bytes) -> Source:
    """What ``content``, which is or was in ``file``, holds as YAML."""
    text = decode(content)
    if isinstance(text, Flaw):
        return _unread(file, content, text)
    tree = grow(text)
    return _source(file, content, tree)


def may_exist(file: Path) -> bool:
    """Whether ``file`` is there, or lies where this process may not look."""
    try:
        return file.exists()
    except PermissionError:
        return True


def read_bytes(file: Path) -> bytes | Flaw:
    """The bytes of ``file``, or why they could not be had."""
    try:
        with file.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return Flaw(START, say("no such file"), say("Check the path, or create the file there."))
    except IsADirectoryError:
        return Flaw(START, say("this is a folder"), say("Name the file itself."))
    except PermissionError:
        return Flaw(START, say("may not be read"), say("Give the user that runs the gateway read access."))
    except (OSError, ValueError):
        return Flaw(START, say("cannot be read"), say("Check the path and the disk."))
    if len(content) > MAX_BYTES:
        return Flaw(START, too_large(), say("Is this the right file? Make it smaller."))
    return content


def too_large() -> Said:
    """What is wrong with a file of over MAX_BYTES."""
    return say("over {limit} KB", limit=MAX_BYTES // 1024)


def decode(content: bytes) -> str | Flaw:
    """The text of ``content`` without a byte order mark, or the first place that is no plain UTF-8."""
    if content.startswith(_UTF_16):
        return Flaw(START, say("saved as UTF-16"), say("Save the file as UTF-8."))
    if b"\0" in content:
        return Flaw(START, say("no text file"), say("Put back a copy of what you wrote."))
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        place = _place_behind(content[: error.start].decode("utf-8", "replace"))
        return Flaw(place, say("not UTF-8"), say("Save the file as UTF-8."))
    for index, char in enumerate(text):
        if (char < " " and char not in _LINE_ENDS) or "\x80" <= char <= "\x9f" or char in _INVISIBLE:
            wrong = say("invisible control character {code}", code=f"U+{ord(char):04X}")
            return Flaw(_place_behind(text[:index]), wrong, say("Remove it."))
        if char in _ODD_SPACES:
            wrong = say("a space that is none, as web pages and Word have")
            return Flaw(_place_behind(text[:index]), wrong, say("Type an ordinary space over it."))
    return text


def _place_behind(text: str) -> Place:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Place(len(lines), len(lines[-1]) + 1)


def _unread(file: Path, content: bytes, flaw: Flaw) -> Source:
    return _source(file, content, Tree(None, {}, {}, (flaw,)))


def _source(file: Path, content: bytes, tree: Tree) -> Source:
    problems = tuple(Problem(str(file), flaw.place, flaw.wrong, flaw.remedy) for flaw in tree.flaws)
    return Source(file, content, tree.data, tree.values, tree.keys, problems)
