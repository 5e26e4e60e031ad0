"""The breach wizard: what officers write is kept, shared, counted down, and made into a dossier."""

import json
import re
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from gateway.console import breach_figures
from gateway.console.drafts import MOST
from gateway.console.roles import RIGHTS, Right, Role
from gateway.ledger.record import RecordType
from gateway.ledger.rows import reading, rows_of_types
from gateway.ledger.verify import verify
from tests.support.console import NAMES, PASSWORD, Hall, hall, post
from tests.support.ledger import put, tampering
from tests.support.wizard import begun, fill, hidden, make, text_of, unpacked

AWARE = "2026-04-10T09:00"
WHAT = {
    "event": "Een lijst ging naar een verkeerd adres.\nOm negen uur ontdekt.",
    "sort_confidentiality": "yes",
    "consequences_likely": "Ongewenst contact",
    "remedies_taken": "Teruggevraagd",
    "contact_point": "An, 02 000 00 00",
}


@pytest.fixture
def console(tmp_path: Path) -> Hall:
    return hall(tmp_path)


def stored(console: Hall) -> list[dict[str, Any]]:
    return [json.loads(file.read_text("utf-8")) for file in (console.folder / "drafts").glob("*.json")]


def recorded(console: Hall) -> list[Any]:
    with reading(console.folder / "ledger.db") as connection:
        return [json.loads(row.parts[0][2]) for row in rows_of_types(connection, RecordType.LOOKUP)]


def test_officers_alone_make_dossiers() -> None:
    assert {role for role in Role if Right.REPORT in RIGHTS[role]} == {Role.DPO}


def test_the_walk_leads_to_a_dossier_and_back_again(console: Hall) -> None:
    visitor = console.visitor()
    draft = begun(visitor)
    steps = (
        ("when", {"aware": AWARE, "discovered": "Door de post", "title": "Lijst"}),
        ("which", {"scope": "chosen", "in_from": "2026-04-01"}),
        ("what", WHAT),
        ("whom", {"risk": "some", "risk_why": "telefoons", "subjects": "no", "subjects_why": "klein"}),
    )
    led = [fill(visitor, draft, step, **fields).headers["location"] for step, fields in steps]
    assert led == [f"{draft}/{step}" for step in ("which", "what", "whom", "make")]
    assert fill(visitor, draft, "what", "back", **WHAT).headers["location"] == f"{draft}/which"
    assert "Een lijst ging naar een verkeerd adres." in visitor.get(f"{draft}/what").text
    files = unpacked(make(visitor, draft))
    assert set(files) == {
        "dossier.docx", "transfers.csv", "reported-protocol-sender.eml", "reported-protocol-receiver.eml",
    }  # fmt: skip
    assert len(files["transfers.csv"].splitlines()) == 4
    told = text_of(files["dossier.docx"])
    assert all(text in told for text in (*WHAT.values(), "Door de post") if text != "yes")
    assert all(text in told for text in ("vertrouwelijkheid", "gewoon: telefoons", "nee: klein"))
    assert "IN TE VULLEN: wat er gebeurd is" not in told
    assert "IN TE VULLEN: naam, telefoon en mailadres" not in told
    assert "IN TE VULLEN: de oorzaak" in told
    assert (
        "Ongewenst contact"
        in message_from_bytes(files["reported-protocol-sender.eml"], policy=default).get_content()
    )


def test_the_making_is_on_the_ledger_and_told_with_the_draft(console: Hall) -> None:
    visitor = console.visitor()
    draft = begun(visitor)
    fill(visitor, draft, "which", scope="chosen")
    assert make(visitor, draft).status_code == make(visitor, draft, kind="pdf").status_code == 200
    made = recorded(console)
    assert [(one["kinds"], one["hits"], one["reason"]) for one in made] == [(["breach"], 7, "zaak 9")] * 2
    assert made[0]["user"] == "an in the console"
    assert verify(console.folder / "ledger.db").ok
    assert visitor.get("/breach").text.count("in het register opgetekend als opzoeking lookup-") == 1
    assert visitor.get(f"{draft}/make").text.count("in het register opgetekend als opzoeking lookup-") == 2


