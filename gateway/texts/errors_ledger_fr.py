"""Errors and warnings on the ledger, in French, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "{what}; {remedy}": "{what} ; {remedy}",
    "the ledger cannot be read: {reason}": "le registre ne peut pas être lu : {reason}",
    "the ledger cannot be written: {reason}": "le registre ne peut pas être écrit : {reason}",
    "the ledger cannot be backed up: {reason}": (
        "il est impossible de faire une copie de réserve du registre : {reason}"
    ),
    "the ledger cannot be moved: {reason}": "le registre ne peut pas être déplacé : {reason}",
    "the file is not whole, or not this ledger: {found}": (
        "le fichier n'est pas intact, ou n'est pas ce registre : {found}"
    ),
    "what is on the server is not whole, or not this ledger: {found}": (
        "ce qui se trouve sur le serveur n'est pas intact, ou n'est pas ce registre : {found}"
    ),
    "the ledger is on PostgreSQL already": "le registre est déjà sur PostgreSQL",
    "{file} is there already; set it aside first": "{file} existe déjà ; mettez-le d'abord de côté",
    "the signing key is open to group or others; chmod 600 {file}": (
        "la clé de signature est ouverte au groupe ou à d'autres ; faites chmod 600 {file}"
    ),
    "the signing key {file} cannot be read: {reason}": (
        "la clé de signature {file} ne peut pas être lue : {reason}"
    ),
    "the signing key {file} is no plain PEM private key": (
        "la clé de signature {file} n'est pas une clé PEM sans phrase secrète"
    ),
    "the signing key is not Ed25519": "la clé de signature n'est pas une clé Ed25519",
    "the signing key {file} cannot be written: {reason}": (
        "la clé de signature {file} ne peut pas être écrite : {reason}"
    ),
    "{wrong}. Make the folder {folder}, owned by the user of the gateway, or correct ledger.url.": (
        "{wrong}. Créez le dossier {folder}, pour l'utilisateur de la passerelle, ou corrigez ledger.url."
    ),
    "{wrong}. Let the user of the gateway write in {folder}.": (
        "{wrong}. Laissez l'utilisateur de la passerelle écrire dans {folder}."
    ),
    "this is no opened key of a month; decrypt it with age first": (
        "ceci n'est pas une clé de mois ouverte ; déchiffrez-la d'abord avec age"
    ),
    "the ledger's folder cannot be read: {reason}": "le dossier du registre ne peut pas être lu : {reason}",
    "the key of {month} is open to group or others; chmod 600 it": (
        "la clé de {month} est ouverte au groupe ou à d'autres ; faites chmod 600 sur son fichier"
    ),
    "the key of {month} cannot be read: {reason}": "la clé de {month} ne peut pas être lue : {reason}",
    "the file for the key of {month} holds none": "le fichier prévu pour la clé de {month} n'en contient pas",
    "the key of {month} cannot be written: {reason}": "la clé de {month} ne peut pas être écrite : {reason}",
    "the key of {month} cannot be wiped: {reason}": "la clé de {month} ne peut pas être effacée : {reason}",
    "the key given for {month} is of no month of this ledger": (
        "la clé donnée pour {month} n'est celle d'aucun mois de ce registre"
    ),
    "a reason is one line of 1 to {most} characters": "un motif tient en une ligne de 1 à {most} caractères",
    "record {seq}, a hold, cannot be read": (
        "l'enregistrement {seq}, qui retient des données, ne peut pas être lu"
    ),
    "there is no ledger yet": "il n'y a pas encore de registre",
    "what is held has changed since it was worked out what to erase": (
        "ce qui est retenu a changé depuis que l'on a établi ce qu'il faut effacer"
    ),
    "no transfer has this reference": "aucune transmission n'a cette référence",
    "several transfers begin with this reference; give more of it": (
        "plusieurs transmissions commencent par cette référence ; donnez-en davantage"
    ),
    "the ledger's files": "les fichiers du registre",
    (
        "When a backup was put back, move {names} aside and put it back anew. When none was, change nothing"
        " and tell the DPO."
    ): (
        "Si une sauvegarde a été remise en place, mettez {names} de côté et remettez-la. Sinon, ne changez"
        " rien, et prévenez le DPO."
    ),
    "the ledger is not whole: {what}. {remedy}": "le registre n'est pas intact : {what}. {remedy}",
    "the ledger continues what this node saw in it; there is nothing to accept": (
        "le registre continue ce que ce nœud y a vu ; il n'y a rien à accepter"
    ),
    "another process writes this ledger under the same node name; stop it first": (
        "un autre processus écrit dans ce registre sous le même nom de nœud ; arrêtez-le d'abord"
    ),
    "the ledger has tables of format {found}, from which nothing leads to {current}": (
        "le registre a des tables au format {found}, d'où rien ne mène au format {current}"
    ),
    (
        "the ledger has tables of format {found}, and this version knows none after {current}; install the "
        "newer version of the gateway again"
    ): (
        "le registre a des tables au format {found}, et cette version n'en connaît pas après {current} ; "
        "réinstallez la version plus récente de la passerelle"
    ),
    "the ledger has tables of an older format; start the gateway anew": (
        "le registre a des tables d'un format plus ancien ; redémarrez la passerelle"
    ),
    "{file} is no checkpoint of this log: {wrong}": (
        "{file} n'est pas un point de contrôle de ce registre : {wrong}"
    ),
    "the node's last checkpoint cannot be kept: {reason}": (
        "le dernier point de contrôle du nœud ne peut pas être conservé : {reason}"
    ),
    "find out what happened, then see gateway transfers accept-restore": (
        "cherchez ce qui s'est passé, puis voyez gateway transfers accept-restore"
    ),
    "the ledger is gone": "le registre a disparu",
    "the ledger is signed with another key than the one in {file}": (
        "le registre est signé avec une autre clé que celle de {file}"
    ),
    "Put the ledger's own key back there, from where you keep it; if it lies there, tell the DPO.": (
        "Remettez-y la clé du registre, depuis l'endroit où vous la conservez ;"
        " si elle y est déjà, avertissez le DPO."
    ),
    "the ledger is of the log {found}, and the configuration names {log}": (
        "le registre s'appelle {found}, et la configuration nomme {log}"
    ),
    "Put hostname back, or write ledger.log: {found}.": (
        "Remettez hostname comme il était, ou écrivez ledger.log: {found}."
    ),
    "the tree is not the one that was signed": "l'arbre n'est pas celui qui a été signé",
    "the ledger has fewer records than this node saw in it": (
        "le registre a moins d'enregistrements que ce nœud n'y en a vu"
    ),
    "the ledger does not continue what this node saw in it": (
        "le registre ne continue pas ce que ce nœud y a vu"
    ),
    "the records were not committed": "les enregistrements n'ont pas été inscrits",
    "nobody can tell whether the records were committed": (
        "personne ne peut dire si les enregistrements ont été inscrits"
    ),
    "the ledger does not read as it was written: {why}": (
        "le registre ne se lit pas tel qu'il a été écrit : {why}"
    ),
    "the ledger does not read as it was written; verify it": (
        "le registre ne se lit pas tel qu'il a été écrit ; vérifiez-le"
    ),
    "the ledger is closed": "le registre est fermé",
    "the ledger does not answer": "le registre ne répond pas",
    "the writer has stopped": "ce qui écrit dans le registre s'est arrêté",
    "unable to open database file": "le fichier de la base de données ne peut pas être ouvert",
    "database is locked": "la base de données est verrouillée",
    "database disk image is malformed": "la base de données est endommagée",
    "file is not a database": "le fichier n'est pas une base de données",
    "attempt to write a readonly database": "la base de données n'est accessible ici qu'en lecture",
    "database or disk is full": "la base de données ou le disque est plein",
    "disk I/O error": "le disque ne peut pas être lu ou écrit",
    "{host}, port {port}: {why}": "{host}, port {port} : {why}",
    "its certificate cannot be verified": "son certificat ne peut pas être vérifié",
    "the server speaks no TLS": "le serveur ne parle pas TLS",
    "the certificate is of {name} and not of {host}": "le certificat est celui de {name} et non de {host}",
    "the database is not encoded in UTF-8": "la base de données n'est pas en UTF-8",
    "the schema {name}": "le schéma {name}",
    "the connection ended during the commit": "la connexion s'est interrompue pendant l'inscription",
    "the server rolled the records back": "le serveur a annulé les enregistrements",
    "the anchors cannot be read: {wrong}": "les ancrages ne peuvent pas être lus : {wrong}",
    "the ledger cannot prove {old} to {new}: {wrong}": (
        "le registre ne peut pas prouver le passage de {old} à {new} enregistrements : {wrong}"
    ),
    "the ledger cannot prove record {seq}: {wrong}": (
        "le registre ne peut pas prouver l'enregistrement {seq} : {wrong}"
    ),
    "what is in the ledger cannot be proven: {wrong}": (
        "ce qui se trouve dans le registre ne peut pas être prouvé : {wrong}"
    ),
    "it holds {held} records, the ledger {size}": (
        "il porte sur {held} enregistrements, le registre en a {size}"
    ),
    "a sheet holds {most} rows; choose a shorter period, or CSV": (
        "une feuille contient au plus {most} lignes ; choisissez une période plus courte, ou le CSV"
    ),
    "a reader's process cannot be started: {reason}": (
        "le processus d'un lecteur ne peut pas être lancé : {reason}"
    ),
    "a reader's process does not come up": "le processus d'un lecteur ne démarre pas",
    (
        "metrics cannot be told on {at}: {reason}. Is the port free, and does the unit allow it: "
        "SocketBindAllow=tcp:{port}?"
    ): (
        "les chiffres ne peuvent pas être donnés sur {at} : {reason}. Le port est-il libre, et l'unité le "
        "permet-elle : SocketBindAllow=tcp:{port} ?"
    ),
}
