from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from gateway.doctor.policies import policy_remarks
from gateway.doctor.remark import Code, Grade
from gateway.policy.book import PolicyBook, load_book
from gateway.policy.model import Period

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
