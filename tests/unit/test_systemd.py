"""The systemd units: what systemd itself says of them, and the promises they make to the service."""

import re
import shutil
import subprocess
from configparser import ConfigParser
from pathlib import Path

import pytest

UNITS = Path(__file__).parents[2] / "systemd"
# What is left is the network: 0.5 for having one, 0.3 for speaking IP, 0.2 for speaking to anyone.
MOST_EXPOSURE = 1.1
AMONG_KNOWN_SERVERS = 1.0

with_systemd = pytest.mark.skipif(
    shutil.which("systemd-analyze") is None,
    reason="systemd-analyze is not installed (apt-get install systemd)",
)


class _Unit(ConfigParser):
    """A unit file: keys in their own case, repeated keys and ``%`` allowed."""

    def __init__(self, name: str) -> None:
        super().__init__(strict=False, interpolation=None, delimiters=("=",), comment_prefixes=("#",))
        self.optionxform = str  # type: ignore[assignment,method-assign]  # the documented way to keep case
        self.read(UNITS / name, encoding="utf-8")


def _analyze(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["systemd-analyze", "--no-pager", *arguments], capture_output=True, text=True, check=False, timeout=30
    )


def _copy_units(folder: Path, find: str = "", put: str = "", name: str = "gateway") -> Path:
    """A service with its socket or timer below ``folder``, its command one that every system has; its path.

    In the service ``find`` is replaced by ``put``.
    """
    for unit in ("gateway.socket", "gateway-verify.timer"):
        shutil.copy(UNITS / unit, folder)
    text = (UNITS / f"{name}.service").read_text(encoding="utf-8")
    assert find in text
    runnable = re.sub(r"^(Exec\w+)=.*", r"\1=/bin/true", text.replace(find, put, 1), flags=re.MULTILINE)
    service = folder / f"{name}.service"
    service.write_text(runnable, encoding="utf-8")
    return service


@with_systemd
@pytest.mark.parametrize("unit", ["gateway.service", "gateway-erase.service", "gateway-verify.service"])
def test_the_sandbox_leaves_almost_no_exposure(unit: str) -> None:
    threshold = f"--threshold={round(MOST_EXPOSURE * 10)}"
    result = _analyze("security", "--offline=true", threshold, str(UNITS / unit))
    assert result.returncode == 0, result.stdout


@with_systemd
def test_among_known_servers_the_exposure_is_one(tmp_path: Path) -> None:
    known = "[Service]\nIPAddressDeny=any\nIPAddressAllow=localhost 192.0.2.0/24\n"
    service = _copy_units(tmp_path, "[Service]\n", known)
    threshold = f"--threshold={round(AMONG_KNOWN_SERVERS * 10)}"
    result = _analyze("security", "--offline=true", threshold, str(service))
    assert result.returncode == 0, result.stdout


@with_systemd
def test_the_exposure_test_notices_a_sandbox_that_was_opened(tmp_path: Path) -> None:
    opened = _copy_units(tmp_path, "CapabilityBoundingSet=\n")
    threshold = f"--threshold={round(MOST_EXPOSURE * 10)}"
    assert _analyze("security", "--offline=true", threshold, str(opened)).returncode != 0


@with_systemd
def test_systemd_understands_every_line(tmp_path: Path) -> None:
    for name, other in (("gateway", "gateway.socket"), ("gateway-verify", "gateway-verify.timer")):
        service = _copy_units(tmp_path, name=name)
        result = _analyze("verify", "--man=no", str(service), str(tmp_path / other))
        assert (result.returncode, result.stderr) == (0, "")


@with_systemd
def test_systemd_understands_the_timer_and_what_it_starts(tmp_path: Path) -> None:
    text = (UNITS / "gateway-erase.service").read_text(encoding="utf-8")
    (tmp_path / "gateway-erase.service").write_text(
        re.sub(r"^ExecStart=.*", "ExecStart=/bin/true", text, flags=re.MULTILINE), encoding="utf-8"
    )
    timer = shutil.copy(UNITS / "gateway-erase.timer", tmp_path)
    result = _analyze("verify", "--man=no", str(timer), str(tmp_path / "gateway-erase.service"))
    assert (result.returncode, result.stderr) == (0, "")
    assert _Unit("gateway-erase.timer")["Timer"]["Persistent"] == "true"


def test_what_erases_runs_as_the_gateway_and_listens_to_nobody() -> None:
    service, gateway = _Unit("gateway-erase.service")["Service"], _Unit("gateway.service")["Service"]
    assert [service[key] for key in ("User", "UMask", "StateDirectory")] == [
        gateway[key] for key in ("User", "UMask", "StateDirectory")
    ]
    assert service["SocketBindDeny"] == "tcp"
    assert service["ExecStart"].endswith("transfers erase --config /etc/gateway/gateway.yaml")


@with_systemd
def test_a_misspelt_line_is_noticed(tmp_path: Path) -> None:
    service = _copy_units(tmp_path, "ProtectSystem=strict", "ProtectSytem=strict")
    assert "ProtectSytem" in _analyze("verify", "--man=no", str(service)).stderr


def test_the_service_gets_port_25_from_its_socket_and_no_capability() -> None:
    service, socket = _Unit("gateway.service")["Service"], _Unit("gateway.socket")["Socket"]
    assert socket["FileDescriptorName"] == "smtp"
    assert socket["BindIPv6Only"] == "ipv6-only"
    assert (UNITS / "gateway.socket").read_text(encoding="utf-8").count("ListenStream=") == 2
    assert service["CapabilityBoundingSet"] == service["AmbientCapabilities"] == ""
    assert _Unit("gateway.service")["Unit"]["Requires"] == "gateway.socket"


def test_a_message_in_memory_reaches_no_disk() -> None:
    service = _Unit("gateway.service")["Service"]
    assert (service["MemorySwapMax"], service["LimitCORE"]) == ("0", "0")


def test_draining_has_its_thirty_seconds() -> None:
    assert int(_Unit("gateway.service")["Service"]["TimeoutStopSec"]) > 30
