"""The client's own fields as labelled rows, in many wordings."""

from tests.bench.heldout import numbers
from tests.bench.heldout.case import Case
from tests.bench.heldout.names import LONG_LAST
from tests.bench.heldout.people import Person

Rows = list[tuple[str, str]]

LABELS: dict[str, dict[str, tuple[str, ...]]] = {
    "nl": {
        "last": ("Naam", "Familienaam", "Achternaam", "Familienaam cliënt", "Naam cliënt"),
        "first": ("Voornaam", "Voornaam", "Roepnaam", "Voornaam cliënt"),
        "full": (
            "Naam",
            "Naam cliënt",
            "Cliënt",
            "Volledige naam",
            "Voornaam en naam",
            "Naam moeder (cliënt)",
        ),
        "full_last": (
            "Naam en voornaam",
            "Naam + voornaam",
            "Naam, voornaam",
            "Naam/voornaam",
            "Familienaam en voornaam",
        ),
        "address": (
            "Adres",
            "Woonplaats",
            "Domicilie",
            "Woont te",
            "Adres cliënt",
            "Verblijfplaats",
            "Adresgegevens",
        ),
        "street_nr": (
            "Straat en nr",
            "Straat + nr",
            "Straat en huisnummer",
            "Straat/nr",
            "Straat, nr. en bus",
            "Straat & nummer",
        ),
        "street": ("Straat", "Straatnaam"),
        "nr": ("Nr", "Huisnummer", "Nummer", "Nr."),
        "box": ("Bus", "Busnummer", "Bus nr."),
        "pc": ("Postcode", "Postnr", "Postnummer"),
        "town": ("Gemeente", "Plaats", "Woonplaats", "Deelgemeente"),
        "pc_town": (
            "Postcode en gemeente",
            "Postcode + gemeente",
            "Postcode/gemeente",
            "Gemeente",
            "PC + gemeente",
        ),
        "mobile": (
            "Gsm",
            "GSM-nummer",
            "Tel/GSM",
            "Telefoon",
            "Tel.",
            "GSM nr.",
            "Telefoonnummer",
            "Gsmnr",
            "Mobiel",
        ),
        "landline": ("Vaste lijn", "Tel. thuis", "Telefoon (vast)", "Vast nummer", "Tel"),
        "email": (
            "E-mail",
            "Mail",
            "E-mailadres",
            "Mailadres",
            "email",
            "E-mail adres",
            "e-mailadres cliënt",
        ),
    },
    "fr": {
        "last": ("Nom", "Nom de famille"),
        "first": ("Prénom",),
        "full": ("Nom et prénom",),
        "full_last": ("Nom et prénom",),
        "address": ("Adresse", "Domicile"),
        "street_nr": ("Rue et numéro", "Rue + n°"),
        "street": ("Rue",),
        "nr": ("Numéro", "N°"),
        "box": ("Boîte", "Bte"),
        "pc": ("Code postal",),
        "town": ("Commune", "Localité"),
        "pc_town": ("Code postal et commune", "CP + commune"),
        "mobile": ("GSM", "Tél.", "Téléphone", "Portable", "N° de GSM"),
        "landline": ("Téléphone fixe", "Tél. fixe"),
        "email": ("E-mail", "Courriel", "Adresse e-mail", "Adresse mail"),
    },
    "en": {
        "last": ("Last name", "Surname", "Family name"),
        "first": ("First name", "Given name"),
        "full": ("Name", "Full name"),
        "full_last": ("Surname, first name",),
        "address": ("Address", "Home address"),
        "street_nr": ("Street and number",),
        "street": ("Street",),
        "nr": ("Number", "House number"),
        "box": ("Box",),
        "pc": ("Postcode", "Postal code"),
        "town": ("Town", "Municipality"),
        "pc_town": ("Postcode and town",),
        "mobile": ("Mobile", "Phone", "Cell phone", "Telephone"),
        "landline": ("Landline", "Home phone"),
        "email": ("Email", "E-mail address", "E-mail"),
    },
    "de": {
        "last": ("Name", "Nachname", "Familienname"),
        "first": ("Vorname",),
        "full": ("Name",),
        "full_last": ("Name, Vorname",),
        "address": ("Adresse", "Anschrift", "Wohnort"),
        "street_nr": ("Straße und Hausnummer", "Straße, Nr."),
        "street": ("Straße",),
        "nr": ("Hausnummer", "Nr."),
        "box": ("Postfach-Nr.",),
        "pc": ("PLZ", "Postleitzahl"),
        "town": ("Ort", "Gemeinde"),
        "pc_town": ("PLZ und Ort", "PLZ / Ort"),
        "mobile": ("Handy", "Telefon", "Handynummer", "Mobil"),
        "landline": ("Festnetz",),
        "email": ("E-Mail", "E-Mail-Adresse"),
    },
}


