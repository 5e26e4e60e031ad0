"""Which version of a policy judged, since when, what changed in it, and its text: what the pages say."""

from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from gateway.decision import Decision, PolicyRef, Reject
from gateway.ledger import entries
from gateway.ledger.record import Entry, Outcome, RecordType
from tests.support.console import Hall, hall, post
from tests.support.keeping import fill_at
from tests.support.reporting import APRIL, PASSED, POLICY, PROTOCOL, REF, sent_by

NEXT = POLICY.replace("*@sender.example", "*@other.example") + "superfluous: reject\n"
SAID = {
    "nl": (
        "Vanaf nu wordt mail van *@sender.example geweigerd, tenzij een andere regel ze binnenlaat.",
        "de mail wordt nu geweigerd, niet meer zonder die gegevens bezorgd.",
    ),
    "fr": (
        "Dorénavant le mail de *@sender.example est refusé, sauf si une autre règle l&#39;admet.",
        "le mail est maintenant refusé, et non plus remis sans elles.",
    ),
    "en": (
        "From now on mail from *@sender.example is refused, unless another entry lets it in.",
        "What the policy does not name: reject, no longer strip.",
    ),
}
UNTOLD = {"nl": "heeft niet beide teksten", "fr": "les deux textes", "en": "does not keep both texts"}


@pytest.fixture
def console(tmp_path: Path) -> Hall:
    return hall(tmp_path)


def ref(text: str) -> PolicyRef:
    return PolicyRef(PROTOCOL, f"sha256:{sha256(text.encode()).hexdigest()}")


def came(text: str, *, kept: bool = True) -> Entry:
    return entries.policy_in_force(ref(text), text if kept else None)


def judged(reference: str, by: PolicyRef) -> Entry:
    decision = Decision(Reject(), by, PASSED)
    return entries.refusal(sent_by("an", reference, APRIL), decision, Outcome.REJECTED, reply=550)


def write(console: Hall, *said: Entry) -> None:
    steps = [(one, APRIL + timedelta(hours=1, seconds=i)) for i, one in enumerate(said)]
    fill_at(console.folder / "ledger.db", steps)


@pytest.mark.parametrize("language", SAID)
def test_both_pages_say_what_changed_in_the_visitors_language(console: Hall, language: str) -> None:
    write(console, came(POLICY), came(NEXT), judged("20260410-1111", ref(NEXT)))
    visitor = console.visitor()
    post(visitor, "/language", language=language)
    for path in ("/transfers/20260410-1111", "/policies"):
        page = visitor.get(path).text
        assert [said for said in SAID[language] if said not in page] == []
    assert NEXT.splitlines()[-1] in visitor.get("/policies").text


@pytest.mark.parametrize("language", UNTOLD)
def test_where_a_text_is_not_kept_the_pages_say_so(console: Hall, language: str) -> None:
    write(console, came(POLICY, kept=False), came(NEXT), judged("20260410-1111", ref(NEXT)))
    visitor = console.visitor()
    post(visitor, "/language", language=language)
    for path in ("/transfers/20260410-1111", "/policies"):
        assert UNTOLD[language] in visitor.get(path).text


def test_a_transfer_whose_policy_was_never_recorded_says_that(console: Hall) -> None:
    page = console.visitor().get("/transfers/20260310-aaaa").text
    assert REF.digest in page
    assert "niet vastgelegd" in page


def test_the_first_version_and_one_that_changes_no_rule_are_called_that(console: Hall) -> None:
    write(console, came(POLICY), came(f"# why\n{POLICY}"))
    page = console.visitor().get("/policies").text
    assert "De eerste versie van dit protocol" in page
    assert "Geen regel veranderde" in page


def test_a_text_that_this_version_no_longer_reads_is_shown_all_the_same(console: Hall) -> None:
    write(console, came("a_key_of_old: 1\n"), came(POLICY))
    page = console.visitor().get("/policies").text
    assert "leest een van beide teksten niet meer" in page
    assert "a_key_of_old: 1" in page


def test_a_text_that_is_not_what_its_fingerprint_says_is_not_shown(console: Hall) -> None:
    forged = dict(came(POLICY).measures) | {"text": POLICY.replace("*@sender.example", "*@forged.example")}
    write(console, Entry(RecordType.POLICY, PROTOCOL, {}, {}, forged), came(NEXT))
    page = console.visitor().get("/policies").text
    assert "forged.example" not in page
    assert UNTOLD["nl"] in page


def test_each_text_is_shown_once_and_no_more_versions_than_a_page_holds(console: Hall) -> None:
    write(console, *(came(f"{POLICY}# {number % 60}\n") for number in range(130)))
    page = console.visitor().get("/policies").text
    assert page.count('<section class="version"') == 50
    assert "De laatste 50 staan hier." in page
    write(console, came(POLICY), came(NEXT), came(POLICY))
    page = console.visitor().get("/policies").text
    assert page.count(f'id="{ref(POLICY).digest}"') == 1


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ("unlisted_senders: relay\n", "wordt doorgestuurd zoals het kwam"),
        ("superfluous: reject\n", "maken dat de hele mail geweigerd wordt"),
        ("", "1670 Pepingen"),
        ("", "wie verzond en hoe: 365 dagen; over wie: 90 dagen; wat beslist werd: zonder einde"),
        ("suspended: een onderzoek\n", "een onderzoek"),
        ("fields: {require: [last_name, [phone, email]]}\n", "telefoon of e-mail"),
        ("fields: {allow: [last_name, phone], require: [phone]}\n", "<dd>telefoon</dd>"),
    ],
)
def test_the_policy_in_force_is_told_in_plain_words(console: Hall, changed: str, said: str) -> None:
    (console.folder / "policies" / "test.yaml").write_text(POLICY + changed, "utf-8")
    assert said in console.visitor().get("/policies").text


@pytest.mark.parametrize("language", SAID)
def test_a_file_that_is_not_loaded_yet_is_told_with_what_it_will_change(console: Hall, language: str) -> None:
    write(console, came(POLICY))
    visitor = console.visitor()
    post(visitor, "/language", "/policies", language=language)
    quiet = visitor.get("/policies").text
    (file,) = (console.folder / "policies").glob("*.yaml")
    file.write_text(NEXT, "utf-8")
    told = visitor.get("/policies").text
    assert all(said not in quiet and said in told for said in SAID[language])
    assert 'role="status"' in told
