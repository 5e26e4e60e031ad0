"""What the doctor says: a grade, a stable code, what was found, what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from gateway.said import Said, said_by, say

_NOTHING: Final = say("")


class Grade(StrEnum):
    """How bad it is: ``error`` keeps mail out or unproven, ``warning`` soon will or may."""

    OK = "ok"
    WARNING = "warning"
    ERROR = "error"


class Code(StrEnum):
    """Every subject the doctor speaks of. Monitoring holds on to these: added, never renamed."""

    CONFIG = "config"
    ACCESS = "access"
    POLICY = "policy"
    POLICY_LABEL = "policy.label"
    POLICY_PERIOD = "policy.period"
    POLICY_SUSPENDED = "policy.suspended"
    POLICY_CONTENT = "policy.content"
    TLS_CERTIFICATE = "tls.certificate"
    TLS_EXPIRY = "tls.expiry"
    TLS_NAME = "tls.name"
    TLS_KEY = "tls.key"
    TLS_KEY_MODE = "tls.key_mode"
    TLS_CLIENT_CA = "tls.client_ca"
    SMIME_PROGRAM = "smime.program"
    SMIME_KEY = "smime.key"
    SMIME_KEY_MODE = "smime.key_mode"
    SMIME_EXPIRY = "smime.expiry"
    SMIME_ADDRESS = "smime.address"
    SMIME_TRUST = "smime.trust"
    PGP_HOME = "pgp.home"
    PGP_KEY = "pgp.key"
    PGP_EXPIRY = "pgp.expiry"
    PGP_ADDRESS = "pgp.address"
    PGP_SIGNER = "pgp.signer"
    NEXT_HOP = "next_hop"
    NEXT_HOP_EXPIRY = "next_hop.expiry"
    TRUSTED_PEERS = "trusted_peers"
    TRUSTED_UPSTREAM = "trusted_upstream"
    RELAY = "relay"
    SIGNING_KEY = "signing.key"
    SIGNING_KEY_MODE = "signing.key_mode"
    SIGNING_ARC = "signing.arc"
    SIGNING_RECORD = "signing.record"
    MAILBOX_SMIME = "mailbox.smime"
    MAILBOX_PGP = "mailbox.pgp"
    CONSOLE_ACCOUNTS = "console.accounts"
    CONSOLE_DRAFTS = "console.drafts"
    CONSOLE_CERTIFICATE = "console.certificate"
    CONSOLE_EXPIRY = "console.expiry"
    CONSOLE_KEY = "console.key"
    CONSOLE_KEY_MODE = "console.key_mode"
    CONSOLE_OIDC = "console.oidc"
    DNS = "dns"
    DNS_RECORDS = "dns.records"
    DNS_MTA_STS = "dns.mta_sts"
    DNS_REVERSE = "dns.reverse"
    DNS_SENDER = "dns.sender"
    LEDGER_SERVER = "ledger.server"
    LEDGER_FOLDER = "ledger.folder"
    LEDGER_KEY = "ledger.key"
    LEDGER = "ledger"
    LEDGER_MONTHS = "ledger.months"
    LEDGER_RETENTION = "ledger.retention"
    LEDGER_ANCHOR = "ledger.anchor"
    LEDGER_TAIL = "ledger.tail"
    LEDGER_UNKNOWN = "ledger.unknown"
    CLOCK = "clock"
    TIMEZONE = "timezone"
    DISK = "disk"
    SANDBOX = "sandbox"
    SYSTEMD_UNIT = "systemd.unit"


@dataclass(frozen=True, slots=True)
class Remark:
    """One line of the doctor's report. ``remedy`` is a sentence, empty when there is nothing to do."""

    grade: Grade
    code: Code
    detail: Said
    remedy: Said = _NOTHING

    def sentence(self) -> Said:
        """What was found, and the remedy when there is one, behind each other."""
        if not self.remedy:
            return self.detail
        return say("{detail}. {remedy}", detail=self.detail, remedy=self.remedy)


def ok(code: Code, detail: Said) -> Remark:
    """All is well."""
    return Remark(Grade.OK, code, detail)


def warning(code: Code, detail: Said, remedy: Said) -> Remark:
    """Runs, but look at it."""
    return Remark(Grade.WARNING, code, detail, remedy)


def error(code: Code, detail: Said, remedy: Said) -> Remark:
    """Must be mended before mail can pass."""
    return Remark(Grade.ERROR, code, detail, remedy)


def told_by(failure: Exception) -> Said:
    """What ``failure`` says, as a remark's detail."""
    return say("{failure}", failure=said_by(failure))


def exit_code(remarks: Iterable[Remark]) -> int:
    """0 when all is well, 1 with warnings, 2 with errors."""
    grades = {remark.grade for remark in remarks}
    return 2 if Grade.ERROR in grades else 1 if Grade.WARNING in grades else 0
