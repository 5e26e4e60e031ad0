"""Errors and warnings on what DNS holds, in Dutch, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "Check dns.nameservers and the zone.": "Kijk dns.nameservers en de zone na.",
    "Run gateway dns: it prints the line to publish.": (
        "Voer gateway dns uit: dat toont de regel om te publiceren."
    ),
    "Ask its ICT: docs/en/sender-ict.md tells what is needed.": (
        "Vraag het aan hun ICT: in docs/nl/ict-afzender.md staat wat er nodig is."
    ),
    "records of the gateway in DNS: {count}, all as they should be": (
        "records van de gateway in DNS: {count}, allemaal zoals het hoort"
    ),
    "{what} is of another key: servers that ask it deliver nothing": (
        "{what} hoort bij een andere sleutel: servers die het opvragen, bezorgen niets"
    ),
    "{what} is another: {there}": "{what} is anders: {there}",
    "{what} is missing": "{what} ontbreekt",
    "nobody can say whether {what} is there": "niemand kan zeggen of {what} er is",
    "the TXT record {version} of {name}": "het TXT-record {version} van {name}",
    "the {kind} record of {name}": "het {kind}-record van {name}",
    "nobody can say what the reverse name is": "niemand kan zeggen wat de omgekeerde naam is",
    "{address} has a name that leads back to it": "{address} heeft een naam die ernaar terugleidt",
    "{address} has no name that leads back to it: others distrust its mail": (
        "{address} heeft geen naam die ernaar terugleidt: anderen wantrouwen haar mail"
    ),
    "Ask for one where you have the address from.": "Vraag er een aan wie u het adres gaf.",
    "nobody can say what {domain} publishes": "niemand kan zeggen wat {domain} publiceert",
    "{domain} publishes no DMARC record that counts: nothing proves its mail": (
        "{domain} publiceert geen geldig DMARC-record: niets bewijst zijn mail"
    ),
    "{domain} publishes no SPF record that counts: only a signature proves its mail": (
        "{domain} publiceert geen geldig SPF-record: enkel een handtekening bewijst zijn mail"
    ),
    "{domain} publishes DMARC and SPF": "{domain} publiceert DMARC en SPF",
    "Put the policy of gateway dns there, behind a certificate of a public authority.": (
        "Zet daar de policy die gateway dns toont, achter een certificaat van een publieke autoriteit."
    ),
    "{url} cannot be fetched: {why}": "{url} kan niet worden opgehaald: {why}",
    "what {url} hands out is no MTA-STS policy": "wat {url} uitdeelt, is geen MTA-STS-policy",
    "{url} does not name {host}: servers that hold to it deliver nothing": (
        "{url} noemt {host} niet: servers die zich eraan houden, bezorgen niets"
    ),
    "{url} names {host}, in mode {mode}": "{url} noemt {host}, in modus {mode}",
    "self-signed certificate": ("het certificaat is enkel door zichzelf ondertekend"),
    "self-signed certificate in certificate chain": (
        "de keten van het certificaat eindigt bij een autoriteit die hier niet vertrouwd wordt"
    ),
    "unable to get local issuer certificate": (
        "de autoriteit die het certificaat uitgaf, is hier niet bekend"
    ),
    "unable to get issuer certificate": (
        "een autoriteit uit de keten van het certificaat is hier niet bekend"
    ),
    "unable to verify the first certificate": ("de tussenliggende certificaten ontbreken"),
    "certificate has expired": ("het certificaat is vervallen"),
    "certificate is not yet valid": ("het certificaat is nog niet geldig"),
    "certificate revoked": ("het certificaat is ingetrokken"),
    "what answers there speaks no TLS": ("wat daar antwoordt, spreekt geen TLS"),
    "it speaks too old a version of TLS": ("de server spreekt een te oude versie van TLS"),
    "it wants another version of TLS": ("de server wil een andere versie van TLS"),
    "it broke off the handshake": ("de server brak het opzetten van TLS af"),
    "STARTTLS not offered": ("de server biedt geen STARTTLS aan"),
    "STARTTLS refused": ("de server weigert STARTTLS"),
    "no authority that is known here vouches for its certificate and name": (
        "geen autoriteit die hier bekend is, staat in voor het certificaat en de naam"
    ),
    "TLS came to nothing": ("TLS kwam niet tot stand"),
    "it hung up during the handshake": ("de server verbrak de verbinding bij het opzetten van TLS"),
    "no answer came in time": ("er kwam niet op tijd antwoord"),
    "it hung up": ("de server verbrak de verbinding"),
    "the certificate is not of {name}": ("het certificaat is niet van {name}"),
}
