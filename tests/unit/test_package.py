"""The Debian package: its scripts, and what is made for it. ``make deb-test`` installs it for real."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from deb import audit, completion, licences
from gateway.cli import main

ROOT = Path(__file__).parents[2]
DEB = ROOT / "deb"
SCRIPTS = sorted({*DEB.glob("*.sh"), DEB / "postinst", DEB / "prerm", DEB / "postrm"})
UNITS = ROOT / "systemd"
SCHEMA = re.compile(r"^# yaml-language-server: \$schema=(\S+)$", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#]+)")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_is_understood_by_a_plain_shell_and_stops_at_a_failure(script: Path) -> None:
    text = script.read_text("utf-8")
    assert text.startswith("#!/bin/sh\n")
    assert re.search(r"^set -eu?$", text, re.MULTILINE)
    assert subprocess.run(["sh", "-n", str(script)], capture_output=True, check=False).stderr == b""
    assert os.access(script, os.X_OK)


@pytest.mark.skipif(shutil.which("shellcheck") is None, reason="shellcheck is not installed")
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_shellcheck_has_nothing_to_say_of_a_script(script: Path) -> None:
    said = subprocess.run(["shellcheck", str(script)], capture_output=True, text=True, check=False)
    assert said.stdout == ""


def run(script: str, tree: Path, *arguments: str) -> str:
    """Runs a maintainer script with the system's folders in ``tree`` and no user to take away."""
    text = (DEB / script).read_text("utf-8")
    for folder in ("/etc/gateway", "/var/lib/gateway", "/run/systemd/system"):
        text = re.sub(rf"(?<![\w/]){folder}", f"{tree}{folder}", text)
    text = text.replace("getent passwd", "false")
    done = subprocess.run(["sh", "-c", text, script, *arguments], capture_output=True, text=True, check=True)
    return done.stderr


def installed(tree: Path, *, ledger: bool) -> None:
    for folder in ("etc/gateway/tls", "etc/gateway/policies", "var/lib/gateway"):
        (tree / folder).mkdir(parents=True)
    (tree / "etc/gateway/policies/ours.yaml").write_text("protocol: ours\n")
    if ledger:
        (tree / "var/lib/gateway/ledger.db").write_bytes(b"evidence")


def test_purging_leaves_the_ledger_and_says_so(tmp_path: Path) -> None:
    installed(tmp_path, ledger=True)
    said = run("postrm", tmp_path, "purge")
    assert not (tmp_path / "etc/gateway").exists()
    assert (tmp_path / "var/lib/gateway/ledger.db").read_bytes() == b"evidence"
    assert "The ledger, its signing key and the user gateway stay" in said
    assert str(tmp_path / "var/lib/gateway") in said


def test_purging_leaves_nothing_where_there_was_no_ledger(tmp_path: Path) -> None:
    installed(tmp_path, ledger=False)
    assert run("postrm", tmp_path, "purge") == ""
    assert not (tmp_path / "etc/gateway").exists()
    assert not (tmp_path / "var/lib/gateway").exists()


@pytest.mark.parametrize("action", ["remove", "upgrade", "failed-upgrade", "abort-install"])
def test_whatever_is_no_purge_leaves_configuration_and_ledger(tmp_path: Path, action: str) -> None:
    installed(tmp_path, ledger=True)
    run("postrm", tmp_path, action)
    run("prerm", tmp_path, action)
    assert (tmp_path / "etc/gateway/policies/ours.yaml").exists()
    assert (tmp_path / "var/lib/gateway/ledger.db").exists()


def test_the_package_asks_for_what_its_units_and_its_program_start() -> None:
    needs = (DEB / "control").read_text("utf-8")
    assert "procps" in needs, "/bin/kill of ExecReload"
    assert "/bin/kill" in (UNITS / "gateway.service").read_text("utf-8")
    for package in ("openssl", "gnupg", "libseccomp2", "python3 (>= @PYTHON@)", "systemd"):
        assert package in needs


def test_every_unit_starts_the_gateway_in_the_folder_that_the_package_puts_another_for() -> None:
    build = (DEB / "build.sh").read_text("utf-8")
    assert "s|/opt/gateway|$HOME_OF_IT|g" in build
    for unit in UNITS.glob("*.service"):
        assert "ExecStart=/opt/gateway/bin/gateway " in unit.read_text("utf-8")


