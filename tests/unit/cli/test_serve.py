"""A start that fails names the file and the key, and has made nothing."""

from pathlib import Path

import pytest

from tests.broken.case import config
from tests.broken.installation import sound
from tests.broken.test_told import run

_DEGRADED = config("", "sandbox: degraded")


def _made(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.glob("ledger*"))


@pytest.mark.parametrize(
    ("locale", "told"),
    [
        ("nl_BE.UTF-8", "{ca}, dat in next_hop.ca staat, is er niet"),
        ("fr_BE.UTF-8", "{ca}, que nomme next_hop.ca, n'existe pas"),
        ("C.UTF-8", "{ca}, which next_hop.ca names, is not there"),
    ],
)
def test_authorities_that_are_not_there_are_named_before_anything_is_made(
    tmp_path: Path, locale: str, told: str
) -> None:
    sound(tmp_path)
    _DEGRADED(tmp_path)
    ca = tmp_path / "ca/next-hop.pem"
    ca.unlink()
    said = run(locale, "serve", "--config", tmp_path / "gateway.yaml")
    assert said.returncode == 2
    assert said.stderr.splitlines()[-1] == told.format(ca=ca)
    assert _made(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("notices", "{ca}, which notices.ca names, holds no readable PEM certificates"),
        ("next_hop", "{ca}, which next_hop.ca names, cannot be read: Is a directory"),
        ("tls", "{ca} cannot be read: Is a directory"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_key(tmp_path: Path, name: str, told: str) -> None:
    sound(tmp_path)
    _DEGRADED(tmp_path)
    ca = tmp_path / "ca/other.pem"
    match name:
        case "notices":
            ca.write_text("no certificate\n")
            config("", f'notices: {{address: "127.0.0.1:8027", ca: {ca}}}')(tmp_path)
        case "next_hop":
            ca.mkdir()
            config("ca: ca/next-hop.pem", f"ca: {ca}")(tmp_path)
        case _:
            ca.mkdir()
            config("minimum: TLSv1.2", f"client_ca: {ca}")(tmp_path)
    said = run("C.UTF-8", "serve", "--config", tmp_path / "gateway.yaml")
    assert said.returncode == 2
    assert said.stderr.splitlines()[-1] == told.format(ca=ca)
    assert _made(tmp_path) == []
