"""Errors and warnings on how a configuration or a policy is written, in French, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "a tab where only spaces may stand": "une tabulation là où seules des espaces sont permises",
    "Indent with spaces.": "Faites le retrait avec des espaces.",
    "a plain value may not begin with *": "une valeur sans guillemets ne peut pas commencer par *",
    'Put it in quotes: "*@domain".': 'Mettez la valeur entre guillemets droits : "*@domaine".',
    "a plain value may not begin with this character": (
        "une valeur sans guillemets ne peut pas commencer par ce caractère"
    ),
    "Put the value in quotes.": "Mettez la valeur entre guillemets droits.",
    "a colon where none can stand": "un deux-points là où il ne peut pas y en avoir",
    "Quote the value, or fix the indentation.": (
        "Mettez la valeur entre guillemets droits, ou corrigez le retrait."
    ),
    "the indentation does not fit": "le retrait de cette ligne ne convient pas",
    "Align this line with its neighbours.": "Alignez cette ligne sur ses voisines.",
    "a key without a colon": "une clé sans deux-points",
    "Write it as key: value, with a space behind the colon.": (
        "Écrivez clé: valeur, avec une espace derrière le deux-points."
    ),
    "a quotation mark is not closed": "un guillemet n'est pas fermé",
    "Close it.": "Fermez-le.",
    "a bracket or a quotation mark in it is not closed": (
        "un crochet, une accolade ou un guillemet n'est pas fermé ici"
    ),
    'Separate with single commas, close with ] or }}, and give every " its fellow.': (
        'Séparez les valeurs par une seule virgule, fermez avec ] ou }}, et donnez à chaque " son pendant.'
    ),
    "a backslash in double quotes": "une barre oblique inverse entre guillemets doubles",
    "Use single quotes.": "Utilisez des guillemets simples.",
    "this is no YAML": "ceci n'est pas du YAML",
    "Compare the line with the example in the documentation.": (
        "Comparez la ligne avec l'exemple de la documentation."
    ),
    "no such file": "ce fichier n'existe pas",
    "Check the path, or create the file there.": "Vérifiez le chemin, ou créez-y le fichier.",
    "this is a folder": "ceci est un dossier",
    "Name the file itself.": "Indiquez le fichier lui-même.",
    "may not be read": "lecture non autorisée",
    "Give the user that runs the gateway read access.": (
        "Donnez le droit de lecture à l'utilisateur sous lequel tourne la passerelle."
    ),
    "cannot be read": "lecture impossible",
    "Check the path and the disk.": "Vérifiez le chemin et le disque.",
    "Is this the right file? Make it smaller.": "Est-ce le bon fichier ? Réduisez-le.",
    "over {limit} KB": "ceci fait plus de {limit} ko",
    "saved as UTF-16": "enregistré en UTF-16",
    "Save the file as UTF-8.": "Enregistrez le fichier en UTF-8.",
    "no text file": "ceci n'est pas un fichier texte",
    "Put back a copy of what you wrote.": "Remettez une copie de ce que vous aviez écrit.",
    "not UTF-8": "ceci n'est pas de l'UTF-8",
    "invisible control character {code}": "caractère de contrôle invisible {code}",
    "Remove it.": "Supprimez ceci.",
    "a space that is none, as web pages and Word have": (
        "une espace spéciale, comme dans les pages web et dans Word"
    ),
    "Type an ordinary space over it.": "Remplacez-la par une espace ordinaire.",
    "the file is empty": "le fichier est vide",
    "Start from the example in the documentation.": "Partez de l'exemple de la documentation.",
    "Remove the --- line and what follows.": "Supprimez la ligne --- et ce qui suit.",
    "a second document in one file": "un second document dans un seul fichier",
    "a YAML directive": "une directive YAML",
    "Remove the lines that begin with %.": "Supprimez les lignes qui commencent par %.",
    "nested over {levels} levels": "plus de {levels} niveaux d'imbrication",
    "Flatten it.": "Utilisez moins de niveaux.",
    'Put a value that begins with * in quotes: "*@domain".': (
        'Mettez une valeur qui commence par * entre guillemets droits : "*@domaine".'
    ),
    "an alias (*)": "un alias (*)",
    "an anchor (&)": "une ancre (&)",
    "Remove it, or put the value in quotes.": "Supprimez ceci, ou mettez la valeur entre guillemets droits.",
    "a tag (!)": "un tag (!)",
    "key {key} is here twice, first in line {line}": (
        "la clé {key} figure deux fois, d'abord à la ligne {line}"
    ),
    "Keep one of the two.": "Supprimez le doublon.",
    "a key must be a word": "une clé doit être un mot",
    "Write it as key: value.": "Écrivez clé: valeur.",
    "a merge key (<<)": "une clé de fusion (<<)",
    "Write the keys out.": "Écrivez les clés elles-mêmes.",
    "curly quotation marks do not quote": "les guillemets courbes ne comptent pas comme guillemets",
    'Type straight ones: ".': 'Tapez des guillemets droits : ".',
    "an escaped control character": "un caractère de contrôle, écrit avec une barre oblique inverse",
    "Remove the backslash.": "Supprimez la barre oblique inverse.",
    "has no value": "n'a pas de valeur",
    "Write one behind the colon, or leave the key out.": (
        "Écrivez-en une derrière le deux-points, ou supprimez la clé."
    ),
    "must be text": "doit être du texte",
    "Put it in quotes.": "Mettez la valeur entre guillemets droits.",
    "must be a whole number": "doit être un nombre entier",
    "Write digits alone, without quotes.": "Écrivez seulement des chiffres, sans guillemets.",
    "Leave the fraction out.": "Supprimez les décimales.",
    "must be true or false": "doit être true ou false",
    "Write true or false, without quotes.": "Écrivez true ou false, sans guillemets.",
    "must be a list": "doit être une liste",
    "Write it between [ and ].": "Écrivez les valeurs entre [ et ].",
    "must be a block of keys": "doit être un bloc de clés",
    "Write key: value lines under it.": "Écrivez en dessous des lignes clé: valeur.",
    "must be a date": "doit être une date",
    "Write it as YYYY-MM-DD, the year first.": "Écrivez AAAA-MM-JJ, l'année d'abord.",
    "is no day of the calendar": "n'est pas un jour du calendrier",
    "Write a day that exists, as YYYY-MM-DD.": "Écrivez un jour qui existe, sous la forme AAAA-MM-JJ.",
    "is not valid": "n'est pas valable",
    "Compare it with the example in the documentation.": "Comparez avec l'exemple de la documentation.",
    "Write lines as key: value, with no dash in front.": "Écrivez des lignes clé: valeur, sans tiret devant.",
    "this": "ceci",
    "is too small": "est trop petit",
    "Write a number from {least}.": "Écrivez un nombre à partir de {least}.",
    "is too large": "est trop grand",
    "Write a number up to {most}.": "Écrivez un nombre jusqu'à {most}.",
    "is empty": "est vide",
    "List at least one.": "Indiquez au moins un élément.",
    "must be {word}": "doit être {word}",
    "Write {word}.": "Écrivez {word}.",
    "Write {word}, for instance.": "Écrivez par exemple {word}.",
    "must be one of {words}": "doit être une de ces valeurs : {words}",
    "{guess} Or indent it, when it belongs below {place}.": (
        "{guess} Ou indentez-la, si elle va sous {place}."
    ),
    'Did you mean "{word}"?': 'Vouliez-vous dire "{word}" ?',
    "It belongs below {places}.": "Cette clé se place sous {places}.",
    "Remove it; all keys known here are used: {keys}.": (
        "Supprimez cette clé ; toutes les clés connues ici sont déjà utilisées : {keys}."
    ),
    "Remove it; known here and not yet used: {keys}.": (
        "Supprimez cette clé ; sont connues ici et pas encore utilisées : {keys}."
    ),
    "unknown key {key}": "clé inconnue : {key}",
    "key {key} is missing": "la clé {key} manque",
    "Add {key}: {example}": "Ajoutez {key}: {example}",
    "{one} or {other}": "{one} ou {other}",
}
