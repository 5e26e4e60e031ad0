"""What the pages show, and that who looked is on the ledger."""

import csv
import io
import json
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from gateway import config
from gateway.config import Keys, SmimeKey, Tls
from gateway.console.days import Counted, Days
from gateway.console.expiries import Expiries
from gateway.console.roles import Role
from gateway.ledger import rows
from gateway.ledger.anchors import Tail, mail_held
from gateway.ledger.canonical import parse_canonical
from gateway.ledger.record import RecordType
from gateway.ledger.transfers import latest_checkpoint
from gateway.ledger.verify import verify
from tests.support.certificates import new_authority
from tests.support.console import Hall, hall, post
from tests.support.keeping import fill_at
from tests.support.ledger import tampering
from tests.support.reporting import MARCH, REF


@pytest.fixture
def console(tmp_path: Path) -> Hall:
    return hall(tmp_path)


def looked(console: Hall) -> list[tuple[object, object, object]]:
    """The access records: kinds, who, and of how many transfers."""
    with rows.reading(console.folder / "ledger.db") as connection:
        found = list(rows.rows_of_type(connection, RecordType.LOOKUP))
    said = [parse_canonical({name: body for name, _, body in row.parts}["measures"]) for row in found]
    return [(one["kinds"], one["user"], one["searched"]) for one in said if isinstance(one, dict)]


def test_the_list_shows_the_latest_first(console: Hall) -> None:
    page = console.visitor().get("/transfers").text
    names = ["20260410-gggg", "20260410-eeee", "20260310-dddd", "20260310-aaaa"]
    places = [page.index(name) for name in names]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("query", "there", "away"),
    [
        ("outcome=rejected", ["20260310-cccc"], ["20260310-aaaa", "20260410-eeee"]),
        ("reason=label.missing", ["20260310-cccc"], ["20260310-aaaa"]),
        ("from=2026-04-01", ["20260410-eeee", "20260410-ffff"], ["20260310-aaaa"]),
        ("to=2026-03-31", ["20260310-aaaa"], ["20260410-eeee"]),
        ("from=2026-04-10&to=2026-04-10", ["20260410-eeee"], ["20260310-dddd"]),
        ("sender=team@sender.example", ["20260310-aaaa"], ["20260310-bbbb"]),
        ("sender=*@nowhere.example", [], ["20260310-aaaa"]),
        ("tls=none", [], ["20260310-aaaa"]),
        ("recipient=*@receiver.example", ["20260310-aaaa"], []),
        ("recipient=other@receiver.example", [], ["20260310-aaaa"]),
        ("label=label.missing", ["20260310-cccc"], ["20260310-aaaa"]),
        ("label=label.accepted", ["20260310-aaaa"], ["20260310-cccc", "20260310-dddd"]),
        (f"version={REF.digest}", ["20260310-aaaa"], []),
        ("version=sha256:00", [], ["20260310-aaaa"]),
        ("before=4", ["20260310-aaaa"], ["20260410-eeee"]),
    ],
)
def test_a_filter_shows_what_was_asked_and_nothing_else(
    console: Hall, query: str, there: list[str], away: list[str]
) -> None:
    page = console.visitor().get(f"/transfers?{query}").text
    assert [name for name in there if name not in page] == []
    assert [name for name in away if name in page] == []


@pytest.mark.parametrize(
    "query",
    [
        "from=yesterday",
        "to=2026-13-01",
        "to=9999-12-31",
        "from=0001-01-01",
        "outcome=fine",
        "label=Geheim",
        "tls=SSLv3",
    ],
)
def test_a_filter_that_means_nothing_is_told(console: Hall, query: str) -> None:
    page = console.visitor().get(f"/transfers?{query}")
    assert page.status_code == 200
    assert "Een deel van de filter is niet begrepen." in page.text


def test_a_reason_is_chosen_by_its_words_and_no_words_are_unfinished(console: Hall) -> None:
    page = console.visitor().get("/transfers?reason=field.missing").text
    assert '<option value="field.missing" selected>een gegeven ontbreekt</option>' in page
    assert "{field}" not in page
    assert '<option value="label.accepted">' in page.partition('name="label"')[2]


def test_a_page_in_which_nothing_fits_says_how_far_it_looked(console: Hall) -> None:
    page = console.visitor().get("/transfers?tls=none").text
    assert "Geen doorgiften gevonden." in page
    assert "12 records bekeken. Tot en met de doorgifte van 2026-03-10" in page


def test_one_transfer_is_proven_before_the_readers_eyes_and_the_view_recorded(console: Hall) -> None:
    page = console.visitor().get("/transfers/20260410-eeee")
    assert page.status_code == 200
    assert "elk record staat in de boom" in page.text
    assert "rijksregisternummer" in page.text
    assert looked(console) == [(["view"], "an in the console", 1)]
    assert verify(console.folder / "ledger.db").ok


