"""What the commands on accounts, keys, DNS and one mail answer, in Dutch, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "Password:": "Wachtwoord:",
    "Repeat for confirmation:": "Nog eens, ter bevestiging:",
    "Error: The two entered values do not match.": "Fout: de twee wachtwoorden zijn niet gelijk.",
    "Account {name} may log in. Give this to an authenticator app, and to nobody else:": (
        "Account {name} mag zich aanmelden. Geef dit aan een authenticator-app, en aan niemand anders:"
    ),
    "removed": "verwijderd",
    "enabled": "aan",
    "enabled, accepted by the policy": "aan, aanvaard door de policy",
    "enabled, not in this policy": "aan, niet in deze policy",
    "left behind  {kind} × {count} ({place})": "weggelaten  {kind} × {count} ({place})",
    "finding": "bevinding",
    "what": "wat",
    "where": "waar",
    "label  tenant: {tenant}  id: {id}  name: {name}  {state}": (
        "label  tenant: {tenant}  id: {id}  naam: {name}  {state}"
    ),
    "(none)": "(geen)",
    "the message that would be delivered": "het bericht dat bezorgd zou worden",
    "Key      {key} (keep it)\nRequest  {request} (give it to the authority)": (
        "Sleutel   {key} (bewaar hem)\nAanvraag  {request} (geef ze aan de autoriteit)"
    ),
    "SHA-256 of the public key  {fingerprint}": "SHA-256 van de publieke sleutel  {fingerprint}",
    "No keys: sealed mail is refused.": "Geen sleutels: versleutelde mail wordt geweigerd.",
    "Method": "Methode",
    "Addresses": "Adressen",
    "Fingerprint": "Vingerafdruk",
    "Expires": "Vervalt",
    "never": "nooit",
    "Deliveries and notes are signed with this key.": (
        "Wat bezorgd wordt en berichten aan afzenders zijn met deze sleutel ondertekend."
    ),
    "Tighten p to quarantine, then reject, as the reports allow. Another p is your choice.": (
        "Verstreng p tot quarantine en dan reject, zodra de rapporten dat toelaten. Een andere p kiest u."
    ),
    "The gateway's public address, A and AAAA.": "Het publieke adres van de gateway, A en AAAA.",
    (
        "Counts in a zone signed with DNSSEC alone. New key: publish its line beside this one, wait twice "
        "the TTL, install the certificate, restart the gateway, remove the old one. The same key renewed "
        "changes nothing."
    ): (
        "Telt enkel in een zone die met DNSSEC ondertekend is. Nieuwe sleutel: publiceer zijn regel naast "
        "deze, wacht tweemaal de TTL, plaats het certificaat, herstart de gateway, verwijder de oude regel. "
        "Een nieuw certificaat met dezelfde sleutel verandert niets."
    ),
    "Notes to senders have no envelope sender, so SPF looks at the name in EHLO.": (
        "Berichten aan afzenders hebben geen envelopafzender, dus kijkt SPF naar de naam in EHLO."
    ),
    "A second MX would be a way around the gateway.": "Een tweede MX zou een weg om de gateway heen zijn.",
    "Its id changes with the policy file. First put the file there, then publish this.": (
        "De id verandert mee met het policybestand. Zet eerst het bestand klaar, en publiceer dan dit."
    ),
    "A web server that answers {url}.": "Een webserver die {url} beantwoordt.",
    "Where senders report failures of TLS. Another rua is your choice.": (
        "Waar afzenders fouten met TLS melden. Een andere rua kiest u zelf."
    ),
    "present": "staat er",
    "missing": "ontbreekt",
    "different": "anders",
    "unknown": "onbekend",
    "there is: {text}": "er staat: {text}",
    "{url} holds, in mode enforce once the reports show no failures:": (
        "op {url} staat, in modus enforce zodra de rapporten geen fouten tonen:"
    ),
    "{hostname} is the MX.": "{hostname} is de MX.",
    "{hostname} stands behind the MX, whose own records are not here.": (
        "{hostname} staat achter de MX, waarvan de eigen records hier niet bij zijn."
    ),
}
