"""The mails of the loads: a labelled referral as Outlook writes it, text and HTML, signed by its domain."""

from html import escape

from tests.support.corpus import CORPUS
from tests.support.dkim import Signer, signed
from tests.support.letters import FORM, letter

_TRACE = (
    "Received: from db9pr05mb8445.eurprd05.prod.outlook.com; Mon, 12 Jan 2026 09:30:02 +0000",
    "Thread-Topic: Doorverwijzing",
    "Accept-Language: nl-BE, en-US",
    "X-MS-Has-Attach:",
    "x-ms-publictraffictype: Email",
    "x-ms-exchange-senderadcheck: 1",
    "X-MS-Exchange-CrossTenant-AuthAs: Internal",
)
_STYLE = 'style="font-family: Aptos, Calibri, Helvetica, sans-serif; font-size: 12pt; color: rgb(0, 0, 0);"'
_LOGO = (
    'Content-Type: image/png; name="image001.png"\r\nContent-Disposition: inline; filename="image001.png"\r\n'
    "Content-ID: <image001.png@01DC9962.AD72B307>\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    + "\r\n".join(["iVBORw0KGgoAAAANSUhEUgAAAHgAAAAoCAYAAAA16j4lAAAA9ElEQVR42u3bwQ2AIBAEQQ"] * 2_600)
    + "\r\n"
)
_GREETING = "Dag collega,\r\n\r\nHierbij verwijzen wij met toestemming een cli\u00ebnt door.\r\n\r\n"


def small(signer: Signer) -> bytes:
    """About 4 KB, with the line ends that a file has."""
    return _as_file(signed(_referral(""), signer))


def large(signer: Signer) -> bytes:
    """About 200 KB: the same with the logo that a signature brings along."""
    return _as_file(signed(_referral(_LOGO), signer))


def with_form(signer: Signer) -> bytes:
    """A letter with the form as a Word file, of the corpus."""
    content = (CORPUS / "024-docx-table" / "message.eml").read_bytes()
    return _as_file(signed(content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"), signer))


def _referral(logo: str) -> bytes:
    text = _GREETING + FORM
    rows = "\r\n".join(f"<div {_STYLE}>{escape(line) or '<br>'}</div>" for line in text.split("\r\n"))
    html = f"<html><head></head>\r\n<body>\r\n{rows}\r\n</body></html>\r\n"
    parts = (_part("text/plain", text), _part("text/html", html))
    shown = "".join(f"--_b_\r\n{part}\r\n" for part in parts) + "--_b_--\r\n"
    if not logo:
        return letter(shown, content_type='multipart/alternative; boundary="_b_"', extra=_TRACE)
    inner = 'Content-Type: multipart/alternative; boundary="_b_"\r\n\r\n'
    whole = f"--_r_\r\n{inner}{shown}\r\n--_r_\r\n{logo}\r\n--_r_--\r\n"
    return letter(whole, content_type='multipart/related; boundary="_r_"', extra=_TRACE)


def _part(kind: str, text: str) -> str:
    return f'Content-Type: {kind}; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{text}'


def _as_file(message: bytes) -> bytes:
    return message.replace(b"\r\n", b"\n")
