"""The process that reads: ``python -m gateway.reading.worker``, bytes on stdin, answers on stdout.

Everything it will ever need is loaded first, then it gives up the right to load anything. Only then
does it say what it gave up, and read.
"""

import codecs
import encodings
import importlib
import logging
import os
import pkgutil
from contextlib import suppress

import webencodings

from gateway.attachments.rpmsg import MAGIC
from gateway.decision import Code
from gateway.letter.bounds import TooComplex
from gateway.mail.document import Unreadable
from gateway.reading.codec import Exhausted, Failed, decode, encode, encode_confinement, error_name
from gateway.reading.confine import confine, die_with_parent
from gateway.reading.frame import NONCE_BYTES, receive, send
from gateway.reading.read import read, read_rights

STDIN, STDOUT = 0, 1
# Libraries that load parts of themselves at first use.
_LOADED_WHOLE = ("pypdf", "email")
# One message that walks through every library: MIME, transfer encodings, HTML, style sheets.
_REHEARSAL = b"""\
From: =?utf-8?q?a?= <a@b.example>\r
Content-Type: multipart/alternative; boundary="x"\r
\r
--x\r
Content-Type: text/plain; charset=iso-8859-1; format=flowed\r
Content-Transfer-Encoding: quoted-printable\r
\r
Naam : =E9 \r
--x\r
Content-Type: text/html; charset*=us-ascii'nl'utf-8\r
Content-Transfer-Encoding: base64\r
\r
PHN0eWxlPi5oe2Rpc3BsYXk6bm9uZX08L3N0eWxlPjxwIHN0eWxlPSJjb2xvcjpyZWQiIGNsYXNzPSJoIj48dGFibGU+PHRyPjx0ZD5OYWFtPC90
ZD48dGQ+w6nigIvMgTwvdGQ+PC90cj48L3RhYmxlPg==\r
--x--\r
"""


def main() -> None:
    """Runs until stdin ends."""
    die_with_parent()
    logging.disable(logging.CRITICAL)  # libraries log pieces of what they read
    warm_up()
    send(STDOUT, bytes(NONCE_BYTES), encode_confinement(confine()))
    with suppress(EOFError):
        while True:
            nonce, content = receive(STDIN)
            send(STDOUT, nonce, answer(content))
    os._exit(0)


def warm_up() -> None:
    """Loads what libraries load at first use: later there is no file they could load it from."""
    for label in webencodings.LABELS:
        webencodings.lookup(label)
    for module in pkgutil.iter_modules(encodings.__path__):
        with suppress(LookupError):
            codecs.lookup(module.name)
    for package in _LOADED_WHOLE:
        _load_whole(package)
    answer(_REHEARSAL)


def _load_whole(package: str) -> None:
    """Every module of ``package`` that loads here: some want libraries that are not installed."""
    path = importlib.import_module(package).__path__
    for module in pkgutil.walk_packages(path, f"{package}."):
        with suppress(ImportError):
            importlib.import_module(module.name)


def answer(content: bytes) -> bytes:
    """The encoded answer to one message, or to one container of a rights-managed message. Total."""
    try:
        data = encode(read_rights(content) if content.startswith(MAGIC) else read(content))
        decode(data)
    except (TooComplex, RecursionError):
        return encode(Unreadable(Code.MESSAGE_TOO_COMPLEX, "body"))
    except MemoryError:
        return encode(Exhausted())
    except Exception as error:  # noqa: BLE001 - a reader's fault is told, not died of
        return encode(Failed(error_name(error)))
    return data


if __name__ == "__main__":
    main()
