"""The data stand in an attachment."""

from tests.bench.heldout import files, office
from tests.bench.heldout.case import Case, template
from tests.bench.heldout.extras import child_rows, extras
from tests.bench.heldout.form import Rows, form
from tests.bench.heldout.people import Person

GROUP = "attachments"
NAMES = (
    "doorverwijzing",
    "aanmeldingsformulier",
    "formulier OCMW",
    "gegevens",
    "fiche",
    "aanmelding 2026",
    "Formulier_ingevuld (1)",
)


def _hint(c: Case) -> str:
    c.text(
        c.rng.choice(("Dag,", "Beste,", "Hallo")),
        "",
        c.rng.choice(
            (
                "Zie bijlage.",
                "In bijlage het ingevulde formulier.",
                "Formulier in bijlage, toestemming is ok.",
                "Bijgevoegd de fiche.",
                "Aanmelding in bijlage, bel gerust als er iets niet duidelijk is.",
            )
        ),
    )
    return c.rng.choice(NAMES)


def _lines(rows: Rows) -> list[str]:
    return [f"{key}: {value}" for key, value in rows]


def _latin(c: Case) -> Person:
    return c.person(culture=c.rng.choice(("flemish", "walloon", "moroccan", "portuguese", "congolese")))


@template(GROUP, "deliver", "Word, a table of two columns under a merged heading, the children's table apart")
def word_tables(c: Case) -> None:
    who, name = c.person(), _hint(c)
    kids = [["Voornaam", "Familienaam", "Geboortedatum"], *child_rows(c, who, 2)]
    c.attachments.append(
        office.docx_tables(
            f"{name}.docx",
            [("Gegevens cliënt", form(c, who) + extras(c, who, 0, 2)), ("Kinderen", kids)],
            title="Aanmeldingsformulier",
            merge_title=c.rng.random() < 0.5,
        )
    )


@template(GROUP, "deliver", "Word, labelled paragraphs; head and foot of the page carry the referrer's data")
def word_lines(c: Case) -> None:
    who, name, ref = c.person(), _hint(c), c.sender
    c.attachments.append(
        office.docx_lines(
            f"{name}.docx",
            _lines(form(c, who) + extras(c, who, 1, 3)),
            title="Doorverwijzing naar OCMW",
            header=f"Kind en Gezin – {ref.office}, {ref.place}",
            footer=f"{ref.full} – {ref.mail}",
        )
    )


@template(GROUP, "deliver", "Word, tables for referrer and client")
def word_referrer_table(c: Case) -> None:
    who, name, ref = c.person(), _hint(c), c.sender
    referrer = [["Naam", ref.full], ["Dienst", "Kind en Gezin"], ["E-mail", ref.mail]]
    c.attachments.append(
        office.docx_tables(f"{name}.docx", [("Verwijzer", referrer), ("Cliënt", form(c, who))])
    )


@template(GROUP, "deliver", "Excel, labels in one column, values in the next, not from the first cell on")
def excel_down(c: Case) -> None:
    who, name = c.person(), _hint(c)
    c.attachments.append(
        office.xlsx(
            f"{name}.xlsx",
            [("Blad1", form(c, who) + extras(c, who, 1, 3))],
            offset=c.rng.randrange(0, 3),
            merged=c.rng.choice(("", "Aanmelding cliënt")),
        )
    )


@template(GROUP, "deliver", "Excel, labels in the first row; a second sheet with the children")
def excel_across(c: Case) -> None:
    who, name = c.person(), _hint(c)
    rows = form(c, who, name="split")
    kids = [["Voornaam kind", "Familienaam kind", "Geboren"], *child_rows(c, who, 2)]
    c.attachments.append(
        office.xlsx(
            f"{name}.xlsx",
            [("Cliënt", [[key for key, _ in rows], [value for _, value in rows]]), ("Kinderen", kids)],
        )
    )


@template(GROUP, "deliver", "OpenDocument text")
def odt_form(c: Case) -> None:
    who, name = c.person(), _hint(c)
    rows = form(c, who) + extras(c, who, 0, 2)
    made = (
        office.odt(f"{name}.odt", _lines(rows))
        if c.rng.random() < 0.5
        else office.odt(f"{name}.odt", ["Aanmelding"], rows)
    )
    c.attachments.append(made)


@template(GROUP, "deliver", "OpenDocument sheet")
def ods_form(c: Case) -> None:
    who, name = c.person(), _hint(c)
    c.attachments.append(office.ods(f"{name}.ods", form(c, who) + extras(c, who, 0, 2)))


@template(GROUP, "deliver", "RTF, lines or a table")
def rtf_form(c: Case) -> None:
    who, name = c.person(), _hint(c)
    rows = form(c, who) + extras(c, who, 0, 2)
    made = (
        files.rtf(f"{name}.rtf", _lines(rows))
        if c.rng.random() < 0.5
        else files.rtf(f"{name}.rtf", ["Aanmelding", ""], rows)
    )
    c.attachments.append(made)


