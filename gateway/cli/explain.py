"""``gateway explain``: a dry run of one message."""

import asyncio
import ipaddress
import json
import os
import re
import sys
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from gateway import logs
from gateway.checks.label import Label, LabelReading, accepted
from gateway.cli.complaint import failure, here, language_of, warn
from gateway.cli.desk import config_option, usual
from gateway.cli.transfer_words import kind_words
from gateway.config import ConfigError
from gateway.config import load as load_config
from gateway.decision import Code, Decision, Result
from gateway.explain import Explanation, Setting, as_json, clients_of, detail_of
from gateway.explain import explain as run
from gateway.mail.address import AddressError
from gateway.policy.load import PolicyError
from gateway.policy.model import Policy
from gateway.reading.process import SandboxUnavailable
from gateway.said import Said, reason_of, say
from gateway.sealed.keyring import KeyringError

_PIPE_COLUMNS = 160
_FIRST_FIELD = re.compile(rb"[!-9;-~]+[ \t]*:")
_COLOURS = {Result.PASS: "green", Result.INFO: "cyan", Result.DEFER: "yellow", Result.FAIL: "red"}


@click.command(short_help="Show what would become of a saved mail.")
@click.argument("message", type=click.Path(path_type=Path, dir_okay=False))
@config_option
@click.option("--mail-from", help="The envelope's sender, by default the address in From.")
@click.option("--rcpt-to", help="The envelope's recipient, by default the one in To that a policy governs.")
@click.option("--client-ip", default="127.0.0.1", show_default=True, help="The SMTP client's address.")
@click.option(
    "--tls", type=click.Choice(["TLSv1.3", "TLSv1.2", "TLSv1.1", "none"]), default="TLSv1.3",
    show_default=True, help="How the connection is imagined to be encrypted.",
)  # fmt: skip
@click.option("--offline", is_flag=True, help="Ask no name server, and take the sender on trust.")
@click.option("--json", "as_data", is_flag=True, help="Print the decision as JSON.")
def explain(  # noqa: PLR0913, PLR0917 - one parameter an option
    message: Path, file: Path | None, mail_from: str | None, rcpt_to: str | None, client_ip: str, tls: str,
    offline: bool, as_data: bool,
) -> None:  # fmt: skip
    """Show what the gateway would do with MESSAGE (an .eml file), and the message it would deliver.

    Touches no ledger and sends nothing. Exit codes: 0 decided, 2 the message, the configuration or
    an address cannot be used, or no reader can be started.
    """
    logs.configure()
    setting = Setting(mail_from, rcpt_to, _ip(client_ip), tls, offline)
    try:
        content = crlf(_saved(message))
        explanation = asyncio.run(run(content, load_config(usual(file)), setting))
    except (ConfigError, PolicyError, KeyringError, AddressError, SandboxUnavailable, OSError) as error:
        raise failure(error) from None
    if as_data:
        click.echo(json.dumps(as_json(explanation), ensure_ascii=False, indent=2))
    else:
        _show(explanation)
    _tell_of_client(explanation.judged.decision, setting.client_ip)


def _tell_of_client(decision: Decision, client_ip: str) -> None:
    """A saved mail does not say who delivered it: an unproven sender may be one that SPF alone proves."""
    unproven = any(finding.code is Code.AUTHENTICATION_FAILED for finding in decision.findings)
    if unproven and ipaddress.ip_address(client_ip).is_loopback:
        warn(
            say(
                "SPF was asked of {ip}. Name the server that the mail came from, with --client-ip.",
                ip=client_ip,
            )
        )


def _ip(text: str) -> str:
    try:
        return str(ipaddress.ip_address(text))
    except ValueError:
        raise click.BadParameter(
            say("not an IP address, for instance 192.0.2.1"), param_hint="--client-ip"
        ) from None


def _saved(message: Path) -> bytes:
    """The file's bytes, with a word when no mail begins like that. Ends the command when there is no file."""
    try:
        content = message.read_bytes()
    except OSError as error:
        said = say(
            "{file} cannot be read: {reason}. Name the saved mail, an .eml file.",
            file=message,
            reason=reason_of(error),
        )
        raise failure(said) from None
    if not _FIRST_FIELD.match(content):
        warn(say("{file} begins with no header of a mail. Save it as .eml, not as .msg.", file=message))
    return content


def crlf(content: bytes) -> bytes:
    """A saved message may have the line ends of its disk; on the wire they are CRLF."""
    return content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def _standing(label: Label, policy: Policy | None) -> str:
    """Whether the label is on in the mail, and whether the policy that governs the mail accepts it."""
    if not label.enabled:
        return say("removed")
    if policy is None:
        return say("enabled")
    known = accepted(policy, LabelReading((label,), headers=1, sound=True)) is not None
    return say("enabled, accepted by the policy") if known else say("enabled, not in this policy")


def _show(explanation: Explanation) -> None:
    decision, language = explanation.judged.decision, language_of(os.environ)
    out = Console(highlight=False, width=None if sys.stdout.isatty() else _PIPE_COLUMNS)
    out.print(f"[bold]{type(decision.verdict).__name__.lower()}[/bold]")
    out.print(explanation.reply.line(), markup=False, soft_wrap=True)
    out.print(_findings(explanation, language))
    for label in explanation.labels.labels:
        out.print(here(_label(label, explanation.policy)), markup=False, soft_wrap=True)
    for kind in decision.superfluous:
        name, place = kind_words(kind, language)
        left = say("left behind  {kind} × {count} ({place})", kind=name, count=kind.count, place=place)
        out.print(here(left), markup=False)
    if clients_of(decision):
        _show_message(explanation, out)


def _findings(explanation: Explanation, language: str) -> Table:
    """The findings in the language of the locale; where that is English, in the policy's, as senders do."""
    table = Table(box=None, pad_edge=False)
    for heading in ("", say("finding"), say("what"), say("where")):
        table.add_column(here(heading))
    told = "" if language == "en" else language
    for finding in explanation.judged.decision.findings:
        mark = f"[{_COLOURS[finding.result]}]{finding.result.value}[/]"
        what = detail_of(finding, explanation.judged, told)
        table.add_row(mark, finding.code.value, what, ", ".join(finding.places))
    return table


def _label(label: Label, policy: Policy | None) -> Said:
    return say(
        "label  tenant: {tenant}  id: {id}  name: {name}  {state}",
        tenant=label.tenant or say("(none)"),
        id=label.id,
        name=label.name,
        state=_standing(label, policy),
    )


def _show_message(explanation: Explanation, out: Console) -> None:
    if explanation.unsigned:
        unsigned = say("not signed here: {why}", why=explanation.unsigned)
        out.print(here(unsigned), markup=False, soft_wrap=True)
    out.rule(here(say("the message that would be delivered")))
    out.print(
        explanation.judged.outgoing.decode("ascii", "replace").replace("\r\n", "\n"),
        markup=False,
        soft_wrap=True,
    )
