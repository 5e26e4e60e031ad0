"""The documentation says what the program does: its output, its keys, its words, its files.

Every ``console`` block is run on an installation on loopback and compared, and so is every block with
a comment ``<!-- output of: … -->`` above it. ``in: new`` runs it before the labels are filled in,
``in: changed`` on a ledger that was tampered with, ``in: copied`` on one that may be written. ``LC_ALL=…``
before a command is the locale it is run in, else it answers in English. A line of ``…`` stands for any
number of lines.
``python -m tests.unit.test_docs`` writes the output of today into the blocks that are out of date.
"""

import ast
import asyncio
import os
import re
import shlex
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click
import pytest
from pyrage.x25519 import Identity

import gateway
from gateway import config
from gateway.cli import main as command_line
from gateway.decision import Code
from gateway.doctor.remark import Code as Subject
from gateway.inbound import replies
from gateway.inbound.answers import enhanced, plain
from gateway.inbound.replies import Reply
from gateway.ledger.place import beside
from gateway.ledger.writer import Writer
from gateway.policy import document
from gateway.texts import catalogue, wording
from tests.support.behaviour import CLOSE, Behaviour
from tests.support.corpus import Sample, samples
from tests.support.dkim import signed
from tests.support.ledger import put, tampering
from tests.support.stage import HOSTNAME, POLICIES, Stage, staged
from tests.support.systemd import Systemctl

