"""Drafts of breach dossiers: a file for each in one folder, open to every officer of the installation."""

import re
import secrets
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from pydantic import AwareDatetime, TypeAdapter, ValidationError

from gateway.console.keeping import write_private
from gateway.ledger.keyfile import sync_folder

MOST = 50
#: More is in no draft that was written here: every text is bounded before it is kept.
_MOST_BYTES = 1_048_576
_MOST_MADE = 20
_ID = re.compile(r"[0-9a-f]{16}")


class DraftsError(Exception):
    """The drafts cannot be read or written."""


class NoDraft(Exception):
    """There is no such draft."""


class UnreadableDraft(Exception):
    """What is in the file is no draft."""


class TooManyDrafts(Exception):
    """There are ``MOST`` drafts already."""


class Stale(Exception):
    """Somebody else wrote meanwhile; ``draft`` is as it is now."""

    def __init__(self, draft: "Draft") -> None:
        super().__init__("the draft has changed")
        self.draft = draft


@dataclass(frozen=True, slots=True)
class Made:
    """A dossier was made ``at``; the ledger holds that as ``recorded``, or not when it is empty."""

    at: AwareDatetime
    by: str
    recorded: str


@dataclass(frozen=True, slots=True)
class Closing:
    """Why no clock runs any more: the authority was told at ``told``, or not at all; ``note`` says more."""

    at: AwareDatetime
    by: str
    told: AwareDatetime | None
    note: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Draft:
    """``answers`` holds what was filled in, by name. ``version`` grows whenever they change."""

    id: str
    version: int
    begun: AwareDatetime
    changed: AwareDatetime
    by: str
    answers: Mapping[str, str] = field(repr=False)
    made: tuple[Made, ...] = ()
    closed: Closing | None = None


_ADAPTER = TypeAdapter(Draft)


@dataclass(frozen=True, slots=True)
class Shelf:
    """All drafts, the latest begun first, and the names of those that cannot be read."""

    drafts: tuple[Draft, ...]
    unreadable: tuple[str, ...]


@dataclass(slots=True)
class Drafts:
    """The drafts in ``folder``, which is made when the first is. Every method raises DraftsError."""

    folder: Path
    _writing: threading.Lock = field(default_factory=threading.Lock)

    def shelf(self) -> Shelf:
        """What there is."""
        read, unreadable = list[Draft](), list[str]()
        for name in self._names():
            try:
                read.append(self.read(name))
            except UnreadableDraft:
                unreadable.append(name)
            except NoDraft:
                continue
        return Shelf(tuple(sorted(read, key=lambda one: one.begun, reverse=True)), tuple(unreadable))

    def read(self, name: str) -> Draft:
        """The draft ``name``. Raises NoDraft and UnreadableDraft."""
        try:
            with self._file(name).open("rb") as stream:
                content = stream.read(_MOST_BYTES + 1)
            draft = _ADAPTER.validate_json(content[:_MOST_BYTES])
        except FileNotFoundError:
            raise NoDraft from None
        except ValidationError:
            raise UnreadableDraft from None
        except OSError as error:
            raise DraftsError(str(error.strerror)) from None
        if draft.id != name:
            raise UnreadableDraft
        return draft

    def begin(self, by: str, now: datetime) -> Draft:
        """A new and empty draft. Raises TooManyDrafts."""
        with self._writing:
            if len(self._names()) >= MOST:
                raise TooManyDrafts
            return self._written(Draft(secrets.token_hex(8), 1, now, now, by, {}))

    def save(self, name: str, version: int, answers: Mapping[str, str], by: str, now: datetime) -> Draft:
        """The draft with ``answers`` in it. Raises Stale when it is not at ``version`` any more."""
        with self._writing:
            draft = self.read(name)
            merged = {**draft.answers, **answers}
            if merged == draft.answers:
                return draft
            if draft.version != version:
                raise Stale(draft)
            changed = replace(draft, version=version + 1, answers=merged, by=by, changed=now)
            return self._written(changed)

    def note_made(self, name: str, made: Made) -> None:
        """Writes down that a dossier was made of it."""
        with self._writing:
            draft = self.read(name)
            self._written(replace(draft, made=(*draft.made, made)[-_MOST_MADE:]))

    def close(self, name: str, closing: Closing | None) -> None:
        """Closes it; opens it again with None."""
        with self._writing:
            self._written(replace(self.read(name), closed=closing))

    def remove(self, name: str) -> None:
        """Removes it, readable or not. Raises NoDraft."""
        try:
            self._file(name).unlink()
            sync_folder(self.folder)
        except FileNotFoundError:
            raise NoDraft from None
        except OSError as error:
            raise DraftsError(str(error.strerror)) from None

    def _names(self) -> list[str]:
        try:
            return sorted(file.stem for file in self.folder.glob("*.json") if _ID.fullmatch(file.stem))
        except OSError as error:
            raise DraftsError(str(error.strerror)) from None

    def _file(self, name: str) -> Path:
        """Where ``name`` is. Raises NoDraft for what is no draft's name."""
        if not _ID.fullmatch(name):
            raise NoDraft
        return self.folder / f"{name}.json"

    def _written(self, draft: Draft) -> Draft:
        content = _ADAPTER.dump_json(draft, indent=1)
        if len(content) > _MOST_BYTES:
            raise DraftsError("the draft is too long")
        try:
            self.folder.mkdir(0o700, exist_ok=True)
            write_private(self._file(draft.id), content)
        except OSError as error:
            raise DraftsError(str(error.strerror)) from None
        return draft
