"""Errors and warnings on certificates and keys, in Dutch, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "not signed here: {why}": "hier niet ondertekend: {why}",
    "Renew it, then restart the gateway.": "Vernieuw het, en herstart daarna de gateway.",
    "Renew it.": "Vernieuw het.",
    "It must begin with -----BEGIN CERTIFICATE-----, which neither a key nor a DER file does.": (
        "Het moet beginnen met -----BEGIN CERTIFICATE-----: een sleutel of een DER-bestand begint anders."
    ),
    "not valid before {time} UTC": "niet geldig voor {time} UTC",
    "Check this machine's clock.": "Kijk de klok van deze machine na.",
    "the certificate expired on {day}": "het certificaat is vervallen op {day}",
    "the certificate expires on {day}, in {left}": "het certificaat vervalt op {day}, over {left}",
    "the certificate is valid until {day}": "het certificaat is geldig tot {day}",
    "one day": "één dag",
    "less than a day": "minder dan een dag",
    "the certificate names {hostname}": "het certificaat vermeldt {hostname}",
    "the certificate does not name {hostname}": "het certificaat vermeldt {hostname} niet",
    "Request one with this subjectAltName, or set hostname to a name it has.": (
        "Vraag er een aan met deze subjectAltName, of zet in hostname een naam die erin staat."
    ),
    "Put the certificate's key there.": "Zet daar de sleutel van het certificaat.",
    "{file} holds a key with a pass phrase": "{file} bevat een sleutel met een wachtzin",
    "{file} holds no plain PEM key": "{file} bevat geen PEM-sleutel zonder wachtzin",
    "Store it without a pass phrase.": "Bewaar hem daar zonder wachtzin.",
    "Name the file of the private key: it has a line that ends in PRIVATE KEY-----.": (
        "Geef het bestand van de private sleutel op: daarin staat een regel die eindigt op PRIVATE KEY-----."
    ),
    "{file} holds the key, and {key} the certificate: they are swapped": (
        "{file} bevat de sleutel, en {key} het certificaat: ze zijn verwisseld"
    ),
    "Exchange the two names.": "Verwissel de twee namen.",
    "{file} holds a certificate and no key": "{file} bevat een certificaat en geen sleutel",
    "{file} holds no PEM key": "{file} bevat geen PEM-sleutel",
    "Name the two files of one request.": "Geef de twee bestanden op die bij één aanvraag horen.",
    "key and certificate are no pair": "sleutel en certificaat horen niet bij elkaar",
    "unreadable": "onleesbaar",
    "OpenSSL refuses the pair: {reason}": "OpenSSL weigert sleutel en certificaat: {reason}",
    "Request a new certificate.": "Vraag een nieuw certificaat aan.",
    "key and certificate are a pair": "sleutel en certificaat horen bij elkaar",
    "{file} is open to group or others": "{file} is toegankelijk voor de groep of voor anderen",
    "Run chmod 600 {file}.": "Voer chmod 600 {file} uit.",
    "the key is its owner's alone": "de sleutel is enkel toegankelijk voor zijn eigenaar",
    "Name the authorities of client certificates.": "Noem de autoriteiten van clientcertificaten.",
    "the authorities of client certificates are readable": (
        "de autoriteiten van clientcertificaten zijn leesbaar"
    ),
    "Start the gateway: systemd puts it there, from the file that the unit names.": (
        "Start de gateway: systemd zet het daar, vanuit het bestand dat de unit noemt."
    ),
    "Put a PEM file there.": "Zet daar een PEM-bestand.",
    "{file} cannot be read: {reason}": "{file} kan niet gelezen worden: {reason}",
    "{file} holds no PEM certificate": "{file} bevat geen PEM-certificaat",
    "Renew it, then restart gateway-console.": "Vernieuw het, en herstart daarna gateway-console.",
    "Start gateway-console: systemd puts it there, from the file that the unit names.": (
        "Start gateway-console: systemd zet het daar, vanuit het bestand dat de unit noemt."
    ),
    "As the gateway's user make the first: gateway console account NAME --role dpo.": (
        "Maak het eerste als de gebruiker van de gateway: gateway console account NAAM --role dpo."
    ),
    "Put a PEM file of the certificate and its chain there.": (
        "Zet daar een PEM-bestand met het certificaat en zijn keten."
    ),
    "{file} is not there": "{file} is er niet",
    "Run it as root.": "Voer dit uit als root.",
    "Put it back from the backup, or move it away and make the accounts anew.": (
        "Zet het terug van de back-up, of verplaats het en maak de accounts opnieuw."
    ),
    "{file} holds no accounts": "{file} bevat geen lijst van accounts",
    "{file} holds no account": "{file} bevat geen enkel account",
    "accounts that may log in: {count}": "accounts die mogen aanmelden: {count}",
    "{folder} may not be written by {who}": "{who} mag niet schrijven in {folder}",
    "Run chown {who} {folder}.": "Voer chown {who} {folder} uit.",
    "{folder} is no folder": "{folder} is geen map",
    "Name a folder in console.drafts.": "Noem een map in console.drafts.",
    "{folder} may be written": "in {folder} mag geschreven worden",
    "{folder} will be made": "{folder} wordt gemaakt",
    "Run install -d -m 700 -o {who} {folder}.": "Voer install -d -m 700 -o {who} {folder} uit.",
    "Put it there, mode 600.": "Zet het daar, met modus 600.",
    "{file} cannot be read by {who}, whom the console runs as": (
        "{who} mag {file} niet lezen, en als die gebruiker draait de console"
    ),
    "Run chown {who} {file}, in a folder that {who} may enter.": (
        "Voer chown {who} {file} uit, in een map waar {who} in mag."
    ),
    "Ask the mailbox's owner for the current one. Until then mail that must be sealed is deferred.": (
        "Vraag de eigenaar van de mailbox het certificaat of de sleutel die nu geldt. Tot dan wordt mail die "
        "versleuteld moet zijn, uitgesteld."
    ),
    "the PGP key {fingerprint} has no end": "de PGP-sleutel {fingerprint} vervalt niet",
    "{name} seals for {recipient}, for whom nothing to seal with is named": (
        "{name} versleutelt voor {recipient}, maar daarvoor is geen certificaat of sleutel ingesteld"
    ),
    "Give it a certificate under mailboxes.": "Geef er een certificate voor op onder mailboxes.",
    "Give it a pgp_key under mailboxes.": "Geef er een pgp_key voor op onder mailboxes.",
    "Make one: gpg --homedir HOME --quick-generate-key MAILBOX, without a pass phrase.": (
        "Maak er een: gpg --homedir HOME --quick-generate-key MAILBOX, zonder wachtzin."
    ),
    "GnuPG is not done in time": "GnuPG is niet op tijd klaar",
    "Mend that: sealed mail is deferred, and no start succeeds.": (
        "Verhelp dat: versleutelde mail wordt uitgesteld, en de gateway kan niet starten."
    ),
    "{home} is its owner's alone": "{home} is enkel toegankelijk voor de eigenaar",
    "the home holds no secret key that opens mail": "de GnuPG-map bevat geen geheime sleutel die mail opent",
    "no user id of a secret key names {addresses}": (
        "geen gebruikers-ID van een geheime sleutel vermeldt {addresses}"
    ),
    "Add one: senders look for the key by the mailbox's address.": (
        "Voeg er een toe: afzenders zoeken de sleutel op het adres van de mailbox."
    ),
    "{key} opens what is sealed for it": "{key} opent wat ervoor versleuteld is",
    "{key} does not open what is sealed for it": "{key} opent niet wat ervoor versleuteld is",
    "Take its pass phrase off, or make another. Mail for it is deferred or refused.": (
        "Neem de wachtzin weg, of maak een andere sleutel. Mail ervoor wordt uitgesteld of geweigerd."
    ),
    "Prolong it with gpg --quick-set-expire, subkeys too, and publish it again.": (
        "Verleng hem met gpg --quick-set-expire, ook de subsleutels, en publiceer hem opnieuw."
    ),
    "{key} does not expire": "{key} vervalt niet",
    "{key} expired on {day}": "{key} is vervallen op {day}",
    "{key} expires on {day}, in {left}": "{key} vervalt op {day}, over {left}",
    "{key} lasts until {day}": "{key} is geldig tot {day}",
    "{fingerprint} in {policy}": "{fingerprint} in {policy}",
    "{key} is not in the home": "{key} zit niet in de GnuPG-map",
    "Import that key with gpg --import.": "Importeer die sleutel met gpg --import.",
    "Import the renewed key, or take it out of senders.pgp_keys.": (
        "Importeer de vernieuwde sleutel, of haal hem uit senders.pgp_keys."
    ),
    "{key} is expired or revoked": "{key} is vervallen of ingetrokken",
    "{key} is in the home": "{key} zit in de GnuPG-map",
    "{name} lists signers, and there is no home with their keys": (
        "{name} noemt ondertekenaars, en er is geen GnuPG-map met hun sleutels"
    ),
    "Write keys.pgp_home in the configuration.": "Vul keys.pgp_home in de configuratie in.",
    "the key {id}": "de sleutel {id}",
    "Make one: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048.": (
        "Maak er een: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048."
    ),
    "nobody can say what is at {name}": "niemand kan zeggen wat er bij {name} staat",
    "Use an RSA key of 2048 bits for such a mailbox.": (
        "Gebruik voor zo'n mailbox een RSA-sleutel van 2048 bits."
    ),
    "Exchange Online is not known to verify Ed25519": (
        "Exchange Online kijkt Ed25519 voor zover bekend niet na"
    ),
    "deliveries are signed for {domain} with {algorithm}": (
        "wat bezorgd wordt, is voor {domain} ondertekend met {algorithm}"
    ),
    "From is {address}, which the signature covers": "From is {address}, en de handtekening dekt dat",
    "From is kept: the mailbox must name {domain} as trusted ARC sealer": (
        "From blijft behouden: de mailbox moet {domain} noemen als vertrouwde ARC-sealer"
    ),
    "From is kept and nothing vouches for it: the mailbox sees DMARC fail": (
        "From blijft behouden en niets staat ervoor in: de mailbox ziet DMARC mislukken"
    ),
    "Write {sealed}, or {rewritten}.": "Schrijf {sealed}, of {rewritten}.",
    "Publish as TXT at {name}: {record}": "Zet als TXT bij {name}: {record}",
    "{name} has no record": "{name} heeft geen record",
    "{name} has {count} records": "{name} heeft {count} records",
    "{name} publishes another key": "{name} publiceert een andere sleutel",
    "{name} publishes the key": "{name} publiceert de sleutel",
    "a revocation list without authorities does nothing": (
        "een intrekkingslijst zonder autoriteiten doet niets"
    ),
    "Name the authorities in keys.smime_authorities.": "Noem de autoriteiten in keys.smime_authorities.",
    "Install OpenSSL 3.0 or later in /usr/bin: sealed mail is deferred.": (
        "Installeer OpenSSL 3.0 of nieuwer in /usr/bin: versleutelde mail wordt uitgesteld."
    ),
    "Store it without a pass phrase; until then the gateway neither starts nor reloads.": (
        "Bewaar hem zonder wachtzin; tot dan start en herlaadt de gateway niet."
    ),
    "Name the two files of one request; until then the gateway neither starts nor reloads.": (
        "Geef de twee bestanden op die bij één aanvraag horen; tot dan start en herlaadt de gateway niet."
    ),
    "Put PEM files there; until then the gateway neither starts nor reloads.": (
        "Zet daar PEM-bestanden; tot dan start en herlaadt de gateway niet."
    ),
    "there is no program openssl": "er is geen programma openssl",
    "the program openssl is too old": "het programma openssl is te oud",
    "sealed mail is opened by {program}": "versleutelde mail wordt geopend door {program}",
    "{file} and its key are a pair": "{file} en zijn sleutel horen bij elkaar",
    "{file} is past its time, and still opens mail": "{file} is vervallen, en opent nog mail",
    "Remove the pair once no mail comes that was sealed for it.": (
        "Verwijder certificaat en sleutel zodra er geen mail meer komt die ervoor versleuteld is."
    ),
    "the certificate is of {addresses}": "het certificaat is van {addresses}",
    "{file} names no recipient of a policy": "{file} vermeldt geen ontvanger uit een policy",
    "Request one with the mailbox's address: senders' programmes look for it.": (
        "Vraag er een aan met het adres van de mailbox: de programma's van afzenders zoeken daarop."
    ),
    "{past} of {all} authorities are past their time": "vervallen autoriteiten: {past} van de {all}",
    "Remove or renew them: signers they issued do not count.": (
        "Verwijder of vernieuw ze: ondertekenaars met een certificaat van hen tellen niet."
    ),
    "the revocation list was due on {day}": "de intrekkingslijst moest tegen {day} vernieuwd zijn",
    "Fetch a new one, then reload: signed mail is deferred.": (
        "Haal een nieuwe op en herlaad: ondertekende mail wordt uitgesteld."
    ),
    "signers count from {count} authorities": "autoriteiten van wie ondertekenaars tellen: {count}",
    "a mailbox has no certificate": "een mailbox heeft geen certificaat",
    "{file} is not valid before {day}": "{file} is niet geldig voor {day}",
    "{file} expired on {day}": "{file} is vervallen op {day}",
    "{file} does not name the mailbox": "{file} vermeldt de mailbox niet",
    "{file} is not for encryption": "{file} is niet om mee te versleutelen",
    "a mailbox has no PGP key": "een mailbox heeft geen PGP-sleutel",
    "{file} does not hold one PGP key": "{file} bevat niet precies één PGP-sleutel",
    "{file} was revoked": "{file} is ingetrokken",
    "gpg could not encrypt: is the key for encryption?": (
        "gpg kon niet versleutelen: is de sleutel daarvoor bedoeld?"
    ),
    "gpg cannot be used": "gpg kan niet gebruikt worden",
    "gpg took too long": "gpg deed er te lang over",
    "{file} holds no plain PEM private key": "{file} bevat geen private PEM-sleutel zonder wachtzin",
    "{file} is Ed25519, and ARC takes an RSA key": "{file} is Ed25519, en ARC vraagt een RSA-sleutel",
    "{file} is neither RSA nor Ed25519": "{file} is geen RSA en geen Ed25519",
    "{file} is an RSA key of {bits} bits, not {least} to {most}": (
        "{file} is een RSA-sleutel van {bits} bits, en niet van {least} tot {most}"
    ),
    "gpg-agent does not run in {home}": "gpg-agent draait niet in {home}",
    "gpg has no pipes": "gpg heeft geen pipes",
    "gpg was killed from outside": "gpg is van buitenaf beëindigd",
    "{home} cannot be used: {reason}": "{home} kan niet gebruikt worden: {reason}",
    "{home} belongs to another user: chown it to the user of the gateway": (
        "{home} is van een andere gebruiker: geef de map met chown aan de gebruiker van de gateway"
    ),
    "{home} is open to other users: chmod 700 it": (
        "{home} is open voor andere gebruikers: doe er chmod 700 op"
    ),
    "{home} holds no keys: import or make them with gpg --homedir": (
        "{home} bevat geen sleutels: importeer of maak ze met gpg --homedir"
    ),
    "{certificate} and {key} are no pair": "{certificate} en {key} horen niet bij elkaar",
    "{file} holds no PEM revocation list": "{file} bevat geen intrekkingslijst in PEM",
}
