"""The words of transfers, proofs, exports and policies in the console, in English."""

from typing import Final

WORDS: Final = {
    "no_form": "This form cannot be read. Go back and fill it in again.",
    "label": "Label",
    "reached": "Back to the transfer of {moment}.",
    "would_stay": "What would be left behind",
    "letter_from": "From",
    "letter_to": "To",
    "letter_subject": "Subject",
    "letter_attached": "Attachment",
    "letter_sealed": "The message is sealed for its recipient, who alone can read it.",
    "letter_unsigned": "The signing key cannot be read here: the message is shown without its signature.",
    "letter_source": "The source of the message",
}
