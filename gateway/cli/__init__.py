"""The command ``gateway``: one module per subcommand, put together here."""

import click

from gateway.cli.lazy import LazyGroup

_COMMANDS = {
    name: f"{name}:{name}"
    for name in ("breach", "check", "console", "dns", "explain", "form", "keys", "policy", "serve")
}
_COMMANDS |= {"register": "reports:register", "transfers": "transfers:transfers"}
_EXIT_CODES = """\b
Exit codes:
  0  done, and all is well
  1  done, and there is something to look at (warnings, a ledger tampered with)
  2  not done: wrong usage, a configuration or policy that is refused, or something missing
Results go to standard output, errors to standard error.
"""


@click.group(
    cls=LazyGroup,
    elsewhere=_COMMANDS,
    short_help="Let through what a data-sharing protocol names.",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=_EXIT_CODES,
)
@click.version_option(package_name="referral-gateway", prog_name="gateway")
def main() -> None:
    """Let through what a data-sharing protocol names, and nothing else.

    An SMTP gateway in front of a mailbox, with a tamper-evident ledger of what it let through.
    """
