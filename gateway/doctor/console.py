"""The console's files: accounts, drafts, certificate and key, and the secret for the provider of log-ins.

``gateway console serve`` asks the same before it starts.
"""

import json
import os
import pwd
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from gateway.config import Config
from gateway.config_console import Console
from gateway.doctor.certificate import (
    CREDENTIALS,
    expiry_remarks,
    key_remark,
    mode_remarks,
    no_certificate,
    unreadable,
)
from gateway.doctor.mending import WRITABLE_AGAIN
from gateway.doctor.reach import is_read_only, is_there, may, name_of
from gateway.doctor.remark import Code, Remark, error, ok
from gateway.expiry import chain_in
from gateway.said import Said, say

_ACCOUNT = "gateway"
_PARTS = {"name", "role", "password", "totp"}
_RENEW = say("Renew it, then restart gateway-console.")
_PLACED = say("Start gateway-console: systemd puts it there, from the file that the unit names.")
_FIRST = say("As the gateway's user make the first: gateway console account NAME --role dpo.")
_PEM = say("Put a PEM file of the certificate and its chain there.")


def console_remarks(console: Console | None, user: int, now: datetime) -> Iterator[Remark]:
    """On what ``console`` names, for the ``user`` (a number) that serves it, at ``now`` (aware).

    Silent without a console.
    """
    if console is None:
        return
    if console.accounts is not None:
        yield from _accounts_remarks(console.accounts, user, alone=console.oidc is None)
    if console.drafts is not None:
        yield _drafts_remark(console.drafts, user)
    if console.certificate is not None and console.key is not None:
        yield from _certificate_remarks(console.certificate, console.key, user, now)
    if console.oidc is not None:
        yield from _private_remarks(Code.CONSOLE_OIDC, console.oidc.client_secret_file, user)


def user_of(config: Config) -> int:
    """The user that the gateway and its console run as: whose the ledger's folder is, else this process's.

    Where that is root, and there is an account as the package makes it, it is that one.
    """
    try:
        owner = config.ledger_site.folder.stat().st_uid
    except OSError:
        owner = os.geteuid()
    return owner or _packaged()


def _packaged() -> int:
    try:
        return pwd.getpwnam(_ACCOUNT).pw_uid
    except KeyError:
        return 0


def _accounts_remarks(file: Path, user: int, *, alone: bool) -> Iterator[Remark]:
    if not is_there(file):
        yield _none_remark(say("{file} is not there", file=file), alone=alone)
        return
    unfit = tuple(_private_remarks(Code.CONSOLE_ACCOUNTS, file, user))
    yield from unfit or (_content_remark(file, alone=alone),)


def _none_remark(detail: Said, *, alone: bool) -> Remark:
    """Nobody can log in then, unless the provider vouches for them."""
    return error(Code.CONSOLE_ACCOUNTS, detail, _FIRST) if alone else ok(Code.CONSOLE_ACCOUNTS, detail)


def _content_remark(file: Path, *, alone: bool) -> Remark:
    found: list[dict[str, str]] = []
    whole = False
    try:
        found = json.loads(file.read_bytes())["accounts"]
        whole = all(set(one) == _PARTS for one in found)
    except OSError as failure:
        return error(Code.CONSOLE_ACCOUNTS, unreadable(file, failure), say("Run it as root."))
    except (ValueError, TypeError, KeyError):
        pass
    if not whole:
        remedy = say("Put it back from the backup, or move it away and make the accounts anew.")
        return error(Code.CONSOLE_ACCOUNTS, say("{file} holds no accounts", file=file), remedy)
    if not found:
        return _none_remark(say("{file} holds no account", file=file), alone=alone)
    return ok(Code.CONSOLE_ACCOUNTS, say("accounts that may log in: {count}", count=len(found)))


def _drafts_remark(folder: Path, user: int) -> Remark:
    who, there = name_of(user), is_there(folder)
    place = folder if there else folder.parent
    if not is_there(place):
        return error(Code.CONSOLE_DRAFTS, say("{file} is not there", file=place), _made(who, place))
    if not may(user, place, os.W_OK | os.X_OK):
        detail = say("{folder} may not be written by {who}", folder=place, who=who)
        owned = say("Run chown {who} {folder}.", who=who, folder=folder) if there else _made(who, folder)
        return error(Code.CONSOLE_DRAFTS, detail, WRITABLE_AGAIN if is_read_only(place) else owned)
    if not os.path.isdir(place):  # noqa: PTH112 - False where it cannot be seen
        detail = say("{folder} is no folder", folder=place)
        return error(Code.CONSOLE_DRAFTS, detail, say("Name a folder in console.drafts."))
    writable = say("{folder} may be written", folder=folder)
    return ok(Code.CONSOLE_DRAFTS, writable if there else say("{folder} will be made", folder=folder))


def _made(who: str, folder: Path) -> Said:
    return say("Run install -d -m 700 -o {who} {folder}.", who=who, folder=folder)


def _certificate_remarks(certificate: Path, key: Path, user: int, now: datetime) -> Iterator[Remark]:
    put = _PLACED if certificate.is_relative_to(CREDENTIALS) else _PEM
    try:
        chain = chain_in(certificate)
    except OSError as failure:
        yield error(Code.CONSOLE_CERTIFICATE, unreadable(certificate, failure), put)
    except ValueError:
        yield error(Code.CONSOLE_CERTIFICATE, *no_certificate(certificate, key))
    else:
        yield from _reach_remarks(Code.CONSOLE_CERTIFICATE, certificate, user)
        yield from expiry_remarks(Code.CONSOLE_EXPIRY, chain, now, _RENEW)
        yield key_remark(Code.CONSOLE_KEY, certificate, key, chain[0])
    yield from _reach_remarks(Code.CONSOLE_KEY, key, user)
    yield from mode_remarks(Code.CONSOLE_KEY_MODE, key)


def _private_remarks(code: Code, file: Path, user: int) -> Iterator[Remark]:
    """What keeps ``user`` from ``file``, and who else is let in; nothing when all is well."""
    if not is_there(file):
        yield error(code, say("{file} is not there", file=file), say("Put it there, mode 600."))
        return
    yield from _reach_remarks(code, file, user)
    yield from (one for one in mode_remarks(code, file) if one.remedy)


def _reach_remarks(code: Code, file: Path, user: int) -> Iterator[Remark]:
    # systemd lets in the user of the service alone, by access lists.
    if file.is_relative_to(CREDENTIALS) or not is_there(file):
        return
    if not may(user, file, os.R_OK):
        who = name_of(user)
        detail = say("{file} cannot be read by {who}, whom the console runs as", file=file, who=who)
        remedy = say("Run chown {who} {file}, in a folder that {who} may enter.", who=who, file=file)
        yield error(code, detail, remedy)
