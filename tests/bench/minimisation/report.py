"""The marks added up, shown in the terminal and written down."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rich.console import Console
from rich.table import Table

from tests.bench.minimisation.contender import Run
from tests.bench.minimisation.score import Score, score

NAMES = {
    "gateway": "gateway",
    "presidio": "Presidio",
    "presidio-told": "Presidio, told every name",
    "deduce": "Deduce",
    "forwarded": "forwarded as it came",
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A contender's marks, mail by mail."""

    name: str
    scores: tuple[Score, ...]
    seconds: float

    def of(self, group: str) -> "Sheet":
        """The same for one group of mails."""
        return Sheet(
            self.name, tuple(one for one in self.scores if one.outcome.mail.group == group), self.seconds
        )

    @property
    def honest(self) -> tuple[Score, ...]:
        """The mails that must be delivered."""
        return tuple(one for one in self.scores if one.must == "deliver")

    @property
    def has_fields(self) -> bool:
        """Whether the contender yields fields, not text."""
        return any(one.outcome.clients is not None for one in self.scores)


def sheet(run: Run) -> Sheet:
    """The marks of a run."""
    return Sheet(run.name, tuple(map(score, run.outcomes)), run.seconds)


def leaks(marks: Sheet) -> str:
    """Identifying values that passed, of those that may not."""
    return share(
        sum(len(one.leaked) for one in marks.scores),
        sum(len(one.outcome.mail.secrets) for one in marks.scores),
    )


def phrases(marks: Sheet) -> str:
    """Sensitive phrases that passed, of those in the mails."""
    every = sum(len(one.outcome.mail.truth["sensitive"]) for one in marks.scores)
    return share(sum(len(one.sensitive) for one in marks.scores), every)


def fields(marks: Sheet) -> str:
    """Fields of the client that arrived, of those in mails to deliver; a refused mail brings none."""
    return share(sum(one.kept for one in marks.honest), sum(one.expected for one in marks.honest))


def fields_delivered(marks: Sheet) -> str:
    """The same over delivered mails alone."""
    arrived = [one for one in marks.honest if one.outcome.delivered]
    return share(sum(one.kept for one in arrived), sum(one.expected for one in arrived))


def perfect(marks: Sheet) -> str:
    """Mails that must be delivered and were, with every field and nothing else."""
    return share(sum(one.perfect for one in marks.honest), len(marks.honest))


def refused(marks: Sheet) -> str:
    """Mails that must be delivered and were not."""
    return share(sum(not one.outcome.delivered for one in marks.honest), len(marks.honest))


def let_through(marks: Sheet) -> str:
    """Mails that must be refused and were delivered."""
    must = [one for one in marks.scores if one.must == "reject"]
    return share(sum(one.outcome.delivered for one in must), len(must))


def wrong_person(marks: Sheet) -> str:
    """Values of another person in a field of the client."""
    return str(sum(one.wrong_person for one in marks.scores)) if marks.has_fields else "–"


def wrong(marks: Sheet) -> str:
    """Other values in a field that are not what the mail says."""
    return str(sum(len(one.wrong) - one.wrong_person for one in marks.scores)) if marks.has_fields else "–"


def speed(marks: Sheet) -> str:
    """Mails a second, on one processor, one after the other."""
    return f"{len(marks.scores) / marks.seconds:.0f}" if marks.seconds else "–"


ROWS: tuple[tuple[str, Callable[[Sheet], str]], ...] = (
    ("identifying values that leaked", leaks),
    ("sensitive phrases that leaked", phrases),
    ("complete and clean, of the mails to deliver", perfect),
    ("fields kept, of the mails to deliver", fields),
    ("fields kept, of those delivered", fields_delivered),
    ("values of another person in a field", wrong_person),
    ("other wrong values in a field", wrong),
    ("mails to deliver that were refused", refused),
    ("mails to refuse that were delivered", let_through),
    ("mails a second", speed),
)
OWN: tuple[tuple[str, Callable[[Sheet], str]], ...] = (
    ("mails", lambda marks: str(len(marks.scores))),
    ("to deliver", lambda marks: str(len(marks.honest))),
    ("complete and clean", perfect),
    ("refused", refused),
    ("leaked values", leaks),
    ("leaked phrases", phrases),
    ("another person's", wrong_person),
    ("other wrong", wrong),
    ("why refused", lambda marks: codes(marks.honest)),
)


def codes(scores: Iterable[Score], most: int = 3) -> str:
    """The most frequent reasons for refusing, each counted once a mail."""
    counted = Counter(code for one in scores if not one.outcome.delivered for code in set(one.outcome.codes))
    return ", ".join(f"{code} {count}" for code, count in counted.most_common(most)) or "–"


def show(sheets: Sequence[Sheet], out: Console) -> None:
    """Prints the contenders side by side, then each group."""
    for title, head, body in tables(sheets):
        table = Table(title=title, title_justify="left", header_style="bold")
        for at, name in enumerate(head):
            table.add_column(name, justify="left" if at in {0, 9} else "right", overflow="fold")
        for row in body:
            table.add_row(*row)
        out.print(table)


