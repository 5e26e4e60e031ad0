"""Errors and warnings on what a command refuses, in Dutch, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "The ledger is not whole: the figures cannot be relied on. The dossier says so.": (
        "Het register is niet ongeschonden: de cijfers zijn niet betrouwbaar. Het dossier zegt dat ook."
    ),
    "Times are told in UTC. Write timezone: Europe/Brussels in the configuration for Belgian times.": (
        "Tijden staan in UTC. Schrijf timezone: Europe/Brussels in de configuratie voor Belgische tijd."
    ),
    "--aware lies in the future. Give the moment at which you became aware of it.": (
        "--aware ligt in de toekomst. Geef het moment waarop u er kennis van kreeg."
    ),
    "No transfer fits; nothing was made. References and filters hold together.": (
        "Geen enkele doorgifte voldoet; er is niets gemaakt. Referenties en filters gelden samen."
    ),
    "the ledger is whole: there is no integrity alarm to report": (
        "het register is ongeschonden: er is geen schending van de integriteit om te melden"
    ),
    "the configuration has no console. Add console: with listen, and accounts or oidc.": (
        "de configuratie heeft geen console. Voeg console: toe, met listen, en met accounts of oidc."
    ),
    "the console has no accounts of its own. Add console.accounts: and a file.": (
        "de console heeft geen eigen accounts. Voeg console.accounts: toe, met een bestand."
    ),
    "There is no terminal to ask the password on. Run it on one (ssh -t), or give --password.": (
        "Er is geen terminal om het wachtwoord op te vragen. Voer dit uit op een terminal (ssh -t), of "
        "geef --password."
    ),
    "the console cannot start.\n{why}": "de console kan niet starten.\n{why}",
    "{at} is in use. Stop what listens there, or change console.listen.": (
        "{at} is in gebruik. Stop wat daar luistert, of wijzig console.listen."
    ),
    (
        "There is an account {name} already, left as it was. Add --replace to make it anew: the password "
        "and the second factor that it has then no longer open anything."
    ): (
        "Er is al een account {name}; daaraan is niets gewijzigd. Voeg --replace toe om het opnieuw te "
        "maken: het huidige wachtwoord en de huidige tweede factor werken dan niet meer."
    ),
    "{usual} is not there, so this reads {file}.": (
        "{usual} bestaat niet; daarom leest dit commando {file}."
    ),
    "give a day like 2026-01-31 or a moment like 2026-01-31T14:30": (
        "geef een dag zoals 2026-01-31 of een moment zoals 2026-01-31T14:30"
    ),
    "the ledger went from format {before} to {after}; as it was: {backup}": (
        "het register ging van formaat {before} naar {after}; zoals het was: {backup}"
    ),
    "Give references, or --from, --to and --policy.": "Geef referenties, of --from, --to en --policy.",
    "{wrong}. Run {verify}.": "{wrong}. Voer {verify} uit.",
    "a checkpoint cannot be proven: {wrong}": "een controlepunt kan niet bewezen worden: {wrong}",
    "{file} cannot be read: {reason}. Name the saved mail, an .eml file.": (
        "{file} kan niet gelezen worden: {reason}. Geef de bewaarde mail op, een .eml-bestand."
    ),
    "{file} begins with no header of a mail. Save it as .eml, not as .msg.": (
        "{file} begint niet met de kopregels van een mail. Bewaar het als .eml, niet als .msg."
    ),
    "not an IP address, for instance 192.0.2.1": "geen IP-adres, zoals 192.0.2.1",
    "no policy of that name. Known here: {known}.": "er is geen policy met die naam. Gekend: {known}.",
    "several policies. Choose one with --policy: {known}.": (
        "er zijn meerdere policies. Kies er een met --policy: {known}."
    ),
    "The form leaves the label out: the policy still has {unknown} for its tenant or id.": (
        "Het label staat niet in het formulier: in de policy is zijn tenant of id nog {unknown}."
    ),
    "The form leaves the label out: the policy gives it no name.": (
        "Het label staat niet in het formulier: de policy geeft het geen naam."
    ),
    "No usable configuration here, so the form has every field.": (
        "Er is hier geen bruikbare configuratie; daarom heeft het formulier alle velden."
    ),
    "give one as mailbox@municipality.example": "geef er een zoals ocmw@pepingen.example",
    "{file} is there already. Choose another name.": "{file} bestaat al. Kies een andere naam.",
    "The home holds no secret key with a user id of {mailbox}.": (
        "De map van GnuPG bevat geen geheime sleutel met een gebruikers-id van {mailbox}."
    ),
    "The home holds {number} secret keys of {mailbox}. Revoke those that are not used.": (
        "De map van GnuPG bevat {number} geheime sleutels van {mailbox}. Trek in wat niet gebruikt wordt."
    ),
    "There are no PGP keys: the configuration has no keys.pgp_home.": (
        "Er zijn geen PGP-sleutels: de configuratie heeft geen keys.pgp_home."
    ),
    "The policies name several recipients. Choose one with --address.": (
        "De policy noemt meerdere ontvangers. Kies er een met --address."
    ),
    "give 1 to {most} characters": "geef 1 tot {most} tekens",
    "it {wrong}. {remedy}": "het adres {wrong}. {remedy}",
    "Interrupted. Run the same command again to move the ledger.": (
        "Onderbroken. Voer hetzelfde commando opnieuw uit om het register te verhuizen."
    ),
    "Give --phone, --email or --name.": "Geef --phone, --email of --name.",
    "With --name give --postcode and --number too.": "Geef bij --name ook --postcode en --number.",
    "--phone is not one telephone number.": "--phone is niet één telefoonnummer.",
    "--email is not one mail address.": "--email is niet één mailadres.",
    "several keys; name one: {names}": "meerdere sleutels; noem er een: {names}",
    "no sealed key of {month}. See gateway transfers months for those that there are.": (
        "geen verzegelde sleutel van {month}. Welke er zijn, toont gateway transfers months."
    ),
    "Interrupted. Nothing was written.": "Onderbroken. Er is niets geschreven.",
    "{kind} is not for a terminal; give --out FILE.": "{kind} is niet voor een terminal; geef --out BESTAND.",
    "Left out, transfers of which it was erased whether they belong: {number}.": (
        "Weggelaten, doorgiften waarvan gewist is of ze erbij horen: {number}."
    ),
    "the report cannot be written: {reason}": "het verslag kan niet geschreven worden: {reason}",
    "name one of these with --policy: {names}": "kies een van deze met --policy: {names}",
    "another program keeps the ledger in use; run this again": (
        "een ander programma houdt het register in gebruik; voer dit opnieuw uit"
    ),
    "Give a reference, or a period with --from, --to or both.": (
        "Geef een referentie, of een periode met --from, --to of beide."
    ),
    "Run gateway check --config {file} as root: it names the file and the remedy.": (
        "Voer gateway check --config {file} uit als root: dat noemt het bestand en wat u eraan doet."
    ),
    "gateway cannot start.\n{why}. {hint}": "gateway kan niet starten.\n{why}. {hint}",
    "gateway cannot start.\n{why}": "gateway kan niet starten.\n{why}",
    "next_hop.tls is none: there is no TLS to report on": (
        "next_hop.tls is none: er is geen TLS om over te rapporteren"
    ),
    "{file} cannot be written: {reason}. Choose another place.": (
        "{file} kan niet geschreven worden: {reason}. Kies een andere plaats."
    ),
    "Give --checkpoint or --evidence.": "Geef --checkpoint of --evidence.",
    "{wrong}. Run it as the user of the gateway, or as root.": (
        "{wrong}. Voer het uit als de gebruiker van de gateway, of als root."
    ),
    "No reference, period or policy was given: the bundle holds every transfer of the ledger.": (
        "Geen referentie, periode of policy opgegeven: de bundel bevat elke doorgifte van het register."
    ),
    "No transfer fits: the bundle proves nothing.": "Geen enkele doorgifte voldoet: de bundel bewijst niets.",
    "the ledger does not continue a checkpoint that was kept: it was rewritten": (
        "het register gaat niet verder op een bewaard controlepunt: het werd herschreven"
    ),
    "{file} holds no checkpoint: {wrong}": "{file} bevat geen controlepunt: {wrong}",
    "not a text": "geen tekst",
    "{file} is no evidence bundle. Name a ZIP as it was made.": (
        "{file} is geen bewijsbundel. Geef de ZIP zoals hij gemaakt is."
    ),
    "Stop what listens there, which `ss -ltnp` shows, or name another port.": (
        "Stop wat daar luistert (`ss -ltnp` toont het), of noem een andere poort."
    ),
    "Name an address of this machine, which `ip address` shows.": (
        "Noem een adres van deze machine (`ip address` toont ze)."
    ),
    "Let systemd open it, as the package does, or name a port from 1024 on.": (
        "Laat systemd hem openen, zoals het pakket doet, of noem een poort vanaf 1024."
    ),
    "cannot listen on {host}:{port}: {reason}": "kan niet luisteren op {host}:{port}: {reason}",
    "an address of the envelope is no mail address. Write it as name@domain.": (
        "een adres van de envelop is geen mailadres. Schrijf het als naam@domein."
    ),
    "the ledger is in PostgreSQL: copy it with pg_dump": (
        "het register staat in PostgreSQL: kopieer het met pg_dump"
    ),
    "no backup was made: {what}": "er is geen reservekopie gemaakt: {what}",
    "there is no hold {name}. See gateway transfers holds for those that there are.": (
        "er wordt niets vastgehouden onder de naam {name}. Wat wel vastgehouden wordt, toont gateway "
        "transfers holds."
    ),
    "give a day as YYYY-MM-DD, such as 2026-01-31": ("geef een dag als JJJJ-MM-DD, zoals 2026-01-31"),
    "SPF was asked of {ip}. Name the server that the mail came from, with --client-ip.": (
        "SPF is gevraagd voor {ip}. Noem met --client-ip de server waarvan de mail kwam."
    ),
    "--to is before --from; give the earliest day first": "--to ligt voor --from; geef eerst de vroegste dag",
}
