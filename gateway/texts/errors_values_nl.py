"""Errors and warnings on the values of the configuration, in Dutch, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "is far too wide: its hosts would all be believed": (
        "is veel te ruim: alle machines erin zouden geloofd worden"
    ),
    "List your own servers, one by one.": "Noem uw eigen servers, één voor één.",
    "stands in braces": "staat tussen accolades",
    "Leave the braces out.": "Laat de accolades weg.",
    "names no folder to keep the ledger in: a path here is never relative": (
        "noemt geen map voor het register: een pad is hier nooit relatief"
    ),
    "Write sqlite:/// and the whole path: sqlite:///var/lib/gateway/ledger.db.": (
        "Schrijf sqlite:/// en het hele pad: sqlite:///var/lib/gateway/ledger.db."
    ),
    "must be the path of a file or folder": "moet het pad van een bestand of map zijn",
    "Write it relative to this file, or absolute.": (
        "Schrijf een pad relatief tegenover dit bestand, of een absoluut pad."
    ),
    "Put it in quotes. {remedy}": "Zet de waarde tussen aanhalingstekens. {remedy}",
    "Write it as name:port, IPv4:port or [IPv6]:port.": "Schrijf naam:poort, IPv4:poort of [IPv6]:poort.",
    "is no host name": "is geen servernaam",
    "Write a name as mx.example.org.": "Schrijf een naam zoals mx.example.org.",
    "is no address to listen on": "is geen adres om op te luisteren",
    "Write it as IPv4:port or [IPv6]:port.": "Schrijf IPv4:poort of [IPv6]:poort.",
    "is no host and port": "is geen server met een poort",
    "is no name server": "is geen naamserver",
    "Write an IP address, with a port as IPv4:port or [IPv6]:port.": (
        "Schrijf een IP-adres, met een poort als IPv4:poort of [IPv6]:poort."
    ),
    "is no network": "is geen netwerk",
    "Write an IP address, or a network as 192.0.2.0/24.": (
        "Schrijf een IP-adres, of een netwerk zoals 192.0.2.0/24."
    ),
    "is neither a SHA-256 fingerprint nor a DNS name": "is geen SHA-256-vingerafdruk en geen DNS-naam",
    "Write 64 digits or a name.": "Schrijf 64 hexadecimale cijfers of een naam.",
    "is no GUID": "is geen GUID",
    "Copy it from the Entra admin centre: Tenant ID.": "Neem de tenant-id over uit het Entra-beheercentrum.",
    "is no mail address": "is geen mailadres",
    "Write it as name@domain.": "Schrijf naam@domein.",
    "is no DKIM selector": "is geen DKIM-selector",
    "Write letters, digits and hyphens, as gateway2026.": (
        "Schrijf letters, cijfers en koppeltekens, zoals gateway2026."
    ),
    "is no plain name": "is geen gewone naam",
    "Use letters, digits, dots and hyphens.": "Gebruik letters, cijfers, punten en koppeltekens.",
    "is no time zone": "is geen tijdzone",
    "Write the name of a place, as Europe/Brussels.": (
        "Schrijf de naam van een plaats, zoals Europe/Brussels."
    ),
    "is a SECRET key of age, which opens the keys of the months": (
        "is een GEHEIME age-sleutel, die de maandsleutels opent"
    ),
    (
        "Replace the pair: a secret key that lay here is secret no longer. Write the public key of the new "
        "one: age1 and on."
    ): (
        "Vervang het paar: een geheime sleutel die hier stond, is niet geheim meer. Schrijf hier de publieke "
        "sleutel van het nieuwe: age1 en wat erachter staat."
    ),
    "is no age public key": "is geen publieke age-sleutel",
    "Write what age-keygen printed: age1 and on.": (
        "Schrijf wat age-keygen toonde: age1 en wat erachter staat."
    ),
    "is no ledger": "wijst geen register aan",
    "Write sqlite:/// and an absolute path, or postgresql://user@host/database.": (
        "Schrijf sqlite:/// en een absoluut pad, of postgresql://gebruiker@server/databank."
    ),
    "is no web address": "is geen webadres",
    "Write it as https://host/path or http://host/path.": "Schrijf https://server/pad of http://server/pad.",
    "is no single word": "is niet één woord",
    "Copy it as the provider shows it, without blanks.": "Neem over wat de provider toont, zonder spaties.",
    "is no key of a witness": "is geen sleutel van een getuige",
    "Write its verifier key: name+key id+base64.": "Schrijf de sleutel als naam+sleutelnummer+base64.",
    "Write postgresql://user@host/database.": "Schrijf postgresql://gebruiker@server/databank.",
    "is no PostgreSQL address": "is geen PostgreSQL-adres",
    "names another machine and no authority that proves it": (
        "noemt een andere machine, en geen autoriteit die voor haar instaat"
    ),
    "Write ?sslrootcert= and the file with the authorities of its certificate behind the database.": (
        "Schrijf achter de databank ?sslrootcert= en het bestand met de autoriteiten van het certificaat."
    ),
    "Leave it out here and put it in ~/.pgpass, for its owner alone to read.": (
        "Laat het hier weg en zet het in ~/.pgpass, enkel leesbaar voor de eigenaar."
    ),
    "holds a password": "bevat een wachtwoord",
    "asks for TLS that proves nothing": "vraagt TLS die niets bewijst",
    "Leave sslmode out: it is verify-full.": "Laat sslmode weg: het is verify-full.",
    "Only these can be set: {names}.": "Enkel deze parameters mogen erin staan: {names}.",
    "sets {name}": "stelt {name} in",
    "names no host or no database": "noemt geen server of geen databank",
    "no such file, nor {first}, which comes first": (
        "dit bestand bestaat niet, en {first}, dat voorgaat, ook niet"
    ),
    "Name another with --config.": "Geef een ander bestand op met --config.",
    "It belongs in a policy's file.": "Deze sleutel hoort in het bestand van een policy.",
    "no peer may send such a header": "geen enkele server mag zo'n header sturen",
    "List its address in trusted_peers.": "Zet zijn adres in trusted_peers.",
    "no client certificate can be verified": "geen enkel clientcertificaat kan nagekeken worden",
    "Name its authorities in tls.client_ca.": "Noem de autoriteiten ervan in tls.client_ca.",
    "metrics would be told to other machines": "andere machines zouden de meetwaarden kunnen lezen",
    "Write 127.0.0.1 and a port, as 127.0.0.1:9100.": "Schrijf 127.0.0.1 en een poort, zoals 127.0.0.1:9100.",
    "Write other_recipients: relay, or leave this out.": (
        "Schrijf other_recipients: relay, of laat deze sleutel weg."
    ),
    "nothing is relayed": "er wordt niets doorgegeven",
    "Write key: and the file of the signing key beside it, the same key on every node.": (
        "Schrijf ernaast key: en het bestand van de ondertekensleutel, op elke node dezelfde sleutel."
    ),
    "the ledger lacks a signing key": "het register heeft geen ondertekensleutel",
    "Write the server's name and its port.": "Schrijf de naam van de server en de poort.",
    "mail would leave this machine unencrypted": "mail zou deze machine onversleuteld verlaten",
    "Write tls: verify.": "Schrijf tls: verify.",
    "TLSA records belong to a name": "TLSA-records horen bij een naam",
    "dane takes neither ca nor name": "dane gaat niet samen met ca of name",
    "Remove those, or write tls: verify.": "Verwijder die, of schrijf tls: verify.",
    "only tls: mta-sts asks a domain": "enkel tls: mta-sts vraagt een domein",
    "Remove it, or write tls: mta-sts.": "Verwijder deze sleutel, of schrijf tls: mta-sts.",
    "Add domain: the part after @ of the mailbox.": "Voeg domain: toe, met het deel na @ van de mailbox.",
    "no domain whose policy is asked": "er is geen domein waarvan de MTA-STS-policy gevraagd wordt",
    "an MTA-STS policy names hosts": "een MTA-STS-policy noemt servernamen",
    "the policy and the certificate must name one host": (
        "de MTA-STS-policy en het certificaat moeten dezelfde server noemen"
    ),
    "{kind} needs name servers on this machine": "{kind} heeft naamservers op deze machine nodig",
    "Name a validating resolver here.": "Noem hier een resolver die DNSSEC nakijkt.",
    "no address to rewrite From to": "er is geen adres om in From te zetten",
    "Add address: name@domain.": "Voeg address: naam@domein toe.",
    "the address lies outside the domain that signs, so DMARC would fail": (
        "het adres ligt buiten het domein dat ondertekent, dus DMARC zou mislukken"
    ),
    "Write an address at {domain}.": "Schrijf een adres in {domain}.",
    "no {key} beside the other": "{key} ontbreekt: de twee horen samen",
    "Give certificate and key, or neither.": "Geef certificate en key, of geen van beide.",
    "pages would leave this machine unencrypted": "de pagina's zouden deze machine onversleuteld verlaten",
    "Give certificate and key, or listen on 127.0.0.1 behind a proxy.": (
        "Geef certificate en key, of luister op 127.0.0.1 achter een proxy."
    ),
    "nobody can log in": "niemand kan zich aanmelden",
    "Add accounts: and a file, or oidc:, or both.": (
        "Voeg accounts: met een bestand toe, of oidc:, of allebei."
    ),
    "the provider would be asked unencrypted": "de provider zou zonder versleuteling bevraagd worden",
    "Write it with https://.": "Schrijf het adres met https://.",
    "Copy issuer from its discovery document.": "Neem issuer over uit het discoverydocument van de provider.",
    "an issuer has no question mark": "een issuer heeft geen vraagteken",
    "people of every organisation could be vouched for": (
        "de provider zou instaan voor mensen van elke organisatie"
    ),
    "Write the ID of your own tenant in that place.": "Schrijf op die plaats de id van uw eigen tenant.",
    "a log-in would come back unencrypted": "een aanmelding zou onversleuteld terugkomen",
    "Write https://, the console's name and {callback}.": (
        "Schrijf https://, de naam van de console en {callback}."
    ),
    "it is no page of the console": "dit is geen pagina van de console",
}
