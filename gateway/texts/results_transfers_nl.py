"""What the commands on transfers and the dossier answer, in Dutch, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "{out}: complete and send by hand what is in it; nothing was sent.": (
        "{out}: vul aan wat erin zit en verstuur het zelf; er is niets verstuurd."
    ),
    "Dossier": "Dossier",
    "Evidence": "Bewijs",
    "{out}: transfers: {count}. To verify: python3 verify.py {name}": (
        "{out}: doorgiften: {count}. Nakijken: python3 verify.py {name}"
    ),
    "Export": "Uitvoer",
    "Moved {size} records and {checkpoints} checkpoints, and verified them.": (
        "Verplaatst en nagekeken: records: {size}, controlepunten: {checkpoints}."
    ),
    "The file is now {file}; nothing writes to it any more.": (
        "Het bestand heet nu {file}; er wordt niets meer in geschreven."
    ),
    "Now write the new url under ledger, and key: {key}": (
        "Schrijf nu onder ledger de nieuwe url, en key: {key}"
    ),
    "This node had seen {seen} records. Record {seq} says that a backup was put back.": (
        "Records die deze node gezien had: {seen}. Record {seq} zegt dat er een reservekopie teruggezet is."
    ),
    "{out}: whole, records: {size}. The key is not in it: {key}": (
        "{out}: ongeschonden, records: {size}. De sleutel zit er niet in: {key}"
    ),
    "Phone:": "Telefoon:",
    "Email:": "E-mailadres:",
    "Name:": "Voornaam en naam:",
    "phone": "telefoon",
    "email": "e-mail",
    "name": "naam",
    "{hits} of the {searched} mails that could be searched bear this person.": (
        "Over deze persoon: {hits} van de {searched} doorzoekbare mails."
    ),
    "Not searched: {count} mails of {month}; give the opened key with --month-key.": (
        "Niet doorzochte mails van {month}: {count}. Geef de geopende sleutel met --month-key."
    ),
    "Not searched: {count} mails of {month}; its key was sealed to nobody, so nobody can search them.": (
        "Niet meer doorzoekbare mails van {month}: {count}. De sleutel was voor niemand verzegeld."
    ),
    "Not searched, for they were not handed on: {count}. Nothing is kept of whose they were.": (
        "Niet doorzocht, want niet doorgegeven: {count}. Over wie ze gingen, houdt het register niet bij."
    ),
    "Unknown: {count} mails passed, and nobody can tell about whom.": (
        "Onbekend: van {count} doorgegeven mails kan niemand zeggen over wie ze gaan."
    ),
    "nobody": "niemand",
    "here": "is hier",
    "wiped": "gewist",
    "Month": "Maand",
    "Key": "Sleutel",
    "Sealed to": "Verzegeld voor",
    "The key itself": "De sleutel zelf",
    "No months.": "Geen maanden.",
    "Found by": "Gevonden op",
    "Reading": "Lezen",
    "Would be wiped for good: the key of {months}.": "Zou voorgoed gewist worden: de sleutel van {months}.",
    "Wiped the key of {months}.": "De sleutel van {months} is gewist.",
    "{group} of {count} records of {protocol}": "{group}, records: {count}, protocol: {protocol}",
    "nothing": "niets",
    "Erased: {what}.": "Gewist: {what}.",
    "Would be erased: {what}.": "Zou gewist worden: {what}.",
    "delivered to the mailbox": "bezorgd in de mailbox",
    "refused; nothing was delivered": "geweigerd; er is niets bezorgd",
    "not delivered; the sender's server tries again by itself": (
        "niet bezorgd; de server van de afzender probeert vanzelf opnieuw"
    ),
    "interrupted; it may or may not have been delivered, ask the mailbox": (
        "onderbroken; misschien bezorgd, misschien niet: kijk in de mailbox"
    ),
    "the ledger no longer tells, as retention asks": (
        "het register zegt het niet meer: de bewaartermijn is om"
    ),
    "being delivered now, or interrupted and not yet closed": (
        "wordt nu bezorgd, of is onderbroken en nog niet afgesloten"
    ),
    "next hop {code}": "volgende server: {code}",
    "next hop did not answer": "volgende server antwoordde niet",
    "Server": "Server",
    "Cipher": "Algoritme",
    "Certificate": "Certificaat",
    "Size": "Grootte",
    "{count} bytes": "{count} bytes",
    "Sender proven": "Bewijs afzender",
    "{peer}, calls itself {name}": "{peer}, noemt zich {name}",
    "{server}, by way of {address}": "{server}, via {address}",
    "SPF {spf}, DKIM {signatures}, DMARC {dmarc}": "SPF {spf}, DKIM {signatures}, DMARC {dmarc}",
    "Verifying": "Nakijken",
    "Reference": "Referentie",
    "When": "Wanneer",
    "Outcome": "Uitkomst",
    "From": "Van",
    "To": "Aan",
    "Why, or what was left out": "Waarom, of wat weggelaten is",
    "Transfers: {count} ({parts}).": "Doorgiften: {count} ({parts}).",
    "No transfers.": "Geen doorgiften.",
    "sealed, not inspected": "verzegeld, niet nagekeken",
    "none governs this mail": "geen protocol geldt voor deze mail",
    "<> (a bounce or receipt)": "<> (een automatisch bericht)",
    "not encrypted": "niet versleuteld",
    "no: it was handed on sealed, as it came": "nee: verzegeld doorgegeven, zoals hij kwam",
    "Transport": "Versleuteling",
    "Protocol": "Protocol",
    "Policy file": "Policybestand",
    "Why": "Waarom",
    "Inspected": "Nagekeken",
    "Fields passed": "Doorgegeven",
    "Left out": "Weggelaten",
    "Reply": "Antwoord",
    "Next hop said": "Volgende server",
    "Record {seq}": "Record {seq}",
    "erased": "gewist",
    "Hold": "Bewaarplicht",
    "Since": "Sinds",
    "On": "Waarop",
    "By": "Door",
    "Nothing is held.": "Er wordt niets vastgehouden.",
    "from {moment}": "van {moment}",
    "to {moment}": "tot {moment}",
    "verifying the file": "bestand nakijken",
    "verifying the copy": "kopie nakijken",
    "copying {table}": "{table} kopiëren",
}
