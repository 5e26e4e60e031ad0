"""Errors and warnings on what DNS holds, in French, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "Check dns.nameservers and the zone.": "Vérifiez dns.nameservers et la zone.",
    "Run gateway dns: it prints the line to publish.": (
        "Exécutez gateway dns : il affiche la ligne à publier."
    ),
    "Ask its ICT: docs/en/sender-ict.md tells what is needed.": (
        "Demandez-le à son service informatique : docs/en/sender-ict.md dit ce qu'il faut."
    ),
    "records of the gateway in DNS: {count}, all as they should be": (
        "enregistrements DNS de la passerelle : {count}, tous en ordre"
    ),
    "{what} is of another key: servers that ask it deliver nothing": (
        "{what} est d'une autre clé : les serveurs qui le consultent ne remettent rien"
    ),
    "{what} is another: {there}": "{what} est différent : {there}",
    "{what} is missing": "{what} manque",
    "nobody can say whether {what} is there": "personne ne peut dire si {what} existe",
    "the TXT record {version} of {name}": "l'enregistrement TXT {version} de {name}",
    "the {kind} record of {name}": "l'enregistrement {kind} de {name}",
    "nobody can say what the reverse name is": "personne ne peut dire quel est le nom inverse",
    "{address} has a name that leads back to it": "{address} a un nom qui y ramène",
    "{address} has no name that leads back to it: others distrust its mail": (
        "{address} n'a pas de nom qui y ramène : d'autres se méfient de son courrier"
    ),
    "Ask for one where you have the address from.": "Demandez-en un à qui vous a donné l'adresse.",
    "nobody can say what {domain} publishes": "personne ne peut dire ce que publie {domain}",
    "{domain} publishes no DMARC record that counts: nothing proves its mail": (
        "{domain} ne publie pas d'enregistrement DMARC valable : rien ne prouve son courrier"
    ),
    "{domain} publishes no SPF record that counts: only a signature proves its mail": (
        "{domain} ne publie pas d'enregistrement SPF valable : seule une signature prouve son courrier"
    ),
    "{domain} publishes DMARC and SPF": "{domain} publie DMARC et SPF",
    "Put the policy of gateway dns there, behind a certificate of a public authority.": (
        "Mettez-y la politique qu'affiche gateway dns, derrière un certificat d'une autorité publique."
    ),
    "{url} cannot be fetched: {why}": "{url} ne peut pas être obtenu : {why}",
    "what {url} hands out is no MTA-STS policy": "ce que sert {url} n'est pas une politique MTA-STS",
    "{url} does not name {host}: servers that hold to it deliver nothing": (
        "{url} ne nomme pas {host} : les serveurs qui s'y tiennent ne livrent rien"
    ),
    "{url} names {host}, in mode {mode}": "{url} nomme {host}, en mode {mode}",
    "self-signed certificate": ("le certificat est signé par lui-même"),
    "self-signed certificate in certificate chain": (
        "la chaîne du certificat finit par une autorité qui n'est pas acceptée ici"
    ),
    "unable to get local issuer certificate": ("l'autorité qui a émis le certificat n'est pas connue ici"),
    "unable to get issuer certificate": ("une autorité de la chaîne du certificat n'est pas connue ici"),
    "unable to verify the first certificate": ("les certificats intermédiaires manquent"),
    "certificate has expired": ("le certificat a expiré"),
    "certificate is not yet valid": ("le certificat n'est pas encore valable"),
    "certificate revoked": ("le certificat est révoqué"),
    "what answers there speaks no TLS": ("ce qui y répond ne parle pas TLS"),
    "it speaks too old a version of TLS": ("le serveur parle une version trop ancienne de TLS"),
    "it wants another version of TLS": ("le serveur veut une autre version de TLS"),
    "it broke off the handshake": ("le serveur a interrompu l'établissement de TLS"),
    "STARTTLS not offered": ("le serveur n'offre pas STARTTLS"),
    "STARTTLS refused": ("le serveur refuse STARTTLS"),
    "no authority that is known here vouches for its certificate and name": (
        "aucune autorité connue ici ne répond du certificat et du nom"
    ),
    "TLS came to nothing": ("TLS n'a pas pu s'établir"),
    "it hung up during the handshake": ("le serveur a raccroché pendant l'établissement de TLS"),
    "no answer came in time": ("aucune réponse n'est venue à temps"),
    "it hung up": ("le serveur a raccroché"),
    "the certificate is not of {name}": ("le certificat n'est pas celui de {name}"),
}
