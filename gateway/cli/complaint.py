"""What a command says to a person, its complaints too, in the language of the shell's locale."""

import os
import re
from collections.abc import Mapping

import click

from gateway.ledger.errors import LedgerError
from gateway.said import reason_of, said_by, say
from gateway.texts.errors import SENTENCES, spoken

UNUSABLE = 2
# How a ledger ends what it says to a user who may not read it: SQLite tells no more than that.
_BARRED = ("Permission denied", "unable to open database file")


def language_of(environment: Mapping[str, str]) -> str:
    """nl, fr or en: the first that LANGUAGE names, else that of LC_ALL, LC_MESSAGES or LANG (locale(7))."""
    set_to = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next(filter(None, set_to), "C")
    wanted = environment.get("LANGUAGE", "").split(":") if locale not in ("C", "POSIX") else []
    tongues = (re.split(r"[_.@]", tag)[0] for tag in (*wanted, locale))
    return next((tongue for tongue in tongues if tongue in (*SENTENCES, "en")), "en")


def here(text: str) -> str:
    """``text``, when it was said, in the language of the locale."""
    return spoken(text, language_of(os.environ))


def tell(text: str) -> None:
    """Says ``text`` on standard output."""
    click.echo(here(text))


def warn(text: str) -> None:
    """Says ``text`` on standard error."""
    click.echo(here(text), err=True)


def told(error: Exception) -> str:
    """What ``error`` says; of the operating system's, the file and the reason."""
    if isinstance(error, LedgerError) and os.geteuid() and str(error).endswith(_BARRED):
        return say("{wrong}. Run it as the user of the gateway, or as root.", wrong=said_by(error))
    if not isinstance(error, OSError) or error.strerror is None:
        return said_by(error)
    why = reason_of(error)
    return why if error.filename is None else say("{file}: {reason}", file=error.filename, reason=why)


def failure(why: str | Exception, code: int = UNUSABLE) -> click.exceptions.Exit:
    """Says on standard error what is wrong, and yields what ends the command with ``code``."""
    warn(told(why) if isinstance(why, Exception) else why)
    return click.exceptions.Exit(code)