def test_the_evidence_of_a_transfer_is_proven_by_a_stranger_and_its_making_recorded(
    console: Hall, tmp_path: Path
) -> None:
    page = console.visitor().get("/transfers/20260310-aaaa").text
    assert "/transfers/20260310-aaaa/evidence.zip" in page
    assert "nog niet: tot dan kan wie de sleutel heeft" in page
    answer = console.visitor(Role.AUDITOR).get("/transfers/20260310-aaaa/evidence.zip")
    assert answer.headers["content-disposition"] == 'attachment; filename="evidence-20260310-aaaa.zip"'
    bundle = tmp_path / "bundle.zip"
    bundle.write_bytes(answer.content)
    with ZipFile(bundle) as files:
        (tmp_path / "verify.py").write_bytes(files.read("verify.py"))
    command = (sys.executable, "-I", str(tmp_path / "verify.py"), str(bundle))
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.returncode, "WHOLE" in ran.stdout) == (0, True)
    assert looked(console)[-1] == (["evidence"], "cas in the console", 1)
    assert console.visitor(Role.ADMIN).get("/transfers/20260310-aaaa/evidence.zip").status_code == 403
    assert console.visitor().get("/transfers/20260310/evidence.zip").status_code == 404


def test_a_transfer_says_which_anchors_hold_it(console: Hall) -> None:
    note = latest_checkpoint(console.folder / "ledger.db")
    fill_at(console.folder / "ledger.db", [(mail_held(note, taken=2, asked=2), MARCH)])
    page = console.visitor().get("/transfers/20260310-aaaa").text
    assert "per mail bij de functionarissen, 2026-03-10" in page


def test_the_overview_names_every_certificate_and_key_and_its_end(console: Hall) -> None:
    page = console.visitor().get("/").text
    assert "a.pem" in page
    assert "kan hier niet gelezen of gebruikt worden" in page
    issued = new_authority(console.folder).server("mx.ledger.example")
    settings = config.load(console.folder / "gateway.yaml")
    smime = (SmimeKey(Path(issued.certificate), Path(issued.key)),)
    whole = replace(settings, tls=Tls(Path(issued.certificate), Path(issued.key)), keys=Keys(smime=smime))
    found = Expiries(whole, console.clock).known()
    assert [(one.use, one.readable, one.ends is None) for one in found] == [
        ("use_tls", True, False),
        ("use_open", True, False),
    ]


@pytest.mark.parametrize(
    "reference", ["20260410", "nothing", "20260410-eeee%00", "..%2f..", "20260410-eeee/"]
)
def test_a_reference_that_is_none_shows_nothing_and_records_nothing(console: Hall, reference: str) -> None:
    assert console.visitor().get(f"/transfers/{reference}").status_code in {404, 307}
    assert looked(console) == []


@pytest.mark.parametrize("kind", ["csv", "xlsx", "jsonl", "pdf"])
def test_an_export_holds_what_the_list_shows_and_is_recorded(console: Hall, kind: str) -> None:
    answer = console.visitor().get(f"/export/{kind}?outcome=accepted")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].endswith(f'.{kind}"')
    assert looked(console) == [(["export"], "an in the console", 4)]
    match kind:
        case "csv":
            lines = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
            assert len(lines) == 5
        case "jsonl":
            assert {json.loads(line)["outcome"] for line in answer.text.splitlines()} == {"accepted"}
        case "xlsx":
            assert load_workbook(io.BytesIO(answer.content)).worksheets[0].max_row == 5
        case _:
            assert answer.content.startswith(b"%PDF-")


def test_an_export_of_another_kind_is_none(console: Hall) -> None:
    assert console.visitor().get("/export/exe").status_code == 404
    assert console.visitor().get("/export/csv?from=someday").status_code == 400
    assert looked(console) == []


def test_a_person_is_found_and_neither_shown_again_nor_recorded(console: Hall) -> None:
    page = post(console.visitor(), "/lookup", phone="0470 12 34 56", reason="vraag van de betrokkene")
    assert page.status_code == 200
    assert "Over deze persoon: " in page.text
    assert "0470" not in page.text
    assert "+32470" not in page.text
    assert [kinds for kinds, _, _ in looked(console)] == [["phone"]]
    assert b"470123456" not in (console.folder / "ledger.db").read_bytes()


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"reason": "x"}, "Geef een telefoonnummer"),
        ({"phone": "12", "reason": "x"}, "niet één telefoonnummer"),
        ({"email": "nobody", "reason": "x"}, "niet één e-mailadres"),
        ({"name": "An Peeters", "reason": "x"}, "ook postcode en huisnummer"),
        ({"phone": "0470123456", "reason": ""}, "Geef een reden"),
        ({"phone": "0470123456", "reason": "x", "keys": "no key"}, "geen maandsleutel"),
    ],
)
def test_a_question_that_cannot_be_answered_is_told_and_not_recorded(
    console: Hall, fields: dict[str, str], told: str
) -> None:
    page = post(console.visitor(), "/lookup", **fields)
    assert page.status_code == 400
    assert told in page.text
    assert looked(console) == []


