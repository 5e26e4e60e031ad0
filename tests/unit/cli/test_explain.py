from pathlib import Path

import pytest
from click.testing import CliRunner

from gateway.cli.explain import explain

SENDER, MAILBOX = "katrien.moortgat@kindengezin.example", "ocmw@pepingen.example"
TENANT = "11111111-2222-4333-8444-555555555555"


@pytest.mark.parametrize(
    ("content", "warned"), [(b"\xd0\xcf\x11\xe0 Outlook", True), (b"Subject: x\n\n", False)]
)
def test_a_file_that_does_not_begin_like_a_mail_is_told_of(
    tmp_path: Path, content: bytes, warned: bool
) -> None:
    file = tmp_path / "mail.eml"
    file.write_bytes(content)
    result = CliRunner().invoke(explain, [str(file), "--config", str(tmp_path / "none.yaml")])
    assert ("begins with no header of a mail. Save it as .eml" in result.stderr) is warned


def test_a_file_that_is_not_there_is_told_in_a_sentence(tmp_path: Path) -> None:
    result = CliRunner().invoke(explain, [str(tmp_path / "NOPE.eml")])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"{tmp_path}/NOPE.eml cannot be read: No such file or directory. Name the saved mail, an .eml file.\n"
    )


@pytest.mark.parametrize(
    ("id_", "enabled", "told"),
    [
        ("aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee", "true", "enabled, accepted by the policy"),
        ("aaaaaaaa-bbbb-4ccc-8ddd-ffffffffffff", "true", "enabled, not in this policy"),
        ("aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee", "false", "removed"),
    ],
)
def test_a_label_is_told_with_whether_the_policy_accepts_it(
    tmp_path: Path, config: Path, id_: str, enabled: str, told: str
) -> None:
    label = f"MSIP_Label_{id_}_Enabled={enabled};MSIP_Label_{id_}_SiteId={TENANT}"
    mail = tmp_path / "mail.eml"
    mail.write_text(f"From: {SENDER}\nTo: {MAILBOX}\nmsip_labels: {label}\n\nNobody.\n", "utf-8")
    result = CliRunner().invoke(explain, [str(mail), "--offline", "--config", str(config)])
    assert result.exit_code == 0
    assert f"label  tenant: {TENANT}  id: {id_}  name:   {told}\n" in result.stdout


def test_findings_and_labels_are_told_in_the_language_of_the_locale(tmp_path: Path, config: Path) -> None:
    id_ = "aaaaaaaa-bbbb-4ccc-8ddd-ffffffffffff"
    label = f"MSIP_Label_{id_}_Enabled=true;MSIP_Label_{id_}_SiteId={TENANT}"
    mail = tmp_path / "mail.eml"
    mail.write_text(f"From: {SENDER}\nTo: {MAILBOX}\nmsip_labels: {label}\n\nNobody.\n", "utf-8")
    result = CliRunner(env={"LC_ALL": "fr_BE.UTF-8"}).invoke(
        explain, [str(mail), "--offline", "--config", str(config)]
    )
    told = result.stdout.replace("\u00a0", " ")
    assert f"label  tenant : {TENANT}  id : {id_}  nom :   active, absente de cette politique" in told
    verdict, _, headings, *_ = result.stdout.splitlines()
    assert (verdict, headings.split()) == ("reject", ["constat", "quoi", "où"])
    assert "client.none" in result.stdout
    assert "Le protocole est en vigueur" in result.stdout
