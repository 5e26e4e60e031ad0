from dataclasses import replace
from datetime import UTC, datetime

import pytest

from gateway.decision import (
    Client,
    Code,
    Decision,
    Defer,
    Deliver,
    Finding,
    PolicyRef,
    PostalAddress,
    Reject,
    Relay,
    Result,
    Superfluous,
    Verdict,
)
from gateway.ledger import entries
from gateway.ledger.canonical import canonical
from gateway.ledger.errors import RecordError
from gateway.ledger.month import MonthKey
from gateway.ledger.pseudonym import tokens
from gateway.ledger.record import Entry, Outcome, RecordType
from gateway.mail.address import Address
from gateway.mail.envelope import Arrival, ClientCertificate, Envelope, Peer, Tls, Via
from gateway.mail.facts import Authentication, Method, unchecked
from gateway.mail.facts import Outcome as Result8601

CLIENT = Client(
    "Annelies", "Verzonnen", PostalAddress("Dorp", "12", "", "1670", "Pepingen"), ("+3225550100",), ()
)
POLICY = PolicyRef("test-protocol", "sha256:00")
ARRIVAL = Arrival(
    id="t1",
    received=datetime(2026, 1, 31, tzinfo=UTC),
    peer=Peer("192.0.2.1", "mail.sender.example"),
    tls=Tls("TLSv1.3", "TLS_AES_256_GCM_SHA384", ClientCertificate("ab" * 32, ())),
    envelope=Envelope(Address("team", "sender.example"), (Address("ocmw", "receiver.example"),)),
    content=b"Subject: Annelies Verzonnen\r\n\r\nDorp 12\r\n",
)


def decision(verdict: Verdict) -> Decision:
    findings = (
        Finding("label", Result.PASS, Code.LABEL_ACCEPTED),
        Finding("residence", Result.FAIL, Code.RESIDENCE_OUTSIDE, None, ("body text, line 3",)),
    )
    return Decision(verdict, POLICY, findings, (Superfluous("national_number", 1, "body"),))


def spelled(entry: Entry) -> bytes:
    return canonical([entry.transport, entry.subject, entry.measures])


def test_of_a_refused_sender_whom_no_policy_lists_only_the_domain_is_kept() -> None:
    finding = Finding("sender", Result.FAIL, Code.SENDER_NOT_LISTED)
    entry = entries.refusal(ARRIVAL, Decision(Reject(), POLICY, (finding,)), Outcome.REJECTED, reply=550)
    assert entry.transport["sender"] == "*@sender.example"
    bounce = replace(ARRIVAL, envelope=replace(ARRIVAL.envelope, mail_from=None))
    entry = entries.refusal(bounce, Decision(Reject(), POLICY, (finding,)), Outcome.REJECTED, reply=550)
    assert entry.transport["sender"] == ""


def test_an_intent_says_what_of_the_client_is_there_and_no_value_of_it() -> None:
    entry = entries.intent(ARRIVAL, decision(Deliver((CLIENT,))))
    assert (entry.type, entry.transfer) == (RecordType.INTENT, "t1")
    assert entry.subject == {"clients": 1, "fields": [["first_name", "last_name", "address", "phone"]]}
    for value in (b"Annelies", b"Verzonnen", b"Dorp", b"Pepingen", b"5550100"):
        assert value not in spelled(entry)


def test_what_is_handed_on_sealed_is_recorded_as_opaque_and_other_mail_is_not() -> None:
    sealed = Finding("encryption", Result.INFO, Code.ENCRYPTION_RIGHTS_RELAYED)
    assert entries.intent(ARRIVAL, Decision(Relay(), POLICY, (sealed,))).subject == {"opaque": True}
    assert entries.intent(ARRIVAL, Decision(Relay(), POLICY, ())).subject == {}


def test_with_a_key_of_the_month_each_client_has_pseudonyms() -> None:
    key = MonthKey("2026-01", bytes(range(32)))
    entry = entries.intent(ARRIVAL, decision(Deliver((CLIENT, CLIENT))), None, key)
    assert (entry.subject["month"], entry.subject["key"]) == ("2026-01", key.id)
    assert entry.subject["tokens"] == [tokens(CLIENT, key)] * 2
    assert key.secret.hex().encode() not in spelled(entry)
    assert entries.intent(ARRIVAL, decision(Relay()), None, key).subject == {}


