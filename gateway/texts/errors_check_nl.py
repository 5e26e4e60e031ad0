"""Errors and warnings on ledger, policies and peers, in Dutch, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    'Read the log for "anchor failed", and mend what it names.': (
        'Zoek in het logboek naar "anchor failed", en verhelp wat daar staat.'
    ),
    "Run gateway transfers verify.": "Voer gateway transfers verify uit.",
    "{way}: holds nothing yet": "{way}: bevat nog niets",
    "{way}: holds {size} records since {time} UTC": "{way}: bevat {size} records sinds {time} UTC",
    "{holds}, and should hold more by now": "{holds}, en zou er intussen meer moeten bevatten",
    "{holds}, taken by {taken} of {asked} mail servers": (
        "{holds}, aangenomen door {taken} van de {asked} mailservers"
    ),
    "Correct the dpo in the policy, or ask their mail server.": (
        "Verbeter dpo in de policy, of vraag het aan wie hun mailserver beheert."
    ),
    "{way}: cannot be read": "{way}: kan niet gelezen worden",
    "the authority's clock and this one were {seconds} s apart": (
        "de klok van de autoriteit en die van deze machine scheelden {seconds} s"
    ),
    "Set the clock and keep it by NTP.": "Zet de klok juist en houd haar juist met NTP.",
    "every one of {size} records is in an anchor, but anchors themselves": (
        "alle records zitten in een anker, behalve de ankers zelf; records: {size}"
    ),
    "there is no record yet that an anchor could hold": "er is nog geen record dat in een anker kan zitten",
    "{records} records, the oldest of {age} ago, are in no anchor": (
        "records in geen enkel anker: {records}, het oudste van {age} geleden"
    ),
    "{detail}. Configure anchors, or keep checkpoints elsewhere: gateway transfers checkpoint": (
        "{detail}. Stel ankers in, of bewaar controlepunten elders: gateway transfers checkpoint"
    ),
    "{days} days": "{days} dagen",
    "{hours} hours": "{hours} uur",
    "one hour": "één uur",
    "less than an hour": "minder dan een uur",
    "{name} is well-formed": "{name} is goed opgebouwd",
    "the tenant {tenant} is known by a field that nobody signs": (
        "de tenant {tenant} is enkel gekend door een veld dat niemand ondertekent"
    ),
    "Leave it out where the sender's own DKIM signature arrives whole; else read docs/en/in-front.md.": (
        "Laat het weg als de DKIM-handtekening van de afzender zelf ongeschonden aankomt; lees anders "
        "docs/nl/ervoor.md."
    ),
    "mail for {domains} that no policy governs is handed on as it came": (
        "mail voor {domains} waarvoor geen policy geldt, gaat door zoals hij kwam"
    ),
    "every host in {networks} may say for whom it speaks and whom it verified": (
        "elke machine in {networks} mag zeggen voor wie ze spreekt en wie ze nagekeken heeft"
    ),
    "{networks} may speak for other clients": "{networks} mag voor andere clients spreken",
    "Enable gateway-erase.timer, or run `gateway transfers erase` every day.": (
        "Schakel gateway-erase.timer in, of voer elke dag `gateway transfers erase` uit."
    ),
    "Put the public age keys of the DPOs in `seal_months_to`: a key that is wiped unsealed is lost.": (
        "Zet de publieke age-sleutels van de DPO's in `seal_months_to`: een sleutel die onverzegeld gewist "
        "wordt, is verloren."
    ),
    "Run `gateway transfers verify`, as the gateway's user.": (
        "Voer `gateway transfers verify` uit, als de gebruiker van de gateway."
    ),
    "{count} groups of records are kept too long": "te lang bewaarde groepen van records: {count}",
    "not examined: the policies have a mistake": "niet nagekeken: er staat een fout in de policies",
    "no policy sets retention: everything is kept": "geen policy stelt retention in: alles blijft bewaard",
    "nothing is kept too long": "niets wordt te lang bewaard",
    "{copy} is the ledger before its tables were migrated, which retention does not reach": (
        "{copy} is het register van voor de omzetting van zijn tabellen, en de bewaartermijn wist daar niets "
        "uit"
    ),
    "Remove it once the new version runs as it should.": (
        "Verwijder het zodra de nieuwe versie naar behoren draait."
    ),
    "the key of {months} still lies beside the ledger": "de sleutel van {months} ligt nog naast het register",
    "months are sealed to nobody, so that afterwards nobody can look anybody up in them": (
        "de maanden worden voor niemand verzegeld, zodat later niemand er nog iemand in kan opzoeken"
    ),
    "months are sealed to {count} officers": "aantal DPO's voor wie de maanden verzegeld worden: {count}",
    (
        "When a backup was put back, see gateway transfers accept-restore; else keep the ledger as it is, "
        "and tell the DPO."
    ): (
        "Is er een reservekopie teruggezet, zie dan gateway transfers accept-restore; laat anders het "
        "register zoals het is, en verwittig de DPO."
    ),
    "Change nothing, keep a copy of the ledger, and tell the DPO.": (
        "Wijzig niets, bewaar een kopie van het register, en verwittig de DPO."
    ),
    "Without it every mail is deferred.": "Zonder het register wordt elke mail uitgesteld.",
    "{ledger} will be made at the first start": "{ledger} wordt bij de eerste start gemaakt",
    "Put the key back from where you keep it; without it nothing can be recorded.": (
        "Zet de sleutel terug van waar u hem bewaart; zonder die sleutel kan niets opgetekend worden."
    ),
    "the signing key is readable and its owner's alone": (
        "de ondertekensleutel is leesbaar, en enkel voor zijn eigenaar"
    ),
    "the ledger": "het register",
    "Set it to on in postgresql.conf: a power cut may take records that were acknowledged.": (
        "Zet het op on in postgresql.conf: bij een stroomonderbreking kunnen bevestigde records verdwijnen."
    ),
    "{name} is off": "{name} staat uit",
    "Name the server that takes new records.": "Noem de server die nieuwe records aanneemt.",
    "the server is a standby": "de server is een standby",
    "PostgreSQL {version} answers": "PostgreSQL {version} antwoordt",
    "unknown transfers in the last {days} days: {count}; latest {ids}": (
        "doorgiften van de laatste {days} dagen met onbekende uitkomst: {count}; laatst {ids}"
    ),
    "Look for each reference in the mailbox, and write down elsewhere what you found.": (
        "Zoek elke referentie in de mailbox, en noteer elders wat u vond."
    ),
    "Is this the ledger's file, and may the gateway's user read it?": (
        "Is dit het bestand van het register, en mag de gebruiker van de gateway het lezen?"
    ),
    "whole; records: {size}, transfers without outcome: {open}": (
        "ongeschonden; records: {size}, doorgiften zonder uitkomst: {open}"
    ),
    "Start it, check next_hop.address, and open the firewall.": (
        "Start hem, kijk next_hop.address na, en open de firewall."
    ),
    "Check next_hop.ca, next_hop.name and the certificate it shows.": (
        "Kijk next_hop.ca na, next_hop.name en het certificaat dat hij toont."
    ),
    "Turn TLS on there (STARTTLS), or give next_hop.address the port where it is on.": (
        "Zet daar TLS aan (STARTTLS), of geef in next_hop.address de poort op waar het aan staat."
    ),
    "Read its log: it offers STARTTLS and refuses it.": (
        "Lees zijn log: hij biedt STARTTLS aan en weigert het."
    ),
    "Renew the certificate of that server.": "Vernieuw het certificaat van die server.",
    "Check the clock of this machine, and the certificate of that server.": (
        "Kijk de klok van deze machine na, en het certificaat van die server."
    ),
    "Check the host's TLSA records, and that dns.nameservers is a validating resolver here.": (
        "Kijk de TLSA-records van de server na, en of dns.nameservers een resolver is die hier valideert."
    ),
    "Compare next_hop.address with the policy of next_hop.domain, and see that dns validates.": (
        "Vergelijk next_hop.address met de MTA-STS-policy van next_hop.domain, en kijk na of dns valideert."
    ),
    "Check the network path and the server's load.": (
        "Kijk de netwerkverbinding en de belasting van de server na."
    ),
    "Read its log: it turned the gateway away.": "Lees zijn logboek: hij wees de gateway af.",
    "Read its log: it hung up.": "Lees zijn logboek: hij verbrak de verbinding.",
    "Report this.": "Meld dit.",
    "the name does not resolve": "de naam wordt niet gevonden",
    "Check next_hop.address, and this machine's own resolver: dns.nameservers is not asked for it.": (
        "Kijk next_hop.address na, en de eigen resolver van deze machine: dns.nameservers wordt hiervoor "
        "niet gevraagd."
    ),
    "nobody listens there": "daar luistert niemand",
    "Correct {key}.": "Verbeter {key}.",
    "{where} answers over {tls}": "{where} antwoordt over {tls}",
    "plain loopback": "onversleutelde loopback",
    "{answers}, vouched for by its TLSA records": "{answers}, bevestigd door zijn TLSA-records",
    "{answers}, named by the MTA-STS policy of {domain}": (
        "{answers}, genoemd in de MTA-STS-policy van {domain}"
    ),
    "{where} failed: {why}": "het lukt niet met {where}: {why}",
    "the system's name server": "de naamserver van het systeem",
    "{server} answers": "{server} antwoordt",
    "{server} gives no usable answer": "{server} geeft geen bruikbaar antwoord",
    "Check dns.nameservers and the server itself.": "Kijk dns.nameservers en de server zelf na.",
    "{name} is suspended: every mail to it is refused": (
        "{name} is opgeschort: elke mail ervoor wordt geweigerd"
    ),
    "Write {setting} to resume.": "Schrijf {setting} om het te hervatten.",
    "{name} asks for sealed content, and the gateway holds no key that opens it": (
        "{name} vraagt versleutelde inhoud, en de gateway heeft geen sleutel die ze opent"
    ),
    "Write keys.smime or keys.pgp_home, of a kind in encryption.accept. Until then that mail is refused.": (
        "Vul keys.smime of keys.pgp_home in, van een soort in encryption.accept. Tot dan wordt die mail "
        "geweigerd."
    ),
    "{name} asks for signed content, and nobody's signature counts": (
        "{name} vraagt ondertekende inhoud, en niemands handtekening telt"
    ),
    "Write keys.smime_authorities, or keys.pgp_home and senders.pgp_keys. Until then that mail is refused.": (
        "Vul keys.smime_authorities in, of keys.pgp_home en senders.pgp_keys. Tot dan wordt die mail "
        "geweigerd."
    ),
    "{name} asks for sealed content, and the gateway has keys for it": (
        "{name} vraagt versleutelde inhoud, en de gateway heeft er sleutels voor"
    ),
    "{name} is in force only from {day}": "{name} geldt pas vanaf {day}",
    "Nothing passes until then. Correct valid.from if that is wrong.": (
        "Tot dan komt er niets door. Verbeter valid.from als dat fout is."
    ),
    "{name} ended on {day}": "{name} liep af op {day}",
    "Nothing passes. Renew the protocol and valid.until, or remove the file.": (
        "Er komt niets door. Hernieuw het protocol en valid.until, of verwijder het bestand."
    ),
    "{name} is in force": "{name} is van kracht",
}
