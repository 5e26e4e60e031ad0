"""What is different from one policy to another, in French."""

from typing import Final

from gateway.texts.saying import Sentences

_ROLES: Final = {"sender": "de la partie qui envoie", "receiver": "de la partie qui reçoit"}
_GROUNDS: Final = {"parties.purpose": "La finalité", "parties.legal_ground": "La base légale"}
_PARTIES: Final = {
    f"parties.{role}.{key}": f"{word} {called}"
    for role, called in _ROLES.items()
    for key, word in (
        ("name", "Le nom"),
        ("register_number", "Le numéro d'entreprise"),
        ("address", "L'adresse"),
        ("dpo", "Le délégué à la protection des données"),
    )
}
_KEPT: Final = {
    "retention.transport": "Les données du transport",
    "retention.subject": "Les données sur les personnes",
    "retention.measures": "Les données sur les mesures",
}
_SINGLE: Final[dict[str, str]] = {
    "ref.protocol": "Le protocole s'appelle maintenant {new}, et non plus {old}.",
    "ref.language": "Les expéditeurs reçoivent maintenant réponse en {new}, et non plus en {old}.",
    "valid.from_": "Le protocole vaut maintenant à partir du {new}, et non plus du {old}.",
    "valid.until": "Le dernier jour du protocole est maintenant le {new}, et non plus le {old}.",
    "suspended": "Le motif de la suspension est maintenant « {new} », et non plus « {old} ».",
    "unlisted_senders": "Un mail dont l'expéditeur n'est pas sur la liste est maintenant {new}, et non"
    " plus {old}.",
    "senders.authentication": "Un expéditeur prouve maintenant qui il est par {new}, et non plus par {old}.",
    "senders.null_sender": "Un mail sans expéditeur dans l'enveloppe est maintenant {new}, et non plus"
    " {old}.",
    "encryption.transport": "La connexion utilise maintenant au moins {new}, et non plus au moins {old}.",
    "encryption.content": "Le chiffrement du contenu est maintenant {new} ; auparavant il était {old}.",
    "encryption.rights_managed": "Un mail que seul Microsoft peut ouvrir est maintenant {new}, et non"
    " plus {old}.",
    "fields.prose": "Le texte courant est maintenant {new}, et non plus {old}.",
    "fields.clients": "Nombre maximal de clients dans un mail : {new}, auparavant {old}.",
    "residence.otherwise": "Le mail sur un client qui habite ailleurs est maintenant {new}, et non plus"
    " {old}.",
    "superfluous": "Données que le protocole ne nomme pas : le mail est maintenant {new}, et non plus {old}.",
    "delivery.seal": "Ce qui est remis est maintenant chiffré avec {new}, et non plus avec {old}.",
    **{key: f"{word} sont maintenant gardées {{new}}, et non plus {{old}}." for key, word in _KEPT.items()},
    **{key: f"{word} est maintenant « {{new}} », et non plus « {{old}} »." for key, word in _GROUNDS.items()},
    **{key: f"{word} est maintenant {{new}}, et non plus {{old}}." for key, word in _PARTIES.items()},
}
_CAME: Final[dict[str, str]] = {
    "valid.until": "Le protocole a maintenant un dernier jour, le {new} ; auparavant il n'en avait pas.",
    "suspended": "Le protocole est maintenant suspendu : « {new} ». Tant qu'il l'est, tout mail est refusé.",
    "notify_sender": "L'expéditeur est maintenant averti quand des données sont omises ; il ne l'était pas.",
    "delivery.seal": "Ce qui est remis est maintenant chiffré avec {new} ; auparavant c'était remis sans"
    " chiffrement.",
    **{
        key: f"{word} sont maintenant gardées {{new}} ; auparavant elles l'étaient sans limite de temps."
        for key, word in _KEPT.items()
    },
    **{key: f"{word} figure maintenant dans la politique : « {{new}} »." for key, word in _GROUNDS.items()},
    **{key: f"{word} figure maintenant dans la politique : {{new}}." for key, word in _PARTIES.items()},
}
_WENT: Final[dict[str, str]] = {
    "valid.until": "Le protocole n'a plus de dernier jour ; c'était le {old}.",
    "suspended": "Le protocole n'est plus suspendu ; le motif était « {old} ».",
    "notify_sender": "L'expéditeur n'est plus averti quand des données sont omises.",
    "delivery.seal": "Ce qui est remis n'est plus chiffré ; auparavant c'était avec {old}.",
    **{
        key: f"{word} sont maintenant gardées sans limite de temps, donc toujours ; auparavant {{old}}."
        for key, word in _KEPT.items()
    },
    **{
        key: f"{word} ne figure plus dans la politique (auparavant : « {{old}} »)."
        for key, word in _GROUNDS.items()
    },
    **{
        key: f"{word} ne figure plus dans la politique (auparavant : {{old}})."
        for key, word in _PARTIES.items()
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
        "Une règle propre vaut maintenant pour le contenu chiffré : {}.",
        "Cette règle propre ne vaut plus pour le contenu chiffré : {}.",
    ),
    "encryption.accept": (
        "Le contenu chiffré avec {} est maintenant ouvert.",
        "Le contenu chiffré avec {} n'est plus ouvert.",
    ),
    "fields.allow": (
        "Cette donnée peut maintenant être transmise : {}.",
        "Cette donnée ne peut plus être transmise : {}.",
    ),
    "fields.require": (
        "Un renvoi doit maintenant contenir : {}.",
        "Un renvoi ne doit plus nécessairement contenir : {}.",
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
    "parties_came": "Les parties figurent maintenant dans la politique.",
    "parties_went": "Les parties ne figurent plus dans la politique.",
    "streets_went": "Toute rue convient, et non plus celles d'une liste.",
    "streets_came": "Seules les rues de la liste conviennent.",
    "day": "1 jour",
    "days": "{count} jours",
    "or": " ou ",
    "label": "Le label {name} du tenant {tenant} (id {id})",
}
_VALUES: Final = {
    "reject": "refusé",
    "relay": "transmis tel quel",
    "dmarc": "DMARC",
    "tls-certificate": "un certificat TLS",
    "trusted-peer": "un serveur de confiance",
    "optional": "facultatif",
    "required": "obligatoire",
    "signed": "obligatoire, avec signature",
    "refuse": "refusé",
    "extract": "parcouru à la recherche de données permises",
    "strip": "remis sans elles",
    "when_stripped": "quand des données sont omises",
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
SENTENCES: Final = Sentences(_SINGLE, _CAME, _WENT, _LISTS, _PHRASES, _VALUES)
