from dataclasses import replace
from typing import Any, Literal

import pytest

from gateway.checks import encryption
from gateway.decision import Code, Result
from gateway.mail.address import Address
from gateway.mail.envelope import Tls
from gateway.mail.protection import Method, Opened, Opening, Protection, RightsManaged, Signature, Unopened
from gateway.policy.model import Encryption, Policy
from tests.support.arrivals import SECRET, TENANT, arrival, policy

TLS13 = Tls("TLSv1.3", "TLS_AES_256_GCM_SHA384")
TRANSPORT = (Result.PASS, Code.ENCRYPTION_TRANSPORT)
AUTHOR = Address("An.Peeters", "kindengezin.example")
GOOD = Signature("smime", "good", "aa", ("an.peeters@kindengezin.example",))
BROKEN = Signature("smime", "broken")
HERS = {"*@kindengezin.example": "required"}
OTHER = Signature("smime", "good", "bb", ("bram@kindengezin.example",))


def asking(**keys: Any) -> Policy:
    return replace(policy(), encryption=Encryption(**keys))


def found(
    opening: Opening | None = Opened(b""),  # noqa: B008 - frozen
    tls: Tls | None = TLS13,
    with_policy: Policy | None = None,
    author: Address | None = AUTHOR,
) -> list[object]:
    findings = encryption.check(with_policy or policy(), arrival(b"", tls=tls), author, opening)
    return [(finding.result, finding.code) for finding in findings]


def content(opening: Opening, **keys: Any) -> list[object]:
    """What is found beyond the transport, under a policy whose encryption has ``keys``."""
    return found(opening, with_policy=asking(**keys))[1:]


def opened(*signatures: Signature, sealed: tuple[Method, ...] = ()) -> Opened:
    return Opened(b"", Protection(sealed, signatures))


def passed(code: Code) -> tuple[Result, Code]:
    return Result.PASS, code


def failed(code: Code) -> tuple[Result, Code]:
    return Result.FAIL, code


@pytest.mark.parametrize(
    ("version", "least", "expected"),
    [
        ("TLSv1.3", "TLSv1.3", TRANSPORT),
        ("TLSv1.3", "TLSv1.2", TRANSPORT),
        ("TLSv1.2", "TLSv1.2", TRANSPORT),
        ("TLSv1.2", "TLSv1.3", (Result.FAIL, Code.ENCRYPTION_TRANSPORT_OLD)),
        ("TLSv1.1", "TLSv1.2", (Result.FAIL, Code.ENCRYPTION_TRANSPORT_OLD)),
        ("SSLv3", "TLSv1.2", (Result.FAIL, Code.ENCRYPTION_TRANSPORT_OLD)),
        ("", "TLSv1.2", (Result.FAIL, Code.ENCRYPTION_TRANSPORT_OLD)),
    ],
)
def test_the_transport_is_as_new_as_the_policy_asks(
    version: str, least: Literal["TLSv1.2", "TLSv1.3"], expected: tuple[Result, Code]
) -> None:
    assert found(tls=Tls(version, "x"), with_policy=asking(transport=least)) == [expected]


def test_no_tls_is_refused() -> None:
    assert found(tls=None) == [(Result.FAIL, Code.ENCRYPTION_TRANSPORT_MISSING)]


def test_transport_alone_will_do_unless_the_policy_asks_for_more() -> None:
    assert content(opened()) == []
    assert content(opened(), content="required") == [failed(Code.ENCRYPTION_CONTENT_MISSING)]
    assert content(opened(), content="signed") == [
        failed(Code.ENCRYPTION_CONTENT_MISSING),
        failed(Code.ENCRYPTION_SIGNATURE_MISSING),
    ]


def test_what_was_seen_is_stated() -> None:
    assert content(opened(GOOD, sealed=("smime",)), content="signed") == [
        passed(Code.ENCRYPTION_CONTENT_SEALED),
        passed(Code.ENCRYPTION_CONTENT_SIGNED),
    ]
    assert content(opened(GOOD)) == [passed(Code.ENCRYPTION_CONTENT_SIGNED)]


@pytest.mark.parametrize("code", [Code.ENCRYPTION_SEALED, Code.ENCRYPTION_BROKEN, Code.ENCRYPTION_WEAK])
def test_what_could_not_be_opened_is_refused_for_its_reason(code: Code) -> None:
    assert content(Unopened(code)) == [failed(code)]


