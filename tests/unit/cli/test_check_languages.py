"""``gateway check`` answers in the language of the locale, when all is well and when it is not."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from gateway.cli.check import check
from gateway.doctor.examine import examine
from gateway.said import Said
from gateway.texts.errors import SENTENCES
from tests.unit.cli.test_check import ROOT, file
from tests.unit.texts.test_errors import has_words

__all__ = ["file"]

LOCALES = {"nl": "nl_BE.UTF-8", "fr": "fr_BE.UTF-8"}
PAGES = {"nl": "docs/nl/beheerder.md", "fr": "docs/en/admin.md"}
ELSEWHERE = """\
keys:
  smime: [{certificate: absent.pem, key: absent.key}]
  smime_revoked: absent.crl
  pgp_home: absent
trusted_peers: ["10.0.0.0/8"]
other_recipients: relay
signing: {domain: pepingen.example, selector: a, key: absent.key}
mailboxes:
  - {address: ocmw@pepingen.example, certificate: absent.pem, pgp_key: absent.asc}
console:
  listen: "127.0.0.1:8443"
  certificate: absent.pem
  key: absent.key
  accounts: absent.json
  drafts: absent/drafts
dns: {nameservers: ["127.0.0.1:9"]}
anchors: {mail: true}
"""


@pytest.fixture(params=["well", "odd", "poor", "unreadable"])
def installation(request: pytest.FixtureRequest, file: Path) -> Path:
    """A configuration in ``file``, and the rest of the installation: as it should be, or not."""
    text = file.read_text("utf-8")
    match request.param:
        case "odd":
            odd(file)
        case "poor":
            file.write_text(text.replace("gateway.crt, key", "gateway.key, key") + ELSEWHERE, "utf-8")
            (file.parent / "ledger.db").write_bytes(b"no ledger")
        case "unreadable":
            file.write_text("hostname: 1\nlisten: 2\ntls: []\n", "utf-8")
    return file


def odd(file: Path) -> None:
    """Takes from the installation in ``file`` what it needs to be well, name servers left alone."""
    policies = (str(ROOT / "tests/demo/policies"), str(ROOT / "policies"))
    text = file.read_text("utf-8").replace("hostname: mx.", "hostname: smtp.").replace(*policies)
    file.write_text(text, "utf-8")
    (file.parent / "gateway.key").chmod(0o644)


def rows(installation: Path, language: str) -> list[dict[str, str]]:
    """What the command answers in ``language``."""
    environment = {"LC_ALL": LOCALES.get(language, "C.UTF-8"), "LANGUAGE": None}
    arguments = ["--json", "--offline", "--config", str(installation)]
    result = CliRunner().invoke(check, arguments, env=environment)
    return [dict(row) for row in json.loads(result.stdout)]


def sentences(text: str) -> Iterator[str]:
    """What has words in ``text``, and in what stands in its gaps."""
    if isinstance(text, Said):
        if has_words(text.sentence):
            yield text.sentence
        for gap in text.gaps.values():
            yield from sentences(gap)


def test_every_remark_has_a_sentence_in_each_language(installation: Path) -> None:
    remarks = examine(
        installation, datetime.now(UTC), offline=ELSEWHERE not in installation.read_text("utf-8")
    )

    for remark in remarks:
        said = {*sentences(remark.detail), *sentences(remark.remedy)}
        assert any(sentences(remark.detail)), remark
        assert [one for words in SENTENCES.values() for one in said if one not in words] == []


@pytest.mark.parametrize("language", LOCALES)
def test_every_remark_is_told_in_the_language_of_the_locale(file: Path, language: str) -> None:
    odd(file)
    english, translated = rows(file, "en"), rows(file, language)

    for one, other in zip(translated, english, strict=True):
        assert (one["grade"], one["code"]) == (other["grade"], other["code"])
        assert one["detail"] != other["detail"]
        assert (one["remedy"] != other["remedy"]) == bool(other["remedy"])
        page, anchor = one["page"].split("#")
        assert page == PAGES[language]
        assert f'<a id="{anchor}"></a>' in (ROOT / page).read_text("utf-8")


@pytest.mark.parametrize(
    ("locale", "answer"),
    [
        (
            "nl_BE.UTF-8",
            "warning tls.name         het certificaat vermeldt smtp.pepingen.example niet. Vraag ",
        ),
        (
            "fr_BE.UTF-8",
            "warning tls.name         le certificat ne mentionne pas smtp.pepingen.example. Demandez-en ",
        ),
        (
            "de_BE.UTF-8",
            "warning tls.name         the certificate does not name smtp.pepingen.example. Request ",
        ),
    ],
)
def test_the_program_itself_answers_in_the_language_of_its_environment(
    file: Path,
    locale: str,
    answer: str,
) -> None:
    file.write_text(file.read_text("utf-8").replace("hostname: mx.", "hostname: smtp."), "utf-8")
    command = [sys.executable, "-m", "gateway", "check", "--offline", "--config", str(file)]
    environment = {name: value for name, value in os.environ.items() if name != "LANGUAGE"}
    done = subprocess.run(
        command, env=environment | {"LC_ALL": locale, "PYTHONUTF8": "1"}, capture_output=True, check=False
    )
    assert done.returncode == 1
    assert answer in done.stdout.decode("utf-8")
