"""One protocol between two parties. ``policies/NAME.yaml`` has exactly these keys.

Every class is frozen; ``policy.load`` is the only place that makes them from a file. The
docstrings and the comments behind ``:`` are the policy reference.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from gateway.decision import FieldName, PolicyRef

Places = tuple[str, ...]
Requirement = FieldName | tuple[FieldName, ...]
ContentLevel = Literal["optional", "required", "signed"]
Seal = Literal["none", "smime", "pgp"]


@dataclass(frozen=True, slots=True)
class Period:
    """The days on which the protocol is in force, both included (art. 5, 11)."""

    from_: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Processor:
    """A processor under a GDPR art. 28 contract (art. 6)."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """A controller: its name, company register number and data-protection officer (art. 9)."""

    name: str
    register_number: str = ""
    address: str = ""
    dpo: str = ""
    processors: tuple[Processor, ...] = ()


@dataclass(frozen=True, slots=True)
class Parties:
    """Who sends and who receives (art. 1), and the purpose and legal ground they share (art. 2)."""

    sender: Party
    receiver: Party
    purpose: str = ""
    legal_ground: str = ""


@dataclass(frozen=True, slots=True)
class Senders:
    """Who may send, and how the gateway knows it is them.

    ``allow`` holds ``user@domain`` or ``*@domain``. ``null_sender`` says what becomes of mail
    with the null reverse-path (bounces, receipts). ``pgp_keys`` are the full fingerprints of the
    PGP keys whose signatures count; S/MIME signers are judged by the authorities of the installation.
    """

    allow: tuple[str, ...]
    authentication: Literal["dmarc", "tls-certificate", "trusted-peer"] = "dmarc"
    certificates: tuple[str, ...] = ()
    pgp_keys: tuple[str, ...] = ()
    null_sender: Literal["reject", "relay"] = "reject"


@dataclass(frozen=True, slots=True)
class AcceptedLabel:
    """A Microsoft sensitivity label: matched on tenant and id, the name only explains."""

    tenant: str
    id: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels that let a message in (art. 6)."""

    accept: tuple[AcceptedLabel, ...]


@dataclass(frozen=True, slots=True)
class Encryption:
    """What protection a message must come with.

    ``content``: TLS alone will do, or the content must be sealed, or sealed and signed by the sender;
    ``per_sender`` says it for some of them, by address pattern, an address before a domain.
    ``rights_managed: relay`` hands a message that only Microsoft's service can open on as it came, when
    one of the tenants in ``label`` protected it: it is recorded as opaque and was not inspected.
    """

    transport: Literal["TLSv1.2", "TLSv1.3"] = "TLSv1.2"
    content: ContentLevel = "optional"
    per_sender: dict[str, ContentLevel] | None = None
    accept: tuple[Literal["smime", "pgp"], ...] = ("smime", "pgp")
    rights_managed: Literal["reject", "relay"] = "reject"


@dataclass(frozen=True, slots=True)
class Fields:
    """Which data may cross (art. 3), which must be there, and how many clients one mail may hold."""

    allow: tuple[FieldName, ...] = tuple(FieldName)
    require: tuple[Requirement, ...] = (
        FieldName.LAST_NAME,
        (FieldName.ADDRESS, FieldName.PHONE, FieldName.EMAIL),
    )
    prose: Literal["refuse", "extract"] = "refuse"
    clients: int = 1


@dataclass(frozen=True, slots=True)
class Residence:
    """Where the client must live (preamble C): a closed vocabulary, so no free word fits its slot."""

    places: dict[str, Places]
    streets: tuple[str, ...] | None = None
    otherwise: Literal["reject"] = "reject"


@dataclass(frozen=True, slots=True)
class Delivery:
    """How the mailbox gets it. ``seal``: its content encrypted for the recipients' certificates or keys."""

    seal: Seal = "none"


@dataclass(frozen=True, slots=True)
class Retention:
    """How many days each erasable group of a record is kept; None keeps it."""

    transport: int | None = None
    subject: int | None = None
    measures: int | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """The policy's file as it was read, and its street list: the digest is made of one behind the other."""

    text: str = ""
    streets: str = ""


@dataclass(frozen=True, slots=True)
class Policy:
    """One protocol. ``ref`` carries the file's digest and the language senders are answered in.

    ``original`` is what it was read from; two files that rule the same are the same policy.
    """

    ref: PolicyRef
    valid: Period
    recipients: tuple[str, ...]
    senders: Senders
    label: Labels
    parties: Parties | None = None
    suspended: str | None = None
    unlisted_senders: Literal["reject", "relay"] = "reject"
    encryption: Encryption = Encryption()
    fields: Fields = Fields()
    residence: Residence | None = None
    superfluous: Literal["strip", "reject"] = "strip"
    notify_sender: Literal["when_stripped", "never"] = "when_stripped"
    delivery: Delivery = Delivery()
    retention: Retention = field(default_factory=Retention)
    original: Original = field(default=Original(), compare=False, repr=False)
