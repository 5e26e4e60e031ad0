"""Mails built to cost more than they weigh: each is a few lines here and megabytes on the wire."""

import base64
from collections.abc import Callable, Mapping

from tests.support.letters import FORM, SENDER, letter, page

MIB = 1_048_576
APOSTROPHES = "A'" * 8_192


def lines(octets: bytes) -> bytes:
    """Base64 in lines of 76."""
    coded = base64.b64encode(octets)
    return b"\r\n".join(coded[start : start + 76] for start in range(0, len(coded), 76)) + b"\r\n"


def hidden(text: str | bytes) -> bytes:
    """A text part whose content the line limits of SMTP do not see."""
    octets = text.encode() if isinstance(text, str) else text
    return letter(lines(octets), encoding="base64")


def markup(inner: str) -> bytes:
    return letter(page(inner), content_type="text/html; charset=utf-8")


def multipart(count: int) -> bytes:
    return letter(b"--b\r\n\r\nx\r\n" * count + b"--b--\r\n", content_type="multipart/mixed; boundary=b")


def nested(levels: int) -> bytes:
    opened = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n) for n in range(1, levels)
    )
    body = b"--b0\r\n" + opened + b"Content-Type: text/plain\r\n\r\nx\r\n"
    return letter(body, content_type='multipart/mixed; boundary="b0"')


def encoded_words(count: int) -> str:
    return "\r\n ".join(["=?utf-8?q?a?="] * count)


def rows(count: int) -> str:
    return "<table>" + "<tr><td>Naam</td><td>Jan</td></tr>\r\n" * count + "</table>"


# Messages over the limits of SMTP itself: lines, length of a line.
OF_THE_STREAM: Mapping[str, Callable[[], bytes]] = {
    "25 MB of empty lines": lambda: letter(b"\r\n" * (25 * MIB // 2)),
    "20 MB of short HTML lines": lambda: markup("<p>hallo daar</p>\r\n" * (20 * MIB // 19)),
    "a line of 16 KB as a name": lambda: letter(f"Naam: {APOSTROPHES}\r\n"),
    "a line of a million colons": lambda: letter(":" * MIB + "\r\n"),
}

OF_STRUCTURE: Mapping[str, Callable[[], bytes]] = {
    "100,000 parts": lambda: multipart(100_000),
    "799 parts": lambda: multipart(799),
    "1,000 levels": lambda: nested(1_000),
    "20 levels": lambda: nested(20),
    "a header of 10 MB": lambda: letter(extra=["X: " + "\r\n ".join(["x" * 900] * (10 * MIB // 900))]),
    "35,000 header fields": lambda: letter(extra=["X: x"] * 35_000),
    "5,000 encoded words as label": lambda: letter(labels=encoded_words(5_000)),
    "5,000 encoded words as author": lambda: letter(author=encoded_words(5_000)),
}

OF_TEXT: Mapping[str, Callable[[], bytes]] = {
    "4 KB of apostrophes as a name": lambda: letter("Naam: " + "A'" * 2_000 + "\r\n"),
    "900 apostrophes as a name": lambda: letter("Naam: " + "A'" * 450 + "\r\n" + FORM),
    "50,000 label lines": lambda: letter("Naam: Jan\r\n" * 50_000),
    "2,900 label lines": lambda: letter("Naam: Jan\r\n" * 2_900),
    "2,900 lines of typing errors": lambda: letter(
        "".join(f"tleefoonnumer x{number} thius: 0470123456\r\n" for number in range(2_900))
    ),
    "colons in lines": lambda: letter((":" * 4_000 + "\r\n") * 250),
    "labels in a line, 200 lines": lambda: letter(("Naam:" * 199 + "\r\n") * 200),
    "labels in a line, 3,000 lines": lambda: letter(("a b c d e f:" * 80 + "\r\n") * 3_000),
    "2,900 lines of 15 columns": lambda: letter(("a\t" * 15 + "b\r\n") * 2_900),
    "flowed text": lambda: letter("a \r\n" * 400_000, content_type="text/plain; format=flowed"),
    "2,900 quoted heads": lambda: letter("Van: x\r\nx\r\nx\r\n" * 960),
}

OF_MARKUP: Mapping[str, Callable[[], bytes]] = {
    "200,000 nested div": lambda: markup("<div>\r\n" * 200_000),
    "149 nested div": lambda: markup("<div>\r\n" * 140 + "Naam: Jan"),
    "100,000 rows": lambda: markup(rows(100_000)),
    "2,900 rows": lambda: markup(rows(1_400)),
    "35 nested tables": lambda: markup("<table><tr><td>a</td><td>\r\n" * 35 + "x"),
    "20,000 open tables": lambda: markup("<table><tr><td>\r\n" * 20_000),
    "a style sheet of 11,000 rules": lambda: markup("<style>" + ".a{display:none}\r\n" * 11_000 + "</style>"),
    "a style of 100,000 declarations": lambda: markup('<p style="' + "a:b;\r\n" * 100_000 + '">x'),
    "12,000 styles": lambda: markup(
        '<p style="display:block;color:red;margin:0cm;font-size:11pt">x</p>\r\n' * 12_000
    ),
}

OF_ENCODING: Mapping[str, Callable[[], bytes]] = {
    "16 KB of apostrophes in base64": lambda: hidden(f"Naam: {APOSTROPHES}\r\n"),
    "16 KB of apostrophes everywhere": lambda: hidden(
        "".join(f"{name}: {APOSTROPHES}\r\n" for name in ("Straat", "Telefoon", "E-mail", "Opmerking"))
    ),
    "a million colons in base64": lambda: hidden(":" * MIB),
    "a megabyte of line ends": lambda: hidden(b"\n" * MIB),
    "15 MB in base64": lambda: hidden(b"x" * (15 * MIB)),
    "20 MB of quoted-printable": lambda: letter(
        ("=3D" * 25 + "=\r\n") * (20 * MIB // 78), encoding="quoted-printable"
    ),
    "a megabyte of white space": lambda: hidden("\u00e9  \t" * (MIB // 6)),
    "24 MB of words of one letter": lambda: letter(("a " * 440 + "\r\n") * (24 * MIB // 882)),
    "17 MB of attachment": lambda: letter(
        lines(b"x" * (17 * MIB)), encoding="base64", content_type="application/pdf"
    ),
}

# Costly to read, harmless, and with an honest form in them: they may pass as what they are.
HARMLESS: Mapping[str, Callable[[], bytes]] = {
    "5,000 encoded words before the author": lambda: letter(author=f"{encoded_words(5_000)} <{SENDER}>"),
    "16,000 encoded words as subject": lambda: letter(subject=encoded_words(16_000)),
    "a header folded 60,000 times": lambda: letter(extra=["X: x" + "\r\n x" * 60_000]),
}