def test_a_dossier_speaks_the_language_that_was_asked(console: Hall) -> None:
    visitor = console.visitor()
    draft = begun(visitor)
    fill(visitor, draft, "which", scope="references", references="20260310-aaaa, 20260310-bbbb")
    fill(visitor, draft, "whom", subjects="yes", subjects_why="by letter")
    files = unpacked(make(visitor, draft, dossier_language="en"))
    assert "yes: by letter" in text_of(files["dossier.docx"])
    assert len(files["transfers.csv"].splitlines()) == 3


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"scope": "chosen"}, "<dd>7</dd>"),
        ({"scope": "chosen", "in_outcome": "rejected"}, "<dd>1</dd>"),
        ({"scope": "chosen", "in_label": "label.missing"}, "<dd>1</dd>"),
        ({"scope": "references", "references": "20260310-aaaa;20260410-eeee\n20260310-a"}, "<dd>2</dd>"),
        ({"scope": "references", "references": "20990101"}, "heeft de referentie 20990101"),
        ({"scope": "references", "references": " "}, "Geef een referentie"),
        ({"scope": "references", "references": " ".join(f"r{n}" for n in range(201))}, "meer dan 200"),
        ({"scope": "chosen", "in_from": "2030-01-01"}, "Geen enkele doorgifte past"),
        ({"scope": "integrity"}, "er is geen alarm"),
        ({"scope": "everything"}, "Kies over welke doorgiften"),
    ],
)
def test_the_figures_follow_what_was_chosen(console: Hall, fields: dict[str, str], told: str) -> None:
    visitor = console.visitor()
    draft = begun(visitor)
    assert fill(visitor, draft, "which", "which", **fields).headers["location"] == f"{draft}/which"
    assert told in visitor.get(f"{draft}/which").text


def test_a_moment_before_the_first_of_the_transfers_raises_a_question(console: Hall) -> None:
    visitor, asked = console.visitor(), "Uw kennisname ligt vóór de eerste van deze doorgiften."
    draft = begun(visitor)
    fill(visitor, draft, "which", scope="chosen")
    for aware, told in (("2026-03-09T09:00", True), (AWARE, False)):
        fill(visitor, draft, "when", aware=aware)
        assert (asked in visitor.get(f"{draft}/which").text) == told
        assert (asked in visitor.get(f"{draft}/make").text) == told


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"scope": ""}, "Kies over welke doorgiften"),
        ({"scope": "integrity"}, "er is geen alarm"),
        ({"scope": "chosen", "in_from": "2030-01-01"}, "Geen enkele doorgifte past"),
        ({"scope": "references", "references": "20990101"}, "heeft de referentie"),
    ],
)
def test_what_cannot_be_made_is_told_and_not_recorded(
    console: Hall, fields: dict[str, str], told: str
) -> None:
    visitor = console.visitor()
    draft = begun(visitor)
    fill(visitor, draft, "which", **fields)
    answer = make(visitor, draft)
    assert (answer.status_code, told in answer.text) == (400, True)
    assert recorded(console) == []


def test_a_dossier_takes_a_reason(console: Hall) -> None:
    visitor = console.visitor()
    draft = begun(visitor)
    fill(visitor, draft, "which", scope="chosen")
    answer = make(visitor, draft, made_for=" ")
    assert (answer.status_code, "Geef een reden" in answer.text) == (400, True)
    assert recorded(console) == []


def test_an_alarm_of_the_ledger_makes_a_dossier_that_says_so(console: Hall) -> None:
    with tampering(console.folder / "ledger.db") as connection:
        put(connection, "part", (4, "measures"), "body", b'{"outcome":"accepted"}')
    visitor = console.visitor()
    draft = begun(visitor)
    fill(visitor, draft, "which", scope="integrity")
    assert "NIET ongeschonden" in visitor.get(f"{draft}/which").text
    files = unpacked(make(visitor, draft))
    assert "LET OP: het register is niet ongeschonden" in text_of(files["dossier.docx"])


