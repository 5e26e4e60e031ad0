"""The reports themselves: what they count, and what they leave open."""

import email
import email.policy
import re
from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path
from typing import Any

import pytest

from gateway.ledger.report import Report
from gateway.ledger.transfers import Transfer, each_transfer
from gateway.policy.load import load
from gateway.policy.model import Policy
from gateway.reports.blocks import Document, Heading
from gateway.reports.breach import MOST_NAMED, Breach, Gathering
from gateway.reports.dossier import dossier
from gateway.reports.drafts import drafts
from gateway.reports.frame import Frame, Head, head_of
from gateway.reports.measures import checked, measures_sheet
from gateway.reports.pdf import as_pdf
from gateway.reports.plain import as_text
from gateway.reports.register import Installed, register_entry
from gateway.reports.summary import summary, total_rows
from gateway.reports.superfluous import superfluous_lines, superfluous_report
from gateway.reports.tally import Tally
from gateway.texts.reports import LANGUAGES
from tests.support import reporting
from tests.support.keeping import erase, terms
from tests.unit.reports.test_documents import MADE, pages

HEAD = Head("mx.ledger.example", 12, "ab" * 32)
INSTALLED = Installed("mx.ledger.example", "TLSv1.2", "verify", "required", 2, behind=False)
WHOLE = Report(True, "mx.ledger.example", 12, "ab" * 32, 1, (), None, ())
BREACH = Breach(MADE, 72, "GBA", ("VTC",), (), (), WHOLE, "jan", "lek 1", "lookup-1")


def frame(language: str = "nl") -> Frame:
    return Frame(language, reporting.MARCH, None, MADE, HEAD, UTC)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return reporting.installation(tmp_path).with_name("ledger.db")


@pytest.fixture
def transfers(ledger: Path) -> list[Transfer]:
    return list(each_transfer(ledger))


@pytest.fixture
def policy(ledger: Path) -> Policy:
    return load(ledger.parent / "policies" / "test.yaml").policy


def tallied(transfers: list[Transfer]) -> Tally:
    tally = Tally()
    assert list(tally.counting(transfers)) == transfers
    return tally


def said(document: Document) -> str:
    return " ".join(as_text(document).split())


def test_a_tally_counts_what_passes(transfers: list[Transfer]) -> None:
    tally = tallied(transfers)
    assert (tally.count, tally.handed_on, tally.opaque, tally.clients) == (7, 6, 1, 5)
    assert dict(tally.outcomes) == {"accepted": 4, "rejected": 1, "unknown": 1, "open": 1}
    assert dict(tally.reasons) == {"label.missing": 1}
    assert (tally.superfluous["health"], tally.mails_with["health"]) == (10, 5)
    assert tally.senders["=1+1@sender.example"] == 1
    assert (tally.first, tally.last) == (reporting.MARCH, reporting.APRIL + timedelta(minutes=2))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_has_its_totals_and_its_checkpoint(transfers: list[Transfer], language: str) -> None:
    document = summary(tallied(transfers), frame(language), (("who", "team@sender.example"),))
    text = said(document)
    assert HEAD.root in text
    assert "team@sender.example" in text
    (page,) = pages(as_pdf(document))
    assert "1 / 1" in page


def test_the_totals_agree_with_each_other(transfers: list[Transfer]) -> None:
    rows = total_rows(tallied(transfers), frame("en"))
    assert rows[0] == ("Transfers", "total", 7)
    assert sum(int(str(n)) for title, _, n in rows if title == "Outcome") == 7
    assert sum(int(str(n)) for title, _, n in rows if title == "Senders") == 7


def test_a_summary_of_nothing_says_so() -> None:
    assert "Transfers: 0" in said(summary(Tally(), frame("en")))


def test_superfluous_kinds_are_told_by_sender_and_month(transfers: list[Transfer]) -> None:
    lines = superfluous_lines(transfers, UTC)
    assert [(line.month, line.sender, line.kind, line.mails, line.pieces) for line in lines] == [
        ("2026-03", "=1+1@sender.example", "health", 1, 2),
        ("2026-03", "=1+1@sender.example", "national_number", 1, 1),
        ("2026-03", "team@sender.example", "health", 1, 2),
        ("2026-03", "team@sender.example", "national_number", 1, 1),
        ("2026-04", "team@sender.example", "health", 3, 6),
        ("2026-04", "team@sender.example", "national_number", 3, 3),
    ]


def test_a_sender_that_was_erased_is_told_apart_from_none(ledger: Path) -> None:
    erase(ledger, terms(protocol=reporting.PROTOCOL, transport=10), reporting.APRIL)
    lines = superfluous_lines(each_transfer(ledger), UTC)
    assert {line.sender for line in lines if line.month == "2026-03"} == {None}
    assert "gewist" in said(superfluous_report(lines, frame()))
    assert "geen overtollige" in said(superfluous_report((), frame()))


