import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gateway.cli.policy import policy

SHIPPED = Path(__file__).parents[3] / "policies" / "opgroeien-ocmw-pepingen.yaml"


@pytest.fixture
def new(tmp_path: Path) -> Path:
    file = tmp_path / "new.yaml"
    file.write_text(SHIPPED.read_text("utf-8").replace('"*@opgroeien.be"', '"*@kindengezin.be"'), "utf-8")
    return file


def run(*arguments: object) -> Result:
    return CliRunner().invoke(policy, ["diff", *map(str, arguments)])


def test_what_changes_is_told_and_exits_1(new: Path) -> None:
    result = run(SHIPPED, new)
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "From now on mail from *@opgroeien.be is refused, unless another entry lets it in.",
        "From now on mail from *@kindengezin.be is let in to be judged.",
    ]
    assert json.loads(run(SHIPPED, new, "--json").stdout) == result.stdout.splitlines()


def test_a_comment_changes_nothing(new: Path) -> None:
    new.write_text("# another\n" + SHIPPED.read_text("utf-8"), "utf-8")
    result = run(SHIPPED, new)
    assert (result.exit_code, result.stdout) == (0, "Nothing changes.\n")


def test_a_file_that_is_no_policy_exits_2_with_its_place(new: Path) -> None:
    new.write_text("protocol: 1\n", "utf-8")
    result = run(SHIPPED, new)
    assert result.exit_code == 2
    assert f"{new}:1:11" in result.stderr
    assert run(SHIPPED, new.parent / "absent.yaml").exit_code == 2


def test_what_changes_is_told_in_the_language_of_the_locale_but_not_to_a_program(
    new: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    english = run(SHIPPED, new, "--json").stdout
    monkeypatch.setenv("LC_ALL", "nl_BE.UTF-8")
    assert run(SHIPPED, new).stdout == run(SHIPPED, new, "--lang", "nl").stdout
    assert run(SHIPPED, new).stdout != run(SHIPPED, new, "--lang", "en").stdout
    assert run(SHIPPED, new, "--json").stdout == english
    assert run(SHIPPED, SHIPPED).stdout == run(SHIPPED, SHIPPED, "--lang", "nl").stdout
