import subprocess
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gateway import config
from gateway.doctor.remark import Code, Grade, Remark
from gateway.doctor.smime import program_remark, smime_remarks
from tests.support.smime import MailAuthority, Person, new_mail_authority

DESK = "ocmw@pepingen.example"
PAIR = (Code.SMIME_KEY, Code.SMIME_EXPIRY, Code.SMIME_ADDRESS, Code.SMIME_KEY_MODE)


@pytest.fixture
def authority(tmp_path: Path) -> MailAuthority:
    return new_mail_authority(tmp_path)


def held(*people: Person, **keys: Path) -> config.Keys:
    pairs = tuple(config.SmimeKey(one.certificate, one.key) for one in people)
    return config.Keys(pairs, keys.get("authorities"), keys.get("revoked"))


def examine(keys: config.Keys, *, later: int = 0) -> Iterable[Remark]:
    return smime_remarks(keys, frozenset({DESK}), datetime.now(UTC) + timedelta(days=later))


def grades(keys: config.Keys, *, later: int = 0) -> list[tuple[Code, Grade]]:
    return [(remark.code, remark.grade) for remark in examine(keys, later=later)]


def test_without_keys_there_is_nothing_to_say() -> None:
    assert grades(config.Keys()) == []


def test_a_good_pair_is_well_in_every_respect(authority: MailAuthority) -> None:
    assert grades(held(authority.person(DESK, days=60))) == [(code, Grade.OK) for code in PAIR]


def test_a_pair_past_its_time_is_an_error_unless_another_took_over(authority: MailAuthority) -> None:
    old, new = authority.person(DESK, days=-1), authority.person(DESK, days=60)

    assert (Code.SMIME_EXPIRY, Grade.ERROR) in grades(held(old))
    expiry = [grade for code, grade in grades(held(old, new)) if code is Code.SMIME_EXPIRY]
    assert expiry == [Grade.WARNING, Grade.OK]


def test_a_certificate_of_another_mailbox_is_a_warning(authority: MailAuthority) -> None:
    assert (Code.SMIME_ADDRESS, Grade.WARNING) in grades(held(authority.person("info@pepingen.example")))


def test_of_whom_a_certificate_is_nothing_is_said_while_no_policy_can_be_read(
    authority: MailAuthority,
) -> None:
    told = smime_remarks(held(authority.person(DESK, days=60)), None, datetime.now(UTC))
    assert Code.SMIME_ADDRESS not in {one.code for one in told}


def test_files_that_are_no_pair_are_an_error(authority: MailAuthority) -> None:
    desk, other = authority.person(DESK), authority.person(DESK)

    assert (Code.SMIME_KEY, Grade.ERROR) in grades(held(Person(desk.certificate, other.key)))
    assert (Code.SMIME_KEY, Grade.ERROR) in grades(held(Person(desk.key, desk.key)))


@pytest.mark.parametrize("mode", [0o640, 0o604])
def test_a_key_that_others_may_touch_is_an_error(authority: MailAuthority, mode: int) -> None:
    desk = authority.person(DESK)
    desk.key.chmod(mode)

    assert (Code.SMIME_KEY_MODE, Grade.ERROR) in grades(held(desk))


def test_whom_the_gateway_trusts_is_looked_at(authority: MailAuthority) -> None:
    good, stale = authority.revoking(), authority.revoking(stale=True)
    ca = authority.certificate
    for keys, later, grade in (
        (held(authorities=ca), 0, Grade.OK),
        (held(authorities=ca, revoked=good), 0, Grade.OK),
        (held(authorities=ca, revoked=stale), 0, Grade.ERROR),
        (held(authorities=ca), 100, Grade.WARNING),
        (held(authorities=good), 0, Grade.ERROR),
        (held(revoked=good), 0, Grade.WARNING),
    ):
        assert grades(keys, later=later) == [(Code.SMIME_TRUST, grade)]


async def test_the_program_is_there_and_new_enough() -> None:
    remark = await program_remark()
    assert (remark.code, remark.grade) == (Code.SMIME_PROGRAM, Grade.OK)


def test_a_key_with_a_pass_phrase_is_told_to_lose_it(authority: MailAuthority) -> None:
    desk = authority.person(DESK)
    locked = desk.key.with_name("locked.pem")
    command = (
        "openssl",
        "pkey",
        "-in",
        str(desk.key),
        "-aes256",
        "-passout",
        "pass:secret",
        "-out",
        str(locked),
    )
    subprocess.run(command, check=True)
    [told] = [one for one in examine(held(Person(desk.certificate, locked))) if one.code is Code.SMIME_KEY]
    assert told.detail == f"{locked} holds a key with a pass phrase"
    assert told.remedy.startswith("Store it without a pass phrase; until then")
