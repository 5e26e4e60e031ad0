"""``gateway policy test``: what a policy must do with messages kept beside it, each with its expectation."""

import asyncio
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import click
from pydantic import AfterValidator, ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass as strict

from gateway import logs
from gateway.cli.complaint import UNUSABLE, failure, here, told, warn
from gateway.cli.desk import config_option, usual
from gateway.cli.explain import crlf
from gateway.config import Config, ConfigError
from gateway.config import load as load_config
from gateway.decision import Code, Decision, Result
from gateway.explain import Setting, explain
from gateway.mail.address import AddressError
from gateway.policy.load import PolicyError
from gateway.policy.shape import did_you_mean, fault, settled, shaped
from gateway.policy.source import read
from gateway.reading.process import SandboxUnavailable
from gateway.said import Said, joined, say
from gateway.sealed.keyring import KeyringError


def _known(code: str) -> str:
    if code not in set(Code):
        near = did_you_mean(code, list(Code))
        raise fault(say("is no code of a finding"), near or say("Take one that gateway explain prints."))
    return code


@strict(frozen=True, slots=True, config=ConfigDict(extra="forbid", strict=True))
class Expectation:
    """``NAME.yaml`` beside ``NAME.eml``: the verdict, and in ``codes`` all findings that go against it."""

    verdict: Literal["deliver", "reject", "defer", "relay"]
    codes: tuple[Annotated[str, AfterValidator(_known)], ...] | None = None
    mail_from: str | None = None
    rcpt_to: str | None = None
    tls: Literal["TLSv1.3", "TLSv1.2", "TLSv1.1", "none"] = "TLSv1.3"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one message; ``wrong`` is empty when that was expected."""

    name: str
    wrong: Said


KEYS = TypeAdapter(Expectation)


@click.command("test", short_help="Hold the policies against mails with what is expected.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@config_option
@click.option("--json", "as_data", is_flag=True, help="Print one JSON array for programs.")
def expectations(folder: Path, file: Path | None, *, as_data: bool) -> None:
    """Hold the policies against the messages in FOLDER: NAME.eml, and NAME.yaml with what must become of it.

    NAME.yaml has verdict (deliver, reject, defer or relay), and may have codes, mail_from, rcpt_to and tls.
    A dry run: no name server is asked, the sender is taken on trust. Exit codes: 0 all as expected,
    1 something is not, 2 a file cannot be used.
    """
    logs.configure()
    try:
        config = load_config(usual(file))
        messages = _messages(folder)
        outcomes = tuple(one for message in messages if (one := _outcome(message, config)))
    except (ConfigError, PolicyError, KeyringError, AddressError, SandboxUnavailable, OSError) as error:
        raise failure(error) from None
    if as_data:
        click.echo(json.dumps([{"name": one.name, "wrong": one.wrong} for one in outcomes], indent=2))
    else:
        for one in outcomes:
            click.echo(here(_line(one)))
    if len(outcomes) < len(messages):
        raise click.exceptions.Exit(UNUSABLE)
    raise click.exceptions.Exit(1 if any(one.wrong for one in outcomes) else 0)


def _line(outcome: Outcome) -> Said:
    if not outcome.wrong:
        return say("ok       {name}", name=outcome.name)
    return say("differs  {name}: {wrong}", name=outcome.name, wrong=outcome.wrong)


def _messages(folder: Path) -> tuple[Path, ...]:
    found = tuple(sorted(folder.glob("*.eml")))
    if not folder.is_dir():
        wrong = say("this folder is not there. Make it, and put NAME.eml and NAME.yaml in it.")
        raise FileNotFoundError(say("{folder}: {wrong}", folder=folder, wrong=wrong))
    if not found:
        wrong = say("no NAME.eml in this folder. Put one there for each expectation.")
        raise FileNotFoundError(say("{folder}: {wrong}", folder=folder, wrong=wrong))
    return found


def _outcome(message: Path, config: Config) -> Outcome | None:
    """What became of ``message``; None, and a word on standard error, when nothing usable is expected."""
    file = message.with_suffix(".yaml")
    if not file.exists():
        warn(say("{file} is missing. Write in it what must become of {mail}.", file=file, mail=message.name))
        return None
    try:
        wanted = _expectation(file)
    except ConfigError as error:
        warn(told(error))
        return None
    setting = Setting(mail_from=wanted.mail_from, rcpt_to=wanted.rcpt_to, tls=wanted.tls, offline=True)
    explanation = asyncio.run(explain(crlf(message.read_bytes()), config, setting))
    return Outcome(message.stem, joined("; ", _differences(wanted, explanation.judged.decision)))


def _expectation(file: Path) -> Expectation:
    """What ``file`` expects. Raises ConfigError with every mistake in it."""
    source = read(file)
    if source.data is None and source.problems:
        raise ConfigError(source.problems)
    wanted = shaped(source, KEYS)
    if isinstance(wanted, tuple):
        raise ConfigError(settled(source.problems, wanted))
    if source.problems:
        raise ConfigError(source.problems)
    return wanted


def _differences(wanted: Expectation, decision: Decision) -> tuple[Said, ...]:
    verdict = type(decision.verdict).__name__.lower()
    against = {one.code.value for one in decision.findings if one.result in (Result.FAIL, Result.DEFER)}
    found = [say("{verdict}, not {wanted}", verdict=verdict, wanted=wanted.verdict)]
    found = found if verdict != wanted.verdict else []
    if wanted.codes is not None:
        found += [say("without {code}", code=code) for code in sorted(set(wanted.codes) - against)]
        found += [say("with {code}", code=code) for code in sorted(against - set(wanted.codes))]
    elif found:
        found += [say("with {code}", code=code) for code in sorted(against)]
    return tuple(found)
