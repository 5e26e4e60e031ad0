from dataclasses import replace
from datetime import date

import pytest

from gateway.checks import validity
from gateway.decision import Code, Finding, Result
from gateway.policy.model import Period
from tests.support.arrivals import policy

PERIOD = Period(date(2025, 12, 18), date(2026, 12, 17))


@pytest.mark.parametrize(
    ("today", "result", "code"),
    [
        (date(2025, 12, 17), Result.FAIL, Code.POLICY_NOT_YET_VALID),
        (date(2025, 12, 18), Result.PASS, Code.POLICY_VALID),
        (date(2026, 12, 17), Result.PASS, Code.POLICY_VALID),
        (date(2026, 12, 18), Result.FAIL, Code.POLICY_EXPIRED),
    ],
)
def test_a_policy_holds_from_its_first_to_its_last_day(today: date, result: Result, code: Code) -> None:
    found = validity.check(replace(policy(), valid=PERIOD), today)
    assert found == (Finding("validity", result, code),)


def test_a_policy_without_last_day_stays_valid() -> None:
    (found,) = validity.check(policy(), date(2999, 1, 1))
    assert found.code is Code.POLICY_VALID


@pytest.mark.parametrize("reason", ["opgezegd", ""])
def test_a_suspended_policy_stops_everything_whatever_the_day(reason: str) -> None:
    (found,) = validity.check(replace(policy(), suspended=reason), date(2026, 3, 2))
    assert (found.result, found.code) == (Result.FAIL, Code.POLICY_SUSPENDED)
