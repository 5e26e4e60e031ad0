"""The S/MIME keys of the gateway: each a pair, kept to itself, valid, of the mailbox; and whom it trusts."""

import re
from collections.abc import Iterator
from datetime import datetime

from cryptography import x509

from gateway.config import Keys, SmimeKey
from gateway.doctor.certificate import expiry_remarks, mode_remarks
from gateway.doctor.remark import Code, Remark, error, ok, told_by, warning
from gateway.said import say
from gateway.sealed.keyring import (
    KeyLocked,
    KeyringError,
    addresses_of,
    load_certificate,
    load_keyring,
    load_pair,
)
from gateway.sealed.openssl import Openssl

_OLDEST = 3  # the first OpenSSL that opens AES-GCM (RFC 5083)
# What was in force stays so until then.
_NO_PHRASE = say("Store it without a pass phrase; until then the gateway neither starts nor reloads.")
_ONE_REQUEST = say("Name the two files of one request; until then the gateway neither starts nor reloads.")
_PEM_FILES = say("Put PEM files there; until then the gateway neither starts nor reloads.")
_VERSION = re.compile(rb"OpenSSL (\d+)\.")


def smime_remarks(keys: Keys, mailboxes: frozenset[str] | None, now: datetime) -> Iterator[Remark]:
    """On the files that ``keys`` names, for these ``mailboxes`` (lower case) at ``now`` (aware).

    ``mailboxes`` is None while the policies, which name them, have a mistake.
    """
    valid = any(_is_valid(pair, now) for pair in keys.smime)
    for pair in keys.smime:
        yield from _pair_remarks(pair, mailboxes, now, another=valid and not _is_valid(pair, now))
    if keys.smime_authorities is not None:
        yield _trust_remark(keys, now)
    elif keys.smime_revoked is not None:
        detail = say("a revocation list without authorities does nothing")
        yield warning(Code.SMIME_TRUST, detail, say("Name the authorities in keys.smime_authorities."))


async def program_remark() -> Remark:
    """On the program that opens S/MIME mail."""
    remedy = say("Install OpenSSL 3.0 or later in /usr/bin: sealed mail is deferred.")
    try:
        ran = await Openssl().run("version", content=b"")
    except OSError:
        return error(Code.SMIME_PROGRAM, say("there is no program openssl"), remedy)
    found = _VERSION.match(ran.output)
    if found is None or int(found[1]) < _OLDEST:
        return error(Code.SMIME_PROGRAM, say("the program openssl is too old"), remedy)
    program = " ".join(ran.output.decode().split()[:2])
    return ok(Code.SMIME_PROGRAM, say("sealed mail is opened by {program}", program=program))


def _pair_remarks(
    pair: SmimeKey, mailboxes: frozenset[str] | None, now: datetime, *, another: bool
) -> Iterator[Remark]:
    """``another``: this one is past its time, and another one is not."""
    try:
        load_pair(pair.certificate, pair.key)
        certificate = load_certificate(pair.certificate)
    except KeyringError as failure:
        locked = isinstance(failure, KeyLocked)
        yield error(Code.SMIME_KEY, told_by(failure), _NO_PHRASE if locked else _ONE_REQUEST)
    else:
        yield ok(Code.SMIME_KEY, say("{file} and its key are a pair", file=pair.certificate))
        yield from _expiry_remarks(pair, certificate, now, another=another)
        if mailboxes is not None:
            yield _address_remark(pair, certificate, mailboxes)
    yield from mode_remarks(Code.SMIME_KEY_MODE, pair.key)


def _expiry_remarks(
    pair: SmimeKey, certificate: x509.Certificate, now: datetime, *, another: bool
) -> Iterator[Remark]:
    if another:
        detail = say("{file} is past its time, and still opens mail", file=pair.certificate)
        remedy = say("Remove the pair once no mail comes that was sealed for it.")
        yield warning(Code.SMIME_EXPIRY, detail, remedy)
    else:
        yield from expiry_remarks(Code.SMIME_EXPIRY, [certificate], now)


def _address_remark(pair: SmimeKey, certificate: x509.Certificate, mailboxes: frozenset[str]) -> Remark:
    try:
        named = mailboxes.intersection(addresses_of(certificate))
    except ValueError:
        named = frozenset()
    if named:
        addresses = ", ".join(sorted(named))
        return ok(Code.SMIME_ADDRESS, say("the certificate is of {addresses}", addresses=addresses))
    detail = say("{file} names no recipient of a policy", file=pair.certificate)
    remedy = say("Request one with the mailbox's address: senders' programmes look for it.")
    return warning(Code.SMIME_ADDRESS, detail, remedy)


def _trust_remark(keys: Keys, now: datetime) -> Remark:
    try:
        ring = load_keyring((), keys.smime_authorities, keys.smime_revoked)
    except KeyringError as failure:
        return error(Code.SMIME_TRUST, told_by(failure), _PEM_FILES)
    authorities = x509.load_pem_x509_certificates(ring.authorities)
    past = [one for one in authorities if one.not_valid_after_utc <= now]
    if past:
        detail = say("{past} of {all} authorities are past their time", past=len(past), all=len(authorities))
        remedy = say("Remove or renew them: signers they issued do not count.")
        return warning(Code.SMIME_TRUST, detail, remedy)
    if ring.revoked and (end := x509.load_pem_x509_crl(ring.revoked).next_update_utc) and end <= now:
        detail = say("the revocation list was due on {day}", day=f"{end:%Y-%m-%d}")
        remedy = say("Fetch a new one, then reload: signed mail is deferred.")
        return error(Code.SMIME_TRUST, detail, remedy)
    return ok(Code.SMIME_TRUST, say("signers count from {count} authorities", count=len(authorities)))


def _is_valid(pair: SmimeKey, now: datetime) -> bool:
    try:
        certificate = load_certificate(pair.certificate)
    except KeyringError:
        return False
    return certificate.not_valid_before_utc <= now < certificate.not_valid_after_utc
