"""The versions of the policies, each with its text and the one before it, as the ledger tells them."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from gateway.decision import PolicyRef
from gateway.ledger import entries
from gateway.ledger.history import Kept, kept_digests, policies_in_force, version_at
from gateway.ledger.place import Site, beside
from gateway.ledger.record import Draft, Entry, RecordType, draft
from gateway.ledger.verify import verify
from gateway.ledger.writer import Writer
from tests.support.ledger import LOG

WHEN = datetime(2026, 4, 10, 11, tzinfo=UTC)


def ref(text: str, protocol: str = "a", streets: str = "") -> PolicyRef:
    return PolicyRef(protocol, f"sha256:{sha256((text + streets).encode()).hexdigest()}", "nl")


def told(text: str, protocol: str = "a") -> Entry:
    return entries.policy_in_force(ref(text, protocol), text)


def untold(text: str, protocol: str = "a") -> Entry:
    return entries.policy_in_force(ref(text, protocol))


def write(site: Site, *said: Entry, node: str = "mx1") -> None:
    writer = Writer(site, node=node, log=LOG)
    drafts: list[Draft] = [draft(one, WHEN + timedelta(seconds=i)) for i, one in enumerate(said)]
    writer.append(drafts)
    writer.close()


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return beside(tmp_path / "ledger.db")


def test_there_is_no_history_before_there_is_a_ledger(site: Site) -> None:
    assert policies_in_force(site.place) == ()
    assert kept_digests(site.place) == frozenset()


def test_each_version_has_its_text_and_the_one_before_it_of_its_own_protocol(site: Site) -> None:
    write(site, told("1"), told("x", "b"), told("2"))
    latest, other, first = policies_in_force(site.place)
    assert (latest.kept, latest.before, latest.kept_before) == (Kept("2", ""), ref("1").digest, Kept("1", ""))
    assert (other.protocol, other.before) == ("b", None)
    assert (first.kept, first.before, first.kept_before) == (Kept("1", ""), None, None)


def test_a_restart_of_several_policies_is_no_change_of_any(site: Site) -> None:
    write(site, told("1"), told("x", "b"), untold("1"), untold("x", "b"))
    assert [one.protocol for one in policies_in_force(site.place)] == ["b", "a"]


def test_a_version_that_comes_back_has_its_text_from_when_it_was_first_there(site: Site) -> None:
    write(site, told("1"), told("2"), untold("1"))
    latest, between, first = policies_in_force(site.place)
    assert (latest.kept, between.kept, first.kept) == (Kept("1", ""), Kept("2", ""), Kept("1", ""))
    assert latest.before == ref("2").digest


def test_of_workers_that_change_together_each_has_the_same_version_before(site: Site) -> None:
    write(site, told("1"))
    write(site, untold("1"), node="mx1-2")
    write(site, told("2"))
    write(site, untold("2"), node="mx1-2")
    assert [one.before for one in policies_in_force(site.place)] == [ref("1").digest] * 2 + [None] * 2


def test_a_record_of_before_texts_were_kept_has_none(site: Site) -> None:
    write(site, untold("1"), told("2"))
    latest, first = policies_in_force(site.place)
    assert (latest.kept_before, first.kept) == (None, None)
    assert kept_digests(site.place) == {ref("2").digest}


@pytest.mark.parametrize("said", ["another text", "", 7, None, ["1"], {"a": "1"}])
def test_a_text_that_is_not_what_its_digest_says_is_none(site: Site, said: object) -> None:
    measures = dict(untold("1").measures) | {"text": said}
    write(site, Entry(RecordType.POLICY, "a", {}, {}, measures))  # type: ignore[arg-type]
    assert policies_in_force(site.place)[0].kept is None
    assert kept_digests(site.place) == frozenset()


def test_the_street_list_is_part_of_what_the_digest_says(site: Site) -> None:
    write(site, entries.policy_in_force(ref("1", streets="Dorp\n"), "1", "Dorp\n"))
    assert policies_in_force(site.place)[0].kept == Kept("1", "Dorp\n")


def test_a_transfer_is_judged_by_the_version_that_was_in_force_at_its_record(site: Site) -> None:
    write(site, told("1"), told("2"), untold("1"))
    history = policies_in_force(site.place)
    found = [version_at(history, "a", ref("1").digest, seq) for seq in (0, 1, 2, 3)]
    assert [one and one.seq for one in found] == [None, 0, 0, 2]
    assert version_at(history, "b", ref("1").digest, 3) is None


def test_a_ledger_with_texts_verifies(site: Site) -> None:
    write(site, told("é\r\n\t\N{GRINNING FACE}\ufeff" * 1000), untold("1"))
    assert verify(site.place).ok
