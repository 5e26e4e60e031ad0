"""Which kind of layer stands around a message's content: RFC 8551 section 3, RFC 3156, RFC 1847. Pure.

What a header claims of an S/MIME layer only says that there is one. Whether it is enveloped or signed
is read from the layer itself.
"""

from typing import Literal

from gateway.mail.header import Field, values
from gateway.sealed.multipart import part_of
from gateway.sealed.pgp_mime import find_pgp
from gateway.sealed.rights_managed import find_container

Shape = Literal["plain", "smime", "smime_signed", "pgp", "rights"]

_CMS = ("application/pkcs7-mime", "application/x-pkcs7-mime")
_CMS_SIGNATURE = ("application/pkcs7-signature", "application/x-pkcs7-signature")
_PGP = ("multipart/encrypted", "application/pgp-encrypted")
_RIGHTS_MANAGED = "application/x-microsoft-rpmsg-message"


def shape_of(fields: tuple[Field, ...]) -> Shape:
    """What the root's header ``fields`` say of the content."""
    types = [value.lower() for value in values(fields, "content-type")]
    names = [value.lower() for value in values(fields, "content-disposition")]
    if _is_rights_managed(types, values(fields, "content-class")):
        return "rights"
    if any(".p7m" in _squeezed(name) for name in names):
        return "smime"
    return next((shape for shape in map(_layer, types) if shape != "plain"), "plain")


def has_layer(content: bytes) -> bool:
    """Whether anything stands around the words of a whole message, by its header or by its parts.

    Raises HeaderError when the header block cannot be read.
    """
    message = part_of(content)
    if shape_of(message.fields) != "plain":
        return True
    return find_container(message) is not None or find_pgp(message) is not None


def _is_rights_managed(types: list[str], classes: tuple[str, ...]) -> bool:
    return any(value.lower() == "rpmsg.message" for value in classes) or any(
        value.startswith(_RIGHTS_MANAGED) or ".rpmsg" in value for value in types
    )


def _layer(content_type: str) -> Shape:
    kind, _, parameters = content_type.partition(";")
    kind, parameters = kind.strip(), _squeezed(parameters)
    if kind in _CMS or ".p7m" in parameters:
        return "smime"
    if kind == "multipart/signed" and any(f"protocol={name}" in parameters for name in _CMS_SIGNATURE):
        return "smime_signed"
    return "pgp" if kind in _PGP else "plain"


def _squeezed(parameters: str) -> str:
    return "".join(parameters.split()).replace('"', "")
