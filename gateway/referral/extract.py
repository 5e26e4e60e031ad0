"""A Document to a referral: the client's data that the policy allows, or every reason why not."""

from dataclasses import dataclass, replace

from gateway.decision import Client, Code, FieldName, Finding, Result, Superfluous
from gateway.mail.document import Block, Document, Line, Table
from gateway.policy.model import Policy, Requirement
from gateway.referral.claims import Claim, claims_in
from gateway.referral.client import Filled, fill
from gateway.referral.entries import Entry, Item, read_entries
from gateway.referral.prose import claims_in_prose
from gateway.referral.signature import part_signature, postscript, without_margins
from gateway.referral.superfluous import name_superfluous, phones_in
from gateway.referral.taken_back import data_taken_back
from gateway.referral.unread import address_left_unread
from gateway.slots.address import Gazetteer
from gateway.slots.email import read_emails
from gateway.slots.labels import fold
from gateway.slots.phone import read_phones
from gateway.slots.terms import Person, Slot


@dataclass(frozen=True, slots=True)
class Sender:
    """What is known of the author, and so never a client's: mail address (empty when unknown) and name."""

    address: str
    name: str


@dataclass(frozen=True, slots=True)
class Referral:
    """What one message refers: the clients (none when a finding fails), and what was left behind."""

    clients: tuple[Client, ...]
    findings: tuple[Finding, ...]
    superfluous: tuple[Superfluous, ...]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The items of a body or a file above its signature, what they claim, and what a postscript adds."""

    source: str
    items: tuple[Item, ...]
    claims: tuple[Claim, ...]
    added: tuple[Item, ...]


def extract(document: Document, policy: Policy, sender: Sender) -> Referral:
    """The referral in ``document``. Pure and total: it finds one client, or says why it does not."""
    sheets = _sheets((document, *document.attached), sender)
    claims = tuple(claim for sheet in sheets for claim in sheet.claims)
    said = tuple(item for sheet in sheets for item in sheet.items)
    if policy.fields.prose == "extract":
        claims += claims_in_prose(said, gazetteer_of(policy), claims)
    filled = fill(claims, gazetteer_of(policy))
    superfluous = tuple(
        kind
        for sheet in sheets
        for kind in name_superfluous(sheet.items, sheet.claims, filled, sheet.source, gazetteer_of(policy))
    )
    added = tuple(item for sheet in sheets for item in sheet.added)
    findings = (*filled.findings, *_doubts(said + added, filled.client, policy), *_residence(policy, filled))
    if filled.client is None or any(finding.result is Result.FAIL for finding in findings):
        return Referral((), findings, superfluous)
    client = _allowed(filled.client, policy)
    missing = tuple(_missing(client, policy))
    found = Finding("client", Result.PASS, Code.CLIENT_FOUND)
    return Referral(() if missing else (client,), (found, *missing, *findings), superfluous)


def _doubts(said: tuple[Item, ...], client: Client | None, policy: Policy) -> tuple[Finding, ...]:
    """What the rest of the letter says against the client's data, or holds of them without a known label."""
    if client is None:
        return ()
    return data_taken_back(said, client) + address_left_unread(said, client, gazetteer_of(policy))


def _sheets(documents: tuple[Document, ...], sender: Sender) -> tuple[_Sheet, ...]:
    """The claims of body and files. Each tells for itself whose a value is; the sender's are one for all."""
    parted = [part_signature(without_margins(document.blocks), sender.name) for document in documents]
    own = _own_values(tuple(block for _, signature in parted for block in signature), sender)
    pairs = zip(documents, parted, strict=True)
    return tuple(_sheet(document.source, parts, own, sender) for document, parts in pairs)


def _sheet(
    source: str, parts: tuple[tuple[Block, ...], tuple[Block, ...]], own: frozenset[str], sender: Sender
) -> _Sheet:
    letter, signature = parts
    items = tuple(_said_of_the_sender(item, sender) for item in read_entries(letter))
    claims = tuple(claim for claim in claims_in(items) if own.isdisjoint(_values_of(claim)))
    return _Sheet(source, items, claims, read_entries(postscript(signature)))


def _said_of_the_sender(item: Item, sender: Sender) -> Item:
    """``Naam: …`` with the sender's own name speaks of somebody who is not the client."""
    if not isinstance(item, Entry) or Slot.NAME not in item.label.slots:
        return item
    own = fold(sender.name).split()
    said = fold(" ".join(item.values)).split()
    if len(own) < 2 or sorted(own) != sorted(said):
        return item
    return replace(item, label=replace(item.label, person=Person.OTHER))


def gazetteer_of(policy: Policy) -> Gazetteer:
    """The closed vocabulary of the address slot that ``policy`` sets."""
    if policy.residence is None:
        return Gazetteer({})
    streets = policy.residence.streets
    return Gazetteer(policy.residence.places, None if streets is None else frozenset(map(fold, streets)))


def _own_values(signature: tuple[Block, ...], sender: Sender) -> frozenset[str]:
    """The sender's telephones, as the signature has them, and mail address."""
    lines = [block.text for block in signature if isinstance(block, Line)]
    lines += [
        text
        for block in signature
        if isinstance(block, Table)
        for row in block.rows
        for c in row.cells
        for text in c
    ]
    phones = (read_phones(written) for line in lines for written in phones_in(line))
    return frozenset(number for found in phones for number in found or ()) | {sender.address.lower()}


def _values_of(claim: Claim) -> tuple[str, ...]:
    if Slot.PHONE in claim.slots:
        return read_phones(", ".join(claim.values)) or ()
    if Slot.EMAIL in claim.slots:
        return read_emails(", ".join(claim.values)) or ()
    return ()


def _residence(policy: Policy, filled: Filled) -> tuple[Finding, ...]:
    """Preamble C: the OCMW of the client's own place of residence, and no other; unsaid is doubt."""
    if policy.residence is None:
        return ()
    if filled.elsewhere:
        return (Finding("residence", Result.FAIL, Code.RESIDENCE_OUTSIDE, FieldName.ADDRESS),)
    if filled.client is None:
        return ()
    address = filled.client.address
    if address is None or not (address.postcode or address.municipality):
        return (Finding("residence", Result.FAIL, Code.RESIDENCE_NOT_STATED, FieldName.ADDRESS),)
    return (Finding("residence", Result.PASS, Code.RESIDENCE_INSIDE, FieldName.ADDRESS),)


def _allowed(client: Client, policy: Policy) -> Client:
    allow = policy.fields.allow
    return Client(
        client.first_name if FieldName.FIRST_NAME in allow else "",
        client.last_name if FieldName.LAST_NAME in allow else "",
        client.address if FieldName.ADDRESS in allow else None,
        client.phone if FieldName.PHONE in allow else (),
        client.email if FieldName.EMAIL in allow else (),
    )


def _missing(client: Client, policy: Policy) -> list[Finding]:
    """Each requirement that no field of the client satisfies."""
    return [
        Finding(
            "client", Result.FAIL, Code.FIELD_MISSING, wanted if isinstance(wanted, FieldName) else wanted[0]
        )
        for wanted in policy.fields.require
        if not _holds(client, wanted)
    ]


def _holds(client: Client, wanted: Requirement) -> bool:
    names = (wanted,) if isinstance(wanted, FieldName) else wanted
    return any(bool(_told(client, name)) for name in names)


def _told(client: Client, name: FieldName) -> object:
    """What ``client`` has of a field. A postcode and municipality alone are no address to reach anyone at."""
    if name is FieldName.ADDRESS:
        return client.address and client.address.street
    return getattr(client, name.value)
