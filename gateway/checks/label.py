"""The sensitivity label: art. 6 asks for Microsoft's label "geheim".

Outlook writes labels into one ``msip_labels`` field, as ``MSIP_Label_<GUID>_<attribute>=value``
pairs parted by semicolons. No signature covers the field, so a label counts only on a message
whose sender is proven. Tenant and GUID say which label it is; its name only explains.
"""

import re
from dataclasses import dataclass

from gateway.decision import Code, Finding, Result
from gateway.mail.document import Document, Unreadable
from gateway.mail.header import Field, decode
from gateway.policy.model import AcceptedLabel, Policy

_CHECK = "label"
_PLACE = "header msip_labels"
_MAX_VALUE = 16 * 1024
_MAX_PAIRS = 200
_GUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_KEY = re.compile(rf"msip_label_({_GUID})_([a-z_]{{1,40}})")
_TENANT = re.compile(_GUID)
_FORMAT_CHARACTERS = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Label:
    """One label as a message carries it. ``tenant`` is empty when it names none.

    ``content_bits`` adds up header 1, footer 2, watermark 4, encryption 8; ``method`` is
    ``Privileged`` when set by hand, ``Standard`` otherwise.
    """

    id: str
    tenant: str
    name: str
    enabled: bool
    content_bits: int
    method: str


@dataclass(frozen=True, slots=True)
class LabelReading:
    """Every label found, in order. ``sound`` is False when the text contradicts itself or its grammar."""

    labels: tuple[Label, ...]
    headers: int
    sound: bool


def check(
    policy: Policy, fields: tuple[Field, ...], *, authenticated: bool, undecided: bool = False
) -> tuple[Finding, ...]:
    """One finding. ``authenticated`` says whether the sender is proven; without that no label is.

    ``undecided``: that could not be found out for now, so neither can the label.
    """
    code = _code(policy, read_labels(fields))
    if code is Code.LABEL_ACCEPTED and not authenticated:
        code = Code.LABEL_UNPROVEN
    unproven = Result.DEFER if undecided and code is Code.LABEL_UNPROVEN else Result.FAIL
    result = Result.PASS if code is Code.LABEL_ACCEPTED else unproven
    return (Finding(_CHECK, result, code, places=(_PLACE,)),)


def check_files(policy: Policy, reading: Document | Unreadable | None) -> tuple[Finding, ...]:
    """A failing finding when an attached file bears another label than the policy accepts of the mail."""
    allowed = {(label.tenant.lower(), label.id.lower()) for label in policy.label.accept}
    files = reading.attached if isinstance(reading, Document) else ()
    others = tuple(
        file.source
        for file in files
        if any(label.enabled and (label.tenant, label.id) not in allowed for label in file.labels)
    )
    return (Finding(_CHECK, Result.FAIL, Code.LABEL_CONTRADICTORY, places=others),) if others else ()


def _code(policy: Policy, reading: LabelReading) -> Code:
    if reading.headers > 1:
        return Code.LABEL_DUPLICATE
    if not reading.sound:
        return Code.LABEL_CONTRADICTORY
    enabled = [label for label in reading.labels if label.enabled]
    if not enabled:
        return Code.LABEL_REMOVED if reading.labels else Code.LABEL_MISSING
    return Code.LABEL_OTHER if accepted(policy, reading) is None else Code.LABEL_ACCEPTED


def accepted(policy: Policy, reading: LabelReading) -> AcceptedLabel | None:
    """The policy's label that is in force in ``reading``, matched on tenant and id, never on its name."""
    enabled = {(label.tenant, label.id) for label in reading.labels if label.enabled}
    matching = (label for label in policy.label.accept if (label.tenant.lower(), label.id.lower()) in enabled)
    return next(matching, None)


def read_labels(fields: tuple[Field, ...]) -> LabelReading:
    """Every label in every ``msip_labels`` field of ``fields``."""
    raws = [field.raw for field in fields if field.name == "msip_labels"]
    attributes = [_attributes(raw) for raw in raws]
    labels = tuple(_label(guid, named) for each in attributes if each for guid, named in each.items())
    sound = None not in attributes and all(label is not None for label in labels)
    found = tuple(label for label in labels if label is not None)
    return LabelReading(found, len(raws), sound and _one_a_tenant(found))


Attributes = dict[str, dict[str, str]]


def _attributes(raw: bytes) -> Attributes | None:
    """The attributes of each label by GUID; None when the value is unreadable or contradicts itself."""
    if len(raw) > _MAX_VALUE:
        return None
    text = decode(raw)
    pairs = text.split(";")
    if len(pairs) > _MAX_PAIRS or "=?" in text:
        return None
    found: Attributes = {}
    for pair in pairs:
        key, _, value = pair.partition("=")
        compact = "".join(key.split()).lower()  # folding may fall inside a key
        match = _KEY.fullmatch(compact)
        if match is None:
            if "msip_label" in compact:
                return None
            continue
        named = found.setdefault(match[1], {})
        if not _same(match[2], named.setdefault(match[2], value.strip()), value.strip()):
            return None
    return found


def _same(attribute: str, one: str, other: str) -> bool:
    return one == other or (attribute in ("enabled", "siteid") and one.lower() == other.lower())


def _label(guid: str, named: dict[str, str]) -> Label | None:
    """The label that the attributes make; None when one of them has no value it may have."""
    tenant = "".join(named.get("siteid", "").split()).lower()
    enabled = named.get("enabled", "").lower()
    bits = named.get("contentbits", "0")
    if tenant and not _TENANT.fullmatch(tenant):
        return None
    if enabled not in ("true", "false", "") or not (bits.isascii() and bits.isdigit() and len(bits) < 6):
        return None
    name = _FORMAT_CHARACTERS.sub("", named.get("name", ""))
    return Label(guid, tenant, name, enabled == "true", int(bits), named.get("method", ""))


def _one_a_tenant(labels: tuple[Label, ...]) -> bool:
    """Whether no tenant has two labels in force: a new one takes the place of the old."""
    tenants = [label.tenant for label in labels if label.enabled and label.tenant]
    return len(tenants) == len(set(tenants))
