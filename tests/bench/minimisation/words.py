"""What people call things on a referral, in four languages, whatever the gateway knows of it."""

import random
import re

from tests.bench.minimisation.model import Lang
from tests.bench.minimisation.people import Person

LABELS: dict[Lang, dict[str, str]] = {
    "nl": {
        "first": "Voornaam|Voornaam|Voornaam cliënt|Voornamen",
        "last": "Naam|Familienaam|Achternaam",
        "name": "Naam en voornaam|Naam|Naam cliënt|Volledige naam|Voornaam en naam|Cliënt",
        "address": "Adres|Woonadres|Domicilie|Adres cliënt|Verblijfsadres",
        "street_number": "Straat en nummer|Straat + nr|Straat en huisnummer",
        "street": "Straat|Straatnaam",
        "number": "Nr|Huisnummer|Nummer|Huisnr.",
        "box": "Bus|Busnummer|Bus nr",
        "postcode": "Postcode|Post code",
        "city": "Gemeente|Woonplaats|Deelgemeente|Plaats",
        "postcode_city": "Postcode en gemeente|Postcode + gemeente|Gemeente|Woonplaats",
        "mobile": "Gsm|GSM|Gsm-nummer|GSM nummer|Mobiel",
        "landline": "Vaste lijn|Tel. thuis|Telefoon vast",
        "phone": "Tel|Telefoon|Tel.|Telefoonnummer|Contactnummer|Tel/gsm",
        "email": "E-mail|Mail|E-mailadres|Mailadres|Email|e-mail adres",
    },
    "fr": {
        "first": "Prénom|Prénom|Prénom du client|Prénoms",
        "last": "Nom|Nom de famille|NOM",
        "name": "Nom et prénom|Nom complet|Nom du client|Cliente|Nom, prénom",
        "address": "Adresse|Domicile|Adresse du client|Adresse complète",
        "street_number": "Rue et numéro|Rue + n°|Rue et n°",
        "street": "Rue",
        "number": "N°|Numéro",
        "box": "Boîte|Bte",
        "postcode": "Code postal|CP",
        "city": "Commune|Localité|Ville",
        "postcode_city": "Code postal et commune|CP et localité|Code postal + commune",
        "mobile": "GSM|Gsm|Portable|N° de GSM",
        "landline": "Téléphone fixe|Tél. fixe|Fixe",
        "phone": "Téléphone|Tél|Tél.|Numéro de téléphone|Tél/GSM",
        "email": "Courriel|E-mail|Adresse mail|Mail|Adresse e-mail",
    },
    "en": {
        "first": "First name|Given name|Forename|First name(s)",
        "last": "Last name|Surname|Family name",
        "name": "Full name|Name|Client name|Name of client|Client",
        "address": "Address|Home address|Client address",
        "street_number": "Street and number|Street and house number",
        "street": "Street",
        "number": "No.|House number|Number",
        "box": "Box|Box no.|Box number",
        "postcode": "Postcode|Postal code|Zip code",
        "city": "Town|City|Municipality|Village",
        "postcode_city": "Postcode and town|Postal code and city",
        "mobile": "Mobile|Cell phone|Mobile phone|Mobile number",
        "landline": "Landline|Home phone",
        "phone": "Phone|Telephone|Tel|Phone number|Contact number",
        "email": "Email|E-mail|Email address|E-mail address",
    },
    "de": {
        "first": "Vorname|Vorname|Vornamen|Rufname",
        "last": "Nachname|Name|Familienname",
        "name": "Name und Vorname|Vollständiger Name|Name, Vorname|Name der Klientin",
        "address": "Adresse|Anschrift|Wohnadresse|Wohnanschrift",
        "street_number": "Straße und Hausnummer|Straße + Nr.|Straße, Nr.",
        "street": "Straße",
        "number": "Hausnummer|Nr.|Hausnr.",
        "box": "Bus|Box|Briefkasten",
        "postcode": "PLZ|Postleitzahl",
        "city": "Ort|Gemeinde|Wohnort",
        "postcode_city": "PLZ und Ort|PLZ Ort|PLZ / Ort",
        "mobile": "Handy|Mobil|Handynummer|Mobiltelefon",
        "landline": "Festnetz|Telefon privat",
        "phone": "Telefon|Tel.|Telefonnummer|Tel",
        "email": "E-Mail|E-Mail-Adresse|Mail|Email",
    },
}
ROLES: dict[Lang, dict[str, str]] = {
    "nl": {
        "partner": "Partner|Echtgenoot|Samenwonend met",
        "child": "Kind|Kinderen|Jongste kind",
        "doctor": "Huisarts|Behandelend arts",
        "referrer": "Verwijzer|Doorverwezen door|Aangemeld door",
        "landlord": "Huisbaas|Verhuurder",
        "interpreter": "Tolk",
        "grandmother": "Oma|Grootmoeder",
    },
    "fr": {
        "partner": "Conjoint|Partenaire|Compagnon",
        "child": "Enfant|Enfants",
        "doctor": "Médecin traitant|Médecin",
        "referrer": "Référent|Orienté par",
        "landlord": "Propriétaire|Bailleur",
        "interpreter": "Interprète",
        "grandmother": "Grand-mère|Grand-mère maternelle",
    },
    "en": {
        "partner": "Partner|Husband|Spouse",
        "child": "Child|Children|Youngest child",
        "doctor": "GP|Family doctor",
        "referrer": "Referred by|Referrer",
        "landlord": "Landlord",
        "interpreter": "Interpreter",
        "grandmother": "Grandmother|Maternal grandmother",
    },
    "de": {
        "partner": "Partner|Ehemann|Lebensgefährte",
        "child": "Kind|Kinder",
        "doctor": "Hausarzt|Hausärztin",
        "referrer": "Überwiesen durch|Zuweiser",
        "landlord": "Vermieter",
        "interpreter": "Dolmetscher",
        "grandmother": "Großmutter|Oma",
    },
}
SECTIONS: dict[Lang, dict[str, str]] = {
    "nl": {
        "client": "Gegevens cliënt|Cliënt|Gegevens moeder (cliënt)",
        "partner": "Gegevens partner|Partner",
        "child": "Gegevens kind|Kind",
        "doctor": "Huisarts",
        "father": "Gegevens vader",
        "mother": "Gegevens moeder",
        "situation": "Situatie|Hulpvraag|Context",
        "role": "Rol|Hoedanigheid",
        "marked": "cliënt",
    },
    "fr": {
        "client": "Données du client|Client|Cliente",
        "partner": "Données du partenaire|Conjoint",
        "child": "Enfant",
        "doctor": "Médecin",
        "father": "Père",
        "mother": "Mère",
        "situation": "Situation|Demande|Contexte",
        "role": "Rôle|Qualité",
        "marked": "client",
    },
    "en": {
        "client": "Client details|Client",
        "partner": "Partner details|Partner",
        "child": "Child",
        "doctor": "GP",
        "father": "Father",
        "mother": "Mother",
        "situation": "Situation|Background|Reason for referral",
        "role": "Role",
        "marked": "client",
    },
    "de": {
        "client": "Angaben zum Klienten|Klient|Klientin",
        "partner": "Angaben zum Partner|Partner",
        "child": "Kind",
        "doctor": "Hausarzt",
        "father": "Vater",
        "mother": "Mutter",
        "situation": "Situation|Anliegen|Hintergrund",
        "role": "Rolle",
        "marked": "Klient",
    },
}
OPENINGS: dict[Lang, str] = {
    "nl": "Dag collega|Beste,|Hallo, hierbij een aanmelding.|Beste collega's, graag jullie contactname.|",
    "fr": "Bonjour,|Chère collègue,|Bonjour, voici une demande.|",
    "en": "Hi,|Dear colleague,|Hello, please find a referral below.|",
    "de": "Guten Tag,|Liebe Kollegin,|Hallo, anbei eine Überweisung.|",
}
CLOSINGS: dict[Lang, str] = {
    "nl": "Met vriendelijke groeten|Mvg,|Vriendelijke groet|Groetjes",
    "fr": "Cordialement|Bien à vous,|Bonne journée,",
    "en": "Kind regards|Best regards,|Best,",
    "de": "Mit freundlichen Grüßen|Freundliche Grüße|MfG,",
}
ENCLOSED: dict[Lang, str] = {
    "nl": "In bijlage de fiche.|Zie bijlage, bel gerust bij vragen.",
    "fr": "Voir la fiche en annexe.",
    "en": "Please see the attached form.",
    "de": "Siehe beigefügtes Formular.",
}
BOXES: dict[Lang, str] = {
    "nl": " bus | bus |/| b",
    "fr": " bte | boîte |/",
    "en": " box | bus |/",
    "de": " Bus |/| Box ",
}


