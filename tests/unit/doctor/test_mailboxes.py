from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gateway.config import Config, Ledger, MailboxKeys, NextHop, Tls
from gateway.config_hosts import HostPort
from gateway.doctor.mailboxes import mailbox_remarks
from gateway.doctor.remark import Code, Grade
from gateway.mail.address import parse_address
from gateway.policy.book import PolicyBook
from gateway.policy.load import load
from gateway.policy.model import Delivery, Seal
from tests.support.letters import DESK
from tests.support.sealed_mailbox import new_pgp_mailbox, new_smime_mailbox
from tests.support.stage import POLICIES

NOW = datetime.now(UTC)
ADDRESS = parse_address(DESK)


def told(*mailboxes: MailboxKeys, seal: Seal = "none", now: datetime = NOW) -> list[tuple[Grade, Code]]:
    config = Config(
        hostname="mx.pepingen.example",
        listen=(HostPort("127.0.0.1", 0),),
        tls=Tls(Path("absent"), Path("absent")),
        next_hop=NextHop(HostPort("127.0.0.1", 9)),
        policies=Path("absent"),
        ledger=Ledger(Path("absent")),
        mailboxes=mailboxes,
    )
    policy = replace(load(POLICIES / "kindengezin-pepingen.yaml").policy, delivery=Delivery(seal))
    return [(remark.grade, remark.code) for remark in mailbox_remarks(config, PolicyBook((policy,)), now)]


def test_nothing_is_told_where_nothing_is_sealed() -> None:
    assert told() == []


@pytest.mark.parametrize(("days", "grade"), [(0, Grade.OK), (190, Grade.WARNING), (400, Grade.ERROR)])
def test_a_certificate_is_told_by_its_end(tmp_path: Path, days: int, grade: Grade) -> None:
    keys = MailboxKeys(ADDRESS, new_smime_mailbox(tmp_path, DESK).certificate)
    assert told(keys, seal="smime", now=NOW + timedelta(days=days)) == [(grade, Code.MAILBOX_SMIME)]


@pytest.mark.parametrize(("expires", "grade"), [("never", Grade.OK), ("9d", Grade.WARNING)])
def test_a_pgp_key_is_told_by_its_end(tmp_path: Path, expires: str, grade: Grade) -> None:
    with new_pgp_mailbox(tmp_path, DESK, expires=expires) as mailbox:
        keys = MailboxKeys(ADDRESS, pgp_key=mailbox.public)
        assert told(keys, seal="pgp") == [(grade, Code.MAILBOX_PGP)]
        assert told(keys, seal="pgp", now=NOW + timedelta(days=20)) == [
            (Grade.OK if expires == "never" else Grade.ERROR, Code.MAILBOX_PGP)
        ]


def test_a_policy_that_seals_for_a_mailbox_without_keys_is_an_error() -> None:
    assert told(seal="smime") == [(Grade.ERROR, Code.MAILBOX_SMIME)]
    assert told(MailboxKeys(ADDRESS), seal="pgp") == [(Grade.ERROR, Code.MAILBOX_PGP)]
