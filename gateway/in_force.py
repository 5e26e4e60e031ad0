"""What a reload replaces: the policies, and the keys that sealed mail is opened with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from gateway import config
from gateway.mail.address import Address
from gateway.mail.protection import Opening
from gateway.policy.book import PolicyBook, load_book
from gateway.policy.model import Policy
from gateway.sealed.keyring import Keyring, load_keyring
from gateway.sealed.layers import Means, open_sealed
from gateway.sealed.openssl import Openssl


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
    """The keys in force. ``replace`` is the only thing that changes them."""

    def __init__(self, keyring: Keyring, clock: Callable[[], datetime]) -> None:
        self._means = Means(keyring, Openssl(), clock)

    def replace(self, keyring: Keyring) -> None:
        """From now on. What is being opened goes on with the keys it began with."""
        self._means = Means(keyring, self._means.openssl, self._means.clock)

    async def open(self, content: bytes, pgp_keys: tuple[str, ...]) -> Opening:
        """The content of a whole message, or why it stays sealed, as ``open_sealed`` has it."""
        return await open_sealed(content, pgp_keys, self._means)


@dataclass(frozen=True, slots=True)
class InForce:
    """The policies and the keys that mail is judged with now."""

    policies: Policies
    keys: Keys


def in_force(installation: config.Config, clock: Callable[[], datetime]) -> InForce:
    """What ``installation`` puts in force. Raises PolicyError and KeyringError."""
    return InForce(Policies(installation.policies), Keys(keyring_of(installation.keys), clock))


def keyring_of(keys: config.Keys) -> Keyring:
    """The S/MIME keyring that ``keys`` names. Raises KeyringError, a ValueError."""
    pairs = tuple((pair.certificate, pair.key) for pair in keys.smime)
    return load_keyring(pairs, keys.smime_authorities, keys.smime_revoked)
