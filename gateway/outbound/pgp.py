"""Content sealed for mailboxes with PGP, by the gpg program: RFC 3156 section 4.

gpg is given the mailboxes' public keys as files, in an empty home that is made for one message and goes
with it. The content goes in by a pipe and comes back by one. No key is ever looked up elsewhere.
"""

import asyncio
import tempfile
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from gateway.composing.envelope import pgp_message, taken_apart
from gateway.config import MailboxKeys
from gateway.outbound.fitness import NotSealed
from gateway.said import Said, reason_of, say
from gateway.sealed.gpg_keys import Key, keys_of

_SECONDS = 30.0
_OPTIONS = (
    "--no-options", "--batch", "--no-tty", "--quiet", "--trust-model=always", "--no-auto-key-locate",
    "--disable-dirmngr", "--no-autostart",
)  # fmt: skip
_ENVIRONMENT = {"PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}
_BEGIN = b"-----BEGIN PGP MESSAGE-----"


async def load_key(keys: MailboxKeys, now: datetime) -> Key:
    """The public key of a mailbox, tried out and fit to seal for it at ``now`` (aware). Raises NotSealed."""
    with _home() as home:
        _, key = await _fit(home, keys, 0, now)
        await _encrypted(home, b"", (home / "key0",))
        return key


async def seal(message: bytes, mailboxes: tuple[MailboxKeys, ...], now: datetime) -> bytes:
    """The composed ``message`` with its MIME entity encrypted for every one of ``mailboxes``.

    Raises NotSealed.
    """
    outer, entity = taken_apart(message)
    with _home() as home:
        fit = [await _fit(home, keys, number, now) for number, keys in enumerate(mailboxes)]
        armored = await _encrypted(home, entity, tuple(file for file, _ in fit))
    return pgp_message(outer, b"\r\n".join(armored.splitlines()))


@contextmanager
def _home() -> Iterator[Path]:
    """An empty home, for public keys alone."""
    with tempfile.TemporaryDirectory(prefix="gateway-", ignore_cleanup_errors=True) as home:
        yield Path(home)


async def _fit(home: Path, keys: MailboxKeys, number: int, now: datetime) -> tuple[Path, Key]:
    """The key's own copy in ``home``, so that what is looked at is what seals, and what it is."""
    if keys.pgp_key is None:
        raise NotSealed(say("a mailbox has no PGP key"))
    copy = home / f"key{number}"
    try:
        copy.write_bytes(keys.pgp_key.read_bytes())
    except OSError as error:
        unreadable = say("{file} cannot be read: {reason}", file=keys.pgp_key, reason=reason_of(error))
        raise NotSealed(unreadable) from None
    found = keys_of((await _gpg(home, "--with-colons", "--show-keys", "--", str(copy)))[1])
    if len(found) != 1:
        raise NotSealed(say("{file} does not hold one PGP key", file=keys.pgp_key))
    if why := _unfit(found[0], keys, now):
        raise NotSealed(why)
    return copy, found[0]


def _unfit(key: Key, keys: MailboxKeys, now: datetime) -> Said | None:
    """Why ``key`` cannot seal, None when it can; whether it is for encryption gpg itself says."""
    if key.expires is not None and key.expires <= now:
        return say("{file} expired on {day}", file=keys.pgp_key, day=f"{key.expires:%Y-%m-%d}")
    if not key.usable:
        return say("{file} was revoked", file=keys.pgp_key)
    named = str(keys.address).lower() in key.addresses
    return None if named else say("{file} does not name the mailbox", file=keys.pgp_key)


async def _encrypted(home: Path, entity: bytes, files: tuple[Path, ...]) -> bytes:
    recipients = [word for file in files for word in ("--recipient-file", str(file))]
    code, armored = await _gpg(home, "--armor", *recipients, "--encrypt", given=entity)
    if code != 0 or not armored.startswith(_BEGIN):
        raise NotSealed(say("gpg could not encrypt: is the key for encryption?"))
    return armored


async def _gpg(home: Path, *arguments: str, given: bytes = b"") -> tuple[int, bytes]:
    """Runs gpg on ``given``: its exit code and output. Raises NotSealed."""
    try:
        process = await asyncio.create_subprocess_exec(
            "gpg", *_OPTIONS, "--homedir", str(home), *arguments,
            stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=_ENVIRONMENT, cwd="/",
        )  # fmt: skip
    except OSError:
        raise NotSealed(say("gpg cannot be used")) from None
    try:
        async with asyncio.timeout(_SECONDS):
            output, _ = await process.communicate(given)
    except TimeoutError:
        raise NotSealed(say("gpg took too long")) from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    return process.returncode or 0, output
