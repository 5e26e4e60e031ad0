"""What the commands on accounts, keys, DNS and one mail answer, in French, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "Password:": "Mot de passe :",
    "Repeat for confirmation:": "Encore une fois, pour confirmer :",
    "Error: The two entered values do not match.": "Erreur : les deux mots de passe diffèrent.",
    "Account {name} may log in. Give this to an authenticator app, and to nobody else:": (
        "Le compte {name} peut se connecter. Donnez ceci à une application d'authentification, et à "
        "personne d'autre :"
    ),
    "removed": "supprimée",
    "enabled": "active",
    "enabled, accepted by the policy": "active, acceptée par la politique",
    "enabled, not in this policy": "active, absente de cette politique",
    "left behind  {kind} × {count} ({place})": "omis  {kind} × {count} ({place})",
    "finding": "constat",
    "what": "quoi",
    "where": "où",
    "label  tenant: {tenant}  id: {id}  name: {name}  {state}": (
        "label  tenant : {tenant}  id : {id}  nom : {name}  {state}"
    ),
    "(none)": "(aucun)",
    "the message that would be delivered": "le message qui serait remis",
    "Key      {key} (keep it)\nRequest  {request} (give it to the authority)": (
        "Clé      {key} (conservez-la)\nDemande  {request} (donnez-la à l'autorité)"
    ),
    "SHA-256 of the public key  {fingerprint}": "SHA-256 de la clé publique  {fingerprint}",
    "No keys: sealed mail is refused.": "Aucune clé : le courrier chiffré est refusé.",
    "Method": "Méthode",
    "Addresses": "Adresses",
    "Fingerprint": "Empreinte",
    "Expires": "Expire",
    "never": "jamais",
    "Deliveries and notes are signed with this key.": (
        "Ce qui est remis et les messages aux expéditeurs sont signés avec cette clé."
    ),
    "Tighten p to quarantine, then reject, as the reports allow. Another p is your choice.": (
        "Durcissez p en quarantine, puis reject, dès que les rapports le permettent. Un autre p est votre "
        "choix."
    ),
    "The gateway's public address, A and AAAA.": "L'adresse publique de la passerelle, A et AAAA.",
    (
        "Counts in a zone signed with DNSSEC alone. New key: publish its line beside this one, wait twice "
        "the TTL, install the certificate, restart the gateway, remove the old one. The same key renewed "
        "changes nothing."
    ): (
        "Ne compte que dans une zone signée avec DNSSEC. Nouvelle clé : publiez sa ligne à côté de celle-ci, "
        "attendez deux fois le TTL, installez le certificat, redémarrez la passerelle, supprimez "
        "l'ancienne ligne. Un certificat renouvelé avec la même clé ne change rien."
    ),
    "Notes to senders have no envelope sender, so SPF looks at the name in EHLO.": (
        "Les messages aux expéditeurs n'ont pas d'expéditeur d'enveloppe ; SPF regarde donc le nom dans EHLO."
    ),
    "A second MX would be a way around the gateway.": (
        "Un second MX serait un chemin qui contourne la passerelle."
    ),
    "Its id changes with the policy file. First put the file there, then publish this.": (
        "L'id change avec le fichier de politique. Mettez d'abord le fichier en place, puis publiez ceci."
    ),
    "A web server that answers {url}.": "Un serveur web qui répond à {url}.",
    "Where senders report failures of TLS. Another rua is your choice.": (
        "Où les expéditeurs signalent les échecs de TLS. Un autre rua est votre choix."
    ),
    "present": "présent",
    "missing": "absent",
    "different": "différent",
    "unknown": "inconnu",
    "there is: {text}": "il y a : {text}",
    "{url} holds, in mode enforce once the reports show no failures:": (
        "{url} contient, en mode enforce dès que les rapports ne montrent plus d'échecs :"
    ),
    "{hostname} is the MX.": "{hostname} est le MX.",
    "{hostname} stands behind the MX, whose own records are not here.": (
        "{hostname} se trouve derrière le MX, dont les enregistrements propres ne sont pas ici."
    ),
}
