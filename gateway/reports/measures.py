"""The art. 6 sheet: which measures were checked on every mail that was delivered, and where the proof is."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from gateway.decision import PolicyRef, Result
from gateway.ledger.record import Outcome
from gateway.ledger.transfers import Transfer
from gateway.policy.model import Policy
from gateway.reports.blocks import Block, Document, Facts, Grid, Heading, Paragraph, number
from gateway.reports.frame import Frame, checkpoint_facts, outcomes
from gateway.reports.tally import Tally, is_opaque

#: The measures in the order in which mail meets them: what the codes of findings begin with.
MEASURES = (
    "policy", "sender", "authentication", "encryption", "message", "label", "client", "field", "residence",
    "superfluous",
)  # fmt: skip
#: Those that are recorded only when a mail fails them: a mail that was judged and delivered met each.
_ONLY_FAILED = frozenset({"message", "field", "superfluous", "delivery", "composed", "internal"})


@dataclass(frozen=True, slots=True)
class Checked:
    """Of ``judged`` delivered mails that were read how many passed each measure; what others were refused by.

    ``erased`` delivered mails are left out: what was checked on them was erased in its time.
    """

    tally: Tally
    judged: int
    passed: Counter[str]
    refused: Counter[str]
    opaque: int
    erased: int


def checked(transfers: Iterable[Transfer]) -> Checked:
    """What was checked on ``transfers``."""
    tally, passed, refused, counts = Tally(), Counter[str](), Counter[str](), Counter[str]()
    for transfer in tally.counting(transfers):
        refused.update({_measure(code) for code in transfer.reasons})
        if transfer.outcome is not Outcome.ACCEPTED:
            continue
        state = "erased" if "measures" in transfer.erased else "opaque" if is_opaque(transfer) else "judged"
        counts[state] += 1
        if state == "judged":
            passed.update(_passed(transfer) | _ONLY_FAILED)
    return Checked(tally, counts["judged"], passed, refused, counts["opaque"], counts["erased"])


def measures_sheet(found: Checked, policy: Policy, frame: Frame) -> Document:
    """One page for the other party, over the transfers under ``policy``'s protocol."""
    words = frame.words
    versions = tuple((words["column_policy"], _version(ref, n)) for ref, n in found.tally.policies.items())
    facts = (
        (words["protocol"], policy.ref.protocol),
        *((words[side], getattr(policy.parties, side).name) for side in _sides(policy)),
        *(versions or ((words["column_policy"], policy.ref.digest),)),
    )
    told = {"judged": found.judged, "opaque": found.opaque, "erased": found.erased}
    parts: tuple[Block, ...] = (
        Facts(facts),
        outcomes(found.tally, frame),
        Heading(words["measures_checked"]),
        Paragraph(words["measures_means"].format(**{name: number(n) for name, n in told.items()})),
        _measures(found, frame),
        Heading(words["proof"]),
        Paragraph(words["proof_means"].format(command=_command(policy, frame))),
        checkpoint_facts(frame),
    )
    return Document(
        words["measures_title"], frame.period(), parts, frame.footer(), frame.language, frame.made
    )


def _measures(found: Checked, frame: Frame) -> Grid:
    words = frame.words
    seen = sorted((set(found.passed) - _ONLY_FAILED | set(found.refused)) - set(MEASURES))
    rows = tuple(
        (
            words.get(f"measure_{name}", name),
            number(found.passed[name]),
            words["yes" if found.judged and found.passed[name] == found.judged else "no"],
            number(found.refused[name]),
        )
        for name in (*MEASURES, *seen)
        if found.passed[name] or found.refused[name]
    )
    names = tuple(words[name] for name in ("measure", "passed", "on_every", "refused_by"))
    return Grid(names, rows, (8, 3, 3, 3), frozenset({1, 3}))


def _passed(transfer: Transfer) -> set[str]:
    """The measures of which some check passed."""
    findings = transfer.measures.get("findings")
    passed = set[str]()
    for finding in findings if isinstance(findings, list) else ():
        match finding:
            case {"code": str(code), "result": Result.PASS.value}:
                passed.add(_measure(code))
    return passed


def _measure(code: str) -> str:
    return code.partition(".")[0]


def _version(ref: PolicyRef, count: int) -> str:
    return f"{ref.digest} ({number(count)})"


def _sides(policy: Policy) -> tuple[str, ...]:
    return () if policy.parties is None else ("sender", "receiver")


def _command(policy: Policy, frame: Frame) -> str:
    bounds = (("--from", frame.since), ("--to", frame.until))
    chosen = [f"{name} {moment.isoformat()}" for name, moment in bounds if moment is not None]
    return " ".join(
        ("gateway transfers evidence", *chosen, f"--policy {policy.ref.protocol}", "--out evidence.zip")
    )
