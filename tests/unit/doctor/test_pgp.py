from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gateway.doctor.pgp import pgp_remarks
from gateway.doctor.remark import Code, Grade, Remark
from gateway.policy.book import PolicyBook
from gateway.policy.model import Senders
from tests.support import gpg
from tests.support.arrivals import policy
from tests.support.gpg import AN, EXPIRED, MODERN, World

NOW = datetime.now(UTC)
STRANGER = "aa" * 20


def book(*signers: str, recipient: str = MODERN) -> PolicyBook:
    senders = Senders(("*@kindengezin.example",), pgp_keys=signers)
    return PolicyBook((replace(policy(senders), recipients=(recipient,)),))


def graded(remarks: tuple[Remark, ...]) -> list[tuple[Grade, Code]]:
    return [(remark.grade, remark.code) for remark in remarks]


def test_a_home_with_a_key_of_the_mailbox_that_opens_is_well(pgp_world: World) -> None:
    key = pgp_world.sender.fingerprint(AN)
    found = graded(pgp_remarks(pgp_world.gateway.folder, book(key), NOW))
    assert found == [
        (Grade.OK, Code.PGP_HOME),
        (Grade.OK, Code.PGP_KEY), (Grade.OK, Code.PGP_EXPIRY),
        (Grade.OK, Code.PGP_KEY), (Grade.OK, Code.PGP_EXPIRY),
        (Grade.OK, Code.PGP_SIGNER),
    ]  # fmt: skip


def test_a_signer_who_is_not_in_the_home_or_expired_is_told(pgp_world: World) -> None:
    signers = (STRANGER, pgp_world.sender.fingerprint(EXPIRED))
    found = graded(pgp_remarks(pgp_world.gateway.folder, book(*signers), NOW))
    assert found[-2:] == [(Grade.ERROR, Code.PGP_SIGNER), (Grade.WARNING, Code.PGP_SIGNER)]


def test_a_mailbox_without_a_key_is_told(pgp_world: World) -> None:
    found = pgp_remarks(pgp_world.gateway.folder, book(recipient="Ander@pepingen.example"), NOW)
    assert (Grade.WARNING, Code.PGP_ADDRESS) in graded(found)
    assert any("ander@pepingen.example" in remark.detail for remark in found)


def test_the_end_of_a_key_is_told_in_time(tmp_path: Path) -> None:
    home = gpg.new_home(tmp_path / "h")
    home.make(MODERN, "future-default", "default", "20d")
    later = (NOW, NOW + timedelta(days=21), NOW - timedelta(days=60))
    expiries = [
        [grade for grade, code in graded(pgp_remarks(home.folder, book(), now)) if code is Code.PGP_EXPIRY]
        for now in later
    ]
    assert expiries == [[Grade.WARNING], [Grade.ERROR], [Grade.OK]]
    home.close()


def test_a_home_without_a_secret_key_or_with_one_that_does_not_open_is_told(
    tmp_path: Path, pgp_world: World
) -> None:
    home = gpg.new_home(tmp_path / "h")
    assert graded(pgp_remarks(home.folder, book(), NOW)) == [(Grade.ERROR, Code.PGP_HOME)]
    home.take(pgp_world.sender.export(AN))
    assert (Grade.ERROR, Code.PGP_KEY) in graded(pgp_remarks(home.folder, book(), NOW))
    locked = ("--pinentry-mode", "loopback", "--passphrase", "zomer", "--quick-generate-key", MODERN)
    home.run(*locked, "future-default", "default", "never")
    home.close()
    assert (Grade.ERROR, Code.PGP_KEY) in graded(pgp_remarks(home.folder, book(), NOW))


@pytest.mark.parametrize("mode", [0o750, 0o705])
def test_a_home_that_others_may_enter_is_told_and_nothing_else_is_tried(tmp_path: Path, mode: int) -> None:
    home = gpg.new_home(tmp_path / "h").folder
    home.chmod(mode)
    assert graded(pgp_remarks(home, book(STRANGER), NOW)) == [(Grade.ERROR, Code.PGP_HOME)]


def test_without_a_home_there_is_nothing_to_say_but_of_signers() -> None:
    assert pgp_remarks(None, book(), NOW) == ()
    assert graded(pgp_remarks(None, book(STRANGER), NOW)) == [(Grade.ERROR, Code.PGP_SIGNER)]
