"""Errors and warnings on how a configuration or a policy is written, in Dutch, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "a tab where only spaces may stand": "een tab waar enkel spaties mogen staan",
    "Indent with spaces.": "Spring in met spaties.",
    "a plain value may not begin with *": "een waarde zonder aanhalingstekens mag niet met * beginnen",
    'Put it in quotes: "*@domain".': 'Zet de waarde tussen aanhalingstekens: "*@domein".',
    "a plain value may not begin with this character": (
        "een waarde zonder aanhalingstekens mag niet met dit teken beginnen"
    ),
    "Put the value in quotes.": "Zet de waarde tussen aanhalingstekens.",
    "a colon where none can stand": "een dubbelpunt waar er geen kan staan",
    "Quote the value, or fix the indentation.": (
        "Zet de waarde tussen aanhalingstekens, of verbeter de inspringing."
    ),
    "the indentation does not fit": "de inspringing klopt niet",
    "Align this line with its neighbours.": "Lijn deze regel uit met de regels eromheen.",
    "a key without a colon": "een sleutel zonder dubbelpunt",
    "Write it as key: value, with a space behind the colon.": (
        "Schrijf sleutel: waarde, met een spatie achter de dubbelpunt."
    ),
    "a quotation mark is not closed": "een aanhalingsteken is niet gesloten",
    "Close it.": "Sluit het.",
    "a bracket or a quotation mark in it is not closed": (
        "een haakje of een aanhalingsteken hierin is niet gesloten"
    ),
    'Separate with single commas, close with ] or }}, and give every " its fellow.': (
        'Scheid de waarden met één komma, sluit af met ] of }}, en geef elke " een tweede.'
    ),
    "a backslash in double quotes": "een backslash tussen dubbele aanhalingstekens",
    "Use single quotes.": "Gebruik enkele aanhalingstekens.",
    "this is no YAML": "dit is geen YAML",
    "Compare the line with the example in the documentation.": (
        "Vergelijk de regel met het voorbeeld in de documentatie."
    ),
    "no such file": "dit bestand bestaat niet",
    "Check the path, or create the file there.": "Controleer het pad, of maak het bestand daar.",
    "this is a folder": "dit is een map",
    "Name the file itself.": "Noem het bestand zelf.",
    "may not be read": "mag niet gelezen worden",
    "Give the user that runs the gateway read access.": (
        "Geef leesrechten aan de gebruiker waaronder de gateway draait."
    ),
    "cannot be read": "kan niet gelezen worden",
    "Check the path and the disk.": "Controleer het pad en de schijf.",
    "Is this the right file? Make it smaller.": "Is dit het juiste bestand? Maak het kleiner.",
    "over {limit} KB": "dit is groter dan {limit} kB",
    "saved as UTF-16": "opgeslagen als UTF-16",
    "Save the file as UTF-8.": "Sla het bestand op als UTF-8.",
    "no text file": "dit is geen tekstbestand",
    "Put back a copy of what you wrote.": "Zet een kopie terug van wat u schreef.",
    "not UTF-8": "dit is geen UTF-8",
    "invisible control character {code}": "onzichtbaar stuurteken {code}",
    "Remove it.": "Verwijder dit.",
    "a space that is none, as web pages and Word have": (
        "een bijzondere spatie, zoals in webpagina's en in Word"
    ),
    "Type an ordinary space over it.": "Typ er een gewone spatie over.",
    "the file is empty": "het bestand is leeg",
    "Start from the example in the documentation.": "Begin met het voorbeeld uit de documentatie.",
    "Remove the --- line and what follows.": "Verwijder de regel --- en wat erna komt.",
    "a second document in one file": "een tweede document in één bestand",
    "a YAML directive": "een YAML-directief",
    "Remove the lines that begin with %.": "Verwijder de regels die met % beginnen.",
    "nested over {levels} levels": "meer dan {levels} niveaus diep",
    "Flatten it.": "Gebruik minder niveaus.",
    'Put a value that begins with * in quotes: "*@domain".': (
        'Zet een waarde die met * begint tussen aanhalingstekens: "*@domein".'
    ),
    "an alias (*)": "een alias (*)",
    "an anchor (&)": "een anker (&)",
    "Remove it, or put the value in quotes.": "Verwijder dit, of zet de waarde tussen aanhalingstekens.",
    "a tag (!)": "een tag (!)",
    "key {key} is here twice, first in line {line}": (
        "sleutel {key} staat hier twee keer, eerst op regel {line}"
    ),
    "Keep one of the two.": "Behoud een van de twee.",
    "a key must be a word": "een sleutel moet een woord zijn",
    "Write it as key: value.": "Schrijf sleutel: waarde.",
    "a merge key (<<)": "een samenvoegsleutel (<<)",
    "Write the keys out.": "Schrijf de sleutels zelf uit.",
    "curly quotation marks do not quote": "gekrulde aanhalingstekens gelden niet als aanhalingstekens",
    'Type straight ones: ".': 'Typ rechte: ".',
    "an escaped control character": "een stuurteken, met een backslash geschreven",
    "Remove the backslash.": "Verwijder de backslash.",
    "has no value": "heeft geen waarde",
    "Write one behind the colon, or leave the key out.": (
        "Schrijf er een achter de dubbelpunt, of laat de sleutel weg."
    ),
    "must be text": "moet tekst zijn",
    "Put it in quotes.": "Zet de waarde tussen aanhalingstekens.",
    "must be a whole number": "moet een geheel getal zijn",
    "Write digits alone, without quotes.": "Schrijf enkel cijfers, zonder aanhalingstekens.",
    "Leave the fraction out.": "Laat de decimalen weg.",
    "must be true or false": "moet true of false zijn",
    "Write true or false, without quotes.": "Schrijf true of false, zonder aanhalingstekens.",
    "must be a list": "moet een lijst zijn",
    "Write it between [ and ].": "Schrijf de waarden tussen [ en ].",
    "must be a block of keys": "moet een blok met sleutels zijn",
    "Write key: value lines under it.": "Schrijf eronder regels als sleutel: waarde.",
    "must be a date": "moet een datum zijn",
    "Write it as YYYY-MM-DD, the year first.": "Schrijf JJJJ-MM-DD, het jaar eerst.",
    "is no day of the calendar": "is geen bestaande dag",
    "Write a day that exists, as YYYY-MM-DD.": "Schrijf een dag die bestaat, als JJJJ-MM-DD.",
    "is not valid": "is niet geldig",
    "Compare it with the example in the documentation.": "Vergelijk met het voorbeeld in de documentatie.",
    "Write lines as key: value, with no dash in front.": (
        "Schrijf regels als sleutel: waarde, zonder streepje ervoor."
    ),
    "this": "dit",
    "is too small": "is te klein",
    "Write a number from {least}.": "Schrijf een getal vanaf {least}.",
    "is too large": "is te groot",
    "Write a number up to {most}.": "Schrijf een getal tot en met {most}.",
    "is empty": "is leeg",
    "List at least one.": "Noem er minstens één.",
    "must be {word}": "moet {word} zijn",
    "Write {word}.": "Schrijf {word}.",
    "Write {word}, for instance.": "Schrijf bijvoorbeeld {word}.",
    "must be one of {words}": "moet een van deze zijn: {words}",
    "{guess} Or indent it, when it belongs below {place}.": (
        "{guess} Of laat het inspringen, als het onder {place} hoort."
    ),
    'Did you mean "{word}"?': 'Bedoelt u "{word}"?',
    "It belongs below {places}.": "Deze sleutel hoort onder {places}.",
    "Remove it; all keys known here are used: {keys}.": (
        "Verwijder deze sleutel; alle sleutels die hier bekend zijn, staan er al: {keys}."
    ),
    "Remove it; known here and not yet used: {keys}.": (
        "Verwijder deze sleutel; hier bekend en nog niet gebruikt: {keys}."
    ),
    "unknown key {key}": "onbekende sleutel {key}",
    "key {key} is missing": "sleutel {key} ontbreekt",
    "Add {key}: {example}": "Voeg toe: {key}: {example}",
    "{one} or {other}": "{one} of {other}",
}
