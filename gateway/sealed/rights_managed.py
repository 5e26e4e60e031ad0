"""Mail that Microsoft's rights management protects: known for what it is, and its container found. Pure.

Root of class ``rpmsg.message`` with an attachment ``message.rpmsg`` (MS-OXORMMS), or, before 2023,
an attached page ``message.html`` that posts itself to Microsoft's portal (Office 365 Message Encryption).
"""

import re

from gateway.mail.header import values
from gateway.sealed.multipart import Part, decoded, leaves

_MEDIA_TYPE = "application/x-microsoft-rpmsg-message"
_NAME = re.compile(r"message[\w.-]{0,20}\.rpmsg")
_PORTAL = re.compile(rb"https://[a-z0-9.-]{1,100}/encryption/", re.IGNORECASE)


def find_container(message: Part) -> bytes | None:
    """The container's bytes; empty when the mail is rights-managed and holds none; None when it is not."""
    for part in leaves(message):
        if part.media_type == _MEDIA_TYPE or _NAME.fullmatch(part.name):
            return decoded(part)
        if part.name == "message.html" and _PORTAL.search(decoded(part)):
            return b""
    classes = values(message.fields, "content-class")
    return b"" if any(value.lower() == "rpmsg.message" for value in classes) else None
