"""Whether the message came encrypted, and in a form the gateway can read: art. 6.

This gateway holds no key of its own. A message whose content is sealed must be sent again
without, over TLS; a rights-managed one can only be opened by its own tenant.
"""

from gateway.decision import Code, Finding, Result
from gateway.mail.envelope import Arrival
from gateway.mail.header import Field, values
from gateway.policy.model import Policy

_CHECK = "encryption"
_VERSIONS = ("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3")
_CMS = ("application/pkcs7-mime", "application/x-pkcs7-mime")
_PGP = ("multipart/encrypted", "application/pgp-encrypted")
_RIGHTS_MANAGED = "application/x-microsoft-rpmsg-message"


def check(policy: Policy, arrival: Arrival, fields: tuple[Field, ...]) -> tuple[Finding, ...]:
    """One finding on the transport, and one on the content when that is in the way."""
    return (_transport(policy, arrival), *_content(policy, fields))


def _transport(policy: Policy, arrival: Arrival) -> Finding:
    if arrival.tls is None:
        return _fail(Code.ENCRYPTION_TRANSPORT_MISSING)
    version, least = arrival.tls.version, policy.encryption.transport
    if version not in _VERSIONS or _VERSIONS.index(version) < _VERSIONS.index(least):
        return _fail(Code.ENCRYPTION_TRANSPORT_OLD)
    return Finding(_CHECK, Result.PASS, Code.ENCRYPTION_TRANSPORT)


def _content(policy: Policy, fields: tuple[Field, ...]) -> tuple[Finding, ...]:
    types = [value.lower() for value in values(fields, "content-type")]
    if _is_rights_managed(types, values(fields, "content-class")):
        return (_fail(Code.ENCRYPTION_RIGHTS_MANAGED),)
    if any(_is_sealed(value) for value in types):
        return (_fail(Code.ENCRYPTION_SEALED),)
    if policy.encryption.content == "required":
        return (_fail(Code.ENCRYPTION_CONTENT_MISSING),)
    return ()


def _is_rights_managed(types: list[str], classes: tuple[str, ...]) -> bool:
    return any(value.lower() == "rpmsg.message" for value in classes) or any(
        value.startswith(_RIGHTS_MANAGED) or ".rpmsg" in value for value in types
    )


def _is_sealed(content_type: str) -> bool:
    """RFC 8551 section 3.2.2, RFC 3156 section 4: whether the root's media type hides the content.

    ``smime-type=signed-data`` is signed only. A type that does not say is taken for sealed.
    """
    kind, _, parameters = content_type.partition(";")
    plain = "".join(parameters.split()).replace('"', "")
    if kind.strip() in _CMS or "smime.p7m" in plain:
        return "smime-type=signed-data" not in plain
    return kind.strip() in _PGP


def _fail(code: Code) -> Finding:
    return Finding(_CHECK, Result.FAIL, code)