def test_a_party_that_is_not_told_gets_no_draft(console: Hall) -> None:
    visitor = console.visitor()
    draft = begun(visitor)
    fill(visitor, draft, "which", scope="chosen")
    party = "Team Noord (verzonnen)"
    fill(visitor, draft, "whom", **{f"tell:{party}": "no", f"why:{party}": "zij meldden het zelf"})
    files = unpacked(make(visitor, draft))
    assert "reported-protocol-sender.eml" not in files
    assert "reported-protocol-receiver.eml" in files
    assert "nee: zij meldden het zelf" in text_of(files["dossier.docx"])


def test_the_clock_runs_from_when_they_became_aware(console: Hall) -> None:
    visitor = console.visitor()
    draft = begun(visitor)
    assert "De klok loopt nog niet" in visitor.get("/breach").text
    assert "Klok van het lek" not in visitor.get("/").text
    aware = console.clock.now - timedelta(hours=31, minutes=30)
    fill(visitor, draft, "when", aware=aware.isoformat()[:19] + "+00:00", title="De lijst")
    for page in ("/", "/breach", f"{draft}/what"):
        assert "nog 40 u" in visitor.get(page).text
    assert f'href="{draft}/when"' in visitor.get("/").text
    fill(visitor, draft, "when", aware=(aware - timedelta(hours=50)).isoformat()[:19] + "+00:00")
    for page in ("/", "/breach", f"{draft}/whom"):
        assert "over de termijn" in visitor.get(page).text
    assert 'name="delay"' in visitor.get(f"{draft}/whom").text


def test_another_role_hears_of_no_clock(console: Hall) -> None:
    visitor = console.visitor()
    fill(visitor, begun(visitor), "when", aware=AWARE)
    assert "Klok van het lek" in visitor.get("/").text
    assert "Klok van het lek" not in console.visitor(Role.ADMIN).get("/").text


@pytest.mark.parametrize("aware", ["2026-04-11T09:00", "9999-12-31T23:59", "0001-01-01T00:00", "gisteren"])
def test_a_moment_that_cannot_be_is_told_and_shown_again(console: Hall, aware: str) -> None:
    visitor = console.visitor()
    draft = begun(visitor)
    answer = fill(visitor, draft, "when", aware=aware, discovered="Zo gevonden")
    if aware.startswith("0001"):
        assert answer.status_code in {303, 400}
        assert visitor.get("/").status_code == 200
        return
    assert answer.status_code == 400
    assert "Niet bewaard" in answer.text
    assert "Zo gevonden" in answer.text
    assert stored(console)[0]["answers"] == {}


def test_closing_stops_the_clock_until_it_is_opened_again(console: Hall) -> None:
    visitor = console.visitor()
    draft = begun(visitor)
    fill(visitor, draft, "when", aware=AWARE)
    assert post(visitor, f"{draft}/close", f"{draft}/end").status_code == 400
    assert post(visitor, f"{draft}/close", f"{draft}/end", told="2026-05-01T00:00").status_code == 400
    assert post(visitor, f"{draft}/close", f"{draft}/end", told="x", note="n").status_code == 400
    before = post(visitor, f"{draft}/close", f"{draft}/end", told="2026-04-10T08:59")
    assert (before.status_code, "vóór de kennisname" in before.text) == (400, True)
    closed = post(visitor, f"{draft}/close", f"{draft}/end", told="2026-04-10T10:00", note="kenmerk 7")
    assert closed.status_code == 303
    assert "Klok van het lek" not in visitor.get("/").text
    page = visitor.get("/breach").text
    assert "De toezichthouder is verwittigd op 2026-04-10 10:00 " in page
    assert "kenmerk 7" in page
    assert fill(visitor, draft, "what", **WHAT).status_code == 409
    assert post(visitor, f"{draft}/dossier", f"{draft}/make", version="2").status_code == 409
    post(visitor, f"{draft}/reopen", f"{draft}/end")
    assert "Klok van het lek" in visitor.get("/").text


def test_removing_takes_a_tick(console: Hall) -> None:
    visitor = console.visitor()
    draft = begun(visitor)
    assert post(visitor, f"{draft}/remove", f"{draft}/end").status_code == 400
    assert len(stored(console)) == 1
    assert post(visitor, f"{draft}/remove", f"{draft}/end", sure="yes").status_code == 303
    assert stored(console) == []
    assert visitor.get(f"{draft}/when").status_code == 404
    assert post(visitor, f"{draft}/remove", "/breach", sure="yes").status_code == 404


