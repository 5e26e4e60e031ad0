"""From a message as it came to the content to read, through every layer that can be opened."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from gateway.decision import Code
from gateway.mail.header import HeaderError, split_message
from gateway.mail.protection import Opened, Opening, Protection, Unopened
from gateway.sealed.keyring import Keyring
from gateway.sealed.openssl import Openssl
from gateway.sealed.shape import shape_of
from gateway.sealed.smime import open_clear_signed, open_cms

MAX_LAYERS = 4  # one more than signed, sealed, signed again


@dataclass(frozen=True, slots=True)
class Means:
    """What opening reaches for: the keys, the program that uses them, and the present (aware)."""

    smime: Keyring
    openssl: Openssl
    clock: Callable[[], datetime]


async def open_sealed(content: bytes, pgp_keys: tuple[str, ...], means: Means) -> Opening:
    """The content of a whole message, or why it stays sealed.

    ``pgp_keys`` are the fingerprints of the keys whose signatures count. Raises HeaderError when the
    header block cannot be read, and OSError for a fault of our own.
    """
    split_message(content)
    protection = Protection()
    for _ in range(MAX_LAYERS):
        layer = await _peel(content, pgp_keys, means)
        if layer is None:
            return Opened(content, protection)
        protection = _within(protection, layer.protection)
        if isinstance(layer, Unopened):
            return Unopened(layer.code, protection)
        if not _is_entity(layer.content):
            return Unopened(Code.ENCRYPTION_BROKEN, protection)
        content = layer.content
    return Opened(content, protection) if _is_plain(content) else Unopened(Code.ENCRYPTION_SEALED, protection)


async def _peel(content: bytes, _pgp_keys: tuple[str, ...], means: Means) -> Opening | None:
    """The outermost layer off ``content``, None when there is none."""
    shape = shape_of(split_message(content)[0])
    match shape:
        case "plain":
            return None
        case "smime":
            return await open_cms(content, means.smime, means.openssl, means.clock())
        case "smime_signed":
            return await open_clear_signed(content, means.smime, means.openssl, means.clock())
        case "pgp":
            return Unopened(Code.ENCRYPTION_SEALED)
        case "rights":
            return Unopened(Code.ENCRYPTION_RIGHTS_MANAGED)
        case _:
            assert_never(shape)


def _within(outer: Protection, inner: Protection) -> Protection:
    """Both, the outer one first."""
    return Protection(
        outer.sealed + inner.sealed, outer.signatures + inner.signatures, inner.rights or outer.rights
    )


def _is_entity(content: bytes) -> bool:
    """What a wrong key makes of AES-CBC can have a right ending; a header block it does not have."""
    try:
        return bool(split_message(content)[0])
    except HeaderError:
        return False


def _is_plain(content: bytes) -> bool:
    return shape_of(split_message(content)[0]) == "plain"
