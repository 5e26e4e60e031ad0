"""One mistake: a name, what was done, and what it does to a sound installation in a folder."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Break = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Case:
    """``story`` is what the administrator did. ``stranger``: it is examined as a user without rights.
    ``served``: root examines it, and the gateway runs as a user of its own, which only root can set up.
    """

    name: str
    story: str
    breaks: Break
    stranger: bool = False
    served: bool = False


def config(old: str, new: str) -> Break:
    """In the configuration ``new`` stands for ``old``; an empty ``old`` adds a line."""
    return edited("gateway.yaml", old, new)


def policy(old: str, new: str) -> Break:
    """In the policy ``new`` stands for ``old``; an empty ``old`` adds a line."""
    return edited("policies/protocol.yaml", old, new)


def edited(name: str, old: str, new: str) -> Break:
    """In the file ``name`` ``new`` stands for ``old``; an empty ``old`` adds a line."""

    def breaks(folder: Path) -> None:
        text = (folder / name).read_text("utf-8")
        assert old in text, f"{old!r} is not in {name}"
        (folder / name).write_text(text.replace(old, new, 1) if old else f"{text}{new}\n", "utf-8")

    return breaks


def content(name: str, data: bytes) -> Break:
    """The file ``name`` holds ``data``."""

    def breaks(folder: Path) -> None:
        (folder / name).write_bytes(data)

    return breaks
