"""A mail as Exchange Online hands it over: its header set with ``msip_labels``, its parts and encodings."""

import base64
import quopri
import random
from datetime import UTC, datetime, timedelta
from email.header import Header

from tests.bench.minimisation.model import Block, Draft, File, Line, Scene
from tests.bench.minimisation.people import spelled
from tests.bench.minimisation.render import Page, as_html, as_text
from tests.bench.minimisation.words import CLOSINGS, OPENINGS, pick

RECIPIENT = "ocmw@pepingen.example"
TENANT, LABEL = "11111111-2222-4333-8444-555555555555", "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee"
SUBJECTS = "Doorverwijzing|Aanmelding|nieuwe aanmelding OCMW|Doorverwijzing gezin|Vraag om contact"
_FIRST_DAY = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)


def wrapped(scene: Scene, draft: Draft) -> tuple[bytes, str]:
    """The message (CRLF) around ``draft``, and all that its reader sees of it, attachments included."""
    rng = scene.rng
    page = Page(rng.choice(("word", "web")), "utf-8", rng)
    blocks = (*_opening(scene, draft), *draft.blocks, *_signature(scene, draft), *draft.below)
    subject = draft.subject or pick(rng, SUBJECTS)
    seen = "\n".join((subject, as_text(blocks), *(file.text for file in draft.files)))
    head, body = _body(blocks, page, draft)
    if draft.files:
        head, body = _mixed(head, body, draft.files, rng)
    return "\r\n".join((*_header(scene, subject, draft), *head, "", "")).encode("ascii") + body, seen


def _opening(scene: Scene, draft: Draft) -> tuple[Block, ...]:
    text = pick(scene.rng, OPENINGS[scene.lang]) if draft.signed else ""
    return (Line(text), Line("")) if text else ()


def _signature(scene: Scene, draft: Draft) -> tuple[Block, ...]:
    if not draft.signed:
        return ()
    rng, who = scene.rng, scene.sender
    desk, mobile = spelled(who.desk, rng), spelled(who.mobile, rng)
    forms = (
        (
            f"{who.name}",
            "Gezinsondersteuner",
            "Kind en Gezin – lokaal team Pajottenland",
            f"{who.street}, {who.town}",
            f"T {desk} | M {mobile}",
            who.email,
        ),
        (
            f"{who.name}",
            "Verpleegkundige | Kind en Gezin",
            f"{who.street} | {who.town}",
            f"tel. {desk}",
            f"e-mail: {who.email}",
        ),
        (f"{who.name} – maatschappelijk werker", f"Kind en Gezin, {who.street}, {who.town}", f"gsm {mobile}"),
        (who.first,),
    )
    lines = rng.choice(forms)
    return (
        Line(""),
        Line(pick(rng, CLOSINGS[scene.lang])),
        Line(""),
        *(Line(line) for line in lines),
        Line(""),
    )


def _body(blocks: tuple[Block, ...], page: Page, draft: Draft) -> tuple[list[str], bytes]:
    """The body part's own header lines and its octets."""
    rng = page.rng
    text, html = as_text(blocks), as_html(blocks, page)
    kind = draft.html if draft.html != "any" else rng.choice(("both",) * 7 + ("only", "none", "both"))
    has_table = "<table" in html
    plain_part = _part(text, "text/plain", rng)
    html_part = _part(html, "text/html", rng)
    if kind == "none" and not has_table:
        return plain_part
    if kind == "only":
        return html_part
    boundary = _boundary(rng, "000")
    head = ["Content-Type: multipart/alternative;", f'\tboundary="{boundary}"']
    return head, _joined(boundary, [plain_part, html_part])


def _part(text: str, mime: str, rng: random.Random) -> tuple[list[str], bytes]:
    octets = text.replace("\n", "\r\n").encode()
    head = [f'Content-Type: {mime}; charset="utf-8"']
    if rng.random() < 0.5:
        return [*head, "Content-Transfer-Encoding: base64"], _base64(octets)
    quoted = quopri.encodestring(octets.replace(b"\r\n", b"\n")).replace(b"\n", b"\r\n")
    return [*head, "Content-Transfer-Encoding: quoted-printable"], quoted + b"\r\n"


def _mixed(
    head: list[str], body: bytes, files: tuple[File, ...], rng: random.Random
) -> tuple[list[str], bytes]:
    boundary = _boundary(rng, "004")
    parts = [(head, body), *(_attached(file) for file in files)]
    return ["Content-Type: multipart/mixed;", f'\tboundary="{boundary}"'], _joined(boundary, parts)


