"""A public PGP key in the forms in which senders' programs look for it. Pure.

Autocrypt level 1 puts it in a header field, Web Key Directory (draft-koch-openpgp-webkey-service) at an
address of the domain's web server that follows from the mailbox.
"""

import base64
import hashlib
from dataclasses import dataclass

from gateway.mail.address import Address

_RFC4648 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_Z_BASE_32 = "ybndrfg8ejkmcpqxot1uwisza345h769"
_FOLDER = ".well-known/openpgpkey"
_LINE = 72


@dataclass(frozen=True, slots=True)
class Page:
    """A file for a web server: its path below the root, and its octets."""

    path: str
    content: bytes


def directory_hash(local: str) -> str:
    """What the local part of a mailbox is called in a Web Key Directory: z-base-32 of its SHA-1."""
    lowered = "".join(chr(ord(char) + 32) if "A" <= char <= "Z" else char for char in local)
    digest = hashlib.sha1(lowered.encode(), usedforsecurity=False).digest()
    return base64.b32encode(digest).decode("ascii").translate(str.maketrans(_RFC4648, _Z_BASE_32))


def directory_pages(address: Address, key: bytes) -> tuple[Page, ...]:
    """The directory of ``address`` with its binary ``key``, for the advanced method and for the direct one.

    The advanced method asks ``openpgpkey.DOMAIN``, the direct one DOMAIN itself; each wants a policy file,
    which may be empty.
    """
    pages = []
    for folder in (f"{_FOLDER}/{address.domain}", _FOLDER):
        pages.append(Page(f"{folder}/hu/{directory_hash(address.local)}", key))
        pages.append(Page(f"{folder}/policy", b""))
    return tuple(pages)


def autocrypt_field(address: Address, key: bytes) -> str:
    """The header field that tells a mail program ``address``'s binary ``key``; folded, lines end in LF."""
    text = base64.b64encode(key).decode("ascii")
    lines = (text[start : start + _LINE] for start in range(0, len(text), _LINE))
    return "\n ".join((f"Autocrypt: addr={address}; prefer-encrypt=mutual; keydata=", *lines))
