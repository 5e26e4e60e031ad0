"""Whether the protocol is in force: art. 5 and 11 (its period), art. 8 (stopped at once)."""

from datetime import date

from gateway.decision import Code, Finding, Result
from gateway.policy.model import Policy

_CHECK = "validity"


def check(policy: Policy, today: date) -> tuple[Finding, ...]:
    """One finding: the policy is valid on ``today``, the day at the gateway, or why it is not."""
    code = _code(policy, today)
    return (Finding(_CHECK, Result.PASS if code is Code.POLICY_VALID else Result.FAIL, code),)


def _code(policy: Policy, today: date) -> Code:
    if policy.suspended is not None:
        return Code.POLICY_SUSPENDED
    if today < policy.valid.from_:
        return Code.POLICY_NOT_YET_VALID
    if policy.valid.until is not None and today > policy.valid.until:
        return Code.POLICY_EXPIRED
    return Code.POLICY_VALID