@template(GROUP, "deliver", "PDF with labelled lines")
def pdf_form(c: Case) -> None:
    who, name = _latin(c), _hint(c)
    c.attachments.append(
        files.pdf_lines(f"{name}.pdf", _lines(form(c, who) + extras(c, who, 0, 2)), "Doorverwijzing")
    )


@template(GROUP, "deliver", "PDF with a ruled table")
def pdf_ruled(c: Case) -> None:
    who, name = _latin(c), _hint(c)
    c.attachments.append(
        files.pdf_table(f"{name}.pdf", form(c, who) + extras(c, who, 0, 2), "Doorverwijzing")
    )


@template(GROUP, "deliver", "one vCard, with birthday and a note")
def vcard_one(c: Case) -> None:
    who = c.person()
    _hint(c)
    c.expect(who, phone=[who.mobile], email=[who.email])
    c.forbid("birthdate", who.birth.isoformat())
    note = c.secret("heeft hoge schulden bij de energiemaatschappij")
    kind = c.rng.choice(("text/vcard", "text/x-vcard", "text/directory"))
    c.attachments.append(files.vcard(f"{who.first}.vcf", [who], [note], c.rng.choice(("3.0", "4.0")), kind))


@template(GROUP, "deliver", "CSV, one row of data")
def csv_one(c: Case) -> None:
    who, name = c.person(), _hint(c)
    rows = form(c, who, name="split") + extras(c, who, 0, 1)
    c.attachments.append(
        files.csv_file(
            f"{name}.csv",
            [[key for key, _ in rows], [value for _, value in rows]],
            c.rng.choice(";,"),
            c.rng.random() < 0.5,
        )
    )


@template(GROUP, "reject", "CSV with two clients")
def csv_two(c: Case) -> None:
    one, two, name = c.person(), c.person(), _hint(c)
    head = ["Naam", "Voornaam", "Adres", "Gsm", "E-mail"]
    rows = [[who.last, who.first, who.address.line(c.rng), who.mobile, who.email] for who in (one, two)]
    c.shown += [one, two]
    c.attachments.append(files.csv_file(f"{name}.csv", [head, *rows]))


@template(GROUP, "deliver", "body and attachment say the same")
def both_agree(c: Case) -> None:
    who = c.person()
    c.opening()
    rows = form(c, who)
    c.lines(rows)
    c.text("", "Zelfde gegevens ook in bijlage.")
    c.attachments.append(office.docx_tables("formulier.docx", [("Cliënt", rows)]))


@template(GROUP, "reject", "body and attachment name two different numbers and streets for the client")
def they_disagree(c: Case) -> None:
    who, twin = c.person(), c.person()
    c.opening()
    rows = form(c, who, name="split", address="one", landline=False, shuffle=False)
    c.lines(rows)
    c.shown.append(twin)
    c.attachments.append(
        office.xlsx(
            "fiche.xlsx", [("Blad1", [*rows[:2], ("Adres", twin.address.line(c.rng)), ("Gsm", twin.mobile)])]
        )
    )


@template(GROUP, "reject", "only a photograph of the form")
def photograph(c: Case) -> None:
    who, name = c.person(culture="flemish"), _hint(c)
    form(c, who)
    c.attachments.append(files.png(f"{name}.png"))


@template(GROUP, "reject", "a scanned PDF without text")
def scan(c: Case) -> None:
    who, name = c.person(culture="flemish"), _hint(c)
    form(c, who)
    c.attachments.append(files.pdf_scan(f"{name}.pdf"))


@template(GROUP, "either", "the form is in an archive or in an attached mail")
def wrapped(c: Case) -> None:
    who, name = c.person(), _hint(c)
    rows = _lines(form(c, who))
    made = (
        files.zipped(f"{name}.zip", office.docx_lines(f"{name}.docx", rows))
        if c.rng.random() < 0.5
        else files.attached_mail(c.sender.mail, "aanmelding", rows)
    )
    c.attachments.append(made)


@template(GROUP, "reject", "attachments for two different families")
def two_files_two_families(c: Case) -> None:
    one, two = c.person(), c.person()
    _hint(c)
    c.attachments.append(office.docx_tables("gezin1.docx", [("Cliënt", form(c, one))]))
    c.attachments.append(office.docx_lines("gezin2.docx", _lines(form(c, two))))


TEMPLATES = (
    word_tables,
    word_lines,
    word_referrer_table,
    excel_down,
    excel_across,
    odt_form,
    ods_form,
    rtf_form,
    pdf_form,
    pdf_ruled,
    vcard_one,
    csv_one,
    csv_two,
    both_agree,
    they_disagree,
    photograph,
    scan,
    wrapped,
    two_files_two_families,
)