ROOT = Path(__file__).parents[2]
DOCS = (ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*/*.md")))
ADMIN = {"en": ROOT / "docs/en/admin.md", "nl": ROOT / "docs/nl/beheerder.md"}
ICT = (ROOT / "docs/en/sender-ict.md", ROOT / "docs/nl/ict-afzender.md")
SENDER, TOUR = ROOT / "docs/nl/afzender.md", ROOT / "docs/en/architecture.md"
# What a sender may read besides findings.
REFUSING = (
    "unknown",
    "next_hop",
    "refused_behind",
    "too_large",
    "many_lines",
    "long_line",
    "broken_lines",
    "no_room",
)
# The references that the documentation shows, in the order of the installation's transfers.
SHOWN = ("20261123-87d8f32844", "20261123-6377397e17", "20261123-383d851e81", "20261123-5b0e94c1aa")
MOST_README_LINES = 200
# A gateway must have started in half a minute, also beside the other commands.
MOST_AT_ONCE = 3
OFFICERS = ", ".join(str(Identity.generate().to_public()) for _ in range(2))
SEALED = f"seal_months_to: [{OFFICERS}]\n"
EXTRA = f"{SEALED}timezone: Europe/Brussels"

FENCE = re.compile(
    r"^(?P<head>(?:<!-- (?P<mark>[^\n]*) -->\n)?```(?P<kind>\w+)\n)(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
LOCALE = re.compile(r"LC_ALL=(\S+) ")
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#]+)")
PART = re.compile(r"\]\((?!https?:|mailto:)([^)#]*)#([^)]+)\)")
ANCHOR = re.compile(r'<a id="([^"]+)"></a>')
VARIES = (
    (r"[0-9]{8}-[0-9a-f]{10}\b", "REFERENCE"),
    (r"\b[0-9a-f]{64}\b", "DIGEST"),
    (r"[0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9:.]+)?( [+-][0-9]{4}|Z)?", "TIME"),
    (r"\b[0-9]+ MB\b", "SIZE"),
    (r"127\.0\.0\.1:[0-9]+", "ADDRESS"),
    (r"(?m)(?<![\w+/])[A-Za-z0-9+/]{43}=$", "ROOT"),
    (r"(?<![\w+/])[A-Za-z0-9+/]{90,}={0,2}", "SIGNATURE"),
    (r"\b[0-9.]+ s, [0-9]+ mails a second", "SPEED"),
    (r"\bABI [0-9]+", "ABI"),
    (r" +(?=│)", " "),
)

# What the gateway would have, and the domain of the policy that is not filled in yet.
PUBLISHED = {
    HOSTNAME: {"A": ["192.0.2.25"], "TXT": ["v=spf1 a -all"]},
    "25.2.0.192.in-addr.arpa": {"PTR": [f"{HOSTNAME}."]},
    "opgroeien.be": {"TXT": ["v=spf1 -all"]},
    "_dmarc.opgroeien.be": {"TXT": ["v=DMARC1; p=reject"]},
}
LOGGING = re.compile(r"\blog\.|_log\.|log_failure$|get_logger\(\)\.")
Said = Mapping[tuple[str, str], tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Step:
    """One command of a block, what is shown of it, and the installation it is run on."""

    place: str
    command: str
    shown: str


def steps(match: re.Match[str]) -> tuple[Step, ...]:
    """The commands that a fenced block shows the output of."""
    key, _, value = (match["mark"] or "").partition(": ")
    if key == "output of":
        return (Step("ours", value, match["body"]),)
    if match["kind"] != "console":
        return ()
    place = value if key == "in" else "ours"
    parts = re.split(r"^\$ (.*)\n", match["body"], flags=re.MULTILINE)[1:]
    return tuple(Step(place, *pair) for pair in zip(parts[::2], parts[1::2], strict=True))


def blocks(path: Path) -> list[re.Match[str]]:
    """The fenced blocks of a page."""
    return list(FENCE.finditer(path.read_text("utf-8")))


def every_step() -> tuple[Step, ...]:
    """Every command in the documentation whose output is shown."""
    return tuple(step for path in DOCS for block in blocks(path) for step in steps(block))


def normal(text: str) -> str:
    """``text`` with what differs from run to run taken out."""
    for pattern, name in VARIES:
        text = re.sub(pattern, name, text)
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def agree(shown: str, said: str) -> bool:
    """Whether ``shown`` is ``said``, a line of ``…`` being anything."""
    parts = [re.escape(part) for part in re.split(r"(?m)^ *…$", normal(shown))]
    return re.fullmatch("(?s:.*)".join(parts), normal(said)) is not None


async def _run(program: tuple[str, ...], folder: Path, locale: str = "C.UTF-8") -> tuple[int, str]:
    environment = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    environment["PATH"] = f"{folder}:{environment['PATH']}"
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", *program), cwd=folder,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        env=environment | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "LC_ALL": locale},
    )  # fmt: skip
    output, _ = await process.communicate()
    return process.returncode or 0, output.decode()


async def play(wanted: tuple[Step, ...]) -> Said:
    """What each command of ``wanted`` says, where the documentation's mails have come in."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        policies = Path(shutil.copytree(POLICIES, folder / "policies"))
        async with staged(folder, policies=policies, extra=EXTRA) as stage:
            stage.nameserver.records = {**stage.nameserver.records, **PUBLISHED}
            await _seen_mails(stage)
            _other_installations(stage)
            rows = await stage.transfers()
            told = {shown: row["id"] for shown, row in zip(SHOWN, rows, strict=True)}
            runs = dict.fromkeys((step.place, step.command) for step in wanted if step.command != "echo $?")
            # What writes takes a node name of its own: two of the same command cannot write at once.
            few, alone = asyncio.Semaphore(MOST_AT_ONCE), asyncio.Semaphore(1)
            answers = await asyncio.gather(
                *(_answer(*run, stage, told, alone if run[0] == "copied" else few) for run in runs)
            )
            return dict(zip(runs, answers, strict=True))


async def _answer(
    place: str, command: str, stage: Stage, told: Mapping[str, str], few: asyncio.Semaphore
) -> tuple[int, str]:
    async with few:
        return await _answer_now(place, command, stage, told)


def in_locale(command: str) -> tuple[str, str]:
    """The locale that ``command`` sets for itself, and what it runs."""
    found = LOCALE.match(command)
    return (found[1], command[found.end() :]) if found else ("C.UTF-8", command)


async def _answer_now(place: str, command: str, stage: Stage, told: Mapping[str, str]) -> tuple[int, str]:
    if command == "make demo":
        return await _run(("tests.demo",), ROOT)
    locale, program = in_locale(command)
    words = [told.get(word, word) for word in shlex.split(program)]
    file = stage.folder / ("gateway.yaml" if place == "ours" else f"{place}.yaml")
    configured = () if words[-1] in ("--help", "--version") else ("--config", str(file))
    code, output = await _run((*words, *configured), stage.folder / "desk", locale)
    shown = {str(file): "/etc/gateway/gateway.yaml", str(stage.folder / "policies"): "/etc/gateway/policies"}
    shown |= {str(ROOT / "policies"): "/etc/gateway/policies", str(stage.folder): "/var/lib/gateway"}
    for real, said in (*shown.items(), *((real, said) for said, real in told.items())):
        output = output.replace(real, said)
    return code, output


async def _seen_mails(stage: Stage) -> None:
    """Four mails and a checkpoint between them; ``desk`` is where a person has saved some files."""
    by_name = {sample.name: sample for sample in samples()}
    desk = stage.folder / "desk"
    desk.mkdir()
    Systemctl(desk)
    for name, content in (
        ("SAMPLE", _without_client(by_name["001-clean-form"].content)),
        ("referral", by_name["002-space-before-colon"].content),
        ("unlabelled", by_name["043-no-label"].content),
    ):
        (desk / f"{name}.eml").write_bytes(signed(content, stage.signer))
    for sample in ("001-clean-form", "002-space-before-colon", "043-no-label"):
        await _send(stage, by_name[sample])
    _, note = await stage.command("transfers", "checkpoint")
    (desk / "checkpoint.txt").write_text(note, "utf-8")
    stage.mailbox.behaviour = Behaviour(dot=CLOSE)
    await _send(stage, by_name["004-bullets"])
    stage.mailbox.behaviour = Behaviour()


def _without_client(referral: bytes) -> bytes:
    """A mail with the header of ``referral`` and nobody in it, to another address than the mailbox."""
    head, _, _ = referral.partition(b"\r\n\r\n")
    for name, value in (
        (b"Content-Type", b'text/plain; charset="utf-8"'),
        (b"To", b"beheer@pepingen.example"),
    ):
        field = re.compile(rb"^%s:.*\r\n(?:[ \t].*\r\n)*" % name, re.MULTILINE)
        head = field.sub(b"%s: %s\r\n" % (name, value), head + b"\r\n").removesuffix(b"\r\n")
    return head + b"\r\n\r\nEen mail om het label te tonen.\r\n"


async def _send(stage: Stage, sample: Sample) -> None:
    await stage.send(sample.content, sample.truth["mail_from"], sample.truth["rcpt"])


def _other_installations(stage: Stage) -> None:
    """Beside the one that runs: one as it is once it was started, and two with a copy of its ledger.

    One copy may be written, the other says other than it did.
    """
    ours = stage.config.read_text("utf-8")
    new = ours.replace(str(stage.folder / "policies"), str(ROOT / "policies")).replace(SEALED, "")
    (stage.folder / "new.yaml").write_text(new.replace("ledger.db", "new.db"), "utf-8")
    Writer(beside(stage.folder / "new.db"), node=HOSTNAME, log=HOSTNAME).close()
    for name in ("changed", "copied"):
        ledger = stage.folder / name / "ledger.db"
        (stage.folder / f"{name}.yaml").write_text(ours.replace(str(stage.ledger), str(ledger)), "utf-8")
        ledger.parent.mkdir()
        with closing(sqlite3.connect(stage.ledger)) as source, closing(sqlite3.connect(ledger)) as target:
            source.backup(target)
        for path in stage.folder.glob("ledger.db*.key"):
            shutil.copy2(path, ledger.parent)
    with tampering(stage.folder / "changed" / "ledger.db") as connection:
        (refused,) = connection.execute("SELECT seq FROM record WHERE type = 'refusal'").fetchone()
        put(connection, "part", (refused, "measures"), "body", b'{"outcome":"accepted"}')


@pytest.fixture(scope="module")
def said() -> Said:
    """The output of every command in the documentation."""
    return asyncio.run(play(every_step()))


@pytest.mark.timeout(600)  # the first one waits for all commands of all guides
@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_what_is_shown_of_a_command_is_what_it_says(path: Path, said: Said) -> None:
    for block in blocks(path):
        code = 0
        for step in steps(block):
            if step.command == "echo $?":
                assert step.shown.strip() == str(code), block["body"]
                continue
            code, output = said[step.place, step.command]
            assert agree(step.shown, output), f"{step.command}\n{output}"


def test_output_that_is_not_the_commands_is_noticed() -> None:
    assert agree("a\n…\nd 127.0.0.1:25\n", "a\nb\nc\nd 127.0.0.1:2525\n")
    assert not agree("a\n…\nd\n", "a\nb\nc\n")
    assert not agree("a", "a\nb")


def test_every_console_block_is_the_gateways_own() -> None:
    commands = {in_locale(step.command)[1].split()[0] for step in every_step()}
    assert commands == {"gateway", "echo", "make"}
    assert "make demo" in {step.command for step in every_step()}


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_every_link_leads_to_a_file(path: Path) -> None:
    for target in LINK.findall(path.read_text("utf-8")):
        assert (path.parent / target).exists(), target


def test_the_readme_is_short_and_opens_with_the_two_commands() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert text.count("\n") <= MOST_README_LINES
    assert 0 < text.index("make demo") < text.index("make test") < text.index("\n## ")
    assert all(f"gateway {name}" in text for name in command_line.list_commands(click.Context(command_line)))


def leaves(
    schema: Mapping[str, Any], node: Mapping[str, Any], path: str = ""
) -> Iterator[tuple[str, str, Any]]:
    """Each key that takes a value: its dotted path, its default as YAML, and the words it may be."""
    for name, value in node["properties"].items():
        inner = _followed(schema, value)
        if "properties" in inner:
            yield from leaves(schema, inner, f"{path}{name}.")
        else:
            default = "—" if name in node.get("required", ()) else _yaml(value.get("default"))
            yield f"{path}{name}", default, tuple(_words(value))


def _followed(schema: Mapping[str, Any], value: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a reference, a list of references, or a reference that may be null refers to."""
    choices = [value, *value.get("anyOf", ()), value.get("items", {})]
    names = [choice["$ref"].rpartition("/")[2] for choice in choices if "$ref" in choice]
    return schema["$defs"][names[0]] if names else value


def _words(value: Mapping[str, Any]) -> list[str]:
    return [*value.get("enum", ()), *value.get("items", {}).get("enum", ())]


def _yaml(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_yaml, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    return {None: "null", "": '""'}.get(value, str(value))


KEYS = [leaf for schema in (config.schema(), document.schema()) for leaf in leaves(schema, schema)]


def rows(path: Path) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """The rows of a page's tables: the words in code in the first cell, and the other cells."""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("| `"):
            first, *others = re.split(r" (?<!\\)\| ", line.strip("| "))
            yield tuple(re.findall(r"`([^`]+)`", first)), others


@pytest.mark.parametrize("path", ADMIN.values(), ids=ADMIN)
def test_every_key_of_both_files_is_explained_with_its_default_and_choices(path: Path) -> None:
    found = list(rows(path))
    for key, default, words in KEYS:
        explained = [cells for keys, cells in found if key in keys and cells[0].strip("`") == default]
        assert explained, f"{key} with its default {default}"
        assert all(f"`{word}`" in explained[0][1] for word in words), key


@pytest.mark.parametrize(("language", "path"), ADMIN.items(), ids=ADMIN)
def test_every_reason_and_every_subject_of_the_doctor_is_explained(language: str, path: Path) -> None:
    reasons = {code.value for code in Code if wording(code, language).remedy}
    assert reasons | {subject.value for subject in Subject} <= {key for keys, _ in rows(path) for key in keys}


def logged() -> Iterator[tuple[str, frozenset[str]]]:
    """Every event that the gateway logs, with the names of its fields."""
    trees = (ast.parse(path.read_text("utf-8")) for path in sorted((ROOT / "gateway").rglob("*.py")))
    for node in (node for tree in trees for node in ast.walk(tree)):
        if isinstance(node, ast.Call) and LOGGING.search(ast.unparse(node.func)):
            texts = [part.value for part in ast.walk(node) if isinstance(part, ast.Constant)]
            if isinstance(node.args[0], ast.Constant):
                event, *fields = map(str, texts)
                yield event, frozenset(field for field in fields if "." in field)


@pytest.mark.parametrize("path", ADMIN.values(), ids=ADMIN)
def test_every_event_in_the_log_and_its_fields_are_explained(path: Path) -> None:
    found = dict(logged())
    words = {key for keys, cells in rows(path) for key in (*keys, *re.findall(r"`([^`]+)`", " ".join(cells)))}
    assert "listening" in found
    assert set(found).union(*found.values()) <= words


def _reasons(code: Code) -> set[str]:
    """How a sender may read ``code``, with the label and a place of an example."""
    fields = "adres, telefoon of e-mail" if code is Code.FIELD_MISSING else "adres"
    reason = wording(code, "nl").reason
    return {
        plain(reason.format(label="Geheim", field=fields, place=place, proof="DMARC"))
        for place in ("regel 2", "bijlage 1")
    }


def test_the_senders_page_has_each_refusal_as_the_gateway_says_it() -> None:
    text = SENDER.read_text("utf-8")
    heading, *rows_read = re.findall(r"(?m)^\| (.*?) \|", text)
    read = [reason for row in rows_read for reason in row.split("<br>") if not row.startswith("---")]
    refusals = [_reasons(code) for code in Code if wording(code, "nl").remedy]
    refusals += [{plain(catalogue("nl").phrases[name]).partition(". ")[0]} for name in REFUSING]
    session = {re.split("[,:]", said.text)[0] for said in vars(replies).values() if isinstance(said, Reply)}
    assert heading == "U leest"
    assert len(read) == len(set(read))
    assert set(read) - session.union(*refusals) == set()
    assert [reasons for reasons in refusals if reasons.isdisjoint(read)] == []
    assert f'"{catalogue("nl").phrases["telling_kinds"]}"' in " ".join(text.split())


@pytest.mark.parametrize("page", ICT, ids=lambda path: path.name)
def test_the_page_for_the_senders_ict_leads_each_refusal_to_its_own_row(page: Path) -> None:
    rows = re.findall(r"(?m)^\| (`550 5\.7\.1 .*?) \|", page.read_text("utf-8"))
    begun = [(start, row) for row in rows for start in re.findall(r"`550 5\.7\.1 ([^`]+)`", row)]
    found = {}
    for code in Code:
        remedy = wording(code, "nl").remedy
        if remedy and remedy != wording(Code.INTERNAL, "nl").remedy and enhanced(code) == "5.7.1":
            (reason,) = _reasons(code)
            found[code] = next((row for start, row in begun if reason.startswith(start)), "")
    assert [code for code, row in found.items() if not row] == []
    assert {row for _, row in begun if "No mail" not in row} == set(found.values())
    assert found[Code.RESIDENCE_OUTSIDE] == found[Code.RESIDENCE_NOT_STATED] != found[Code.SENDER_NOT_LISTED]
    assert found[Code.LABEL_MISSING] == found[Code.LABEL_OTHER] != found[Code.LABEL_UNPROVEN]


@pytest.mark.parametrize("page", ICT, ids=lambda path: path.name)
def test_the_page_for_the_senders_ict_knows_the_next_hops_refusal_before_any_number(page: Path) -> None:
    first, *rest = re.findall(r"(?m)^\| (`[0-9]{3}.*?) \|", page.read_text("utf-8"))
    (start,) = re.findall("`(D[^`]+)`", first)
    assert plain(catalogue("nl").phrases["refused_behind"]).startswith(start)
    assert [row for row in rest if "De mailserver" in row] == []
    assert any("`550 5.1.1`" in row for row in rest)


def test_the_tour_names_the_floors_and_the_promises() -> None:
    text, law = TOUR.read_text("utf-8"), str(gateway.__doc__)
    chain = law.partition("Floors\n------\n")[2].partition(". A floor")[0].replace("``", "`")
    assert " ".join(chain.split()) in " ".join(text.split())
    promises = re.findall(r"(?m)^\d\. (.*)$", law)
    assert len(promises) == 5
    readme = (ROOT / "README.md").read_text("utf-8")
    assert all(promise in text and promise in readme for promise in promises)


@pytest.mark.parametrize("guide", [TOUR, ROOT / "docs/en/threats.md", ROOT / "docs/nl/bedreigingen.md"])
def test_a_guide_names_files_and_tests_that_exist(guide: Path) -> None:
    for path, test in re.findall(
        r"`((?:gateway|tests)/[\w/.-]+)(?:::(test_\w+))?`", guide.read_text("utf-8")
    ):
        assert (ROOT / path).exists(), path
        assert not test or f"def {test}(" in (ROOT / path).read_text("utf-8"), test


def rewritten(text: str, said: Said) -> str:
    """``text`` with the output of today in every block that shows another, those with ``…`` left alone."""

    def block(match: re.Match[str]) -> str:
        shown = steps(match)
        now = [replace(step, shown=_now(step, shown[:at], said)) for at, step in enumerate(shown)]
        same = all(agree(a.shown, b.shown) for a, b in zip(shown, now, strict=True))
        if same or "…" in match["body"]:
            return match[0]
        titled = match["kind"] == "console"
        body = "".join(f"$ {step.command}\n" * titled + step.shown for step in now)
        return match["head"] + "\n".join(line.rstrip() for line in body.strip("\n").splitlines()) + "\n```"

    return FENCE.sub(block, text)


def _now(step: Step, before: tuple[Step, ...], said: Said) -> str:
    if step.command == "echo $?":
        return f"{said[before[-1].place, before[-1].command][0]}\n"
    return said[step.place, step.command][1]


if __name__ == "__main__":
    today = asyncio.run(play(every_step()))
    for page in DOCS:
        page.write_text(rewritten(page.read_text("utf-8"), today), "utf-8")
