"""Messages that no mail program would write, and a client that hands them in as they are."""

import ssl

from tests.support.inbound import Client
from tests.support.letters import DESK, SENDER, letter
from tests.support.stage import Stage

EVERY_OCTET = bytes(octet for octet in range(1, 256) if octet not in b"\r\n")
ODD = {
    "nothing at all": b"",
    "one empty line": b"\r\n",
    "dots alone": b".\r\n..\r\n...\r\n",
    "a dot at the end of a line": b"Subject: x\r\n\r\nend.\r\n .\r\n.x\r\n",
    "no header": b"\r\nbody\r\n",
    "no body": b"Subject: x\r\n",
    "no field": b"this is no field\r\n\r\nbody\r\n",
    "a space before the colon": b"Subject : x\r\nFrom: a\r\nFrom: b\r\n\r\n",
    "folded from the first line": b" folded\r\n\r\nbody\r\n",
    "an mbox line": b"From a@b Mon Jan 12 10:30:00 2026\r\n\r\nFrom c\r\n>From d\r\n",
    "white space": b"Subject:\t \r\n\r\n \t \r\n\t\r\n",
    "empty lines": b"Subject: x\r\n\r\n" + b"\r\n" * 500,
    "latin 1": "Subject: é\r\n\r\né€".encode("cp1252") + b"\r\n",
    "every octet": b"Subject: x\r\n\r\n" + EVERY_OCTET * 3 + b"\r\n",
    "every octet at the start of a line": b"".join(bytes((octet,)) + b"x\r\n" for octet in EVERY_OCTET),
    "a line as long as lines may be": b"Subject: x\r\n\r\n" + b"x" * 4_094 + b"\r\n",
    "998 and dots": b"\r\n" + b"." * 998 + b"\r\n",
    "a boundary that never ends": b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n--x\r\n",
    "a message in a message": b"Content-Type: message/rfc822\r\n\r\n" + letter(),
    "our own token": b"Gateway-Transfer: 20260101-0011223344\r\n\r\n",
    "a label": letter(),
    "wrong base64": b"Content-Transfer-Encoding: base64\r\n\r\n%%%=\r\n====\r\n",
    "a utf-8 mark": b"\xef\xbb\xbfSubject: x\r\n\r\n\xff\xfe\r\n",
    "escape sequences": b"Subject: \x1b[2J\x07\r\n\r\n\x1b]0;x\x07\x08\r\n",
}


async def hand_in(stage: Stage, content: bytes, context: ssl.SSLContext, rcpt: str = DESK) -> str:
    """The last reply to a message from SENDER, dots stuffed."""
    client = await Client.connect(stage.port)
    try:
        await client.reply()
        await client.start_tls(context)
        for line in ("EHLO outbound.example", f"MAIL FROM:<{SENDER}>", f"RCPT TO:<{rcpt}>"):
            if not (reply := await client.ask(line)).startswith("250"):
                return reply
        stuffed = b"".join(b"." * line.startswith(b".") + line for line in content.splitlines(keepends=True))
        return await client.message(stuffed + b".\r\n")
    finally:
        await client.close()
