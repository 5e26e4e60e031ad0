"""The referring colleagues, their signatures and their disclaimers."""

import random
from dataclasses import dataclass

from tests.bench.heldout import numbers
from tests.bench.heldout.blocks import Block, Para, grid

GREETINGS = (
    "Beste collega",
    "Dag collega's,",
    "Hallo,",
    "Goeiemiddag,",
    "Beste,",
    "Geachte mevrouw, heer",
    "Dag allemaal",
    "Hoi,",
    "Goedemorgen",
    "Beste collega's van het OCMW,",
)
INTROS = (
    "Hierbij een nieuwe aanmelding, graag zo snel mogelijk contact.",
    "Onderstaand gezin gaf toestemming om gecontacteerd te worden.",
    "Zoals telefonisch besproken bezorg ik jullie de gegevens.",
    "Kunnen jullie dit gezin eens opbellen? Toestemming is in orde.",
    "Zie hieronder. Alvast dank!",
    "Graag een huisbezoek voor onderstaand gezin, ze weten dat jullie bellen.",
    "",
    "Ik stuur jullie nog even de gegevens door voor ik naar huis ga.",
    "Nieuwe doorverwijzing vanuit ons consultatiebureau:",
)
CLOSINGS = (
    "Met vriendelijke groeten",
    "Mvg,",
    "Vriendelijke groet,",
    "Groetjes",
    "Alvast bedankt!",
    "Hartelijke groet",
    "Groeten,",
    "Met dank en groet",
)
DISCLAIMERS = (
    (
        "Dit bericht is vertrouwelijk en enkel bestemd voor de geadresseerde. Bent u dat niet, gelieve "
        "het te wissen."
    ),
    "Disclaimer: zie onze website. Print deze mail enkel als het echt nodig is.",
    "Aanwezig: maandag, dinsdag en donderdag. Op woensdag en vrijdag bereikbaar via de Kind en Gezin-lijn.",
    "",
    "",
)


@dataclass(frozen=True)
class Sender:
    """A referrer with the block under her mails."""

    first: str
    last: str
    mail: str
    role: str
    office: str
    place: str
    landline: str
    mobile: str
    shape: str
    site: str

    @property
    def full(self) -> str:
        """First name, last name."""
        return f"{self.first} {self.last}"


PEOPLE = (
    ("Sofie", "Laurijssens", "gezinsondersteuner"),
    ("Hanne", "Verdoodt", "regioverpleegkundige"),
    ("Karolien", "Impens", "teamlid lokaal team"),
    ("Joke", "Standaert", "maatschappelijk assistent"),
    ("Wouter", "Hoebeke", "gezinsondersteuner"),
    ("Annick", "De Ridder", "teamverantwoordelijke"),
    ("Leen", "Van Assche", "verpleegkundige"),
    ("Samira", "Belkacem", "gezinsondersteuner"),
)
OFFICES = (
    ("Beestenmarkt 14", "1500 Halle"),
    ("Vaartlaan 33", "1500 Halle"),
    ("Assesteenweg 117", "1740 Ternat"),
)


def make_sender(rng: random.Random) -> Sender:
    """One of the colleagues, with numbers of this mail."""
    first, last, role = rng.choice(PEOPLE)
    office, place = rng.choice(OFFICES)
    mail = f"{first}.{last}@kindengezin.example".lower().replace(" ", "")
    shape = rng.choice(("lines", "pipes", "table", "short", "dashes", "labels"))
    return Sender(
        first,
        last,
        mail,
        role,
        office,
        place,
        numbers.landline(rng),
        numbers.mobile(rng),
        shape,
        rng.choice(("www.kindengezin.example", "")),
    )


def signature(rng: random.Random, who: Sender) -> list[Block]:
    """The block under the mail."""
    fixed = numbers.spell_landline(rng, who.landline)
    gsm = numbers.spell_mobile(rng, who.mobile)
    if who.shape == "short":
        return [Para(rng.choice((who.first, who.full)))]
    if who.shape == "pipes":
        return [
            Para(who.full, bold=True),
            Para(f"{who.role} | Kind en Gezin"),
            Para(f"{who.office} | {who.place}"),
            Para(f"T {fixed} | M {gsm}"),
            Para(who.mail),
        ]
    if who.shape == "table":
        return [
            Para(who.full, bold=True),
            grid(
                [
                    ["Functie", who.role],
                    ["Tel.", fixed],
                    ["Gsm", gsm],
                    ["E-mail", who.mail],
                    ["Adres", f"{who.office}, {who.place}"],
                ],
                border=False,
            ),
        ]
    if who.shape == "dashes":
        return [
            Para("--"),
            Para(f"{who.full} - {who.role}"),
            Para("Kind en Gezin, lokaal team Pajottenland"),
            Para(f"{who.office} - {who.place}"),
            Para(f"{fixed} - {gsm}"),
            Para(who.site),
        ]
    if who.shape == "labels":
        return [
            Para(who.full, bold=True),
            Para(who.role),
            Para(f"Adres: {who.office}, {who.place}"),
            Para(f"Tel: {fixed}"),
            Para(f"Gsm: {gsm}"),
            Para(f"E-mail: {who.mail}"),
        ]
    link = f'<a href="mailto:{who.mail}">{who.mail}</a>'
    return [
        Para(who.full, bold=True),
        Para(who.role),
        Para("Kind en Gezin – lokaal team Pajottenland"),
        Para(who.office),
        Para(who.place),
        Para(f"Tel. {fixed}"),
        Para(f"GSM {gsm}"),
        Para(f"{who.mail}<mailto:{who.mail}>", html=link),
        Para(who.site),
    ]
