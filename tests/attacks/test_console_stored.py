"""A ledger whose every field holds what would run, calculate or break out: pages and files stay harmless."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from httpx2 import Response
from lxml import html
from openpyxl import load_workbook

from gateway.console.roles import Role
from gateway.decision import PolicyRef
from gateway.ledger import entries
from gateway.ledger.canonical import Json
from gateway.ledger.errors import RecordError
from gateway.ledger.record import Entry, RecordType, draft, is_name
from tests.support.console import Hall, hall
from tests.support.keeping import fill_at

HOSTILE = (
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "' autofocus onfocus=alert(1) x='",
    "javascript:alert(1)", "{{7*7}}{% for x in y %}", "{visit.secret}", "=cmd|'/c calc'!A1", "+1+1", "-1+1",
    "@SUM(A1)", "\t=1+1", "\r\nX-Evil: 1", "\u202egnp.exe", "<!--", "</textarea></pre></main>",
    "&lt;script&gt;",
    "\x00<b>", "\x1b[2J", "\N{GRINNING FACE}" * 50, "a" * 3000, "%3Cscript%3E", "]]>", "https://evil.example/",
)  # fmt: skip
NAMES = tuple(value for value in HOSTILE if is_name(value))
WHEN = datetime(2026, 4, 10, 11, tzinfo=UTC)
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def hostile_entries(number: int, value: str) -> Iterator[Entry]:
    """A transfer, a refusal, a policy and a look-up with ``value`` in every field that takes one."""
    policy: Json = {"protocol": value, "digest": value}
    finding: Json = [{"code": value, "result": value}, {"code": "label.missing", "result": 7}, value, None]
    left: Json = [{"category": value, "count": 1, "where": value}]
    transport: dict[str, Json] = {
        "sender": value,
        "recipients": [value, value],
        "helo": value,
        "peer_ip": value,
    }
    transport |= {"tls_version": value, "tls_cipher": value, "client_certificate": value, "dmarc": value}
    subject: dict[str, Json] = {"clients": 1, "fields": [[value, value]], "month": value, "key": value}
    measures: dict[str, Json] = {"verdict": value, "policy": policy, "findings": finding, "reasons": [value]}
    measures |= {"superfluous": left}
    ended: dict[str, Json] = {"outcome": "rejected", "reply": 550, "next_hop": 550, "reasons": [value]}
    yield Entry(RecordType.INTENT, f"20260410-{number:010x}", transport, subject, measures)
    yield Entry(RecordType.OUTCOME, f"20260410-{number:010x}", {}, {}, ended)
    yield Entry(RecordType.REFUSAL, f"20260410-f{number:09x}", transport, {}, measures | ended)
    yield Entry(RecordType.POLICY, "a-policy", {}, {}, {"policy": policy})
    asked: dict[str, Json] = {"reason": value, "user": value, "kinds": [value]}
    yield Entry(RecordType.LOOKUP, f"lookup-{number}", {}, {}, asked)


_POLICY = """protocol: b-policy
valid: {{from: 2025-12-18}}
recipients: [ocmw@receiver.example]
senders: {{allow: ["*@sender.example"]}}
label:
  accept: [{{tenant: 11111111-2222-4333-8444-555555555555, id: aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee}}]