def test_a_colleague_goes_on_after_a_restart(console: Hall) -> None:
    first = console.visitor()
    draft = begun(first)
    fill(first, draft, "what", **WHAT)
    kept = (console.folder / "drafts").stat().st_mode & 0o777
    assert kept == 0o700
    assert {file.stat().st_mode & 0o777 for file in (console.folder / "drafts").iterdir()} == {0o600}
    again = console.restarted().visitor()
    assert "Een lijst ging naar een verkeerd adres." in again.get(f"{draft}/what").text
    assert "Laatst geschreven door an," in again.get("/breach").text


def test_a_draft_that_cannot_be_read_is_told_and_removed(console: Hall) -> None:
    visitor = console.visitor()
    begun(visitor)
    broken = console.folder / "drafts" / "0123456789abcdef.json"
    for content in (b"{", b"[]", b"\xff", b'{"id": "fedcba9876543210"}', b"[" * 100_000):
        broken.write_bytes(content)
        page = visitor.get("/breach")
        assert page.status_code == 200
        assert "Het ontwerp 0123456789abcdef is niet te lezen." in page.text
        assert "Verdergaan" in page.text
        assert visitor.get("/breach/0123456789abcdef/when").status_code == 500
        assert "zijn klok loopt mogelijk" in visitor.get("/").text
    assert post(visitor, "/breach/0123456789abcdef/remove", "/breach", sure="yes").status_code == 303
    assert not broken.exists()


def test_a_folder_that_cannot_be_used_is_told(console: Hall) -> None:
    visitor = console.visitor()
    (console.folder / "drafts").write_text("a file")
    assert post(visitor, "/breach", "/breach").status_code == 503
    assert visitor.get("/").status_code == 200


def test_without_a_folder_the_page_says_what_to_add(console: Hall) -> None:
    visitor = console.restarted(drafts=None).visitor()
    page = visitor.get("/breach").text
    assert "drafts: /var/lib/gateway/breach-drafts" in page
    assert post(visitor, "/breach", "/lookup").status_code == 200
    assert visitor.get("/breach/0123456789abcdef/when").status_code == 404
    assert post(visitor, "/breach/0123456789abcdef/remove", "/lookup", sure="yes").status_code == 404


def test_no_more_drafts_are_begun_than_are_kept(console: Hall) -> None:
    visitor = console.visitor()
    (console.folder / "drafts").mkdir()
    for number in range(MOST):
        (console.folder / "drafts" / f"{number:016x}.json").write_text("{}")
    answer = post(visitor, "/breach", "/breach")
    assert (answer.status_code, "zoveel ontwerpen" in answer.text) == (409, True)
    assert len(stored(console)) == MOST


def test_a_policy_that_cannot_be_read_makes_no_dossier(console: Hall) -> None:
    visitor = console.visitor()
    draft = begun(visitor)
    fill(visitor, draft, "which", scope="chosen")
    (console.folder / "policies" / "test.yaml").write_text("protocol: [\n", "utf-8")
    assert visitor.get(f"{draft}/whom").status_code == 200
    assert make(visitor, draft).status_code == 503
    assert recorded(console) == []


def test_a_step_that_is_none_is_no_page(console: Hall) -> None:
    visitor = console.visitor()
    draft = begun(visitor)
    assert visitor.get(f"{draft}/nothing").status_code == 404
    assert fill(visitor, draft, "nothing").status_code in {403, 404}


def _late(console: Hall, visitor: TestClient, page: str, **fields: str) -> Response:
    """Posts the form of ``page`` when its session has been over for an hour."""
    form = hidden(visitor, page)
    console.clock.now += timedelta(hours=1)
    return visitor.post(page, data={**form, "go": "next", **fields})


def _back(console: Hall, browser: TestClient, role: Role = Role.DPO) -> Response:
    name = NAMES[role]
    form = {"name": name, "password": PASSWORD, "code": console.code(name)}
    return browser.post("/login", data=form)


