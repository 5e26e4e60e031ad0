"""The PGP keys: a home of the gateway's own, a key that opens for each mailbox, the signers of policies."""

import asyncio
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from gateway.doctor.remark import Code, Remark, error, ok, warning
from gateway.policy.book import PolicyBook
from gateway.sealed.gnupg import Gnupg, TooMuch
from gateway.sealed.gpg_home import require_home
from gateway.sealed.gpg_keys import Key, keys_of
from gateway.sealed.gpg_status import fate_of, lines_of

_SOON = timedelta(days=30)
_MOST = 1 << 20
_PROBE = b"probe"
_MAKE = "Make one: gpg --homedir HOME --quick-generate-key MAILBOX, without a pass phrase."


def pgp_remarks(home: Path | None, book: PolicyBook, now: datetime) -> tuple[Remark, ...]:
    """On the GnuPG home, for the policies in ``book`` at ``now`` (aware). Starts an agent and ends it."""
    if home is None:
        return tuple(_without_home(book))
    try:
        require_home(home)
        keys, opening = asyncio.run(_examined(home))
    except (OSError, TooMuch) as failure:
        said = str(failure) or "GnuPG is not done in time"
        return (error(Code.PGP_HOME, said, "Mend that: sealed mail is deferred, and no start succeeds."),)
    recipients = {recipient.lower() for policy in book.policies for recipient in policy.recipients}
    return (
        ok(Code.PGP_HOME, f"{home} is its owner's alone"),
        *_own_remarks(keys, opening, recipients, now),
        *_signer_remarks(keys, book),
    )


async def _examined(home: Path) -> tuple[tuple[Key, ...], frozenset[str]]:
    """The keys, and the fingerprints of those that open what is sealed for them."""
    gnupg = Gnupg(home, most=_MOST)
    try:
        keys = keys_of(await gnupg.keys())
        return keys, frozenset([key.fingerprint for key in keys if key.opens and await _opens(gnupg, key)])
    finally:
        await gnupg.close()


async def _opens(gnupg: Gnupg, key: Key) -> bool:
    run = await gnupg.decrypt(await gnupg.seal(_PROBE, key.fingerprint), signatures=False)
    return run.code == 0 and fate_of(lines_of(run.status)) == "opened" and run.output == _PROBE


def _own_remarks(
    keys: tuple[Key, ...], opening: frozenset[str], recipients: set[str], now: datetime
) -> Iterator[Remark]:
    own = [key for key in keys if key.opens]
    if not own:
        yield error(Code.PGP_KEY, "the home holds no secret key that opens mail", _MAKE)
    for key in own:
        if key.fingerprint in opening:
            yield ok(Code.PGP_KEY, f"{_named(key)} opens what is sealed for it")
        else:
            remedy = "Take its pass phrase off, or make another. Mail for it is deferred or refused."
            yield error(Code.PGP_KEY, f"{_named(key)} does not open what is sealed for it", remedy)
        yield from _expiry_remarks(key, now)
    missing = recipients.difference(address for key in own for address in key.addresses)
    if own and missing:
        detail = f"no user id of a secret key names {', '.join(sorted(missing))}"
        yield warning(Code.PGP_ADDRESS, detail, "Add one: senders look for the key by the mailbox's address.")


def _expiry_remarks(key: Key, now: datetime) -> Iterator[Remark]:
    remedy = "Prolong it with gpg --quick-set-expire, subkeys too, and publish it again."
    if key.expires is None:
        yield ok(Code.PGP_EXPIRY, f"{_named(key)} does not expire")
    elif key.expires <= now:
        yield error(Code.PGP_EXPIRY, f"{_named(key)} expired on {key.expires:%Y-%m-%d}", remedy)
    elif key.expires - now < _SOON:
        days = (key.expires - now).days
        yield warning(
            Code.PGP_EXPIRY, f"{_named(key)} expires on {key.expires:%Y-%m-%d}, in {days} days", remedy
        )
    else:
        yield ok(Code.PGP_EXPIRY, f"{_named(key)} lasts until {key.expires:%Y-%m-%d}")


def _signer_remarks(keys: tuple[Key, ...], book: PolicyBook) -> Iterator[Remark]:
    known = {key.fingerprint: key for key in keys}
    for policy in book.policies:
        for fingerprint in policy.senders.pgp_keys:
            key, where = known.get(fingerprint), f"{fingerprint} in {policy.ref.protocol}"
            if key is None:
                yield error(
                    Code.PGP_SIGNER, f"{where} is not in the home", "Import that key with gpg --import."
                )
            elif not key.usable:
                remedy = "Import the renewed key, or take it out of senders.pgp_keys."
                yield warning(Code.PGP_SIGNER, f"{where} is expired or revoked", remedy)
            else:
                yield ok(Code.PGP_SIGNER, f"{where} is in the home")


def _without_home(book: PolicyBook) -> Iterator[Remark]:
    for policy in book.policies:
        if policy.senders.pgp_keys:
            detail = f"{policy.ref.protocol} lists signers, and there is no home with their keys"
            yield error(Code.PGP_SIGNER, detail, "Write keys.pgp_home in the configuration.")


def _named(key: Key) -> str:
    return f"the key {key.fingerprint[-16:]}"
