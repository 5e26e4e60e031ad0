"""Errors and warnings on what a command refuses, in Dutch, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {}
