import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from gateway.cli import main
from gateway.cli.check import check
from gateway.doctor.remark import Code

ROOT = Path(__file__).parents[3]
CONFIG = """\
hostname: mx.pepingen.example
listen: ["127.0.0.1:0"]
tls: {{certificate: {certificate}, key: {key}}}
next_hop: {{address: "127.0.0.1:9", tls: verify, ca: {ca}}}
policies: {policies}
ledger: {{url: "sqlite://{folder}/ledger.db"}}
timezone: Europe/Brussels
seal_months_to: [age1m96uakus42vkz6al0x7dzlhudz5xcvjrfpwfn8zf75mljyqxx4pqz32z5u]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A configuration in which everything that needs no network is well."""
    certificate, key = self_signed(tmp_path)
    config = tmp_path / "gateway.yaml"
    config.write_text(
        CONFIG.format(
            certificate=certificate,
            key=key,
            ca=certificate,
            policies=ROOT / "tests/demo/policies",
            folder=tmp_path,
        )
    )
    return config


def self_signed(folder: Path) -> tuple[Path, Path]:
    """A certificate that lives a year, and its key."""
    certificate, key = folder / "gateway.crt", folder / "gateway.key"
    request = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    names = ["-subj", "/CN=gateway", "-addext", "subjectAltName=DNS:mx.pepingen.example"]
    files = ["-days", "365", "-out", str(certificate), "-keyout", str(key)]
    subprocess.run([*request, *names, *files], check=True, capture_output=True)
    return certificate, key


def run(*arguments: object) -> Result:
    return CliRunner().invoke(check, [str(argument) for argument in arguments])


def test_all_is_well_exits_0_with_one_line_for_each_subject(file: Path) -> None:
    result = run("--config", file, "--offline")

    assert result.exit_code == 0
    assert {line.split()[0] for line in result.stdout.splitlines()} == {"ok"}
    assert result.stderr == ""


def test_a_warning_exits_1(file: Path) -> None:
    file.write_text(file.read_text().replace("hostname: mx.", "hostname: smtp."))

    result = run("--config", file, "--offline")

    assert result.exit_code == 1
    assert (
        "warning tls.name         the certificate does not name smtp.pepingen.example. Request "
        in result.stdout
    )


def test_an_error_exits_2_and_says_what_to_do(file: Path) -> None:
    file.write_text(file.read_text().replace(str(ROOT / "tests/demo/policies"), str(ROOT / "policies")))

    result = run("--config", file, "--offline")

    assert result.exit_code == 2
    lines = [line for line in result.stdout.splitlines() if line.startswith("error")]
    assert [line.split()[1] for line in lines] == ["policy.label", "policy.label"]
    assert all("gateway explain SAMPLE.eml" in line for line in lines)


def test_a_broken_configuration_is_told_line_by_line(file: Path) -> None:
    file.write_text("hostname: 1\nlisten: 2\n")

    result = run("--config", file)

    assert result.exit_code == 2
    assert f"error   config           {file}:1:11: " in result.stdout
    assert f"error   config           {file}:2:9: " in result.stdout


def test_a_missing_configuration_is_an_error_and_no_traceback(tmp_path: Path) -> None:
    result = run("--config", tmp_path / "absent.yaml")

    assert result.exit_code == 2
    assert "no such file. Check the path" in result.stdout
    assert isinstance(result.exception, SystemExit)


def commands(command: click.Command) -> Iterator[click.Command]:
    """The command, and all below it."""
    yield command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            yield from commands(required(command.get_command(context, name)))


def required(command: click.Command | None) -> click.Command:
    assert command
    return command


def test_every_command_that_takes_a_configuration_tells_which_one_it_takes_otherwise() -> None:
    options = [option for command in commands(main) for option in command.params if option.name == "file"]
    told = {option.help for option in options if isinstance(option, click.Option)}
    assert told == {"The configuration file; else /etc/gateway/gateway.yaml, then config/gateway.yaml."}
    assert len(options) > 10


def test_json_holds_every_remark_with_its_stable_code(file: Path) -> None:
    result = run("--config", file, "--offline", "--json")

    rows = json.loads(result.stdout)
    assert all(set(row) == {"grade", "code", "detail", "remedy", "page"} for row in rows)
    assert {row["code"] for row in rows} <= {code.value for code in Code}
    assert {row["page"] for row in rows} == {f"docs/en/admin.md#check-{row['code']}" for row in rows}
    assert {row["code"] for row in rows} >= {"config", "policy", "tls.key", "ledger", "clock", "disk"}


def test_without_offline_the_next_hop_and_the_name_server_are_asked(file: Path) -> None:
    file.write_text(file.read_text() + 'dns: {nameservers: ["127.0.0.1:9"]}\n')

    rows = json.loads(run("--config", file, "--json").stdout)

    assert {row["code"]: row["grade"] for row in rows if row["grade"] != "ok"} == {
        "next_hop": "error",
        "dns": "error",
    }


def test_checking_changes_nothing(file: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in file.parent.rglob("*")}

    run("--config", file, "--offline")

    assert {path: path.stat().st_mtime_ns for path in file.parent.rglob("*")} == before


def test_authorities_of_the_next_hop_that_are_not_there_are_found_offline_too(file: Path) -> None:
    file.write_text(file.read_text().replace("tls: verify, ca: ", "tls: verify, ca: absent"))

    result = run("--config", file, "--offline")

    assert (result.exit_code, "which next_hop.ca names, is not there" in result.stdout) == (2, True)
