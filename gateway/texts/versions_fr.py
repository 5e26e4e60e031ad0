"""The words on versions of policies in the console, in French."""

from typing import Final

WORDS: Final[dict[str, str]] = {
    "version_since": "En vigueur depuis",
    "version_change": "Ce qui a changé",
    "version_before": "Changé depuis la version précédente",
    "version_unrecorded": "non inscrit",
    "version_first": "La première version de ce protocole dans le registre.",
    "version_untold": (
        "Le registre n'a pas les deux textes, donc personne ne peut le dire ici. Il garde chaque texte "
        "depuis la mise à jour de la passerelle à cet effet."
    ),
    "version_unread": (
        "Cette version de la passerelle ne lit plus un des deux textes. Comparez-les sous Protocoles."
    ),
    "version_same": "Aucune règle n'a changé : commentaires, ordre ou écriture seulement.",
    "version_text": "Le texte",
    "version_streets": "La liste des rues",
    "version_no_text": "Aucun texte gardé : l'empreinte seule.",
    "version_more": "Les {count} dernières sont montrées. Les autres restent dans le registre.",
    "history_note": (
        "Le registre garde le texte de chaque version depuis son entrée en vigueur ; ce qui a changé est lu "
        "dans les deux textes. Un texte ne compte que s'il est ce que dit son empreinte."
    ),
    "policy_waiting": (
        "Ce fichier n'est pas encore chargé : "
        "la passerelle suit encore la version du {since}. Après le rechargement, ceci change :"
    ),
    "policy_suspended": "Suspendu",
    "policy_label": "Label qui admet",
    "policy_no_label": "aucun : les GUID ne sont pas remplis, donc tout mail est refusé",
    "policy_proven": "Expéditeur prouvé par",
    "policy_unlisted": "De tout autre",
    "policy_must": "Doit s'y trouver",
    "policy_superfluous": "Toutes les autres données",
    "policy_places": "Le client habite",
    "policy_anywhere": "n'importe où",
    "policy_streets": "seulement dans les {count} rues de la liste",
    "policy_kept": "Gardé dans le registre",
    "policy_day": "{days} jour",
    "policy_days": "{days} jours",
    "policy_always": "sans fin",
    "group_transport": "qui a envoyé et comment",
    "group_subject": "sur qui",
    "group_measures": "ce qui fut décidé",
    "does_reject": "est refusé",
    "does_relay": "est transmis tel quel, sans être jugé",
    "other_strip": "restent en arrière ; le reste est remis",
    "other_reject": "font que tout le mail est refusé",
    "proven_dmarc": "DMARC",
    "proven_tls-certificate": "un certificat TLS",
    "proven_trusted-peer": "un serveur de confiance",
    "any_of": " ou ",
}
