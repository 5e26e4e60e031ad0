"""French, English, German, and two languages at once."""

from tests.bench.heldout import numbers
from tests.bench.heldout.blocks import Para, grid
from tests.bench.heldout.case import Case, template
from tests.bench.heldout.extras import child_names
from tests.bench.heldout.form import form
from tests.bench.heldout.people import FRENCH_STREETS, make_address

GROUP = "multilingual"


def _superfluous(c: Case, lang: str, rrn: str) -> list[tuple[str, str]]:
    labels = {
        "fr": ("Numéro national", "Enfants", "Situation", "expulsion du logement prévue"),
        "en": ("National number", "Children", "Reason", "eviction notice received"),
        "de": ("Nationalregisternummer", "Kinder", "Grund", "Räumungsklage läuft"),
    }[lang]
    c.forbid("rrn", rrn)
    rows = [(labels[0], numbers.spell_national(c.rng, rrn))]
    if c.rng.random() < 0.6:
        rows.append((labels[1], child_names(c, 1)[0]))
    if c.rng.random() < 0.6:
        rows.append((labels[2], c.secret(labels[3])))
    c.rng.shuffle(rows)
    return rows


@template(GROUP, "deliver", "French labels")
def french_form(c: Case) -> None:
    who = c.person(culture=c.rng.choice(("walloon", "congolese", "moroccan", "romanian")))
    who = who.at(make_address(c.rng, streets=FRENCH_STREETS[1:4]))
    c.text("Bonjour,", "", "Voici les coordonnées de la famille dont nous avons parlé.", "")
    c.lines(
        form(c, who, "fr", name="split") + _superfluous(c, "fr", who.rrn),
        c.rng.choice((" : ", "\u00a0: ", ": ")),
    )


@template(GROUP, "deliver", "French address, number before the street")
def french_number_first(c: Case) -> None:
    who = c.person(culture="walloon", box=False)
    place = make_address(
        c.rng, streets=("rue de l'Église", "avenue du Roi Albert", "rue du Moulin"), box=False
    )
    who = who.at(place)
    rows = form(c, who, "fr", name="split", address="one", shuffle=False)
    rows[2] = (rows[2][0], f"{place.number}{c.rng.choice((', ', ' '))}{place.street}, {place.town_line()}")
    c.text("Bonjour,", "")
    c.lines(rows, " : ")


@template(GROUP, "deliver", "French table")
def french_table(c: Case) -> None:
    who = c.person(culture=c.rng.choice(("walloon", "congolese", "portuguese")))
    c.look = "word"
    c.text("Bonjour, voir le tableau ci-dessous.", "")
    c.top.append(grid(form(c, who, "fr", name="split") + _superfluous(c, "fr", who.rrn)))


@template(GROUP, "deliver", "French label for both names, in the order it says")
def nom_et_prenom(c: Case) -> None:
    who = c.person(culture="walloon", simple=True)
    c.text("Bonjour,", "")
    c.lines(form(c, who, "fr", name="full_last"), " : ")


@template(GROUP, "deliver", "English labels")
def english_form(c: Case) -> None:
    who = c.person()
    c.text(
        "Dear colleagues,", "", "Please find below the details of the family. They gave their consent.", ""
    )
    c.lines(form(c, who, "en") + _superfluous(c, "en", who.rrn))


@template(GROUP, "deliver", "German labels")
def german_form(c: Case) -> None:
    who = c.person()
    c.text("Guten Tag,", "", "anbei die Daten der Familie.", "")
    c.lines(form(c, who, "de", name="split") + _superfluous(c, "de", who.rrn))


@template(GROUP, "deliver", "Dutch and French in one label")
def two_language_labels(c: Case) -> None:
    who = c.person()
    c.opening()
    cut = c.rng.choice(("/", " / ", " - "))
    labels = ("Naam|Nom", "Voornaam|Prénom", "Adres|Adresse", "Gsm|GSM", "E-mail|Courriel")
    values = (
        who.last,
        who.first,
        who.address.line(c.rng),
        numbers.spell_mobile(c.rng, who.mobile),
        who.email,
    )
    c.expect(who, phone=[who.mobile], email=[who.email])
    c.lines([(label.replace("|", cut), value) for label, value in zip(labels, values, strict=True)])


@template(GROUP, "deliver", "French labels with sections for partner and children")
def french_sections(c: Case) -> None:
    who = c.person(culture="walloon", woman=True)
    mate = c.other(c.person(woman=False), phone=True)
    kid = child_names(c, 1)[0]
    c.text("Bonjour,", "", "Coordonnées de la cliente")
    c.lines(form(c, who, "fr", name="split"), " : ")
    c.text("", "Conjoint")
    c.lines(
        [("Nom", mate.last), ("Prénom", mate.first), ("GSM", numbers.spell_mobile(c.rng, mate.mobile))], " : "
    )
    c.top += [Para(), Para(f"Enfants : {kid}")]


TEMPLATES = (
    french_form,
    french_number_first,
    french_table,
    nom_et_prenom,
    english_form,
    german_form,
    two_language_labels,
    french_sections,
)