def test_an_intent_names_the_ends_the_protections_and_the_policy() -> None:
    facts = Authentication(
        Method(Result8601.PASS), (Method(Result8601.PASS), Method(Result8601.FAIL)), Result8601.PASS
    )
    entry = entries.intent(ARRIVAL, decision(Relay()), facts)
    assert entry.transport == {
        "sender": "team@sender.example",
        "recipients": ["ocmw@receiver.example"],
        "peer_ip": "192.0.2.1",
        "helo": "mail.sender.example",
        "bytes": len(ARRIVAL.content),
        "tls_version": "TLSv1.3",
        "tls_cipher": "TLS_AES_256_GCM_SHA384",
        "client_certificate": "ab" * 32,
        "spf": "pass",
        "dkim": ["pass", "fail"],
        "dmarc": "pass",
    }
    assert entry.measures["policy"] == {"protocol": "test-protocol", "digest": "sha256:00"}
    assert entry.measures["superfluous"] == [{"category": "national_number", "count": 1, "where": "body"}]


def test_a_client_that_another_host_forwarded_is_named_with_that_host() -> None:
    forwarded = replace(ARRIVAL, peer=replace(ARRIVAL.peer, via=Via("198.51.100.1", relayed=True)))
    transport = entries.intent(forwarded, decision(Relay())).transport
    assert (transport["peer_ip"], transport["via_ip"]) == ("192.0.2.1", "198.51.100.1")


def test_facts_that_were_not_checked_are_not_recorded_as_checked() -> None:
    entry = entries.intent(ARRIVAL, decision(Relay()), unchecked(trusted_peer=False))
    assert "dmarc" not in entry.transport


@pytest.mark.parametrize("verdict", [Reject(), Defer()])
def test_there_is_no_intent_for_what_goes_nowhere(verdict: Verdict) -> None:
    with pytest.raises(RecordError):
        entries.intent(ARRIVAL, decision(verdict))


def test_a_refusal_carries_its_reasons_and_reply() -> None:
    entry = entries.refusal(ARRIVAL, decision(Reject()), Outcome.REJECTED, reply=550)
    assert entry.measures["reasons"] == ["residence.outside"]
    assert (entry.measures["outcome"], entry.measures["reply"]) == ("rejected", 550)
    assert (entry.type, entry.subject) == (RecordType.REFUSAL, {})


def test_an_outcome_ends_a_transfer_and_open_ends_none() -> None:
    entry = entries.outcome("t1", Outcome.DEFERRED, reply=451, next_hop=None, reason=Code.INTERNAL)
    expected = {"outcome": "deferred", "reply": 451, "next_hop": None, "reasons": ["internal.error"]}
    assert (entry.transport, entry.subject, entry.measures) == ({}, {}, expected)
    with pytest.raises(RecordError):
        entries.outcome("t1", Outcome.OPEN, reply=250, next_hop=250)
    with pytest.raises(RecordError):
        entries.outcome("t1", Outcome.ERASED, reply=250, next_hop=250)


def test_a_policy_that_comes_into_force_is_recorded_by_its_digest() -> None:
    entry = entries.policy_in_force(POLICY)
    assert (entry.type, entry.transfer) == (RecordType.POLICY, "test-protocol")
    assert entry.measures == {"policy": {"protocol": "test-protocol", "digest": "sha256:00"}}


def test_a_policy_is_recorded_with_its_text_and_street_list_when_they_are_given() -> None:
    known = {"policy": {"protocol": "test-protocol", "digest": "sha256:00"}}
    assert entries.policy_in_force(POLICY, "a: b\n").measures == known | {"text": "a: b\n"}
    listed = {"text": "a: b\n", "streets": "Dorp\n"}
    assert entries.policy_in_force(POLICY, "a: b\n", "Dorp\n").measures == known | listed
    assert entries.policy_in_force(POLICY, None, "Dorp\n").measures == known
