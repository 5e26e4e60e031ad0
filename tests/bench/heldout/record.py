"""The second corpus in the documentation: how its first run went, and how it goes since."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from tests.bench.heldout.generator import TEMPLATES
from tests.bench.minimisation.report import Sheet, codes, markdown, share

FIRST_RUN = Path(__file__).with_name("first_run.json")


@dataclass(frozen=True, slots=True)
class Marks:
    """A group's marks: counts of mails, values and phrases, and the most frequent reasons for refusing.

    ``wrong`` counts every field with another value than the mail's, ``wrong_person`` those of another person.
    """

    group: str
    mails: int
    deliver: int
    reject: int
    perfect: int
    refused: int
    let_through: int
    leaked: int
    secrets: int
    leaked_phrases: int
    phrases: int
    wrong_person: int
    wrong: int
    why: str


def marks_of(group: str, marks: Sheet) -> Marks:
    """The marks of ``marks``, added up."""
    refusing = [one for one in marks.scores if one.must == "reject"]
    return Marks(
        group=group,
        mails=len(marks.scores),
        deliver=len(marks.honest),
        reject=len(refusing),
        perfect=sum(one.perfect for one in marks.honest),
        refused=sum(not one.outcome.delivered for one in marks.honest),
        let_through=sum(one.outcome.delivered for one in refusing),
        leaked=sum(len(one.leaked) for one in marks.scores),
        secrets=sum(len(one.outcome.mail.secrets) for one in marks.scores),
        leaked_phrases=sum(len(one.sensitive) for one in marks.scores),
        phrases=sum(len(one.outcome.mail.truth["sensitive"]) for one in marks.scores),
        wrong_person=sum(one.wrong_person for one in marks.scores),
        wrong=sum(len(one.wrong) for one in marks.scores),
        why=codes(marks.honest),
    )


def section(runs: Sequence[tuple[int, Sheet]], day: date) -> str:
    """The part of the page on the second corpus. ``runs``: seeds and their marks, the first told in full."""
    told = json.loads(FIRST_RUN.read_text("utf-8"))
    first = [Marks(**group) for group in told["groups"]]
    seed, marks = runs[0]
    groups = dict.fromkeys(template.group for template in TEMPLATES)
    now = [marks_of(group, marks.of(group)) for group in groups]
    seeds = [marks_of(str(number), one) for number, one in runs]
    return SECTION.format(
        templates=told["templates"],
        first_day=told["date"],
        first_seed=told["seed"],
        first_mails=told["mails"],
        first=_table("group", [*first, _all(first)]),
        day=day.isoformat(),
        seed=seed,
        now=_table("group", [*now, _all(now)]),
        seeds=_table("seed", seeds),
    )


def _all(groups: Sequence[Marks]) -> Marks:
    counted = [field.name for field in fields(Marks) if field.type is int]
    total: dict[str, Any] = {name: sum(asdict(group)[name] for group in groups) for name in counted}
    return Marks(group="**all**", why="–", **total)


def _table(name: str, rows: Sequence[Marks]) -> str:
    head = [
        name,
        "mails",
        "complete and clean",
        "refused",
        "delivered that must be refused",
        "leaked values",
        "leaked phrases",
        "another person's",
        "other wrong",
        "why refused",
    ]
    return markdown(head, [_row(row) for row in rows])


def _row(row: Marks) -> list[str]:
    return [
        row.group,
        str(row.mails),
        share(row.perfect, row.deliver),
        share(row.refused, row.deliver),
        share(row.let_through, row.reject),
        share(row.leaked, row.secrets),
        share(row.leaked_phrases, row.phrases),
        str(row.wrong_person),
        str(row.wrong - row.wrong_person),
        row.why,
    ]


SECTION = """\
## A corpus the code had not seen

When the code was done, a second corpus was written with fresh eyes: {templates} templates by somebody who had
seen neither the code nor the first corpus (`tests/bench/heldout`). It was run once, on {first_day}, with seed
{first_seed} and {first_mails} mails, before anything was mended for it. These are the figures as they came:

{first}

Two things leaked. Four letters said below the form that the number in it was by now the ex-partner's, and
the number was delivered; twice the street in running text was read with a child's name in front of it. Most
of what was refused or incomplete came of labels shortened in ways nobody had listed.

All of it has since been mended, by its cause and not by its template. What follows is **no longer held out**:
it says how well the code knows these templates. Run on {day} with

    python -m tests.bench.heldout --seed {seed}

{now}

Other seeds of the same templates, over all groups:

{seeds}"""
