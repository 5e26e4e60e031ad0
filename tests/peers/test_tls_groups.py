"""The groups of key exchange that config/openssl.cnf leaves, tried by OpenSSL's own client."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.certificates import new_authority

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")

CONFIGURATION = Path(__file__).parents[2] / "config" / "openssl.cnf"
_SERVER = """
import socket, sys
from pathlib import Path
from gateway.inbound.tls import server_context
context = server_context(Path(sys.argv[1]), Path(sys.argv[2]))
listening = socket.create_server(("127.0.0.1", 0))
print(listening.getsockname()[1], flush=True)
while True:
    client, _ = listening.accept()
    try:
        context.wrap_socket(client, server_side=True).close()
    except OSError:
        client.close()
"""


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    issued = new_authority(tmp_path_factory.mktemp("tls")).server("mx.example")
    command = (sys.executable, "-c", _SERVER, issued.certificate, issued.key)
    environment = {"OPENSSL_CONF": str(CONFIGURATION)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as server:
        assert server.stdout is not None
        yield server.stdout.readline().strip()
        server.kill()


def agrees(port: str, group: str) -> bool:
    command = ("openssl", "s_client", "-connect", f"127.0.0.1:{port}", "-groups", group)
    said = subprocess.run(command, input="", capture_output=True, text=True, check=False, timeout=60)
    return "New, TLSv1.3" in said.stdout


@pytest.mark.parametrize("group", ["X25519", "P-256", "P-384"])
def test_a_group_of_the_profile_is_taken(port: str, group: str) -> None:
    assert agrees(port, group)


@pytest.mark.parametrize("group", ["P-521", "X448"])
def test_another_group_is_not(port: str, group: str) -> None:
    assert not agrees(port, group)


def test_the_unit_names_the_file() -> None:
    unit = CONFIGURATION.parents[1] / "systemd" / "gateway.service"
    assert "Environment=OPENSSL_CONF=/etc/gateway/openssl.cnf\n" in unit.read_text("utf-8")
