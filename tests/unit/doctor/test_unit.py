"""The unit that systemd runs, beside the one that comes along. A small program answers for systemctl."""

from pathlib import Path

import pytest

from gateway.doctor.remark import Code, Grade, Remark
from gateway.doctor.unit import EXACT, FAMILIES, LEFT_OUT, unit_remarks
from tests.support.systemd import INSTALLED, OVERRIDE, SHIPPED, Systemctl


@pytest.fixture
def systemd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Systemctl:
    monkeypatch.setenv("PATH", str(tmp_path))
    return Systemctl(tmp_path)


def remarks(systemd: Systemctl, drop_in: str = "", **facts: str) -> list[Remark]:
    """What the doctor says when ``facts`` are other than they came, and ``drop_in`` made them so."""
    systemd.says(drop_in, **facts)
    return list(unit_remarks())


def set_by_the_shipped_unit(name: str) -> list[str]:
    lines = (line.partition("=") for line in SHIPPED.read_text().splitlines())
    return [value for key, _, value in lines if key == name]


def test_what_is_looked_at_is_what_the_shipped_unit_sets() -> None:
    assert {name: set_by_the_shipped_unit(name) for name in EXACT} == {n: [v] for n, v in EXACT.items()}
    (families,) = set_by_the_shipped_unit("RestrictAddressFamilies")
    assert set(families.split()) == FAMILIES
    assert set_by_the_shipped_unit("SystemCallFilter")[:2] == ["@system-service", "~@privileged @resources"]
    assert set_by_the_shipped_unit("User") == ["gateway"]
    assert [one.partition("=")[0] for one in set_by_the_shipped_unit("Environment")] == ["OPENSSL_CONF"]


def test_a_unit_as_it_came_is_well(systemd: Systemctl) -> None:
    (remark,) = remarks(systemd)

    assert (remark.grade, remark.code) == (Grade.OK, Code.SYSTEMD_UNIT)
    assert remark.detail == "gateway.service is confined as it came"


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("User=root", {"User": "root"}),
        ("NoNewPrivileges=no", {"NoNewPrivileges": "no"}),
        ("CapabilityBoundingSet=CAP_SYS_ADMIN", {"CapabilityBoundingSet": "cap_sys_admin"}),
        ("AmbientCapabilities=CAP_CHOWN", {"AmbientCapabilities": "cap_chown"}),
        ("ProtectSystem=full", {"ProtectSystem": "full"}),
        ("ProtectHome=no", {"ProtectHome": "no"}),
        ("PrivateTmp=no", {"PrivateTmp": "no"}),
        ("MemoryDenyWriteExecute=no", {"MemoryDenyWriteExecute": "no"}),
        ("MemorySwapMax=infinity", {"MemorySwapMax": "infinity"}),
        ("LimitCORE=infinity", {"LimitCORE": "infinity"}),
        ("RestrictAddressFamilies=", {"RestrictAddressFamilies": "~"}),
        ("RestrictAddressFamilies=AF_NETLINK", {"RestrictAddressFamilies": "AF_INET AF_NETLINK AF_UNIX"}),
        ("SystemCallFilter=", {"SystemCallFilter": ""}),
        ("SystemCallFilter=~mount", {"SystemCallFilter": "~mount"}),
        ("SystemCallFilter=@debug", {"SystemCallFilter": "accept ptrace:1 read"}),
        ("Environment=", {"Environment": ""}),
        ("Environment=OPENSSL_CONF=/etc/absent.cnf", {"Environment": "OPENSSL_CONF=/etc/absent.cnf"}),
        ("UnsetEnvironment=OPENSSL_CONF", {"UnsetEnvironment": "OPENSSL_CONF"}),
        ("IPAddressAllow=any", {"IPAddressAllow": "0.0.0.0/0 ::/0", "IPAddressDeny": "0.0.0.0/0 ::/0"}),
    ],
)
def test_a_drop_in_that_weakens_is_told_with_the_line_to_remove(
    systemd: Systemctl, line: str, shown: dict[str, str]
) -> None:
    (remark,) = remarks(systemd, f"[Service]\n{line}\nCPUWeight=50\n", **shown)

    assert (remark.grade, remark.code) == (Grade.WARNING, Code.SYSTEMD_UNIT)
    assert remark.remedy == (
        f"Remove {line} from {OVERRIDE}, then systemctl daemon-reload and systemctl restart gateway."
    )


def test_each_weakened_directive_is_told(systemd: Systemctl) -> None:
    told = remarks(systemd, "ProtectHome=no\nPrivateTmp=no\n", ProtectHome="no", PrivateTmp="no")

    assert [remark.detail for remark in told] == [
        "gateway.service: ProtectHome is no and not yes",
        "gateway.service: PrivateTmp is no and not yes",
    ]


def test_an_older_unit_without_any_drop_in_is_to_be_mended_in_its_own_file(systemd: Systemctl) -> None:
    (remark,) = remarks(systemd, MemorySwapMax="infinity")

    assert remark.remedy.startswith(f"Put MemorySwapMax in {INSTALLED} as this version's own unit has it")


def test_all_capabilities_are_counted_and_not_listed(systemd: Systemctl) -> None:
    (remark,) = remarks(systemd, CapabilityBoundingSet="cap_chown cap_dac_override cap_kill")

    assert remark.detail == "gateway.service: CapabilityBoundingSet is 3 names and not empty"


def test_other_variables_of_a_drop_in_are_never_told(systemd: Systemctl) -> None:
    drop_in = "Environment=PGPASSWORD=hunter2\nEnvironment=\n"

    told = remarks(systemd, drop_in, Environment="PGPASSWORD=hunter2")

    assert "hunter2" not in str(told)


def test_a_drop_in_that_the_running_systemd_has_not_read_is_told(systemd: Systemctl) -> None:
    (remark,) = remarks(systemd, NeedDaemonReload="yes")

    assert remark.grade is Grade.WARNING
    assert "daemon-reload" in remark.remedy


def test_addresses_that_an_administrator_denies_are_well_and_told(systemd: Systemctl) -> None:
    (remark,) = remarks(systemd, IPAddressDeny="0.0.0.0/0 ::/0", IPAddressAllow="127.0.0.0/8")

    assert remark.grade is Grade.OK
    assert remark.detail.endswith(", and IPAddressDeny besides")


def test_a_systemd_without_such_a_unit_is_not_examined_and_fails_nothing(systemd: Systemctl) -> None:
    (remark,) = remarks(systemd, LoadState="not-found")

    assert remark.grade is Grade.OK
    assert remark.detail == "not examined: systemd has no gateway.service that it can load"


@pytest.mark.parametrize("program", [None, "#!/bin/sh\nexit 1\n", "no program at all"])
def test_a_machine_without_systemd_is_not_examined_and_fails_nothing(
    program: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    if program is not None:
        (tmp_path / "systemctl").write_text(program)
        (tmp_path / "systemctl").chmod(0o755)

    (remark,) = unit_remarks()

    assert remark.grade is Grade.OK
    assert remark.detail == "not examined: no systemd answers here"


def test_each_call_that_the_unit_leaves_out_is_told_when_it_is_let_in(systemd: Systemctl) -> None:
    for call in LEFT_OUT:
        (remark,) = remarks(systemd, SystemCallFilter=f"accept {call} read")
        assert remark.detail == "gateway.service: SystemCallFilter lets in calls that the gateway never makes"
