import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gateway.cli.policy import policy
from tests.support.corpus import CORPUS

UNLABELLED = "verdict: reject\ncodes: [label.missing]\n"


def held(folder: Path, config: Path, expected: str, *options: str) -> Result:
    folder.mkdir(exist_ok=True)
    shutil.copy(CORPUS / "043-no-label" / "message.eml", folder / "unlabelled.eml")
    (folder / "unlabelled.yaml").write_text(expected, "utf-8")
    return CliRunner().invoke(policy, ["test", str(folder), "--config", str(config), *options])


def test_what_is_expected_is_ok_and_anything_else_is_told(tmp_path: Path, config: Path) -> None:
    result = held(tmp_path / "kept", config, UNLABELLED)
    assert (result.exit_code, result.stdout) == (0, "ok       unlabelled\n")
    result = held(tmp_path / "kept", config, "verdict: deliver\n", "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout) == [
        {"name": "unlabelled", "wrong": "reject, not deliver; with label.missing"}
    ]
    result = held(tmp_path / "kept", config, "verdict: reject\ncodes: [label.missing]\ntls: none\n")
    assert (result.exit_code, "with encryption." in result.stdout) == (1, True)


def test_what_became_of_a_message_is_told_in_the_language_of_the_locale(
    tmp_path: Path, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "nl_BE.UTF-8")
    result = held(tmp_path / "kept", config, "verdict: deliver\n")
    assert result.stdout == "anders   unlabelled: reject, niet deliver; met label.missing\n"


def test_a_folder_that_is_not_there_is_told_from_one_without_mails(tmp_path: Path, config: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name, told in (("none", "this folder is not there"), ("empty", "no NAME.eml in this folder")):
        result = CliRunner().invoke(policy, ["test", str(tmp_path / name), "--config", str(config)])
        assert (result.exit_code, result.stdout) == (2, "")
        assert f"{tmp_path / name}: {told}. " in result.stderr


def test_a_code_that_no_finding_has_is_refused_with_the_nearest(tmp_path: Path, config: Path) -> None:
    result = held(tmp_path / "kept", config, "verdict: reject\ncodes: [label.mising]\n")
    assert (result.exit_code, result.stdout) == (2, "")
    assert 'yaml:2:9: this is no code of a finding. Did you mean "label.missing"?' in result.stderr
    result = held(tmp_path / "kept", config, "verdict: reject\ncodes: [zzz]\n")
    assert "Take one that gateway explain prints." in result.stderr


def test_a_mail_of_which_nothing_usable_is_expected_is_told_and_the_others_are_held(
    tmp_path: Path, config: Path
) -> None:
    held(tmp_path / "kept", config, UNLABELLED)
    shutil.copy(tmp_path / "kept" / "unlabelled.eml", tmp_path / "kept" / "another.eml")
    result = held(tmp_path / "kept", config, UNLABELLED)
    assert (result.exit_code, result.stdout) == (2, "ok       unlabelled\n")
    assert result.stderr == (
        f"{tmp_path / 'kept' / 'another.yaml'} is missing. Write in it what must become of another.eml.\n"
    )


def test_an_expectation_that_cannot_be_used_exits_2_with_its_place(tmp_path: Path, config: Path) -> None:
    result = held(tmp_path / "kept", config, "verdict: refuse\n")
    assert (result.exit_code, "unlabelled.yaml:1:10" in result.stderr) == (2, True)
    (tmp_path / "kept" / "unlabelled.yaml").unlink()
    (tmp_path / "kept" / "unlabelled.eml").unlink()
    result = CliRunner().invoke(policy, ["test", str(tmp_path / "kept"), "--config", str(config)])
    assert (result.exit_code, "no NAME.eml" in result.stderr) == (2, True)
