"""The breach dossier: what art. 33(3) asks to be told, and the entry that art. 33(5) asks to be kept.

The figures are filled in, and what people wrote already. What else only people know (what happened, what
it may lead to, what is done about it) is left open and marked.
"""

from gateway.ledger.record import Outcome
from gateway.policy.model import Party, Policy
from gateway.reports.annex import messages
from gateway.reports.blocks import (
    Block,
    Document,
    Facts,
    Fill,
    Heading,
    Paragraph,
    Value,
    grid,
    number,
    when,
)
from gateway.reports.breach import Breach, Figures
from gateway.reports.breach_words import kinds_words, people_words, scope_words
from gateway.reports.frame import Frame, checkpoint_facts, most, outcomes
from gateway.reports.table import field_words
from gateway.texts import category_word
from gateway.texts.errors import spoken

#: Before the name of somebody who is told, or not, in ``Breach.written``.
NOTIFIED = "notified:"
#: Behind the name of a visitor of the console, as the ledger holds it.
IN_CONSOLE = " in the console"

Pairs = tuple[tuple[str, Value], ...]


def dossier(breach: Breach, found: Figures, policies: tuple[Policy, ...], frame: Frame) -> Document:
    """The dossier about what ``found`` counts, under ``policies``."""
    words = frame.words
    parts: list[Block] = [
        *_warning(breach, frame),
        Paragraph(words["dossier_open"].format(fill=words["fill"])),
        Facts(_terms(breach, found, frame)),
        Heading(words["nature"]),
        Facts(
            (
                *_places(breach, frame, "event", "sort", "lasted", "access", "cause", "discovered"),
                *_scope(breach, found, frame),
            )
        ),
        *_integrity(breach, found, frame),
        Heading(words["figures"]),
        Facts(_figures(breach, found, frame)),
        outcomes(found.tally, frame),
        *_categories(found, frame),
        Heading(words["contact"]),
        Facts(_contacts(breach, policies, frame)),
        Heading(words["consequences"]),
        Facts(_places(breach, frame, "consequences_likely", "consequences_measures_before")),
        Heading(words["remedies"]),
        Facts(_places(breach, frame, "remedies_taken", "remedies_proposed", "remedies_subjects")),
        Heading(words["register_entry"]),
        Paragraph(words["register_entry_means"]),
        Facts(_entry(breach, found, frame)),
        Heading(words["checkpoint"]),
        checkpoint_facts(frame),
        *messages(found, frame),
    ]
    title = words["dossier_title"]
    return Document(
        title, words["dossier_subtitle"], tuple(parts), frame.footer(), frame.language, frame.made
    )


def _warning(breach: Breach, frame: Frame) -> list[Block]:
    """What comes before anything else when the figures cannot be relied on."""
    problem = breach.verified.problem
    return (
        []
        if problem is None
        else [Paragraph(frame.words["not_reliable"].format(place=spoken(problem.where, frame.language)))]
    )


def _terms(breach: Breach, found: Figures, frame: Frame) -> Pairs:
    words, deadline = frame.words, breach.deadline
    late = deadline is not None and deadline < frame.made
    told = "" if deadline is None else when(deadline, frame.zone)
    return (
        (words["aware"], _aware(breach, found, frame)),
        (
            words["deadline"].format(hours=breach.hours),
            f"{told} {words['late']}".strip() if late else told or Fill(words["fill_deadline"]),
        ),
        _delay(breach, frame),
        (words["authority"], breach.authority),
        *((words["copy_to"], name) for name in breach.copy_to),
        (words["made_by"], f"{_maker(breach, frame)}, {when(frame.made, frame.zone)}"),
        (words["reason_made"], breach.reason),
        (words["recorded"], breach.recorded or words["not_recorded"]),
    )


def _aware(breach: Breach, found: Figures, frame: Frame) -> Value:
    """Since when it is known; a question beside it where that was before anything was handed on."""
    words, first = frame.words, found.tally.first
    if breach.aware is None:
        return Fill(words["fill_aware"])
    told = when(breach.aware, frame.zone)
    early = first is not None and breach.aware < first
    return f"{told} {words['aware_early']}" if early else told


def _delay(breach: Breach, frame: Frame) -> tuple[str, Value]:
    """Why it is late (art. 33(1)): nothing to write while the term runs, asked plainly once it is over."""
    words, deadline = frame.words, breach.deadline
    if deadline is None or "delay" in dict(breach.written):
        return (words["delay"], breach.place("delay", words))
    late = Fill(words["fill_delay_late"].format(hours=breach.hours))
    return (words["delay"], words["delay_not_yet"] if frame.made <= deadline else late)


def _maker(breach: Breach, frame: Frame) -> str:
    """Who made it, in the language of the reader where the ledger names the console."""
    name, console, source = breach.user.partition(IN_CONSOLE)
    return f"{name} {frame.words['in_console']}{source}" if console else name


def _places(breach: Breach, frame: Frame, *names: str) -> Pairs:
    """What only people can write, or have written."""
    words = frame.words
    return tuple((words[name], breach.place(name, words)) for name in names)


