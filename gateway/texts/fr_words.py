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
    "refused_behind": "Le serveur de messagerie du destinataire refuse le message",
    "subject": "Orientation",
    "intro": "Orientation par {sender}, avec seulement les données que le protocole autorise.",
    "note": "Non transmis : {kinds}.",
    "box": "bte",
}
