"""What the sender is told at the final dot: the reason first, then what to do, then the reference.

One ASCII line: a character above 0x7F makes Exchange drop the text from its report, and a refusal
without an enhanced status code is shown as an unknown recipient.
"""

import unicodedata
from typing import assert_never

from gateway.decision import Code, Decision, Defer, Deliver, Finding, Reject, Relay, Result
from gateway.inbound import replies
from gateway.inbound.replies import MAX_OCTETS, Reply
from gateway.inbound.told import told
from gateway.ledger.record import Leaf
from gateway.policy.model import Policy
from gateway.texts import catalogue, category_word

_CONTENT = "5.6.0"
_POLICY = "5.7.1"
_ENHANCED = {
    Code.SENDER_NOT_LISTED: "5.7.1",
    Code.AUTHENTICATION_FAILED: "5.7.26",
    Code.ENCRYPTION_TRANSPORT_MISSING: "5.7.10",
    Code.ENCRYPTION_TRANSPORT_OLD: "5.7.10",
    Code.ENCRYPTION_CONTENT_MISSING: "5.7.10",
    Code.MESSAGE_LOOP: "5.4.6",
}
_NOT_TAKEN_IN = {
    replies.TOO_LARGE: "too_large",
    replies.ENDLESS: "too_large",
    replies.MANY_LINES: "many_lines",
    replies.LONG_LINE: "long_line",
    replies.BARE_OCTETS: "broken_lines",
    replies.NO_ROOM: "no_room",
}


def refused(decision: Decision, transfer: str, policy: Policy | None) -> Reply:
    """The reply to a message that is rejected (550) or deferred (451) under ``policy``, if it came to one."""
    language = _language(decision)
    findings = _told_first(decision.reasons())
    first = findings[0] if findings else Finding("gateway", Result.DEFER, Code.INTERNAL)
    rest = [told(finding, language, policy).short for finding in findings[1:]]
    words = told(first, language, policy)
    also = f"{catalogue(language).phrases['also']}: {', '.join(dict.fromkeys(rest))}" if rest else ""
    match decision.verdict:
        case Reject():
            return _reply(550, enhanced(first.code), (words.reason, also, words.remedy), f"[ref {transfer}]")
        case Defer():
            return _reply(451, _deferred(first.code), (words.reason, words.remedy), f"[ref {transfer}]")
        case Deliver() | Relay():
            raise ValueError("a delivery is no refusal")
        case _:
            assert_never(decision.verdict)


def accepted(decision: Decision, transfer: str, leaf: Leaf | None) -> Reply:
    """250, with what was left out, the reference, and the ledger's leaf of the intent (None in a dry run)."""
    phrases = catalogue(_language(decision)).phrases
    said = phrases["relayed" if isinstance(decision.verdict, Relay) else "accepted"]
    kinds = ", ".join(
        dict.fromkeys(category_word(kind.category, _language(decision)) for kind in decision.superfluous)
    )
    left_out = f"{phrases['left_out']}: {kinds}" if kinds else ""
    proof = f" leaf {leaf.seq}:{leaf.hash}" if leaf else ""
    return _reply(250, "2.6.0", (said, left_out), f"[ref {transfer}{proof}]")


def unconfirmed(decision: Decision, transfer: str) -> Reply:
    """451: the next hop may have it, or not; the sender's server tries again."""
    return _reply(451, "4.4.2", (catalogue(_language(decision)).phrases["unknown"],), f"[ref {transfer}]")


def unreachable(decision: Decision, transfer: str) -> Reply:
    """451: the next hop took nothing."""
    return _reply(451, "4.4.1", (catalogue(_language(decision)).phrases["next_hop"],), f"[ref {transfer}]")


def refused_behind(decision: Decision, transfer: str, enhanced: str) -> Reply:
    """550 with the next hop's own enhanced status code, when it gave one of its class."""
    said = catalogue(_language(decision)).phrases["refused_behind"]
    return _reply(550, enhanced if enhanced.startswith("5.") else "5.3.0", (said,), f"[ref {transfer}]")


def not_taken_in(decision: Decision, refusal: Reply, transfer: str) -> Reply:
    """``refusal`` of a message that was not read, its codes kept, told in the language of the policy."""
    phrases = catalogue(_language(decision)).phrases
    said = phrases[_NOT_TAKEN_IN[refusal]] if refusal in _NOT_TAKEN_IN else refusal.text
    return _reply(refusal.code, refusal.enhanced, (said,), f"[ref {transfer}]")


def plain(text: str) -> str:
    """``text`` in printable ASCII: accents dropped, anything else a question mark."""
    bare = unicodedata.normalize("NFD", text.replace("ß", "ss").replace("’", "'"))
    return "".join(c if " " <= c <= "~" else "?" for c in bare if not unicodedata.combining(c))


def _reply(code: int, enhanced: str, sentences: tuple[str, ...], reference: str) -> Reply:
    """The sentences as far as they fit, the least telling cut first, and the reference always."""
    room = MAX_OCTETS - len(f"{code} {enhanced}  {reference}")
    kept = [plain(sentence).rstrip(".") + "." for sentence in sentences if sentence]
    while len(" ".join(kept)) > room and len(kept) > 1:
        kept.pop(1 if len(kept) > 2 else -1)
    return Reply(code, enhanced, f"{' '.join(kept)[:room]} {reference}")


def _told_first(findings: tuple[Finding, ...]) -> list[Finding]:
    """Failures before deferrals: what the sender can mend comes first."""
    return sorted(findings, key=lambda finding: finding.result is not Result.FAIL)


def enhanced(code: Code) -> str:
    """The enhanced status code of a message that is rejected for ``code`` (RFC 3463)."""
    content = code.startswith(("message.", "client.", "field."))
    return _ENHANCED.get(code, _CONTENT if content else _POLICY)


def _deferred(code: Code) -> str:
    return "4.7.0" if code is Code.AUTHENTICATION_UNAVAILABLE else "4.3.0"


def _language(decision: Decision) -> str:
    return decision.policy.language if decision.policy else "en"
