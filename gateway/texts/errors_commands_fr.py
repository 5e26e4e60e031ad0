"""Errors and warnings on what a command refuses, in French, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {}
