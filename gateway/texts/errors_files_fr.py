"""Errors and warnings on the configuration and the policies, in French, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "{one} or {other}": "{one} ou {other}",
}
