"""Errors and warnings on what a command refuses, in French, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "The ledger is not whole: the figures cannot be relied on. The dossier says so.": (
        "Le registre n'est pas intact : les chiffres ne sont pas fiables. Le dossier le dit aussi."
    ),
    "Times are told in UTC. Write timezone: Europe/Brussels in the configuration for Belgian times.": (
        "Les heures sont en UTC. Pour l'heure belge, donnez à timezone la valeur Europe/Brussels dans la "
        "configuration."
    ),
    "--aware lies in the future. Give the moment at which you became aware of it.": (
        "--aware est dans le futur. Donnez le moment où vous en avez eu connaissance."
    ),
    "No transfer fits; nothing was made. References and filters hold together.": (
        "Aucune transmission ne correspond ; rien n'a été établi. Les références et les filtres valent "
        "ensemble."
    ),
    "the ledger is whole: there is no integrity alarm to report": (
        "le registre est intact : il n'y a pas d'atteinte à l'intégrité à notifier"
    ),
    "the configuration has no console. Add console: with listen, and accounts or oidc.": (
        "la configuration n'a pas de console. Ajoutez-y console, avec listen, et avec accounts ou oidc."
    ),
    "the console has no accounts of its own. Add console.accounts: and a file.": (
        "la console n'a pas de comptes propres. Ajoutez console.accounts, avec un fichier."
    ),
    "There is no terminal to ask the password on. Run it on one (ssh -t), or give --password.": (
        "Il n'y a pas de terminal où demander le mot de passe. Lancez la commande dans un terminal (ssh "
        "-t), ou donnez --password."
    ),
    "the console cannot start.\n{why}": "la console ne peut pas démarrer.\n{why}",
    "{at} is in use. Stop what listens there, or change console.listen.": (
        "{at} est déjà utilisé. Arrêtez ce qui écoute là, ou modifiez console.listen."
    ),
    (
        "There is an account {name} already, left as it was. Add --replace to make it anew: the password "
        "and the second factor that it has then no longer open anything."
    ): (
        "Il y a déjà un compte {name} ; il n'a pas été modifié. Ajoutez --replace pour le refaire : son "
        "mot de passe et son second facteur actuels n'ouvriront alors plus rien."
    ),
    "{usual} is not there, so this reads {file}.": ("{usual} n'existe pas ; cette commande lit donc {file}."),
    "give a day like 2026-01-31 or a moment like 2026-01-31T14:30": (
        "donnez un jour comme 2026-01-31 ou un moment comme 2026-01-31T14:30"
    ),
    "the ledger went from format {before} to {after}; as it was: {backup}": (
        "le registre est passé du format {before} au format {after} ; tel qu'il était : {backup}"
    ),
    "Give references, or --from, --to and --policy.": "Donnez des références, ou --from, --to et --policy.",
    "{wrong}. Run {verify}.": "{wrong}. Lancez {verify}.",
    "a checkpoint cannot be proven: {wrong}": "un point de contrôle ne peut pas être prouvé : {wrong}",
    "{file} cannot be read: {reason}. Name the saved mail, an .eml file.": (
        "{file} ne peut pas être lu : {reason}. Indiquez le mail enregistré, un fichier .eml."
    ),
    "{file} begins with no header of a mail. Save it as .eml, not as .msg.": (
        "{file} ne commence pas par l'en-tête d'un mail. Enregistrez-le en .eml, pas en .msg."
    ),
    "not an IP address, for instance 192.0.2.1": "pas une adresse IP, comme 192.0.2.1",
    "no policy of that name. Known here: {known}.": "aucune politique de ce nom. Celles d'ici : {known}.",
    "several policies. Choose one with --policy: {known}.": (
        "il y a plusieurs politiques. Choisissez-en une avec --policy : {known}."
    ),
    "The form leaves the label out: the policy still has {unknown} for its tenant or id.": (
        "Le formulaire ne mentionne pas l'étiquette : dans la politique, son tenant ou son id est encore "
        "{unknown}."
    ),
    "The form leaves the label out: the policy gives it no name.": (
        "Le formulaire ne mentionne pas l'étiquette : la politique ne lui donne pas de nom."
    ),
    "No usable configuration here, so the form has every field.": (
        "Il n'y a pas de configuration utilisable ici ; le formulaire a donc tous les champs."
    ),
    "give one as mailbox@municipality.example": "donnez-en une comme ocmw@pepingen.example",
    "{file} is there already. Choose another name.": "{file} existe déjà. Choisissez un autre nom.",
    "The home holds no secret key with a user id of {mailbox}.": (
        "Le dossier de GnuPG ne contient pas de clé secrète avec un identifiant de {mailbox}."
    ),
    "The home holds {number} secret keys of {mailbox}. Revoke those that are not used.": (
        "Le dossier de GnuPG contient {number} clés secrètes de {mailbox}. Révoquez celles qui ne servent "
        "pas."
    ),
    "There are no PGP keys: the configuration has no keys.pgp_home.": (
        "Il n'y a pas de clés PGP : la configuration n'a pas de keys.pgp_home."
    ),
    "The policies name several recipients. Choose one with --address.": (
        "Les politiques nomment plusieurs destinataires. Choisissez-en un avec --address."
    ),
    "give 1 to {most} characters": "donnez de 1 à {most} caractères",
    "it {wrong}. {remedy}": "l'adresse {wrong}. {remedy}",
    "Interrupted. Run the same command again to move the ledger.": (
        "Interrompu. Relancez la même commande pour déplacer le registre."
    ),
    "Give --phone, --email or --name.": "Donnez --phone, --email ou --name.",
    "With --name give --postcode and --number too.": "Avec --name, donnez aussi --postcode et --number.",
    "--phone is not one telephone number.": "--phone n'est pas un seul numéro de téléphone.",
    "--email is not one mail address.": "--email n'est pas une seule adresse mail.",
    "several keys; name one: {names}": "plusieurs clés ; nommez-en une : {names}",
    "no sealed key of {month}. See gateway transfers months for those that there are.": (
        "pas de clé scellée de {month}. Celles qui existent, gateway transfers months les montre."
    ),
    "Interrupted. Nothing was written.": "Interrompu. Rien n'a été écrit.",
    "{kind} is not for a terminal; give --out FILE.": (
        "{kind} n'est pas fait pour un terminal ; donnez --out FICHIER."
    ),
    "Left out, transfers of which it was erased whether they belong: {number}.": (
        "Laissées de côté, car ce qui dirait si elles en font partie est effacé : {number}."
    ),
    "the report cannot be written: {reason}": "le rapport ne peut pas être écrit : {reason}",
    "name one of these with --policy: {names}": "choisissez l'une de celles-ci avec --policy : {names}",
    "another program keeps the ledger in use; run this again": (
        "un autre programme utilise le registre ; relancez cette commande"
    ),
    "Give a reference, or a period with --from, --to or both.": (
        "Donnez une référence, ou une période avec --from, --to ou les deux."
    ),
    "Run gateway check --config {file} as root: it names the file and the remedy.": (
        "Exécutez gateway check --config {file} en tant que root : il nomme le fichier et le remède."
    ),
    "gateway cannot start.\n{why}. {hint}": "gateway ne peut pas démarrer.\n{why}. {hint}",
    "gateway cannot start.\n{why}": "gateway ne peut pas démarrer.\n{why}",
    "next_hop.tls is none: there is no TLS to report on": (
        "next_hop.tls vaut none : il n'y a pas de TLS dont rendre compte"
    ),
    "{file} cannot be written: {reason}. Choose another place.": (
        "{file} ne peut pas être écrit : {reason}. Choisissez un autre endroit."
    ),
    "Give --checkpoint or --evidence.": "Donnez --checkpoint ou --evidence.",
    "{wrong}. Run it as the user of the gateway, or as root.": (
        "{wrong}. Lancez la commande sous l'utilisateur de la passerelle, ou sous root."
    ),
    "No reference, period or policy was given: the bundle holds every transfer of the ledger.": (
        "Ni référence, ni période, ni politique : le dossier contient toutes les transmissions du registre."
    ),
    "No transfer fits: the bundle proves nothing.": (
        "Aucune transmission ne convient : le dossier ne prouve rien."
    ),
    "the ledger does not continue a checkpoint that was kept: it was rewritten": (
        "le registre ne continue pas un point de contrôle conservé : il a été réécrit"
    ),
    "{file} holds no checkpoint: {wrong}": "{file} ne contient pas de point de contrôle : {wrong}",
    "not a text": "pas un texte",
    "{file} is no evidence bundle. Name a ZIP as it was made.": (
        "{file} n'est pas un dossier de preuve. Donnez le ZIP tel qu'il a été fait."
    ),
    "Stop what listens there, which `ss -ltnp` shows, or name another port.": (
        "Arrêtez ce qui y écoute (`ss -ltnp` le montre), ou indiquez un autre port."
    ),
    "Name an address of this machine, which `ip address` shows.": (
        "Indiquez une adresse de cette machine (`ip address` les montre)."
    ),
    "Let systemd open it, as the package does, or name a port from 1024 on.": (
        "Laissez systemd l'ouvrir, comme le fait le paquet, ou indiquez un port à partir de 1024."
    ),
    "cannot listen on {host}:{port}: {reason}": "impossible d'écouter sur {host}:{port} : {reason}",
    "an address of the envelope is no mail address. Write it as name@domain.": (
        "une adresse de l'enveloppe n'est pas une adresse mail. Écrivez-la comme nom@domaine."
    ),
    "the ledger is in PostgreSQL: copy it with pg_dump": (
        "le registre est dans PostgreSQL : copiez-le avec pg_dump"
    ),
    "no backup was made: {what}": "aucune sauvegarde n'a été faite : {what}",
    "there is no hold {name}. See gateway transfers holds for those that there are.": (
        "rien n'est retenu sous le nom {name}. Ce qui est retenu, gateway transfers holds le montre."
    ),
    "give a day as YYYY-MM-DD, such as 2026-01-31": (
        "donnez un jour sous la forme AAAA-MM-JJ, comme 2026-01-31"
    ),
    "SPF was asked of {ip}. Name the server that the mail came from, with --client-ip.": (
        "SPF a été demandé pour {ip}. Nommez avec --client-ip le serveur dont vient le mail."
    ),
    "--to is before --from; give the earliest day first": (
        "--to précède --from ; donnez d'abord le premier jour"
    ),
}
