"""Whoever runs a command on a file with a mistake in it is told so in the language of the shell's locale."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.broken.case import config, policy
from tests.broken.installation import sound

_MISTAKE = policy("language: nl", "langage: nl")


def run(locale: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """The command itself, in ``locale``: what it said, and its exit code."""
    command = [sys.executable, "-m", "gateway", *map(str, arguments)]
    # Unmeasured: coverage complains on stderr when a process that confined itself may not write its file.
    env = os.environ | {"LC_ALL": locale, "COVERAGE_PROCESS_CONFIG": ""}
    return subprocess.run(command, env=env, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize(
    ("locale", "told"),
    [
        ("nl_BE.UTF-8", 'onbekende sleutel "langage". Bedoelt u "language"?'),
        ("fr_BE.UTF-8", 'clé inconnue\u00a0: "langage". Vouliez-vous dire "language"\u00a0?'),
        ("C.UTF-8", 'unknown key "langage". Did you mean "language"?'),
    ],
)
def test_a_policy_with_a_mistake_is_told_in_the_language_of_the_locale(
    tmp_path: Path, locale: str, told: str
) -> None:
    sound(tmp_path)
    _MISTAKE(tmp_path)
    file = tmp_path / "policies/protocol.yaml"
    said = run(locale, "policy", "diff", file, file)
    assert (said.returncode, said.stderr) == (2, f"{file}:2:1: {told}\n")


def test_what_check_finds_is_told_in_the_language_of_the_locale(tmp_path: Path) -> None:
    sound(tmp_path)
    _MISTAKE(tmp_path)
    file = tmp_path / "policies/protocol.yaml"
    said = run("nl_BE.UTF-8", "check", "--offline", "--config", tmp_path / "gateway.yaml")
    told = f'error   policy           {file}:2:1: onbekende sleutel "langage". Bedoelt u "language"?'
    assert said.returncode == 2
    assert told in said.stdout.splitlines()


@pytest.mark.parametrize("command", [("serve",), ("policy", "test", ".")], ids=" ".join)
def test_every_mistake_of_a_configuration_is_told_on_a_line_of_its_own(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    sound(tmp_path)
    config("sessions: 200", "sessions: many")(tmp_path)
    config("hostname: mx.pepingen.example", "hostname:")(tmp_path)
    file = tmp_path / "gateway.yaml"
    said = run("nl_BE.UTF-8", *command, "--config", file)
    no_name = f'{file}:1:1: "hostname" heeft geen waarde. Schrijf een naam zoals mx.example.org.'
    no_number = f'{file}:7:20: "sessions" moet een geheel getal zijn.'
    remedy = "Schrijf enkel cijfers, zonder aanhalingstekens."
    assert said.returncode == 2
    assert said.stderr.endswith(f"{no_name}\n{no_number} {remedy}\n")
