from dataclasses import replace

import pytest

from gateway.checks import sender
from gateway.decision import Code, Result
from gateway.mail.envelope import ClientCertificate, Tls
from gateway.mail.facts import Authentication, Method, Outcome, unchecked
from gateway.policy.model import Senders
from tests.support.arrivals import MESSAGE, arrival, fields_of, policy

NOTHING = Method(Outcome.NONE)
ALLOW = ("*@kindengezin.example", "an@opgroeien.example")
PASSED = (Result.PASS, Code.AUTHENTICATION_PASSED)
FAILED = (Result.FAIL, Code.AUTHENTICATION_FAILED)
UNCHECKED = (Result.INFO, Code.AUTHENTICATION_NOT_CHECKED)
UNAVAILABLE = (Result.DEFER, Code.AUTHENTICATION_UNAVAILABLE)
LISTED = (Result.PASS, Code.SENDER_LISTED)
NOT_LISTED = (Result.FAIL, Code.SENDER_NOT_LISTED)


def facts(dmarc: Outcome, *, trusted: bool = False, peer: Outcome | None = None) -> Authentication:
    return Authentication(NOTHING, (), dmarc, trusted_peer=trusted, peer_dmarc=peer)


def found(
    author: str = "an@kindengezin.example",
    *,
    mail_from: str | None = "an@kindengezin.example",
    senders: Senders | None = None,
    given: Authentication | None = None,
    tls: Tls | None = None,
) -> list[tuple[Result, Code]]:
    content = MESSAGE.replace(b"an@kindengezin.example", author.encode(), 1)
    findings = sender.check(
        policy(senders or Senders(ALLOW)),
        arrival(content, mail_from=mail_from, tls=tls),
        fields_of(content),
        given or facts(Outcome.PASS),
    )
    assert {finding.check for finding in findings} == {"sender"}
    return [(finding.result, finding.code) for finding in findings]


def test_a_listed_and_proven_sender_passes() -> None:
    assert found() == [LISTED, PASSED]


@pytest.mark.parametrize(
    ("author", "mail_from", "expected"),
    [
        ("AN@KindEnGezin.example", "an@kindengezin.example", LISTED),
        ("an@opgroeien.example", "an@kindengezin.example", LISTED),
        ("jan@opgroeien.example", "an@kindengezin.example", NOT_LISTED),
        ("an@kindengezin.example", "jan@opgroeien.example", NOT_LISTED),
        ("an@mail.kindengezin.example", "an@kindengezin.example", NOT_LISTED),
        ("an@kindengezin.example", "prvs=1234abcdef=an@kindengezin.example", LISTED),
        ("an@opgroeien.example", "prvs=1234abcdef=an@opgroeien.example", LISTED),
        ("prvs=1234abcdef=an@opgroeien.example", "an@opgroeien.example", NOT_LISTED),
        ("an@opgroeien.example", "prvs=jan=an@opgroeien.example", NOT_LISTED),
    ],
)
def test_author_and_envelope_sender_must_both_be_listed(
    author: str, mail_from: str, expected: tuple[Result, Code]
) -> None:
    assert found(author, mail_from=mail_from) == [expected, PASSED]


def test_the_null_sender_is_refused_whoever_the_author_is() -> None:
    assert found(mail_from=None) == [(Result.FAIL, Code.SENDER_NULL), LISTED, PASSED]


