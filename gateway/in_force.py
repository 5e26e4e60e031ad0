"""What a reload replaces: the policies, and the keys that sealed mail is opened with."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from gateway import config
from gateway.mail.address import Address
from gateway.mail.protection import Opening
from gateway.policy.book import PolicyBook, load_book
from gateway.policy.model import Policy
from gateway.sealed.gpg_home import require_home
from gateway.sealed.keyring import Keyring, load_keyring
from gateway.sealed.layers import Means, ReadRights, open_sealed, unread_rights
from gateway.sealed.openssl import Openssl
from gateway.sealed.pgp import Pgp

_MOST = 26_214_400


class Policies:
    """The policies in force. ``reload`` is the only thing that changes them, all at once or not at all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.book: PolicyBook = load_book(folder)

    def reload(self) -> tuple[Policy, ...]:
        """Reads the folder again; the policies that are new. Raises PolicyError and keeps the old ones."""
        before = {policy.ref for policy in self.book.policies}
        self.book = load_book(self._folder)
        return tuple(policy for policy in self.book.policies if policy.ref not in before)

    def for_recipient(self, recipient: Address) -> Policy | None:
        """The policy in force that governs ``recipient``."""
        return self.book.for_recipient(recipient)


class Keys:
    """The keys in force. ``replace`` is the only thing that changes them.

    ``home``: the GnuPG home, None without PGP keys. ``most``: bytes that one message may become.
    """

    def __init__(
        self, keyring: Keyring, clock: Callable[[], datetime], home: Path | None = None, *, most: int = _MOST
    ) -> None:
        self._homes = {home: Pgp(home, most=most)}
        self._most = most
        self._means = Means(keyring, Openssl(), clock, self._homes[home])

    def replace(self, keyring: Keyring, home: Path | None = None) -> None:
        """From now on. What is being opened goes on with the keys it began with."""
        pgp = self._homes.setdefault(home, Pgp(home, most=self._most))
        self._means = replace(self._means, smime=keyring, pgp=pgp)

    async def open(
        self, content: bytes, pgp_keys: tuple[str, ...], *, read_rights: ReadRights = unread_rights
    ) -> Opening:
        """The content of a whole message, or why it stays sealed, as ``open_sealed`` has it."""
        return await open_sealed(content, pgp_keys, replace(self._means, read_rights=read_rights))

    async def close(self) -> None:
        """Ends the agents that hold PGP keys."""
        for pgp in self._homes.values():
            await pgp.close()


@dataclass(frozen=True, slots=True)
class InForce:
    """The policies and the keys that mail is judged with now."""

    policies: Policies
    keys: Keys


def in_force(installation: config.Config, clock: Callable[[], datetime]) -> InForce:
    """What ``installation`` puts in force. Raises PolicyError, KeyringError and GnupgError."""
    held, most = installation.keys, installation.limits.message_bytes
    keys = Keys(keyring_of(held), clock, home_of(held), most=most)
    return InForce(Policies(installation.policies), keys)


def keyring_of(keys: config.Keys) -> Keyring:
    """The S/MIME keyring that ``keys`` names. Raises KeyringError, a ValueError."""
    pairs = tuple((pair.certificate, pair.key) for pair in keys.smime)
    return load_keyring(pairs, keys.smime_authorities, keys.smime_revoked)


def home_of(keys: config.Keys) -> Path | None:
    """The GnuPG home that ``keys`` names. Raises GnupgError, an OSError, when it cannot be used."""
    if keys.pgp_home is not None:
        require_home(keys.pgp_home)
    return keys.pgp_home