_SAYS_CLIENT = re.compile("cli[eë]nt|klient", re.IGNORECASE)


def pick(rng: random.Random, choices: str) -> str:
    """One of the ``|``-parted choices."""
    return rng.choice(choices.split("|"))


def label(rng: random.Random, lang: Lang, slot: str, *, client: bool = True) -> str:
    """What someone calls ``slot``; in another's section than the client's it does not say client."""
    choices = LABELS[lang][slot].split("|")
    return rng.choice([choice for choice in choices if client or not _SAYS_CLIENT.search(choice)])


def slipped(rng: random.Random, word: str) -> str:
    """``word`` with one slip of the finger: a letter dropped, doubled or swapped with its neighbour."""
    if len(word) < 6:
        return word
    at = rng.randrange(1, len(word) - 2)
    return rng.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )


def street_line(rng: random.Random, lang: Lang, someone: Person) -> str:
    """Street, number and box on one line."""
    if not someone.box:
        return f"{someone.street} {someone.number}"
    joint = pick(rng, BOXES[lang])
    joint = " bus " if joint == " b" and not someone.box.isdigit() else joint
    return f"{someone.street} {someone.number}{joint}{someone.box}"


def address_line(rng: random.Random, lang: Lang, someone: Person) -> str:
    """The whole address on one line."""
    joint = rng.choice((", ", ", ", " - ", ",  ", " te " if lang == "nl" else ", "))
    return f"{street_line(rng, lang, someone)}{joint}{someone.postcode} {someone.municipality}"
