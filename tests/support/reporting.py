"""A ledger with one of everything that a report has to tell: delivered, refused, relayed, unknown, open."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from gateway.cli import main
from gateway.decision import Code, Decision, Deliver, Finding, PolicyRef, Reject, Relay, Superfluous
from gateway.decision import Result as Found
from gateway.ledger import entries
from gateway.ledger.month import MonthKey, load_or_create
from gateway.ledger.record import Entry, Outcome
from gateway.mail.address import Address
from gateway.mail.envelope import Arrival, Envelope
from tests.support.keeping import fill_at
from tests.support.ledger import outcome
from tests.support.people import DESK, arrival, client

PROTOCOL = "reported-protocol"
REF = PolicyRef(PROTOCOL, "sha256:" + "5a" * 32)
FORMULA = "=1+1"
MARCH, APRIL = (datetime(2026, month, 10, 9, 30, tzinfo=UTC) for month in (3, 4))

AN = client("An", "Canarius", "+32470123456", "an.canarius@canary.example")
BO = client("Bo", "Canarius", "+32470123456", "bo.canarius@canary.example", number="14")
CANARIES = ("Canarius", "+32470123456", "470123456", "canary.example", "Dorp 12")

CONFIG = """hostname: mx.ledger.example
listen: ["127.0.0.1:8025"]
tls: {{certificate: a.pem, key: b.pem}}
next_hop: {{address: "127.0.0.1:8026"}}
policies: policies
ledger: {{url: "sqlite:///{path}"}}
"""
POLICY = f"""protocol: {PROTOCOL}
valid: {{from: 2025-12-18}}
recipients: [ocmw@receiver.example]
senders: {{allow: ["*@sender.example"]}}
label:
  accept:
    - {{tenant: 11111111-2222-4333-8444-555555555555, id: aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee, name: Geheim}}
residence: {{places: {{"1670": [Pepingen]}}}}
retention: {{transport: 365, subject: 90}}
parties:
  sender: {{name: "Team Noord (verzonnen)", register_number: "0123.456.789", dpo: dpo@sender.example}}
  receiver:
    name: "OCMW Ergens (verzonnen)"
    dpo: dpo@receiver.example
    processors: [{{name: "Beheer nv (verzonnen)", role: hosting}}]
  purpose: "Noden vinden en hulp aanbieden; cliënten bereiken."
"""
LEFT_OUT = (Superfluous("health", 2, "body html"), Superfluous("national_number", 1, "attachment 1"))
PASSED = tuple(
    Finding("check", Found.PASS, code)
    for code in (
        Code.POLICY_VALID, Code.SENDER_LISTED, Code.AUTHENTICATION_PASSED, Code.ENCRYPTION_TRANSPORT,
        Code.LABEL_ACCEPTED, Code.CLIENT_FOUND, Code.RESIDENCE_INSIDE,
    )
)  # fmt: skip


def sent_by(local: str, transfer: str, when: datetime) -> Arrival:
    envelope = Envelope(Address(local, "sender.example"), (DESK,))
    given = arrival(transfer, when)
    return Arrival(given.id, when, given.peer, given.tls, envelope, given.content)


def delivered(
    transfer: str,
    when: datetime,
    key: MonthKey,
    *clients: Any,
    local: str = "team",
    ended: Outcome = Outcome.ACCEPTED,
) -> list[tuple[Entry, datetime]]:
    decision = Decision(Deliver(clients), REF, PASSED, LEFT_OUT)
    begun = entries.intent(sent_by(local, transfer, when), decision, None, key)
    return [(begun, when), (outcome(transfer, ended), when + timedelta(seconds=1))]


def refused(transfer: str, when: datetime) -> list[tuple[Entry, datetime]]:
    findings = (Finding("label", Found.FAIL, Code.LABEL_MISSING),)
    decision = Decision(Reject(), REF, findings)
    return [(entries.refusal(sent_by("team", transfer, when), decision, Outcome.REJECTED, reply=550), when)]


def relayed(transfer: str, when: datetime) -> list[tuple[Entry, datetime]]:
    begun = entries.intent(sent_by("team", transfer, when), Decision(Relay(), REF, ()), None, None)
    return [(begun, when), (outcome(transfer), when)]


def installation(folder: Path) -> Path:
    """A ledger with seven transfers in two months, its configuration and its policy; the configuration."""
    path = folder / "ledger.db"
    march, april = load_or_create(path, "2026-03"), load_or_create(path, "2026-04")
    minute = timedelta(minutes=1)
    fill_at(
        path,
        [
            *delivered("20260310-aaaa", MARCH, march, AN),
            *delivered("20260310-bbbb", MARCH + minute, march, BO, local=FORMULA),
            *refused("20260310-cccc", MARCH + 2 * minute),
            *relayed("20260310-dddd", MARCH + 3 * minute),
            *delivered("20260410-eeee", APRIL, april, AN),
            *delivered("20260410-ffff", APRIL + minute, april, AN, ended=Outcome.UNKNOWN),
            *delivered("20260410-gggg", APRIL + 2 * minute, april, BO)[:1],
        ],
    )
    (folder / "policies").mkdir()
    (folder / "policies" / "test.yaml").write_text(POLICY, "utf-8")
    config = folder / "gateway.yaml"
    config.write_text(CONFIG.format(path=path), "utf-8")
    return config


def run(config: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, (*arguments, "--config", str(config)))
