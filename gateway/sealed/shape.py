"""Which kind of layer stands around a message's content: RFC 8551 section 3, RFC 3156. Pure."""

from typing import Literal

from gateway.mail.header import Field, values

Shape = Literal["plain", "smime", "pgp", "rights"]

_CMS = ("application/pkcs7-mime", "application/x-pkcs7-mime")
_PGP = ("multipart/encrypted", "application/pgp-encrypted")
_RIGHTS_MANAGED = "application/x-microsoft-rpmsg-message"


def shape_of(fields: tuple[Field, ...]) -> Shape:
    """What the root's header ``fields`` say of the content."""
    types = [value.lower() for value in values(fields, "content-type")]
    if _is_rights_managed(types, values(fields, "content-class")):
        return "rights"
    return next((shape for shape in map(_sealed, types) if shape != "plain"), "plain")


def _is_rights_managed(types: list[str], classes: tuple[str, ...]) -> bool:
    return any(value.lower() == "rpmsg.message" for value in classes) or any(
        value.startswith(_RIGHTS_MANAGED) or ".rpmsg" in value for value in types
    )


def _sealed(content_type: str) -> Shape:
    """``smime-type=signed-data`` is signed only. A type that does not say is taken for sealed."""
    kind, _, parameters = content_type.partition(";")
    plain = "".join(parameters.split()).replace('"', "")
    if kind.strip() in _CMS or "smime.p7m" in plain:
        return "plain" if "smime-type=signed-data" in plain else "smime"
    return "pgp" if kind.strip() in _PGP else "plain"
