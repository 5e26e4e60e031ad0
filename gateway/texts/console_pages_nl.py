"""The words of transfers, proofs, exports and policies in the console, in Dutch."""

from typing import Final

WORDS: Final = {
    "no_form": "Dit formulier is niet te lezen. Ga terug en vul het opnieuw in.",
    "label": "Label",
    "reached": "Tot en met de doorgifte van {moment}.",
    "would_stay": "Wat zou achterblijven",
    "letter_from": "Van",
    "letter_to": "Aan",
    "letter_subject": "Onderwerp",
    "letter_attached": "Bijlage",
    "letter_sealed": "Het bericht is verzegeld voor de ontvanger: alleen hij leest het.",
    "letter_unsigned": "De sleutel is hier niet te lezen: het bericht staat hier zonder handtekening.",
    "letter_source": "De bron van het bericht",
}
