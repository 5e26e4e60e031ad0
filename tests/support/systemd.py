"""A program that answers for ``systemctl``, of a machine on which the gateway's unit is installed."""

from pathlib import Path

from gateway.doctor.unit import EXACT, UNIT

SHIPPED = Path(__file__).parents[2] / "systemd" / UNIT
INSTALLED = f"/lib/systemd/system/{UNIT}"
OVERRIDE = f"/etc/systemd/system/{UNIT}.d/override.conf"
_PROGRAM = """#!/bin/sh
[ "$1" = --no-pager ] && [ "$3" = gateway.service ] && exec /bin/cat "{folder}/$2"
exit 1
"""


class Systemctl:
    """The program in ``folder``, for a PATH; the unit is as it came until ``says`` has it otherwise."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        program = folder / "systemctl"
        program.write_text(_PROGRAM.format(folder=folder), "utf-8")
        program.chmod(0o755)
        (folder / "openssl.cnf").touch()
        self.says()

    def says(self, drop_in: str = "", **facts: str) -> None:
        """From now on show says ``facts`` beside what is as it came, and cat has ``drop_in`` too."""
        shown = "".join(f"{name}={value}\n" for name, value in (self._as_it_came() | facts).items())
        written = f"# {INSTALLED}\n{SHIPPED.read_text('utf-8')}"
        (self._folder / "show").write_text(shown, "utf-8")
        (self._folder / "cat").write_text(
            f"{written}\n# {OVERRIDE}\n{drop_in}" if drop_in else written, "utf-8"
        )

    def _as_it_came(self) -> dict[str, str]:
        return EXACT | {
            "LoadState": "loaded",
            "FragmentPath": INSTALLED,
            "NeedDaemonReload": "no",
            "User": "gateway",
            "RestrictAddressFamilies": "AF_INET AF_INET6 AF_UNIX",
            "SystemCallFilter": "accept accept4 access landlock_add_rule read seccomp write",
            "Environment": f"OPENSSL_CONF={self._folder / 'openssl.cnf'}",
            "UnsetEnvironment": "",
            "IPAddressAllow": "",
            "IPAddressDeny": "",
        }