def test_what_the_package_makes_of_the_configuration_fits_its_units() -> None:
    done = subprocess.run(
        ["sed", "-f", str(DEB / "configuration.sed"), str(ROOT / "config/gateway.yaml")],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "policies: policies " in done.stdout
    assert "certificate: /run/credentials/gateway.service/tls-certificate" in done.stdout
    assert "key: /run/credentials/gateway.service/tls-key" in done.stdout
    assert "../" not in done.stdout


def test_every_link_in_the_documents_of_the_package_leads_to_one_of_them(tmp_path: Path) -> None:
    subprocess.run([str(DEB / "documents.sh"), str(tmp_path)], check=True)
    pages = sorted(tmp_path.rglob("*.md"))
    assert {"README.md", "admin.md", "beheerder.md"} <= {page.name for page in pages}
    for page in pages:
        for target in LINK.findall(page.read_text("utf-8")):
            assert os.path.lexists(page.parent / target), f"{page.name}: {target}"


def test_the_schema_that_an_example_of_the_package_names_is_there(tmp_path: Path) -> None:
    subprocess.run([str(DEB / "documents.sh"), str(tmp_path)], check=True)
    pages = {page: page.read_text("utf-8") for page in tmp_path.rglob("*.yaml")}
    named = [(page, schema) for page, text in pages.items() for schema in SCHEMA.findall(text)]
    assert len(named) >= 3
    for page, schema in named:
        assert (page.parent / schema).is_file(), f"{page.name}: {schema}"


def test_the_units_beside_the_documents_are_those_of_the_package(tmp_path: Path) -> None:
    doc, units = tmp_path / "usr/share/doc/referral-gateway", tmp_path / "lib/systemd/system"
    subprocess.run([str(DEB / "documents.sh"), str(doc)], check=True)
    shutil.copytree(UNITS, units)
    assert {path.resolve() for path in (doc / "systemd").iterdir()} == set(units.iterdir())
    assert (doc / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()


def test_the_page_of_a_finding_is_among_the_documents_of_the_package(tmp_path: Path) -> None:
    subprocess.run([str(DEB / "documents.sh"), str(tmp_path)], check=True)
    for language in ("en_GB", "nl_BE", "fr_BE"):
        asked = ["check", "--offline", "--json", "--config", str(tmp_path / "none.yaml")]
        said = CliRunner(env={"LC_ALL": f"{language}.UTF-8"}).invoke(main, asked).stdout
        page, _, part = json.loads(said)[0]["page"].partition("#")
        assert f'<a id="{part}"></a>' in (tmp_path / page).read_text("utf-8")


def test_what_an_installation_says_has_the_order_of_the_guide_and_names_its_pages(tmp_path: Path) -> None:
    told = (DEB / "postinst").read_text("utf-8")
    first, second, third = (told.index(word) for word in ("a policy in", "systemctl enable", "gateway check"))
    assert first < second < third
    subprocess.run([str(DEB / "documents.sh"), str(tmp_path)], check=True)
    pages = re.findall(r"/usr/share/doc/referral-gateway/(\S+\.md)", told)
    assert len(pages) == 2
    assert all((tmp_path / page).is_file() for page in pages)


def test_there_is_a_manual_page_for_every_command(tmp_path: Path) -> None:
    pytest.importorskip("click_man", reason="click-man is not installed")
    subprocess.run([sys.executable, "-m", "deb.manual", str(tmp_path)], cwd=ROOT, check=True)
    pages = {page.name for page in tmp_path.iterdir()}
    assert {"gateway.1", "gateway-check.1", "gateway-transfers-verify.1", "gateway-policy-test.1"} <= pages
    assert r"\fB\-\-offline\fP" in (tmp_path / "gateway-check.1").read_text("utf-8")


def test_completion_is_written_for_three_shells_and_bash_takes_it(tmp_path: Path) -> None:
    completion.write(tmp_path)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) == 3
    script = tmp_path / "bash-completion/completions/gateway"
    loaded = f"source '{script}' && complete -p gateway"
    done = subprocess.run(["bash", "-c", loaded], capture_output=True, text=True, check=True)
    assert "gateway" in done.stdout


def test_every_library_is_listed_with_its_licence() -> None:
    lines = list(licences.listed(Path(sys.prefix)))
    assert any(line.startswith("cryptography ") for line in lines)
    assert [line for line in lines if line.endswith((": ", "not stated"))] == []


def test_what_the_advisories_say_is_told_and_silence_is_no_clean_bill() -> None:
    weak = '{"dependencies": [{"name": "a", "version": "1", "vulns": [{"id": "PYSEC-1"}]}, '
    weak += '{"name": "b", "version": "2", "vulns": []}, {"name": "c", "skip_reason": "unknown"}]}'
    assert audit.told(weak) == (
        "audit: a 1: PYSEC-1\naudit: 2 of 3 libraries are known to the advisories, 1 weak\n", 1
    )  # fmt: skip
    for silence in ("", "no JSON", '{"dependencies": [{"name": "c", "skip_reason": "unknown"}]}'):
        assert audit.told(silence) == ("audit: SKIPPED, the advisories could not be reached\n", 0)
