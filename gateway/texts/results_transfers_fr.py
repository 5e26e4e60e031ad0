"""What the commands on transfers and the dossier answer, in French, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "{out}: complete and send by hand what is in it; nothing was sent.": (
        "{out} : complétez ce qui s'y trouve et envoyez-le vous-même ; rien n'a été envoyé."
    ),
    "Dossier": "Dossier",
    "Evidence": "Preuve",
    "{out}: transfers: {count}. To verify: python3 verify.py {name}": (
        "{out} : transmissions : {count}. Pour vérifier : python3 verify.py {name}"
    ),
    "Export": "Exportation",
    "Moved {size} records and {checkpoints} checkpoints, and verified them.": (
        "Déplacés et vérifiés : enregistrements : {size}, points de contrôle : {checkpoints}."
    ),
    "The file is now {file}; nothing writes to it any more.": (
        "Le fichier s'appelle désormais {file} ; plus rien n'y est écrit."
    ),
    "Now write the new url under ledger, and key: {key}": (
        "Écrivez maintenant sous ledger la nouvelle url, et key: {key}"
    ),
    "This node had seen {seen} records. Record {seq} says that a backup was put back.": (
        "Enregistrements que ce nœud avait vus : {seen}. L'enregistrement {seq} dit qu'une "
        "sauvegarde a été remise en place."
    ),
    "{out}: whole, records: {size}. The key is not in it: {key}": (
        "{out} : intact, enregistrements : {size}. La clé n'y est pas : {key}"
    ),
    "Phone:": "Téléphone :",
    "Email:": "Adresse e-mail :",
    "Name:": "Prénom et nom :",
    "phone": "téléphone",
    "email": "e-mail",
    "name": "nom",
    "{hits} of the {searched} mails that could be searched bear this person.": (
        "Sur cette personne : {hits} des {searched} mails consultables."
    ),
    "Not searched: {count} mails of {month}; give the opened key with --month-key.": (
        "Mails de {month} non consultés : {count}. Donnez la clé ouverte avec --month-key."
    ),
    "Not searched: {count} mails of {month}; its key was sealed to nobody, so nobody can search them.": (
        "Mails de {month} non consultés : {count}. La clé n'était scellée pour personne, ce n'est plus"
        " possible."
    ),
    "Not searched, for they were not handed on: {count}. Nothing is kept of whose they were.": (
        "Pas consultés, car non transmis : {count}. Le registre ne retient pas qui ces mails concernaient."
    ),
    "Unknown: {count} mails passed, and nobody can tell about whom.": (
        "Inconnu : de {count} mails transmis, personne ne peut dire de qui il s'agit."
    ),
    "nobody": "personne",
    "here": "est ici",
    "wiped": "effacée",
    "Month": "Mois",
    "Key": "Clé",
    "Sealed to": "Scellée pour",
    "The key itself": "La clé elle-même",
    "No months.": "Aucun mois.",
    "Found by": "Trouvé par",
    "Reading": "Lecture",
    "Would be wiped for good: the key of {months}.": "Serait effacée pour de bon : la clé de {months}.",
    "Wiped the key of {months}.": "La clé de {months} a été effacée.",
    "{group} of {count} records of {protocol}": "{group}, enregistrements : {count}, protocole : {protocol}",
    "nothing": "rien",
    "Erased: {what}.": "Effacé : {what}.",
    "Would be erased: {what}.": "Serait effacé : {what}.",
    "delivered to the mailbox": "remis dans la boîte aux lettres",
    "refused; nothing was delivered": "refusé ; rien n'a été remis",
    "not delivered; the sender's server tries again by itself": (
        "pas remis ; le serveur de l'expéditeur réessaie de lui-même"
    ),
    "interrupted; it may or may not have been delivered, ask the mailbox": (
        "interrompu ; peut-être remis, peut-être pas : regardez dans la boîte aux lettres"
    ),
    "the ledger no longer tells, as retention asks": (
        "le registre ne le dit plus : le délai de conservation est écoulé"
    ),
    "being delivered now, or interrupted and not yet closed": (
        "en cours de remise, ou interrompu et pas encore clôturé"
    ),
    "next hop {code}": "serveur suivant : {code}",
    "next hop did not answer": "le serveur suivant n'a pas répondu",
    "Server": "Serveur",
    "Cipher": "Algorithme",
    "Certificate": "Certificat",
    "Size": "Taille",
    "{count} bytes": "{count} octets",
    "Sender proven": "Preuve d'origine",
    "{peer}, calls itself {name}": "{peer}, se nomme {name}",
    "{server}, by way of {address}": "{server}, par {address}",
    "SPF {spf}, DKIM {signatures}, DMARC {dmarc}": "SPF {spf}, DKIM {signatures}, DMARC {dmarc}",
    "Verifying": "Vérification",
    "Reference": "Référence",
    "When": "Quand",
    "Outcome": "Issue",
    "From": "De",
    "To": "À",
    "Why, or what was left out": "Pourquoi, ou ce qui a été omis",
    "Transfers: {count} ({parts}).": "Transmissions : {count} ({parts}).",
    "No transfers.": "Aucune transmission.",
    "sealed, not inspected": "scellé, non vérifié",
    "none governs this mail": "aucun protocole ne régit ce mail",
    "<> (a bounce or receipt)": "<> (un message automatique)",
    "not encrypted": "non chiffré",
    "no: it was handed on sealed, as it came": "non : transmis scellé, tel qu'il est arrivé",
    "Transport": "Chiffrement",
    "Protocol": "Protocole",
    "Policy file": "Fichier de politique",
    "Why": "Pourquoi",
    "Inspected": "Vérifié",
    "Fields passed": "Transmis",
    "Left out": "Omis",
    "Reply": "Réponse",
    "Next hop said": "Serveur suivant",
    "Record {seq}": "Enregistrement {seq}",
    "erased": "effacé",
    "Hold": "Retenue",
    "Since": "Depuis",
    "On": "Sur quoi",
    "By": "Par",
    "Nothing is held.": "Rien n'est retenu.",
    "from {moment}": "du {moment}",
    "to {moment}": "au {moment}",
    "verifying the file": "vérification du fichier",
    "verifying the copy": "vérification de la copie",
    "copying {table}": "copie de {table}",
}
