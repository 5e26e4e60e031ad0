"""Errors and warnings on ledger, policies and peers, in French, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    'Read the log for "anchor failed", and mend what it names.': (
        "Cherchez « anchor failed » dans le journal, et corrigez ce qui y est nommé."
    ),
    "Run gateway transfers verify.": "Exécutez gateway transfers verify.",
    "{way}: holds nothing yet": "{way} : ne contient encore rien",
    "{way}: holds {size} records since {time} UTC": (
        "{way} : contient {size} enregistrements depuis {time} UTC"
    ),
    "{holds}, and should hold more by now": "{holds}, et devrait en contenir davantage à présent",
    "{holds}, taken by {taken} of {asked} mail servers": (
        "{holds}, accepté par {taken} des {asked} serveurs de messagerie"
    ),
    "Correct the dpo in the policy, or ask their mail server.": (
        "Corrigez dpo dans la politique, ou demandez à qui gère leur serveur de messagerie."
    ),
    "{way}: cannot be read": "{way} : ne peut pas être lu",
    "the authority's clock and this one were {seconds} s apart": (
        "l'horloge de l'autorité et celle de cette machine différaient de {seconds} s"
    ),
    "Set the clock and keep it by NTP.": "Réglez l'horloge et gardez-la à l'heure par NTP.",
    "every one of {size} records is in an anchor, but anchors themselves": (
        "tous les enregistrements sont dans un ancrage, sauf les ancrages mêmes ; enregistrements : {size}"
    ),
    "there is no record yet that an anchor could hold": (
        "il n'y a pas encore d'enregistrement qu'un ancrage puisse contenir"
    ),
    "{records} records, the oldest of {age} ago, are in no anchor": (
        "enregistrements dans aucun ancrage : {records}, le plus ancien datant de {age}"
    ),
    "{detail}. Configure anchors, or keep checkpoints elsewhere: gateway transfers checkpoint": (
        "{detail}. Configurez des ancrages, ou gardez ailleurs des points de contrôle : gateway transfers "
        "checkpoint"
    ),
    "{days} days": "{days} jours",
    "{hours} hours": "{hours} heures",
    "one hour": "une heure",
    "less than an hour": "moins d'une heure",
    "{name} is well-formed": "{name} est bien formé",
    "the tenant {tenant} is known by a field that nobody signs": (
        "le tenant {tenant} n'est connu que par un champ que personne ne signe"
    ),
    "Leave it out where the sender's own DKIM signature arrives whole; else read docs/en/in-front.md.": (
        "Omettez-le si la signature DKIM de l'expéditeur même arrive intacte ; sinon, lisez "
        "docs/en/in-front.md."
    ),
    "mail for {domains} that no policy governs is handed on as it came": (
        "le courrier pour {domains} qu'aucune politique ne régit est transmis tel quel"
    ),
    "every host in {networks} may say for whom it speaks and whom it verified": (
        "toute machine de {networks} peut dire pour qui elle parle et qui elle a vérifié"
    ),
    "{networks} may speak for other clients": "{networks} peut parler pour d'autres clients",
    "Enable gateway-erase.timer, or run `gateway transfers erase` every day.": (
        "Activez gateway-erase.timer, ou exécutez chaque jour `gateway transfers erase`."
    ),
    "Put the public age keys of the DPOs in `seal_months_to`: a key that is wiped unsealed is lost.": (
        "Mettez les clés publiques age des DPO dans `seal_months_to` : une clé effacée sans être scellée est "
        "perdue."
    ),
    "Run `gateway transfers verify`, as the gateway's user.": (
        "Exécutez `gateway transfers verify`, sous l'utilisateur de la passerelle."
    ),
    "{count} groups of records are kept too long": (
        "groupes d'enregistrements conservés trop longtemps : {count}"
    ),
    "not examined: the policies have a mistake": "pas examiné : il y a une erreur dans les politiques",
    "no policy sets retention: everything is kept": "aucune politique ne fixe retention : tout est conservé",
    "nothing is kept too long": "rien n'est conservé trop longtemps",
    "{copy} is the ledger before its tables were migrated, which retention does not reach": (
        "{copy} est le registre d'avant la conversion de ses tables, dont les délais de conservation "
        "n'effacent rien"
    ),
    "Remove it once the new version runs as it should.": (
        "Supprimez-le dès que la nouvelle version fonctionne comme il faut."
    ),
    "the key of {months} still lies beside the ledger": (
        "la clé de {months} se trouve encore à côté du registre"
    ),
    "months are sealed to nobody, so that afterwards nobody can look anybody up in them": (
        "les mois ne sont scellés pour personne : plus tard, nul ne pourra y retrouver qui que ce soit"
    ),
    "months are sealed to {count} officers": "nombre de DPO pour qui les mois sont scellés : {count}",
    (
        "When a backup was put back, see gateway transfers accept-restore; else keep the ledger as it is, "
        "and tell the DPO."
    ): (
        "Si une sauvegarde a été remise en place, voyez gateway transfers accept-restore ; sinon, laissez le "
        "registre tel quel, et prévenez le DPO."
    ),
    "Change nothing, keep a copy of the ledger, and tell the DPO.": (
        "Ne changez rien, gardez une copie du registre, et prévenez le DPO."
    ),
    "Without it every mail is deferred.": "Sans le registre, tout mail est différé.",
    "{ledger} will be made at the first start": "{ledger} sera créé au premier démarrage",
    "Put the key back from where you keep it; without it nothing can be recorded.": (
        "Remettez la clé depuis l'endroit où vous la gardez ; sans elle, rien ne peut être enregistré."
    ),
    "the signing key is readable and its owner's alone": (
        "la clé de signature est lisible, et par son propriétaire seul"
    ),
    "the ledger": "le registre",
    "Set it to on in postgresql.conf: a power cut may take records that were acknowledged.": (
        "Mettez-le à on dans postgresql.conf : une coupure de courant peut emporter des enregistrements "
        "confirmés."
    ),
    "{name} is off": "{name} est désactivé",
    "Name the server that takes new records.": "Indiquez le serveur qui accepte de nouveaux enregistrements.",
    "the server is a standby": "le serveur est un serveur de secours (standby)",
    "PostgreSQL {version} answers": "PostgreSQL {version} répond",
    "unknown transfers in the last {days} days: {count}; latest {ids}": (
        "transmissions des {days} derniers jours à l'issue inconnue : {count} ; en dernier {ids}"
    ),
    "Look for each reference in the mailbox, and write down elsewhere what you found.": (
        "Cherchez chaque référence dans la boîte aux lettres, et notez ailleurs ce que vous trouvez."
    ),
    "Is this the ledger's file, and may the gateway's user read it?": (
        "Est-ce le fichier du registre, et l'utilisateur de la passerelle peut-il le lire ?"
    ),
    "whole; records: {size}, transfers without outcome: {open}": (
        "intact ; enregistrements : {size}, transmissions sans issue : {open}"
    ),
    "Start it, check next_hop.address, and open the firewall.": (
        "Démarrez-le, vérifiez next_hop.address, et ouvrez le pare-feu."
    ),
    "Check next_hop.ca, next_hop.name and the certificate it shows.": (
        "Vérifiez next_hop.ca, next_hop.name et le certificat qu'il présente."
    ),
    "Turn TLS on there (STARTTLS), or give next_hop.address the port where it is on.": (
        "Activez-y TLS (STARTTLS), ou indiquez dans next_hop.address le port où il est activé."
    ),
    "Read its log: it offers STARTTLS and refuses it.": (
        "Lisez son journal : il propose STARTTLS et le refuse."
    ),
    "Renew the certificate of that server.": "Renouvelez le certificat de ce serveur.",
    "Check the clock of this machine, and the certificate of that server.": (
        "Vérifiez l'horloge de cette machine, et le certificat de ce serveur."
    ),
    "Check the host's TLSA records, and that dns.nameservers is a validating resolver here.": (
        "Vérifiez les enregistrements TLSA du serveur, et que dns.nameservers est ici un résolveur qui "
        "valide."
    ),
    "Compare next_hop.address with the policy of next_hop.domain, and see that dns validates.": (
        "Comparez next_hop.address à la politique MTA-STS de next_hop.domain, et assurez-vous que dns valide."
    ),
    "Check the network path and the server's load.": "Vérifiez le chemin réseau et la charge du serveur.",
    "Read its log: it turned the gateway away.": "Lisez son journal : il a refusé la passerelle.",
    "Read its log: it hung up.": "Lisez son journal : il a coupé la connexion.",
    "Report this.": "Signalez-le.",
    "the name does not resolve": "le nom est introuvable",
    "Check next_hop.address, and this machine's own resolver: dns.nameservers is not asked for it.": (
        "Vérifiez next_hop.address, et le résolveur de cette machine : dns.nameservers n'est pas consulté "
        "pour cela."
    ),
    "nobody listens there": "personne n'y écoute",
    "Correct {key}.": "Corrigez {key}.",
    "{where} answers over {tls}": "{where} répond par {tls}",
    "plain loopback": "loopback non chiffré",
    "{answers}, vouched for by its TLSA records": "{answers}, confirmé par ses enregistrements TLSA",
    "{answers}, named by the MTA-STS policy of {domain}": (
        "{answers}, nommé par la politique MTA-STS de {domain}"
    ),
    "{where} failed: {why}": "échec avec {where} : {why}",
    "the system's name server": "le serveur de noms du système",
    "{server} answers": "{server} répond",
    "{server} gives no usable answer": "{server} ne donne pas de réponse utilisable",
    "Check dns.nameservers and the server itself.": "Vérifiez dns.nameservers et le serveur même.",
    "{name} is suspended: every mail to it is refused": (
        "{name} est suspendu : tout mail qui en relève est refusé"
    ),
    "Write {setting} to resume.": "Écrivez {setting} pour le reprendre.",
    "{name} asks for sealed content, and the gateway holds no key that opens it": (
        "{name} demande un contenu chiffré, et la passerelle n'a pas de clé qui l'ouvre"
    ),
    "Write keys.smime or keys.pgp_home, of a kind in encryption.accept. Until then that mail is refused.": (
        "Remplissez keys.smime ou keys.pgp_home, d'un type admis par encryption.accept. D'ici là, ce "
        "courrier est refusé."
    ),
    "{name} asks for signed content, and nobody's signature counts": (
        "{name} demande un contenu signé, et aucune signature ne compte"
    ),
    "Write keys.smime_authorities, or keys.pgp_home and senders.pgp_keys. Until then that mail is refused.": (
        "Remplissez keys.smime_authorities, ou keys.pgp_home et senders.pgp_keys. D'ici là, ce courrier est "
        "refusé."
    ),
    "{name} asks for sealed content, and the gateway has keys for it": (
        "{name} demande un contenu chiffré, et la passerelle a des clés pour cela"
    ),
    "{name} is in force only from {day}": "{name} n'est en vigueur qu'à partir du {day}",
    "Nothing passes until then. Correct valid.from if that is wrong.": (
        "D'ici là, rien ne passe. Corrigez valid.from si c'est une erreur."
    ),
    "{name} ended on {day}": "{name} a pris fin le {day}",
    "Nothing passes. Renew the protocol and valid.until, or remove the file.": (
        "Rien ne passe. Renouvelez le protocole et valid.until, ou supprimez le fichier."
    ),
    "{name} is in force": "{name} est en vigueur",
}
