"""Errors and warnings on the ledger, in Dutch, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {}
