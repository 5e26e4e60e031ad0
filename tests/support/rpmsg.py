"""Rights-managed mail as Outlook sends it, built by MS-OXORMMS and MS-OFFCRYPTO 2.2, and bent as asked.

The licence has the elements of a publishing licence that anyone can read; what is sealed is noise.
"""

import base64
import struct
import zlib
from collections.abc import Mapping

from tests.support import office
from tests.support.letters import DESK, SENDER, TENANT, label

MAGIC = bytes.fromhex("76e80460c411e386")
CONTENT_ID = "81e778eb-734b-47f8-8c43-82bf829918fa"
OWNER = "an.peeters@kindengezin.example"
PRIMARY = "\x06DataSpaces/TransformInfo/\tDRMTransform/\x06Primary"
CIPHERTEXT = bytes(range(256)) * 40
TELLER = "Dit bericht is beveiligd. Open het in Outlook."


def licence(tenant: str = TENANT, content_id: str = CONTENT_ID, owner: str = OWNER, *, more: str = "") -> str:
    """A publishing licence, and the certificate of its issuer behind it."""
    identity = f'<ID type="MS-GUID">{{{tenant.upper()}}}</ID>'
    server = f'<OBJECT type="MS-DRM-Server">{identity}<NAME>Proef</NAME></OBJECT>'
    url = "https://99999999-2222-4333-8444-555555555555.rms.eu.aadrm.com/_wmcs/licensing"
    return (
        '<XrML version="1.2" xmlns=""><BODY type="Microsoft Rights Label" version="3.0">'
        f"<ISSUEDTIME>2026-01-12T09:30</ISSUEDTIME><ISSUER>{server}</ISSUER>{more}<DISTRIBUTIONPOINT>"
        '<OBJECT type="License-Acquisition-URL">'
        '<ID type="MS-GUID">{0F45FD50-383B-43EE-90A4-ED013CD0CFE5}</ID>'
        f'<NAME>DRM Server Cluster</NAME><ADDRESS type="URL">{url}</ADDRESS></OBJECT></DISTRIBUTIONPOINT>'
        f'<ISSUEDPRINCIPALS><PRINCIPAL internal-id="1">{server}</PRINCIPAL></ISSUEDPRINCIPALS>'
        f'<WORK><OBJECT><ID type="MS-GUID">{{{content_id.upper()}}}</ID></OBJECT><METADATA><OWNER>'
        f'<OBJECT><ID type="Windows">S-1-5-21-1</ID><NAME>{owner}</NAME></OBJECT></OWNER></METADATA></WORK>'
        "<AUTHENTICATEDDATA>AAAA</AUTHENTICATEDDATA></BODY></XrML>"
        '<XrML version="1.2" xmlns=""><BODY type="LICENSE"><ISSUER><OBJECT type="MS-DRM-Server">'
        '<ID type="MS-GUID">{00000000-0000-4000-8000-000000000000}</ID></OBJECT></ISSUER></BODY></XrML>'
    )


def compound(
    xml: str | None = None, *, codec: str = "utf-16-le", streams: Mapping[str, bytes] | None = None
) -> bytes:
    """The compound file in a container: the licence in its stream, the ciphertext beside it."""
    words = (licence() if xml is None else xml).encode(codec)
    header = (
        struct.pack("<III", 88, 1, 12) + "{C73DFACD}".encode("utf-16-le") + struct.pack("<II", 4, len(words))
    )
    return office.compound(streams or {PRIMARY: header + words, "\tDRMContent": CIPHERTEXT})


def container(inner: bytes | None = None, *, block: int = 4096) -> bytes:
    """``message.rpmsg`` around a compound file: one zlib stream without an end, in blocks."""
    squeezer = zlib.compressobj()
    plain = compound() if inner is None else inner
    blocks = []
    for start in range(0, len(plain), block):
        piece = plain[start : start + block]
        squeezed = squeezer.compress(piece) + squeezer.flush(zlib.Z_SYNC_FLUSH)
        blocks.append(struct.pack("<III", 0x0FA0, len(piece), len(squeezed)) + squeezed)
    return MAGIC + b"".join(blocks)


def letter(
    content: bytes | None = None,
    *,
    content_class: bool = True,
    media_type: str = "application/x-microsoft-rpmsg-message",
    name: str = "message.rpmsg",
) -> bytes:
    """A mail of one referral that Outlook protected, with ``content`` for its container."""
    packed = base64.encodebytes(container() if content is None else content).replace(b"\n", b"\r\n")
    head = [
        f"From: An Peeters <{SENDER}>", f"To: {DESK}", "Date: Mon, 12 Jan 2026 10:30:00 +0100",
        "Subject: Doorverwijzing", "Message-ID: <7@kindengezin.example>", "MIME-Version: 1.0",
        f"msip_labels: {label(ContentBits='8')}",
        *(["Content-Class: rpmsg.message"] if content_class else []),
        'Content-Type: multipart/mixed; boundary="_004_"', "", "--_004_",
        "Content-Type: text/plain; charset=utf-8", "", TELLER, "--_004_",
        f'Content-Type: {media_type}; name="{name}"', f'Content-Disposition: attachment; filename="{name}"',
        "Content-Transfer-Encoding: base64", "",
    ]  # fmt: skip
    return "\r\n".join(head).encode() + b"\r\n" + packed + b"--_004_--\r\n"
