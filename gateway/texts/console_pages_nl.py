"""The words of transfers, proofs, exports and policies in the console, in Dutch."""

from typing import Final

WORDS: Final = {
    "label": "Label",
    "reached": "Tot en met de doorgifte van {moment}.",
}
