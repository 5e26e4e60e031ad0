"""Errors and warnings on what breaks the format of the ledger, in Dutch, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "a string holds half a surrogate pair": "een tekst bevat een half surrogaatpaar",
    "not JSON in UTF-8": "geen JSON in UTF-8",
    "JSON, but not in its canonical spelling": "wel JSON, maar niet in de canonieke schrijfwijze",
    "nested too deeply": "te diep genest",
    "a {kind} has no canonical spelling": "een {kind} heeft geen canonieke schrijfwijze",
    "integer beyond 2**53 - 1": "een geheel getal voorbij 2**53 - 1",
    "a key is no ASCII string": "een sleutel is geen ASCII-tekst",
    "a float has no canonical spelling": "een kommagetal heeft geen canonieke schrijfwijze",
    "a name is not 1 to 128 printable ASCII characters without space or plus": (
        "een naam is niet 1 tot 128 afdrukbare ASCII-tekens zonder spatie of plusteken"
    ),
    "not a header of version 1": "geen hoofding van versie 1",
    "a name in the header is malformed": "een naam in de hoofding is misvormd",
    "a number in the header is malformed": "een getal in de hoofding is misvormd",
    "a record type this version does not know": "een soort record die deze versie niet kent",
    "not one commitment for each group": "niet één vastlegging voor elke groep",
    "a commitment is no SHA-256 in hex": "een vastlegging is geen SHA-256 in hexadecimale vorm",
    "a second outcome for one intent": "een tweede uitkomst voor één begin",
    "an outcome without an intent": "een uitkomst zonder begin",
    "a transfer that begins twice": "een doorgifte die twee keer begint",
    "a {kind} under the id of something else": "een {kind} onder de id van iets anders",
    "a release of what is not held": "een vrijgave van wat niet vastgehouden wordt",
    "a second {kind} under one id": "een tweede {kind} onder één id",
    "an intent for a message that goes nowhere": "een begin voor een bericht dat nergens heen gaat",
    "an outcome that leaves the transfer open": "een uitkomst die de doorgifte open laat",
    "no erasure": "geen wissing",
    "a span that ends before it begins": "een bereik dat eindigt voor het begint",
    "spans out of order": "bereiken die niet op volgorde staan",
    "not a span": "geen bereik",
    "the state row is gone": "de staat is weg",
    "node {level}/{index} is missing": "knoop {level}/{index} ontbreekt",
    "no such leaf in a tree of this size": "een boom van deze grootte heeft dat blad niet",
    "the old tree is larger than the new one": "de oude boom is groter dan de nieuwe",
    "not signed exactly once by this log's key": (
        "niet precies één keer ondertekend met de sleutel van dit register"
    ),
    "the signature does not verify": "de handtekening klopt niet",
    "the note holds more than this log writes": "de tekst bevat meer dan dit register schrijft",
    "not a signed note": "geen ondertekende tekst",
    "a line behind the text is no signature": "een regel achter de tekst is geen handtekening",
    "fewer than three lines, or an empty one": "minder dan drie regels, of een lege",
    "size or root is malformed": "de grootte of de top is misvormd",
    "not base64": "geen base64",
    "base64, but not in its canonical spelling": "wel base64, maar niet in de canonieke schrijfwijze",
    "no base64 in the verifier key": "geen base64 in de sleutel van de getuige",
    "no verifier key of an Ed25519 cosigner": "geen Ed25519-sleutel van een getuige",
    "the cosignature is another's": "de medeondertekening is van een ander",
    "the cosignature does not verify": "de medeondertekening klopt niet",
}
