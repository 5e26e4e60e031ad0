"""Errors and warnings on what verifying the ledger finds, in French, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "This was changed outside the gateway, or the disk is failing.": (
        "Ceci a été modifié en dehors de la passerelle, ou le disque se détériore."
    ),
    "Something was removed outside the gateway.": "Quelque chose a été supprimé en dehors de la passerelle.",
    "The gateway never writes this.": "La passerelle n'écrit jamais cela.",
    "This was added outside the gateway.": "Ceci a été ajouté en dehors de la passerelle.",
    "That the records are unchanged does not show that what they say was true when written.": (
        "Que les enregistrements soient inchangés ne montre pas que ce qu'ils disent était vrai au moment "
        "de l'écrire."
    ),
    "An older copy of the whole ledger, put back in its place, looks whole.": (
        "Une copie plus ancienne de tout le registre, remise à sa place, paraît intacte."
    ),
    (
        "Whoever holds the signing key and may write the file can rewrite every record. Only a checkpoint "
        "kept elsewhere shows that: give one with --checkpoint."
    ): (
        "Qui détient la clé de signature et peut écrire dans le fichier peut réécrire chaque "
        "enregistrement. Seul un point de contrôle gardé ailleurs le montre : donnez-en un avec "
        "--checkpoint."
    ),
    "The signing key was not compared: with another key everything could have been signed anew.": (
        "La clé de signature n'a pas été comparée : avec une autre clé, tout peut avoir été signé à nouveau."
    ),
    (
        "The outside checkpoint holds the first {number} records. Later ones could be rewritten by whoever "
        "holds the signing key and may write the file, or dropped by putting back an older copy."
    ): (
        "Le point de contrôle extérieur couvre les {number} premiers enregistrements. Qui détient la clé "
        "de signature et peut écrire dans le fichier peut réécrire les suivants ; qui remet une copie plus "
        "ancienne les fait disparaître."
    ),
    "A newer version of the gateway did that: install it again. If none did, it was changed outside it.": (
        "Une version plus récente de la passerelle l'a fait : réinstallez-la. S'il n'y en a pas eu, ceci a "
        "été modifié en dehors de la passerelle."
    ),
    "Something was removed outside the gateway. Or it was given another number.": (
        "Quelque chose a été supprimé en dehors de la passerelle, ou a reçu un autre numéro."
    ),
    "Records were swapped or renumbered outside the gateway.": (
        "Des enregistrements ont été échangés ou renumérotés en dehors de la passerelle."
    ),
    "tables": "les tables",
    "are of format {found}, newer than this version knows": (
        "sont au format {found}, plus récent que ce que cette version connaît"
    ),
    "are not those of the format": "ne sont pas celles du format",
    "record {seq}, header": "l'en-tête de l'enregistrement {seq}",
    "record {seq}, {column}": "la colonne {column} de l'enregistrement {seq}",
    "record {seq}, group {group}": "le groupe {group} de l'enregistrement {seq}",
    "hangs in no tree": "n'est dans aucun arbre",
    "is not the one that was hung in the tree": "n'est pas celui qui a été mis dans l'arbre",
    "is not made of records {first} to {last}": "ne correspond pas aux enregistrements {first} à {last}",
    "node {level}/{index}": "le nœud {level}/{index}",
    "is missing": "manque",
    "signed another tree than records 0 to {last} make": (
        "a signé un autre arbre que celui des enregistrements 0 à {last}"
    ),
    "One of records {first} to {last} was rewritten after it was signed.": (
        "L'un des enregistrements {first} à {last} a été réécrit après sa signature."
    ),
    "record {seq}": "l'enregistrement {seq}",
    "differs from the header, which says {seq}": "diffère de l'en-tête, qui dit {seq}",
    "is {wrong}": "est {wrong}",
    "is missing, and all after it up to {last}": "manque, ainsi que tout ce qui suit jusqu'à {last}",
    "The end of the ledger was cut off.": "La fin du registre a été coupée.",
    "group {group} of record {seq}": "le groupe {group} de l'enregistrement {seq}",
    "belongs to no record": "n'appartient à aucun enregistrement",
    "checkpoint {size}": "le point de contrôle {size}",
    "is one the gateway does not keep": "n'est pas de ceux que la passerelle conserve",
    "names another log": "nomme un autre registre",
    "The record or the state row comes from elsewhere.": "L'enregistrement ou l'état vient d'ailleurs.",
    "cannot be read: {wrong}": "ne peut pas être lu : {wrong}",
    "differs from the header": "diffère de l'en-tête",
    "is said to be erased, and is never erased": "serait effacé, mais ne l'est jamais",
    "is gone, and no record says it was erased": (
        "a disparu, et aucun enregistrement ne dit qu'il a été effacé"
    ),
    "is there, and a record says it was erased": "est là, alors qu'un enregistrement dit qu'il a été effacé",
    "is not what the header commits to": "n'est pas ce que fixe l'en-tête",
    "is unknown to the format": "est inconnu du format",
    "outside checkpoint": "le point de contrôle extérieur",
    "is not good: {wrong}": "n'est pas bon : {wrong}",
    "is one of another size": "est celui d'une autre taille",
    "It is of another log, or of an earlier ledger that had its own key: verify it with that one. Else the"
    " signing key was replaced and everything signed anew.": (
        "Il est d'un autre registre, ou d'un registre antérieur qui avait sa propre clé : vérifiez-le avec"
        " celui-là. Sinon, la clé de signature a été remplacée et tout a été signé à nouveau."
    ),
    "was not signed by this ledger's key: {wrong}": "n'a pas été signé avec la clé de ce registre : {wrong}",
    "file": "le fichier",
    "is damaged: {wrong}": "est endommagé : {wrong}",
    "is damaged": "est endommagé",
    "state": "l'état",
    "is not one row": "n'est pas une seule ligne",
    "holds a malformed log name or public key": "contient un nom ou une clé publique mal formés",
    "signing key": "la clé de signature",
    "is not the key this ledger was begun with": "n'est pas celle avec laquelle ce registre a été commencé",
    "The key was replaced, or the ledger is another one; earlier checkpoints cannot be relied on.": (
        "La clé a été remplacée, ou c'est un autre registre ; on ne peut pas se fier aux points de "
        "contrôle antérieurs."
    ),
    "node": "la table des nœuds",
    "holds subtrees that no records make": "contient des sous-arbres qui ne viennent d'aucun enregistrement",
    "describes another tree than the records make": "décrit un autre arbre que celui des enregistrements",
    "Log": "Nom",
    "Root": "Racine",
    "The ledger is whole: {size} records and {checkpoints} checkpoints agree.": (
        "Le registre est intact : {size} enregistrements et {checkpoints} points de contrôle concordent."
    ),
    "Transfers without outcome yet: {names}": "Transmissions encore sans issue : {names}",
    "What this check cannot see:": "Ce que cette vérification ne peut pas voir :",
    "The ledger is NOT whole. The first bad place:": (
        "Le registre n'est PAS intact. Le premier endroit fautif :"
    ),
    "Place": "Endroit",
    "About": "Au sujet de",
    "Seen": "Constaté",
    "Meaning": "Signification",
    "Before it": "Avant",
    "{good} records agree with each other": "{good} enregistrements concordent",
    "Now": "Maintenant",
}