def test_the_sheet_of_measures_says_what_was_checked_on_every_mail(
    transfers: list[Transfer], policy: Policy
) -> None:
    found = checked(transfers)
    assert (found.judged, found.opaque, found.erased) == (3, 1, 0)
    assert set(found.passed.values()) == {3}
    # What is recorded only when a mail fails it is met by every mail that was delivered.
    assert {"message", "field", "superfluous"} <= found.passed.keys()
    assert dict(found.refused) == {"label": 1}
    document = measures_sheet(found, policy, frame("en"))
    text = said(document)
    assert "--policy reported-protocol --out evidence.zip" in text
    assert "the fields are readable and complete 3 yes 0" in text
    assert "It is made with" in text
    assert len(pages(as_pdf(document))) == 1


def test_a_measure_that_was_not_checked_on_every_mail_is_not_said_to_be(
    transfers: list[Transfer], policy: Policy
) -> None:
    findings: Any = transfers[0].measures["findings"]
    less = replace(transfers[0], measures={**transfers[0].measures, "findings": findings[1:]})
    text = said(measures_sheet(checked([less, *transfers[1:]]), policy, frame("en")))
    assert "the protocol was in force 2 no 0" in text
    assert "the sender may send data 3 yes 0" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_row_of_the_register_is_the_policys(policy: Policy, language: str) -> None:
    text = said(register_entry(policy, INSTALLED, language, MADE))
    told = (
        "Team Noord",
        "0123.456.789",
        "dpo@receiver.example",
        "Beheer nv (verzonnen) (hosting)",
        "365",
        "90",
        "Geheim",
    )
    assert [word for word in told if word not in text] == []
    assert (
        text.count("IN TE VULLEN" if language == "nl" else "COMPL" if language == "fr" else "TO BE FILLED")
        == 4
    )


@pytest.mark.parametrize(
    ("language", "told"), [("nl", "1 dag; 90 dagen"), ("fr", "1 jour; 90 jours"), ("en", "1 day; 90 days")]
)
def test_one_day_is_told_as_one(policy: Policy, language: str, told: str) -> None:
    brief = replace(policy, retention=replace(policy.retention, transport=1))
    text = said(register_entry(brief, INSTALLED, language, MADE))
    assert [part for part in told.split("; ") if not re.search(rf": {part}\b", text)] == []


@pytest.mark.parametrize(
    ("language", "open_"), [("nl", "of dat er geen zijn"), ("en", "that there are none")]
)
def test_a_policy_without_processors_does_not_say_that_there_are_none(
    policy: Policy, language: str, open_: str
) -> None:
    assert policy.parties is not None
    receiver = replace(policy.parties.receiver, processors=())
    less = replace(policy, parties=replace(policy.parties, receiver=receiver))
    assert open_ in said(register_entry(less, INSTALLED, language, MADE))


def test_the_row_tells_of_the_queue_in_front_where_there_is_one(policy: Policy) -> None:
    queue = "keeps a mail in its queue"
    assert queue not in said(register_entry(policy, INSTALLED, "en", MADE))
    assert queue in said(register_entry(policy, replace(INSTALLED, behind=True), "en", MADE))


def test_a_policy_that_names_nobody_leaves_the_register_open(policy: Policy) -> None:
    text = said(register_entry(replace(policy, parties=None, residence=None), INSTALLED, "en", MADE))
    assert text.count("TO BE FILLED IN") == 6


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_dossier_has_its_figures_and_marks_what_people_must_write(
    transfers: list[Transfer], policy: Policy, language: str
) -> None:
    gathering = Gathering()
    assert list(gathering.through(transfers)) == transfers
    found = gathering.figures(undecided=3)
    assert (found.people.lower, found.people.upper, found.people.unknown_mails) == (1, 4, 1)
    text = said(dossier(BREACH, found, (policy,), frame(language)))
    told = (
        "2026-03-13 09:30",
        "GBA",
        "VTC",
        "lookup-1",
        "dpo@sender.example",
        "20260310-dddd",
        HEAD.root,
        "jan",
    )
    assert [word for word in told if word not in text] == []
    mark = {"nl": "IN TE VULLEN", "fr": "À COMPLÉTER", "en": "TO BE FILLED IN"}[language]
    assert text.count(mark) == 22


def test_within_a_month_the_number_of_clients_is_one_number(
    transfers: list[Transfer], policy: Policy
) -> None:
    gathering = Gathering()
    _ = list(gathering.through([transfers[0], transfers[2]]))
    text = said(dossier(BREACH, gathering.figures(), (policy,), frame("en")))
    assert "Different clients whose data were offered: 1 Data offered" in text


