"""Errors and warnings on what `gateway check` finds, in Dutch, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {}