def _scope(breach: Breach, found: Figures, frame: Frame) -> Pairs:
    words, tally = frame.words, found.tally
    named = tuple((words[f"column_{name}"], value) for name, value in breach.chosen)
    ends = [when(t, frame.zone) for t in (tally.first, tally.last) if t is not None]
    undecided = words["undecided"].format(count=number(found.undecided)) if found.undecided else ""
    rest = ((words["first_and_last"], " – ".join(ends)), (words["left_aside"], undecided))
    return (
        (words["period"], scope_words(breach, frame)),
        *named,
        *((name, value) for name, value in rest if value),
    )


def _integrity(breach: Breach, found: Figures, frame: Frame) -> list[Block]:
    words, report = frame.words, breach.verified
    pairs: list[tuple[str, Value]] = [(words["integrity"], words["whole" if report.ok else "not_whole"])]
    pairs += [(words["agreeing_all"], number(report.size))] if report.ok else []
    if report.problem is not None:
        problem = report.problem
        seen, means = (spoken(text, frame.language) for text in (problem.seen(), problem.means))
        pairs += [(words["place"], seen), (words["means"], means)]
        pairs += [(words["agreeing"], number(report.size))]
    if found.unreadable:
        pairs += [(words["unreadable"], spoken(found.unreadable, frame.language))]
    return [Heading(words["integrity_title"]), Facts(tuple(pairs))]


def _figures(breach: Breach, found: Figures, frame: Frame) -> Pairs:
    words, tally = frame.words, found.tally
    told: list[tuple[str, Value]] = [
        (words["transfers"], number(tally.count)),
        (words["handed_on"], number(tally.handed_on)),
        *(((words["untaken"], number(tally.untaken)),) if tally.untaken else ()),
        (words["people"], people_words(found, frame)),
        (words["kinds_passed"], kinds_words(found, frame)),
        (words["opaque"], number(tally.opaque)),
        *_places(breach, frame, "records_about"),
    ]
    if unsure := tally.outcomes[Outcome.UNKNOWN]:
        told += [(words["unsure"], number(unsure)), *_places(breach, frame, "unsure_found")]
    told += [(words["subjects"], words["subjects_are"])]
    told += [
        (words["column_policy"], f"{ref.protocol} {ref.digest} ({number(n)})")
        for ref, n in tally.policies.items()
    ]
    told += [
        (words["erased_of"].format(group=words[f"group_{group}"]), number(n))
        for group, n in sorted(tally.gone.items())
    ]
    return tuple(told)


def _categories(found: Figures, frame: Frame) -> list[Block]:
    words, tally = frame.words, found.tally
    fields = tuple((field_words((name,), frame.language), n) for name, n in most(tally.fields, 99))
    kinds = tuple((category_word(kind, frame.language), n) for kind, n in most(tally.mails_with, 99))
    parts: list[Block] = [Heading(words["categories"])]
    parts += [grid((words["kinds_passed"], words["pieces"]), fields)] if fields else []
    if kinds:
        parts += [Paragraph(words["left_behind_means"]), grid((words["by_kind"], words["mails_with"]), kinds)]
    return parts if fields or kinds else []


def _contacts(breach: Breach, policies: tuple[Policy, ...], frame: Frame) -> Pairs:
    words = frame.words
    pairs: list[tuple[str, Value]] = []
    for policy in policies:
        parties = policy.parties
        both = (None, None) if parties is None else (parties.sender, parties.receiver)
        pairs += [
            (words[f"dpo_of_{side}"], _officer(party, frame))
            for side, party in zip(("sender", "receiver"), both, strict=True)
        ]
    return tuple(dict.fromkeys((*pairs, *_places(breach, frame, "contact_point"))))


def _officer(party: Party | None, frame: Frame) -> Value:
    return f"{party.name}: {party.dpo}" if party and party.dpo else Fill(frame.words["fill_dpo"])


def _entry(breach: Breach, found: Figures, frame: Frame) -> Pairs:
    words, tally = frame.words, found.tally
    facts = words["entry_facts"].format(
        transfers=number(tally.count),
        people=people_words(found, frame),
        kinds=kinds_words(found, frame),
    )
    return (
        *_places(breach, frame, "entry_number"),
        (words["period"], scope_words(breach, frame)),
        (
            words["aware"],
            Fill(words["fill_aware"]) if breach.aware is None else when(breach.aware, frame.zone),
        ),
        (words["entry_what"], facts),
        *_places(breach, frame, "entry_effects", "entry_remedies", "entry_risk"),
        *_notified(breach, frame),
        *_places(breach, frame, "entry_subjects"),
    )


def _notified(breach: Breach, frame: Frame) -> Pairs:
    """Each authority, and who else was written to be told or not."""
    words, written = frame.words, dict(breach.written)
    open_ = {name: Fill(words["fill_notified"]) for name in (breach.authority, *breach.copy_to)}
    told = {name.removeprefix(NOTIFIED): text for name, text in written.items() if name.startswith(NOTIFIED)}
    return tuple(
        (words["entry_notified"].format(authority=name), value) for name, value in (open_ | told).items()
    )
