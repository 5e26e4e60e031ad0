"""From a message as it came to the content to read, through every layer that can be opened."""

from typing import assert_never

from gateway.decision import Code
from gateway.mail.header import split_message
from gateway.mail.protection import Opened, Opening, Unopened
from gateway.sealed.shape import shape_of


async def open_sealed(content: bytes, _pgp_keys: tuple[str, ...]) -> Opening:
    """The content of a whole message, or why it stays sealed.

    Raises HeaderError when
    the header block cannot be read, and OSError for a fault of our own.
    """
    fields, _ = split_message(content)
    shape = shape_of(fields)
    match shape:
        case "plain":
            return Opened(content)
        case "smime" | "pgp":
            return Unopened(Code.ENCRYPTION_SEALED)
        case "rights":
            return Unopened(Code.ENCRYPTION_RIGHTS_MANAGED)
        case _:
            assert_never(shape)
