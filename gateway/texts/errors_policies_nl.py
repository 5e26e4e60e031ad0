"""Errors and warnings on policies and what is expected of them, in Dutch, by their English sentence."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "No policy of this size was ever read.": "Een policy van deze omvang is nooit gelezen.",
    "Read both GUIDs off a labelled mail from the sender: `gateway explain SAMPLE.eml`.": (
        "Lees beide GUID's af van een mail van de afzender met het label: `gateway explain SAMPLE.eml`."
    ),
    "the label's tenant is not filled in": "de tenant van het label is nog niet ingevuld",
    "the label's id is not filled in": "de id van het label is nog niet ingevuld",
    "the street list {file}: {wrong}": "de stratenlijst {file}: {wrong}",
    "the street list is empty or holds a line that is no street": (
        "de stratenlijst is leeg of bevat een regel die geen straat is"
    ),
    "One street a line, up to {most} characters.": (
        "Schrijf één straat per regel, van hoogstens {most} tekens."
    ),
    "the policies' folder cannot be read": "de map met de policies kan niet gelezen worden",
    "Check `policies` in the configuration, or make the folder.": (
        "Controleer `policies` in de configuratie, of maak de map."
    ),
    "Put one file for each protocol in it, its name ending in .yaml or .yml.": (
        "Zet er voor elk protocol één bestand in, met een naam die op .yaml of .yml eindigt."
    ),
    "no policy in this folder": "geen policy in deze map",
    "the same protocol as in {place}": "hetzelfde protocol als in {place}",
    "Give each its own name.": "Geef elk een eigen naam.",
    "the same recipient as in {place}": "dezelfde ontvanger als in {place}",
    "Keep each recipient in one policy.": "Zet elke ontvanger in maar één policy.",
    "Write it as name@domain, in ASCII.": "Schrijf naam@domein, in ASCII.",
    "Write {unknown}; then `gateway explain SAMPLE.eml` shows it.": (
        "Schrijf {unknown}; dan toont `gateway explain SAMPLE.eml` hem."
    ),
    "no address pattern": "dit is geen adrespatroon",
    'Write "name@domain" or "*@domain".': 'Schrijf "naam@domein" of "*@domein".',
    "{what} is no GUID": "{what} is geen GUID",
    "{what} stands in braces": "{what} staat tussen accolades",
    "{what} lacks its hyphens": "{what} mist de koppeltekens",
    "Write it as 8-4-4-4-12 digits.": "Schrijf hem in groepen van 8-4-4-4-12 cijfers.",
    "Write {unknown} until you have it.": "Schrijf {unknown} tot u hem hebt.",
    "the protocol's name is no plain word": "de naam van het protocol is geen gewoon woord",
    "Use letters, digits, hyphens, at most 64.": "Gebruik letters, cijfers en koppeltekens, hoogstens 64.",
    '"suspended" is no reason': '"suspended" is geen reden',
    "Write one line of at most {most} characters, or null to resume.": (
        "Schrijf één regel van hoogstens {most} tekens, of null om te hervatten."
    ),
    "no mail address": "dit is geen mailadres",
    "neither a SHA-256 fingerprint nor a DNS name": "dit is geen SHA-256-vingerafdruk en geen DNS-naam",
    "Write 64 hexadecimal digits or a host name.": "Schrijf 64 hexadecimale cijfers of een servernaam.",
    "no full PGP fingerprint": "dit is geen volledige PGP-vingerafdruk",
    "Write its 40 hexadecimal digits, from `gpg --fingerprint`.": (
        "Schrijf de 40 hexadecimale cijfers die `gpg --fingerprint` toont."
    ),
    "the tenant": "de tenant",
    "the label's id": "de id van het label",
    "no data that can pass": "dit gegeven mag niet door",
    "Remove it: {names} can. All else is left behind, and its kind is told.": (
        "Verwijder het: enkel {names} mogen door. De rest blijft achter, en de soort ervan wordt gemeld."
    ),
    '"dpo" is no mail address': '"dpo" is geen mailadres',
    "an empty place name": "een lege plaatsnaam",
    '"suspended" takes a reason': '"suspended" vraagt een reden',
    "Write it in quotes.": "Schrijf die tussen aanhalingstekens.",
    '"suspended" takes a reason or null': '"suspended" vraagt een reden of null',
    "Write null for a protocol that is in force.": "Schrijf null voor een protocol dat in werking is.",
    '"until" lies before "from"': '"until" ligt voor "from"',
    "Exchange the two dates.": "Wissel de twee datums om.",
    '"allow" is empty': '"allow" is leeg',
    'List who may send, as "*@domain".': 'Noem wie mag sturen, zoals "*@domein".',
    "Add certificates: [FINGERPRINT].": "Voeg certificates: [VINGERAFDRUK] toe.",
    "no certificate is listed": "er staat geen certificaat op de lijst",
    '"accept" is empty, so nothing could pass': '"accept" is leeg, dus niets zou door mogen',
    "List a label's tenant and id.": "Geef tenant en id van een label.",
    "List the data the protocol names.": "Noem de gegevens uit het protocol.",
    "a field is here twice": "een veld staat hier twee keer",
    "an empty list can never be met": "aan een lege lijst kan nooit voldaan worden",
    "{names} is required but not allowed": "{names} is verplicht maar niet toegelaten",
    "Allow it, or write require without it.": "Zet het bij allow, of schrijf require zonder dat.",
    "Write a number of days, or null to keep it.": "Schrijf een aantal dagen, of null om alles te bewaren.",
    "no Belgian postcode": "dit is geen Belgische postcode",
    'Write four digits: "1670".': 'Schrijf vier cijfers: "1670".',
    "a postcode without a place": "een postcode zonder plaats",
    "List its places.": "Noem de plaatsen ervan.",
    "is no code of a finding": "is geen code van een bevinding",
    "Take one that gateway explain prints.": "Neem er een die gateway explain toont.",
    "ok       {name}": "ok       {name}",
    "differs  {name}: {wrong}": "anders   {name}: {wrong}",
    "this folder is not there. Make it, and put NAME.eml and NAME.yaml in it.": (
        "deze map is er niet. Maak ze, en zet er NAAM.eml en NAAM.yaml in."
    ),
    "no NAME.eml in this folder. Put one there for each expectation.": (
        "geen NAAM.eml in deze map. Zet er een voor elke verwachting."
    ),
    "{file} is missing. Write in it what must become of {mail}.": (
        "{file} ontbreekt. Schrijf daarin wat er van {mail} moet worden."
    ),
    "{verdict}, not {wanted}": "{verdict}, niet {wanted}",
    "without {code}": "zonder {code}",
    "with {code}": "met {code}",
}
