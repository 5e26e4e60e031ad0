"""``gateway keys export``: the mailbox's public PGP key, in the forms senders' programs look for."""

import asyncio
from pathlib import Path

import click

from gateway import config
from gateway.cli.complaint import failure
from gateway.cli.desk import config_option, usual
from gateway.mail.address import Address, AddressError, parse_address
from gateway.policy.book import load_book
from gateway.policy.load import PolicyError
from gateway.said import say
from gateway.sealed.gnupg import Gnupg, TooMuch
from gateway.sealed.gpg_home import require_home
from gateway.sealed.gpg_keys import Key, keys_of
from gateway.sealed.publication import autocrypt_field, directory_pages

_MOST = 8 << 20


@click.command()
@config_option
@click.option("--address", help="The mailbox, by default the one recipient that the policies name.")
@click.option("--autocrypt", is_flag=True, help="Print the Autocrypt header field instead.")
@click.option(
    "--wkd",
    "folder",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="Write a Web Key Directory for a web server here.",
)
def export(file: Path | None, address: str | None, folder: Path | None, *, autocrypt: bool) -> None:
    """Print the mailbox's public PGP key, armored.

    Of its user ids only those with the mailbox's address leave. Exit codes: 0 printed or written, 2 there is
    no such key, or a file cannot be used.
    """
    try:
        installation = config.load(usual(file))
        home = _home(installation)
        mailbox = mailbox_of(address) if address else _only_recipient(installation)
        armored, binary = asyncio.run(_exported(home, mailbox))
        if folder is not None:
            _write(folder, mailbox, binary)
        else:
            click.echo(
                autocrypt_field(mailbox, binary) if autocrypt else armored.decode("ascii").rstrip("\n")
            )
    except (config.ConfigError, PolicyError, OSError, TooMuch) as error:
        raise failure(error) from None


async def pgp_keys(home: Path) -> tuple[Key, ...]:
    """The keys of the home that open mail. Raises OSError and TooMuch."""
    require_home(home)
    gnupg = Gnupg(home, most=_MOST)
    try:
        return tuple(key for key in keys_of(await gnupg.keys()) if key.opens)
    finally:
        await gnupg.close()


async def _exported(home: Path, mailbox: Address) -> tuple[bytes, bytes]:
    """The key armored, and as it is."""
    wanted = str(mailbox).lower()
    held = [key for key in await pgp_keys(home) if key.usable and wanted in key.addresses]
    if not held:
        raise failure(say("The home holds no secret key with a user id of {mailbox}.", mailbox=mailbox))
    if len(held) > 1:
        raise failure(
            say(
                "The home holds {number} secret keys of {mailbox}. Revoke those that are not used.",
                number=len(held),
                mailbox=mailbox,
            )
        )
    gnupg = Gnupg(home, most=_MOST)
    fingerprint = held[0].fingerprint
    armored = await gnupg.export(fingerprint, wanted, armor=True)
    return armored, await gnupg.export(fingerprint, wanted, armor=False)


def _home(installation: config.Config) -> Path:
    if installation.keys.pgp_home is None:
        raise failure(say("There are no PGP keys: the configuration has no keys.pgp_home."))
    return installation.keys.pgp_home


def mailbox_of(text: str) -> Address:
    """The address that ``--address`` gives. Raises click.BadParameter."""
    try:
        return parse_address(text)
    except AddressError:
        wrong = say("give one as mailbox@municipality.example")
        raise click.BadParameter(wrong, param_hint="--address") from None


def _only_recipient(installation: config.Config) -> Address:
    policies = load_book(installation.policies).policies
    found = {recipient.lower() for policy in policies for recipient in policy.recipients}
    if len(found) != 1:
        raise failure(say("The policies name several recipients. Choose one with --address."))
    return parse_address(found.pop())


def _write(folder: Path, mailbox: Address, key: bytes) -> None:
    for page in directory_pages(mailbox, key):
        path = folder / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(page.content)
        click.echo(path)
