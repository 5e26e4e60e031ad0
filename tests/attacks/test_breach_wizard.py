"""What a stranger, another role, a forged form or hostile words could do by way of the breach wizard."""

import io
import zipfile
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from gateway.console.breach_answers import LONGEST, STEPS, TELL, WHY, names_of
from gateway.console.roles import Role
from tests.support.console import ORIGIN, Hall, csrf, hall, post
from tests.support.wizard import begun, fill, hidden, make, text_of, unpacked

EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}</textarea><b>"
ADDRESSEES = (
    "Gegevensbeschermingsautoriteit (GBA)", "Vlaamse Toezichtcommissie (VTC)", "Team Noord (verzonnen)",
    "OCMW Ergens (verzonnen)",
)  # fmt: skip

POSTED = ("when", "close", "reopen", "remove", "dossier")


@pytest.fixture
def console(tmp_path: Path) -> Hall:
    return hall(tmp_path)


def evil(step: str) -> dict[str, str]:
    """Hostile words in every field that takes words."""
    closed = ("scope", "risk", "subjects", "kind", "dossier_language", "aware", "sort_", "in_", TELL)
    return {name: EVIL for name in names_of(step, ADDRESSEES) if not name.startswith(closed)}


def test_xss_through_every_text_stays_text_on_every_page(console: Hall) -> None:
    visitor = console.visitor()
    draft = begun(visitor)
    for step in STEPS[:-1]:
        assert fill(visitor, draft, step, **evil(step)).status_code == 303
    fill(visitor, draft, "which", scope="references", references=EVIL)
    fill(visitor, draft, "when", aware="2026-04-10T09:00", **evil("when"))
    post(visitor, f"{draft}/close", f"{draft}/end", note=EVIL)
    pages = ("/", "/breach", f"{draft}/end", *(f"{draft}/{step}" for step in STEPS))
    for page in pages:
        text = visitor.get(page).text
        assert "<script" not in text
        assert "<img src=x" not in text
        assert "{{ 7*7 }}" in text or "7*7" not in text
        assert "</textarea><b>" not in text


def test_xss_through_what_is_refused_stays_text(console: Hall) -> None:
    visitor = console.visitor()
    draft = begun(visitor)
    for fields in ({"aware": EVIL}, {"discovered": EVIL * 100}, {"title": EVIL * 10}):
        answer = fill(visitor, draft, "when", **fields)
        assert (answer.status_code, "<script" in answer.text) == (400, False)
    assert "<script" not in fill(visitor, draft, "which", in_from=EVIL).text
    assert "<script" not in make(visitor, draft, made_for=EVIL, kind=EVIL, dossier_language=EVIL).text
    assert "<script" not in post(visitor, f"{draft}/close", f"{draft}/end", told=EVIL, note=EVIL).text


def test_hostile_words_are_words_in_word_pdf_and_mail(console: Hall) -> None:
    visitor = console.visitor()
    draft = begun(visitor)
    nasty = f"{EVIL}\n=cmd|' /C calc'!A1\nBcc: evil@evil.example\n\x00\x1b\ud83d]]>&amp;<w:p/>"
    fill(visitor, draft, "which", scope="chosen")
    fill(visitor, draft, "what", event=nasty.encode("utf-8", "replace").decode(), remedies_taken=EVIL)
    fill(visitor, draft, "whom", draft_asked=EVIL, signed=nasty.encode("utf-8", "replace").decode())
    files = unpacked(make(visitor, draft))
    assert EVIL in text_of(files["dossier.docx"])
    with zipfile.ZipFile(io.BytesIO(files["dossier.docx"])) as word:
        body = word.read("word/document.xml")
        assert not any("vba" in name or "external" in name.lower() for name in word.namelist())
    assert b"<script" not in body
    mail = message_from_bytes(files["reported-protocol-sender.eml"], policy=default)
    assert (mail["bcc"], mail["to"], mail.get_content_type()) == (None, "dpo@sender.example", "text/plain")
    assert EVIL in mail.get_content()
    pdf = unpacked(make(visitor, draft, kind="pdf"))["dossier.pdf"]
    assert pdf.startswith(b"%PDF-")
    assert not any(word in pdf for word in (b"/JavaScript", b"/Launch", b"/URI", b"/OpenAction"))


