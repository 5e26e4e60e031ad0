"""Who is told what at RCPT."""

import pytest

from gateway.inbound import replies
from gateway.inbound.desk import Desk
from gateway.inbound.replies import Reply
from gateway.mail.address import Address, parse_address
from gateway.policy.model import Policy
from tests.support.arrivals import policy

OWN, GOVERNED = parse_address("mayor@pepingen.example"), parse_address("ocmw@pepingen.example")
FOREIGN = parse_address("someone@elsewhere.example")


def governed(recipient: Address) -> Policy | None:
    return policy() if recipient == GOVERNED else None


def own(recipient: Address) -> bool:
    return recipient.domain == "pepingen.example"


RELAYS, REJECTS = Desk(governed, own, True), Desk(governed, lambda _: False, False)


@pytest.mark.parametrize(
    ("desk", "recipient", "expected"),
    [
        (REJECTS, GOVERNED, None),
        (REJECTS, OWN, replies.NO_SUCH_RECIPIENT),
        (REJECTS, FOREIGN, replies.NO_SUCH_RECIPIENT),
        (RELAYS, GOVERNED, None),
        (RELAYS, OWN, None),
        (RELAYS, FOREIGN, replies.NO_RELAY),
    ],
)
def test_a_stranger_to_the_gateway_is_refused(desk: Desk, recipient: Address, expected: Reply | None) -> None:
    assert desk.judge(None, recipient, ()) == expected


def test_mail_under_a_policy_and_mail_under_none_are_two_messages() -> None:
    assert RELAYS.judge(None, OWN, (GOVERNED,)) == replies.ANOTHER_PROTOCOL
    assert RELAYS.judge(None, GOVERNED, (OWN,)) == replies.ANOTHER_PROTOCOL
    assert RELAYS.judge(None, OWN, (OWN,)) is None
