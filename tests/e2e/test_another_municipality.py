"""Nothing is hard-wired to Pepingen: the second example, as it is in the documentation."""

import shutil
from pathlib import Path

from click.testing import CliRunner

from gateway.cli import main
from tests.support.certificates import new_authority
from tests.support.corpus import client_in, readable
from tests.support.stage import staged

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "one-cpas"
SENDER, MAILBOX = "claire.dubois@one.example", "accueil@cpas-braine.example"


def mail(name: str) -> bytes:
    """A message of the example's expectations, with the line ends of the wire."""
    return (EXAMPLE / "expectations" / f"{name}.eml").read_bytes().replace(b"\n", b"\r\n")


def installed(folder: Path) -> Path:
    """The example in ``folder`` with a certificate and a ledger of its own; its configuration."""
    shutil.copytree(EXAMPLE, folder, dirs_exist_ok=True)
    (folder / "tls").mkdir()
    authority = new_authority(folder / "tls")
    issued = authority.server("mx.cpas-braine.example")
    issued.certificate.rename(folder / "tls" / "gateway.crt")
    issued.key.rename(folder / "tls" / "gateway.key")
    (folder / "ca").mkdir()
    authority.certificate.rename(folder / "ca" / "next-hop.pem")
    config = folder / "gateway.yaml"
    config.write_text(config.read_text("utf-8").replace("/var/lib/gateway", str(folder)), "utf-8")
    return config


def test_the_doctor_finds_no_error_in_the_other_example(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["check", "--offline", "--config", str(installed(tmp_path))])
    assert "error" not in {line.split()[0] for line in result.stdout.splitlines()}, result.stdout
    assert "one-cpas-braine-le-comte is in force" in result.stdout


def test_its_policy_does_what_is_expected_of_it() -> None:
    arguments = [str(EXAMPLE / "expectations"), "--config", str(EXAMPLE / "gateway.yaml")]
    result = CliRunner().invoke(main, ["policy", "test", *arguments])
    assert (result.exit_code, result.stdout.count("ok ")) == (0, 6), result.stdout


async def test_its_mail_passes_and_is_refused_in_french(tmp_path: Path) -> None:
    async with staged(tmp_path, policies=EXAMPLE / "policies", domain="one.example") as stage:
        assert (await stage.send(mail("form"), SENDER, MAILBOX)).startswith("250 2.6.0 ")
        refusal = await stage.send(mail("without-label"), SENDER, MAILBOX)
        [delivered] = await stage.mailbox.received(1)
    assert refusal.startswith("550 5.7.1 ")
    assert "Confidentiel" in refusal
    client = client_in(delivered.content)
    assert (client["municipality"], client["phone"]) == ("Hennuyères", ["+32470123456"])
    text = readable(delivered.content)
    assert "Prénom" in text
    assert "Pepingen" not in text