@pytest.mark.parametrize("kind", ["docx", "pdf"])
@pytest.mark.parametrize("text", ["a\n" * 190, "w" * LONGEST, "漢" * LONGEST])
def test_the_longest_texts_still_make_a_dossier(console: Hall, kind: str, text: str) -> None:
    visitor = console.visitor()
    draft = begun(visitor)
    fill(visitor, draft, "which", scope="references", references="20260310-aaaa")
    assert fill(visitor, draft, "what", event=text, cause=text).status_code == 303
    assert len(unpacked(make(visitor, draft, kind=kind))[f"dossier.{kind}"]) > 1000


@pytest.mark.parametrize("text", ["x" * (LONGEST + 1), "a\n" * 250, "漢" * (LONGEST + 1)])
def test_an_oversized_text_is_refused_and_shown_again(console: Hall, text: str) -> None:
    visitor = console.visitor()
    draft = begun(visitor)
    answer = fill(visitor, draft, "what", event=text, cause="dit blijft staan")
    assert answer.status_code == 400
    assert text.strip() in answer.text
    assert "dit blijft staan" in answer.text
    assert "dit blijft staan" not in visitor.get(f"{draft}/what").text


def test_a_text_beyond_any_bound_is_cut_off(console: Hall) -> None:
    visitor = console.visitor()
    draft = begun(visitor)
    assert fill(visitor, draft, "what", event="x" * 300_000).status_code == 413
    assert visitor.get(f"{draft}/what").status_code == 200


@pytest.mark.parametrize(
    "name",
    [
        "..%2faccounts", "%2e%2e/accounts", "..%5caccounts", "accounts", "0123456789ABCDEF",
        "0123456789abcdef%00", "0123456789abcdef.json", "%2fetc%2fpasswd", "0123456789abcde",
        "０123456789abcdef",
    ],
)  # fmt: skip
def test_path_traversal_by_the_id_of_a_draft_reaches_nothing(console: Hall, name: str) -> None:
    visitor = console.visitor()
    begun(visitor)
    before = sorted(file for file in console.folder.rglob("*") if file.is_file())
    form = {"csrf": csrf(visitor), "sure": "yes", "note": "x", "version": "1"}
    for path in (f"/breach/{name}/{page}" for page in ("end", *POSTED)):
        for answer in (visitor.get(path), visitor.post(path, data=form)):
            assert answer.status_code in {307, 404, 405}
            assert "argon2" not in answer.text
    assert [file for file in before if not file.exists()] == []


@pytest.mark.parametrize("page", ["when", "what", "close", "reopen", "remove", "dossier"])
def test_csrf_changes_no_draft(console: Hall, page: str) -> None:
    visitor = console.visitor()
    draft = begun(visitor)
    kept = (console.folder / "drafts" / f"{draft.rpartition('/')[2]}.json").read_bytes()
    form = {"version": "1", "event": "x", "discovered": "x", "sure": "yes", "note": "x", "made_for": "x"}
    right = csrf(visitor)
    path = f"{draft}/{page}"
    assert visitor.post(path, data=form).status_code == 403
    assert visitor.post(path, data=form | {"csrf": "guess"}).status_code == 403
    foreign = {"Origin": "https://evil.example"}
    assert visitor.post(path, data=form | {"csrf": right}, headers=foreign).status_code == 403
    assert visitor.post("/breach", data={"csrf": right}, headers=foreign).status_code == 403
    assert [file.read_bytes() for file in (console.folder / "drafts").iterdir()] == [kept]


