"""The words of transfers, proofs, exports and policies in the console, in French."""

from typing import Final

WORDS: Final = {
    "no_form": "Ce formulaire est illisible. Revenez en arrière et remplissez-le à nouveau.",
    "label": "Étiquette",
    "reached": "Jusqu'à la transmission du {moment}.",
    "would_stay": "Ce qui serait laissé de côté",
    "letter_from": "De",
    "letter_to": "À",
    "letter_subject": "Objet",
    "letter_attached": "Pièce jointe",
    "letter_sealed": "Le message est scellé pour le destinataire: lui seul peut le lire.",
    "letter_unsigned": "La clé de signature n'est pas lisible ici: le message est montré sans signature.",
    "letter_source": "La source du message",
}
