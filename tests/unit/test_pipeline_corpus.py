"""The golden mails straight into ``pipeline.decide``: no network, no process, the same verdicts."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from gateway.decision import Deliver, Reject
from gateway.mail.address import parse_address
from gateway.mail.envelope import Arrival, Envelope, Peer, Tls
from gateway.mail.facts import Authentication, Method, Outcome
from gateway.mail.header import split_message
from gateway.mail.protection import Opened
from gateway.pipeline import Case, decide
from gateway.policy.load import load
from gateway.reading.read import read
from tests.support.corpus import Sample, samples

DAY = date(2026, 1, 12)
POLICY = load(Path(__file__).parents[1] / "demo" / "policies" / "kindengezin-pepingen.yaml").policy
PROVEN = Authentication(Method(Outcome.NONE), (Method(Outcome.PASS, "x", aligned=True),), Outcome.PASS)


def case_of(sample: Sample, facts: Authentication = PROVEN) -> Case:
    sender, recipient = parse_address(sample.truth["mail_from"]), parse_address(sample.truth["rcpt"])
    arrival = Arrival(
        "20260112-0000000000",
        datetime(2026, 1, 12, 9, 30, tzinfo=UTC),
        Peer("192.0.2.1", "outbound.example"),
        Tls("TLSv1.3", "TLS_AES_256_GCM_SHA384"),
        Envelope(sender, (recipient,)),
        sample.content,
    )
    fields, _ = split_message(sample.content)
    return Case(arrival, fields, facts, Opened(sample.content), read(sample.content))


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.name)
def test_each_mail_gets_its_verdict_and_its_client(sample: Sample) -> None:
    decision = decide(case_of(sample), POLICY, DAY)
    match decision.verdict:
        case Deliver((client,)):
            assert sample.must in ("deliver", "either")
            place = client.address
            assert {
                "first_name": client.first_name,
                "last_name": client.last_name,
                "street": place.street if place else "",
                "number": place.number if place else "",
                "box": place.box if place else "",
                "postcode": place.postcode if place else "",
                "municipality": place.municipality if place else "",
                "phone": list(client.phone),
                "email": list(client.email),
            } in sample.truth["clients"]
        case Reject():
            assert sample.must in ("reject", "either")
            assert decision.reasons()
        case other:
            pytest.fail(f"{type(other).__name__} is no verdict for a mail that can be judged")


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.name)
def test_deciding_twice_decides_the_same(sample: Sample) -> None:
    assert decide(case_of(sample), POLICY, DAY) == decide(case_of(sample), POLICY, DAY)


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.name)
@pytest.mark.parametrize("outcome", [Outcome.FAIL, Outcome.NONE, Outcome.TEMPERROR])
def test_no_mail_passes_without_proof_of_its_sender(sample: Sample, outcome: Outcome) -> None:
    unproven = Authentication(Method(outcome), (), outcome)
    assert not isinstance(decide(case_of(sample, unproven), POLICY, DAY).verdict, Deliver)
