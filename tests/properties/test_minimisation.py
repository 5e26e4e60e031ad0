"""Nothing passes that the policy does not name: whatever is typed beside, behind or inside the slots."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from email.message import EmailMessage
from html import escape

from hypothesis import assume, example, given
from hypothesis import strategies as st

from gateway.decision import Client, Code, PostalAddress, Result
from gateway.mail.document import Block, Document, Line, Row, Table, Unreadable
from gateway.policy.model import Policy, Residence
from gateway.reading.read import read
from gateway.referral.extract import Referral, Sender, extract
from tests.support import arrivals

SENDER = Sender("katrien@kindengezin.example", "Katrien Moortgat")
RESIDENCE = Residence({"1670": ("Pepingen", "Bogaarden"), "1671": ("Elingen",)})
FORM = (
    "Naam: An Peeters",
    "Adres: Dorpsstraat 7 bus 2, 1670 Pepingen",
    "Gsm: 0470 12 34 56",
    "E-mail: an@post.example",
)
CLIENT = Client(
    "An",
    "Peeters",
    PostalAddress("Dorpsstraat", "7", "2", "1670", "Pepingen"),
    ("+32470123456",),
    ("an@post.example",),
)

WORDS = (
    "schizofrenie depressief zwanger HIV moslim asielzoeker gedetineerd verslaafd illegaal weduwe leefloon "
    "schizophrénie dépressive enceinte musulmane réfugiée détenu toxicomane sans-papiers chômeur "
    "schizophrenic depressed pregnant muslim refugee prisoner addicted divorced homeless "
    "schizophren schwanger Flüchtling vorbestraft süchtig arbeitslos geschieden"
).split()
NUMBERS = (
    "93.05.18-223.61",
    "93051822361",
    "BE33 0013 2777 9446",
    "BE33001327779446",
    "18/05/1993",
    "18-05-1993",
    "1993-05-18",
    "18 mei 1993",
    "4.250,00 euro",
    "KG-2026-33733",
    "B110014485",
    "1-ABC-234",
)
SECRETS = st.sampled_from((*WORDS, *NUMBERS))
SENTENCES = (
    "{}",
    "Diagnose: {}",
    "Opmerking: {}",
    "Partner: {}",
    "Naam partner: {}",
    "Gsm partner: {}",
    "Naam kind: {}",
    "Huisarts: {}",
    "Rijksregisternummer: {}",
    "Rekeningnummer {}",
    "Ze heeft {}.",
    "Mevrouw is {} en zoekt hulp",
    "Voorkeur: {}",
    "[{}]",
    "- {}",
    "* {}:",
    "{}:",
    "({})",
    "Veld\t{}",
    "Situatie ...... {}",
    "Contact: {}",
    "Hulpvraag - {}",
    "> {}",
)
NOISE = st.builds(str.format, st.sampled_from(SENTENCES), SECRETS) | st.text(max_size=60)


def policy() -> Policy:
    return replace(arrivals.policy(), residence=RESIDENCE)


def as_mail(body: str, subtype: str) -> bytes:
    message = EmailMessage()
    message.set_content(body, subtype=subtype, charset="utf-8", cte="base64")
    return message.as_bytes()


def referral_in(body: str, subtype: str = "plain") -> Referral:
    document = read(as_mail(body, subtype))
    if isinstance(document, Unreadable):
        return Referral((), (), ())
    return extract(document, policy(), SENDER)


def bare(text: str) -> str:
    """Letters and digits alone, as a reader would take them."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in plain if char.isalnum())


def values(client: Client) -> list[str]:
    address = client.address or PostalAddress("", "", "", "", "")
    return [
        client.first_name,
        client.last_name,
        address.street,
        address.number,
        address.box,
        address.postcode,
        address.municipality,
        *client.phone,
        *client.email,
    ]


def require_nothing_else(referral: Referral) -> None:
    """No client, or one whose every field is the form's own or empty."""
    own = {*values(CLIENT), ""}
    for client in referral.clients:
        assert set(values(client)) <= own, client


def require_without(referral: Referral, secret: str) -> None:
    """No field of any client holds ``secret``, whole or by its digits."""
    digits = "".join(filter(str.isdigit, secret))
    for client in referral.clients:
        for value in values(client):
            assert bare(secret) not in bare(value), client
            assert len(digits) < 6 or digits not in "".join(filter(str.isdigit, value)), client


@given(st.lists(NOISE, min_size=1, max_size=6), st.permutations(FORM), st.data())
def test_a_line_that_is_no_slot_value_never_reaches_a_client(
    noise: list[str], form: list[str], data: st.DataObject
) -> None:
    lines = list(form)
    for line in noise:
        lines.insert(data.draw(st.integers(0, len(lines))), line)
    require_nothing_else(referral_in("\n".join(lines)))


@given(st.lists(NOISE, min_size=1, max_size=6), st.data())
def test_nor_does_a_paragraph_of_a_page(noise: list[str], data: st.DataObject) -> None:
    lines = list(FORM)
    for line in noise:
        lines.insert(data.draw(st.integers(0, len(lines))), line)
    require_nothing_else(referral_in("".join(f"<p>{escape(line)}</p>" for line in lines), "html"))


