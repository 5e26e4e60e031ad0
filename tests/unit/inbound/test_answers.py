"""What the sender reads at the final dot: one ASCII line, the reason first, the reference always."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.decision import (
    Code,
    Decision,
    Defer,
    Deliver,
    FieldName,
    Finding,
    PolicyRef,
    Reject,
    Result,
    Superfluous,
)
from gateway.inbound import answers, replies
from gateway.inbound.replies import MAX_OCTETS
from gateway.ledger.record import Leaf
from gateway.texts import CATALOGUES, wording

REF = "20260109-0011223344"


def refusal(*codes: Code, language: str = "nl", verdict: Reject | Defer | None = None) -> Decision:
    results = [Result.DEFER if isinstance(verdict, Defer) else Result.FAIL] * len(codes)
    findings = tuple(
        Finding("x", result, code, FieldName.PHONE, ("body html, line 3",))
        for code, result in zip(codes, results, strict=True)
    )
    return Decision(verdict or Reject(), PolicyRef("demo", "sha256:00", language), findings)


@pytest.mark.parametrize("language", CATALOGUES)
@pytest.mark.parametrize("code", Code)
def test_every_refusal_in_every_language_is_one_ascii_line_with_its_reference(
    code: Code, language: str
) -> None:
    line = answers.refused(refusal(code, language=language), REF, "Geheim").line()
    assert line.isascii()
    assert len(line) <= MAX_OCTETS
    assert line.startswith("550 5.")
    assert line.endswith(f"[ref {REF}]")


def test_the_reason_stands_first_and_the_others_behind_it_in_short() -> None:
    told = answers.refused(refusal(Code.LABEL_MISSING, Code.CLIENT_NONE), REF, "Geheim").text
    assert told.startswith("Het label Geheim ontbreekt. Ook: ")
    assert answers.plain(wording(Code.CLIENT_NONE, "nl").short) in told


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "Het label van het protocol ontbreekt. Kies in Outlook bij Gevoeligheid het label van "),
        ("fr", "L'etiquette du protocole manque. Dans Outlook, sous Critere de diffusion, choisissez "),
        ("en", "The label of the protocol is missing. In Outlook, choose the label of the protocol under "),
    ],
)
def test_a_label_that_no_policy_names_yet_is_the_protocols(language: str, said: str) -> None:
    assert answers.refused(refusal(Code.LABEL_MISSING, language=language), REF, "").text.startswith(said)


def test_a_field_is_named_with_its_place() -> None:
    told = answers.refused(refusal(Code.FIELD_UNREADABLE), REF, "Geheim").text
    assert "telefoon" in told
    assert "regel 3" in told


def test_a_fault_of_ours_is_a_4xx() -> None:
    assert answers.refused(refusal(Code.INTERNAL, verdict=Defer()), REF, "").line().startswith("451 4.3.0 ")


@given(st.sets(st.sampled_from(list(Code)), min_size=1), st.text(max_size=400))
def test_however_much_there_is_to_say_the_line_fits(codes: set[Code], label: str) -> None:
    line = answers.refused(refusal(*codes), REF, label).line()
    assert len(line) <= MAX_OCTETS
    assert line.isascii()
    assert line.endswith(f"[ref {REF}]")


@pytest.mark.parametrize("language", CATALOGUES)
@pytest.mark.parametrize(
    "refusal_",
    [
        replies.TOO_LARGE, replies.ENDLESS, replies.MANY_LINES, replies.LONG_LINE, replies.BARE_OCTETS,
        replies.NO_ROOM,
    ],
)  # fmt: skip
def test_what_was_not_taken_in_is_told_in_the_language_of_the_policy(
    refusal_: replies.Reply, language: str
) -> None:
    decision = refusal(Code.MESSAGE_TOO_COMPLEX, language=language)
    told = answers.not_taken_in(decision, refusal_, REF)
    assert (told.code, told.enhanced) == (refusal_.code, refusal_.enhanced)
    assert told.text.removesuffix(f" [ref {REF}]") in {
        f"{answers.plain(phrase)}." for phrase in CATALOGUES[language].phrases.values()
    }


def test_a_mail_that_is_too_large_is_told_so_with_what_to_do() -> None:
    told = answers.not_taken_in(refusal(Code.MESSAGE_TOO_COMPLEX), replies.TOO_LARGE, REF).line()
    assert told == (
        f"552 5.3.4 De mail is te groot. Verstuur hem opnieuw zonder bijlagen en foto's. [ref {REF}]"
    )


def test_an_acceptance_carries_the_leaf_and_what_was_left_out() -> None:
    kinds = (Superfluous("health", 1, "body html"), Superfluous("debt", 2, "body html"))
    decision = Decision(Deliver(()), PolicyRef("demo", "sha256:00"), (), kinds)
    reply = answers.accepted(decision, REF, Leaf(7, "ab" * 32))
    assert reply.code == 250
    assert reply.text.endswith(f"[ref {REF} leaf 7:{'ab' * 32}]")
    assert "schulden" in reply.text


def told_of(field: FieldName, *places: str, language: str = "nl") -> str:
    finding = Finding("client", Result.FAIL, Code.FIELD_UNREADABLE, field, places)
    decision = Decision(Reject(), PolicyRef("demo", "sha256:00", language), (finding,))
    return answers.refused(decision, REF, "Geheim").text


def test_a_remedy_names_the_lines_of_the_form() -> None:
    assert 'achter "Straat en nummer:" en "Postcode en gemeente:"' in told_of(FieldName.ADDRESS)
    assert 'achter "Voornaam:" en "Naam:"' in told_of(FieldName.LAST_NAME)
    assert 'After "Phone:"' in told_of(FieldName.PHONE, language="en")


def test_places_are_told_once_each_in_reading_order() -> None:
    places = ("body text, line 6", "body text, line 12", "body text, line 5", "body text, line 6")
    assert "(regel 5, regel 6, regel 12)" in told_of(FieldName.PHONE, *places)
