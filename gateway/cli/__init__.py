"""The command ``gateway``: one module per subcommand, put together here."""

import click

from gateway.cli.breach import breach
from gateway.cli.check import check
from gateway.cli.dns import dns
from gateway.cli.explain import explain
from gateway.cli.export import export
from gateway.cli.form import form
from gateway.cli.keys import keys
from gateway.cli.ledger import accept_restore, migrate
from gateway.cli.lookup import lookup, months, sealed_key
from gateway.cli.policy import policy
from gateway.cli.reports import measures, register, superfluous
from gateway.cli.retention import erase, hold, holds, release
from gateway.cli.serve import serve
from gateway.cli.transfers import transfers

_EXIT_CODES = """\b
Exit codes:
  0  done, and all is well
  1  done, and there is something to look at (warnings, a ledger tampered with)
  2  not done: wrong usage, a configuration or policy that is refused, or something missing
Results go to standard output, errors to standard error.
"""


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog=_EXIT_CODES)
@click.version_option(package_name="referral-gateway", prog_name="gateway")
def main() -> None:
    """Let through what a data-sharing protocol names, and nothing else.

    An SMTP gateway in front of a mailbox, with a tamper-evident ledger of what it let through.
    """


main.add_command(serve)
main.add_command(check)
main.add_command(explain)
main.add_command(dns)
main.add_command(form)
main.add_command(keys)
main.add_command(policy)
main.add_command(transfers)
main.add_command(breach)
main.add_command(register)
for command in (export, superfluous, measures, lookup, months, sealed_key, hold, release, holds, erase):
    transfers.add_command(command)
for command in (migrate, accept_restore):
    transfers.add_command(command)