def label(c: Case, slot: str, lang: str = "nl") -> str:
    """One wording of the label."""
    return c.rng.choice(LABELS[lang][slot])


def name_rows(c: Case, who: Person, how: str, lang: str) -> Rows:
    """The name, apart or together."""
    if how == "full":
        word = label(c, "full", lang)
        return [("Naam cliënt" if "moeder" in word and not who.woman else word, who.full)]
    if how == "full_last":
        return [(label(c, "full_last", lang), f"{who.last} {who.first}")]
    if how == "comma":
        return [(c.rng.choice(("Naam", "Cliënt", "Naam, voornaam")), f"{who.last}, {who.first}")]
    rows = [(label(c, "last", lang), who.last), (label(c, "first", lang), who.first)]
    return rows if c.rng.random() < 0.6 else rows[::-1]


def address_rows(c: Case, who: Person, how: str, lang: str) -> Rows:
    """The address, on one row or more."""
    place = who.address
    if how == "one":
        return [(label(c, "address", lang), place.line(c.rng, french=lang == "fr"))]
    if how == "two":
        return [
            (label(c, "street_nr", lang), place.street_line(c.rng, french=lang == "fr")),
            (label(c, "pc_town", lang), place.town_line()),
        ]
    town = label(c, "town", lang)
    rows = [(label(c, "street", lang), place.street), (label(c, "nr", lang), place.number)]
    if place.box:
        rows.append((label(c, "box", lang), place.box))
    return [*rows, (label(c, "pc", lang), place.postcode), (town, place.town)]


def form(
    c: Case,
    who: Person,
    lang: str = "nl",
    *,
    name: str = "",
    address: str = "",
    landline: bool | None = None,
    email: bool = True,
    expect: bool = True,
    shuffle: bool = True,
) -> Rows:
    """All the client's fields; what is expected is noted too."""
    clear = (
        who.last not in {last for lasts in LONG_LAST.values() for last in lasts}
        and who.culture != "vietnamese"
    )
    name = name or c.rng.choice(("split", "split", "split", "full" if clear and lang != "fr" else "split"))
    address = address or c.rng.choice(("one", "one", "two", "split"))
    fixed = c.rng.random() < 0.2 if landline is None else landline
    phones: Rows = [(label(c, "mobile", lang), numbers.spell_mobile(c.rng, who.mobile))]
    if fixed:
        phones.append((label(c, "landline", lang), numbers.spell_landline(c.rng, who.landline)))
    mails: Rows = [(label(c, "email", lang), who.email)] if email else []
    tail = [phones, mails]
    parts = [name_rows(c, who, name, lang), address_rows(c, who, address, lang)]
    if shuffle and c.rng.random() < 0.25:
        tail.reverse()
    if shuffle and c.rng.random() < 0.15:
        parts = [parts[0], *tail, parts[1]]
    else:
        parts += tail
    if expect:
        c.expect(
            who, phone=[who.mobile] + ([who.landline] if fixed else []), email=[who.email] if email else []
        )
    return [row for part in parts for row in part]


def anonymous(rows: Rows) -> Rows:
    """The same rows, no label saying that this is the client."""
    clean = {"Cliënt": "Naam", "Naam moeder (cliënt)": "Naam"}
    return [(clean.get(key, key.replace(" cliënt", "")), value) for key, value in rows]
