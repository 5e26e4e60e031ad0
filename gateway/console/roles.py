"""Who may do what in the console: who comes, in what role, and one table."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Role(StrEnum):
    """What an account is for. The names are written in the accounts file."""

    DPO = "dpo"
    ADMIN = "admin"
    AUDITOR = "auditor"


@dataclass(frozen=True, slots=True)
class Person:
    """Who logged in: the name that pages show, the role, and what they are known by elsewhere.

    ``source`` is empty for an account of this machine; else it tells whose word the name is, and is
    recorded behind it, since two sources may give one name to two people.
    """

    name: str
    role: Role
    source: str = ""


class Right(StrEnum):
    """What a page needs."""

    READ = "read"
    EXPORT = "export"
    LOOK_UP = "look-up"
    TRY = "try"
    REPORT = "report"


RIGHTS: Final[Mapping[Role, frozenset[Right]]] = MappingProxyType(
    {
        Role.DPO: frozenset(Right),
        Role.ADMIN: frozenset((Right.READ, Right.TRY)),
        Role.AUDITOR: frozenset((Right.READ, Right.EXPORT)),
    }
)