def test_what_was_typed_when_the_session_ended_is_there_after_logging_in(console: Hall) -> None:
    visitor = console.visitor()
    draft = begun(visitor)
    answer = _late(console, visitor, f"{draft}/what", event="Een uur werk")
    assert answer.headers["location"] == "/login?ended=held"
    assert "binnen het kwartier" in visitor.get("/login?ended=held").text
    assert "Een uur werk" not in json.dumps(stored(console))
    assert _back(console, visitor).headers["location"] == f"{draft}/what"
    shown = visitor.get(f"{draft}/what").text
    assert "Een uur werk" in shown
    assert "Niet bewaard: uw sessie was voorbij." in shown
    fill(visitor, draft, "what", event="Een uur werk")
    assert "uw sessie was voorbij" not in visitor.get(f"{draft}/what").text
    assert stored(console)[0]["answers"]["event"] == "Een uur werk"


def test_what_was_typed_is_held_beside_what_a_colleague_wrote_meanwhile(console: Hall) -> None:
    visitor = console.visitor()
    draft = begun(visitor)
    form = hidden(visitor, f"{draft}/what")
    console.clock.now += timedelta(hours=1)
    colleague = console.visitor()
    fill(colleague, draft, "what", event="Van een collega")
    visitor.post(f"{draft}/what", data={**form, "go": "next", "event": "Van mij"})
    console.clock.now += timedelta(minutes=1)
    _back(console, visitor)
    shown = visitor.get(f"{draft}/what").text
    assert "Van een collega" in shown
    assert "Van mij" in shown


def test_what_was_typed_is_held_for_minutes(console: Hall) -> None:
    visitor = console.visitor()
    draft = begun(visitor)
    _late(console, visitor, f"{draft}/what", event="Een uur werk")
    console.clock.now += timedelta(minutes=16)
    _back(console, visitor)
    assert "Een uur werk" not in visitor.get(f"{draft}/what").text


def test_nobody_without_the_secret_of_a_session_has_anything_held(console: Hall) -> None:
    visitor = console.visitor()
    draft = begun(visitor)
    page = f"{draft}/what"
    console.clock.now += timedelta(hours=1)
    forged = visitor.post(page, data={"csrf": "guess", "version": "1", "event": "Vals"})
    assert forged.headers["location"] == "/login?ended=yes"
    stranger = console.browser().post(page, data={"version": "1", "event": "Vals"})
    assert stranger.headers["location"] == "/login"
    _back(console, visitor)
    assert "Vals" not in visitor.get(page).text


@pytest.mark.parametrize(
    ("fields", "scope"),
    [({"in_outcome": "rejected"}, "chosen"), ({"references": "20260310-aaaa"}, "references")],
)
def test_what_is_filled_in_chooses_its_transfers(console: Hall, fields: dict[str, str], scope: str) -> None:
    visitor = console.visitor()
    draft = begun(visitor)
    assert fill(visitor, draft, "which", **fields).headers["location"] == f"{draft}/what"
    assert stored(console)[0]["answers"]["scope"] == scope


@pytest.mark.parametrize("fields", [{}, {"in_outcome": "rejected", "references": "20260310-aaaa"}])
def test_next_asks_for_a_choice_that_the_other_buttons_leave_open(
    console: Hall, fields: dict[str, str]
) -> None:
    visitor = console.visitor()
    draft = begun(visitor)
    answer = fill(visitor, draft, "which", **fields)
    assert (answer.status_code, "kies eerst over welke doorgiften" in answer.text) == (400, True)
    assert fill(visitor, draft, "which", "whom", **fields).headers["location"] == f"{draft}/whom"
    assert "Over welke doorgiften gaat het?" in visitor.get(f"{draft}/make").text


def test_the_steps_keep_what_was_typed_and_lead_on(console: Hall) -> None:
    visitor = console.visitor()
    draft = begun(visitor)
    page = visitor.get(f"{draft}/what").text
    assert page.index('value="next" hidden') < page.index('<button form="step" name="go" value="when"')
    assert fill(visitor, draft, "what", "make", event="Iets").headers["location"] == f"{draft}/make"
    assert f'<a href="{draft}/which">' in visitor.get(f"{draft}/make").text
    assert stored(console)[0]["answers"]["event"] == "Iets"


