"""Errors and warnings on certificates and keys, in French, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "not signed here: {why}": "pas signé ici : {why}",
    "Renew it, then restart the gateway.": "Renouvelez-le, puis redémarrez la passerelle.",
    "Renew it.": "Renouvelez-le.",
    "It must begin with -----BEGIN CERTIFICATE-----, which neither a key nor a DER file does.": (
        "Il doit commencer par -----BEGIN CERTIFICATE----- : une clé ou un fichier DER commence autrement."
    ),
    "not valid before {time} UTC": "pas valable avant {time} UTC",
    "Check this machine's clock.": "Vérifiez l'horloge de cette machine.",
    "the certificate expired on {day}": "le certificat a expiré le {day}",
    "the certificate expires on {day}, in {left}": "le certificat expire le {day}, dans {left}",
    "the certificate is valid until {day}": "le certificat est valable jusqu'au {day}",
    "one day": "un jour",
    "less than a day": "moins d'un jour",
    "the certificate names {hostname}": "le certificat mentionne {hostname}",
    "the certificate does not name {hostname}": "le certificat ne mentionne pas {hostname}",
    "Request one with this subjectAltName, or set hostname to a name it has.": (
        "Demandez-en un avec ce subjectAltName, ou mettez dans hostname un nom qu'il porte."
    ),
    "Put the certificate's key there.": "Mettez-y la clé du certificat.",
    "{file} holds a key with a pass phrase": "{file} contient une clé protégée par une phrase secrète",
    "{file} holds no plain PEM key": "{file} ne contient pas de clé PEM sans phrase secrète",
    "Store it without a pass phrase.": "Enregistrez-la sans phrase secrète.",
    "Name the file of the private key: it has a line that ends in PRIVATE KEY-----.": (
        "Indiquez le fichier de la clé privée : il a une ligne qui finit par PRIVATE KEY-----."
    ),
    "{file} holds the key, and {key} the certificate: they are swapped": (
        "{file} contient la clé, et {key} le certificat : ils sont intervertis"
    ),
    "Exchange the two names.": "Échangez les deux noms.",
    "{file} holds a certificate and no key": "{file} contient un certificat et pas de clé",
    "{file} holds no PEM key": "{file} ne contient pas de clé PEM",
    "Name the two files of one request.": "Indiquez les deux fichiers d'une même demande.",
    "key and certificate are no pair": "la clé et le certificat ne vont pas ensemble",
    "unreadable": "illisible",
    "OpenSSL refuses the pair: {reason}": "OpenSSL refuse la clé et le certificat : {reason}",
    "Request a new certificate.": "Demandez un nouveau certificat.",
    "key and certificate are a pair": "la clé et le certificat vont ensemble",
    "{file} is open to group or others": "{file} est accessible au groupe ou à d'autres",
    "Run chmod 600 {file}.": "Exécutez chmod 600 {file}.",
    "the key is its owner's alone": "la clé n'est accessible qu'à son propriétaire",
    "Name the authorities of client certificates.": "Indiquez les autorités des certificats de clients.",
    "the authorities of client certificates are readable": (
        "les autorités des certificats de clients sont lisibles"
    ),
    "Start the gateway: systemd puts it there, from the file that the unit names.": (
        "Démarrez la passerelle : systemd l'y met, à partir du fichier que nomme l'unité."
    ),
    "Put a PEM file there.": "Mettez-y un fichier PEM.",
    "{file} cannot be read: {reason}": "{file} ne peut pas être lu : {reason}",
    "{file} holds no PEM certificate": "{file} ne contient pas de certificat PEM",
    "Renew it, then restart gateway-console.": "Renouvelez-le, puis redémarrez gateway-console.",
    "Start gateway-console: systemd puts it there, from the file that the unit names.": (
        "Démarrez gateway-console : systemd l'y met, à partir du fichier que nomme l'unité."
    ),
    "As the gateway's user make the first: gateway console account NAME --role dpo.": (
        "Créez le premier sous l'utilisateur de la passerelle : gateway console account NOM --role dpo."
    ),
    "Put a PEM file of the certificate and its chain there.": (
        "Mettez-y un fichier PEM avec le certificat et sa chaîne."
    ),
    "{file} is not there": "{file} n'existe pas",
    "Run it as root.": "Exécutez ceci sous root.",
    "Put it back from the backup, or move it away and make the accounts anew.": (
        "Remettez-le depuis la sauvegarde, ou déplacez-le et recréez les comptes."
    ),
    "{file} holds no accounts": "{file} ne contient pas de liste de comptes",
    "{file} holds no account": "{file} ne contient aucun compte",
    "accounts that may log in: {count}": "comptes qui peuvent se connecter : {count}",
    "{folder} may not be written by {who}": "{who} ne peut pas écrire dans {folder}",
    "Run chown {who} {folder}.": "Exécutez chown {who} {folder}.",
    "{folder} is no folder": "{folder} n'est pas un dossier",
    "Name a folder in console.drafts.": "Indiquez un dossier dans console.drafts.",
    "{folder} may be written": "l'écriture dans {folder} est permise",
    "{folder} will be made": "{folder} sera créé",
    "Run install -d -m 700 -o {who} {folder}.": "Exécutez install -d -m 700 -o {who} {folder}.",
    "Put it there, mode 600.": "Mettez-le là, en mode 600.",
    "{file} cannot be read by {who}, whom the console runs as": (
        "{who} ne peut pas lire {file}, et c'est l'utilisateur de la console"
    ),
    "Run chown {who} {file}, in a folder that {who} may enter.": (
        "Exécutez chown {who} {file}, dans un dossier où {who} peut entrer."
    ),
    "Ask the mailbox's owner for the current one. Until then mail that must be sealed is deferred.": (
        "Demandez au titulaire de la boîte le certificat ou la clé en vigueur. D'ici là, ce qui doit être "
        "chiffré est différé."
    ),
    "the PGP key {fingerprint} has no end": "la clé PGP {fingerprint} n'expire pas",
    "{name} seals for {recipient}, for whom nothing to seal with is named": (
        "{name} chiffre pour {recipient}, pour qui ni certificat ni clé n'est indiqué"
    ),
    "Give it a certificate under mailboxes.": "Donnez-lui un certificate sous mailboxes.",
    "Give it a pgp_key under mailboxes.": "Donnez-lui une pgp_key sous mailboxes.",
    "Make one: gpg --homedir HOME --quick-generate-key MAILBOX, without a pass phrase.": (
        "Créez-en une : gpg --homedir HOME --quick-generate-key MAILBOX, sans phrase secrète."
    ),
    "GnuPG is not done in time": "GnuPG n'a pas fini à temps",
    "Mend that: sealed mail is deferred, and no start succeeds.": (
        "Corrigez cela : le courrier chiffré est différé, et la passerelle ne peut pas démarrer."
    ),
    "{home} is its owner's alone": "{home} n'est accessible qu'à son propriétaire",
    "the home holds no secret key that opens mail": (
        "le dossier de GnuPG ne contient pas de clé secrète qui ouvre le courrier"
    ),
    "no user id of a secret key names {addresses}": (
        "aucune identité d'une clé secrète ne mentionne {addresses}"
    ),
    "Add one: senders look for the key by the mailbox's address.": (
        "Ajoutez-en une : les expéditeurs cherchent la clé par l'adresse de la boîte."
    ),
    "{key} opens what is sealed for it": "{key} ouvre ce qui est chiffré pour elle",
    "{key} does not open what is sealed for it": "{key} n'ouvre pas ce qui est chiffré pour elle",
    "Take its pass phrase off, or make another. Mail for it is deferred or refused.": (
        "Retirez sa phrase secrète, ou créez une autre clé. Le courrier pour elle est différé ou refusé."
    ),
    "Prolong it with gpg --quick-set-expire, subkeys too, and publish it again.": (
        "Prolongez-la par gpg --quick-set-expire, sous-clés comprises, et publiez-la de nouveau."
    ),
    "{key} does not expire": "{key} n'expire pas",
    "{key} expired on {day}": "{key} a expiré le {day}",
    "{key} expires on {day}, in {left}": "{key} expire le {day}, dans {left}",
    "{key} lasts until {day}": "{key} est valable jusqu'au {day}",
    "{fingerprint} in {policy}": "{fingerprint} dans {policy}",
    "{key} is not in the home": "{key} n'est pas dans le dossier de GnuPG",
    "Import that key with gpg --import.": "Importez cette clé par gpg --import.",
    "Import the renewed key, or take it out of senders.pgp_keys.": (
        "Importez la clé renouvelée, ou retirez-la de senders.pgp_keys."
    ),
    "{key} is expired or revoked": "{key} est expirée ou révoquée",
    "{key} is in the home": "{key} est dans le dossier de GnuPG",
    "{name} lists signers, and there is no home with their keys": (
        "{name} énumère des signataires, et il n'y a pas de dossier de GnuPG avec leurs clés"
    ),
    "Write keys.pgp_home in the configuration.": "Écrivez keys.pgp_home dans la configuration.",
    "the key {id}": "la clé {id}",
    "Make one: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048.": (
        "Créez-en une : openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048."
    ),
    "nobody can say what is at {name}": "personne ne peut dire ce qu'il y a à {name}",
    "Use an RSA key of 2048 bits for such a mailbox.": (
        "Utilisez pour une telle boîte une clé RSA de 2048 bits."
    ),
    "Exchange Online is not known to verify Ed25519": (
        "Exchange Online, pour autant qu'on sache, ne vérifie pas Ed25519"
    ),
    "deliveries are signed for {domain} with {algorithm}": (
        "ce qui est remis est signé pour {domain} avec {algorithm}"
    ),
    "From is {address}, which the signature covers": "From est {address}, et la signature le couvre",
    "From is kept: the mailbox must name {domain} as trusted ARC sealer": (
        "From est conservé : la boîte doit nommer {domain} comme scelleur ARC de confiance"
    ),
    "From is kept and nothing vouches for it: the mailbox sees DMARC fail": (
        "From est conservé et rien ne s'en porte garant : la boîte voit DMARC échouer"
    ),
    "Write {sealed}, or {rewritten}.": "Écrivez {sealed}, ou {rewritten}.",
    "Publish as TXT at {name}: {record}": "Publiez comme TXT à {name} : {record}",
    "{name} has no record": "{name} n'a pas d'enregistrement",
    "{name} has {count} records": "{name} a {count} enregistrements",
    "{name} publishes another key": "{name} publie une autre clé",
    "{name} publishes the key": "{name} publie la clé",
    "a revocation list without authorities does nothing": (
        "une liste de révocation sans autorités ne sert à rien"
    ),
    "Name the authorities in keys.smime_authorities.": "Indiquez les autorités dans keys.smime_authorities.",
    "Install OpenSSL 3.0 or later in /usr/bin: sealed mail is deferred.": (
        "Installez OpenSSL 3.0 ou plus récent dans /usr/bin : le courrier chiffré est différé."
    ),
    "Store it without a pass phrase; until then the gateway neither starts nor reloads.": (
        "Enregistrez-la sans phrase secrète ; d'ici là, la passerelle ne démarre ni ne recharge."
    ),
    "Name the two files of one request; until then the gateway neither starts nor reloads.": (
        "Indiquez les deux fichiers d'une même demande ; d'ici là, la passerelle ne démarre ni ne recharge."
    ),
    "Put PEM files there; until then the gateway neither starts nor reloads.": (
        "Mettez-y des fichiers PEM ; d'ici là, la passerelle ne démarre ni ne recharge."
    ),
    "there is no program openssl": "il n'y a pas de programme openssl",
    "the program openssl is too old": "le programme openssl est trop ancien",
    "sealed mail is opened by {program}": "le courrier chiffré est ouvert par {program}",
    "{file} and its key are a pair": "{file} et sa clé vont ensemble",
    "{file} is past its time, and still opens mail": "{file} a expiré, et ouvre encore du courrier",
    "Remove the pair once no mail comes that was sealed for it.": (
        "Supprimez le certificat et la clé dès que plus aucun mail n'arrive chiffré pour eux."
    ),
    "the certificate is of {addresses}": "le certificat est celui de {addresses}",
    "{file} names no recipient of a policy": "{file} ne mentionne aucun destinataire d'une politique",
    "Request one with the mailbox's address: senders' programmes look for it.": (
        "Demandez-en un avec l'adresse de la boîte : les logiciels des expéditeurs la cherchent."
    ),
    "{past} of {all} authorities are past their time": "autorités expirées : {past} sur {all}",
    "Remove or renew them: signers they issued do not count.": (
        "Supprimez-les ou renouvelez-les : les signataires qu'elles certifient ne comptent pas."
    ),
    "the revocation list was due on {day}": "la liste de révocation devait être renouvelée pour le {day}",
    "Fetch a new one, then reload: signed mail is deferred.": (
        "Cherchez-en une nouvelle, puis rechargez : le courrier signé est différé."
    ),
    "signers count from {count} authorities": "autorités dont les signataires comptent : {count}",
    "a mailbox has no certificate": "une boîte n'a pas de certificat",
    "{file} is not valid before {day}": "{file} n'est pas valable avant le {day}",
    "{file} expired on {day}": "{file} a expiré le {day}",
    "{file} does not name the mailbox": "{file} ne mentionne pas la boîte",
    "{file} is not for encryption": "{file} n'est pas fait pour chiffrer",
    "a mailbox has no PGP key": "une boîte n'a pas de clé PGP",
    "{file} does not hold one PGP key": "{file} ne contient pas exactement une clé PGP",
    "{file} was revoked": "{file} a été révoqué",
    "gpg could not encrypt: is the key for encryption?": (
        "gpg n'a pas pu chiffrer : la clé est-elle faite pour cela ?"
    ),
    "gpg cannot be used": "gpg ne peut pas être utilisé",
    "gpg took too long": "gpg a mis trop de temps",
    "{file} holds no plain PEM private key": "{file} ne contient pas de clé privée PEM sans phrase secrète",
    "{file} is Ed25519, and ARC takes an RSA key": "{file} est Ed25519, et ARC demande une clé RSA",
    "{file} is neither RSA nor Ed25519": "{file} n'est ni RSA ni Ed25519",
    "{file} is an RSA key of {bits} bits, not {least} to {most}": (
        "{file} est une clé RSA de {bits} bits, et non de {least} à {most}"
    ),
    "gpg-agent does not run in {home}": "gpg-agent ne tourne pas dans {home}",
    "gpg has no pipes": "gpg n'a pas de tubes",
    "gpg was killed from outside": "gpg a été arrêté de l'extérieur",
    "{home} cannot be used: {reason}": "{home} ne peut pas être utilisé : {reason}",
    "{home} belongs to another user: chown it to the user of the gateway": (
        "{home} appartient à un autre utilisateur : donnez-le par chown à l'utilisateur de la passerelle"
    ),
    "{home} is open to other users: chmod 700 it": (
        "{home} est ouvert à d'autres utilisateurs : faites-y chmod 700"
    ),
    "{home} holds no keys: import or make them with gpg --homedir": (
        "{home} ne contient pas de clés : importez-les ou créez-les par gpg --homedir"
    ),
    "{certificate} and {key} are no pair": "{certificate} et {key} ne vont pas ensemble",
    "{file} holds no PEM revocation list": "{file} ne contient pas de liste de révocation en PEM",
    "{address}: {detail}": "{address} : {detail}",
}