def tables(sheets: Sequence[Sheet]) -> list[tuple[str, list[str], list[list[str]]]]:
    """Title, head and rows of each table."""
    groups = list(dict.fromkeys(one.outcome.mail.group for one in sheets[0].scores))
    side = [[what, *(row(marks) for marks in sheets)] for what, row in ROWS]
    found = [("All mails", ["", *(NAMES[marks.name] for marks in sheets)], side)]
    own = [[group, *(column(sheets[0].of(group)) for _, column in OWN)] for group in groups]
    found.append(("The gateway, group by group", ["group", *(name for name, _ in OWN)], own))
    for title, column in (
        ("Identifying values that leaked", leaks),
        ("Sensitive phrases that leaked", phrases),
        ("Complete and clean", perfect),
    ):
        rows = [[group, *(column(marks.of(group)) for marks in sheets)] for group in groups]
        found.append((title, ["group", *(NAMES[marks.name] for marks in sheets)], rows))
    return found


def page(sheets: Sequence[Sheet], day: date, command: str, remark: str, unseen: str) -> str:
    """The results as a page of the documentation, with the section ``unseen`` on the second corpus."""
    scores = sheets[0].scores
    templates = {(one.outcome.mail.group, one.outcome.mail.template) for one in scores}
    written = [f"## {title}\n\n{markdown(head, body)}" for title, head, body in tables(sheets)]
    intro = INTRODUCTION.format(
        day=day.isoformat(),
        command=command,
        mails=len(scores),
        templates=len(templates),
        deliver=len(sheets[0].honest),
        reject=sum(one.must == "reject" for one in scores),
        either=sum(one.must == "either" for one in scores),
    )
    return "\n\n".join((intro + (f"\n\n{remark}" if remark else ""), unseen, *written)) + "\n"


def failures(marks: Sheet) -> str:
    """Every mail that did not get what it must get: its name, the reasons, and the text of the mail."""
    parts = [
        f"## {one.outcome.mail.name} ({one.outcome.mail.lang}, must {one.must})\n\n{_told(one)}\n\n"
        f"```\n{one.outcome.mail.visible.strip()}\n```"
        for one in marks.scores
        if one.failed
    ]
    return "\n\n".join((f"# {len(parts)} failures", *parts)) + "\n"


def _told(one: Score) -> str:
    codes_, kinds = ", ".join(one.outcome.codes), ", ".join(secret.kind for secret in one.leaked)
    return (
        f"{'delivered' if one.outcome.delivered else 'refused'}: {codes_ or 'no reason'}; "
        f"kept {one.kept} of {one.expected}; wrong: {', '.join(one.wrong) or 'none'}; "
        f"leaked: {kinds or 'none'}, phrases: {len(one.sensitive)}"
    )


def share(part: int, whole: int) -> str:
    """``part`` of ``whole`` with its per cent, a dash of nothing."""
    return f"{part} of {whole} ({100 * part / whole:.1f} %)" if whole else "–"


def markdown(head: list[str], body: list[list[str]]) -> str:
    """A table of Markdown: the first and the tenth column are text, the others numbers."""
    rule = ["---" if at in {0, 9} else "---:" for at in range(len(head))]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *body))


INTRODUCTION = """\
# How little passes

<!-- Written by `make bench-minimisation`; do not edit by hand. -->

Run on {day} with

    {command}

{mails} generated mails from {templates} templates: {deliver} must be delivered, {reject} must be refused,
and {either} may be refused or delivered without what may not pass. Every person, number and sentence is
invented; check digits are valid. The generator was written without a look at how the gateway recognises
anything. Where the gateway has since been corrected on these templates, its figures say how well it knows
them, not how it does on mails of a kind nobody has shown it.

- **Leaked** is counted in everything that would be handed on, all parts decoded, in any spelling: digits
  are compared without their separators, words without case and accents, either half of a name counts.
- **Complete and clean**: delivered with every field of the client, no wrong value and no leak.
- **Attachments** and **prose** are groups of their own, so that what the gateway cannot read yet shows
  as refused. Prose is judged under `fields.prose: extract`, all else under `refuse`.
- The **peers** redact: they get the mail's visible text, already taken out of its HTML and attachments,
  and may leave the client's own name, address, telephone and mail address, however spelt, which they are
  told in advance. They cannot refuse a mail, so what must be refused counts as leaked where it stays
  readable.
  - *Presidio* runs with its pattern recognisers and Belgian ones (national number, IBAN, telephone,
    postcode, street, file and register numbers, amounts, dates). Its name recogniser wants a language
    model, which this benchmark does not download; *told every name* is given each name in the mail
    instead, which is what a perfect recogniser of names would find.
  - *Deduce* is made for Dutch medical text and runs as it is published, with the client as its patient.
- **Forwarded as it came** is the control: what it does not leak, the scoring cannot see."""