def test_a_dossier_without_a_moment_of_awareness_leaves_its_deadline_open(policy: Policy) -> None:
    late = replace(BREACH, aware=MADE - timedelta(hours=73), recorded="")
    nothing = Gathering().figures()
    assert "past" in said(dossier(late, nothing, (), frame("en")))
    assert "not recorded" in said(dossier(late, nothing, (), frame("en")))
    open_ = said(dossier(replace(BREACH, aware=None), nothing, (replace(policy, parties=None),), frame("en")))
    assert "[TO BE FILLED IN: follows from the moment above]" in open_
    assert open_.count("[TO BE FILLED IN: name and contact details]") == 2


def test_a_dossier_names_the_first_messages_and_counts_all(transfers: list[Transfer], policy: Policy) -> None:
    gathering = Gathering()
    assert sum(1 for _ in gathering.through(transfers * 20)) == 140
    text = said(dossier(BREACH, gathering.figures(), (policy,), frame("en")))
    assert f"{MOST_NAMED} of 140. All transfers are in transfers.csv." in text


def test_the_messages_are_an_annex_behind_all_else(transfers: list[Transfer], policy: Policy) -> None:
    gathering = Gathering()
    _ = list(gathering.through(transfers))
    document = dossier(BREACH, gathering.figures(), (policy,), frame("en"))
    headings = [part.text for part in document.blocks if isinstance(part, Heading)]
    assert headings[-1] == "Annex: transfers"
    numbers = [int(text.partition(".")[0]) for text in headings if text[0].isdecimal()]
    assert numbers == list(range(1, 8))


def test_the_reason_for_a_delay_is_asked_once_the_term_is_over() -> None:
    nothing = Gathering().figures()
    late = replace(BREACH, aware=MADE - timedelta(hours=73))
    asked = "[IN TE VULLEN: waarom u later meldt dan 72 uur na de kennisname"
    early = replace(BREACH, aware=MADE - timedelta(hours=71))
    assert asked in said(dossier(late, nothing, (), frame()))
    assert asked not in said(dossier(early, nothing, (), frame()))
    assert "niet van toepassing zolang de termijn loopt" in said(dossier(early, nothing, (), frame()))


def test_a_moment_of_awareness_before_the_first_transfer_is_asked_about(transfers: list[Transfer]) -> None:
    gathering = Gathering()
    _ = list(gathering.through(transfers))
    found, first = gathering.figures(), reporting.MARCH
    for aware, asked in ((first - timedelta(minutes=1), True), (first + timedelta(minutes=1), False)):
        text = said(dossier(replace(BREACH, aware=aware), found, (), frame("en")))
        assert ("before the first transfer that this is about" in text) == asked


@pytest.mark.parametrize(
    ("language", "maker"), [("nl", "in de console"), ("fr", "dans la console"), ("en", "in the console")]
)
def test_the_maker_is_told_in_the_language_of_the_reader(language: str, maker: str) -> None:
    made = replace(BREACH, user="an in the console, s-1 of idp.example")
    told = said(dossier(made, Gathering().figures(), (), frame(language)))
    assert f"an {maker}, s-1 of idp.example, " in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_is_unsent_and_goes_to_the_officer_of_each_party(
    transfers: list[Transfer], policy: Policy, language: str
) -> None:
    gathering = Gathering()
    _ = list(gathering.through(transfers))
    made = list(drafts(BREACH, gathering.figures(), (policy, replace(policy, parties=None)), frame(language)))
    assert [draft.name for draft in made] == [
        "reported-protocol-sender.eml",
        "reported-protocol-receiver.eml",
    ]
    mails = [email.message_from_bytes(draft.content, policy=email.policy.SMTP) for draft in made]
    assert [mail["To"] for mail in mails] == ["dpo@sender.example", "dpo@receiver.example"]
    for mail in mails:
        assert (mail["X-Unsent"], mail["From"], mail["Content-Language"]) == ("1", None, language)
    told = " ".join(mails[0].get_content().split())
    assert "OCMW Ergens" in told
    taken = {"nl": "Genomen maatregelen: [", "fr": "Mesures prises: [", "en": "Remedial action taken: ["}
    assert taken[language] in told


@pytest.mark.parametrize(
    "dpo", ["", "Jan, tel. 02", "a@b.example\r\nBcc: x@y.example", "a@b.example, c@d.example"]
)
def test_what_is_no_address_is_not_written_to(policy: Policy, dpo: str) -> None:
    assert policy.parties is not None
    sender = replace(policy.parties.sender, dpo=dpo)
    odd = replace(policy, parties=replace(policy.parties, sender=sender))
    first = next(drafts(BREACH, Gathering().figures(), (odd,), frame()))
    mail = email.message_from_bytes(first.content, policy=email.policy.SMTP)
    assert (mail["To"], mail["Bcc"]) == (None, None)


def test_a_checkpoint_tells_its_log_size_and_root() -> None:
    assert head_of("mx.example\n7\nqrs=\n\n— signature\n") == Head("mx.example", 7, "aabb")
    with pytest.raises(ValueError, match="unpack"):
        head_of("nothing")
