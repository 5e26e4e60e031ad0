"""The service's unit as systemd has it: whether a drop-in or an older file took away some of its confinement.

Compared with ``systemd/gateway.service``. systemd itself says what is in force, and which lines made it so.
"""

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from gateway.doctor.remark import Code, Remark, ok, warning
from gateway.said import Said, every, say

UNIT = "gateway.service"
#: What systemd must say, word for word, in its own spelling of the value (systemctl(1), show).
EXACT = {
    "NoNewPrivileges": "yes",
    "CapabilityBoundingSet": "",
    "AmbientCapabilities": "",
    "ProtectSystem": "strict",
    "ProtectHome": "yes",
    "PrivateTmp": "yes",
    "MemoryDenyWriteExecute": "yes",
    "MemorySwapMax": "0",
    "LimitCORE": "0",
}
FAMILIES = frozenset({"AF_INET", "AF_INET6", "AF_UNIX"})
#: Of each group of calls that the unit leaves out, one that any other filter would let in again.
LEFT_OUT = frozenset({"bpf", "chroot", "init_module", "kexec_load", "mount", "ptrace", "reboot", "setuid"})
_CONF = "OPENSSL_CONF"
_OTHERS = (
    "LoadState", "FragmentPath", "NeedDaemonReload", "User", "RestrictAddressFamilies", "SystemCallFilter",
    "Environment", "UnsetEnvironment", "IPAddressAllow", "IPAddressDeny",
)  # fmt: skip
_ANYWHERE = frozenset({"any", "0.0.0.0/0", "::/0"})
_SECONDS = 10
_REREAD = say(
    "Run systemctl cat {unit}, then systemctl daemon-reload and systemctl restart gateway.", unit=UNIT
)


def unit_remarks() -> Iterator[Remark]:
    """On the installed unit; one that fails nothing where no systemd runs, or it knows no such unit."""
    shown = _asked("show", UNIT, *(f"--property={name}" for name in (*EXACT, *_OTHERS)))
    if shown is None:
        yield ok(Code.SYSTEMD_UNIT, say("not examined: no systemd answers here"))
        return
    facts = {name: value for name, _, value in (line.partition("=") for line in shown.splitlines())}
    if facts.get("LoadState") != "loaded":
        yield ok(Code.SYSTEMD_UNIT, say("not examined: systemd has no {unit} that it can load", unit=UNIT))
        return
    yield from judged(facts, _asked("cat", UNIT) or "")


def judged(facts: Mapping[str, str], written: str) -> Iterator[Remark]:
    """On a unit of which systemd says ``facts``, and of which ``written`` is all text, file after file."""
    weakened = tuple(_weakened(facts))
    for name, detail in weakened:
        fragment = facts.get("FragmentPath") or UNIT
        told = say("{unit}: {detail}", unit=UNIT, detail=detail)
        yield warning(Code.SYSTEMD_UNIT, told, _remedy(name, fragment, written))
    if facts.get("NeedDaemonReload") == "yes":
        detail = say("{unit}: its files were changed since systemd read them", unit=UNIT)
        yield warning(Code.SYSTEMD_UNIT, detail, _REREAD)
    elif not weakened:
        confined = say("{unit} is confined as it came", unit=UNIT)
        limited = say("{confined}, and IPAddressDeny besides", confined=confined)
        yield ok(Code.SYSTEMD_UNIT, limited if facts.get("IPAddressDeny") else confined)


def _weakened(facts: Mapping[str, str]) -> Iterator[tuple[str, Said]]:
    """Each directive that no longer confines, with what is wrong."""
    if facts.get("User", "") in {"", "root", "0"}:
        yield "User", say("it runs as root")
    for name, wanted in EXACT.items():
        if facts.get(name, "") != wanted:
            found, due = _short(facts.get(name, "")), _short(wanted)
            yield name, say("{name} is {found} and not {wanted}", name=name, found=found, wanted=due)
    families = frozenset(facts.get("RestrictAddressFamilies", "").split())
    if not families or not families <= FAMILIES:
        most = _listed(FAMILIES)
        wide = say("RestrictAddressFamilies lets in more than {families}", families=most)
        yield "RestrictAddressFamilies", wide
    calls = facts.get("SystemCallFilter", "")
    if not calls or calls.startswith("~") or LEFT_OUT & {call.partition(":")[0] for call in calls.split()}:
        yield "SystemCallFilter", say("SystemCallFilter lets in calls that the gateway never makes")
    if not _has_openssl_file(facts):
        yield (
            _CONF,
            say("{name} names no file that is there: TLS offers every group that OpenSSL knows", name=_CONF),
        )
    if facts.get("IPAddressDeny") and _ANYWHERE & set(facts.get("IPAddressAllow", "").split()):
        open_to_all = say("IPAddressAllow lets in every address, so IPAddressDeny denies none")
        yield "IPAddressAllow", open_to_all


def _has_openssl_file(facts: Mapping[str, str]) -> bool:
    set_to = [word for word in facts.get("Environment", "").split() if word.startswith(f"{_CONF}=")]
    gone = _CONF in facts.get("UnsetEnvironment", "").split()
    return bool(set_to) and not gone and Path(set_to[-1].partition("=")[2]).is_file()


def _remedy(name: str, fragment: str, written: str) -> Said:
    """The lines of drop-ins to remove; without any, the unit's own file is not the one that came."""
    lines = [(file, line) for file, line in _lines(written) if file != fragment and _sets(line, name)]
    if lines:
        return say(
            "Remove {lines}, then systemctl daemon-reload and systemctl restart gateway.",
            lines=every(say("{line} from {file}", line=line, file=file) for file, line in lines),
        )
    return say(
        "Put {name} in {file} as this version's own unit has it, then systemctl daemon-reload and systemctl "
        "restart gateway.",
        name=name,
        file=fragment,
    )


def _sets(line: str, name: str) -> bool:
    """Whether ``line`` sets ``name``. Of the environment only OPENSSL_CONF: the rest may be secret."""
    key, _, value = (part.strip() for part in line.partition("="))
    if name != _CONF:
        return key == name
    words = value.replace('"', "").replace("'", "").split()
    return key in {"Environment", "UnsetEnvironment"} and all(word.startswith(_CONF) for word in words)


def _lines(written: str) -> Iterator[tuple[str, str]]:
    """Each line of what systemctl cat gave, with the file it is in."""
    file = ""
    for line in written.splitlines():
        if line.startswith("# /"):
            file = line.removeprefix("# ")
        yield file, line.strip()


def _short(value: str) -> Said:
    """A value in a few words: what all capabilities are called fills a screen."""
    words = value.split()
    if len(words) > 1:
        return say("{count} names", count=len(words))
    return say("{word}", word=words[0]) if words else say("empty")


def _listed(names: frozenset[str]) -> str:
    return ", ".join(sorted(names))


def _asked(*arguments: str) -> str | None:
    """What systemctl answers, None when it is not there or does not answer well."""
    program = shutil.which("systemctl")
    if program is None:
        return None
    command = [program, "--no-pager", *arguments]
    try:
        done = subprocess.run(  # noqa: S603 - the system's own, with words of ours
            command, capture_output=True, check=False, timeout=_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None
