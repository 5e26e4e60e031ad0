"""A start that fails names the file and the key, and has made nothing."""

import socket
import subprocess
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
    assert said.stderr.splitlines()[-1].startswith(told.format(ca=ca) + ". ")
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
    assert said.stderr.splitlines()[-1].startswith(told.format(ca=ca) + ". ")
    assert _made(tmp_path) == []


def test_what_the_doctor_knows_more_of_is_left_to_it(tmp_path: Path) -> None:
    sound(tmp_path)
    _DEGRADED(tmp_path)
    key = tmp_path / "tls/gateway.key"
    plain = key.rename(tmp_path / "plain.pem")
    locked = ("openssl", "pkey", "-in", str(plain), "-aes256", "-passout", "pass:secret", "-out", str(key))
    subprocess.run(locked, check=True)
    file = tmp_path / "gateway.yaml"
    assert run("C.UTF-8", "serve", "--config", file).stderr.splitlines()[-1] == (
        f"{key} holds a key with a pass phrase. "
        f"Run gateway check --config {file} as root: it names the file and the remedy."
    )


def test_an_address_that_is_taken_comes_with_what_shows_who_has_it(tmp_path: Path) -> None:
    sound(tmp_path)
    _DEGRADED(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        config("127.0.0.1:8025", f"127.0.0.1:{port}")(tmp_path)
        said = run("C.UTF-8", "serve", "--config", tmp_path / "gateway.yaml")
    assert said.stderr.splitlines()[-1] == (
        f"cannot listen on 127.0.0.1:{port}: Address already in use."
        " Stop what listens there, which `ss -ltnp` shows, or name another port."
    )
