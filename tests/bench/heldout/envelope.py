"""The headers Exchange writes, and the MIME parts, by hand so that nothing is prettier than in life."""

import base64
import quopri
import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.header import Header
from email.utils import format_datetime

from tests.bench.heldout.case import PIXEL, Attachment
from tests.bench.heldout.senders import Sender

RECIPIENT = "ocmw@pepingen.example"
LABEL = "MSIP_Label_aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee"
TENANT = "11111111-2222-4333-8444-555555555555"


@dataclass
class Part:
    """A MIME part: its header lines and its encoded body."""

    head: list[str]
    body: str

    def text(self) -> str:
        """The part as it stands between boundaries."""
        return "\n".join(self.head) + "\n\n" + self.body


def _hex(rng: random.Random, count: int) -> str:
    return "".join(rng.choice("0123456789ABCDEF") for _ in range(count))


def _guid(rng: random.Random) -> str:
    raw = _hex(rng, 32).lower()
    return f"{raw[:8]}-{raw[8:12]}-4{raw[13:16]}-a{raw[17:20]}-{raw[20:]}"


def _blob(rng: random.Random, lines: int) -> str:
    signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    return "\n ".join("".join(rng.choice(signs) for _ in range(70)) for _ in range(lines))


def encode_text(rng: random.Random, text: str, kind: str, charset: str) -> Part:
    """A text part in the charset given."""
    data = text.replace("\r\n", "\n").replace("\n", "\r\n").encode(charset)
    if rng.random() < 0.5:
        return Part(
            [f'Content-Type: text/{kind}; charset="{charset}"', "Content-Transfer-Encoding: base64"],
            base64.encodebytes(data).decode(),
        )
    body = quopri.encodestring(data.replace(b"\r\n", b"\n")).decode()
    return Part(
        [f'Content-Type: text/{kind}; charset="{charset}"', "Content-Transfer-Encoding: quoted-printable"],
        body + "\n",
    )


def encode_file(file: Attachment, day: datetime) -> Part:
    """A file as Outlook attaches it."""
    name = file.name if file.name.isascii() else Header(file.name, "utf-8").encode()
    stamp = day.strftime("%a, %d %b %Y %H:%M:%S GMT")
    if file.kind == "message/rfc822":
        return Part(
            ["Content-Type: message/rfc822", "Content-Disposition: attachment"], file.data.decode("ascii")
        )
    head = [
        f'Content-Type: {file.kind}; name="{name}"',
        f"Content-Description: {name}",
        f'Content-Disposition: attachment; filename="{name}"; size={len(file.data)};',
        f'\tcreation-date="{stamp}"; modification-date="{stamp}"',
        "Content-Transfer-Encoding: base64",
    ]
    return Part(head, base64.encodebytes(file.data).decode())


def multipart(rng: random.Random, kind: str, parts: list[Part], level: int, extra: str = "") -> Part:
    """Several parts under Exchange's kind of boundary."""
    mark = (
        f"_{level:03d}_{rng.choice(('AS8PR05MB', 'DU0PR02MB'))}{rng.randrange(1000, 9999)}"
        f"{_hex(rng, 15)}eurprd05prod_"
    )
    body = "".join(f"--{mark}\n{part.text()}\n" for part in parts) + f"--{mark}--\n"
    return Part([f"Content-Type: multipart/{kind};{extra}", f'\tboundary="{mark}"'], body)


def logo(rng: random.Random) -> Part:
    """The picture in the signature."""
    cid = f"image001.png@01DC{_hex(rng, 4)}.{_hex(rng, 8)}"
    return Part(
        [
            'Content-Type: image/png; name="image001.png"',
            "Content-Description: image001.png",
            f'Content-Disposition: inline; filename="image001.png"; size={len(PIXEL)}',
            f"Content-ID: <{cid}>",
            "Content-Transfer-Encoding: base64",
        ],
        base64.encodebytes(PIXEL).decode(),
    )


def label_header(rng: random.Random, when: datetime) -> str:
    """The sensitivity label, in one of the foldings seen."""
    keys = [
        f"{LABEL}_Enabled={rng.choice(('true', 'True'))}",
        f"{LABEL}_SetDate={when.strftime('%Y-%m-%dT%H:%M:%SZ')}",
        f"{LABEL}_Method={rng.choice(('Privileged', 'Standard'))}",
        f"{LABEL}_Name=Geheim",
        f"{LABEL}_SiteId={TENANT}",
        f"{LABEL}_ActionId={_guid(rng)}",
        f"{LABEL}_ContentBits={rng.choice('01')}",
    ]
    if rng.random() < 0.4:
        keys.append(f"{LABEL}_Tag=10, 3, 0, 1")
    if rng.random() < 0.5:
        rng.shuffle(keys)
    joint = rng.choice((";\n ", ";", "; ", ";\n\t"))
    return "msip_labels: " + joint.join(keys) + rng.choice((";", ""))


def headers(
    rng: random.Random, sender: Sender, subject: str, attached: bool, lang: str
) -> tuple[list[str], datetime]:
    """All header lines but the content's own."""
    when = datetime(2026, 1, 5, 8, 0, tzinfo=UTC) + timedelta(minutes=rng.randrange(0, 200_000))
    one, two = (
        f"{rng.choice(('AS8PR05MB', 'DU0PR02MB', 'AM9PR02MB'))}{rng.randrange(1000, 9999)}"
        f".eurprd0{rng.choice('25')}"
        ".prod.outlook.com"
        for _ in range(2)
    )
    title = subject if subject.isascii() else Header(subject, "utf-8", maxlinelen=60).encode()
    ident = _guid(rng)
    stamp = format_datetime(when)
    return [
        f"Received: from {one} (2603:10a6:{rng.randrange(10, 99)}:1ee::3)\n by {two} with HTTPS; {stamp}",
        (
            f"Received: from {one}\n ([fe80::483e:464c:5738:50fd]) by {one}\n "
            "([fe80::7c39:410f:480a:29bb%3]) with mapi id "
            f"15.20.9622.012; {stamp}"
        ),
        f"From: {sender.last} {sender.first} <{sender.mail}>",
        f"To: {rng.choice(('OCMW Pepingen ', ''))}<{RECIPIENT}>",
        f"Subject: {title}",
        f"Thread-Topic: {title}",
        f"Thread-Index: Ady{_blob(rng, 1)[:25]}==",
        f"Date: {stamp}",
        f"Message-ID: <{one.split('.')[0]}{_hex(rng, 24)}@{one}>",
        f"Accept-Language: {lang}, en-US",
        f"Content-Language: {lang}",
        f"X-MS-Has-Attach: {'yes' if attached else ''}",
        "X-MS-TNEF-Correlator: ",
        label_header(rng, when),
        (
            "authentication-results: dkim=none (message not signed)\n header.d=none;dmarc=none action=none "
            "header.from=kindengezin.example;"
        ),
        "x-ms-publictraffictype: Email",
        f"x-ms-office365-filtering-correlation-id: {ident}",
        "x-ms-exchange-senderadcheck: 1",
        "x-ms-exchange-antispam-relay: 0",
        f"x-microsoft-antispam-message-info: {_blob(rng, 3)}",
        "X-OriginatorOrg: kindengezin.example",
        "X-MS-Exchange-CrossTenant-AuthAs: Internal",
        f"X-MS-Exchange-CrossTenant-Network-Message-Id: {ident}",
        f"X-MS-Exchange-CrossTenant-id: {TENANT}",
    ], when
