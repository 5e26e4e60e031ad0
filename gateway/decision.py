"""What deciding yields: findings, a verdict, and the client's data that may cross.

Verdict is a sum type without default. A finding holds a code from a closed vocabulary and
places, never a value from the message.
"""

from dataclasses import dataclass
from enum import StrEnum


class Result(StrEnum):
    """What one finding means for the verdict: the gravest of all findings decides."""

    PASS = "pass"
    INFO = "info"
    DEFER = "defer"
    FAIL = "fail"


class Code(StrEnum):
    """Every thing a check can find. Recorded in ledgers, so codes are added and never renamed."""

    POLICY_VALID = "policy.valid"
    POLICY_NOT_YET_VALID = "policy.not_yet_valid"
    POLICY_EXPIRED = "policy.expired"
    POLICY_SUSPENDED = "policy.suspended"
    SENDER_LISTED = "sender.listed"
    SENDER_NOT_LISTED = "sender.not_listed"
    SENDER_FROM_INVALID = "sender.from_invalid"
    SENDER_NULL = "sender.null"
    AUTHENTICATION_PASSED = "authentication.passed"
    AUTHENTICATION_FAILED = "authentication.failed"
    AUTHENTICATION_UNAVAILABLE = "authentication.unavailable"
    AUTHENTICATION_NOT_CHECKED = "authentication.not_checked"
    ENCRYPTION_TRANSPORT = "encryption.transport"
    ENCRYPTION_TRANSPORT_MISSING = "encryption.transport_missing"
    ENCRYPTION_TRANSPORT_OLD = "encryption.transport_old"
    ENCRYPTION_CONTENT_MISSING = "encryption.content_missing"
    ENCRYPTION_SEALED = "encryption.sealed"
    ENCRYPTION_OTHER_KEY = "encryption.other_key"
    ENCRYPTION_RIGHTS_MANAGED = "encryption.rights_managed"
    ENCRYPTION_RIGHTS_OTHER_TENANT = "encryption.rights_other_tenant"
    ENCRYPTION_RIGHTS_RELAYED = "encryption.rights_relayed"
    ENCRYPTION_CONTENT_SEALED = "encryption.content_sealed"
    ENCRYPTION_CONTENT_SIGNED = "encryption.content_signed"
    ENCRYPTION_METHOD_NOT_ACCEPTED = "encryption.method_not_accepted"
    ENCRYPTION_BROKEN = "encryption.broken"
    ENCRYPTION_WEAK = "encryption.weak"
    ENCRYPTION_INLINE = "encryption.inline"
    ENCRYPTION_SIGNATURE_MISSING = "encryption.signature_missing"
    ENCRYPTION_SIGNATURE_BROKEN = "encryption.signature_broken"
    ENCRYPTION_SIGNER_UNKNOWN = "encryption.signer_unknown"
    ENCRYPTION_SIGNER_EXPIRED = "encryption.signer_expired"
    ENCRYPTION_SIGNER_OTHER = "encryption.signer_other"
    LABEL_ACCEPTED = "label.accepted"
    LABEL_MISSING = "label.missing"
    LABEL_OTHER = "label.other"
    LABEL_REMOVED = "label.removed"
    LABEL_DUPLICATE = "label.duplicate"
    LABEL_CONTRADICTORY = "label.contradictory"
    LABEL_UNPROVEN = "label.unproven"
    MESSAGE_MALFORMED = "message.malformed"
    MESSAGE_TOO_COMPLEX = "message.too_complex"
    MESSAGE_UNDECODABLE = "message.undecodable"
    MESSAGE_DECEPTIVE = "message.deceptive"
    MESSAGE_ATTACHMENT = "message.attachment"
    MESSAGE_ATTACHMENT_ENCRYPTED = "message.attachment_encrypted"
    MESSAGE_PICTURE = "message.picture"
    MESSAGE_LOOP = "message.loop"
    CLIENT_FOUND = "client.found"
    CLIENT_NONE = "client.none"
    CLIENT_SEVERAL = "client.several"
    CLIENT_AMBIGUOUS = "client.ambiguous"
    FIELD_UNREADABLE = "field.unreadable"
    FIELD_MISSING = "field.missing"
    RESIDENCE_INSIDE = "residence.inside"
    RESIDENCE_OUTSIDE = "residence.outside"
    RESIDENCE_NOT_STATED = "residence.not_stated"
    SUPERFLUOUS_STRIPPED = "superfluous.stripped"
    SUPERFLUOUS_REFUSED = "superfluous.refused"
    COMPOSED_UNACCOUNTED = "composed.unaccounted"
    DELIVERY_UNSEALED = "delivery.unsealed"
    INTERNAL = "internal.error"


class FieldName(StrEnum):
    """The data a protocol can allow (art. 3: datum 1 and datum 2)."""

    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    ADDRESS = "address"
    PHONE = "phone"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: which check, what it means, and where (part, table, row; never a value)."""

    check: str
    result: Result
    code: Code
    field: FieldName | None = None
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PostalAddress:
    """A Belgian address; parts that were not stated are empty."""

    street: str
    number: str
    box: str
    postcode: str
    municipality: str


@dataclass(frozen=True, slots=True)
class Client:
    """The data subject, in the allowed fields alone. Telephones in E.164."""

    first_name: str
    last_name: str
    address: PostalAddress | None
    phone: tuple[str, ...]
    email: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Superfluous:
    """A kind of data that was left behind (art. 7): category, how often, in which part."""

    category: str
    count: int
    where: str


@dataclass(frozen=True, slots=True)
class Deliver:
    """Compose and deliver these clients' data."""

    clients: tuple[Client, ...]


@dataclass(frozen=True, slots=True)
class Relay:
    """Hand on as it came: mail no protocol governs."""


@dataclass(frozen=True, slots=True)
class Reject:
    """Refuse for good (5xx): a decision."""


@dataclass(frozen=True, slots=True)
class Defer:
    """Refuse for now (4xx): not the sender's fault."""


Verdict = Deliver | Relay | Reject | Defer


@dataclass(frozen=True, slots=True)
class PolicyRef:
    """Which policy decided: its protocol's name and ``sha256:`` digest of its file."""

    protocol: str
    digest: str
    language: str = "nl"


@dataclass(frozen=True, slots=True)
class Decision:
    """The verdict with everything that led to it. ``policy`` is None for mail no policy governs."""

    verdict: Verdict
    policy: PolicyRef | None
    findings: tuple[Finding, ...]
    superfluous: tuple[Superfluous, ...] = ()

    def reasons(self) -> tuple[Finding, ...]:
        """The findings that kept the message out, in the order of the checks."""
        return tuple(f for f in self.findings if f.result in (Result.FAIL, Result.DEFER))
