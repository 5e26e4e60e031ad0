"""Referrals as social workers write them, each sent in several ways: complete, or refused with the reason."""

from collections.abc import Callable

import pytest

from gateway.decision import Client, Result
from gateway.referral.extract import Referral
from tests.unit.referral import forms
from tests.unit.referral.forms import Form, Refusal, as_breaks, as_outlook, as_phone, as_text, referral_in

FORMS = forms.forms()
WITHOUT_TABLE = [form for form in FORMS if not form.has_table]


def _name(form: Form) -> str:
    return form.name


def _require(form: Form, referral: Referral) -> None:
    failed = [finding for finding in referral.findings if finding.result is Result.FAIL]
    if isinstance(form.expected, Client):
        assert referral.clients == (form.expected,), failed
        return
    assert referral.clients == ()
    assert form.expected.code in [finding.code for finding in failed]


@pytest.mark.parametrize("form", FORMS, ids=_name)
def test_a_form_written_in_outlook(form: Form) -> None:
    _require(form, referral_in(as_outlook(form), "html"))


@pytest.mark.parametrize("form", FORMS, ids=_name)
def test_a_form_written_on_a_phone(form: Form) -> None:
    _require(form, referral_in(as_phone(form), "html"))


@pytest.mark.parametrize("form", WITHOUT_TABLE, ids=_name)
def test_a_form_written_with_line_breaks(form: Form) -> None:
    _require(form, referral_in(as_breaks(form), "html"))


@pytest.mark.parametrize("form", WITHOUT_TABLE, ids=_name)
def test_a_form_written_as_text(form: Form) -> None:
    _require(form, referral_in(as_text(form)))


@pytest.mark.parametrize(
    "form", [form for form in WITHOUT_TABLE if isinstance(form.expected, Refusal)], ids=_name
)
def test_a_refusal_tells_where_the_doubt_lies(form: Form) -> None:
    assert isinstance(form.expected, Refusal)
    referral = referral_in(as_text(form))
    told = {place for finding in referral.findings for place in finding.places}
    assert {f"body text, {place}" for place in form.expected.places} <= told


@pytest.mark.parametrize("write", [as_text, as_outlook, as_phone, as_breaks])
def test_the_sender_never_becomes_part_of_the_client(write: Callable[[Form], str]) -> None:
    subtype = "plain" if write is as_text else "html"
    for form in WITHOUT_TABLE if write in (as_text, as_breaks) else FORMS:
        for client in referral_in(write(form), subtype).clients:
            assert "+3224084640" not in client.phone
            assert "moortgat" not in repr(client).lower()


def test_enough_forms_are_tried_in_each_language() -> None:
    assert len(FORMS) >= 300
    assert {form.name.split(":")[0] for form in FORMS} >= {"dutch_lines", "french", "english_german"}
