"""Errors and warnings on who may open which file, in French, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "{detail}; so with {keys}": "{detail} ; de même pour {keys}",
    "the user of the gateway may read all that the configuration names": (
        "l'utilisateur de la passerelle peut lire tout ce que nomme la configuration"
    ),
    "Put it there, or correct {key}.": "Mettez-le là, ou corrigez {key}.",
    "{who} may not enter {folder}, and so not read {file}, which {key} names": (
        "{who} ne peut pas entrer dans {folder}, ni donc lire {file}, que nomme {key}"
    ),
    "{who} may not write {file}, which {key} names": (
        "{who} ne peut pas écrire dans {file}, que nomme {key}"
    ),
    "{who} may not read {file}, which {key} names": "{who} ne peut pas lire {file}, que nomme {key}",
    "Run {command}.": "Exécutez {command}.",
    "The disk is read-only: see `mount` and `dmesg`, and mount it writable again.": (
        "Le disque est en lecture seule : voyez `mount` et `dmesg`, et remontez-le en écriture."
    ),
    "Its mode is right: look with getfacl {file} and lsattr {file} at what else forbids it.": (
        "Ses droits sont bons : voyez avec getfacl {file} et lsattr {file} ce qui l'interdit encore."
    ),
    "Run {command}, and write {file} in {key}.": "Exécutez {command}, et écrivez {file} dans {key}.",
    "Run install -d -m 700 -o {who} -g {group} {folder}.": (
        "Exécutez install -d -m 700 -o {who} -g {group} {folder}."
    ),
    "{folder} may not be read by {who}": "{who} ne peut pas lire {folder}",
    "Move it away, or name another place under ledger.": (
        "Déplacez-le, ou nommez un autre endroit sous ledger."
    ),
    "Run chown {who}:{group} {folder}.": "Exécutez chown {who}:{group} {folder}.",
    "{file}, which {key} names, is not there": "{file}, que nomme {key}, n'existe pas",
    "{file}, which {key} names, holds no readable PEM certificates": (
        "{file}, que nomme {key}, ne contient aucun certificat PEM lisible"
    ),
    "{file}, which {key} names, cannot be read: {reason}": (
        "{file}, que nomme {key}, ne peut être lu : {reason}"
    ),
    "{key} does not belong to the certificate {certificate}": (
        "{key} ne correspond pas au certificat {certificate}"
    ),
    "{certificate} and {key} are not a PEM certificate and its PEM key": (
        "{certificate} et {key} ne sont pas un certificat PEM et sa clé PEM"
    ),
    "Move what is in {folder} to /etc/gateway.": "Déplacez le contenu de {folder} vers /etc/gateway.",
}
