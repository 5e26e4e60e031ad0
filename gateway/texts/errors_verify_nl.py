"""Errors and warnings on what verifying the ledger finds, in Dutch, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "This was changed outside the gateway, or the disk is failing.": (
        "Dit is buiten de gateway om gewijzigd, of de schijf gaat stuk."
    ),
    "Something was removed outside the gateway.": "Er is buiten de gateway om iets verwijderd.",
    "The gateway never writes this.": "De gateway schrijft zoiets nooit.",
    "This was added outside the gateway.": "Dit is buiten de gateway om toegevoegd.",
    "That the records are unchanged does not show that what they say was true when written.": (
        "Dat de records ongewijzigd zijn, toont niet dat wat erin staat waar was toen het geschreven werd."
    ),
    "An older copy of the whole ledger, put back in its place, looks whole.": (
        "Een oudere kopie van het hele register die teruggezet werd, lijkt ongeschonden."
    ),
    (
        "Whoever holds the signing key and may write the file can rewrite every record. Only a checkpoint "
        "kept elsewhere shows that: give one with --checkpoint."
    ): (
        "Wie de ondertekensleutel heeft en in het bestand mag schrijven, kan elk record herschrijven. Alleen "
        "een controlepunt dat elders bewaard is, toont dat: geef er een met --checkpoint."
    ),
    "The signing key was not compared: with another key everything could have been signed anew.": (
        "De ondertekensleutel is niet vergeleken: met een andere sleutel kan alles opnieuw ondertekend zijn."
    ),
    (
        "The outside checkpoint holds the first {number} records. Later ones could be rewritten by whoever "
        "holds the signing key and may write the file, or dropped by putting back an older copy."
    ): (
        "Het controlepunt van buitenaf omvat de eerste {number} records. Wie de ondertekensleutel heeft en "
        "in het bestand mag schrijven, kan latere herschrijven; wie een oudere kopie terugzet, laat ze "
        "wegvallen."
    ),
    "A newer version of the gateway did that: install it again. If none did, it was changed outside it.": (
        "Dat deed een nieuwere versie van de gateway: installeer die opnieuw. Was er geen, dan is dit "
        "buiten de gateway om gewijzigd."
    ),
    "Something was removed outside the gateway. Or it was given another number.": (
        "Er is buiten de gateway om iets verwijderd, of het kreeg een ander nummer."
    ),
    "Records were swapped or renumbered outside the gateway.": (
        "Records zijn buiten de gateway om verwisseld of hernummerd."
    ),
    "tables": "de tabellen",
    "are of format {found}, newer than this version knows": (
        "zijn van formaat {found}, nieuwer dan deze versie kent"
    ),
    "are not those of the format": "zijn niet die van het formaat",
    "record {seq}, header": "de hoofding van record {seq}",
    "record {seq}, {column}": "de kolom {column} van record {seq}",
    "record {seq}, group {group}": "de groep {group} van record {seq}",
    "hangs in no tree": "hangt in geen boom",
    "is not the one that was hung in the tree": "is niet die welke in de boom gehangen werd",
    "is not made of records {first} to {last}": "is niet gemaakt uit de records {first} tot {last}",
    "node {level}/{index}": "knoop {level}/{index}",
    "is missing": "ontbreekt",
    "signed another tree than records 0 to {last} make": (
        "ondertekende een andere boom dan de records 0 tot {last} vormen"
    ),
    "One of records {first} to {last} was rewritten after it was signed.": (
        "Een van de records {first} tot {last} werd herschreven nadat het ondertekend was."
    ),
    "record {seq}": "record {seq}",
    "differs from the header, which says {seq}": "verschilt van de hoofding, die {seq} zegt",
    "is {wrong}": "is {wrong}",
    "is missing, and all after it up to {last}": "ontbreekt, en alles erna tot en met {last}",
    "The end of the ledger was cut off.": "Het einde van het register is afgeknipt.",
    "group {group} of record {seq}": "groep {group} van record {seq}",
    "belongs to no record": "hoort bij geen enkel record",
    "checkpoint {size}": "controlepunt {size}",
    "is one the gateway does not keep": "is er een dat de gateway niet bewaart",
    "names another log": "noemt een ander register",
    "The record or the state row comes from elsewhere.": "Het record of de staat komt van elders.",
    "cannot be read: {wrong}": "kan niet gelezen worden: {wrong}",
    "differs from the header": "verschilt van de hoofding",
    "is said to be erased, and is never erased": "zou gewist zijn, maar wordt nooit gewist",
    "is gone, and no record says it was erased": "is weg, en geen enkel record zegt dat ze gewist is",
    "is there, and a record says it was erased": "is er, en een record zegt dat ze gewist is",
    "is not what the header commits to": "is niet wat de hoofding vastlegt",
    "is unknown to the format": "is niet gekend in het formaat",
    "outside checkpoint": "het controlepunt van buitenaf",
    "is not good: {wrong}": "is niet goed: {wrong}",
    "is one of another size": "is er een van een andere grootte",
    "It is of another log, or of an earlier ledger that had its own key: verify it with that one. Else the"
    " signing key was replaced and everything signed anew.": (
        "Het is van een ander register, of van een vorig register dat zijn eigen sleutel had: ga het daarmee"
        " na. Zo niet, dan werd de ondertekensleutel vervangen en alles opnieuw ondertekend."
    ),
    "was not signed by this ledger's key: {wrong}": (
        "is niet met de sleutel van dit register ondertekend: {wrong}"
    ),
    "file": "het bestand",
    "is damaged: {wrong}": "is beschadigd: {wrong}",
    "is damaged": "is beschadigd",
    "state": "de staat",
    "is not one row": "is niet één rij",
    "holds a malformed log name or public key": "bevat een misvormde naam of publieke sleutel",
    "signing key": "de ondertekensleutel",
    "is not the key this ledger was begun with": "is niet die waarmee dit register begonnen is",
    "The key was replaced, or the ledger is another one; earlier checkpoints cannot be relied on.": (
        "De sleutel werd vervangen, of het is een ander register; op eerdere controlepunten valt niet te "
        "vertrouwen."
    ),
    "node": "de tabel van knopen",
    "holds subtrees that no records make": "bevat deelbomen die uit geen records gemaakt zijn",
    "describes another tree than the records make": "beschrijft een andere boom dan de records vormen",
    "Log": "Naam",
    "Root": "Top",
    "The ledger is whole: {size} records and {checkpoints} checkpoints agree.": (
        "Het register is ongeschonden: {size} records en {checkpoints} controlepunten kloppen met elkaar."
    ),
    "Transfers without outcome yet: {names}": "Doorgiften nog zonder uitkomst: {names}",
    "What this check cannot see:": "Wat deze controle niet kan zien:",
    "The ledger is NOT whole. The first bad place:": (
        "Het register is NIET ongeschonden. De eerste foute plaats:"
    ),
    "Place": "Plaats",
    "About": "Over",
    "Seen": "Gezien",
    "Meaning": "Betekenis",
    "Before it": "Ervoor",
    "{good} records agree with each other": "{good} records kloppen met elkaar",
    "Now": "Nu",
}
