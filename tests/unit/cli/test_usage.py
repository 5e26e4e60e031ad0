import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from gateway.cli import main
from gateway.cli.lazy import LazyGroup

WRONG = [
    ("--nope",),
    ("--versoin",),
    ("nope",),
    ("transfers", "nope"),
    ("transfers", "shwo"),
    ("keys", "nope"),
    ("transfers", "show"),
    ("transfers", "show", "a", "b"),
    ("transfers", "show", "a", "b", "c"),
    ("transfers", "list", "--form", "2026-01-01"),
    ("transfers", "list", "--json=yes"),
    ("transfers", "list", "--from"),
    ("transfers", "list", "--from", "yesterday"),
    ("transfers", "list", "--outcome", "lost"),
    ("transfers", "hold", "--reason", "x"),
    ("transfers", "verify", "--checkpoint", "a", "--evidence", "b"),
    ("transfers", "tls-report", "--day", "gisteren"),
    ("transfers", "tls-report", "--day", "2026-01-01", "--gzip", "/nowhere"),
    ("transfers", "tls-report", "--day", "2026-01-01", "--gzip", "/etc/passwd"),
    ("transfers", "lookup", "--reason", "x", "--month-key", "/nowhere"),
    ("transfers", "migrate", "--to", "https://a"),
    ("transfers", "migrate"),
    ("breach", "report", "--deadline-hours", "0", "--out", "x", "--reason", "x"),
    ("breach", "report", "--deadline-hours", "two", "--out", "x", "--reason", "x"),
    ("console", "account", "an"),
    ("explain", "/etc"),
    ("explain", "a.eml", "--client-ip", "here"),
    ("policy", "test", "/etc/passwd"),
    ("keys", "request", "--address", "x", "--out-key", "k", "--out-csr", "c"),
]
DUTCH = [
    (("--nope",), "De optie '--nope' bestaat niet."),
    (("transfers", "list", "--form", "x"), "De optie '--form' bestaat niet. (Bedoelde u een van deze:"),
    (("keys", "nope"), "Het commando 'nope' bestaat niet."),
    (("transfers", "show"), "Het argument 'REFERENCE' ontbreekt."),
    (("transfers", "show", "a", "b"), "Dit argument is te veel (b)"),
    (("transfers", "hold"), "De optie '--reason' ontbreekt."),
    (("console", "account", "an"), "De optie '--role' ontbreekt. Kies uit:\n\tdpo,\n\tadmin,\n\tauditor"),
    (
        ("transfers", "list", "--from", "gisteren"),
        "Ongeldige waarde voor '--from': geef een dag zoals 2026-01-31 of een moment zoals 2026-01-31T14:30",
    ),
    (
        ("transfers", "list", "--outcome", "x"),
        "Ongeldige waarde voor '--outcome': 'x' is geen van 'accepted'",
    ),
    (
        ("transfers", "tls-report", "--day", "gisteren"),
        "Ongeldige waarde voor '--day': geef een dag als JJJJ-MM-DD, zoals 2026-01-31",
    ),
    (("explain", "/etc"), "Ongeldige waarde voor 'MESSAGE': '/etc' is een map, geen bestand."),
]


def told(*arguments: str, locale: str) -> tuple[int, str]:
    done = CliRunner(env={"LC_ALL": locale}).invoke(main, arguments, prog_name="gateway")
    assert done.stdout == ""
    return done.exit_code, done.stderr


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_in_english_a_wrong_command_line_is_told_as_click_tells_it(
    arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = told(*arguments, locale="C.UTF-8")
    with monkeypatch.context() as plain:
        plain.delattr(LazyGroup, "invoke")
        plain.delattr(LazyGroup, "make_context")
        assert ours == told(*arguments, locale="C.UTF-8")
    assert ours[0] == 2


@pytest.mark.parametrize("locale", ["nl_BE.UTF-8", "fr_BE.UTF-8"])
@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_in_another_language_no_line_of_it_stays_english(arguments: tuple[str, ...], locale: str) -> None:
    _, english = told(*arguments, locale="C.UTF-8")
    code, other = told(*arguments, locale=locale)
    assert code == 2
    here = set(other.splitlines()) - {""}
    assert [line for line in english.splitlines() if line in here and not line.startswith(("\t", " "))] == []


def test_the_places_of_a_usage_are_named_in_dutch() -> None:
    _, shown = told("transfers", "nope", locale="nl_BE.UTF-8")
    assert shown.startswith("Gebruik: gateway transfers [OPTIES] COMMANDO [ARGUMENTEN]...\n")


@pytest.mark.parametrize(("arguments", "said"), DUTCH)
def test_it_is_told_in_dutch(arguments: tuple[str, ...], said: str) -> None:
    code, shown = told(*arguments, locale="nl_BE.UTF-8")
    assert code == 2
    assert shown.startswith("Gebruik: gateway ")
    assert "--help' uit voor hulp.\n\nFout: " in shown
    assert said in shown


def test_what_click_tells_without_the_usage_is_told_without_it() -> None:
    assert told("transfers", "list", "--from", locale="nl_BE.UTF-8") == (
        2,
        "Fout: De optie '--from' vraagt een waarde.\n",
    )


@pytest.mark.parametrize(
    ("locale", "said"), [("C.UTF-8", "Phone: Aborted!"), ("nl_BE.UTF-8", "Telefoon: Afgebroken.")]
)
def test_a_question_that_nobody_answers_ends_the_command(locale: str, said: str) -> None:
    code, shown = told("transfers", "lookup", "--reason", "x", "--phone", locale=locale)
    assert (code, shown) == (1, f"{said}\n")


def test_a_group_without_a_command_still_shows_its_help() -> None:
    code, shown = told("keys", locale="nl_BE.UTF-8")
    assert code == 2
    assert shown.startswith("Usage: gateway keys [OPTIONS] COMMAND")


def test_the_command_itself_speaks_the_language_of_its_locale(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "gateway", "transfers", "list", "--to", "hier"],
        env={**os.environ, "LC_ALL": "fr_BE.UTF-8"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "Utilisation\u00a0: gateway transfers list [OPTIONS]\n"
        "Lancez 'gateway transfers list --help' pour obtenir de l'aide.\n\n"
        "Erreur\u00a0: Valeur non valable pour '--to'\u00a0: donnez un jour comme 2026-01-31 ou un moment "
        "comme 2026-01-31T14:30\n"
    )


def test_what_another_language_needs_is_not_read_for_a_command_line_that_is_right() -> None:
    asked = [sys.executable, "-X", "importtime", "-m", "gateway", "--version"]
    done = subprocess.run(asked, capture_output=True, text=True, check=True)
    assert "gateway.cli.lazy" in done.stderr
    assert "gateway.texts" not in done.stderr
    assert "gateway.said" not in done.stderr
