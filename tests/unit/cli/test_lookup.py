import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyrage
import pytest
from click.testing import CliRunner, Result

from gateway.cli import main
from gateway.ledger.keeping import close_months
from gateway.ledger.month import load_or_create, wipe
from gateway.ledger.months import unrecorded
from gateway.ledger.place import beside
from gateway.ledger.record import RecordType
from gateway.ledger.rows import reading, rows_of_types
from gateway.ledger.writer import Writer
from tests.support.keeping import fill_at, raw, verified
from tests.support.ledger import LOG, fill
from tests.support.people import client, mail
from tests.unit.cli.test_retention import CONFIG, POLICY

OFFICER = pyrage.x25519.Identity.generate()
MONTH = f"{datetime.now(UTC):%Y-%m}"
AN = client("An", "Verzonnen", "+32470123456", "an@verzonnen.example")
PAST = datetime(2026, 1, 15, 12, tzinfo=UTC)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """An was written about in January, whose key is wiped, and this month; a mail was relayed."""
    path = tmp_path / "ledger.db"
    (tmp_path / "gateway.yaml").write_text(
        CONFIG.format(path=path) + f"seal_months_to: [{OFFICER.to_public()}]\n"
    )
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "test.yaml").write_text(POLICY)
    past, now = load_or_create(path, "2026-01"), load_or_create(path, MONTH)
    fill_at(path, mail("past1", PAST, past, AN))
    fill_at(path, mail("now1", datetime.now(UTC), now, AN))
    fill_at(path, mail("relayed", datetime.now(UTC), now))
    writer = Writer(beside(path), node="mx1", log=LOG)
    close_months(writer, beside(path), (str(OFFICER.to_public()),), datetime.now(UTC))
    writer.close()
    return path


def run(ledger: Path, *arguments: str, typed: str | None = None) -> Result:
    arguments = ("transfers", *arguments, "--config", str(ledger.parent / "gateway.yaml"))
    return CliRunner().invoke(main, arguments, input=typed)


def asked(ledger: Path, *arguments: str, typed: str | None = None) -> Any:
    result = run(ledger, "lookup", *arguments, "--reason", "art. 15", "--json", typed=typed)
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def records(ledger: Path) -> list[dict[str, Any]]:
    """What was recorded of look-ups."""
    with reading(ledger) as connection:
        return [json.loads(row.parts[0][2]) for row in rows_of_types(connection, RecordType.LOOKUP)]


@pytest.mark.parametrize(
    "arguments",
    [
        ("--phone", "0470 12 34 56"), ("--email", "AN@verzonnen.example"),
        ("--name", "verzonnen an", "--postcode", "1670", "--number", "12"),
    ],
)  # fmt: skip
def test_this_month_is_searched_and_what_is_closed_or_unknown_is_told(
    ledger: Path, arguments: tuple[str, ...]
) -> None:
    answer = asked(ledger, *arguments)
    assert [(hit["id"], hit["outcome"], hit["recipient"]) for hit in answer["hits"]] == [
        ("now1", "accepted", ["ocmw@receiver.example"])
    ]
    assert (answer["searched"], answer["unknown"]) == (1, 1)
    assert answer["closed"] == [{"month": "2026-01", "mails": 1}]


def test_a_past_month_is_searched_with_the_key_that_an_officer_opened(ledger: Path, tmp_path: Path) -> None:
    sealed = run(ledger, "sealed-key", "2026-01").stdout
    opened = pyrage.decrypt(sealed.encode(), [OFFICER]).decode()
    (tmp_path / "2026-01.key").write_text(opened)
    for given in ((str(tmp_path / "2026-01.key"), None), ("-", opened)):
        answer = asked(ledger, "--phone", "0470123456", "--month-key", given[0], typed=given[1])
        assert [hit["id"] for hit in answer["hits"]] == ["past1", "now1"]
        assert (answer["closed"], answer["unknown"]) == ([], 1)


def test_a_person_reads_it_in_words(ledger: Path) -> None:
    text = run(ledger, "lookup", "--phone", "0470123456", "--reason", "art. 15").stdout
    assert "1 of the 1 mails that could be searched bear this person." in text
    assert "Not searched: 1 mails of 2026-01; give the opened key with --month-key." in text
    assert "Unknown: 1 mails passed, and nobody can tell about whom." in text
    assert "now1" in text