@given(st.lists(st.tuples(NOISE, NOISE), min_size=1, max_size=4), st.data())
def test_nor_does_a_row_of_a_table(noise: list[tuple[str, str]], data: st.DataObject) -> None:
    rows = [line.split(": ", 1) for line in FORM]
    for label, value in noise:
        assume(bare(label) not in ("naam", "adres", "gsm", "email"))
        rows.insert(data.draw(st.integers(0, len(rows))), [label, value])
    cells = "".join(f"<tr><td>{escape(label)}</td><td>{escape(value)}</td></tr>" for label, value in rows)
    require_nothing_else(referral_in(f"<table>{cells}</table>", "html"))


@given(st.integers(0, len(FORM) - 1), NOISE)
def test_nor_does_a_third_cell_beside_a_value(row: int, noise: str) -> None:
    rows = [[*line.split(": ", 1), noise if number == row else ""] for number, line in enumerate(FORM)]
    cells = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>" for cells in rows
    )
    referral = referral_in(f"<table>{cells}</table>", "html")
    if any(noise.strip() in line for line in FORM):
        return
    require_nothing_else(referral)


Change = Callable[[str], str]
PLACES = ("{0} {1}", "{0} ({1})", "{0}, {1}", "{0} - {1}", "{1} {0}", "{0}; {1}", "{0} / {1}", "{0}\n{1}")
MUTATIONS: tuple[Change, ...] = (
    str,
    str.upper,
    str.lower,
    str.title,
    "\u200b".join,
    lambda text: text.replace(" ", "\u00a0"),
    "\u00ad".join,
    lambda text: text.translate(str.maketrans("aeop", "\u0430\u0435\u043e\u0440")),
    lambda text: text.translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: text.replace(" ", "").replace("/", "").replace("-", "").replace(".", ""),
    lambda text: f"*{text}*",
    lambda text: f'"{text}"',
)
SPLITS: tuple[Change, ...] = (
    escape,
    lambda text: "".join(f"&#{ord(char)};" for char in text),
    lambda text: "".join(f"&#x{ord(char):x};" for char in text),
    lambda text: "".join(f"<b>{escape(char)}</b>" for char in text),
    lambda text: "<!-- x -->".join(map(escape, text)),
    lambda text: f"{escape(text[:3])}<span style='display:none'>q</span>{escape(text[3:])}",
    lambda text: f"{escape(text[:4])}<wbr>{escape(text[4:])}",
    lambda text: f"<span style='color:white'>{escape(text)}</span>",
    lambda text: f"<font size=1>{escape(text)}</font>",
)


@given(SECRETS, st.sampled_from(MUTATIONS), st.sampled_from(PLACES), st.integers(0, len(FORM) - 1))
@example("18/05/1993", str, "{1} {0}", 2)
@example("HIV", str.lower, "{0}, {1}", 0)
def test_a_secret_typed_behind_or_inside_a_slot_never_reaches_a_client(
    secret: str, mutation: Change, place: str, at: int
) -> None:
    lines = list(FORM)
    label, _, value = lines[at].partition(": ")
    lines[at] = f"{label}: {place.format(value, mutation(secret))}"
    require_without(referral_in("\n".join(lines)), secret)


@given(SECRETS, st.sampled_from(SPLITS), st.sampled_from(PLACES[:-1]), st.integers(0, len(FORM) - 1))
def test_nor_does_one_split_over_tags_and_entities(secret: str, split: Change, place: str, at: int) -> None:
    paragraphs = [escape(line) for line in FORM]
    label, _, value = FORM[at].partition(": ")
    paragraphs[at] = f"{label}: {place.format(escape(value), split(secret))}"
    referral = referral_in("".join(f"<p>{text}</p>" for text in paragraphs), "html")
    require_without(referral, secret)


@given(SECRETS, st.sampled_from(MUTATIONS), st.integers(0, len(FORM) - 1))
def test_nor_does_one_in_place_of_a_value(secret: str, mutation: Change, at: int) -> None:
    lines = list(FORM)
    lines[at] = f"{lines[at].partition(': ')[0]}: {mutation(secret)}"
    require_without(referral_in("\n".join(lines)), secret)


