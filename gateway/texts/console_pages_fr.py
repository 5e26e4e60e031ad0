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
    "letter_sealed": "Le message est scellé pour le destinataire : lui seul peut le lire.",
    "letter_unsigned": "La clé de signature n'est pas lisible ici : le message est montré sans signature.",
    "letter_source": "La source du message",
    "endless": "n'a pas de fin",
    "over": "est passé",
    "use_tls": "par quoi la passerelle se présente à qui apporte du courrier",
    "use_console": "de ces pages",
    "use_open": "ouvre le courrier scellé",
    "use_signers": "prouve qui a signé",
    "use_clients": "prouve qui apporte du courrier",
    "use_seal": "scelle ce qui va à la boîte aux lettres",
    "certificates_keys": "Certificats et clés",
    "certificates_note": "Renouvelez chacun avant son jour. gateway check dit ce qui arrive sinon.",
    "figures_note": (
        "Chaque mail compte une fois, selon ce qu'il est finalement devenu. Inconnu est ce qui fut "
        "interrompu après l'envoi : c'est peut-être remis."
    ),
    "integrity_note": (
        "Un ancrage est un point de contrôle gardé hors de cette machine : ce qu'il contient, "
        "personne ici ne peut plus le modifier sans que cela se voie."
    ),
    "why_note": "Un mail peut être refusé pour plus d'un motif.",
    "left_note": "Des données d'un mail qui ne sont pas passées, car le protocole ne les nomme pas.",
    "unfit": "ne peut être lu ou utilisé ici",
    "checkpoint_log": "Registre",
    "checkpoint_size": "Nombre d'enregistrements",
    "checkpoint_key": "Signature",
    "checkpoint_signed": "juste, de la clé de ce registre",
    "checkpoint_unsigned": "PAS juste",
    "checkpoint_text": "Le point de contrôle lui-même",
    "anchored": "Ancré",
    "anchored_not": "pas encore : d'ici là, qui détient la clé peut encore modifier cette transmission",
    "anchor_mail": "par mail chez les délégués, {moment} ({size} enregistrements)",
    "anchor_timestamp": "horodatage de {who}, {moment} ({size} enregistrements)",
    "anchor_witness": "cosigné par {who}, {moment} ({size} enregistrements)",
    "evidence": "Dossier de preuve (ZIP)",
    "evidence_note": (
        "Pour un tiers, qui le vérifie avec Python seul : python3 verify.py. Que vous l'avez fait "
        "est inscrit au registre."
    ),
    "not_proven": (
        "Le registre ne peut pas le prouver maintenant. Demandez gateway transfers verify à l'administrateur."
    ),
    "export_running": "Le fichier est en cours de création. Cette page se recharge elle-même.",
    "export_read": "{read} enregistrements lus sur {all}.",
    "export_again": "Regarder à nouveau",
    "export_done": "Prêt. Transmissions : {rows}.",
    "export_take": "Télécharger le fichier",
    "export_kept": "Dans cette session seulement, et une heure au plus.",
    "no_export": "Ce fichier n'existe plus, ou il est d'une autre session. Refaites-le.",
    "many_exports": "Quatre fichiers sont déjà en cours. Réessayez plus tard.",
}
