"""Errors and warnings on the ledger, in French, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {}
