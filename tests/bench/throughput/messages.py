"""The mails of the loads: a labelled referral as Outlook writes it, text and HTML, signed by its domain."""

from html import escape

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
_GREETING = "Dag collega,\r\n\r\nHierbij verwijzen wij met toestemming een cli\u00ebnt door.\r\n\r\n"


def small(signer: Signer) -> bytes:
    """About 4 KB, with the line ends that a file has."""
    return _as_file(signed(_referral(0), signer))


def large(signer: Signer) -> bytes:
    """About 200 KB: the same, and behind it the styles that a long thread in Word brings along."""
    return _as_file(signed(_referral(196_000), signer))


def _referral(padding: int) -> bytes:
    text = _GREETING + FORM
    rows = "\r\n".join(f"<div {_STYLE}>{escape(line) or '<br>'}</div>" for line in text.split("\r\n"))
    styles = "".join(f"p.Mso{number} {{margin: 0cm; color: black;}}\r\n" for number in range(padding // 37))
    html = f"<html><head><style>\r\n{styles}</style></head>\r\n<body>\r\n{rows}\r\n</body></html>\r\n"
    body = "".join(
        f'--_b_\r\nContent-Type: text/{kind}; charset="utf-8"\r\n'
        f"Content-Transfer-Encoding: 8bit\r\n\r\n{part}\r\n"
        for kind, part in (("plain", text), ("html", html))
    )
    kind = 'multipart/alternative; boundary="_b_"'
    return letter(f"{body}--_b_--\r\n", content_type=kind, extra=_TRACE)


def _as_file(message: bytes) -> bytes:
    return message.replace(b"\r\n", b"\n")
