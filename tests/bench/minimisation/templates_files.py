"""The form in an attachment; the body says no more than that it is there."""

from dataclasses import replace

from tests.bench.minimisation import files
from tests.bench.minimisation.forms import Form, everything, form, rows_of
from tests.bench.minimisation.model import Draft, File, Line, Scene, Secret, Template
from tests.bench.minimisation.people import person
from tests.bench.minimisation.words import ENCLOSED, pick


def docx_table(scene: Scene) -> Draft:
    told = form(scene)
    return _draft(scene, files.word_table(told.rows), told, "a Word table")


def docx_lines(scene: Scene) -> Draft:
    told = form(scene)
    return _draft(scene, files.word_lines(told.rows), told, "lines in Word")


def docx_controls(scene: Scene) -> Draft:
    told = form(scene)
    return _draft(scene, files.word_controls(told.rows), told, "a Word form with content controls")


def xlsx_pairs(scene: Scene) -> Draft:
    told = form(scene)
    return _draft(scene, files.sheet_pairs(told.rows), told, "a spreadsheet, two columns")


def xlsx_header_row(scene: Scene) -> Draft:
    told = form(scene, roles=0)
    return _draft(scene, files.sheet_header_row(told.rows), told, "a spreadsheet, labels in the first row")


def odt_table(scene: Scene) -> Draft:
    told = form(scene)
    return _draft(scene, files.open_document(told.rows, tabled=True), told, "a table in OpenDocument text")


def odt_lines(scene: Scene) -> Draft:
    told = form(scene)
    return _draft(scene, files.open_document(told.rows, tabled=False), told, "lines in OpenDocument text")


def pdf_lines(scene: Scene) -> Draft:
    scene = _in_print(scene)
    told = form(scene)
    return _draft(scene, files.pdf(told.rows, columns=False), told, "lines in a PDF with text")


def pdf_columns(scene: Scene) -> Draft:
    scene = _in_print(scene)
    told = form(scene)
    return _draft(scene, files.pdf(told.rows, columns=True), told, "two columns in a PDF with text")


def vcard_3(scene: Scene) -> Draft:
    return _card(scene, "3.0")


def vcard_4(scene: Scene) -> Draft:
    return _card(scene, "4.0")


def csv_header_row(scene: Scene) -> Draft:
    told = form(scene, roles=0)
    return _draft(
        scene, files.comma_separated(told.rows, header=True), told, "a CSV file, labels in the first row"
    )


def csv_pairs(scene: Scene) -> Draft:
    told = form(scene)
    return _draft(
        scene, files.comma_separated(told.rows, header=False), told, "a CSV file, label and value a row"
    )


def rtf_lines(scene: Scene) -> Draft:
    told = form(scene)
    return _draft(scene, files.rich_text(told.rows), told, "lines in RTF")


def forwarded_mail(scene: Scene) -> Draft:
    author, told = scene.third["referrer"], form(scene)
    mail = (*author.email, "collega@elders.example")[0]
    draft = _draft(scene, files.message(told.rows, author, mail), told, "a colleague's mail as attachment")
    return replace(draft, must="either", secrets=(*draft.secrets, Secret("email", mail)))


def scan(scene: Scene) -> Draft:
    return Draft("a picture nobody can read", _enclosed(scene), (), must="reject", files=(files.picture(),))


def body_and_file_agree(scene: Scene) -> Draft:
    rows = rows_of(scene, scene.client, address="line")
    draft = _draft(
        scene, files.word_table(rows), form(scene, extras=0, roles=0), "body and attachment say the same"
    )
    return replace(draft, blocks=tuple(Line(f"{name}: {value}") for name, value in rows), loose=False)


def body_and_file_disagree(scene: Scene) -> Draft:
    other = replace(scene.third["partner"], first=scene.client.first, last=scene.client.last)
    rows, others = rows_of(scene, scene.client, address="line"), rows_of(scene, other, address="line")
    return Draft(
        "body and attachment give other data for the same name",
        tuple(Line(f"{n}: {v}") for n, v in rows),
        (),
        must="reject",
        own=(scene.client,),
        secrets=everything(other)[1:],
        files=(files.word_table(others),),
    )


def _in_print(scene: Scene) -> Scene:
    """The scene with a client whose name the font of the PDF can write."""
    taken = frozenset().union(*(someone.words for someone in scene.third.values()))
    client = scene.client
    while not files.printable(client.name):
        client = person(scene.rng, taken)
    return replace(scene, client=client)


def _card(scene: Scene, version: str) -> Draft:
    child, (sentence, phrase) = scene.third["child"], scene.sentences[0]
    day, month, year = scene.client.birth
    birth = f"{year}{month:02}{day:02}" if version == "4.0" else f"{year}-{month:02}-{day:02}"
    file = files.vcard(scene.client, version, f"{child.first}. {sentence}", birth)
    secrets = (Secret("birthdate", f"{day:02}/{month:02}/{year}"), Secret("child", child.first))
    return Draft(
        f"a contact card {version} with birthday and note",
        _enclosed(scene),
        (scene.client,),
        secrets=secrets,
        sensitive=(phrase,),
        files=(file,),
    )


def _enclosed(scene: Scene) -> tuple[Line, ...]:
    return (Line(pick(scene.rng, ENCLOSED[scene.lang])),)


def _draft(scene: Scene, file: File, told: Form, why: str) -> Draft:
    return Draft(
        why,
        _enclosed(scene),
        (scene.client,),
        secrets=told.secrets,
        sensitive=told.sensitive,
        files=(file,),
        loose=told.loose,
    )


TEMPLATES: tuple[Template, ...] = (
    docx_table,
    docx_lines,
    docx_controls,
    xlsx_pairs,
    xlsx_header_row,
    odt_table,
    odt_lines,
    pdf_lines,
    pdf_columns,
    vcard_3,
    vcard_4,
    csv_header_row,
    csv_pairs,
    rtf_lines,
    forwarded_mail,
    scan,
    body_and_file_agree,
    body_and_file_disagree,
)
