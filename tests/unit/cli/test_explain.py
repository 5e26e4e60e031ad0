from pathlib import Path

import pytest
from click.testing import CliRunner

from gateway.cli.explain import explain


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
