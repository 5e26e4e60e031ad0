"""Running text that refers someone, in four languages.

Braces: ``n`` name, ``f`` first name, ``l`` last name, ``a`` street and number, ``z`` postcode and place,
``p`` telephone, ``e`` mail address, ``T`` title, ``S`` She or He, ``h`` her or his,
``s1``, ``s2``, ``s3`` sentences, ``child``, ``partner``, ``pp`` the partner's telephone, ``oma``,
``doctor``, ``dob``, ``rrn``.
"""

from tests.bench.minimisation.model import Lang

Texts = dict[Lang, str]

LETTER: Texts = {
    "nl": (
        "Hierbij verwijs ik {T} {n} naar jullie door. {S} woont in de {a}, {z}. {S} is bereikbaar op "
        "{p} en via {e}. {s1} {s2}"
    ),
    "fr": (
        "Par la présente, je vous oriente {T} {n}. {S} habite {a}, {z}. {S} est joignable au {p} et à "
        "l'adresse {e}. {s1} {s2}"
    ),
    "en": (
        "I am writing to refer {T} {n} to you. {S} lives at {a}, {z}. {S} can be reached on {p} and at "
        "{e}. {s1} {s2}"
    ),
    "de": (
        "Hiermit überweise ich {T} {n} an Sie. {S} wohnt {a}, {z}. {S} ist erreichbar unter {p} und "
        "per Mail an {e}. {s1} {s2}"
    ),
}
LETTER_WITH_BIRTH: Texts = {
    "nl": (
        "Mag ik {T} {n}, geboren op {dob}, bij jullie aanmelden? {h} adres is {a}, {z}. {h} gsm-nummer "
        "is {p}, {h} mailadres {e}. {s1} {s2} {s3}"
    ),
    "fr": (
        "Puis-je vous adresser {T} {n}, né(e) le {dob} ? Son adresse est {a}, {z}. Son numéro de GSM "
        "est le {p}, son adresse mail {e}. {s1} {s2} {s3}"
    ),
    "en": (
        "May I refer {T} {n}, born on {dob}? {h} address is {a}, {z}. {h} mobile number is {p}, {h} "
        "e-mail address {e}. {s1} {s2} {s3}"
    ),
    "de": (
        "Darf ich {T} {n}, geboren am {dob}, anmelden? Die Adresse ist {a}, {z}. Die Handynummer ist "
        "{p}, die E-Mail-Adresse {e}. {s1} {s2} {s3}"
    ),
}
CHAT: Texts = {
    "nl": "Hoi, kan jij {n} eens bellen? Nummer is {p}. Woont {a}, {z}. Mailen kan ook: {e}. {s1} Merci!",
    "fr": (
        "Salut, tu peux appeler {n} ? Le numéro est {p}. Habite {a}, {z}. Par mail aussi : {e}. {s1} Merci !"
    ),
    "en": (
        "Hi, could you give {n} a ring? The number is {p}. Lives at {a}, {z}. E-mail works too: {e}. "
        "{s1} Thanks!"
    ),
    "de": (
        "Hallo, kannst du {n} mal anrufen? Die Nummer ist {p}. Wohnt {a}, {z}. Mail geht auch: {e}. "
        "{s1} Danke!"
    ),
}
BRACKETS: Texts = {
    "nl": "{n} ({a}, {z}, {p}, {e}) zoekt hulp. {s1} {s2}",
    "fr": "{n} ({a}, {z}, {p}, {e}) cherche de l'aide. {s1} {s2}",
    "en": "{n} ({a}, {z}, {p}, {e}) is looking for help. {s1} {s2}",
    "de": "{n} ({a}, {z}, {p}, {e}) sucht Hilfe. {s1} {s2}",
}
PARTNER_PHONE: Texts = {
    "nl": (
        "Mama heet {n} en woont op het adres {a}, {z}. Haar gsm is {p}. Papa {partner} ({pp}) mag niet "
        "gebeld worden. Haar e-mail: {e}. {s1}"
    ),
    "fr": (
        "La maman s'appelle {n} et habite {a}, {z}. Son GSM est le {p}. Le papa {partner} ({pp}) ne "
        "doit pas être appelé. Son e-mail : {e}. {s1}"
    ),
    "en": (
        "Mum is called {n} and lives at {a}, {z}. Her mobile is {p}. Dad {partner} ({pp}) must not be "
        "called. Her e-mail: {e}. {s1}"
    ),
    "de": (
        "Die Mutter heißt {n} und wohnt {a}, {z}. Ihr Handy ist {p}. Vater {partner} ({pp}) darf nicht "
        "angerufen werden. Ihre E-Mail: {e}. {s1}"
    ),
}
REPORT: Texts = {
    "nl": (
        "Verslag huisbezoek\n"
        "Aanwezig: {n}, oma {oma} en ondergetekende.\n"
        "De woning in de {a} te {z} werd bezocht. {s1}\n"
        "{f} vraagt hulp bij de papieren. Bellen kan op {p}, mailen op {e}. {s2}"
    ),
    "fr": (
        "Rapport de visite\n"
        "Présents : {n}, la grand-mère {oma} et moi-même.\n"
        "Nous avons visité le logement {a} à {z}. {s1}\n"
        "{f} demande de l'aide administrative. On peut appeler le {p} ou écrire à {e}. {s2}"
    ),
    "en": (
        "Home visit report\n"
        "Present: {n}, grandmother {oma} and myself.\n"
        "The home at {a}, {z} was visited. {s1}\n"
        "{f} asks for help with paperwork. Call {p} or write to {e}. {s2}"
    ),
    "de": (
        "Bericht Hausbesuch\n"
        "Anwesend: {n}, Großmutter {oma} und ich.\n"
        "Die Wohnung {a} in {z} wurde besucht. {s1}\n"
        "{f} bittet um Hilfe. Anrufen unter {p}, schreiben an {e}. {s2}"
    ),
}
NOTES: Texts = {
    "nl": "- {n}, {a}, {z}\n- gsm {p}, mail {e}\n- kind {child}, {h} partner is {partner}\n- {s1}\n- {s2}",
    "fr": "- {n}, {a}, {z}\n- gsm {p}, mail {e}\n- enfant {child}, conjoint {partner}\n- {s1}\n- {s2}",
    "en": "- {n}, {a}, {z}\n- mobile {p}, mail {e}\n- child {child}, partner {partner}\n- {s1}\n- {s2}",
    "de": "- {n}, {a}, {z}\n- Handy {p}, Mail {e}\n- Kind {child}, Partner {partner}\n- {s1}\n- {s2}",
}
CALL_NOTE: Texts = {
    "nl": (
        "Vandaag belde {T} {n} ons op. {s1} {S} vraagt om teruggebeld te worden op {p}. Adres: {a}, "
        "{z}. Ze gaf ook {e} door. {h} huisarts is dr. {doctor}."
    ),
    "fr": (
        "Aujourd'hui, {T} {n} nous a appelés. {s1} {S} demande à être rappelé(e) au {p}. Adresse : "
        "{a}, {z}. On nous a aussi donné {e}. Le médecin traitant est le Dr {doctor}."
    ),
    "en": (
        "Today {T} {n} called us. {s1} {S} asks to be called back on {p}. Address: {a}, {z}. We were "
        "also given {e}. The GP is Dr {doctor}."
    ),
    "de": (
        "Heute rief {T} {n} an. {s1} {S} bittet um Rückruf unter {p}. Adresse: {a}, {z}. Auch {e} "
        "wurde genannt. Hausarzt ist Dr. {doctor}."
    ),
}
LABEL_THEN_PROSE: Texts = {
    "nl": "Naam: {n}\n{S} woont sinds kort in de {a}, {z}. Je kan {n} bereiken op {p} of {e}. {s1}",
    "fr": "Nom : {n}\n{S} habite depuis peu {a}, {z}. On peut joindre {n} au {p} ou à {e}. {s1}",
    "en": "Name: {n}\n{S} recently moved to {a}, {z}. You can reach {n} on {p} or {e}. {s1}",
    "de": "Name: {n}\n{S} wohnt seit kurzem {a}, {z}. {n} ist erreichbar unter {p} oder {e}. {s1}",
}
STORY_FIRST: Texts = {
    "nl": (
        "{s1} {s2} Daarom meld ik {T} {n} aan, wonende te {z}, {a}. Telefonisch bereikbaar op {p}, per "
        "mail op {e}. {h} rijksregisternummer is {rrn}."
    ),
    "fr": (
        "{s1} {s2} C'est pourquoi je vous signale {T} {n}, domicilié(e) à {z}, {a}. Joignable par "
        "téléphone au {p}, par mail à {e}. Son numéro national est {rrn}."
    ),
    "en": (
        "{s1} {s2} That is why I refer {T} {n}, living at {a}, {z}. Reachable by phone on {p}, by mail "
        "at {e}. {h} national number is {rrn}."
    ),
    "de": (
        "{s1} {s2} Daher melde ich {T} {n} an, wohnhaft in {z}, {a}. Telefonisch erreichbar unter {p}, "
        "per Mail an {e}. Die Nationalnummer ist {rrn}."
    ),
}
FAMILY: Texts = {
    "nl": (
        "Graag contact met {n} en kindje {child}. Het gezin woont in de {a} in {z}. Mama kan je bellen "
        "op {p}. Schrijven kan naar {e}. {s1} {s2}"
    ),
    "fr": (
        "Merci de contacter {n} et son enfant {child}. La famille habite {a} à {z}. On peut appeler la "
        "maman au {p} ou écrire à {e}. {s1} {s2}"
    ),
    "en": (
        "Please contact {n} and the child {child}. The family lives at {a} in {z}. Mum can be called "
        "on {p}. Or write to {e}. {s1} {s2}"
    ),
    "de": (
        "Bitte {n} und Kind {child} kontaktieren. Die Familie wohnt {a} in {z}. Die Mutter ist unter "
        "{p} erreichbar oder per {e}. {s1} {s2}"
    ),
}
SHORT: Texts = {
    "nl": "Nieuwe aanmelding: {n}, {a} te {z}, tel. {p}. {s1}",
    "fr": "Nouvelle demande : {n}, {a} à {z}, tél. {p}. {s1}",
    "en": "New referral: {n}, {a}, {z}, tel. {p}. {s1}",
    "de": "Neue Anmeldung: {n}, {a}, {z}, Tel. {p}. {s1}",
}
