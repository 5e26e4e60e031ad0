"""What the sender reads at the final dot: one ASCII line, the reason first, the reference always."""

from dataclasses import replace
from datetime import date

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
from gateway.policy.model import AcceptedLabel, Labels, Period, Policy, Senders
from gateway.texts import CATALOGUES, wording

REF = "20260109-0011223344"
POLICY = Policy(
    PolicyRef("demo", "sha256:00"), Period(date(2026, 1, 1)), (), Senders(()),
    Labels((AcceptedLabel("t", "i", "Geheim"),)),
)  # fmt: skip


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
    line = answers.refused(refusal(code, language=language), REF, POLICY).line()
    assert line.isascii()
    assert len(line) <= MAX_OCTETS
    assert line.startswith("550 5.")
    assert line.endswith(f"[ref {REF}]")


def test_the_reason_stands_first_and_the_others_behind_it_in_short() -> None:
    told = answers.refused(refusal(Code.LABEL_MISSING, Code.CLIENT_NONE), REF, POLICY).text
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
    assert answers.refused(refusal(Code.LABEL_MISSING, language=language), REF, None).text.startswith(said)


def test_a_field_is_named_with_its_place() -> None:
    told = answers.refused(refusal(Code.FIELD_UNREADABLE), REF, POLICY).text
    assert "telefoon" in told
    assert "regel 3" in told


def test_a_fault_of_ours_is_a_4xx() -> None:
    assert answers.refused(refusal(Code.INTERNAL, verdict=Defer()), REF, None).line().startswith("451 4.3.0 ")


@given(st.sets(st.sampled_from(list(Code)), min_size=1), st.text(max_size=400))
def test_however_much_there_is_to_say_the_line_fits(codes: set[Code], label: str) -> None:
    policy = replace(POLICY, label=Labels((AcceptedLabel("t", "i", label),)))
    line = answers.refused(refusal(*codes), REF, policy).line()
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
