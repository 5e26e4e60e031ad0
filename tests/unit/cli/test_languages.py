"""What a command complains of is told in the language of the locale, and nothing slips past the catalogue."""

import ast
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

import gateway.cli
from gateway.cli import main
from gateway.ledger.keyfile import key_path
from tests.support.ledger import CONFIG, delete, fill, intent, outcome, put, refusal, tampering

DUTCH, FRENCH, ENGLISH = "nl_BE.UTF-8", "fr_BE.UTF-8", "C.UTF-8"


@pytest.fixture
def config(tmp_path: Path) -> Path:
    file = tmp_path / "gateway.yaml"
    file.write_text(CONFIG.format(path=tmp_path / "ledger.db"))
    return file


@pytest.fixture
def ledger(config: Path) -> Path:
    path = config.with_name("ledger.db")
    fill(path, [intent("good1"), outcome("good1"), refusal("bad1")])
    return path


def run(locale: str, config: Path, *arguments: str) -> tuple[int, str, str]:
    words = [*arguments, "--config", str(config)]
    done = CliRunner(env={"LC_ALL": locale}).invoke(main, words, prog_name="gateway")
    return done.exit_code, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("locale", "told"),
    [
        (ENGLISH, "the ledger cannot be read: unable to open database file\n"),
        (DUTCH, "het register kan niet gelezen worden: het databankbestand kan niet geopend worden\n"),
        (
            FRENCH,
            (
                "le registre ne peut pas être lu\u00a0: "
                "le fichier de la base de données ne peut pas être ouvert\n"
            ),
        ),
    ],
)
def test_a_ledger_that_is_not_there(config: Path, locale: str, told: str) -> None:
    assert run(locale, config, "transfers", "list") == (2, "", told)


@pytest.mark.parametrize(
    ("locale", "told"),
    [
        (
            DUTCH,
            "de ondertekensleutel is toegankelijk voor de groep of voor anderen; voer chmod 600 {key} uit\n",
        ),
        (
            FRENCH,
            ("la clé de signature est ouverte au groupe ou à d'autres\u00a0; faites chmod 600 {key}\n"),
        ),
    ],
)
def test_a_key_that_others_may_read(config: Path, ledger: Path, locale: str, told: str) -> None:
    key_path(ledger).chmod(0o644)
    code, _, said = run(locale, config, "transfers", "verify")
    assert (code, said) == (2, told.format(key=key_path(ledger)))


def test_a_transfer_that_is_not_there(config: Path, ledger: Path) -> None:
    assert ledger.exists()
    told = "aucune transmission n'a cette référence\n"
    assert run(FRENCH, config, "transfers", "show", "nope") == (1, "", told)
    assert run(DUTCH, config, "transfers", "evidence", "nope", "--out", "x.zip")[2] == (
        "geen enkele doorgifte heeft deze referentie\n"
    )


def test_a_configuration_that_is_not_there_and_one_with_a_mistake(tmp_path: Path, config: Path) -> None:
    code, _, said = run(DUTCH, tmp_path / "nope.yaml", "transfers", "list")
    assert (code, "No such file" in said) == (2, False)
    config.write_text(config.read_text() + "workers: 0\n")
    code, _, said = run(DUTCH, config, "serve")
    assert (code, said.splitlines()[0]) == (2, "gateway kan niet starten.")
    assert said != run(FRENCH, config, "serve")[2] != run(ENGLISH, config, "serve")[2]


def test_what_verifying_finds_is_told_and_its_json_stays_english(config: Path, ledger: Path) -> None:
    with tampering(ledger) as connection:
        put(connection, "part", (1, "measures"), "body", b'{"outcome":"accepted","x":1}')
    code, told, _ = run(DUTCH, config, "transfers", "verify")
    assert code == 1
    assert "Het register is NIET ongeschonden. De eerste foute plaats:" in told
    assert "Gezien     de groep measures van record 1 is niet wat de hoofding vastlegt" in told
    assert "Betekenis  Dit is buiten de gateway om gewijzigd, of de schijf gaat stuk." in told
    assert "- Een oudere kopie van het hele register die teruggezet werd, lijkt ongeschonden." in told
    assert "Seen" not in told
    told = run(FRENCH, config, "transfers", "verify")[1]
    assert "le groupe measures de l'enregistrement 1 n'est pas ce que fixe l'en-tête" in told
    assert "Ce que cette vérification ne peut pas voir\u00a0:" in told
    found = json.loads(run(DUTCH, config, "transfers", "verify", "--json")[1])
    assert found["problem"]["what"] == "is not what the header commits to"


def test_a_record_that_was_removed_is_told_with_what_it_means(config: Path, ledger: Path) -> None:
    with tampering(ledger) as connection:
        delete(connection, "record", (1,))
    told = run(FRENCH, config, "transfers", "verify")[1]
    assert "l'enregistrement 1 manque" in told
    assert "Quelque chose a été supprimé en dehors de la passerelle, ou a reçu un autre numéro." in told


def test_a_ledger_that_is_whole_says_so(config: Path, ledger: Path) -> None:
    assert ledger.exists()
    told = run(DUTCH, config, "transfers", "verify")[1]
    assert told.startswith("Het register is ongeschonden: 3 records en 2 controlepunten kloppen met elkaar.")


def test_the_command_itself_tells_it(tmp_path: Path, config: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        config.write_text(config.read_text().replace("127.0.0.1:0", f"127.0.0.1:{port}") + "workers: 2\n")
        done = subprocess.run(
            [sys.executable, "-m", "gateway", "serve", "--config", str(config)],
            env=os.environ | {"LC_ALL": FRENCH},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
    assert (done.returncode, done.stdout) == (2, "")
    taken_already = f"impossible d'écouter sur 127.0.0.1:{port}\u00a0: L'adresse est déjà utilisée."
    remedy = "Arrêtez ce qui y écoute (`ss -ltnp` le montre), ou indiquez un autre port."
    assert done.stderr.splitlines() == ["gateway ne peut pas démarrer.", f"{taken_already} {remedy}"]


def _echoes(file: Path) -> Iterator[int]:
    """The lines on which ``file`` prints on standard error by itself."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "echo":
            yield from (node.lineno for word in node.keywords if word.arg == "err")


def test_no_command_writes_on_standard_error_past_the_catalogue() -> None:
    folder = Path(gateway.cli.__file__).parent
    files = sorted(folder.glob("*.py"))
    assert [(file.name, line) for file in files for line in _echoes(file)] == [
        ("complaint.py", line) for line in _echoes(folder / "complaint.py")
    ]
