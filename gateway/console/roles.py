"""Who may do what in the console: one table."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Role(StrEnum):
    """What an account is for. The names are written in the accounts file."""

    DPO = "dpo"
    ADMIN = "admin"
    AUDITOR = "auditor"


class Right(StrEnum):
    """What a page needs."""

    READ = "read"
    EXPORT = "export"
    LOOK_UP = "look-up"
    TRY = "try"


RIGHTS: Final[Mapping[Role, frozenset[Right]]] = MappingProxyType(
    {
        Role.DPO: frozenset(Right),
        Role.ADMIN: frozenset((Right.READ, Right.TRY)),
        Role.AUDITOR: frozenset((Right.READ, Right.EXPORT)),
    }
)
