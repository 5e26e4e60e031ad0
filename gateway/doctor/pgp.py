"""The PGP keys: a home of the gateway's own, a key that opens for each mailbox, the signers of policies."""

import asyncio
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from gateway.doctor.certificate import days_of
from gateway.doctor.remark import Code, Remark, error, ok, told_by, warning
from gateway.policy.book import PolicyBook
from gateway.said import Said, say
from gateway.sealed.gnupg import Gnupg, TooMuch
from gateway.sealed.gpg_home import require_home
from gateway.sealed.gpg_keys import Key, keys_of
from gateway.sealed.gpg_status import fate_of, lines_of

_SOON = timedelta(days=30)
_MOST = 1 << 20
_PROBE = b"probe"
_MAKE = say("Make one: gpg --homedir HOME --quick-generate-key MAILBOX, without a pass phrase.")


def pgp_remarks(home: Path | None, book: PolicyBook, now: datetime) -> tuple[Remark, ...]:
    """On the GnuPG home, for the policies in ``book`` at ``now`` (aware). Starts an agent and ends it."""
    if home is None:
        return tuple(_without_home(book))
    try:
        require_home(home)
        keys, opening = asyncio.run(_examined(home))
    except (OSError, TooMuch) as failure:
        said = told_by(failure) or say("GnuPG is not done in time")
        remedy = say("Mend that: sealed mail is deferred, and no start succeeds.")
        return (error(Code.PGP_HOME, said, remedy),)
    recipients = {recipient.lower() for policy in book.policies for recipient in policy.recipients}
    return (
        ok(Code.PGP_HOME, say("{home} is its owner's alone", home=home)),
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
        yield error(Code.PGP_KEY, say("the home holds no secret key that opens mail"), _MAKE)
    for key in own:
        yield _opening_remark(key, opens=key.fingerprint in opening)
        yield _expiry_remark(key, now)
    missing = recipients.difference(address for key in own for address in key.addresses)
    if own and missing:
        detail = say("no user id of a secret key names {addresses}", addresses=", ".join(sorted(missing)))
        remedy = say("Add one: senders look for the key by the mailbox's address.")
        yield warning(Code.PGP_ADDRESS, detail, remedy)


def _opening_remark(key: Key, *, opens: bool) -> Remark:
    if opens:
        return ok(Code.PGP_KEY, say("{key} opens what is sealed for it", key=_named(key)))
    detail = say("{key} does not open what is sealed for it", key=_named(key))
    remedy = say("Take its pass phrase off, or make another. Mail for it is deferred or refused.")
    return error(Code.PGP_KEY, detail, remedy)


def _expiry_remark(key: Key, now: datetime) -> Remark:
    remedy = say("Prolong it with gpg --quick-set-expire, subkeys too, and publish it again.")
    if key.expires is None:
        return ok(Code.PGP_EXPIRY, say("{key} does not expire", key=_named(key)))
    named, day, left = _named(key), f"{key.expires:%Y-%m-%d}", key.expires - now
    if left <= timedelta():
        return error(Code.PGP_EXPIRY, say("{key} expired on {day}", key=named, day=day), remedy)
    if left < _SOON:
        detail = say("{key} expires on {day}, in {left}", key=named, day=day, left=days_of(left))
        return warning(Code.PGP_EXPIRY, detail, remedy)
    return ok(Code.PGP_EXPIRY, say("{key} lasts until {day}", key=named, day=day))


def _signer_remarks(keys: tuple[Key, ...], book: PolicyBook) -> Iterator[Remark]:
    known = {key.fingerprint: key for key in keys}
    for policy in book.policies:
        for fingerprint in policy.senders.pgp_keys:
            where = say("{fingerprint} in {policy}", fingerprint=fingerprint, policy=policy.ref.protocol)
            yield _signer_remark(where, known.get(fingerprint))


def _signer_remark(where: Said, key: Key | None) -> Remark:
    if key is None:
        detail = say("{key} is not in the home", key=where)
        return error(Code.PGP_SIGNER, detail, say("Import that key with gpg --import."))
    if not key.usable:
        remedy = say("Import the renewed key, or take it out of senders.pgp_keys.")
        return warning(Code.PGP_SIGNER, say("{key} is expired or revoked", key=where), remedy)
    return ok(Code.PGP_SIGNER, say("{key} is in the home", key=where))


def _without_home(book: PolicyBook) -> Iterator[Remark]:
    for policy in book.policies:
        if policy.senders.pgp_keys:
            name = policy.ref.protocol
            detail = say("{name} lists signers, and there is no home with their keys", name=name)
            yield error(Code.PGP_SIGNER, detail, say("Write keys.pgp_home in the configuration."))


def _named(key: Key) -> Said:
    return say("the key {id}", id=key.fingerprint[-16:])
