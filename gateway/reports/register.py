"""The row in the register of processing activities (GDPR art. 30) that a policy amounts to."""

from dataclasses import dataclass
from datetime import datetime

from gateway.policy.model import Party, Policy
from gateway.reports.blocks import Document, Facts, Fill, Value, marked
from gateway.reports.table import field_words
from gateway.texts.reports import report_words


@dataclass(frozen=True, slots=True)
class Installed:
    """What the installation itself does for the security of processing (art. 32), as it is configured.

    ``officers`` is to how many the months' keys are sealed; ``next_hop`` is ``verify`` or ``none``.
    ``behind`` another mail server, the gateway is handed its mail from that one's queue.
    """

    hostname: str
    tls: str
    next_hop: str
    sandbox: str
    officers: int
    behind: bool


def register_entry(policy: Policy, installed: Installed, language: str, made: datetime) -> Document:
    """The row as a document: each part of art. 30(1) as the policy says it, open where it says nothing."""
    words = report_words(language)
    footer = words["register_footer"].format(digest=policy.ref.digest)
    facts = Facts(register_row(policy, installed, language))
    return Document(words["register_title"], policy.ref.protocol, (facts,), footer, language, made)


def register_row(policy: Policy, installed: Installed, language: str) -> tuple[tuple[str, Value], ...]:
    """The parts by name, in the order of art. 30(1)."""
    words, parties = report_words(language), policy.parties
    told: dict[str, Value] = {
        "activity": policy.ref.protocol,
        "sender": _party(parties.sender if parties else None, language),
        "receiver": _party(parties.receiver if parties else None, language),
        "purpose": (parties.purpose if parties else "") or Fill(words["fill_purpose"]),
        "legal_ground": (parties.legal_ground if parties else "") or Fill(words["fill_legal_ground"]),
        "subjects": words["subjects_are"],
        "data": words["data_are"].format(fields=field_words(tuple(policy.fields.allow), language)),
        "recipients": ", ".join(policy.recipients),
        "third_countries": Fill(words["fill_third_countries"]),
        "retention": _retention(policy, installed, language),
        "processors": _processors(policy, language),
        "security": "\n".join(_security(policy, installed, language)),
        "valid": _valid(policy, language),
    }
    return tuple((words[name], value) for name, value in told.items())


def row_texts(row: tuple[tuple[str, Value], ...], language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names and values of a row as the cells of a spreadsheet."""
    return tuple(name for name, _ in row), tuple(
        marked(value, language).replace("\n", "; ") for _, value in row
    )


def _party(party: Party | None, language: str) -> Value:
    words = report_words(language)
    if party is None:
        return Fill(words["fill_party"])
    address = party.address or marked(Fill(words["fill_address"]), language)
    dpo = f"{words['dpo']}: {party.dpo or marked(Fill(words['fill_dpo']), language)}"
    return "\n".join(part for part in (party.name, party.register_number, address, dpo) if part)


def _retention(policy: Policy, installed: Installed, language: str) -> str:
    words = report_words(language)
    told = [words["retention_message"], *((words["retention_queue"],) if installed.behind else ())]
    for group in ("transport", "subject", "measures"):
        days: int | None = getattr(policy.retention, group)
        unit = words["day" if days == 1 else "days"]
        period = unit.format(days=days) if days is not None else words["kept"]
        told.append(f"{words[f'group_{group}']}: {period}")
    return "\n".join((*told, words["retention_receiver"]))


def _processors(policy: Policy, language: str) -> Value:
    words, parties = report_words(language), policy.parties
    if parties is None:
        return Fill(words["fill_processors"])
    found = [
        f"{processor.name} ({processor.role})" if processor.role else processor.name
        for party in (parties.sender, parties.receiver)
        for processor in party.processors
    ]
    return "\n".join(found) or Fill(words["fill_processors"])


def _security(policy: Policy, installed: Installed, language: str) -> list[str]:
    words = report_words(language)
    accepted = ", ".join(label.name or label.id for label in policy.label.accept)
    told = [
        words["security_tls"].format(own=installed.tls, policy=policy.encryption.transport),
        words[f"security_sender_{policy.senders.authentication.replace('-', '_')}"],
        words["security_label"].format(label=accepted),
        words[f"security_content_{policy.encryption.content}"],
        words["security_composed"],
        words[f"security_superfluous_{policy.superfluous}"],
        words["security_residence"] if policy.residence else "",
        words[f"security_next_hop_{installed.next_hop}"],
        words["security_none_kept"],
        words["security_ledger"],
        words["security_months"].format(count=installed.officers) if installed.officers else "",
        words[f"security_sandbox_{installed.sandbox}"],
    ]
    return [line for line in told if line]


def _valid(policy: Policy, language: str) -> str:
    words = report_words(language)
    told = words["since"].format(moment=policy.valid.from_)
    return (
        told if policy.valid.until is None else f"{told} {words['until_day'].format(day=policy.valid.until)}"
    )
