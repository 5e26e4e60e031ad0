"""One layer of OpenPGP taken off a message, and who signed it: RFC 3156 over GnuPG."""

import asyncio
from pathlib import Path
from typing import assert_never

from gateway.decision import Code
from gateway.mail.header import HeaderError, values
from gateway.mail.protection import Opened, Opening, Protection, Signature, Unopened
from gateway.sealed.gnupg import Gnupg, Run, TooMuch
from gateway.sealed.gpg_home import GnupgError
from gateway.sealed.gpg_keys import keys_of
from gateway.sealed.gpg_status import Mark, fate_of, lines_of, marks_of
from gateway.sealed.multipart import part_of
from gateway.sealed.pgp_mime import Damaged, Encrypted, Inline, Signed, find_pgp

_SEALED = Protection(sealed=("pgp",))


class Pgp:
    """The OpenPGP keys of the installation in ``home``, None where there are none.

    ``most``: bytes that one message may become.
    """

    def __init__(self, home: Path | None = None, *, most: int = 0) -> None:
        self._gnupg = None if home is None else Gnupg(home, most=most)

    async def close(self) -> None:
        """Ends the agent that holds the keys."""
        if self._gnupg is not None:
            await self._gnupg.close()

    async def peel(self, content: bytes, trusted: tuple[str, ...]) -> Opening | None:
        """What is under the outermost layer of a whole message; None when that is none of OpenPGP's.

        ``trusted`` are full fingerprints in lower case: whose signatures are ``good``. Raises HeaderError,
        and OSError for a fault of our own, which says nothing of the message.
        """
        found = await asyncio.to_thread(find_pgp, part_of(content))
        match found:
            case None:
                return None
            case Damaged():
                return Unopened(Code.ENCRYPTION_BROKEN)
            case Inline():
                return Unopened(Code.ENCRYPTION_INLINE)
            case Encrypted(data):
                return await self._opened(data, trusted)
            case Signed():
                return await self._signed(found, trusted)
            case _:
                assert_never(found)

    async def _opened(self, data: bytes, trusted: tuple[str, ...]) -> Opening:
        if self._gnupg is None:
            return Unopened(Code.ENCRYPTION_SEALED, _SEALED)
        try:
            run, content = await _content(self._gnupg, data)
        except TooMuch:
            return Unopened(Code.MESSAGE_TOO_COMPLEX, _SEALED)
        if isinstance(content, Code):
            return Unopened(content, _SEALED)
        if not _is_entity(content):
            return Unopened(Code.ENCRYPTION_BROKEN, _SEALED)
        signatures = await self._signatures(self._gnupg, marks_of(lines_of(run.status)), trusted)
        return Opened(_with_crlf(content), Protection(("pgp",), signatures))

    async def _signed(self, found: Signed, trusted: tuple[str, ...]) -> Opening:
        if self._gnupg is None:
            return Opened(found.text, Protection(signatures=(Signature("pgp", "unknown"),)))
        try:
            run = await self._gnupg.verify(found.text, found.signature)
        except TooMuch:
            return Unopened(Code.MESSAGE_TOO_COMPLEX)
        marks = marks_of(lines_of(run.status)) or (Mark("broken"),)
        if run.code and all(mark.state == "good" for mark in marks):
            marks = (Mark("broken"),)
        signatures = await self._signatures(self._gnupg, marks, trusted)
        return Opened(found.text, Protection(signatures=signatures))

    async def _signatures(
        self, gnupg: Gnupg, marks: tuple[Mark, ...], trusted: tuple[str, ...]
    ) -> tuple[Signature, ...]:
        return tuple([await _signature(gnupg, mark, trusted) for mark in marks])


async def _content(gnupg: Gnupg, data: bytes) -> tuple[Run, bytes | Code]:
    """The content with the run that looked at its signatures, or why it stays sealed.

    Only a run that exits with 0 gives content away. One that meets a signature it cannot check or that
    does not fit exits otherwise; then another must open the same without looking at signatures.
    """
    first = await gnupg.decrypt(data, signatures=True)
    refused = _refusal(first)
    if refused is Code.ENCRYPTION_SEALED:
        await gnupg.require_agent()
    if refused is not None:
        return first, refused
    second = first if first.code == 0 else await gnupg.decrypt(data, signatures=False)
    whole = second.code == 0 and _refusal(second) is None and second.output == first.output
    return first, second.output if whole else Code.ENCRYPTION_BROKEN


def _refusal(run: Run) -> Code | None:
    fate = fate_of(lines_of(run.status))
    match fate:
        case "opened":
            return None
        case "sealed":
            return Code.ENCRYPTION_SEALED
        case "broken":
            return Code.ENCRYPTION_BROKEN
        case "weak":
            return Code.ENCRYPTION_WEAK
        case "fault":
            raise GnupgError("the secret key cannot be used")
        case _:
            assert_never(fate)


async def _signature(gnupg: Gnupg, mark: Mark, trusted: tuple[str, ...]) -> Signature:
    if not mark.fingerprint or mark.state in ("broken", "unknown"):
        return Signature("pgp", mark.state, mark.fingerprint)
    found = [
        key for key in keys_of(await gnupg.keys(mark.fingerprint)) if key.fingerprint == mark.fingerprint
    ]
    addresses = tuple(address for key in found for address in key.addresses)
    state = "unknown" if mark.state == "good" and mark.fingerprint not in trusted else mark.state
    return Signature("pgp", state, mark.fingerprint, addresses)


def _is_entity(content: bytes) -> bool:
    """What is sealed must be one (RFC 3156 section 4): words without a header would be taken for it."""
    try:
        return bool(values(part_of(_with_crlf(content)).fields, "content-type"))
    except HeaderError:
        return False


def _with_crlf(content: bytes) -> bytes:
    """Some programs encrypt with the line ends of their own system."""
    return content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