def test_a_from_without_one_mailbox_is_refused_and_proves_nothing() -> None:
    assert found("an@kindengezin.example>, <x@y.example") == [(Result.FAIL, Code.SENDER_FROM_INVALID)]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (facts(Outcome.PASS), PASSED),
        (facts(Outcome.FAIL), FAILED),
        (facts(Outcome.NONE), FAILED),
        (facts(Outcome.TEMPERROR), UNAVAILABLE),
        (facts(Outcome.FAIL, trusted=True, peer=Outcome.PASS), PASSED),
        (facts(Outcome.PASS, trusted=True, peer=Outcome.FAIL), PASSED),
        (facts(Outcome.FAIL, trusted=True, peer=Outcome.FAIL), FAILED),
        (facts(Outcome.FAIL, trusted=True, peer=None), FAILED),
        (facts(Outcome.NONE, trusted=True, peer=Outcome.NONE), FAILED),
        (facts(Outcome.FAIL, trusted=True, peer=Outcome.TEMPERROR), UNAVAILABLE),
        (facts(Outcome.FAIL, trusted=False, peer=Outcome.PASS), FAILED),
        (unchecked(trusted_peer=True), UNCHECKED),
    ],
)
def test_dmarc_must_pass_here_or_at_a_trusted_peer(
    given: Authentication, expected: tuple[Result, Code]
) -> None:
    assert found(given=given) == [LISTED, expected]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (facts(Outcome.FAIL, trusted=True, peer=Outcome.PASS), PASSED),
        (facts(Outcome.FAIL, trusted=True, peer=Outcome.NONE), PASSED),
        (facts(Outcome.FAIL, trusted=True, peer=None), PASSED),
        (facts(Outcome.PASS, trusted=True, peer=Outcome.FAIL), FAILED),
        (facts(Outcome.PASS, trusted=True, peer=Outcome.TEMPERROR), UNAVAILABLE),
        (facts(Outcome.PASS, trusted=False, peer=Outcome.PASS), FAILED),
        (facts(Outcome.TEMPERROR, trusted=False), FAILED),
        (unchecked(trusted_peer=True), PASSED),
        (unchecked(trusted_peer=False), UNCHECKED),
    ],
)
def test_a_trusted_peer_vouches_unless_it_says_dmarc_failed(
    given: Authentication, expected: tuple[Result, Code]
) -> None:
    assert found(senders=Senders(ALLOW, "trusted-peer"), given=given) == [LISTED, expected]


PRINT = "ab" * 32


@pytest.mark.parametrize(
    ("certificates", "names", "expected"),
    [
        ((PRINT,), (), PASSED),
        ((":".join(["AB"] * 32),), (), PASSED),
        (("mail.kindengezin.example",), ("x.example", "Mail.KindEnGezin.example"), PASSED),
        (("mail.kindengezin.example",), ("mail.kindengezin.example.evil.example",), FAILED),
        (("*.kindengezin.example",), ("mail.kindengezin.example",), FAILED),
        (("cd" * 32,), ("x.example",), FAILED),
        ((), (), FAILED),
    ],
)
def test_a_client_certificate_must_be_listed(
    certificates: tuple[str, ...], names: tuple[str, ...], expected: tuple[Result, Code]
) -> None:
    senders = Senders(ALLOW, "tls-certificate", certificates)
    tls = Tls("TLSv1.3", "TLS_AES_256_GCM_SHA384", ClientCertificate(PRINT, names))
    assert found(senders=senders, tls=tls, given=facts(Outcome.FAIL)) == [LISTED, expected]


@pytest.mark.parametrize("tls", [None, Tls("TLSv1.3", "TLS_AES_256_GCM_SHA384")])
def test_without_a_client_certificate_dmarc_does_not_stand_in_for_it(tls: Tls | None) -> None:
    senders = Senders(ALLOW, "tls-certificate", (PRINT, ""))
    assert found(senders=senders, tls=tls) == [LISTED, FAILED]
    assert found(senders=senders, tls=tls, given=unchecked(trusted_peer=False)) == [LISTED, UNCHECKED]


@pytest.mark.parametrize("dmarc", [Outcome.FAIL, Outcome.TEMPERROR])
def test_a_pass_of_the_upstream_is_proof_by_dmarc_and_makes_it_no_trusted_peer(dmarc: Outcome) -> None:
    given = replace(facts(dmarc), upstream_passed=True)
    assert found(given=given) == [LISTED, PASSED]
    vouching = Senders(("*@kindengezin.example",), authentication="trusted-peer")
    assert found(given=given, senders=vouching) == [LISTED, FAILED]
