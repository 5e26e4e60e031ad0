"""The words of transfers, proofs, exports and policies in the console, in English."""

from typing import Final

WORDS: Final = {
    "label": "Label",
    "reached": "Back to the transfer of {moment}.",
}
