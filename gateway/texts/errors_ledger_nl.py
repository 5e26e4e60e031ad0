"""Errors and warnings on the ledger, in Dutch, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "the ledger cannot be read: {reason}": "het register kan niet gelezen worden: {reason}",
    "the ledger cannot be written: {reason}": "in het register kan niet geschreven worden: {reason}",
    "the ledger cannot be backed up: {reason}": (
        "van het register kan geen reservekopie gemaakt worden: {reason}"
    ),
    "the ledger cannot be moved: {reason}": "het register kan niet verhuizen: {reason}",
    "the file is not whole, or not this ledger: {found}": (
        "het bestand is niet ongeschonden, of is niet dit register: {found}"
    ),
    "what is on the server is not whole, or not this ledger: {found}": (
        "wat op de server staat is niet ongeschonden, of is niet dit register: {found}"
    ),
    "the ledger is on PostgreSQL already": "het register staat al op PostgreSQL",
    "{file} is there already; set it aside first": "{file} bestaat al; zet het eerst opzij",
    "the signing key is open to group or others; chmod 600 {file}": (
        "de ondertekensleutel is toegankelijk voor de groep of voor anderen; voer chmod 600 {file} uit"
    ),
    "the signing key {file} cannot be read: {reason}": (
        "de ondertekensleutel {file} kan niet gelezen worden: {reason}"
    ),
    "the signing key {file} is no plain PEM private key": (
        "de ondertekensleutel {file} is geen PEM-sleutel zonder wachtzin"
    ),
    "the signing key is not Ed25519": "de ondertekensleutel is geen Ed25519-sleutel",
    "the signing key {file} cannot be written: {reason}": (
        "de ondertekensleutel {file} kan niet geschreven worden: {reason}"
    ),
    "{wrong}. Make the folder {folder}, owned by the user of the gateway, or correct ledger.url.": (
        "{wrong}. Maak de map {folder}, van de gebruiker van de gateway, of verbeter ledger.url."
    ),
    "{wrong}. Let the user of the gateway write in {folder}.": (
        "{wrong}. Laat de gebruiker van de gateway schrijven in {folder}."
    ),
    "this is no opened key of a month; decrypt it with age first": (
        "dit is geen geopende maandsleutel; ontsleutel hem eerst met age"
    ),
    "the ledger's folder cannot be read: {reason}": (
        "de map van het register kan niet gelezen worden: {reason}"
    ),
    "the key of {month} is open to group or others; chmod 600 it": (
        "de sleutel van {month} staat open voor groep of anderen; geef het bestand chmod 600"
    ),
    "the key of {month} cannot be read: {reason}": "de sleutel van {month} kan niet gelezen worden: {reason}",
    "the file for the key of {month} holds none": "het bestand voor de sleutel van {month} bevat er geen",
    "the key of {month} cannot be written: {reason}": (
        "de sleutel van {month} kan niet geschreven worden: {reason}"
    ),
    "the key of {month} cannot be wiped: {reason}": "de sleutel van {month} kan niet gewist worden: {reason}",
    "the key given for {month} is of no month of this ledger": (
        "de gegeven sleutel voor {month} hoort bij geen maand van dit register"
    ),
    "a reason is one line of 1 to {most} characters": "een reden is één regel van 1 tot {most} tekens",
    "record {seq}, a hold, cannot be read": "record {seq}, dat iets vasthoudt, kan niet gelezen worden",
    "there is no ledger yet": "er is nog geen register",
    "what is held has changed since it was worked out what to erase": (
        "wat vastgehouden wordt, is gewijzigd sinds bepaald werd wat te wissen"
    ),
    "no transfer has this reference": "geen enkele doorgifte heeft deze referentie",
    "several transfers begin with this reference; give more of it": (
        "meerdere doorgiften beginnen met deze referentie; geef er meer van"
    ),
    "the ledger's files": "de bestanden van het register",
    (
        "When a backup was put back, move {names} aside and put it back anew. When none was, change nothing"
        " and tell the DPO."
    ): (
        "Is er een reservekopie teruggezet, zet dan {names} opzij, en zet ze opnieuw terug. Zo niet, wijzig"
        " niets, en verwittig de DPO."
    ),
    "the ledger is not whole: {what}. {remedy}": "het register is niet ongeschonden: {what}. {remedy}",
    "the ledger continues what this node saw in it; there is nothing to accept": (
        "het register gaat verder op wat deze node erin zag; er is niets te aanvaarden"
    ),
    "another process writes this ledger under the same node name; stop it first": (
        "een ander proces schrijft in dit register onder dezelfde nodenaam; stop dat eerst"
    ),
    "the ledger has tables of format {found}, from which nothing leads to {current}": (
        "het register heeft tabellen van formaat {found}, van waaruit geen weg leidt naar {current}"
    ),
    (
        "the ledger has tables of format {found}, and this version knows none after {current}; install the "
        "newer version of the gateway again"
    ): (
        "het register heeft tabellen van formaat {found}, en deze versie kent er geen na {current}; "
        "installeer opnieuw de nieuwere versie van de gateway"
    ),
    "the ledger has tables of an older format; start the gateway anew": (
        "het register heeft tabellen van een ouder formaat; start de gateway opnieuw"
    ),
    "{file} is no checkpoint of this log: {wrong}": "{file} is geen controlepunt van dit register: {wrong}",
    "the node's last checkpoint cannot be kept: {reason}": (
        "het laatste controlepunt van de node kan niet bewaard worden: {reason}"
    ),
    "find out what happened, then see gateway transfers accept-restore": (
        "zoek uit wat er gebeurd is, en zie dan gateway transfers accept-restore"
    ),
    "the ledger is gone": "het register is weg",
    "the ledger is signed with another key than the one in {file}": (
        "het register is met een andere sleutel ondertekend dan die in {file}"
    ),
    "Put the ledger's own key back there, from where you keep it; if it lies there, tell the DPO.": (
        "Zet de eigen sleutel van het register daar terug, van waar u hem bewaart;"
        " ligt hij er al, verwittig dan de DPO."
    ),
    "the ledger is of the log {found}, and the configuration names {log}": (
        "het register heet {found}, en de configuratie noemt {log}"
    ),
    "Put hostname back, or write ledger.log: {found}.": (
        "Zet hostname terug zoals het was, of schrijf ledger.log: {found}."
    ),
    "the tree is not the one that was signed": "de boom is niet de boom die ondertekend werd",
    "the ledger has fewer records than this node saw in it": (
        "het register heeft minder records dan deze node erin zag"
    ),
    "the ledger does not continue what this node saw in it": (
        "het register gaat niet verder op wat deze node erin zag"
    ),
    "the records were not committed": "de records zijn niet vastgelegd",
    "nobody can tell whether the records were committed": "niemand kan zeggen of de records vastgelegd zijn",
    "the ledger does not read as it was written: {why}": (
        "het register leest niet zoals het geschreven werd: {why}"
    ),
    "the ledger does not read as it was written; verify it": (
        "het register leest niet zoals het geschreven werd; kijk het na"
    ),
    "the ledger is closed": "het register is gesloten",
    "the ledger does not answer": "het register antwoordt niet",
    "the writer has stopped": "wat in het register schrijft, is gestopt",
    "unable to open database file": "het databankbestand kan niet geopend worden",
    "database is locked": "de databank is vergrendeld",
    "database disk image is malformed": "de databank is beschadigd",
    "file is not a database": "het bestand is geen databank",
    "attempt to write a readonly database": "de databank mag hier alleen gelezen worden",
    "database or disk is full": "de databank of de schijf is vol",
    "disk I/O error": "de schijf kan niet gelezen of beschreven worden",
    "{host}, port {port}: {why}": "{host}, poort {port}: {why}",
    "its certificate cannot be verified": "zijn certificaat kan niet nagekeken worden",
    "the server speaks no TLS": "de server spreekt geen TLS",
    "the certificate is of {name} and not of {host}": "het certificaat is van {name} en niet van {host}",
    "the database is not encoded in UTF-8": "de databank is niet in UTF-8",
    "the schema {name}": "het schema {name}",
    "the connection ended during the commit": "de verbinding viel weg tijdens het vastleggen",
    "the server rolled the records back": "de server heeft de records teruggedraaid",
    "the anchors cannot be read: {wrong}": "de ankers kunnen niet gelezen worden: {wrong}",
    "the ledger cannot prove {old} to {new}: {wrong}": (
        "het register kan de stap van {old} naar {new} records niet bewijzen: {wrong}"
    ),
    "the ledger cannot prove record {seq}: {wrong}": "het register kan record {seq} niet bewijzen: {wrong}",
    "what is in the ledger cannot be proven: {wrong}": (
        "wat in het register staat, kan niet bewezen worden: {wrong}"
    ),
    "it holds {held} records, the ledger {size}": "het omvat {held} records, het register {size}",
    "a sheet holds {most} rows; choose a shorter period, or CSV": (
        "een werkblad kan {most} rijen bevatten; kies een kortere periode, of CSV"
    ),
    "a reader's process cannot be started: {reason}": (
        "het proces van een lezer kan niet gestart worden: {reason}"
    ),
    "a reader's process does not come up": "het proces van een lezer komt niet op gang",
    (
        "metrics cannot be told on {at}: {reason}. Is the port free, and does the unit allow it: "
        "SocketBindAllow=tcp:{port}?"
    ): (
        "cijfers kunnen niet getoond worden op {at}: {reason}. Is de poort vrij, en laat de unit ze toe: "
        "SocketBindAllow=tcp:{port}?"
    ),
}