def test_a_language_chosen_below_a_step_keeps_what_was_typed(console: Hall) -> None:
    visitor = console.visitor()
    draft = begun(visitor)
    assert 'lang="fr" form="step"' in visitor.get(f"{draft}/what").text
    assert 'form="step"' not in visitor.get(f"{draft}/make").text
    answer = fill(visitor, draft, "what", "", event="Iets", language="fr")
    assert answer.headers["location"] == f"{draft}/what"
    assert "__Host-language=fr" in answer.headers["set-cookie"]
    wrong = fill(visitor, draft, "when", "", aware="demain", title="Liste", language="fr")
    assert wrong.status_code == 400
    assert "Pas enregistré" in wrong.text
    assert "Liste" in wrong.text


def test_drafts_of_one_day_are_told_apart(console: Hall) -> None:
    visitor = console.visitor()
    begun(visitor)
    console.clock.now += timedelta(minutes=2)
    begun(visitor)
    names = re.findall(r"<h3><bdi>(.*?)</bdi></h3>", visitor.get("/breach").text)
    assert len(names) == len(set(names)) == 2


def test_a_title_turns_no_other_text_around(console: Hall) -> None:
    visitor = console.visitor()
    draft = begun(visitor)
    fill(visitor, draft, "when", title="Lijst \u202efdp.\u2066", aware=AWARE)
    assert stored(console)[0]["answers"]["title"] == "Lijst fdp."
    fill(visitor, draft, "when", title="\u05e8\u05e9\u05d9\u05de\u05d4", aware=AWARE)
    assert "<bdi>\u05e8\u05e9\u05d9\u05de\u05d4</bdi>" in visitor.get(f"{draft}/when").text


def test_as_many_addressees_as_the_page_shows_are_answered_for(console: Hall) -> None:
    names = [f"Toezichthouder {number}" for number in range(120)]
    file = console.folder / "gateway.yaml"
    with file.open("a", encoding="utf-8") as stream:
        stream.write(f"breach:\n  copy_to: {json.dumps(names)}\n")
    visitor = console.restarted().visitor()
    draft = begun(visitor)
    told = {f"{part}{name}": "yes" for name in names for part in ("tell:", "why:")}
    assert fill(visitor, draft, "whom", **told).headers["location"] == f"{draft}/make"
    assert visitor.get(f"{draft}/whom").text.count('<option value="yes" selected>') == 120


def test_a_stranger_has_little_to_say(console: Hall) -> None:
    form = {f"field{number}": "x" for number in range(61)}
    assert console.browser().post("/login", data=form).status_code == 400


@pytest.mark.parametrize("scope", ["chosen", "integrity"])
def test_figures_that_take_a_while_are_counted_beside_the_pages(
    console: Hall, monkeypatch: pytest.MonkeyPatch, scope: str
) -> None:
    monkeypatch.setattr(breach_figures, "AT_ONCE", 0)
    visitor = console.visitor()
    draft = begun(visitor)
    fill(visitor, draft, "which", scope=scope)
    while "<dt>Doorgiften</dt>" not in (page := visitor.get(f"{draft}/make")).text:
        assert "De cijfers worden geteld" in page.text
        assert "refresh" not in page.headers
    assert "<dt>Doorgiften</dt><dd>7</dd>" in page.text
    assert "<dt>Doorgiften</dt><dd>7</dd>" in visitor.get(f"{draft}/which").text


def test_looking_again_at_the_figures_keeps_what_was_typed(
    console: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(breach_figures, "AT_ONCE", 0)
    monkeypatch.setattr(breach_figures, "_AT_A_TIME", 0)
    visitor = console.visitor()
    draft = begun(visitor)
    fill(visitor, draft, "which", scope="chosen")
    assert f'formaction="{draft}/make"' in visitor.get(f"{draft}/make").text
    assert fill(visitor, draft, "make", "make", made_for="zaak 12").headers["location"] == f"{draft}/make"
    assert 'value="zaak 12"' in visitor.get(f"{draft}/make").text