def test_the_question_is_recorded_with_its_reason_and_never_with_the_value(ledger: Path) -> None:
    asked(ledger, "--phone", "0470123456")
    asked(ledger, "--email", "nobody@verzonnen.example")
    first, second = records(ledger)
    assert (first["reason"], first["kinds"], first["hits"]) == ("art. 15", ["phone"], 1)
    assert (second["kinds"], second["hits"], second["unknown"]) == (["email"], 0, 2)
    assert first["user"]
    stored = raw(ledger)
    assert [value for value in (b"70123456", b"nobody@", b"Verzonnen") if value in stored] == []
    assert verified(ledger).ok


def test_a_value_that_is_not_given_is_asked_for(ledger: Path) -> None:
    result = run(ledger, "lookup", "--reason", "art. 15", "--json", "--phone", typed="0470123456\n")
    assert [hit["id"] for hit in json.loads(result.stdout)["hits"]] == ["now1"]


def test_what_cannot_be_recorded_is_not_answered(ledger: Path) -> None:
    busy = Writer(beside(ledger), node=f"{LOG}-lookup", log=LOG)
    result = run(ledger, "lookup", "--phone", "0470123456", "--reason", "art. 15")
    busy.close()
    assert (result.exit_code, result.stdout) == (2, "")
    assert "now1" not in result.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "--phone, --email or --name"), (("--phone", "12"), "not one telephone"),
        (("--phone", "0470123456, 0470123457"), "not one telephone"),
        (("--email", "x"), "not one mail address"),
        (("--name", "An Verzonnen"), "--postcode and --number"),
        (("--name", " ", "--postcode", "1670", "--number", "1"), "--postcode and --number"),
    ],
)  # fmt: skip
def test_a_question_that_is_none_is_refused_and_not_recorded(
    ledger: Path, arguments: tuple[str, ...], said: str
) -> None:
    result = run(ledger, "lookup", *arguments, "--reason", "art. 15")
    assert (result.exit_code, said in result.stderr) == (2, True)
    assert records(ledger) == []


def test_a_key_that_is_sealed_or_of_another_ledger_is_refused(ledger: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.key"
    for text, said in (
        (run(ledger, "sealed-key", "2026-01").stdout, "decrypt it with age"),
        (load_or_create(tmp_path / "other.db", "2026-01").text(), "no month of this ledger"),
    ):
        other.write_text(text)
        result = run(ledger, "lookup", "--phone", "0470123456", "--reason", "x", "--month-key", str(other))
        assert (result.exit_code, said in result.stderr) == (2, True)


def test_the_months_are_listed_with_whom_they_are_sealed_to(ledger: Path) -> None:
    rows = json.loads(run(ledger, "months", "--json").stdout)
    assert [(row["month"], row["recipients"], row["here"]) for row in rows] == [
        ("2026-01", [str(OFFICER.to_public())], False), (MONTH, [str(OFFICER.to_public())], True),
    ]  # fmt: skip
    text = run(ledger, "months").stdout
    assert [line.split()[-1] for line in text.splitlines()[1:]] == ["wiped", "here"]
    assert run(ledger, "sealed-key", rows[0]["key"]).stdout == run(ledger, "sealed-key", "2026-01").stdout


def test_of_a_month_that_was_sealed_to_nobody_no_key_is_asked_for(ledger: Path) -> None:
    key = load_or_create(ledger, "2025-12")
    fill(ledger, list(unrecorded(ledger, (key,), ())))
    fill_at(ledger, mail("lost1", PAST, key, AN))
    wipe(ledger, key)
    told = run(ledger, "lookup", "--phone", "0470123456", "--reason", "art. 15").stdout
    assert "1 mails of 2025-12; its key was sealed to nobody, so nobody can search them." in told
    assert "1 mails of 2026-01; give the opened key with --month-key." in told


def test_a_key_recorded_before_anybody_could_open_it_is_listed_once(ledger: Path) -> None:
    later = load_or_create(ledger, "2026-02")
    for recipients in ((), (str(OFFICER.to_public()),)):
        fill(ledger, list(unrecorded(ledger, (later,), recipients)))
    lines = [line for line in run(ledger, "months").stdout.splitlines() if line.startswith("2026-02")]
    assert [line.split()[1:3] for line in lines] == [[later.id, str(OFFICER.to_public())]]


def test_a_month_without_a_sealed_key_is_told(ledger: Path) -> None:
    result = run(ledger, "sealed-key", "2020-01")
    see = "See gateway transfers months for those that there are."
    assert (result.exit_code, result.stderr) == (1, f"no sealed key of 2020-01. {see}\n")
