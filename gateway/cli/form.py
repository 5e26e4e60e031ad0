"""``gateway form``: the referral form a sender pastes into a mail."""

from pathlib import Path
from typing import Literal

import click

from gateway import config
from gateway.cli.complaint import failure, warn
from gateway.cli.desk import config_option, usual
from gateway.cli.outfile import unwritten
from gateway.composing.form import Form, Language, as_eml, as_html, as_text, form_for
from gateway.policy.book import PolicyBook, load_book
from gateway.policy.load import PolicyError
from gateway.policy.model import Policy
from gateway.policy.spelling import PLACEHOLDER
from gateway.said import say

Format = Literal["text", "html", "eml"]
_LANGUAGES: dict[str, Language] = {"nl": "nl", "fr": "fr", "en": "en"}


@click.command(short_help="Print the referral form that senders fill in.")
@config_option
@click.option("--policy", "name", help="The protocol whose form to make, when there are several.")
@click.option("--lang", type=click.Choice(list(_LANGUAGES)), help="The language, by default the policy's.")
@click.option(
    "--format", "shape", type=click.Choice(["text", "html", "eml"]), default="text", show_default=True,
    help="Labelled lines, a page with a table, or a draft that Outlook opens.",
)  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path), help="Write to this file instead of standard output.")
def form(file: Path | None, name: str | None, lang: str | None, shape: Format, out: Path | None) -> None:
    """Print the referral form that senders fill in, made from the fields a policy allows.

    Without a readable configuration the form has every field. Exit codes: 0 printed, 2 the
    configuration, the policy or the output file cannot be used.
    """
    policy = _policy(file, name)
    default = "nl" if policy is None else policy.ref.language
    _tell_of_label(policy)
    content = _rendered(form_for(policy, _LANGUAGES[lang or default]), shape)
    if out is None:
        click.echo(content, nl=False)
        return
    try:
        out.write_bytes(content)
    except OSError as error:
        raise unwritten(out, error) from None


def _tell_of_label(policy: Policy | None) -> None:
    """Says why the form does not ask for the label, when it does not."""
    if policy is None:
        return
    if not policy.label.accept:
        warn(
            say(
                "The form leaves the label out: the policy still has {unknown} for its tenant or id.",
                unknown=PLACEHOLDER,
            )
        )
    elif not any(label.name for label in policy.label.accept):
        warn(say("The form leaves the label out: the policy gives it no name."))


def _rendered(blank: Form, shape: Format) -> bytes:
    match shape:
        case "text":
            return as_text(blank).encode()
        case "html":
            return as_html(blank).encode()
        case "eml":
            return as_eml(blank)


def _policy(file: Path | None, name: str | None) -> Policy | None:
    """The policy asked for; None when none was and there is no usable configuration to look in."""
    try:
        book = load_book(config.load(usual(file)).policies)
    except (config.ConfigError, PolicyError) as error:
        if file is not None or name is not None:
            raise failure(error) from None
        warn(say("No usable configuration here, so the form has every field."))
        return None
    return _chosen(book, name)


def _chosen(book: PolicyBook, name: str | None) -> Policy:
    known = ", ".join(policy.ref.protocol for policy in book.policies)
    found = [policy for policy in book.policies if name in (None, policy.ref.protocol)]
    if not found:
        raise failure(say("no policy of that name. Known here: {known}.", known=known))
    if len(found) > 1:
        raise failure(say("several policies. Choose one with --policy: {known}.", known=known))
    return found[0]
