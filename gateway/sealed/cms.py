"""What a CMS structure (RFC 5652, RFC 5083) says of itself: which layer, for whom, by which methods. Pure."""

from dataclasses import dataclass

from asn1crypto import cms
from asn1crypto.core import Asn1Value
from asn1crypto.x509 import Name

MOST_OVERHEAD = 1 << 18  # beside the content: recipients, certificates, signatures
MOST_CERTIFICATES = 20
_DATA_KEYS = {"1.2.840.113549.1.7.3": "encrypted_content_info",
              "1.2.840.113549.1.9.16.1.23": "auth_encrypted_content_info"}  # fmt: skip
_SIGNED = "1.2.840.113549.1.7.2"


@dataclass(frozen=True, slots=True)
class Recipient:
    """One key the content is sealed for: by its certificate's issuer and serial number, or by its key id."""

    issuer: Name | None
    serial: int
    key_id: bytes


@dataclass(frozen=True, slots=True)
class Enveloped:
    """Sealed content: the OID of its cipher, and who can open it."""

    cipher: str
    recipients: tuple[Recipient, ...]


@dataclass(frozen=True, slots=True)
class Signed:
    """Signed content: the OIDs of its digests, and the certificates (DER) that came with it."""

    digests: tuple[str, ...]
    certificates: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Foreign:
    """Another structure, which holds no layer of a mail: compressed, or sealed with a password."""


Structure = Enveloped | Signed | Foreign


def structure_of(der: bytes) -> Structure:
    """What the ContentInfo ``der`` holds. Raises ValueError when it is none, or is mostly overhead."""
    try:
        return _structure(der)
    except (TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ValueError("no CMS structure") from error


def _structure(der: bytes) -> Structure:
    info = cms.ContentInfo.load(der)
    kind = info["content_type"].dotted
    if kind in _DATA_KEYS:
        return _enveloped(info["content"], _DATA_KEYS[kind], len(der))
    return _signed(info["content"], len(der)) if kind == _SIGNED else Foreign()


def _enveloped(envelope: Asn1Value, key: str, length: int) -> Enveloped:
    content = envelope[key]
    _require_proportion(length, content["encrypted_content"])
    recipients = tuple(r for info in envelope["recipient_infos"] for r in _recipients(info))
    return Enveloped(content["content_encryption_algorithm"]["algorithm"].dotted, recipients)


def _signed(signed: Asn1Value, length: int) -> Signed:
    _require_proportion(length, signed["encap_content_info"]["content"])
    digests = tuple(info["digest_algorithm"]["algorithm"].dotted for info in signed["signer_infos"])
    found = signed["certificates"]
    certificates = tuple(choice.chosen.dump() for choice in found if choice.name == "certificate")
    if len(certificates) > MOST_CERTIFICATES:
        raise ValueError("too many certificates")
    return Signed(digests, certificates)


def _require_proportion(length: int, content: Asn1Value) -> None:
    if length - len(content.contents or b"") > MOST_OVERHEAD:
        raise ValueError("too much beside the content")


def _recipients(info: Asn1Value) -> tuple[Recipient, ...]:
    """RSA recipients, and those of a key agreement; keys and passwords that were shared are nobody's."""
    if info.name == "ktri":
        return (_recipient(info.chosen["rid"]),)
    if info.name == "kari":
        return tuple(_recipient(key["rid"]) for key in info.chosen["recipient_encrypted_keys"])
    return ()


def _recipient(rid: Asn1Value) -> Recipient:
    match rid.name:
        case "issuer_and_serial_number":
            return Recipient(rid.chosen["issuer"], rid.chosen["serial_number"].native, b"")
        case "subject_key_identifier":
            return Recipient(None, 0, rid.chosen.native)
        case _:
            return Recipient(None, 0, rid.chosen["subject_key_identifier"].native)
