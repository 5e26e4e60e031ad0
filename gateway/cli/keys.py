"""``gateway keys``: what sealed mail is opened with."""

import asyncio
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

import click
from cryptography.hazmat.primitives.hashes import SHA256

from gateway import config
from gateway.cli.complaint import failure, tell
from gateway.cli.desk import config_option, usual
from gateway.cli.keys_export import export, mailbox_of, pgp_keys
from gateway.cli.outfile import unwritten
from gateway.cli.tables import print_table
from gateway.mail.protection import Method
from gateway.said import say
from gateway.sealed.gnupg import TooMuch
from gateway.sealed.keyring import KeyringError, addresses_of, load_certificate, load_pair
from gateway.sealed.request import Request, new_request


@dataclass(frozen=True, slots=True)
class Row:
    """One key: the mail addresses it is of, its fingerprint in hex, and its last day, empty without an end.

    The fingerprint is the SHA-256 of a certificate, or that of a PGP primary key.
    """

    method: Method
    addresses: tuple[str, ...]
    fingerprint: str
    expires: str


@click.group(short_help="Show, request and publish the keys of sealed mail.")
def keys() -> None:
    """Show, request and publish the keys that sealed mail is opened with."""


keys.add_command(export)


@keys.command("list")
@config_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
def list_(file: Path | None, *, as_json: bool) -> None:
    """List the keys that the gateway holds. Exit codes: 0 listed, 2 a key cannot be used."""
    try:
        held = config.load(usual(file)).keys
        rows = (*smime_rows(held), *pgp_rows(held))
    except (config.ConfigError, KeyringError, ValueError, OSError, TooMuch) as error:
        raise failure(error) from None
    if as_json:
        click.echo(json.dumps([asdict(row) for row in rows], indent=2))
    else:
        _print(rows)


@keys.command(short_help="Make a key, and a request for its certificate.")
@click.option("--address", required=True, help="The mailbox that senders seal mail for.")
@click.option("--out-key", required=True, type=click.Path(path_type=Path), help="New file for the key.")
@click.option("--out-csr", required=True, type=click.Path(path_type=Path), help="New file for the request.")
def request(address: str, out_key: Path, out_csr: Path) -> None:
    """Make a key and a request for the mailbox's S/MIME certificate.

    Give the request to a certificate authority; its certificate tells senders' programmes to use
    AES-256. No file is overwritten. Exit codes: 0 made, 2 not made.
    """
    made = new_request(mailbox_of(address))
    _write(made, out_key, out_csr)
    tell(
        say(
            "Key      {key} (keep it)\nRequest  {request} (give it to the authority)",
            key=out_key,
            request=out_csr,
        )
    )
    tell(say("SHA-256 of the public key  {fingerprint}", fingerprint=made.fingerprint))


def smime_rows(held: config.Keys) -> tuple[Row, ...]:
    """The S/MIME keys. Raises KeyringError, or ValueError when a certificate's names cannot be read."""
    rows = []
    for pair in held.smime:
        load_pair(pair.certificate, pair.key)
        found = load_certificate(pair.certificate)
        digest = found.fingerprint(SHA256()).hex()
        rows.append(Row("smime", addresses_of(found), digest, f"{found.not_valid_after_utc:%Y-%m-%d}"))
    return tuple(rows)


def pgp_rows(held: config.Keys) -> tuple[Row, ...]:
    """The PGP keys that open mail. Raises OSError and TooMuch."""
    if held.pgp_home is None:
        return ()
    found = asyncio.run(pgp_keys(held.pgp_home))
    return tuple(
        Row("pgp", key.addresses, key.fingerprint, f"{key.expires:%Y-%m-%d}" if key.expires else "")
        for key in found
    )


def _print(rows: tuple[Row, ...]) -> None:
    if not rows:
        tell(say("No keys: sealed mail is refused."))
        return
    print_table(
        (say("Method"), say("Addresses"), say("Fingerprint"), say("Expires")),
        [
            (row.method, ", ".join(row.addresses), row.fingerprint, row.expires or say("never"))
            for row in rows
        ],
    )


def _write(made: Request, out_key: Path, out_csr: Path) -> None:
    """Both new files or none: a key that nobody asked a certificate for is removed again."""
    _create(out_key, made.key, 0o600)
    try:
        _create(out_csr, made.csr, 0o644)
    except click.exceptions.Exit:
        out_key.unlink()
        raise


def _create(path: Path, content: bytes, mode: int) -> None:
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
            file.write(content)
    except OSError as error:
        raise unwritten(path, error) from None