@pytest.mark.parametrize("role", [Role.ADMIN, Role.AUDITOR])
def test_another_role_sees_and_changes_no_draft(console: Hall, role: Role) -> None:
    officer, other = console.visitor(), console.visitor(role)
    draft = begun(officer)
    fill(officer, draft, "when", title="Geheim dossier", aware="2026-04-10T09:00")
    kept = [file.read_bytes() for file in (console.folder / "drafts").iterdir()]
    form = {"csrf": csrf(other, "/"), "sure": "yes", "note": "x", "version": "2"}
    for page in ("/breach", f"{draft}/end", *(f"{draft}/{step}" for step in STEPS)):
        assert other.get(page).status_code == 403
    for page in (
        "/breach",
        *(f"{draft}/{name}" for name in ("when", "close", "reopen", "remove", "dossier")),
    ):
        assert other.post(page, data=form).status_code == 403
    assert "Geheim dossier" not in other.get("/").text
    assert "/breach" not in other.get("/").text
    assert [file.read_bytes() for file in (console.folder / "drafts").iterdir()] == kept


def test_nobody_sees_a_draft_before_log_in(console: Hall) -> None:
    draft = begun(console.visitor())
    for page in ("/breach", f"{draft}/when", f"{draft}/end"):
        assert console.browser().get(page).headers["location"] == "/login"
    assert console.browser().post(f"{draft}/dossier", headers={"Origin": ORIGIN}).status_code == 303


def test_a_stale_save_is_refused_with_both_texts_shown(console: Hall) -> None:
    first, second = console.visitor(), console.visitor()
    draft = begun(first)
    page = f"{draft}/what"
    early, late = hidden(first, page), hidden(second, page)
    assert first.post(page, data={**early, "event": "De eerste tekst", "cause": "zelfde"}).status_code == 303
    answer = second.post(page, data={**late, "event": "De tweede tekst", "cause": "zelfde"})
    assert answer.status_code == 409
    assert "De eerste tekst" in answer.text
    assert "De tweede tekst" in answer.text
    assert answer.text.count('class="theirs"') == 1
    assert "De tweede tekst" not in first.get(page).text
    assert fill(second, draft, "what", event="De tweede tekst").status_code == 303


def test_a_stale_summary_makes_nothing(console: Hall) -> None:
    first, second = console.visitor(), console.visitor()
    draft = begun(first)
    fill(first, draft, "which", scope="chosen")
    shown = hidden(second, f"{draft}/make")
    fill(first, draft, "what", event="nieuw")
    answer = second.post(f"{draft}/dossier", data={**shown, "made_for": "zaak 9"})
    assert (answer.status_code, "Er is niets gemaakt" in answer.text) == (409, True)


@pytest.mark.parametrize("version", ["", "-1", "1e3", "²", "9" * 400, "x"])
def test_a_version_that_is_none_keeps_nothing(console: Hall, version: str) -> None:
    visitor = console.visitor()
    draft = begun(visitor)
    given = hidden(visitor, f"{draft}/what") | {"version": version, "event": "tekst"}
    assert visitor.post(f"{draft}/what", data=given).status_code == 409


def test_no_text_reaches_a_log_or_another_file(console: Hall, caplog: pytest.LogCaptureFixture) -> None:
    visitor = console.visitor()
    draft = begun(visitor)
    fill(visitor, draft, "which", scope="chosen")
    fill(visitor, draft, "what", event="Onvergetelijkwoord", **{f"{WHY}x": "Onvergetelijkwoord"})
    fill(visitor, draft, "when", aware="gisteren", discovered="Onvergetelijkwoord")
    assert make(visitor, draft).status_code == 200
    (file,) = (console.folder / "drafts").iterdir()
    file.write_bytes(file.read_bytes()[:-10])
    assert visitor.get(f"{draft}/what").status_code == 500
    every = (one for one in console.folder.rglob("*") if one.is_file())
    assert [one for one in every if b"Onvergetelijk" in one.read_bytes()] == [file]
    assert "Onvergetelijk" not in caplog.text
