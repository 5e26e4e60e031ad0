"""What is different from one policy to another, in French."""

from typing import Final

from gateway.texts.saying import Sentences

_ROLES: Final = {"sender": "de l'expéditeur", "receiver": "du destinataire"}
_SINGLE: Final[dict[str, str]] = {
    "ref.protocol": "Le protocole s'appelle {new}, et non plus {old}.",
    "ref.language": "Les expéditeurs reçoivent réponse en {new}, et non plus en {old}.",
    "valid.from_": "Le protocole vaut à partir du {new}, et non plus du {old}.",
    "valid.until": "Dernier jour du protocole : {new}, et non plus {old}.",
    "suspended": "Suspension : {new}, auparavant {old}. Tant qu'il y en a une, tout mail est refusé.",
    "unlisted_senders": "Un mail dont l'expéditeur n'est pas sur la liste est {new}, et non plus {old}.",
    "senders.authentication": "Un expéditeur prouve qui il est par {new}, et non plus par {old}.",
    "senders.null_sender": "Un mail sans expéditeur dans l'enveloppe est {new}, et non plus {old}.",
    "encryption.transport": "La connexion doit être au moins {new}, et non plus {old}.",
    "encryption.content": "Contenu chiffré : {new}, et non plus {old}.",
    "encryption.rights_managed": "Un mail que seul Microsoft peut ouvrir est {new}, et non plus {old}.",
    "fields.prose": "Le texte courant est {new}, et non plus {old}.",
    "fields.clients": "Nombre de clients permis dans un mail : {new}, et non plus {old}.",
    "residence.otherwise": "Le mail sur un client qui habite ailleurs est {new}, et non plus {old}.",
    "superfluous": "Données que le protocole ne nomme pas : le mail est {new}, et non plus {old}.",
    "notify_sender": "L'expéditeur est averti : {new}, et non plus {old}.",
    "delivery.seal": "Ce qui est remis est chiffré avec {new}, et non plus avec {old}.",
    "retention.transport": "Les données du transport sont gardées {new} jours, et non plus {old}.",
    "retention.subject": "Les données sur les personnes sont gardées {new} jours, et non plus {old}.",
    "retention.measures": "Les données sur les mesures sont gardées {new} jours, et non plus {old}.",
    "parties.purpose": "La finalité est « {new} », et non plus « {old} ».",
    "parties.legal_ground": "La base juridique est « {new} », et non plus « {old} ».",
    **{
        f"parties.{role}.{key}": f"{word} {called} : {{new}}, et non plus {{old}}."
        for role, called in _ROLES.items()
        for key, word in (
            ("name", "Nom"),
            ("register_number", "Numéro d'entreprise"),
            ("address", "Adresse"),
            ("dpo", "Délégué à la protection des données"),
        )
    },
}
_LISTS: Final[dict[str, tuple[str, str]]] = {
    "recipients": (
        "Le mail à {} relève maintenant du protocole.",
        "Le mail à {} ne relève plus du protocole.",
    ),
    "senders.allow": (
        "Dorénavant le mail de {} est admis pour être jugé.",
        "Dorénavant le mail de {} est {unlisted}, sauf si une autre règle l'admet.",
    ),
    "senders.certificates": (
        "Le certificat client {} prouve maintenant un expéditeur.",
        "Le certificat client {} ne prouve plus aucun expéditeur.",
    ),
    "senders.pgp_keys": (
        "Les signatures de la clé PGP {} comptent maintenant.",
        "Les signatures de la clé PGP {} ne comptent plus.",
    ),
    "label.accept": ("{} est maintenant accepté.", "{} n'est plus accepté."),
    "encryption.per_sender": (
        "Une règle propre pour le contenu chiffré : {}.",
        "Plus de règle propre pour le contenu chiffré : {}.",
    ),
    "encryption.accept": (
        "Le contenu chiffré avec {} est maintenant ouvert.",
        "Le contenu chiffré avec {} n'est plus ouvert.",
    ),
    "fields.allow": ("Cette donnée peut maintenant passer : {}.", "Cette donnée ne peut plus passer : {}."),
    "fields.require": (
        "Un renvoi doit maintenant contenir : {}.",
        "Un renvoi ne doit plus contenir : {}.",
    ),
    "residence.places": (
        "Les clients qui habitent {} sont maintenant admis.",
        "Les clients qui habitent {} sont maintenant refusés.",
    ),
    "residence.streets": (
        "La rue {} est maintenant sur la liste.",
        "La rue {} n'est plus sur la liste.",
    ),
    **{
        f"parties.{role}.processors": (
            f"{{}} est maintenant sous-traitant {called}.",
            f"{{}} n'est plus sous-traitant {called}.",
        )
        for role, called in _ROLES.items()
    },
}
_PHRASES: Final = {
    "nothing": "Rien ne change.",
    "unlisted_reject": "refusé",
    "unlisted_relay": "transmis tel quel, sans être jugé",
    "residence_came": "Dorénavant un client doit habiter un des lieux ci-dessous.",
    "residence_went": "Dorénavant peu importe où un client habite.",
    "parties_came": "Les parties y figurent dorénavant.",
    "parties_went": "Les parties n'y figurent plus.",
    "streets_went": "Toute rue convient, et non plus celles d'une liste.",
    "streets_came": "Seules les rues de la liste conviennent.",
    "none": "aucun",
    "empty": "vide",
    "or": " ou ",
    "label": "Le label {name} du tenant {tenant} (id {id})",
}
_VALUES: Final = {
    "reject": "refusé",
    "relay": "transmis tel quel",
    "dmarc": "DMARC",
    "tls-certificate": "un certificat TLS",
    "trusted-peer": "un serveur de confiance",
    "optional": "permis",
    "required": "obligatoire",
    "signed": "obligatoire, avec signature",
    "refuse": "refusé",
    "extract": "parcouru à la recherche de données permises",
    "strip": "remis sans elles",
    "when_stripped": "quand des données sont laissées de côté",
    "never": "jamais",
    "none": "rien",
    "smime": "S/MIME",
    "pgp": "PGP",
    "nl": "néerlandais",
    "fr": "français",
    "en": "anglais",
    "first_name": "prénom",
    "last_name": "nom",
    "address": "adresse",
    "phone": "téléphone",
    "email": "e-mail",
}
SENTENCES: Final = Sentences(_SINGLE, _LISTS, _PHRASES, _VALUES)
