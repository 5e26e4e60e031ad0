"""From a message as it came to the content to read, through every layer that can be opened."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import assert_never

from gateway.decision import Code
from gateway.mail.header import HeaderError, split_message
from gateway.mail.protection import Opened, Opening, Protection, RightsManaged, Unopened
from gateway.sealed.keyring import Keyring
from gateway.sealed.multipart import part_of
from gateway.sealed.openssl import Openssl
from gateway.sealed.pgp import Pgp
from gateway.sealed.rights_managed import find_container
from gateway.sealed.shape import has_layer, shape_of
from gateway.sealed.smime import open_clear_signed, open_cms

MAX_LAYERS = 4  # one more than signed, sealed, signed again
ReadRights = Callable[[bytes], Awaitable[RightsManaged]]


async def unread_rights(_container: bytes) -> RightsManaged:
    """Says nothing of any container."""
    return RightsManaged()


@dataclass(frozen=True, slots=True)
class Means:
    """What opening reaches for: the keys, the programs that use them, and the present (aware).

    ``read_rights`` is given a rights-managed message's container, and says what is in it in the clear.
    """

    smime: Keyring
    openssl: Openssl
    clock: Callable[[], datetime]
    pgp: Pgp = field(default_factory=Pgp)
    read_rights: ReadRights = unread_rights


async def open_sealed(content: bytes, pgp_keys: tuple[str, ...], means: Means) -> Opening:
    """The content of a whole message, or why it stays sealed.

    ``pgp_keys`` are the fingerprints of the keys whose signatures count. Raises HeaderError when the
    header block cannot be read; OSError, and what ``means.read_rights`` raises, for a fault of our own.
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
    if has_layer(content):
        return Unopened(Code.ENCRYPTION_SEALED, protection)
    return Opened(content, protection)


async def _peel(content: bytes, pgp_keys: tuple[str, ...], means: Means) -> Opening | None:
    """The outermost layer off ``content``, None when there is none."""
    shape = shape_of(split_message(content)[0])
    match shape:
        case "plain" | "pgp" | "rights":
            rights = await _rights(content, means)
            return rights or await means.pgp.peel(content, pgp_keys)
        case "smime":
            return await open_cms(content, means.smime, means.openssl, means.clock())
        case "smime_signed":
            return await open_clear_signed(content, means.smime, means.openssl, means.clock())
        case _:
            assert_never(shape)


async def _rights(content: bytes, means: Means) -> Unopened | None:
    """What only Microsoft's service can open; None when it is not that."""
    container = await asyncio.to_thread(find_container, part_of(content))
    if container is None:
        return None
    rights = await means.read_rights(container)
    return Unopened(Code.ENCRYPTION_RIGHTS_MANAGED, Protection(rights=rights))


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
