"""The words of transfers, proofs, exports and policies in the console, in French."""

from typing import Final

WORDS: Final = {
    "label": "Étiquette",
    "reached": "Jusqu'à la transmission du {moment}.",
}