ROLES = st.sampled_from(
    "partner echtgenoot kind dochter oma zus buurvrouw huisarts verwijzer contactpersoon tolk verhuurder "
    "vader ex-partner conjoint enfant médecin husband doctor landlord Ehemann Hausarzt".split()
)
OTHERS = (
    ("Naam {0}: Rita Claes",),
    ("Gsm {0}: 0471 99 88 77",),
    ("Naam {0}: Rita Claes", "Gsm {0}: 0471 99 88 77", "Adres {0}: Kerkstraat 5, 1671 Elingen"),
    ("{0}: Rita Claes", "Gsm: 0471 99 88 77"),
    ("{0}: Rita Claes, 0471 99 88 77",),
    ("{0}: Rita Claes, gsm: 0471 99 88 77",),
    ("Gsm: 0471 99 88 77 ({0})",),
    ("Gsm: 0471 99 88 77", "({0})"),
    ("Gsm: 0471 99 88 77 van haar {0}",),
    ("Mail: rita@post.example ({0})",),
    ("Gegevens {0}", "Naam: Rita Claes", "Gsm: 0471 99 88 77", "Adres: Kerkstraat 5, 1671 Elingen"),
    ("{0}", "Naam: Rita Claes", "Gsm: 0471 99 88 77"),
    ("{0} van de cliënt", "Naam: Rita Claes", "Gsm: 0471 99 88 77"),
    ("Gsm {0} van de cliënt: 0471 99 88 77",),
    ("Haar {0} heet Rita Claes.", "Gsm: 0471 99 88 77"),
    ("Haar {0} Rita Claes is bereikbaar op 0471 99 88 77.",),
    ("Naam: Rita Claes ({0})", "Gsm: 0471 99 88 77"),
)


@given(st.lists(st.tuples(st.sampled_from(OTHERS), ROLES), min_size=1, max_size=3), st.data())
def test_what_is_said_to_be_somebody_else_s_never_becomes_the_client_s(
    others: list[tuple[tuple[str, ...], str]], data: st.DataObject
) -> None:
    groups = [[line] for line in FORM]
    for texts, role in others:
        groups.insert(data.draw(st.integers(1, len(groups))), [text.format(role) for text in texts])
    lines = [line for group in groups for line in group]
    page = "".join(f"<div>{escape(line)}</div>" for line in lines)
    for referral in (referral_in("\n".join(lines)), referral_in(page, "html")):
        for client in referral.clients:
            assert not any(other in repr(client) for other in ("Rita", "Claes", "99", "Kerk", "rita")), client


@given(st.binary(max_size=2_000))
@example(b'Content-Type: multipart/mixed; boundary="\r\n\r\n--\r\n')
@example(b"Content-Type: text/html\r\n\r\n</p>")
@example(b"Content-Type: text/plain; charset=\x00\r\n\r\nNaam: An")
@example(b"Content-Transfer-Encoding: base64\r\n\r\n====")
def test_reading_is_total(content: bytes) -> None:
    assert isinstance(read(content), Document | Unreadable)


@given(
    st.sampled_from(
        ("text/plain", "text/html", "multipart/mixed", "multipart/alternative", "message/rfc822")
    ),
    st.sampled_from(("utf-8", "utf-16", "utf-7", "x", "iso-8859-1", '"', "")),
    st.sampled_from(("7bit", "8bit", "base64", "quoted-printable", "x", "")),
    st.binary(max_size=400),
)
def test_reading_any_part_is_total(kind: str, charset: str, encoding: str, body: bytes) -> None:
    head = f"Content-Type: {kind}; charset={charset}; boundary=x\r\n"
    head += f"Content-Transfer-Encoding: {encoding}\r\n\r\n"
    for content in (body, b"--x\r\n\r\n" + body + b"\r\n--x--", b"--x\r\n" + head.encode() + body):
        assert isinstance(read(head.encode() + content), Document | Unreadable)


TEXT = st.text(min_size=1, max_size=30) | st.sampled_from(
    (
        "Naam",
        "Naam:",
        "Gsm",
        "Partner",
        "Cliënt",
        "Adres:",
        "An Peeters",
        "0470 12 34 56",
        "1670 Pepingen",
        "(",
        "-",
    )
)
CELL = st.lists(TEXT, max_size=3).map(tuple)
TABLE = st.lists(st.lists(CELL, min_size=1, max_size=5).map(tuple), min_size=1, max_size=5).map(
    lambda rows: Table(tuple(Row(cells, f"row {number}") for number, cells in enumerate(rows)))
)
BLOCKS = st.lists(st.builds(Line, TEXT, st.just("line"), st.booleans()) | TABLE, max_size=8).map(tuple)


@given(BLOCKS, st.text(max_size=20))
def test_extracting_is_total_and_says_why_there_is_no_client(blocks: tuple[Block, ...], name: str) -> None:
    referral = extract(Document("body", blocks), policy(), Sender(SENDER.address, name))
    failed = [finding for finding in referral.findings if finding.result is Result.FAIL]
    assert bool(referral.clients) is not bool(failed)
    assert all(isinstance(finding.code, Code) for finding in failed)


@given(BLOCKS)
def test_no_finding_ever_holds_a_value_of_the_letter(blocks: tuple[Block, ...]) -> None:
    referral = extract(Document("body", blocks), policy(), SENDER)
    places = {block.place for block in blocks if isinstance(block, Line)}
    places |= {row.place for block in blocks if isinstance(block, Table) for row in block.rows}
    assert {place for finding in referral.findings for place in finding.places} <= places


def test_the_form_itself_is_delivered() -> None:
    assert referral_in("\n".join(FORM)).clients == (CLIENT,)