def test_the_policy_is_shown_in_words_and_as_it_is_written(console: Hall) -> None:
    page = console.visitor().get("/policies").text
    assert "*@sender.example" in page
    assert "test.yaml" in page
    assert "recipients: [ocmw@receiver.example]" in page


@pytest.mark.parametrize(("language", "told"), [("nl", "1 dag;"), ("fr", "1 jour;"), ("en", "1 day;")])
def test_a_term_of_one_day_is_told_as_one(console: Hall, language: str, told: str) -> None:
    file, visitor = console.folder / "policies" / "test.yaml", console.visitor()
    file.write_text(file.read_text("utf-8").replace("transport: 365", "transport: 1"), "utf-8")
    post(visitor, "/language", language=language)
    assert f": {told}" in visitor.get("/policies").text


def test_a_policy_that_is_refused_says_where_and_why(console: Hall) -> None:
    (console.folder / "policies" / "test.yaml").write_text("protocol: [\n", "utf-8")
    page = console.visitor().get("/policies").text
    assert "test.yaml" in page
    assert "Deze bestanden worden niet aangenomen" in page
    assert "test.yaml:2:1: een haakje of een aanhalingsteken hierin is niet gesloten" in page


def test_days_are_counted_beside_the_pages(console: Hall) -> None:
    days = Days(console.folder / "ledger.db", lambda: datetime(2026, 4, 10, 20, tzinfo=UTC))
    assert days.counted == Counted(None, None, (), None)
    for _ in range(2):
        days.count()
        counted = days.counted
        assert sum(tally.count for tally in (counted.days or {}).values()) == 3
        assert counted.tail == Tail(12, 0, 12, MARCH)


def test_what_the_visitor_adds_to_the_ledger_is_in_the_number_of_records_at_once(console: Hall) -> None:
    visitor = console.visitor()
    with visitor:
        while "days.svg" not in (page := visitor.get("/").text):
            pass
        assert "<dt>Aantal records</dt><dd>12</dd>" in page
        assert visitor.get("/transfers/20260410-gggg").status_code == 200
        assert "<dt>Aantal records</dt><dd>13</dd>" in visitor.get("/").text


def test_days_are_counted_anew_soon_after_something_was_recorded(console: Hall) -> None:
    days = Days(console.folder / "ledger.db", lambda: datetime(2026, 4, 10, 20, tzinfo=UTC))
    days.start()
    while (first := days.counted).tail is None:
        pass
    days.soon()
    while days.counted is first:
        pass
    days.stop()


def test_verifying_is_asked_for_and_told(console: Hall) -> None:
    visitor = console.visitor()
    assert post(visitor, "/verify", "/").status_code == 303
    while "wordt nu nagekeken" in (page := visitor.get("/").text):
        pass
    assert "ongeschonden" in page


def test_a_ledger_that_is_not_whole_is_told_on_every_page_once_it_was_verified(console: Hall) -> None:
    with tampering(console.folder / "ledger.db") as connection:
        connection.execute("UPDATE part SET body = X'7B7D' WHERE seq = 2 AND name = 'measures'")
    visitor = console.visitor()
    assert "NIET ongeschonden" not in visitor.get("/lookup").text
    post(visitor, "/verify", "/")
    while "wordt nu nagekeken" in visitor.get("/").text:
        pass
    assert "NIET ongeschonden, te beginnen bij de groep measures van record 2" in visitor.get("/").text
    for page in ("/", "/transfers", "/lookup", "/policies", "/try"):
        assert "Het register is NIET ongeschonden." in visitor.get(page).text
    assert "NIET ongeschonden" not in console.browser().get("/login").text


def test_a_page_that_there_is_not_is_told_in_the_visitors_language_with_the_menu(console: Hall) -> None:
    visitor = console.visitor()
    post(visitor, "/language", language="fr")
    page = visitor.get("/nothing")
    assert page.status_code == 404
    assert 'lang="fr"' in page.text
    assert 'href="/transfers"' in page.text


def test_a_question_that_was_not_answered_need_not_be_typed_again(console: Hall) -> None:
    page = post(console.visitor(), "/lookup", name="An Peeters", reason="vraag 7").text
    assert 'value="An Peeters"' in page
    assert 'value="vraag 7"' in page
    answered = post(console.visitor(), "/lookup", phone="0470 12 34 56", reason="vraag 8").text
    assert "vraag 8" in answered
    assert "0470" not in answered


def test_a_download_is_named_by_its_answer_so_that_a_refusal_is_a_page(console: Hall) -> None:
    visitor = console.visitor()
    for path in ("/transfers", "/transfers/20260410-eeee"):
        assert " download" not in visitor.get(path).text
