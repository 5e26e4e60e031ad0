"""What a command answers is in the language of the locale; what programs read of it is not."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

import gateway.cli
from gateway.cli import main
from gateway.ledger.keyfile import key_path
from gateway.ledger.record import Entry, RecordType
from tests.support.ledger import CONFIG, fill, intent, outcome, refusal

DUTCH, FRENCH, ENGLISH = "nl_BE.UTF-8", "fr_BE.UTF-8", "C.UTF-8"


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    file = tmp_path / "gateway.yaml"
    file.write_text(CONFIG.format(path=tmp_path / "ledger.db"))
    sealed = Entry(
        RecordType.INTENT,
        "left1",
        {"sender": "team@sender.example", "recipients": ["ocmw@receiver.example"]},
        {"clients": 1, "fields": [["first_name", "phone"]]},
        {"verdict": "deliver", "superfluous": [{"category": "birth_date", "count": 2, "where": "body html"}]},
    )
    fill(tmp_path / "ledger.db", [intent("good1"), outcome("good1"), refusal("bad1"), sealed])
    return file


def told(locale: str, config: Path, *arguments: str) -> str:
    words = [*arguments, "--config", str(config)]
    done = CliRunner(env={"LC_ALL": locale}).invoke(main, words, prog_name="gateway")
    assert (done.exit_code, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize(
    ("locale", "names", "kinds", "total"),
    [
        (ENGLISH, "Reference  When", "2 birth_date (body html)", "Transfers: 3 "),
        (DUTCH, "Referentie  Wanneer", "2 geboortedatum (de mail)", "Doorgiften: 3 "),
        (FRENCH, "Référence  Quand", "2 date de naissance (le message)", "Transmissions\u00a0: 3 "),
    ],
)
def test_transfers_are_listed_with_their_codes_and_the_rest_in_words(
    installed: Path, locale: str, names: str, kinds: str, total: str
) -> None:
    text = told(locale, installed, "transfers", "list")
    assert text.startswith(names)
    assert kinds in text
    assert "  rejected  " in text
    assert "label.missing" in text
    assert text.splitlines()[-1] == f"{total}(1 accepted, 1 rejected, 1 open)."


@pytest.mark.parametrize(
    ("locale", "lines"),
    [
        (ENGLISH, ("Outcome open: being delivered now, or", "Fields passed first_name, phone")),
        (DUTCH, ("Uitkomst open: wordt nu bezorgd, of", "Doorgegeven voornaam, telefoon")),
        (FRENCH, ("Issue open: en cours de remise, ou", "Transmis prénom, téléphone")),
    ],
)
def test_a_transfer_is_shown_under_headings_of_the_language(
    installed: Path, locale: str, lines: tuple[str, ...]
) -> None:
    text = " ".join(told(locale, installed, "transfers", "show", "left1").split())
    assert [line for line in lines if line not in text] == []


def test_a_long_list_has_its_columns_below_its_headings(
    installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gateway.cli.transfers_view._TABLE_ROWS", 2)
    heading, first, *_ = told(DUTCH, installed, "transfers", "list").splitlines()
    assert heading.index("Uitkomst") == first.index("accepted")


@pytest.mark.parametrize("command", [("list",), ("show", "left1"), ("holds",), ("months",), ("verify",)])
def test_what_programs_read_is_the_same_in_every_language(installed: Path, command: tuple[str, ...]) -> None:
    english = told(ENGLISH, installed, "transfers", *command, "--json")
    assert json.loads(english) is not None
    assert told(DUTCH, installed, "transfers", *command, "--json") == english


def test_what_is_held_and_what_is_erased_is_told(installed: Path) -> None:
    assert told(DUTCH, installed, "transfers", "holds") == "Er wordt niets vastgehouden.\n"
    told(DUTCH, installed, "transfers", "hold", "good1", "--reason", "klacht 2026/9")
    assert told(FRENCH, installed, "transfers", "holds").startswith("Retenue")
    assert told(DUTCH, installed, "transfers", "months") == "Geen maanden.\n"


def test_a_bundle_is_told_with_how_to_verify_it(installed: Path) -> None:
    out = installed.with_name("bewijs.zip")
    answer = told(DUTCH, installed, "transfers", "evidence", "good1", "--out", str(out))
    assert answer == f"{out}: doorgiften: 1. Nakijken: python3 verify.py bewijs.zip\n"


def test_a_person_is_asked_for_and_looked_up_in_the_language(installed: Path) -> None:
    words = ["transfers", "lookup", "--reason", "art. 15", "--config", str(installed), "--phone"]
    done = CliRunner(env={"LC_ALL": DUTCH}).invoke(main, words, input="0484 23 26 20\n")
    assert done.exit_code == 0
    assert "Telefoon: " in done.stderr
    assert "Over deze persoon: 0 van de 0 doorzoekbare mails." in done.stdout


def test_a_copy_of_the_ledger_is_told_with_where_its_key_is(installed: Path) -> None:
    out, key = installed.with_name("copy.db"), key_path(installed.with_name("ledger.db"))
    answer = told(DUTCH, installed, "transfers", "backup", "--out", str(out))
    assert answer == f"{out}: ongeschonden, records: 4. De sleutel zit er niet in: {key}\n"


def _texts(node: ast.expr) -> Iterator[str]:
    """What ``node`` prints as it stands: its literals, and what stands between the gaps of an f-string."""
    match node:
        case ast.Constant(str(text)):
            yield text
        case ast.JoinedStr(parts):
            yield "".join(text for part in parts for text in _texts(part))
        case ast.IfExp(body=one, orelse=other):
            yield from (*_texts(one), *_texts(other))


def test_no_command_answers_past_the_catalogue() -> None:
    found = []
    for file in sorted(Path(gateway.cli.__file__).parent.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "click.echo":
                found += [(file.name, text) for argument in node.args for text in _texts(argument)]
    assert ("console.py", "  ") in found
    assert [(name, text) for name, text in found if re.search(r"[^\W\d_]", text)] == []