suspended: {}
"""


def _with_text(protocol: str, text: str, streets: str) -> Entry:
    digest = sha256((text + streets).encode()).hexdigest()
    return entries.policy_in_force(PolicyRef(protocol, f"sha256:{digest}"), text, streets)


def hostile_texts(value: str) -> Iterator[Entry]:
    """``value`` as the whole text of a policy, and in one that is read, so that what changed has it too."""
    yield _with_text("a-policy", value, value)
    quoted = "".join(f"\\u{ord(char):04x}" if ord(char) < 0x10000 else char for char in value[:99])
    yield _with_text("b-policy", _POLICY.format(f'"{quoted}"'), "")


@pytest.fixture(scope="module")
def console(tmp_path_factory: pytest.TempPathFactory) -> Hall:
    found = hall(tmp_path_factory.mktemp("console"))
    said = [entry for each in enumerate(HOSTILE) for entry in hostile_entries(*each)]
    said += [entry for name in NAMES for entry in _named(name)]
    fill_at(found.folder / "ledger.db", [(one, WHEN + timedelta(seconds=i)) for i, one in enumerate(said)])
    return found


def _named(name: str) -> Iterator[Entry]:
    yield Entry(
        RecordType.REFUSAL, name, {"sender": "a@b.example"}, {}, {"outcome": "rejected", "reply": 550}
    )


@pytest.mark.parametrize("value", HOSTILE)
def test_a_reference_that_is_no_plain_name_is_never_recorded(value: str) -> None:
    entry = Entry(RecordType.REFUSAL, value, {}, {}, {})
    if value.isascii() and value.isprintable() and not set(" +") & set(value) and len(value) <= 128:
        assert draft(entry, WHEN).transfer == value
        return
    with pytest.raises(RecordError, match="a name is not"):
        draft(entry, WHEN)


@pytest.mark.parametrize("value", [1.5, "\ud800", {"é": 1}, float("nan")])
def test_a_value_outside_canonical_json_is_never_recorded(value: Json) -> None:
    with pytest.raises(RecordError):
        draft(Entry(RecordType.REFUSAL, "plain", {"sender": value}, {}, {}), WHEN)


def require_harmless(page: Response) -> tuple[str, ...]:
    """Where ``page`` leads. Nothing in it runs, loads from elsewhere, or was put in by a value."""
    assert page.status_code == 200, page.request.url
    tree: Any = html.document_fromstring(page.content)
    foreign = "//script | //iframe | //object | //embed | //base | //b | //*[@style] | //meta[@http-equiv]"
    assert tree.xpath(foreign) == []
    assert tree.xpath("//@*[starts-with(name(), 'on')]") == []
    leads = tuple(map(str, tree.xpath("//@href | //@src | //@action")))
    assert {address[0] for address in leads} <= {"/", "#"}
    assert tree.xpath("count(//main)") == 1
    assert tree.xpath("name(//main/following-sibling::*[1])") == "footer"
    return leads


def test_every_page_shows_a_stored_value_as_text(console: Hall) -> None:
    with console.browser():
        browser = console.visitor()
        while "days.svg" not in browser.get("/").text:
            pass
        for path in ("/", "/transfers", "/transfers?before=60", "/policies", "/lookup", "/try"):
            require_harmless(browser.get(path))
        chart = browser.get("/days.svg")
        assert b"<script" not in chart.content
    assert "alert(1)" in browser.get("/policies").text


def test_the_text_of_a_policy_and_what_changed_in_it_are_shown_as_text(tmp_path: Path) -> None:
    found = hall(tmp_path)
    said = [entry for value in HOSTILE for entry in hostile_texts(value)]
    fill_at(found.folder / "ledger.db", [(one, WHEN + timedelta(seconds=i)) for i, one in enumerate(said)])
    page = found.visitor().get("/policies")
    require_harmless(page)
    shown: Any = html.document_fromstring(page.content)
    told = " ".join(shown.xpath("//ul[@class='changes']/li/text()"))
    assert "De reden van de schorsing is nu “https://evil.example/”" in told
    assert "<script>alert(1)</script>" in told
    assert "<script>alert(1)</script>" in shown.xpath("//details/pre/text()")


def test_one_transfer_shows_a_stored_value_as_text(console: Hall) -> None:
    browser = console.visitor()
    for number in range(len(HOSTILE)):
        for reference in (f"20260410-{number:010x}", f"20260410-f{number:09x}"):
            require_harmless(browser.get(f"/transfers/{reference}"))


def test_what_a_stored_value_links_to_is_here(console: Hall) -> None:
    browser = console.visitor()
    for address in dict.fromkeys(require_harmless(browser.get("/transfers"))):
        answer = browser.get(address)
        assert answer.status_code in {200, 303, 404}, address
        assert "x-evil" not in answer.headers


def test_a_spreadsheet_calculates_no_stored_value(console: Hall) -> None:
    answer = console.visitor(Role.AUDITOR).get("/export/csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) > 2 * len(HOSTILE)
    assert [cell for row in rows for cell in row if cell.startswith(FORMULA)] == []
    assert answer.headers["content-disposition"].startswith("attachment;")
    book = load_workbook(io.BytesIO(console.visitor(Role.AUDITOR).get("/export/xlsx").content))
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}


def test_a_program_reads_every_stored_value_as_text(console: Hall) -> None:
    answer = console.visitor(Role.AUDITOR).get("/export/jsonl")
    senders = {json.loads(line)["sender"] for line in answer.content.splitlines()}
    assert set(HOSTILE) <= senders
    assert console.visitor(Role.AUDITOR).get("/export/pdf").content.startswith(b"%PDF-")
