"""The signing key: one PEM file beside the ledger, for its owner's eyes only."""

import os
import secrets
import stat
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from gateway.ledger.errors import KeyExposed, KeyFileError
from gateway.said import Said, reason_of, say

_OWNER_ONLY = 0o600
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def key_path(ledger: Path) -> Path:
    """Where the key of ``ledger`` lies: ``<ledger>.key``."""
    return ledger.with_name(f"{ledger.name}.key")


def load_key(path: Path) -> Ed25519PrivateKey:
    """The key in ``path``. Raises KeyFileError: missing, no Ed25519 key, or open to group or others."""
    try:
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_mode & _OTHERS:
                raise KeyExposed(
                    say("the signing key is open to group or others; chmod 600 {file}", file=path)
                )
            key = load_pem_private_key(file.read(), password=None)
    except OSError as error:
        wrong = say("the signing key {file} cannot be read: {reason}", file=path, reason=reason_of(error))
        raise KeyFileError(wrong) from None
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise KeyFileError(say("the signing key {file} is no plain PEM private key", file=path)) from None
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyFileError(say("the signing key is not Ed25519"))
    return key


def load_or_create_key(path: Path) -> Ed25519PrivateKey:
    """The key in ``path``, made there first (mode 0600) when nothing is. Raises KeyFileError.

    Of several processes that make it at once, one wins and all return the winner's.
    """
    try:
        if not path.exists():
            _create(path)
    except OSError as error:
        raise KeyFileError(_unwritten(path, error)) from None
    return load_key(path)


def _unwritten(path: Path, error: OSError) -> Said:
    wrong = say("the signing key {file} cannot be written: {reason}", file=path, reason=reason_of(error))
    if isinstance(error, FileNotFoundError):
        return say(
            "{wrong}. Make the folder {folder}, owned by the user of the gateway, or correct ledger.url.",
            wrong=wrong,
            folder=path.parent,
        )
    return say("{wrong}. Let the user of the gateway write in {folder}.", wrong=wrong, folder=path.parent)


def _create(path: Path) -> None:
    key = Ed25519PrivateKey.generate()
    write_once(path, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))


def write_once(path: Path, secret: bytes) -> None:
    """Makes ``path`` with ``secret`` for its owner's eyes only; what is there already stays. Raises OSError.

    Written in full under another name, then linked: a reader never sees half a key.
    """
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY), "wb") as file:
            file.write(secret)
            file.flush()
            os.fsync(file.fileno())
        path.hardlink_to(draft)
    except FileExistsError:
        pass
    finally:
        draft.unlink(missing_ok=True)
    sync_folder(path.parent)


def give_to_owner(descriptor: int, folder: Path) -> None:
    """What root made in ``folder`` its owner must be able to use: as SQLite does with its own files."""
    give_as(descriptor, folder.stat())


def give_as(descriptor: int, like: os.stat_result) -> None:
    """Gives what root made to whom a file or folder of which this is known belongs."""
    if os.geteuid() == 0:
        os.fchown(descriptor, like.st_uid, like.st_gid)


def sync_folder(folder: Path) -> None:
    """Makes names created in ``folder`` durable. Raises OSError."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
