from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from gateway.config import Keys, SmimeKey
from gateway.doctor.policies import content_remarks, policy_remarks
from gateway.doctor.remark import Code, Grade
from gateway.policy.book import PolicyBook, load_book
from gateway.policy.model import ContentLevel, Encryption, Period

ROOT = Path(__file__).parents[3]
POLICY = load_book(ROOT / "tests/demo/policies").policies[0]
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("today", "grade"),
    [
        (date(2025, 12, 31), Grade.WARNING),
        (date(2026, 1, 1), Grade.OK),
        (date(2026, 12, 31), Grade.OK),
        (date(2027, 1, 1), Grade.ERROR),
    ],
)
def test_a_policy_is_in_force_from_its_first_day_to_its_last(today: date, grade: Grade) -> None:
    remarks = policy_remarks(PolicyBook((replace(POLICY, valid=YEAR),)), today)

    assert {remark.code: remark.grade for remark in remarks} == {
        Code.POLICY: Grade.OK,
        Code.POLICY_PERIOD: grade,
    }


def test_a_suspended_policy_is_a_warning() -> None:
    remarks = policy_remarks(PolicyBook((replace(POLICY, suspended="protocol ended"),)), date(2026, 1, 1))

    assert [remark.grade for remark in remarks if remark.code is Code.POLICY_SUSPENDED] == [Grade.WARNING]


def test_each_label_that_is_not_filled_in_is_an_error_at_its_place() -> None:
    remarks = policy_remarks(load_book(ROOT / "policies"), date(2026, 1, 1))

    told = [remark for remark in remarks if remark.code is Code.POLICY_LABEL]
    assert [remark.grade for remark in told] == [Grade.ERROR, Grade.ERROR]
    assert all("opgroeien-ocmw-pepingen.yaml:" in remark.detail for remark in told)


SMIME = (SmimeKey(Path("a.pem"), Path("a.key")),)
SIGNERS = Path("authorities.pem")
HOME = Path("gnupg")


def on_content(encryption: Encryption, keys: Keys, *signers: str) -> list[Grade]:
    senders = replace(POLICY.senders, pgp_keys=signers)
    asking = replace(POLICY, encryption=encryption, senders=senders)
    remarks = tuple(content_remarks(PolicyBook((asking,)), keys))
    assert {remark.code for remark in remarks} <= {Code.POLICY_CONTENT}
    assert all(remark.remedy for remark in remarks if remark.grade is not Grade.OK)
    return [remark.grade for remark in remarks]


@pytest.mark.parametrize("level", ["required", "signed"])
def test_a_policy_that_asks_for_sealed_content_without_a_key_to_open_it_is_an_error(
    level: ContentLevel,
) -> None:
    assert on_content(Encryption(content=level), Keys()) == [Grade.ERROR]
    assert on_content(Encryption(per_sender={"*@kindengezin.example": level}), Keys()) == [Grade.ERROR]
    assert on_content(Encryption(content=level, accept=("pgp",)), Keys(smime=SMIME)) == [Grade.ERROR]


def test_a_policy_that_asks_for_signed_content_needs_signers_that_count() -> None:
    asked = Encryption(content="signed")
    assert on_content(asked, Keys(smime=SMIME)) == [Grade.ERROR]
    assert on_content(asked, Keys(pgp_home=HOME)) == [Grade.ERROR]
    assert on_content(asked, Keys(smime=SMIME, smime_authorities=SIGNERS)) == [Grade.OK]
    assert on_content(asked, Keys(pgp_home=HOME), "ab" * 20) == [Grade.OK]


def test_a_policy_whose_sealed_content_can_be_opened_is_well_and_one_that_asks_none_is_not_spoken_of() -> (
    None
):
    assert on_content(Encryption(content="required"), Keys(smime=SMIME)) == [Grade.OK]
    assert on_content(Encryption(), Keys()) == []
