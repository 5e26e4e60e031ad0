"""What the mailbox is told of a message's arrival: facts, and no text that a stranger chose."""

import pytest

from gateway.composing.results import authentication_results
from gateway.mail.address import Address
from gateway.mail.facts import Authentication, Method, Outcome, unchecked
from gateway.mail.protection import Signature

AN = Address("an", "kindengezin.example")
NOTHING = Method(Outcome.NONE)


def told(facts: Authentication, *signatures: Signature) -> str:
    field = authentication_results("mx.pepingen.example", AN, facts, signatures).decode()
    name, _, value = " ".join(field.split()).partition(": ")
    assert name == "Authentication-Results"
    host, _, results = value.partition("; ")
    assert host == "mx.pepingen.example"
    return results


def test_what_passed_for_the_author_is_told_with_its_domain() -> None:
    own = Method(Outcome.PASS, "kindengezin.example", aligned=True)
    assert told(Authentication(own, (own,), Outcome.PASS)) == (
        "spf=pass smtp.mailfrom=kindengezin.example; dkim=pass header.d=kindengezin.example; "
        "dmarc=pass header.from=kindengezin.example"
    )


@pytest.mark.parametrize("outcome", [Outcome.PASS, Outcome.FAIL, Outcome.TEMPERROR])
def test_a_domain_that_is_not_the_authors_is_never_named(outcome: Outcome) -> None:
    stranger = Method(outcome, "jan-claes.depressie.example")
    assert told(Authentication(stranger, (stranger,), Outcome.FAIL)) == (
        f"spf={outcome.value}; dkim={outcome.value}; dmarc=fail header.from=kindengezin.example"
    )


def test_a_domain_of_the_authors_that_did_not_pass_is_not_named_either() -> None:
    claimed = Method(Outcome.FAIL, "depressie.kindengezin.example", aligned=True)
    assert "depressie" not in told(Authentication(NOTHING, (claimed,), Outcome.FAIL))


def test_what_is_no_domain_is_not_named_whatever_vouches_for_it() -> None:
    odd = Method(Outcome.PASS, "x; dmarc=pass", aligned=True)
    assert told(Authentication(NOTHING, (odd,), Outcome.FAIL)).startswith("spf=none; dkim=pass; dmarc=fail ")


@pytest.mark.parametrize(
    "facts",
    [
        Authentication(NOTHING, (), Outcome.FAIL, trusted_peer=True, peer_dmarc=Outcome.PASS),
        Authentication(NOTHING, (), Outcome.TEMPERROR, upstream_passed=True),
    ],
    ids=["peer", "upstream"],
)
def test_the_word_of_a_trusted_server_is_told_as_such(facts: Authentication) -> None:
    assert told(facts) == (
        'spf=none; dkim=none; dmarc=pass reason="stated by a trusted server" header.from=kindengezin.example'
    )


def test_a_trusted_server_that_saw_it_fail_is_not_quoted() -> None:
    facts = Authentication(NOTHING, (), Outcome.FAIL, trusted_peer=True, peer_dmarc=Outcome.FAIL)
    assert told(facts).endswith("; dmarc=fail header.from=kindengezin.example")


@pytest.mark.parametrize(
    ("signature", "result"),
    [
        (Signature("smime", "good", "00", ("an@kindengezin.example",)), "smime=pass"),
        (Signature("smime", "unknown", "00", ("jan@depressie.example",)), "smime=policy"),
        (Signature("pgp", "expired", "00"), "x-pgp=policy"),
        (Signature("pgp", "broken"), "x-pgp=fail"),
    ],
)
def test_signatures_over_the_content_are_told_by_their_state_alone(signature: Signature, result: str) -> None:
    assert told(unchecked(trusted_peer=False), signature) == result


def test_where_nothing_was_asked_nothing_is_told() -> None:
    assert told(unchecked(trusted_peer=False)) == "none"
