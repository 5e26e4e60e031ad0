"""What a finding says to the sender: in the words of the form they fill in and the policy they fall under."""

from dataclasses import replace
from datetime import date
from typing import Literal

import pytest

from gateway.composing.form import Language, form_for
from gateway.decision import Code, FieldName, Finding, PolicyRef, Result
from gateway.inbound.told import told
from gateway.policy.model import AcceptedLabel, Fields, Labels, Period, Policy, Residence, Senders
from gateway.texts.wording import Wording

POLICY = Policy(
    PolicyRef("demo", "sha256:00"), Period(date(2026, 1, 1)), (), Senders(()),
    Labels((AcceptedLabel("t", "i", "Vertrouwelijk"),)),
    residence=Residence({"9620": ("Zottegem", "Velzeke"), "9000": ("Gent",)}),
)  # fmt: skip

each_language = pytest.mark.parametrize("language", ["nl", "fr", "en"])


def said(
    code: Code,
    field: FieldName | None = None,
    *places: str,
    language: str = "nl",
    policy: Policy | None = POLICY,
) -> Wording:
    return told(Finding("client", Result.FAIL, code, field, places), language, policy)


def test_a_remedy_names_the_lines_of_the_form() -> None:
    address = said(Code.FIELD_UNREADABLE, FieldName.ADDRESS).remedy
    assert 'achter "Straat en nummer:" en "Postcode en gemeente:"' in address
    assert 'achter "Voornaam:" en "Naam:"' in said(Code.FIELD_UNREADABLE, FieldName.LAST_NAME).remedy
    assert 'After "Phone:"' in said(Code.FIELD_UNREADABLE, FieldName.PHONE, language="en").remedy


def test_places_are_told_once_each_in_reading_order() -> None:
    places = ("body text, line 6", "body text, line 12", "body text, line 5", "body text, line 6")
    assert "(regel 5, regel 6, regel 12)" in said(Code.FIELD_UNREADABLE, FieldName.PHONE, *places).reason


@each_language
def test_who_names_no_client_reads_every_line_of_the_policys_form(language: Language) -> None:
    policy = replace(POLICY, fields=Fields((FieldName.LAST_NAME, FieldName.ADDRESS, FieldName.PHONE)))
    quoted = said(Code.CLIENT_NONE, language=language, policy=policy).remedy.split('"')[1::2]
    assert quoted == [f"{line}:" for line in form_for(policy, language).labels]
    assert len(quoted) == 4


def test_a_missing_field_is_told_with_what_would_do_in_its_place() -> None:
    words = said(Code.FIELD_MISSING, FieldName.ADDRESS)
    assert words.reason.endswith(": adres, telefoon of e-mail")
    assert words.short == "adres, telefoon of e-mail ontbreekt"
    lines = '"Straat en nummer:" en "Postcode en gemeente:", of "Telefoon:", of "E-mail:"'
    assert words.remedy.endswith(lines)


def test_a_field_that_nothing_can_stand_for_is_told_alone() -> None:
    both = Fields(require=(FieldName.ADDRESS, (FieldName.ADDRESS, FieldName.PHONE)))
    for policy in (None, replace(POLICY, fields=both)):
        assert said(Code.FIELD_MISSING, FieldName.ADDRESS, policy=policy).reason.endswith(": adres")
    assert said(Code.FIELD_MISSING, FieldName.LAST_NAME).reason.endswith(": naam")


@each_language
def test_the_example_of_a_municipality_is_the_policys_own(language: Language) -> None:
    remedy = said(Code.RESIDENCE_NOT_STATED, FieldName.ADDRESS, language=language).remedy
    assert '"9620 Zottegem"' in remedy
    assert f'"{form_for(POLICY, language).labels[3]}:"' in remedy


@each_language
@pytest.mark.parametrize("code", Code)
def test_no_gap_stays_open_without_a_policy(code: Code, language: Language) -> None:
    words = said(code, language=language, policy=None)
    assert "{" not in words.reason + words.remedy + words.short


def test_the_label_is_the_one_that_the_policy_accepts() -> None:
    assert "Vertrouwelijk" in said(Code.LABEL_MISSING).remedy


@pytest.mark.parametrize(("authentication", "proof"), [
    ("dmarc", "(DMARC)"), ("trusted-peer", "vertrouwde server)"),
    ("tls-certificate", "clientcertificaat dat bekend is)"),
])  # fmt: skip
def test_what_would_have_proven_the_sender_is_what_the_policy_asks(
    authentication: Literal["dmarc", "trusted-peer", "tls-certificate"], proof: str
) -> None:
    policy = replace(POLICY, senders=Senders((), authentication))
    assert said(Code.AUTHENTICATION_FAILED, policy=policy).reason.endswith(proof)