@pytest.mark.parametrize("keys", [{"content": "required"}, {"content": "signed"}, {"per_sender": HERS}])
def test_who_must_seal_is_never_told_to_send_it_unsealed(keys: dict[str, Any]) -> None:
    assert content(Unopened(Code.ENCRYPTION_SEALED), **keys) == [failed(Code.ENCRYPTION_OTHER_KEY)]
    lenient = {"content": "required", "per_sender": {str(AUTHOR): "optional"}}
    assert content(Unopened(Code.ENCRYPTION_SEALED), **lenient) == [failed(Code.ENCRYPTION_SEALED)]


def test_a_method_the_policy_does_not_name_is_refused() -> None:
    assert content(opened(sealed=("smime", "pgp")), accept=("smime",)) == [
        failed(Code.ENCRYPTION_METHOD_NOT_ACCEPTED)
    ]


@pytest.mark.parametrize("level", ["optional", "required", "signed"])
def test_a_signature_that_does_not_fit_or_is_another_persons_is_refused_whatever_the_policy_asks(
    level: Literal["optional", "required", "signed"],
) -> None:
    for signature, code in (
        (BROKEN, Code.ENCRYPTION_SIGNATURE_BROKEN),
        (OTHER, Code.ENCRYPTION_SIGNER_OTHER),
        (replace(OTHER, state="unknown"), Code.ENCRYPTION_SIGNER_OTHER),
        (replace(OTHER, addresses=()), Code.ENCRYPTION_SIGNER_OTHER),
    ):
        assert failed(code) in content(opened(GOOD, signature, sealed=("smime",)), content=level)


@pytest.mark.parametrize(
    ("state", "code"),
    [("unknown", Code.ENCRYPTION_SIGNER_UNKNOWN), ("expired", Code.ENCRYPTION_SIGNER_EXPIRED)],
)
def test_a_signer_nobody_vouches_for_matters_only_where_a_signature_is_asked(
    state: Literal["unknown", "expired"], code: Code
) -> None:
    signed = opened(replace(GOOD, state=state), sealed=("smime",))
    assert (Result.INFO, code) in content(signed)
    assert (Result.FAIL, code) in content(signed, content="signed")


def test_of_content_that_was_not_tried_there_is_nothing_to_say() -> None:
    assert found(None) == [TRANSPORT]


def test_a_signer_of_whom_nothing_is_known_is_not_taken_for_another_person() -> None:
    signed = opened(Signature("pgp", "unknown", "cc"), sealed=("pgp",))
    assert (Result.INFO, Code.ENCRYPTION_SIGNER_UNKNOWN) in content(signed)
    assert failed(Code.ENCRYPTION_SIGNER_UNKNOWN) in content(signed, content="signed")


def test_without_an_author_no_signature_is_theirs() -> None:
    assert found(opened(GOOD), author=None)[1:] == [failed(Code.ENCRYPTION_SIGNER_OTHER)]


def test_more_may_be_asked_of_one_sender_and_an_address_goes_before_its_domain() -> None:
    asked = {"*@kindengezin.example": "required", "an.peeters@kindengezin.example": "optional"}
    assert content(opened(), per_sender=asked) == []
    another = found(opened(), with_policy=asking(per_sender=asked), author=replace(AUTHOR, local="bram"))
    assert another[1:] == [failed(Code.ENCRYPTION_CONTENT_MISSING)]
    stranger = found(opened(), with_policy=asking(per_sender=asked), author=Address("x", "other.example"))
    assert stranger[1:] == []


def test_rights_managed_mail_is_refused_unless_the_policy_relays_what_its_own_tenants_protected() -> None:
    def protected(tenant: str) -> Unopened:
        return Unopened(Code.ENCRYPTION_RIGHTS_MANAGED, Protection(rights=RightsManaged(tenant)))

    unread = Unopened(Code.ENCRYPTION_RIGHTS_MANAGED)
    assert content(protected(TENANT)) == [failed(Code.ENCRYPTION_RIGHTS_MANAGED)]
    relaying = asking(rights_managed="relay")
    relayed = (Result.INFO, Code.ENCRYPTION_RIGHTS_RELAYED)
    assert found(protected(TENANT), with_policy=relaying)[1:] == [relayed]
    for around in (Protection(("pgp",)), Protection((), (BROKEN,)), Protection((), (GOOD,))):
        within = Unopened(Code.ENCRYPTION_RIGHTS_MANAGED, replace(around, rights=RightsManaged(TENANT)))
        assert found(within, with_policy=relaying)[1:] == [failed(Code.ENCRYPTION_RIGHTS_MANAGED)]
    for other in (protected(SECRET), protected(""), unread):
        assert found(other, with_policy=relaying)[1:] == [failed(Code.ENCRYPTION_RIGHTS_OTHER_TENANT)]
