from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gateway.cli.form import form

CONFIG = """\
hostname: mx.pepingen.example
listen: ["127.0.0.1:0"]
tls: {certificate: gateway.crt, key: gateway.key}
next_hop: {address: "127.0.0.1:25"}
policies: policies
ledger: {url: "sqlite:///var/lib/gateway/ledger.db"}
"""
GUID = "11111111-2222-4333-8444-555555555555"
POLICY = """\
protocol: NAME
language: fr
valid: {from: 2025-12-18}
recipients: [NAME@pepingen.example]
senders: {allow: ["*@kindengezin.example"]}
label: {accept: [{tenant: UNKNOWN, id: UNKNOWN}]}
fields: {allow: [last_name, phone]}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "policies").mkdir()
    (tmp_path / "gateway.yaml").write_text(CONFIG)
    add_policy(tmp_path, "one")
    return tmp_path / "gateway.yaml"


def add_policy(folder: Path, name: str) -> None:
    (folder / f"policies/{name}.yaml").write_text(POLICY.replace("NAME", name))


def run(*arguments: object) -> Result:
    return CliRunner().invoke(form, [str(argument) for argument in arguments])


def labels(result: Result) -> list[str]:
    return [line for line in result.stdout.splitlines() if line.endswith(": ")]


def test_the_form_is_the_only_policys_in_its_language(file: Path) -> None:
    result = run("--config", file)

    assert result.exit_code == 0
    assert labels(result) == ["Nom: ", "Téléphone: "]


def test_the_language_asked_for_counts_more_than_the_policys(file: Path) -> None:
    assert labels(run("--config", file, "--lang", "en")) == ["Last name: ", "Phone: "]


def test_of_several_policies_one_must_be_chosen(file: Path) -> None:
    add_policy(file.parent, "two")

    unchosen, chosen = run("--config", file), run("--config", file, "--policy", "two", "--format", "eml")

    assert (unchosen.exit_code, unchosen.stdout) == (2, "")
    assert unchosen.stderr == "several policies. Choose one with --policy: one, two.\n"
    assert "To: two@pepingen.example\n" in chosen.stdout


def test_a_policy_nobody_has_is_refused_with_the_known_names(file: Path) -> None:
    result = run("--config", file, "--policy", "tow")

    assert (result.exit_code, result.stderr) == (2, "no policy of that name. Known here: one.\n")


def test_a_configuration_that_was_asked_for_and_is_broken_is_refused(file: Path) -> None:
    file.write_text("hostname: []\n")

    result = run("--config", file)

    assert result.exit_code == 2
    assert result.stderr.startswith(f"{file}:1:1: ")


def test_without_any_configuration_the_form_has_every_field(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("gateway.config.DEFAULT_PATHS", (Path("config/gateway.yaml"),))

    result = run()

    assert result.exit_code == 0
    assert len(labels(result)) == 6
    assert result.stderr == "No usable configuration here, so the form has every field.\n"


def test_without_a_configuration_of_the_machine_that_of_the_folder_is_told_once(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(file.parent)
    monkeypatch.setattr("gateway.config.DEFAULT_PATHS", (file.parent / "etc.yaml", Path(file.name)))

    result = run("--lang", "en")

    assert result.exit_code == 0
    assert result.stderr.count(f"{file.parent}/etc.yaml is not there, so this reads {file}.\n") == 1
    assert "this reads" not in run("--config", file).stderr


@pytest.mark.parametrize(
    ("label", "told"),
    [
        (
            "{tenant: UNKNOWN, id: UNKNOWN, name: Geheim}",
            "The form leaves the label out: the policy still has UNKNOWN for its tenant or id.\n",
        ),
        (f"{{tenant: {GUID}, id: {GUID}}}", "The form leaves the label out: the policy gives it no name.\n"),
        (f"{{tenant: {GUID}, id: {GUID}, name: Geheim}}", ""),
    ],
)
def test_a_form_that_leaves_the_label_out_says_why(file: Path, label: str, told: str) -> None:
    policy = file.parent / "policies/one.yaml"
    policy.write_text(policy.read_text().replace("{tenant: UNKNOWN, id: UNKNOWN}", label))

    result = run("--config", file)

    assert result.stderr == told
    assert ("Geheim" in result.stdout) == (not told)


@pytest.mark.parametrize(
    ("shape", "begin"), [("text", "Par la"), ("html", "<!DOCTYPE"), ("eml", "X-Unsent: 1")]
)
def test_a_file_gets_what_would_have_been_printed(file: Path, shape: str, begin: str) -> None:
    out = file.parent / "form"

    printed = run("--config", file, "--format", shape)
    written = run("--config", file, "--format", shape, "--out", out)

    assert printed.stdout_bytes.startswith(begin.encode())
    assert (written.exit_code, written.stdout) == (0, "")
    assert out.read_bytes() == printed.stdout_bytes


def test_a_file_that_cannot_be_written_is_told(file: Path) -> None:
    result = run("--config", file, "--out", file.parent / "absent/form")

    assert result.exit_code == 2
    assert result.stderr.endswith(
        "absent/form cannot be written: No such file or directory. Choose another place.\n"
    )
