"""The words of the French catalogue: fields, kinds of data, places, and the fixed phrases."""

from typing import Final

from gateway.decision import FieldName

_WAIT = "Vous n'avez rien à faire : votre serveur de messagerie réessaie"

FIELDS: Final = {
    FieldName.FIRST_NAME: "prénom",
    FieldName.LAST_NAME: "nom",
    FieldName.ADDRESS: "adresse",
    FieldName.PHONE: "téléphone",
    FieldName.EMAIL: "e-mail",
}

CATEGORIES: Final = {
    "identity_document": "carte d'identité ou passeport",
    "card_number": "numéro de carte bancaire",
    "address_of_another": "autre adresse",
    "social_media": "réseaux sociaux",
    "benefit": "allocation",
    "partner": "partenaire",
    "children": "enfants",
    "mental_health": "santé mentale",
    "addiction": "dépendance",
    "pregnancy": "grossesse",
    "disability": "handicap",
    "medication": "médicaments",
    "care_provider": "médecin ou soignant",
    "violence": "violence",
    "homelessness": "sans-abrisme",
    "sexuality": "orientation sexuelle",
    "politics": "politique ou syndicat",
    "national_number": "numéro de registre national",
    "birth_date": "date de naissance",
    "birth_place": "lieu de naissance",
    "age": "âge",
    "gender": "sexe",
    "nationality": "nationalité",
    "residence_status": "statut de séjour",
    "civil_status": "état civil",
    "bank_account": "numéro de compte",
    "income": "revenus",
    "debt": "dettes",
    "work": "travail",
    "family": "famille",
    "education": "école ou formation",
    "health": "santé",
    "insurance": "mutuelle ou assurance",
    "language": "langue",
    "religion": "religion",
    "file_number": "numéro de dossier",
    "justice": "police ou justice",
    "housing": "logement",
    "situation": "description de la situation",
    "request": "demande d'aide",
    "remark": "remarques",
    "consent": "consentement",
    "date": "date",
    "role": "rôle ou lien de parenté",
    "web": "site web",
    "vehicle": "véhicule",
    "origin": "origine",
    "other_person": "données d'une autre personne",
    "phone_of_another": "autre numéro de téléphone",
    "email_of_another": "autre adresse mail",
    "other": "autres données",
}

PLACES: Final = {
    "line": "ligne",
    "table": "tableau",
    "row": "rangée",
    "part": "partie",
    "attachment": "pièce jointe",
    "body": "le message",
}

PHRASES: Final = {
    "and": "et",
    "or": "ou",
    "proof_dmarc": "DMARC",
    "proof_trusted-peer": "il n'est pas venu par un serveur de confiance",
    "proof_tls-certificate": "il est venu sans certificat client connu",
    "label_agreed": "du protocole",
    "residence_agreed": "code postal et commune",
    "notice_subject": "À propos de votre orientation",
    "notice_delivered": "Votre orientation est bien arrivée (référence {reference}).",
    "notice_left_out": "Le protocole n'autorise pas ces données. Elles ont été retirées :",
    "notice_better": "La prochaine fois, indiquez seulement prénom, nom, adresse, téléphone et e-mail.",
    "notice_done": "Vous ne devez rien faire. Il n'est pas possible de répondre à ce message automatique.",
    "accepted": "Orientation remise",
    "relayed": "Message remis",
    "left_out": "Non transmis",
    "also": "Aussi",
    "unknown": "La remise n'est pas encore confirmée. " + _WAIT,
    "next_hop": "La boîte mail du destinataire n'est pas joignable pour l'instant. " + _WAIT,
    "too_large": "Le message est trop volumineux. Renvoyez-le sans pièces jointes ni photos",
    "many_lines": "Le message est trop long. Faites un nouveau message court, avec seulement le formulaire",
    "long_line": (
        "Une ligne du message est trop longue. Refaites-le dans Outlook, ou signalez-le à votre service ICT"
    ),
    "broken_lines": (
        "Les lignes du message sont mal formées. Signalez-le à votre service ICT (bare CR, LF ou NUL)"
    ),
    "no_room": "Trop de messages arrivent en même temps. " + _WAIT,
    "refused_behind": "Le serveur de messagerie du destinataire refuse le message. Prévenez le destinataire",
    "subject": "Orientation",
    "intro": "Orientation par {sender}, avec seulement les données que le protocole autorise.",
    "note": "Non transmis : {kinds}.",
    "telling_kinds": "données particulières ou sensibles",
    "box": "bte",
    "evidence_title": "Preuve de transmissions tirées du registre {log}",
    "evidence_head": (
        "Enregistrements à la signature : {size} ; ici : {records}. Transmissions : {transfers}."
    ),
    "evidence_how": "Pour vérifier : prenez verify.py d'une source de confiance, et exécutez :",
    "evidence_compare": (
        "Comparez la clé et vos points de contrôle : sans cela, le registre peut être celui de n'importe qui."
    ),
    "evidence_selection": (
        "Ceci est une sélection. Elle ne montre pas qu'il n'y a pas eu d'autres transmissions."
    ),
    "evidence_tail": (
        "Après le dernier ancrage : {records} des {size} enregistrements, garantis par la seule "
        "clé de signature."
    ),
    "evidence_text": (
        "Ce texte est destiné aux personnes. Seul est prouvé ce que verify.py vérifie : "
        "records.jsonl et ancrages."
    ),
    "anchor_subject": "Point de contrôle du registre {log} : {size} enregistrements",
    "anchor_what": (
        "Voici l'état signé du registre des transmissions. Il ne contient pas de données personnelles."
    ),
    "anchor_keep": (
        "Conservez ce message. Qui réécrit le registre plus tard ne peut plus modifier ce point de contrôle."
    ),
    "anchor_since": (
        "Le registre prolonge votre point de contrôle précédent de {size} enregistrements ; preuve en annexe."
    ),
    "anchor_first": "C'est le premier point de contrôle que vous recevez.",
    "anchor_use": (
        "Contrôle : gardez checkpoint.txt et demandez `gateway transfers verify --checkpoint checkpoint.txt`."
    ),
    "anchor_missed": "Sans point de contrôle pendant plus d'un jour, demandez pourquoi à l'administrateur.",
}
