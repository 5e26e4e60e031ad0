"""Errors and warnings on the values of the configuration, in French, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "is far too wide: its hosts would all be believed": (
        "est bien trop large : toutes ses machines seraient crues"
    ),
    "List your own servers, one by one.": "Indiquez vos propres serveurs, un à un.",
    "stands in braces": "est écrit entre accolades",
    "Leave the braces out.": "Supprimez les accolades.",
    "names no folder to keep the ledger in: a path here is never relative": (
        "ne nomme aucun dossier pour le registre : ici, un chemin n'est jamais relatif"
    ),
    "Write sqlite:/// and the whole path: sqlite:///var/lib/gateway/ledger.db.": (
        "Écrivez sqlite:/// et le chemin entier : sqlite:///var/lib/gateway/ledger.db."
    ),
    "must be the path of a file or folder": "doit être le chemin d'un fichier ou d'un dossier",
    "Write it relative to this file, or absolute.": (
        "Écrivez un chemin relatif à ce fichier, ou un chemin absolu."
    ),
    "Put it in quotes. {remedy}": "Mettez la valeur entre guillemets droits. {remedy}",
    "Write it as name:port, IPv4:port or [IPv6]:port.": "Écrivez nom:port, IPv4:port ou [IPv6]:port.",
    "is no host name": "n'est pas un nom de serveur",
    "Write a name as mx.example.org.": "Écrivez un nom comme mx.example.org.",
    "is no address to listen on": "n'est pas une adresse d'écoute",
    "Write it as IPv4:port or [IPv6]:port.": "Écrivez IPv4:port ou [IPv6]:port.",
    "is no host and port": "n'est pas un serveur avec un port",
    "is no name server": "n'est pas un serveur de noms",
    "Write an IP address, with a port as IPv4:port or [IPv6]:port.": (
        "Écrivez une adresse IP, avec un port sous la forme IPv4:port ou [IPv6]:port."
    ),
    "is no network": "n'est pas un réseau",
    "Write an IP address, or a network as 192.0.2.0/24.": (
        "Écrivez une adresse IP, ou un réseau comme 192.0.2.0/24."
    ),
    "is neither a SHA-256 fingerprint nor a DNS name": "n'est ni une empreinte SHA-256 ni un nom DNS",
    "Write 64 digits or a name.": "Écrivez 64 chiffres hexadécimaux ou un nom.",
    "is no GUID": "n'est pas un GUID",
    "Copy it from the Entra admin centre: Tenant ID.": (
        "Copiez l'ID de locataire depuis le centre d'administration Entra."
    ),
    "is no mail address": "n'est pas une adresse mail",
    "Write it as name@domain.": "Écrivez nom@domaine.",
    "is no DKIM selector": "n'est pas un sélecteur DKIM",
    "Write letters, digits and hyphens, as gateway2026.": (
        "Écrivez des lettres, des chiffres et des traits d'union, comme gateway2026."
    ),
    "is no plain name": "n'est pas un nom simple",
    "Use letters, digits, dots and hyphens.": (
        "Utilisez des lettres, des chiffres, des points et des traits d'union."
    ),
    "is no time zone": "n'est pas un fuseau horaire",
    "Write the name of a place, as Europe/Brussels.": "Écrivez le nom d'un lieu, comme Europe/Brussels.",
    "is a SECRET key of age, which opens the keys of the months": (
        "est une clé SECRÈTE d'age, qui ouvre les clés des mois"
    ),
    (
        "Replace the pair: a secret key that lay here is secret no longer. Write the public key of the new "
        "one: age1 and on."
    ): (
        "Remplacez la paire : une clé secrète placée ici n'est plus secrète. Écrivez ici la clé publique de "
        "la nouvelle : age1 et la suite."
    ),
    "is no age public key": "n'est pas une clé publique age",
    "Write what age-keygen printed: age1 and on.": "Écrivez ce qu'age-keygen a affiché : age1 et la suite.",
    "is no ledger": "ne désigne pas de registre",
    "Write sqlite:/// and an absolute path, or postgresql://user@host/database.": (
        "Écrivez sqlite:/// et un chemin absolu, ou postgresql://utilisateur@serveur/base."
    ),
    "is no web address": "n'est pas une adresse web",
    "Write it as https://host/path or http://host/path.": (
        "Écrivez https://serveur/chemin ou http://serveur/chemin."
    ),
    "is no single word": "n'est pas un seul mot",
    "Copy it as the provider shows it, without blanks.": "Copiez ce que montre le fournisseur, sans espaces.",
    "is no key of a witness": "n'est pas la clé d'un témoin",
    "Write its verifier key: name+key id+base64.": "Écrivez sa clé sous la forme nom+numéro de clé+base64.",
    "Write postgresql://user@host/database.": "Écrivez postgresql://utilisateur@serveur/base.",
    "is no PostgreSQL address": "n'est pas une adresse PostgreSQL",
    "names another machine and no authority that proves it": (
        "nomme une autre machine, et aucune autorité qui s'en porte garante"
    ),
    "Write ?sslrootcert= and the file with the authorities of its certificate behind the database.": (
        "Écrivez à la suite de la base ?sslrootcert= et le fichier avec les autorités du certificat."
    ),
    "Leave it out here and put it in ~/.pgpass, for its owner alone to read.": (
        "Supprimez-le ici et mettez-le dans ~/.pgpass, lisible par son seul propriétaire."
    ),
    "holds a password": "contient un mot de passe",
    "asks for TLS that proves nothing": "demande un TLS qui ne prouve rien",
    "Leave sslmode out: it is verify-full.": "Supprimez sslmode : c'est verify-full.",
    "Only these can be set: {names}.": "Seuls ces paramètres sont admis : {names}.",
    "sets {name}": "fixe {name}",
    "names no host or no database": "ne nomme pas de serveur ou pas de base",
    "no such file, nor {first}, which comes first": "ce fichier n'existe pas, ni {first}, qui passe avant",
    "Name another with --config.": "Indiquez un autre fichier avec --config.",
    "It belongs in a policy's file.": "Cette clé se place dans le fichier d'une politique.",
    "no peer may send such a header": "aucun serveur ne peut envoyer un tel en-tête",
    "List its address in trusted_peers.": "Indiquez son adresse dans trusted_peers.",
    "no client certificate can be verified": "aucun certificat client ne peut être vérifié",
    "Name its authorities in tls.client_ca.": "Indiquez ses autorités dans tls.client_ca.",
    "metrics would be told to other machines": "d'autres machines pourraient lire les mesures",
    "Write 127.0.0.1 and a port, as 127.0.0.1:9100.": "Écrivez 127.0.0.1 et un port, comme 127.0.0.1:9100.",
    "Write other_recipients: relay, or leave this out.": (
        "Écrivez other_recipients: relay, ou supprimez cette clé."
    ),
    "nothing is relayed": "rien n'est transmis tel quel",
    "Write key: and the file of the signing key beside it, the same key on every node.": (
        "Écrivez à côté key: et le fichier de la clé de signature, la même clé sur chaque nœud."
    ),
    "the ledger lacks a signing key": "le registre n'a pas de clé de signature",
    "Write the server's name and its port.": "Écrivez le nom du serveur et son port.",
    "mail would leave this machine unencrypted": "le mail quitterait cette machine sans chiffrement",
    "Write tls: verify.": "Écrivez tls: verify.",
    "TLSA records belong to a name": "les enregistrements TLSA vont avec un nom",
    "dane takes neither ca nor name": "dane ne va ni avec ca ni avec name",
    "Remove those, or write tls: verify.": "Supprimez-les, ou écrivez tls: verify.",
    "only tls: mta-sts asks a domain": "seul tls: mta-sts demande un domaine",
    "Remove it, or write tls: mta-sts.": "Supprimez cette clé, ou écrivez tls: mta-sts.",
    "Add domain: the part after @ of the mailbox.": (
        "Ajoutez domain: avec ce qui suit @ dans l'adresse de la boîte."
    ),
    "no domain whose policy is asked": "il manque le domaine dont la politique MTA-STS est demandée",
    "an MTA-STS policy names hosts": "une politique MTA-STS contient des noms de serveurs",
    "the policy and the certificate must name one host": (
        "la politique MTA-STS et le certificat doivent nommer le même serveur"
    ),
    "{kind} needs name servers on this machine": "{kind} demande des serveurs de noms sur cette machine",
    "Name a validating resolver here.": "Indiquez ici un résolveur qui valide DNSSEC.",
    "no address to rewrite From to": "il manque une adresse à mettre dans From",
    "Add address: name@domain.": "Ajoutez address: nom@domaine.",
    "the address lies outside the domain that signs, so DMARC would fail": (
        "l'adresse est hors du domaine qui signe, donc DMARC échouerait"
    ),
    "Write an address at {domain}.": "Écrivez une adresse de {domain}.",
    "no {key} beside the other": "il manque {key} : les deux vont ensemble",
    "Give certificate and key, or neither.": "Donnez certificate et key, ou aucun des deux.",
    "pages would leave this machine unencrypted": "les pages quitteraient cette machine sans chiffrement",
    "Give certificate and key, or listen on 127.0.0.1 behind a proxy.": (
        "Donnez certificate et key, ou écoutez sur 127.0.0.1 derrière un proxy."
    ),
    "nobody can log in": "personne ne peut se connecter",
    "Add accounts: and a file, or oidc:, or both.": "Ajoutez accounts: et un fichier, ou oidc:, ou les deux.",
    "the provider would be asked unencrypted": "le fournisseur serait interrogé sans chiffrement",
    "Write it with https://.": "Écrivez l'adresse avec https://.",
    "Copy issuer from its discovery document.": (
        "Copiez issuer depuis le document de découverte du fournisseur."
    ),
    "an issuer has no question mark": "un issuer n'a pas de point d'interrogation",
    "people of every organisation could be vouched for": (
        "le fournisseur se porterait garant des gens de n'importe quelle organisation"
    ),
    "Write the ID of your own tenant in that place.": "Écrivez à cet endroit l'ID de votre propre tenant.",
    "a log-in would come back unencrypted": "une connexion reviendrait sans chiffrement",
    "Write https://, the console's name and {callback}.": (
        "Écrivez https://, le nom de la console et {callback}."
    ),
    "it is no page of the console": "ce n'est pas une page de la console",
}
