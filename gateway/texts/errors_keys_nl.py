"""Errors and warnings on certificates and keys, in Dutch, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {}
