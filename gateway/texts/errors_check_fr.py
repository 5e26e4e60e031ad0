"""Errors and warnings on what `gateway check` finds, in French, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {}
