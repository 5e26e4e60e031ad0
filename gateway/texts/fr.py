"""French, as Belgian administrations write it: what is wrong first, then what to do, in short sentences."""

from typing import Final

from gateway.decision import Code
from gateway.texts.fr_words import CATEGORIES, FIELDS, PHRASES, PLACES
from gateway.texts.wording import Catalogue, Wording

_WAIT = "Vous n'avez rien à faire : votre serveur de messagerie réessaie"
_ASK_DPO = "Demandez conseil à votre délégué à la protection des données (DPO)"
_TELL_IT = "Vous ne pouvez pas le résoudre vous-même : prévenez votre service informatique"
_WORK_MAILBOX = "Envoyez le message depuis votre boîte mail professionnelle"
_CHOOSE_LABEL = (
    "Dans Outlook, sous Critère de diffusion, choisissez l'étiquette {label}, puis renvoyez le message"
)
_NEW_WITH_LABEL = "Créez un nouveau message avec l'étiquette {label}"
_RETYPE = "Créez un nouveau message et retapez les données, sans copier-coller"
_OUR_FAULT = Wording("Une panne technique s'est produite chez nous", _WAIT, "panne technique")

_FINDINGS: Final = {
    Code.POLICY_VALID: Wording("Le protocole est en vigueur", "", "protocole en vigueur"),
    Code.POLICY_NOT_YET_VALID: Wording(
        "Le protocole pour ces orientations n'est pas encore en vigueur",
        _ASK_DPO,
        "protocole pas encore en vigueur",
    ),
    Code.POLICY_EXPIRED: Wording(
        "Le protocole pour ces orientations n'est plus en vigueur", _ASK_DPO, "protocole échu"
    ),
    Code.POLICY_SUSPENDED: Wording(
        "Le protocole pour ces orientations est suspendu", _ASK_DPO, "protocole suspendu"
    ),
    Code.SENDER_LISTED: Wording("L'expéditeur est connu", "", "expéditeur connu"),
    Code.SENDER_NOT_LISTED: Wording(
        "Cette adresse mail n'est pas autorisée à envoyer des orientations ici",
        _WORK_MAILBOX,
        "expéditeur non autorisé",
    ),
    Code.SENDER_FROM_INVALID: Wording(
        "L'expéditeur du message n'est pas clair (De)",
        "Envoyez le message directement depuis Outlook, avec un seul expéditeur",
        "expéditeur pas clair",
    ),
    Code.SENDER_NULL: Wording(
        "Les messages automatiques ne sont pas acceptés ici",
        "Envoyez un message ordinaire",
        "message automatique",
    ),
    Code.AUTHENTICATION_PASSED: Wording("L'origine est prouvée", "", "origine prouvée"),
    Code.AUTHENTICATION_FAILED: Wording(
        "Rien ne prouve que le message vient de vous ({proof})",
        _WORK_MAILBOX + ". Si cela échoue, prévenez votre service informatique",
        "origine non prouvée",
    ),
    Code.AUTHENTICATION_UNAVAILABLE: Wording(
        "L'origine du message n'a pas pu être vérifiée pour l'instant", _WAIT, "origine pas encore vérifiée"
    ),
    Code.AUTHENTICATION_NOT_CHECKED: Wording("L'origine n'est pas vérifiée", "", "origine non vérifiée"),
    Code.ENCRYPTION_TRANSPORT: Wording("La connexion est chiffrée", "", "connexion chiffrée"),
    Code.ENCRYPTION_TRANSPORT_MISSING: Wording(
        "La connexion de votre serveur de messagerie n'est pas chiffrée (TLS)",
        _TELL_IT,
        "connexion non chiffrée",
    ),
    Code.ENCRYPTION_TRANSPORT_OLD: Wording(
        "Le chiffrement de votre serveur de messagerie est dépassé (TLS)", _TELL_IT, "chiffrement dépassé"
    ),
    Code.ENCRYPTION_CONTENT_MISSING: Wording(
        "Le contenu du message doit être chiffré", _TELL_IT, "contenu non chiffré"
    ),
    Code.ENCRYPTION_SEALED: Wording(
        "Le message est chiffré et ne peut pas être vérifié",
        "Dans Outlook, désactivez Chiffrer (S/MIME ou PGP), puis renvoyez le message",
        "contenu chiffré",
    ),
    Code.ENCRYPTION_OTHER_KEY: Wording(
        "Le message ne peut pas être ouvert avec la clé du destinataire",
        "Demandez au destinataire son certificat ou sa clé actuels, chiffrez avec ceux-ci et renvoyez",
        "chiffré avec une autre clé",
    ),
    Code.ENCRYPTION_RIGHTS_MANAGED: Wording(
        "Le message est protégé par des droits et ne peut pas être vérifié",
        "Demandez à votre service informatique une règle qui la retire pour ce destinataire, "
        "et un connecteur qui impose TLS",
        "protégé par des droits",
    ),
    Code.ENCRYPTION_RIGHTS_OTHER_TENANT: Wording(
        "Le message est protégé par des droits d'une autre organisation",
        _WORK_MAILBOX,
        "droits d'une autre organisation",
    ),
    Code.ENCRYPTION_RIGHTS_RELAYED: Wording(
        "Le message est protégé par des droits et transmis sans être ouvert", "", "transmis sans être ouvert"
    ),
    Code.ENCRYPTION_CONTENT_SEALED: Wording(
        "Le contenu est arrivé chiffré et a été ouvert", "", "contenu chiffré"
    ),
    Code.ENCRYPTION_CONTENT_SIGNED: Wording("L'expéditeur a signé le message", "", "signé"),
    Code.ENCRYPTION_METHOD_NOT_ACCEPTED: Wording(
        "Ce type de chiffrement n'est pas accepté ici", _TELL_IT, "type de chiffrement non accepté"
    ),
    Code.ENCRYPTION_BROKEN: Wording(
        "Le message chiffré est abîmé ou a été modifié en route",
        "Envoyez le message à nouveau",
        "chiffrement abîmé",
    ),
    Code.ENCRYPTION_WEAK: Wording(
        "Le message est chiffré avec une méthode dépassée", _TELL_IT, "chiffrement du contenu dépassé"
    ),
    Code.ENCRYPTION_INLINE: Wording(
        "Le message contient des blocs PGP dans le texte",
        "Utilisez PGP/MIME. Sinon, signalez-le à votre service informatique",
        "blocs pgp dans le texte",
    ),
    Code.ENCRYPTION_SIGNATURE_MISSING: Wording(
        "Le message doit être signé", "Activez Signer dans Outlook et renvoyez", "non signé"
    ),
    Code.ENCRYPTION_SIGNATURE_BROKEN: Wording(
        "La signature ne correspond pas au contenu du message",
        "Envoyez le message à nouveau",
        "signature incorrecte",
    ),
    Code.ENCRYPTION_SIGNER_UNKNOWN: Wording(
        "La signature vient d'un émetteur inconnu", _TELL_IT, "signature inconnue"
    ),
    Code.ENCRYPTION_SIGNER_EXPIRED: Wording(
        "Le certificat de la signature est expiré ou révoqué", _TELL_IT, "certificat expiré"
    ),
    Code.ENCRYPTION_SIGNER_OTHER: Wording(
        "La signature est celle d'une autre personne que l'expéditeur",
        "Signez avec votre propre certificat",
        "signature d'une autre personne",
    ),
    Code.LABEL_ACCEPTED: Wording("L'étiquette {label} est en ordre", "", "étiquette en ordre"),
    Code.LABEL_MISSING: Wording("L'étiquette {label} manque", _CHOOSE_LABEL, "étiquette manquante"),
    Code.LABEL_OTHER: Wording("Le message n'a pas l'étiquette {label}", _CHOOSE_LABEL, "mauvaise étiquette"),
    Code.LABEL_REMOVED: Wording("L'étiquette {label} a été retirée", _CHOOSE_LABEL, "étiquette retirée"),
    Code.LABEL_DUPLICATE: Wording("Le message porte deux étiquettes", _NEW_WITH_LABEL, "étiquette en double"),
    Code.LABEL_CONTRADICTORY: Wording(
        "Les étiquettes du message se contredisent", _NEW_WITH_LABEL, "étiquettes contradictoires"
    ),
    Code.LABEL_UNPROVEN: Wording(
        "L'étiquette ne compte pas : rien ne prouve que le message vient de vous",
        _WORK_MAILBOX,
        "étiquette non prouvée",
    ),
    Code.MESSAGE_MALFORMED: Wording(
        "Le message n'est pas correct sur le plan technique",
        "Créez un nouveau message dans Outlook",
        "message incorrect",
    ),
    Code.MESSAGE_TOO_COMPLEX: Wording(
        "Le message est trop grand ou trop complexe",
        "Créez un nouveau message, court, avec seulement le formulaire",
        "message trop complexe",
    ),
    Code.MESSAGE_UNDECODABLE: Wording("Le texte du message est illisible", _RETYPE, "texte illisible"),
    Code.MESSAGE_DECEPTIVE: Wording(
        "Le message contient des caractères trompeurs", _RETYPE, "caractères trompeurs"
    ),
    Code.MESSAGE_ATTACHMENT: Wording(
        "La pièce jointe ne peut pas être lue ({place})",
        "Mettez les données dans le message même, ou dans un fichier Word, Excel ou pdf",
        "pièce jointe illisible",
    ),
    Code.MESSAGE_ATTACHMENT_ENCRYPTED: Wording(
        "La pièce jointe est protégée par un mot de passe ou des droits ({place})",
        "Renvoyez-la sans cette protection",
        "pièce jointe protégée",
    ),
    Code.MESSAGE_PICTURE: Wording(
        "La pièce jointe est une photo ou un scan : texte invérifiable ({place})",
        "Tapez les données dans le message même, sans photo ni scan",
        "photo ou scan",
    ),
    Code.MESSAGE_LOOP: Wording("Le message est déjà passé par ici", _TELL_IT, "message en boucle"),
    Code.CLIENT_FOUND: Wording("Le client est trouvé", "", "client trouvé"),
    Code.CLIENT_NONE: Wording(
        "Aucun client n'a été trouvé dans le message",
        "Mettez une donnée par ligne, après {form}",
        "aucun client trouvé",
    ),
    Code.CLIENT_SEVERAL: Wording(
        "Le message cite plusieurs personnes ({place})",
        "Envoyez un message par client",
        "plusieurs personnes",
    ),
    Code.CLIENT_AMBIGUOUS: Wording(
        "On ne voit pas clairement quelles données sont celles du client ({place})",
        "Remplissez le formulaire : chaque mot, deux-points et seulement la donnée du client, "
        "rien sur quelqu'un d'autre",
        "client pas clair",
    ),
    Code.FIELD_UNREADABLE: Wording(
        'La donnée "{field}" est illisible ou n\'est pas autorisée ({place})',
        "Après {lines}, ne mettez que la donnée même, sans explication",
        "{field} illisible",
    ),
    Code.FIELD_MISSING: Wording(
        "Une donnée manque ou se trouve au milieu d'une phrase : {field}",
        "Mettez-la sur sa propre ligne, après {lines}",
        "{field} introuvable",
    ),
    Code.RESIDENCE_INSIDE: Wording("Le client habite dans cette commune", "", "domicile en ordre"),
    Code.RESIDENCE_OUTSIDE: Wording(
        "Le client n'habite pas dans cette commune",
        "Envoyez l'orientation au CPAS de la commune où il habite",
        "habite ailleurs",
    ),
    Code.RESIDENCE_NOT_STATED: Wording(
        "La commune du client n'est pas mentionnée",
        'Mettez le code postal et la commune après "{town}:", même sans adresse, comme "{residence}"',
        "commune non mentionnée",
    ),
    Code.SUPERFLUOUS_STRIPPED: Wording(
        "Des données superflues ont été omises", "", "données superflues omises"
    ),
    Code.SUPERFLUOUS_REFUSED: Wording(
        "Le message contient des données qui ne peuvent pas être transmises",
        "Enlevez tout, sauf le nom, l'adresse, le téléphone et l'e-mail du client",
        "données superflues",
    ),
    Code.COMPOSED_UNACCOUNTED: _OUR_FAULT,
    Code.DELIVERY_UNSEALED: _OUR_FAULT,
    Code.INTERNAL: _OUR_FAULT,
}

CATALOGUE: Final = Catalogue(_FINDINGS, FIELDS, CATEGORIES, PLACES, PHRASES)