def _attached(file: File) -> tuple[list[str], bytes]:
    if file.mime == "message/rfc822":
        return [f"Content-Type: {file.mime}", "Content-Disposition: attachment"], file.content
    head = [
        f"Content-Type: {file.mime};",
        f'\tname="{file.name}"',
        f"Content-Description: {file.name}",
        f'Content-Disposition: attachment; filename="{file.name}"; size={len(file.content)}',
        "Content-Transfer-Encoding: base64",
    ]
    return head, _base64(file.content)


def _joined(boundary: str, parts: list[tuple[list[str], bytes]]) -> bytes:
    opening = f"--{boundary}\r\n".encode()
    body = b"".join(
        opening + "\r\n".join((*head, "", "")).encode("ascii") + octets + b"\r\n" for head, octets in parts
    )
    return body + f"--{boundary}--\r\n".encode()


def _base64(octets: bytes) -> bytes:
    return base64.encodebytes(octets).replace(b"\n", b"\r\n")


def _boundary(rng: random.Random, number: str) -> str:
    return f"_{number}_{_host(rng)}{rng.getrandbits(56):014X}eurprd02prod_"


def _host(rng: random.Random) -> str:
    return f"{rng.choice(('AM9PR02MB', 'VI1PR02MB', 'DB9PR05MB', 'PAXPR02MB'))}{rng.randint(1000, 9999)}"


def _guid(rng: random.Random) -> str:
    digits = f"{rng.getrandbits(128):032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def _encoded(text: str) -> str:
    return text if text.isascii() else Header(text, "utf-8").encode(linesep="\r\n")


def _labels(rng: random.Random, when: datetime) -> str:
    named = {
        "Enabled": "true",
        "SetDate": f"{when:%Y-%m-%dT%H:%M:%SZ}",
        "Method": rng.choice(("Standard", "Privileged")),
        "Name": "Geheim",
        "SiteId": TENANT,
        "ActionId": _guid(rng),
        "ContentBits": str(rng.choice((0, 1, 3))),
    }
    return ";\r\n ".join(f"MSIP_Label_{LABEL}_{name}={value}" for name, value in named.items()) + ";"


def _header(scene: Scene, subject: str, draft: Draft) -> list[str]:
    rng, who = scene.rng, scene.sender
    when = _FIRST_DAY + timedelta(days=rng.randint(0, 120), seconds=rng.randint(0, 30_000))
    date = f"{when:%a, %d %b %Y %H:%M:%S} +0000"
    one, two = f"{_host(rng)}.eurprd02.prod.outlook.com", f"{_host(rng)}.eurprd05.prod.outlook.com"
    index = base64.b64encode(rng.getrandbits(176).to_bytes(22, "big")).decode()
    return [
        f"Received: from {one} (2603:10a6:36:286::6)",
        f" by {two} with HTTPS; {date}",
        f"Received: from {one}",
        f" ([fe80::30f9:941f:435c:4807]) by {one}",
        f" ([fe80::34fb:1f47:3b52:6c57%4]) with mapi id 15.20.9484.005; {date}",
        f"From: {who.last} {who.first} <{who.email}>",
        f'To: "{RECIPIENT}" <{RECIPIENT}>',
        f"Subject: {_encoded(subject)}",
        f"Thread-Topic: {_encoded(subject)}",
        f"Thread-Index: {index}",
        f"Date: {date}",
        f"Message-ID: <{_host(rng)}{rng.getrandbits(96):024X}@{one}>",
        "Accept-Language: nl-BE, en-US",
        "Content-Language: nl-BE",
        f"X-MS-Has-Attach: {'yes' if draft.files else ''}".strip(),
        "X-MS-TNEF-Correlator:",
        f"msip_labels: {_labels(rng, when)}",
        "authentication-results: dkim=none (message not signed)",
        " header.d=none;dmarc=none action=none header.from=kindengezin.example;",
        "x-ms-publictraffictype: Email",
        "x-ms-exchange-senderadcheck: 1",
        f"x-ms-office365-filtering-correlation-id: {_guid(rng)}",
        "X-OriginatorOrg: kindengezin.example",
        f"X-MS-Exchange-CrossTenant-id: {TENANT}",
        "X-MS-Exchange-CrossTenant-mailboxtype: HOSTED",
        "MIME-Version: 1.0",
    ]
